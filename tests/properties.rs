//! Laws that hold for every text and every number.

#[path = "support/render.rs"]
mod render;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use render::{Orthography, decimal, integer};
use zhfact::{Extractor, Mention, Number, Quantity, Region, Span};

const REGIONS: [Region; 3] = [Region::Mainland, Region::Taiwan, Region::HongKong];

/// What expressions are made of: numerals, digits, marks, units, bounds, and words that look like them.
const PIECES: &[&str] = &[
    "一",
    "二",
    "兩",
    "两",
    "三",
    "五",
    "七",
    "八",
    "零",
    "〇",
    "十",
    "百",
    "千",
    "萬",
    "万",
    "億",
    "亿",
    "兆",
    "京",
    "廿",
    "半",
    "幾",
    "几",
    "數",
    "数",
    "壹",
    "貳",
    "拾",
    "仟",
    "0",
    "1",
    "2",
    "30",
    "500",
    "1,234",
    "７",
    ".",
    "．",
    ",",
    "，",
    "、",
    "。",
    "-",
    "－",
    "−",
    "+",
    "—",
    "～",
    "~",
    "至",
    "到",
    "/",
    "／",
    "%",
    "％",
    "‰",
    "（",
    "）",
    "(",
    ")",
    "〔",
    "〕",
    "[",
    "]",
    "「",
    " ",
    "　",
    "\n",
    "\t",
    "點",
    "点",
    "分之",
    "又",
    "負",
    "负",
    "餘",
    "余",
    "多",
    "來",
    "有餘",
    "個",
    "个",
    "家",
    "人",
    "人次",
    "起",
    "股",
    "點",
    "元",
    "角",
    "分",
    "塊",
    "毛",
    "人民幣",
    "美元",
    "HK$",
    "US$",
    "¥",
    "€",
    "公里",
    "米",
    "噸",
    "吨",
    "斤",
    "兩",
    "畝",
    "瓦",
    "時",
    "度",
    "℃",
    "攝氏",
    "零下",
    "成",
    "折",
    "倍",
    "番",
    "個百分點",
    "基點",
    "碼",
    "約",
    "约",
    "超過",
    "近",
    "不到",
    "至少",
    "以上",
    "以下",
    "左右",
    "開外",
    "達",
    "增加了",
    "每",
    "每股",
    "每10股",
    "公斤",
    "第",
    "名",
    "排名",
    "和",
    "與",
    "k",
    "w",
    "M",
    "G",
    "e5",
    "A",
    "KW",
    "年",
    "月",
    "日",
    "天",
    "時",
    "秒",
    "季度",
    "今年",
    "去年同期",
    "上半年",
    "十分",
    "統一",
    "一定",
    "三一重工",
    "360",
    "滬深300",
    "百度",
    "萬一",
    "四川",
    "的",
    "了",
    "企業",
    "增長",
    "\u{200B}",
    "\u{FEFF}",
    "𠮷",
    "🀄",
    "é",
    "e\u{301}",
    "\0",
];

fn pieces() -> impl Strategy<Value = String> {
    vec(select(PIECES), 0..24).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![pieces(), any::<String>(), "\\PC{0,40}", "[0-9０-９,.．，一-龥%元 ]{0,40}"]
}

fn extractor(region: Region) -> Extractor {
    Extractor::builder().region(region).build().expect("a region needs no more")
}

fn boundaries(text: &str, span: Span) -> bool {
    !span.is_empty() && text.is_char_boundary(span.start()) && text.is_char_boundary(span.end())
}

/// Span, extent and value, with the places moved to the left by `by`.
fn shifted(mention: &Mention<'_>, by: usize) -> (Span, Span, String) {
    let moved = |span: Span| Span::new(span.start() - by, span.end() - by);
    (moved(mention.span()), moved(mention.extent()), format!("{:?}", mention.value()))
}

