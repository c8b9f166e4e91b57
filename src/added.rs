//! The words that a caller adds to the tables: read from rows of text, and checked against each other.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use crate::error::{Error, ErrorKind, Shown};
use crate::lexicon::measures_of;
use crate::value::{Dimension, Number, UnitDef, UnitKind};

/// A word, what it means, and where the caller said so.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) spelling: Box<str>,
    pub(crate) meaning: Meaning,
    origin: Origin,
}

/// What a word means.
#[derive(Clone, Debug)]
pub(crate) enum Meaning {
    /// A unit of any family.
    Unit(UnitDef),
    /// A numeral in it is no number.
    Name,
    /// It names what is measured, with an identifier if it is a well-known statistic.
    Indicator(Option<Arc<str>>),
    /// Facts are about it.
    Subject,
}

/// Where a word was added.
#[derive(Clone, Debug)]
enum Origin {
    Code,
    Row { table: Arc<str>, line: usize },
}

/// What two words of one spelling must not share: a word may be a name and a subject at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Space {
    Units,
    Names,
    Facts,
}

/// The column of the spelling in a row, and of the code of a unit.
const SPELLING: usize = 2;
const CODE: usize = 3;

impl Word {
    /// A word that is added in code.
    pub(crate) fn new(spelling: &str, meaning: Meaning) -> Self {
        Word { spelling: spelling.into(), meaning, origin: Origin::Code }
    }

    /// The error that blames `field` in `column` of the row, or the word if there is no row.
    fn fault(&self, column: usize, field: &str, problem: &str) -> Error {
        let (table, line) = match &self.origin {
            Origin::Row { table, line } => (table, *line),
            Origin::Code => {
                let word = self.spelling.clone();
                let problem = match column {
                    CODE => format!("has the code `{field}`, which {problem}").into(),
                    _ => problem.into(),
                };
                return Error::new(ErrorKind::Word { word, problem });
            }
        };
        Error::row(table, line, column, field, format!("`{}` {problem}", Shown(field)))
    }
}

impl Meaning {
    fn space(&self) -> Space {
        match self {
            Meaning::Unit(_) => Space::Units,
            Meaning::Name => Space::Names,
            Meaning::Indicator(_) | Meaning::Subject => Space::Facts,
        }
    }

    /// As a row says it, without the spelling.
    fn describe(&self) -> String {
        match self {
            Meaning::Unit(def) => match def.kind {
                UnitKind::Currency => format!("currency {}", def.code),
                UnitKind::Classifier => "classifier".to_owned(),
                _ => format!("unit {}, {}", def.code, size(def)),
            },
            Meaning::Name => "name".to_owned(),
            Meaning::Indicator(None) => "indicator".to_owned(),
            Meaning::Indicator(Some(id)) => format!("indicator {id}"),
            Meaning::Subject => "subject".to_owned(),
        }
    }
}

/// Dimension and factor of a physical unit.
fn size(def: &UnitDef) -> String {
    let dimension = def.dimension.map_or_else(String::new, |dimension| format!("{dimension:?}"));
    match def.factor {
        (numerator, 1) => format!("{dimension}, {numerator}"),
        (numerator, denominator) => format!("{dimension}, {numerator}/{denominator}"),
    }
}

/// Whether one of the one is one of the other.
fn same_size(left: &UnitDef, right: &UnitDef) -> bool {
    let exact = |def: &UnitDef| Number::fraction(def.factor.0.into(), def.factor.1.into()).ok();
    left.dimension == right.dimension && exact(left) == exact(right)
}

/// Refuses words that are not of use, and those that say what another one has said, or something else.
///
/// A unit is known by its code: two sizes under one code would make conversions lie.
///
/// # Errors
/// [`Row`](ErrorKind::Row) for a row of a table, [`Word`](ErrorKind::Word) for a word added in code.
pub(crate) fn check(words: &[Word]) -> Result<(), Error> {
    let mut spellings: HashMap<(Space, &str), &Word> = HashMap::new();
    let mut codes: HashMap<&str, (&Word, &UnitDef)> = HashMap::new();
    for word in words {
        if word.spelling.trim().is_empty() {
            return Err(word.fault(SPELLING, &word.spelling, "is nothing to look for"));
        }
        match spellings.entry((word.meaning.space(), &word.spelling)) {
            Entry::Occupied(first) => return Err(repeated(word, first.get())),
            Entry::Vacant(place) => place.insert(word),
        };
        let Meaning::Unit(def) = &word.meaning else { continue };
        if def.code.trim().is_empty() {
            return Err(word.fault(CODE, &def.code, "is no code"));
        }
        if def.kind != UnitKind::Measure {
            continue;
        }
        if def.factor.0 <= 0 || def.factor.1 <= 0 {
            let problem =
                format!("has the factor {}/{}, which is not above zero", def.factor.0, def.factor.1);
            return Err(word.fault(SPELLING, &word.spelling, &problem));
        }
        let shipped: Vec<&UnitDef> = measures_of(&def.code).collect();
        if !shipped.is_empty() && !shipped.iter().any(|known| same_size(known, def)) {
            let problem = format!("is {} in the tables that ship", size(shipped[0]));
            return Err(word.fault(CODE, &def.code, &problem));
        }
        let (first, known) = codes.entry(&def.code).or_insert((word, def));
        if !same_size(known, def) {
            let problem = format!("was added {} as {}", place(&first.origin, &word.origin), size(known));
            return Err(word.fault(CODE, &def.code, &problem));
        }
    }
    Ok(())
}

