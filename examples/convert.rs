//! What do quantities come to in other units, and together? `cargo run --example convert`

use zhfact::{Extractor, Quantity};

fn main() -> Result<(), zhfact::Error> {
    let text = "新修渠道18公里又600米，灌溉良田3000畝，日供水1.5萬噸，水溫攝氏4度。";
    println!("{text}\n");

    let extractor = Extractor::new();
    for mention in extractor.mentions(text) {
        let Some(quantity) = mention.quantity() else { continue };
        let si =
            quantity.to_si().map_or_else(|| "no physical unit".to_owned(), |si| format!("{si} in SI units"));
        println!("{} is {quantity}: {si}", mention.text());
    }

    // Units of one dimension convert exactly; a mu is two thirds of a thousand square metres.
    let land: Quantity = "3000畝".parse()?;
    let hectare: Quantity = "1公頃".parse()?;
    println!("\n{land} = {}", land.convert(hectare.unit().expect("a hectare is a unit"))?);

    // Bounds are kept when quantities are added, and what cannot be added says so.
    let canal: Quantity = "18公里".parse()?;
    println!("{canal} + 600餘米 = {}", canal.checked_add(&"600餘米".parse()?)?);
    println!("{canal} + {land}: {}", canal.checked_add(&land).expect_err("a length is no area"));
    Ok(())
}
