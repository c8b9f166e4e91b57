//! [`Unit`]: a currency, a physical or trade unit, a classifier, or a kind of ratio.

use core::fmt;
use core::hash::{Hash, Hasher};
use std::borrow::Cow;
use std::sync::Arc;

use super::number::Number;
use crate::error::Error;

/// What an amount is counted in.
///
/// Its [`code`](Unit::code) is an [ISO 4217](https://www.iso.org/iso-4217-currency-codes.html) code for
/// money, a [UCUM](https://ucum.org/ucum) code for measures (a private code in brackets where UCUM has
/// none, as `[mu]` for 畝), a classifier 量詞 in braces for counts (`{人次}`), and `%`, `[pp]`, `[bp]`,
/// `[fold]` or `1` for ratios. The magnitude is in the amount, never in the unit: 萬噸 is 10 000 × `t`.
///
/// ```
/// use zhfact::{Dimension, Quantity, Unit, UnitKind};
///
/// let area: Quantity = "283.2公頃".parse()?;
/// let unit = area.unit().expect("a hectare is a unit");
/// assert_eq!((unit.code(), unit.kind()), ("har", UnitKind::Measure));
/// assert_eq!(unit.dimension(), Some(Dimension::Area));
/// # Ok::<(), zhfact::Error>(())
/// ```
#[derive(Clone)]
pub struct Unit(Handle);

#[derive(Clone)]
enum Handle {
    BuiltIn(&'static UnitDef),
    Added(Arc<UnitDef>),
}

/// A row of the unit lexicon, without its spellings.
#[derive(Clone, Debug)]
pub(crate) struct UnitDef {
    pub(crate) code: Cow<'static, str>,
    pub(crate) kind: UnitKind,
    pub(crate) dimension: Option<Dimension>,
    /// One unit in SI units, as numerator and denominator.
    pub(crate) factor: (i64, i64),
    /// What is added after the factor, in SI units; zero but for temperatures.
    pub(crate) offset: (i64, i64),
}

impl UnitDef {
    pub(crate) const fn plain(code: &'static str, kind: UnitKind) -> Self {
        UnitDef { code: Cow::Borrowed(code), kind, dimension: None, factor: (1, 1), offset: (0, 1) }
    }

    pub(crate) const fn physical(code: &'static str, dimension: Dimension, num: i64, den: i64) -> Self {
        UnitDef {
            code: Cow::Borrowed(code),
            kind: UnitKind::Measure,
            dimension: Some(dimension),
            factor: (num, den),
            offset: (0, 1),
        }
    }

    /// A temperature scale; `offset` is what is added to reach kelvins.
    pub(crate) const fn scale(code: &'static str, factor: (i64, i64), offset: (i64, i64)) -> Self {
        UnitDef {
            code: Cow::Borrowed(code),
            kind: UnitKind::Measure,
            dimension: Some(Dimension::Temperature),
            factor,
            offset,
        }
    }
}

/// The four families of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum UnitKind {
    /// A currency, or a crypto asset.
    Currency,
    /// A physical or trade unit.
    Measure,
    /// A classifier 量詞 or a noun that is counted without one.
    Classifier,
    /// Percent, percentage point, basis point, fold or plain fraction.
    Ratio,
}

/// The dimension of a physical unit; only units of one dimension convert into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Dimension {
    /// In metres.
    Length,
    /// In square metres.
    Area,
    /// In cubic metres.
    Volume,
    /// In kilograms.
    Mass,
    /// In seconds.
    Time,
    /// In joules.
    Energy,
    /// In watts.
    Power,
    /// In volt-amperes, apparent power.
    ApparentPower,
    /// In hertz.
    Frequency,
    /// In bits.
    Data,
    /// In bits a second.
    DataRate,
    /// In metres a second.
    Speed,
    /// In pascals.
    Pressure,
    /// In kelvins.
    Temperature,
    /// In volts.
    Voltage,
    /// In amperes.
    Current,
    /// In ohms.
    Resistance,
    /// In coulombs.
    Charge,
    /// In radians; a degree has no exact factor to it, so degrees convert among themselves only.
    Angle,
    /// In newtons.
    Force,
    /// In cubic metres a second.
    Flow,
    /// In decibels, a level.
    Level,
    /// In lux.
    Illuminance,
    /// In moles.
    Substance,
    /// In becquerels.
    Activity,
    /// In sieverts.
    Dose,
    /// Ship's tonnage, which measures enclosed space and has no SI unit.
    Tonnage,
    /// Fineness of gold and count of thread and the like, with no SI unit.
    Grade,
}

