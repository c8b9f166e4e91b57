//! The commonest times, read at once: 2021年, 3月, 2021年3月25日, 今年, 上周五, 第一季度.
//!
//! ```text
//! plain = year [ month | end ] | month | two "日" | word
//! year  = four "年" [ "度" | "份" ] | "今年" | "去年" …
//! month = two "月" ( two ( "日" | "號" ) | [ "份" ] [ end ] )
//! end   = "初" | "底" | "末" …
//! ```
//!
//! Nothing is read here that the productions do not read the same way. A time is plain only where what
//! stands behind it belongs to no time, which one bit a character tells; all others are left to the
//! productions. The words and what they mean come from running the productions over them once.

use once_cell::sync::Lazy;

use super::{Doubt, Stretch, stretch};
use crate::lexicon::digits::numerals;
use crate::lexicon::time as lexicon;
use crate::lexicon::{CharSet, Spellings};
use crate::value::timex::{Grain, Part, Point, Year};

struct Plain {
    words: Spellings<Stretch>,
    /// What a time can go on with.
    continues: CharSet,
    /// The same behind a year, a month and a day.
    year: CharSet,
    month: CharSet,
    day: CharSet,
    /// What can open a weekday, or the date of one, behind a comma or in brackets.
    asides: CharSet,
}

static PLAIN: Lazy<Plain> = Lazy::new(|| {
    let words = lexicon::plain_words().filter_map(|word| {
        let (rest, found) = stretch::composed(&word).ok()?;
        let vague = lexicon::VAGUE.head(&word).is_some();
        (rest.is_empty() && !vague).then_some((word, found))
    });
    let words = Spellings::by_head(words);
    let numbers = || numerals().chain("0123456789０１２３４５６７８９".chars());
    let set = |marks: &str| numbers().chain(lexicon::range_heads()).chain(marks.chars()).collect::<CharSet>();
    let mut year = set(
        "度份代级級期龄齡同农農阴陰旧舊夏正腊臘冬闰閏初大第首Qq前头頭最后後末全整年月TtHh/.:：\u{20}\u{A0}\u{3000}",
    );
    year.extend(lexicon::in_year_heads());
    let mut month = set("份球租期息供薪票饼餅嫂初第前首头頭最后後末廿卄\u{20}\u{A0}\u{3000}");
    month.extend(lexicon::in_month_heads());
    let mut day = set("元圆圓币幣本的周週星礼禮T\u{20}\u{A0}\u{3000}");
    day.extend(lexicon::in_day_heads());
    Plain {
        words,
        continues: lexicon::continuations().chain(numbers()).collect(),
        year,
        month,
        day,
        asides: "周週星礼禮日天\u{20}\u{A0}\u{3000}".chars().chain(numbers()).collect(),
    }
});

/// The plain time that `input` begins with, its length in bytes and what it is.
pub(super) fn read(input: &str) -> Option<(usize, Stretch)> {
    let plain = &*PLAIN;
    if input.as_bytes().first()?.is_ascii_digit() {
        return plain.numbered(input);
    }
    if let Some((len, &anchor)) = lexicon::YEARS.head(input) {
        let year = Point::of(Part::Year).anchored(anchor);
        let doubted = input.starts_with(['后', '後', '次']);
        return if doubted { None } else { plain.in_year(input, len, year) };
    }
    let (len, &found) = plain.words.head(input)?;
    let mut behind = input[len..].chars();
    let ends = match behind.next() {
        None => true,
        // Behind a weekday its date may stand.
        Some('，' | ',') if matches!(found.first.part, Part::Weekday(_)) => false,
        Some('，' | ',' | '（' | '(') => behind.next().is_none_or(|c| !plain.asides.contains(c)),
        Some(c) => !plain.continues.contains(c),
    };
    ends.then_some((len, found))
}

/// Whether some time goes on with `c`.
pub(super) fn may_go_on(c: char) -> bool {
    PLAIN.continues.contains(c)
}

