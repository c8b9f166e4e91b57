//! How words combine: small productions, composed bottom-up, that read forward from a place.
//!
//! Every production takes the text from its place on, returns what is left and what it read, keeps no
//! state and knows no offsets; the scan at the rim turns lengths into spans.

pub(crate) mod amount;
pub(crate) mod chars;
pub(crate) mod number;
pub(crate) mod parse;
pub(crate) mod quantity;
pub(crate) mod time;

use nom::IResult;

/// What a production returns: the rest of the text and the value.
pub(crate) type Parsed<'t, T> = IResult<&'t str, T, Miss>;

/// A production does not apply here. Says nothing more, for most attempts end so.
pub(crate) type Miss = ();

/// The production that was tried on `input` does not apply.
pub(crate) fn fail<'t, T>(_input: &'t str) -> Parsed<'t, T> {
    Err(nom::Err::Error(()))
}

/// The bytes of `input` that a production left behind `rest`.
pub(crate) fn consumed(input: &str, rest: &str) -> usize {
    input.len() - rest.len()
}
