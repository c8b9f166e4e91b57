//! What errors say, word for word.

use std::ops::Bound::{Excluded, Included};

use zhfact::{Amount, Builder, Dimension, Error, ErrorKind, Extractor, Number, Quantity, Region, Span};

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
fn what_is_invisible_in_a_row_is_shown() {
    table(
        "\u{202e}unit\t垧",
        "line 1, column 1: expected currency, unit, classifier, name, indicator or subject, found \
         `\\u{202e}unit`",
    );
    table("name\t3M\t\u{1b}[31m", "line 1, column 3: unexpected field `\\u{1b}[31m`");
    table("unit 垧 [shang] Area 10000", "line 1, column 1: expected a tab behind `unit`, found a space");
    let long = "垧".repeat(1_000_000);
    table(&format!("name\t3M\t{long}"), "line 1, column 3: unexpected field `垧垧垧垧垧垧垧垧垧垧垧垧…`");
}

#[test]
fn the_field_of_a_row() {
    let of = |rows: &str| match Extractor::builder().lexicon(rows).build().expect_err(rows).kind() {
        ErrorKind::Row { table, line, column, field, .. } => {
            (table.to_string(), *line, *column, field.to_string())
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(of("unit\t垧\t[shang]\tLand\t10000"), (String::new(), 1, 4, "Land".to_owned()));
    assert_eq!(of("\n\ncurrency\t貝殼"), (String::new(), 3, 3, String::new()));
    assert_eq!(of("classifier\t摞\nclassifier\t摞"), (String::new(), 2, 2, "摞".to_owned()));
}

#[test]
fn rows_that_repeat_or_contradict_each_other() {
    table("classifier\t摞\n# again\nclassifier\t摞\n", "line 3, column 2: `摞` was added on line 1 already");
    table(
        "unit\t垧\t[shang]\tArea\t10000\ncurrency\t垧\tSHL",
        "line 2, column 2: `垧` was added on line 1 as unit [shang], Area, 10000",
    );
    table(
        "indicator\t竹筍行情\tBAMBOO\nindicator\t竹筍行情\tSHOOTS",
        "line 2, column 2: `竹筍行情` was added on line 1 as indicator BAMBOO",
    );
    table(
        "subject\t阿里山\nindicator\t阿里山\t-",
        "line 2, column 2: `阿里山` was added on line 1 as subject",
    );
    table(
        "unit\t垧\t[shang]\tArea\t20000/3\nunit\t晌\t[shang]\tArea\t10000",
        "line 2, column 3: `[shang]` was added on line 1 as Area, 20000/3",
    );
    table("unit\t公噸噸\tt\tMass\t1000000", "line 1, column 3: `t` is Mass, 1000 in the tables that ship");
}

#[test]
fn what_is_no_contradiction() -> Result<(), Error> {
    // A name and a subject at once; two spellings of one unit; one more spelling of a unit that ships; an
    // own meaning of a spelling that ships.
    let rows = "name\t三號茶行\nsubject\t三號茶行\nunit\t垧\t[shang]\tArea\t10000\n\
                unit\t晌\t[shang]\tArea\t20000/2\nunit\t公噸噸\tt\tMass\t1000\nclassifier\t公里\n";
    let extractor = Extractor::builder().lexicon(rows).build()?;
    assert_eq!(extractor.quantity("3公噸噸")?, extractor.quantity("3噸")?);
    assert_eq!(extractor.quantity("3公里")?.to_string(), "3 {公里}");
    Ok(())
}

#[test]
fn tables_with_names() {
    let farm = || Extractor::builder().lexicon_named("farm.tsv", "\u{feff}classifier\t摞\n");
    assert!(farm().build().is_ok());
    let error = |builder: Builder| builder.build().expect_err("a fault");
    says(
        &error(farm().lexicon_named("town.tsv", "#\nclassifier\t摞")),
        "town.tsv, line 2, column 2: `摞` was added on line 1 of farm.tsv already",
        None,
    );
    says(
        &error(Extractor::builder().lexicon("name\t3M").lexicon_named("town.tsv", "name\t3M")),
        "town.tsv, line 1, column 2: `3M` was added on line 1 of another table already",
        None,
    );
    says(
        &error(farm().add_classifier("摞")),
        "farm.tsv, line 1, column 2: `摞` was added in code already",
        None,
    );
    says(
        &error(farm().lexicon_named("town.tsv", "noun\t茶")),
        "town.tsv, line 1, column 1: expected currency, unit, classifier, name, indicator or subject, found \
         `noun`",
        None,
    );
}

#[test]
fn words_that_are_added_in_code() {
    #[track_caller]
    fn word(builder: Builder, message: &str) {
        let error = builder.build().expect_err(message);
        assert!(matches!(error.kind(), ErrorKind::Word { .. }), "{error:?}");
        says(&error, message, None);
    }
    let builder = Extractor::builder;
    word(builder().add_name("3M").add_name("3M"), "`3M` was added in code already");
    word(builder().add_classifier("摞").add_currency("摞", "SHL"), "`摞` was added in code as classifier");
    word(builder().add_subject(" "), "` ` is nothing to look for");
    word(builder().add_currency("貝殼", ""), "`貝殼` has the code ``, which is no code");
    for (numerator, denominator) in [(0, 1), (-1, 1), (1, 0), (1, -2)] {
        word(
            builder().add_unit("垧", "[shang]", Dimension::Area, (numerator, denominator)),
            &format!("`垧` has the factor {numerator}/{denominator}, which is not above zero"),
        );
    }
    word(
        builder().add_unit("石", "t", Dimension::Mass, (50, 1)),
        "`石` has the code `t`, which is Mass, 1000 in the tables that ship",
    );
    word(
        builder().add_unit("垧", "[shang]", Dimension::Area, (1, 1)).add_unit(
            "晌",
            "[shang]",
            Dimension::Mass,
            (1, 1),
        ),
        "`晌` has the code `[shang]`, which was added in code as Area, 1",
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
