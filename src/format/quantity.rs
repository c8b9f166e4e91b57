//! Quantities: the unit behind the amount, the currency around it, the rate.
//!
//! ```text
//! quantity = [ "每" rate ] amount [ "/" rate ]
//! amount   = [ bound ] [ "人民幣" ] number unit, or [ bound ] "百分之" number
//! ```

use core::ops::Bound;

use super::amount::{self, Frame, Kind};
use super::words::{UNITS, Word, code, word};
use super::{Format, Style};
use crate::value::{Dimension, Number, Quantity, QuantityKind, Rate, Unit, UnitKind};

const ORDINAL: &str = "第";
const PER: &str = "每";
const PERCENT: &str = "百分之";
const YUAN: Word = word("元", "元");
/// Banker's: the Traditional form is the one on bills, the Simplified one is allowed beside 圆.
const CAPITAL_YUAN: Word = word("元", "圓");
const JIAO: &str = "角";
const FEN: &str = "分";
const WHOLE: &str = "整";

pub(super) fn quantity(format: &Format, quantity: &Quantity) -> String {
    let ahead = quantity.rate().filter(|rate| goes_ahead(format, quantity, rate));
    // Capitals guard sums of money; 每戶壹拾貳 is nothing that anybody writes.
    let format = match (ahead, format.style) {
        (Some(_), Style::Bankers) => &format.styled(Style::Numerals),
        _ => format,
    };
    let behind = match (ahead, quantity.rate()) {
        (None, Some(rate)) => format!("/{}", per(format, rate)),
        _ => String::new(),
    };
    let written = match (quantity.kind(), quantity.unit()) {
        (QuantityKind::Ordinal, _) => format!("{ORDINAL}{}", format.amount(quantity.amount())),
        (_, Some(unit)) => framed(format, quantity, unit, &behind),
        (_, None) => format.amount(quantity.amount()),
    };
    match ahead {
        Some(rate) => format!("{PER}{}{written}", per(format, rate)),
        None => written,
    }
}

/// Whether the rate stands before the amount: 每噸五千元, not 5000元/噸.
fn goes_ahead(format: &Format, quantity: &Quantity, rate: &Rate) -> bool {
    match quantity.kind() {
        // 5%每年 and 每年5% are not said.
        QuantityKind::Ratio | QuantityKind::Ordinal => false,
        // 7升/100公里 could be two measures of one thing, as 120MW/240MWh is.
        QuantityKind::Measure if rate.amount() != Number::ONE => true,
        QuantityKind::Number => true,
        // 每年 is a time of its own.
        _ => format.style == Style::Numerals && rate.unit().dimension() != Some(Dimension::Time),
    }
}

/// What a rate is per: 噸, 100公里.
fn per(format: &Format, rate: &Rate) -> String {
    let name = UNITS.rate(rate.unit()).map_or(code(rate.unit()), |name| format.say(*name));
    match rate.amount() == Number::ONE {
        true => name.to_owned(),
        false => {
            let frame = Frame { after: name, ..Frame::default() };
            amount::amount(&Format { places: None, ..*format }, &rate.amount().into(), &frame)
        }
    }
}

/// The amount with its unit, and behind that what it is counted by.
fn framed(format: &Format, quantity: &Quantity, unit: &Unit, rate: &str) -> String {
    let name = UNITS.name(unit);
    let word = name.map_or(code(unit), |name| format.say(name.word));
    let frame = match unit.kind() {
        UnitKind::Currency => {
            let local = quantity.is_assumed() || name.is_some_and(|name| name.before);
            let yuan = if format.style == Style::Bankers { CAPITAL_YUAN } else { YUAN };
            let single = quantity.rate().is_none() && is_one_number(quantity);
            let cheque = local && single && format.style == Style::Bankers;
            Frame {
                name: if local && !quantity.is_assumed() { word } else { "" },
                after: if local { format.say(yuan) } else { word },
                kind: if cheque { Kind::Cheque } else { Kind::Plain },
                more: true,
                ..Frame::default()
            }
        }
        UnitKind::Ratio if *unit == Unit::percent() && format.in_words() => {
            Frame { before: PERCENT, repeated: true, ..Frame::default() }
        }
        UnitKind::Ratio if *unit == Unit::percent() => {
            Frame { after: word, repeated: true, ..Frame::default() }
        }
        UnitKind::Ratio if *unit == Unit::one() => {
            Frame { kind: Kind::Parts, repeated: true, ..Frame::default() }
        }
        kind => Frame { after: word, more: kind == UnitKind::Measure, ..Frame::default() },
    };
    let more = frame.more && rate.is_empty();
    amount::amount(format, quantity.amount(), &Frame { rate, more, ..frame })
}

