//! Times: points and stretches of the calendar and the clock, lengths, and how words relate them.
//!
//! ```text
//! time     = [ "每" ] calendar [ "以來" | "之後" … ] | [ "過去" | "未來" … ] length [ "後" | "前" | "內" ]
//! calendar = point [ "至" point ]
//! point    = [ near | year ] [ part ] [ end ] [ clock ]
//! ```
//!
//! Years are read out digit by digit in numerals (二〇二一年), months, days and hours as numbers.

use super::amount::{self, Frame};
use super::words::{Word, of_table, word};
use super::{Format, Style};
use crate::lexicon::digits::numeral;
use crate::lexicon::time as lexicon;
use crate::value::lunar::Day;
use crate::value::timex::{Anchored, Clock, ClockTime, DayPart, Grain, Modifier, Part, Point, Vague, Year};
use crate::value::{Amount, DurationUnit, Length, Number, Relation, TimeExpression, TimeKind, Timex};

const TO: &str = "至";
const EVERY: &str = "每";
const SEVERAL: Word = word("几", "幾");

pub(super) fn time(format: &Format, time: &TimeExpression) -> String {
    if time.kind() == TimeKind::Set {
        return Times(format).set(time.timex());
    }
    let written = match (time.timex(), time.amount(), time.unit()) {
        (Timex::Length(length), Some(amount), Some(unit)) if length.is_single() && !length.is_open() => {
            Times(format).counted(amount, unit, time.in_business())
        }
        (Timex::Lengths(_), Some(amount), Some(unit)) => {
            Times(format).counted(amount, unit, time.in_business())
        }
        (other, ..) => timex(format, other),
    };
    let is_length = matches!(time.timex(), Timex::Length(_) | Timex::Lengths(_));
    match time.bound() {
        Some(relation) => Times(format).related(&written, relation, is_length),
        None => written,
    }
}

pub(super) fn timex(format: &Format, timex: &Timex) -> String {
    let times = Times(format);
    match timex {
        Timex::Point(point) => times.moment(point),
        Timex::Range(first, last) => times.range(first, last),
        Timex::Length(length) => times.length(length),
        Timex::Lengths(ends) => times.lengths(&ends.0, &ends.1),
        Timex::Vague(vague) => times.vague(*vague).to_owned(),
    }
}

/// A format, to write times with.
#[derive(Clone, Copy, Debug)]
struct Times<'a>(&'a Format);

