//! Text that means harm, or that nobody cleaned: what is found in it, in what time, and with what memory.
//!
//! The page `trust` of the documentation has the figures. Nothing here may take time or memory that grows
//! faster than its length.

#[path = "support/growth.rs"]
mod growth;
#[path = "support/program.rs"]
mod program;

use std::hint::black_box;
use std::process::Command;

use growth::{SIZE, filled, grows_too_fast};
use program::{Scratch, program};
use zhfact::{Extractor, Number};

/// Ordinary text, repeated to the size of the others.
const NEWS: &str = "今年1—8月份，青浦港進出口總值412.37億元，同比增長6.8%，其中出口258.9億元。\
    全縣規模以上工業企業共有218家，職工約1.8萬名，人均年收入超過9萬元；四通八達的路網通車280餘公里。\
    公司负责人表示，一般情况下新厂每月可生产四万片晶圆，总投资60亿至70亿美元，预计明年建成。\n";

/// Texts of which each repetition is one expression or less, each with a name.
const ROWS: &[(&str, &str)] = &[
    ("combining marks behind digits", "5\u{301}"),
    ("stacked combining marks", "億\u{20dd}\u{301}\u{300}\u{489}"),
    ("enclosed digits", "3\u{fe0f}\u{20e3}"),
    ("zero-width joiners in a number", "三\u{200d}"),
    ("zero-width spaces between number and unit", "3\u{200b}元"),
    ("byte order marks", "\u{feff}3萬"),
    ("bidi overrides", "\u{202e}3元\u{202c}"),
    ("bidi isolates", "\u{2066}約"),
    ("CRLF", "3元\r\n"),
    ("carriage returns", "3\r"),
    ("NULs", "3\0元"),
    ("control characters", "\u{1}\u{1b}[31m"),
    ("families of emoji", "👨\u{200d}👩\u{200d}👧\u{200d}👦3個"),
    ("regional indicators", "🇹🇼"),
    ("mixed widths", "３.5Ｋ1，"),
    ("private use", "\u{e000}3\u{f8ff}"),
    ("supplementary Han", "𠮷三𠀋億"),
    ("supplementary private use", "\u{10fffd}1"),
    ("noncharacters", "\u{ffff}\u{10ffff}3"),
    ("compatibility ideographs", "\u{f9d1}六\u{2f81a}"),
    ("other digits", "٣३𝟛³"),
    ("one digit", "9"),
    ("one fullwidth digit", "９"),
    ("one numeral", "九"),
    ("grouped digits", "1,234,"),
    ("億", "億"),
    ("一億", "一億"),
    ("萬億", "萬億"),
    ("千", "千"),
    ("零", "零"),
    ("半", "半"),
    ("points", "1."),
    ("fullwidth points", "．"),
    ("signs", "-+−"),
    ("percent signs", "%"),
    ("open brackets", "（"),
    ("open brackets of every kind", "（(〔[「《【"),
    ("closed brackets", "3）"),
    ("brackets with a number", "（3"),
    ("open quotes", "「『“"),
    ("spaces in a number", "3 "),
    ("ideographic spaces", "\u{3000}"),
    ("no-break spaces", "1\u{a0}"),
    ("line breaks", "\n"),
    ("lines of a list", "3、"),
    ("ranges without end", "3至"),
    ("dashes without end", "3—"),
    ("fractions without end", "三分之"),
    ("rates without end", "每噸"),
    ("slashes", "3/"),
    ("bounds without end", "超過約近不到"),
    ("currencies without end", "人民幣US$"),
    ("units without number", "平方公里"),
    ("ordinals without end", "第"),
    ("dates without end", "2021年3月"),
    ("relative days without end", "去年同期"),
    ("clocks without end", "3:"),
    ("subjects without end", "公司"),
    ("verbs without end", "增至"),
    ("shares without end", "其中佔"),
    ("lists of growths", "分別增長1%、"),
    ("parts of parts", "其中茶葉3噸，"),
    ("quoted letters", "a1B2"),
];

#[test]
fn time_is_in_proportion_to_the_length() {
    let extractor = Extractor::new();
    let read = |text: &str| {
        black_box(extractor.analyze(text).facts().len());
        black_box(extractor.numbers(text).count());
    };
    // The first run pays for the tables.
    read(NEWS);
    let slow = ROWS.iter().filter(|(_, unit)| grows_too_fast(unit, read));
    let slow: Vec<&str> = slow.map(|(name, _)| *name).collect();
    assert!(slow.is_empty(), "the time grows faster than the text: {slow:?}");
}

