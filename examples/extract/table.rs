//! What was found, for people: the marked text, then a line for each expression.

use unicode_width::UnicodeWidthStr;
use zhfact::{Analysis, Fact, Kind, Mention, NumberMention, Part};

use crate::mark::Palette;
use crate::words::{self, flat, grouped};

/// A line of the table; the first cell has the colour of the kind.
struct Row<const N: usize> {
    kind: Option<Kind>,
    cells: [String; N],
}

/// The numbers of a document.
pub(crate) fn numbers(id: &str, text: &str, found: &[NumberMention<'_>], palette: Palette) -> String {
    let row = |number: &NumberMention<'_>| Row {
        kind: None,
        cells: [flat(number.text()), grouped(number.value())],
    };
    let rows: Vec<_> = found.iter().map(row).collect();
    let marked = palette.marked(text, found.iter().map(|number| (number.span(), None)));
    page(id, &marked, &aligned(["text", "value"], Some(1), &rows, palette))
}

/// The quantities and times of a document.
pub(crate) fn mentions(id: &str, text: &str, found: &[Mention<'_>], palette: Palette) -> String {
    page(id, &marked(text, found, palette), &mention_table(found, palette))
}

/// The quantities and times of a document, and what they state.
pub(crate) fn facts(id: &str, text: &str, analysis: &Analysis<'_>, palette: Palette) -> String {
    let found = analysis.mentions();
    let heading = ["value", "indicator", "subject", "what", "period"];
    let rows: Vec<_> = analysis.facts().iter().map(|fact| fact_row(fact, text, found)).collect();
    let facts = if rows.is_empty() { String::new() } else { aligned(heading, None, &rows, palette) };
    page(id, &marked(text, found, palette), &format!("{}\n{facts}", mention_table(found, palette)))
}

fn marked(text: &str, found: &[Mention<'_>], palette: Palette) -> String {
    palette.marked(text, found.iter().map(|mention| (mention.span(), Some(mention.kind()))))
}

fn mention_table(found: &[Mention<'_>], palette: Palette) -> String {
    let rows: Vec<_> = found.iter().map(row).collect();
    aligned(["text", "kind", "value", "unit", "note"], Some(2), &rows, palette)
}

fn page(id: &str, marked: &str, table: &str) -> String {
    format!("── {} ──\n\n{}\n\n{}\n\n", flat(id), marked.trim_end(), table.trim_end())
}

fn fact_row(fact: &Fact, text: &str, found: &[Mention<'_>]) -> Row<5> {
    let words = |index: usize| found.get(index).map(|mention| flat(mention.text())).unwrap_or_default();
    let part = |part: Part| words::part(part, text);
    Row {
        kind: found.get(fact.value()).map(Mention::kind),
        cells: [
            words(fact.value()),
            fact.indicator().map(part).unwrap_or_default(),
            fact.subject().map(part).unwrap_or_default(),
            words::what(fact),
            fact.period().map(words).unwrap_or_default(),
        ],
    }
}

fn row(mention: &Mention<'_>) -> Row<5> {
    let [value, unit, note] = words::mention(mention);
    let cells = [flat(mention.text()), mention.kind().name().to_owned(), value, unit, note];
    Row { kind: Some(mention.kind()), cells }
}

/// Rows below a heading, columns as wide as their widest cell on a screen, column `right` flush right.
fn aligned<const N: usize>(
    heading: [&str; N],
    right: Option<usize>,
    rows: &[Row<N>],
    palette: Palette,
) -> String {
    if rows.is_empty() {
        return "  nothing found\n".to_owned();
    }
    let width = |column: usize| {
        rows.iter().map(|row| row.cells[column].width()).max().unwrap_or(0).max(heading[column].width())
    };
    let widths: [usize; N] = std::array::from_fn(width);
    let line = |cells: [&str; N], paint: &dyn Fn(usize, &str) -> String| {
        let mut shown = String::new();
        for (column, cell) in cells.into_iter().enumerate() {
            let gap = " ".repeat(widths[column].saturating_sub(cell.width()));
            let painted = if cell.is_empty() { String::new() } else { paint(column, cell) };
            let (before, behind) =
                if Some(column) == right { (gap.as_str(), "") } else { ("", gap.as_str()) };
            shown.extend(["  ", before, &painted, behind]);
        }
        shown.trim_end().to_owned() + "\n"
    };
    let mut shown = line(heading, &|_, cell| palette.heading(cell));
    for row in rows {
        let paint = |column, cell: &str| {
            if column == 0 { palette.paint(cell, row.kind) } else { cell.to_owned() }
        };
        shown.push_str(&line(std::array::from_fn(|column| row.cells[column].as_str()), &paint));
    }
    shown
}
