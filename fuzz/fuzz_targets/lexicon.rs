//! Any string as a table of added words: an extractor that works, or an error with line and column.

#![no_main]

mod laws;

use libfuzzer_sys::fuzz_target;
use zhfact::{ErrorKind, Extractor};

/// Between the table and a text to read with it.
const SEPARATOR: &str = "\n====\n";

/// Read with every table, so that a word of it can upset what was right without it.
const SENTENCE: &str = "2021年1—3月份，東港市出口額約129.06億元，同比增長5.2%，每噸均價5200元，第3季新增28家。";

fuzz_target!(|data: &[u8]| {
    let input = String::from_utf8_lossy(data);
    let (table, text) = input.split_once(SEPARATOR).unwrap_or((&input, ""));
    match Extractor::builder().lexicon(table).build() {
        Ok(extractor) => {
            laws::check(&extractor, SENTENCE);
            laws::check(&extractor, text);
        }
        Err(error) => match error.kind() {
            ErrorKind::Row { line, column, problem, .. } => {
                assert!((1..=table.lines().count()).contains(line), "{error} in {table:?}");
                let fields = table.lines().nth(line - 1).map_or(0, |line| line.split('\t').count());
                assert!((1..=fields + 1).contains(column), "{error} in {table:?}");
                assert!(!problem.is_empty());
            }
            other => panic!("{other:?} from {table:?}"),
        },
    }
});
