//! Civil dates of points, and which occurrence of an open one is meant.

use jiff::Span;
use jiff::civil::{Date, DateTime, ISOWeekDate, Weekday};

use super::{Anchor, Outlook, Resolved};
use crate::value::lunar;
use crate::value::timex::{Anchored, Clock, DayPart, Grain, Modifier, Part, Point, Season, Year};

/// The first day and the day behind the last.
type Days = (Date, Date);

pub(super) fn midnight(date: Date) -> DateTime {
    date.at(0, 0, 0, 0)
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

fn plus_days(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// `months` from the first day of `month` of `year` on, `count` months long.
fn months(year: i16, month: i8, count: i64) -> Option<Days> {
    let first = date(year, month, 1)?;
    Some((first, first.checked_add(Span::new().months(count)).ok()?))
}

/// The first day of the month `by` months away from the one of `day`.
fn month_away(day: Date, by: i64) -> Option<Date> {
    day.first_of_month().checked_add(Span::new().try_months(by).ok()?).ok()
}

fn one_day(day: Date) -> Option<Days> {
    Some((day, day.tomorrow().ok()?))
}

fn weekday(number: i8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(number).ok()
}

fn monday_of(day: Date) -> Option<Date> {
    plus_days(day, -i64::from(day.weekday().to_monday_zero_offset()))
}

/// The first such weekday on `day` or behind it.
pub(super) fn weekday_from(day: Date, number: i8) -> Option<Date> {
    let ahead = (i64::from(number) - i64::from(day.weekday().to_monday_one_offset())).rem_euclid(7);
    plus_days(day, ahead)
}

/// Day `day` of the month that begins on `first`; a negative one from its end.
fn day_of_month(first: Date, day: i8) -> Option<Date> {
    let number = if day < 0 { first.days_in_month() + 1 + day } else { day };
    date(first.year(), first.month(), number)
}

/// The days that `part` is in the month that begins on `first`.
fn in_month(first: Date, part: Part) -> Option<Days> {
    match part {
        Part::Month(_) => months(first.year(), first.month(), 1),
        Part::Day(_, Some(day)) => one_day(day_of_month(first, day)?),
        Part::NthWeekday(_, nth, day) => one_day(first.nth_weekday_of_month(nth, weekday(day)?).ok()?),
        Part::MonthWeek(_, nth) => {
            let monday = first.nth_weekday_of_month(nth, Weekday::Monday).ok()?;
            Some((monday, plus_days(monday, 7)?))
        }
        _ => None,
    }
}

/// The days that `part` is in `year`.
pub(super) fn in_year(year: i16, part: Part) -> Option<Days> {
    match part {
        Part::Year => Some((date(year, 1, 1)?, date(year.checked_add(1)?, 1, 1)?)),
        Part::Quarter(Some(quarter)) => months(year, quarter * 3 - 2, 3),
        Part::Half(Some(half)) => months(year, half * 6 - 5, 6),
        Part::Season(season) => months(year, first_month(season), 3),
        Part::Week(Some(week)) => {
            let monday = ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
            Some((monday, plus_days(monday, 7)?))
        }
        Part::Lunar(day) => lunar::days(year, day),
        Part::Term(term) => one_day(lunar::solar_term(year, term)?),
        part => in_month(date(year, part.stated_month()?, 1)?, part),
    }
}

const fn first_month(season: Season) -> i8 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    }
}