fn is_one_number(quantity: &Quantity) -> bool {
    matches!((quantity.amount().lo(), quantity.amount().hi()), (Bound::Included(a), Bound::Included(b)) if a == b)
}

impl Format {
    /// Money as on a cheque: 壹仟肆佰零玖圓伍角, 叁佰貳拾伍圓零肆分, 壹佰圓整. `None` where it has parts below
    /// a 分.
    pub(super) fn cheque(&self, number: Number) -> Option<String> {
        let fen = number.abs().checked_mul(Number::from(100))?.to_decimal().filter(|fen| fen.is_integer())?;
        let fen = fen.normalize().mantissa().unsigned_abs();
        let (yuan, jiao, fen) = (fen / 100, fen / 10 % 10, fen % 10);
        let mut out = String::new();
        if number.is_negative() {
            out.push_str(self.say(super::number::NEGATIVE));
        }
        if yuan > 0 || jiao + fen == 0 {
            out.push_str(&self.integer(yuan));
            out.push_str(self.say(CAPITAL_YUAN));
        }
        if jiao > 0 {
            out.push_str(&self.integer(jiao));
            out.push_str(JIAO);
        }
        if fen > 0 {
            // 零 holds the place of the 角 between 圓 and 分.
            if jiao == 0 && yuan > 0 {
                out.push_str(&self.integer(0));
            }
            out.push_str(&self.integer(fen));
            out.push_str(FEN);
        }
        if jiao + fen == 0 {
            out.push_str(WHOLE);
        }
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extractor::{Extractor, Region};
    use crate::format::{Script, Style};
    use crate::value::Amount;

    const STYLES: [Style; 3] = [Style::Compact, Style::Numerals, Style::Bankers];

    /// Classifiers that the reader takes for something else, or for nothing, at the end of a text; 點 up to 24
    /// is a time of day there. Units of time make times, which have a test of their own.
    const NOT_READ: [&str; 5] = ["{番}", "{所}", "{卡}", "{工作日}", "{交易日}"];

    /// Amounts in the forms that a unit could spoil: a magnitude at the end, a digit at the end, a decimal,
    /// bounds, ranges with and without a magnitude to lend.
    fn amounts() -> Vec<Amount> {
        let n = |text: &str| text.parse::<Number>().expect(text);
        let exact = ["3", "300", "1000", "10003", "1.5"];
        let between = |a, b| Amount::between(n(a), n(b));
        let open = |a, b| {
            Amount::new(Bound::Excluded(n(a)), Bound::Excluded(n(b))).expect("rising").approximate(true)
        };
        let mut all: Vec<Amount> = exact.iter().map(|text| Amount::exact(n(text))).collect();
        all.extend([Amount::more_than(n("20000")), between("3", "50000"), open("20", "30"), open("3", "4")]);
        all
    }

    #[test]
    fn every_unit_reads_back() {
        let extractors = [Region::Mainland, Region::Taiwan, Region::HongKong]
            .map(|region| Extractor::builder().region(region).build().expect("a region"));
        let mut failures = Vec::new();
        for (unit, _) in UNITS.all() {
            if unit.dimension() == Some(Dimension::Time) || NOT_READ.contains(&unit.code()) {
                continue;
            }
            let small = |amount: &Amount| amount.written().is_some_and(|n| n <= Number::from(24));
            for amount in amounts().into_iter().filter(|amount| unit.code() != "{点}" || !small(amount)) {
                let quantity = Quantity::new(amount, Some(unit.clone()));
                check(&quantity, &extractors[region(unit).column()], &mut failures);
            }
        }
        assert!(failures.is_empty(), "{} of them:\n{}", failures.len(), failures.join("\n"));
    }

    /// Where a 斤 is what the unit says.
    fn region(unit: &Unit) -> Region {
        match unit.code() {
            "[jin_tw]" | "[liang_tw]" => Region::Taiwan,
            "[jin_hk]" | "[liang_hk]" => Region::HongKong,
            _ => Region::Mainland,
        }
    }

    fn check(quantity: &Quantity, extractor: &Extractor, failures: &mut Vec<String>) {
        for style in STYLES {
            for script in [Script::Simplified, Script::Traditional] {
                let written = Format::new(style, script).quantity(quantity);
                match extractor.quantity(&written) {
                    Ok(read) if read == *quantity => {}
                    Ok(read) => failures.push(format!("{quantity}: {written} reads {read}")),
                    Err(error) => failures.push(format!("{quantity}: {written}: {error}")),
                }
            }
        }
    }
}
