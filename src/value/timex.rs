//! Calendar expressions; the place of the time kinds.

/// A calendar expression.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TimeExpression {}
