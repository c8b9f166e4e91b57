//! [`Spellings`]: the longest spelling of a lexicon that stands at a place of the text.

use core::cmp::Reverse;
use std::borrow::Cow;

/// Up to three characters that rows are found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key(u64);

/// No character, where a key has fewer.
pub(crate) const NONE: char = '\0';

impl Key {
    #[inline]
    pub(crate) fn of(first: char, second: char, third: char) -> Self {
        Key(u64::from(u32::from(first))
            | u64::from(u32::from(second)) << 21
            | u64::from(u32::from(third)) << 42)
    }

    /// The same characters as a key of another kind.
    #[inline]
    pub(crate) fn of_another_kind(self) -> Self {
        Key(self.0 | 1 << 63)
    }

    /// A multiplicative hash; its upper bits depend on all of the key.
    #[inline]
    pub(crate) fn hash(self) -> u64 {
        self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

/// Rows by key: open addressing, and a chain of the rows that share a key, in the order they were given.
///
/// Built in one pass without sorting, for thousands of rows are indexed at the first use.
#[derive(Clone, Debug)]
pub(crate) struct Keyed<T> {
    slots: Box<[Slot]>,
    rows: Vec<Link<T>>,
    /// How many of the lower bits of a hash to leave out for the number of a slot.
    shift: u32,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    key: Key,
    first: u32,
    last: u32,
}

#[derive(Clone, Debug)]
struct Link<T> {
    row: T,
    next: u32,
}

/// The end of a chain.
const END: u32 = u32::MAX;

impl<T> Keyed<T> {
    pub(crate) fn with_capacity(rows: usize) -> Self {
        let empty = Slot { key: Key(0), first: END, last: END };
        let slots = vec![empty; (rows.max(1) * 2).next_power_of_two()];
        let shift = u64::BITS - slots.len().trailing_zeros();
        Keyed { slots: slots.into(), rows: Vec::with_capacity(rows), shift }
    }

    /// Puts `row` behind the rows with the same key. No more rows than the capacity may be put.
    pub(crate) fn push(&mut self, key: Key, row: T) {
        let Ok(at) = u32::try_from(self.rows.len()) else { return };
        let slot = self.slot(key);
        let slot = &mut self.slots[slot];
        if slot.first == END {
            *slot = Slot { key, first: at, last: at };
        } else {
            let before = core::mem::replace(&mut slot.last, at);
            self.rows[index(before)].next = at;
        }
        self.rows.push(Link { row, next: END });
    }

    /// Where the chain of `key` stands, or would.
    #[inline]
    fn slot(&self, key: Key) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = usize::try_from(key.hash() >> self.shift).unwrap_or(0);
        while self.slots[at].first != END && self.slots[at].key != key {
            at = (at + 1) & mask;
        }
        at
    }

    /// The rows with the key `key`.
    #[inline]
    pub(crate) fn get(&self, key: Key) -> impl Iterator<Item = &T> {
        let mut next = self.slots[self.slot(key)].first;
        core::iter::from_fn(move || {
            let link = self.rows.get(index(next))?;
            next = link.next;
            Some(&link.row)
        })
    }
}

/// A set of spellings with their meanings, found by the text that follows or precedes a place.
///
/// A look-up is two hashes, of the first two characters and of the first alone, and a compare for each
/// spelling that shares them, longest first; no spelling can shadow a longer one, in whatever order the
/// rows are given.
#[derive(Clone, Debug)]
pub(crate) struct Spellings<T> {
    rows: Keyed<(Cow<'static, str>, T)>,
    /// A superset of the keys, some sixteen bits for each: most look-ups end here.
    filter: Box<[u64]>,
}

impl<T> Spellings<T> {
    /// Spellings to be found at the head of a text. Of two equal spellings the later row stands.
    pub(crate) fn by_head<S: Into<Cow<'static, str>>>(rows: impl IntoIterator<Item = (S, T)>) -> Self {
        Self::build(rows, |text| key(text.chars()))
    }

    /// Spellings to be found at the tail of a text. Of two equal spellings the later row stands.
    pub(crate) fn by_tail<S: Into<Cow<'static, str>>>(rows: impl IntoIterator<Item = (S, T)>) -> Self {
        Self::build(rows, |text| key(text.chars().rev()))
    }

