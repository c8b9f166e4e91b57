//! [`Lexicon`]: every table that the quantity grammar looks things up in, built once.

use std::borrow::Cow;
use std::sync::Arc;

use once_cell::sync::Lazy;

use super::bounds::{self, Bound};
use super::digits::numerals;
use super::measures::{self, Measure};
use super::{CharSet, Names, Spellings, time};
use crate::error::Error;
use crate::value::{Number, Unit, UnitDef, UnitKind};

/// What a word behind a number makes of it.
#[derive(Clone, Debug)]
pub(crate) enum Sense {
    /// A named currency or a hundredth of one: 美元, 美分.
    Currency { unit: Unit, factor: Number },
    /// 元, 角, 分 of the currency that the configuration or the words around name.
    Local { factor: Number },
    /// A physical or trade unit.
    Measure(Unit),
    /// A unit that differs by region: 斤.
    Regional(&'static [UnitDef; 3]),
    /// A word whose unit the words around it decide.
    Open(Open),
    /// A classifier or counted noun. `article` marks those that with 一 mostly mean "a", `guarded`
    /// those whose character begins many other words.
    Count { unit: Unit, article: bool, guarded: bool },
    /// Percent and its kin, `factor` of its unit each.
    Ratio { unit: Unit, factor: Number },
    /// 成: tenths, with a digit behind it a hundredth.
    Tenths,
    /// 折: what is left of the price in tenths.
    Discount,
    /// 番: doublings.
    Doubling,
    /// A unit of time, `factor` of its unit each.
    Duration { unit: Unit, factor: Number },
}

/// Words of several units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Open {
    /// 度: of heat, of angle, a kilowatt-hour.
    Degree,
    /// 碼: a yard, or 25 basis points.
    Step,
    /// 呎: a foot, or a square foot.
    Foot,
    /// 分: a hundredth of the currency, or a point of a score.
    Point,
    /// 厘 of an interest rate.
    Interest,
}

/// A currency as the words before a number name it: `人民幣`, `HK$`.
pub(crate) type Prefix = Unit;

/// All look-up tables. Cloned when a caller adds rows, shared otherwise.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    /// Words behind a number.
    pub(crate) units: Spellings<Sense>,
    /// Currency names and signs before a number.
    pub(crate) prefixes: Spellings<Prefix>,
    /// Units of time that a rate is per.
    pub(crate) rate_times: Spellings<Unit>,
    /// Words before a number that set its bounds.
    pub(crate) before: Spellings<Bound>,
    /// Words behind a quantity that set its bounds.
    pub(crate) after: Spellings<Bound>,
    /// Words in which a numeral is no number.
    pub(crate) names: Names,
    /// What the words before a number end with.
    pub(crate) ends_before: CharSet,
    /// What keeps a quantity from being read at a glance.
    pub(crate) stirring: Stirring,
}

/// Characters that may have to do with a number beside them, beyond the words of the tables.
#[derive(Clone, Debug)]
pub(crate) struct Stirring {
    /// Before its digits.
    pub(crate) before: CharSet,
    /// The ends of currencies that stand before it.
    pub(crate) prefix_tails: CharSet,
    /// Between its digits and its unit.
    pub(crate) behind_digits: CharSet,
    /// The same where its digits have a point, so that they are no date.
    pub(crate) behind_decimals: CharSet,
    /// Between two numbers of a range.
    pub(crate) ranges: CharSet,
    /// Behind its unit.
    pub(crate) behind: CharSet,
    /// Behind its unit: the heads of the words that set its bounds.
    pub(crate) after_heads: CharSet,
    /// Behind an amount with a bound: the heads of the words that set another one.
    pub(crate) bound_heads: CharSet,
    /// Behind 元 and its parts: the heads of the names of currencies.
    pub(crate) currency_heads: CharSet,
}

static STANDARD: Lazy<Arc<Lexicon>> = Lazy::new(|| Arc::new(Lexicon::build(&[])));

/// What stands in the files beside this one, parsed once.
static CURRENCIES: Lazy<Vec<CurrencyRow>> =
    Lazy::new(|| rows(include_str!("currencies.tsv")).filter_map(CurrencyRow::parse).collect());
static CLASSIFIERS: Lazy<Vec<ClassifierRow>> =
    Lazy::new(|| rows(include_str!("classifiers.tsv")).filter_map(ClassifierRow::parse).collect());

