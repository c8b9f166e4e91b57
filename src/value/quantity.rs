//! [`Quantity`]: an amount with its unit.

use core::fmt;

use super::amount::Amount;
use super::number::Number;
use super::unit::{Unit, UnitKind};
use crate::error::Error;

/// What a quantity is of; follows from its unit but for ordinals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum QuantityKind {
    /// An amount of a currency.
    Money,
    /// A physical or trade measure.
    Measure,
    /// A number of things.
    Count,
    /// A percentage or its kin.
    Ratio,
    /// A bare number that measures something, no unit written.
    Number,
    /// A place in an order.
    Ordinal,
}

/// An amount, its unit, and the unit it is counted by (`5000元/噸`).
///
/// ```
/// use zhfact::{Number, Quantity, QuantityKind};
///
/// let price: Quantity = "每噸5000元".parse()?;
/// assert_eq!(price.kind(), QuantityKind::Money);
/// assert_eq!(price.amount().number(), Some(Number::from(5000)));
/// assert_eq!(price.unit().map(|unit| unit.code()), Some("CNY"));
/// assert_eq!(price.rate().map(|rate| rate.unit().code()), Some("t"));
/// assert!(price.is_assumed(), "元 without a name is the default currency");
/// # Ok::<(), zhfact::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    kind: QuantityKind,
    amount: Amount,
    unit: Option<Unit>,
    rate: Option<Rate>,
    assumed: bool,
    inferred: bool,
}

/// The denominator of a rate: `每百公里` is 100 km.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rate {
    amount: Number,
    unit: Unit,
}

impl Rate {
    /// Per `amount` of `unit`.
    #[must_use]
    pub const fn new(amount: Number, unit: Unit) -> Self {
        Rate { amount, unit }
    }

    /// How many units the rate is per, mostly one.
    #[must_use]
    pub const fn amount(&self) -> Number {
        self.amount
    }

    /// The unit that the rate is per.
    #[must_use]
    pub const fn unit(&self) -> &Unit {
        &self.unit
    }
}

impl Quantity {
    /// `amount` of `unit`, or a bare number.
    #[must_use]
    pub fn new(amount: Amount, unit: Option<Unit>) -> Self {
        let kind = match unit.as_ref().map(Unit::kind) {
            Some(UnitKind::Currency) => QuantityKind::Money,
            Some(UnitKind::Measure) => QuantityKind::Measure,
            Some(UnitKind::Classifier) => QuantityKind::Count,
            Some(UnitKind::Ratio) => QuantityKind::Ratio,
            None => QuantityKind::Number,
        };
        Quantity { kind, amount, unit, rate: None, assumed: false, inferred: false }
    }

    /// The place `amount` in an order.
    #[must_use]
    pub fn ordinal(amount: Amount) -> Self {
        Quantity { kind: QuantityKind::Ordinal, ..Quantity::new(amount, None) }
    }

    /// The same quantity, per `rate`.
    #[must_use]
    pub fn per(self, rate: Rate) -> Self {
        Quantity { rate: Some(rate), ..self }
    }

    /// The same quantity, its currency taken from the configuration, not from the text.
    pub(crate) fn assumed(self, assumed: bool) -> Self {
        Quantity { assumed, ..self }
    }

    /// The same quantity, its unit taken from a neighbour in a list.
    pub(crate) fn inferred(self, inferred: bool) -> Self {
        Quantity { inferred, ..self }
    }

    /// In a currency that the text names.
    pub(crate) fn name_currency(&mut self, currency: Unit) {
        self.unit = Some(currency);
        self.assumed = false;
    }

    pub(crate) fn set_amount(&mut self, amount: Amount) {
        self.amount = amount;
    }

    pub(crate) fn with_amount(self, amount: Amount) -> Self {
        Quantity { amount, ..self }
    }

    /// What it is of.
    #[must_use]
    pub const fn kind(&self) -> QuantityKind {
        self.kind
    }

    /// How much.
    #[must_use]
    pub const fn amount(&self) -> &Amount {
        &self.amount
    }

    /// What it is counted in.
    #[must_use]
    pub const fn unit(&self) -> Option<&Unit> {
        self.unit.as_ref()
    }

