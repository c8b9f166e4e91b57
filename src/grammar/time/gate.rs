//! A cheap look at a place before the productions try it: most numbers and most characters that can open
//! a time open none.

use once_cell::sync::Lazy;

use super::words;
use crate::grammar::chars::is_space;
use crate::lexicon::Spellings;
use crate::lexicon::digits::{Numeral, ascii_digit, numeral};
use crate::lexicon::time::{self as lexicon, HOLIDAY, PLAN, TERM, WEAK_HOLIDAY};

/// What a character can open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opener {
    Nothing,
    /// Words of the tables only, so that the second character tells.
    Words,
    /// Times read by parts too: 上個月, 第三季.
    Parts,
}

struct Gate {
    openers: Box<[Opener]>,
    /// The first two characters of each word.
    words: Spellings<()>,
    /// What can follow an opener of parts.
    followers: Box<[bool]>,
}

static GATE: Lazy<Gate> = Lazy::new(|| {
    let mut openers = vec![Opener::Nothing; SIZE].into_boxed_slice();
    let mut followers = vec![false; SIZE].into_boxed_slice();
    let mut words = Vec::new();
    let mut put = |c: char, opener: Opener| {
        if let Some(slot) = index(c).and_then(|at| openers.get_mut(at)).filter(|slot| **slot != Opener::Parts)
        {
            *slot = opener;
        }
    };
    for word in lexicon::opening_words() {
        let mut ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
        let (first, second) = (ends.next(), ends.next());
        let opener = if second.is_some() { Opener::Words } else { Opener::Parts };
        if let (Some(_), Some(c)) = (first, word.chars().next()) {
            put(c, opener);
        }
        if let Some(two) = second {
            words.push((&word[..two], ()));
        }
    }
    for &c in lexicon::OTHER_OPENERS {
        put(c, Opener::Parts);
    }
    for c in lexicon::part_heads() {
        if let Some(slot) = index(c).and_then(|at| followers.get_mut(at)) {
            *slot = true;
        }
    }
    Gate { openers, words: Spellings::by_head(words), followers }
});

/// The characters of the basic plane.
const SIZE: usize = 0x1_0000;

fn index(c: char) -> Option<usize> {
    usize::try_from(u32::from(c)).ok()
}

/// Whether a time can begin with `c`, which is neither a digit nor a numeral.
pub(crate) fn opens_time(c: char) -> bool {
    index(c).and_then(|at| GATE.openers.get(at)).is_some_and(|&opener| opener != Opener::Nothing)
}

/// Whether a time can begin at `at`, as far as the next few characters tell.
pub(super) fn plausible(text: &str, at: usize) -> bool {
    let input = &text[at..];
    match input.chars().next() {
        None => false,
        Some(first) if ascii_digit(first).is_some() => digits(text, at),
        Some(first) if numeral(first).is_some() => numerals(input),
        Some(first) => opened(input, first),
    }
}

fn opened(input: &str, first: char) -> bool {
    match index(first).and_then(|at| GATE.openers.get(at)) {
        None | Some(Opener::Nothing) => false,
        Some(Opener::Words) => GATE.words.head(input).is_some(),
        Some(Opener::Parts) => {
            let behind = input[first.len_utf8()..].trim_start_matches(is_space).chars().next();
            behind.is_some_and(part_follows) || GATE.words.head(input).is_some()
        }
    }
}

fn part_follows(c: char) -> bool {
    let listed = index(c).and_then(|at| GATE.followers.get(at)).copied().unwrap_or(false);
    listed || ascii_digit(c).is_some() || numeral(c).is_some()
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
            || GATE.words.head(input).is_some()
    };
    let tens = matches!(input.chars().next().and_then(numeral), Some((Numeral::Tens(_), _)));
    marked || tens || named()
}

/// 二零零四年八月十五 has no longer runs.
const MOST_NUMERALS: usize = 12;
