//! [`Period`]: a stretch of civil time.

use core::fmt;

use jiff::civil::{Date, DateTime};

/// A stretch of civil time, open ends allowed; the end is excluded, unless it [is closed](Period::is_closed).
///
/// Days are told as dates, clock times as date-times; no time zone is meant anywhere.
///
/// ```
/// use jiff::civil::date;
/// use zhfact::Extractor;
///
/// let extractor = Extractor::builder().reference(date(2020, 4, 20)).build()?;
/// let mention = extractor.mentions("今年1—3月份").next().expect("a period");
/// let period = mention.time().and_then(|time| time.period()).expect("resolved");
/// assert_eq!(period.from_date(), Some(date(2020, 1, 1)));
/// assert_eq!(period.until_date(), Some(date(2020, 4, 1)));
/// assert_eq!(period.to_string(), "2020-01-01/2020-04-01");
/// # Ok::<(), zhfact::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    from: Option<DateTime>,
    until: Option<DateTime>,
    clock: bool,
    closed: bool,
}

impl Period {
    /// Whole days, the day `until` excluded.
    #[must_use]
    pub fn days(from: Option<Date>, until: Option<Date>) -> Period {
        let midnight = |date: Date| date.at(0, 0, 0, 0);
        Period { from: from.map(midnight), until: until.map(midnight), clock: false, closed: false }
    }

    /// A stretch by the clock, the moment `until` excluded.
    #[must_use]
    pub const fn clock(from: Option<DateTime>, until: Option<DateTime>) -> Period {
        Period { from, until, clock: true, closed: false }
    }

    /// The first moment; `None` where it is open.
    #[must_use]
    pub const fn from(&self) -> Option<DateTime> {
        self.from
    }

    /// The moment behind the last; `None` where it is open.
    #[must_use]
    pub const fn until(&self) -> Option<DateTime> {
        self.until
    }

    /// The first day; `None` where it is open.
    #[must_use]
    pub fn from_date(&self) -> Option<Date> {
        self.from.map(DateTime::date)
    }

    /// The day on which it ends, of whole days the day behind the last; `None` where it is open.
    #[must_use]
    pub fn until_date(&self) -> Option<Date> {
        self.until.map(DateTime::date)
    }

    /// Whether it is told by the clock and not in whole days.
    #[must_use]
    pub const fn is_clock(&self) -> bool {
        self.clock
    }

    /// Whether the day or moment `until` belongs to it: 8月1日或之前 names its last day.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        self.closed
    }

    /// Everything up to this day or moment, it included.
    pub(crate) const fn up_to(self) -> Period {
        Period { from: None, until: self.from, closed: true, ..self }
    }

    /// The same stretch without its end.
    pub(crate) const fn open_end(self) -> Period {
        Period { until: None, ..self }
    }

    /// `from` as JSON has it: a date, or a date-time for a stretch by the clock.
    #[must_use]
    pub fn from_string(&self) -> Option<String> {
        self.from.map(|at| self.render(at))
    }

    /// `until` as JSON has it: a date, or a date-time for a stretch by the clock.
    #[must_use]
    pub fn until_string(&self) -> Option<String> {
        self.until.map(|at| self.render(at))
    }

    fn render(&self, at: DateTime) -> String {
        if self.clock { at.to_string() } else { at.date().to_string() }
    }
}

/// ISO 8601, `..` for an open end: `2020-01-01/2020-04-01`, `2018-01-01/..`; `../2020-05-06 included` where
/// the end belongs to it.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |end: Option<String>| end.unwrap_or_else(|| "..".to_owned());
        write!(f, "{}/{}", end(self.from_string()), end(self.until_string()))?;
        f.write_str(if self.closed { " included" } else { "" })
    }
}
