//! A cheap look at a place before the productions try it: most numbers and most characters that can open
//! a time open none.

use once_cell::sync::Lazy;

use super::words;
use crate::grammar::chars::is_space;
use crate::lexicon::digits::{Numeral, ascii_digit, numeral};
use crate::lexicon::time::{self as lexicon, HOLIDAY, PLAN, TERM, WEAK_HOLIDAY};
use crate::lexicon::{CharSet, PairFilter};

struct Gate {
    /// What opens times read by parts: 上個月, 第三季.
    parts: CharSet,
    /// What can follow it.
    followers: CharSet,
    /// The first two characters of each word.
    words: PairFilter,
}

static GATE: Lazy<Gate> = Lazy::new(|| {
    let first_two = |word: &str| {
        let mut chars = word.chars();
        chars.next().zip(chars.next())
    };
    let single = |word: &&str| first_two(word).is_none();
    Gate {
        parts: lexicon::opening_words()
            .filter(single)
            .flat_map(str::chars)
            .chain(lexicon::OTHER_OPENERS.iter().copied())
            .collect(),
        followers: lexicon::part_heads().collect(),
        words: lexicon::opening_words().filter_map(first_two).collect(),
    }
});

/// The characters that a time can begin with and that are neither digits nor numerals.
pub(crate) fn openers() -> impl Iterator<Item = char> {
    let heads = lexicon::opening_words().filter_map(|word| word.chars().next());
    heads.chain(lexicon::OTHER_OPENERS.iter().copied())
}

/// Whether a time can begin with `first`, one of the [`openers`], before `behind`.
#[inline]
pub(crate) fn opens(first: char, behind: &str) -> bool {
    let gate = &*GATE;
    // 個半小時, 分半鐘: speech drops the 一.
    if matches!(first, '个' | '個' | '分') {
        return behind.starts_with(['半', '鐘', '钟']);
    }
    let Some(second) = behind.chars().next() else { return false };
    if gate.words.may_contain(first, second) {
        return true;
    }
    if !gate.parts.contains(first) {
        return false;
    }
    if is_space(second) {
        return behind.trim_start_matches(is_space).chars().next().is_some_and(part_follows);
    }
    part_follows(second)
}

/// Whether a time can begin at `at`, as far as the next few characters tell.
pub(super) fn plausible(text: &str, at: usize) -> bool {
    let input = &text[at..];
    let mut chars = input.chars();
    match chars.next() {
        None => false,
        Some(first) if ascii_digit(first).is_some() => digits(text, at),
        Some(first) if numeral(first).is_some() => numerals(input),
        Some(first) => opens(first, chars.as_str()),
    }
}

fn part_follows(c: char) -> bool {
    GATE.followers.contains(c) || ascii_digit(c).is_some() || numeral(c).is_some()
}

/// Digits are a time where a mark of one follows, or where they are as many as a date has.
fn digits(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    if before.is_some_and(|c| ascii_digit(c).is_some() || c == '.' || c.is_ascii_alphabetic()) {
        return false;
    }
    let input = &text[at..];
    let behind = input.trim_start_matches(|c| ascii_digit(c).is_some());
    let digits = input.len() - behind.len();
    match behind.trim_start_matches(is_space).chars().next() {
        // 1.5 is no time, 2021.3.5 is.
        Some('.') => digits == 4,
        Some(c) if numeral(c).is_some() => false,
        Some(c) => digits <= 24 && (digits >= 4 && !matches!(c, ',' | '，') || words::follows_number(c)),
        None => matches!(digits, 4 | 8 | 12 | 24),
    }
}

/// Numerals are a time where a mark of one follows, or where they are the name of a day.
fn numerals(input: &str) -> bool {
    let run = input.chars().take(MOST_NUMERALS).take_while(|&c| numeral(c).is_some());
    let (count, len) = run.fold((0, 0), |(count, len), c| (count + 1, len + c.len_utf8()));
    let marked = count < MOST_NUMERALS
        && input[len..].trim_start_matches(is_space).chars().next().is_some_and(words::follows_number);
    let named = || {
        PLAN.head(input).is_some()
            || WEAK_HOLIDAY.head(input).is_some()
            || HOLIDAY.head(input).is_some()
            || TERM.head(input).is_some()
            || first_two_may_open(input)
    };
    let tens = matches!(input.chars().next().and_then(numeral), Some((Numeral::Tens(_), _)));
    marked || tens || named()
}

fn first_two_may_open(input: &str) -> bool {
    let mut chars = input.chars();
    chars.next().zip(chars.next()).is_some_and(|(first, second)| GATE.words.may_contain(first, second))
}

/// 二零零四年八月十五 has no longer runs.
const MOST_NUMERALS: usize = 12;