/// A row of `currencies.tsv`.
struct CurrencyRow {
    def: UnitDef,
    names: Vec<&'static str>,
    signs: Vec<&'static str>,
    parts: Vec<(&'static str, Number)>,
}

impl CurrencyRow {
    fn parse(line: &'static str) -> Option<Self> {
        let mut fields = line.split('\t');
        let code = fields.next()?;
        let _digits = fields.next()?;
        let names = fields.next()?.split_whitespace().collect();
        let signs = fields.next().unwrap_or("").split_whitespace().collect();
        let parts = fields.next().unwrap_or("").split_whitespace();
        let parts = parts.filter_map(|part| {
            let (name, share) = part.split_once('=')?;
            Some((name, share.parse().ok()?))
        });
        let def = UnitDef { code: Cow::Borrowed(code), ..UnitDef::plain("", UnitKind::Currency) };
        Some(CurrencyRow { def, names, signs, parts: parts.collect() })
    }
}

/// A row of `classifiers.tsv`: the spelling in Simplified script, others, marks.
struct ClassifierRow {
    def: UnitDef,
    spellings: Vec<&'static str>,
    article: bool,
    guarded: bool,
}

impl ClassifierRow {
    fn parse(line: &'static str) -> Option<Self> {
        let mut fields = line.split('\t');
        let simplified = fields.next()?.trim();
        let others = fields.next().unwrap_or("").split_whitespace();
        let marks = fields.next().unwrap_or("");
        let def = UnitDef {
            code: Cow::Owned(format!("{{{simplified}}}")),
            ..UnitDef::plain("", UnitKind::Classifier)
        };
        Some(ClassifierRow {
            def,
            spellings: core::iter::once(simplified).chain(others).collect(),
            article: marks.contains("weak") || marks.contains("head"),
            guarded: marks.contains("idiom"),
        })
    }
}

/// The lines of a table that are neither blank nor a comment.
fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !matches!(line.as_bytes(), [] | [b'#', ..]))
}

/// The first two columns of a row; thousands are split at the first use.
fn two_columns(line: &str) -> impl Iterator<Item = &str> {
    let column = |line: &str| line.bytes().position(|byte| byte == b'\t').unwrap_or(line.len());
    let (first, behind) = line.split_at(column(line));
    let second = behind.get(1..).filter(|second| !second.is_empty());
    [Some(first), second.map(|second| &second[..column(second)])].into_iter().flatten()
}

/// Words without a unit of their own in the tables: 元 and its parts, ratios, open words.
fn fixed() -> Vec<(&'static str, Sense)> {
    let number = |mantissa, scale| Number::from_scaled(mantissa, scale).unwrap_or(Number::ONE);
    let mut rows = Vec::new();
    let mut add = |spellings: &'static str, sense: Sense| {
        rows.extend(spellings.split_whitespace().map(|spelling| (spelling, sense.clone())));
    };
    add(
        "元 圆 圓 块 塊 块钱 塊錢 元钱 元錢 蚊 元整 圆整 圓整 元正 圆正 圓正",
        Sense::Local { factor: Number::ONE },
    );
    add("角 毛 毫 角钱 角錢 毛钱 毛錢", Sense::Local { factor: number(1, 1) });
    add("分钱 分錢 仙", Sense::Local { factor: number(1, 2) });
    add("分", Sense::Open(Open::Point));
    add("度", Sense::Open(Open::Degree));
    add("码 碼", Sense::Open(Open::Step));
    add("呎", Sense::Open(Open::Foot));
    add("厘 釐", Sense::Open(Open::Interest));
    let ratio = |unit, factor| Sense::Ratio { unit, factor };
    add("% ％ ﹪ 巴仙 趴", ratio(Unit::percent(), Number::ONE));
    add("‰", ratio(Unit::percent(), number(1, 1)));
    add(
        "个百分点 個百分點 百分点 百分點 个百份点 個百份點 pp pct 個百分比 个百分比 ppt",
        ratio(Unit::percentage_point(), Number::ONE),
    );
    add(
        "个基点 個基點 基点 基點 基本点 基本點 個基本點 个基本点 bp bps BP BPs 個點子 点子",
        ratio(Unit::basis_point(), Number::ONE),
    );
    add("倍", ratio(Unit::fold(), Number::ONE));
    add("成", Sense::Tenths);
    add("折", Sense::Discount);
    add("番", Sense::Doubling);
    rows
}

