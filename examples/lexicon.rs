//! How do I teach it words of my own? `cargo run --example lexicon`

use zhfact::{Dimension, Error, Extractor};

/// Kind, spelling and what the kind needs, with tabs between.
const TABLE: &str = "\
# words of a region
classifier\t摞
unit\t垧\t[shang]\tArea\t10000
name\t七號公館
currency\t星元幣\tXSY
";

fn main() -> Result<(), Error> {
    let text = "七號公館收來8摞舊書，附近20垧林地賣了三百萬星元幣，每簍橙子重一石半。";
    println!("{text}\n");

    show("as it ships", &Extractor::new(), text);
    let extractor =
        Extractor::builder().lexicon(TABLE).add_unit("石", "[dan]", Dimension::Mass, (50, 1)).build()?;
    show("with words of one's own", &extractor, text);

    // A wrong row is refused, with its line and column.
    let wrong = format!("{TABLE}unit\t晌\t[shang]\tSize\t10000\n");
    println!("{}", Extractor::builder().lexicon(&wrong).build().expect_err("there is no such dimension"));
    Ok(())
}

fn show(title: &str, extractor: &Extractor, text: &str) {
    println!("{title}:");
    for mention in extractor.mentions(text) {
        if let Some(quantity) = mention.quantity() {
            println!("  {} is {quantity}", mention.text());
        }
    }
    println!();
}
