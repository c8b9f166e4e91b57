//! [`Spellings`]: the longest spelling of a lexicon that stands at a place of the text.

use std::borrow::Cow;

/// A set of spellings with their meanings, found by the text that follows or precedes a place.
///
/// A look-up is two hashes, of the first two characters and of the first alone, and a compare for each
/// spelling that shares them, longest first; no spelling can shadow a longer one, in whatever order the
/// rows are given.
#[derive(Clone, Debug)]
pub(crate) struct Spellings<T> {
    /// Sorted by key, then longest first.
    rows: Vec<(Cow<'static, str>, T)>,
    /// Open addressing by key: where its rows begin and end.
    slots: Box<[Slot]>,
    key: fn(&str) -> Option<Key>,
}

/// The two characters of a spelling that are nearest to the place of the look-up; the second is NUL where
/// the spelling has but one.
type Key = (char, char);

/// No second character.
const NONE: char = '\0';

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: Option<Key>,
    start: u32,
    end: u32,
}

impl<T> Spellings<T> {
    /// Spellings to be found at the head of a text. Of two equal spellings the later row stands.
    pub(crate) fn by_head<S: Into<Cow<'static, str>>>(rows: impl IntoIterator<Item = (S, T)>) -> Self {
        Self::build(rows, |text| {
            let mut chars = text.chars();
            Some((chars.next()?, chars.next().unwrap_or(NONE)))
        })
    }

    /// Spellings to be found at the tail of a text. Of two equal spellings the later row stands.
    pub(crate) fn by_tail<S: Into<Cow<'static, str>>>(rows: impl IntoIterator<Item = (S, T)>) -> Self {
        Self::build(rows, |text| {
            let mut chars = text.chars().rev();
            Some((chars.next()?, chars.next().unwrap_or(NONE)))
        })
    }

    fn build<S: Into<Cow<'static, str>>>(
        rows: impl IntoIterator<Item = (S, T)>,
        key: fn(&str) -> Option<Key>,
    ) -> Self {
        let keyed = rows.into_iter().filter_map(|(spelling, meaning)| {
            let spelling: Cow<'static, str> = spelling.into();
            Some((key(&spelling)?, spelling, meaning))
        });
        let mut rows: Vec<(Key, Cow<'static, str>, T)> = keyed.collect();
        rows.reverse();
        rows.sort_by(|(a_key, a, _), (b_key, b, _)| {
            a_key.cmp(b_key).then(b.len().cmp(&a.len())).then_with(|| a.cmp(b))
        });
        rows.dedup_by(|later, kept| later.1 == kept.1);
        let keys: Vec<Key> = rows.iter().map(|&(key, _, _)| key).collect();
        let rows = rows.into_iter().map(|(_, spelling, meaning)| (spelling, meaning)).collect();
        Spellings { slots: slots(&keys), rows, key }
    }
    /// The rows with the key `key`, longest first.
    fn bucket(&self, key: Key) -> &[(Cow<'static, str>, T)] {
        let mask = self.slots.len() - 1;
        let mut at = hash(key) & mask;
        loop {
            let slot = self.slots[at];
            match slot.key {
                Some(found) if found == key => return &self.rows[index(slot.start)..index(slot.end)],
                Some(_) => at = (at + 1) & mask,
                None => return &[],
            }
        }
    }

    /// The rows that share their key with `text`, longest first.
    fn rows_at(&self, text: &str) -> impl Iterator<Item = &(Cow<'static, str>, T)> {
        let key = (self.key)(text);
        let pairs = key.filter(|key| key.1 != NONE).map_or(&[][..], |key| self.bucket(key));
        let singles = key.map_or(&[][..], |key| self.bucket((key.0, NONE)));
        pairs.iter().chain(singles)
    }

    /// Every spelling that `text` begins with, longest first, with its length in bytes.
    pub(crate) fn heads<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, &'a T)> {
        self.rows_at(text)
            .filter(|(spelling, _)| text.as_bytes().starts_with(spelling.as_bytes()))
            .map(|(spelling, meaning)| (spelling.len(), meaning))
    }

    /// The longest spelling that `text` begins with, with its length in bytes.
    pub(crate) fn head<'a>(&'a self, text: &'a str) -> Option<(usize, &'a T)> {
        self.heads(text).next()
    }

    /// Every spelling that `text` ends with, longest first, with its length in bytes.
    pub(crate) fn tails<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, &'a T)> {
        self.rows_at(text)
            .filter(|(spelling, _)| text.as_bytes().ends_with(spelling.as_bytes()))
            .map(|(spelling, meaning)| (spelling.len(), meaning))
    }

    /// The longest spelling that `text` ends with, with its length in bytes.
    pub(crate) fn tail<'a>(&'a self, text: &'a str) -> Option<(usize, &'a T)> {
        self.tails(text).next()
    }

    /// Every row, sorted by key character.
    #[cfg(test)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.rows.iter().map(|(spelling, meaning)| (&**spelling, meaning))
    }
}

/// The slots of sorted keys.
fn slots(keys: &[Key]) -> Box<[Slot]> {
    let mut slots = vec![Slot::default(); (keys.len() * 2).next_power_of_two().max(2)];
    let mask = slots.len() - 1;
    let mut start = 0u32;
    for group in keys.chunk_by(|a, b| a == b) {
        let end = start + u32::try_from(group.len()).unwrap_or(u32::MAX);
        let mut at = hash(group[0]) & mask;
        while slots[at].key.is_some() {
            at = (at + 1) & mask;
        }
        slots[at] = Slot { key: Some(group[0]), start, end };
        start = end;
    }
    slots.into()
}

/// A multiplicative hash: neighbours in Unicode, which share many bits, land far apart.
fn hash(key: Key) -> usize {
    let mixed = u32::from(key.0).wrapping_mul(0x9E37_79B1) ^ u32::from(key.1).wrapping_mul(0x85EB_CA77);
    index(mixed >> 12)
}

/// A `u32` as an index; every platform that the crate builds for has at least 32 bits.
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
