//! How things are spelt: data and the tables that find it. No control flow of the grammar.

pub(crate) mod digits;
mod spellings;
pub(crate) mod time;

pub(crate) use spellings::Spellings;
