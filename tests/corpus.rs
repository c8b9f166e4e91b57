//! Runs the corpora: prose with cases, the specification in examples. `corpus/README.md` has the format.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use support::case::{Case, Expected, Layer, read};
use support::script;
use zhfact::{Extractor, Kind, Mention, Number, Quantity, Span, TimeExpression, Value};

/// One test for each file.
macro_rules! corpora {
    ($($name:ident)*) => {
        const FILES: &[&str] = &[$(stringify!($name)),*];
        $(
            #[test]
            fn $name() {
                run(stringify!($name));
            }
        )*
    };
}

corpora! { number amount unit time trap sentence regression }

#[test]
fn every_file_is_run() {
    let mut found: Vec<String> = fs::read_dir(directory())
        .expect("the corpora")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    found.sort();
    let mut run = FILES.to_vec();
    run.sort_unstable();
    assert_eq!(found, run);
}

#[test]
fn titles_are_unique() {
    let mut places = BTreeMap::new();
    for case in FILES.iter().flat_map(|name| cases(name)) {
        if let Some(first) = places.insert(case.title.clone(), case.place.clone()) {
            panic!("`{}` stands at {first} and at {}", case.title, case.place);
        }
    }
}

fn directory() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus"))
}

fn cases(name: &str) -> Vec<Case> {
    let file = format!("{name}.txt");
    let content = fs::read_to_string(directory().join(&file)).expect(&file);
    read(&file, &content)
}

/// Runs every case of a file and reports all that fail at once.
fn run(name: &str) {
    let cases = cases(name);
    assert!(!cases.is_empty(), "{name}.txt has no cases");
    let failures: Vec<String> =
        cases.iter().filter_map(|case| check(case).err().map(|problem| report(case, &problem))).collect();
    assert!(
        failures.is_empty(),
        "{} of {} cases fail\n\n{}",
        failures.len(),
        cases.len(),
        failures.join("\n")
    );
}

fn report(case: &Case, problem: &str) -> String {
    format!("{}: {}\n  {}\n{problem}", case.place, case.title, case.text)
}

fn check(case: &Case) -> Result<(), String> {
    let extractor = case.settings.extractor();
    let found = found(&extractor, case.settings.layer, &case.text);
    let wanted = placed(case)?;
    if found != wanted {
        return Err(difference(&case.text, &wanted, &found));
    }
    check_other_script(case, &extractor, &found)?;
    check_from_str(case, &found)
}

/// A mention or number: its place, that of its extent, and its value as the corpora write it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    span: Span,
    extent: Span,
    value: String,
}

fn found(extractor: &Extractor, layer: Layer, text: &str) -> Vec<Found> {
    match layer {
        Layer::Numbers => extractor
            .numbers(text)
            .map(|number| Found {
                span: number.span(),
                extent: number.span(),
                value: number.value().to_string(),
            })
            .collect(),
        Layer::Quantities => {
            extractor.mentions(text).filter(|mention| !mention.kind().is_time()).map(of_mention).collect()
        }
        Layer::Times => {
            extractor.mentions(text).filter(|mention| mention.kind().is_time()).map(of_mention).collect()
        }
        Layer::Mentions => extractor.mentions(text).map(of_mention).collect(),
    }
}

fn of_mention(mention: Mention<'_>) -> Found {
    let value = match mention.value() {
        Value::Time(time) => format!("{} {}", mention.kind(), of_time(time)),
        _ => mention.quantity().map_or_else(String::new, of_quantity),
    };
    Found { span: mention.span(), extent: mention.extent(), value }
}

