//! Turns Chinese numeric expressions in Traditional and Simplified text into exact quantities,
//! calendar periods and facts.

mod error;
mod extractor;
mod fact;
mod grammar;
#[cfg(feature = "serde")]
pub mod json;
mod lexicon;
mod mention;
mod resolve;
mod scan;
mod span;
mod value;

pub use error::{Error, ErrorKind};
pub use extractor::{Builder, Extractor, Region};
pub use fact::{Analysis, Aspect, Basis, Direction, Fact, Part, Status};
pub use mention::{Kind, Mention, Value};
pub use resolve::Anchor;
pub use scan::{Mentions, NumberMention, Numbers};
pub use span::{Offsets, Span};
pub use value::{Amount, Dimension, Number, Quantity, QuantityKind, Rate, Unit, UnitKind};
pub use value::{
    DayPart, DurationUnit, Grain, Length, Modifier, Period, Point, Relation, Season, TimeExpression,
    TimeKind, Timex, Vague,
};