/// The start, middle or end of a stretch, where that is meant: of a year two months, of a quarter one, of a
/// month the first five days, the second ten, or from the 25th on; of a century and decade a fifth.
pub(super) fn narrowed(from: Date, until: Date, point: &Point) -> Option<Days> {
    let Some(modifier) = point.modifier else { return Some((from, until)) };
    let back = |span: Span| until.checked_sub(span).ok();
    let on = |span: Span| from.checked_add(span).ok();
    let years = match point.year {
        Year::Century(_) => Some(20),
        Year::Decade(_) => Some(2),
        _ => None,
    };
    if let Some(years) = years {
        return match modifier {
            Modifier::Start => Some((from, on(Span::new().years(years))?)),
            Modifier::Mid => Some((on(Span::new().years(2 * years))?, back(Span::new().years(2 * years))?)),
            Modifier::End => Some((back(Span::new().years(years))?, until)),
        };
    }
    let whole = |months: i64| Span::new().months(months);
    match (point.part.grain(), modifier) {
        (Grain::Year, Modifier::Start) => Some((from, on(whole(2))?)),
        (Grain::Year, Modifier::Mid) => Some((on(whole(5))?, on(whole(7))?)),
        (Grain::Year, Modifier::End) => Some((back(whole(2))?, until)),
        (Grain::Quarter | Grain::Half, Modifier::Start) => Some((from, on(whole(1))?)),
        (Grain::Quarter | Grain::Half, Modifier::Mid) => Some((on(whole(1))?, back(whole(1))?)),
        (Grain::Quarter | Grain::Half, Modifier::End) => Some((back(whole(1))?, until)),
        (Grain::Month, Modifier::Start) => Some((from, plus_days(from, 5)?)),
        (Grain::Month, Modifier::Mid) => Some((plus_days(from, 10)?, plus_days(from, 20)?)),
        (Grain::Month, Modifier::End) => Some((plus_days(from, 24)?, until)),
        (Grain::Week, Modifier::Start) => Some((from, plus_days(from, 2)?)),
        (Grain::Week, Modifier::Mid) => Some((plus_days(from, 2)?, plus_days(from, 4)?)),
        _ => Some((from, until)),
    }
}

/// The hours of a part of the day, as far as the crate says.
const fn hours(part: DayPart) -> (i64, i64) {
    match part {
        DayPart::SmallHours => (0, 6),
        DayPart::EarlyMorning => (4, 12),
        DayPart::Morning => (7, 12),
        DayPart::LateMorning => (8, 12),
        DayPart::Noon => (12, 14),
        DayPart::Afternoon => (12, 18),
        DayPart::Evening => (18, 24),
        DayPart::Night => (20, 24),
        DayPart::Daytime => (6, 18),
    }
}

/// Whether the clock names an instant, at which a range ends; 七八點 ends with its last hour.
pub(super) const fn is_instant(clock: &Clock) -> bool {
    matches!(clock, Clock::At(at) if !at.about)
}

/// The stretch that a clock time or part of the day is on `day`.
pub(super) fn on_day(day: Date, clock: Clock) -> Option<Resolved> {
    let start = midnight(day);
    let after = |span: Span| start.checked_add(span).ok();
    match clock {
        Clock::Part(part) => {
            let (from, until) = hours(part);
            Some(Resolved::clock(after(Span::new().hours(from))?, after(Span::new().hours(until))?))
        }
        Clock::At(at) => {
            let (minute, second) = (at.minute.unwrap_or(0), at.second.unwrap_or(0));
            let span =
                Span::new().hours(i64::from(at.hour)).minutes(i64::from(minute)).seconds(i64::from(second));
            let from = after(span)?;
            let step = match (at.minute, at.second) {
                (_, Some(_)) => Span::new().seconds(1),
                (Some(_), None) => Span::new().minutes(1),
                (None, None) => Span::new().hours(1),
            };
            Some(Resolved::clock(from, from.checked_add(step).ok()?))
        }
    }
}

/// The distance in days from `today` to a stretch; 0 inside it.
fn distance(today: Date, (from, until): Days) -> i64 {
    let days = |a: Date, b: Date| a.duration_since(b).as_hours() / 24;
    if today < from { days(from, today) } else { (days(today, until) + 1).max(0) }
}

