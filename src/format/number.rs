//! Numbers in digits and in numerals.
//!
//! Numerals go by sections of four digits. 零 stands once for every gap: inside a section (一千零五), and where a
//! section does not fill its place behind a larger one (一億零六百萬), but not behind a section that ends in
//! zeros (一百二十萬三千). These are the rules of 正確填寫票據和結算憑證的基本規定 (支付結算辦法, annex 1), which
//! leave a choice for the last case.

use once_cell::sync::Lazy;
use rust_decimal::Decimal;

use super::words::{Word, word};
use super::{Format, Scale, Script, Style};
use crate::lexicon::digits::{Form, Numeral, glyphs};
use crate::lexicon::script;
use crate::value::Number;

pub(super) const NEGATIVE: Word = word("负", "負");
const POINT: Word = word("点", "點");
const PARTS_OF: &str = "分之";
const AND: &str = "又";

/// The characters of one script and form.
#[derive(Debug)]
pub(super) struct Glyphs {
    pub(super) digits: [char; 10],
    /// 十, 百, 千.
    small: [char; 3],
    /// 萬, 億, 兆, 京.
    big: [char; 4],
    /// 兩.
    pub(super) two: char,
}

static SIMPLIFIED: Lazy<Glyphs> = Lazy::new(|| Glyphs::of(Script::Simplified, Form::Plain));
static TRADITIONAL: Lazy<Glyphs> = Lazy::new(|| Glyphs::of(Script::Traditional, Form::Plain));
static SIMPLIFIED_CAPITALS: Lazy<Glyphs> = Lazy::new(|| Glyphs::of(Script::Simplified, Form::Banker));
static TRADITIONAL_CAPITALS: Lazy<Glyphs> = Lazy::new(|| Glyphs::of(Script::Traditional, Form::Banker));

impl Glyphs {
    fn of(script: Script, form: Form) -> Glyphs {
        // 零, 萬 and 億 have no capitals.
        let row = |numeral| match glyphs(numeral, form) {
            [] => glyphs(numeral, Form::Plain),
            row => row,
        };
        let glyph = |numeral| partner(row(numeral).first().copied().unwrap_or('?'), row(numeral), script);
        let digit = |digit| glyph(Numeral::Digit(digit));
        Glyphs {
            digits: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(digit),
            small: [1, 2, 3].map(|power| glyph(Numeral::Small(power))),
            big: [4, 8, 12, 16].map(|power| glyph(Numeral::Big(power))),
            two: partner('两', glyphs(Numeral::Digit(2), Form::Plain), script),
        }
    }
}

/// `glyph` as the script has it among the characters of its row.
fn partner(glyph: char, row: &[char], script: Script) -> char {
    if script == Script::Simplified {
        return glyph;
    }
    let row: Vec<String> = row.iter().map(char::to_string).collect();
    let glyph = glyph.to_string();
    script::traditional(&glyph, row.iter().map(String::as_str)).chars().next().unwrap_or('?')
}

