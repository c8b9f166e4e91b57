//! How long does a single expression take, beside crates that read Chinese numerals?

mod support;

use std::hint::black_box;

use chinese_number::{ChineseCountMethod, ChineseToNumber};
use criterion::Criterion;
use zhfact::{Number, Quantity};

const NUMERALS: [(&str, i64); 3] =
    [("十五", 15), ("三千零五", 3_005), ("一百二十三萬四千五百六十七", 1_234_567)];

const QUANTITIES: [&str; 5] = ["28個", "129.06億元", "約20餘萬人次", "30至50億美元", "百分之三點五"];

fn main() {
    let mut criterion = support::criterion();
    numerals(&mut criterion);
    criterion.final_summary();
}

fn numerals(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse");
    for (text, value) in NUMERALS {
        let theirs = |text: &str| -> Option<i64> { text.to_number(ChineseCountMethod::TenThousand).ok() };
        assert_eq!(text.parse::<Number>().ok(), Some(Number::from(value)));
        assert_eq!(theirs(text), Some(value));
        assert_eq!(replaced(text), Some(value));
        group.bench_function(format!("zhfact/{text}"), |b| b.iter(|| black_box(text).parse::<Number>()));
        group.bench_function(format!("chinese-number/{text}"), |b| b.iter(|| theirs(black_box(text))));
        group.bench_function(format!("chinese2digits/{text}"), |b| b.iter(|| replaced(black_box(text))));
        group.bench_function(format!("regex_baseline/{text}"), |b| {
            b.iter(|| support::baseline::number(black_box(text)))
        });
    }
    for text in QUANTITIES {
        assert!(text.parse::<Quantity>().is_ok(), "{text}");
        group.bench_function(format!("quantity/{text}"), |b| b.iter(|| black_box(text).parse::<Quantity>()));
    }
    group.finish();
}

/// The first number that chinese2digits finds, which replaces numerals by digits as cn2an does.
fn replaced(text: &str) -> Option<i64> {
    let found = chinese2digits::take_number_from_string(text, true, true);
    found.digits_string_list.first()?.parse().ok()
}
