//! [`Frame`]: what a clause has said so far.

use crate::fact::context::Names;
use crate::fact::grammar::Phrase;
use crate::fact::noun::{Noun, Rest};
use crate::fact::tokens::Token;
use crate::fact::types::{Basis, Direction, Status};
use crate::lexicon::change::Change;
use crate::lexicon::linkers::Link;
use crate::span::Span;

/// What a clause has said so far.
#[derive(Default)]
pub(super) struct Frame<'k> {
    /// Where the clause begins.
    pub(super) start: usize,
    /// What stands before the next value and waits for it.
    pub(super) nouns: Vec<Noun>,
    pub(super) change: Option<Change>,
    /// Where the value lies to what it is compared with: 高於.
    pub(super) lies: Option<Direction>,
    /// 佔.
    pub(super) share: bool,
    /// Whether the level is told as a multiple of another time's: 為去年同期的2倍.
    pub(super) relative: bool,
    /// Whether a value took all this, so that only a list goes on.
    pub(super) spent: bool,

    /// The tokens of the last noun and of the one before it, for the names of a list.
    pub(super) lists: [&'k [Token]; 2],
    pub(super) times: Vec<usize>,
    /// How many of the times stood before 由.
    pub(super) times_before: usize,
    /// A time that holds for its own clause only.
    pub(super) passing: Option<usize>,
    pub(super) basis: Option<Basis>,
    /// The times of a comparison: one for each value of a list.
    pub(super) bases: usize,
    pub(super) status: Option<Status>,
    /// Whether a new subject ends the plan of the clauses before, for this clause.
    pub(super) lapsed: bool,
    /// 分別.
    pub(super) each: bool,
    /// The names that 分別 gives to the values to come, the last first.
    pub(super) plan: Vec<Names>,
    pub(super) planned: bool,
    pub(super) mismatched: bool,
    /// 由, before the level that a move began at.
    pub(super) from: bool,
    /// 排名.
    pub(super) rank: bool,
    /// 其中.
    pub(super) among: bool,
    /// 約合.
    pub(super) equivalent: bool,
    /// 據: nouns are sources.
    pub(super) citing: bool,
    /// 在: the next noun is a circumstance.
    pub(super) prep: bool,
    /// 反觀: the clause names a subject.
    pub(super) about: bool,
    /// 累計.
    pub(super) cumulative: bool,
    /// Whether the numbers recur: 每年可發電.
    pub(super) recurring: bool,
    /// A number that filters what follows: 過億元項目.
    pub(super) condition: Option<usize>,
    /// A number that the next noun begins with: 過億元項目, 第三產業.
    pub(super) prefix: Option<Span>,
    /// How many values the clause gave.
    pub(super) values: usize,
    /// Whether the phrase before is 共有 or its like.
    pub(super) joined: bool,
    /// Whether the phrase before is 的.
    pub(super) of: bool,
    /// Whether the phrase before is a value.
    pub(super) follows_value: bool,
    pub(super) trace: Vec<&'static str>,
}

impl Frame<'_> {
    /// Makes ready for the phrase behind `before`.
    pub(super) fn turn_to(&mut self, phrase: &Phrase<'_>, before: Option<&Phrase<'_>>) {
        if self.spent && !joins(phrase) {
            self.renew();
        }
        self.of = matches!(before, Some(Phrase::Link(Link::Of)));
        self.joined = matches!(before, Some(Phrase::Link(Link::Copula)));
        self.follows_value = matches!(before, Some(Phrase::Quantity(_)));
    }

    /// Forgets what the last value took.
    fn renew(&mut self) {
        self.nouns.clear();
        self.change = None;
        self.lies = None;
        self.share = false;
        self.relative = false;
        self.spent = false;
    }

    /// What is measured or counted by the noun right before the value.
    pub(super) fn rest(&self) -> Option<Rest> {
        self.nouns.last().and_then(|noun| noun.rest)
    }

    /// Whether that noun names a measure.
    pub(super) fn measures(&self) -> bool {
        self.rest().is_some_and(|rest| rest.measures())
    }

    /// The noun before the last.
    pub(super) fn earlier(&self) -> Option<&Noun> {
        self.nouns.len().checked_sub(2).and_then(|at| self.nouns.get(at))
    }

    /// Whether the words of `span` stand in this clause.
    pub(super) fn states(&self, span: Span) -> bool {
        span.start() >= self.start
    }
}

/// Whether a phrase goes on with a list of values.
fn joins(phrase: &Phrase<'_>) -> bool {
    match phrase {
        Phrase::Quantity(_) | Phrase::Mark(_) | Phrase::Idle | Phrase::Recurring => true,
        Phrase::Link(link) => matches!(link, Link::And | Link::With | Link::Adverb),
        _ => false,
    }
}
