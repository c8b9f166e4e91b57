//! No text is slow: what costs the most a byte costs little more than news.
//!
//! A document of one repeated character is the worst that a scan can meet: every place may begin a number,
//! and none of them ends. Two sizes tell a constant factor from a quadratic.

use std::hint::black_box;
use std::time::{Duration, Instant};

use zhfact::Extractor;

/// Ordinary text, repeated to the size of the others.
const NEWS: &str = "今年1—8月份，青浦港進出口總值412.37億元，同比增長6.8%，其中出口258.9億元。\
    全縣規模以上工業企業共有218家，職工約1.8萬名，人均年收入超過9萬元；四通八達的路網通車280餘公里。\
    公司负责人表示，一般情况下新厂每月可生产四万片晶圆，总投资60亿至70亿美元，预计明年建成。\n";

/// The factor that a byte of any text may cost more than one of news.
const FACTOR: u32 = 5;

/// Large in an optimised build, where noise is small against the time of a large document.
const SIZE: usize = if cfg!(debug_assertions) { 32 * 1024 } else { 1024 * 1024 };

fn filled(unit: &str, size: usize) -> String {
    unit.repeat(size / unit.len())
}

/// The best of a few runs, for other processes only ever add time.
fn time(text: &str) -> Duration {
    let extractor = Extractor::new();
    let run = || {
        let start = Instant::now();
        black_box(extractor.mentions(text).count());
        black_box(extractor.numbers(text).count());
        start.elapsed()
    };
    (0..3).map(|_| run()).min().expect("three runs")
}

#[test]
fn a_byte_of_any_text_costs_little_more_than_one_of_news() {
    let news = time(&filled(NEWS, SIZE));
    let texts = [
        "一",
        "九",
        "五六",
        "二〇一九",
        "十",
        "百千萬億",
        "萬",
        "幾",
        "半",
        "壹拾",
        "9",
        "９",
        "1,234,",
        "3.",
        "1-",
        "（",
        "「",
        "(",
        "〔",
        "百分之",
        "分之",
        "三又",
        "第",
        "每",
        "約",
        "超過",
        "人民幣",
        "¥",
        "負",
        "-",
        "元",
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
        "a1",
        "1a",
        "餘",
        "10多",
        "零下",
        "點",
        "三點",
        "0",
        "去年",
        "月",
        "3月",
        "\n",
        "每股",
    ];
    let slow: Vec<String> = texts
        .into_iter()
        .map(|unit| (unit, time(&filled(unit, SIZE))))
        .filter(|&(_, taken)| taken > news * FACTOR)
        .map(|(unit, taken)| format!("`{unit}`: {taken:?}"))
        .collect();
    assert!(slow.is_empty(), "{SIZE} bytes of news take {news:?}, but of\n{}", slow.join("\n"));
}
