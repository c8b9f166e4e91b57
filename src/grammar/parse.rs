//! A whole string as one number or one quantity: `FromStr`, with errors that say where and why.

use core::str::FromStr;

use nom::Parser;

use super::chars::{is_space, spaces};
use super::number::number;
use super::quantity::in_number;
use crate::error::Error;
use crate::extractor::Extractor;
use crate::value::{Number, Quantity};

impl FromStr for Number {
    type Err = Error;

    /// Reads a whole string as a number in digits, numerals, or both: `1,234.5`, `負三十二`, `3億5000萬`,
    /// `三分之二`, `1.2e3`.
    ///
    /// # Errors
    /// [`Expected`](crate::ErrorKind::Expected) where no number begins,
    /// [`Trailing`](crate::ErrorKind::Trailing) where text is left,
    /// [`TooLarge`](crate::ErrorKind::TooLarge) beyond 28 digits.
    ///
    /// ```
    /// use zhfact::Number;
    /// assert_eq!("兩萬五".parse::<Number>()?, Number::from(25_000));
    /// assert_eq!(
    ///     "三個".parse::<Number>().unwrap_err().to_string(),
    ///     "expected the end of the text after a number, found `個` at byte 3",
    /// );
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    fn from_str(text: &str) -> Result<Self, Error> {
        let trimmed = text.trim_matches(is_space);
        let start = text.len() - text.trim_start_matches(is_space).len();
        match scientific(trimmed)
            .or_else(|| (spaces, number).parse(trimmed).ok().map(|(rest, (_, n))| (rest, n)))
        {
            Some(("", number)) => Ok(number),
            Some((rest, _)) => Err(Error::trailing("a number", text, start + trimmed.len() - rest.len())),
            None if !trimmed.is_empty()
                && trimmed.chars().all(|c| in_number(c) || matches!(c, '.' | ',' | '-')) =>
            {
                Err(Error::too_large().at(crate::span::Span::new(start, start + trimmed.len())))
            }
            None => Err(Error::expected("a number", text, start)),
        }
    }
}

/// In characters, with points, commas and spaces.
const LONGEST_MANTISSA: usize = 64;

/// `-127.32e13`: a number times a power of ten, as programs write it.
pub(crate) fn scientific(input: &str) -> Option<(&str, Number)> {
    // Hardly any number is written so; no longer one than this can be held.
    let numeric = |c: &char| in_number(*c) || is_space(*c) || ".,+-点點".contains(*c);
    let mut behind = input.chars().take(LONGEST_MANTISSA).skip_while(numeric);
    if !matches!(behind.next(), Some('e' | 'E')) {
        return None;
    }
    let (rest, mantissa) = number(input).ok()?;
    let power = rest.strip_prefix(['e', 'E'])?;
    let (negative, digits) = match power.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, power.strip_prefix('+').unwrap_or(power)),
    };
    let len = digits.bytes().take_while(u8::is_ascii_digit).count();
    let exponent: u32 = digits.get(..len)?.parse().ok()?;
    if digits[len..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let factor = Number::from_scaled(10i128.checked_pow(exponent)?, 0).ok()?;
    let value = if negative { mantissa.checked_div(factor) } else { mantissa.checked_mul(factor) };
    Some((&digits[len..], value?))
}

impl FromStr for Quantity {
    type Err = Error;

    /// Reads a whole string as one quantity with its bounds and rate, in the default region: `約1.5萬噸`,
    /// `每噸5000元`, `30至50億元`, `三成`, `20`.
    ///
    /// # Errors
    /// [`Expected`](crate::ErrorKind::Expected) where no quantity begins,
    /// [`Trailing`](crate::ErrorKind::Trailing) where text is left.
    ///
    /// ```
    /// use zhfact::Quantity;
    /// assert_eq!("500多億元".parse::<Quantity>()?.to_string(), "(50000000000, 60000000000)~ CNY");
    /// assert_eq!(
    ///     "很多錢".parse::<Quantity>().unwrap_err().to_string(),
    ///     "expected a quantity, found `很多錢` at byte 0",
    /// );
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    fn from_str(text: &str) -> Result<Self, Error> {
        Extractor::new().quantity(text)
    }
}
