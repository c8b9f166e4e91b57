//! What a year or a month is divided into: months, days, quarters, halves, seasons, ten-day parts.
//!
//! ```text
//! in_year   = months [ in_month ] | quarter | half | season | nth | first_n | last_n | end
//! months    = small sign small "月" | small "月" [ "份" ]
//! in_month  = days | "上旬" … | nth | first_n | last_n | end
//! days      = small sign small ( "日" | "號" ) | small ( "日" | "號" ) | small before an edge
//! quarter   = [ "第" ] small ( "季度" | "季" ) | "首季" | "Q" digit | …  [ end ]
//! first_n   = ( "前" | "首" ) small [ "個" ] ( "月" | "季度" | "周" | "天" )
//! last_n    = ( "最後" | "後" ) small [ "個" ] ( "月" | "季度" | "天" )
//! nth       = "第" small ( "個月" | "周" | "個星期一" | "天" )
//! end       = "初" | "中" | "底" | "末"
//! ```

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::{map, not, opt, peek, value, verify};
use nom::sequence::{delimited, preceded, terminated};

use super::week::week_name;
use super::words::{
    is_clause_edge, is_number, neighbours, numerals, rising, sense, sign, small, two_digits, unless, word,
};
use super::{Doubt, Stretch, lunar, week};
use crate::grammar::chars::{ahead, is_space, one, spaces};
use crate::grammar::{Parsed, fail};
use crate::lexicon::time::{
    END, END_TRAP, HALF, HOLIDAY, MONTH_PART, SEASON, SEASON_TRAP, SHORT_SEASON, TERM, WEAK_HOLIDAY,
};
use crate::value::timex::{Anchored, Grain, Modifier, Part, Point};

/// What may follow a year.
pub(super) fn in_year(input: &str) -> Parsed<'_, Stretch> {
    alt((
        lunar::lunar,
        month_and_part,
        super::numeric::month_day,
        quarter,
        half,
        season,
        short_season,
        nth_in_year,
        first_in_year,
        last_in_year,
        holiday,
        map(end, |end| Stretch::of(Point::of(Part::Year).modified(Some(end)))),
        value(
            Stretch::part(Part::Year),
            alt((tag("全年度"), tag("全年"), tag("整年"), tag("年内"), tag("年內"))),
        ),
    ))
    .parse(input)
}

/// What of a year may stand without one.
pub(super) fn open_year(input: &str) -> Parsed<'_, Stretch> {
    let near = |point: Point| point.anchored(Anchored::Reference(Grain::Month, 0));
    let open_part = map(word(&MONTH_PART), |(a, b)| {
        Stretch::between(Part::Day(None, Some(a)), Part::Day(None, Some(b))).map(near)
    });
    alt((lunar::lunar, month_and_part, quarter, half, season, first_in_open_year, holiday, open_part))
        .parse(input)
}

/// 初, 中, 底, 末, unless they begin another word.
pub(super) fn end(input: &str) -> Parsed<'_, Modifier> {
    terminated(preceded(spaces, word(&END)), not(peek(word(&END_TRAP)))).parse(input)
}

/// A month and what may follow it.
pub(super) fn month_and_part(input: &str) -> Parsed<'_, Stretch> {
    ahead(input, is_number)?;
    let (rest, months) = months(input)?;
    if months.last.is_some() {
        return Ok((rest, months));
    }
    let month = months.first.part.stated_month();
    let glued = preceded((opt(tag("的")), spaces), |rest| in_month(rest, month)).parse(rest);
    Ok(glued.unwrap_or((rest, months)))
}

/// One month, with 月.
pub(super) fn month(input: &str) -> Parsed<'_, i8> {
    let (rest, month) = verify(small, |month| (1..=12).contains(month)).parse(input)?;
    let (rest, ()) = month_sign(rest)?;
    Ok((rest, month))
}

/// 月, 月份; not the head of 月球, 月租, 月期.
fn month_sign(input: &str) -> Parsed<'_, ()> {
    let (rest, _) = sign(&['月']).parse(input)?;
    let (rest, _) = opt(tag("份")).parse(rest)?;
    unless(&['球', '租', '期', '息', '供', '薪', '票', '饼', '餅', '嫂']).parse(rest)
}

fn months(input: &str) -> Parsed<'_, Stretch> {
    let pair = terminated(alt((rising, neighbours)), month_sign);
    let range = sense(pair, |(a, b)| Some(Stretch::between(Part::month(a)?, Part::month(b)?)));
    let single = map(month, |m| Stretch::part(Part::Month(Some(m))).doubted(Doubt::Month));
    alt((range, single)).parse(input)
}

