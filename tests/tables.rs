//! The tables of the README and of the documentation pages say what the crate does.
//!
//! A table with the heads `text`, `found` and `value` is run: the mentions of the first cell are those of the
//! second, with the kinds and values of the third.

use zhfact::{Extractor, Mention};

const HEAD: &str = "| text | found | value |";

/// What is found in `text`: the words, and kind and value.
fn mentions(text: &str) -> Vec<(String, String)> {
    let value = |mention: &Mention<'_>| match (mention.quantity(), mention.time()) {
        (Some(quantity), _) => format!("{} {quantity}", mention.kind()),
        (_, Some(time)) => format!("{} {time}", mention.kind()),
        (None, None) => mention.kind().to_string(),
    };
    Extractor::new().mentions(text).map(|mention| (mention.text().to_owned(), value(&mention))).collect()
}

/// What stands between backticks.
fn quoted(cell: &str) -> impl Iterator<Item = String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned)
}

fn check(page: &str) {
    let mut rows = 0;
    let mut lines = page.lines();
    while lines.by_ref().any(|line| line == HEAD) {
        for row in lines.by_ref().skip(1).take_while(|line| line.starts_with('|')) {
            let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
            let [text, found, values] = cells[..] else { panic!("three cells in {row}") };
            let wanted: Vec<_> = quoted(found).zip(quoted(values)).collect();
            assert_eq!(quoted(found).count(), quoted(values).count(), "{row}");
            assert_eq!(mentions(text), wanted, "{row}");
            rows += 1;
        }
    }
    assert!(rows > 0, "no table with the heads {HEAD}");
}

#[test]
fn the_readme_is_true() {
    check(include_str!("../README.md"));
}

#[test]
fn the_specification_is_true() {
    check(include_str!("../src/docs/spec.md"));
}
