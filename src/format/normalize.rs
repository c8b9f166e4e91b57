//! A text with its expressions rewritten in one style.

use super::Format;
use crate::extractor::Extractor;
use crate::mention::{Mention, Value};
use crate::span::Span;
use crate::value::{Quantity, TimeExpression};

/// A text in which every expression was rewritten in one style; made by
/// [`Extractor::normalize`](crate::Extractor::normalize). It maps places of the one text to places of the other.
///
/// ```
/// use zhfact::{Extractor, Format, Script, Span};
///
/// let text = "去年产量约一万五千吨，增长百分之五点二";
/// let normalized = Extractor::new().normalize(text, &Format::compact(Script::Simplified));
/// assert_eq!(normalized.text(), "去年产量约1.5万吨，增长5.2%");
///
/// let growth = normalized.text().find("5.2%").expect("rewritten");
/// let original = normalized.original(Span::new(growth, growth + 4));
/// assert_eq!(original.of(text), "百分之五点二");
/// assert_eq!(normalized.normalized(original).of(normalized.text()), "5.2%");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Normalized {
    text: String,
    /// What was rewritten, in the original and here, in order.
    rewritten: Vec<(Span, Span)>,
}

impl Normalized {
    /// The text as rewritten.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text as rewritten.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// Every expression that was rewritten: its bytes in the original text, and here.
    #[must_use]
    pub fn rewritten(&self) -> &[(Span, Span)] {
        &self.rewritten
    }

    /// Where a span of the original text is in the rewritten one. An end inside an expression that was
    /// rewritten is moved to the edge of the expression.
    #[must_use]
    pub fn normalized(&self, original: Span) -> Span {
        mapped(self.rewritten.iter().copied(), original)
    }

    /// Where a span of the rewritten text is in the original one, as [`normalized`](Normalized::normalized).
    #[must_use]
    pub fn original(&self, normalized: Span) -> Span {
        mapped(self.rewritten.iter().map(|&(original, here)| (here, original)), normalized)
    }
}

/// `span` moved from the first text to the second; both ends of the pairs rise.
fn mapped(pairs: impl Iterator<Item = (Span, Span)> + Clone, span: Span) -> Span {
    let at = |offset: usize, end: bool| {
        let (mut from, mut to) = (0, 0);
        for (here, there) in pairs.clone() {
            // The end of a span that ends where an expression begins lies before it.
            if offset < here.start() || offset == here.start() && end {
                break;
            }
            if offset == here.start() || offset < here.end() && !end {
                return there.start();
            }
            if offset <= here.end() && end {
                return there.end();
            }
            (from, to) = (here.end(), there.end());
        }
        to + (offset - from)
    };
    Span::new(at(span.start(), false), at(span.end(), !span.is_empty()))
}

/// `text` with the expressions that `extractor` finds in it rewritten.
pub(crate) fn normalize(extractor: &Extractor, text: &str, format: &Format) -> Normalized {
    let mut out = Normalized { text: String::with_capacity(text.len()), rewritten: Vec::new() };
    let mut at = 0;
    for mention in extractor.mentions(text) {
        let Some(written) = rewritten(extractor, &mention, format) else { continue };
        let span = mention.span();
        out.text.push_str(text.get(at..span.start()).unwrap_or(""));
        let start = out.text.len();
        out.text.push_str(&written);
        out.rewritten.push((span, Span::new(start, out.text.len())));
        at = span.end();
    }
    out.text.push_str(text.get(at..).unwrap_or(""));
    out
}

/// The words of a mention in the style of `format`, without those around it; `None` where they would not read
/// back to what stands there, so that the words stay.
fn rewritten(extractor: &Extractor, mention: &Mention<'_>, format: &Format) -> Option<String> {
    let exact = Format { places: None, ..*format };
    match mention.value() {
        Value::Quantity(inside) => {
            // What the span says by itself: the words around it stay and go on saying theirs.
            let alone = extractor.quantity(mention.text()).ok()?;
            let check = exact.quantity(&alone);
            (extractor.quantity(&check).ok()? == alone).then_some(())?;
            let hedged = inside.amount().is_approximate() && !alone.amount().is_approximate();
            Some(if hedged { unhedged(format, &alone) } else { format.quantity(&alone) })
        }
        Value::Time(_) => {
            let alone = time_alone(extractor, mention.text())?;
            let check = exact.time(&alone);
            let read = time_alone(extractor, &check)?;
            let same =
                (read.kind(), read.timex().to_string(), read.relation(), read.modifier(), read.period())
                    == (
                        alone.kind(),
                        alone.timex().to_string(),
                        alone.relation(),
                        alone.modifier(),
                        alone.period(),
                    )
                    && read.amount() == alone.amount();
            same.then(|| format.time(&alone))
        }
    }
}

/// The quantity without the 約 of rounding, which stands before it already.
fn unhedged(format: &Format, quantity: &Quantity) -> String {
    let rounded = quantity.amount().try_map(|number| Some(format.rounded(number).0));
    let amount = rounded.unwrap_or(*quantity.amount());
    Format { places: None, ..*format }.quantity(&quantity.clone().with_amount(amount))
}

/// The time that the whole of `text` is.
fn time_alone(extractor: &Extractor, text: &str) -> Option<TimeExpression> {
    let mut mentions = extractor.mentions(text);
    let first = mentions.next()?;
    (first.extent() == Span::new(0, text.len())).then_some(())?;
    first.time().cloned()
}
