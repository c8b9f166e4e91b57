//! The layer of numbers: what number is written here, whatever it means.

use nom::Parser;
use once_cell::sync::Lazy;

use super::{candidates, number_end, shapes};
use crate::grammar::amount::amount;
use crate::grammar::chars::{is_han, is_space};
use crate::grammar::number::{counted, parts_of, plain_figure};
use crate::grammar::parse::scientific;
use crate::lexicon::digits::{Form, Numeral, numeral, numerals};
use crate::lexicon::{CharSet, Lexicon};
use crate::span::Span;
use crate::value::Number;

/// A number found in a text.
///
/// ```
/// use zhfact::Extractor;
/// let extractor = Extractor::new();
/// let number = extractor.numbers("共三千零五件").next().expect("one number");
/// assert_eq!((number.text(), number.value().to_string().as_str()), ("三千零五", "3005"));
/// assert_eq!(number.span().start(), "共".len());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberMention<'t> {
    text: &'t str,
    span: Span,
    value: Number,
}

impl<'t> NumberMention<'t> {
    /// The words of the number.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text.get(self.span.start()..self.span.end()).unwrap_or("")
    }

    /// Its bytes in the document.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Its value; of an open one such as 十餘 the number that is written.
    #[must_use]
    pub const fn value(&self) -> Number {
        self.value
    }
}

/// The numbers of one text, in order. Made by [`Extractor::numbers`](crate::Extractor::numbers).
#[derive(Clone, Debug)]
pub struct Numbers<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    at: usize,
    floor: usize,
}

impl<'a> Numbers<'a> {
    pub(crate) fn new(text: &'a str, lexicon: &'a Lexicon) -> Self {
        Numbers { text, lexicon, at: 0, floor: 0 }
    }

    /// The number at the candidate `at`, or where to go on.
    fn read(&self, at: usize) -> Result<NumberMention<'a>, usize> {
        self.plain(at).unwrap_or_else(|| self.composed(at))
    }

    /// The number at `at`, or where to go on, if nothing beside it can belong to it: so it is with most.
    fn plain(&self, at: usize) -> Option<Result<NumberMention<'a>, usize>> {
        let (before, from) = (self.text.get(self.floor..at)?, self.text.get(at..)?);
        let beside = &*BESIDE;
        if beside.before.tails(before) {
            return None;
        }
        let first = from.chars().next()?;
        let (figure_end, rest, value) = if first.is_ascii_digit() {
            if !shapes::no_code_around(before, from) {
                return None;
            }
            let (behind, figure) = plain_figure(from)?;
            let (rest, cardinal) = counted(behind, figure)?;
            (behind, rest, cardinal.value.number()?)
        } else {
            let (Numeral::Digit(digit @ 1..), Form::Plain) = numeral(first)? else { return None };
            let rest = &from[first.len_utf8()..];
            if shapes::no_number(self.text, at, self.floor, false).is_some() {
                return None;
            }
            (rest, rest, Number::from(u32::from(digit)))
        };
        if beside.behind.heads(rest) {
            return None;
        }
        let end = self.text.len() - rest.len();
        Some(match self.lexicon.names.at(self.text, at) {
            Some((start, name_end)) if start < at || name_end > self.text.len() - figure_end.len() => {
                Err(name_end)
            }
            _ => Ok(self.found(at, end, value)),
        })
    }

    /// The same, whatever stands beside it.
    fn composed(&self, at: usize) -> Result<NumberMention<'a>, usize> {
        let text = self.text;
        let behind_prefix = percent_prefix(&text[at..]).map(|rest| text.len() - rest.len());
        if let Some(start) = behind_prefix {
            return Err(start);
        }
        if let Some((start, end)) = self.lexicon.names.at(text, at)
            && (start < at || end > number_end(text, at))
        {
            return Err(end);
        }
        if let Some(end) = shapes::no_number(text, at, self.floor, false) {
            return Err(end);
        }
        if let Some(rest) = text[at..].strip_prefix("半百") {
            return Ok(self.found(at, text.len() - rest.len(), Number::from(50)));
        }
        let start = self.sign_start(at);
        let read = power(&text[start..]).or_else(|| scientific(&text[start..]));
        if let Some((rest, value)) = read {
            return Ok(self.found(start, text.len() - rest.len(), value));
        }
        let (rest, core) = amount(&text[at..]).map_err(|_| number_end(text, at))?;
        let end = text.len() - rest.len();
        let written = core.amount.written().ok_or(end)?;
        let value = if start < at && negative(text, start) { -written } else { written };
        let spelling = core.spelling;
        let beside_han = text[..at].ends_with(is_han) || rest.starts_with(is_han);
        if spelling.bare || spelling.several || spelling.weak && beside_han {
            return Err(end);
        }
        let (value, end) = shorthand(value, end, text, spelling.arabic);
        let (value, end) = dozens(value, end, text);
        Ok(self.found(start, end, value))
    }

    fn found(&self, start: usize, end: usize, value: Number) -> NumberMention<'a> {
        NumberMention { text: self.text, span: Span::new(start, end), value }
    }

    /// Where the sign of the number at `at` begins, else `at`.
    fn sign_start(&self, at: usize) -> usize {
        let window = self.text.get(self.floor..at).unwrap_or("");
        let trimmed = window.trim_end_matches(is_space);
        let Some(mark) = trimmed.chars().next_back() else { return at };
        let spoken = matches!(mark, '负' | '負');
        let start = self.floor + trimmed.len() - mark.len_utf8();
        let before = self.text[..start].chars().next_back();
        let free = before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '-' | '%'));
        let gap = trimmed.len() < window.len() && before.is_some();
        let sign = spoken || matches!(mark, '-' | '−' | '－' | '+' | '＋') && free && !gap;
        if sign { start } else { at }
    }
}

