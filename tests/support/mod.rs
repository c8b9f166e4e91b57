//! What the tests of the corpora share: cases as read from the files, and texts in the other script.

pub(crate) mod case;
pub(crate) mod script;
pub(crate) mod script_table;
