//! The JSON form of what is found in a document, one line a document.
//!
//! Numbers are strings, so that nothing is rounded; `start` and `end` count Unicode scalar values,
//! `byte_start` and `byte_end` UTF-8 bytes; fields that are none are left out.
//!
//! ```
//! use zhfact::{Extractor, json};
//!
//! let extractor = Extractor::new();
//! let text = "茶葉產量約1.5萬噸";
//! let mentions: Vec<_> = extractor.mentions(text).collect();
//! let line = serde_json::to_string(&json::Document::new("7", text).mentions(&mentions)).unwrap();
//! assert_eq!(
//!     line,
//!     r#"{"id":"7","mentions":[{"text":"1.5萬噸","start":5,"end":10,"byte_start":15,"byte_end":24,"extent":[4,10],"kind":"measure","amount":{"lo":"15000","hi":"15000","lo_inclusive":true,"hi_inclusive":true,"approx":true},"unit":"t"}]}"#,
//! );
//! ```

use core::ops::Bound;

use serde::{Serialize, Serializer};

use crate::fact::{Analysis, Basis, Direction, Fact, Part};
use crate::mention::{Mention, Value};
use crate::scan::NumberMention;
use crate::span::Offsets;
use crate::value::{Amount, Modifier, Number, Period, Quantity, Rate, Relation, TimeExpression, Unit};

/// One line of output: a document and the layers found in it.
#[derive(Clone, Debug, Serialize)]
pub struct Document<'a> {
    id: &'a str,
    #[serde(skip)]
    text: &'a str,
    #[serde(skip)]
    places: Offsets<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    numbers: Option<Vec<NumberLine<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mentions: Option<Vec<MentionLine<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    facts: Option<Vec<FactLine<'a>>>,
}

impl<'a> Document<'a> {
    /// A document with no layer yet.
    #[must_use]
    pub fn new(id: &'a str, text: &'a str) -> Self {
        Document { id, text, places: Offsets::new(text), numbers: None, mentions: None, facts: None }
    }

    /// With the layer of numbers.
    #[must_use]
    pub fn numbers(mut self, numbers: &[NumberMention<'a>]) -> Self {
        let line = |number: &NumberMention<'a>| {
            let (start, end) = self.places.chars(number.span());
            NumberLine { text: number.text(), start, end, value: number.value() }
        };
        self.numbers = Some(numbers.iter().map(line).collect());
        self
    }

    /// With the layer of mentions.
    #[must_use]
    pub fn mentions(mut self, mentions: &[Mention<'a>]) -> Self {
        self.mentions =
            Some(mentions.iter().map(|mention| MentionLine::new(mention, &self.places)).collect());
        self
    }
}

impl<'a> Document<'a> {
    /// With the layers of mentions and facts.
    #[must_use]
    pub fn analysis(self, analysis: &Analysis<'a>) -> Self {
        let lines =
            analysis.facts().iter().map(|fact| FactLine::new(fact, self.text, &self.places)).collect();
        Document { facts: Some(lines), ..self.mentions(analysis.mentions()) }
    }
}

#[derive(Clone, Debug, Serialize)]
struct FactLine<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    indicator: Option<PartLine<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicator_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<PartLine<'a>>,
    value: usize,
    aspect: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<&'static str>,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part_of: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<usize>,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    cumulative: bool,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    mismatched: bool,
}

#[derive(Clone, Debug, Serialize)]
struct PartLine<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    inherited: bool,
}

impl<'a> FactLine<'a> {
    fn new(fact: &Fact, text: &'a str, places: &Offsets<'_>) -> Self {
        let part = |part: Part| {
            let (start, end) = places.chars(part.span());
            PartLine { text: part.span().of(text), start, end, inherited: part.is_inherited() }
        };
        FactLine {
            subject: fact.subject().map(part),
            indicator: fact.indicator().map(part),
            indicator_id: fact.indicator_id().map(str::to_owned),
            value: fact.value(),
            aspect: fact.aspect().name(),
            basis: fact.basis().map(Basis::name),
            direction: fact.direction().map(Direction::name),
            status: fact.status().name(),
            period: fact.period(),
            part_of: fact.part_of(),
            condition: fact.condition(),
            cumulative: fact.is_cumulative(),
            mismatched: fact.is_mismatched(),
        }
    }
}

