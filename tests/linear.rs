//! No text is slow: the time grows with the length and no faster, whatever the text.
//!
//! A document of one repeated character is the worst that a scan can meet: every place may begin an
//! expression, and none of them ends. What a byte of each costs is shown by the benchmark `adversarial`.

#[path = "support/growth.rs"]
mod growth;

use std::hint::black_box;

use growth::{SIZE, grows_too_fast};
use zhfact::Extractor;

/// All numerals, all digits, all magnitudes, all brackets, and other text that holds no expression.
const PLAIN: &[&str] = &[
    "一",
    "九",
    "五六",
    "二〇一九",
    "萬",
    "9",
    "９",
    "1,234,",
    "1-",
    "（",
    "「",
    "(",
    "〔",
    "分之",
    "約",
    "超過",
    "人民幣",
    "¥",
    "負",
    "-",
    "元",
    "a1",
    "1a",
    "餘",
    "點",
    "0",
    "月",
    "\n",
];

/// Nothing but expressions and their beginnings, one for every few bytes, where news has one in a hundred.
const DENSE: &[&str] = &[
    "百千萬億",
    "每",
    "三又",
    "十",
    "幾",
    "半",
    "壹拾",
    "3.",
    "百分之",
    "第",
    "3元",
    "3萬",
    "一萬零",
    "3、",
    "3和",
    "30至",
    "（3",
    "3%",
    "個",
    "1 ",
    "10多",
    "零下",
    "三點",
    "去年",
    "3月",
    "每股",
];

#[track_caller]
fn assert_linear(units: &[&str]) {
    let extractor = Extractor::new();
    let read = |text: &str| {
        black_box(extractor.mentions(text).count());
        black_box(extractor.numbers(text).count());
    };
    // The first run pays for the tables.
    read(units[0]);
    let slow: Vec<&&str> = units.iter().filter(|unit| grows_too_fast(unit, read)).collect();
    assert!(slow.is_empty(), "the time grows faster than the text, if it is all of one of {slow:?}");
}

#[test]
fn plain_text_takes_time_in_proportion() {
    assert_linear(PLAIN);
}

#[test]
fn dense_text_takes_time_in_proportion() {
    assert_linear(DENSE);
}

/// The measure itself tells work that grows with the square of the text.
#[test]
fn a_square_is_found_out() {
    let square = |text: &str| {
        let bytes = || text.bytes().step_by(SIZE / 512);
        let pairs = bytes().map(|a| bytes().filter(|&b| black_box(b) > a).count());
        black_box(pairs.sum::<usize>());
    };
    assert!(grows_too_fast("一2", square));
}