/// What may follow a month, stated or relative.
pub(super) fn in_month(input: &str, month: Option<i8>) -> Parsed<'_, Stretch> {
    let day_part = |(a, b)| Stretch::between(Part::Day(month, Some(a)), Part::Day(month, Some(b)));
    alt((
        |i| days(i, month),
        map(word(&MONTH_PART), day_part),
        |i| nth_in_month(i, month),
        |i| first_in_month(i, month),
        |i| last_in_month(i, month),
        map(end, |end| Stretch::of(Point::of(Part::Month(month)).modified(Some(end)))),
        |i| bare_day(i, month),
    ))
    .parse(input)
}

/// 日 or 號, which close a day.
pub(super) fn day_sign(input: &str) -> Parsed<'_, char> {
    sign(&['日', '号', '號']).parse(input)
}

/// 5日, 12—19日, 三十一號, 初五.
fn days(input: &str, month: Option<i8>) -> Parsed<'_, Stretch> {
    ahead(input, is_number)?;
    let pair = terminated(alt((rising, neighbours)), day_sign);
    let range = sense(pair, |(a, b)| Some(Stretch::between(Part::day(month, a)?, Part::day(month, b)?)));
    let single = sense(terminated(small, day_sign), |d| stated_day(month, d));
    alt((range, single)).parse(input)
}

/// A day that is stated behind its month; one that no such month has (2月30日) is found and stays open.
fn stated_day(month: Option<i8>, day: i8) -> Option<Stretch> {
    (1..=31).contains(&day).then_some(Stretch::part(Part::Day(month, Some(day))))
}

/// 10月22 at an edge, 八月十五: a day without 日.
fn bare_day(input: &str, month: Option<i8>) -> Parsed<'_, Stretch> {
    ahead(input, is_number)?;
    let digits = terminated(two_digits, peek(alt((super::words::range_sign, bare_day_edge))));
    let spoken = terminated(verify(numerals, |&n| n >= 10), peek(spoken_day_edge));
    sense(alt((digits, spoken)), |d| Some(Stretch::part(Part::day(month, d)?))).parse(input)
}

fn bare_day_edge(input: &str) -> Parsed<'_, ()> {
    match input.chars().next() {
        None => Ok((input, ())),
        Some(c) if is_clause_edge(c) && !matches!(c, '、' | ':' | '：') => Ok((input, ())),
        Some('出' | '晚' | '早' | '上' | '下' | '凌' | '傍' | '中') => Ok((input, ())),
        Some(_) => fail(input),
    }
}

fn spoken_day_edge(input: &str) -> Parsed<'_, ()> {
    bare_day_edge(input)
}

/// A day of an unstated month: 19日, 12—19日.
pub(super) fn open_day(input: &str) -> Parsed<'_, Stretch> {
    let (rest, days) = days(input, None)?;
    if days.last.is_some() {
        return Ok((rest, days));
    }
    let read = &input[..input.len() - rest.len()];
    let numbered = read.ends_with(['号', '號']);
    let arabic = read.starts_with(|c: char| crate::lexicon::digits::ascii_digit(c).is_some());
    let doubt = match (numbered, arabic, days.first.day()) {
        (true, ..) => Doubt::NumberedDay,
        (_, true, _) | (_, _, Some(11..)) => Doubt::Day,
        _ if read.contains(' ') => return fail(input),
        _ => Doubt::SpokenDay,
    };
    Ok((rest, days.doubted(doubt)))
}

/// 第三季, 一季度, 首季, Q3, 一至三季度, 四季度末.
pub(super) fn quarter(input: &str) -> Parsed<'_, Stretch> {
    ahead(input, |c| is_number(c) || matches!(c, '第' | '首' | 'Q' | 'q'))?;
    let digits =
        input.strip_prefix('第').unwrap_or(input).trim_start_matches(|c| is_number(c) || is_space(c));
    // Of a number what stands behind it tells.
    if !input.starts_with(['首', 'Q', 'q']) && !digits.starts_with(|c| c == '季' || super::gate::may_join(c))
    {
        return fail(input);
    }
    let pair = terminated(preceded(opt(tag("第")), alt((rising, neighbours))), quarter_sign);
    let range = sense(pair, |(a, b)| Some(Stretch::between(Part::quarter(a)?, Part::quarter(b)?)));
    let named = value(1, alt((tag("首季度"), tag("首季"))));
    let latin = preceded(one(|c| matches!(c, 'Q' | 'q')), two_digits);
    let single = sense(alt((named, ordinal_quarter, numbered_quarter, latin)), |n| {
        Some(Stretch::part(Part::quarter(n)?))
    });
    let (rest, found) = alt((range, single, weak_quarter)).parse(input)?;
    let (rest, end) = opt(end).parse(rest)?;
    Ok((rest, found.map(|point| point.modified(end))))
}

