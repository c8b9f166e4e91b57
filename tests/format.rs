//! Values written as Chinese: the cases of `format/values.txt`, and the laws of writing.

use std::fmt::Write;
use std::ops::Bound;

use proptest::prelude::*;
use proptest::sample::select;
use zhfact::{
    Amount, Extractor, Format, Mention, Number, Quantity, Rate, Scale, Script, Span, Style, TimeExpression,
    Unit, Value,
};

const SCRIPTS: [Script; 2] = [Script::Traditional, Script::Simplified];

/// The format that a line of the cases names.
fn format(name: &str, script: Script) -> Format {
    let (name, places) = match name.split_once('.') {
        Some((name, places)) => (name, Some(places.parse().expect(name))),
        None => (name, None),
    };
    let (style, options) = name.split_once('+').unwrap_or((name, ""));
    let style = match style {
        "compact" => Style::Compact,
        "numerals" => Style::Numerals,
        "bankers" => Style::Bankers,
        "digits" => Style::Digits,
        "grouped" => Style::Grouped,
        other => panic!("no style `{other}`"),
    };
    let format = Format::new(style, script);
    let format = match options {
        "" => format,
        "liang" => format.liang(true),
        "ten" => format.full_ten(true),
        "zhao" => format.scale(Scale::Zhao),
        other => panic!("no option `{other}`"),
    };
    places.map_or(format, |places| format.precision(places))
}

