//! Turns Chinese numeric expressions in Traditional and Simplified text into exact quantities, calendar
//! periods and facts.
//!
//! Three layers, each usable alone:
//!
//! | layer | question it answers | method | example |
//! |---|---|---|---|
//! | number | what number is written here? | [`Extractor::numbers`] | `一千二百三十四萬` is 12 340 000 |
//! | mention | what quantity or time is meant? | [`Extractor::mentions`] | `約1.5萬噸` is about 15 000 t |
//! | fact | who, which indicator, how much, when? | [`Extractor::analyze`] | 全縣 · 茶葉產量 · 約 15 000 t · 2021 |
//!
//! ```
//! use zhfact::{Aspect, Basis, Direction, Extractor};
//!
//! let extractor = Extractor::new();
//! let text = "2021年，東港市出口額129.06億元，同比增長5.2%。";
//! let analysis = extractor.analyze(text);
//!
//! let facts = analysis.facts();
//! assert_eq!(facts.len(), 2);
//! let said = |fact: &zhfact::Fact| {
//!     let word = |part: Option<zhfact::Part>| part.map_or("", |part| part.span().of(text));
//!     (word(fact.subject()), word(fact.indicator()), analysis.mentions()[fact.value()].text())
//! };
//! assert_eq!(said(&facts[0]), ("東港市", "出口額", "129.06億元"));
//! assert_eq!(said(&facts[1]), ("東港市", "出口額", "5.2%"));
//! assert_eq!(facts[1].aspect(), Aspect::Growth);
//! assert_eq!((facts[1].basis(), facts[1].direction()), (Some(Basis::Yoy), Some(Direction::Up)));
//! ```
//!
//! Values go back to Chinese with a [`Format`], and [`Extractor::normalize`] rewrites a text in one style:
//!
//! ```
//! use zhfact::{Format, Quantity, Script};
//! let revenue: Quantity = "129.06億元".parse()?;
//! assert_eq!(Format::bankers(Script::Traditional).quantity(&revenue), "壹佰貳拾玖億零陸佰萬圓整");
//! # Ok::<(), zhfact::Error>(())
//! ```
//!
//! A string that is one expression parses: `"30至50億元".parse::<Quantity>()`. Extraction from running text
//! never fails and never panics; only parsing, constructors and lexicon loading return errors.
//!
//! The pages [`docs::spec`] (what is extracted), [`docs::time`] (how times are read and resolved),
//! [`docs::format`] (how values are written), [`docs::adding`] (how to add to the tables), [`docs::design`]
//! (how it is built) and [`docs::trust`] (what was tried against it, and what held) go deeper.
//!
//! # Features
//!
//! - `serde`: `Serialize` for the values and [`json`], the JSON lines of a document.
//! - `lunar`: dates of the lunar calendar and of the solar terms.

mod added;
mod error;
mod extractor;
mod fact;
mod format;
mod grammar;
#[cfg(feature = "serde")]
pub mod json;
mod lexicon;
mod mention;
mod resolve;
mod scan;
mod span;
mod value;

/// Pages on what is extracted, how to add to it, and how the crate is built.
pub mod docs {
    #[doc = include_str!("docs/adding.md")]
    pub mod adding {}
    #[doc = include_str!("docs/design.md")]
    pub mod design {}
    #[doc = include_str!("docs/facts.md")]
    pub mod facts {}
    #[doc = include_str!("docs/format.md")]
    pub mod format {}
    #[doc = include_str!("docs/spec.md")]
    pub mod spec {}
    #[doc = include_str!("docs/time.md")]
    pub mod time {}
    #[doc = include_str!("docs/trust.md")]
    pub mod trust {}
}

/// The snippets of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}

pub use error::{Error, ErrorKind};
pub use extractor::{Builder, Extractor, Region};
pub use fact::{Analysis, Aspect, Basis, Direction, Fact, Part, Status};
pub use format::{Format, Normalized, Scale, Script, Style};
pub use mention::{Kind, Mention, Value};
pub use resolve::Anchor;
pub use scan::{Mentions, NumberMention, Numbers};
pub use span::{Offsets, Span};
pub use value::{Amount, Dimension, Number, Quantity, QuantityKind, Rate, Unit, UnitKind};
pub use value::{
    DayPart, DurationUnit, Grain, Length, Modifier, Period, Point, Relation, Season, TimeExpression,
    TimeKind, Timex, Vague,
};
