//! How things are spelt: data and the tables that find it. No control flow of the grammar.

mod spellings;

pub(crate) use spellings::Spellings;
