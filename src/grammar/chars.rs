//! The smallest productions: single characters and the spaces that typesetting strews between them.

use nom::Parser;
use nom::bytes::complete::take_while;
use nom::combinator::{map_opt, verify};

use super::{Parsed, fail};

/// The first character.
#[inline]
pub(crate) fn any(input: &str) -> Parsed<'_, char> {
    match input.chars().next() {
        Some(c) => Ok((&input[c.len_utf8()..], c)),
        None => fail(input),
    }
}

/// One character that `wanted` accepts.
pub(crate) fn one(wanted: impl Fn(char) -> bool) -> impl FnMut(&str) -> Parsed<'_, char> {
    move |input| verify(any, |&c| wanted(c)).parse(input)
}

/// One character, mapped; fails where `meaning` is `None`.
pub(crate) fn mapped<T>(meaning: impl Fn(char) -> Option<T>) -> impl FnMut(&str) -> Parsed<'_, T> {
    move |input| map_opt(any, &meaning).parse(input)
}

/// Any spaces within a line.
#[inline]
pub(crate) fn spaces(input: &str) -> Parsed<'_, &str> {
    // The first byte of a space in UTF-8; nearly never is there one.
    match input.as_bytes().first() {
        Some(b' ' | 0xC2 | 0xE3) => take_while(is_space)(input),
        _ => Ok((input, "")),
    }
}

/// Nothing, where the first character is one that `wanted` accepts: so that productions of many parts are
/// not tried where none of them can begin.
#[inline]
pub(crate) fn ahead<'t>(input: &'t str, wanted: impl Fn(char) -> bool) -> Parsed<'t, ()> {
    match input.chars().next() {
        Some(c) if wanted(c) => Ok((input, ())),
        _ => fail(input),
    }
}

/// A space within a line: ASCII, no-break or ideographic.
pub(crate) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{3000}')
}

/// `word`, with typesetting spaces allowed between its characters.
pub(crate) fn spaced<'t>(input: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = input;
    for (i, wanted) in word.chars().enumerate() {
        let trimmed = if i == 0 { rest } else { rest.trim_start_matches(is_space) };
        rest = trimmed.strip_prefix(wanted)?;
    }
    Some(rest)
}

/// A Chinese character, compatibility and supplementary planes included.
pub(crate) fn is_han(c: char) -> bool {
    matches!(u32::from(c), 0x4E00..=0x9FFF | 0x3400..=0x4DBF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
        || c == '〇'
}
