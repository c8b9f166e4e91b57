//! Runs the corpora of facts, and checks what holds for the facts of any text.
//!
//! `corpus/facts/README.md` has the format.

#[path = "support/script.rs"]
mod script;
#[path = "support/script_table.rs"]
mod script_table;

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use zhfact::{Analysis, Extractor, Fact, Kind, Part, Region, Span, Status};

/// One test for each file.
macro_rules! corpora {
    ($($name:ident)*) => {
        const FILES: &[&str] = &[$(stringify!($name)),*];
        $(
            #[test]
            fn $name() {
                run(stringify!($name));
            }
        )*
    };
}

corpora! { mainland taiwan hongkong constructions }

/// A text with its facts, each as a line of the corpora.
#[derive(Debug, Default)]
struct Case {
    title: String,
    region: Region,
    text: String,
    facts: Vec<String>,
}

#[test]
fn titles_are_unique_and_texts_many() {
    let cases: Vec<Case> = FILES.iter().flat_map(|name| cases(name)).collect();
    let titles: HashSet<&str> = cases.iter().map(|case| case.title.as_str()).collect();
    assert_eq!(titles.len(), cases.len(), "two cases have one title");
    assert!(cases.len() >= 60, "only {} texts", cases.len());
}

fn run(name: &str) {
    let failures: Vec<String> = cases(name).iter().filter_map(|case| check(case).err()).collect();
    assert!(failures.is_empty(), "{} cases of {name}.txt fail\n\n{}", failures.len(), failures.join("\n"));
}

fn check(case: &Case) -> Result<(), String> {
    let extractor = Extractor::builder().region(case.region).build().expect("a region");
    let analysis = extractor.analyze(&case.text);
    let found: Vec<String> = analysis.facts().iter().map(|fact| line(fact, &analysis, &case.text)).collect();
    if found != case.facts {
        let wanted = if case.facts.is_empty() { "nothing".to_owned() } else { case.facts.join("\n  ") };
        return Err(format!("{}\n wanted\n  {wanted}\n found\n  {}\n", case.title, found.join("\n  ")));
    }
    let other = script::other(&case.text)
        .map_err(|c| format!("{}: {c} is not in the table: run support/script.py", case.title))?;
    let there = extractor.analyze(&other);
    match places(&analysis) == places(&there) {
        true => Ok(()),
        false => {
            Err(format!("{}: other facts in the other script\n {other}\n {:#?}", case.title, there.facts()))
        }
    }
}

/// A fact as the corpora write it.
fn line(fact: &Fact, analysis: &Analysis<'_>, text: &str) -> String {
    let mention = |index: usize| analysis.mentions()[index].text();
    let part = |part: Option<Part>| match part {
        None => "–".to_owned(),
        Some(part) if part.is_inherited() => format!("({})", part.span().of(text)),
        Some(part) => part.span().of(text).to_owned(),
    };
    let id = fact.indicator_id().map_or(String::new(), |id| format!(" [{id}]"));
    let mut figure = vec![fact.aspect().name()];
    figure.extend(fact.basis().map(|basis| basis.name()));
    figure.extend(fact.direction().map(|direction| direction.name()));
    figure.extend((fact.status() != Status::Actual).then(|| fact.status().name()));
    let mut parts = vec![
        part(fact.subject()),
        part(fact.indicator()) + &id,
        figure.join(" "),
        fact.period().map_or("–", mention).to_owned(),
    ];
    parts.extend(fact.part_of().map(|whole| format!("part of {}", mention(analysis.facts()[whole].value()))));
    parts.extend(fact.condition().map(|index| format!("if {}", mention(index))));
    parts.extend(fact.is_cumulative().then(|| "cumulative".to_owned()));
    parts.extend(fact.is_mismatched().then(|| "mismatched".to_owned()));
    format!("{} => {}", mention(fact.value()), parts.join(" · "))
}

/// Facts without their words: equal for a text in either script.
fn places(analysis: &Analysis<'_>) -> Vec<String> {
    analysis.facts().iter().map(|fact| format!("{fact:?}")).collect()
}

fn cases(name: &str) -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/facts").join(format!("{name}.txt"));
    let content = fs::read_to_string(&path).expect(name);
    let mut region = Region::Mainland;
    let mut cases: Vec<Case> = Vec::new();
    let mut open = false;
    for row in content.lines() {
        if let Some(title) = row.strip_prefix("== ") {
            cases.push(Case { title: title.to_owned(), region, ..Case::default() });
            open = true;
        } else if let Some(setting) = row.strip_prefix("-- region ") {
            let set = setting.parse().expect("a region");
            match cases.last_mut() {
                Some(case) => case.region = set,
                None => region = set,
            }
        } else if row.is_empty() {
            open = false;
        } else if let Some(case) = cases.last_mut().filter(|_| open) {
            match (case.text.is_empty(), row) {
                (true, _) => row.clone_into(&mut case.text),
                (false, "nothing") => {}
                (false, fact) => case.facts.push(fact.to_owned()),
            }
        }
    }
    cases
}

