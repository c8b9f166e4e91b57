//! Does the time grow with the length, and no faster?

use std::time::{Duration, Instant};

/// Large in an optimised build, where noise is small against the time of a large document.
pub(crate) const SIZE: usize = if cfg!(debug_assertions) { 4 * 1024 } else { 64 * 1024 };

/// How much longer the second text of a pair is.
const GROWTH: usize = 4;

/// What the time may grow by: twice what it should, and half of what work that grows with the square takes.
const LIMIT: u32 = 8;

/// A clock and a scheduler measure no shorter time than this.
const GRAIN: Duration = Duration::from_micros(200);

/// Other processes only ever add time, so the best of many runs counts; few are needed mostly.
const RUNS: usize = 12;

/// The unit, repeated to so many bytes.
pub(crate) fn filled(unit: &str, size: usize) -> String {
    unit.repeat(size / unit.len())
}

/// Whether reading a text of `unit` alone takes longer than its length explains.
pub(crate) fn grows_too_fast(unit: &str, read: impl Fn(&str)) -> bool {
    let (short, long) = (filled(unit, SIZE), filled(unit, SIZE * GROWTH));
    let time = |text: &str| {
        let start = Instant::now();
        read(text);
        start.elapsed()
    };
    let (mut least_short, mut least_long) = (Duration::MAX, Duration::MAX);
    (0..RUNS).all(|_| {
        least_short = least_short.min(time(&short));
        least_long = least_long.min(time(&long));
        least_long > LIMIT * least_short + GRAIN
    })
}