/// The error of a second word of one spelling.
fn repeated(word: &Word, first: &Word) -> Error {
    let (here, there) = (word.meaning.describe(), first.meaning.describe());
    let what = if here == there { "already".to_owned() } else { format!("as {there}") };
    let problem = format!("was added {} {what}", place(&first.origin, &word.origin));
    word.fault(SPELLING, &word.spelling, &problem)
}

/// Where the first of two words stands, as told beside the other.
fn place(first: &Origin, other: &Origin) -> String {
    match (first, other) {
        (Origin::Code, _) => "in code".to_owned(),
        (Origin::Row { table, line }, Origin::Row { table: here, .. }) if Arc::ptr_eq(table, here) => {
            format!("on line {line}")
        }
        (Origin::Row { table, line }, _) if table.is_empty() => format!("on line {line} of another table"),
        (Origin::Row { table, line }, _) => format!("on line {line} of {table}"),
    }
}

/// The words of a table, which messages call `name` unless that is empty.
///
/// # Errors
/// [`Row`](ErrorKind::Row) for the first row that is broken.
pub(crate) fn read_table(name: &str, table: &str) -> Result<Vec<Word>, Error> {
    let name: Arc<str> = name.into();
    // Editors of some systems put a mark at the front, which nobody sees.
    let table = table.strip_prefix('\u{feff}').unwrap_or(table);
    let lines = table.lines().enumerate().map(|(at, line)| (at + 1, line.trim_end_matches('\r')));
    lines
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|(number, line)| Row::new(&name, number, line).word())
        .collect()
}

/// A line of a table.
struct Row<'t> {
    table: &'t Arc<str>,
    line: usize,
    fields: Vec<&'t str>,
}

impl<'t> Row<'t> {
    fn new(table: &'t Arc<str>, line: usize, text: &'t str) -> Self {
        Row { table, line, fields: text.split('\t').map(str::trim).collect() }
    }

    fn word(&self) -> Result<Word, Error> {
        let kind = self.fields[0];
        let Some(width) = width(kind) else { return Err(self.wrong_kind(kind)) };
        let spelling = self.field(SPELLING, "spelling")?;
        if let Some(extra) = self.fields.get(width) {
            return Err(self.fault(width + 1, format!("unexpected field `{}`", Shown(extra))));
        }
        let meaning = match kind {
            "currency" => Meaning::currency(self.field(CODE, "code")?),
            "unit" => self.unit()?,
            "classifier" => Meaning::classifier(spelling),
            "indicator" => Meaning::indicator(Some(self.field(3, "identifier")?).filter(|id| *id != "-")),
            "subject" => Meaning::Subject,
            _ => Meaning::Name,
        };
        let origin = Origin::Row { table: Arc::clone(self.table), line: self.line };
        Ok(Word { spelling: spelling.into(), meaning, origin })
    }

    fn unit(&self) -> Result<Meaning, Error> {
        let (code, name, factor) =
            (self.field(CODE, "code")?, self.field(4, "dimension")?, self.field(5, "factor")?);
        let dimension = Dimension::from_name(name)
            .ok_or_else(|| self.fault(4, format!("unknown dimension `{}`", Shown(name))))?;
        let factor = read_factor(factor).ok_or_else(|| {
            let found = Shown(factor);
            self.fault(5, format!("expected a number above zero or a fraction, found `{found}`"))
        })?;
        Ok(Meaning::unit(code, dimension, factor))
    }

    fn field(&self, column: usize, what: &str) -> Result<&'t str, Error> {
        match self.fields.get(column - 1) {
            Some(field) if !field.is_empty() => Ok(field),
            _ => Err(self.fault(column, format!("missing {what}"))),
        }
    }

    fn wrong_kind(&self, kind: &str) -> Error {
        let first = kind.split_whitespace().next().unwrap_or("");
        if first != kind && width(first).is_some() {
            return self.fault(1, format!("expected a tab behind `{first}`, found a space"));
        }
        let found = Shown(kind);
        let kinds = "currency, unit, classifier, name, indicator or subject";
        self.fault(1, format!("expected {kinds}, found `{found}`"))
    }

    fn fault(&self, column: usize, problem: String) -> Error {
        let field = self.fields.get(column - 1).copied().unwrap_or("");
        Error::row(self.table, self.line, column, field, problem)
    }
}

/// How many fields a row of a kind has.
fn width(kind: &str) -> Option<usize> {
    match kind {
        "currency" | "indicator" => Some(3),
        "unit" => Some(5),
        "classifier" | "name" | "subject" => Some(2),
        _ => None,
    }
}

impl Meaning {
    pub(crate) fn currency(code: &str) -> Self {
        Meaning::Unit(UnitDef { code: code.to_owned().into(), ..UnitDef::plain("", UnitKind::Currency) })
    }

    pub(crate) fn classifier(spelling: &str) -> Self {
        let code = format!("{{{spelling}}}").into();
        Meaning::Unit(UnitDef { code, ..UnitDef::plain("", UnitKind::Classifier) })
    }

    pub(crate) fn unit(code: &str, dimension: Dimension, factor: (i64, i64)) -> Self {
        let code = code.to_owned().into();
        Meaning::Unit(UnitDef { code, ..UnitDef::physical("", dimension, factor.0, factor.1) })
    }

    pub(crate) fn indicator(id: Option<&str>) -> Self {
        Meaning::Indicator(id.map(Into::into))
    }
}

/// `0.5`, `2000/3`: as numerator and denominator.
fn read_factor(text: &str) -> Option<(i64, i64)> {
    let (numerator, denominator) = text.parse::<Number>().ok()?.to_fraction();
    let factor = (i64::try_from(numerator).ok()?, i64::try_from(denominator).ok()?);
    (factor.0 > 0).then_some(factor)
}
