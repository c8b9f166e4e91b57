//! The commonest times, read at once: 2021年, 3月, 2021年3月25日, 今年, 上周五, 第一季度, 3月5日上午, 3月5日至8日.
//!
//! ```text
//! plain = date [ part | sign date ]
//! date  = year [ month | word | end ] | month | two "日" | word
//! year  = four "年" [ "度" | "份" ] | "今年" | "去年" …
//! month = two "月" ( two ( "日" | "號" ) | [ "份" ] [ end ] )
//! end   = "初" | "底" | "末" …
//! part  = "上午" | "晚間" …
//! sign  = "至" | "到" | "—" …
//! ```
//!
//! Nothing is read here that the productions do not read the same way. A time is plain only where what
//! stands behind it belongs to no time, which its first characters tell; all others are left to the
//! productions. The words and what they mean come from running the productions over them once.

use std::borrow::Cow;

use once_cell::sync::Lazy;

use super::words::is_number;
use super::{Doubt, Stretch, month, stretch};
use crate::grammar::chars::is_space;
use crate::lexicon::digits::numerals;
use crate::lexicon::time as lexicon;
use crate::lexicon::{CharSet, Heads, Spellings};
use crate::value::timex::{Clock, Grain, Part, Point, Year};

struct Plain {
    words: Spellings<Stretch>,
    /// What a year is divided into.
    in_year: Spellings<Stretch>,
    /// What a time can go on with.
    sequel: Heads,
    /// The same behind a year, a month and a day.
    year: Heads,
    month: Heads,
    day: Heads,
    /// What makes another word of a unit of the calendar.
    unit_traps: CharSet,
    /// What can open a weekday behind a comma, and in brackets.
    asides: CharSet,
    bracketed: CharSet,
}

static PLAIN: Lazy<Plain> = Lazy::new(|| {
    let words = lexicon::plain_words().filter_map(|word| {
        let (rest, found) = stretch::composed(&word).ok()?;
        let vague = lexicon::VAGUE.head(&word).is_some();
        (rest.is_empty() && !vague).then_some((word, found))
    });
    let in_year = lexicon::plain_in_year().filter_map(|word| {
        let (rest, found) = month::in_year(&word).ok()?;
        (rest.is_empty() && found.doubt.is_none()).then_some((word, found))
    });
    let (words, in_year) = (Spellings::by_head(words), Spellings::by_head(in_year));
    let numbers = || numerals().chain("0123456789０１２３４５６７８９".chars());
    let behind = |marks: &str, words: &mut dyn Iterator<Item = &'static str>| -> Heads {
        let marks =
            numbers().chain(lexicon::range_heads()).chain(marks.chars()).map(|c| Cow::Owned(c.into()));
        marks.chain(words.map(Cow::Borrowed)).collect()
    };
    Plain {
        words,
        in_year,
        sequel: behind(lexicon::BETWEEN, &mut lexicon::continuations()),
        year: behind(
            "度份代级級期龄齡同农農阴陰旧舊夏正腊臘冬闰閏初大第首Qq前头頭最后後末年月TtHh/.:：\u{20}\u{A0}\u{3000}",
            &mut lexicon::in_year(),
        ),
        month: behind(
            "份球租期息供薪票饼餅嫂初第前首头頭最后後末廿卄\u{20}\u{A0}\u{3000}",
            &mut lexicon::in_month(),
        ),
        day: behind("元圆圓币幣本周週星礼禮T\u{20}\u{A0}\u{3000}", &mut lexicon::in_day()),
        unit_traps: lexicon::UNIT_TRAPS.chars().collect(),
        asides: "周週星礼禮\u{20}\u{A0}\u{3000}".chars().collect(),
        bracketed: "周週星礼禮日天\u{20}\u{A0}\u{3000}".chars().chain(numbers()).collect(),
    }
});

/// A date and what tells where it ends.
struct Date {
    len: usize,
    stretch: Stretch,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Year,
    Month,
    Day,
    /// A word that ends with a unit of the calendar.
    Unit,
    Word,
    /// Something stands behind it that it cannot go on with.
    Ended,
}

