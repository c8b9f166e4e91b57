//! The command line.

use std::fs::File;
use std::io::{self, BufRead, BufReader};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, ValueEnum};
use jiff::civil::DateTime;
use zhfact::Region;

/// What ships with the example.
const ARTICLE: &str = include_str!("../data/report.txt");

/// Finds every quantity and time of Chinese texts, with value, unit, bounds and place.
#[derive(Debug, Parser)]
#[command(name = "extract")]
pub(crate) struct Options {
    /// Files to read, `-` for standard input. With none, JSON lines come from standard input, and text is
    /// an article that ships with the example
    files: Vec<String>,

    /// One document a file, or one JSON object {"id","text","date","region"} a line
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) input: Input,

    /// A table for people, one JSON object a document, or one HTML page for all of them
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Format,

    /// What to look for
    #[arg(long, value_enum, default_value = "facts")]
    pub(crate) layer: Layer,

    /// The day of the texts that name none themselves, from which 去年 and 昨日 count: YYYY-MM-DD, with or
    /// without a time
    #[arg(long)]
    pub(crate) date: Option<DateTime>,

    /// Where the texts come from that do not say so themselves
    #[arg(long, default_value = "mainland", value_parser = region())]
    pub(crate) region: Region,

    /// The currency of 元 without a name: an ISO 4217 code [default: that of the region]
    #[arg(long, value_name = "CODE")]
    pub(crate) currency: Option<String>,

    /// Words of your own, as tab-separated rows: `name`, `classifier`, `unit`, `currency`, `indicator`,
    /// `subject`; may be given several times
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Vec<String>,

    /// Threads to work with, 0 for one a core
    #[arg(long, default_value_t = 0)]
    pub(crate) threads: usize,
}

/// The form of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Input {
    Text,
    Jsonl,
}

/// The form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Table,
    Jsonl,
    Html,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layer {
    /// The numbers, whatever they mean
    Numbers,
    /// The quantities and times
    Mentions,
    /// The quantities and times, and what they state
    Facts,
}

/// Where documents come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    Article,
    Stdin,
    File(String),
}

impl Options {
    /// What is to be read, in order.
    pub(crate) fn sources(&self) -> Vec<Source> {
        match (self.files.as_slice(), self.input) {
            ([], Input::Text) => vec![Source::Article],
            ([], Input::Jsonl) => vec![Source::Stdin],
            (files, _) => files.iter().map(|file| Source::new(file)).collect(),
        }
    }
}

impl Source {
    fn new(file: &str) -> Self {
        if file == "-" { Source::Stdin } else { Source::File(file.to_owned()) }
    }

    /// How messages call it.
    pub(crate) fn name(&self) -> &str {
        match self {
            Source::Article => "report.txt",
            Source::Stdin => "<stdin>",
            Source::File(name) => name,
        }
    }

    /// Its bytes.
    pub(crate) fn open(&self) -> io::Result<Box<dyn BufRead>> {
        Ok(match self {
            Source::Article => Box::new(ARTICLE.as_bytes()),
            Source::Stdin => Box::new(BufReader::new(io::stdin())),
            Source::File(path) => Box::new(BufReader::new(File::open(path)?)),
        })
    }
}

/// The names that [`Region`] parses, listed in the help.
fn region() -> impl TypedValueParser<Value = Region> {
    PossibleValuesParser::new(["mainland", "taiwan", "hongkong"]).try_map(|name| name.parse::<Region>())
}