    /// What it is counted by.
    #[must_use]
    pub const fn rate(&self) -> Option<&Rate> {
        self.rate.as_ref()
    }

    /// Whether the text names no currency, so that the configured one stands in (`5元`).
    #[must_use]
    pub const fn is_assumed(&self) -> bool {
        self.assumed
    }

    /// Whether the unit was written at a neighbour only (`58萬` in `58萬和65萬噸`).
    #[must_use]
    pub const fn is_inferred(&self) -> bool {
        self.inferred
    }

    /// The same amount in another unit of the dimension; a rate stays as it is.
    ///
    /// # Errors
    /// [`ErrorKind::Incommensurable`](crate::ErrorKind) between dimensions.
    ///
    /// ```
    /// use zhfact::Quantity;
    /// let land: Quantity = "3000畝".parse()?;
    /// let hectare: Quantity = "1公頃".parse()?;
    /// let in_hectares = land.convert(hectare.unit().expect("written"))?;
    /// assert_eq!(in_hectares.to_string(), "200 har");
    /// let money: Quantity = "3000元".parse()?;
    /// assert_eq!(
    ///     money.convert(hectare.unit().expect("written")).unwrap_err().to_string(),
    ///     "cannot combine unit `CNY` with unit `har`",
    /// );
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    pub fn convert(&self, target: &Unit) -> Result<Quantity, Error> {
        let Some(unit) = &self.unit else { return Err(Unit::one().incommensurable(target)) };
        // An amount of zero stands in for one that is open on both sides.
        unit.convert(self.amount.written().unwrap_or(Number::ZERO), target)?;
        let amount = self.amount.try_map(|n| unit.convert(n, target).ok()).ok_or_else(Error::too_large)?;
        Ok(Quantity { amount, unit: Some(target.clone()), ..self.clone() })
    }

    /// The amount in the SI unit of its dimension; `None` for what has no dimension.
    ///
    /// ```
    /// use zhfact::{Number, Quantity};
    /// let output: Quantity = "1.5萬噸".parse()?;
    /// assert_eq!(output.to_si().and_then(|amount| amount.number()), Some(Number::from(15_000_000)));
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    #[must_use]
    pub fn to_si(&self) -> Option<Amount> {
        let unit = self.unit.as_ref()?;
        let (factor, offset) = (unit.si_factor()?, unit.si_offset()?);
        self.amount.try_map(|n| n.checked_mul(factor)?.checked_add(offset))
    }

    /// The sum of two quantities, in the unit of the first.
    ///
    /// # Errors
    /// [`ErrorKind::Incommensurable`](crate::ErrorKind) where units or rates do not fit together,
    /// [`ErrorKind::TooLarge`](crate::ErrorKind) where the sum needs too many digits.
    ///
    /// ```
    /// use zhfact::Quantity;
    /// let sum = "3公里".parse::<Quantity>()?.checked_add(&"500米".parse()?)?;
    /// assert_eq!(sum.to_string(), "3.5 km");
    /// assert!(sum.checked_add(&"5噸".parse()?).is_err());
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    pub fn checked_add(&self, other: &Quantity) -> Result<Quantity, Error> {
        let one = Unit::one();
        let (left, right) = (self.unit.as_ref().unwrap_or(&one), other.unit.as_ref().unwrap_or(&one));
        if self.rate != other.rate || self.unit.is_some() != other.unit.is_some() || self.kind != other.kind {
            return Err(left.incommensurable(right));
        }
        let other = if left == right { other.clone() } else { other.convert(left)? };
        let amount = self.amount.checked_add(other.amount).ok_or_else(Error::too_large)?;
        Ok(self.clone().with_amount(amount))
    }
}

/// Amount, unit code and rate: `[3, 5] CNY/t`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.amount)?;
        if let Some(unit) = &self.unit {
            write!(f, " {unit}")?;
        }
        match &self.rate {
            Some(rate) if rate.amount == Number::ONE => write!(f, "/{}", rate.unit),
            Some(rate) => write!(f, "/({} {})", rate.amount, rate.unit),
            None => Ok(()),
        }
    }
}
