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
    use tyme4rs::tyme::lunar::LunarMonth;
    use tyme4rs::tyme::solar::{SolarDay, SolarTerm};

    use super::Day;

    /// The years for which the library knows the moon: what texts of our time name.
    const YEARS: core::ops::RangeInclusive<i16> = 1645..=2199;

    fn civil(day: &SolarDay) -> Option<Date> {
        let year = i16::try_from(day.get_year()).ok()?;
        Date::new(year, i8::try_from(day.get_month()).ok()?, i8::try_from(day.get_day()).ok()?).ok()
    }

    /// The civil dates of the day or month, the end excluded, in the lunar year that begins in the civil
    /// year `year`; `None` where that year has no such day.
    pub(crate) fn days(year: i16, day: Day) -> Option<(Date, Date)> {
        let month = if day.leap { -isize::from(day.month) } else { isize::from(day.month) };
        let known = YEARS.contains(&year);
        let month = known.then(|| LunarMonth::new(isize::from(year), month).ok()).flatten()?;
        let first = civil(&month.get_first_julian_day().get_solar_day())?;
        let count = i64::try_from(month.get_day_count()).ok()?;
        let on = |days: i64| first.checked_add(Span::new().try_days(days).ok()?).ok();
        match day.day.map(i64::from) {
            None => Some((first, on(count)?)),
            Some(-1) => Some((on(count - 1)?, on(count)?)),
            Some(day) => (day <= count).then_some(()).and_then(|()| Some((on(day - 1)?, on(day)?))),
        }
    }

    /// The day of the solar term `term` of a civil year, 小寒 is 0.
    pub(crate) fn solar_term(year: i16, term: i8) -> Option<Date> {
        let term =
            YEARS.contains(&year).then(|| SolarTerm::from_index(isize::from(year), isize::from(term) + 1))?;
        civil(&term.get_julian_day().get_solar_day())
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
