//! Weeks and their days, and all that 上, 下, 這 shift.
//!
//! ```text
//! weekday  = ( "周" | "星期" | "禮拜" ) ( "一" … "六" | "日" | "天" )
//! weekend  = ( "周" | "星期" ) "末"
//! shifted  = ( "本" | "這" | "今" | "上" { "上" } | "下" { "下" } ) [ "個" | "一" ] unit
//! aside    = [ "，" ] [ "（" ] weekday [ "）" ]
//! ```

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::{map, not, opt, peek, value};
use nom::sequence::{preceded, terminated};

use super::words::{unless, word};
use super::{Stretch, month};
use crate::grammar::chars::{one, spaces};
use crate::grammar::{Miss, Parsed, fail};
use crate::lexicon::time::{CALENDAR_UNIT, DAY_HEAD, MONTHS, SHIFT, WEEK_NAME, WEEKDAY, WEEKDAY_TRAP};
use crate::value::timex::{Anchored, Grain, Modifier, Part, Point};

/// 周, 星期, 禮拜.
pub(super) fn week_name(input: &str) -> Parsed<'_, ()> {
    word(&WEEK_NAME).parse(input)
}

/// A day of the week; not the head of 周三次.
pub(super) fn weekday(input: &str) -> Parsed<'_, i8> {
    let (rest, day) = preceded(week_name, word(&WEEKDAY)).parse(input)?;
    let digit = input[..input.len() - rest.len()].ends_with(|c: char| c.is_ascii_digit());
    if digit && rest.starts_with(|c: char| c.is_ascii_digit()) {
        return fail(input);
    }
    let (rest, ()) = not(peek(word(&WEEKDAY_TRAP))).parse(rest)?;
    Ok((rest, day))
}

fn weekend(input: &str) -> Parsed<'_, ()> {
    let (rest, ()) = week_name(input)?;
    value((), one(|c| c == '末')).parse(rest)
}

/// 周五, 周末 of the week that the text leaves open.
pub(super) fn open_week(input: &str) -> Parsed<'_, Stretch> {
    map(open_part, Stretch::part).parse(input)
}

/// A day or the end of a week.
pub(super) fn open_part(input: &str) -> Parsed<'_, Part> {
    alt((map(weekday, Part::Weekday), value(Part::Weekend, weekend))).parse(input)
}

/// A weekday told beside a date: `（星期二）`, `，星期一`.
pub(super) fn aside(input: &str) -> Parsed<'_, i8> {
    let open = one(|c| matches!(c, '（' | '('));
    let close = one(|c| matches!(c, '）' | ')'));
    let (rest, _) = spaces(input)?;
    let (rest, _) = opt(one(|c| matches!(c, '，' | ','))).parse(rest)?;
    let (rest, bracket) = preceded(spaces, opt(open)).parse(rest)?;
    let short = alt((weekday, terminated(word(&WEEKDAY), peek(one(|c| matches!(c, '）' | ')'))))));
    let (rest, day) =
        if bracket.is_some() { terminated(short_day(short), close).parse(rest)? } else { weekday(rest)? };
    Ok((rest, day))
}

