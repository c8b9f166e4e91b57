//! Extraction of every layer from any string, under every region, with and without a reference day.

#![no_main]

mod laws;

use std::sync::LazyLock;

use jiff::civil::{DateTime, date};
use libfuzzer_sys::fuzz_target;
use zhfact::{Extractor, Region};

static EXTRACTORS: LazyLock<Vec<Extractor>> = LazyLock::new(|| {
    let of = |region| Extractor::builder().region(region).vague_times(true).build().expect("a region");
    let mainland = of(Region::Mainland);
    vec![
        Extractor::new(),
        mainland.at(date(2020, 2, 29).at(23, 59, 59, 0)),
        of(Region::Taiwan).at(DateTime::MIN),
        of(Region::HongKong).at(DateTime::MAX),
    ]
});

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    for extractor in EXTRACTORS.iter() {
        laws::check(extractor, &text);
    }
});
