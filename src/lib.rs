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
pub use value::{Amount, Dimension, Number, Quantity, QuantityKind, Rate, TimeExpression, Unit, UnitKind};
