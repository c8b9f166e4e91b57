//! Times of the calendar and the clock, and lengths of time.
//!
//! ```text
//! calendar   = set | vague | plan | pair | stretch [ sign stretch ]
//! stretch    = date [ weekday ] [ clock ] | clock
//! date       = numeric | year [ "的" ] [ in_year ] | in_year | near_month [ in_month ]
//!            | near_week [ weekday ] | near_day | weekday
//! in_year    = month [ in_month ] | quarter | half | season | nth | first_n | last_n | holiday | lunar | end
//! in_month   = day | "上旬" | "中旬" | "下旬" | nth | first_n | last_n | end
//! sign       = "至" | "到" | "—" | "-" | "~" | …
//! ```
//!
//! The productions live by what they read: [`year`], [`month`], [`week`], [`clock`], [`numeric`],
//! [`lunar`]; [`stretch`] combines them, [`duration`] reads lengths. What a production cannot know from
//! the text before it, it marks as a [`Doubt`]; here, where the whole text is at hand, the doubt is
//! settled, and the words around that bound the time are read by [`bounds`].
//!
//! Excluded: plain lengths (`5年`, `3個月`), which are quantities; numbers that only look like times
//! (`六點看法`, `3:2`, `四季酒店`, `10年期`).

mod bounds;
mod clock;
mod doubt;
pub(crate) mod duration;
mod gate;
mod lunar;
mod month;
mod numeric;
mod plain;
mod recurring;
mod stretch;
mod week;
mod words;
mod year;

use self::bounds::bounded;
use self::doubt::{Doubt, Surroundings};
pub(crate) use self::gate::{first_two_may_open as opens_day, openers, opens, plausible, second_characters};
use self::words::is_number;
use super::chars::is_space;
use super::consumed;
use crate::lexicon::time as lexicon;
use crate::span::Span;
use crate::value::timex::{Part, Point};
use crate::value::{TimeExpression, Timex};

/// A time that was read, with its place.
#[derive(Clone, Debug)]
pub(crate) struct TimeReading {
    pub(crate) span: Span,
    pub(crate) extent: Span,
    pub(crate) time: TimeExpression,
    /// Nothing longer can begin at its place.
    pub(crate) longest: bool,
}

/// A point of the calendar or the stretch between two, as far as productions read it.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    first: Point,
    last: Option<Point>,
    doubt: Option<Doubt>,
}

impl Stretch {
    const fn of(point: Point) -> Stretch {
        Stretch { first: point, last: None, doubt: None }
    }

    const fn part(part: Part) -> Stretch {
        Stretch::of(Point::of(part))
    }

    const fn between(first: Part, last: Part) -> Stretch {
        Stretch { first: Point::of(first), last: Some(Point::of(last)), doubt: None }
    }

    const fn doubted(self, doubt: Doubt) -> Stretch {
        Stretch { doubt: Some(doubt), ..self }
    }

    const fn sure(self) -> Stretch {
        Stretch { doubt: None, ..self }
    }

    /// Both ends changed alike.
    fn map(self, f: impl Fn(Point) -> Point) -> Stretch {
        Stretch { first: f(self.first), last: self.last.map(f), ..self }
    }

    const fn end(&self) -> Point {
        match self.last {
            Some(last) => last,
            None => self.first,
        }
    }

    const fn timex(self) -> Timex {
        match self.last {
            Some(last) => Timex::Range(self.first, last),
            None => Timex::Point(self.first),
        }
    }
}

/// The time of the calendar that begins at byte `at` of `text`; nothing for plain lengths.
pub(crate) fn calendar(text: &str, at: usize) -> Option<TimeReading> {
    if gate::plausible(text, at) { ungated(text, at) } else { None }
}

fn ungated(text: &str, at: usize) -> Option<TimeReading> {
    let input = text.get(at..)?;
    let plain = plain::read(input);
    let (end, stretch) = match plain {
        Some((len, stretch)) => (at + len, stretch),
        None => {
            if let Some(reading) = recurring::read(text, at) {
                return Some(reading);
            }
            let (rest, stretch) = stretch::composed(input).ok()?;
            (at + consumed(input, rest), stretch)
        }
    };
    if lexicon::NAME.head(input).is_some_and(|(len, ())| at + len > end) {
        return None;
    }
    let surroundings = Surroundings { text, at, end };
    let longest = plain.is_some() || names_calendar_units(input, end - at);
    stretch
        .doubt
        .is_none_or(|doubt| surroundings.settle(doubt))
        .then(|| TimeReading { longest, ..bounded(text, at, end, stretch) })
}