impl Kind {
    fn of(word: &str) -> Kind {
        let unit = word.ends_with(['年', '月', '周', '週', '季', '日', '天', '期', '度']);
        if unit { Kind::Unit } else { Kind::Word }
    }
}

/// The plain time that `input` begins with, its length in bytes and what it is.
pub(super) fn read(input: &str) -> Option<(usize, Stretch)> {
    let plain = &*PLAIN;
    let date = plain.date(input)?;
    let behind = &input[date.len..];
    if plain.ends(&date, behind) {
        return Some((date.len, date.stretch));
    }
    if let Some((len, found)) = plain.part_of_day(&date, behind) {
        return Some((date.len + len, found));
    }
    let (sign, ()) = lexicon::RANGE_SIGN.head(behind).filter(|_| date.stretch.last.is_none())?;
    let start = date.len + sign;
    let last = plain.date(&input[start..])?;
    let end = start + last.len;
    let range = stretch::range(date.stretch, last.stretch)?;
    plain.ends(&last, &input[end..]).then_some((end, range))
}

/// Whether a year may go on with `behind`.
pub(super) fn in_year(behind: &str) -> bool {
    behind.is_empty() || PLAIN.year.head(behind) || lexicon::MEASURED.head(behind).is_some()
}

impl Plain {
    /// The date at the head of `input`.
    fn date(&self, input: &str) -> Option<Date> {
        if input.as_bytes().first()?.is_ascii_digit() {
            return self.numbered(input);
        }
        self.worded_year(input).or_else(|| {
            let (len, &stretch) = self.words.head(input)?;
            Some(Date { len, stretch, kind: Kind::of(&input[..len]) })
        })
    }

    fn worded_year(&self, input: &str) -> Option<Date> {
        let (len, &anchor) = lexicon::YEARS.head(input)?;
        if input.starts_with(['后', '後', '次']) || input[len..].starts_with('同') {
            return None;
        }
        self.in_year(input, len, Point::of(Part::Year).anchored(anchor))
    }

    /// Digits and their marks.
    fn numbered(&self, input: &str) -> Option<Date> {
        let (number, digits) = digits(input);
        let at = digits + MARK;
        if digits <= 2 && lexicon::RANGE_SIGN.head(&input[digits..]).is_some() {
            return self.numbered_range(input);
        }
        match (digits, input.as_bytes().get(digits..at)?) {
            (4, YEAR) if (1000..=2199).contains(&number) => {
                let year = Point::of(Part::Year).in_year(Year::Is(number));
                let behind = input.as_bytes().get(at..at + MARK);
                let yearly = matches!(behind, Some(YEARLY | SHARE));
                self.in_year(input, if yearly { at + MARK } else { at }, year)
            }
            (1 | 2, MONTH) => {
                let date = self.month(input, 0, Point::of(Part::Year))?;
                let point = &date.stretch.first;
                let open = point.part.grain() == Grain::Month && point.modifier.is_none();
                let stretch = Stretch { doubt: open.then_some(Doubt::Month), ..date.stretch };
                Some(Date { stretch, ..date })
            }
            (1 | 2, DAY) => {
                let day = i8::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
                let stretch = Stretch::part(Part::Day(None, Some(day))).doubted(Doubt::Day);
                Some(Date { len: at, stretch, kind: Kind::Day })
            }
            _ => None,
        }
    }

    /// 1—3月, 12至17日.
    fn numbered_range(&self, input: &str) -> Option<Date> {
        let ((first, last), digits) = rising(input, 31)?;
        let len = digits + MARK;
        match input.as_bytes().get(digits..len)? {
            MONTH => self.month(input, 0, Point::of(Part::Year)),
            DAY => {
                let of = |day| Point::of(Part::Day(None, Some(day)));
                let stretch = Stretch { first: of(first), last: last.map(of), doubt: None };
                Some(Date { len, stretch, kind: Kind::Day })
            }
            _ => None,
        }
    }

