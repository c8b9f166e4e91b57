//! [`Sight`]: what the fact grammar sees of a mention.

use jiff::civil::DateTime;

use crate::mention::{Kind, Mention};
use crate::span::Span;
use crate::value::{Period, Quantity, UnitKind};

/// A mention, reduced to what facts depend on.
#[derive(Clone, Debug)]
pub(crate) struct Sight {
    pub(crate) span: Span,
    pub(crate) extent: Span,
    pub(crate) kind: Kind,
    pub(crate) measure: Measure,
    /// A key of the unit, equal for equal units.
    pub(crate) unit: u32,
    /// Whether the number is below zero.
    pub(crate) negative: bool,
    /// Whether it is counted by something: 每公升28元.
    pub(crate) rated: bool,
    /// Whether it is a time that begins after the day of the text.
    pub(crate) ahead: bool,
    /// Whether it holds a bound or an open end: `過億元`.
    pub(crate) bounded: bool,
}

/// The families of units that facts tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    /// Percent, 成, plain fractions.
    Percent,
    /// 倍 and 番.
    Fold,
    /// Percentage and basis points: steps of a rate.
    Points,
    /// Points of an index.
    IndexPoints,
    /// Things with a classifier.
    Count,
    /// A bare number.
    Bare,
    /// All else.
    Amount,
}

impl Sight {
    pub(crate) fn of(mention: &Mention<'_>, reference: Option<DateTime>) -> Self {
        let quantity = mention.quantity();
        Sight {
            span: mention.span(),
            extent: mention.extent(),
            kind: mention.kind(),
            measure: quantity.map_or(Measure::Amount, measure),
            unit: quantity.and_then(Quantity::unit).map_or(0, |unit| key(unit.code())),
            negative: quantity.is_some_and(is_negative),
            rated: quantity.is_some_and(|quantity| quantity.rate().is_some()),
            ahead: reference.is_some_and(|day| is_ahead(mention, day)),
            bounded: mention.extent() != mention.span(),
        }
    }
}

/// Whether it is an age, which tells who is counted and not how many: 60歲以上人口.
pub(crate) fn is_age(sight: &Sight) -> bool {
    sight.unit == key("{岁}")
}

/// FNV-1a.
fn key(code: &str) -> u32 {
    code.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn is_ahead(mention: &Mention<'_>, reference: DateTime) -> bool {
    let period = mention.time().and_then(|time| time.period());
    period.and_then(Period::from_date).is_some_and(|from| from > reference.date())
}

fn measure(quantity: &Quantity) -> Measure {
    let Some(unit) = quantity.unit() else { return Measure::Bare };
    measure_of(unit.kind(), unit.code())
}

/// The family of a unit, by its kind and code.
pub(crate) fn measure_of(kind: UnitKind, code: &str) -> Measure {
    match (kind, code) {
        (UnitKind::Ratio, "[pp]" | "[bp]") => Measure::Points,
        (UnitKind::Ratio, "[fold]") => Measure::Fold,
        (UnitKind::Ratio, _) => Measure::Percent,
        (UnitKind::Classifier, "{点}") => Measure::IndexPoints,
        (UnitKind::Classifier, _) => Measure::Count,
        _ => Measure::Amount,
    }
}

fn is_negative(quantity: &Quantity) -> bool {
    quantity.amount().written().is_some_and(|n| n < crate::value::Number::ZERO)
}
