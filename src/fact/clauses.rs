//! Sentences of a text and clauses of a sentence.

use unicode_segmentation::UnicodeSegmentation;

use super::tokens::{Mark, Token, TokenKind};
use crate::span::Span;

/// The sentences of `text` by the rules of Unicode (UAX #29), which know 。！？ and the quotes behind them.
///
/// A stop right before a Chinese character always ends a sentence (rule SB11), and between two such places
/// there is mostly nothing more to find; the rules are run only where there is.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    let pieces = core::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let (len, plain) = piece(rest);
        at += len;
        Some((at - len, &rest[..len], plain))
    });
    pieces.flat_map(|(at, piece, plain)| {
        let whole = plain.then_some((0, piece));
        let parts = (!plain).then(|| piece.split_sentence_bound_indices());
        let span = move |(start, sentence): (usize, &str)| Span::new(at + start, at + start + sentence.len());
        whole.into_iter().chain(parts.into_iter().flatten()).map(span)
    })
}

/// The bytes up to the first stop that surely ends a sentence, and whether no other stop is in them.
fn piece(text: &str) -> (usize, bool) {
    let bytes = text.as_bytes();
    let mut plain = true;
    let mut at = 0;
    while let Some(&lead) = bytes.get(at) {
        let width = match lead {
            0..0x80 => 1,
            0x80..0xE0 => 2,
            0xE0..0xF0 => 3,
            _ => 4,
        };
        let behind = at + width;
        match bytes.get(at..behind) {
            // A point within a number is no stop (rule SB6).
            Some(b".") if bytes.get(behind).is_some_and(u8::is_ascii_digit) => {}
            Some(stop @ (b"." | b"!" | b"?" | FULL_STOP | EXCLAMATION | QUESTION)) => {
                // Only behind a point a sentence may go on with a letter or a digit (rules SB6 to SB8).
                let begins = |c: char| is_ideograph(c) || stop != b"." && c.is_ascii_alphanumeric();
                if behind == text.len() || text[behind..].starts_with(begins) {
                    return (behind, plain);
                }
                plain = false;
            }
            Some(b"\n" | b"\r") => plain = false,
            Some(&[lead, ..]) if !is_plain(lead) && !is_no_stop(&text[at..behind]) => plain = false,
            _ => {}
        }
        at = behind;
    }
    (text.len(), plain)
}

const FULL_STOP: &[u8] = "。".as_bytes();
const EXCLAMATION: &[u8] = "！".as_bytes();
const QUESTION: &[u8] = "？".as_bytes();

/// Whether a character that begins with this byte in UTF-8 is no stop: ASCII, Latin, Greek, Cyrillic, and
/// Chinese characters, whose own punctuation the caller knows.
fn is_plain(lead: u8) -> bool {
    matches!(lead, 0..0x80 | 0xC3..=0xD3 | 0xE3..=0xE9)
}

/// The commonest characters beside them that are no stops either.
fn is_no_stop(c: &str) -> bool {
    matches!(
        c,
        "，" | "："
            | "；"
            | "（"
            | "）"
            | "％"
            | "“"
            | "”"
            | "‘"
            | "’"
            | "—"
            | "…"
            | "－"
            | "～"
            | "·"
    )
}

/// A letter of no case, behind which a sentence goes on only as the first of its own.
fn is_ideograph(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sentences_are_those_of_unicode(
            text in "([一-三年月。！？!?.．，、：「」”’）) \r\n0-9a-cA-C…％\u{85}\u{2028}‼։।\u{1F600}\u{0301}\u{200D}]|。一|5\\.2){0,40}",
        ) {
            let wanted: Vec<&str> = text.split_sentence_bounds().collect();
            let found: Vec<&str> = sentences(&text).map(|span| span.of(&text)).collect();
            prop_assert_eq!(found, wanted);
        }
    }
}
