//! Times that recur, and vague times.
//!
//! ```text
//! set    = "每" [ number ] [ "個" ] ( "年" | "季度" | "月" | "周" | "天" | "小時" ) | "每" weekday | "每晚"
//!        | "每年" month [ day ] | "每月" day, each with a clock time behind
//! vague  = "目前" | "近日" | "未來" | …
//! ```

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::{map, not, opt, peek, value};
use nom::sequence::{preceded, terminated};

use super::clock::{Before, clock};
use super::words::{small, unless, word};
use super::{Stretch, TimeReading, month, week};
use crate::grammar::chars::{one, spaces};
use crate::grammar::time::week::week_name;
use crate::grammar::{Parsed, consumed, fail};
use crate::lexicon::time::{NAME, SHORT_DAY_PART, VAGUE};
use crate::span::Span;
use crate::value::timex::{Clock, Part, Point};
use crate::value::{DurationUnit, Length, Number, TimeExpression, Timex};

/// A set or a vague time at byte `at`.
pub(super) fn read(text: &str, at: usize) -> Option<TimeReading> {
    let input = text.get(at..)?;
    let (rest, time) = alt((set, vague)).parse(input).ok()?;
    let end = at + consumed(input, rest);
    if NAME.head(input).is_some_and(|(len, ())| at + len > end) {
        return None;
    }
    let span = Span::new(at, end);
    Some(TimeReading { span, extent: span, time, longest: false })
}

fn vague(input: &str) -> Parsed<'_, TimeExpression> {
    // 未來五年 and 近三年 are lengths.
    let word = terminated(word(&VAGUE), not(peek(length_ahead)));
    map(word, |vague| TimeExpression::new(Timex::Vague(vague))).parse(input)
}

fn length_ahead(input: &str) -> Parsed<'_, ()> {
    let (rest, _) = opt(tag("的")).parse(input)?;
    value(
        (),
        preceded(
            spaces,
            alt((value((), small), value((), one(|c| matches!(c, '几' | '幾' | '数' | '數' | '半'))))),
        ),
    )
    .parse(rest)
}

fn set(input: &str) -> Parsed<'_, TimeExpression> {
    preceded(
        (one(|c| c == '每'), opt(one(|c| matches!(c, '逢' | '隔')))),
        alt((dated, weekly, evenings, stepped)),
    )
    .parse(input)
}

/// 每周一, 每周末.
fn weekly(input: &str) -> Parsed<'_, TimeExpression> {
    let (rest, _) = opt(one(|c| matches!(c, '个' | '個'))).parse(input)?;
    let (rest, part) = week::open_part(rest)?;
    Ok(timed(rest, Point::of(part)))
}

/// The set of `point`, with the clock time behind it.
fn timed(rest: &str, point: Point) -> (&str, TimeExpression) {
    let clock = preceded((opt(tag("的")), spaces), |i| clock(i, Before::Date)).parse(rest);
    let (rest, point) = match clock {
        Ok((behind, Stretch { first: Point { clock: Some(clock), .. }, last: None, .. })) => {
            (behind, point.at(clock))
        }
        _ => (rest, point),
    };
    (rest, TimeExpression::set(Timex::Point(point)))
}

/// 每年3月, 每月5號, 每天早上7點.
fn dated(input: &str) -> Parsed<'_, TimeExpression> {
    let yearly = preceded(tag("年"), month::month_and_part);
    let monthly =
        preceded((opt(one(|c| matches!(c, '个' | '個'))), tag("月")), |i| month::in_month(i, None));
    let point = alt((yearly, monthly)).parse(input);
    if let Ok((rest, Stretch { first, last: None, .. })) = point {
        return Ok(timed(rest, first));
    }
    let (rest, _) = alt((tag("天"), tag("日"))).parse(input)?;
    match timed(rest, Point::of(Part::Unstated)) {
        (rest, set) if set.clock().is_some() => Ok((rest, set)),
        _ => fail(input),
    }
}

/// 每晚.
fn evenings(input: &str) -> Parsed<'_, TimeExpression> {
    map(word(&SHORT_DAY_PART), |part| {
        TimeExpression::set(Timex::Point(Point::of(Part::Unstated).at(Clock::Part(part))))
    })
    .parse(input)
}

/// 每年, 每3個月, 每兩周.
fn stepped(input: &str) -> Parsed<'_, TimeExpression> {
    let (rest, count) = preceded(spaces, opt(small)).parse(input)?;
    let (rest, _) = preceded(spaces, opt(one(|c| matches!(c, '个' | '個')))).parse(rest)?;
    let (rest, (factor, unit)) = preceded(spaces, step).parse(rest)?;
    let count = i64::from(count.unwrap_or(1)) * factor;
    let length = Length::new(Some(Number::from(count)), unit);
    Ok((rest, TimeExpression::set(Timex::Length(Box::new(length)))))
}

fn step(input: &str) -> Parsed<'_, (i64, DurationUnit)> {
    alt((
        value((6, DurationUnit::Month), alt((tag("半年度"), tag("半年")))),
        value(
            (1, DurationUnit::Year),
            terminated(tag("年"), (opt(tag("度")), unless(&['龄', '齡', '级', '級']))),
        ),
        value((3, DurationUnit::Month), alt((tag("季度"), tag("季")))),
        value((1, DurationUnit::Month), tag("月")),
        value((1, DurationUnit::Week), week_name),
        value((1, DurationUnit::Day), alt((tag("天"), tag("日"), tag("交易日"), tag("工作日")))),
        value((1, DurationUnit::Hour), alt((tag("小时"), tag("小時"), tag("钟头"), tag("鐘頭")))),
        value((1, DurationUnit::Minute), alt((tag("分钟"), tag("分鐘")))),
        value((1, DurationUnit::Second), alt((tag("秒钟"), tag("秒鐘"), tag("秒")))),
    ))
    .parse(input)
}