impl Anchor {
    /// The days of a point without regard to its clock time.
    pub(super) fn date_span(&self, point: &Point) -> Option<Days> {
        match (point.anchor, point.year) {
            (Some(Anchored::SamePeriod(by)), year) => self.same_period(by, year),
            (Some(Anchored::LastTradingDay), _) => None,
            (_, Year::Is(year)) => in_year(year, point.part),
            (_, Year::Decade(year)) => Some((date(year, 1, 1)?, date(year.checked_add(10)?, 1, 1)?)),
            (_, Year::Century(year)) => Some((date(year, 1, 1)?, date(year.checked_add(100)?, 1, 1)?)),
            (Some(Anchored::Reference(grain, by)), _) => {
                near(self.today()?, grain, i64::from(by), point.part)
            }
            (Some(Anchored::Text(grain, by)), _) => self.named(grain, i64::from(by), point.part),
            (None, Year::Open) => match point.modifier {
                Some(_) if point.part == Part::Year => self.open_year_end(point),
                _ => self.open(point.part),
            },
        }
    }

    /// 當年, 次年3月, 同日: from what the text last named.
    fn named(&self, grain: Grain, by: i64, part: Part) -> Option<Days> {
        match grain {
            // 上年 is the year before the one that the text is about, else the one before the reference.
            Grain::Year => {
                let now = self.today().map(Date::year);
                let year = if by < 0 {
                    self.year.filter(|year| now.is_none_or(|now| *year <= now)).or(now)
                } else {
                    self.year
                };
                in_year(year?.checked_add(i16::try_from(by).ok()?)?, part)
            }
            Grain::Month => in_month(month_away(date(self.year?, self.month?, 1)?, by)?, part),
            _ => one_day(plus_days(self.day.or(self.today())?, by)?),
        }
    }

    /// The stretch that the text is about, in another year.
    fn same_period(&self, by: i8, year: Year) -> Option<Days> {
        let (from, until) = self.stretch?;
        let year = match year.number() {
            Some(year) => year,
            // In a text about last year 去年同期 is the year before that.
            None => {
                let by = i16::from(by);
                let told = self.today().map_or(from.year(), Date::year).checked_add(by)?;
                if told < from.year() { told } else { from.year().checked_add(by)? }
            }
        };
        let shift = Span::new().try_years(i64::from(year) - i64::from(from.year())).ok()?;
        Some((from.checked_add(shift).ok()?, until.checked_add(shift).ok()?))
    }

    /// The occurrence of a part without a year that the sentence means.
    fn open(&self, part: Part) -> Option<Days> {
        match part {
            Part::Weekday(day) => self.open_weekday(day),
            Part::Weekend => {
                let saturday = self.today().and_then(|today| plus_days(monday_of(today)?, 5))?;
                Some((saturday, plus_days(saturday, 2)?))
            }
            Part::Day(None, Some(day)) => self.open_day(day),
            Part::Month(None)
            | Part::Quarter(None)
            | Part::Half(None)
            | Part::Week(None)
            | Part::Unstated => None,
            _ => match self.year {
                Some(year) if self.allows_year(year, part) => in_year(year, part),
                _ => self.nearest(&|year| in_year(year, part)),
            },
        }
    }

    /// 年底: the year whose end is meant.
    fn open_year_end(&self, point: &Point) -> Option<Days> {
        let end = |year| in_year(year, Part::Year).and_then(|(from, until)| narrowed(from, until, point));
        let found = match self.year {
            Some(year) => end(year),
            None => self.nearest(&end),
        };
        in_year(found?.0.year(), Part::Year)
    }

    /// Whether the sentence, which may look ahead or back, allows the named year.
    fn allows_year(&self, year: i16, part: Part) -> bool {
        match (self.today(), in_year(year, part)) {
            (Some(today), Some(days)) => self.allows(today, &days),
            _ => true,
        }
    }

