//! [`CharSet`] and [`Heads`]: what is asked for at every place of a text.

use super::spellings::{Key, NONE};

/// A set of characters of the basic plane, one bit each; 8 KiB, so that it stays in the nearest cache.
#[derive(Clone)]
pub(crate) struct CharSet {
    blocks: Box<[u64; BLOCKS]>,
}

/// Blocks of 64 characters: those that share all but the last byte of their UTF-8 form.
const BLOCKS: usize = 0x400;

impl CharSet {
    /// Whether `c` is in the set.
    #[inline]
    pub(crate) fn contains(&self, c: char) -> bool {
        let code = u32::from(c);
        let block = usize::try_from(code >> 6).unwrap_or(usize::MAX);
        self.blocks.get(block).is_some_and(|bits| bits >> (code & 63) & 1 != 0)
    }

    /// Whether the character with the three bytes `lead`, `middle` and `last` in UTF-8 is in the set.
    #[inline]
    pub(crate) fn contains_utf8(&self, lead: u8, middle: u8, last: u8) -> bool {
        self.bit(lead, middle, last) != 0
    }

    /// Goes on from the character at byte `at` over characters of three bytes that are not in the set.
    #[inline]
    pub(crate) fn pass(&self, bytes: &[u8], mut at: usize) -> usize {
        while let Some(&[lead, middle, last, _]) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
            if lead & 0xF0 != 0xE0 || self.bit(lead, middle, last) != 0 {
                break;
            }
            at += 3;
        }
        at
    }

    #[inline]
    fn bit(&self, lead: u8, middle: u8, last: u8) -> u64 {
        let block = usize::from(lead & 0x0F) << 6 | usize::from(middle & 0x3F);
        self.blocks[block] >> (last & 0x3F) & 1
    }

    /// Where the first character in the set from byte `from` on begins.
    #[inline]
    pub(crate) fn find(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = from;
        loop {
            at = self.pass(bytes, at);
            let (found, width) = match bytes.get(at..)? {
                &[lead @ ..0x80, ..] => (self.blocks[usize::from(lead >> 6)] >> (lead & 63) & 1 != 0, 1),
                &[lead @ 0xE0..0xF0, middle, last, ..] => (self.contains_utf8(lead, middle, last), 3),
                &[0xC0..0xE0, ..] => (self.contains_at(text, at), 2),
                &[0xF0..=0xFF, ..] => (false, 4),
                [_, ..] => (false, 1),
                [] => return None,
            };
            if found {
                return Some(at);
            }
            at += width;
        }
    }

    /// Whether the character at byte `at` is in the set.
    #[inline]
    pub(crate) fn contains_at(&self, text: &str, at: usize) -> bool {
        text.get(at..).is_some_and(|rest| self.heads(rest))
    }

    /// Whether the first character of `text` is in the set.
    #[inline]
    pub(crate) fn heads(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|c| self.contains(c))
    }

    /// Whether the last character of `text` is in the set.
    #[inline]
    pub(crate) fn tails(&self, text: &str) -> bool {
        text.chars().next_back().is_some_and(|c| self.contains(c))
    }
}

/// Characters beyond the basic plane are left out: no table has any.
impl FromIterator<char> for CharSet {
    fn from_iter<I: IntoIterator<Item = char>>(chars: I) -> Self {
        let mut set = CharSet { blocks: Box::new([0; BLOCKS]) };
        set.extend(chars);
        set
    }
}

impl Extend<char> for CharSet {
    fn extend<I: IntoIterator<Item = char>>(&mut self, chars: I) {
        for code in chars.into_iter().map(u32::from) {
            if let Some(bits) = usize::try_from(code >> 6).ok().and_then(|block| self.blocks.get_mut(block)) {
                *bits |= 1 << (code & 63);
            }
        }
    }
}

impl core::fmt::Debug for CharSet {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let size: u32 = self.blocks.iter().map(|bits| bits.count_ones()).sum();
        write!(f, "CharSet({size})")
    }
}

