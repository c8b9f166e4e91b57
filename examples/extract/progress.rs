//! A bar on standard error while a long input is read, and the messages beside it.

use std::fmt::Display;
use std::io::{IsTerminal, stderr, stdout};

use indicatif::{ProgressBar, ProgressStyle};

use crate::options::Source;

/// Bytes from which on an input is long.
const LONG: u64 = 8 << 20;

/// How far the reading is.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    /// Bytes of all sources together, where their sizes are known.
    total: Option<u64>,
    seen: u64,
    wanted: bool,
}

impl Progress {
    pub(crate) fn new(sources: &[Source]) -> Self {
        // A bar would tear the output apart where both go to one terminal.
        let wanted = stderr().is_terminal() && !stdout().is_terminal();
        Progress { bar: None, total: sources.iter().map(size).sum(), seen: 0, wanted }
    }

    /// `bytes` more are done.
    pub(crate) fn advance(&mut self, bytes: usize) {
        self.seen += u64::try_from(bytes).unwrap_or(0);
        if self.wanted && self.bar.is_none() && self.total.unwrap_or(self.seen) > LONG {
            self.bar = Some(bar(self.total));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.seen);
        }
    }

    /// A message on standard error, above the bar.
    pub(crate) fn say(&self, message: &impl Display) {
        match &self.bar {
            Some(bar) => bar.suspend(|| eprintln!("{message}")),
            None => eprintln!("{message}"),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// The size of a plain file.
fn size(source: &Source) -> Option<u64> {
    match source {
        Source::File(path) => {
            std::fs::metadata(path).ok().filter(|file| file.is_file()).map(|file| file.len())
        }
        Source::Article | Source::Stdin => None,
    }
}

fn bar(total: Option<u64>) -> ProgressBar {
    let (bar, template) = match total {
        Some(total) => {
            (ProgressBar::new(total), "{wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta} left")
        }
        None => (ProgressBar::new_spinner(), "{spinner} {bytes} {bytes_per_sec}"),
    };
    bar.with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()))
}
