//! What was found, for people: the marked text, then a line for each expression.

use std::ops::Bound;

use unicode_width::UnicodeWidthStr;
use zhfact::{
    Amount, Analysis, Basis, Direction, Fact, Kind, Mention, Number, NumberMention, Part, Quantity, Status,
    TimeExpression, Value,
};

use crate::mark::Palette;

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

/// The words of a fact; `…` marks a subject that stands in an earlier sentence.
fn fact_row(fact: &Fact, text: &str, found: &[Mention<'_>]) -> Row<5> {
    let words = |index: usize| found.get(index).map(|mention| flat(mention.text())).unwrap_or_default();
    let part =
        |part: Part| format!("{}{}", if part.is_inherited() { "…" } else { "" }, flat(part.span().of(text)));
    let mut what = vec![fact.aspect().name()];
    what.extend(fact.basis().map(Basis::name));
    what.extend(fact.direction().map(Direction::name));
    if fact.status() != Status::Actual {
        what.push(fact.status().name());
    }
    Row {
        kind: found.get(fact.value()).map(Mention::kind),
        cells: [
            words(fact.value()),
            fact.indicator().map(part).unwrap_or_default(),
            fact.subject().map(part).unwrap_or_default(),
            what.join(" "),
            fact.period().map(words).unwrap_or_default(),
        ],
    }
}

fn row(mention: &Mention<'_>) -> Row<5> {
    let [value, unit, note] = match mention.value() {
        Value::Quantity(quantity) => of_quantity(quantity),
        Value::Time(time) => of_time(time),
        _ => Default::default(),
    };
    let cells = [flat(mention.text()), mention.kind().name().to_owned(), value, unit, note];
    Row { kind: Some(mention.kind()), cells }
}

/// Value, unit and note.
fn of_quantity(quantity: &Quantity) -> [String; 3] {
    let note = match (quantity.is_assumed(), quantity.is_inferred()) {
        (true, true) => "currency assumed, unit from the list",
        (true, false) => "currency assumed",
        (false, true) => "unit from the list",
        (false, false) => "",
    };
    [bounds(quantity.amount()), unit(quantity), note.to_owned()]
}

/// The timex as value, and as note when that is.
fn of_time(time: &TimeExpression) -> [String; 3] {
    let mut notes: Vec<String> = Vec::new();
    if let Some(amount) = time.amount() {
        let unit = time.unit().map(|unit| format!(" {}", unit.code())).unwrap_or_default();
        notes.push(bounds(amount) + &unit);
    }
    notes.extend(time.relation().map(|relation| relation.name().to_owned()));
    notes.extend(time.modifier().map(|modifier| modifier.name().to_owned()));
    if let Some(period) = time.period() {
        let until = if period.is_closed() { "up to and with" } else { "until" };
        let end = |end: Option<String>| end.unwrap_or_else(|| "…".to_owned());
        notes.push(format!("{} {until} {}", end(period.from_string()), end(period.until_string())));
    }
    [time.timex().to_string(), String::new(), notes.join(", ")]
}

/// `CNY/t`, `L/(100 km)`.
fn unit(quantity: &Quantity) -> String {
    let mut shown = quantity.unit().map(|unit| unit.code().to_owned()).unwrap_or_default();
    if let Some(rate) = quantity.rate() {
        let per = if rate.amount() == Number::ONE {
            format!("/{}", rate.unit())
        } else {
            format!("/({} {})", rate.amount(), rate.unit())
        };
        shown.push_str(&per);
    }
    shown
}

/// `30`, `3 … 5`, `> 30`, `≤ 30`, `≈ >20 … <30`.
fn bounds(amount: &Amount) -> String {
    let shown = match (amount.number(), amount.lo(), amount.hi()) {
        (Some(number), ..) => grouped(number),
        (_, Bound::Unbounded, Bound::Unbounded) => "any".to_owned(),
        (_, Bound::Unbounded, Bound::Included(hi)) => format!("≤ {}", grouped(hi)),
        (_, Bound::Unbounded, Bound::Excluded(hi)) => format!("< {}", grouped(hi)),
        (_, Bound::Included(lo), Bound::Unbounded) => format!("≥ {}", grouped(lo)),
        (_, Bound::Excluded(lo), Bound::Unbounded) => format!("> {}", grouped(lo)),
        (_, lo, hi) => format!("{} … {}", end(lo, '>'), end(hi, '<')),
    };
    if amount.is_approximate() { format!("≈ {shown}") } else { shown }
}

/// An end of an interval; `mark` says that it does not belong to it.
fn end(bound: Bound<Number>, mark: char) -> String {
    match bound {
        Bound::Included(number) => grouped(number),
        Bound::Excluded(number) => format!("{mark}{}", grouped(number)),
        Bound::Unbounded => String::new(),
    }
}

/// The number with a comma after each three digits of its whole part; a fraction as it is.
fn grouped(number: Number) -> String {
    let plain = number.to_string();
    if plain.contains('/') {
        return plain;
    }
    let (whole, decimals) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let mut shown = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) && !shown.ends_with('-') {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown + decimals
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

/// On one line, without what would move the cursor.
fn flat(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
