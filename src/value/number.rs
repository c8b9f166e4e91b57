//! [`Number`]: an exact decimal or fraction.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};

use num_rational::Ratio;
use rust_decimal::Decimal;

use crate::error::{Error, ErrorKind};

/// An exact number: a decimal of at most [28](Number::MAX_DIGITS) digits or, where no such decimal
/// exists, a fraction in lowest terms. No float ever holds a value.
///
/// Every number has one representation, so `==`, `Ord` and `Hash` mean what they say: `3.50` equals
/// `3.5`, and one half is the decimal `0.5`, while one third stays `1/3`.
///
/// ```
/// use zhfact::Number;
///
/// let tonnes: Number = "一千二百三十四萬".parse()?;
/// assert_eq!(tonnes, Number::from(12_340_000));
/// assert_eq!("3分之2".parse::<Number>()?.to_string(), "2/3");
/// assert_eq!("129.06億".parse::<Number>()?.to_string(), "12906000000");
/// # Ok::<(), zhfact::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Number(Repr);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Repr {
    Decimal(Decimal),
    /// Never a number that a decimal could hold.
    Fraction(Ratio<i64>),
}

impl Number {
    /// The most significant digits that a decimal number holds.
    pub const MAX_DIGITS: u32 = 28;

    /// Zero.
    pub const ZERO: Number = Number(Repr::Decimal(Decimal::ZERO));
    /// One.
    pub const ONE: Number = Number(Repr::Decimal(Decimal::ONE));

    /// The number `mantissa` × 10<sup>−`scale`</sup>.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] beyond 28 digits, be it before or behind the point.
    ///
    /// ```
    /// use zhfact::Number;
    /// assert_eq!(Number::from_scaled(1950, 3)?.to_string(), "1.95");
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    pub fn from_scaled(mantissa: i128, scale: u32) -> Result<Self, Error> {
        Scaled { mantissa, scale }.number().ok_or_else(Error::too_large)
    }

    /// The fraction `numerator` ÷ `denominator`, reduced.
    ///
    /// # Errors
    /// [`ErrorKind::ZeroDenominator`] and [`ErrorKind::TooLarge`].
    ///
    /// ```
    /// use zhfact::Number;
    /// assert_eq!(Number::fraction(2, 6)?.to_string(), "1/3");
    /// assert_eq!(Number::fraction(1, 4)?.to_string(), "0.25");
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    pub fn fraction(numerator: i128, denominator: i128) -> Result<Self, Error> {
        if denominator == 0 {
            return Err(Error::new(ErrorKind::ZeroDenominator));
        }
        if numerator == i128::MIN || denominator == i128::MIN {
            return Err(Error::too_large());
        }
        Self::from_ratio(Ratio::new(numerator, denominator)).ok_or_else(Error::too_large)
    }

    /// The decimal, unless it is a fraction that no decimal holds.
    #[must_use]
    pub fn to_decimal(self) -> Option<Decimal> {
        match self.0 {
            Repr::Decimal(decimal) => Some(decimal),
            Repr::Fraction(_) => None,
        }
    }

    /// Numerator and (positive) denominator in lowest terms.
    ///
    /// ```
    /// use zhfact::Number;
    /// assert_eq!("1.5".parse::<Number>()?.to_fraction(), (3, 2));
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    #[must_use]
    pub fn to_fraction(self) -> (i128, i128) {
        let ratio = self.ratio();
        (*ratio.numer(), *ratio.denom())
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self < Number::ZERO
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self == Number::ZERO
    }

    /// Whether it has no fractional part.
    #[must_use]
    pub fn is_integer(self) -> bool {
        match self.0 {
            Repr::Decimal(decimal) => decimal.is_integer(),
            Repr::Fraction(_) => false,
        }
    }

    /// The number as an integer, where it is one and fits.
    #[must_use]
    pub fn to_i64(self) -> Option<i64> {
        let (numerator, denominator) = self.to_fraction();
        if denominator == 1 { i64::try_from(numerator).ok() } else { None }
    }

    /// The distance from zero.
    #[must_use]
    pub fn abs(self) -> Number {
        if self.is_negative() { -self } else { self }
    }

