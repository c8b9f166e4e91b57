//! Clock times and parts of the day.
//!
//! ```text
//! clock    = [ part ] hours [ sign [ part ] hours ] | part
//! part     = "上午" | "凌晨" | "晚" | …
//! hours    = digital | spoken
//! digital  = two ":" two [ ":" two ] [ "時" ] [ "PM" | "a.m." ]
//! spoken   = small ( "點" | "時" ) [ "鐘" | "正" | "半" | small [ "刻" ] | [ "零" | "搭" ] small [ "分" ] [ small "秒" ] ]
//! ```
//!
//! In Cantonese a single figure behind the hour counts in fives: 三點搭三 is a quarter past three. After
//! noon the hours are counted on to 24.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::{map, not, opt, peek, value, verify};
use nom::sequence::{preceded, terminated};

use super::words::{figure, numerals, range_sign, sense, sign, small, two_digits, unless, word};
use super::{Doubt, Stretch};
use crate::grammar::chars::{one, spaces};
use crate::grammar::{Parsed, fail};
use crate::lexicon::digits::{ascii_digit, numeral};
use crate::lexicon::time::{DAY_PART, DAY_PART_TRAP, WEAK_DAY_PART};
use crate::value::timex::{Clock, ClockTime, DayPart, Part, Point};

/// What stands before a clock time and so decides how it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    Nothing,
    /// A date, so that 晚 alone is a time too.
    Date,
    /// 今晚, 昨夜: the part of the day is read already.
    Part(DayPart),
}

/// A time of day, or the stretch between two.
pub(super) fn clock(input: &str, before: Before) -> Parsed<'_, Stretch> {
    if let Before::Part(part) = before {
        let timed = preceded(spaces, |i| hours_of(i, Some(part))).parse(input);
        return Ok(timed.unwrap_or((input, of(Clock::Part(part)))));
    }
    let (rest, part) = opt(|i| day_part(i, before)).parse(input)?;
    let timed = preceded((opt(tag("的")), spaces), |i| hours_of(i, part)).parse(rest);
    match (timed, part) {
        (Ok(timed), _) => Ok(timed),
        (Err(_), Some(part)) => part_alone(input, before).map(|(rest, ())| (rest, of(Clock::Part(part)))),
        (Err(_), None) => fail(input),
    }
}

fn of(clock: Clock) -> Stretch {
    Stretch::of(Point::of(Part::Unstated).at(clock))
}

/// A part of the day before a clock time.
fn day_part(input: &str, before: Before) -> Parsed<'_, DayPart> {
    let strong = terminated(word(&DAY_PART), unless(&['茶', '餐']));
    // 早, 晚: before an hour or behind a date.
    let weak = terminated(word(&WEAK_DAY_PART), not(peek(word(&DAY_PART_TRAP))));
    let (rest, part) = alt((strong, weak)).parse(input)?;
    if before == Before::Nothing && word(&DAY_PART).parse(input).is_err() && hours(rest, true).is_err() {
        return fail(input);
    }
    Ok((rest, part))
}

fn part_alone(input: &str, before: Before) -> Parsed<'_, ()> {
    let (rest, _) = day_part(input, before)?;
    Ok((rest, ()))
}

/// An hour, or from one to another: 9~12點半, 七八點.
fn hours_of(input: &str, part: Option<DayPart>) -> Parsed<'_, Stretch> {
    if let Ok(range) = shared_hours(input, part) {
        return Ok(range);
    }
    let (rest, first) = hours(input, part.is_some())?;
    let first = Read { at: in_part(first.at, part), bare: first.bare && part.is_none(), ..first };
    let doubt = first.bare.then_some(Doubt::Hour).or(first.ratio.then_some(Doubt::Ratio));
    let start = of(Clock::At(first.at));
    match preceded(range_sign, |i| second(i, first.at, part.is_some())).parse(rest) {
        Ok((rest, last)) => Ok((rest, Stretch { last: Some(last), ..start })),
        Err(_) => Ok((rest, Stretch { doubt, ..start })),
    }
}

/// The second of two times, in the half of the day of the first.
fn second(input: &str, first: ClockTime, told: bool) -> Parsed<'_, Point> {
    let (rest, part) = opt(terminated(|i| day_part(i, Before::Nothing), opt(tag("的")))).parse(input)?;
    let (rest, last) = preceded(spaces, |i| hours(i, told || part.is_some())).parse(rest)?;
    let mut at = in_part(last.at, part);
    if part.is_none()
        && (told || first.exact_half)
        && at.hour < first.hour
        && at.hour + 12 > first.hour
        && at.hour < 12
    {
        at.hour += 12;
    }
    Ok((rest, Point::of(Part::Unstated).at(Clock::At(at))))
}

