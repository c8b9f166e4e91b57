//! [`Mention`]: a quantity or time with its place in a text.

use core::fmt;

use crate::span::Span;
use crate::value::{Quantity, QuantityKind, TimeExpression, TimeKind};

/// An expression found in a text: where it stands and what it means.
///
/// ```
/// use zhfact::{Extractor, Kind};
///
/// let extractor = Extractor::new();
/// let mentions: Vec<_> = extractor.mentions("接待旅客約20餘萬人次").collect();
/// assert_eq!(mentions.len(), 1);
/// assert_eq!(mentions[0].text(), "20餘萬人次");
/// assert_eq!(mentions[0].kind(), Kind::Count);
/// assert_eq!(mentions[0].quantity().expect("a count").to_string(), "(200000, 300000)~ {人次}");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention<'t> {
    text: &'t str,
    span: Span,
    extent: Span,
    value: Value,
}

/// What a mention means.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// An amount of something.
    Quantity(Quantity),
    /// A stretch or point of time, or a length of it.
    Time(TimeExpression),
}

/// The kinds of mention, as the field `kind` of the JSON form names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// An amount of a currency.
    Money,
    /// A physical or trade measure.
    Measure,
    /// A number and a classifier 量詞 or counted noun.
    Count,
    /// Percent and its kin.
    Ratio,
    /// A bare number that measures something with no unit written.
    Number,
    /// A place in an order.
    Ordinal,
    /// One calendar day.
    Date,
    /// A stretch of the calendar.
    Period,
    /// A time of day, alone or with its day.
    Time,
    /// A length of time not tied to the calendar.
    Duration,
    /// A recurring time.
    Set,
}

impl Kind {
    /// Its name in lower case: `money`, `measure`, …
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Money => "money",
            Kind::Measure => "measure",
            Kind::Count => "count",
            Kind::Ratio => "ratio",
            Kind::Number => "number",
            Kind::Ordinal => "ordinal",
            Kind::Date => "date",
            Kind::Period => "period",
            Kind::Time => "time",
            Kind::Duration => "duration",
            Kind::Set => "set",
        }
    }

    /// Whether it is one of the time kinds.
    #[must_use]
    pub const fn is_time(self) -> bool {
        matches!(self, Kind::Date | Kind::Period | Kind::Time | Kind::Duration | Kind::Set)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl From<QuantityKind> for Kind {
    fn from(kind: QuantityKind) -> Self {
        match kind {
            QuantityKind::Money => Kind::Money,
            QuantityKind::Measure => Kind::Measure,
            QuantityKind::Count => Kind::Count,
            QuantityKind::Ratio => Kind::Ratio,
            QuantityKind::Number => Kind::Number,
            QuantityKind::Ordinal => Kind::Ordinal,
        }
    }
}

impl From<TimeKind> for Kind {
    fn from(kind: TimeKind) -> Self {
        match kind {
            TimeKind::Date => Kind::Date,
            TimeKind::Period => Kind::Period,
            TimeKind::Time => Kind::Time,
            TimeKind::Duration => Kind::Duration,
            TimeKind::Set => Kind::Set,
        }
    }
}

impl<'t> Mention<'t> {
    /// A mention of `text`, the whole document; `extent` is widened to hold `span`.
    pub(crate) fn new(text: &'t str, span: Span, extent: Span, value: Value) -> Self {
        Mention { text, span, extent: extent.cover(span), value }
    }

    /// The words from number, sign or currency prefix to the end of the unit.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text.get(self.span.start()..self.span.end()).unwrap_or("")
    }

    /// The whole document.
    pub(crate) const fn document(&self) -> &'t str {
        self.text
    }

    /// The bytes of [`text`](Mention::text) in the document.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The span with the words around it that set its bounds or rate (`約`, `以上`, `每股`, `第`).
    #[must_use]
    pub const fn extent(&self) -> Span {
        self.extent
    }

    /// What it means.
    #[must_use]
    pub const fn value(&self) -> &Value {
        &self.value
    }

    /// The kind of what it means.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match &self.value {
            Value::Quantity(quantity) => quantity.kind().into(),
            Value::Time(time) => time.kind().into(),
        }
    }

    #[allow(dead_code, reason = "for the resolution of times")]
    pub(crate) fn value_mut(&mut self) -> &mut Value {
        &mut self.value
    }

    /// The quantity, if it is one.
    #[must_use]
    pub const fn quantity(&self) -> Option<&Quantity> {
        match &self.value {
            Value::Quantity(quantity) => Some(quantity),
            Value::Time(_) => None,
        }
    }

    /// The time, if it is one.
    #[must_use]
    pub const fn time(&self) -> Option<&TimeExpression> {
        match &self.value {
            Value::Time(time) => Some(time),
            Value::Quantity(_) => None,
        }
    }
}