    /// The exact sum; `None` where it needs more digits than a number holds.
    #[must_use]
    pub fn checked_add(self, other: Number) -> Option<Number> {
        if let (Repr::Decimal(a), Repr::Decimal(b)) = (self.0, other.0) {
            return Scaled::from(a).checked_add(Scaled::from(b))?.number();
        }
        let (a, b) = (self.ratio(), other.ratio());
        let numerator = a.numer().checked_mul(*b.denom())?.checked_add(b.numer().checked_mul(*a.denom())?)?;
        Self::from_ratio(Ratio::new(numerator, a.denom().checked_mul(*b.denom())?))
    }

    /// The exact difference; `None` where it needs more digits than a number holds.
    #[must_use]
    pub fn checked_sub(self, other: Number) -> Option<Number> {
        self.checked_add(-other)
    }

    /// The exact product; `None` where it needs more digits than a number holds.
    #[must_use]
    pub fn checked_mul(self, other: Number) -> Option<Number> {
        if let Repr::Decimal(other) = other.0
            && other.scale() == 0
            && other.mantissa() == 1
        {
            return Some(self);
        }
        if let (Repr::Decimal(a), Repr::Decimal(b)) = (self.0, other.0)
            && let Some(mantissa) = a.mantissa().checked_mul(b.mantissa())
        {
            return Scaled { mantissa, scale: a.scale() + b.scale() }.number();
        }
        // Cross-reduced first, so that the products stay small.
        let (a, b) = (self.ratio(), other.ratio());
        let left = Ratio::new(*a.numer(), *b.denom());
        let right = Ratio::new(*b.numer(), *a.denom());
        Self::from_ratio(Ratio::new(
            left.numer().checked_mul(*right.numer())?,
            left.denom().checked_mul(*right.denom())?,
        ))
    }

    /// The exact quotient; `None` for a zero divisor or where it needs more digits than a number holds.
    #[must_use]
    pub fn checked_div(self, other: Number) -> Option<Number> {
        if other.is_zero() {
            return None;
        }
        let inverse = other.ratio().recip();
        let left = Ratio::new(*self.ratio().numer(), *inverse.denom());
        let right = Ratio::new(*inverse.numer(), *self.ratio().denom());
        Self::from_ratio(Ratio::new(
            left.numer().checked_mul(*right.numer())?,
            left.denom().checked_mul(*right.denom())?,
        ))
    }

    fn ratio(self) -> Ratio<i128> {
        match self.0 {
            // 10^28 fits into an i128, so the power cannot overflow.
            Repr::Decimal(decimal) => Ratio::new(decimal.mantissa(), 10i128.pow(decimal.scale())),
            Repr::Fraction(ratio) => Ratio::new_raw(i128::from(*ratio.numer()), i128::from(*ratio.denom())),
        }
    }

    fn from_ratio(ratio: Ratio<i128>) -> Option<Number> {
        let (twos, rest) = strip(*ratio.denom(), 2);
        let (fives, rest) = strip(rest, 5);
        if rest == 1 {
            let scale = twos.max(fives);
            let lift = 2i128.checked_pow(scale - twos)?.checked_mul(5i128.checked_pow(scale - fives)?)?;
            return Scaled { mantissa: ratio.numer().checked_mul(lift)?, scale }.number();
        }
        let numerator = i64::try_from(*ratio.numer()).ok()?;
        Some(Number(Repr::Fraction(Ratio::new_raw(numerator, i64::try_from(*ratio.denom()).ok()?))))
    }
}

/// How often `n` divides by `prime`, and what is left.
fn strip(mut n: i128, prime: i128) -> (u32, i128) {
    let mut times = 0;
    while n % prime == 0 {
        n /= prime;
        times += 1;
    }
    (times, n)
}

impl core::ops::Neg for Number {
    type Output = Number;
    fn neg(self) -> Number {
        Number(match self.0 {
            // A decimal knows a negative zero; ours has one zero.
            Repr::Decimal(decimal) if decimal.is_zero() => Repr::Decimal(Decimal::ZERO),
            Repr::Decimal(decimal) => Repr::Decimal(-decimal),
            Repr::Fraction(ratio) => Repr::Fraction(-ratio),
        })
    }
}

impl From<i64> for Number {
    fn from(n: i64) -> Self {
        Number(Repr::Decimal(Decimal::from(n)))
    }
}