/// 9~11點, 七八點: two hours with one sign.
fn shared_hours(input: &str, part: Option<DayPart>) -> Parsed<'_, Stretch> {
    let signed = terminated(small, range_sign);
    let touching = verify(figure, |&n| n > 0);
    let (rest, first) = alt((signed, touching)).parse(input)?;
    let (rest, last) = spoken(rest, part.is_some())?;
    let joined = input[..input.len() - rest.len()].starts_with(|c: char| c.is_ascii_digit())
        || first + 1 == last.at.hour
        || range_sign_inside(input);
    if first >= last.at.hour || !joined {
        return fail(input);
    }
    let plain = ClockTime { hour: first, minute: None, second: None, exact_half: false, about: false };
    let about = !range_sign_inside(input);
    let (first, last) = (in_part(plain, part), ClockTime { about, ..in_part(last.at, part) });
    Ok((rest, Stretch { last: Some(Point::of(Part::Unstated).at(Clock::At(last))), ..of(Clock::At(first)) }))
}

fn range_sign_inside(input: &str) -> bool {
    preceded(small, range_sign).parse(input).is_ok()
}

/// A clock time and how sure its reading is.
#[derive(Clone, Copy, Debug)]
struct Read {
    at: ClockTime,
    /// Nothing but a number and 點.
    bare: bool,
    /// Digits and a colon, which a ratio has too.
    ratio: bool,
}

fn hours(input: &str, told: bool) -> Parsed<'_, Read> {
    alt((digital, |i| spoken(i, told))).parse(input)
}

/// The hour as the part of the day has it, on a clock of 24 hours.
fn in_part(at: ClockTime, part: Option<DayPart>) -> ClockTime {
    let Some(part) = part else { return at };
    let hour = match (part, at.hour) {
        (DayPart::Afternoon | DayPart::Evening, 1..=11) => at.hour + 12,
        (DayPart::Evening | DayPart::Night, 12) => 24,
        (DayPart::Night, 6..=11) => at.hour + 12,
        (DayPart::Noon, 1..=3) => at.hour + 12,
        (DayPart::SmallHours | DayPart::EarlyMorning, 12) => 0,
        (_, hour) => hour,
    };
    ClockTime { hour, exact_half: true, ..at }
}

fn sixtieth(input: &str) -> Parsed<'_, i8> {
    verify(two_digits, |n| (0..=59).contains(n)).parse(input)
}

fn colon(input: &str) -> Parsed<'_, char> {
    one(|c| matches!(c, ':' | '：')).parse(input)
}

/// 15:30, 9：05, 11:30:10 p.m., 3:15p.
fn digital(input: &str) -> Parsed<'_, Read> {
    let (rest, hour) = verify(two_digits, |h| (0..=24).contains(h)).parse(input)?;
    let (rest, minute) = preceded(colon, verified_pair).parse(rest)?;
    let (rest, second) = opt(preceded(colon, verified_pair)).parse(rest)?;
    let (rest, ()) = not(peek(colon)).parse(rest).map(|(_, ())| (rest, ()))?;
    let (rest, half) = opt(preceded(spaces, half_of_day)).parse(rest)?;
    let (rest, _) =
        opt(terminated(one(|c| matches!(c, '时' | '時' | '分')), unless(&['间', '間']))).parse(rest)?;
    let hour = match half {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    let exact_half = half.is_some() || hour > 12 || hour == 0 || input.starts_with('0');
    let at = ClockTime { hour, minute: Some(minute), second, exact_half, about: false };
    Ok((rest, Read { at, bare: false, ratio: second.is_none() && half.is_none() }))
}

/// Two digits that are told in full: 05, not 5.
fn verified_pair(input: &str) -> Parsed<'_, i8> {
    let (rest, n) = sixtieth(input)?;
    let told = input[..input.len() - rest.len()].chars().count() == 2;
    if told { Ok((rest, n)) } else { fail(input) }
}

/// PM, p.m., p: true behind noon.
fn half_of_day(input: &str) -> Parsed<'_, bool> {
    let word = alt((
        value(true, alt((tag("p.m."), tag("P.M."), tag("pm"), tag("PM"), tag("p"), tag("P")))),
        value(false, alt((tag("a.m."), tag("A.M."), tag("am"), tag("AM"), tag("a"), tag("A")))),
    ));
    terminated(word, not(peek(one(|c| c.is_ascii_alphanumeric())))).parse(input)
}

