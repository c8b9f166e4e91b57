//! The commonest times, read at once: 2021年, 3月, 2021年3月25日, 今年, 上周五, 第一季度.
//!
//! ```text
//! plain = four "年" [ two "月" [ two ( "日" | "號" ) ] ] | two "月" [ two ( "日" | "號" ) ] | two "日" | word
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
use crate::value::timex::{Part, Point, Year};

struct Plain {
    words: Spellings<Stretch>,
    /// What a time can go on with.
    continues: CharSet,
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
    let digits = || numerals().chain("0123456789０１２３４５６７８９".chars());
    Plain {
        words,
        continues: lexicon::continuations().chain(digits()).collect(),
        asides: "周週星礼禮日天\u{20}\u{A0}\u{3000}".chars().chain(digits()).collect(),
    }
});

/// The plain time that `input` begins with, its length in bytes and what it is.
pub(super) fn read(input: &str) -> Option<(usize, Stretch)> {
    let plain = &*PLAIN;
    let (len, found) = if input.as_bytes().first()?.is_ascii_digit() {
        numbered(input)?
    } else {
        plain.words.head(input).map(|(len, &found)| (len, found))?
    };
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

/// Digits and their marks.
fn numbered(input: &str) -> Option<(usize, Stretch)> {
    let (number, digits) = digits(input);
    let at = digits + MARK;
    match (digits, input.as_bytes().get(digits..at)?) {
        (4, YEAR) if (1000..=2199).contains(&number) => {
            let in_year = |point: Point| point.in_year(Year::Is(number));
            Some(match month(&input[at..]) {
                Some((len, part)) => (at + len, Stretch::of(in_year(Point::of(part)))),
                None => (at, Stretch::of(in_year(Point::of(Part::Year)))),
            })
        }
        (1 | 2, MONTH) => {
            let (len, part) = month(input)?;
            let doubt = matches!(part, Part::Month(_)).then_some(Doubt::Month);
            Some((len, Stretch { doubt, ..Stretch::part(part) }))
        }
        (1 | 2, DAY) => {
            let day = i8::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
            Some((at, Stretch::part(Part::Day(None, Some(day))).doubted(Doubt::Day)))
        }
        _ => None,
    }
}

/// A month, and its day where one is behind it.
fn month(input: &str) -> Option<(usize, Part)> {
    let (month, digits) = small(input, 12)?;
    let at = digits + MARK;
    (input.as_bytes().get(digits..at)? == MONTH).then_some(())?;
    let day = small(&input[at..], 31).filter(|(_, digits)| {
        let mark = at + digits;
        matches!(input.as_bytes().get(mark..mark + MARK), Some(DAY | NUMBERED | NUMBERED_TRADITIONAL))
    });
    Some(match day {
        Some((day, digits)) => (at + digits + MARK, Part::Day(Some(month), Some(day))),
        None => (at, Part::Month(Some(month))),
    })
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
const NUMBERED: &[u8] = "号".as_bytes();
const NUMBERED_TRADITIONAL: &[u8] = "號".as_bytes();
/// The bytes of each of them.
const MARK: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    /// What can stand behind a time, in all that can make it another one.
    fn tails() -> Vec<String> {
        let words = lexicon::every_word().map(str::to_owned);
        let singles =
            ('一'..='龥').filter(|&c| u32::from(c) % 64 == 0).chain("，。、（）：；%-—~/.的T ".chars());
        words.chain(singles.map(String::from)).collect()
    }

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
        let numbers =
            ["2021年", "2021年3月", "2021年12月31日", "3月", "10月20号", "5日", "09日", "999年", "13月"];
        let words = lexicon::plain_words();
        for head in numbers.into_iter().map(str::to_owned).chain(words) {
            for tail in tails() {
                agrees(&format!("{head}{tail}"));
                agrees(&format!("{head}，{tail}"));
            }
        }
    }

    #[test]
    fn most_times_are_plain() {
        for text in ["2021年，今", "3月25日召", "今年，全", "上周五召", "第一季度實", "周三（記"]
        {
            assert!(read(text).is_some(), "{text}");
        }
        for text in ["2021年3", "3月至", "今年第", "21年", "3月的"] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