impl From<u32> for Number {
    fn from(n: u32) -> Self {
        Number(Repr::Decimal(Decimal::from(n)))
    }
}

impl From<i32> for Number {
    fn from(n: i32) -> Self {
        Number(Repr::Decimal(Decimal::from(n)))
    }
}

impl TryFrom<Decimal> for Number {
    type Error = Error;

    /// # Errors
    /// [`ErrorKind::TooLarge`] for the few decimals of 29 digits.
    fn try_from(decimal: Decimal) -> Result<Self, Error> {
        Scaled::from(decimal).number().ok_or_else(Error::too_large)
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.0, other.0) {
            (Repr::Decimal(a), Repr::Decimal(b)) => a.cmp(&b),
            _ => self.ratio().cmp(&other.ratio()),
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self.0 {
            Repr::Decimal(decimal) => decimal.hash(state),
            Repr::Fraction(ratio) => ratio.hash(state),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Repr::Decimal(decimal) => fmt::Display::fmt(&decimal, f),
            Repr::Fraction(ratio) => write!(f, "{}/{}", ratio.numer(), ratio.denom()),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// An intermediate result of the grammar: `mantissa` × 10<sup>−`scale`</sup>, cheap to add and scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scaled {
    pub(crate) mantissa: i128,
    pub(crate) scale: u32,
}

const LIMIT: i128 = 10i128.pow(Number::MAX_DIGITS);

impl Scaled {
    pub(crate) const ZERO: Scaled = Scaled { mantissa: 0, scale: 0 };

    pub(crate) fn integer(mantissa: i128) -> Self {
        Scaled { mantissa, scale: 0 }
    }

    pub(crate) fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    pub(crate) fn neg(self) -> Self {
        Scaled { mantissa: -self.mantissa, ..self }
    }

    pub(crate) fn checked_add(self, other: Scaled) -> Option<Scaled> {
        let scale = self.scale.max(other.scale);
        if self.scale == other.scale {
            return Some(Scaled { mantissa: self.mantissa.checked_add(other.mantissa)?, scale });
        }
        let lift = |s: Scaled| s.mantissa.checked_mul(power_of_ten(scale - s.scale)?);
        Some(Scaled { mantissa: lift(self)?.checked_add(lift(other)?)?, scale })
    }

    /// Times 10<sup>`exponent`</sup>.
    pub(crate) fn shift(self, exponent: u32) -> Option<Scaled> {
        if exponent == 0 {
            return Some(self);
        }
        let from_scale = exponent.min(self.scale);
        let factor = power_of_ten(exponent - from_scale)?;
        Some(Scaled { mantissa: self.mantissa.checked_mul(factor)?, scale: self.scale - from_scale })
    }

    /// Over 10<sup>`exponent`</sup>.
    pub(crate) fn unshift(self, exponent: u32) -> Option<Scaled> {
        Some(Scaled { scale: self.scale.checked_add(exponent)?, ..self })
    }

    /// The number, normalised; `None` beyond 28 digits.
    pub(crate) fn number(self) -> Option<Number> {
        let Scaled { mut mantissa, mut scale } = self;
        if let (Ok(mut short), 0..=28) = (i64::try_from(mantissa), scale) {
            while scale > 0 && short % 10 == 0 {
                short /= 10;
                scale -= 1;
            }
            return Some(Number(Repr::Decimal(Decimal::new(short, scale))));
        }
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        if mantissa <= -LIMIT || mantissa >= LIMIT || scale > Number::MAX_DIGITS {
            return None;
        }
        Some(Number(Repr::Decimal(Decimal::try_from_i128_with_scale(mantissa, scale).ok()?)))
    }
}

/// 10<sup>`exponent`</sup>, where it fits.
fn power_of_ten(exponent: u32) -> Option<i128> {
    POWERS_OF_TEN.get(usize::try_from(exponent).ok()?).copied()
}

static POWERS_OF_TEN: [i128; 39] = {
    let mut powers = [1; 39];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
};

impl From<Decimal> for Scaled {
    fn from(decimal: Decimal) -> Self {
        Scaled { mantissa: decimal.mantissa(), scale: decimal.scale() }
    }
}
