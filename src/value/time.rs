//! [`TimeExpression`]: a calendar expression with what it means.

use core::fmt;

use super::amount::Amount;
use super::period::Period;
use super::timex::{Anchored, Clock, DurationUnit, Grain, Length, Modifier, Part, Point, Timex, Vague};

/// A time that a text tells: as written, and resolved where that can be exact.
///
/// ```
/// use jiff::civil::date;
/// use zhfact::{Extractor, TimeKind};
///
/// let extractor = Extractor::builder().reference(date(2022, 2, 9)).build()?;
/// let mention = extractor.mentions("1月28日晚間").next().expect("a time");
/// let time = mention.time().expect("a time");
/// assert_eq!(time.kind(), TimeKind::Time);
/// assert_eq!(time.timex().to_string(), "XXXX-01-28TEV");
/// assert_eq!(time.period().expect("resolved").from_date(), Some(date(2022, 1, 28)));
/// # Ok::<(), zhfact::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TimeExpression {
    kind: TimeKind,
    timex: Timex,
    relation: Option<Relation>,
    amount: Option<(Amount, DurationUnit)>,
    period: Option<Period>,
    /// Whether it counts days on which markets or offices are open.
    business: bool,
}

/// What kind of time is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TimeKind {
    /// One calendar day.
    Date,
    /// A stretch of the calendar.
    Period,
    /// A time of day, alone or with its day.
    Time,
    /// A length of time not tied to the calendar.
    Duration,
    /// A recurring time.
    Set,
}

/// How a time lies to the day of the text, to what the text last named, or to an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Relation {
    /// So many years, months, days … from the day of the text: 去年 is −1 year.
    Reference(Grain, i8),
    /// So many years, months, days … from what the text last named: 當年 is 0 years, 次年 1.
    Text(Grain, i8),
    /// The stretch that the text is about, so many years earlier or later: 去年同期 is −1.
    SamePeriod(i8),
    /// 上一交易日.
    LastTradingDay,
    /// 3天後; 2018年以後.
    After,
    /// 3天前; 2018年以前.
    Before,
    /// 8月1日或之後: from that day on.
    AtOrAfter,
    /// 8月1日或之前: up to that day.
    AtOrBefore,
    /// 兩年內.
    Within,
    /// 過去五年; 近三年.
    Last,
    /// 未來兩年.
    Next,
    /// The whole units before the running one: 前兩天, 上兩周.
    Previous,
    /// The whole units behind the running one: 後三天, 下三周.
    Following,
    /// 2018年以來.
    Since,
    /// 去年至今.
    UntilNow,
    /// 截至6月30日.
    Until,
}

/// Names of the relations to the day of the text, by grain: far back, last, this, next, far ahead.
const REFERENCE_NAMES: [(Grain, [&str; 5]); 6] = [
    (Grain::Year, ["before_last_year", "last_year", "this_year", "next_year", "after_next_year"]),
    (Grain::Half, ["before_last_half", "last_half", "this_half", "next_half", "after_next_half"]),
    (
        Grain::Quarter,
        ["before_last_quarter", "last_quarter", "this_quarter", "next_quarter", "after_next_quarter"],
    ),
    (Grain::Month, ["before_last_month", "last_month", "this_month", "next_month", "after_next_month"]),
    (Grain::Week, ["before_last_week", "last_week", "this_week", "next_week", "after_next_week"]),
    (Grain::Day, ["before_yesterday", "yesterday", "today", "tomorrow", "after_tomorrow"]),
];

/// Names of the relations to what the text last named, by grain: before, the same, behind.
const TEXT_NAMES: [(Grain, [&str; 3]); 4] = [
    (Grain::Year, ["last_year", "same_year", "following_year"]),
    (Grain::Quarter, ["previous_quarter", "same_quarter", "following_quarter"]),
    (Grain::Month, ["previous_month", "same_month", "following_month"]),
    (Grain::Day, ["previous_day", "same_day", "following_day"]),
];

