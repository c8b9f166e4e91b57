//! Which numbers are written in a text, whatever they count? `cargo run --example numbers`

use zhfact::{Extractor, Number};

fn main() -> Result<(), zhfact::Error> {
    let text = "全鎮廿三個村，人口三萬五，其中三分之二務工；合同總額叁佰萬元整，去年負債1.2億，如今只剩１，２８０萬。";
    println!("{text}\n");

    let extractor = Extractor::new();
    for number in extractor.numbers(text) {
        println!("{:>10} at byte {:3}  {}", number.value().to_string(), number.span().start(), number.text());
    }

    // A number on its own is a `FromStr` away, and exact: no float is ever in between.
    let total: Number = "一千零一億二千三百萬".parse()?;
    let third: Number = "三分之一".parse()?;
    println!("\n{total} × {third} = {}", total.checked_mul(third).expect("fits into 28 digits"));
    println!("{}", "三萬五千噸".parse::<Number>().expect_err("a unit is no part of a number"));
    Ok(())
}
