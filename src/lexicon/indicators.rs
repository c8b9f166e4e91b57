//! The open vocabulary of facts: indicator terms and subjects, from their tables.

use std::sync::Arc;

/// What kind of indicator a term names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// An amount or a rate: 營業收入, 失業率.
    Plain,
    /// Itself a rate of growth: 增速.
    Growth,
    /// A rise told as a noun: 漲幅.
    Rise,
    /// A fall told as a noun: 跌幅.
    Fall,
    /// A move told as a noun, its direction open: 調幅.
    Step,
    /// A price of what stands before it: 目標價.
    Owned,
    /// A part of a whole: 占比.
    Share,
    /// Things that are counted: 項目.
    Thing,
    /// People and bodies that are counted and have measures of their own: 企業.
    Body,
}

/// A row of `indicators.tsv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) class: Class,
    /// The identifier of a well-known statistic: `GDP`.
    pub(crate) id: Option<Arc<str>>,
}

/// The table of terms that ships with the crate.
pub(crate) const INDICATORS: &str = include_str!("indicators.tsv");

/// The table of subjects that ships with the crate: places, markets, institutions.
pub(crate) const SUBJECTS: &str = include_str!("subjects.tsv");

/// The table of plain words: those in which no other word of the fact lexicon counts.
pub(crate) const PLAIN: &str = include_str!("plain.tsv");

/// The rows of a table with their line numbers, comments and empty lines left out.
fn rows(table: &str) -> impl Iterator<Item = (usize, &str)> {
    table
        .lines()
        .enumerate()
        .map(|(number, line)| (number + 1, line))
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
}

/// The terms of a table `simplified ⇥ traditional … ⇥ class ⇥ identifier`, one entry a spelling.
///
/// A line with fewer columns is a plain term without an identifier. The error is the number of the
/// first broken line.
pub(crate) fn terms(table: &str) -> Result<Vec<(&str, Term)>, usize> {
    let mut terms = Vec::new();
    for (number, line) in rows(table) {
        let mut columns = line.split('\t');
        let spellings = columns.by_ref().take(2).flat_map(str::split_whitespace);
        let spellings: Vec<&str> = spellings.collect();
        let class = class(columns.next().unwrap_or("-")).ok_or(number)?;
        let id = columns.next().filter(|id| *id != "-" && !id.is_empty()).map(Arc::from);
        if spellings.is_empty() || columns.next().is_some() {
            return Err(number);
        }
        terms.extend(spellings.into_iter().map(|spelling| (spelling, Term { class, id: id.clone() })));
    }
    Ok(terms)
}

/// The spellings of a table `simplified ⇥ traditional …`.
pub(crate) fn spellings(table: &str) -> impl Iterator<Item = &str> {
    rows(table).flat_map(|(_, line)| line.split_whitespace())
}

fn class(name: &str) -> Option<Class> {
    Some(match name {
        "-" | "" => Class::Plain,
        "rate" => Class::Growth,
        "up" => Class::Rise,
        "down" => Class::Fall,
        "either" => Class::Step,
        "owned" => Class::Owned,
        "share" => Class::Share,
        "thing" => Class::Thing,
        "body" => Class::Body,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_row_of_the_table_is_read() {
        let terms = terms(INDICATORS).expect("every row is well-formed");
        assert!(
            terms.iter().filter(|(_, term)| !matches!(term.class, Class::Thing | Class::Body)).count() > 1600
        );
        let mut seen = HashSet::new();
        for (number, line) in rows(INDICATORS) {
            assert_eq!(line.split('\t').count(), 4, "line {number}: {line}");
            let simplified = line.split('\t').next().unwrap_or("");
            assert!(seen.insert(simplified), "line {number} repeats {simplified}");
        }
    }

    #[test]
    fn every_subject_and_plain_word_stands_once() {
        let mut seen = HashSet::new();
        for (number, line) in rows(SUBJECTS).chain(rows(PLAIN)) {
            assert!(line.split('\t').count() == 2, "line {number}: {line}");
            let simplified = line.split('\t').next().unwrap_or("");
            assert!(seen.insert(simplified), "line {number} repeats {simplified}");
        }
    }

    #[test]
    fn broken_line_is_named() {
        assert_eq!(terms("# head\n茶葉產量\n產量\t產量\tshape\t-\n"), Err(3));
    }
}