/// What a text says: a number that is nothing else, or its first mention.
fn written(text: &str, format: &Format) -> String {
    if let Ok(number) = text.parse() {
        return format.number(number);
    }
    let extractor = Extractor::new();
    if let Ok(quantity) = text.parse() {
        return format.quantity(&quantity);
    }
    let mention: Mention<'_> = extractor.mentions(text).next().unwrap_or_else(|| panic!("nothing in {text}"));
    match mention.value() {
        Value::Quantity(quantity) => format.quantity(quantity),
        Value::Time(time) => format.time(time),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_case_is_written_as_told() {
    let mut failures = String::new();
    let cases = include_str!("format/values.txt").split("\n== ").skip(1);
    for case in cases {
        let mut lines = case.lines().filter(|line| !line.is_empty());
        let (title, text) = (lines.next().expect("a title"), lines.next().expect("a value"));
        for line in lines {
            let (name, wanted) = line.split_once(' ').expect(line);
            let wanted: Vec<&str> = wanted.split('|').map(str::trim).collect();
            for (script, wanted) in SCRIPTS.into_iter().zip(&wanted) {
                let found = written(text, &format(name, script));
                if found != *wanted {
                    writeln!(failures, "{title}: {name}: {found}, not {wanted}").expect("a string grows");
                }
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn the_table_of_the_documentation_is_true() {
    let page = include_str!("../src/docs/format.md");
    let (_, table) = page.split_once("| value | ").expect("the table of styles");
    let mut lines = table.lines();
    let names: Vec<&str> = lines.next().expect("heads").split('|').map(str::trim).collect();
    let rows: Vec<&str> = lines.skip(1).take_while(|line| line.starts_with('|')).collect();
    assert!(rows.len() > 5);
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        for (name, wanted) in names.iter().zip(&cells[1..]) {
            let found = written(cells[0], &format(name, Script::Traditional));
            assert_eq!(found, wanted.trim_matches('`'), "{name} of {}", cells[0]);
        }
    }
}

#[test]
fn what_no_text_bounds_is_written_for_people() {
    let anything = Amount::new(Bound::Unbounded, Bound::Unbounded).expect("an interval");
    assert_eq!(Format::compact(Script::Traditional).amount(&anything), "不限");
    let end = |n: i64| Bound::Excluded(Number::from(n));
    let hedged = Amount::new(end(10), Bound::Included(Number::from(20))).expect("rising").approximate(true);
    assert_eq!(Format::compact(Script::Traditional).amount(&hedged), "約10開外且至多20");
}

#[test]
fn facts_are_lines_of_news() {
    let text =
        "2021年，東港市出口額129.06億元，同比增長5.2%，其中茶葉出口3億元；預計2022年出口額比上月減少2億元。";
    let extractor = Extractor::new();
    let analysis = extractor.analyze(text);
    let lines = |format: Format| -> Vec<String> {
        analysis.facts().iter().map(|fact| format.fact(fact, &analysis)).collect()
    };
    assert_eq!(
        lines(Format::compact(Script::Traditional)),
        [
            "2021年東港市出口額129.06億元",
            "2021年東港市出口額同比增長5.2%",
            "其中2021年東港市茶葉出口3億元",
            "2022年東港市出口額預計較上月減少2億元",
        ]
    );
    assert_eq!(lines(Format::numerals(Script::Traditional))[1], "二〇二一年東港市出口額同比增長百分之五點二");
}

/// Every case text of the corpora.
fn corpus() -> Vec<String> {
    let mut texts = Vec::new();
    for folder in ["tests/corpus", "tests/corpus/facts"] {
        let mut files: Vec<_> =
            std::fs::read_dir(folder).expect(folder).map(|entry| entry.expect("a file").path()).collect();
        files.sort();
        for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "txt")) {
            let content = std::fs::read_to_string(file).expect("a text");
            let cases = content.split("\n== ").skip(1);
            texts.extend(cases.filter_map(|case| {
                case.lines().skip(1).find(|line| !line.starts_with("-- ")).map(str::to_owned)
            }));
        }
    }
    texts
}

/// What a text says of a quantity. Whether its unit was told at a neighbour does not count: alone it is told.
fn said(quantity: &Quantity) -> (String, Option<&Unit>, Option<&Rate>, bool) {
    let amount = format!("{:?} {}", quantity.kind(), quantity.amount());
    (amount, quantity.unit(), quantity.rate(), quantity.is_assumed())
}

/// What a text says of a time.
fn told(time: &TimeExpression) -> String {
    let (kind, relation, modifier) = (time.kind(), time.relation(), time.modifier());
    format!("{kind:?} {time} {relation:?} {modifier:?} {:?}", time.amount())
}

/// Whether `written` alone is read as `value`.
fn reads_back(extractor: &Extractor, value: &Value, written: &str) -> bool {
    let mut mentions = extractor.mentions(written);
    match value {
        Value::Quantity(quantity) => {
            extractor.quantity(written).is_ok_and(|read| said(&read) == said(quantity))
        }
        Value::Time(time) => mentions.next().is_some_and(|mention| {
            mention.extent() == Span::new(0, written.len()) && mention.time().map(told) == Some(told(time))
        }),
        other => panic!("{other:?}"),
    }
}

/// What means something else where it stands alone: a time of day; 所, which wants a noun behind it; and
/// `每戶１２．５`, a bare number by its rate.
const NOT_ALONE: [&str; 3] = ["12点", "九所", "１２．５"];

#[test]
fn every_mention_of_the_corpora_reads_back() {
    let extractor = Extractor::builder().vague_times(true).build().expect("settings");
    let mut failures = String::new();
    for text in corpus() {
        for mention in extractor.mentions(&text).filter(|mention| !NOT_ALONE.contains(&mention.text())) {
            for format in FORMATS {
                let written = match mention.value() {
                    Value::Quantity(quantity) => format.quantity(quantity),
                    Value::Time(time) => format.time(time),
                    other => panic!("{other:?}"),
                };
                if !reads_back(&extractor, mention.value(), &written) {
                    writeln!(failures, "{text}: {} is written {written}", mention.text()).expect("grows");
                }
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

const FORMATS: [Format; 4] = [
    Format::compact(Script::Traditional),
    Format::numerals(Script::Simplified).liang(true),
    Format::bankers(Script::Traditional),
    Format::grouped(Script::Simplified),
];

/// Every style in both scripts, with what may differ.
fn formats() -> impl Strategy<Value = Format> {
    let styles = [Style::Compact, Style::Numerals, Style::Bankers, Style::Digits, Style::Grouped];
    let scales = [Scale::Wanyi, Scale::Zhao];
    (select(styles.to_vec()), select(&SCRIPTS[..]), select(scales.to_vec()), any::<bool>(), any::<bool>())
        .prop_map(|(style, script, scale, liang, ten)| {
            Format::new(style, script).scale(scale).liang(liang).full_ten(ten)
        })
}

/// Numbers of all sizes: the whole range, round ones, small ones, fractions.
fn numbers() -> impl Strategy<Value = Number> {
    let most = 10i128.pow(Number::MAX_DIGITS) - 1;
    prop_oneof![
        (-most..=most, 0u32..=28).prop_map(|(mantissa, scale)| Number::from_scaled(mantissa, scale)),
        (-9999i128..=9999, 0u32..=24)
            .prop_map(|(head, zeros)| Number::from_scaled(head * 10i128.pow(zeros), 0)),
        (0i128..=99_999_999, 0u32..=20, 0i128..=999)
            .prop_map(|(head, zeros, tail)| Number::from_scaled(head * 10i128.pow(zeros) + tail, 0)),
        (-100_000i128..=100_000, 0u32..=3).prop_map(|(mantissa, scale)| Number::from_scaled(mantissa, scale)),
        (any::<i64>(), 1i64..).prop_map(|(a, b)| Number::fraction(a.into(), b.into())),
        (-99i128..=99, 1i128..=99).prop_map(|(a, b)| Number::fraction(a, b)),
    ]
    .prop_filter_map("beyond the range", Result::ok)
}

/// Numbers that are told of things.
fn sizes() -> impl Strategy<Value = Number> {
    prop_oneof![
        (0i128..=9999, 0u32..=14).prop_map(|(head, zeros)| Number::from_scaled(head * 10i128.pow(zeros), 0)),
        (0i128..=10_000_000, 0u32..=3).prop_map(|(mantissa, scale)| Number::from_scaled(mantissa, scale)),
    ]
    .prop_filter_map("beyond the range", Result::ok)
}

fn amounts() -> impl Strategy<Value = Amount> {
    let ends = (sizes(), sizes(), any::<bool>(), any::<bool>(), any::<bool>());
    let any_ends = ends.prop_filter_map("falling", |(a, b, open_lo, open_hi, approx)| {
        let bound = |n, open| if open { Bound::Excluded(n) } else { Bound::Included(n) };
        let (lo, hi) = (a.min(b), a.max(b));
        (lo < hi)
            .then(|| Amount::new(bound(lo, open_lo), bound(hi, open_hi)).ok())?
            .map(|a| a.approximate(approx))
    });
    let one = (sizes(), 0u8..5, any::<bool>()).prop_map(|(n, form, approx)| {
        let forms = [Amount::exact, Amount::more_than, Amount::at_least, Amount::less_than, Amount::at_most];
        forms[usize::from(form)](n).approximate(approx)
    });
    let place =
        (1i64..=99, 0u32..=12, any::<bool>()).prop_filter_map("too large", |(head, zeros, several)| {
            let power = 10i64.pow(zeros);
            let ends = match several {
                true => (Bound::Included(power.into()), Bound::Excluded((power * 10).into())),
                false => {
                    (Bound::Excluded((head * power).into()), Bound::Excluded(((head + 1) * power).into()))
                }
            };
            Amount::new(ends.0, ends.1).ok().map(|amount| amount.approximate(true))
        });
    prop_oneof![any_ends, one, place]
}

/// Units of every family: one that begins like a magnitude, one like a numeral, one that stands before.
fn units() -> impl Strategy<Value = Unit> {
    let texts = [
        "3元人民币",
        "3美元",
        "3新台币",
        "3日元",
        "3噸",
        "3千瓦",
        "3千瓦时",
        "3瓦",
        "3升",
        "3兩",
        "3公里",
        "3平方米",
        "3公顷",
        "3攝氏度",
        "3個",
        "3家",
        "3人次",
        "3臺",
        "3股",
        "3%",
        "3個百分點",
        "3個基點",
        "3倍",
        "3三分之一",
    ];
    select(texts.to_vec()).prop_filter_map("no unit", |text| text.parse::<Quantity>().ok()?.unit().cloned())
}

fn quantities() -> impl Strategy<Value = Quantity> {
    let per = select(vec!["3噸", "3公里", "3人", "3股", "3平方米"])
        .prop_filter_map("no unit", |text| text.parse::<Quantity>().ok()?.unit().cloned());
    let rate = (per, select(vec![1i64, 10, 100])).prop_map(|(unit, n)| Rate::new(n.into(), unit));
    prop_oneof![
        (amounts(), units()).prop_map(|(amount, unit)| Quantity::new(amount, Some(unit))),
        (amounts(), rate).prop_map(|(amount, rate)| Quantity::new(amount, Some(yuan())).per(rate)),
        amounts().prop_map(|amount| Quantity::new(amount, None)),
        (0i64..10_000).prop_map(|n| Quantity::ordinal(Amount::exact(n.into()))),
    ]
}

fn yuan() -> Unit {
    let money: Quantity = "3元".parse().expect("money");
    money.unit().expect("a currency").clone()
}

proptest! {
    #[test]
    fn a_number_reads_back(number in numbers(), format in formats()) {
        let written = format.number(number);
        prop_assert_eq!(written.parse::<Number>().ok(), Some(number), "{}", written);
    }

    #[test]
    fn a_quantity_reads_back(quantity in quantities(), format in formats()) {
        let written = format.quantity(&quantity);
        let read = written.parse::<Quantity>();
        prop_assert_eq!(read.as_ref().ok().map(said), Some(said(&quantity)), "{}: {:?}", written, read);
    }

    #[test]
    fn a_day_and_a_clock_read_back(
        year in 1000i16..=2199, month in 1i8..=12, day in 1i8..=28, hour in 0i8..24, minute in 0i8..60,
        format in formats(),
    ) {
        let extractor = Extractor::new();
        for text in [format!("{year}年{month}月{day}日"), format!("{year}年{month}月{day}日{hour}時{minute}分")] {
            let mention = extractor.mentions(&text).next().expect("a time");
            let written = format.time(mention.time().expect("a time"));
            prop_assert!(reads_back(&extractor, mention.value(), &written), "{}", written);
        }
    }

    #[test]
    fn a_time_reads_back(text in times(), format in formats()) {
        let extractor = Extractor::builder().vague_times(true).build()?;
        let whole = |mention: &Mention<'_>| mention.extent() == Span::new(0, text.len());
        if let Some(mention) = extractor.mentions(&text).next().filter(whole)
            && let Some(time) = mention.time()
        {
            let written = format.time(time);
            prop_assert!(reads_back(&extractor, mention.value(), &written), "{} ({:?}): {}", text, time, written);
        }
    }

    #[test]
    fn rounding_is_within_half_a_place_and_says_so(number in sizes(), places in 0u32..4, script in select(&SCRIPTS[..])) {
        let format = Format::digits(script).precision(places);
        let written = format.number(number);
        let rounded: Number = written.trim_start_matches(['约', '約']).parse()?;
        let error = rounded.checked_sub(number).expect("small").abs();
        let half = Number::from_scaled(5, places + 1)?;
        prop_assert!(error <= half, "{} is written {}", number, written);
        prop_assert_eq!(rounded != number, written.starts_with(['约', '約']));
    }

    #[test]
    fn normalizing_maps_every_place(text in texts(), format in formats()) {
        let extractor = Extractor::new();
        let normalized = extractor.normalize(&text, &format);
        let pairs = normalized.rewritten();
        let (mut from, mut to) = (0, 0);
        for &(original, here) in pairs {
            // What is between two expressions is untouched.
            prop_assert_eq!(Span::new(from, original.start()).of(&text), Span::new(to, here.start()).of(normalized.text()));
            prop_assert_eq!(normalized.normalized(original), here);
            prop_assert_eq!(normalized.original(here), original);
            (from, to) = (original.end(), here.end());
        }
        prop_assert_eq!(&text[from..], &normalized.text()[to..]);
        let places: Vec<usize> = (0..=text.len()).map(|at| normalized.normalized(Span::new(at, at)).start()).collect();
        prop_assert!(places.windows(2).all(|two| two[0] <= two[1]), "{:?}", places);
        prop_assert_eq!(normalized.original(Span::new(0, normalized.text().len())), Span::new(0, text.len()));
    }
}

/// Sentences of the corpora, and anything.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![select(corpus()), any::<String>(), "[0-9一二三十百千萬億元噸%年月日點分約至，。a ]{0,30}"]
}

/// What a text says, mention by mention.
fn sayings(text: &str) -> Vec<String> {
    let said = |mention: Mention<'_>| match mention.value() {
        Value::Quantity(quantity) => format!("{:?}", said(quantity)),
        Value::Time(time) => told(time),
        other => panic!("{other:?}"),
    };
    Extractor::new().mentions(text).map(said).collect()
}

#[test]
fn normalized_corpora_say_the_same() {
    let mut failures = String::new();
    for text in corpus() {
        for format in FORMATS {
            let normalized = Extractor::new().normalize(&text, &format);
            if sayings(&text) != sayings(normalized.text()) {
                writeln!(failures, "{text} became {}", normalized.text()).expect("a string grows");
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

/// Times put together of their parts, and what looks like one.
fn times() -> impl Strategy<Value = String> {
    let years = "  2021年 二〇二一年 民國113年 公元163年 公元前221年 去年 今年 前年 明年 當年 次年 上世紀90年代 11世紀";
    let parts = "  3月 3月5日 十二月 1—3月 第三季度 第1至3季度 上半年 春季 底 初 年中 3月底 三月中旬 第12周 3月第二周 \
                 5月第二個星期日 12月最後三天 農曆八月十五 閏四月初五 正月 除夕 立春 國慶節 前三季度 首11個月 5日 同期 周五 周末";
    let nears = "  上月 下個月 本月 上周 下周三 本季度 上季度末 上個半年 今天 昨天 明天 當天 次日 上一交易日 每年 每月 每周 每天 每";
    let clocks = "   9時 9時30分 15:30 上午9時 下午3點半 晚上 凌晨 中午12時 0時 9:30:15 9時至11時 上午9時至下午3時 七八點 晚上七八點";
    let ends = "    以來 以後 以前 或之後 或之前 至今 內 期間";
    let lengths = "3年 兩個月 半年 一個半月 8天20小時 兩年零三個月 五分鐘 30秒 3個交易日 2—3個月 十餘年 三年多 一個多月";
    let placed = "   過去 未來 近 前 每";
    let behind = "   後 前 內 以來";
    let others =
        "2019—2021年 3月5日至8日 2021年3月5日至4月2日 幾個月 過去數天 約3天 3天以上 不到3年 至多兩個月內";
    let one = |words: &'static str| select(words.split(' ').map(str::trim).collect::<Vec<_>>());
    let calendar = (one(years), one(parts), one(nears), one(clocks), one(ends));
    prop_oneof![
        3 => calendar.prop_map(|(year, part, near, clock, end)| match near {
            "" => format!("{year}{part}{clock}{end}"),
            near => format!("{near}{part}{clock}{end}"),
        }),
        1 => one(others).prop_map(str::to_owned),
        1 => (one(placed), one(lengths), one(behind)).prop_map(|(a, b, c)| format!("{a}{b}{c}")),
    ]
}