proptest! {
    #[test]
    fn mentions_are_in_order_and_apart(text in any_text(), region in select(&REGIONS[..])) {
        let extractor = extractor(region);
        let mut end = 0;
        for mention in extractor.mentions(&text) {
            prop_assert!(boundaries(&text, mention.span()), "{:?}", mention);
            prop_assert!(boundaries(&text, mention.extent()), "{:?}", mention);
            prop_assert!(mention.extent().contains(mention.span()), "{:?}", mention);
            prop_assert!(mention.span().start() >= end, "{:?} begins before {}", mention, end);
            prop_assert_eq!(mention.text(), mention.span().of(&text));
            end = mention.span().end();
        }
    }

    #[test]
    fn numbers_are_in_order_and_apart(text in any_text()) {
        let mut end = 0;
        for number in Extractor::new().numbers(&text) {
            prop_assert!(boundaries(&text, number.span()), "{:?}", number);
            prop_assert!(number.span().start() >= end, "{:?} begins before {}", number, end);
            end = number.span().end();
        }
    }

    #[test]
    fn parsing_never_panics(text in any_text()) {
        let number = text.parse::<Number>().err();
        let quantity = text.parse::<Quantity>().err();
        for error in number.iter().chain(&quantity) {
            let span = error.span().expect("a parse error has its place");
            prop_assert!(span.end() <= text.len() && text.is_char_boundary(span.start()), "{:?}", error);
        }
    }

    #[test]
    fn sentences_before_shift_the_places(text in pieces()) {
        // Not against the bare text: a number that is all of a text is a mention, a 壹 in it is none.
        const NEAR: &str = "茶園開了花。";
        const FAR: &str = "河水漲了，船也來了。茶園開了花。";
        let extractor = Extractor::new();
        let (near, far) = (format!("{NEAR}{text}"), format!("{FAR}{text}"));
        let places = |text: &str, by| -> Vec<_> {
            extractor.mentions(text).map(|mention| shifted(&mention, by)).collect()
        };
        prop_assert_eq!(places(&near, NEAR.len()), places(&far, FAR.len()));
    }

    #[test]
    fn an_integer_is_read_as_it_was_written(
        value in prop_oneof![0u64..200, 0u64..100_000, 0u64..10_u64.pow(16)],
        orthography in select(Orthography::ALL),
    ) {
        let text = integer(value, orthography);
        let wanted = Number::from_scaled(value.into(), 0)?;
        prop_assert_eq!(text.parse::<Number>()?, wanted, "{} of {:?}", text, orthography);
        let negative = format!("負{text}");
        prop_assert_eq!(negative.parse::<Number>()?, -wanted, "{}", negative);
    }

    #[test]
    fn a_decimal_is_read_as_it_was_written(
        mantissa in 1u64..10_000_000,
        scale in 0u32..6,
        magnitude in select(&[("", 0), ("萬", 4), ("亿", 8), ("萬億", 12)][..]),
    ) {
        let text = format!("{}{}", decimal(mantissa, scale), magnitude.0);
        let wanted = Number::from_scaled(i128::from(mantissa) * 10i128.pow(magnitude.1), scale)?;
        prop_assert_eq!(text.parse::<Number>()?, wanted, "{}", text);
    }

    #[test]
    fn a_price_in_a_sentence_is_found(value in 1u64..10_u64.pow(10), orthography in select(Orthography::ALL)) {
        let price = format!("{}美元", integer(value, orthography));
        let text = format!("售價{price}，已含稅。");
        let extractor = Extractor::new();
        let found: Vec<_> = extractor.mentions(&text).map(|m| (m.text(), m.quantity().map(ToString::to_string))).collect();
        prop_assert_eq!(found, vec![(price.as_str(), Some(format!("{value} USD")))]);
    }

    #[test]
    fn a_value_prints_as_it_parses(mantissa in any::<i64>(), scale in 0u32..10) {
        let number = Number::from_scaled(mantissa.into(), scale)?;
        prop_assert_eq!(number.to_string().parse::<Number>()?, number);
    }
}
