//! [`Extractor`]: the settings and tables under which texts are read.

use std::sync::Arc;

use jiff::civil::DateTime;

use crate::added::{Meaning, Word, check, read_table};
use crate::error::Error;
use crate::fact::{Analysis, FactLexicon, facts};
use crate::format::{Format, Normalized};
use crate::lexicon::indicators::{Class, Term};
use crate::lexicon::{Added, Lexicon, currency};
use crate::scan::{Mentions, Numbers};
use crate::value::{Dimension, Quantity, Unit, UnitKind};

/// Where a text comes from, which settles what its words leave open.
///
/// | | 元 | 斤 | 碼 |
/// |---|---|---|---|
/// | `Mainland` | CNY | 500 g | 25 basis points beside 利率, else a yard |
/// | `Taiwan` | TWD | 600 g | the same |
/// | `HongKong` | HKD | 604.78982 g | the same |
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Region {
    /// Mainland China, the default.
    #[default]
    Mainland,
    /// Taiwan.
    Taiwan,
    /// Hong Kong and Macau.
    HongKong,
}

impl Region {
    /// Its column in the tables.
    pub(crate) const fn column(self) -> usize {
        match self {
            Region::Mainland => 0,
            Region::Taiwan => 1,
            Region::HongKong => 2,
        }
    }

    const fn currency(self) -> &'static str {
        ["CNY", "TWD", "HKD"][self.column()]
    }
}

impl core::str::FromStr for Region {
    type Err = Error;

    /// `mainland`, `taiwan` or `hongkong`.
    ///
    /// # Errors
    /// [`Unknown`](crate::ErrorKind::Unknown) for any other name.
    fn from_str(name: &str) -> Result<Self, Error> {
        match name {
            "mainland" => Ok(Region::Mainland),
            "taiwan" => Ok(Region::Taiwan),
            "hongkong" => Ok(Region::HongKong),
            other => Err(Error::unknown("region", other)),
        }
    }
}

/// What the grammar must know beside the text.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    region: Region,
    currency: Unit,
    reference: Option<DateTime>,
    vague_times: bool,
}

impl Settings {
    /// Those of a new extractor.
    #[cfg(test)]
    pub(crate) fn standard() -> Settings {
        (*Extractor::new().settings).clone()
    }

    pub(crate) fn region(&self) -> Region {
        self.region
    }

    /// Whether 目前 and the like are mentions.
    pub(crate) fn vague_times(&self) -> bool {
        self.vague_times
    }

    /// The moment that relative times count from.
    pub(crate) fn reference(&self) -> Option<DateTime> {
        self.reference
    }

    /// The currency of a 元 without a name.
    pub(crate) fn currency(&self) -> &Unit {
        &self.currency
    }
}

/// Finds numbers, mentions and facts in texts. Cheap to clone, shared freely between threads.
///
/// ```
/// use zhfact::{Extractor, Region};
///
/// let extractor = Extractor::builder().region(Region::Taiwan).build()?;
/// let mentions: Vec<_> = extractor.mentions("9月營收約120億元，年增三成").collect();
/// let found: Vec<String> = mentions.iter().filter_map(|m| m.quantity()).map(|q| q.to_string()).collect();
/// assert_eq!(found, ["12000000000~ TWD", "30 %"]);
/// # Ok::<(), zhfact::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    lexicon: Arc<Lexicon>,
    settings: Arc<Settings>,
    facts: FactLexicon,
}

impl Default for Extractor {
    fn default() -> Self {
        Extractor::new()
    }
}

impl Extractor {
    /// An extractor for mainland texts with the lexicon that ships with the crate.
    #[must_use]
    pub fn new() -> Self {
        Builder::default().build().unwrap_or_else(|_| unreachable!("the defaults are in the tables"))
    }

    /// An extractor with other settings.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The same extractor for a text of another day.
    #[must_use]
    pub fn at(&self, moment: impl Into<DateTime>) -> Self {
        let settings = Settings { reference: Some(moment.into()), ..(*self.settings).clone() };
        Extractor {
            lexicon: Arc::clone(&self.lexicon),
            settings: Arc::new(settings),
            facts: self.facts.clone(),
        }
    }

