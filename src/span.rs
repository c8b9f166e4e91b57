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
/// It walks the text once, as far as asked: ask in ascending order and the whole costs one pass. An
/// offset before the last one asked is answered too, by starting again from the front.
///
/// ```
/// use zhfact::{Offsets, Span};
///
/// let text = "𠮷5萬噸";
/// let mut offsets = Offsets::new(text);
/// assert_eq!(offsets.chars(Span::new(4, 11)), (1, 4));
/// assert_eq!(offsets.utf16(Span::new(4, 11)), (2, 5));
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    byte: usize,
    chars: usize,
    utf16: usize,
}

impl<'t> Offsets<'t> {
    /// Offsets of `text`.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Offsets { text, byte: 0, chars: 0, utf16: 0 }
    }

    /// Start and end of `span`, counted in Unicode scalar values.
    pub fn chars(&mut self, span: Span) -> (usize, usize) {
        let start = self.walk_to(span.start()).0;
        (start, self.walk_to(span.end()).0)
    }

    /// Start and end of `span`, counted in UTF-16 code units.
    pub fn utf16(&mut self, span: Span) -> (usize, usize) {
        let start = self.walk_to(span.start()).1;
        (start, self.walk_to(span.end()).1)
    }

    fn walk_to(&mut self, byte: usize) -> (usize, usize) {
        if byte < self.byte {
            *self = Offsets::new(self.text);
        }
        let rest = self.text.get(self.byte..byte).unwrap_or("");
        for c in rest.chars() {
            self.chars += 1;
            self.utf16 += c.len_utf16();
        }
        self.byte += rest.len();
        (self.chars, self.utf16)
    }
}
