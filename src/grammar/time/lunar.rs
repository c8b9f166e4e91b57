//! Days and months of the lunar calendar 農曆.
//!
//! ```text
//! lunar   = [ "農曆" ] ( months [ day ] | "大年" [ "初" ] small | month day_word )
//! months  = "正月" | "臘月" | "冬月" | "閏" small "月" | small "月"
//! day     = "初" small | "廿" figure | small [ "日" ]
//! ```
//!
//! Without 農曆 a month is lunar only by its name (正月, 臘月, 閏四月) or by its day (初三, 廿二).

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::{map, not, opt, peek, value, verify};
use nom::sequence::{preceded, terminated};

use super::Stretch;
use super::words::{is_number, numerals, sense, small, two_digits};
use crate::grammar::chars::{is_han, one, spaces};
use crate::grammar::{Parsed, fail};
use crate::value::lunar::Day;
use crate::value::timex::Part;

/// A day or month that is lunar by its words.
pub(super) fn lunar(input: &str) -> Parsed<'_, Stretch> {
    match input.chars().next() {
        Some(c) if is_number(c) => alt((by_day, mixed)).parse(input),
        Some('大') => new_year_day(input),
        Some('正' | '腊' | '臘' | '冬' | '闰' | '閏' | '农' | '農' | '阴' | '陰' | '旧' | '舊' | '夏') => {
            alt((named, traditional)).parse(input)
        }
        _ => fail(input),
    }
}

fn of(month: i8, leap: bool, day: Option<i8>) -> Option<Stretch> {
    let fits = (1..=12).contains(&month) && day.is_none_or(|day| (1..=30).contains(&day));
    fits.then(|| Stretch::part(Part::Lunar(Day { month, leap, day })))
}

/// 初三, 廿二.
pub(super) fn day_word(input: &str) -> Parsed<'_, i8> {
    let early = preceded(one(|c| c == '初'), verify(small, |d| (1..=10).contains(d)));
    let late = preceded(peek(one(|c| matches!(c, '廿' | '卄'))), small);
    alt((early, late)).parse(input)
}

/// A lunar day in any words: 初三, 十五, 18.
fn any_day(input: &str) -> Parsed<'_, i8> {
    terminated(alt((day_word, small)), opt(one(|c| matches!(c, '日' | '号' | '號')))).parse(input)
}

/// 正月, 臘月, 閏四月.
fn month_name(input: &str) -> Parsed<'_, (i8, bool)> {
    let leap = preceded(one(|c| matches!(c, '闰' | '閏')), terminated(small, tag("月")));
    alt((
        value((1, false), tag("正月")),
        value((12, false), alt((tag("腊月"), tag("臘月")))),
        value((11, false), tag("冬月")),
        map(leap, |month| (month, true)),
    ))
    .parse(input)
}

fn named(input: &str) -> Parsed<'_, Stretch> {
    let (rest, _) = opt(calendar_name).parse(input)?;
    let both = (month_name, opt(any_day));
    sense(both, |((month, leap), day)| of(month, leap, day)).parse(rest)
}

/// 三月初八, 九月廿二.
fn by_day(input: &str) -> Parsed<'_, Stretch> {
    let (rest, month) = terminated(small, (spaces, tag("月"))).parse(input)?;
    sense(terminated(day_word, opt(tag("日"))), |day| of(month, false, Some(day))).parse(rest)
}

/// 8月十五: a month in digits with a day in numerals and no 日 is how 農曆 days are told.
fn mixed(input: &str) -> Parsed<'_, Stretch> {
    let month = terminated(two_digits, tag("月"));
    let day = terminated(verify(numerals, |d| (10..=30).contains(d)), not(peek(one(is_word_behind))));
    sense((month, day), |(month, day)| of(month, false, Some(day))).parse(input)
}

/// What makes another reading of a numeral behind a month: a day of the civil calendar, or a count.
fn is_word_behind(c: char) -> bool {
    is_han(c) && !matches!(c, '晚' | '早' | '上' | '下' | '中' | '凌' | '傍')
}

fn calendar_name(input: &str) -> Parsed<'_, &str> {
    let name = alt((
        tag("农历"),
        tag("農曆"),
        tag("农曆"),
        tag("阴历"),
        tag("陰曆"),
        tag("旧历"),
        tag("舊曆"),
        tag("夏历"),
        tag("夏曆"),
    ));
    terminated(name, spaces).parse(input)
}

/// 農曆三月初八, 農曆8月十五.
fn traditional(input: &str) -> Parsed<'_, Stretch> {
    let (rest, _) = calendar_name(input)?;
    let both = (terminated(small, tag("月")), opt(any_day));
    sense(both, |(month, day)| of(month, false, day)).parse(rest)
}

/// 大年初十, 大年三十.
fn new_year_day(input: &str) -> Parsed<'_, Stretch> {
    let (rest, _) = tag("大年").parse(input)?;
    let (rest, day) = small_of_new_year(rest)?;
    let found = if day == 30 { of(12, false, None).map(|_| last_day()) } else { of(1, false, Some(day)) };
    match found {
        Some(found) => Ok((rest, found)),
        None => fail(input),
    }
}

fn small_of_new_year(input: &str) -> Parsed<'_, i8> {
    alt((preceded(one(|c| c == '初'), small), verify(small, |&d| d == 30))).parse(input)
}

fn last_day() -> Stretch {
    Stretch::part(Part::Lunar(Day { month: 12, leap: false, day: Some(-1) }))
}
