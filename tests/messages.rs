//! What errors say, word for word.

use std::ops::Bound::{Excluded, Included};

use zhfact::{Amount, Error, ErrorKind, Extractor, Number, Quantity, Region, Span};

/// The message of an error and the place that it blames.
#[track_caller]
fn says(error: &Error, message: &str, place: Option<(usize, usize)>) {
    assert_eq!(error.to_string(), message);
    assert_eq!(error.span(), place.map(|(start, end)| Span::new(start, end)), "{message}");
}

#[track_caller]
fn number(text: &str, message: &str, place: (usize, usize)) {
    says(&text.parse::<Number>().expect_err(text), message, Some(place));
}

#[track_caller]
fn quantity(text: &str, message: &str, place: (usize, usize)) {
    says(&text.parse::<Quantity>().expect_err(text), message, Some(place));
}

#[track_caller]
fn table(rows: &str, message: &str) {
    let error = Extractor::builder().lexicon(rows).build().expect_err(rows);
    assert!(matches!(error.kind(), ErrorKind::Row { .. }), "{error:?}");
    says(&error, message, None);
}

#[test]
fn no_number() {
    number("", "expected a number, found the end of the text at byte 0", (0, 0));
    number("新茶", "expected a number, found `新茶` at byte 0", (0, 6));
    number("  元", "expected a number, found `元` at byte 2", (2, 5));
}

#[test]
fn text_behind_a_number() {
    number("三個", "expected the end of the text after a number, found `個` at byte 3", (3, 6));
    number("12.5.3", "expected the end of the text after a number, found `.3` at byte 4", (4, 6));
    number("1, 234", "expected the end of the text after a number, found `, 234` at byte 1", (1, 6));
}

#[test]
fn a_long_rest_is_shortened() {
    number(
        "八，後面還有許多許多許多許多字",
        "expected the end of the text after a number, found `，後面還有許多許多許多許…` at byte 3",
        (3, 45),
    );
}

#[test]
fn a_number_of_too_many_digits() {
    let message = "number does not fit into 28 significant digits at byte 0";
    number(&"7".repeat(29), message, (0, 29));
    number(&"七".repeat(29), message, (0, 87));
    assert!("7".repeat(28).parse::<Number>().is_ok());
}

#[test]
fn no_quantity() {
    quantity("", "expected a quantity, found the end of the text at byte 0", (0, 0));
    quantity("不少錢", "expected a quantity, found `不少錢` at byte 0", (0, 9));
}

#[test]
fn text_behind_a_quantity() {
    quantity("五噸米", "expected the end of the text after a quantity, found `米` at byte 6", (6, 9));
    quantity("3家和4家", "expected the end of the text after a quantity, found `和4家` at byte 4", (4, 11));
}

#[test]
fn fractions_and_decimals() {
    says(&Number::fraction(1, 0).unwrap_err(), "division by zero", None);
    let message = "number does not fit into 28 significant digits";
    says(&Number::fraction(1, i128::MAX).unwrap_err(), message, None);
    says(&Number::from_scaled(10i128.pow(28), 0).unwrap_err(), message, None);
}

#[test]
fn an_empty_interval() {
    let (three, five) = (Number::from(3), Number::from(5));
    let message = "lower bound 5 is above upper bound 3";
    says(&Amount::new(Included(five), Included(three)).unwrap_err(), message, None);
    says(&Amount::new(Excluded(five), Excluded(three)).unwrap_err(), message, None);
    assert!(Amount::new(Included(three), Included(three)).is_ok());
}

#[test]
fn units_that_do_not_fit_together() -> Result<(), Error> {
    let (length, mass, share): (Quantity, Quantity, Quantity) =
        ("3公里".parse()?, "5噸".parse()?, "二成".parse()?);
    let tonne = mass.unit().expect("written");
    says(&length.convert(tonne).unwrap_err(), "cannot combine unit `km` with unit `t`", None);
    says(&length.checked_add(&mass).unwrap_err(), "cannot combine unit `t` with unit `km`", None);
    says(&length.checked_add(&share).unwrap_err(), "cannot combine unit `km` with unit `%`", None);
    Ok(())
}

#[test]
fn unknown_names() {
    let currency = Extractor::builder().currency("ZZZ").build().unwrap_err();
    says(&currency, "unknown currency `ZZZ`", None);
    says(&"Taipei".parse::<Region>().unwrap_err(), "unknown region `Taipei`", None);
}

#[test]
fn rows_of_a_lexicon() {
    table(
        "noun\t茶",
        "line 1, column 1: expected currency, unit, classifier, name, indicator or subject, found `noun`",
    );
    table("# measures\n\nclassifier", "line 3, column 2: missing spelling");
    table("classifier\t摞\n\nname\t\n", "line 3, column 2: missing spelling");
    table("currency\t貝殼", "line 1, column 3: missing code");
    table("name\t七號公館\t茶館", "line 1, column 3: unexpected field `茶館`");
    table("unit\t垧\t[shang]\t面積\t10000", "line 1, column 4: unknown dimension `面積`");
    table("unit\t垧\t[shang]\tArea", "line 1, column 5: missing factor");
    table(
        "unit\t垧\t[shang]\tArea\t許多",
        "line 1, column 5: expected a number above zero or a fraction, found `許多`",
    );
    table(
        "unit\t垧\t[shang]\tArea\t0",
        "line 1, column 5: expected a number above zero or a fraction, found `0`",
    );
}

#[test]
fn a_table_without_faults_is_read() -> Result<(), Error> {
    let rows = "# a comment\r\nunit\t垧\t[shang]\tArea\t20000/3\r\n\r\nclassifier\t摞\r\n";
    let extractor = Extractor::builder().lexicon(rows).build()?;
    assert_eq!(extractor.quantity("3垧")?.to_si().map(|si| si.to_string()).as_deref(), Some("20000"));
    assert_eq!(extractor.quantity("兩摞")?.to_string(), "2 {摞}");
    Ok(())
}
