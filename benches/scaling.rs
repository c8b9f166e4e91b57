//! Do two threads do twice the work?

mod support;

use criterion::{BenchmarkId, Criterion, Throughput};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use support::corpus::Corpus;

/// Documents that a thread takes at once.
const BATCH: usize = 64;

fn main() {
    let mut criterion = support::criterion();
    scaling(&mut criterion);
    criterion.final_summary();
}

fn scaling(criterion: &mut Criterion) {
    let corpus = Corpus::news();
    let extractor = support::extractor();
    let expected = support::mentions(&extractor, &corpus.documents);
    let mut group = criterion.benchmark_group("scaling");
    group.throughput(Throughput::Bytes(corpus.bytes()));
    for threads in [1, 2] {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool of threads");
        let count = || -> usize {
            let batches = corpus.documents.par_chunks(BATCH);
            pool.install(|| batches.map(|batch| support::mentions(&extractor, batch)).sum())
        };
        assert_eq!(count(), expected);
        group.bench_function(BenchmarkId::new("mentions", threads), |b| b.iter(count));
    }
    group.finish();
}