    /// Every number written in `text`, in order, without regard to what it means.
    ///
    /// ```
    /// use zhfact::{Extractor, Number};
    /// let extractor = Extractor::new();
    /// let numbers: Vec<Number> = extractor.numbers("三萬五的書，1,200頁").map(|n| n.value()).collect();
    /// assert_eq!(numbers, [Number::from(35_000), Number::from(1200)]);
    /// ```
    #[must_use]
    pub fn numbers<'a>(&'a self, text: &'a str) -> Numbers<'a> {
        Numbers::new(text, &self.lexicon)
    }

    /// Every quantity and time that `text` mentions, in order and without overlap.
    ///
    /// ```
    /// use zhfact::Extractor;
    /// let extractor = Extractor::new();
    /// let texts: Vec<&str> = extractor.mentions("新簽項目28個，總投資129.06億元").map(|m| m.text()).collect();
    /// assert_eq!(texts, ["28個", "129.06億元"]);
    /// ```
    #[must_use]
    pub fn mentions<'a>(&'a self, text: &'a str) -> Mentions<'a> {
        Mentions::new(text, &self.lexicon, &self.settings)
    }

    /// The mentions of `text` and the facts over them: who, which indicator, how much, for when.
    ///
    /// ```
    /// use zhfact::Extractor;
    /// let text = "全縣茶葉產量約1.5萬噸，比上年增加800噸";
    /// let extractor = Extractor::new();
    /// let analysis = extractor.analyze(text);
    /// let facts: Vec<_> = analysis.facts().iter().map(|fact| (fact.aspect().name(), fact.direction())).collect();
    /// assert_eq!(facts, [("level", None), ("change", Some(zhfact::Direction::Up))]);
    /// ```
    #[must_use]
    pub fn analyze<'a>(&'a self, text: &'a str) -> Analysis<'a> {
        let mut analysis = Analysis::default();
        self.analyze_into(text, &mut analysis);
        analysis
    }

    /// As [`analyze`](Extractor::analyze), into an analysis whose memory is used again: for bulk work.
    pub fn analyze_into<'a>(&'a self, text: &'a str, analysis: &mut Analysis<'a>) {
        analysis.mentions.clear();
        analysis.mentions.extend(Mentions::new(text, &self.lexicon, &self.settings));
        let reference = self.settings.reference();
        analysis.facts = facts(text, &analysis.mentions, reference, &self.facts);
    }

    /// `text` with every mention rewritten in the style of `format`, and the places of the one text in the
    /// other. What stands around the mentions stays as it is, bound words (約, 超過) included, and so does an
    /// expression that would not read back to what it says.
    ///
    /// ```
    /// use zhfact::{Extractor, Format, Script};
    /// let extractor = Extractor::new();
    /// let spoken = "二零二一年三月五號賣出約一百二十九萬噸，漲了三成";
    /// let written = extractor.normalize(spoken, &Format::compact(Script::Traditional));
    /// assert_eq!(written.text(), "2021年3月5日賣出約129萬噸，漲了30%");
    /// let spoken = extractor.normalize(written.text(), &Format::numerals(Script::Traditional));
    /// assert_eq!(spoken.text(), "二〇二一年三月五日賣出約一百二十九萬噸，漲了百分之三十");
    /// ```
    #[must_use]
    pub fn normalize(&self, text: &str, format: &Format) -> Normalized {
        crate::format::normalize(self, text, format)
    }

    /// The one quantity that the whole of `text` is, under these settings.
    ///
    /// # Errors
    /// As the `FromStr` of [`Quantity`].
    pub fn quantity(&self, text: &str) -> Result<Quantity, Error> {
        self.mentions(text).whole()
    }
}