impl Times<'_> {
    fn say(&self, simplified: &'static str, traditional: &'static str) -> &'static str {
        self.0.say(word(simplified, traditional))
    }

    fn table<T: PartialEq>(&self, rows: &[lexicon::Row<T>], meaning: T) -> &'static str {
        of_table(rows, meaning, self.0.script).unwrap_or("")
    }

    /// A small number as part of a date.
    fn small(&self, n: i8) -> String {
        let n = u128::from(n.unsigned_abs());
        if self.0.in_words() { self.plain_numerals().integer(n) } else { n.to_string() }
    }

    /// The format without capitals, which guard money and stand in no time.
    fn uncapitalised(&self) -> Format {
        if self.0.style == Style::Bankers { self.0.styled(Style::Numerals) } else { *self.0 }
    }

    /// Numerals for dates, without what is a matter of style in numbers.
    fn plain_numerals(&self) -> Format {
        Format { full_ten: false, liang: false, ..self.0.styled(Style::Numerals) }
    }

    /// The digits of a year, 〇 for zero.
    fn year_digits(&self, year: i16) -> String {
        let digits = year.unsigned_abs().to_string();
        match self.0.in_words() {
            false => digits,
            true => self.plain_numerals().digit_by_digit(&digits).replace('零', "〇"),
        }
    }

    fn range(&self, first: &Point, last: &Point) -> String {
        if let (Some(Clock::At(a)), Some(Clock::At(b))) = (first.clock, last.clock)
            && b.about
        {
            let day = self.point(&Point { clock: None, ..*first });
            return format!("{day}{}", self.about_hours(a, b));
        }
        // The end of a range takes from its beginning what it does not state.
        let same_year = first.year == last.year && first.anchor == last.anchor;
        let mut short = *last;
        if same_year && !matches!(last.part, Part::Year | Part::Unstated) {
            (short.year, short.anchor) = (Year::Open, None);
            if let (Part::Day(a, Some(_)), Part::Day(b, Some(day @ 1..))) = (first.part, last.part)
                && a == b
            {
                short.part = Part::Day(None, Some(day));
            }
        }
        // 最後三天 are told by how many they are.
        if let (Part::Day(month, Some(a @ ..=-1)), Part::Day(_, Some(-1))) = (first.part, last.part) {
            let month = self.point(&Point { part: Part::Month(month), ..*first });
            return format!("{month}{}{}天", self.say("最后", "最後"), self.small(-a));
        }
        // 去年 is no end of a range that only names a year by its digits.
        let last = if self.point(&short).is_empty() { *last } else { short };
        format!("{}{TO}{}", self.point(first), self.point(&last))
    }

    fn point(&self, point: &Point) -> String {
        // 年底, 全年: of a year that nothing names.
        if point.part == Part::Year && point.year == Year::Open && point.anchor.is_none() {
            return match point.modifier {
                Some(end) => format!("年{}", self.end(end, point).trim_start_matches('年')),
                None => "全年".to_owned(),
            };
        }
        let (head, part) = match point.anchor {
            Some(anchor) => self.near(anchor, point),
            None => (self.year(point.year), self.part(point)),
        };
        let end = point.modifier.map_or("", |end| self.end(end, point));
        let date = format!("{head}{part}{end}");
        // 十五時 would run into a numeral before it, and the days of the week are not read before a 十.
        let runs_in = date.ends_with(|c| numeral(c).is_some())
            || matches!(point.part, Part::Weekday(_) | Part::NthWeekday(..));
        let clock = match (point.clock, runs_in) {
            (None, _) => String::new(),
            (Some(clock), true) => Times(&self.0.styled(Style::Digits)).clock(clock),
            (Some(clock), false) => self.clock(clock),
        };
        date + &clock
    }

    /// A point that is a whole time: an hour alone, which in numerals could be a count, with 整.
    fn moment(&self, point: &Point) -> String {
        let hour =
            matches!(point.clock, Some(Clock::At(at)) if at.minute.is_none() && half_of_day(at).is_none());
        let alone = point.part == Part::Unstated && point.anchor.is_none();
        let sharp = if hour && alone && self.0.in_words() { "整" } else { "" };
        self.point(point) + sharp
    }

    fn year(&self, year: Year) -> String {
        match year {
            Year::Open => String::new(),
            Year::Is(year @ 1000..=2199) => format!("{}年", self.year_digits(year)),
            Year::Is(year @ 1..) => format!("公元{}年", self.era_year(year)),
            Year::Is(year) => format!("公元前{}年", self.era_year(1 - year)),
            Year::Decade(year @ 1000..) => format!("{}年代", self.year_digits(year)),
            Year::Decade(year) => {
                let tens = i8::try_from(year % 100).unwrap_or(0);
                format!("{}{}年代", self.year(Year::Century(year / 100 * 100)), self.small(tens))
            }
            Year::Century(year) => {
                let nth = i8::try_from(year / 100 + 1).unwrap_or(i8::MAX);
                format!("{}{}", self.small(nth), self.say("世纪", "世紀"))
            }
        }
    }

    /// A year of an era as a number, digit by digit where it has four of them.
    fn era_year(&self, year: i16) -> String {
        match self.0.in_words() && year < 1000 {
            true => self.plain_numerals().integer(u128::from(year.unsigned_abs())),
            false => self.year_digits(year),
        }
    }

    /// 初, 中, 底.
    fn end(&self, end: Modifier, point: &Point) -> &'static str {
        let long = matches!(point.year, Year::Decade(_) | Year::Century(_));
        match (end, point.part) {
            (Modifier::Start, _) => "初",
            (Modifier::Mid, _) if long => "中期",
            (Modifier::Mid, Part::Year) => "年中",
            (Modifier::Mid, _) => "中",
            (Modifier::End, _) if long => "末",
            (Modifier::End, _) => "底",
        }
    }

    /// The word that a point counts from, and what else it states.
    fn near(&self, anchor: Anchored, point: &Point) -> (String, String) {
        let part = self.part(point);
        let head = match anchor {
            Anchored::Reference(Grain::Year, _) | Anchored::Text(Grain::Year, _) => {
                self.table(lexicon::YEAR_WORDS, anchor).to_owned()
            }
            Anchored::Reference(Grain::Day, _) | Anchored::Text(Grain::Day, _) | Anchored::LastTradingDay => {
                self.table(lexicon::DAY_WORDS, anchor).to_owned()
            }
            Anchored::Text(Grain::Month, _) => self.table(lexicon::MONTH_WORDS, anchor).to_owned(),
            Anchored::SamePeriod(by) => {
                let year = match point.year {
                    Year::Open => {
                        self.table(lexicon::YEAR_WORDS, Anchored::Reference(Grain::Year, by)).to_owned()
                    }
                    year => self.year(year),
                };
                format!("{year}同期")
            }
            Anchored::Reference(grain, by) | Anchored::Text(grain, by) => self.shifted(grain, by),
        };
        (head, part)
    }

    /// 上個月, 本季度, 下周.
    fn shifted(&self, grain: Grain, by: i8) -> String {
        let shift = self.table(lexicon::SHIFTS, by);
        let unit = match grain {
            Grain::Half => self.say("个半年", "個半年"),
            Grain::Quarter => "季度",
            Grain::Month => "月",
            Grain::Week => self.say("周", "週"),
            _ => "年",
        };
        format!("{shift}{unit}")
    }

    /// What of the year is meant, behind the word for a near year, month, week or day if there is one.
    fn part(&self, point: &Point) -> String {
        let near = |grain| matches!(point.anchor, Some(Anchored::Reference(of, _) | Anchored::Text(of, _)) if of == grain);
        match point.part {
            Part::Unstated | Part::Year => String::new(),
            Part::Month(None) | Part::Quarter(None) | Part::Half(None) | Part::Week(None) => String::new(),
            Part::Month(Some(month)) => format!("{}月", self.small(month)),
            Part::Day(month, day) => self.day(month, day, near(Grain::Day)),
            Part::Quarter(Some(quarter)) => format!("第{}季度", self.small(quarter)),
            Part::Half(Some(half)) => self.table(lexicon::HALVES, half).to_owned(),
            Part::Season(season) => self.table(lexicon::SEASONS, season).to_owned(),
            Part::Week(Some(week)) => format!("第{}{}", self.small(week), self.week()),
            Part::Weekday(day) => {
                let week = if near(Grain::Week) { "" } else { self.week() };
                format!("{week}{}", self.weekday(day))
            }
            Part::Weekend => format!("{}末", if near(Grain::Week) { "" } else { self.week() }),
            Part::MonthWeek(month, week) => {
                format!("{}{}{}", self.month(month), self.nth(week, false), self.week())
            }
            Part::NthWeekday(month, nth, day) => {
                format!("{}{}{}{}", self.month(month), self.nth(nth, true), self.week(), self.weekday(day))
            }
            Part::Lunar(day) => self.lunar(day),
            Part::Term(term) => self.table(lexicon::TERMS, term).trim_end_matches(['节', '節']).to_owned(),
        }
    }

    fn month(&self, month: Option<i8>) -> String {
        month.map_or(String::new(), |month| format!("{}月", self.small(month)))
    }

    fn day(&self, month: Option<i8>, day: Option<i8>, near: bool) -> String {
        let month = self.month(month);
        match day {
            None => month,
            Some(_) if near => month,
            Some(day @ ..=-1) => format!("{month}{}{}天", self.say("最后", "最後"), self.small(day)),
            Some(day) => format!("{month}{}日", self.small(day)),
        }
    }

    fn week(&self) -> &'static str {
        self.say("周", "週")
    }

    /// 一 to 六, 日.
    fn weekday(&self, day: i8) -> String {
        if day == 7 {
            "日".to_owned()
        } else {
            self.plain_numerals().integer(u128::from(day.unsigned_abs()))
        }
    }

    /// 第二, 第二個, 最後.
    fn nth(&self, nth: i8, counted: bool) -> String {
        let counter = if counted { self.say("个", "個") } else { "" };
        match nth {
            ..=0 => format!("{}{}{counter}", self.say("最后", "最後"), if counted { "一" } else { "1" }),
            nth => format!("第{}{counter}", self.small(nth)),
        }
    }

    /// 農曆三月初八, 農曆閏四月.
    fn lunar(&self, day: Day) -> String {
        if (day.month, day.leap, day.day) == (12, false, Some(-1)) {
            return "除夕".to_owned();
        }
        let words = self.plain_numerals();
        let month = words.integer(u128::from(day.month.unsigned_abs()));
        let month = match (day.leap, day.month) {
            (true, _) => format!("{}{month}", self.say("闰", "閏")),
            (false, 1) => "正".to_owned(),
            (false, _) => month,
        };
        let number = day.day.map(|day| u128::from(day.unsigned_abs()));
        let day = match number {
            None => String::new(),
            Some(day @ ..=10) => format!("初{}", words.integer(day)),
            Some(day @ 21..=29) => format!("廿{}", words.integer(day % 10)),
            Some(day) => words.integer(day),
        };
        format!("{}{month}月{day}", self.say("农历", "農曆"))
    }

    fn clock(&self, clock: Clock) -> String {
        match clock {
            Clock::Part(part) => self.table(lexicon::DAY_PARTS, part).to_owned(),
            Clock::At(at) => {
                let part = half_of_day(at).map_or("", |part| self.table(lexicon::DAY_PARTS, part));
                format!("{part}{}", self.hours(at))
            }
        }
    }

    fn hours(&self, at: ClockTime) -> String {
        let hour = format!("{}{}", self.small(at.hour), self.say("时", "時"));
        let minute = at.minute.map_or(String::new(), |minute| format!("{}分", self.small(minute)));
        let second = at.second.map_or(String::new(), |second| format!("{}秒", self.small(second)));
        format!("{hour}{minute}{second}")
    }

    /// 七八點: one of two hours.
    fn about_hours(&self, first: ClockTime, last: ClockTime) -> String {
        let words = self.plain_numerals();
        let part = match first.hour {
            _ if !first.exact_half => None,
            ..=12 => Some(DayPart::Morning),
            _ => Some(DayPart::Evening),
        };
        let hour = |at: ClockTime| {
            let hour = if at.hour > 12 { at.hour - 12 } else { at.hour };
            words.integer(u128::from(hour.unsigned_abs()))
        };
        let part = part.map_or("", |part| self.table(lexicon::DAY_PARTS, part));
        format!("{part}{}{}{}", hour(first), hour(last), self.say("点", "點"))
    }

    /// An amount of a unit of time.
    fn counted(&self, amount: &Amount, unit: DurationUnit, business: bool) -> String {
        let unit = if business { self.say("个交易日", "個交易日") } else { self.unit(unit) };
        amount::amount(&self.uncapitalised(), amount, &Frame { after: unit, more: true, ..Frame::default() })
    }

    fn unit(&self, unit: DurationUnit) -> &'static str {
        let row = lexicon::DURATION_UNITS.iter().find(|row| row.unit == unit && row.factor == (1, 1));
        row.and_then(|row| of_table(&[((), row.spellings)], (), self.0.script)).unwrap_or("")
    }

    fn length(&self, length: &Length) -> String {
        let parts = DurationUnit::ALL.into_iter().filter_map(|unit| {
            let number = length.get(unit).map(|number| self.counted(&number.into(), unit, false));
            let open = || length.has(unit).then(|| format!("{}{}", self.0.say(SEVERAL), self.unit(unit)));
            number.or_else(open)
        });
        parts.collect()
    }

    /// A length between two of one unit.
    fn lengths(&self, first: &Length, last: &Length) -> String {
        let both =
            DurationUnit::ALL.into_iter().find_map(|unit| Some((first.get(unit)?, last.get(unit)?, unit)));
        match both {
            Some((lo, hi, unit)) if first.is_single() && last.is_single() => {
                self.counted(&Amount::between(lo, hi), unit, false)
            }
            _ => format!("{}{TO}{}", self.length(first), self.length(last)),
        }
    }

    fn vague(&self, vague: Vague) -> &'static str {
        self.table(lexicon::VAGUE_WORDS, vague)
    }

    /// What recurs: 每3個月, 每周一, 每年3月5日, 每天9時.
    fn set(&self, timex: &Timex) -> String {
        match timex {
            Timex::Length(length) => {
                let step = DurationUnit::ALL.into_iter().find_map(|unit| Some((length.get(unit)?, unit)));
                match step {
                    Some((number, unit)) if number == Number::ONE => {
                        format!("{EVERY}{}", self.unit(unit).trim_start_matches(['个', '個']))
                    }
                    _ => format!("{EVERY}{}", self.length(length)),
                }
            }
            Timex::Point(point) => {
                let step = match point.part {
                    Part::Unstated => "天",
                    Part::Weekday(_) | Part::Weekend => "",
                    Part::Month(Some(_)) | Part::Day(Some(_), _) => "年",
                    Part::MonthWeek(Some(_), _) | Part::NthWeekday(Some(_), ..) => "年",
                    _ => "月",
                };
                format!("{EVERY}{step}{}", self.point(point))
            }
            other => format!("{EVERY}{}", self::timex(self.0, other)),
        }
    }

    /// A time with the words around it that relate it to other times.
    fn related(&self, written: &str, relation: Relation, is_length: bool) -> String {
        let (before, after) = match (relation, is_length) {
            (Relation::After, true) => ("", self.say("后", "後")),
            (Relation::After, false) => ("", self.say("以后", "以後")),
            (Relation::Before, true) => ("", "前"),
            (Relation::Before, false) => ("", "以前"),
            (Relation::AtOrAfter, _) => ("", self.say("或之后", "或之後")),
            (Relation::AtOrBefore, _) => ("", "或之前"),
            (Relation::Within, _) => ("", self.say("内", "內")),
            (Relation::Last, _) => (self.say("过去", "過去"), ""),
            (Relation::Next, _) => (self.say("未来", "未來"), ""),
            (Relation::Previous, _) => ("前", ""),
            (Relation::Following, _) => (self.say("后", "後"), ""),
            (Relation::Since, _) => ("", self.say("以来", "以來")),
            (Relation::UntilNow, _) => ("", "至今"),
            (Relation::Until, _) => (self.say("截至", "截至"), ""),
            (Relation::Reference(..) | Relation::Text(..) | Relation::SamePeriod(_), _)
            | (Relation::LastTradingDay, _) => ("", ""),
        };
        format!("{before}{written}{after}")
    }
}

/// The part of the day that tells which half of it an hour is in, where the hour does not.
fn half_of_day(at: ClockTime) -> Option<DayPart> {
    match at.hour {
        1..=11 if at.exact_half => Some(DayPart::Morning),
        12 if at.exact_half => Some(DayPart::Noon),
        _ => None,
    }
}
