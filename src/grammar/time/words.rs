//! Words and small numbers that the productions of time share.
//!
//! ```text
//! small    = digit [ digit ] | [ figure ] "十" [ figure ] | "廿" [ figure ] | "卅" [ figure ] | [ "零" ] figure
//! several  = small | "兩"
//! gap      = { space }
//! ```

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, not, opt, peek, verify};
use nom::sequence::{preceded, terminated};
use once_cell::sync::Lazy;

use crate::grammar::chars::{is_space, mapped, one, spaces};
use crate::grammar::{Miss, Parsed, fail};
use crate::lexicon::CharSet;
use crate::lexicon::digits::{self, Form, Numeral, ascii_digit, numeral};
use crate::lexicon::time::{MARKS_BEHIND_NUMBERS, Table};

/// The longest word of a table.
pub(super) fn word<T: Copy>(table: &'static Table<T>) -> impl Fn(&str) -> Parsed<'_, T> {
    move |input| match table.head(input) {
        Some((len, meaning)) => Ok((&input[len..], *meaning)),
        None => fail(input),
    }
}

/// One of some characters, spaces before it allowed.
pub(super) fn sign(wanted: &'static [char]) -> impl Fn(&str) -> Parsed<'_, char> {
    move |input| preceded(spaces, one(|c| wanted.contains(&c))).parse(input)
}

/// Not one of some characters behind.
pub(super) fn unless(trap: &'static [char]) -> impl Fn(&str) -> Parsed<'_, ()> {
    move |input| not(peek(sign(trap))).parse(input)
}

/// Whether a character separates clauses: punctuation, brackets, spaces; not what belongs to numbers.
pub(super) fn is_clause_edge(c: char) -> bool {
    is_space(c)
        || matches!(
            c,
            '，' | ','
                | '。'
                | '；'
                | ';'
                | '：'
                | ':'
                | '、'
                | '！'
                | '？'
                | '!'
                | '?'
                | '\n'
                | '\r'
                | '\t'
                | '（'
                | '）'
                | '('
                | ')'
                | '「'
                | '」'
                | '『'
                | '』'
                | '“'
                | '”'
                | '"'
                | '《'
                | '》'
                | '〈'
                | '〉'
                | '【'
                | '】'
                | '|'
                | '．'
        )
}

/// What a time goes on with behind its digits.
static BEHIND_NUMBERS: Lazy<CharSet> =
    Lazy::new(|| MARKS_BEHIND_NUMBERS.iter().copied().chain(digits::numerals()).collect());

/// Whether a time goes on with `c` behind its digits.
pub(super) fn follows_number(c: char) -> bool {
    BEHIND_NUMBERS.contains(c)
}

/// Whether a number in digits or numerals can begin with `c`.
#[inline]
pub(super) fn is_number(c: char) -> bool {
    ascii_digit(c).is_some() || numeral(c).is_some()
}

/// One or two digits of either width, not followed by another one.
pub(super) fn two_digits(input: &str) -> Parsed<'_, i8> {
    let mut rest = input;
    let mut number = 0;
    let mut len = 0;
    while let Some((c, digit)) = rest.chars().next().and_then(|c| Some((c, ascii_digit(c)?))) {
        len += 1;
        if len > 2 {
            return fail(input);
        }
        number = number * 10 + i8::try_from(digit).unwrap_or(0);
        rest = &rest[c.len_utf8()..];
    }
    if len == 0 { fail(input) } else { Ok((rest, number)) }
}

/// A day in digits, which a clock time may touch: 2021-09-0910:09.
pub(super) fn day_or_short(input: &str) -> Parsed<'_, i8> {
    let digit = |input| mapped(|c| ascii_digit(c).and_then(|d| i8::try_from(d).ok())).parse(input);
    let (rest, first) = digit(input)?;
    let (rest, second) = opt(digit).parse(rest)?;
    let day = second.map_or(first, |second| first * 10 + second);
    let glued_clock = (opt(digit), digit, one(|c| matches!(c, ':' | '：')));
    let (rest, ()) = alt((not(peek(digit)), nom::combinator::value((), peek(glued_clock)))).parse(rest)?;
    Ok((rest, day))
}

/// Exactly four digits of either width or four digit numerals.
pub(super) fn four_digits(input: &str) -> Parsed<'_, i16> {
    alt((exactly(4, arabic), exactly(4, spoken))).parse(input)
}

/// Exactly two digits: 21, 九七.
pub(super) fn pair_of_digits(input: &str) -> Parsed<'_, i16> {
    alt((exactly(2, arabic), exactly(2, spoken))).parse(input)
}