/// The timex, amount, relation and modifier as far as there are any, and behind `=` the period.
fn of_time(time: &TimeExpression) -> String {
    let amount = time.amount().zip(time.unit()).map(|(amount, unit)| format!("{amount} {unit}"));
    let relation = time.relation().map(|relation| relation.to_string());
    let modifier = time.modifier().map(|modifier| format!("mod:{modifier}"));
    let period = time.period().map(|period| format!("= {period}"));
    let timex = Some(time.timex().to_string());
    [timex, amount, relation, modifier, period].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn of_quantity(quantity: &Quantity) -> String {
    let assumed = if quantity.is_assumed() { " assumed" } else { "" };
    let inferred = if quantity.is_inferred() { " inferred" } else { "" };
    format!("{} {quantity}{assumed}{inferred}", Kind::from(quantity.kind()))
}

/// What the case expects, each at the first place behind the one before it.
fn placed(case: &Case) -> Result<Vec<Found>, String> {
    let mut from = 0;
    let mut placed = Vec::new();
    for expected in &case.expected {
        let found = place(&case.text, from, expected)?;
        from = found.span.end();
        placed.push(found);
    }
    Ok(placed)
}

fn place(text: &str, from: usize, expected: &Expected) -> Result<Found, String> {
    let start = text[from..].find(&expected.surface).map(|at| from + at).ok_or_else(|| {
        format!("    `{}` does not stand in the text, or not in this order", expected.surface)
    })?;
    let span = Span::new(start, start + expected.surface.len());
    let extent = match &expected.extent {
        None => span,
        Some(words) => text
            .match_indices(words.as_str())
            .map(|(at, _)| Span::new(at, at + words.len()))
            .find(|extent| extent.contains(span))
            .ok_or_else(|| format!("    `{words}` does not stand around `{}`", expected.surface))?,
    };
    Ok(Found { span, extent, value: expected.value.clone() })
}

fn difference(text: &str, wanted: &[Found], found: &[Found]) -> String {
    let line = |sign: char, one: &Found| {
        format!(
            "  {sign} {} => {} @{} at {:?}\n",
            one.span.of(text),
            one.value,
            one.extent.of(text),
            one.span
        )
    };
    let missing = wanted.iter().filter(|one| !found.contains(one)).map(|one| line('-', one));
    let extra = found.iter().filter(|one| !wanted.contains(one)).map(|one| line('+', one));
    missing.chain(extra).collect()
}

/// The same text in the other script has the same values at the same places, counted in characters.
fn check_other_script(case: &Case, extractor: &Extractor, found_here: &[Found]) -> Result<(), String> {
    let other = script::other(&case.text)
        .map_err(|c| format!("    `{c}` is not in support/script_table.rs: run tests/support/script.py"))?;
    let found_there = found(extractor, case.settings.layer, &other);
    let key = |text: &str, all: &[Found]| -> Vec<_> {
        let chars = |at: usize| text[..at].chars().count();
        let ends = |span: Span| (chars(span.start()), chars(span.end()));
        all.iter().map(|one| (ends(one.span), ends(one.extent), one.value.clone())).collect()
    };
    if key(&case.text, found_here) == key(&other, &found_there) {
        return Ok(());
    }
    let lines: String =
        found_there.iter().map(|one| format!("    {} => {}\n", one.span.of(&other), one.value)).collect();
    Err(format!("  in the other script: {other}\n{lines}"))
}

/// A text that is one expression parses as a whole to the same value.
fn check_from_str(case: &Case, found: &[Found]) -> Result<(), String> {
    let [one] = found else { return Ok(()) };
    if one.extent != Span::new(0, case.text.len()) || !case.settings.are_default() {
        return Ok(());
    }
    let parsed = match case.settings.layer {
        Layer::Numbers => case.text.parse::<Number>().map(|number| number.to_string()),
        Layer::Times => return Ok(()),
        Layer::Quantities | Layer::Mentions => {
            case.text.parse::<Quantity>().map(|quantity| of_quantity(&quantity))
        }
    };
    match parsed {
        Ok(value) if value == one.value => Ok(()),
        Ok(value) => Err(format!("    parses as {value}\n")),
        Err(error) => Err(format!("    does not parse: {error}\n")),
    }
}
