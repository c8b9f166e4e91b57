//! The reader: folds the phrases of each clause into facts.
//!
//! A clause is read from left to right. Its [`Frame`] gathers what stands before a value; at the value
//! the frame, the words right behind, and what [`Context`] holds from before make the fact. Which rule
//! made a part is kept in the trace of the fact.

mod clause;
mod figure;
mod frame;
mod holding;
mod list;
mod names;

use super::clauses::{clauses, sentences};
use super::context::{Context, Names};
use super::grammar::{self, Phrase};
use super::lexicon::FactLexicon;
use super::sight::{Measure, Sight, is_age};
use super::tokens::{Mark, Token, tokenize};
use super::types::{Fact, Part, Status};
use crate::lexicon::linkers::Link;
use crate::mention::Kind;
use crate::span::Span;
use frame::Frame;

/// The facts of `text` over its mentions.
pub(crate) fn read(text: &str, sights: &[Sight], lexicon: &FactLexicon) -> Vec<Fact> {
    let mut reader =
        Reader { text, sights, lexicon, context: Context::default(), facts: Vec::new(), told: Vec::new() };
    let mut tokens = Vec::new();
    let mut first = 0;
    // Sentences without numbers that may name what the next one is about.
    let mut lead: [Option<Span>; LEAD] = [None; LEAD];
    for sentence in sentences(text) {
        let rest = sights.get(first..).unwrap_or(&[]);
        if rest.is_empty() {
            break;
        }
        let count = rest.iter().take_while(|sight| sight.span.start() < sentence.end()).count();
        if count == 0 {
            lead.rotate_left(1);
            lead[LEAD - 1] = Some(sentence);
            continue;
        }
        let numbered = lead.iter_mut().filter_map(Option::take).map(|idle| (idle, 0));
        for (sentence, count) in numbered.chain([(sentence, count)]) {
            tokens.clear();
            tokenize(text, sentence, (&rest[..count], first), lexicon, &mut tokens);
            reader.sentence(&tokens);
        }
        first += count;
    }
    reader.facts
}

/// How many sentences without numbers are read before one that has some.
const LEAD: usize = 2;

struct Reader<'a> {
    text: &'a str,
    sights: &'a [Sight],
    lexicon: &'a FactLexicon,
    context: Context,
    facts: Vec<Fact>,
    /// Who and what of each fact.
    told: Vec<Names>,
}

impl Reader<'_> {
    fn sentence(&mut self, tokens: &[Token]) {
        self.context.next_sentence(self.facts.len());
        for (body, mark) in clauses(tokens) {
            self.clause(body, mark);
            if mark == Some(Mark::Stop) {
                self.context.next_sentence(self.facts.len());
            }
        }
    }

    fn clause(&mut self, tokens: &[Token], mark: Option<Mark>) {
        let phrases = grammar::clause(tokens);
        let start = tokens.first().map_or(0, |token| token.span.start());
        let among = core::mem::take(&mut self.context.sentence.among);
        let mut frame = Frame { start, among, ..Frame::default() };
        for (at, phrase) in phrases.iter().enumerate() {
            let (before, after) = (&phrases[..at], &phrases[at + 1..]);
            frame.turn_to(phrase, before.last());
            self.phrase(phrase, before, after, &mut frame);
        }
        self.close(&mut frame, &phrases, mark);
    }

    fn value<'k>(&mut self, index: usize, after: &[Phrase<'k>], frame: &mut Frame<'k>) {
        let sight = &self.sights[index];
        if self.is_condition(sight, after, frame) {
            return self.condition(index, frame);
        }
        if core::mem::take(&mut frame.equivalent) {
            return;
        }
        let ranked = frame.rank || frame.change.is_some_and(|change| change.reached);
        if sight.kind == Kind::Ordinal && !ranked {
            frame.prefix = Some(sight.extent);
            return;
        }
        frame.values += 1;
        if !core::mem::replace(&mut frame.planned, true) {
            self.plan(after, frame);
        }
        let fact = self.fact(index, after, frame);
        self.keep(fact, frame);
    }

    /// 過億元 in 過億元項目17個 filters; so does 千萬元 in 產值過千萬元的38家.
    fn is_condition(&self, sight: &Sight, after: &[Phrase<'_>], frame: &Frame<'_>) -> bool {
        let counts = |index: &usize| self.sights[*index].measure == Measure::Count;
        let filters = match after {
            [Phrase::Noun(_), Phrase::Quantity(next), ..] => !frame.measures() && counts(next),
            [Phrase::Link(Link::Of), Phrase::Quantity(next), ..] => counts(next),
            [Phrase::Link(Link::Of), Phrase::Noun(_), Phrase::Quantity(next), ..] => counts(next),
            [Phrase::Noun(_), ..] => is_age(sight),
            _ => false,
        };
        sight.bounded && filters && frame.change.is_none()
    }

    /// Keeps a number that filters for the noun behind it, which it belongs to.
    fn condition(&mut self, index: usize, frame: &mut Frame<'_>) {
        let extent = self.sights[index].extent;
        let act = frame.rest().filter(|rest| rest.act).map(|rest| rest.span.start());
        frame.condition = Some(index);
        frame.prefix = Some(Span::new(act.unwrap_or(extent.start()), extent.end()));
        if let Some(subject) = frame.nouns.iter().rev().find_map(|noun| noun.subject) {
            self.context.name_subject(subject);
        }
        frame.nouns.clear();
    }

    fn fact<'k>(&mut self, index: usize, after: &[Phrase<'k>], frame: &mut Frame<'k>) -> Fact {
        let sight = &self.sights[index];
        let passing = frame.rest().is_some_and(|rest| rest.is_move());
        let (aspect, direction) = self.figure(sight, after, frame);
        let names = self.names(sight, aspect, after, frame);
        let (status, period) = self.status_and_period(&names, frame);
        let part = |span: Span| if frame.states(span) { Part::own(span) } else { Part::inherited(span) };
        let fact = Fact {
            indicator: names.measured.map(|measured| part(measured.span)),
            indicator_id: names
                .measured
                .filter(|measured| measured.whole)
                .and_then(|it| self.lexicon.id(it.term?)),
            subject: names.subject.map(part),
            value: index,
            aspect,
            basis: self.basis_for(aspect, &names, frame),
            direction,
            status: if frame.from { Status::Actual } else { status },
            period,
            part_of: frame.among.then_some(self.context.sentence.whole).flatten(),
            condition: frame.condition.take(),
            cumulative: frame.cumulative,
            mismatched: frame.mismatched,
            productions: core::mem::take(&mut frame.trace),
        };
        self.told.push(names);
        if !passing {
            self.context.names = names;
        }
        fact
    }

    /// Keeps a fact and marks what it used up.
    fn keep(&mut self, fact: Fact, frame: &mut Frame<'_>) {
        self.context.sentence.basis = fact.basis.or(self.context.sentence.basis);
        self.facts.push(fact);
        if core::mem::take(&mut frame.from) {
            frame.change = None;
            frame.times.truncate(frame.times_before);
            if frame.plan.is_empty() {
                // Where it went is told of the same.
                frame.plan.extend(self.told.last());
            }
        } else {
            frame.spent = true;
        }
    }

    /// The words of a mention, without those around it.
    fn words(&self, index: usize) -> &str {
        self.sights[index].span.of(self.text)
    }
}
