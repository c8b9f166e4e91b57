//! From a piece of input to a piece of output.

use std::fs;

use jiff::civil::{DateTime, date};
use zhfact::{Extractor, Region, json};

use crate::document::Document;
use crate::html;
use crate::input::{Piece, Problem};
use crate::mark::Palette;
use crate::options::{Format, Input, Layer, Options, Source};
use crate::table;

const REGIONS: [Region; 3] = [Region::Mainland, Region::Taiwan, Region::HongKong];

/// Knows how to read a document and how to show what is in it; shared by all threads.
#[derive(Debug)]
pub(crate) struct Worker {
    extractors: Vec<(Region, Extractor)>,
    region: Region,
    date: Option<DateTime>,
    input: Input,
    format: Format,
    layer: Layer,
    palette: Palette,
}

/// What a document gave.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) output: Vec<u8>,
    pub(crate) warning: Option<Problem>,
}

impl Worker {
    /// An extractor for each region is built here, once.
    ///
    /// # Errors
    /// What is wrong with a file of words or with the currency.
    pub(crate) fn new(options: &Options, colour: bool) -> Result<Self, String> {
        let mut words = Extractor::builder();
        for file in &options.lexicon {
            let table = fs::read_to_string(file).map_err(|error| format!("{file}: cannot read: {error}"))?;
            words = words.lexicon_named(file, &table);
        }
        let build = |region| {
            let builder = words.clone().region(region);
            let builder = match &options.currency {
                Some(code) => builder.currency(code),
                None => builder,
            };
            builder.build().map(|extractor| (region, extractor)).map_err(|error| error.to_string())
        };
        // The article was written on a day of its own.
        let article = options.sources().contains(&Source::Article).then(|| date(2022, 1, 20).at(9, 0, 0, 0));
        Ok(Worker {
            extractors: REGIONS.into_iter().map(build).collect::<Result<_, _>>()?,
            region: options.region,
            date: options.date.or(article),
            input: options.input,
            format: options.format,
            layer: options.layer,
            palette: Palette::new(colour),
        })
    }

    /// What stands before the first document.
    pub(crate) fn opening(&self) -> String {
        if self.format == Format::Html { html::opening() } else { String::new() }
    }

    /// What stands behind the last document.
    pub(crate) fn closing(&self) -> &'static str {
        if self.format == Format::Html { html::CLOSING } else { "" }
    }

    /// What is in `piece`, in the form that was asked for.
    pub(crate) fn answer(&self, piece: &Piece) -> Result<Answer, Problem> {
        let document = Document::new(piece, self.input)?;
        let extractor = self.extractor(&document);
        let output = match self.format {
            Format::Jsonl => self.json(&document, &extractor),
            Format::Table => self.table(&document, &extractor).into_bytes(),
            Format::Html => self.html(&document, &extractor).into_bytes(),
        };
        let warning = document
            .repaired
            .then(|| Problem::in_file(&piece.source, "warning: bytes that are not UTF-8 read as `\u{fffd}`"));
        Ok(Answer { output, warning })
    }

    fn extractor(&self, document: &Document<'_>) -> Extractor {
        let region = document.region.unwrap_or(self.region);
        let (_, extractor) =
            self.extractors.iter().find(|(known, _)| *known == region).unwrap_or(&self.extractors[0]);
        match document.date.or(self.date) {
            Some(date) => extractor.at(date),
            None => extractor.clone(),
        }
    }

    fn json(&self, document: &Document<'_>, extractor: &Extractor) -> Vec<u8> {
        let line = json::Document::new(&document.id, &document.text);
        let line = match self.layer {
            Layer::Numbers => line.numbers(&extractor.numbers(&document.text).collect::<Vec<_>>()),
            Layer::Mentions => line.mentions(&extractor.mentions(&document.text).collect::<Vec<_>>()),
            Layer::Facts => line.analysis(&extractor.analyze(&document.text)),
        };
        let mut output = serde_json::to_vec(&line).expect("strings and numbers always fit into JSON");
        output.push(b'\n');
        output
    }

    fn table(&self, document: &Document<'_>, extractor: &Extractor) -> String {
        let text = document.text.as_ref();
        match self.layer {
            Layer::Numbers => {
                let numbers: Vec<_> = extractor.numbers(text).collect();
                table::numbers(&document.id, text, &numbers, self.palette)
            }
            Layer::Mentions => {
                let mentions: Vec<_> = extractor.mentions(text).collect();
                table::mentions(&document.id, text, &mentions, self.palette)
            }
            Layer::Facts => table::facts(&document.id, text, &extractor.analyze(text), self.palette),
        }
    }
    fn html(&self, document: &Document<'_>, extractor: &Extractor) -> String {
        let text = document.text.as_ref();
        match self.layer {
            Layer::Numbers => html::numbers(&document.id, text, &extractor.numbers(text).collect::<Vec<_>>()),
            Layer::Mentions => {
                html::mentions(&document.id, text, &extractor.mentions(text).collect::<Vec<_>>())
            }
            Layer::Facts => html::facts(&document.id, text, &extractor.analyze(text)),
        }
    }
}