impl Format {
    pub(super) fn glyphs(&self) -> &'static Glyphs {
        match (self.style, self.script) {
            (Style::Bankers, Script::Simplified) => &SIMPLIFIED_CAPITALS,
            (Style::Bankers, Script::Traditional) => &TRADITIONAL_CAPITALS,
            (_, Script::Simplified) => &SIMPLIFIED,
            (_, Script::Traditional) => &TRADITIONAL,
        }
    }

    pub(super) const fn say(self, word: Word) -> &'static str {
        word.in_script(self.script)
    }

    /// `number` at the precision that was asked for, and whether that changed it.
    pub(super) fn rounded(&self, number: Number) -> (Number, bool) {
        let Some(places) = self.places else { return (number, false) };
        let lift = match self.style {
            Style::Compact => 4 * section(number.abs()),
            _ => 0,
        };
        let rounded = round(number, i64::from(places) - i64::from(lift)).unwrap_or(number);
        (rounded, rounded != number)
    }

    /// `number`, exact.
    pub(super) fn exact(&self, number: Number) -> String {
        let Some(decimal) = number.abs().to_decimal() else { return self.fraction(number) };
        let written = match self.style {
            Style::Digits => decimal.to_string(),
            Style::Grouped => grouped(&decimal.to_string()),
            Style::Compact => self.with_magnitude(decimal),
            Style::Numerals | Style::Bankers => self.in_numerals(decimal),
        };
        let sign = match number.is_negative() {
            true if self.in_words() => self.say(NEGATIVE),
            true => "-",
            false => "",
        };
        format!("{sign}{written}")
    }

    /// A fraction in words, the whole before it: 一又三分之二.
    fn fraction(&self, number: Number) -> String {
        let (numerator, denominator) = number.to_fraction();
        let (whole, rest) = (
            numerator.unsigned_abs() / denominator.unsigned_abs(),
            numerator.unsigned_abs() % denominator.unsigned_abs(),
        );
        let words = self.worded();
        let part = format!("{}{PARTS_OF}{}", words.integer(denominator.unsigned_abs()), words.integer(rest));
        let sign = if number.is_negative() { self.say(NEGATIVE) } else { "" };
        match whole {
            0 => format!("{sign}{part}"),
            whole => format!("{sign}{}{AND}{part}", words.integer(whole)),
        }
    }

    /// A number as so many parts of so many: 四分之三.
    pub(super) fn parts(&self, number: Number) -> String {
        let (numerator, denominator) = number.to_fraction();
        let words = self.worded();
        let sign = if number.is_negative() { self.say(NEGATIVE) } else { "" };
        let (numerator, denominator) = (numerator.unsigned_abs(), denominator.unsigned_abs());
        format!("{sign}{}{PARTS_OF}{}", words.integer(denominator), words.integer(numerator))
    }

    /// The same format in numerals.
    pub(super) const fn worded(self) -> Format {
        if self.in_words() { self } else { self.styled(Style::Numerals) }
    }

    /// `1.5萬`: digits with the magnitude of the section that they begin in.
    fn with_magnitude(&self, decimal: Decimal) -> String {
        let section = section_of(decimal);
        let scale = i64::from(decimal.scale()) + 4 * i64::from(section);
        let digits = placed(decimal.mantissa().unsigned_abs(), scale);
        format!("{digits}{}", self.magnitude(section))
    }

    /// 萬, 億, 萬億 …: the name of 10<sup>4 × `section`</sup>.
    fn magnitude(&self, section: u32) -> String {
        let [wan, yi, zhao, jing] = self.glyphs().big;
        let (odd, yis) = (section % 2 == 1, section / 2);
        match (self.scale, section) {
            (_, 0) => String::new(),
            (Scale::Zhao, 3) => zhao.to_string(),
            (Scale::Zhao, 4) => jing.to_string(),
            (Scale::Zhao, 5..) => self.magnitude(section - 4) + &jing.to_string(),
            (Scale::Wanyi, _) | (Scale::Zhao, _) => {
                let wan = odd.then_some(wan);
                let yis = core::iter::repeat_n(yi, usize::try_from(yis).unwrap_or(0));
                wan.into_iter().chain(yis).collect()
            }
        }
    }

    fn in_numerals(&self, decimal: Decimal) -> String {
        let (mantissa, scale) = (decimal.mantissa().unsigned_abs(), decimal.scale());
        let power = 10u128.pow(scale);
        let mut out = self.integer(mantissa / power);
        if scale > 0 {
            out.push_str(self.say(POINT));
            let width = usize::try_from(scale).unwrap_or(0);
            out.push_str(&self.digit_by_digit(&format!("{:0width$}", mantissa % power)));
        }
        out
    }

    /// Each digit by its numeral: 〇 is not used here, for a 零 reads as both.
    pub(super) fn digit_by_digit(&self, digits: &str) -> String {
        let glyphs = self.glyphs();
        let glyph = |c: char| Some(glyphs.digits[usize::try_from(c.to_digit(10)?).ok()?]);
        digits.chars().filter_map(glyph).collect()
    }

    /// An integer in numerals.
    pub(super) fn integer(&self, value: u128) -> String {
        let mut out = String::new();
        match value {
            0 => out.push(self.glyphs().digits[0]),
            _ => self.push_integer(value, &mut out),
        }
        out
    }

    /// The head of the number with its magnitude, then the rest.
    fn push_integer(&self, value: u128, out: &mut String) {
        // 萬 within 億 within 億億: the head of a magnitude is an integer of its own.
        let sections: [u32; 4] = match self.scale {
            Scale::Wanyi => [6, 4, 2, 1],
            Scale::Zhao => [4, 3, 2, 1],
        };
        let Some(section) = sections.into_iter().find(|&section| value >= power(4 * section)) else {
            return self.push_section(value, out);
        };
        let unit = power(4 * section);
        self.push_head(value / unit, out);
        out.push_str(&self.magnitude(section));
        let rest = value % unit;
        if rest > 0 {
            if rest < unit / 10 {
                out.push(self.glyphs().digits[0]);
            }
            self.push_integer(rest, out);
        }
    }

    /// What stands before a magnitude, 兩 where it is a lone two.
    fn push_head(&self, head: u128, out: &mut String) {
        if head == 2 && self.says_liang() {
            out.push(self.glyphs().two);
        } else {
            self.push_integer(head, out);
        }
    }

    pub(super) const fn says_liang(&self) -> bool {
        self.liang && matches!(self.style, Style::Numerals)
    }

    /// Up to four digits.
    fn push_section(&self, value: u128, out: &mut String) {
        let glyphs = self.glyphs();
        let (first, mut started, mut gap) = (out.is_empty(), false, false);
        for place in (0..4u32).rev() {
            let digit = value / power(place) % 10;
            if digit == 0 {
                gap = started;
                continue;
            }
            if core::mem::take(&mut gap) {
                out.push(glyphs.digits[0]);
            }
            let short_ten = place == 1 && digit == 1 && first && !started;
            let short_ten = short_ten && self.style != Style::Bankers && !self.full_ten;
            if digit == 2 && place == 3 && self.says_liang() {
                out.push(glyphs.two);
            } else if !short_ten {
                out.push(glyphs.digits[usize::try_from(digit).unwrap_or(0)]);
            }
            if let Some(at) = place.checked_sub(1).and_then(|at| usize::try_from(at).ok()) {
                out.push(glyphs.small[at]);
            }
            started = true;
        }
    }

    /// `text` cut before the magnitudes that it ends with.
    pub(super) fn cut<'t>(&self, text: &'t str) -> (&'t str, &'t str) {
        let big = self.glyphs().big;
        text.split_at(text.trim_end_matches(big).len())
    }

    /// Whether `c` is 萬, 億, 兆 or 京 as this format writes them.
    pub(super) fn is_big(&self, c: char) -> bool {
        self.glyphs().big.contains(&c)
    }
}