// ---- what holds for any text ----

/// Pieces that facts are made of.
const PIECES: &[&str] = &[
    "全縣",
    "公司",
    "茶葉產量",
    "营业收入",
    "1.5萬噸",
    "12億元",
    "5%",
    "3個百分點",
    "二十家",
    "企業",
    "第三",
    "2021年",
    "上半年",
    "同比",
    "較上年末",
    "增長",
    "下降",
    "增至",
    "分別",
    "、",
    "和",
    "，",
    "；",
    "。",
    "：",
    "（",
    "）",
    "其中",
    "佔",
    "由",
    "至",
    "的",
    "預計",
    "擬",
    "力爭",
    "將",
    "據",
    "公告",
    "排名",
    "約合",
    "累計",
    "年均",
    "完成",
    "目標",
    "方面",
    "高於",
    "\n",
    "「",
    "」",
    "ABC",
    "x",
    "🙂",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn facts_stand_in_their_text(text in prop_oneof![pieces(), any::<String>()]) {
        let extractor = Extractor::new();
        let analysis = extractor.analyze(&text);
        let inside = |span: Span| text.get(span.start()..span.end()).is_some_and(|words| !words.is_empty());
        let mut last = None;
        for (index, fact) in analysis.facts().iter().enumerate() {
            let value = &analysis.mentions()[fact.value()];
            prop_assert!(!value.kind().is_time(), "a fact needs a number");
            prop_assert!(last < Some(fact.value()), "facts are in the order of their numbers");
            last = Some(fact.value());
            prop_assert!(fact.subject().is_none_or(|part| inside(part.span())));
            prop_assert!(fact.indicator().is_none_or(|part| inside(part.span())));
            prop_assert!(fact.period().is_none_or(|at| analysis.mentions()[at].kind().is_time()));
            prop_assert!(fact.part_of().is_none_or(|whole| whole < index));
            prop_assert!(fact.condition().is_none_or(|at| at < fact.value()));
            prop_assert!(!fact.productions().is_empty(), "every fact says what made it");
        }
    }

    #[test]
    fn facts_of_one_text_are_the_same_twice(text in pieces()) {
        let extractor = Extractor::new();
        let mut analysis = extractor.analyze("全縣茶葉產量1.5萬噸");
        analysis = { let first = analysis; drop(first); extractor.analyze(&text) };
        let mut again = Analysis::default();
        extractor.analyze_into(&text, &mut again);
        prop_assert_eq!(analysis, again);
    }
}

#[test]
fn what_a_caller_adds_is_known() {
    let text = "阿蓮木瓜園木瓜甜度指標13.5，年增0.4個百分點";
    let extractor = Extractor::builder()
        .add_subject("阿蓮木瓜園")
        .lexicon("indicator\t木瓜甜度指標\tPAPAYA_BRIX\n")
        .build()
        .expect("a table");
    let analysis = extractor.analyze(text);
    let growth = &analysis.facts()[1];
    assert_eq!(growth.indicator_id(), Some("PAPAYA_BRIX"));
    assert_eq!(growth.subject().map(|part| part.span().of(text)), Some("阿蓮木瓜園"));
    assert_eq!(analysis.mentions()[growth.value()].kind(), Kind::Ratio);
}

/// A text of ten thousand clauses costs as much a clause as a text of a thousand.
#[test]
fn ten_thousand_clauses_are_linear() {
    const CLAUSES: [&str; 4] = [
        "茶葉產量1.5萬噸，同比分別增長3%、其中",
        "由由3億元增至5億元和3億元、",
        "預計2021年收入（佔5%",
        "將甲、乙和利率",
    ];
    let extractor = Extractor::new();
    let time = |text: &str| {
        let start = Instant::now();
        std::hint::black_box(extractor.analyze(text));
        start.elapsed()
    };
    for clause in CLAUSES {
        let (few, many) = (clause.repeat(1_000), clause.repeat(10_000));
        let few = time(&few).min(time(&few)).max(Duration::from_millis(2));
        let many = time(&many);
        assert!(many < few * 40, "`{clause}`: {many:?} for ten times what took {few:?}");
    }
}
