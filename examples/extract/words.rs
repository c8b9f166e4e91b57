//! What was found, in words: the same in every form for people.

use std::ops::Bound;

use zhfact::{
    Amount, Basis, Direction, Fact, Mention, Number, Part, Quantity, Status, TimeExpression, Value,
};

/// Value, unit and note of a mention.
pub(crate) fn mention(mention: &Mention<'_>) -> [String; 3] {
    match mention.value() {
        Value::Quantity(quantity) => of_quantity(quantity),
        Value::Time(time) => of_time(time),
        _ => Default::default(),
    }
}

/// The words of a part of a fact; `…` marks one that stands in an earlier clause or sentence.
pub(crate) fn part(part: Part, text: &str) -> String {
    format!("{}{}", if part.is_inherited() { "…" } else { "" }, flat(part.span().of(text)))
}

/// What the value of a fact is: `growth yoy up`.
pub(crate) fn what(fact: &Fact) -> String {
    let mut what = vec![fact.aspect().name()];
    what.extend(fact.basis().map(Basis::name));
    what.extend(fact.direction().map(Direction::name));
    if fact.status() != Status::Actual {
        what.push(fact.status().name());
    }
    what.join(" ")
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
pub(crate) fn grouped(number: Number) -> String {
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

/// On one line, without what would move the cursor.
pub(crate) fn flat(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