fn power(exponent: u32) -> u128 {
    10u128.pow(exponent)
}

/// How many sections of four digits the number has, the first not counted; none where it is below 10 000.
fn section(number: Number) -> u32 {
    match number.to_decimal() {
        Some(decimal) => section_of(decimal),
        None => {
            let (numerator, denominator) = number.to_fraction();
            section_of_integer(numerator.unsigned_abs() / denominator.unsigned_abs())
        }
    }
}

fn section_of(decimal: Decimal) -> u32 {
    section_of_integer(decimal.mantissa().unsigned_abs() / power(decimal.scale()))
}

fn section_of_integer(whole: u128) -> u32 {
    whole.checked_ilog10().unwrap_or(0) / 4
}

/// `mantissa` with a point before its last `scale` digits, no zeros behind what counts.
fn placed(mantissa: u128, scale: i64) -> String {
    let scale = usize::try_from(scale).unwrap_or(0);
    let digits = format!("{mantissa:0width$}", width = scale + 1);
    let (whole, part) = digits.split_at(digits.len() - scale);
    match part.trim_end_matches('0') {
        "" => whole.to_owned(),
        part => format!("{whole}.{part}"),
    }
}

/// A comma before every third digit from the point.
fn grouped(digits: &str) -> String {
    let (whole, part) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(part) = part {
        out.push('.');
        out.push_str(part);
    }
    out
}

/// `number` at `places` digits behind the point, or so many zeros before it, halves away from zero; `None`
/// where the sum is too large, so that it is left exact.
fn round(number: Number, places: i64) -> Option<Number> {
    let (numerator, denominator) = match number.to_decimal() {
        Some(decimal) if i64::from(decimal.scale()) <= places => return Some(number),
        Some(decimal) => (decimal.mantissa(), 10i128.checked_pow(decimal.scale())?),
        None => number.to_fraction(),
    };
    let lift = 10i128.checked_pow(u32::try_from(places.unsigned_abs()).ok()?)?;
    let (top, bottom) = match places >= 0 {
        true => scaled_up(numerator, denominator, lift)?,
        false => (numerator, denominator.checked_mul(lift)?),
    };
    let (whole, rest) = (top / bottom, top % bottom);
    let up = rest.checked_abs()?.checked_mul(2)? >= bottom;
    let whole = whole.checked_add(if up { top.signum() } else { 0 })?;
    let places = u32::try_from(places.unsigned_abs()).ok().map(|shift| (shift, places >= 0))?;
    match places {
        (shift, true) => Number::from_scaled(whole, shift).ok(),
        (_, false) => Number::from_scaled(whole.checked_mul(lift)?, 0).ok(),
    }
}

/// The ratio times `lift`; of a decimal, whose denominator is a power of ten, without growing the numerator.
fn scaled_up(numerator: i128, denominator: i128, lift: i128) -> Option<(i128, i128)> {
    match denominator % lift {
        0 => Some((numerator, denominator / lift)),
        _ => Some((numerator.checked_mul(lift)?, denominator)),
    }
}
