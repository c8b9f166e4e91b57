//! From what is written to when it was: resolution against the day of the text and what it last named.
//!
//! | written | resolved by |
//! |---|---|
//! | 2021年3月 | itself |
//! | 去年, 上月, 本周五, 昨日 | the reference |
//! | 當年, 次年3月, 同日 | what the text last named |
//! | 上年 | the year named in the paragraph, else the reference |
//! | 去年同期 | the last named stretch, moved to last year; in a text about last year to the year before |
//! | 3月, 第三季, 25日 | the year named before it in the paragraph (for days: in the sentence), else the occurrence nearest to the reference |
//! | 周五 | the nearest one; alone the coming one |
//! | 三點 alone | the coming one |
//! | 3天後, 過去五年 | counted from the reference |
//!
//! In a clause that looks ahead (將, 預計, 擬) the nearest occurrence that is not over yet is meant, in
//! one that looks back (同比, 公布, 了) the nearest that has begun. An expression that is the whole text
//! means the running year or month, the coming weekday, the coming clock time. What cannot be exact stays
//! open. No clock is read anywhere.

mod calendar;
mod lengths;
mod reader;

use jiff::civil::{Date, DateTime};

pub(crate) use self::reader::Resolver;
use crate::value::timex::{Grain, Part, Point, Vague, Year};
use crate::value::{Modifier, Period, Relation, TimeExpression, TimeKind, Timex};

/// What a time is resolved against: the day or moment of the text, and what the text named before.
///
/// ```
/// use jiff::civil::date;
/// use zhfact::{Anchor, Extractor};
///
/// let extractor = Extractor::new();
/// let mention = extractor.mentions("上月").next().expect("a month");
/// let timex = mention.time().expect("a time").timex().clone();
/// let anchor = Anchor::at(date(2024, 10, 21));
/// assert_eq!(timex.resolve(&anchor).expect("resolved").to_string(), "2024-09-01/2024-10-01");
/// assert_eq!(timex.resolve(&Anchor::default()), None, "open without a reference");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    reference: Option<DateTime>,
    year: Option<i16>,
    month: Option<i8>,
    day: Option<Date>,
    stretch: Option<(Date, Date)>,
    outlook: Outlook,
}

/// Which occurrence of an open time is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Outlook {
    /// The one nearest to the reference.
    #[default]
    Nearest,
    /// The nearest that is not over.
    Ahead,
    /// The nearest that has begun.
    Back,
    /// The expression is all the text: that of the running year, the coming weekday or hour.
    Alone,
}

impl Anchor {
    /// Against this day or moment.
    #[must_use]
    pub fn at(reference: impl Into<DateTime>) -> Anchor {
        Anchor { reference: Some(reference.into()), ..Anchor::default() }
    }

    /// In a text that last named this year, so that months and days without one are of it.
    #[must_use]
    pub fn in_year(self, year: i16) -> Anchor {
        Anchor { year: Some(year), ..self }
    }

    /// In a text that last named this day.
    #[must_use]
    pub fn on_day(self, day: Date) -> Anchor {
        Anchor { day: Some(day), ..self }
    }

    /// In a text that talks about the stretch from `from` up to, but without, `until`: 去年同期 is a year
    /// before it.
    #[must_use]
    pub fn about(self, from: Date, until: Date) -> Anchor {
        Anchor { stretch: Some((from, until)), ..self }
    }
}

/// A resolved stretch, and whether it is told by the clock.
#[derive(Clone, Copy, Debug)]
struct Resolved {
    from: DateTime,
    until: DateTime,
    clock: bool,
}

impl Resolved {
    fn days(from: Date, until: Date) -> Resolved {
        Resolved { from: calendar::midnight(from), until: calendar::midnight(until), clock: false }
    }

    const fn clock(from: DateTime, until: DateTime) -> Resolved {
        Resolved { from, until, clock: true }
    }

    fn period(self) -> Period {
        if self.clock {
            Period::clock(Some(self.from), Some(self.until))
        } else {
            Period::days(Some(self.from.date()), Some(self.until.date()))
        }
    }
}

