//! Places in a text: byte spans, and their offsets in other counts.

use core::fmt;
use core::ops::Range;

/// A half-open range of **bytes** in a UTF-8 text; both ends lie on character boundaries.
///
/// ```
/// use zhfact::Span;
///
/// let text = "約1.5萬噸";
/// let span = Span::new(3, text.len());
/// assert_eq!(span.of(text), "1.5萬噸");
/// assert_eq!((span.start(), span.end(), span.len()), (3, 12, 9));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The bytes from `start` up to, but without, `end`. An `end` before `start` gives an empty span.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Span { start, end: if end < start { start } else { end } }
    }

    /// The byte offset of the first character.
    #[must_use]
    pub const fn start(self) -> usize {
        self.start
    }

    /// The byte offset behind the last character.
    #[must_use]
    pub const fn end(self) -> usize {
        self.end
    }

    /// The length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The piece of `text` that it covers; empty where it does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Whether the two share a byte.
    #[must_use]
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether every byte of `other` is in it.
    #[must_use]
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.start..span.end
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// Turns byte offsets into offsets in characters (Unicode scalar values) and in UTF-16 code units.
///
/// Made in one pass over the text, it answers each question at a small constant cost, in whatever order
/// they are asked: facts point far back. An offset behind the end of the text counts as its end.
///
/// ```
/// use zhfact::{Offsets, Span};
///
/// let text = "𠮷5萬噸";
/// let offsets = Offsets::new(text);
/// assert_eq!(offsets.chars(Span::new(4, 11)), (1, 4));
/// assert_eq!(offsets.utf16(Span::new(4, 11)), (2, 5));
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    /// How many characters begin before each block of [`BLOCK`] bytes.
    chars: Vec<usize>,
    /// How many of them take two code units of UTF-16; empty where none of the text does.
    pairs: Vec<usize>,
}

/// Bytes between two samples: few enough to count at each question, many enough for a small index.
const BLOCK: usize = 64;

impl<'t> Offsets<'t> {
    /// Offsets of `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let pairs = if text.bytes().any(begins_pair) { samples(text, begins_pair) } else { Vec::new() };
        Offsets { text, chars: samples(text, begins_char), pairs }
    }

    /// Start and end of `span`, counted in Unicode scalar values.
    #[must_use]
    pub fn chars(&self, span: Span) -> (usize, usize) {
        let at = |byte| self.before(byte, &self.chars, begins_char);
        (at(span.start()), at(span.end()))
    }

    /// Start and end of `span`, counted in UTF-16 code units.
    #[must_use]
    pub fn utf16(&self, span: Span) -> (usize, usize) {
        let (start, end) = self.chars(span);
        let pairs = |byte| self.before(byte, &self.pairs, begins_pair);
        (start + pairs(span.start()), end + pairs(span.end()))
    }

    /// How many bytes before `byte` are `counted`: the sample before it, and the few bytes since.
    fn before(&self, byte: usize, samples: &[usize], counted: fn(u8) -> bool) -> usize {
        let byte = byte.min(self.text.len());
        let block = byte / BLOCK;
        let since = &self.text.as_bytes()[block * BLOCK..byte];
        samples.get(block).map_or(0, |before| before + count(since, counted))
    }
}

/// The number of `counted` bytes before each block of `text`, and before its end.
fn samples(text: &str, counted: impl Fn(u8) -> bool) -> Vec<usize> {
    let mut samples = Vec::with_capacity(text.len() / BLOCK + 2);
    samples.push(0);
    let mut seen = 0;
    for block in text.as_bytes().chunks(BLOCK) {
        seen += count(block, &counted);
        samples.push(seen);
    }
    samples
}

fn count(bytes: &[u8], counted: impl Fn(u8) -> bool) -> usize {
    bytes.iter().filter(|&&byte| counted(byte)).count()
}

/// Whether a character begins with `byte`.
fn begins_char(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// Whether a character of a supplementary plane begins with `byte`.
fn begins_pair(byte: u8) -> bool {
    byte >= 0xF0
}