/// Settings of an [`Extractor`] in the making.
///
/// ```
/// use zhfact::Extractor;
///
/// let extractor = Extractor::builder()
///     .currency("HKD")
///     .lexicon("unit\t垧\t[shang]\tArea\t10000\nclassifier\t摞\nname\t七號公館\n")
///     .build()?;
/// assert_eq!(extractor.quantity("3垧")?.to_string(), "3 [shang]");
/// assert_eq!(extractor.quantity("5元")?.to_string(), "5 HKD");
/// assert_eq!(extractor.mentions("七號公館").count(), 0);
/// # Ok::<(), zhfact::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Builder {
    region: Region,
    currency: Option<Box<str>>,
    reference: Option<DateTime>,
    vague_times: bool,
    words: Vec<Word>,
    /// Name and rows of each.
    tables: Vec<(Box<str>, Box<str>)>,
}

impl Builder {
    /// Where the texts come from.
    #[must_use]
    pub fn region(mut self, region: Region) -> Self {
        self.region = region;
        self
    }

    /// The ISO 4217 code of the currency that 元 without a name is; of the region by default.
    #[must_use]
    pub fn currency(mut self, code: &str) -> Self {
        self.currency = Some(code.into());
        self
    }

    /// The day or moment of the text, from which 今年, 上月, 昨日 count. Without one they are found, and
    /// stay open. No clock is ever read.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use zhfact::Extractor;
    ///
    /// let extractor = Extractor::builder().reference(date(2024, 10, 21)).build()?;
    /// let mention = extractor.mentions("上月").next().expect("a month");
    /// let period = mention.time().and_then(|time| time.period()).expect("resolved");
    /// assert_eq!(period.to_string(), "2024-09-01/2024-10-01");
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    #[must_use]
    pub fn reference(mut self, moment: impl Into<DateTime>) -> Self {
        self.reference = Some(moment.into());
        self
    }

    /// Whether times that only point (目前, 近日, 未來) are mentions too; they are not by default, for they
    /// name no stretch of the calendar.
    ///
    /// ```
    /// use zhfact::Extractor;
    /// let text = "目前共有12家";
    /// assert_eq!(Extractor::new().mentions(text).count(), 1);
    /// assert_eq!(Extractor::builder().vague_times(true).build()?.mentions(text).count(), 2);
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    #[must_use]
    pub fn vague_times(mut self, wanted: bool) -> Self {
        self.vague_times = wanted;
        self
    }

    /// Adds a currency or crypto asset: one spelling and its code.
    #[must_use]
    pub fn add_currency(self, spelling: &str, code: &str) -> Self {
        self.add(spelling, Meaning::currency(code))
    }

    /// Adds a classifier or counted noun, whose code is the spelling in braces.
    #[must_use]
    pub fn add_classifier(self, spelling: &str) -> Self {
        self.add(spelling, Meaning::classifier(spelling))
    }

    /// Adds a physical unit: one spelling, its code, its dimension, and how many SI units one of it is,
    /// as numerator and denominator.
    #[must_use]
    pub fn add_unit(self, spelling: &str, code: &str, dimension: Dimension, factor: (i64, i64)) -> Self {
        self.add(spelling, Meaning::unit(code, dimension, factor))
    }

    /// Adds a term for what is measured, with an identifier where it is a well-known statistic.
    ///
    /// ```
    /// use zhfact::Extractor;
    /// let extractor = Extractor::builder().add_indicator("竹筍行情", Some("BAMBOO_PRICE")).build()?;
    /// let analysis = extractor.analyze("全鄉竹筍行情每公斤35元");
    /// assert_eq!(analysis.facts()[0].indicator_id(), Some("BAMBOO_PRICE"));
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    #[must_use]
    pub fn add_indicator(self, spelling: &str, id: Option<&str>) -> Self {
        self.add(spelling, Meaning::indicator(id))
    }

    /// Adds a name that facts may be about: a company, a region.
    ///
    /// ```
    /// use zhfact::Extractor;
    /// let text = "阿里山小火車去年營收3億元";
    /// let extractor = Extractor::builder().add_subject("阿里山小火車").build()?;
    /// let analysis = extractor.analyze(text);
    /// let subject = analysis.facts()[0].subject().expect("named");
    /// assert_eq!(subject.span().of(text), "阿里山小火車");
    /// # Ok::<(), zhfact::Error>(())
    /// ```
    #[must_use]
    pub fn add_subject(self, name: &str) -> Self {
        self.add(name, Meaning::Subject)
    }

