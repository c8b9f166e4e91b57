//! [`Names`]: words, idioms and names in which a numeral is no number.

use std::borrow::Cow;

use once_cell::sync::Lazy;

use super::CharSet;
use super::digits::{Form, Numeral, ascii_digit, numeral, numerals};
use super::spellings::{Key, Keyed, NONE};

/// Words found by the first numeral or digit in them, since the scan stops nowhere else.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    /// Words by the character before their first numeral and the two from there on, or, where they begin with
    /// it, by the three from there on.
    rows: Keyed<Row>,
    /// A superset of the keys, one bit for each of 2¹⁸ hashes: most places end here.
    filter: Box<[u64; FILTER]>,
}

const FILTER: usize = 1 << 12;

/// The word and the bit of a key in the filter.
#[inline]
fn place(key: Key) -> (usize, u64) {
    let hash = key.hash();
    (usize::try_from(hash >> 52).unwrap_or(0), hash >> 46 & 63)
}

/// A word: what stands before its first numeral, the rest, and where the word is silent.
#[derive(Clone, Debug)]
struct Row {
    /// The first bytes of the tail, by which nearly all rows are told from the text at once.
    start: Start,
    head: Cow<'static, str>,
    tail: Cow<'static, str>,
    guards: Vec<Guard>,
}

/// At most eight bytes, and which of them count.
#[derive(Clone, Copy, Debug)]
struct Start {
    bytes: u64,
    mask: u64,
}

impl Start {
    #[inline]
    fn of(text: &str) -> Start {
        let text = text.as_bytes();
        if let Some(&bytes) = text.first_chunk::<8>() {
            return Start { bytes: u64::from_le_bytes(bytes), mask: u64::MAX };
        }
        let bytes = text.iter().rev().fold(0, |bytes, &byte| bytes << 8 | u64::from(byte));
        Start { bytes, mask: (1 << (8 * text.len())) - 1 }
    }

    #[inline]
    fn begins(self, text: Start) -> bool {
        (self.bytes ^ text.bytes) & self.mask == 0
    }
}

/// A word is silent beside certain characters: 百度 before 電 is a hundred kilowatt-hours.
#[derive(Clone, Copy, Debug)]
struct Guard {
    before: bool,
    /// Separated by spaces.
    words: &'static str,
}