impl Relation {
    /// Its name in the JSON form: `last_year`, `same_day`, `within` …; an anchor further away than two
    /// steps has the name of two steps.
    #[must_use]
    pub fn name(self) -> &'static str {
        let row = |names: &[(Grain, [&'static str; 5])], grain| {
            names.iter().find(|(of, _)| *of == grain).map(|(_, names)| *names)
        };
        match self {
            Relation::Reference(grain, by) => match (row(&REFERENCE_NAMES, grain), by) {
                (Some(names), ..=-2) => names[0],
                (Some(names), -1) => names[1],
                (Some(names), 0) => names[2],
                (Some(names), 1) => names[3],
                (Some(names), _) => names[4],
                (None, ..=0) => "before",
                (None, _) => "after",
            },
            Relation::Text(grain, by) => {
                let names = TEXT_NAMES.iter().find(|(of, _)| *of == grain).map(|(_, names)| *names);
                match (names, by) {
                    (Some(names), ..=-1) => names[0],
                    (Some(names), 0) => names[1],
                    (Some(names), _) => names[2],
                    (None, _) => "same",
                }
            }
            Relation::LastTradingDay => "last_trading_day",
            Relation::SamePeriod(-1) => "last_year",
            Relation::SamePeriod(..=-2) => "before_last_year",
            Relation::SamePeriod(_) => "same_period",
            Relation::After | Relation::AtOrAfter => "after",
            Relation::Before | Relation::AtOrBefore => "before",
            Relation::Within => "within",
            Relation::Last | Relation::Previous => "last",
            Relation::Next | Relation::Following => "next",
            Relation::Since | Relation::UntilNow => "since",
            Relation::Until => "until",
        }
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl From<Anchored> for Relation {
    fn from(anchor: Anchored) -> Self {
        match anchor {
            Anchored::Reference(grain, by) => Relation::Reference(grain, by),
            Anchored::Text(grain, by) => Relation::Text(grain, by),
            Anchored::SamePeriod(by) => Relation::SamePeriod(by),
            Anchored::LastTradingDay => Relation::LastTradingDay,
        }
    }
}

impl Point {
    /// The kind of time that the point is.
    fn kind(&self) -> TimeKind {
        match (self.clock, self.part) {
            (Some(_), _) | (_, Part::Unstated) => TimeKind::Time,
            (None, part) if part.grain() == Grain::Day => TimeKind::Date,
            (None, _) => TimeKind::Period,
        }
    }
}

impl TimeExpression {
    /// An expression of the calendar or a vague time; its kind follows from what it states.
    pub(crate) fn new(timex: Timex) -> Self {
        let kind = match &timex {
            Timex::Point(point) => point.kind(),
            Timex::Range(first, last) if first.clock.is_some() || last.clock.is_some() => TimeKind::Time,
            Timex::Range(..) => TimeKind::Period,
            Timex::Length(_) | Timex::Lengths(..) => TimeKind::Duration,
            Timex::Vague(Vague::Past | Vague::Present | Vague::Now | Vague::Future) => TimeKind::Period,
        };
        TimeExpression { kind, timex, relation: None, amount: None, period: None, business: false }
    }

    /// A length of time.
    pub(crate) fn duration(timex: Timex, amount: Amount, unit: DurationUnit) -> Self {
        TimeExpression { amount: Some((amount, unit)), ..Self::new(timex) }
    }

    /// The same length in trading days 交易日 or working days 工作日, of which no calendar of ours knows.
    pub(crate) fn in_business_days(self, business: bool) -> Self {
        TimeExpression { business, ..self }
    }

    /// Whether it counts trading or working days.
    pub(crate) const fn in_business(&self) -> bool {
        self.business
    }

    /// Whether a length is one number of units that any calendar knows; `以內` bounds it and stays exact.
    pub(crate) fn is_exact(&self) -> bool {
        let open = |amount: &Amount| amount.is_approximate() && amount.number().is_none();
        !self.business && !self.amount().is_some_and(open)
    }

    /// Something that recurs.
    pub(crate) fn set(timex: Timex) -> Self {
        TimeExpression { kind: TimeKind::Set, ..Self::new(timex) }
    }

    pub(crate) fn related(self, relation: Option<Relation>) -> Self {
        TimeExpression { relation, ..self }
    }

    pub(crate) fn set_period(&mut self, period: Option<Period>) {
        self.period = period;
    }

    /// What kind of time it is.
    #[must_use]
    pub const fn kind(&self) -> TimeKind {
        self.kind
    }

    /// The expression as written.
    #[must_use]
    pub const fn timex(&self) -> &Timex {
        &self.timex
    }

    /// How it lies to the day of the text or to what is named around it.
    #[must_use]
    pub fn relation(&self) -> Option<Relation> {
        let anchor = match &self.timex {
            Timex::Point(point) | Timex::Range(point, _) => point.anchor,
            _ => None,
        };
        anchor.map(Relation::from).or(self.relation)
    }

    /// The relation that the words around set.
    pub(crate) const fn bound(&self) -> Option<Relation> {
        self.relation
    }

    /// The part of the stretch that is meant: 年初, 年底.
    #[must_use]
    pub const fn modifier(&self) -> Option<Modifier> {
        match &self.timex {
            Timex::Point(point) => point.modifier,
            Timex::Range(_, last) => last.modifier,
            _ => None,
        }
    }

    /// Of a duration, how many of its [`unit`](TimeExpression::unit).
    #[must_use]
    pub const fn amount(&self) -> Option<&Amount> {
        match &self.amount {
            Some((amount, _)) => Some(amount),
            None => None,
        }
    }

    /// Of a duration, the unit that it is counted in.
    #[must_use]
    pub const fn unit(&self) -> Option<DurationUnit> {
        match &self.amount {
            Some((_, unit)) => Some(*unit),
            None => None,
        }
    }

    /// The length, where it is a single one.
    #[must_use]
    pub fn length(&self) -> Option<&Length> {
        match &self.timex {
            Timex::Length(length) => Some(length),
            _ => None,
        }
    }

    /// The stretch of civil time that is meant, where text and reference date tell it.
    #[must_use]
    pub const fn period(&self) -> Option<&Period> {
        self.period.as_ref()
    }

    /// Whether a clock time or part of the day is stated.
    pub(crate) fn clock(&self) -> Option<Clock> {
        match &self.timex {
            Timex::Point(point) | Timex::Range(point, _) => point.clock,
            _ => None,
        }
    }
}

/// The TIMEX3 form.
impl fmt::Display for TimeExpression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.timex.fmt(f)
    }
}
