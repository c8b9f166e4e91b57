//! Writes what a text says in every style: `cargo run --example format -- 約1.5萬噸`.

use zhfact::{Extractor, Format, Script, Style};

const TEXT: &str = "2021年3月5日，東港市出口約129.06億元，同比增長5.2%。";

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let text = if words.is_empty() { TEXT.to_owned() } else { words.join(" ") };
    let extractor = Extractor::new();
    for style in [Style::Compact, Style::Numerals, Style::Bankers, Style::Digits, Style::Grouped] {
        for script in [Script::Traditional, Script::Simplified] {
            let normalized = extractor.normalize(&text, &Format::new(style, script));
            println!("{style:?}, {script:?}: {}", normalized.text());
        }
    }
}