/// What can belong to a number beside it.
struct Beside {
    before: CharSet,
    behind: CharSet,
}

static BESIDE: Lazy<Beside> = Lazy::new(|| {
    let spaces = || (' '..='\u{3000}').filter(|&c| is_space(c));
    let digits = numerals().chain('0'..='9').chain('０'..='９');
    let letters = ('a'..='z').chain('A'..='Z').chain('ａ'..='ｚ').chain('Ａ'..='Ｚ');
    Beside {
        before: spaces().chain("负負-−－+＋".chars()).collect(),
        behind: spaces()
            .chain(digits)
            .chain(letters)
            .chain(".．,，^×*·/／点點分又个個有余餘多来來几幾打成".chars())
            .collect(),
    }
});

fn negative(text: &str, start: usize) -> bool {
    !text[start..].starts_with(['+', '＋'])
}

/// 百分之, whose number stands behind it.
fn percent_prefix(input: &str) -> Option<&str> {
    let first = input.chars().next()?;
    matches!(numeral(first)?.0, Numeral::Small(2)).then_some(())?;
    let (rest, ()) = parts_of(&input[first.len_utf8()..]).ok()?;
    Some(rest.trim_start_matches(is_space))
}

/// `2^5`.
fn power(input: &str) -> Option<(&str, Number)> {
    let (rest, (base, _, exponent)) = (
        nom::character::complete::digit1::<&str, ()>,
        nom::character::complete::char('^'),
        nom::character::complete::digit1,
    )
        .parse(input)
        .ok()?;
    let value = base.parse::<i128>().ok()?.checked_pow(exponent.parse().ok()?)?;
    Some((rest, Number::from_scaled(value, 0).ok()?))
}

/// `15k`, `3M` behind digits.
fn shorthand(value: Number, end: usize, text: &str, arabic: bool) -> (Number, usize) {
    let mut chars = text[end..].chars();
    let exponent = match chars.next() {
        Some('k' | 'K') => 3,
        Some('w' | 'W') => 4,
        Some('M') => 6,
        Some('G') if text[..end].contains('.') => 9,
        _ => return (value, end),
    };
    let alone = !chars.as_str().starts_with(|c: char| c.is_ascii_alphanumeric());
    let factor = Number::from_scaled(10i128.pow(exponent), 0).ok().filter(|_| arabic && alone);
    match factor.and_then(|factor| value.checked_mul(factor)) {
        Some(value) => (value, end + 1),
        None => (value, end),
    }
}

/// 一打 is a dozen; 打 before a verb's object is the verb.
fn dozens(value: Number, end: usize, text: &str) -> (Number, usize) {
    const VERB: [char; 16] =
        ['电', '電', '造', '开', '開', '击', '擊', '破', '响', '響', '车', '車', '工', '包', '通', '折'];
    let Some(behind) = text[end..].strip_prefix('打').filter(|behind| !behind.starts_with(VERB)) else {
        return (value, end);
    };
    match value.checked_mul(Number::from(12)) {
        Some(dozens) => (dozens, text.len() - behind.len()),
        None => (value, end),
    }
}

impl<'a> Iterator for Numbers<'a> {
    type Item = NumberMention<'a>;

    fn next(&mut self) -> Option<NumberMention<'a>> {
        while let Some(start) = candidates::number(self.text, self.at) {
            match self.read(start) {
                Ok(number) => {
                    self.at = number.span.end();
                    self.floor = self.at;
                    return Some(number);
                }
                Err(next) => self.at = next.max(start + 1),
            }
        }
        self.at = self.text.len();
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers_are_what_the_productions_read() {
        let numbers =
            ["5", "12.5", "3萬", "1,234", "2.7億", "三", "两", "1.5萬億", "2021", "0", "007", "12345678"];
        let before =
            ["", "，", "約", "的", "-", "負", "+", " ", "1", "張", "李", "統", "第", "A", "(", "标普"];
        let singles = ('!'..='~').chain('一'..='龥').filter(|&c| c < '一' || u32::from(c) % 16 == 0);
        let words = "，。、（）：；%％×＾．· 点點分又个個有余餘多来來几幾打成萬億兆京三十百半";
        let behind = singles.chain(words.chars()).map(String::from);
        let behind: Vec<String> = behind
            .chain(["分之一", "些", "般", "點五", "又三分之一", "打啤", "k"].map(String::from))
            .collect();
        let mut plain_ones = 0;
        for (place, number) in
            numbers.iter().flat_map(|number| [number; 16].into_iter().zip(before)).map(|(n, b)| (b, n))
        {
            for behind in &behind {
                let text = format!("{place}{number}{behind}");
                let reader = Numbers::new(&text, Lexicon::standard());
                let Some(plain) = reader.plain(place.len()) else { continue };
                plain_ones += 1;
                assert_eq!(plain, reader.composed(place.len()), "{text}");
            }
        }
        assert!(plain_ones > 50_000, "{plain_ones}");
    }
}