/// In brackets 二 alone is enough.
fn short_day<'t>(
    mut day: impl Parser<&'t str, Output = i8, Error = Miss>,
) -> impl FnMut(&'t str) -> Parsed<'t, i8> {
    move |input| day.parse(input)
}

/// 上周, 下個月, 這一年, 本季度, 上上個週三, 下月九號.
pub(super) fn shifted(input: &str) -> Parsed<'_, Stretch> {
    let (rest, shift) = word(&SHIFT).parse(input)?;
    let connector = alt((tag("一个"), tag("一個"), tag("个"), tag("個"), tag("一")));
    let (rest, connector) = opt(connector).parse(rest)?;
    let (behind, (grain, needs)) = word(&CALENDAR_UNIT).parse(rest)?;
    // 這年 and 今年 are words of their own; 上半年 is the first half.
    if needs && connector.is_none() || input.starts_with('今') && grain == Grain::Year {
        return fail(input);
    }
    let anchor = Anchored::Reference(grain, shift);
    match grain {
        Grain::Week => near_week(rest, anchor),
        Grain::Month => near_month(behind, anchor),
        Grain::Quarter => {
            let (behind, ()) =
                unless(&['报', '報', '节', '節', '风', '風', '军', '軍', '后', '後']).parse(behind)?;
            let (behind, end) = opt(month::end).parse(behind)?;
            let point = Point::of(Part::Quarter(None)).anchored(anchor);
            Ok((behind, Stretch::of(point.modified(end))))
        }
        Grain::Half => Ok((behind, Stretch::of(Point::of(Part::Half(None)).anchored(anchor)))),
        _ => near_year(behind, anchor),
    }
}

/// 上一年, 本財年: a shifted year that in_year may follow.
pub(super) fn shifted_year(input: &str) -> Parsed<'_, Stretch> {
    let (rest, found) = shifted(input)?;
    if found.first.part == Part::Year { Ok((rest, found)) } else { fail(input) }
}

/// A week and what of it is meant.
fn near_week(input: &str, anchor: Anchored) -> Parsed<'_, Stretch> {
    let traps = unless(&[
        '期', '刊', '边', '邊', '转', '轉', '围', '圍', '密', '长', '長', '知', '旋', '折', '游', '遊', '报',
        '報', '易',
    ]);
    let whole = terminated(week_name, traps);
    let end = alt((
        value(Modifier::Start, tag("初")),
        value(Modifier::Mid, terminated(tag("中"), unless(&['国', '國']))),
    ));
    let week = map((whole, opt(end)), |((), end)| (Part::Week(None), end));
    let plain = |part| (part, None);
    let mut part =
        alt((map(map(weekday, Part::Weekday), plain), map(value(Part::Weekend, weekend), plain), week));
    let (rest, (part, end)) = part.parse(input)?;
    Ok((rest, Stretch::of(Point::of(part).anchored(anchor).modified(end))))
}

/// A relative month and what of it is meant.
fn near_month(input: &str, anchor: Anchored) -> Parsed<'_, Stretch> {
    let (input, _) = opt(tag("份")).parse(input)?;
    let (input, ()) = unless(&['球', '租', '供', '薪', '票', '嫂', '饼', '餅']).parse(input)?;
    let whole = Stretch::part(Part::Month(None));
    let glued = preceded((opt(tag("的")), spaces), |rest| month::in_month(rest, None)).parse(input);
    let (rest, found) = glued.unwrap_or((input, whole));
    Ok((rest, found.sure().map(|point| point.anchored(anchor))))
}

/// 當月, 次月 and what of it is meant.
pub(super) fn text_month(input: &str) -> Parsed<'_, Stretch> {
    let (rest, anchor) = word(&MONTHS).parse(input)?;
    near_month(rest, anchor)
}

fn near_year(input: &str, anchor: Anchored) -> Parsed<'_, Stretch> {
    Ok((input, Stretch::of(Point::of(Part::Year).anchored(anchor))))
}

/// 今春, 去冬: the season of a near year.
pub(super) fn near_season(input: &str) -> Parsed<'_, Stretch> {
    let past = value(Anchored::Reference(Grain::Year, -1), tag("去"));
    let near = map(word(&DAY_HEAD), |anchor| match anchor {
        Anchored::Reference(_, by) => Anchored::Reference(Grain::Year, by),
        other => other,
    });
    let (rest, anchor) = alt((past, near)).parse(input)?;
    let (rest, season) = month::short_season(rest)?;
    let (rest, ()) = not(peek(tag("季"))).parse(rest).map(|(_, ())| (rest, ()))?;
    Ok((rest, season.map(|point| point.anchored(anchor))))
}
