//! Extracts quantities from Chinese text: `cargo run --release --example extract -- --help`.
use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use zhfact::{Extractor, Mention, Region, json};

#[derive(Parser)]
#[command(about = "Finds every quantity of a Chinese text, with its value, unit, bounds and place")]
struct Options {
    /// Files to read, `-` for standard input; none: an article that ships with the example.
    files: Vec<String>,
    /// One document a file, or one JSON object a line.
    #[arg(long, value_enum, default_value = "text")]
    input: Input,
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    #[arg(long, value_enum, default_value = "facts")]
    layer: Layer,
    #[arg(long)]
    region: Option<Region>,
    #[arg(long)]
    currency: Option<String>,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Input {
    Text,
    Jsonl,
}
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    Table,
    Jsonl,
}
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Layer {
    Numbers,
    Mentions,
    Facts,
}

fn main() -> ExitCode {
    let options = Options::parse();
    let stdin = io::stdin().lock();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let make = |region: Region| Extractor::builder().region(region).build().unwrap();
    let all = [make(Region::Mainland), make(Region::Taiwan), make(Region::HongKong)];
    for line in stdin.lines() {
        let line = line.unwrap();
        let doc: serde_json::Value = serde_json::from_str(&line).unwrap();
        let text = doc["text"].as_str().unwrap();
        let id = doc["id"].as_str().map(str::to_owned).unwrap_or_else(|| doc["id"].to_string());
        let ex = match doc["region"].as_str() {
            Some("taiwan") => &all[1],
            Some("hongkong") => &all[2],
            _ => &all[0],
        };
        let date = doc["date"].as_str().and_then(|date| {
            date.parse::<jiff::civil::DateTime>()
                .ok()
                .or_else(|| Some(date.parse::<jiff::civil::Date>().ok()?.into()))
        });
        let dated = date.map(|date| ex.at(date));
        let ex = dated.as_ref().unwrap_or(ex);
        let d = json::Document::new(&id, text);
        let d = match options.layer {
            Layer::Numbers => d.numbers(&ex.numbers(text).collect::<Vec<_>>()),
            Layer::Mentions => d.mentions(&ex.mentions(text).collect::<Vec<Mention>>()),
            Layer::Facts => d.analysis(&ex.analyze(text)),
        };
        writeln!(out, "{}", serde_json::to_string(&d).unwrap()).unwrap();
    }
    ExitCode::SUCCESS
}
