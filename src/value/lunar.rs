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

/// The civil date of a lunar day, or of the first day of a lunar month, of the lunar year that begins in
/// the civil year `year`.
#[cfg(not(feature = "lunar"))]
pub(crate) fn first_day(_year: i16, _day: Day) -> Option<Date> {
    None
}

/// The civil date behind the last day of the lunar day or month.
#[cfg(not(feature = "lunar"))]
pub(crate) fn end(_year: i16, _day: Day) -> Option<Date> {
    None
}

/// The day of the solar term `term` of a civil year, 小寒 is 0.
#[cfg(not(feature = "lunar"))]
pub(crate) fn solar_term(_year: i16, _term: i8) -> Option<Date> {
    None
}