impl Dimension {
    /// The dimension with the name `name`, as its variant is written: `Area`.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        use Dimension::*;
        let all = [
            Length,
            Area,
            Volume,
            Mass,
            Time,
            Energy,
            Power,
            ApparentPower,
            Frequency,
            Data,
            DataRate,
            Speed,
            Pressure,
            Temperature,
            Voltage,
            Current,
            Resistance,
            Charge,
            Angle,
            Force,
            Flow,
            Level,
            Illuminance,
            Substance,
            Activity,
            Dose,
            Tonnage,
            Grade,
        ];
        all.into_iter().find(|dimension| format!("{dimension:?}").eq_ignore_ascii_case(name))
    }
}

impl Unit {
    pub(crate) const fn built_in(def: &'static UnitDef) -> Self {
        Unit(Handle::BuiltIn(def))
    }

    pub(crate) fn added(def: UnitDef) -> Self {
        Unit(Handle::Added(Arc::new(def)))
    }

    /// Per cent, `%`.
    #[must_use]
    pub const fn percent() -> Self {
        Unit::built_in(&PERCENT)
    }

    /// Percentage point, `[pp]`.
    #[must_use]
    pub const fn percentage_point() -> Self {
        Unit::built_in(&PERCENTAGE_POINT)
    }

    /// Basis point, `[bp]`.
    #[must_use]
    pub const fn basis_point() -> Self {
        Unit::built_in(&BASIS_POINT)
    }

    /// Times as much, `[fold]`.
    #[must_use]
    pub const fn fold() -> Self {
        Unit::built_in(&FOLD)
    }

    /// A part of one, `1`.
    #[must_use]
    pub const fn one() -> Self {
        Unit::built_in(&ONE)
    }

    fn def(&self) -> &UnitDef {
        match &self.0 {
            Handle::BuiltIn(def) => def,
            Handle::Added(def) => def,
        }
    }

    /// The code: ISO 4217, UCUM, a classifier in braces, or a ratio code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.def().code
    }

    /// Its family.
    #[must_use]
    pub fn kind(&self) -> UnitKind {
        self.def().kind
    }

    /// The dimension of a physical unit.
    #[must_use]
    pub fn dimension(&self) -> Option<Dimension> {
        self.def().dimension
    }

    /// How many SI units of its dimension one of it is.
    ///
    /// ```
    /// use zhfact::{Number, Quantity};
    /// let land: Quantity = "3畝".parse()?;
    /// assert_eq!(land.unit().and_then(|unit| unit.si_factor()), Some(Number::fraction(2000, 3)?));
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    #[must_use]
    pub fn si_factor(&self) -> Option<Number> {
        self.dimension()?;
        pair(self.def().factor)
    }

    /// What is to be added to an amount in SI units after [`si_factor`](Unit::si_factor): 273.15 for
    /// degrees Celsius, zero for all but temperatures.
    #[must_use]
    pub fn si_offset(&self) -> Option<Number> {
        self.dimension()?;
        pair(self.def().offset)
    }

    /// `value` of this unit in units of `target`.
    ///
    /// # Errors
    /// [`ErrorKind::Incommensurable`](crate::ErrorKind) between dimensions, [`TooLarge`](crate::ErrorKind)
    /// where the result needs more digits than a number holds.
    pub fn convert(&self, value: Number, target: &Unit) -> Result<Number, Error> {
        if self == target {
            return Ok(value);
        }
        match (self.dimension(), target.dimension()) {
            (Some(from), Some(to)) if from == to => {}
            _ => return Err(self.incommensurable(target)),
        }
        self.si(value).and_then(|si| target.of_si(si)).ok_or_else(Error::too_large)
    }

    pub(crate) fn incommensurable(&self, other: &Unit) -> Error {
        Error::new(crate::error::ErrorKind::Incommensurable {
            left: self.code().into(),
            right: other.code().into(),
        })
    }

    fn si(&self, value: Number) -> Option<Number> {
        value.checked_mul(self.si_factor()?)?.checked_add(self.si_offset()?)
    }

    fn of_si(&self, si: Number) -> Option<Number> {
        si.checked_sub(self.si_offset()?)?.checked_div(self.si_factor()?)
    }
}

fn pair((numerator, denominator): (i64, i64)) -> Option<Number> {
    Number::fraction(numerator.into(), denominator.into()).ok()
}

static PERCENT: UnitDef = UnitDef::plain("%", UnitKind::Ratio);
static PERCENTAGE_POINT: UnitDef = UnitDef::plain("[pp]", UnitKind::Ratio);
static BASIS_POINT: UnitDef = UnitDef::plain("[bp]", UnitKind::Ratio);
static FOLD: UnitDef = UnitDef::plain("[fold]", UnitKind::Ratio);
static ONE: UnitDef = UnitDef::plain("1", UnitKind::Ratio);

/// Units are equal when their family and code are.
impl PartialEq for Unit {
    fn eq(&self, other: &Self) -> bool {
        self.kind() == other.kind() && self.code() == other.code()
    }
}

impl Eq for Unit {}

impl Hash for Unit {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.kind().hash(state);
        self.code().hash(state);
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}({})", self.kind(), self.code())
    }
}
