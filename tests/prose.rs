//! Laws that hold for Chinese as it is written: what is written is read, whatever stands around it, in either
//! script, and in whatever way the texts are fed.

#[path = "support/prose.rs"]
mod prose;
#[path = "support/render.rs"]
mod render;

use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::*;
use prose::{documents, quantities, sentences, spellings};
use rayon::prelude::*;
use zhfact::{Analysis, Extractor, Fact, Mention, Number, Offsets, Quantity, Span};

/// Span, extent and value of a mention that stands `by` bytes further on.
fn shifted(mention: &Mention<'_>, by: usize) -> (Span, Span, String) {
    let moved = |span: Span| Span::new(span.start() + by, span.end() + by);
    (moved(mention.span()), moved(mention.extent()), format!("{:?}", mention.value()))
}

fn mentions(extractor: &Extractor, text: &str, by: usize) -> Vec<(Span, Span, String)> {
    extractor.mentions(text).map(|mention| shifted(&mention, by)).collect()
}

fn debug(facts: &[Fact]) -> Vec<String> {
    facts.iter().map(|fact| format!("{fact:?}")).collect()
}

proptest! {
    #[test]
    fn a_value_is_read_from_every_spelling(value in prop_oneof![0u64..1000, 0u64..10_u64.pow(16)]) {
        let extractor = Extractor::new();
        let wanted = Number::from_scaled(value.into(), 0)?;
        for spelling in spellings(value) {
            prop_assert_eq!(spelling.parse::<Number>()?, wanted, "{}", spelling);
            let text = format!("（總計）：{spelling}。");
            let numbers: Vec<_> = extractor.numbers(&text).map(|n| (n.text().to_owned(), n.value())).collect();
            // A bare run of so many digits in a text is a telephone number or a code.
            if spelling.bytes().take_while(u8::is_ascii_digit).count() < 11 {
                prop_assert_eq!(&numbers, &[(spelling.clone(), wanted)], "{}", text);
            }
            let price = format!("{spelling}美元");
            prop_assert_eq!(price.parse::<Quantity>()?.to_string(), format!("{wanted} USD"), "{}", price);
            let found: Vec<_> = extractor.mentions(&price).map(|m| m.text().to_owned()).collect();
            prop_assert_eq!(&found, std::slice::from_ref(&price));
        }
    }

    #[test]
    fn a_quantity_parses_in_both_scripts(written in quantities()) {
        for text in &written.text {
            prop_assert_eq!(text.parse::<Quantity>()?.to_string(), written.value.as_str(), "{}", text);
        }
    }

    #[test]
    fn a_quantity_is_found_in_a_sentence(sentence in sentences()) {
        let extractor = Extractor::new();
        for script in [0, 1] {
            let (text, written) = (&sentence.text[script], &sentence.quantity);
            let (start, around) = (sentence.start[script], &written.text[script]);
            let extent = Span::new(start, start + around.len());
            let found: Vec<_> = extractor.mentions(text).filter(|m| m.extent().overlaps(extent)).collect();
            prop_assert_eq!(found.len(), 1, "{}: {:?}", text, found);
            prop_assert_eq!(found[0].text(), written.core[script].as_str(), "{}", text);
            prop_assert_eq!(found[0].extent(), extent, "{}", text);
            let value = found[0].quantity().map(ToString::to_string);
            prop_assert_eq!(value.as_deref(), Some(written.value.as_str()), "{}", text);
        }
    }

    #[test]
    fn both_scripts_say_the_same(document in documents()) {
        let extractor = Extractor::builder().reference(date(2022, 3, 1)).build()?;
        let [traditional, simplified] = document.each_ref().map(|text| extractor.analyze(text));
        // A Chinese character takes three bytes in either.
        let places = |analysis: &Analysis<'_>| -> Vec<_> {
            analysis.mentions().iter().map(|mention| shifted(mention, 0)).collect()
        };
        prop_assert_eq!(places(&traditional), places(&simplified), "{:?}", document);
        prop_assert_eq!(debug(traditional.facts()), debug(simplified.facts()), "{:?}", document);
    }

    #[test]
    fn text_before_and_behind_only_shifts(document in documents()) {
        let extractor = Extractor::new();
        let text = &document[0];
        let numbers = |text: &str, by: usize| -> Vec<_> {
            extractor.numbers(text).map(|n| (n.span().start() + by, n.span().end() + by, n.value())).collect()
        };
        for (before, behind) in [("茶園開了花。", ""), ("", "茶園開了花。"), ("\u{feff}🙂\n", "\n\u{200d}é")] {
            let around = format!("{before}{text}{behind}");
            prop_assert_eq!(mentions(&extractor, text, before.len()), mentions(&extractor, &around, 0));
            prop_assert_eq!(numbers(text, before.len()), numbers(&around, 0));
        }
        let longer = format!("{text}茶園開了花。");
        prop_assert_eq!(debug(extractor.analyze(text).facts()), debug(extractor.analyze(&longer).facts()));
    }

    #[test]
    fn a_batch_gives_what_its_texts_give(texts in vec(documents(), 1..8)) {
        let extractor = Extractor::new();
        let one_by_one: Vec<Analysis<'_>> = texts.iter().map(|text| extractor.analyze(&text[0])).collect();
        let mut reused = Analysis::default();
        for (text, alone) in texts.iter().zip(&one_by_one) {
            extractor.analyze_into(&text[0], &mut reused);
            prop_assert_eq!(&reused, alone);
        }
        let two = rayon::ThreadPoolBuilder::new().num_threads(2).build().expect("two threads");
        let in_parallel: Vec<Analysis<'_>> =
            two.install(|| texts.par_iter().map(|text| extractor.analyze(&text[0])).collect());
        prop_assert_eq!(in_parallel, one_by_one);
    }

    #[test]
    fn mentions_come_as_they_are_asked_for(document in documents(), wanted in 0usize..8) {
        let extractor = Extractor::new();
        let text = document[1].as_str();
        let all: Vec<_> = extractor.mentions(text).collect();
        let mut iterator = extractor.mentions(text);
        let first: Vec<_> = iterator.by_ref().take(wanted).collect();
        // A copy of a half-read iterator goes on from the same place.
        let rest: Vec<_> = iterator.clone().collect();
        prop_assert_eq!(&rest, &iterator.collect::<Vec<_>>());
        prop_assert_eq!([first, rest].concat(), all);
    }

    #[test]
    fn a_day_can_be_set_before_or_after(document in documents(), day in 1i8..=28) {
        let day = date(2021, 2, day);
        let before = Extractor::builder().reference(day).build()?;
        let after = Extractor::builder().reference(date(1999, 1, 1)).build()?.at(day);
        prop_assert_eq!(before.analyze(&document[0]), after.analyze(&document[0]));
    }

    #[test]
    fn offsets_are_those_of_a_count(
        text in "[a一𠮷🙂\u{301}\n]{0,300}",
        asked in vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..20),
    ) {
        let offsets = Offsets::new(&text);
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for (a, b) in asked {
            let (a, b) = (ends[a.index(ends.len())], ends[b.index(ends.len())]);
            let span = Span::new(a.min(b), a.max(b));
            let chars = |at: usize| text[..at].chars().count();
            let utf16 = |at: usize| text[..at].encode_utf16().count();
            prop_assert_eq!(offsets.chars(span), (chars(span.start()), chars(span.end())));
            prop_assert_eq!(offsets.utf16(span), (utf16(span.start()), utf16(span.end())));
        }
    }
}

#[test]
fn offsets_behind_the_end_are_the_end() {
    let offsets = Offsets::new("約5噸");
    assert_eq!(offsets.chars(Span::new(3, 1_000)), (1, 3));
    assert_eq!(Offsets::new("").utf16(Span::new(64, 128)), (0, 0));
}