/// 季度 or 季, not 季報 or 季節.
fn quarter_sign(input: &str) -> Parsed<'_, ()> {
    let (rest, _) = preceded(spaces, alt((tag("季度"), tag("季")))).parse(input)?;
    unless(&['报', '報', '节', '節', '酒', '豆', '风', '風', '军', '軍', '后', '後']).parse(rest)
}

fn ordinal_quarter(input: &str) -> Parsed<'_, i8> {
    preceded((tag("第"), spaces), terminated(small, quarter_sign)).parse(input)
}

fn numbered_quarter(input: &str) -> Parsed<'_, i8> {
    terminated(small, (spaces, tag("季度"))).parse(input)
}

/// 三季: a quarter only behind its year.
fn weak_quarter(input: &str) -> Parsed<'_, Stretch> {
    let (rest, part) = sense(terminated(small, quarter_sign), Part::quarter).parse(input)?;
    Ok((rest, Stretch::part(part).doubted(Doubt::Quarter)))
}

/// 上半年, 下半年.
pub(super) fn half(input: &str) -> Parsed<'_, Stretch> {
    let spelt = terminated(word(&HALF), unless(&['报', '報']));
    map(spelt, |half| Stretch::part(Part::Half(Some(half)))).parse(input)
}

fn season(input: &str) -> Parsed<'_, Stretch> {
    map(word(&SEASON), |season| Stretch::part(Part::Season(season))).parse(input)
}

/// 春 behind a year or 今; not in 春節.
pub(super) fn short_season(input: &str) -> Parsed<'_, Stretch> {
    let spelt = terminated(word(&SHORT_SEASON), not(peek(word(&SEASON_TRAP))));
    map(spelt, |season| Stretch::part(Part::Season(season))).parse(input)
}

/// 國慶節, 中秋, 清明; whether the day is meant the words behind tell.
fn holiday(input: &str) -> Parsed<'_, Stretch> {
    let weak = map(word(&WEAK_HOLIDAY), |part| Stretch::part(part).doubted(Doubt::Holiday));
    let strong = alt((word(&HOLIDAY), map(word(&TERM), Part::Term)));
    let strong = map(strong, |part| Stretch::part(part).doubted(Doubt::Festival));
    let traditional = alt((tag("农历"), tag("農曆"), tag("阴历"), tag("陰曆")));
    preceded(opt(traditional), alt((strong, weak))).parse(input)
}

/// 前 or 首 and how many units of what.
fn first_of(input: &str) -> Parsed<'_, (i8, CountedUnit)> {
    ahead(input, |c| matches!(c, '前' | '首' | '头' | '頭' | '最'))?;
    let head = alt((tag("前"), tag("首"), tag("头"), tag("頭"), tag("最初")));
    let (rest, head) = terminated(head, (opt(tag("的")), spaces)).parse(input)?;
    // 首月 needs no number, 前 does.
    if head != "首" {
        peek(small).parse(rest)?;
    }
    counted_unit(rest)
}

fn last_of(input: &str) -> Parsed<'_, (i8, CountedUnit)> {
    ahead(input, |c| matches!(c, '最' | '后' | '後' | '末'))?;
    let head = alt((tag("最后"), tag("最後"), tag("后"), tag("後"), tag("末")));
    preceded((head, opt(tag("的")), spaces, peek(small)), counted_unit).parse(input)
}

/// The units that a year or month is counted out in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CountedUnit {
    Month,
    Quarter,
    Week,
    Day,
}

fn counted_unit(input: &str) -> Parsed<'_, (i8, CountedUnit)> {
    let (rest, count) = preceded(spaces, opt(small)).parse(input)?;
    let (rest, _) = delimited(spaces, opt(one(|c| matches!(c, '个' | '個'))), spaces).parse(rest)?;
    let mut unit = alt((
        value(CountedUnit::Quarter, alt((tag("季度"), tag("季")))),
        value(CountedUnit::Week, week_name),
        value(CountedUnit::Day, alt((tag("天"), tag("日")))),
        value(CountedUnit::Month, terminated(tag("月"), opt(tag("份")))),
    ));
    let (rest, unit) = unit.parse(rest)?;
    Ok((rest, (count.unwrap_or(1), unit)))
}

