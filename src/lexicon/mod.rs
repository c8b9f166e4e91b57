//! How things are spelt: data and the tables that find it. No control flow of the grammar.

pub(crate) mod basis;
pub(crate) mod change;
pub(crate) mod heads;
pub(crate) mod indicators;
pub(crate) mod linkers;
mod spellings;
pub(crate) mod status;

pub(crate) use spellings::Spellings;