/// Whether the time that `input` begins with and that has `len` bytes goes on behind digits that no quantity
/// has there: a month, or a year and more.
fn names_calendar_units(input: &str, len: usize) -> bool {
    let digits = input.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &input[digits..];
    match (digits, behind.strip_prefix('年')) {
        (1 | 2, _) => behind.starts_with('月'),
        // As a length it could only go on with a half or with smaller units.
        (4, Some(behind)) => {
            let goes_on = |c| is_space(c) || is_number(c) || matches!(c, '多' | '余' | '餘' | '又');
            len > 4 + '年'.len_utf8() || !behind.starts_with(goes_on)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, span: &str, timex: &str) {
        let at = text.find(span).expect(span);
        let reading = calendar(text, at).unwrap_or_else(|| panic!("{text}: nothing at {span}"));
        assert_eq!(
            (reading.span.of(text), reading.time.timex().to_string().as_str()),
            (span, timex),
            "{text}"
        );
    }

    #[track_caller]
    fn refuses(text: &str) {
        for (at, _) in text.char_indices() {
            let found = calendar(text, at);
            assert!(found.is_none(), "{text}: {}", found.expect("some").span.of(text));
        }
    }

    #[test]
    fn years() {
        reads("2019年", "2019年", "2019");
        reads("２０１９年度", "２０１９年度", "2019");
        reads("二〇一九年", "二〇一九年", "2019");
        reads("民國113年", "民國113年", "2024");
        reads("113年度", "113年度", "2024");
        reads("2025財年", "2025財年", "2025");
        reads("1H25", "1H25", "2025-H1");
        reads("3Q25", "3Q25", "2025-Q3");
        reads("2019—2021年", "2019—2021年", "2019/2021");
        reads("去年同期", "去年同期", "XXXX");
        reads("上世紀90年代", "上世紀90年代", "199X");
        reads("「十四五」", "十四五", "2021/2025");
        reads("21年底", "21年底", "2021");
        refuses("5年");
        refuses("兩年");
    }

    #[test]
    fn months_and_days() {
        reads("今年1—3月份", "今年1—3月份", "XXXX-01/XXXX-03");
        reads("1至7月", "1至7月", "XXXX-01/XXXX-07");
        reads("首11個月", "首11個月", "XXXX-01/XXXX-11");
        reads("前三季度", "前三季度", "XXXX-Q1/XXXX-Q3");
        reads("3月25日", "3月25日", "XXXX-03-25");
        reads("1月31日至2月6日", "1月31日至2月6日", "XXXX-01-31/XXXX-02-06");
        reads("3月5日至8日", "3月5日至8日", "XXXX-03-05/XXXX-03-08");
        reads("四月中旬", "四月中旬", "XXXX-04-11/XXXX-04-20");
        reads("2021年第四季度", "2021年第四季度", "2021-Q4");
        reads("第3季", "第3季", "XXXX-Q3");
        reads("2019年6月1日-6月30日", "2019年6月1日-6月30日", "2019-06-01/2019-06-30");
        reads("19日", "19日", "XXXX-XX-19");
        refuses("3個月");
        refuses("10天");
        refuses("5日內");
    }

    #[test]
    fn clocks() {
        reads("1月28日晚間", "1月28日晚間", "XXXX-01-28TEV");
        reads("2月7日零時", "2月7日零時", "XXXX-02-07T00:00");
        reads("1月16日早7時", "1月16日早7時", "XXXX-01-16T07:00");
        reads(
            "二〇二二年二月八日（星期二）上午10時51分",
            "二〇二二年二月八日（星期二）上午10時51分",
            "2022-02-08T10:51",
        );
        reads("上午9時正", "上午9時正", "T09:00");
        reads("今日上午", "今日上午", "XXXX-XX-XXTMO");
        reads("晏晝三點搭三", "晏晝三點搭三", "T15:15");
        reads("下午五點一刻到六點", "下午五點一刻到六點", "T17:15/T18:00");
        refuses("六點看法");
        refuses("漲12點，");
        refuses("比分3:2");
    }

    #[test]
    fn relative() {
        reads("上個月15號", "上個月15號", "XXXX-XX-15");
        reads("本周五", "本周五", "XXXX-WXX-5");
        reads("上上個週三", "上上個週三", "XXXX-WXX-3");
        reads("明年底", "明年底", "XXXX");
        reads("今年上半年", "今年上半年", "XXXX-H1");
        reads("今明兩年", "今明兩年", "XXXX/XXXX");
        reads("每周一", "每周一", "XXXX-WXX-1");
        reads("每月", "每月", "P1M");
        reads("目前", "目前", "PRESENT_REF");
        reads("上一季", "上一季", "XXXX-QX");
        refuses("未來五年");
        refuses("今日頭條");
    }

    #[test]
    fn lengths() {
        let read = |text| duration::length(text).map(|(_, found)| found.length.to_string()).expect(text);
        assert_eq!(read("一小時零三十分鐘"), "PT1H30M");
        assert_eq!(read("兩年零三個月"), "P27M");
        assert_eq!(read("8天20小時"), "P8DT20H");
        assert_eq!(read("兩天又一個月"), "P1M2D");
        assert_eq!(read("個半小時"), "PT1.5H");
        assert_eq!(read("五分半"), "PT5.5M");
        assert_eq!(read("1.5小時"), "PT1.5H");
        assert_eq!(read("兩個季度"), "P6M");
    }
}