/// The stretch of the units from `first` to `last`, both at most `most`.
fn units(first: i8, last: i8, most: i8, part: impl Fn(i8) -> Part) -> Option<Stretch> {
    let within = (1..=most).contains(&first) && (first..=most).contains(&last);
    within.then(|| {
        if first == last { Stretch::part(part(first)) } else { Stretch::between(part(first), part(last)) }
    })
}

fn month_part(month: i8) -> Part {
    Part::Month(Some(month))
}

fn quarter_part(quarter: i8) -> Part {
    Part::Quarter(Some(quarter))
}

fn first_in_year(input: &str) -> Parsed<'_, Stretch> {
    sense(first_of, |(count, unit)| match unit {
        CountedUnit::Month => units(1, count, 12, month_part),
        CountedUnit::Quarter => units(1, count, 4, quarter_part),
        CountedUnit::Week => units(1, count, 53, |week| Part::Week(Some(week))),
        CountedUnit::Day => units(1, count, 31, |day| Part::Day(Some(1), Some(day))),
    })
    .parse(input)
}

/// 前7個月, 首11個月, 前三季度: from the start of the year, though the year is not stated.
fn first_in_open_year(input: &str) -> Parsed<'_, Stretch> {
    sense(first_of, |(count, unit)| match unit {
        CountedUnit::Month if count > 1 => units(1, count, 12, month_part),
        CountedUnit::Quarter if count > 1 => units(1, count, 4, quarter_part),
        _ => None,
    })
    .parse(input)
    .map(|(rest, found)| (rest, found.doubted(Doubt::Head)))
}

fn last_in_year(input: &str) -> Parsed<'_, Stretch> {
    sense(last_of, |(count, unit)| match unit {
        CountedUnit::Month => units(13 - count, 12, 12, month_part),
        CountedUnit::Quarter => units(5 - count, 4, 4, quarter_part),
        CountedUnit::Day => units(32 - count, 31, 31, |day| Part::Day(Some(12), Some(day))),
        CountedUnit::Week => None,
    })
    .parse(input)
}

fn first_in_month(input: &str, month: Option<i8>) -> Parsed<'_, Stretch> {
    sense(first_of, |(count, unit)| match unit {
        CountedUnit::Day => units(1, count, 31, |day| Part::Day(month, Some(day))),
        CountedUnit::Week => units(1, count, 5, |week| Part::MonthWeek(month, week)),
        _ => None,
    })
    .parse(input)
}

fn last_in_month(input: &str, month: Option<i8>) -> Parsed<'_, Stretch> {
    sense(last_of, |(count, unit)| match unit {
        CountedUnit::Day if (2..=31).contains(&count) => {
            Some(Stretch::between(Part::Day(month, Some(-count)), Part::Day(month, Some(-1))))
        }
        CountedUnit::Day => Some(Stretch::part(Part::Day(month, Some(-1)))),
        CountedUnit::Week if count == 1 => Some(Stretch::part(Part::MonthWeek(month, -1))),
        _ => None,
    })
    .parse(input)
}

/// 第九個月, 第52周, 第一天.
fn nth_in_year(input: &str) -> Parsed<'_, Stretch> {
    let nth = preceded((tag("第"), spaces), counted_unit);
    sense(nth, |(nth, unit)| match unit {
        CountedUnit::Month => units(nth, nth, 12, month_part),
        CountedUnit::Week => units(nth, nth, 53, |week| Part::Week(Some(week))),
        CountedUnit::Day => units(nth, nth, 31, |day| Part::Day(Some(1), Some(day))),
        CountedUnit::Quarter => units(nth, nth, 4, quarter_part),
    })
    .parse(input)
}

/// 第一周, 第二個星期一, 第三天.
fn nth_in_month(input: &str, month: Option<i8>) -> Parsed<'_, Stretch> {
    let (rest, nth) = preceded((tag("第"), spaces), small).parse(input)?;
    let (rest, _) = delimited(spaces, opt(one(|c| matches!(c, '个' | '個'))), spaces).parse(rest)?;
    let weekday = map(week::weekday, |day| Part::NthWeekday(month, nth, day));
    let week = map(week_name, |()| Part::MonthWeek(month, nth));
    let day = value(Part::Day(month, Some(nth)), tag("天"));
    let (rest, part) = alt((weekday, week, day)).parse(rest)?;
    if (1..=31).contains(&nth) { Ok((rest, Stretch::part(part))) } else { fail(input) }
}
