//! Chinese as news writes it, in both scripts, with what is to be found in it.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use zhfact::{Amount, Number};

use super::render::{Orthography, decimal, integer};

/// `value`, which lies below 10^16, in every way that people write it.
pub(crate) fn spellings(value: u64) -> Vec<String> {
    let plain = Orthography::ALL.iter().map(|&orthography| integer(value, orthography));
    let rare =
        [spoken(value), elided(value), simplified_banker(value)].into_iter().chain(with_magnitude(value));
    plain.chain(rare).collect()
}

/// 兩 for 二 where it is said so: 兩百, 兩千, 兩萬.
fn spoken(value: u64) -> String {
    let numerals = integer(value, Orthography::Traditional);
    let numerals = numerals.replace("二百", "兩百").replace("二千", "兩千");
    // 十二萬 and 零二萬 keep theirs.
    match numerals.strip_prefix('二').filter(|rest| rest.starts_with(['萬', '億', '兆'])) {
        Some(rest) => format!("兩{rest}"),
        None => numerals,
    }
}

/// Without the last place where the one before it is there: 二千三 for 二千三百.
fn elided(value: u64) -> String {
    let mut chars: Vec<char> = integer(value, Orthography::Traditional).chars().collect();
    if let [.., '千', _, '百'] | [.., '百', _, '十'] | [.., '萬', _, '千'] = chars[..] {
        chars.pop();
    }
    chars.into_iter().collect()
}

fn simplified_banker(value: u64) -> String {
    integer(value, Orthography::Banker)
        .replace('萬', "万")
        .replace('億', "亿")
        .replace('貳', "贰")
        .replace('陸', "陆")
}

/// Digits with a point before a magnitude, close to it and apart: 1.2345萬, 1.2345 亿.
fn with_magnitude(value: u64) -> Vec<String> {
    [("萬", 4), ("亿", 8), ("萬億", 12)]
        .into_iter()
        .filter(|&(_, places)| value >= 10u64.pow(places))
        .flat_map(|(magnitude, places)| {
            let digits = decimal(value, places);
            let digits = digits.trim_end_matches('0').trim_end_matches('.');
            [format!("{digits}{magnitude}"), format!("{digits} {magnitude}")]
        })
        .collect()
}

/// A word in Traditional and Simplified script.
type Pair = (&'static str, &'static str);

/// Units with their codes.
const UNITS: &[(Pair, &str)] = &[
    (("噸", "吨"), "t"),
    (("公里", "公里"), "km"),
    (("美元", "美元"), "USD"),
    (("億美元", "亿美元"), "USD"),
    (("平方米", "平方米"), "m2"),
    (("家", "家"), "{家}"),
    (("人次", "人次"), "{人次}"),
    (("個百分點", "个百分点"), "[pp]"),
];

/// What bound words make of a number.
type Bounds = fn(Number) -> Amount;

/// Words before and behind a quantity that set its bounds.
const BOUNDS: &[(Pair, Pair, Bounds)] = &[
    (("", ""), ("", ""), Amount::exact),
    (("約", "约"), ("", ""), about),
    (("大約", "大约"), ("", ""), about),
    (("", ""), ("左右", "左右"), about),
    (("超過", "超过"), ("", ""), Amount::more_than),
    (("逾", "逾"), ("", ""), Amount::more_than),
    (("", ""), ("以上", "以上"), Amount::at_least),
    (("至少", "至少"), ("", ""), Amount::at_least),
    (("不少於", "不少于"), ("", ""), Amount::at_least),
    (("不到", "不到"), ("", ""), Amount::less_than),
    (("不超過", "不超过"), ("", ""), Amount::at_most),
    (("", ""), ("以下", "以下"), Amount::at_most),
    (("近", "近"), ("", ""), nearly),
];

fn about(number: Number) -> Amount {
    Amount::exact(number).approximate(true)
}

