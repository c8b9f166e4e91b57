//! [`Amount`]: an interval of numbers.

use core::fmt;
use core::ops::Bound;

use super::number::Number;
use crate::error::{Error, ErrorKind};

/// How much: an interval with ends that are included, excluded or open, and whether the writer hedged.
///
/// | written | interval | approximate |
/// |---|---|---|
/// | 30 | \[30, 30\] | no |
/// | 約30 | \[30, 30\] | yes |
/// | 超過30 | (30, ∞) | no |
/// | 不低於30 | \[30, ∞) | no |
/// | 近30 | (−∞, 30) | yes |
/// | 20餘 | (20, 30) | yes |
///
/// It is built only through constructors, so the lower end never lies above the upper one.
///
/// ```
/// use std::ops::Bound;
/// use zhfact::{Amount, Number, Quantity};
///
/// let visits: Quantity = "20餘次".parse()?;
/// assert_eq!(visits.amount().lo(), Bound::Excluded(Number::from(20)));
/// assert_eq!(visits.amount().hi(), Bound::Excluded(Number::from(30)));
/// assert!(visits.amount().is_approximate());
/// assert_eq!(visits.amount().to_string(), "(20, 30)~");
/// # Ok::<(), zhfact::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Amount {
    lo: Bound<Number>,
    hi: Bound<Number>,
    approx: bool,
}

impl Amount {
    /// Just `number`.
    #[must_use]
    pub const fn exact(number: Number) -> Self {
        Amount { lo: Bound::Included(number), hi: Bound::Included(number), approx: false }
    }

    /// From `lo` to `hi`.
    ///
    /// # Errors
    /// [`ErrorKind::EmptyInterval`] where `lo` is above `hi`.
    ///
    /// ```
    /// use std::ops::Bound::Included;
    /// use zhfact::{Amount, Number};
    ///
    /// let range = Amount::new(Included(Number::from(3)), Included(Number::from(5)))?;
    /// assert_eq!(range.to_string(), "[3, 5]");
    /// assert!(Amount::new(Included(Number::from(5)), Included(Number::from(3))).is_err());
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    pub fn new(lo: Bound<Number>, hi: Bound<Number>) -> Result<Self, Error> {
        match (number_of(lo), number_of(hi)) {
            (Some(a), Some(b)) if a > b => Err(Error::new(ErrorKind::EmptyInterval {
                lo: a.to_string().into(),
                hi: b.to_string().into(),
            })),
            _ => Ok(Amount { lo, hi, approx: false }),
        }
    }

    /// The interval between the two numbers, ends included, whichever is the larger.
    #[must_use]
    pub fn between(a: Number, b: Number) -> Self {
        Amount { lo: Bound::Included(a.min(b)), hi: Bound::Included(a.max(b)), approx: false }
    }

    /// More than `number`.
    #[must_use]
    pub const fn more_than(number: Number) -> Self {
        Amount { lo: Bound::Excluded(number), hi: Bound::Unbounded, approx: false }
    }

    /// `number` or more.
    #[must_use]
    pub const fn at_least(number: Number) -> Self {
        Amount { lo: Bound::Included(number), hi: Bound::Unbounded, approx: false }
    }

    /// Less than `number`.
    #[must_use]
    pub const fn less_than(number: Number) -> Self {
        Amount { lo: Bound::Unbounded, hi: Bound::Excluded(number), approx: false }
    }

    /// `number` or less.
    #[must_use]
    pub const fn at_most(number: Number) -> Self {
        Amount { lo: Bound::Unbounded, hi: Bound::Included(number), approx: false }
    }

    /// The same interval, hedged or not.
    #[must_use]
    pub const fn approximate(self, approx: bool) -> Self {
        Amount { approx, ..self }
    }

    /// The lower end.
    #[must_use]
    pub const fn lo(&self) -> Bound<Number> {
        self.lo
    }

    /// The upper end.
    #[must_use]
    pub const fn hi(&self) -> Bound<Number> {
        self.hi
    }

    /// Whether the writer hedged (約, 左右, 近, 餘 …).
    #[must_use]
    pub const fn is_approximate(&self) -> bool {
        self.approx
    }

    /// The number, where the amount is one number, hedged or not.
    #[must_use]
    pub fn number(&self) -> Option<Number> {
        match (self.lo, self.hi) {
            (Bound::Included(lo), Bound::Included(hi)) if lo == hi => Some(lo),
            _ => None,
        }
    }

    /// The number that was written: of an interval its lower end, else its upper one.
    #[must_use]
    pub fn written(&self) -> Option<Number> {
        number_of(self.lo).or(number_of(self.hi))
    }

    /// Whether `number` lies in the interval.
    #[must_use]
    pub fn contains(&self, number: Number) -> bool {
        use core::ops::RangeBounds;
        (self.lo, self.hi).contains(&number)
    }

    /// The amount with both ends put through `f`, which must not change their order.
    pub(crate) fn try_map(self, f: impl Fn(Number) -> Option<Number>) -> Option<Self> {
        let end = |bound: Bound<Number>| {
            Some(match bound {
                Bound::Included(n) => Bound::Included(f(n)?),
                Bound::Excluded(n) => Bound::Excluded(f(n)?),
                Bound::Unbounded => Bound::Unbounded,
            })
        };
        Some(Amount { lo: end(self.lo)?, hi: end(self.hi)?, approx: self.approx })
    }

    /// Every number of the interval times `factor`; `None` where the product needs too many digits.
    #[must_use]
    pub fn checked_mul(self, factor: Number) -> Option<Self> {
        let scaled = self.try_map(|n| n.checked_mul(factor))?;
        Some(if factor.is_negative() { Amount { lo: scaled.hi, hi: scaled.lo, ..scaled } } else { scaled })
    }

    /// The sum of the two intervals; `None` where it needs too many digits.
    #[must_use]
    pub fn checked_add(self, other: Amount) -> Option<Self> {
        let end = |a: Bound<Number>, b: Bound<Number>| {
            let (Some(x), Some(y)) = (number_of(a), number_of(b)) else { return Some(Bound::Unbounded) };
            let sum = x.checked_add(y)?;
            let open = matches!(a, Bound::Excluded(_)) || matches!(b, Bound::Excluded(_));
            Some(if open { Bound::Excluded(sum) } else { Bound::Included(sum) })
        };
        Some(Amount {
            lo: end(self.lo, other.lo)?,
            hi: end(self.hi, other.hi)?,
            approx: self.approx || other.approx,
        })
    }
}

fn number_of(bound: Bound<Number>) -> Option<Number> {
    match bound {
        Bound::Included(n) | Bound::Excluded(n) => Some(n),
        Bound::Unbounded => None,
    }
}

impl From<Number> for Amount {
    fn from(number: Number) -> Self {
        Amount::exact(number)
    }
}

/// Interval notation: `30`, `[3, 5]`, `(20, 30)~`, `(30, ∞)`; `~` marks an approximate amount.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(number) = self.number() {
            write!(f, "{number}")?;
        } else {
            match self.lo {
                Bound::Included(n) => write!(f, "[{n}, ")?,
                Bound::Excluded(n) => write!(f, "({n}, ")?,
                Bound::Unbounded => f.write_str("(−∞, ")?,
            }
            match self.hi {
                Bound::Included(n) => write!(f, "{n}]")?,
                Bound::Excluded(n) => write!(f, "{n})")?,
                Bound::Unbounded => f.write_str("∞)")?,
            }
        }
        f.write_str(if self.approx { "~" } else { "" })
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