impl Timex {
    /// The stretch of civil time that is meant; `None` where `anchor` does not tell it exactly. Lengths
    /// are no stretch without a word that places them; see [`TimeExpression::resolve`].
    #[must_use]
    pub fn resolve(&self, anchor: &Anchor) -> Option<Period> {
        match self {
            Timex::Point(point) => anchor.point(point).map(Resolved::period),
            Timex::Range(first, last) => anchor.range(first, last).map(Resolved::period),
            Timex::Vague(vague) => anchor.vague(*vague),
            Timex::Length(_) | Timex::Lengths(..) => None,
        }
    }
}

impl TimeExpression {
    /// The stretch of civil time that is meant, the words around it counted in (以來, 前, 過去, 後);
    /// `None` where `anchor` does not tell it exactly.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use zhfact::{Anchor, Extractor};
    ///
    /// let anchor = Anchor::at(date(2024, 3, 15));
    /// let extractor = Extractor::new();
    /// let resolve = |text: &str| {
    ///     let mention = extractor.mentions(text).next().expect("a time");
    ///     mention.time().and_then(|time| time.resolve(&anchor)).expect("resolved").to_string()
    /// };
    /// assert_eq!(resolve("過去五年"), "2019-03-15/2024-03-15");
    /// assert_eq!(resolve("3天後"), "2024-03-18/2024-03-19");
    /// assert_eq!(resolve("2018年以來"), "2018-01-01/..");
    /// ```
    #[must_use]
    pub fn resolve(&self, anchor: &Anchor) -> Option<Period> {
        self.placed(self.timex().resolve(anchor), anchor)
    }

    /// The stretch `calendar` as the words around place it; of a length, where they place it.
    pub(crate) fn placed(&self, calendar: Option<Period>, anchor: &Anchor) -> Option<Period> {
        match (self.kind(), self.timex()) {
            (TimeKind::Set, _) => None,
            (_, Timex::Length(length)) if self.is_exact() => lengths::placed(anchor, length, self.bound()?),
            (_, Timex::Length(_)) => None,
            (_, Timex::Lengths(..)) => None,
            _ => bounded(calendar?, self, anchor),
        }
    }
}

/// The stretch as the words around it open or close it.
fn bounded(period: Period, time: &TimeExpression, anchor: &Anchor) -> Option<Period> {
    let point = match time.timex() {
        Timex::Point(point) | Timex::Range(_, point) => Some(point),
        _ => None,
    };
    let sharp = period.is_clock() || point.is_some_and(|point| point.part.grain() == Grain::Day);
    let at_end = time.modifier() == Some(Modifier::End) || time.modifier() == Some(Modifier::Start);
    let ending = |until: Option<DateTime>| Period::days(None, until.map(DateTime::date));
    Some(match time.bound() {
        Some(Relation::Since | Relation::AtOrAfter) => period.open_end(),
        Some(Relation::UntilNow) => until_now(&period, anchor)?,
        Some(Relation::After) if sharp => period.open_end(),
        Some(Relation::After) => Period::days(period.until_date(), None),
        // 2020至2025年前 is told by its ends already.
        Some(Relation::Before) if matches!(time.timex(), Timex::Range(..)) => period,
        Some(Relation::Before) if at_end => deadline(period.until()?, &period, anchor),
        Some(Relation::Before) => deadline(period.from()?, &period, anchor),
        Some(Relation::AtOrBefore) if sharp => period.up_to(),
        Some(Relation::AtOrBefore) => ending(period.until()),
        _ => period,
    })
}

/// Up to the reference, the day of it included.
fn until_now(period: &Period, anchor: &Anchor) -> Option<Period> {
    let now = anchor.reference?;
    let whole = !period.is_clock() && now == calendar::midnight(now.date());
    Some(match whole {
        true => Period::days(period.from_date(), now.date().tomorrow().ok()),
        false => Period::clock(period.from(), Some(now)),
    })
}

/// Up to a moment; one that lies ahead is a deadline, and the time to it begins with the reference.
fn deadline(until: DateTime, period: &Period, anchor: &Anchor) -> Period {
    let from = anchor.reference.filter(|now| *now < until);
    let told = from.is_some_and(|now| now != calendar::midnight(now.date()));
    if period.is_clock() || told {
        Period::clock(from, Some(until))
    } else {
        Period::days(from.map(DateTime::date), Some(until.date()))
    }
}

