//! [`Timex`]: a calendar expression as written, printed as TIMEX3.

use core::fmt;

use super::lunar;
use super::number::Number;

/// A calendar expression exactly as the text has it: what it leaves open stays open.
///
/// | written | printed |
/// |---|---|
/// | 2021年3月 | `2021-03` |
/// | 3月25日 | `XXXX-03-25` |
/// | 1—3月份 | `XXXX-01/XXXX-03` |
/// | 前三季度 | `XXXX-Q1/XXXX-Q3` |
/// | 1月28日晚間 | `XXXX-01-28TEV` |
/// | 周五 | `XXXX-WXX-5` |
/// | 一個半月 | `P1.5M` |
/// | 近期 | `PRESENT_REF` |
///
/// ```
/// use zhfact::Extractor;
///
/// let extractor = Extractor::new();
/// let mention = extractor.mentions("前三季度").next().expect("a period");
/// let time = mention.time().expect("a period");
/// assert_eq!(time.timex().to_string(), "XXXX-Q1/XXXX-Q3");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Timex {
    /// One element of the calendar: a year, a month, a day, a clock time …
    Point(Point),
    /// From the first element to the last one, both included.
    Range(Point, Point),
    /// A length of time, in a set the step at which it recurs.
    Length(Box<Length>),
    /// A length between two lengths: `2—3個月`.
    Lengths(Box<(Length, Length)>),
    /// A time that the text only points at: `目前`, `近日`, `未來`.
    Vague(Vague),
}

/// Where a vague time lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Vague {
    /// 近日, 日前.
    Past,
    /// 目前, 近期.
    Present,
    /// The very moment: 現在, 此刻.
    Now,
    /// 未來, 今後.
    Future,
}

/// One element of the calendar, with the parts that the text states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    pub(crate) anchor: Option<Anchored>,
    pub(crate) year: Year,
    pub(crate) part: Part,
    pub(crate) clock: Option<Clock>,
    pub(crate) modifier: Option<Modifier>,
}

/// What a relative word counts from, and how far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Anchored {
    /// From the day of the text: 去年, 下月, 明日.
    Reference(Grain, i8),
    /// From what the text last named: 當年, 次年, 同日.
    Text(Grain, i8),
    /// The stretch that the text is about, so many years from the day of the text: 去年同期.
    SamePeriod(i8),
    /// The day on which markets were last open, which no calendar of ours knows: 上一交易日.
    LastTradingDay,
}

/// The grains of the calendar, coarse to fine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Grain {
    /// A year.
    Year,
    /// Half a year.
    Half,
    /// Three months.
    Quarter,
    /// A month.
    Month,
    /// Seven days from a Monday.
    Week,
    /// A day.
    Day,
    /// An hour.
    Hour,
    /// A minute.
    Minute,
    /// A second.
    Second,
}

/// The year of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Year {
    Open,
    Is(i16),
    /// Ten years from this one.
    Decade(i16),
    /// A hundred years from this one.
    Century(i16),
}

/// What of the year is meant. Constructed through [`Part::month`] and its like, which check bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    /// No date is stated: a clock time alone.
    Unstated,
    /// The year itself.
    Year,
    Month(Option<i8>),
    /// Month and day; a negative day counts from the end of the month.
    Day(Option<i8>, Option<i8>),
    Quarter(Option<i8>),
    Half(Option<i8>),
    Season(Season),
    Week(Option<i8>),
    /// A day of an open week, Monday is 1.
    Weekday(i8),
    Weekend,
    /// The nth week of a month, -1 is the last.
    MonthWeek(Option<i8>, i8),
    /// The nth such weekday of a month.
    NthWeekday(Option<i8>, i8, i8),
    /// A day of the lunar calendar; without a day the month.
    Lunar(lunar::Day),
    /// A solar term, counted from 小寒.
    Term(i8),
}

/// The seasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// 春, from March.
    Spring,
    /// 夏, from June.
    Summer,
    /// 秋, from September.
    Autumn,
    /// 冬, from December.
    Winter,
}

/// The time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Clock {
    Part(DayPart),
    At(ClockTime),
}

/// A clock time with what the text states of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ClockTime {
    /// 0 to 24.
    pub(crate) hour: i8,
    pub(crate) minute: Option<i8>,
    pub(crate) second: Option<i8>,
    /// Whether the text says or shows which half of the day is meant.
    pub(crate) exact_half: bool,
    /// One of two that speech leaves open: 七八點.
    pub(crate) about: bool,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DayPart {
    /// 早上, 早晨: from four to noon.
    EarlyMorning,
    /// 凌晨: from midnight to six.
    SmallHours,
    /// 上午: from seven to noon.
    Morning,
    /// 早間, 晨間: from eight to noon.
    LateMorning,
    /// 中午.
    Noon,
    /// 下午.
    Afternoon,
    /// 晚間, 傍晚.
    Evening,
    /// 夜.
    Night,
    /// 白天.
    Daytime,
}

