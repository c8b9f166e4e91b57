//! Years, decades, centuries and the years of plans.
//!
//! ```text
//! year     = near_year | era | century | decade | years | fiscal | short
//! years    = four sign ( four | pair ) "年" | four "年"
//! era      = ( "民國" | "昭和" | … ) ( "元" | number ) "年" | "公元" number "年" | three "年度"
//! century  = number "世紀" [ [ number "年代" ] | end ] | "上世紀" …
//! decade   = ( four | pair ) "年代"
//! fiscal   = ( four | pair ) ( "財年" | "年度" … ) | "FY" pair
//! short    = pair "年"
//! ```

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::{map, not, opt, peek, value};
use nom::sequence::{preceded, terminated};

use super::words::{
    arabic, exactly, four_digits, full_year, is_number, numerals, pair_of_digits, range_sign, sense, sign,
    small, word, year_in_bounds,
};
use super::{Doubt, Stretch};
use crate::grammar::chars::{ahead, one, spaces};
use crate::grammar::number::number;
use crate::grammar::{Parsed, fail};
use crate::lexicon::digits::{ascii_digit, numeral};
use crate::lexicon::time::{ERA, PLAN, PLANNED, YEARS};
use crate::value::timex::{Modifier, Part, Point, Year};

/// A year or several.
pub(super) fn year(input: &str) -> Parsed<'_, Stretch> {
    if input.starts_with(|c| ascii_digit(c).is_some()) {
        alt((years, calendar_year, republic_year, short_year, crop_year, fiscal, decade, century))
            .parse(input)
    } else if input.starts_with(|c| numeral(c).is_some()) {
        alt((century, decade, years, calendar_year, era_year, fiscal, short_year)).parse(input)
    } else {
        alt((near_year, century, era_year, common_era, fiscal)).parse(input)
    }
}

fn of(year: i16) -> Stretch {
    Stretch::of(Point::of(Part::Year).in_year(Year::Is(year)))
}

fn near_year(input: &str) -> Parsed<'_, Stretch> {
    let (rest, anchor) = word(&YEARS).parse(input)?;
    let found = Stretch::of(Point::of(Part::Year).anchored(anchor));
    Ok((rest, if input.starts_with(['后', '後', '次']) { found.doubted(Doubt::Head) } else { found }))
}

/// 年, 年度, 年份; not the head of 年代, 年級, 年報 or 年期.
fn year_sign(input: &str) -> Parsed<'_, ()> {
    let (rest, _) = sign(&['年']).parse(input)?;
    let (rest, _) = opt(one(|c| matches!(c, '度' | '份'))).parse(rest)?;
    value((), not(peek(one(|c| matches!(c, '代' | '级' | '級' | '期' | '龄' | '齡'))))).parse(rest)
}

/// 2019年, 二〇一九年, 二千年, 两千零五年.
fn calendar_year(input: &str) -> Parsed<'_, Stretch> {
    let (rest, year) = alt((sense(four_digits, year_in_bounds), counted_year)).parse(input)?;
    let (rest, ()) = year_sign(rest)?;
    Ok((rest, of(year)))
}

/// A year that is told as a number in numerals: 二千零五.
fn counted_year(input: &str) -> Parsed<'_, i16> {
    if !input.starts_with(['一', '二', '两', '兩']) {
        return fail(input);
    }
    sense(number, |n| i16::try_from(n.to_i64()?).ok().and_then(year_in_bounds)).parse(input)
}

/// 2019—2021年, 2019-21年, 1985到89年: the last year with what follows it is read by the caller.
fn years(input: &str) -> Parsed<'_, Stretch> {
    let (rest, first) = sense(four_digits, year_in_bounds).parse(input)?;
    let (rest, _) = opt(sign(&['年'])).parse(rest)?;
    let (rest, ()) = range_sign(rest)?;
    let (rest, last) =
        alt((sense(four_digits, year_in_bounds), map(pair_of_digits, |y| first / 100 * 100 + y)))
            .parse(rest)?;
    let (rest, ()) = year_sign(rest)?;
    if first >= last {
        return fail(input);
    }
    Ok((rest, Stretch { last: Some(of(last).first), ..of(first) }))
}

/// 16/17年, 2022/23年度: two years that touch.
fn crop_year(input: &str) -> Parsed<'_, Stretch> {
    let first = alt((sense(four_digits, year_in_bounds), map(pair_of_digits, full_year)));
    let (rest, first) = terminated(first, one(|c| c == '/')).parse(input)?;
    let (rest, last) = pair_of_digits(rest)?;
    let (rest, ()) = alt((year_sign, value((), preceded(spaces, fiscal_sign)))).parse(rest)?;
    if (first + 1) % 100 != last {
        return fail(input);
    }
    Ok((rest, Stretch { last: Some(of(first + 1).first), ..of(first) }))
}

/// 民國113年, 康熙二十年, 令和元年, 民國114年度.
fn era_year(input: &str) -> Parsed<'_, Stretch> {
    let (rest, start) = word(&ERA).parse(input)?;
    let (rest, count) = preceded(spaces, alt((value(1, tag("元")), counted))).parse(rest)?;
    let (rest, ()) = year_sign(rest)?;
    Ok((rest, of(start + count - 1)))
}

fn counted(input: &str) -> Parsed<'_, i16> {
    sense(number, |n| i16::try_from(n.to_i64()?).ok().filter(|n| (1..=999).contains(n))).parse(input)
}

