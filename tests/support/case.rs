//! The format of the corpora, which `tests/corpus/README.md` describes.

use jiff::civil::{Date, DateTime};
use zhfact::{Extractor, Region};

/// What is looked for in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layer {
    /// The numbers written, whatever they mean.
    Numbers,
    /// Mentions of every kind but times.
    Quantities,
    /// Mentions of the time kinds.
    Times,
    /// Mentions of every kind.
    Mentions,
}

/// Under which settings a text is read.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) layer: Layer,
    region: Region,
    currency: Option<String>,
    /// The day or moment of the text.
    reference: Option<String>,
}

impl Settings {
    /// The extractor with these settings.
    pub(crate) fn extractor(&self) -> Extractor {
        let builder = Extractor::builder().region(self.region);
        let builder = match &self.currency {
            Some(code) => builder.currency(code),
            None => builder,
        };
        let builder = match &self.reference {
            Some(moment) => builder.reference(read_moment(moment)),
            None => builder,
        };
        builder.build().expect("settings that the builder knows")
    }

    /// Whether `FromStr`, which knows no settings, reads a text in the same way.
    pub(crate) fn are_default(&self) -> bool {
        self.region == Region::default() && self.currency.is_none()
    }

    fn set(&mut self, directive: &str, place: &str) {
        match directive.split_once(' ') {
            Some(("layer", "numbers")) => self.layer = Layer::Numbers,
            Some(("layer", "quantities")) => self.layer = Layer::Quantities,
            Some(("layer", "times")) => self.layer = Layer::Times,
            Some(("layer", "mentions")) => self.layer = Layer::Mentions,
            Some(("region", name)) => self.region = name.parse().expect(place),
            Some(("currency", code)) => self.currency = Some(code.to_owned()),
            Some(("reference", moment)) => self.reference = Some(moment.to_owned()),
            _ => panic!("{place}: unknown setting `{directive}`"),
        }
    }
}

/// A date, or a date and a time of day.
fn read_moment(moment: &str) -> DateTime {
    let whole_day = |_| moment.parse::<Date>().map(DateTime::from);
    moment.parse().or_else(whole_day).expect("a date or date-time")
}

/// One text and all that is to be found in it.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) title: String,
    /// File and line, for the report.
    pub(crate) place: String,
    pub(crate) settings: Settings,
    pub(crate) text: String,
    pub(crate) expected: Vec<Expected>,
}

/// One line of expectation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Expected {
    pub(crate) surface: String,
    /// Kind, value and flags as written.
    pub(crate) value: String,
    /// The words around the surface that belong to it, the surface included.
    pub(crate) extent: Option<String>,
}

/// The cases of the file `name` with the text `content`.
///
/// # Panics
/// Where the file breaks the format.
pub(crate) fn read(name: &str, content: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut defaults =
        Settings { layer: Layer::Mentions, region: Region::default(), currency: None, reference: None };
    let mut lines = content.lines().enumerate().map(|(i, line)| (format!("{name}:{}", i + 1), line));
    while let Some((place, line)) = lines.next() {
        if let Some(title) = line.strip_prefix("== ") {
            let body: Vec<(String, &str)> = lines.by_ref().take_while(|(_, line)| !line.is_empty()).collect();
            cases.push(read_case(title, place, &body, &defaults));
        } else if let Some(directive) = line.strip_prefix("-- ") {
            assert!(cases.is_empty(), "{place}: a setting between cases");
            defaults.set(directive, &place);
        }
    }
    cases
}

fn read_case(title: &str, place: String, body: &[(String, &str)], defaults: &Settings) -> Case {
    let mut settings = defaults.clone();
    let directives = body.iter().take_while(|(_, line)| line.starts_with("-- ")).count();
    for (place, line) in &body[..directives] {
        settings.set(&line["-- ".len()..], place);
    }
    let ((_, text), expected) =
        body[directives..].split_first().unwrap_or_else(|| panic!("{place}: no text"));
    let expected = match expected {
        [] => panic!("{place}: nothing expected; say `nothing`"),
        [(_, "nothing")] => Vec::new(),
        lines => lines.iter().map(|(place, line)| read_expected(place, line)).collect(),
    };
    Case { title: title.to_owned(), place, settings, text: text.replace("\\n", "\n"), expected }
}

fn read_expected(place: &str, line: &str) -> Expected {
    let (surface, value) =
        line.split_once(" => ").unwrap_or_else(|| panic!("{place}: no ` => ` in `{line}`"));
    let (value, extent) = match value.split_once(" @") {
        Some((value, extent)) => (value, Some(extent.to_owned())),
        None => (value, None),
    };
    Expected { surface: surface.to_owned(), value: value.to_owned(), extent }
}
