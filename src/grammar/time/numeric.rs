//! Dates in digits alone.
//!
//! ```text
//! numeric   = four sep two sep two [ "T" ] | four two two | two "/" two "/" two
//!           | four ( "/" | "-" | "." ) two | two "/" two | "1H" pair | "3Q" pair | four "Q3" | four
//! sep       = "-" | "/" | "."
//! ```
//!
//! Excluded: what goes on with digits, points or letters (telephone numbers, versions, addresses).

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, peek, verify};
use nom::sequence::{preceded, terminated};

use super::words::{arabic, day_or_short, exactly, full_year, range_sign, sense, two_digits, year_in_bounds};
use super::{Doubt, Stretch};
use crate::grammar::chars::{ahead, one, spaces};
use crate::grammar::{Parsed, fail};
use crate::lexicon::digits::ascii_digit;
use crate::value::timex::{Part, Point, Year};

/// A date written with digits and signs only.
pub(super) fn numeric(input: &str) -> Parsed<'_, Stretch> {
    ahead(input, |c| ascii_digit(c).is_some())?;
    alt((full_date, compact, short_date, year_months, latin, month_day)).parse(input)
}

fn separator(input: &str) -> Parsed<'_, char> {
    one(|c| matches!(c, '-' | '/' | '.' | '－' | '／')).parse(input)
}

/// Nothing behind that would go on with the number.
fn ends(input: &str) -> Parsed<'_, ()> {
    not(peek(one(|c| c.is_ascii_digit() || ('０'..='９').contains(&c) || c == '%' || c == '％')))
        .parse(input)?;
    let goes_on = preceded(one(|c| matches!(c, '.' | '-' | '/')), one(|c| c.is_ascii_alphanumeric()));
    let (_, ()) = not(peek(goes_on)).parse(input)?;
    Ok((input, ()))
}

fn year(input: &str) -> Parsed<'_, i16> {
    sense(exactly(4, arabic), year_in_bounds).parse(input)
}

fn month(input: &str) -> Parsed<'_, i8> {
    verify(two_digits, |m| (1..=12).contains(m)).parse(input)
}

fn date(year: i16, month: i8, day: i8) -> Option<Stretch> {
    let part = Part::day(Some(month), day)?;
    Some(Stretch::of(Point::of(part).in_year(Year::Is(year))))
}

/// 2020/12/1, 2020-03-25, 2020.3.25.
fn full_date(input: &str) -> Parsed<'_, Stretch> {
    let (rest, year) = year(input)?;
    let (rest, first) = separator(rest)?;
    let (rest, month) = month(rest)?;
    let (rest, second) = separator(rest)?;
    let (rest, day) = day_or_short(rest)?;
    let (rest, _) = opt(one(|c| matches!(c, '日' | '号' | '號'))).parse(rest)?;
    let (rest, ()) = date_ends(rest)?;
    match date(year, month, day) {
        Some(found) if first == second => Ok((rest, found)),
        _ => fail(input),
    }
}

/// Nothing behind a full date that would go on with it; another date may follow a dash.
fn date_ends(input: &str) -> Parsed<'_, ()> {
    let (_, ()) = not(peek(one(|c| c == '%' || c == '％'))).parse(input)?;
    let (_, ()) = not(peek(preceded(one(|c| matches!(c, '.' | '/')), arabic))).parse(input)?;
    Ok((input, ()))
}

/// 20240307, and nothing longer.
fn compact(input: &str) -> Parsed<'_, Stretch> {
    let digits = |count| move |input| exactly_of(count, input);
    let (rest, year) = sense(digits(4), |y| (1900..=2099).contains(&y).then_some(y)).parse(input)?;
    let (rest, month) =
        sense(digits(2), |m| i8::try_from(m).ok().filter(|m| (1..=12).contains(m))).parse(rest)?;
    let (rest, day) = sense(digits(2), |d| i8::try_from(d).ok()).parse(rest)?;
    let (rest, ()) = ends(rest)?;
    let (_, ()) =
        not(peek(one(|c| matches!(c, '.' | ',' | '元' | '万' | '萬' | '亿' | '億')))).parse(rest)?;
    match date(year, month, day) {
        Some(found) => Ok((rest, found)),
        None => fail(input),
    }
}

/// The next `count` digits, whatever follows.
fn exactly_of(count: usize, input: &str) -> Parsed<'_, i16> {
    let mut rest = input;
    let mut value = 0i16;
    for _ in 0..count {
        let (behind, digit) = arabic(rest)?;
        value = value.saturating_mul(10).saturating_add(digit);
        rest = behind;
    }
    Ok((rest, value))
}

/// 85/02/27: two digits each.
fn short_date(input: &str) -> Parsed<'_, Stretch> {
    let slash = |input| one(|c| c == '/').parse(input);
    let pair = |input| exactly(2, arabic).parse(input);
    let (rest, (year, _, month, _, day)) = (pair, slash, pair, slash, pair).parse(input)?;
    let (rest, ()) = ends(rest)?;
    let found = i8::try_from(month).ok().zip(i8::try_from(day).ok());
    match found.filter(|(m, _)| (1..=12).contains(m)).and_then(|(m, d)| date(full_year(year), m, d)) {
        Some(found) => Ok((rest, found)),
        None => fail(input),
    }
}