    /// What of a year that ends at `at` is meant.
    fn in_year(&self, input: &str, at: usize, year: Point) -> Option<Date> {
        if input.as_bytes().get(at).is_some_and(u8::is_ascii_digit) {
            return self.month(input, at, year);
        }
        let stated = Stretch::of(year);
        if let Some((len, &part)) = self.in_year.head(&input[at..]) {
            let stretch = stretch::within(stated, part);
            return Some(Date { len: at + len, stretch, kind: Kind::of(&input[..at + len]) });
        }
        if lexicon::HOLIDAY.head(&input[at..]).is_some() {
            return None;
        }
        let (len, point) = ended(input, at, year);
        // 2021年中央: no middle of it, and nothing else.
        let trapped = len == at && lexicon::END.head(&input[at..]).is_some();
        let kind = if trapped { Kind::Ended } else { Kind::Year };
        Some(Date { len, stretch: Stretch::of(point), kind })
    }

    /// The month at `at` of a year, and its day where one is behind it.
    fn month(&self, input: &str, at: usize, year: Point) -> Option<Date> {
        let ((month, last), digits) = rising(&input[at..], 12)?;
        let mark = at + digits;
        let mut at = mark + MARK;
        (input.as_bytes().get(mark..at)? == MONTH).then_some(())?;
        let within = |part| Point { part, ..year };
        if let Some(((day, last), digits)) = rising(&input[at..], 31).filter(|_| last.is_none()) {
            let mark = at + digits;
            let len = mark + MARK;
            matches!(input.as_bytes().get(mark..len)?, DAY | NUMBERED | NUMBERED_TRADITIONAL).then_some(())?;
            let of = |day| within(Part::Day(Some(month), Some(day)));
            let stretch = Stretch { first: of(day), last: last.map(of), doubt: None };
            return Some(Date { len, stretch, kind: Kind::Day });
        }
        if input.as_bytes().get(at..at + MARK) == Some(SHARE) {
            at += MARK;
        }
        if lexicon::MONTH_PART.head(&input[at..]).is_some() {
            return None;
        }
        if let Some(last) = last {
            let of = |month| within(Part::Month(Some(month)));
            let stretch = Stretch { first: of(month), last: Some(of(last)), doubt: None };
            return Some(Date { len: at, stretch, kind: Kind::Month });
        }
        let (len, point) = ended(input, at, Point { part: Part::Month(Some(month)), ..year });
        Some(Date { len, stretch: Stretch::of(point), kind: Kind::Month })
    }

    /// Whether `date` ends before `behind`.
    fn ends(&self, date: &Date, behind: &str) -> bool {
        let mut chars = behind.chars();
        let Some(first) = chars.next() else { return true };
        let stripped = if first == '的' { chars.as_str() } else { behind };
        let weekday = matches!(date.stretch.first.part, Part::Weekday(_));
        let asides = match (first, date.kind) {
            (_, Kind::Year | Kind::Month) => None,
            // Behind a weekday its date may stand.
            ('，' | ',', _) if weekday => return false,
            ('，' | ',', _) => Some(&self.asides),
            ('（' | '(', _) => Some(&self.bracketed),
            _ => None,
        };
        if let Some(asides) = asides {
            return !asides.heads(chars.as_str());
        }
        if !counts_on(stripped) {
            return !trapped(&date.stretch, behind);
        }
        match date.kind {
            Kind::Year => !self.year.head(stripped),
            Kind::Month => !self.month.head(stripped),
            Kind::Day => !self.day.head(stripped),
            Kind::Word | Kind::Unit => {
                let another = matches!(date.kind, Kind::Unit) && self.unit_traps.contains(first);
                !another && !self.sequel.head(stripped) && !trapped(&date.stretch, behind)
            }
            Kind::Ended => true,
        }
    }