    fn allows(&self, today: Date, &(from, until): &Days) -> bool {
        match self.outlook {
            Outlook::Ahead => until > today,
            Outlook::Back => from <= today,
            Outlook::Nearest | Outlook::Alone => true,
        }
    }

    /// Of the occurrences in the years around the reference the one that the sentence means.
    fn nearest(&self, in_year: &dyn Fn(i16) -> Option<Days>) -> Option<Days> {
        let today = self.today()?;
        if self.outlook == Outlook::Alone
            && let Some(found) = in_year(today.year())
        {
            return Some(found);
        }
        let year_away = |by| today.year().checked_add(by).and_then(in_year);
        let near = [0, -1, 1].into_iter().filter_map(year_away);
        // Only a 29th of February or a leap month is in none of them.
        let far = [-2, 2, -3, 3, -4, 4].into_iter().filter_map(year_away);
        self.choose(today, near).or_else(|| self.choose(today, far))
    }

    fn choose(&self, today: Date, found: impl Iterator<Item = Days>) -> Option<Days> {
        found.filter(|days| self.allows(today, days)).min_by_key(|&days| distance(today, days))
    }

    /// 25日: of the month named in the sentence, else the nearest.
    fn open_day(&self, day: i8) -> Option<Days> {
        if let (Some(year), Some(month)) = (self.year, self.month) {
            return one_day(day_of_month(date(year, month, 1)?, day)?);
        }
        let today = self.today()?;
        let away = |by| month_away(today, by).and_then(|first| one_day(day_of_month(first, day)?));
        if self.outlook == Outlook::Alone
            && let Some(found) = away(0)
        {
            return Some(found);
        }
        self.choose(today, [0, -1, 1, -2, 2].into_iter().filter_map(away))
    }

    /// 周五: alone the coming one, else the nearest that the sentence allows.
    fn open_weekday(&self, day: i8) -> Option<Days> {
        let today = self.today()?;
        let ahead = weekday_from(today, day)?;
        if self.outlook == Outlook::Alone {
            return one_day(weekday_from(today.tomorrow().ok()?, day)?);
        }
        let back = plus_days(ahead, -7)?;
        self.choose(today, [ahead, back].into_iter().filter_map(one_day))
    }

    /// The next occurrence of a clock time that is told alone; of hours that may be of either half of the
    /// day the nearer.
    pub(super) fn coming(&self, found: Resolved, clock: Clock) -> Option<Resolved> {
        let now = self.reference?;
        let Clock::At(at) = clock else { return Some(found) };
        let half = Span::new().hours(if at.exact_half || at.hour > 12 { 24 } else { 12 });
        if found.from >= now {
            return Some(found);
        }
        let from = found.from.checked_add(half).ok()?;
        Some(Resolved::clock(from, found.until.checked_add(half).ok()?))
    }
}

/// A part of what lies `by` grains from `today`.
fn near(today: Date, grain: Grain, by: i64, part: Part) -> Option<Days> {
    match grain {
        Grain::Year => in_year(today.year().checked_add(i16::try_from(by).ok()?)?, part),
        Grain::Half => {
            let first = date(today.year(), if today.month() > 6 { 7 } else { 1 }, 1)?;
            let first = month_away(first, by * 6)?;
            months(first.year(), first.month(), 6)
        }
        Grain::Quarter => {
            let first = month_away(date(today.year(), (today.month() - 1) / 3 * 3 + 1, 1)?, by * 3)?;
            months(first.year(), first.month(), 3)
        }
        Grain::Month => in_month(month_away(today, by)?, part),
        Grain::Week => {
            let monday = plus_days(monday_of(today)?, by * 7)?;
            match part {
                Part::Weekday(day) => one_day(plus_days(monday, i64::from(day) - 1)?),
                Part::Weekend => Some((plus_days(monday, 5)?, plus_days(monday, 7)?)),
                _ => Some((monday, plus_days(monday, 7)?)),
            }
        }
        _ => one_day(plus_days(today, by)?),
    }
}