    /// Adds a word, product or name in which a numeral is no number.
    #[must_use]
    pub fn add_name(self, name: &str) -> Self {
        self.add(name, Meaning::Name)
    }

    /// Adds the rows of a table of tab-separated values, one a line; blank lines and lines that begin
    /// with `#` are passed over:
    ///
    /// ```text
    /// currency    spelling    code
    /// unit        spelling    code    dimension    factor or numerator/denominator
    /// classifier  spelling
    /// name        spelling
    /// indicator   spelling    identifier, - for none
    /// subject     spelling
    /// ```
    ///
    /// Each spelling is added once: a row that says again what another has said, in the same table or not,
    /// is an error, and so is one that says something else. Over the tables that ship the rows win.
    #[must_use]
    pub fn lexicon(self, table: &str) -> Self {
        self.lexicon_named("", table)
    }

    /// As [`lexicon`](Builder::lexicon), with a name for the table, such as its file, that errors tell.
    ///
    /// ```
    /// use zhfact::Extractor;
    ///
    /// let rows = "classifier\t摞\nunit\t垧\t[shang]\tLand\t10000\n";
    /// let error = Extractor::builder().lexicon_named("farm.tsv", rows).build().unwrap_err();
    /// assert_eq!(error.to_string(), "farm.tsv, line 2, column 4: unknown dimension `Land`");
    /// ```
    #[must_use]
    pub fn lexicon_named(mut self, name: &str, table: &str) -> Self {
        self.tables.push((name.into(), table.into()));
        self
    }

    fn add(mut self, spelling: &str, meaning: Meaning) -> Self {
        self.words.push(Word::new(spelling, meaning));
        self
    }

    /// The extractor.
    ///
    /// # Errors
    /// [`Unknown`](crate::ErrorKind::Unknown) for a currency that is not in the tables,
    /// [`Row`](crate::ErrorKind::Row) for a broken, repeated or contradictory row of an added table, with
    /// its line and column, [`Word`](crate::ErrorKind::Word) for such a word that was added in code.
    pub fn build(self) -> Result<Extractor, Error> {
        let mut words = self.words;
        for (name, table) in &self.tables {
            words.extend(read_table(name, table)?);
        }
        check(&words)?;
        let Tables { added, indicators, subjects } = Tables::new(words);
        let added_currency = |code: &str| {
            added.iter().find_map(|row| match row {
                Added::Unit { def, .. } if def.kind == UnitKind::Currency && def.code == code => {
                    Some(Unit::added(def.clone()))
                }
                _ => None,
            })
        };
        let code = self.currency.as_deref().unwrap_or(self.region.currency());
        let currency = added_currency(code).map_or_else(|| currency(code), Ok)?;
        let lexicon =
            if added.is_empty() { Lexicon::standard().clone() } else { Arc::new(Lexicon::build(&added)) };
        let settings = Settings {
            region: self.region,
            currency,
            reference: self.reference,
            vague_times: self.vague_times,
        };
        let facts = FactLexicon::with(&indicators, &subjects);
        Ok(Extractor { lexicon, settings: Arc::new(settings), facts })
    }
}

/// Added words by the layer that they are for.
#[derive(Default)]
struct Tables {
    added: Vec<Added>,
    indicators: Vec<(String, Term)>,
    subjects: Vec<String>,
}

impl Tables {
    fn new(words: Vec<Word>) -> Self {
        let mut tables = Tables::default();
        for Word { spelling, meaning, .. } in words {
            match meaning {
                Meaning::Unit(def) => tables.added.push(Added::Unit { spelling, def }),
                Meaning::Name => tables.added.push(Added::Name(spelling)),
                Meaning::Indicator(id) => {
                    tables.indicators.push((spelling.into(), Term { class: Class::Plain, id }))
                }
                Meaning::Subject => tables.subjects.push(spelling.into()),
            }
        }
        tables
    }
}
