//! [`Names`]: words, idioms and names in which a numeral is no number.

use super::digits::{ascii_digit, numeral};
use super::spellings::Spellings;

/// Words found by the first numeral or digit in them, since the scan stops nowhere else.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    /// From the first numeral on → what stands before it in each word that goes on so.
    rows: Spellings<Vec<Box<str>>>,
}

impl Names {
    /// Words without any numeral are of no use to the scan and left out.
    pub(crate) fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut split: Vec<(&str, &str)> = words.into_iter().filter_map(split_at_numeral).collect();
        split.sort_unstable_by_key(|&(_, tail)| tail);
        let rows = split.chunk_by(|a, b| a.1 == b.1).map(|group| {
            let heads = group.iter().map(|&(head, _)| head.into()).collect::<Vec<Box<str>>>();
            (group[0].1, heads)
        });
        Names { rows: Spellings::by_head(rows.collect::<Vec<_>>()) }
    }

    /// The longest word whose first numeral stands at `at`: where it begins and ends.
    pub(crate) fn at(&self, text: &str, at: usize) -> Option<(usize, usize)> {
        let (before, from) = text.split_at_checked(at)?;
        self.rows
            .heads(from)
            .filter_map(|(len, heads)| {
                let head = heads.iter().filter(|head| before.ends_with(&***head)).map(|h| h.len()).max()?;
                Some((at - head, at + len))
            })
            .max_by_key(|&(start, end)| (end, at - start))
    }
}

/// The word before its first numeral, and from there on.
fn split_at_numeral(word: &str) -> Option<(&str, &str)> {
    let at = word.find(|c| ascii_digit(c).is_some() || numeral(c).is_some())?;
    Some(word.split_at(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_at_their_first_numeral() {
        let names = Names::new(["統一", "統一企業", "滬深300", "十分重視", "元"]);
        assert_eq!(names.at("統一企業股", 3), Some((0, 12)));
        assert_eq!(names.at("統一為", 3), Some((0, 6)));
        assert_eq!(names.at("滬深300漲", 6), Some((0, 9)));
        assert_eq!(names.at("十分鐘", 0), None);
        assert_eq!(names.at("第一", 3), None);
    }
}
