//! [`Fact`] and the small closed types of its fields.

use std::sync::Arc;

use crate::span::Span;

/// What the number of a fact is of its indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Aspect {
    /// The value itself.
    Level,
    /// The amount by which it moved: `減少2億元`, `提高3.5個百分點`.
    Change,
    /// The rate at which it moved: `增長5%`.
    Growth,
    /// A part of a whole: `佔比三成`.
    Share,
    /// A place in an order: `居全省第三`.
    Rank,
}

/// What a change is measured against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Basis {
    /// The same stretch of the year before: `同比`, `按年`, `年增`.
    Yoy,
    /// The month before: `環比` of a month, `月減`.
    Mom,
    /// The quarter before: `環比` of a quarter, `季增`.
    Qoq,
    /// The end of the last year: `較年初`.
    Ytd,
    /// Anything else that is named: `較2019年`, `兩年平均`.
    Other,
}

/// Where a value went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Direction {
    /// It rose.
    Up,
    /// It fell.
    Down,
    /// It stayed.
    Flat,
}

/// How sure a fact is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Status {
    /// It happened or holds.
    #[default]
    Actual,
    /// Somebody means to do it: `擬`, `計劃`.
    Planned,
    /// It is expected: `預計`.
    Forecast,
    /// It is aimed at: `力爭`.
    Target,
}

macro_rules! names {
    ($type:ident { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl $type {
            /// Its name in the JSON form.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $($type::$variant => $name,)+
                }
            }
        }

        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

names!(Aspect { Level = "level", Change = "change", Growth = "growth", Share = "share", Rank = "rank" });
names!(Basis { Yoy = "yoy", Mom = "mom", Qoq = "qoq", Ytd = "ytd", Other = "other" });
names!(Direction { Up = "up", Down = "down", Flat = "flat" });
names!(Status { Actual = "actual", Planned = "planned", Forecast = "forecast", Target = "target" });

/// Words of the text that fill a part of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    span: Span,
    inherited: bool,
}

impl Part {
    pub(crate) const fn own(span: Span) -> Self {
        Part { span, inherited: false }
    }

    pub(crate) const fn inherited(span: Span) -> Self {
        Part { span, inherited: true }
    }

    /// The bytes of the words in the text.
    #[must_use]
    pub const fn span(self) -> Span {
        self.span
    }

    /// Whether the words stand in an earlier clause or sentence and hold on.
    #[must_use]
    pub const fn is_inherited(self) -> bool {
        self.inherited
    }
}

/// Who, which indicator, how much, for when, compared with what.
///
/// Mentions are named by their index in the list of mentions that the fact came with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fact {
    pub(crate) indicator: Option<Part>,
    pub(crate) indicator_id: Option<Arc<str>>,
    pub(crate) subject: Option<Part>,
    pub(crate) value: usize,
    pub(crate) aspect: Aspect,
    pub(crate) basis: Option<Basis>,
    pub(crate) direction: Option<Direction>,
    pub(crate) status: Status,
    pub(crate) period: Option<usize>,
    pub(crate) part_of: Option<usize>,
    pub(crate) condition: Option<usize>,
    pub(crate) cumulative: bool,
    pub(crate) mismatched: bool,
    pub(crate) productions: Vec<&'static str>,
}

impl Fact {
    /// The words that name what is measured, without its subject and time.
    #[must_use]
    pub const fn indicator(&self) -> Option<Part> {
        self.indicator
    }

    /// The identifier of the indicator where it is a well-known statistic: `GDP`, `CPI`.
    #[must_use]
    pub fn indicator_id(&self) -> Option<&str> {
        self.indicator_id.as_deref()
    }

    /// Who or what it is about.
    #[must_use]
    pub const fn subject(&self) -> Option<Part> {
        self.subject
    }

    /// The index of the mention that tells how much.
    #[must_use]
    pub const fn value(&self) -> usize {
        self.value
    }

    /// What the value is of the indicator.
    #[must_use]
    pub const fn aspect(&self) -> Aspect {
        self.aspect
    }

    /// What it is compared with.
    #[must_use]
    pub const fn basis(&self) -> Option<Basis> {
        self.basis
    }

    /// Where it went.
    #[must_use]
    pub const fn direction(&self) -> Option<Direction> {
        self.direction
    }

    /// Whether it happened, is planned, expected or aimed at.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.status
    }

    /// The index of the time mention that it holds for.
    #[must_use]
    pub const fn period(&self) -> Option<usize> {
        self.period
    }

    /// The index of the fact of the whole that this one is a part of (`其中`).
    #[must_use]
    pub const fn part_of(&self) -> Option<usize> {
        self.part_of
    }

    /// The index of a mention inside the indicator that filters it: `過億元項目`.
    #[must_use]
    pub const fn condition(&self) -> Option<usize> {
        self.condition
    }

    /// Whether the text says that it is a running total: `累計`.
    #[must_use]
    pub const fn is_cumulative(&self) -> bool {
        self.cumulative
    }

    /// Whether a list with `分別` has not as many values as names, so that the names stay open.
    #[must_use]
    pub const fn is_mismatched(&self) -> bool {
        self.mismatched
    }

    /// The names of the grammar's productions that made the fact, in the order in which they fired:
    /// for people who extend the grammar.
    #[must_use]
    pub fn productions(&self) -> &[&'static str] {
        &self.productions
    }
}