/// Rows that a caller adds.
#[derive(Clone, Debug)]
pub(crate) enum Added {
    /// A unit of any family with one spelling.
    Unit { spelling: Box<str>, def: UnitDef },
    /// A word in which a numeral is no number.
    Name(Box<str>),
}

impl Lexicon {
    /// The lexicon that ships with the crate.
    pub(crate) fn standard() -> &'static Arc<Lexicon> {
        &STANDARD
    }

    /// The shipped tables with the caller's rows, which win over equal spellings.
    pub(crate) fn build(added: &[Added]) -> Lexicon {
        let mut units: Vec<(Cow<'static, str>, Sense)> =
            unit_words().into_iter().map(|(word, sense)| (Cow::Borrowed(word), sense)).collect();
        for row in added {
            if let Added::Unit { spelling, def } = row {
                units.push((Cow::Owned(spelling.to_string()), sense_of(def.clone())));
            }
        }
        let units = Spellings::by_head(units);
        let prefixes = Spellings::by_tail(prefixes(added));
        let before = Spellings::by_tail(bound_rows(bounds::BEFORE));
        let after = Spellings::by_head(bound_rows(bounds::AFTER));
        let last = |word: &str| word.chars().next_back();
        let first = |word: &str| word.chars().next();
        let spaces = || "\u{20}\u{A0}\u{3000}".chars();
        let numbers = || numerals().chain('0'..='9').chain('０'..='９');
        let open = || {
            spaces()
                .chain(('a'..='z').chain('A'..='Z').chain('ａ'..='ｚ').chain('Ａ'..='Ｚ'))
                .chain("分又/／有余餘多来來几幾".chars())
        };
        let stirring = Stirring {
            before: spaces().chain(numbers()).chain("上米塊块個个".chars()).collect(),
            prefix_tails: prefixes.words().filter_map(last).collect(),
            behind_digits: open().chain(time::behind_numbers()).collect(),
            behind_decimals: open().chain(time::range_heads()).chain(".:：".chars()).collect(),
            ranges: RANGES.chars().collect(),
            behind: spaces()
                .chain(numbers())
                .chain(RANGES.chars())
                .chain("和与與跟及/／每又多余餘半间間".chars())
                .collect(),
            bound_heads: before.words().filter_map(first).collect(),
            after_heads: after.words().filter_map(first).collect(),
            currency_heads: units
                .iter()
                .filter(|(_, sense)| matches!(sense, Sense::Currency { .. }))
                .filter_map(|(word, _)| first(word))
                .collect(),
        };
        Lexicon {
            stirring,
            ends_before: before
                .words()
                .chain(prefixes.words())
                .filter_map(last)
                .chain(SCALES_AND_SIGNS.chars())
                .collect(),
            units,
            prefixes,
            rate_times: Spellings::by_head(rate_times()),
            before,
            after,
            names: Names::new(names(added)),
        }
    }
}

/// What stands between the numbers of a range.
const RANGES: &str = "-－–—─―~～〜∼‐‑−﹣至到";

/// What else can stand right before a number that belongs to it: signs, and the ends of 攝氏, 溫度, 零下.
const SCALES_AND_SIGNS: &str = "氏度下-－−负負+＋";

/// Every word of the tables that means a unit; of the spellings of one, the usual Simplified one first.
pub(crate) fn unit_words() -> Vec<(&'static str, Sense)> {
    let mut words = Vec::new();
    let mut put = |spelling: &'static str, sense: Sense| words.push((spelling, sense));
    for row in CLASSIFIERS.iter() {
        for spelling in &row.spellings {
            let unit = Unit::built_in(&row.def);
            put(spelling, Sense::Count { unit, article: row.article, guarded: row.guarded });
        }
    }
    for Measure { def, spellings } in measures::MEASURES.iter().chain(measures::TEMPERATURES) {
        for spelling in spellings.split_whitespace() {
            put(spelling, Sense::Measure(Unit::built_in(def)));
        }
    }
    for (spellings, defs) in
        [("斤 市斤 台斤 臺斤 司馬斤 司马斤", &measures::JIN), ("两 兩 市两 市兩 台兩 臺兩", &measures::LIANG)]
    {
        for spelling in spellings.split_whitespace() {
            put(spelling, Sense::Regional(defs));
        }
    }
    for (spelling, sense) in durations() {
        put(spelling, sense);
    }
    for row in CURRENCIES.iter() {
        for name in row.names.iter().chain(&row.signs) {
            put(
                name.trim_end_matches('?'),
                Sense::Currency { unit: Unit::built_in(&row.def), factor: Number::ONE },
            );
        }
        for (name, factor) in &row.parts {
            put(name, Sense::Currency { unit: Unit::built_in(&row.def), factor: *factor });
        }
    }
    // 角, 分 and 仙 stand in the rows of several currencies; which one is meant, the reader finds out.
    for (spelling, sense) in fixed() {
        put(spelling, sense);
    }
    words
}