impl Plain {
    /// Digits and their marks.
    fn numbered(&self, input: &str) -> Option<(usize, Stretch)> {
        let (number, digits) = digits(input);
        let at = digits + MARK;
        match (digits, input.as_bytes().get(digits..at)?) {
            (4, YEAR) if (1000..=2199).contains(&number) => {
                let year = Point::of(Part::Year).in_year(Year::Is(number));
                let behind = input.as_bytes().get(at..at + MARK);
                let yearly = matches!(behind, Some(YEARLY | SHARE));
                self.in_year(input, if yearly { at + MARK } else { at }, year)
            }
            (1 | 2, MONTH) => {
                let (len, point) = self.month(input, 0, Point::of(Part::Year))?;
                let doubt = point.part.grain() == Grain::Month && point.modifier.is_none();
                Some((len, Stretch { doubt: doubt.then_some(Doubt::Month), ..Stretch::of(point) }))
            }
            (1 | 2, DAY) => {
                let day = i8::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
                self.ends_day(&input[at..])?;
                Some((at, Stretch::part(Part::Day(None, Some(day))).doubted(Doubt::Day)))
            }
            _ => None,
        }
    }

    /// What of a year that ends at `at` is meant.
    fn in_year(&self, input: &str, at: usize, year: Point) -> Option<(usize, Stretch)> {
        if input.as_bytes().get(at).is_some_and(u8::is_ascii_digit) {
            return self.month(input, at, year).map(|(len, point)| (len, Stretch::of(point)));
        }
        let (len, point) = ended(input, at, year);
        let behind = input[len..].strip_prefix('的').unwrap_or(&input[len..]);
        (!self.year.heads(behind)).then_some((len, Stretch::of(point)))
    }

    /// The month at `at` of a year, and its day where one is behind it.
    fn month(&self, input: &str, at: usize, year: Point) -> Option<(usize, Point)> {
        let (month, digits) = small(&input[at..], 12)?;
        let mark = at + digits;
        let mut at = mark + MARK;
        (input.as_bytes().get(mark..at)? == MONTH).then_some(())?;
        if let Some((day, digits)) = small(&input[at..], 31) {
            let mark = at + digits;
            let end = mark + MARK;
            matches!(input.as_bytes().get(mark..end)?, DAY | NUMBERED | NUMBERED_TRADITIONAL).then_some(())?;
            self.ends_day(&input[end..])?;
            return Some((end, Point { part: Part::Day(Some(month), Some(day)), ..year }));
        }
        if input.as_bytes().get(at..at + MARK) == Some(SHARE) {
            at += MARK;
        }
        if lexicon::MONTH_PART.head(&input[at..]).is_some() {
            return None;
        }
        let (len, point) = ended(input, at, Point { part: Part::Month(Some(month)), ..year });
        let behind = input[len..].strip_prefix('的').unwrap_or(&input[len..]);
        (!self.month.heads(behind)).then_some((len, point))
    }

    /// Whether no time of day, weekday or range stands behind a day.
    fn ends_day(&self, behind: &str) -> Option<()> {
        let mut chars = behind.chars();
        let goes_on = match chars.next()? {
            '，' | ',' | '（' | '(' => chars.next().is_some_and(|c| self.asides.contains(c)),
            c => self.day.contains(c),
        };
        (!goes_on).then_some(())
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
    const COMPOSED: [&str; 32] = [
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
    ];

    #[track_caller]
    fn agrees(text: &str) {
        if let Some((len, found)) = read(text) {
            let slow = stretch::composed(text).map(|(rest, slow)| (text.len() - rest.len(), slow));
            let told = |(len, found): (usize, Stretch)| (len, format!("{found:?}"));
            assert_eq!(slow.ok().map(told), Some(told((len, found))), "{text}");
        }
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
        ];
        let words = lexicon::plain_words().map(|word| (word, 401));
        let numbers = numbers.into_iter().map(|number| (number.to_owned(), 11));
        let tails = tails();
        // Every head with another part of the tails, so that all tails stand behind each kind of head.
        for (offset, (head, step)) in numbers.chain(words).enumerate() {
            for tail in tails.iter().skip(offset % step).step_by(step) {
                agrees(&format!("{head}{tail}"));
                agrees(&format!("{head}，{tail}"));
            }
        }
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
        ] {
            assert!(read(text).is_some(), "{text}");
        }
        for text in ["2021年3", "3月至", "今年第", "21年", "3月的5"] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
