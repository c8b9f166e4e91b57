//! Two amounts and a range mark.

use nom::Parser;

use super::{Measured, Reader};
use crate::grammar::amount::{Spelling, amount};
use crate::grammar::chars::{is_space, one};
use crate::value::{Amount, Number};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A dash, a tilde, 至, 到.
    To,
    /// 和, 與: a range only with 之間 behind the second number.
    And,
}

impl Reader<'_> {
    /// A second amount behind a range mark, as one with the first.
    pub(super) fn range(&self, at: usize, first: &Measured, negative: bool) -> Option<Measured> {
        let rest = self.from(first.end);
        let rest = ["（含）", "(含)"].iter().find_map(|mark| rest.strip_prefix(mark)).unwrap_or(rest);
        let (behind, mark) = range_mark(rest)?;
        let start = self.text.len() - behind.len();
        let minus = ["-", "－", "−", "负", "負", "零下"].iter().find(|sign| behind.starts_with(**sign));
        let (start, second_negative) = (start + minus.map_or(0, |sign| sign.len()), minus.is_some());
        let start = self.second_start(start);
        let mut second = self.measured(start)?;
        if mark == Mark::And {
            second = self.between_second(start, second)?;
        }
        let (lo, hi) = match self.elliptical(first, &second, start) {
            Some(ends) => ends,
            None => self.carry(at, first, &second)?,
        };
        let sign = |amount: Amount, minus: bool| {
            if minus { amount.checked_mul(Number::from(-1)) } else { Some(amount) }
        };
        let (lo, hi) = (sign(lo, negative)?, sign(hi, second_negative)?);
        if mark == Mark::To && first.unit.is_some() && self.by_and_to(at, first.end, &lo, &hi) {
            return None;
        }
        let amount = hull(lo, hi)?;
        let end = if mark == Mark::And { self.between_end(second.end) } else { second.end };
        let unit = second.unit.or_else(|| first.unit.clone());
        let spelling = Spelling {
            bare: false,
            positional: first.spelling.positional && second.spelling.positional,
            tail: second.spelling.tail.max(first.spelling.tail),
            ..second.spelling
        };
        Some(Measured { amount, spelling, unit, end })
    }

    /// 淨減58間至1,436間 tells a change and the level that it led to, while 減少5%至8% is a range: behind
    /// a word of change, numbers of different orders are no range.
    pub(super) fn by_and_to(&self, at: usize, end: usize, lo: &Amount, hi: &Amount) -> bool {
        const CHANGES: [char; 14] =
            ['增', '減', '减', '升', '降', '跌', '漲', '涨', '加', '少', '調', '调', '縮', '缩'];
        let words = self.from(end).starts_with(['至', '到']);
        let verb = self.until(at).trim_end_matches(['了', '約', '约', '近', ' ']);
        let apart = lo
            .written()
            .zip(hi.written())
            .is_some_and(|(lo, hi)| lo.checked_mul(Number::from(10)).is_some_and(|tenfold| tenfold <= hi));
        words && apart && verb.ends_with(CHANGES)
    }

    /// `45-6萬`: the second number gives only the digits in which it differs.
    fn elliptical(&self, first: &Measured, second: &Measured, start: usize) -> Option<(Amount, Amount)> {
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let written = self.from(start);
        let width = u32::try_from(digits(written)).ok()?;
        let short = first.spelling.arabic
            && first.spelling.positional
            && !first.spelling.decimal
            && !second.spelling.decimal;
        let hyphen = self.from(first.end).starts_with('-') && first.unit.is_none();
        let low = first.amount.number()?.to_i64()?;
        let high: i64 = written.get(..digits(written))?.parse().ok()?;
        let place = 10i64.checked_pow(width)?;
        if !(short && hyphen && width > 0 && low > place && low % place < high) {
            return None;
        }
        let factor = second.amount.written()?.checked_div(Number::from(high).checked_mul(Number::ONE)?)?;
        let ends = (Number::from(low), Number::from(low - low % place + high));
        Some((Amount::exact(ends.0.checked_mul(factor)?), Amount::exact(ends.1.checked_mul(factor)?)))
    }

    /// The second number may repeat currency or 約: `$5-$10`, `1億元至約2億元`.
    fn second_start(&self, start: usize) -> usize {
        let rest = self.from(start);
        let skip = |words: &[&str]| words.iter().find_map(|word| rest.strip_prefix(word));
        let behind =
            skip(&["人民币", "人民幣", "约", "約", "近", "US$", "HK$", "NT$", "$", "¥", "￥", "€", "£"])
                .unwrap_or(rest);
        self.text.len() - behind.len()
    }

    /// The second number of 20和30之間, whose 間 is no classifier.
    fn between_second(&self, start: usize, second: Measured) -> Option<Measured> {
        let (rest, core) = amount(self.from(start)).ok()?;
        let end = self.text.len() - rest.len();
        if self.between_end(end) > end && (second.end <= self.between_end(end)) {
            return Some(Measured { amount: core.amount, spelling: core.spelling, unit: None, end });
        }
        (self.between_end(second.end) > second.end).then_some(second)
    }

    pub(super) fn between_end(&self, end: usize) -> usize {
        let rest = self.from(end);
        let words = ["之间", "之間", "间", "間"];
        words.iter().find(|word| rest.starts_with(**word)).map_or(end, |word| end + word.len())
    }

    /// Both amounts in the unit of the range: the first takes what it does not have from the second.
    fn carry(&self, at: usize, first: &Measured, second: &Measured) -> Option<(Amount, Amount)> {
        match (&first.unit, &second.unit) {
            (Some(a), Some(b)) if a.unit != b.unit => return None,
            // 百分之三至五: what stands before the first number holds for both.
            (Some(read), None) if self.percent(at).is_some() => {
                return Some((first.amount, second.amount.checked_mul(read.factor)?));
            }
            (Some(_), None) => return None,
            _ => {}
        }
        let mut lo = first.amount;
        if first.unit.is_none() {
            if let Some(read) = &second.unit {
                lo = lo.checked_mul(read.factor)?;
            }
            if first.spelling.tail == 0 {
                let exponent = self.carried_power(first, second);
                let power =
                    10i128.checked_pow(exponent).and_then(|power| Number::from_scaled(power, 0).ok())?;
                let lifted = lo.checked_mul(power)?;
                // 8000至3萬 stays: lifted, the first would be the larger.
                if lifted.written()? <= second.amount.written()? {
                    lo = lifted;
                }
            }
        }
        Some((lo, second.amount))
    }

    /// The power of ten that the magnitude of the second number lends to the first.
    fn carried_power(&self, first: &Measured, second: &Measured) -> u32 {
        let small = second.spelling.last.filter(|&last| last < 4 && second.spelling.tail == 0);
        let spoken = !first.spelling.arabic && !second.spelling.arabic && first.spelling.positional;
        match small {
            Some(last) if spoken && first.amount.written().is_some_and(|n| n < Number::from(10)) => last,
            _ => second.spelling.tail,
        }
    }
}

