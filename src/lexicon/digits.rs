//! Numeral characters 數字 of both scripts, banker's forms 大寫 included, and what each stands for.

/// What one numeral character stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numeral {
    /// 零 to 九.
    Digit(u8),
    /// A ten in one character: 廿 20, 卅 30, 卌 40.
    Tens(u8),
    /// 十, 百, 千 as a power of ten.
    Small(u32),
    /// 萬, 億, 兆, 京 as a power of ten.
    Big(u32),
    /// 半.
    Half,
    /// 幾, 數: an unsaid digit.
    Several,
}

/// How a numeral character looks; what is daily and what only clerks and banks write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Plain,
    /// 大寫, against forgery; alone most of them are other words (陸 land, 伍 a surname).
    Banker,
    /// Colloquial forms of 二 and 一 that head no longer numeral.
    Spoken,
}

struct Row {
    numeral: Numeral,
    form: Form,
    glyphs: &'static [char],
}

const fn row(numeral: Numeral, form: Form, glyphs: &'static [char]) -> Row {
    Row { numeral, form, glyphs }
}

use Form::{Banker, Plain, Spoken};
use Numeral::{Big, Digit, Half, Several, Small, Tens};

/// The forms of GB/T 15835—2011 (數字用法) and of the PRC's rules for bills (支付結算辦法, annex 1), with
/// the variants that Traditional texts and scanned documents use.
static ROWS: &[Row] = &[
    row(Digit(0), Plain, &['零', '〇', '○']),
    row(Digit(1), Plain, &['一']),
    row(Digit(1), Spoken, &['幺']),
    row(Digit(2), Plain, &['二', '两', '兩']),
    row(Digit(2), Spoken, &['俩', '倆']),
    row(Digit(3), Plain, &['三']),
    row(Digit(4), Plain, &['四']),
    row(Digit(5), Plain, &['五']),
    row(Digit(6), Plain, &['六']),
    row(Digit(7), Plain, &['七']),
    row(Digit(8), Plain, &['八']),
    row(Digit(9), Plain, &['九']),
    row(Digit(1), Banker, &['壹', '弌']),
    row(Digit(2), Banker, &['贰', '貳', '弍']),
    row(Digit(3), Banker, &['叁', '參', '叄', '参']),
    row(Digit(4), Banker, &['肆']),
    row(Digit(5), Banker, &['伍']),
    row(Digit(6), Banker, &['陆', '陸']),
    row(Digit(7), Banker, &['柒']),
    row(Digit(8), Banker, &['捌']),
    row(Digit(9), Banker, &['玖']),
    row(Tens(20), Plain, &['廿', '卄']),
    row(Tens(30), Plain, &['卅']),
    row(Tens(40), Plain, &['卌']),
    row(Small(1), Plain, &['十']),
    row(Small(2), Plain, &['百']),
    row(Small(3), Plain, &['千']),
    row(Small(1), Banker, &['拾']),
    row(Small(2), Banker, &['佰']),
    row(Small(3), Banker, &['仟']),
    row(Big(4), Plain, &['万', '萬']),
    row(Big(8), Plain, &['亿', '億']),
    row(Big(12), Plain, &['兆']),
    row(Big(16), Plain, &['京']),
    row(Half, Plain, &['半']),
    row(Several, Plain, &['几', '幾', '数', '數']),
];

const FIRST: usize = 0x25CB;
const SIZE: usize = 0x9FFF - FIRST + 1;

/// For each character from [`FIRST`] on the number of its row, from 1; 0 for what is no numeral.
static TABLE: [u8; SIZE] = table();

#[expect(clippy::as_conversions, reason = "no other conversion of a char runs at compile time")]
const fn table() -> [u8; SIZE] {
    let mut table = [0; SIZE];
    let mut r = 0;
    while r < ROWS.len() {
        let mut g = 0;
        while g < ROWS[r].glyphs.len() {
            table[ROWS[r].glyphs[g] as usize - FIRST] = r as u8 + 1;
            g += 1;
        }
        r += 1;
    }
    table
}

/// The numeral that `c` is, and its form.
#[inline]
pub(crate) fn numeral(c: char) -> Option<(Numeral, Form)> {
    let at = usize::try_from(u32::from(c)).ok()?.checked_sub(FIRST)?;
    let row = ROWS.get(usize::from(*TABLE.get(at)?).checked_sub(1)?)?;
    Some((row.numeral, row.form))
}

/// Every numeral character.
pub(crate) fn numerals() -> impl Iterator<Item = char> {
    ROWS.iter().flat_map(|row| row.glyphs).copied()
}

/// The characters of a numeral in one form, the usual one first.
pub(crate) fn glyphs(numeral: Numeral, form: Form) -> &'static [char] {
    ROWS.iter().find(|row| (row.numeral, row.form) == (numeral, form)).map_or(&[], |row| row.glyphs)
}

/// The value of an ASCII or fullwidth digit.
#[inline]
pub(crate) fn ascii_digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => u8::try_from(u32::from(c) - u32::from('0')).ok(),
        '０'..='９' => u8::try_from(u32::from(c) - u32::from('０')).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_glyph_is_found_and_stands_in_one_row() {
        let mut seen = Vec::new();
        for row in ROWS {
            for &glyph in row.glyphs {
                assert_eq!(numeral(glyph), Some((row.numeral, row.form)), "{glyph}");
                assert!(!seen.contains(&glyph), "{glyph} stands twice");
                seen.push(glyph);
            }
        }
        for other in ['元', 'a', '0', '日', '\u{10FFFF}', '。'] {
            assert_eq!(numeral(other), None, "{other}");
        }
    }

    #[test]
    fn digits_of_both_widths_have_values() {
        assert_eq!(ascii_digit('7'), Some(7));
        assert_eq!(ascii_digit('７'), Some(7));
        assert_eq!(ascii_digit('七'), None);
    }
}
