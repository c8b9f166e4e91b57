//! Turns Chinese numeric expressions in Traditional and Simplified text into exact quantities,
//! calendar periods and facts.

mod error;
mod grammar;
mod lexicon;
mod mention;
mod span;
mod value;

pub use error::{Error, ErrorKind};
pub use mention::{Kind, Mention, Value};
pub use span::{Offsets, Span};
pub use value::{Amount, Dimension, Number, Quantity, QuantityKind, Rate, Unit, UnitKind};
pub use value::{
    DayPart, DurationUnit, Grain, Length, Modifier, Period, Point, Relation, Season, TimeExpression, TimeKind,
    Timex, Vague,
};