/// 113年度, 113年 before a month: years of the Republic without its name.
fn republic_year(input: &str) -> Parsed<'_, Stretch> {
    let (rest, count) = exactly(3, arabic).parse(input)?;
    let (behind, ()) = year_sign(rest)?;
    let yearly = rest[..rest.len() - behind.len()].ends_with('度');
    if (100..=150).contains(&count) && (yearly || super::month::month(behind).is_ok()) {
        Ok((behind, of(1911 + count)))
    } else {
        fail(input)
    }
}

/// 公元163年, 西元2024年, 公元前221年, which is the year -220.
fn common_era(input: &str) -> Parsed<'_, Stretch> {
    ahead(input, |c| matches!(c, '公' | '西'))?;
    let (rest, _) = alt((tag("公元"), tag("西元"), tag("公历"), tag("公曆"))).parse(input)?;
    let (rest, before) = opt(tag("前")).parse(rest)?;
    let (rest, year) =
        preceded(spaces, alt((four_digits, sense(number, |n| i16::try_from(n.to_i64()?).ok()))))
            .parse(rest)?;
    let (rest, ()) = year_sign(rest)?;
    if !(1..=2999).contains(&year) {
        return fail(input);
    }
    Ok((rest, of(if before.is_some() { 1 - year } else { year })))
}

/// 2025財年, 25財年, FY25, FY2025.
fn fiscal(input: &str) -> Parsed<'_, Stretch> {
    ahead(input, |c| is_number(c) || c == 'F')?;
    let either = |input| alt((four_digits, map(pair_of_digits, full_year))).parse(input);
    let named = terminated(either, preceded(spaces, fiscal_sign));
    map(alt((named, preceded((tag("FY"), spaces), either))), of).parse(input)
}

/// 財年, 會計年度.
fn fiscal_sign(input: &str) -> Parsed<'_, &str> {
    alt((tag("财年"), tag("財年"), tag("财政年度"), tag("財政年度"), tag("会计年度"), tag("會計年度")))
        .parse(input)
}

/// 21年, 九七年.
fn short_year(input: &str) -> Parsed<'_, Stretch> {
    let (rest, year) = pair_of_digits(input)?;
    let (rest, ()) = year_sign(rest)?;
    Ok((rest, of(full_year(year)).doubted(Doubt::ShortYear)))
}

/// 20世紀, 上世紀90年代, 11世紀初.
fn century(input: &str) -> Parsed<'_, Stretch> {
    ahead(input, |c| is_number(c) || matches!(c, '上' | '本'))?;
    let (rest, start) = alt((near_century, numbered_century)).parse(input)?;
    let century = Point::of(Part::Year).in_year(Year::Century(start));
    let tens = terminated(alt((numerals, small)), alt((tag("年代"),)));
    if let Ok((rest, tens)) = preceded(spaces, tens).parse(rest) {
        let decade = Year::Decade(start + i16::from(tens / 10) * 10);
        return decade_end(rest, Point::of(Part::Year).in_year(decade));
    }
    decade_end(rest, century)
}

fn near_century(input: &str) -> Parsed<'_, i16> {
    let centuries = alt((value(1900, tag("上")), value(2000, tag("本"))));
    terminated(centuries, alt((tag("世纪"), tag("世紀"), tag("个世纪"), tag("個世紀")))).parse(input)
}

fn numbered_century(input: &str) -> Parsed<'_, i16> {
    let (rest, number) = terminated(small, alt((tag("世纪"), tag("世紀")))).parse(input)?;
    Ok((rest, (i16::from(number) - 1) * 100))
}

/// 初, 中, 末 behind a decade or century.
fn decade_end(input: &str, point: Point) -> Parsed<'_, Stretch> {
    let end = alt((
        value(Modifier::Start, tag("初")),
        value(Modifier::Mid, alt((tag("中期"), tag("中叶"), tag("中葉")))),
        value(Modifier::End, alt((tag("末"), tag("后期"), tag("後期")))),
    ));
    map(opt(end), |end| Stretch::of(point.modified(end))).parse(input)
}

/// 1990年代, 90年代, 八十年代.
fn decade(input: &str) -> Parsed<'_, Stretch> {
    let whole = map(sense(four_digits, |year| (year % 10 == 0).then_some(year)), Year::Decade);
    let tens = map(sense(small, |tens| (tens % 10 == 0).then_some(tens / 10)), |tens| {
        // 90年代 without a century are the nineties of the last one; 10 and 20 of this one.
        Year::Decade(i16::from(tens) * 10 + if tens < 3 { 2000 } else { 1900 })
    });
    let (rest, year) = terminated(alt((whole, tens)), tag("年代")).parse(input)?;
    decade_end(rest, Point::of(Part::Year).in_year(year))
}

/// 十四五, 「十四五」: a five-year plan, unless the numerals go on. The names of two characters are numbers
/// too (十五) and need a plan behind them.
pub(super) fn plan(input: &str) -> Parsed<'_, Stretch> {
    let (rest, first) = word(&PLAN).parse(input)?;
    let (rest, ()) = not(peek(alt((value((), small), value((), one(|c| c == '年')))))).parse(rest)?;
    if input.chars().count() - rest.chars().count() < 3 {
        peek(word(&PLANNED)).parse(rest)?;
    }
    let year = |year| Point::of(Part::Year).in_year(Year::Is(year));
    Ok((rest, Stretch { first: year(first), last: Some(year(first + 4)), doubt: None }))
}
