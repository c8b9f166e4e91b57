//! What a production cannot know from the text before it, and how the text around settles it.

use super::words::is_clause_edge;
use crate::grammar::chars::{is_han, is_space};
use crate::lexicon::time::{
    BARE_YEAR_FOLLOWER, DAY_COUNTER, DAY_PLACER, FESTIVE, HEAD_LEADER, HOLIDAY_TRAP, MEASURED, MONTH_COUNTER,
    TIME_LEADER, YEAR_COUNTER,
};

/// What the text around must say before a reading holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// 21年: a year or a length.
    ShortYear,
    /// 10年春節 behind 近.
    DividedYear,
    /// 2018 without 年.
    BareYear,
    /// 3月 behind 近 is a length.
    Month,
    /// 前7個月, 後年: not in 提前7個月, 投產後年.
    Head,
    /// 5日: a day of the month or a length.
    Day,
    /// 三日 in numerals.
    SpokenDay,
    /// 12號: a day or a number of something.
    NumberedDay,
    /// 三季 without 度.
    Quarter,
    /// 三點: a time or a count.
    Hour,
    /// 2/15: a day or a fraction.
    Slash,
    /// 五一, 十一: a holiday or a number.
    Holiday,
    /// 春節: not 春節檔.
    Festival,
    /// 1:10 before 比例: a ratio.
    Ratio,
}

/// The text around a reading.
pub(super) struct Surroundings<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) end: usize,
}

impl Surroundings<'_> {
    /// Whether the text around speaks for the reading.
    pub(super) fn settle(&self, doubt: Doubt) -> bool {
        match doubt {
            Doubt::ShortYear => self.is_short_year(),
            Doubt::DividedYear => YEAR_COUNTER.tail(self.before()).is_none(),
            Doubt::BareYear => BARE_YEAR_FOLLOWER.head(self.behind()).is_some(),
            Doubt::Month => MONTH_COUNTER.tail(self.before()).is_none(),
            Doubt::Head => !self.before().ends_with(is_han) || HEAD_LEADER.tail(self.before()).is_some(),
            Doubt::Day => self.is_day(),
            Doubt::SpokenDay => {
                self.is_day() && (self.begins_clause() || TIME_LEADER.tail(self.before()).is_some())
            }
            Doubt::NumberedDay | Doubt::Quarter => false,
            Doubt::Hour | Doubt::Slash => self.whole(),
            Doubt::Holiday => self.whole() || self.is_festive(),
            Doubt::Festival => HOLIDAY_TRAP.head(self.behind()).is_none(),
            Doubt::Ratio => !self.behind().starts_with('比') && !self.behind().starts_with("的比"),
        }
    }

    fn before(&self) -> &str {
        self.text[..self.at].trim_end_matches(is_space)
    }

    fn behind(&self) -> &str {
        self.text[self.end..].trim_start_matches(is_space)
    }

    /// Whether nothing but edges stands around the reading in the whole text.
    fn whole(&self) -> bool {
        self.before().trim_end_matches(is_clause_edge).is_empty()
            && self.behind().trim_start_matches(is_clause_edge).is_empty()
    }

    fn begins_clause(&self) -> bool {
        self.text[..self.at].chars().next_back().is_none_or(is_clause_edge)
    }

    /// A number and 日 is a length where a word around it counts or places it.
    fn is_day(&self) -> bool {
        DAY_COUNTER.tail(self.before()).is_none() && DAY_PLACER.head(self.behind()).is_none()
    }

    /// 21年 is 2021 at the start of a clause with something measured behind it; 09年 always is 2009.
    fn is_short_year(&self) -> bool {
        let zero_led = self.text[self.at..self.end].starts_with(['0', '０', '零', '〇']);
        zero_led || self.begins_clause() && MEASURED.head(self.behind()).is_some()
    }

    fn is_festive(&self) -> bool {
        FESTIVE.head(self.behind().trim_start_matches(['”', '」', '"'])).is_some()
    }
}
