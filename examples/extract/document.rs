//! What a piece of input says: a text and what is known of it.

use std::borrow::Cow;

use jiff::civil::DateTime;
use serde::Deserialize;
use serde_json::Value;
use zhfact::Region;

use crate::input::{Piece, Problem};
use crate::options::Input;

/// A text to read, and where and when it was written, if it says so itself.
#[derive(Debug)]
pub(crate) struct Document<'p> {
    pub(crate) id: String,
    pub(crate) text: Cow<'p, str>,
    pub(crate) date: Option<DateTime>,
    pub(crate) region: Option<Region>,
    /// Whether bytes that are no UTF-8 were replaced.
    pub(crate) repaired: bool,
}

/// A line of JSON input. Other fields are passed over.
#[derive(Deserialize)]
struct Line<'p> {
    #[serde(default)]
    id: Value,
    #[serde(borrow)]
    text: Cow<'p, str>,
    #[serde(borrow)]
    date: Option<Cow<'p, str>>,
    #[serde(borrow)]
    region: Option<Cow<'p, str>>,
}

impl<'p> Document<'p> {
    pub(crate) fn new(piece: &'p Piece, form: Input) -> Result<Self, Problem> {
        match form {
            Input::Text => Ok(Document::text(piece)),
            Input::Jsonl => Document::json(&piece.bytes, piece.line)
                .map_err(|what| Problem::in_line(piece, format!("{what}; line skipped"))),
        }
    }

    fn text(piece: &'p Piece) -> Self {
        let text = String::from_utf8_lossy(&piece.bytes);
        let id = if piece.line == 1 {
            piece.source.to_string()
        } else {
            format!("{}:{}", piece.source, piece.line)
        };
        Document { id, repaired: matches!(text, Cow::Owned(_)), text, date: None, region: None }
    }

    fn json(bytes: &'p [u8], line: usize) -> Result<Self, String> {
        let parsed: Line<'p> = std::str::from_utf8(bytes)
            .map_err(|error| format!("not UTF-8 from byte {} of the line on", error.valid_up_to()))
            .and_then(|text| serde_json::from_str(text).map_err(|error| complaint(&error)))?;
        Ok(Document {
            id: identity(parsed.id, line)?,
            text: parsed.text,
            date: parsed.date.as_deref().map(date).transpose()?,
            region: parsed.region.as_deref().map(region).transpose()?,
            repaired: false,
        })
    }
}

/// A string as it is, a number as written, and the line where there is none.
fn identity(id: Value, line: usize) -> Result<String, String> {
    match id {
        Value::String(id) => Ok(id),
        Value::Number(id) => Ok(id.to_string()),
        Value::Null => Ok(line.to_string()),
        other => Err(format!("`id` must be a string or a number, found `{other}`")),
    }
}

fn date(date: &str) -> Result<DateTime, String> {
    date.parse().map_err(|_| format!("`date` must be YYYY-MM-DD, with or without a time, found `{date}`"))
}

fn region(region: &str) -> Result<Region, String> {
    region.parse().map_err(|_| format!("`region` must be mainland, taiwan or hongkong, found `{region}`"))
}

/// What serde says, with the column alone: its line is always the first.
fn complaint(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message.rfind(" at line ").map_or(message.as_str(), |end| &message[..end]);
    format!("{what} at column {}", error.column())
}
