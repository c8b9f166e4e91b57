//! Quantities: an amount with its unit, its bounds, its rate.
//!
//! ```text
//! quantity  = { before } [ currency ] [ sign ] measured [ range measured ] [ rate ] { after }
//! measured  = percent | amount [ "半" ] [ unit [ "半" | more | chain ] ]
//! percent   = ( "百" | "千" | "萬" ) "分之" amount
//! range     = "—" | "-" | "~" | "至" | "到" | …
//! rate      = ( "/" | "每" ) [ number ] unit
//! chain     = a smaller unit of the same kind: 50元6角3分, 3斤5兩, 五塊六
//! before    = a bound word, or a word that may stand between one and the number
//! after     = a bound word
//! ```
//!
//! Reads forward from where the number begins; words before it (約, 人民幣, −) are read backward from
//! there, because they matter only beside a number.

mod around;
mod chain;
mod measured;
mod plain;
mod range;
mod rate;
mod unit;

pub(crate) use plain::Plain;
pub(crate) use rate::rated;

use super::amount::Spelling;
use crate::extractor::Settings;
use crate::lexicon::Lexicon;
use crate::lexicon::bounds::Bound;
use crate::lexicon::digits::{ascii_digit, numeral};
use crate::span::Span;
use crate::value::{Amount, Number, Quantity, Unit};
use rate::compound;

/// The text, the tables and the settings that every production shares.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    pub(crate) text: &'a str,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) settings: &'a Settings,
}

/// A quantity and its place.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub(crate) span: Span,
    pub(crate) extent: Span,
    pub(crate) quantity: Quantity,
    pub(crate) spelling: Spelling,
    /// How the unit was come by.
    pub(crate) role: Role,
    /// A word set its bounds.
    pub(crate) bounded: bool,
    /// Two numbers and a range mark.
    pub(crate) range: bool,
    /// Where the number itself begins, behind sign and currency.
    pub(crate) number_start: usize,
}

/// What the unit of a reading is, as far as it decides whether the reading is a mention at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// No unit is written.
    Bare,
    /// Money, measures, ratios.
    Firm,
    /// A classifier.
    Count {
        /// With 一 it mostly means "a".
        article: bool,
        /// Its character begins many other words.
        guarded: bool,
    },
}

/// An amount with its unit, before bounds, signs and rates.
#[derive(Clone, Debug)]
struct Measured {
    amount: Amount,
    spelling: Spelling,
    unit: Option<Read>,
    end: usize,
}

/// A unit as read.
#[derive(Clone, Debug)]
struct Read {
    unit: Unit,
    role: Role,
    /// 元 and its parts, whose currency the words around may still name.
    local: bool,
    /// What one of it is in the unit: 0.1 for 角.
    factor: Number,
    end: usize,
}

