//! What was found, as one page for a browser: each text with its expressions in colours, the facts beside it.
//!
//! The page needs nothing but itself and runs no scripts. Everything from a text goes through [`escaped`].

use zhfact::{Analysis, Fact, Kind, Mention, NumberMention, Part, Span};

use crate::mark::{harmless, woven};
use crate::words::{self, flat, grouped};

/// The kinds of the legend; each is a class of the style sheet.
const KINDS: [Kind; 11] = [
    Kind::Money,
    Kind::Measure,
    Kind::Count,
    Kind::Ratio,
    Kind::Number,
    Kind::Ordinal,
    Kind::Date,
    Kind::Period,
    Kind::Time,
    Kind::Duration,
    Kind::Set,
];

const HEAD: &str = concat!(
    "<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n",
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    "<title>zhfact extract</title>\n<style>\n",
    include_str!("html.css"),
    "</style>\n</head>\n<body>\n",
);

/// What stands behind the last document.
pub(crate) const CLOSING: &str = "</main>\n</body>\n</html>\n";

/// What stands before the first document: the head of the page and the legend.
pub(crate) fn opening() -> String {
    let legend: String = KINDS.map(|kind| format!("<li>{}</li>\n", mark(kind.name(), kind, ""))).concat();
    format!(
        "{HEAD}<header lang=\"en\">\n<h1>zhfact extract</h1>\n<ul class=\"legend\">\n{legend}</ul>\n</header>\n<main>\n"
    )
}

/// The numbers of a document.
pub(crate) fn numbers(id: &str, text: &str, found: &[NumberMention<'_>]) -> String {
    let row = |number: &NumberMention<'_>| {
        [mark(&flat(number.text()), Kind::Number, ""), escaped(&grouped(number.value()))]
    };
    let marks = found.iter().map(|number| (number.span(), (Kind::Number, grouped(number.value()))));
    article(id, &marked(text, marks), &table(["text", "value"], found.iter().map(row)))
}

/// The quantities and times of a document.
pub(crate) fn mentions(id: &str, text: &str, found: &[Mention<'_>]) -> String {
    article(id, &highlighted(text, found), &mention_table(found))
}

/// The quantities and times of a document, and what they state.
pub(crate) fn facts(id: &str, text: &str, analysis: &Analysis<'_>) -> String {
    let found = analysis.mentions();
    let rows = analysis.facts().iter().map(|fact| fact_row(fact, text, found));
    let facts = table(["subject", "indicator", "value", "what", "period"], rows);
    let all = format!(
        "<details>\n<summary lang=\"en\">all expressions ({})</summary>\n{}</details>\n",
        found.len(),
        mention_table(found)
    );
    article(id, &highlighted(text, found), &(facts + if found.is_empty() { "" } else { &all }))
}

/// The text beside what was found in it.
fn article(id: &str, marked: &str, found: &str) -> String {
    format!(
        "<article>\n<h2>{}</h2>\n<div class=\"columns\">\n<div class=\"text\">{}</div>\n\
         <div class=\"found\">\n{found}</div>\n</div>\n</article>\n",
        escaped(&flat(id)),
        marked.trim_end()
    )
}

fn highlighted(text: &str, found: &[Mention<'_>]) -> String {
    marked(text, found.iter().map(|mention| (mention.span(), (mention.kind(), told(mention)))))
}

fn marked(text: &str, spans: impl Iterator<Item = (Span, (Kind, String))>) -> String {
    let plain = |text: &str| escaped(&harmless(text));
    woven(text, spans, plain, |text, (kind, told)| mark(&harmless(text), kind, &told))
}

/// An expression in the colour of its kind, what is `told` of it as tooltip.
fn mark(text: &str, kind: Kind, told: &str) -> String {
    let (name, text) = (kind.name(), escaped(text));
    if told.is_empty() {
        format!("<mark class=\"{name}\">{text}</mark>")
    } else {
        format!("<mark class=\"{name}\" title=\"{name}: {}\">{text}</mark>", escaped(told))
    }
}

/// Value, unit and note in one line.
fn told(mention: &Mention<'_>) -> String {
    let [value, unit, note] = words::mention(mention);
    let separator = if note.is_empty() { "" } else { "; " };
    [value, unit].join(" ").trim_end().to_owned() + separator + &note
}

fn mention_table(found: &[Mention<'_>]) -> String {
    table(["text", "kind", "value"], found.iter().map(mention_row))
}

fn mention_row(mention: &Mention<'_>) -> [String; 3] {
    let [value, unit, note] = words::mention(mention);
    let value = escaped([value, unit].join(" ").trim_end());
    [mark(&flat(mention.text()), mention.kind(), ""), mention.kind().name().to_owned(), value + &small(&note)]
}

fn fact_row(fact: &Fact, text: &str, found: &[Mention<'_>]) -> [String; 5] {
    let words = |index: usize| found.get(index).map(with_value).unwrap_or_default();
    let part = |words: Option<Part>| words.map(|words| part(words, text)).unwrap_or_default();
    [
        part(fact.subject()),
        part(fact.indicator()),
        words(fact.value()),
        escaped(&words::what(fact)),
        fact.period().map(words).unwrap_or_default(),
    ]
}

/// The words of a mention and, below them, what they mean.
fn with_value(mention: &Mention<'_>) -> String {
    let shown = mark(&flat(mention.text()), mention.kind(), "");
    let [value, unit, note] = words::mention(mention);
    let meaning = if mention.kind().is_time() && !note.is_empty() { note } else { [value, unit].join(" ") };
    shown + &small(meaning.trim_end())
}

/// The words of a part of a fact, set off if they stand earlier in the text.
fn part(part: Part, text: &str) -> String {
    let shown = escaped(&words::part(part, text));
    if part.is_inherited() {
        format!("<span class=\"inherited\" title=\"from an earlier clause\">{shown}</span>")
    } else {
        shown
    }
}

fn small(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<small>{}</small>", escaped(text)) }
}

/// Rows of cells, which are HTML, below a heading.
fn table<const N: usize>(heading: [&str; N], rows: impl ExactSizeIterator<Item = [String; N]>) -> String {
    if rows.len() == 0 {
        return "<p class=\"none\" lang=\"en\">nothing found</p>\n".to_owned();
    }
    let heading = heading.map(|cell| format!("<th scope=\"col\">{cell}</th>")).concat();
    let rows: String = rows
        .map(|row| format!("<tr>{}</tr>\n", row.map(|cell| format!("<td>{cell}</td>")).concat()))
        .collect();
    format!("<table>\n<thead lang=\"en\"><tr>{heading}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
}

/// The text with nothing in it that HTML would take for its own, neither between tags nor in quotes.
fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '"' => shown.push_str("&quot;"),
            '\'' => shown.push_str("&#39;"),
            c => shown.push(c),
        }
    }
    shown
}