    /// The part of the day behind a date.
    fn part_of_day(&self, date: &Date, behind: &str) -> Option<(usize, Stretch)> {
        let Stretch { first, last: None, doubt: None | Some(Doubt::Day) } = date.stretch else { return None };
        let daily = first.part.grain() == Grain::Day && first.modifier.is_none() && first.clock.is_none();
        if !daily {
            return None;
        }
        let strong = lexicon::DAY_PART.head(behind);
        let (len, &part) = strong.or_else(|| lexicon::WEAK_DAY_PART.head(behind))?;
        let rest = &behind[len..];
        let goes_on = self.sequel.head(rest) || lexicon::DAY_PART_TRAP.head(rest).is_some();
        (!goes_on).then(|| (len, Stretch::of(first.at(Clock::Part(part)))))
    }
}

/// Whether 首, 前 and the like at the head of `behind`, if one is there, count parts of a time: 首季, 前三天, not
/// 首次, 前往.
fn counts_on(behind: &str) -> bool {
    let counted = behind.strip_prefix("最").unwrap_or(behind);
    let Some(rest) = counted.strip_prefix(['首', '前', '头', '頭', '第']) else {
        return true;
    };
    rest.starts_with(|c| is_number(c) || is_space(c) || "周週星礼禮日天月季个個半年的".contains(c))
}

/// Whether `behind` makes another word of the last word of a time.
fn trapped(found: &Stretch, behind: &str) -> bool {
    let point = found.end();
    point.clock.is_some() && lexicon::DAY_PART_TRAP.head(behind).is_some()
        || point.modifier.is_some() && lexicon::END_TRAP.head(behind).is_some()
        || match point.part {
            Part::Weekday(_) => lexicon::WEEKDAY_TRAP.head(behind).is_some(),
            Part::Season(_) => lexicon::SEASON_TRAP.head(behind).is_some(),
            _ => false,
        }
}

/// 初, 底, 末 behind a year or month that ends at `at`.
fn ended(input: &str, at: usize, point: Point) -> (usize, Point) {
    match lexicon::END.head(&input[at..]) {
        Some((len, &end)) if lexicon::END_TRAP.head(&input[at + len..]).is_none() => {
            (at + len, point.modified(Some(end)))
        }
        _ => (at, point),
    }
}

/// A number of one or two digits from one to `most`.
fn small(input: &str, most: i16) -> Option<(i8, usize)> {
    match digits(input) {
        (number, len @ 1..=2) if (1..=most).contains(&number) => Some((i8::try_from(number).ok()?, len)),
        _ => None,
    }
}

/// A number of one or two digits, or two and a sign between them, each larger than the one before: 5, 1—3. What
/// they are and how many bytes they have.
fn rising(input: &str, most: i16) -> Option<((i8, Option<i8>), usize)> {
    let (first, len) = small(input, most)?;
    let Some((sign, ())) = lexicon::RANGE_SIGN.head(&input[len..]) else { return Some(((first, None), len)) };
    let (last, digits) = small(&input[len + sign..], most).filter(|&(last, _)| last > first)?;
    Some(((first, Some(last)), len + sign + digits))
}

/// The ASCII digits at the head, as far as a year goes, and how many they are.
fn digits(input: &str) -> (i16, usize) {
    let mut number = 0;
    let mut len = 0;
    for digit in input.bytes().take(5).take_while(u8::is_ascii_digit) {
        len += 1;
        if len <= 4 {
            number = number * 10 + i16::from(digit - b'0');
        }
    }
    (number, len)
}