/// Exactly `count` digits, not followed by another one.
pub(super) fn exactly(count: usize, digit: fn(&str) -> Parsed<'_, i16>) -> impl Fn(&str) -> Parsed<'_, i16> {
    move |input| {
        let mut rest = input;
        let mut value = 0i16;
        for _ in 0..count {
            let (behind, next) = digit(rest)?;
            value = value.saturating_mul(10).saturating_add(next);
            rest = behind;
        }
        let (rest, ()) = not(peek(digit)).parse(rest)?;
        Ok((rest, value))
    }
}

/// A digit of either width.
pub(super) fn arabic(input: &str) -> Parsed<'_, i16> {
    mapped(|c| ascii_digit(c).map(i16::from)).parse(input)
}

/// A digit numeral.
pub(super) fn spoken(input: &str) -> Parsed<'_, i16> {
    mapped(|c| match numeral(c)? {
        (Numeral::Digit(digit), Form::Plain) if !matches!(c, '两' | '兩') => Some(i16::from(digit)),
        _ => None,
    })
    .parse(input)
}

/// A number below 100 in digits or numerals.
pub(super) fn small(input: &str) -> Parsed<'_, i8> {
    alt((two_digits, numerals)).parse(input)
}

/// A number below 100 in numerals: 三, 十二, 二十三, 廿五, 零五.
pub(super) fn numerals(input: &str) -> Parsed<'_, i8> {
    terminated(alt((tens, zero_led, figure)), not(peek(any_numeral))).parse(input)
}

fn any_numeral(input: &str) -> Parsed<'_, Numeral> {
    mapped(|c| {
        numeral(c).map(|(numeral, _)| numeral).filter(|n| !matches!(n, Numeral::Half | Numeral::Several))
    })
    .parse(input)
}

fn tens(input: &str) -> Parsed<'_, i8> {
    let (rest, tens) = alt((preceded_ten, plain_ten, single_tens)).parse(input)?;
    let (rest, ones) = opt(verify(figure, |&ones| ones > 0)).parse(rest)?;
    Ok((rest, tens + ones.unwrap_or(0)))
}

fn preceded_ten(input: &str) -> Parsed<'_, i8> {
    let (rest, count) = verify(figure, |&n| n > 0).parse(input)?;
    let (rest, _) = ten(rest)?;
    Ok((rest, count * 10))
}

fn plain_ten(input: &str) -> Parsed<'_, i8> {
    ten(input).map(|(rest, _)| (rest, 10))
}

fn ten(input: &str) -> Parsed<'_, Numeral> {
    mapped(|c| numeral(c).map(|(numeral, _)| numeral).filter(|n| *n == Numeral::Small(1))).parse(input)
}

fn single_tens(input: &str) -> Parsed<'_, i8> {
    mapped(|c| match numeral(c)? {
        (Numeral::Tens(tens), _) => i8::try_from(tens).ok(),
        _ => None,
    })
    .parse(input)
}

fn zero_led(input: &str) -> Parsed<'_, i8> {
    preceded(one(|c| matches!(c, '零' | '〇' | '○')), figure).parse(input)
}

/// One digit numeral.
pub(super) fn figure(input: &str) -> Parsed<'_, i8> {
    mapped(|c| match numeral(c)? {
        (Numeral::Digit(digit), Form::Plain) => i8::try_from(digit).ok(),
        _ => None,
    })
    .parse(input)
}

/// A small number, `sign`, a small number, in rising order: the two ends of 1—3月.
pub(super) fn rising(input: &str) -> Parsed<'_, (i8, i8)> {
    let (rest, first) = small(input)?;
    let (rest, _) = range_sign(rest)?;
    let (rest, last) = preceded(spaces, small).parse(rest)?;
    if first < last { Ok((rest, (first, last))) } else { fail(input) }
}

/// 7、8: two neighbours in a list.
pub(super) fn neighbours(input: &str) -> Parsed<'_, (i8, i8)> {
    let (rest, first) = small(input)?;
    let (rest, _) = one(|c| matches!(c, '、' | '和' | '及' | '与' | '與')).parse(rest)?;
    let (rest, last) = small(rest)?;
    if first.checked_add(1) == Some(last) { Ok((rest, (first, last))) } else { fail(input) }
}

/// A sign or word between the ends of a range.
pub(super) fn range_sign(input: &str) -> Parsed<'_, ()> {
    let (rest, ()) = preceded(spaces, word(&crate::lexicon::time::RANGE_SIGN)).parse(input)?;
    let (rest, _) = spaces(rest)?;
    Ok((rest, ()))
}

/// A year of our era as the text numbers it, in bounds.
pub(super) fn year_in_bounds(year: i16) -> Option<i16> {
    (1000..=2199).contains(&year).then_some(year)
}

/// 21 and 九七 as years: 2021, 1997.
pub(super) fn full_year(short: i16) -> i16 {
    if short < 50 { 2000 + short } else { 1900 + short }
}

/// Maps with a meaning that may be refused.
pub(super) fn sense<'t, A, B>(
    mut parser: impl Parser<&'t str, Output = A, Error = Miss>,
    meaning: impl Fn(A) -> Option<B>,
) -> impl FnMut(&'t str) -> Parsed<'t, B> {
    move |input| map_opt(|i| parser.parse(i), &meaning).parse(input)
}