fn nearly(number: Number) -> Amount {
    Amount::less_than(number).approximate(true)
}

/// A quantity as written in both scripts, and its value as `Quantity` prints it.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    /// With its bound words.
    pub(crate) text: [String; 2],
    /// Number and unit alone.
    pub(crate) core: [String; 2],
    pub(crate) value: String,
}

/// Quantities of every unit, bound and orthography.
pub(crate) fn quantities() -> impl Strategy<Value = Written> {
    // From 11, for a lone 叁 is a name as often as a number, and 一 an article.
    let values = prop_oneof![11u64..100, 100u64..100_000, 11u64..10_u64.pow(8)];
    (values, any::<Index>(), select(UNITS), select(BOUNDS)).prop_map(
        |(value, orthography, (unit, code), (before, behind, bounds))| {
            let spellings = spellings(value);
            let number = &spellings[orthography.index(spellings.len())];
            let factor = if unit.0.starts_with('億') { 100_000_000 } else { 1 };
            let value = Number::from_scaled(i128::from(value) * factor, 0).expect("few digits");
            let core = [format!("{number}{}", unit.0), format!("{}{}", to_simplified(number), unit.1)];
            let text = [
                format!("{}{}{}", before.0, core[0], behind.0),
                format!("{}{}{}", before.1, core[1], behind.1),
            ];
            Written { text, core, value: format!("{} {code}", bounds(value)) }
        },
    )
}

/// The numeral with its characters in Simplified script.
fn to_simplified(number: &str) -> String {
    [("萬", "万"), ("億", "亿"), ("貳", "贰"), ("陸", "陆"), ("兩", "两")]
        .into_iter()
        .fold(number.to_owned(), |number, (traditional, simplified)| number.replace(traditional, simplified))
}

/// What stands around a quantity: sentences with times, names, traps and figures of their own.
const FRAMES: &[(Pair, Pair)] = &[
    (("東港市茶葉出口", "东港市茶叶出口"), ("，居全省前列。", "，居全省前列。")),
    (
        ("2021年1—3月份，全縣規模以上工業企業用地", "2021年1—3月份，全县规模以上工业企业用地"),
        ("，同比增長5.2%；", "，同比增长5.2%；"),
    ),
    (("「新線今年將完成", "“新线今年将完成"), ("」，董事長說。\n", "”，董事长说。\n")),
    (
        ("據統計，四通八達的路網去年新增", "据统计，四通八达的路网去年新增"),
        ("，較上年末多。", "，较上年末多。"),
    ),
    (
        ("360公司（第一大股東）10月25日晚間公告：擬收購", "360公司（第一大股东）10月25日晚间公告：拟收购"),
        ("。", "。"),
    ),
    (
        ("其中，A股、5G和新能源各為", "其中，A股、5G和新能源各为"),
        ("，一般不再調整。\r\n", "，一般不再调整。\r\n"),
    ),
    (("上半年累計", "上半年累计"), ("，十分可觀；", "，十分可观；")),
];

/// A sentence in both scripts with the quantity in it, and where that begins.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    pub(crate) text: [String; 2],
    pub(crate) quantity: Written,
    pub(crate) start: [usize; 2],
}

pub(crate) fn sentences() -> impl Strategy<Value = Sentence> {
    (select(FRAMES), quantities()).prop_map(|((before, behind), quantity)| Sentence {
        text: [
            format!("{}{}{}", before.0, quantity.text[0], behind.0),
            format!("{}{}{}", before.1, quantity.text[1], behind.1),
        ],
        start: [before.0.len(), before.1.len()],
        quantity,
    })
}

/// A text of some sentences, in both scripts.
pub(crate) fn documents() -> impl Strategy<Value = [String; 2]> {
    proptest::collection::vec(sentences(), 1..6).prop_map(|sentences| {
        [0, 1].map(|script| sentences.iter().map(|sentence| sentence.text[script].as_str()).collect())
    })
}