#[test]
fn deep_brackets_hide_nothing() {
    let extractor = Extractor::new();
    let depth = SIZE / 12;
    let text = format!("{}出口3億元{}", "（「".repeat(depth), "」）".repeat(depth));
    let found: Vec<_> = extractor.mentions(&text).map(|mention| mention.text()).collect();
    assert_eq!(found, ["3億元"]);
    assert_eq!(extractor.analyze(&text).facts().len(), 1);
}

/// Marks that belong to no number end one; around an expression they change nothing.
#[test]
fn marks_do_not_change_what_is_found() {
    let extractor = Extractor::new();
    for (text, wanted) in [
        ("\u{feff}約5噸", &["5~ t"][..]),
        ("共\u{202e}3億元\u{202c}整", &["300000000 CNY"]),
        ("出口\r\n3億元\r\n", &["300000000 CNY"]),
        ("3億元\u{301}", &["300000000 CNY"]),
        ("3億元\0\0\0", &["300000000 CNY"]),
        ("\0\0\u{1}3噸", &["3 t"]),
        ("👨\u{200d}👩\u{200d}👧3個", &["3 {个}"]),
        ("共\u{e000}3億元\u{e001}", &["300000000 CNY"]),
        ("𠀋3噸𠀋", &["3 t"]),
        ("３．5億元", &["350000000 CNY"]),
        ("１２,345元", &["12345 CNY"]),
        ("3\u{a0}億元", &["300000000 CNY"]),
        ("三\u{3000}億元", &["300000000 CNY"]),
        ("5噸\u{fe0e}", &["5 t"]),
        // Rather nothing than 3: the number may be another one.
        ("5\0噸", &[]),
        ("出口3\u{200d}億元", &[]),
        ("3\u{301}億元", &[]),
        ("3\u{fe0f}\u{20e3}噸", &[]),
        ("3\u{200b}億元", &[]),
        ("٣億元", &[]),
        ("②億元", &[]),
    ] {
        let found: Vec<_> = extractor
            .mentions(text)
            .filter_map(|mention| mention.quantity().map(ToString::to_string))
            .collect();
        assert_eq!(found, wanted, "{text:?}");
    }
}

/// More digits and magnitudes than any number holds: an error of a parse, and nothing in a text, where what
/// stands behind is found all the same.
#[test]
fn endless_numbers_are_left_out() {
    let extractor = Extractor::new();
    for unit in ["9", "九", "９", "9,999", "億", "一億", "9億"] {
        let number = filled(unit, SIZE);
        let text = format!("出口{number}元，進口3噸");
        let found: Vec<_> = extractor
            .mentions(&text)
            .filter_map(|mention| mention.quantity().map(ToString::to_string))
            .collect();
        assert_eq!(found, ["3 t"], "{unit}");
        assert!(number.parse::<Number>().is_err(), "{unit}");
    }
}

/// Bytes of a line that has no end.
const LINE: usize = if cfg!(debug_assertions) { 256 * 1024 } else { 10 * 1024 * 1024 };

/// Memory that a line may take beside what the program itself does: so many bytes a byte, for news, where a
/// hundred bytes hold several mentions and facts, in the form of values and of JSON.
const BYTES_A_BYTE: usize = 64;

/// What the program takes with its tables and one thread.
const PROGRAM: usize = 128 << 20;

#[test]
#[cfg(target_os = "linux")]
fn a_line_without_end_takes_memory_in_proportion() {
    for (name, unit) in [
        ("news", NEWS.trim_end()),
        ("plain", "茶"),
        ("digits", "9"),
        ("magnitudes", "億"),
        ("brackets", "（"),
        ("noise", "\u{202e}\0𠮷👨\u{200d}"),
    ] {
        let file = Scratch::new(&format!("line-{name}"), filled(unit, LINE).as_bytes());
        // The shell sets the limit, for no safe call does; beyond it the program is aborted.
        let limit = (PROGRAM + LINE * BYTES_A_BYTE) / 1024;
        let output = Command::new("sh")
            .args(["-c", &format!("ulimit -v {limit}; exec \"$@\""), "sh"])
            .arg(program())
            .args(["--format", "jsonl", "--threads", "1", file.path()])
            .output()
            .expect("sh starts");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{name}: {} {told}", output.status);
        assert_eq!(output.stdout.iter().filter(|&&byte| byte == b'\n').count(), 1, "{name}");
    }
}