    fn build<S: Into<Cow<'static, str>>>(
        rows: impl IntoIterator<Item = (S, T)>,
        key: fn(&str) -> Option<(char, char)>,
    ) -> Self {
        let mut rows: Vec<Option<(Cow<'static, str>, T)>> =
            rows.into_iter().map(|(spelling, meaning)| Some((spelling.into(), meaning))).collect();
        // The longest first, of equals the last; their places are sorted, for rows are wide.
        let len = |row: &Option<(Cow<'_, str>, T)>| row.as_ref().map_or(0, |(spelling, _)| spelling.len());
        let mut places: Vec<(Reverse<usize>, Reverse<usize>)> =
            rows.iter().enumerate().map(|(at, row)| (Reverse(len(row)), Reverse(at))).collect();
        places.sort_unstable();
        let mut keyed = Keyed::with_capacity(rows.len());
        let mut filter = vec![0; (rows.len() / 4).next_power_of_two().max(8)].into_boxed_slice();
        for (spelling, meaning) in places.into_iter().filter_map(|(_, Reverse(at))| rows[at].take()) {
            let Some((head, second)) = key(&spelling) else { continue };
            let key = Key::of(head, second, NONE);
            if !keyed.get(key).any(|(earlier, _): &(Cow<'static, str>, T)| *earlier == spelling) {
                let (word, bit) = place(&filter, key);
                filter[word] |= 1 << bit;
                keyed.push(key, (spelling, meaning));
            }
        }
        Spellings { rows: keyed, filter }
    }

    /// The rows that share their first two characters, or their only one, with a text whose characters
    /// are `chars`, longest first, and how many bytes are known to be equal.
    #[inline]
    fn rows_at(
        &self,
        chars: impl Iterator<Item = char>,
    ) -> impl Iterator<Item = (usize, &(Cow<'static, str>, T))> {
        let key = key(chars);
        let both = key
            .filter(|&(_, second)| second != NONE)
            .map(|(first, second)| (Key::of(first, second, NONE), first.len_utf8() + second.len_utf8()));
        let single = key.map(|(first, _)| (Key::of(first, NONE, NONE), first.len_utf8()));
        let known = |&(key, _): &(Key, usize)| {
            let (word, bit) = place(&self.filter, key);
            self.filter[word] >> bit & 1 != 0
        };
        let (both, single) = (both.filter(known), single.filter(known));
        let rows = |(key, len)| self.rows.get(key).map(move |row| (len, row));
        both.into_iter().chain(single).flat_map(rows)
    }

    /// Every spelling that `text` begins with, longest first, with its length in bytes.
    #[inline]
    pub(crate) fn heads<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, &'a T)> {
        self.rows_at(text.chars())
            .filter(|&(known, (spelling, _))| {
                let len = spelling.len();
                len == known || text.as_bytes().get(known..len) == spelling.as_bytes().get(known..)
            })
            .map(|(_, (spelling, meaning))| (spelling.len(), meaning))
    }

    /// The longest spelling that `text` begins with, with its length in bytes.
    pub(crate) fn head<'a>(&'a self, text: &'a str) -> Option<(usize, &'a T)> {
        let mut chars = text.chars();
        let (first, second) = (chars.next()?, chars.next());
        let fits = |known: usize, spelling: &str| {
            let len = spelling.len();
            len == known || text.as_bytes().get(known..len) == spelling.as_bytes().get(known..)
        };
        self.longest(first, second, fits)
    }

    /// The longest spelling that `text` ends with, with its length in bytes.
    pub(crate) fn tail<'a>(&'a self, text: &'a str) -> Option<(usize, &'a T)> {
        let mut chars = text.chars().rev();
        let (first, second) = (chars.next()?, chars.next());
        let fits = |known: usize, spelling: &str| {
            spelling.len() == known || text.as_bytes().ends_with(spelling.as_bytes())
        };
        self.longest(first, second, fits)
    }

    /// The longest spelling with these first characters that fits, told how many bytes are known to.
    #[inline]
    fn longest(
        &self,
        first: char,
        second: Option<char>,
        fits: impl Fn(usize, &str) -> bool,
    ) -> Option<(usize, &T)> {
        let find = |key: Key, known: usize| {
            let (word, bit) = place(&self.filter, key);
            if self.filter[word] >> bit & 1 == 0 {
                return None;
            }
            let (spelling, meaning) = self.rows.get(key).find(|(spelling, _)| fits(known, spelling))?;
            Some((spelling.len(), meaning))
        };
        let both = second
            .and_then(|second| find(Key::of(first, second, NONE), first.len_utf8() + second.len_utf8()));
        both.or_else(|| find(Key::of(first, NONE, NONE), first.len_utf8()))
    }

    /// Every spelling.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.rows.rows.iter().map(|link| &*link.row.0)
    }

    /// Every spelling and its meaning.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.rows.rows.iter().map(|link| (&*link.row.0, &link.row.1))
    }
}

/// The first two of some characters.
#[inline]
fn key(mut chars: impl Iterator<Item = char>) -> Option<(char, char)> {
    Some((chars.next()?, chars.next().unwrap_or(NONE)))
}

/// The word and the bit of a key in a filter, whose length is a power of two.
#[inline]
fn place(filter: &[u64], key: Key) -> (usize, u64) {
    let hash = key.hash();
    (usize::try_from(hash >> 38).unwrap_or(0) & (filter.len() - 1), hash >> 32 & 63)
}

/// A `u32` as an index; every platform that the crate builds for has at least 32 bits.
#[inline]
fn index(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_spelling_wins_in_any_order_of_rows() {
        let units = Spellings::by_head([("元", 1), ("元/噸", 2), ("元/平方米", 3)]);
        assert_eq!(units.head("元/噸,"), Some(("元/噸".len(), &2)));
        assert_eq!(units.head("元/頭"), Some(("元".len(), &1)));
        assert_eq!(units.head("圓"), None);
        assert_eq!(units.head(""), None);
        assert_eq!(units.heads("元/平方米").count(), 2);
    }

    #[test]
    fn tails_are_read_backward() {
        let hedges = Spellings::by_tail([("約", 1), ("大約", 2), ("不到", 3)]);
        assert_eq!(hedges.tail("面積大約"), Some(("大約".len(), &2)));
        assert_eq!(hedges.tail("公約"), Some(("約".len(), &1)));
        assert_eq!(hedges.tail("約到"), None);
    }

    #[test]
    fn later_row_replaces_an_equal_spelling() {
        let table = Spellings::by_head([("元", 1), ("元", 2)]);
        assert_eq!(table.head("元"), Some(("元".len(), &2)));
        assert_eq!(table.iter().count(), 1);
    }
}
