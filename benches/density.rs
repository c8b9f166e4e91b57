//! What does a text cost by how much it holds?

mod support;

use criterion::{BenchmarkId, Criterion, Throughput};

use support::baseline::Baseline;
use support::corpus::{Corpus, DENSE, NEWS, NONE, PROSE, SPARSE, WORDS};

fn main() {
    let mut criterion = support::criterion();
    density(&mut criterion);
    criterion.final_summary();
}

fn density(criterion: &mut Criterion) {
    let extractor = support::extractor();
    let baseline = Baseline::new();
    let mut group = criterion.benchmark_group("density");
    for (name, figures, prose) in [
        ("dense", DENSE, DENSE),
        ("news", NEWS, PROSE),
        ("sparse", SPARSE, PROSE),
        ("words", WORDS, WORDS),
        ("none", NONE, NONE),
    ] {
        let corpus = Corpus::generated(500_000, figures, prose);
        let documents = corpus.documents.as_slice();
        let mentions = support::mentions(&extractor, documents);
        let written = corpus.written.unwrap_or(0);
        assert!(
            mentions * 10 >= written * 9 && mentions * 10 <= written * 11,
            "{name}: {mentions} of {written}"
        );
        group.throughput(Throughput::Bytes(corpus.bytes()));
        let id = |what| BenchmarkId::new(what, name);
        group.bench_function(id("numbers"), |b| b.iter(|| support::numbers(&extractor, documents)));
        group.bench_function(id("mentions"), |b| b.iter(|| support::mentions(&extractor, documents)));
        group.bench_function(id("facts"), |b| b.iter(|| support::facts(&extractor, documents)));
        group.bench_function(id("regex_baseline"), |b| {
            b.iter(|| documents.iter().map(|text| baseline.matches(text).count()).sum::<usize>())
        });
        group.bench_function(id("utf8_validate"), |b| {
            b.iter(|| documents.iter().filter(|text| std::str::from_utf8(text.as_bytes()).is_ok()).count())
        });
    }
    group.finish();
}
