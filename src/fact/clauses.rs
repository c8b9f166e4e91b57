//! Sentences of a text and clauses of a sentence.

use unicode_segmentation::UnicodeSegmentation;

use super::tokens::{Mark, Token, TokenKind};
use crate::span::Span;

/// The sentences of `text` by the rules of Unicode, which know 。！？ and the quotes behind them.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = Span> + '_ {
    text.split_sentence_bound_indices().map(|(at, sentence)| Span::new(at, at + sentence.len()))
}

/// The clauses of a row of tokens, each with the mark that ends it.
pub(crate) fn clauses(tokens: &[Token]) -> impl Iterator<Item = (&[Token], Option<Mark>)> {
    tokens.split_inclusive(|token| ends_clause(token.kind)).map(|clause| match clause.split_last() {
        Some((Token { kind: TokenKind::Mark(mark), .. }, body)) if *mark != Mark::List => (body, Some(*mark)),
        _ => (clause, None),
    })
}

fn ends_clause(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Mark(mark) if mark != Mark::List)
}
