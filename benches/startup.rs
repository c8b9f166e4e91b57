//! What does the first call cost, for which the lexicons are built? It happens once in a process, so that
//! this program starts itself; the row `process` is the start alone.

mod support;

use std::process::Command;

use criterion::Criterion;
use zhfact::Extractor;

/// Names the first call that a process started by this one makes.
const CALL: &str = "ZHFACT_FIRST_CALL";

const TEXT: &str = "去年全縣茶葉產量約1.5萬噸，同比增長5%。";

fn main() {
    match std::env::var(CALL).as_deref() {
        Ok("mentions") => assert_eq!(Extractor::new().mentions(TEXT).count(), 3),
        Ok("facts") => assert_eq!(Extractor::new().analyze(TEXT).facts().len(), 2),
        Ok(_) => {}
        Err(_) => {
            let mut criterion = support::criterion();
            startup(&mut criterion);
            criterion.final_summary();
        }
    }
}

fn startup(criterion: &mut Criterion) {
    let program = std::env::current_exe().expect("a program has a path");
    let run = |call: &str| {
        let status = Command::new(&program).env(CALL, call).status().expect("the program starts");
        assert!(status.success(), "{call}");
    };
    let mut group = criterion.benchmark_group("startup");
    for call in ["process", "mentions", "facts"] {
        group.bench_function(call, |b| b.iter(|| run(call)));
    }
    // Every extractor with words of its own has a lexicon of its own.
    group.bench_function("own_lexicon", |b| b.iter(|| Extractor::builder().add_name("七號公館").build()));
    group.finish();
}
