//! What goes on behind a unit: halves, smaller units, 多.

use super::{BEHIND_UNITS, Measured, Read, Reader, Role, in_number};
use crate::grammar::amount::{Core, Spelling, amount};
use crate::grammar::chars::{is_han, is_space};
use crate::lexicon::digits::{Numeral, ascii_digit, numeral};
use crate::lexicon::{Open, Sense};
use crate::value::{Amount, Number, Unit, UnitKind};

impl Reader<'_> {
    /// Half units, smaller units and 多 behind a unit.
    pub(super) fn tail(&self, measured: Measured) -> Measured {
        let goes_on = |c| in_number(c) || is_space(c) || matches!(c, '又' | '多' | '余' | '餘');
        if !self.from(measured.end).starts_with(goes_on) {
            return measured;
        }
        let measured = self.tenths_digit(measured);
        let measured = self.chain(measured);
        let measured = self.half_behind(measured);
        self.more_behind(measured)
    }

    /// 三成五 is 35 %.
    pub(super) fn tenths_digit(&self, measured: Measured) -> Measured {
        let tenths = self.until(measured.end).ends_with('成');
        let mut chars = self.from(measured.end).trim_start_matches(is_space).chars();
        let digit = chars.next().and_then(|c| match numeral(c) {
            Some((Numeral::Digit(digit), _)) => Some(digit),
            _ => ascii_digit(c),
        });
        match digit {
            Some(digit)
                if tenths
                    && !chars.as_str().starts_with(in_number)
                    && !self.unit_at(self.text.len() - chars.as_str().len()) =>
            {
                let end = self.text.len() - chars.as_str().len();
                let add = |n: Number| n.checked_add(Number::from(u32::from(digit)));
                match measured.amount.try_map(add) {
                    Some(amount) => Measured { amount, end, ..measured },
                    None => measured,
                }
            }
            _ => measured,
        }
    }

    /// 兩噸半, 三成半.
    pub(super) fn half_behind(&self, measured: Measured) -> Measured {
        let Some(read) = &measured.unit else { return measured };
        let countable = matches!(read.unit.kind(), UnitKind::Measure | UnitKind::Currency)
            || read.unit.code() == "{个}"
            || self.until(measured.end).ends_with('成');
        let rest = self.from(measured.end);
        let other = [
            '导', '導', '径', '徑', '年', '岛', '島', '数', '數', '个', '個', '月', '天', '日', '小', '成',
            '价', '價', '固', '自', '挂', '掛',
        ];
        if !countable || !rest.starts_with('半') || rest['半'.len_utf8()..].starts_with(other) {
            return measured;
        }
        let half = Number::from_scaled(5, 1).ok().and_then(|half| half.checked_mul(read.factor));
        match half.and_then(|half| measured.amount.try_map(|n| n.checked_add(half))) {
            Some(amount) => Measured { amount, end: measured.end + '半'.len_utf8(), ..measured },
            None => measured,
        }
    }

    /// 3公里多, 5億元餘: the amount goes up to its next step.
    pub(super) fn more_behind(&self, measured: Measured) -> Measured {
        let Some(read) = &measured.unit else { return measured };
        let rest = self.from(measured.end);
        let Some(mark) = rest.chars().next().filter(|c| matches!(c, '多' | '余' | '餘')) else {
            return measured;
        };
        let behind = &rest[mark.len_utf8()..];
        let other = [
            '种', '種', '家', '个', '個', '方', '次', '元', '样', '樣', '数', '數', '少', '年', '位', '名',
            '项', '項', '额', '額', '下', '地', '万', '萬', '亿', '億',
        ];
        let countable =
            read.role == Role::Firm && measured.amount.number().is_some() && !measured.spelling.open;
        if !countable || behind.starts_with(other) || behind.starts_with(in_number) {
            return measured;
        }
        let Some(written) = measured.amount.number().and_then(|n| n.checked_div(read.factor)) else {
            return measured;
        };
        let ends = next_step(written)
            .and_then(|hi| hi.checked_mul(read.factor))
            .zip(measured.amount.number())
            .and_then(|(hi, lo)| {
                Amount::new(core::ops::Bound::Excluded(lo), core::ops::Bound::Excluded(hi)).ok()
            });
        match ends {
            Some(amount) => {
                let spelling = Spelling { open: true, ..measured.spelling };
                Measured {
                    amount: amount.approximate(true),
                    spelling,
                    end: measured.end + mark.len_utf8(),
                    ..measured
                }
            }
            None => measured,
        }
    }

    /// Smaller units of the same kind, each added: 元角分, 斤兩, 英尺英寸, and the bare last digit of 五塊六.
    pub(super) fn chain(&self, mut measured: Measured) -> Measured {
        for _ in 0..MAX_CHAIN {
            let Some(next) = self.link(&measured) else { break };
            measured = next;
        }
        measured
    }

    pub(super) fn link(&self, measured: &Measured) -> Option<Measured> {
        let read = measured.unit.as_ref()?;
        measured.amount.number().filter(|_| !measured.spelling.open)?;
        let rest = self.from(measured.end);
        let joined = rest.trim_start_matches(['又', '零', '〇']);
        let start = self.text.len() - joined.len();
        if !joined.starts_with(in_number) {
            return None;
        }
        let (behind, core) = amount(joined).ok()?;
        let number = core.amount.number().filter(|_| !core.spelling.fraction)?;
        let end = self.text.len() - behind.len();
        let small = |value: Number| value < Number::from(1000) && !number.is_negative();
        let next = self
            .lexicon
            .units
            .head(behind)
            .and_then(|(len, sense)| self.resolve_smaller(sense, read, end + len, start));
        let (share, end) = match next {
            Some(found) => found,
            None => (self.bare_last_digit(measured, read, start, end, &core)?, end),
        };
        let part = number.checked_mul(share).filter(|_| small(number))?;
        let amount = measured.amount.try_map(|n| n.checked_add(part))?;
        let unit = Read { factor: share, end, ..read.clone() };
        Some(Measured { amount, unit: Some(unit), end, spelling: measured.spelling })
    }

    /// What one of the smaller unit is in the unit of `read`, and where it ends.
    pub(super) fn resolve_smaller(
        &self,
        sense: &Sense,
        read: &Read,
        end: usize,
        start: usize,
    ) -> Option<(Number, usize)> {
        let share = match sense {
            Sense::Local { factor } if read.local => *factor,
            Sense::Open(Open::Point) if read.local => Number::from_scaled(1, 2).ok()?,
            Sense::Local { factor } if read.unit.kind() == UnitKind::Currency => *factor,
            Sense::Currency { unit, factor } if *unit == read.unit => *factor,
            Sense::Measure(unit)
                if read.unit.kind() == UnitKind::Measure && self.text.get(start..).is_some() =>
            {
                unit.convert(Number::ONE, &read.unit).ok()?
            }
            Sense::Regional(defs) => Unit::built_in(&defs[self.settings.region().column()])
                .convert(Number::ONE, &read.unit)
                .ok()?,
            _ => return None,
        };
        (share < read.factor).then_some((share, end))
    }

    /// 五塊六, 三米九, 三塊零四: one digit behind a unit of speech, a tenth of it, or with 零 a hundredth.
    pub(super) fn bare_last_digit(
        &self,
        measured: &Measured,
        read: &Read,
        start: usize,
        end: usize,
        core: &Core,
    ) -> Option<Number> {
        let spoken = self.until(measured.end).ends_with(['块', '塊', '蚊', '米', '毛', '毫', '角']);
        let one = self.text.get(start..end)?.chars().count() == 1 && core.spelling.positional;
        let ends = !self
            .from(end)
            .starts_with(|c: char| is_han(c) && !BEHIND_UNITS.contains(&c) || in_number(c) || c == '%');
        let zero = start > measured.end;
        let shift = if zero { 2 } else { 1 };
        (spoken && one && ends).then(|| Number::from_scaled(1, shift).ok()?.checked_mul(read.factor))?
    }
}

/// The number with its last place that is not zero raised by one.
pub(super) fn next_step(number: Number) -> Option<Number> {
    let integer = number.to_i64()?;
    let mut step = 1i64;
    while integer != 0 && integer % step.checked_mul(10)? == 0 {
        step = step.checked_mul(10)?;
    }
    Some(Number::from(integer.checked_add(step)?))
}

/// 元角分 and two to spare.
const MAX_CHAIN: usize = 4;
