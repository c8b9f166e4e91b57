//! What is meant: numbers, amounts, units, quantities and calendar expressions. Knows no Chinese.

mod amount;
pub(crate) mod lunar;
mod number;
mod period;
mod quantity;
mod time;
pub(crate) mod timex;
mod unit;

pub use amount::Amount;
pub use number::Number;
pub(crate) use number::Scaled;
pub use period::Period;
pub use quantity::{Quantity, QuantityKind, Rate};
pub use time::{Relation, TimeExpression, TimeKind};
pub use timex::{DayPart, DurationUnit, Grain, Length, Modifier, Point, Season, Timex, Vague};
pub(crate) use unit::UnitDef;
pub use unit::{Dimension, Unit, UnitKind};
