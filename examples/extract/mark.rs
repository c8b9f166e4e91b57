//! Marks expressions in a text: colours by kind on a terminal, brackets elsewhere.

use zhfact::{Kind, Span};

/// How an expression is set off from the text around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Palette {
    colour: bool,
}

impl Palette {
    pub(crate) fn new(colour: bool) -> Self {
        Palette { colour }
    }

    /// `text` in the colour of `kind`; as it is without colours.
    pub(crate) fn paint(self, text: &str, kind: Option<Kind>) -> String {
        if self.colour { format!("\x1b[1;{}m{text}\x1b[0m", code(kind)) } else { text.to_owned() }
    }

    /// `text` as a heading.
    pub(crate) fn heading(self, text: &str) -> String {
        if self.colour { format!("\x1b[1;4m{text}\x1b[0m") } else { text.to_owned() }
    }

    fn mark(self, text: &str, kind: Option<Kind>) -> String {
        if self.colour { self.paint(text, kind) } else { format!("[{text}]") }
    }

    /// `text` with the `spans`, which ascend and do not overlap, marked.
    pub(crate) fn marked(self, text: &str, spans: impl Iterator<Item = (Span, Option<Kind>)>) -> String {
        woven(text, spans, harmless, |text, kind| self.mark(&harmless(text), kind))
    }
}

/// `text` with what `marked` makes of the `spans`, which ascend and do not overlap, and `plain` of the rest.
pub(crate) fn woven<T>(
    text: &str,
    spans: impl Iterator<Item = (Span, T)>,
    plain: impl Fn(&str) -> String,
    marked: impl Fn(&str, T) -> String,
) -> String {
    let mut shown = String::with_capacity(text.len() * 2);
    let mut end = 0;
    for (span, what) in spans {
        shown.push_str(&plain(Span::new(end, span.start()).of(text)));
        shown.push_str(&marked(span.of(text), what));
        end = span.end();
    }
    shown.push_str(&plain(Span::new(end, text.len()).of(text)));
    shown
}

/// The text without what would move the cursor or change the terminal.
pub(crate) fn harmless(text: &str) -> String {
    let replace = |c: char| if c.is_control() && c != '\n' && c != '\t' { '\u{fffd}' } else { c };
    text.replace("\r\n", "\n").chars().map(replace).collect()
}

/// The ANSI colour of a kind.
fn code(kind: Option<Kind>) -> u8 {
    match kind {
        Some(Kind::Money) => 33,
        Some(Kind::Measure) => 32,
        Some(Kind::Count) => 36,
        Some(Kind::Ratio) => 35,
        Some(kind) if kind.is_time() => 34,
        _ => 37,
    }
}
