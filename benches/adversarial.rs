//! Does the time stay in proportion to the text, whatever the text? Each input is read at three sizes; the
//! throughput of the last must be that of the first.

mod support;

use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput};

/// What is repeated until the size is reached.
const PIECES: [(&str, &str); 24] = [
    ("digits", "7"),
    ("numerals", "三"),
    ("varied_numerals", "三百五十億七千萬零八"),
    ("magnitudes", "百千萬億"),
    ("tens", "十"),
    ("each", "每"),
    ("ordinals", "第"),
    ("brackets", "（"),
    ("closed_brackets", "（3）"),
    ("list", "3、"),
    ("dashes", "1-"),
    ("ranges", "3至"),
    ("dates", "2021年3月5日"),
    ("open_dates", "3月"),
    ("fractions", "三分之"),
    ("points", "1."),
    ("groups", "1,234,"),
    ("bounds", "超過約近"),
    ("slashes", "3/"),
    ("colons", "3:"),
    ("spaces", "3 "),
    ("money", "3元"),
    ("times", "上"),
    ("respectively", "分別增長1%、2%、3%"),
];

const SIZE: usize = 16 * 1024;

fn main() {
    let mut criterion = support::criterion();
    adversarial(&mut criterion);
    criterion.final_summary();
}

fn adversarial(criterion: &mut Criterion) {
    let extractor = support::extractor();
    let mut group = criterion.benchmark_group("adversarial");
    group.warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_millis(500));
    for (name, piece) in PIECES {
        for times in [1, 2, 4] {
            let documents = [piece.repeat(SIZE * times / piece.len())];
            group.throughput(Throughput::Bytes(documents[0].len().try_into().unwrap_or(0)));
            group.bench_function(BenchmarkId::new(format!("mentions/{name}"), times), |b| {
                b.iter(|| support::mentions(&extractor, &documents))
            });
            group.bench_function(BenchmarkId::new(format!("facts/{name}"), times), |b| {
                b.iter(|| support::facts(&extractor, &documents))
            });
        }
    }
    group.finish();
}
