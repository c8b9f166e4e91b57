//! Lengths counted from the reference.
//!
//! | written | from | until |
//! |---|---|---|
//! | 3天後, 5年前 | the day, month or year so far away | its end |
//! | 2分鐘前 | the moment | a minute on |
//! | 過去五年, 近三個月 | so long before the reference | the reference |
//! | 未來兩年, 三日內 | the reference | so long behind it; years and months end with a day |
//! | 前兩天, 上兩周 | the whole units before the running one | |
//! | 後三天, 下三周 | the whole units behind the running one | |

use jiff::civil::{Date, DateTime, DateTimeRound};
use jiff::{Span, Unit};

use super::Anchor;
use super::calendar::midnight;
use crate::value::{DurationUnit, Length, Number, Period, Relation};

/// The stretch that a length is where `relation` places it.
pub(super) fn placed(anchor: &Anchor, length: &Length, relation: Relation) -> Option<Period> {
    let now = anchor.reference?;
    if length.is_open() {
        return None;
    }
    // 過去-3年 is a slip of the pen.
    if DurationUnit::ALL.into_iter().any(|unit| length.get(unit).is_some_and(Number::is_negative)) {
        return None;
    }
    let finest = DurationUnit::ALL.into_iter().rev().find(|unit| length.get(*unit).is_some())?;
    // Half a year ago is a month, not a year.
    let whole = length.get(finest).is_some_and(Number::is_integer);
    let told = if finest == DurationUnit::Year && !whole { DurationUnit::Month } else { finest };
    let moved = |from: DateTime, sign| shifted(from, length, sign);
    let base = if finest.is_clock() { now } else { midnight(now.date()) };
    let between = |from: DateTime, until: DateTime| {
        if finest.is_clock() {
            Period::clock(Some(from), Some(until))
        } else {
            Period::days(Some(from.date()), Some(until.date()))
        }
    };
    Some(match relation {
        Relation::After => granule(moved(base, 1)?, told)?,
        Relation::Before => granule(moved(base, -1)?, told)?,
        Relation::Last => between(moved(base, -1)?, base),
        Relation::Next | Relation::Within => ahead(now, length, finest)?,
        Relation::Previous => {
            let running = start_of(now, finest)?;
            between(moved(running, -1)?, running)
        }
        Relation::Following => {
            let next = shifted(start_of(now, finest)?, &Length::new(Some(Number::ONE), finest), 1)?;
            between(next, moved(next, 1)?)
        }
        _ => return None,
    })
}

/// From the reference on: by the clock where the reference is, months and years then end with a day.
fn ahead(now: DateTime, length: &Length, finest: DurationUnit) -> Option<Period> {
    let today = midnight(now.date());
    let whole = now == today && !finest.is_clock();
    let until =
        if finest <= DurationUnit::Month { shifted(today, length, 1)? } else { shifted(now, length, 1)? };
    Some(match whole {
        true => Period::days(Some(now.date()), Some(until.date())),
        false => Period::clock(Some(now), Some(until)),
    })
}

/// The unit that holds a moment: the year, month or day; by the clock from the moment on.
fn granule(at: DateTime, unit: DurationUnit) -> Option<Period> {
    let one = Length::new(Some(Number::ONE), unit);
    let day = at.date();
    let days = |from: Date, until: Date| Some(Period::days(Some(from), Some(until)));
    match unit {
        DurationUnit::Year => days(day.first_of_year(), day.last_of_year().tomorrow().ok()?),
        DurationUnit::Month => days(day.first_of_month(), day.last_of_month().tomorrow().ok()?),
        DurationUnit::Week | DurationUnit::Day => days(day, day.tomorrow().ok()?),
        _ => Some(Period::clock(Some(at), Some(shifted(at, &one, 1)?))),
    }
}

/// The start of the running unit.
fn start_of(now: DateTime, unit: DurationUnit) -> Option<DateTime> {
    let day = now.date();
    let clock = |unit| {
        let round = DateTimeRound::new().smallest(unit).mode(jiff::RoundMode::Trunc);
        now.round(round).ok()
    };
    match unit {
        DurationUnit::Year => Some(midnight(day.first_of_year())),
        DurationUnit::Month => Some(midnight(day.first_of_month())),
        DurationUnit::Week => {
            let back = i64::from(day.weekday().to_monday_zero_offset());
            Some(midnight(day.checked_sub(Span::new().days(back)).ok()?))
        }
        DurationUnit::Day => Some(midnight(day)),
        DurationUnit::Hour => clock(Unit::Hour),
        DurationUnit::Minute => clock(Unit::Minute),
        DurationUnit::Second => clock(Unit::Second),
    }
}

/// `from`, moved by the length.
fn shifted(from: DateTime, length: &Length, sign: i64) -> Option<DateTime> {
    DurationUnit::ALL.into_iter().try_fold(from, |at, unit| match length.get(unit) {
        Some(number) => step(at, number, unit, sign),
        None => Some(at),
    })
}

/// `from`, moved by `number` of `unit`; a part of a month is counted as of 30 days.
fn step(from: DateTime, number: Number, unit: DurationUnit, sign: i64) -> Option<DateTime> {
    let (numerator, denominator) = number.to_fraction();
    let scaled = |factor: i128| {
        let whole = numerator.checked_mul(factor)?.checked_div(denominator)?;
        i64::try_from(whole).ok()?.checked_mul(sign)
    };
    let months = |count: i64| Span::new().try_months(count).ok();
    let days = |count: i64| Span::new().try_days(count).ok();
    let seconds = |count: i64| Span::new().try_seconds(count).ok();
    let span = match unit {
        DurationUnit::Year => months(scaled(12)?)?,
        DurationUnit::Month => {
            let whole = scaled(1)?;
            let rest = scaled(30)?.checked_sub(whole.checked_mul(30)?)?;
            months(whole)?.try_days(rest).ok()?
        }
        DurationUnit::Week => days(scaled(7)?)?,
        DurationUnit::Day if denominator == 1 => days(scaled(1)?)?,
        DurationUnit::Day => seconds(scaled(86_400)?)?,
        DurationUnit::Hour => seconds(scaled(3_600)?)?,
        DurationUnit::Minute => seconds(scaled(60)?)?,
        DurationUnit::Second => seconds(scaled(1)?)?,
    };
    from.checked_add(span).ok()
}