/// The smallest interval with both amounts in it.
pub(super) fn hull(a: Amount, b: Amount) -> Option<Amount> {
    let (first, second) = (a.written()?, b.written()?);
    let (low, high) = if first <= second { (a, b) } else { (b, a) };
    let approx = a.is_approximate() || b.is_approximate();
    Amount::new(low.lo(), high.hi()).ok().map(|hull| hull.approximate(approx))
}

/// A range mark and the spaces around it.
pub(super) fn range_mark(input: &str) -> Option<(&str, Mark)> {
    let trimmed = input.trim_start_matches(is_space);
    let dashes = ['-', '－', '–', '—', '─', '―', '~', '～', '〜', '∼', '‐', '‑', '−', '﹣'];
    let (rest, first) =
        one(|c| dashes.contains(&c) || matches!(c, '至' | '到' | '和' | '与' | '與' | '跟' | '及'))
            .parse(trimmed)
            .ok()?;
    let (rest, mark) = match first {
        '和' | '与' | '與' | '跟' | '及' => (rest, Mark::And),
        '至' | '到' => (rest, Mark::To),
        // A doubled dash is one mark; a third begins something else.
        _ => (rest.strip_prefix(first).unwrap_or(rest), Mark::To),
    };
    Some((rest.trim_start_matches(is_space), mark))
}
