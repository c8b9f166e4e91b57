//! The spellings that are written, one for each meaning and script.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::Script;
use crate::lexicon::digits::numeral;
use crate::lexicon::{Sense, rate_times, script, unit_words};
use crate::value::{Number, Unit, UnitKind};

/// A word in Simplified and in Traditional script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word(&'static str, &'static str);

/// A word whose two forms are told here and not in a table of the lexicon.
pub(super) const fn word(simplified: &'static str, traditional: &'static str) -> Word {
    Word(simplified, traditional)
}

impl Word {
    /// The word that a row of the lexicon spells: its first spelling without Latin letters, and that one's
    /// form in Traditional script.
    fn of_row(row: &[&'static str]) -> Option<Word> {
        let chinese = |word: &&&str| !word.contains(|c: char| c.is_ascii_alphanumeric());
        let simplified = *row.iter().find(chinese).or_else(|| row.first())?;
        Some(word(simplified, script::traditional(simplified, row.iter().copied())))
    }

    pub(super) const fn in_script(self, script: Script) -> &'static str {
        match script {
            Script::Simplified => self.0,
            Script::Traditional => self.1,
        }
    }
}

/// The word for `meaning` in a table of the lexicon.
pub(super) fn of_table<T: PartialEq>(
    rows: &[(T, &'static [&'static str])],
    meaning: T,
    script: Script,
) -> Option<&'static str> {
    let (_, row) = rows.iter().find(|(of, _)| *of == meaning)?;
    let simplified = row.first()?;
    Some(match script {
        Script::Simplified => simplified,
        Script::Traditional => script::traditional(simplified, row.iter().copied()),
    })
}

/// Units, and how each is written.
pub(super) struct Units {
    names: HashMap<Unit, Name>,
    rates: HashMap<Unit, Word>,
}

/// How a unit is written.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) word: Word,
    /// A currency whose name stands before the number, with 元 behind it: 人民幣.
    pub(super) before: bool,
}

pub(super) static UNITS: Lazy<Units> = Lazy::new(Units::build);

impl Units {
    fn build() -> Units {
        let mut rows: HashMap<Unit, Vec<&'static str>> = HashMap::new();
        for (word, sense) in unit_words() {
            for unit in whole_units(sense) {
                rows.entry(unit).or_default().push(word);
            }
        }
        let name = |(unit, row): (Unit, Vec<_>)| {
            let name =
                if unit.kind() == UnitKind::Currency { Name::of_money(&row) } else { Name::of_row(&row) };
            Some((unit, name?))
        };
        let names = rows.into_iter().filter_map(name).collect();
        let mut rows: HashMap<Unit, Vec<&'static str>> = HashMap::new();
        for (word, unit) in rate_times() {
            rows.entry(unit).or_default().push(word);
        }
        let rates = rows.into_iter().filter_map(|(unit, row)| Some((unit, Word::of_row(&row)?))).collect();
        Units { names, rates }
    }

    /// How `unit` is written behind a number.
    pub(super) fn name(&self, unit: &Unit) -> Option<&Name> {
        self.names.get(unit)
    }

    #[cfg(test)]
    pub(super) fn all(&self) -> impl Iterator<Item = (&Unit, &Name)> {
        self.names.iter()
    }

    /// How `unit` is written behind 每.
    pub(super) fn rate(&self, unit: &Unit) -> Option<&Word> {
        self.rates.get(unit).or_else(|| self.name(unit).map(|name| &name.word))
    }
}

impl Name {
    fn of_row(row: &[&'static str]) -> Option<Name> {
        Some(Name { before: false, word: Word::of_row(row)? })
    }

    fn of_money(row: &[&'static str]) -> Option<Name> {
        // Behind a number 百慕大元 would be a hundred of something, and 多米尼加比索 a little more.
        let parts_of_numbers = ['多', '余', '餘', '来', '來'];
        let apart =
            |name: &&str| !name.starts_with(|c| numeral(c).is_some() || parts_of_numbers.contains(&c));
        let word = Word::of_row(&row.iter().copied().filter(apart).collect::<Vec<_>>())?;
        // 人民币元 stands in the row of 人民币, but 美元元 in none.
        let with_yuan = format!("{}元", word.0);
        Some(Name { before: row.contains(&with_yuan.as_str()), word })
    }
}

/// The units of which a word means just one, not a part or a multiple.
fn whole_units(sense: Sense) -> Vec<Unit> {
    match sense {
        Sense::Count { unit, .. } | Sense::Measure(unit) => vec![unit],
        Sense::Currency { unit, factor }
        | Sense::Ratio { unit, factor }
        | Sense::Duration { unit, factor }
            if factor == Number::ONE =>
        {
            vec![unit]
        }
        Sense::Regional(defs) => defs.iter().map(Unit::built_in).collect(),
        _ => Vec::new(),
    }
}

/// The code of a unit that has no name in the tables, without the braces of classifiers.
pub(super) fn code(unit: &Unit) -> &str {
    match unit.kind() {
        UnitKind::Classifier => unit.code().trim_start_matches('{').trim_end_matches('}'),
        _ => unit.code(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::currency;

    #[track_caller]
    fn written(unit: &Unit, simplified: &'static str, traditional: &'static str) {
        let name = UNITS.name(unit).expect(simplified);
        assert_eq!(name.word, word(simplified, traditional));
    }

    #[test]
    fn names_are_the_usual_ones() {
        let money = |code| currency(code).expect(code);
        written(&money("CNY"), "人民币", "人民幣");
        written(&money("TWD"), "新台币", "新臺幣");
        written(&money("USD"), "美元", "美元");
        written(&money("JPY"), "日元", "日元");
        written(&Unit::percentage_point(), "个百分点", "個百分點");
        written(&Unit::percent(), "%", "%");
        assert!(UNITS.name(&money("CNY")).is_some_and(|name| name.before));
        assert!(UNITS.name(&money("HKD")).is_some_and(|name| !name.before));
    }

    #[test]
    fn every_unit_of_the_tables_has_a_name() {
        for (word, sense) in unit_words() {
            for unit in whole_units(sense) {
                assert!(UNITS.name(&unit).is_some(), "{word}");
            }
        }
    }
}