fn sense_of(def: UnitDef) -> Sense {
    let unit = Unit::added(def);
    match unit.kind() {
        UnitKind::Currency => Sense::Currency { unit, factor: Number::ONE },
        UnitKind::Measure => Sense::Measure(unit),
        UnitKind::Classifier => Sense::Count { unit, article: false, guarded: false },
        UnitKind::Ratio => Sense::Ratio { unit, factor: Number::ONE },
    }
}

fn prefixes(added: &[Added]) -> Vec<(Cow<'static, str>, Prefix)> {
    let shipped = CURRENCIES.iter().flat_map(|row| {
        row.names
            .iter()
            .chain(&row.signs)
            .map(|name| (Cow::Borrowed(name.trim_end_matches('?')), Unit::built_in(&row.def)))
    });
    let own = added.iter().filter_map(|row| match row {
        Added::Unit { spelling, def } if def.kind == UnitKind::Currency => {
            Some((Cow::Owned(spelling.to_string()), Unit::added(def.clone())))
        }
        _ => None,
    });
    shipped.chain(own).collect()
}

/// The units of time that rates are per, with their words.
pub(crate) fn rate_times() -> impl Iterator<Item = (&'static str, Unit)> {
    measures::RATE_TIMES
        .iter()
        .flat_map(|row| row.spellings.split_whitespace().map(|spelling| (spelling, Unit::built_in(&row.def))))
}

/// The units of durations with how many of their UCUM unit one is.
fn durations() -> impl Iterator<Item = (&'static str, Sense)> {
    time::DURATION_UNITS
        .iter()
        .filter_map(|row| {
            let unit = measures::RATE_TIMES.iter().find(|time| time.def.code == row.unit.code())?;
            let factor = Number::fraction(i128::from(row.factor.0), i128::from(row.factor.1)).ok()?;
            let sense = Sense::Duration { unit: Unit::built_in(&unit.def), factor };
            Some(row.spellings.iter().map(move |spelling| (*spelling, sense.clone())))
        })
        .flatten()
}

fn bound_rows(rows: &'static [bounds::Row]) -> impl Iterator<Item = (&'static str, Bound)> {
    rows.iter().flat_map(|&(bound, words)| words.split_whitespace().map(move |word| (word, bound)))
}

fn names(added: &[Added]) -> impl Iterator<Item = Cow<'static, str>> {
    let shipped = rows(include_str!("words.tsv")).flat_map(two_columns).map(Cow::Borrowed);
    shipped.chain(added.iter().filter_map(|row| match row {
        Added::Name(name) => Some(Cow::Owned(name.to_string())),
        Added::Unit { .. } => None,
    }))
}

/// The unit of the currency with the ISO 4217 code (or the usual ticker of a crypto asset) `code`.
pub(crate) fn currency(code: &str) -> Result<Unit, Error> {
    let row = CURRENCIES.iter().find(|row| row.def.code.eq_ignore_ascii_case(code));
    row.map(|row| Unit::built_in(&row.def)).ok_or_else(|| Error::unknown("currency", code))
}

/// The physical units that ship under `code`: one, or as many as there are regions.
pub(crate) fn measures_of(code: &str) -> impl Iterator<Item = &'static UnitDef> {
    let rows = measures::MEASURES.iter().chain(measures::TEMPERATURES).map(|row| &row.def);
    rows.chain(&measures::JIN).chain(&measures::LIANG).filter(move |def| def.code == code)
}
