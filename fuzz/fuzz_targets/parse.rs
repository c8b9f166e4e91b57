//! Whole-string parsing of any string: a value that prints as it parses, or an error with its place.

#![no_main]

use libfuzzer_sys::fuzz_target;
use zhfact::{Error, Extractor, Number, Quantity, Region};

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    match text.parse::<Number>() {
        Ok(number) => assert_eq!(number.to_string().parse::<Number>().as_ref(), Ok(&number), "{text:?}"),
        Err(error) => check(&text, &error),
    }
    if let Err(error) = text.parse::<Quantity>() {
        check(&text, &error);
    }
    match Extractor::new().quantity(&text) {
        Ok(quantity) => {
            // The units that a sum or a conversion meets are any; none may panic.
            let _ = quantity.checked_add(&quantity);
            let _ = quantity.to_si();
        }
        Err(error) => check(&text, &error),
    }
    if let Err(error) = text.parse::<Region>() {
        assert!(!error.to_string().is_empty());
    }
});

/// The place of an error lies inside of the text, on character boundaries.
fn check(text: &str, error: &Error) {
    let span = error.span().expect("an error of a parse has its place");
    assert!(text.get(span.start()..span.end()).is_some(), "{error:?} of {text:?}");
    assert!(!error.to_string().is_empty());
}
