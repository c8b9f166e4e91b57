//! What the benchmarks share. Each of them uses a part of it.
#![allow(dead_code)]

pub(crate) mod baseline;
pub(crate) mod corpus;

use std::hint::black_box;
use std::time::Duration;

use criterion::Criterion;
use jiff::civil::date;
use zhfact::{Analysis, Extractor};

/// Short runs, since the ratios between rows matter and not their last digit.
pub(crate) fn criterion() -> Criterion {
    Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args()
}

/// An extractor as a user has it who knows the day of the texts, so that times are resolved too.
pub(crate) fn extractor() -> Extractor {
    Extractor::new().at(date(2023, 10, 20))
}

/// Every number of every document, built; how many.
pub(crate) fn numbers(extractor: &Extractor, documents: &[String]) -> usize {
    documents.iter().map(|document| extractor.numbers(document).map(black_box).count()).sum()
}

/// Every quantity and time of every document, built; how many.
pub(crate) fn mentions(extractor: &Extractor, documents: &[String]) -> usize {
    documents.iter().map(|document| extractor.mentions(document).map(black_box).count()).sum()
}

/// Mentions and facts of every document, memory used again; how many facts.
pub(crate) fn facts(extractor: &Extractor, documents: &[String]) -> usize {
    let mut analysis = Analysis::default();
    let mut count = |document| {
        extractor.analyze_into(document, &mut analysis);
        black_box(&analysis).facts().len()
    };
    documents.iter().map(|document| count(document)).sum()
}
