//! A text with its expressions rewritten in one style.

use super::Format;
use crate::extractor::Extractor;
use crate::mention::{Mention, Value};
use crate::span::Span;
use crate::value::{Quantity, TimeExpression, TimeKind, Timex};

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

/// A mention and its words in the chosen style, if it is rewritten.
struct Rewriting<'t> {
    mention: Mention<'t>,
    written: Option<String>,
}

/// How often what does not read back is put back: where one word falls, its neighbour may be read otherwise.
const ROUNDS: usize = 4;

/// `text` with the expressions that `extractor` finds in it rewritten.
pub(crate) fn normalize(extractor: &Extractor, text: &str, format: &Format) -> Normalized {
    let exact = Format { places: None, ..*format };
    let written = extractor.mentions(text).map(|mention| (rewritten(extractor, &mention, &exact), mention));
    let mut all: Vec<Rewriting<'_>> =
        written.map(|(written, mention)| Rewriting { mention, written }).collect();
    for _ in 0..ROUNDS {
        let (normalized, places) = assemble(text, &all);
        if !put_back(&mut all, &read_at(extractor, &normalized, &places)) {
            break;
        }
    }
    if format.places.is_some() {
        for one in all.iter_mut().filter(|one| one.written.is_some()) {
            one.written = rewritten(extractor, &one.mention, format);
        }
    }
    assemble(text, &all).0
}

/// `text` with each expression replaced by its words, and where each mention then is.
fn assemble(text: &str, all: &[Rewriting<'_>]) -> (Normalized, Vec<Span>) {
    let mut out = Normalized { text: String::with_capacity(text.len()), rewritten: Vec::new() };
    let mut places = Vec::with_capacity(all.len());
    let mut at = 0;
    for Rewriting { mention, written } in all {
        let span = mention.span();
        out.text.push_str(text.get(at..span.start()).unwrap_or(""));
        let start = out.text.len();
        out.text.push_str(written.as_deref().unwrap_or(mention.text()));
        let here = Span::new(start, out.text.len());
        places.push(here);
        if written.is_some() {
            out.rewritten.push((span, here));
        }
        at = span.end();
    }
    out.text.push_str(text.get(at..).unwrap_or(""));
    (out, places)
}

/// What is read at each of `places`.
fn read_at(extractor: &Extractor, normalized: &Normalized, places: &[Span]) -> Vec<Option<Value>> {
    let mut mentions = extractor.mentions(&normalized.text).peekable();
    let at_place = |&here: &Span| {
        while mentions.next_if(|mention| mention.span().start() < here.start()).is_some() {}
        mentions.next_if(|mention| mention.span() == here).map(|mention| mention.value().clone())
    };
    places.iter().map(at_place).collect()
}

/// Takes back the words of mentions that are not read as before; where such a mention has its own words
/// already, those of its neighbours. Whether anything changed.
fn put_back(all: &mut [Rewriting<'_>], read: &[Option<Value>]) -> bool {
    let mut changed = false;
    for at in 0..all.len() {
        let read = read.get(at).and_then(Option::as_ref);
        if read.is_some_and(|read| same(read, &all[at].mention)) {
            continue;
        }
        if all[at].written.take().is_some() {
            changed = true;
            continue;
        }
        for neighbour in [at.checked_sub(1), Some(at + 1)].into_iter().flatten() {
            changed |= all.get_mut(neighbour).is_some_and(|one| one.written.take().is_some());
        }
    }
    changed
}

/// Whether a mention was read again as what it said before.
fn same(read: &Value, before: &Mention<'_>) -> bool {
    match (read, before.value()) {
        (Value::Quantity(read), Value::Quantity(before)) => {
            read.clone().inferred(false) == before.clone().inferred(false)
        }
        (Value::Time(read), Value::Time(before)) => {
            let said = |time: &TimeExpression| {
                let period = time.period().copied();
                (
                    time.kind(),
                    time.timex().to_string(),
                    time.relation(),
                    time.modifier(),
                    time.amount().copied(),
                    period,
                )
            };
            said(read) == said(before)
        }
        _ => false,
    }
}

/// The words of a mention in the style of `format`, without those around it, which go on saying theirs; `None`
/// where the span alone says something else, so that its words stay.
fn rewritten(extractor: &Extractor, mention: &Mention<'_>, format: &Format) -> Option<String> {
    match mention.value() {
        Value::Quantity(inside) => {
            let alone = extractor.quantity(mention.text()).ok()?;
            if inside.is_inferred() && inside.amount().number().is_some() {
                // 58萬和65萬噸: each with the unit of its own.
                let amount = inside.amount().approximate(alone.amount().is_approximate());
                return Some(format.quantity(&inside.clone().with_amount(amount)));
            }
            (alone.unit() == inside.unit()).then_some(())?;
            let hedged = inside.amount().is_approximate() && !alone.amount().is_approximate();
            Some(if hedged { unhedged(format, &alone) } else { format.quantity(&alone) })
        }
        Value::Time(inside) => match inside.timex() {
            // 22年 is 2022 only where its text shows it.
            timex @ (Timex::Point(_) | Timex::Range(..)) if inside.kind() != TimeKind::Set => {
                Some(format.timex(timex))
            }
            _ => Some(format.time(&time_alone(extractor, mention.text())?)),
        },
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