/// Which part of a stretch is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Modifier {
    /// 初.
    Start,
    /// 中.
    Mid,
    /// 底, 末.
    End,
}

impl Modifier {
    /// Its name in the JSON form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Modifier::Start => "start",
            Modifier::Mid => "mid",
            Modifier::End => "end",
        }
    }
}

impl fmt::Display for Modifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Year {
    pub(crate) const fn number(self) -> Option<i16> {
        match self {
            Year::Is(year) | Year::Decade(year) | Year::Century(year) => Some(year),
            Year::Open => None,
        }
    }
}

impl Part {
    pub(crate) fn month(month: i8) -> Option<Part> {
        (1..=12).contains(&month).then_some(Part::Month(Some(month)))
    }

    pub(crate) fn day(month: Option<i8>, day: i8) -> Option<Part> {
        let longest = month.map_or(31, days_in_month);
        (1..=longest).contains(&day).then_some(Part::Day(month, Some(day)))
    }

    pub(crate) fn quarter(quarter: i8) -> Option<Part> {
        (1..=4).contains(&quarter).then_some(Part::Quarter(Some(quarter)))
    }

    /// The month that is stated.
    pub(crate) const fn stated_month(self) -> Option<i8> {
        match self {
            Part::Month(month)
            | Part::Day(month, _)
            | Part::MonthWeek(month, _)
            | Part::NthWeekday(month, ..) => month,
            _ => None,
        }
    }

    /// How fine the part is.
    pub(crate) const fn grain(self) -> Grain {
        match self {
            Part::Year => Grain::Year,
            Part::Month(_) => Grain::Month,
            Part::Quarter(_) | Part::Season(_) => Grain::Quarter,
            Part::Half(_) => Grain::Half,
            Part::Week(_) | Part::MonthWeek(..) | Part::Weekend => Grain::Week,
            Part::Lunar(day) if day.day.is_none() => Grain::Month,
            Part::Day(..)
            | Part::Weekday(_)
            | Part::NthWeekday(..)
            | Part::Lunar(_)
            | Part::Term(_)
            | Part::Unstated => Grain::Day,
        }
    }
}

/// The days of a month, February with its leap day.
pub(crate) const fn days_in_month(month: i8) -> i8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Point {
    /// A point of which nothing but `part` is stated.
    pub(crate) const fn of(part: Part) -> Point {
        Point { anchor: None, year: Year::Open, part, clock: None, modifier: None }
    }

    pub(crate) const fn in_year(self, year: Year) -> Point {
        Point { year, ..self }
    }

    pub(crate) const fn anchored(self, anchor: Anchored) -> Point {
        Point { anchor: Some(anchor), ..self }
    }

    pub(crate) const fn modified(self, modifier: Option<Modifier>) -> Point {
        Point { modifier, ..self }
    }

    pub(crate) const fn at(self, clock: Clock) -> Point {
        Point { clock: Some(clock), ..self }
    }

    /// The year, where it is stated.
    ///
    /// ```
    /// use zhfact::{Extractor, Timex};
    /// let extractor = Extractor::new();
    /// let mention = extractor.mentions("民國113年").next().expect("a year");
    /// let Timex::Point(point) = mention.time().expect("a year").timex().clone() else { panic!() };
    /// assert_eq!(point.year(), Some(2024));
    /// ```
    #[must_use]
    pub const fn year(&self) -> Option<i16> {
        match self.year {
            Year::Is(year) => Some(year),
            _ => None,
        }
    }

    /// The month, where it is stated.
    #[must_use]
    pub const fn month(&self) -> Option<i8> {
        self.part.stated_month()
    }

    /// The day of the month, where it is stated.
    #[must_use]
    pub const fn day(&self) -> Option<i8> {
        match self.part {
            Part::Day(_, Some(day)) if day > 0 => Some(day),
            _ => None,
        }
    }

    /// Hour, minute and second, where a clock time is stated.
    #[must_use]
    pub fn clock(&self) -> Option<(i8, i8, i8)> {
        match self.clock {
            Some(Clock::At(at)) => Some((at.hour, at.minute.unwrap_or(0), at.second.unwrap_or(0))),
            _ => None,
        }
    }

    fn fmt_date(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Part::Lunar(_) | Part::Term(_), Some(year)) = (self.part, self.year()) {
            let date = match self.part {
                Part::Lunar(day) => lunar::first_day(year, day),
                Part::Term(term) => lunar::solar_term(year, term),
                _ => None,
            };
            if let Some(date) = date {
                return write!(f, "{date}");
            }
        }
        write!(f, "{}{}", self.year, self.part)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Year::Open => f.write_str("XXXX"),
            Year::Is(year) if *year < 0 => write!(f, "-{:04}", year.unsigned_abs()),
            Year::Is(year) => write!(f, "{year:04}"),
            Year::Decade(year) => write!(f, "{:03}X", year / 10),
            Year::Century(year) => write!(f, "{:02}XX", year / 100),
        }
    }
}

