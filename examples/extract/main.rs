//! Finds every quantity and time in Chinese texts.
//!
//! ```text
//! cargo run --release --example extract                       an article that ships with the example
//! cargo run --release --example extract -- news.txt other.txt  a table for people, one document a file
//! … | cargo run --release --example extract -- --input jsonl --format jsonl
//! cargo run --release --example extract -- --format html > page.html
//! ```
//!
//! The exit status is 0 where all was read, 1 where something had to be skipped (standard error says what
//! and where), and 2 where the command line is wrong.

mod document;
mod html;
mod input;
mod mark;
mod options;
mod pool;
mod progress;
mod table;
mod words;
mod worker;

use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser, error::ErrorKind as Usage};

use input::{Pieces, chunks};
use options::Options;
use pool::Pool;
use progress::Progress;
use worker::Worker;

fn main() -> ExitCode {
    let options = Options::parse();
    let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty());
    let worker = Worker::new(&options, colour).unwrap_or_else(|error| usage(&error));
    let pool = Pool::new(options.threads).unwrap_or_else(|error| usage(&error.to_string()));
    match run(&options, &worker, &pool) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // The reader has seen enough, as `head` does.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("extract: cannot write: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Reads, works and writes, a chunk at a time; whether nothing had to be skipped.
fn run(options: &Options, worker: &Worker, pool: &Pool) -> io::Result<bool> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut progress = Progress::new(&options.sources());
    let mut clean = true;
    out.write_all(worker.opening().as_bytes())?;
    for chunk in chunks(Pieces::new(options.sources(), options.input)) {
        let size = chunk.iter().flatten().map(|piece| piece.bytes.len()).sum();
        for answer in pool.map(chunk, |piece| piece.and_then(|piece| worker.answer(&piece))) {
            match answer {
                Ok(answer) => {
                    out.write_all(&answer.output)?;
                    answer.warning.iter().for_each(|warning| progress.say(warning));
                }
                Err(problem) => {
                    clean = false;
                    progress.say(&problem);
                }
            }
        }
        progress.advance(size);
    }
    out.write_all(worker.closing().as_bytes())?;
    out.flush()?;
    Ok(clean)
}

/// Ends the program as clap does for a wrong option.
fn usage(message: &str) -> ! {
    Options::command().error(Usage::ValueValidation, message).exit()
}
