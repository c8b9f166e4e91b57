//! A date with its clock time, and ranges of them.
//!
//! ```text
//! range     = plan | pair | stretch [ sign stretch | "和" stretch "之間" ]
//! pair      = ( "今明" | "去今" … ) "兩" ( "年" | "天" )
//! stretch   = dated [ "的" ] [ clock ] | clock
//! dated     = numeric | year [ "的" ] [ in_year ] | in_year | shifted | near_day | open_day | open_week
//! ```

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::{opt, value};
use nom::sequence::{preceded, terminated};

use super::clock::{Before, clock};
use super::words::{range_sign, unless, word};
use super::{Doubt, Stretch, lunar, month, numeric, week, year};
use crate::grammar::chars::{is_space, one, spaces};
use crate::grammar::{Parsed, fail};
use crate::lexicon::digits::{ascii_digit, numeral};
use crate::lexicon::time::{BARE_END, BETWEEN_SIGN, DAY_HEAD, DAYS, PAIR, SHORT_DAY_PART};
use crate::value::lunar::Day;
use crate::value::timex::{Anchored, Grain, Modifier, Part, Point, Year};

/// A time of the calendar or a range of two.
pub(super) fn composed(input: &str) -> Parsed<'_, Stretch> {
    if let Ok(found) = alt((year::plan, pair)).parse(input) {
        return Ok(found);
    }
    let (rest, first) = stretch(input)?;
    let joined = alt((|i| between(i, &first), preceded(range_sign, |i| last(i, &first)))).parse(rest);
    match joined {
        Ok((rest, last)) => Ok((rest, join(first, last))),
        Err(_) => Ok((rest, first)),
    }
}

/// The end of a range; a length behind the sign (3月至5天) is none.
fn last<'t>(input: &'t str, first: &Stretch) -> Parsed<'t, Stretch> {
    if let Part::Lunar(start) = first.end().part
        && let Ok((rest, day)) = lunar::day_word(input)
    {
        return Ok((rest, Stretch::part(Part::Lunar(Day { day: Some(day), ..start }))));
    }
    let (rest, last) = stretch(input)?;
    if closes(first, &last) { Ok((rest, last)) } else { fail(input) }
}

/// Whether `last` can be the end of a range that `first` opens.
fn closes(first: &Stretch, last: &Stretch) -> bool {
    let day_alone = matches!(last.doubt, Some(Doubt::NumberedDay | Doubt::SpokenDay | Doubt::Day));
    let after_day = first.end().part.grain() == Grain::Day;
    match last.doubt {
        None | Some(Doubt::Month | Doubt::Head | Doubt::ShortYear | Doubt::Festival | Doubt::Ratio) => true,
        Some(Doubt::Hour) => first.end().clock.is_some(),
        _ => day_alone && after_day,
    }
}

/// The range from `first` to `last`, if they can be its ends.
pub(super) fn range(first: Stretch, last: Stretch) -> Option<Stretch> {
    closes(&first, &last).then(|| join(first, last))
}

/// 三月和九月之間.
fn between<'t>(input: &'t str, first: &Stretch) -> Parsed<'t, Stretch> {
    let sign = (spaces, word(&BETWEEN_SIGN), spaces);
    let (rest, found) = preceded(sign, |i| last(i, first)).parse(input)?;
    let (rest, _) = alt((tag("之间"), tag("之間"))).parse(rest)?;
    Ok((rest, found))
}

/// The two ends, the second with what only the first states.
fn join(first: Stretch, last: Stretch) -> Stretch {
    let doubt = match first.doubt {
        Some(
            Doubt::Month
            | Doubt::Head
            | Doubt::Day
            | Doubt::NumberedDay
            | Doubt::SpokenDay
            | Doubt::ShortYear
            | Doubt::DividedYear
            | Doubt::Hour
            | Doubt::Ratio,
        ) => None,
        other => other,
    };
    Stretch { first: first.first, last: Some(complete(&first.first, last.end())), doubt }
}

/// What the end of a range leaves open is as at its start: 2019年6月1日—6月30日, 3月5日至8日.
fn complete(first: &Point, last: Point) -> Point {
    let mut last = last;
    if last.anchor.is_none() && last.year == Year::Open && last.part != Part::Unstated {
        last.year = first.year;
        last.anchor = first.anchor;
    }
    if let (Part::Day(None, day), Some(month)) = (last.part, first.part.stated_month()) {
        last.part = Part::Day(Some(month), day);
    }
    // 8月至2月 ends in the year behind.
    if let (Year::Is(year), Some(a), Some(b)) =
        (last.year, first.part.stated_month(), last.part.stated_month())
        && last.year == first.year
        && b < a
    {
        last.year = Year::Is(year + 1);
    }
    if let (Year::Is(year), Some(Anchored::Text(Grain::Year, by))) = (first.year, last.anchor) {
        last.year = Year::Is(year + i16::from(by));
        last.anchor = None;
    }
    last
}

