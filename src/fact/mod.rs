//! The fact layer: who, which indicator, how much, for when, compared with what.
//!
//! A text is cut into sentences and clauses ([`clauses`]); a clause becomes a row of tokens
//! ([`tokens`]); a nom grammar over tokens turns the row into phrases ([`grammar`]); a reader folds
//! phrases into facts with open parts ([`reader`]), which the context of the sentence and of the text
//! closes ([`context`]).

mod analysis;
mod clauses;
mod context;
mod grammar;
mod lexicon;
mod noun;
mod reader;
mod sight;
mod tokens;
mod types;

pub use analysis::Analysis;
pub(crate) use lexicon::FactLexicon;
pub use types::{Aspect, Basis, Direction, Fact, Part, Status};

use jiff::civil::DateTime;

use crate::mention::Mention;

/// The facts that `text` states, in the order of their numbers.
pub(crate) fn facts(
    text: &str,
    mentions: &[Mention<'_>],
    reference: Option<DateTime>,
    lexicon: &FactLexicon,
) -> Vec<Fact> {
    let sights: Vec<sight::Sight> =
        mentions.iter().map(|mention| sight::Sight::of(mention, reference)).collect();
    reader::read(text, &sights, lexicon)
}
