//! How things are spelt: data and the tables that find it. No control flow of the grammar.

pub(crate) mod basis;
pub(crate) mod bounds;
pub(crate) mod change;
mod char_set;
pub(crate) mod digits;
pub(crate) mod followers;
pub(crate) mod heads;
pub(crate) mod indicators;
pub(crate) mod linkers;
pub(crate) mod measures;
mod names;
pub(crate) mod script;
mod spellings;
pub(crate) mod status;
mod table;
pub(crate) mod time;
pub(crate) mod turns;

pub(crate) use char_set::{CharSet, Heads};
pub(crate) use names::Names;
pub(crate) use spellings::Spellings;
pub(crate) use table::{Added, Lexicon, Open, Sense, currency, measures_of, rate_times, unit_words};
