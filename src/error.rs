//! The one error type: where, what was expected, what was found.

use core::fmt;

use crate::span::Span;

/// What went wrong when a whole string was parsed, a value built, or a lexicon row read.
///
/// Extraction from running text never fails; only [`str::parse`], constructors and lexicon loading do.
///
/// ```
/// use zhfact::{ErrorKind, Quantity};
///
/// let error = "約三噸半多".parse::<Quantity>().unwrap_err();
/// assert!(matches!(error.kind(), ErrorKind::Trailing { .. }));
/// assert_eq!(error.span().map(|span| span.of("約三噸半多")), Some("多"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    kind: ErrorKind,
    span: Option<Span>,
}

/// The kinds of [`Error`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text does not begin with what was to be parsed.
    #[error("expected {expected}, found {}", Found(.found))]
    Expected {
        /// What would have been right here.
        expected: &'static str,
        /// The text from there on, shortened; empty at the end of the text.
        found: Box<str>,
    },
    /// An expression was read but text is left behind it.
    #[error("expected the end of the text after {parsed}, found {}", Found(.found))]
    Trailing {
        /// What was read before.
        parsed: &'static str,
        /// The text that is left, shortened.
        found: Box<str>,
    },
    /// A number needs more than [`Number::MAX_DIGITS`](crate::Number::MAX_DIGITS) digits.
    #[error("number does not fit into {} significant digits", crate::value::Number::MAX_DIGITS)]
    TooLarge,
    /// A fraction or a conversion divides by zero.
    #[error("division by zero")]
    ZeroDenominator,
    /// The lower end of an amount lies above its upper end.
    #[error("lower bound {lo} is above upper bound {hi}")]
    EmptyInterval {
        /// The lower end.
        lo: Box<str>,
        /// The upper end.
        hi: Box<str>,
    },
    /// Two quantities of different dimensions were added or converted into each other.
    #[error("cannot combine unit `{left}` with unit `{right}`")]
    Incommensurable {
        /// The unit of the left side.
        left: Box<str>,
        /// The unit of the right side.
        right: Box<str>,
    },
    /// A field of a calendar value lies outside its limits.
    #[error("{field} {value} is not in {min}..={max}")]
    OutOfRange {
        /// The name of the field.
        field: &'static str,
        /// The value given.
        value: i64,
        /// The least value allowed.
        min: i64,
        /// The greatest value allowed.
        max: i64,
    },
    /// A name that the lexicon does not know, such as a currency code.
    #[error("unknown {what} `{}`", Shown(.name))]
    Unknown {
        /// What kind of name.
        what: &'static str,
        /// The name.
        name: Box<str>,
    },
    /// A row of a lexicon table is broken, or repeats or contradicts another.
    #[error("{}line {line}, column {column}: {problem}", Of(.table))]
    #[non_exhaustive]
    Row {
        /// The name of the table; empty where it has none.
        table: Box<str>,
        /// The line, from 1.
        line: usize,
        /// The field, from 1.
        column: usize,
        /// The field as it stands there, shortened; empty where it is missing.
        field: Box<str>,
        /// What is wrong with the field.
        problem: Box<str>,
    },
    /// A word that was added in code is of no use, or repeats or contradicts another.
    #[error("`{}` {problem}", Shown(.word))]
    #[non_exhaustive]
    Word {
        /// The word.
        word: Box<str>,
        /// What is wrong with it.
        problem: Box<str>,
    },
}

impl Error {
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Error(Box::new(Inner { kind, span: None }))
    }

    /// The same error with its place in the parsed text.
    pub(crate) fn at(mut self, span: Span) -> Self {
        self.0.span = Some(span);
        self
    }

    pub(crate) fn expected(expected: &'static str, text: &str, at: usize) -> Self {
        let rest = text.get(at..).unwrap_or("");
        Error::new(ErrorKind::Expected { expected, found: shorten(rest) }).at(Span::new(at, text.len()))
    }

    pub(crate) fn trailing(parsed: &'static str, text: &str, at: usize) -> Self {
        let rest = text.get(at..).unwrap_or("");
        Error::new(ErrorKind::Trailing { parsed, found: shorten(rest) }).at(Span::new(at, text.len()))
    }

    pub(crate) fn too_large() -> Self {
        Error::new(ErrorKind::TooLarge)
    }

    pub(crate) fn unknown(what: &'static str, name: &str) -> Self {
        Error::new(ErrorKind::Unknown { what, name: name.into() })
    }

    pub(crate) fn row(
        table: &str,
        line: usize,
        column: usize,
        field: &str,
        problem: impl Into<Box<str>>,
    ) -> Self {
        let (table, field, problem) = (table.into(), shorten(field), problem.into());
        Error::new(ErrorKind::Row { table, line, column, field, problem })
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// The bytes of the parsed text that are to blame, where the error came from a parse.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.0.span
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.kind.fmt(f)?;
        match self.0.span {
            Some(span) => write!(f, " at byte {}", span.start()),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}

/// Shows a found text in backticks, or says that the text ended.
struct Found<'a>(&'a str);

impl fmt::Display for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { f.write_str("the end of the text") } else { write!(f, "`{}`", Shown(self.0)) }
    }
}

/// The name of a table before the line, if it has one.
struct Of<'a>(&'a str);

impl fmt::Display for Of<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, "{}, ", self.0) }
    }
}

/// A text of unknown origin in a message: short, and without characters that are not seen or that
/// rearrange what is beside them, which are written as `\u{202e}`.
pub(crate) struct Shown<'a>(pub(crate) &'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in shorten(self.0).chars() {
            if c.is_control() || is_invisible(c) {
                write!(f, "{}", c.escape_unicode())?;
            } else {
                fmt::Write::write_char(f, c)?;
            }
        }
        Ok(())
    }
}

/// Joiners, marks of direction and the mark at the front of a file.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
    )
}

/// The first few characters, so that a message about a long document stays short.
fn shorten(text: &str) -> Box<str> {
    const SHOWN: usize = 12;
    match text.char_indices().nth(SHOWN) {
        // What was shortened already keeps its one sign of it.
        Some((cut, _)) if &text[cut..] != "…" => format!("{}…", &text[..cut]).into(),
        _ => text.into(),
    }
}