/// Guards by the head of their word, from `guards.tsv`. A `*` stands for any head.
type Guards = Keyed<(&'static str, Guard)>;

fn guards() -> Guards {
    let lines = || include_str!("guards.tsv").lines().filter(|line| !line.starts_with('#'));
    let mut guards = Keyed::with_capacity(lines().count());
    for line in lines() {
        let mut fields = line.split('\t');
        if let (Some(word), Some(side), Some(words)) = (fields.next(), fields.next(), fields.next()) {
            guards.push(head(word), (word, Guard { before: side == "before", words }));
        }
    }
    guards
}

fn head(word: &str) -> Key {
    let mut chars = word.chars();
    let mut next = || chars.next().unwrap_or(NONE);
    Key::of(next(), next(), next())
}

impl Names {
    /// Words without any numeral are of no use to the scan and left out.
    pub(crate) fn new(words: impl IntoIterator<Item = Cow<'static, str>>) -> Self {
        let guards = guards();
        let words: Vec<Cow<'static, str>> = words.into_iter().collect();
        let mut names = Names { rows: Keyed::with_capacity(words.len()), filter: Box::new([0; FILTER]) };
        for word in words {
            let guards = guards_of(&guards, &word);
            let Some((head, tail)) = split_at_numeral(word) else { continue };
            let row = Row { start: Start::of(&tail), head, tail, guards };
            let mut tail = row.tail.chars();
            let mut next = || tail.next().unwrap_or(NONE);
            let (first, second, third) = (next(), next(), next());
            let key = match row.head.chars().next_back() {
                Some(before) => Key::of(before, first, second),
                None => Key::of(first, second, third).of_another_kind(),
            };
            let (word, bit) = place(key);
            names.filter[word] |= 1 << bit;
            names.rows.push(key, row);
        }
        names
    }

    /// The longest word whose first numeral stands at `at`: where it begins and ends.
    pub(crate) fn at(&self, text: &str, at: usize) -> Option<(usize, usize)> {
        let (before, from) = text.split_at_checked(at)?;
        let mut chars = from.chars();
        let first = chars.next()?;
        let second = chars.next().unwrap_or(NONE);
        let third = chars.next().unwrap_or(NONE);
        let last = before.chars().next_back().unwrap_or(NONE);
        let mut found: Option<(usize, usize)> = None;
        let headless = |second, third| Key::of(first, second, third).of_another_kind();
        for key in [
            headless(second, third),
            headless(second, NONE),
            headless(NONE, NONE),
            Key::of(last, first, second),
            Key::of(last, first, NONE),
        ] {
            let (word, bit) = place(key);
            if self.filter[word] >> bit & 1 == 0 {
                continue;
            }
            let start = Start::of(from);
            let firing = self.rows.get(key).filter(|row| row.start.begins(start) && row.fires(before, from));
            for row in firing {
                let (head, tail) = (row.head.len(), row.tail.len());
                if found.is_none_or(|longest| longest <= (tail, head)) {
                    found = Some((tail, head));
                }
            }
        }
        found.map(|(tail, head)| (at - head, at + tail))
    }
}

fn guards_of(guards: &Guards, word: &str) -> Vec<Guard> {
    let of = |key: &str| -> Vec<Guard> {
        let rows = guards.get(head(key)).filter(|(guarded, _)| *guarded == key);
        rows.map(|&(_, guard)| guard).collect()
    };
    let mut found = of(word);
    for any in ["*数", "*數"].into_iter().filter(|any| word.ends_with(&any[1..])) {
        found.extend(of(any));
    }
    found
}

impl Row {
    /// Whether the word stands here, and not a number that happens to be spelt with its characters.
    fn fires(&self, before: &str, from: &str) -> bool {
        let (tail, head) = (&*self.tail, &*self.head);
        let Some(behind) = from.strip_prefix(tail) else { return false };
        let Some(outside) = before.strip_suffix(head) else { return false };
        if self.head.is_empty() && STIRS_BEFORE.tails(outside) && !begins(outside, tail) {
            return false;
        }
        let guarded = self.guards.iter().any(|guard| {
            let at =
                |word: &&str| if guard.before { behind.starts_with(*word) } else { outside.ends_with(*word) };
            guard.words.split_whitespace().any(|word| at(&word))
        });
        !guarded && ends(tail, behind)
    }
}

/// What a number or a date ends with on which no word goes on.
const DATES: [&str; 11] = ["第", "月", "周", "週", "星期", "礼拜", "禮拜", "初", "分之", "%", "％"];

/// What a magnitude behind it is counted by.
const COUNTED: [char; 14] =
    ['上', '近', '超', '逾', '过', '過', '破', '约', '約', '成', '数', '數', '几', '幾'];

/// The ends of what keeps a word from beginning: before most words there is none.
static STIRS_BEFORE: Lazy<CharSet> = Lazy::new(|| {
    let dates = DATES.iter().filter_map(|date| date.chars().next_back());
    let numbers = numerals().chain('0'..='9').chain('０'..='９').chain(['.']);
    dates.chain(COUNTED).chain(numbers).collect()
});

/// A word that begins with a numeral must not go on a number or a date: 5億達到, 周一致辭.
fn begins(outside: &str, tail: &str) -> bool {
    let in_number = |c: char| ascii_digit(c).is_some() || numeral(c).is_some() || c == '.';
    let magnitude = tail
        .chars()
        .next()
        .and_then(numeral)
        .is_some_and(|(n, _)| matches!(n, Numeral::Small(2..) | Numeral::Big(_)));
    let exempt = tail.starts_with('京');
    exempt
        || !(outside.ends_with(in_number)
            || DATES.iter().any(|word| outside.ends_with(word))
            || magnitude && outside.ends_with(COUNTED))
}

/// A word that ends with a digit or a letter must end there: 標普500, but not 標普5000 or 標普500點五.
fn ends(tail: &str, behind: &str) -> bool {
    let Some(last) = tail.chars().next_back() else { return true };
    let mut chars = behind.chars();
    let next = chars.next();
    if !last.is_ascii() && ascii_digit(last).is_none() && numeral(last).is_none() {
        return true;
    }
    // 為伍 is no word in 售價為伍拾億, nor in 各為伍萬噸.
    let banker = |c: char| matches!(numeral(c), Some((_, Form::Banker)));
    let magnitude = |c: char| matches!(numeral(c), Some((Numeral::Small(_) | Numeral::Big(_), _)));
    if banker(last) && next.is_some_and(|c| banker(c) || magnitude(c)) {
        return false;
    }
    let digit = |c: char| ascii_digit(c).is_some();
    if digit(last) {
        let number_goes_on = next.is_some_and(|c| {
            digit(c)
                || matches!(c, '%' | '％' | '‰')
                || c.is_ascii_alphabetic()
                || matches!(numeral(c), Some((Numeral::Small(_) | Numeral::Big(_), _)))
                || matches!(c, '.' | ',' | ':') && chars.as_str().starts_with(digit)
        });
        return !number_goes_on;
    }
    !(last.is_ascii_alphabetic() && next.is_some_and(|c| c.is_ascii_alphanumeric()))
}

/// The word before its first numeral, and from there on.
fn split_at_numeral(word: Cow<'static, str>) -> Option<(Cow<'static, str>, Cow<'static, str>)> {
    let at = word.find(|c| ascii_digit(c).is_some() || numeral(c).is_some())?;
    Some(match word {
        Cow::Borrowed(word) => (word[..at].into(), word[at..].into()),
        Cow::Owned(word) => (word[..at].to_owned().into(), word[at..].to_owned().into()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_at_their_first_numeral() {
        let names = Names::new(["統一", "統一企業", "滬深300", "十分重視", "元", "百度"].map(Cow::Borrowed));
        assert_eq!(names.at("統一企業股", 3), Some((0, 12)));
        assert_eq!(names.at("統一為", 3), Some((0, 6)));
        assert_eq!(names.at("滬深300漲", 6), Some((0, 9)));
        assert_eq!(names.at("滬深3000", 6), None);
        assert_eq!(names.at("十分鐘", 0), None);
        assert_eq!(names.at("第一", 3), None);
        assert_eq!(names.at("百度漲5%", 0), Some((0, 6)));
        assert_eq!(names.at("百度電", 0), None);
        assert_eq!(names.at("三百度", 3), None);
    }
}
