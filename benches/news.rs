//! How fast is news read, beside what one would write instead and beside the limits?
//!
//! All rows read the same documents in the same run: generated ones, or the lines of the file in
//! `ZHFACT_CORPUS`. `regex_baseline` is the rival, `utf8_validate`, `classify` and `memchr_rare` are limits.

mod support;

use std::hint::black_box;

use criterion::{Criterion, Throughput};

use support::baseline::Baseline;
use support::corpus::Corpus;

fn main() {
    let mut criterion = support::criterion();
    news(&mut criterion);
    criterion.final_summary();
}

fn news(criterion: &mut Criterion) {
    let corpus = Corpus::news();
    let documents = corpus.documents.as_slice();
    let extractor = support::extractor();
    let baseline = Baseline::new();
    let classes = Classes::new();
    let each =
        |count: &dyn Fn(&str) -> usize| documents.iter().map(|document| count(document)).sum::<usize>();
    let regex = |text: &str| baseline.matches(text).map(black_box).count();
    let rare = |text: &str| memchr::memchr_iter(RARE, text.as_bytes()).count();
    let valid = |text: &str| std::str::from_utf8(text.as_bytes()).map_or(0, str::len);

    check(&corpus, &extractor);
    assert_eq!(each(&regex), each(&|text| baseline.count(text)));
    assert_eq!(each(&|text| classes.numerals(text)), each(&|text| text.chars().filter(is_numeral).count()));
    assert_eq!(each(&rare), each(&|text| text.bytes().filter(|&byte| byte == RARE).count()));
    assert_eq!(each(&valid), each(&str::len));

    let mut group = criterion.benchmark_group("news");
    group.throughput(Throughput::Bytes(corpus.bytes()));
    group.bench_function("numbers", |b| b.iter(|| support::numbers(&extractor, documents)));
    group.bench_function("mentions", |b| b.iter(|| support::mentions(&extractor, documents)));
    group.bench_function("facts", |b| b.iter(|| support::facts(&extractor, documents)));
    group.bench_function("regex_baseline", |b| b.iter(|| each(&regex)));
    group.bench_function("utf8_validate", |b| b.iter(|| each(&|text| valid(black_box(text)))));
    group.bench_function("classify", |b| b.iter(|| each(&|text| classes.numerals(text))));
    group.bench_function("memchr_rare", |b| b.iter(|| each(&rare)));
    group.finish();
}

/// A byte that news hardly holds.
const RARE: u8 = b'~';

/// What is timed must be found: of the generated news nearly all that was written into it, and no more
/// than a little beside.
fn check(corpus: &Corpus, extractor: &zhfact::Extractor) {
    let documents = corpus.documents.as_slice();
    let mentions = support::mentions(extractor, documents);
    let analysed: usize = documents.iter().map(|text| extractor.analyze(text).mentions().len()).sum();
    assert_eq!(mentions, analysed, "the mentions of an analysis are the mentions");
    let (numbers, facts) = (support::numbers(extractor, documents), support::facts(extractor, documents));
    println!(
        "{} documents, {} bytes: {numbers} numbers, {mentions} mentions, {facts} facts",
        documents.len(),
        corpus.bytes()
    );
    if let Some(written) = corpus.written {
        assert!(mentions * 100 >= written * 90 && mentions * 100 <= written * 110, "{written} were written");
        assert!(facts * 2 > mentions, "most mentions state something");
    }
}

/// A safe classifier of every character by one table look-up: what a scan must at least do.
struct Classes(Vec<u8>);

impl Classes {
    fn new() -> Self {
        let class = |code: u32| u8::from(char::from_u32(code).is_some_and(|c| is_numeral(&c)));
        Classes((0..=0xFFFF).map(class).collect())
    }

    fn numerals(&self, text: &str) -> usize {
        let class = |c: char| self.0.get(usize::try_from(u32::from(c)).unwrap_or(0)).copied().unwrap_or(0);
        text.chars().map(|c| usize::from(class(c))).sum()
    }
}

fn is_numeral(c: &char) -> bool {
    c.is_ascii_digit() || "〇零一二兩两三四五六七八九十百千萬万億亿兆０１２３４５６７８９".contains(*c)
}