/// Whether a text may begin with one of some words, told by its first three characters. Says no for certain,
/// yes perhaps.
///
/// Of each word the first two or three characters set two bits in one of the blocks, as in the blocked Bloom
/// filters of Putze, Sanders and Singler (2007).
#[derive(Clone)]
pub(crate) struct Heads {
    single: CharSet,
    /// A power of two of them, at least [`BLOCKS`].
    blocks: Box<[u64]>,
}

impl Heads {
    /// Whether a word may begin with `first`, then `second` and what `behind` begins with.
    #[inline]
    pub(crate) fn may_begin(&self, first: char, behind: &str) -> bool {
        if self.single.contains(first) {
            return true;
        }
        let mut chars = behind.chars();
        chars.next().is_some_and(|second| {
            self.has(first, second, NONE) || chars.next().is_some_and(|third| self.has(first, second, third))
        })
    }

    /// Whether `text` may begin with one of the words.
    #[inline]
    pub(crate) fn head(&self, text: &str) -> bool {
        let mut chars = text.chars();
        chars.next().is_some_and(|first| self.may_begin(first, chars.as_str()))
    }

    #[inline]
    fn has(&self, first: char, second: char, third: char) -> bool {
        let (block, bits) = self.place(first, second, third);
        self.blocks[block] & bits == bits
    }

    #[inline]
    fn place(&self, first: char, second: char, third: char) -> (usize, u64) {
        let hash = Key::of(first, second, third).hash();
        // The upper bits, which depend on all of the key.
        let block = usize::try_from(hash >> 32).unwrap_or(0) & (self.blocks.len() - 1);
        (block, 1 << (hash >> 58) | 1 << (hash >> 52 & 63))
    }
}

impl<S: AsRef<str>> FromIterator<S> for Heads {
    fn from_iter<I: IntoIterator<Item = S>>(words: I) -> Self {
        let words: Vec<S> = words.into_iter().collect();
        let blocks = vec![0; words.len().next_power_of_two().max(BLOCKS)];
        let mut heads = Heads { single: [].into_iter().collect(), blocks: blocks.into() };
        for word in words {
            let mut chars = word.as_ref().chars();
            match (chars.next(), chars.next(), chars.next()) {
                (Some(first), None, _) => heads.single.extend([first]),
                (Some(first), Some(second), third) => {
                    let (block, bits) = heads.place(first, second, third.unwrap_or(NONE));
                    heads.blocks[block] |= bits;
                }
                _ => {}
            }
        }
        heads
    }
}

impl core::fmt::Debug for Heads {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let size: u32 = self.blocks.iter().map(|block| block.count_ones()).sum();
        write!(f, "Heads({:?}, {size})", self.single)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_ask_agrees() {
        let set: CharSet = "元年億a％\u{FFFD}".chars().collect();
        for c in ('\0'..='\u{10FFFF}').filter(|c| u32::from(*c) % 7 == 0 || "元年億a％\u{FFFD}".contains(*c))
        {
            let wanted = "元年億a％\u{FFFD}".contains(c);
            let mut buffer = [0; 4];
            let text = c.encode_utf8(&mut buffer);
            assert_eq!(
                (set.contains(c), set.heads(text), set.tails(text)),
                (wanted, wanted, wanted),
                "{c:?}"
            );
            assert_eq!(set.find(&format!("一{c}"), 0), wanted.then_some(3), "{c:?}");
            assert_eq!(set.find(&format!("一二三{c}二三"), 0), wanted.then_some(9), "{c:?}");
            if let &[lead, middle, last] = text.as_bytes() {
                assert_eq!(set.contains_utf8(lead, middle, last), wanted, "{c:?}");
            }
        }
        assert!(!set.heads("") && !set.tails(""));
    }

    #[test]
    fn a_filter_never_denies_what_it_holds() {
        let words = ["今年", "去年", "本", "星期五"];
        let heads: Heads = words.into_iter().collect();
        for text in ["今年", "今年的", "去年", "本", "本周", "星期五", "星期五的"] {
            assert!(heads.head(text), "{text}");
        }
        for text in ["", "今", "年今", "星期", "星期六"] {
            assert!(!heads.head(text), "{text}");
        }
        let others = ('一'..='鿿').filter(|&c| heads.head(&format!("今{c}"))).count();
        assert!(others < 20, "{others} of 20 992 pairs pass");
    }
}