/// 三點, 15時20分, 十一點半, 晏晝三點搭三. What would else be a decimal (八點八, 三點零五) is a time only where
/// a part of the day is told before it.
fn spoken(input: &str, told: bool) -> Parsed<'_, Read> {
    let (rest, hour) = verify(small, |h| (0..=24).contains(h)).parse(input)?;
    let (rest, sign) = hour_sign(rest)?;
    let (rest, past) = opt(|i| past_hour(i, told)).parse(rest)?;
    if past.is_none() && matches!(sign, '点' | '點') && any_digit(rest) {
        return fail(input);
    }
    let exact_half = hour > 12 || hour == 0;
    let plain = ClockTime { hour, minute: None, second: None, exact_half, about: false };
    let arabic = input.starts_with(|c: char| c.is_ascii_digit());
    let Some((minute, second)) = past else {
        let bare = matches!(sign, '点' | '點') || !arabic && hour > 0;
        return Ok((rest, Read { at: plain, bare, ratio: false }));
    };
    let (rest, _) = opt(terminated(one(|c| matches!(c, '许' | '許')), unless(&['多', '可']))).parse(rest)?;
    Ok((rest, Read { at: ClockTime { minute, second, ..plain }, bare: false, ratio: false }))
}

/// Whether digits follow, so that 點 was a decimal point.
fn any_digit(rest: &str) -> bool {
    rest.starts_with(|c: char| ascii_digit(c).is_some() || numeral(c).is_some_and(|_| c != '半'))
}

/// 點 or 時, not in 時間, 時代, 點評.
fn hour_sign(input: &str) -> Parsed<'_, char> {
    let hour = terminated(
        sign(&['时', '時']),
        unless(&[
            '间', '間', '代', '候', '期', '常', '刻', '段', '节', '節', '速', '差', '限', '长', '長', '效',
            '不', '而', '机', '機',
        ]),
    );
    let point = terminated(sign(&['点', '點']), unless(&['评', '評', '建', '意', '看', '个', '個', '.']));
    alt((hour, map(point, |c| c))).parse(input)
}

type Past = (Option<i8>, Option<i8>);

/// What stands behind the hour.
fn past_hour(input: &str, told: bool) -> Parsed<'_, Past> {
    let full = alt((
        tag("钟"),
        tag("鐘"),
        tag("整"),
        tag("正"),
        tag("许"),
        tag("許"),
        tag("多钟"),
        tag("多鐘"),
        tag("多"),
    ));
    let half = value((Some(30), None), terminated(tag("半"), unless(&['导', '導', '个', '個', '年'])));
    let quarter = sense(terminated(small, one(|c| c == '刻')), |n| {
        (1..=3).contains(&n).then_some((Some(n * 15), None))
    });
    alt((value((None, None), full), half, quarter, |i| fives(i, told), |i| minutes(i, told))).parse(input)
}

/// 搭三, 踏三: so many fives.
fn fives(input: &str, told: bool) -> Parsed<'_, Past> {
    let tied = preceded(one(|c| matches!(c, '搭' | '踏')), small);
    let ends = not(peek(one(|c| matches!(c, '分' | '刻' | '个' | '個') || numeral(c).is_some())));
    let alone = verify(terminated(figure, ends), |_| told && !input.starts_with(['零', '〇']));
    sense(alt((tied, alone)), |n| (1..=11).contains(&n).then_some((Some(n * 5), None))).parse(input)
}

/// 二十, 零五分, 20分30秒.
fn minutes(input: &str, told: bool) -> Parsed<'_, Past> {
    let (rest, minute) =
        preceded(spaces, verify(alt((numerals, two_digits)), |m| (0..=59).contains(m))).parse(input)?;
    let (rest, sign) = opt(sign(&['分'])).parse(rest)?;
    let arabic = input.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let decimal = input.trim_start().starts_with(['零', '〇']) || minute < 10;
    if sign.is_none() && (arabic || decimal && !told) {
        return fail(input);
    }
    let second = terminated(verify(small, |s| (0..=59).contains(s)), one(|c| c == '秒'));
    let (rest, second) = opt(preceded(spaces, second)).parse(rest)?;
    Ok((rest, (Some(minute), second)))
}