/// 今明兩年, 今明兩天.
fn pair(input: &str) -> Parsed<'_, Stretch> {
    let (rest, (a, b)) = word(&PAIR).parse(input)?;
    let (rest, _) = one(|c| matches!(c, '两' | '兩' | '二')).parse(rest)?;
    let mut unit = alt((
        value((Grain::Year, Part::Year), tag("年")),
        value((Grain::Day, Part::Day(None, None)), alt((tag("天"), tag("日")))),
    ));
    let (rest, (grain, part)) = unit.parse(rest)?;
    let at = |by| Point::of(part).anchored(Anchored::Reference(grain, by));
    Ok((rest, Stretch { first: at(a), last: Some(at(b)), doubt: None }))
}

/// A date, a clock time, or both. Of a number what stands behind it tells which.
fn stretch(input: &str) -> Parsed<'_, Stretch> {
    match mark(input) {
        Mark::None => alt((weekday_and_date, day_and_part, worded)).parse(input),
        Mark::Year => in_stated_year(input).map(with_clock),
        Mark::Month => month::open_year(input).map(with_clock),
        Mark::Day => month::open_day(input).map(with_clock),
        Mark::Quarter => month::quarter(input),
        Mark::Clock => clock(input, Before::Nothing),
        Mark::Other => numbered(input),
    }
}

/// A time that begins with a word.
fn worded(input: &str) -> Parsed<'_, Stretch> {
    alt((|i| dated(i).map(with_clock), |i| clock(i, Before::Nothing))).parse(input)
}

/// A time that begins with a number of which the mark behind does not tell enough: 9—12點, 1—3月, 2021-03-05.
fn numbered(input: &str) -> Parsed<'_, Stretch> {
    let time = clock(input, Before::Nothing);
    match (dated(input).map(with_clock), time) {
        (Ok(date), Ok(time)) => Ok(if time.0.len() < date.0.len() { time } else { date }),
        (date, time) => date.or(time),
    }
}

/// What stands behind the number at the head of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// There is no number.
    None,
    Year,
    Month,
    Day,
    Quarter,
    Clock,
    Other,
}

fn mark(input: &str) -> Mark {
    let behind = input.trim_start_matches(|c| ascii_digit(c).is_some() || numeral(c).is_some());
    if behind.len() == input.len() {
        return Mark::None;
    }
    match behind.trim_start_matches(is_space).chars().next() {
        Some('年') => Mark::Year,
        Some('月') => Mark::Month,
        Some('日' | '号' | '號') => Mark::Day,
        Some('季') => Mark::Quarter,
        Some(':' | '：' | '点' | '點' | '时' | '時') => Mark::Clock,
        _ => Mark::Other,
    }
}

/// A date that was read, with the clock time behind it.
fn with_clock((rest, date): (&str, Stretch)) -> (&str, Stretch) {
    timed(rest, date).unwrap_or((rest, date))
}

/// The date with a clock time behind it, a weekday in brackets between them.
fn timed(input: &str, date: Stretch) -> Option<(&str, Stretch)> {
    let single =
        date.last.is_none() && date.first.part.grain() == Grain::Day && date.first.modifier.is_none();
    if !single {
        return None;
    }
    let (rest, _) = opt(week::aside).parse(input).ok()?;
    let (rest, _) = (spaces, opt(terminated(tag("的"), spaces)), opt(one(|c| c == 'T'))).parse(rest).ok()?;
    let (rest, time) = clock(rest, Before::Date).ok()?;
    let at = |point: Point| Point { clock: point.clock, ..date.first };
    let sure = Stretch { first: at(time.first), last: time.last, doubt: None };
    Some((rest, sure))
}

/// 周日, 二月十號: the date with its weekday before it.
fn weekday_and_date(input: &str) -> Parsed<'_, Stretch> {
    let sign = one(|c| matches!(c, ',' | '，'));
    let (rest, _) = (week::weekday, spaces, sign, spaces).parse(input)?;
    let (rest, date) = dated(rest)?;
    match date.first.part {
        Part::Day(Some(_), Some(_)) if date.last.is_none() => Ok((rest, date.sure())),
        _ => fail(input),
    }
}

/// 今晚, 昨夜8時35分.
fn day_and_part(input: &str) -> Parsed<'_, Stretch> {
    let (rest, anchor) = word(&DAY_HEAD).parse(input)?;
    let (rest, part) = word(&SHORT_DAY_PART).parse(rest)?;
    let (rest, _) = opt(one(|c| matches!(c, '上' | '间' | '間'))).parse(rest)?;
    let (rest, time) = preceded(spaces, |i| clock(i, Before::Part(part))).parse(rest)?;
    let day = Point::of(Part::Day(None, None)).anchored(anchor);
    let at = |point: Point| Point { clock: point.clock, ..day };
    Ok((rest, Stretch { first: at(time.first), last: time.last, doubt: None }))
}

