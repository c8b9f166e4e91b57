//! Do two threads do twice the work? The baseline, which shares nothing but its pattern, shows what the machine
//! gives.

mod support;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use support::baseline::Baseline;
use support::corpus::Corpus;

/// Documents that a thread takes at once.
const BATCH: usize = 16;

fn main() {
    let mut criterion = support::criterion();
    scaling(&mut criterion);
    criterion.final_summary();
}

/// What reads documents and counts what it found.
type Read<'a> = dyn Fn(&[String]) -> usize + Sync + 'a;

fn scaling(criterion: &mut Criterion) {
    let corpus = Corpus::news();
    let extractor = support::extractor();
    let baseline = Baseline::new();
    let matches = |documents: &[String]| -> usize {
        documents.iter().map(|text| baseline.matches(text).map(black_box).count()).sum()
    };
    let rows: [(&str, &Read); 2] =
        [("mentions", &|documents| support::mentions(&extractor, documents)), ("regex_baseline", &matches)];
    let mut group = criterion.benchmark_group("scaling");
    group.throughput(Throughput::Bytes(corpus.bytes()));
    for (name, read) in rows {
        let expected = read(&corpus.documents);
        for threads in [1, 2] {
            let pool = ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool of threads");
            let count = || -> usize { pool.install(|| corpus.documents.par_chunks(BATCH).map(read).sum()) };
            assert_eq!(count(), expected);
            group.bench_function(BenchmarkId::new(name, threads), |b| b.iter(count));
        }
    }
    group.finish();
}
