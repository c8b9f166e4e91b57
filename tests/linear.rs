//! No text is slow: what costs the most a byte costs little more than news.
//!
//! A document of one repeated character is the worst that a scan can meet: every place may begin an
//! expression, and none of them ends.

use std::hint::black_box;
use std::time::{Duration, Instant};

use zhfact::Extractor;

/// Ordinary text, repeated to the size of the others.
const NEWS: &str = "今年1—8月份，青浦港進出口總值412.37億元，同比增長6.8%，其中出口258.9億元。\
    全縣規模以上工業企業共有218家，職工約1.8萬名，人均年收入超過9萬元；四通八達的路網通車280餘公里。\
    公司负责人表示，一般情况下新厂每月可生产四万片晶圆，总投资60亿至70亿美元，预计明年建成。\n";

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

/// The factor that a byte of plain text may cost more than one of news.
const PLAIN_FACTOR: u32 = 5;

/// The factor for a dense one; work that grows with the square of the text passes it by far.
const DENSE_FACTOR: u32 = 40;

/// Large in an optimised build, where noise is small against the time of a large document.
const SIZE: usize = if cfg!(debug_assertions) { 8 * 1024 } else { 256 * 1024 };

/// Other processes only ever add time: of so many runs the best one counts.
const RUNS: usize = 3;

fn filled(unit: &str) -> String {
    unit.repeat(SIZE / unit.len())
}

fn time(extractor: &Extractor, text: &str) -> Duration {
    let start = Instant::now();
    black_box(extractor.mentions(text).count());
    black_box(extractor.numbers(text).count());
    start.elapsed()
}

#[track_caller]
fn assert_fast(units: &[&str], factor: u32) {
    let extractor = Extractor::new();
    let news = filled(NEWS);
    // The first run pays for the tables.
    time(&extractor, &news);
    let limit = factor * (0..RUNS).map(|_| time(&extractor, &news)).min().expect("some runs");
    let slow: Vec<&str> = units
        .iter()
        .copied()
        .filter(|unit| {
            let text = filled(unit);
            (0..RUNS).all(|_| time(&extractor, &text) > limit)
        })
        .collect();
    assert!(slow.is_empty(), "{SIZE} bytes take more than {limit:?}, if they are all of one of {slow:?}");
}

#[test]
fn a_byte_of_plain_text_costs_little_more_than_one_of_news() {
    assert_fast(PLAIN, PLAIN_FACTOR);
}

#[test]
fn a_byte_of_dense_text_costs_what_its_expressions_cost() {
    assert_fast(DENSE, DENSE_FACTOR);
}
