//! What holds for any text: the checks that the targets share.

use std::fmt::Debug;
use std::time::{Duration, Instant};

use zhfact::{Analysis, Extractor, Mention, Offsets, Span, json};

/// Time that any text may take, before its length counts: a busy machine alone can cost that much.
const GRACE: Duration = Duration::from_millis(250);

/// Time that each byte of a text may cost, many times what the densest text takes.
const PER_BYTE: Duration = Duration::from_micros(40);

/// Checks every layer of `text` under `extractor`.
pub fn check(extractor: &Extractor, text: &str) {
    let analysis = in_time(text, || extractor.analyze(text));
    let mentions: Vec<Mention<'_>> = extractor.mentions(text).collect();
    assert_eq!(debug(&mentions), debug(analysis.mentions()), "analyze sees other mentions");
    check_mentions(text, &mentions);
    check_numbers(extractor, text);
    check_facts(text, &analysis);
    check_json(text, &analysis);
}

fn check_mentions(text: &str, mentions: &[Mention<'_>]) {
    let mut end = 0;
    for mention in mentions {
        let (span, extent) = (mention.span(), mention.extent());
        assert_fits(text, span);
        assert_fits(text, extent);
        assert!(extent.contains(span), "{mention:?}");
        assert!(span.start() >= end, "{mention:?} begins before {end}");
        assert_eq!(mention.text(), span.of(text));
        assert_eq!(mention.kind().is_time(), mention.time().is_some(), "{mention:?}");
        assert_eq!(mention.kind().is_time(), mention.quantity().is_none(), "{mention:?}");
        end = span.end();
    }
}

fn check_numbers(extractor: &Extractor, text: &str) {
    let mut end = 0;
    for number in extractor.numbers(text) {
        assert_fits(text, number.span());
        assert!(number.span().start() >= end, "{number:?} begins before {end}");
        let written = number.value().to_string();
        assert_eq!(written.parse().ok(), Some(number.value()), "{number:?} prints as {written}");
        end = number.span().end();
    }
}

/// Facts point at mentions and facts that are there, and at words of the text.
fn check_facts(text: &str, analysis: &Analysis<'_>) {
    let (mentions, facts) = (analysis.mentions().len(), analysis.facts().len());
    for fact in analysis.facts() {
        assert!(fact.value() < mentions, "{fact:?}");
        assert!(fact.period().is_none_or(|at| at < mentions), "{fact:?}");
        assert!(fact.condition().is_none_or(|at| at < mentions), "{fact:?}");
        assert!(fact.part_of().is_none_or(|at| at < facts), "{fact:?}");
        for part in [fact.subject(), fact.indicator()].into_iter().flatten() {
            assert_fits(text, part.span());
        }
    }
}

/// The line of a document is JSON that gives the places in characters.
fn check_json(text: &str, analysis: &Analysis<'_>) {
    let document = json::Document::new("1", text).analysis(analysis);
    let line = serde_json::to_string(&document).expect("values of ours always serialise");
    assert!(!line.contains('\n'), "{line}");
    let read: serde_json::Value = serde_json::from_str(&line).expect("a line of ours is JSON");
    let offsets = Offsets::new(text);
    for (mention, line) in analysis.mentions().iter().zip(read["mentions"].as_array().expect("a list")) {
        let (start, end) = offsets.chars(mention.span());
        assert_eq!((line["start"].as_u64(), line["end"].as_u64()), (place(start), place(end)));
        assert_eq!(line["text"].as_str(), Some(mention.text()));
    }
}

fn place(at: usize) -> Option<u64> {
    u64::try_from(at).ok()
}

#[track_caller]
fn assert_fits(text: &str, span: Span) {
    assert!(!span.is_empty() && text.get(span.start()..span.end()).is_some(), "{span:?} of {text:?}");
}

fn debug(value: &(impl Debug + ?Sized)) -> String {
    format!("{value:?}")
}

/// Runs `work` over `text`, which must not take longer than its length allows. Other processes only ever
/// add time, so that the best of three runs counts.
fn in_time<T>(text: &str, work: impl Fn() -> T) -> T {
    let limit = GRACE + PER_BYTE * u32::try_from(text.len()).unwrap_or(u32::MAX);
    let mut taken = Vec::new();
    loop {
        let start = Instant::now();
        let done = work();
        taken.push(start.elapsed());
        if taken.last().is_some_and(|time| *time <= limit) {
            return done;
        }
        assert!(taken.len() < 3, "{} bytes took {taken:?}, more than {limit:?}", text.len());
    }
}
