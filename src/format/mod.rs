//! Values written back as Chinese, in a chosen style and script.
//!
//! | module | what it writes |
//! |---|---|
//! | `number` | a number in digits, numerals, or digits with a magnitude |
//! | `amount` | the words and forms that bound a number: 約, 超過, 餘, 至 |
//! | `quantity` | units, currencies, rates |
//! | `time` | points, stretches and lengths of time |
//! | `fact` | a fact as one line |
//! | `normalize` | a text with its expressions rewritten |
//!
//! Spellings are taken from the rows that the reader reads, so what is written can be read back.

mod amount;
mod fact;
mod normalize;
mod number;
mod quantity;
mod time;
mod words;

pub use normalize::Normalized;
pub(crate) use normalize::normalize;

use crate::fact::{Analysis, Fact};
use crate::value::{Amount, Number, Quantity, TimeExpression, Timex};

/// How numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Style {
    /// Digits with a magnitude, as newspapers have them: `129.06億`.
    Compact,
    /// Numerals: `一百二十九億零六百萬`.
    Numerals,
    /// Banker's capitals 大寫, which make amounts of money safe from forgery: `壹佰貳拾玖億零陸佰萬`.
    Bankers,
    /// Digits: `12906000000`.
    Digits,
    /// Digits in groups of three: `12,906,000,000`.
    Grouped,
}

/// The script of what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// 繁體.
    Traditional,
    /// 简体.
    Simplified,
}

/// The names of the magnitudes from 10<sup>12</sup> on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scale {
    /// 萬 and 億 repeated: 萬億 is 10<sup>12</sup>, 億億 10<sup>16</sup>. Nobody reads it otherwise.
    #[default]
    Wanyi,
    /// A name for every 10<sup>4</sup>: 兆 is 10<sup>12</sup>, 京 10<sup>16</sup>, as in Taiwan.
    Zhao,
}

/// Writes values as Chinese. Small and `Copy`; make one, change what differs, and use it for all values.
///
/// What is written is exact, unless a [`precision`](Format::precision) is asked for; and it reads back to the
/// value it was made from. The page [`docs::format`](crate::docs::format) has the table of the styles and what
/// cannot be read back.
///
/// ```
/// use zhfact::{Format, Number, Quantity, Script};
///
/// let revenue: Quantity = "129.06億元".parse()?;
/// let traditional = Script::Traditional;
/// assert_eq!(Format::compact(traditional).quantity(&revenue), "129.06億元");
/// assert_eq!(Format::numerals(traditional).quantity(&revenue), "一百二十九億零六百萬元");
/// assert_eq!(Format::bankers(traditional).quantity(&revenue), "壹佰貳拾玖億零陸佰萬圓整");
/// assert_eq!(Format::grouped(Script::Simplified).quantity(&revenue), "12,906,000,000元");
/// assert_eq!(Format::compact(traditional).precision(0).quantity(&revenue), "約129億元");
/// # Ok::<(), zhfact::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Format {
    style: Style,
    script: Script,
    scale: Scale,
    places: Option<u32>,
    liang: bool,
    full_ten: bool,
}

impl Format {
    /// A format of its style and script, exact, with 萬億 and 二.
    #[must_use]
    pub const fn new(style: Style, script: Script) -> Self {
        Format { style, script, scale: Scale::Wanyi, places: None, liang: false, full_ten: false }
    }

    /// `129.06億`.
    #[must_use]
    pub const fn compact(script: Script) -> Self {
        Format::new(Style::Compact, script)
    }

    /// `一百二十九億零六百萬`.
    #[must_use]
    pub const fn numerals(script: Script) -> Self {
        Format::new(Style::Numerals, script)
    }

    /// `壹佰貳拾玖億零陸佰萬`, and money with 圓, 角, 分 and 整.
    #[must_use]
    pub const fn bankers(script: Script) -> Self {
        Format::new(Style::Bankers, script)
    }

    /// `12906000000`.
    #[must_use]
    pub const fn digits(script: Script) -> Self {
        Format::new(Style::Digits, script)
    }

    /// `12,906,000,000`.
    #[must_use]
    pub const fn grouped(script: Script) -> Self {
        Format::new(Style::Grouped, script)
    }

    /// The same format, rounding to `places` digits behind the point as written: of `129.06億` at one place is
    /// left `約129.1億`. Halves are rounded away from zero 四捨五入. What rounding changed says so with 約;
    /// what it did not change stays as it is.
    ///
    /// ```
    /// use zhfact::{Format, Script};
    /// let format = Format::compact(Script::Traditional).precision(1);
    /// assert_eq!(format.number("129.06億".parse()?), "約129.1億");
    /// assert_eq!(format.number("129.5億".parse()?), "129.5億");
    /// assert_eq!(format.number("三分之二".parse()?), "約0.7");
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    #[must_use]
    pub const fn precision(self, places: u32) -> Self {
        Format { places: Some(places), ..self }
    }

    /// The same format with other names for large magnitudes.
    ///
    /// ```
    /// use zhfact::{Format, Number, Scale, Script};
    /// let budget: Number = "2.99萬億".parse()?;
    /// let format = Format::compact(Script::Traditional);
    /// assert_eq!(format.number(budget), "2.99萬億");
    /// assert_eq!(format.scale(Scale::Zhao).number(budget), "2.99兆");
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    #[must_use]
    pub const fn scale(self, scale: Scale) -> Self {
        Format { scale, ..self }
    }

