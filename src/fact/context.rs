//! [`Context`]: what a sentence and the text before it leave for open parts of a fact.

use super::types::{Basis, Status};
use crate::span::Span;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Measured {
    pub(crate) span: Span,
    /// The term, if the table has it.
    pub(crate) term: Option<usize>,
    /// Whether the term is all of it, so that its identifier holds.
    pub(crate) whole: bool,
    /// Whether it is itself a rate of growth.
    pub(crate) growth: bool,
    /// Whether it is what is counted, not a measure.
    pub(crate) counted: bool,
}

/// Who and what of a fact.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Names {
    pub(crate) subject: Option<Span>,
    pub(crate) measured: Option<Measured>,
}

/// What holds on from what was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Context {
    /// The subject that the text spoke of last.
    pub(crate) subject: Option<Span>,
    /// The period that the text spoke of last.
    pub(crate) period: Option<usize>,
    /// The time of the report itself, for what names no other.
    pub(crate) announced: Option<usize>,
    /// Whether the text says that its numbers are a forecast (業績預告).
    pub(crate) forecast: bool,
    /// Who and what of the last fact.
    pub(crate) names: Names,
    /// What holds in this sentence only.
    pub(crate) sentence: Sentence,
}

/// What holds within a sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentence {
    pub(crate) subject: Option<Span>,
    pub(crate) period: Option<usize>,
    pub(crate) status: Option<Status>,
    /// Whether the status was set before the last semicolon.
    pub(crate) status_fades: bool,
    /// Who reported, until the next noun: 甲公告，公司 ….
    pub(crate) announcer: Option<Span>,
    pub(crate) basis: Option<Basis>,
    /// The measure that the sentence is about: 運價方面.
    pub(crate) topic: Option<Measured>,
    /// The index of the first fact of the sentence.
    pub(crate) first: usize,
    /// The names of the last list that 分別 gave values to, the last first.
    pub(crate) plan: Vec<Names>,
    /// Whether names so far were parts of one measure: 採礦業增加值 … 製造業 ….
    pub(crate) parallel: bool,
    /// The fact of the whole whose parts are told: 其中.
    pub(crate) whole: Option<usize>,
    /// Whether 其中 stood alone before a comma, so that it holds for the next clause.
    pub(crate) among: bool,
}

impl Context {
    /// Forgets what held in the last sentence; `first` is the number of facts so far.
    pub(crate) fn next_sentence(&mut self, first: usize) {
        self.sentence = Sentence { first, ..Sentence::default() };
    }

    /// The subject that holds.
    pub(crate) fn subject(&self) -> Option<Span> {
        self.sentence.subject.or(self.subject)
    }

    /// The period that holds.
    pub(crate) fn period(&self) -> Option<usize> {
        self.sentence.period.or(self.period)
    }

    /// Takes a subject that the text names; in a part of a whole it holds for the sentence only.
    pub(crate) fn name_subject(&mut self, subject: Span) {
        self.sentence.subject = Some(subject);
        if self.sentence.whole.is_none() {
            self.subject = Some(subject);
        }
    }

    /// Takes a period that the text names.
    pub(crate) fn name_period(&mut self, period: usize) {
        self.sentence.period = Some(period);
        self.period = Some(period);
    }
}