/// Two digits, or `XX`.
struct Two(Option<i8>);

impl fmt::Display for Two {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(n) if n >= 0 => write!(f, "{n:02}"),
            _ => f.write_str("XX"),
        }
    }
}

/// One digit, or `X`.
struct One(Option<i8>);

impl fmt::Display for One {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(n) => write!(f, "{n}"),
            None => f.write_str("X"),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Part::Unstated | Part::Year => Ok(()),
            Part::Month(month) => write!(f, "-{}", Two(month)),
            Part::Day(Some(month), Some(day)) if day < 0 => {
                write!(f, "-{month:02}-{:02}", usual_days(month) + 1 + day)
            }
            Part::Day(month, day) => write!(f, "-{}-{}", Two(month), Two(day)),
            Part::Quarter(quarter) => write!(f, "-Q{}", One(quarter)),
            Part::Half(half) => write!(f, "-H{}", One(half)),
            Part::Season(season) => write!(f, "-{}", season.code()),
            Part::Week(week) => write!(f, "-W{}", Two(week)),
            Part::Weekday(day) => write!(f, "-WXX-{day}"),
            Part::Weekend => f.write_str("-WXX-WE"),
            Part::MonthWeek(month, week) => {
                write!(f, "-{}-W{}", Two(month), One((week > 0).then_some(week)))
            }
            Part::NthWeekday(month, nth, day) => {
                write!(f, "-{}-W{}-{day}", Two(month), One((nth > 0).then_some(nth)))
            }
            Part::Lunar(day) if day.day.is_none() => f.write_str("-XX"),
            Part::Lunar(_) | Part::Term(_) => f.write_str("-XX-XX"),
        }
    }
}

/// The days of a month in a common year.
const fn usual_days(month: i8) -> i8 {
    if month == 2 { 28 } else { days_in_month(month) }
}

impl Season {
    const fn code(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "AU",
            Season::Winter => "WI",
        }
    }
}

impl DayPart {
    const fn code(self) -> &'static str {
        match self {
            DayPart::EarlyMorning | DayPart::SmallHours | DayPart::Morning | DayPart::LateMorning => "TMO",
            DayPart::Noon => "TMI",
            DayPart::Afternoon => "TAF",
            DayPart::Evening => "TEV",
            DayPart::Night => "TNI",
            DayPart::Daytime => "TDT",
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Clock::Part(part) => f.write_str(part.code()),
            Clock::At(at) => {
                write!(f, "T{:02}:{:02}", at.hour, at.minute.unwrap_or(0))?;
                at.second.map_or(Ok(()), |second| write!(f, ":{second:02}"))
            }
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.part, self.clock) {
            (Part::Unstated, Some(clock)) => write!(f, "{clock}"),
            (_, Some(clock)) => {
                self.fmt_date(f)?;
                write!(f, "{clock}")
            }
            (_, None) => self.fmt_date(f),
        }
    }
}

impl fmt::Display for Timex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Timex::Point(point) => point.fmt(f),
            Timex::Range(first, last) => write!(f, "{first}/{last}"),
            Timex::Length(length) => length.fmt(f),
            Timex::Lengths(ends) => write!(f, "{}/{}", ends.0, ends.1),
            Timex::Vague(vague) => f.write_str(match vague {
                Vague::Past => "PAST_REF",
                Vague::Present | Vague::Now => "PRESENT_REF",
                Vague::Future => "FUTURE_REF",
            }),
        }
    }
}

/// The units that lengths of time are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DurationUnit {
    /// 年.
    Year,
    /// 個月.
    Month,
    /// 周, 星期, 禮拜.
    Week,
    /// 天, 日.
    Day,
    /// 小時.
    Hour,
    /// 分鐘.
    Minute,
    /// 秒.
    Second,
}

impl DurationUnit {
    /// Its UCUM code: `a`, `mo`, `wk`, `d`, `h`, `min`, `s`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            DurationUnit::Year => "a",
            DurationUnit::Month => "mo",
            DurationUnit::Week => "wk",
            DurationUnit::Day => "d",
            DurationUnit::Hour => "h",
            DurationUnit::Minute => "min",
            DurationUnit::Second => "s",
        }
    }

    /// The unit with a UCUM code.
    pub(crate) fn from_code(code: &str) -> Option<DurationUnit> {
        DurationUnit::ALL.into_iter().find(|unit| unit.code() == code)
    }

    const fn index(self) -> usize {
        match self {
            DurationUnit::Year => 0,
            DurationUnit::Month => 1,
            DurationUnit::Week => 2,
            DurationUnit::Day => 3,
            DurationUnit::Hour => 4,
            DurationUnit::Minute => 5,
            DurationUnit::Second => 6,
        }
    }

    /// All of them, coarse to fine.
    pub(crate) const ALL: [DurationUnit; 7] = [
        DurationUnit::Year,
        DurationUnit::Month,
        DurationUnit::Week,
        DurationUnit::Day,
        DurationUnit::Hour,
        DurationUnit::Minute,
        DurationUnit::Second,
    ];

    /// Whether it is counted by the clock.
    pub(crate) fn is_clock(self) -> bool {
        self >= DurationUnit::Hour
    }
}

