//! Work on several threads, answers in the order of the questions.

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};

/// Threads to work with; one thread needs no pool.
#[derive(Debug)]
pub(crate) struct Pool(Option<ThreadPool>);

impl Pool {
    /// `threads` of them, 0 for one a core.
    pub(crate) fn new(threads: usize) -> Result<Self, ThreadPoolBuildError> {
        let pool = ThreadPoolBuilder::new().num_threads(threads);
        Ok(Pool(if threads == 1 { None } else { Some(pool.build()?) }))
    }

    pub(crate) fn map<T: Send, R: Send>(&self, items: Vec<T>, work: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
        match &self.0 {
            Some(pool) => pool.install(|| items.into_par_iter().map(work).collect()),
            None => items.into_iter().map(work).collect(),
        }
    }
}
