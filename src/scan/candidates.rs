//! Places where an expression can begin, at nearly the speed of reading memory.
//!
//! One bit a character decides; only a character that can open a time is looked at with the next one.

use once_cell::sync::Lazy;

use crate::grammar::time;
use crate::lexicon::CharSet;
use crate::lexicon::digits::numerals;

struct Marks {
    /// Numerals and fullwidth digits.
    numbers: CharSet,
    /// The same, 每, 第 and what can open a time.
    any: CharSet,
    /// Of those what must not be asked further.
    sure: CharSet,
    /// What can stand behind the others.
    second: CharSet,
}

static MARKS: Lazy<Marks> = Lazy::new(|| {
    let numbers: CharSet = numerals().chain('０'..='９').collect();
    let mut sure = numbers.clone();
    sure.extend(['每', '第']);
    let mut any = sure.clone();
    any.extend(time::openers());
    Marks { numbers, any, sure, second: time::second_characters().collect() }
});

/// The next place from `from` on where a number can begin.
pub(super) fn number(text: &str, from: usize) -> Option<usize> {
    find(text, from, &MARKS.numbers, |at, ascii| !ascii || starts_number(text.as_bytes(), at))
}

/// The next place from `from` on where a quantity or a time can begin.
pub(super) fn expression(text: &str, from: usize) -> Option<usize> {
    let marks = &*MARKS;
    find(text, from, &marks.any, |at, ascii| {
        if ascii {
            return starts_number(text.as_bytes(), at) || starts_code(text.as_bytes(), at);
        }
        match text.as_bytes()[at..] {
            [lead, middle, last, ..] if marks.sure.contains_utf8(lead, middle, last) => true,
            // Most end here: 不 opens 不久前, but hardly ever does.
            [_, _, _, lead @ 0xE0..0xF0, middle, last, ..]
                if !marks.second.contains_utf8(lead, middle, last) =>
            {
                false
            }
            _ => {
                let mut chars = text[at..].chars();
                chars.next().is_some_and(|first| time::opens(first, chars.as_str()))
            }
        }
    })
}

/// The first place from `from` on with a character of `set`, or one in ASCII that can begin an
/// expression, that `wanted` accepts, which is told whether it is in ASCII.
#[inline]
fn find(text: &str, from: usize, set: &CharSet, wanted: impl Fn(usize, bool) -> bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    // Chinese characters have three bytes and come in long runs, so they are asked for first.
    loop {
        at = set.pass(bytes, at);
        match *bytes.get(at..)? {
            [lead @ 0xE0..0xF0, middle, last, ..] => {
                if set.contains_utf8(lead, middle, last) && wanted(at, false) {
                    return Some(at);
                }
                at += 3;
            }
            [lead @ 0..0x80, ..] => {
                if opens(lead) && wanted(at, true) {
                    return Some(at);
                }
                at += 1;
            }
            // Within a character, where a caller stepped by a byte.
            [0x80..0xC0, ..] => at += 1,
            [0xC0..0xE0, ..] => at += 2,
            [_, ..] => at += 4,
            [] => return None,
        }
    }
}

/// Whether a byte of ASCII can begin an expression.
#[inline]
fn opens(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'.' | b'Q' | b'H' | b'F')
}

/// A digit, or a point with a digit behind it and none before: `.5`.
fn starts_number(bytes: &[u8], at: usize) -> bool {
    if bytes[at].is_ascii_digit() {
        return true;
    }
    let free = |before: u8| !before.is_ascii_alphanumeric() && before != b'.';
    bytes[at] == b'.'
        && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
        && at.checked_sub(1).is_none_or(|before| free(bytes[before]))
}

/// Q3, FY25: a letter that opens a period.
fn starts_code(bytes: &[u8], at: usize) -> bool {
    let opens = match bytes[at] {
        b'Q' | b'H' => bytes.get(at + 1).is_some_and(u8::is_ascii_digit),
        b'F' => bytes.get(at + 1) == Some(&b'Y'),
        _ => false,
    };
    opens && at.checked_sub(1).is_none_or(|before| !bytes[before].is_ascii_alphanumeric())
}