impl fmt::Display for DurationUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A length of time in the units it is told in: `P8DT20H` for 8天20小時.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Length {
    fields: [Field; 7],
}

/// How many of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
enum Field {
    #[default]
    None,
    Number(Number),
    /// 幾個, 數.
    Unknown,
}

impl Length {
    /// `number` of `unit`; `None` is an unknown number, 幾 or 數.
    pub(crate) fn new(number: Option<Number>, unit: DurationUnit) -> Length {
        Length { fields: Default::default() }.with(number, unit)
    }

    /// The same length with `number` of `unit` set.
    pub(crate) fn with(mut self, number: Option<Number>, unit: DurationUnit) -> Length {
        self.fields[unit.index()] = number.map_or(Field::Unknown, Field::Number);
        self
    }

    /// How many of `unit` the text states.
    ///
    /// ```
    /// use zhfact::{DurationUnit, Extractor, Number, Timex};
    /// let extractor = Extractor::new();
    /// let mention = extractor.mentions("8天20小時").next().expect("a duration");
    /// let Timex::Length(length) = mention.time().expect("a duration").timex().clone() else { panic!() };
    /// assert_eq!(length.get(DurationUnit::Hour), Some(Number::from(20)));
    /// assert_eq!(length.to_string(), "P8DT20H");
    /// ```
    #[must_use]
    pub fn get(&self, unit: DurationUnit) -> Option<Number> {
        match self.fields[unit.index()] {
            Field::Number(number) => Some(number),
            Field::None | Field::Unknown => None,
        }
    }

    /// The whole length in the finest unit it is told in, a month counted as 30 days and a year as 365.
    pub(crate) fn in_finest(&self) -> (Number, DurationUnit) {
        const SECONDS: [i64; 7] = [31_536_000, 2_592_000, 604_800, 86_400, 3_600, 60, 1];
        let finest = DurationUnit::ALL.into_iter().rev().find(|unit| self.get(*unit).is_some());
        let finest = finest.unwrap_or(DurationUnit::Second);
        let ratio = |unit: DurationUnit| {
            let (a, b) = (SECONDS[unit.index()], SECONDS[finest.index()]);
            Number::fraction(i128::from(a), i128::from(b)).ok()
        };
        let sum = DurationUnit::ALL.into_iter().try_fold(Number::ZERO, |sum, unit| match self.get(unit) {
            Some(number) => sum.checked_add(number.checked_mul(ratio(unit)?)?),
            None => Some(sum),
        });
        (sum.unwrap_or(Number::ZERO), finest)
    }

    /// Years and months told together, and nothing else, as months: 兩年零三個月 is 27 months.
    pub(crate) fn in_months(self) -> Length {
        let (years, months) = (self.get(DurationUnit::Year), self.get(DurationUnit::Month));
        let finer = DurationUnit::ALL[2..].iter().any(|unit| self.get(*unit).is_some());
        let sum = years.zip(months).and_then(|(y, m)| y.checked_mul(Number::from(12))?.checked_add(m));
        match sum {
            Some(sum) if !finer => Length::new(Some(sum), DurationUnit::Month),
            _ => self,
        }
    }

    /// Whether it is told in one unit.
    pub(crate) fn is_single(&self) -> bool {
        self.fields.iter().filter(|field| **field != Field::None).count() == 1
    }

    /// Whether `unit` is told, be it without a number.
    pub(crate) fn has(&self, unit: DurationUnit) -> bool {
        self.fields[unit.index()] != Field::None
    }

    /// Whether the text leaves open how many there are.
    pub(crate) fn is_open(&self) -> bool {
        self.fields.contains(&Field::Unknown)
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        let mut clock = false;
        for (unit, letter) in DurationUnit::ALL.into_iter().zip(['Y', 'M', 'W', 'D', 'H', 'M', 'S']) {
            let field = self.fields[unit.index()];
            if field != Field::None && unit.is_clock() && !clock {
                f.write_str("T")?;
                clock = true;
            }
            match field {
                Field::None => {}
                Field::Number(number) => write!(f, "{number}{letter}")?,
                Field::Unknown => write!(f, "X{letter}")?,
            }
        }
        Ok(())
    }
}
