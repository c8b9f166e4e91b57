//! The commonest quantities, read at once: 129.06億元, 5.2%, 約280公里, 三家, 30%左右.
//!
//! ```text
//! plain   = { before } numeral unit [ after ]
//! numeral = digits { "萬" | "億" } | "一" | … | "九" | "兩"
//! ```
//!
//! Nothing is read here that the productions do not read the same way. A quantity is plain only where
//! nothing else beside it has to do with numbers, which one bit a character tells; all others are left to
//! the productions.

use super::{Reader, Role, behind_joint, bounded, in_number};
use crate::grammar::number::{counted, plain_figure};
use crate::lexicon::digits::{Form, Numeral, numeral};
use crate::lexicon::{Sense, followers};
use crate::span::Span;
use crate::value::{Amount, Number, Quantity, Scaled, Unit};

/// A quantity and its place.
#[derive(Clone, Debug)]
pub(crate) struct Plain {
    pub(crate) span: Span,
    pub(crate) extent: Span,
    pub(crate) quantity: Quantity,
    pub(crate) role: Role,
    /// A word set its bounds.
    pub(crate) bounded: bool,
    /// The numeral, where it is just one.
    pub(crate) lone: Option<char>,
}

/// A number that stands for itself.
struct PlainNumber {
    value: Scaled,
    end: usize,
    lone: Option<char>,
}

/// What a unit word means wherever it stands behind such a number.
struct PlainUnit {
    unit: Unit,
    factor: Number,
    role: Role,
    /// 元 or a part of it.
    local: bool,
}

impl Reader<'_> {
    /// The plain quantity whose number begins at `at`, of which nothing before `floor` is a part.
    pub(crate) fn plain(&self, at: usize, floor: usize) -> Option<Plain> {
        let stirring = &self.lexicon.stirring;
        let before = self.text.get(floor..at)?;
        if stirring.before.tails(before) {
            return None;
        }
        let number = self.plain_number(at)?;
        let rest = self.from(number.end);
        let (len, sense) = self.lexicon.units.head(rest)?;
        let (word, behind) = rest.split_at_checked(len)?;
        let end = number.end + len;
        let PlainUnit { unit, factor, role, local } = self.plain_unit(word, sense, behind)?;
        let mut chars = behind.chars();
        let next = chars.next();
        let stirs = match next {
            None => false,
            // 5億元（含稅）, 5億元（人民幣）; other remarks say nothing of the amount.
            Some('（' | '(') => {
                chars.next().is_none_or(|c| c == '含' || local && stirring.currency_heads.contains(c))
            }
            Some(c) => stirring.behind.contains(c) || local && stirring.currency_heads.contains(c),
        };
        if stirs {
            return None;
        }
        let value = number.value.number()?;
        let value = if factor == Number::ONE { value } else { value.checked_mul(factor)? };
        let mut plain = Plain {
            span: Span::new(at, end),
            extent: Span::new(at, end),
            quantity: Quantity::new(Amount::exact(value), Some(unit)).assumed(local),
            role,
            bounded: false,
            lone: number.lone,
        };
        let led = self.lexicon.ends_before.tails(before);
        let followed = next.is_some_and(|c| stirring.after_heads.contains(c));
        if led || followed {
            self.bound(&mut plain, at, floor)?;
        }
        Some(plain)
    }

    /// The bounds that words around `plain` set; nothing where they say more than that.
    fn bound(&self, plain: &mut Plain, at: usize, floor: usize) -> Option<()> {
        let end = plain.span.end();
        let before = self.before(at, floor);
        let says_more = before.currency.is_some() || before.scale.is_some() || before.span_start != at;
        let (after, extent_end) = self.after(end, plain.role, at);
        if says_more {
            return None;
        }
        let (amount, bound) = bounded(*plain.quantity.amount(), before.bound, after);
        if bound.is_some() {
            // A second bound may follow: 大於10小於20.
            if self.lexicon.stirring.bound_heads.heads(behind_joint(self.from(extent_end))) {
                return None;
            }
            let start = if before.bound.is_some() { before.extent_start } else { at };
            plain.extent = Span::new(start, extent_end);
            plain.quantity.set_amount(amount);
            plain.bounded = true;
        }
        Some(())
    }

    /// The digits, with their magnitude, or the one numeral at `at`.
    fn plain_number(&self, at: usize) -> Option<PlainNumber> {
        let input = self.from(at);
        let behind_digits = &self.lexicon.stirring.behind_digits;
        let first = input.chars().next()?;
        if !first.is_ascii_digit() {
            let (Numeral::Digit(digit @ 1..), Form::Plain) = numeral(first)? else { return None };
            let rest = &input[first.len_utf8()..];
            if behind_digits.heads(rest) || rest.starts_with(in_number) {
                return None;
            }
            let value = Scaled::integer(digit.into());
            return Some(PlainNumber { value, end: self.text.len() - rest.len(), lone: Some(first) });
        }
        let (from_magnitude, figure) = plain_figure(input)?;
        if input.len() - from_magnitude.len() > MOST_DIGITS || behind_digits.heads(from_magnitude) {
            return None;
        }
        let (rest, cardinal) = counted(from_magnitude, figure)?;
        if cardinal.last == Some(TRILLION) || behind_digits.heads(rest) {
            return None;
        }
        Some(PlainNumber { value: cardinal.value, end: self.text.len() - rest.len(), lone: None })
    }

    fn plain_unit(&self, word: &str, sense: &Sense, behind: &str) -> Option<PlainUnit> {
        let firm = |unit: &Unit, factor: Number, local: bool| PlainUnit {
            unit: unit.clone(),
            factor,
            role: Role::Firm,
            local,
        };
        let found = match sense {
            Sense::Currency { unit, factor } | Sense::Ratio { unit, factor } => {
                return Some(firm(unit, *factor, false));
            }
            Sense::Local { factor } => firm(self.settings.currency(), *factor, true),
            Sense::Measure(unit) => firm(unit, Number::ONE, false),
            Sense::Count { unit, article, guarded } => {
                let role = Role::Count { article: *article, guarded: *guarded };
                PlainUnit { role, ..firm(unit, Number::ONE, false) }
            }
            _ => return None,
        };
        let mut chars = word.chars();
        let single = chars.next().filter(|_| chars.next().is_none());
        let doubted =
            single.is_some_and(|c| followers::needs_context(c) || followers::makes_another_word(c, behind));
        (!doubted).then_some(found)
    }
}

/// Longer runs of digits may be dates or telephone numbers; in bytes, with points and commas.
const MOST_DIGITS: usize = 7;

/// 兆, which may be the head of a unit: 兆瓦.
const TRILLION: u32 = 12;
