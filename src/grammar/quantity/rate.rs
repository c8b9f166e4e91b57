//! What a quantity is counted by.

use nom::Parser;
use nom::combinator::opt;

use super::{Read, Reader, Role, in_number};
use crate::grammar::amount::{Core, Spelling, amount};
use crate::grammar::chars::{is_han, is_space};
use crate::lexicon::{Open, Sense, measures};
use crate::value::{Amount, Number, Quantity, Rate, Unit, UnitKind};

impl Reader<'_> {
    /// `/噸`, `每噸` behind a unit.
    pub(super) fn rate_behind(&self, end: usize, unit: Option<&Unit>) -> Option<(Rate, usize)> {
        let kind = unit?.kind();
        let rest = self.from(end);
        let rest = rest.strip_prefix("(含税)").or_else(|| rest.strip_prefix("（含稅）")).unwrap_or(rest);
        let mark = rest.chars().next().filter(|c| matches!(c, '/' | '／' | '每'))?;
        let start = self.text.len() - rest.len() + mark.len_utf8();
        let (rate, rate_end) = self.rate_unit(start)?;
        // 120MW/240MWh gives two capacities of one plant.
        if mark != '每'
            && kind == UnitKind::Measure
            && self.from(start).starts_with(in_number)
            && rate.unit().kind() == UnitKind::Measure
            && rate.amount() != Number::ONE
        {
            return None;
        }
        let time =
            rate.unit().dimension() == Some(crate::value::Dimension::Time) || rate.unit().code() == "{季}";
        let closed = !self.from(rate_end).starts_with(is_han);
        (kind != UnitKind::Ratio || mark != '每').then_some(())?;
        (mark != '每' || !time || closed).then_some((rate, rate_end))
    }

    /// What a rate is per: `噸`, `百公里`, `10股`, `年`.
    pub(crate) fn rate_unit(&self, start: usize) -> Option<(Rate, usize)> {
        let input = self.from(start).trim_start_matches(is_space);
        // 千瓦時 is a unit, 千 no number here.
        let unit_first =
            self.lexicon.units.head(input).is_some_and(|(_, sense)| matches!(sense, Sense::Measure(_)));
        let (rest, core) = if unit_first { (input, None) } else { opt(amount).parse(input).ok()? };
        let number = match &core {
            Some(core) => core.amount.number()?,
            None => Number::ONE,
        };
        let at = self.text.len() - rest.len();
        let core = core.unwrap_or(Core {
            amount: Amount::exact(Number::ONE),
            spelling: Spelling { arabic: true, ..Spelling::default() },
        });
        let time = self.lexicon.rate_times.head(rest);
        let unit = self.lexicon.units.heads(rest).find_map(|(len, sense)| {
            if time.is_some_and(|(time_len, _)| time_len >= len) || !self.stands_alone(at, at + len) {
                return None;
            }
            let read = match sense {
                Sense::Count { unit, .. } => Read {
                    unit: unit.clone(),
                    role: Role::Firm,
                    local: false,
                    factor: Number::ONE,
                    end: at + len,
                },
                Sense::Open(Open::Foot) => Read {
                    unit: Unit::built_in(&measures::SQUARE_FOOT),
                    role: Role::Firm,
                    local: false,
                    factor: Number::ONE,
                    end: at + len,
                },
                Sense::Tenths
                | Sense::Discount
                | Sense::Doubling
                | Sense::Ratio { .. }
                | Sense::Duration { .. } => return None,
                sense => self.resolve(sense, at, at, at + len, &core)?,
            };
            Some(read)
        });
        match (unit, time) {
            (Some(read), _) => Some((Rate::new(number.checked_mul(read.factor)?, read.unit), read.end)),
            (None, Some((len, unit))) if !rest[len..].starts_with(['份']) => {
                Some((Rate::new(number, unit.clone()), at + len))
            }
            _ => None,
        }
    }
}

/// 公里 per hour is a unit of its own.
pub(super) fn compound(unit: Unit, rate: Rate) -> (Unit, Option<Rate>) {
    if rate.amount() == Number::ONE && unit.kind() == UnitKind::Measure {
        let code = format!("{}/{}", unit.code(), rate.unit().code());
        if let Some(row) = measures::MEASURES.iter().find(|row| row.def.code == code) {
            return (Unit::built_in(&row.def), None);
        }
    }
    (unit, Some(rate))
}

/// The same quantity per `rate`, which for speeds is a unit of its own.
pub(crate) fn rated(quantity: Quantity, rate: &Rate) -> Quantity {
    match quantity.unit() {
        Some(unit) => match compound(unit.clone(), rate.clone()) {
            (unit, None) => Quantity::new(*quantity.amount(), Some(unit)),
            (_, Some(rate)) => quantity.per(rate),
        },
        None => quantity.per(rate.clone()),
    }
}
