//! A number with its unit, before bounds, signs and rates.

use super::{Measured, Read, Reader, Role};
use crate::grammar::amount::{Core, Spelling, amount};
use crate::grammar::chars::{is_han, is_space, spaced};
use crate::grammar::number::parts_of;
use crate::grammar::time::duration;
use crate::lexicon::Sense;
use crate::lexicon::digits::{Numeral, numeral};
use crate::value::{Amount, Number, Unit};

impl Reader<'_> {
    /// 米九, 塊二: speech drops the 一 before a unit at the head of a clause. Where it begins, and what it is.
    pub(super) fn headless(&self, at: usize, floor: usize) -> Option<(usize, Measured)> {
        let before = self.text.get(floor..at)?;
        let (outside, unit, tenths) =
            [("米", true), ("塊", true), ("块", true), ("個", false), ("个", false)]
                .iter()
                .find_map(|&(unit, named)| Some((before.strip_suffix(unit)?, unit, named)))?;
        let digit = self.from(at).chars().next().and_then(numeral);
        let (Numeral::Digit(digit @ 1..=9), _) = digit? else { return None };
        let (rest, core) = amount(self.from(at)).ok()?;
        let end = self.text.len() - rest.len();
        let spoken = core.spelling.positional && end - at == '九'.len_utf8();
        if !spoken || outside.ends_with(|c: char| is_han(c) || c.is_alphanumeric()) || self.unit_at(end) {
            return None;
        }
        let start = at - unit.len();
        let sense = if tenths { self.lexicon.units.head(unit)?.1 } else { self.lexicon.units.head("元")?.1 };
        let read = self.resolve(sense, start, start, start + unit.len(), &core)?;
        let value = Number::from_scaled(10 + i128::from(digit), 1).ok()?;
        let unit = Some(Read { end, ..read });
        Some((start, Measured { amount: Amount::exact(value), spelling: core.spelling, unit, end }))
    }

    pub(super) fn measured(&self, at: usize) -> Option<Measured> {
        let input = self.from(at);
        if let Some(percent) = self.percent(at) {
            return Some(percent);
        }
        if let Some(half) = self.half(at) {
            return Some(half);
        }
        let (rest, core) = amount(input).ok()?;
        let end = self.text.len() - rest.len();
        let (core, end) = self.shorthand(core, end);
        let (core, end) = self.and_a_half(core, end);
        self.with_unit(at, core, end)
    }

    /// 百分之五, 千分之二點四, 百分百.
    pub(super) fn percent(&self, at: usize) -> Option<Measured> {
        let input = self.from(at);
        let first = input.chars().next()?;
        let (exponent, len) = match numeral(first)?.0 {
            Numeral::Small(exponent @ (2 | 3)) | Numeral::Big(exponent @ 4) => (exponent, first.len_utf8()),
            _ => return None,
        };
        let (end, core) = match parts_of(&input[len..]) {
            Ok((rest, ())) => {
                let rest = rest.trim_start_matches(is_space);
                let (rest, core) = amount(rest).ok()?;
                let end = self.text.len() - rest.len();
                let (core, end) = self.shorthand(core, end);
                (end, core)
            }
            Err(_) => {
                let rest = spaced(input, "百分百")?;
                let hundred =
                    Core { amount: Amount::exact(Number::from(100)), spelling: Spelling::default() };
                (self.text.len() - rest.len(), hundred)
            }
        };
        let factor = Number::from_scaled(1, exponent).ok()?.checked_mul(Number::from(100))?;
        let read = Read { unit: Unit::percent(), role: Role::Firm, local: false, factor, end };
        Some(Measured {
            amount: core.amount.checked_mul(factor)?,
            spelling: Spelling { tail: 0, bare: false, positional: false, weak: false, ..core.spelling },
            unit: Some(read),
            end,
        })
    }

    /// 半噸, 半個, 半成; 半 alone only where a bound says that a half is meant: 過半, 近一半.
    pub(super) fn half(&self, at: usize) -> Option<Measured> {
        let input = self.from(at);
        let (rest, alone) = match (input.strip_prefix("一半"), input.strip_prefix('半')) {
            (Some(rest), _) => (rest, true),
            (None, Some(rest)) => {
                (rest.strip_prefix(['数', '數']).unwrap_or(rest), rest.starts_with(['数', '數']))
            }
            (None, None) => return None,
        };
        let end = self.text.len() - rest.len();
        let half = Number::from_scaled(5, 1).ok()?;
        let spelling = Spelling { open: true, ..Spelling::default() };
        if !alone {
            if input.starts_with("半百") {
                let amount = Amount::exact(Number::from(50));
                return self.with_unit(at, Core { amount, spelling }, at + "半百".len());
            }
            let core = Core { amount: Amount::exact(half), spelling };
            // 過半股權 is more than half of it, 半個 half a piece.
            let over = self.before(at, 0).bound.is_some();
            let counts = |m: &Measured| m.unit.as_ref().is_some_and(|read| read.role == Role::Firm || !over);
            if let Some(measured) = self.with_unit(at, core, end).filter(counts) {
                return Some(measured);
            }
        }
        let bound = self.before(at, 0).bound.is_some() || self.after(end, Role::Firm, at).0.is_some();
        let behind_half = |c: char| is_han(c) && !alone && !matches!(c, '的' | '以' | '，');
        if !bound || (!alone && rest.starts_with(behind_half) && self.after(end, Role::Firm, at).0.is_none())
        {
            return None;
        }
        let read = Read { unit: Unit::percent(), role: Role::Firm, local: false, factor: Number::ONE, end };
        Some(Measured { amount: Amount::exact(Number::from(50)), spelling, unit: Some(read), end })
    }

    /// 一個半月, 一個多月: a half or 多 stands between number and unit of time.
    pub(super) fn and_a_half(&self, core: Core, end: usize) -> (Core, usize) {
        if let Some((len, amount)) = duration::more_between(self.from(end), &core) {
            return (Core { amount, spelling: Spelling { open: true, ..core.spelling } }, end + len);
        }
        let behind = duration::half_between(self.from(end)).filter(|_| !core.spelling.open);
        let half = Number::from_scaled(5, 1).ok();
        let amount = behind.and(half).and_then(|half| core.amount.try_map(|n| n.checked_add(half)));
        match (amount, behind) {
            (Some(amount), Some(len)) => {
                (Core { amount, spelling: Spelling { open: true, ..core.spelling } }, end + len)
            }
            _ => (core, end),
        }
    }

    /// `15k`, `30w`, `1.2M` behind digits.
    pub(super) fn shorthand(&self, core: Core, end: usize) -> (Core, usize) {
        let rest = self.from(end);
        let mut chars = rest.chars();
        let exponent = match chars.next() {
            _ if rest.starts_with("bn") || rest.starts_with("mn") => {
                let second = chars.next();
                if second == Some('n') && rest.starts_with('b') { 9 } else { 6 }
            }
            Some('k' | 'K' | 'ｋ' | 'Ｋ') => 3,
            Some('M' | 'Ｍ') => 6,
            Some('w' | 'ｗ') => 4,
            Some('W' | 'Ｗ') if chars.as_str().starts_with(['元', '+', '人']) => 4,
            _ => return (core, end),
        };
        let letter = rest.len() - chars.as_str().len();
        let ends = !chars.as_str().starts_with(|c: char| c.is_ascii_alphanumeric());
        let plain = core.spelling.arabic && core.spelling.last.is_none();
        let power = 10i128.checked_pow(exponent).and_then(|power| Number::from_scaled(power, 0).ok());
        match power.and_then(|power| core.amount.checked_mul(power)) {
            Some(amount) if ends && plain => {
                let spelling =
                    Spelling { tail: exponent, last: Some(exponent), positional: false, ..core.spelling };
                (Core { amount, spelling }, end + letter)
            }
            _ => (core, end),
        }
    }

    /// The unit behind a number that ends at `end`, where the last magnitude may be part of the unit.
    pub(super) fn with_unit(&self, at: usize, core: Core, end: usize) -> Option<Measured> {
        if let Some(measured) = self.magnitude_in_unit(at, &core, end) {
            return Some(measured);
        }
        let part = core.spelling.fraction.then(|| Read {
            unit: Unit::one(),
            role: Role::Bare,
            local: false,
            factor: Number::ONE,
            end,
        });
        let bare = Measured { amount: core.amount, spelling: core.spelling, unit: part, end };
        let Some(read) = self.unit(at, &core, end) else { return Some(bare) };
        self.with_read(core, read).or(Some(bare))
    }

    pub(super) fn with_read(&self, core: Core, read: Read) -> Option<Measured> {
        let amount = core.amount.checked_mul(read.factor)?;
        let measured = Measured { amount, spelling: core.spelling, end: read.end, unit: Some(read) };
        Some(self.tail(measured))
    }

    /// 一千瓦 is a kilowatt, 300兆瓦 are 300 megawatts: the magnitude goes to the unit if one begins so.
    pub(super) fn magnitude_in_unit(&self, at: usize, core: &Core, end: usize) -> Option<Measured> {
        let Spelling { last: Some(last @ (2 | 3 | 12)), open: false, bare: false, .. } = core.spelling else {
            return None;
        };
        let magnitude = self.until(end).chars().next_back()?;
        let cut = end - magnitude.len_utf8();
        let (len, sense) = self.lexicon.units.head(self.from(cut))?;
        if len <= magnitude.len_utf8() || !matches!(sense, Sense::Measure(_)) {
            return None;
        }
        let power = Number::from_scaled(1, last).ok()?;
        let amount = core.amount.checked_mul(power)?;
        let spelling = Spelling { tail: 0, last: None, ..core.spelling };
        let read = self.resolve(sense, at, cut, cut + len, &Core { amount, spelling })?;
        self.with_read(Core { amount, spelling }, read)
    }
}