    /// The same format, in numerals with 兩 where speech has it: before 千, 萬, 億 and before a unit. Without
    /// it 二 stands everywhere.
    ///
    /// ```
    /// use zhfact::{Format, Quantity, Script};
    /// let format = Format::numerals(Script::Traditional).liang(true);
    /// assert_eq!(format.quantity(&"2噸".parse()?), "兩噸");
    /// assert_eq!(format.number("22222".parse()?), "兩萬兩千二百二十二");
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    #[must_use]
    pub const fn liang(self, wanted: bool) -> Self {
        Format { liang: wanted, ..self }
    }

    /// The same format, with 一十 for a ten at the head of a number too; without it 十五 begins with 十. In
    /// banker's capitals 壹拾 is always written in full.
    ///
    /// ```
    /// use zhfact::{Format, Script};
    /// let format = Format::numerals(Script::Traditional);
    /// assert_eq!(format.number("15".parse()?), "十五");
    /// assert_eq!(format.full_ten(true).number("15".parse()?), "一十五");
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    #[must_use]
    pub const fn full_ten(self, wanted: bool) -> Self {
        Format { full_ten: wanted, ..self }
    }

    /// A number; a fraction that no decimal holds is written in words in every style.
    ///
    /// ```
    /// use zhfact::{Format, Number, Script};
    /// let format = Format::numerals(Script::Traditional);
    /// assert_eq!(format.number("-1005.2".parse()?), "負一千零五點二");
    /// assert_eq!(format.number(Number::fraction(2, 3)?), "三分之二");
    /// assert_eq!(format.number(Number::fraction(-5, 3)?), "負一又三分之二");
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    #[must_use]
    pub fn number(&self, number: Number) -> String {
        self.amount(&Amount::exact(number))
    }

    /// An amount with its bounds.
    ///
    /// ```
    /// use zhfact::{Amount, Format, Number, Script};
    /// let format = Format::compact(Script::Traditional);
    /// let n = Number::from;
    /// assert_eq!(format.amount(&Amount::more_than(n(30))), "超過30");
    /// assert_eq!(format.amount(&Amount::between(n(3), n(5))), "3至5");
    /// assert_eq!(format.amount(&Amount::exact(n(30)).approximate(true)), "約30");
    /// ```
    #[must_use]
    pub fn amount(&self, amount: &Amount) -> String {
        amount::amount(self, amount, &amount::Frame::default())
    }

    /// A quantity: bounds, currency, number, unit, rate. A currency that was assumed is written 元; a unit that
    /// a caller added to an extractor is written by its code.
    ///
    /// ```
    /// use zhfact::{Format, Quantity, Script};
    /// let written = |text: &str, format: Format| Ok::<_, zhfact::Error>(format.quantity(&text.parse()?));
    /// assert_eq!(written("约1.5万吨", Format::numerals(Script::Traditional))?, "約一萬五千噸");
    /// assert_eq!(written("20餘次", Format::compact(Script::Simplified))?, "20余次");
    /// assert_eq!(written("每吨5000美元", Format::compact(Script::Traditional))?, "5000美元/噸");
    /// assert_eq!(written("5.2%", Format::numerals(Script::Traditional))?, "百分之五點二");
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    #[must_use]
    pub fn quantity(&self, quantity: &Quantity) -> String {
        quantity::quantity(self, quantity)
    }

    /// A calendar expression or length, without what the words around it said: see [`time`](Format::time).
    ///
    /// ```
    /// use zhfact::{Extractor, Format, Script};
    /// let extractor = Extractor::new();
    /// let mention = extractor.mentions("2021-03-05").next().expect("a day");
    /// let timex = mention.time().expect("a day").timex();
    /// assert_eq!(Format::compact(Script::Traditional).timex(timex), "2021年3月5日");
    /// assert_eq!(Format::numerals(Script::Traditional).timex(timex), "二〇二一年三月五日");
    /// ```
    #[must_use]
    pub fn timex(&self, timex: &Timex) -> String {
        time::timex(self, timex)
    }

    /// A time with its bounds and its relation to other times: 約三個月, 3天後, 2018年以來, 每年.
    ///
    /// ```
    /// use zhfact::{Extractor, Format, Script};
    /// let extractor = Extractor::new();
    /// let mention = extractor.mentions("过去3年").next().expect("a length");
    /// let time = mention.time().expect("a length");
    /// assert_eq!(Format::numerals(Script::Traditional).time(time), "過去三年");
    /// ```
    #[must_use]
    pub fn time(&self, time: &TimeExpression) -> String {
        time::time(self, time)
    }

    /// A fact of `analysis` as one line: when, who, what, how it moved, how much. The words that the fact takes
    /// from the text (subject, indicator) stay as they are written there.
    ///
    /// ```
    /// use zhfact::{Extractor, Format, Script};
    /// let extractor = Extractor::new();
    /// let analysis = extractor.analyze("2021年，東港市出口額129.06億元，同比增長5.2%。");
    /// let format = Format::compact(Script::Traditional);
    /// let lines: Vec<String> = analysis.facts().iter().map(|fact| format.fact(fact, &analysis)).collect();
    /// assert_eq!(lines, ["2021年東港市出口額129.06億元", "2021年東港市出口額同比增長5.2%"]);
    /// ```
    #[must_use]
    pub fn fact(&self, fact: &Fact, analysis: &Analysis<'_>) -> String {
        fact::fact(self, fact, analysis)
    }

    /// The same format with `style`.
    const fn styled(self, style: Style) -> Self {
        Format { style, ..self }
    }

    /// Whether numbers are written in numeral characters.
    const fn in_words(&self) -> bool {
        matches!(self.style, Style::Numerals | Style::Bankers)
    }
}
