//! Laws of times: a day has one meaning however it is written, and no text upsets the resolution.

use jiff::civil::{Date, DateTime, date};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use zhfact::{Extractor, Kind, Mention, Span, TimeExpression};

/// What times are made of, and words that look like them.
const PIECES: &[&str] = &[
    "2021年",
    "二〇二一年",
    "21年",
    "113年度",
    "民國",
    "公元前",
    "今年",
    "去年",
    "次年",
    "上",
    "下",
    "本",
    "這",
    "個",
    "月",
    "周",
    "周五",
    "星期",
    "日",
    "號",
    "3",
    "12",
    "31",
    "99",
    "0",
    "三",
    "十",
    "廿",
    "零",
    "半",
    "季度",
    "第",
    "前",
    "後",
    "首",
    "末",
    "底",
    "初",
    "中旬",
    "上半年",
    "年",
    "天",
    "小時",
    "分鐘",
    "點",
    "時",
    "分",
    "秒",
    ":",
    "30",
    "至",
    "—",
    "-",
    "/",
    ".",
    "、",
    "，",
    "。",
    "\n",
    " ",
    "同期",
    "當日",
    "昨晚",
    "凌晨",
    "下午",
    "春節",
    "閏",
    "農曆",
    "正月",
    "初八",
    "清明",
    "以來",
    "或之前",
    "內",
    "過去",
    "未來",
    "近",
    "每",
    "年代",
    "世紀",
    "十四五",
    "Q3",
    "1H25",
    "PM",
    "（",
    "）",
    "預計",
    "了",
    "20240307",
    "9999年",
    "1000年",
];

fn texts() -> impl Strategy<Value = String> {
    vec(select(PIECES), 0..16).prop_map(|pieces| pieces.concat())
}

fn references() -> impl Strategy<Value = DateTime> {
    let ends = select(&[DateTime::MIN, DateTime::MAX][..]);
    let usual = (1900i16..2100, 1i8..=12, 1i8..=28, 0i8..24)
        .prop_map(|(year, month, day, hour)| date(year, month, day).at(hour, 0, 0, 0));
    prop_oneof![1 => ends, 9 => usual]
}

fn days() -> impl Strategy<Value = Date> {
    (1912i16..=2099, 1i8..=12, 1i8..=31)
        .prop_filter_map("no such day", |(year, month, day)| Date::new(year, month, day).ok())
}

/// A number below 100 in numerals.
fn numerals(n: i8) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: i8| DIGITS[usize::try_from(n).expect("a digit")];
    match (n / 10, n % 10) {
        (0, ones) => digit(ones).to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    }
}

/// A year digit by digit.
fn year_in_numerals(year: i16) -> String {
    let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    year.to_string().bytes().map(|byte| digits[usize::from(byte - b'0')]).collect()
}

/// Every way in which the crate should read one and the same day.
fn orthographies(day: Date) -> Vec<String> {
    let (y, m, d) = (day.year(), day.month(), day.day());
    let (month, date) = (numerals(m), numerals(d));
    vec![
        format!("{y}年{m}月{d}日"),
        format!("{y}年{m:02}月{d:02}日"),
        format!("{y} 年 {m} 月 {d} 日"),
        format!("{y}年{m}月{d}号"),
        format!("{}年{month}月{date}日", year_in_numerals(y)),
        format!("民國{}年{m}月{d}日", y - 1911),
        format!("{y}-{m:02}-{d:02}"),
        format!("{y}/{m}/{d}"),
        format!("{y}.{m}.{d}"),
    ]
}

fn only(mentions: &[Mention<'_>], text: &str) -> Option<TimeExpression> {
    match mentions {
        [one] if one.span() == Span::new(0, text.len()) => one.time().cloned(),
        _ => None,
    }
}

proptest! {
    #[test]
    fn a_day_has_one_meaning_in_every_orthography(day in days()) {
        let extractor = Extractor::new();
        for text in orthographies(day) {
            let mentions: Vec<_> = extractor.mentions(&text).collect();
            let time = only(&mentions, &text);
            prop_assert!(time.is_some(), "{}: {:?}", text, mentions);
            let time = time.expect("just looked");
            prop_assert_eq!(time.timex().to_string(), day.to_string(), "{}", text);
            prop_assert_eq!(time.period().and_then(|p| p.from_date()), Some(day), "{}", text);
        }
    }

    #[test]
    fn a_clock_time_is_read_in_digits_and_words(hour in 0i8..24, minute in 0i8..60) {
        let extractor = Extractor::new();
        let spoken = format!("{hour}时{minute}分");
        for text in [format!("{hour:02}:{minute:02}"), spoken, format!("2020年5月4日{hour}点{minute}分")] {
            let mentions: Vec<_> = extractor.mentions(&text).collect();
            let time = only(&mentions, &text);
            prop_assert!(time.is_some(), "{}: {:?}", text, mentions);
            let timex = time.expect("just looked").timex().to_string();
            prop_assert!(timex.ends_with(&format!("T{hour:02}:{minute:02}")), "{}: {}", text, timex);
        }
    }

    #[test]
    fn no_text_upsets_the_resolution(text in texts(), reference in references()) {
        let extractor = Extractor::builder().reference(reference).build().expect("a reference");
        let mut end = 0;
        for mention in extractor.mentions(&text) {
            prop_assert!(mention.span().start() >= end);
            end = mention.span().end();
            let Some(time) = mention.time() else { continue };
            let Some(period) = time.period() else { continue };
            if let (Some(from), Some(until)) = (period.from(), period.until()) {
                prop_assert!(from <= until, "{:?} is {}", mention, period);
            }
        }
    }

    #[test]
    fn without_a_reference_only_what_is_stated_is_resolved(text in texts()) {
        let open = Extractor::new();
        let resolved = Extractor::builder().reference(date(2021, 6, 14)).build().expect("a reference");
        let key = |mention: &Mention<'_>| {
            (mention.span(), mention.extent(), mention.kind(), mention.time().map(|time| time.timex().to_string()))
        };
        let without: Vec<_> = open.mentions(&text).map(|mention| key(&mention)).collect();
        let with: Vec<_> = resolved.mentions(&text).map(|mention| key(&mention)).collect();
        prop_assert_eq!(without, with);
    }

    #[test]
    fn sets_have_no_period(text in texts(), reference in references()) {
        let extractor = Extractor::builder().reference(reference).build().expect("a reference");
        for mention in extractor.mentions(&text).filter(|mention| mention.kind() == Kind::Set) {
            prop_assert_eq!(mention.time().and_then(|time| time.period()), None);
        }
    }
}

/// Found by `no_text_upsets_the_resolution`: the stretch ended before it began.
#[test]
fn a_length_below_zero_is_no_stretch() {
    let extractor = Extractor::builder().reference(date(2024, 3, 5)).build().expect("defaults");
    for text in ["過去-3年", "未來-3年", "前-3天"] {
        let periods: Vec<_> = extractor
            .mentions(text)
            .filter_map(|mention| mention.time().and_then(|time| time.period().copied()))
            .collect();
        assert_eq!(periods, [], "{text}");
    }
}