const YEAR: &[u8] = "年".as_bytes();
const MONTH: &[u8] = "月".as_bytes();
const DAY: &[u8] = "日".as_bytes();
const YEARLY: &[u8] = "度".as_bytes();
const SHARE: &[u8] = "份".as_bytes();
const NUMBERED: &[u8] = "号".as_bytes();
const NUMBERED_TRADITIONAL: &[u8] = "號".as_bytes();
/// The bytes of each of them.
const MARK: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    /// What can stand behind a time, in all that can make it another one.
    fn tails() -> Vec<String> {
        let mut words: Vec<&str> = lexicon::every_word().chain(COMPOSED).collect();
        words.sort_unstable();
        words.dedup_by_key(|word| word.chars().take(2).collect::<String>());
        let singles =
            ('一'..='龥').filter(|&c| u32::from(c) % 64 == 0).chain("，。、（）：；%-—~/.的T ".chars());
        words.into_iter().map(str::to_owned).chain(singles.map(String::from)).collect()
    }

    /// What the productions read behind a time beside the words of the tables.
    const COMPOSED: [&str; 56] = [
        "最后五天",
        "最後三個月",
        "后两天",
        "末三天",
        "前三天",
        "首月",
        "首三季",
        "第二周",
        "第一季度",
        "第五天",
        "同期",
        "農曆同期",
        "的3月",
        "的第一季",
        "的晚上",
        "份",
        "度",
        "財年",
        "世紀90年代",
        "年代",
        "T9:00",
        "9时",
        "9:30",
        "-5日",
        "、3月",
        "至今",
        "和四月之間",
        "Q3",
        "H1",
        "上旬",
        "十五",
        "初三",
        "至2月6日",
        "—17日",
        "到2022年5月",
        "至今年底",
        "-去年3月底",
        "至周五",
        "至下周一上午",
        "至5日晚间",
        "上午",
        "上午9时",
        "下午的",
        "晚间至次日",
        "晚",
        "晚些",
        "的上午",
        "第四季度末",
        "四季度同比",
        "全年度",
        "首次",
        "首月",
        "前往",
        "前两周",
        "最后一天",
        "后续",
    ];

    /// What is wrong with the plain time at the head of `text`.
    fn fault(text: &str) -> Option<String> {
        let told = |(len, found): (usize, Stretch)| format!("{} {found:?}", &text[..len]);
        let plain = told(read(text)?);
        let slow = stretch::composed(text).map(|(rest, slow)| told((text.len() - rest.len(), slow)));
        (slow.as_ref() != Ok(&plain)).then(|| format!("{text}: {plain}, not {slow:?}"))
    }

    #[test]
    fn plain_times_are_what_the_productions_read() {
        let numbers = [
            "2021年",
            "2021年度",
            "2021年份",
            "2021年3月",
            "2021年12月31日",
            "去年",
            "去年11月",
            "今年3月5日",
            "3月",
            "3月份",
            "10月20号",
            "5日",
            "09日",
            "999年",
            "13月",
            "2021年底",
            "3月初",
            "2021年第四季度",
            "去年上半年",
            "今年全年",
            "3月5日上午",
            "今天晚间",
            "3月5日至8日",
            "3月至5月",
            "2021年3月5日—2022年4月1日",
            "上周五至本周三",
            "1-3月",
            "2021年1—12月",
            "12至17日",
            "3月15-16日",
        ];
        let words = lexicon::plain_words().map(|word| (word, 401));
        let numbers = numbers.into_iter().map(|number| (number.to_owned(), 11));
        let tails = tails();
        let mut faults = Vec::new();
        // Every head with another part of the tails, so that all tails stand behind each kind of head.
        for (offset, (head, step)) in numbers.chain(words).enumerate() {
            for tail in tails.iter().skip(offset % step).step_by(step) {
                faults.extend(fault(&format!("{head}{tail}")));
                faults.extend(fault(&format!("{head}，{tail}")));
            }
        }
        assert_eq!(faults, [""; 0]);
    }

    #[test]
    fn most_times_are_plain() {
        for text in [
            "2021年，今",
            "3月25日召",
            "今年，全",
            "上周五召",
            "第一季度實",
            "周三（記",
            "2021年的公",
            "去年11月，公",
            "3月份公",
            "2021年底公",
            "2021年第四季度實",
            "3月5日晚間公",
            "今天上午在",
            "3月5日至8日舉",
            "上年同期相",
            "3月25日的公",
        ] {
            assert!(read(text).is_some(), "{text}");
        }
        for text in ["2021年3", "3月至", "今年第一", "21年", "3月的5", "3月5日上午9", "3月5日至8日晚上9"]
        {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