/// What stands before a number.
#[derive(Clone, Debug, Default)]
struct Before {
    bound: Option<Bound>,
    currency: Option<Unit>,
    /// 攝氏, 華氏.
    scale: Option<Unit>,
    negative: bool,
    span_start: usize,
    extent_start: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str, lexicon: &'a Lexicon, settings: &'a Settings) -> Self {
        Reader { text, lexicon, settings }
    }

    fn from(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or("")
    }

    fn until(&self, at: usize) -> &'a str {
        self.text.get(..at).unwrap_or("")
    }

    /// The quantity whose number begins at `at`; nothing before `floor` belongs to it.
    pub(crate) fn quantity(&self, at: usize, floor: usize) -> Option<Reading> {
        let (at, first) = match self.headless(at, floor) {
            Some(headless) => headless,
            None => (at, self.measured(at)?),
        };
        let mut before = self.before(at, floor);
        if first.spelling.bare && before.bound.is_none() {
            self.upward(at, floor, &mut before);
        }
        let (measured, range) = match self.range(at, &first, before.negative) {
            Some(whole) => (whole, true),
            None => (first, false),
        };
        let reading = self.assemble(at, measured, before, range)?;
        Some(self.both_bounds(&reading).unwrap_or(reading))
    }

    /// 大於10小於20, 1000以上1500以下: two bounds of one amount, side by side.
    fn both_bounds(&self, first: &Reading) -> Option<Reading> {
        use core::ops::Bound::Unbounded;
        let rest = self.from(first.extent.end());
        let half_open = |amount: &Amount| (amount.lo() == Unbounded) != (amount.hi() == Unbounded);
        if !first.bounded || !half_open(first.quantity.amount()) {
            return None;
        }
        let joined = behind_joint(rest);
        if rest.len() - joined.len() > MAX_JOINT {
            return None;
        }
        let joint_end = self.text.len() - joined.len();
        let start = joint_end + joined.find(in_number).filter(|&gap| gap <= MAX_JOINT)?;
        let measured = self.measured(start)?;
        let second = self.assemble(start, measured, self.before(start, joint_end), false)?;
        let (a, b) = (first.quantity.amount(), second.quantity.amount());
        let units = (first.quantity.unit(), second.quantity.unit());
        let adjacent = second.extent.start() == joint_end && second.bounded && half_open(b);
        if !adjacent || units.0.is_some() && units.0 != units.1 {
            return None;
        }
        let both = match (a.lo() == Unbounded, b.lo() == Unbounded) {
            (false, true) => Amount::new(a.lo(), b.hi()),
            (true, false) => Amount::new(b.lo(), a.hi()),
            _ => return None,
        }
        .ok()?
        .approximate(a.is_approximate() || b.is_approximate());
        let span = first.span.cover(second.span);
        let quantity = second.quantity.with_amount(both);
        Some(Reading {
            span,
            extent: first.extent.cover(second.extent),
            quantity,
            range: true,
            number_start: first.number_start,
            ..second
        })
    }

    fn assemble(&self, at: usize, mut measured: Measured, before: Before, range: bool) -> Option<Reading> {
        let mut end = measured.end;
        if let (Some(read), Some(scale)) = (&mut measured.unit, before.scale.clone())
            && read.unit.code() == "deg"
        {
            read.unit = scale;
        }
        let currency = self.currency_of(&measured, &before, &mut end);
        let unit = match (&measured.unit, &currency) {
            (Some(read), Some(named)) if read.local => Some(named.clone()),
            (Some(read), _) => Some(read.unit.clone()),
            (None, named) => named.clone(),
        };
        let assumed = measured.unit.as_ref().is_some_and(|read| read.local) && currency.is_none();
        let role = match &measured.unit {
            Some(read) => read.role,
            None if currency.is_some() => Role::Firm,
            None => Role::Bare,
        };
        let mut amount = measured.amount;
        if before.negative && !range {
            amount = amount.checked_mul(Number::from(-1))?;
        }
        let rate = self.rate_behind(end, unit.as_ref());
        let (rate, unit, rate_end) = match (rate, unit) {
            (Some((rate, rate_end)), Some(unit)) => {
                let (unit, rate) = compound(unit, rate);
                (rate, Some(unit), rate_end)
            }
            (_, unit) => (None, unit, end),
        };
        let span_end = end.max(rate_end);
        let (after, extent_end) = self.after(span_end, role, at);
        let named_before = before.currency.is_some() && unit.as_ref() == before.currency.as_ref();
        let span_start = if named_before || before.scale.is_some() {
            before.span_start
        } else {
            self.sign_start(at, &before)
        };
        let between = range
            && self.between_end(measured.end) == measured.end
            && self.until(measured.end).ends_with(['间', '間']);
        let (amount, bound) = bounded(amount, before.bound, after);
        let span = Span::new(span_start, span_end);
        let extent =
            Span::new(if before.bound.is_some() { before.extent_start } else { span_start }, extent_end);
        let mut quantity = Quantity::new(amount, unit).assumed(assumed);
        if let Some(rate) = rate {
            quantity = quantity.per(rate);
        }
        let extent = extent.cover(span);
        let spelling = measured.spelling;
        Some(Reading {
            span,
            extent,
            quantity,
            spelling,
            role,
            bounded: bound.is_some() || between,
            range,
            number_start: at,
        })
    }

    /// Where the sign of the number at `at` begins, or the number itself.
    fn sign_start(&self, at: usize, before: &Before) -> usize {
        if before.currency.is_none() && before.scale.is_none() { before.span_start } else { at }
    }
}

/// `amount` as the words before and behind it open or close it, and which of them decides.
fn bounded(amount: Amount, before: Option<Bound>, after: Option<Bound>) -> (Amount, Option<Bound>) {
    let bound = before.filter(|b| *b != Bound::About).or(after).or(before);
    let hedged = before == Some(Bound::About);
    (bound.map_or(amount, |bound| with_bound(amount, bound, hedged)), bound)
}

/// `amount` as the word `bound` opens or closes it.
fn with_bound(amount: Amount, bound: Bound, hedged: bool) -> Amount {
    use core::ops::Bound::{Excluded, Included, Unbounded};
    let number = |end: core::ops::Bound<Number>| match end {
        Included(n) | Excluded(n) => Some(n),
        Unbounded => None,
    };
    let (Some(lo), hi) =
        (number(amount.lo()).or(number(amount.hi())), number(amount.hi()).or(number(amount.lo())))
    else {
        return amount;
    };
    let hi = hi.unwrap_or(lo);
    let bounded = match bound {
        Bound::About => return amount.approximate(true),
        Bound::Between | Bound::Verb | Bound::None => return amount,
        Bound::Over => Amount::more_than(lo),
        Bound::AtLeast => Amount::at_least(lo),
        Bound::Under => Amount::less_than(hi),
        Bound::AtMost => Amount::at_most(hi),
        Bound::Upward => Amount::at_least(lo).approximate(true),
        Bound::Nearly => Amount::less_than(hi).approximate(true),
    };
    if hedged { bounded.approximate(true) } else { bounded }
}

/// What stands behind the words between the two bounds of one amount.
fn behind_joint(rest: &str) -> &str {
    rest.trim_start_matches([' ', '，', ',', '并', '並', '且', '而', '又', '但'])
}

/// Whether `c` can belong to a number.
pub(crate) fn in_number(c: char) -> bool {
    ascii_digit(c).is_some() || numeral(c).is_some()
}

/// Bytes between the two bounds of one amount, and of a bound word before its number.
const MAX_JOINT: usize = 18;

/// Characters that follow a unit of one character without making another word of it.
const BEHIND_UNITS: [char; 34] = [
    '的', '以', '左', '上', '下', '至', '到', '和', '及', '与', '與', '或', '为', '為', '是', '在', '了',
    '起', '每', '多', '余', '餘', '半', '之', '，', '。', '；', '、', '等', '不', '内', '內', '并', '並',
];
