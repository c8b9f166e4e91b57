//! Any bytes as the input of the example `extract`: each line gives a line of JSON or a complaint that
//! names it, and what comes in small pieces gives the same as what comes at once.

#![no_main]

mod laws;

// The reader as the example has it; `options` stands in for its command line.
#[allow(dead_code)]
#[path = "../../examples/extract/document.rs"]
mod document;
#[allow(dead_code)]
#[path = "../../examples/extract/input.rs"]
mod input;

/// Sources that hold their bytes, in place of files.
mod options {
    use std::io::{self, BufRead, BufReader, Cursor};

    #[derive(Clone, Copy, Debug)]
    pub(crate) enum Input {
        Text,
        Jsonl,
    }

    #[derive(Debug)]
    pub(crate) struct Source {
        pub(crate) bytes: Vec<u8>,
        /// How many bytes come at a time.
        pub(crate) step: usize,
    }

    impl Source {
        pub(crate) fn name(&self) -> &str {
            "fuzz"
        }

        pub(crate) fn open(&self) -> io::Result<Box<dyn BufRead>> {
            Ok(Box::new(BufReader::with_capacity(self.step, Cursor::new(self.bytes.clone()))))
        }
    }
}

use std::sync::LazyLock;

use document::Document;
use input::{Pieces, chunks};
use libfuzzer_sys::fuzz_target;
use options::{Input, Source};
use zhfact::Extractor;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

fuzz_target!(|data: &[u8]| {
    for form in [Input::Jsonl, Input::Text] {
        let whole = read(data, form, data.len().max(1));
        assert_eq!(whole, read(data, form, 3), "{form:?}");
        for line in whole.into_iter().flatten() {
            laws::check(&EXTRACTOR, &line);
        }
    }
});

/// The text of every document, or what is wrong with it.
fn read(data: &[u8], form: Input, step: usize) -> Vec<Result<String, String>> {
    let source = Source { bytes: data.to_vec(), step };
    let pieces = chunks(Pieces::new(vec![source], form)).flatten();
    let mut last = 0;
    pieces
        .map(|piece| {
            let piece = piece.expect("memory can be read");
            assert!(piece.line > last, "lines go up");
            last = piece.line;
            let document = Document::new(&piece, form).map_err(|problem| {
                let message = problem.to_string();
                assert!(message.starts_with(&format!("extract: fuzz:{}: ", piece.line)), "{message}");
                message
            })?;
            assert!(!document.id.is_empty());
            Ok(document.text.into_owned())
        })
        .collect()
}