#[derive(Clone, Debug, Serialize)]
struct NumberLine<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    value: Number,
}

#[derive(Clone, Debug, Serialize)]
struct MentionLine<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    byte_start: usize,
    byte_end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    extent: Option<(usize, usize)>,
    kind: &'static str,
    #[serde(flatten)]
    value: ValueLine,
}

impl<'a> MentionLine<'a> {
    fn new(mention: &Mention<'a>, places: &Offsets<'_>) -> Self {
        let span = mention.span();
        let around = places.chars(mention.extent());
        let (start, end) = places.chars(span);
        MentionLine {
            text: mention.text(),
            start,
            end,
            byte_start: span.start(),
            byte_end: span.end(),
            extent: (around != (start, end)).then_some(around),
            kind: mention.kind().name(),
            value: ValueLine::new(mention.value()),
        }
    }
}

/// The fields that depend on the kind, flattened into the mention.
#[derive(Clone, Debug, Default, Serialize)]
struct ValueLine {
    #[serde(skip_serializing_if = "Option::is_none")]
    timex: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    until_included: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    relation: Option<&'static str>,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    per: Option<Rate>,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    assumed: bool,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    inferred: bool,
}

impl ValueLine {
    fn new(value: &Value) -> Self {
        match value {
            Value::Quantity(quantity) => ValueLine::quantity(quantity),
            Value::Time(time) => ValueLine::time(time),
        }
    }

    fn time(time: &TimeExpression) -> Self {
        ValueLine {
            timex: Some(time.timex().to_string()),
            from: time.period().and_then(Period::from_string),
            until: time.period().and_then(Period::until_string),
            until_included: time.period().is_some_and(Period::is_closed),
            relation: time.relation().map(Relation::name),
            modifier: time.modifier().map(Modifier::name),
            amount: time.amount().copied(),
            unit: time.unit().map(|unit| unit.code().to_owned()),
            ..ValueLine::default()
        }
    }

    fn quantity(quantity: &Quantity) -> Self {
        ValueLine {
            amount: Some(*quantity.amount()),
            unit: quantity.unit().map(|unit| unit.code().to_owned()),
            per: quantity.rate().cloned(),
            assumed: quantity.is_assumed(),
            inferred: quantity.is_inferred(),
            ..ValueLine::default()
        }
    }
}

/// A string, `"2/3"` for a fraction.
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The code.
impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// `{"amount":"1","unit":"t"}`.
impl Serialize for Rate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Line<'a> {
            amount: Number,
            unit: &'a Unit,
        }
        Line { amount: self.amount(), unit: self.unit() }.serialize(serializer)
    }
}

/// `{"lo":"3","hi":"5","lo_inclusive":true,"hi_inclusive":true,"approx":false}`; an open end has no `lo`
/// or `hi`.
impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Line {
            #[serde(skip_serializing_if = "Option::is_none")]
            lo: Option<Number>,
            #[serde(skip_serializing_if = "Option::is_none")]
            hi: Option<Number>,
            #[serde(skip_serializing_if = "Option::is_none")]
            lo_inclusive: Option<bool>,
            #[serde(skip_serializing_if = "Option::is_none")]
            hi_inclusive: Option<bool>,
            approx: bool,
        }
        let end = |bound| match bound {
            Bound::Included(n) => (Some(n), Some(true)),
            Bound::Excluded(n) => (Some(n), Some(false)),
            Bound::Unbounded => (None, None),
        };
        let ((lo, lo_inclusive), (hi, hi_inclusive)) = (end(self.lo()), end(self.hi()));
        Line { lo, hi, lo_inclusive, hi_inclusive, approx: self.is_approximate() }.serialize(serializer)
    }
}

/// Amount, unit and rate as in a mention, with the kind before them.
impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Line {
            kind: &'static str,
            #[serde(flatten)]
            value: ValueLine,
        }
        let kind = crate::mention::Kind::from(self.kind()).name();
        Line { kind, value: ValueLine::quantity(self) }.serialize(serializer)
    }
}