/// A date without clock time.
fn dated(input: &str) -> Parsed<'_, Stretch> {
    alt((
        numeric::numeric,
        in_stated_year,
        bare_end,
        week::near_season,
        month::open_year,
        week::shifted,
        week::text_month,
        near_day,
        week::open_week,
        month::open_day,
        month::quarter,
        numeric::bare_year,
    ))
    .parse(input)
}

fn near_day(input: &str) -> Parsed<'_, Stretch> {
    let (rest, anchor) = word(&DAYS).parse(input)?;
    let found = Stretch::of(Point::of(Part::Day(None, None)).anchored(anchor));
    Ok((rest, if input.starts_with(['后', '後', '次']) { found.doubted(Doubt::Head) } else { found }))
}

/// A year with what of it is meant, and 同期.
fn in_stated_year(input: &str) -> Parsed<'_, Stretch> {
    let (rest, year) = alt((year::year, week::shifted_year)).parse(input)?;
    if let Ok((rest, found)) = same_period(rest, &year) {
        return Ok((rest, found));
    }
    let glue = (spaces, opt(tag("的")), spaces);
    match preceded(glue, month::in_year).parse(rest) {
        Ok((behind, part)) if !is_trapped(&part, behind) => Ok((behind, within(year, part))),
        _ => Ok((rest, year)),
    }
}

/// A holiday behind a year that names something else: 今年春節期間.
fn is_trapped(part: &Stretch, behind: &str) -> bool {
    match part.doubt {
        Some(Doubt::Festival) => {
            crate::lexicon::time::HOLIDAY_TRAP.head(behind).is_some()
                && !behind.starts_with("前后")
                && !behind.starts_with("前後")
        }
        Some(Doubt::Holiday) => {
            crate::lexicon::time::FESTIVE.head(behind).is_none()
                && behind.chars().next().is_some_and(|c| !super::words::is_clause_edge(c))
        }
        _ => false,
    }
}

/// `part` within `year`: of a range of years only the last is divided.
pub(super) fn within(year: Stretch, part: Stretch) -> Stretch {
    let stated = year.end();
    let place = |point: Point| Point { year: stated.year, anchor: stated.anchor.or(point.anchor), ..point };
    let part = part.map(place);
    match year.last {
        Some(_) => Stretch { first: year.first, last: Some(part.end()), doubt: None },
        None => Stretch { doubt: divided(year.doubt), ..part },
    }
}

/// What is left of a doubt about a year when a part of it is told.
fn divided(doubt: Option<Doubt>) -> Option<Doubt> {
    match doubt? {
        Doubt::Head => Some(Doubt::Head),
        Doubt::ShortYear => Some(Doubt::DividedYear),
        _ => None,
    }
}

/// 去年同期, 去年農曆同期: the stretch that the text is about, in that year. Behind a stated year 同期 is
/// left outside: `2019年同期` is the year 2019, told beside.
fn same_period<'t>(input: &'t str, year: &Stretch) -> Parsed<'t, Stretch> {
    let traditional = alt((tag("农历"), tag("農曆")));
    let (rest, _) = (opt(traditional), alt((tag("同期"), tag("同時期"), tag("同时期")))).parse(input)?;
    match (year.first.anchor, year.first.year()) {
        (Some(Anchored::Reference(Grain::Year, by) | Anchored::Text(Grain::Year, by @ -1)), _) => {
            Ok((rest, Stretch::of(Point { anchor: Some(Anchored::SamePeriod(by)), ..year.first })))
        }
        (None, Some(_)) if input.starts_with('同') => {
            Ok((rest, Stretch::of(Point { anchor: Some(Anchored::SamePeriod(0)), ..year.first })))
        }
        _ => fail(input),
    }
}

/// 年底, 全年, 月末, 全天; with a clock behind 全天 none.
fn bare_end(input: &str) -> Parsed<'_, Stretch> {
    let (rest, (grain, modifier)) = word(&BARE_END).parse(input)?;
    let (rest, ()) = if modifier == Some(Modifier::Mid) {
        nom::combinator::not(nom::combinator::peek(word(&crate::lexicon::time::END_TRAP))).parse(rest)?
    } else {
        unless(&['候', '制', '步']).parse(rest)?
    };
    let part = match grain {
        Grain::Month => Part::Month(None),
        Grain::Quarter => Part::Quarter(None),
        Grain::Day => Part::Day(None, None),
        _ => Part::Year,
    };
    let point = Point::of(part).modified(modifier);
    let anchored = if grain == Grain::Year { point } else { point.anchored(Anchored::Reference(grain, 0)) };
    Ok((rest, Stretch::of(anchored)))
}
