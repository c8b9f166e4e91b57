//! Reads documents as bytes, a chunk at a time, so that input of any size takes little memory.

use std::fmt;
use std::io::{self, BufRead};
use std::sync::Arc;

use crate::options::{Input, Source};

/// Bytes that are read before work begins on them.
const CHUNK: usize = 1 << 20;

/// A text file above this size is cut, at a line end, into several documents.
const LONGEST_TEXT: usize = 1 << 18;

const BOM: &[u8] = "\u{feff}".as_bytes();

/// A document that nobody has looked into: a line of JSON, or a text.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) source: Arc<str>,
    /// The line of the source that it begins with, from 1.
    pub(crate) line: usize,
    pub(crate) bytes: Vec<u8>,
}

/// Something that could not be read, and where it stands.
#[derive(Debug)]
pub(crate) struct Problem {
    source: Arc<str>,
    line: Option<usize>,
    message: String,
}

impl Problem {
    pub(crate) fn in_line(piece: &Piece, message: impl Into<String>) -> Self {
        Problem { source: Arc::clone(&piece.source), line: Some(piece.line), message: message.into() }
    }

    pub(crate) fn in_file(source: &Arc<str>, message: impl Into<String>) -> Self {
        Problem { source: Arc::clone(source), line: None, message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "extract: {}:", self.source)?;
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        write!(f, " {}", self.message)
    }
}

/// The documents of all sources, one after the other. A source that cannot be read is a [`Problem`], and
/// the next one follows.
pub(crate) struct Pieces {
    sources: std::vec::IntoIter<Source>,
    form: Input,
    open: Option<Reader>,
}

impl Pieces {
    pub(crate) fn new(sources: Vec<Source>, form: Input) -> Self {
        Pieces { sources: sources.into_iter(), form, open: None }
    }
}

impl Iterator for Pieces {
    type Item = Result<Piece, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let mut reader = match self.open.take() {
                Some(reader) => reader,
                None => match Reader::open(&self.sources.next()?) {
                    Ok(reader) => reader,
                    Err(problem) => return Some(Err(problem)),
                },
            };
            match reader.piece(self.form) {
                Ok(Some(piece)) => {
                    self.open = Some(reader);
                    return Some(Ok(piece));
                }
                Ok(None) => {}
                Err(error) => return Some(Err(Problem::in_file(&reader.name, cannot_read(&error)))),
            }
        }
    }
}

/// Groups `pieces` into chunks of at least [`CHUNK`] bytes; the last may be smaller.
pub(crate) fn chunks(mut pieces: Pieces) -> impl Iterator<Item = Vec<Result<Piece, Problem>>> {
    std::iter::from_fn(move || {
        let mut chunk = Vec::new();
        let mut size = 0;
        while size < CHUNK {
            let Some(piece) = pieces.next() else { break };
            // A piece costs more than its bytes: many empty lines must not pile up either.
            size += piece.as_ref().map_or(0, |piece| piece.bytes.len()) + size_of::<Piece>();
            chunk.push(piece);
        }
        (!chunk.is_empty()).then_some(chunk)
    })
}

/// An open source.
struct Reader {
    name: Arc<str>,
    input: Box<dyn BufRead>,
    lines: usize,
}

impl Reader {
    fn open(source: &Source) -> Result<Self, Problem> {
        let name: Arc<str> = source.name().into();
        match source.open() {
            Ok(input) => Ok(Reader { name, input, lines: 0 }),
            Err(error) => Err(Problem::in_file(&name, cannot_read(&error))),
        }
    }

    fn piece(&mut self, form: Input) -> io::Result<Option<Piece>> {
        match form {
            Input::Text => self.text(),
            Input::Jsonl => self.line(),
        }
    }

    /// The whole text, or lines of it up to [`LONGEST_TEXT`]. An empty file is an empty text.
    fn text(&mut self) -> io::Result<Option<Piece>> {
        let first = self.lines == 0;
        let line = self.lines + 1;
        let mut bytes = Vec::new();
        while bytes.len() < LONGEST_TEXT && self.read_line(&mut bytes)? {}
        if first && bytes.is_empty() {
            self.lines = 1;
        }
        Ok((first || !bytes.is_empty()).then(|| self.found(line, bytes)))
    }

    /// The next line that is not blank, without its line end.
    fn line(&mut self) -> io::Result<Option<Piece>> {
        let mut bytes = Vec::new();
        while self.read_line(&mut bytes)? {
            bytes.truncate(bytes.trim_ascii_end().len());
            if !bytes.is_empty() {
                return Ok(Some(self.found(self.lines, bytes)));
            }
        }
        Ok(None)
    }

    /// Appends one line with its end; whether there was one. The mark at the front of a file is dropped.
    fn read_line(&mut self, bytes: &mut Vec<u8>) -> io::Result<bool> {
        if self.input.read_until(b'\n', bytes)? == 0 {
            return Ok(false);
        }
        if self.lines == 0 && bytes.starts_with(BOM) {
            bytes.drain(..BOM.len());
        }
        self.lines += 1;
        Ok(true)
    }

    fn found(&self, line: usize, bytes: Vec<u8>) -> Piece {
        Piece { source: Arc::clone(&self.name), line, bytes }
    }
}

fn cannot_read(error: &io::Error) -> String {
    format!("cannot read: {error}; skipped")
}