/// 1999.08-2002.02, 2008.03-2009, 2020-03, 2020/3: a month, with a point only in a range.
fn year_months(input: &str) -> Parsed<'_, Stretch> {
    let (rest, (first, sign)) = year_month(input)?;
    if let Ok((rest, last)) =
        preceded(range_sign, alt((|i| year_month(i).map(|(r, (p, _))| (r, p)), lone_year))).parse(rest)
    {
        let (rest, ()) = ends(rest)?;
        return Ok((rest, Stretch { last: Some(last), ..Stretch::of(first) }));
    }
    let (rest, ()) = ends(rest)?;
    if sign == '.' { fail(input) } else { Ok((rest, Stretch::of(first))) }
}

fn year_month(input: &str) -> Parsed<'_, (Point, char)> {
    let (rest, year) = year(input)?;
    let (rest, sign) = separator(rest)?;
    let (rest, month) = terminated(month, not(peek(arabic))).parse(rest)?;
    let told = rest.len() + 2 == input.len() - 5;
    if sign != '/' && !told {
        return fail(input);
    }
    Ok((rest, (Point::of(Part::Month(Some(month))).in_year(Year::Is(year)), sign)))
}

fn lone_year(input: &str) -> Parsed<'_, Point> {
    let (rest, year) = year(input)?;
    Ok((rest, Point::of(Part::Year).in_year(Year::Is(year))))
}

/// 1H25, 3Q25, 25Q3, 2025H1, 2025年Q1.
fn latin(input: &str) -> Parsed<'_, Stretch> {
    alt((part_first, year_first)).parse(input)
}

fn part_letter(input: &str) -> Parsed<'_, char> {
    one(|c| matches!(c, 'H' | 'Q' | 'h' | 'q')).parse(input)
}

fn part_of(letter: char, number: i16) -> Option<Part> {
    let number = i8::try_from(number).ok()?;
    match letter {
        'H' | 'h' => (1..=2).contains(&number).then_some(Part::Half(Some(number))),
        _ => Part::quarter(number),
    }
}

fn latin_year(input: &str) -> Parsed<'_, i16> {
    let short = sense(exactly(2, arabic), |y| Some(full_year(y)));
    let (rest, year) = alt((year, short)).parse(input)?;
    let (rest, _) = opt(one(|c| c == '年')).parse(rest)?;
    Ok((rest, year))
}

/// 3Q25.
fn part_first(input: &str) -> Parsed<'_, Stretch> {
    let (rest, number) = exactly(1, arabic).parse(input)?;
    let (rest, letter) = part_letter(rest)?;
    let (rest, year) = latin_year(rest)?;
    let (rest, ()) = ends(rest)?;
    part_in_year(input, rest, year, part_of(letter, number))
}

/// 2025Q3, 25H1.
fn year_first(input: &str) -> Parsed<'_, Stretch> {
    let (rest, year) = terminated(latin_year, spaces).parse(input)?;
    let (rest, letter) = part_letter(rest)?;
    let (rest, number) = exactly(1, arabic).parse(rest)?;
    let (rest, ()) = ends(rest)?;
    part_in_year(input, rest, year, part_of(letter, number))
}

fn part_in_year<'t>(input: &'t str, rest: &'t str, year: i16, part: Option<Part>) -> Parsed<'t, Stretch> {
    match part {
        Some(part) => Ok((rest, Stretch::of(Point::of(part).in_year(Year::Is(year))))),
        None => fail(input),
    }
}

/// 12/1, 11/3號, 09-01 before a clock time.
pub(super) fn month_day(input: &str) -> Parsed<'_, Stretch> {
    ahead(input, |c| ascii_digit(c).is_some())?;
    let (rest, month) = month(input)?;
    let (rest, sign) = one(|c| matches!(c, '/' | '-')).parse(rest)?;
    let (rest, day) = two_digits(rest)?;
    let (rest, named) = opt(one(|c| matches!(c, '号' | '號' | '日'))).parse(rest)?;
    let (rest, ()) = ends(rest)?;
    let Some(part) = Part::day(Some(month), day) else { return fail(input) };
    let dashed = sign == '-' && named.is_none();
    let timed =
        preceded(spaces, |i| super::clock::clock(i, super::clock::Before::Nothing)).parse(rest).is_ok();
    match (dashed, named, timed) {
        (true, _, false) => fail(input),
        (_, None, false) => Ok((rest, Stretch::part(part).doubted(Doubt::Slash))),
        _ => Ok((rest, Stretch::part(part))),
    }
}

/// 2018 alone.
pub(super) fn bare_year(input: &str) -> Parsed<'_, Stretch> {
    ahead(input, |c| ascii_digit(c).is_some())?;
    let (rest, year) = sense(exactly(4, arabic), |y| (1900..=2099).contains(&y).then_some(y)).parse(input)?;
    let (rest, ()) = ends(rest)?;
    Ok((rest, Stretch::of(Point::of(Part::Year).in_year(Year::Is(year))).doubted(Doubt::BareYear)))
}