impl Anchor {
    fn today(&self) -> Option<Date> {
        self.reference.map(DateTime::date)
    }

    fn vague(&self, vague: Vague) -> Option<Period> {
        let now = self.reference?;
        Some(match vague {
            Vague::Now => Period::clock(Some(now), now.checked_add(jiff::Span::new().seconds(1)).ok()),
            Vague::Present => Resolved::days(now.date(), now.date().tomorrow().ok()?).period(),
            Vague::Past => Period::days(None, Some(now.date())),
            Vague::Future => Period::days(Some(now.date()), None),
        })
    }

    fn point(&self, point: &Point) -> Option<Resolved> {
        match point.clock {
            None => {
                let (from, until) = self.date_span(point)?;
                let (from, until) = calendar::narrowed(from, until, point)?;
                Some(Resolved::days(from, until))
            }
            Some(clock) => {
                let day = match point.part {
                    Part::Unstated => self.day.or(self.today())?,
                    _ => self.date_span(point)?.0,
                };
                let found = calendar::on_day(day, clock)?;
                let alone = point.part == Part::Unstated && self.outlook == Outlook::Alone;
                if alone { self.coming(found, clock) } else { Some(found) }
            }
        }
    }

    /// From the start of the first to the end of the last, which lies behind it.
    fn range(&self, first: &Point, last: &Point) -> Option<Resolved> {
        // The hours of a range are of the day of the text, not the coming ones.
        let calm = Anchor {
            outlook: if first.part == Part::Unstated { Outlook::Nearest } else { self.outlook },
            ..*self
        };
        if calm.ends_first(first, last) {
            return calm.range_by_end(first, last);
        }
        let start = calm.point(first)?;
        let day = start.from.date();
        let within = Anchor {
            year: Some(day.year()),
            month: Some(day.month()),
            day: Some(day),
            outlook: Outlook::Nearest,
            ..*self
        };
        let end = within.last_of_range(&start, last)?;
        let until =
            if last.clock.is_some_and(|clock| calendar::is_instant(&clock)) { end.from } else { end.until };
        (start.from < until).then_some(Resolved { from: start.from, until, clock: start.clock || end.clock })
    }

    /// Whether the year of a range is the one in which its end is nearest: 1—11月 told in January.
    fn ends_first(&self, first: &Point, last: &Point) -> bool {
        let open = |point: &Point| {
            let dated =
                matches!(point.part, Part::Month(Some(_)) | Part::Quarter(Some(_)) | Part::Day(Some(_), _));
            dated && point.anchor.is_none() && point.year == Year::Open && point.clock.is_none()
        };
        self.year.is_none() && self.outlook != Outlook::Alone && open(first) && open(last)
    }

    fn range_by_end(&self, first: &Point, last: &Point) -> Option<Resolved> {
        let end = self.point(last)?;
        let within = |year| Anchor { year: Some(year), outlook: Outlook::Nearest, ..*self };
        let year = end.from.date().year();
        let same = within(year).point(first).filter(|start| start.from <= end.from);
        let start = same.or_else(|| within(year - 1).point(first))?;
        Some(Resolved { from: start.from, ..end })
    }

    fn last_of_range(&self, start: &Resolved, last: &Point) -> Option<Resolved> {
        if let (Part::Weekday(day), None) = (last.part, last.anchor) {
            let date = calendar::weekday_from(start.from.date(), day)?;
            return Some(Resolved::days(date, date.tomorrow().ok()?));
        }
        let end = self.point(last)?;
        if end.from >= start.from || last.anchor.is_some() {
            return Some(end);
        }
        match last.part {
            // 下午5點到凌晨3點 ends on the next day, 8月至2月 in the next year.
            Part::Unstated => Anchor { day: start.from.date().tomorrow().ok(), ..*self }.point(last),
            _ => Anchor { year: self.year.map(|year| year + 1), ..*self }.point(last),
        }
    }
}
