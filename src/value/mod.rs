//! What is meant: numbers, amounts, units, quantities and calendar expressions. Knows no Chinese.

mod amount;
mod number;
mod quantity;
mod timex;
mod unit;

pub use amount::Amount;
pub use number::Number;
pub(crate) use number::Scaled;
pub use quantity::{Quantity, QuantityKind, Rate};
pub use timex::TimeExpression;
pub(crate) use unit::UnitDef;
pub use unit::{Dimension, Unit, UnitKind};
