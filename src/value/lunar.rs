//! The lunar calendar 農曆 and the solar terms 節氣, behind the feature `lunar`.
//!
//! Without the feature nothing is known of them: a lunar day is found in the text and stays open.

use jiff::civil::Date;

/// A day of the lunar year, or a month of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Day {
    pub(crate) month: i8,
    /// Whether the leap month 閏月 is meant.
    pub(crate) leap: bool,
    /// `None` is the whole month; -1 the last day of it.
    pub(crate) day: Option<i8>,
}

pub(crate) use self::calendar::{days, solar_term};

/// The civil date of a lunar day, or of the first day of a lunar month.
pub(crate) fn first_day(year: i16, day: Day) -> Option<Date> {
    days(year, day).map(|(first, _)| first)
}

#[cfg(feature = "lunar")]
mod calendar {
    use jiff::Span;
    use jiff::civil::Date;
    use once_cell::sync::{Lazy, OnceCell};
    use tyme4rs::tyme::lunar::{LunarMonth, LunarYear};
    use tyme4rs::tyme::solar::{SolarDay, SolarTerm};

    use super::Day;

    /// The first year for which the library knows the moon as texts of our time name it, and how many.
    const FIRST: i16 = 1645;
    const COUNT: usize = 555;

    /// What is known of a year, worked out when first asked for: the sums are long.
    #[derive(Debug, Default)]
    struct Year {
        months: OnceCell<Vec<Month>>,
        terms: OnceCell<Vec<Option<Date>>>,
    }

    #[derive(Clone, Copy, Debug)]
    struct Month {
        month: i8,
        leap: bool,
        first: Date,
        days: i64,
    }

    static YEARS: Lazy<Vec<Year>> = Lazy::new(|| (0..COUNT).map(|_| Year::default()).collect());

    fn known(year: i16) -> Option<&'static Year> {
        YEARS.get(usize::try_from(year.checked_sub(FIRST)?).ok()?)
    }

    fn civil(day: &SolarDay) -> Option<Date> {
        let year = i16::try_from(day.get_year()).ok()?;
        Date::new(year, i8::try_from(day.get_month()).ok()?, i8::try_from(day.get_day()).ok()?).ok()
    }

    fn month(month: &LunarMonth) -> Option<Month> {
        Some(Month {
            month: i8::try_from(month.get_month()).ok()?,
            leap: month.is_leap(),
            first: civil(&month.get_first_julian_day().get_solar_day())?,
            days: i64::try_from(month.get_day_count()).ok()?,
        })
    }

    fn months(year: i16) -> Option<&'static [Month]> {
        let work_out = || {
            let year = LunarYear::new(isize::from(year)).ok();
            year.map(|year| year.get_months().iter().filter_map(month).collect()).unwrap_or_default()
        };
        Some(known(year)?.months.get_or_init(work_out))
    }

    /// The civil dates of the day or month, the end excluded, in the lunar year that begins in the civil
    /// year `year`; `None` where that year has no such day.
    pub(crate) fn days(year: i16, day: Day) -> Option<(Date, Date)> {
        let month = months(year)?.iter().find(|month| (month.month, month.leap) == (day.month, day.leap))?;
        let on = |days: i64| month.first.checked_add(Span::new().try_days(days).ok()?).ok();
        match day.day.map(i64::from) {
            None => Some((month.first, on(month.days)?)),
            Some(-1) => Some((on(month.days - 1)?, on(month.days)?)),
            Some(day) if day <= month.days => Some((on(day - 1)?, on(day)?)),
            Some(_) => None,
        }
    }

    /// The day of the solar term `term` of a civil year, 小寒 is 0.
    pub(crate) fn solar_term(year: i16, term: i8) -> Option<Date> {
        let work_out = || {
            let term = |index| SolarTerm::from_index(isize::from(year), index);
            (1..=24).map(|index| civil(&term(index).get_julian_day().get_solar_day())).collect()
        };
        let terms: &Vec<Option<Date>> = known(year)?.terms.get_or_init(work_out);
        *terms.get(usize::try_from(term).ok()?)?
    }
}

#[cfg(not(feature = "lunar"))]
mod calendar {
    use jiff::civil::Date;

    use super::Day;

    pub(crate) fn days(_year: i16, _day: Day) -> Option<(Date, Date)> {
        None
    }

    pub(crate) fn solar_term(_year: i16, _term: i8) -> Option<Date> {
        None
    }
}

#[cfg(all(test, feature = "lunar"))]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn lunar_days_of_known_years() {
        let day = |month, leap, day| Day { month, leap, day };
        assert_eq!(first_day(2024, day(1, false, Some(1))), Some(date(2024, 2, 10)));
        assert_eq!(first_day(2023, day(8, false, Some(15))), Some(date(2023, 9, 29)));
        assert_eq!(days(2023, day(2, true, None)), Some((date(2023, 3, 22), date(2023, 4, 20))));
        assert_eq!(days(2022, day(2, true, None)), None, "no such leap month");
        assert_eq!(first_day(2023, day(12, false, Some(-1))), Some(date(2024, 2, 9)));
        assert_eq!(first_day(900, day(1, false, Some(1))), None, "before the years it knows");
    }

    #[test]
    fn solar_terms_of_known_years() {
        assert_eq!(solar_term(2024, 6), Some(date(2024, 4, 4)), "清明");
        assert_eq!(solar_term(2023, 23), Some(date(2023, 12, 22)), "冬至");
    }
}
