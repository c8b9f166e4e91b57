//! 分別: which name each value of a list belongs to.

use super::{Frame, Reader};
use crate::fact::context::{Measured, Names};
use crate::fact::grammar::Phrase;
use crate::fact::noun::{self, Noun, Rest};
use crate::fact::types::Aspect;

impl Reader<'_> {
    /// At the first value of a clause: the names for the values to come, the last first.
    pub(super) fn plan(&mut self, after: &[Phrase<'_>], frame: &mut Frame<'_>) {
        let count = 1 + after.iter().filter(|phrase| matches!(phrase, Phrase::Quantity(_))).count();
        if frame.each {
            self.distribute(count, frame);
            frame.plan.reverse();
            self.context.sentence.plan.clone_from(&frame.plan);
        } else if frame.nouns.is_empty() && count > 1 && self.context.sentence.plan.len() == count {
            // 分別為3億和2億元，增長1%和2%: the second list goes by the first.
            frame.plan.clone_from(&self.context.sentence.plan);
        }
    }

    fn distribute(&mut self, count: usize, frame: &mut Frame<'_>) {
        let names = self.listed(frame);
        if frame.bases == count || count < 2 && names.len() < 2 {
            return;
        }
        if names.len() >= 2 {
            self.context.sentence.parallel = true;
            frame.mismatched = names.len() != count;
            if !frame.mismatched {
                frame.plan = names;
            }
        } else if frame.nouns.is_empty() {
            self.distribute_levels(count, frame);
        }
    }

    /// 發電量3億度、售電量2億度，分別增長1%和2%: the levels of the sentence, in order.
    fn distribute_levels(&mut self, count: usize, frame: &mut Frame<'_>) {
        let first = self.context.sentence.first;
        let told = self.facts.iter().zip(&self.told).skip(first).rev();
        let levels = told.filter(|(fact, _)| fact.aspect == Aspect::Level);
        let mut names: Vec<Names> = levels.take(count).map(|(_, names)| *names).collect();
        if names.len() == count {
            names.reverse();
            frame.plan = names;
        } else {
            frame.mismatched = names.len() > 1;
        }
    }

    /// The names of a list before 分別.
    fn listed(&self, frame: &Frame<'_>) -> Vec<Names> {
        let items = noun::items(frame.lists[0]);
        let nouns: Vec<Noun> = items.filter_map(|item| noun::noun(item, self.text, self.lexicon)).collect();
        if nouns.len() < 2 || frame.nouns.is_empty() {
            return self.listed_before(frame);
        }
        let shared = shared(&nouns);
        let held = frame.earlier().and_then(|noun| noun.subject).or(self.context.subject());
        let name = |noun: &Noun| match (noun.rest, shared) {
            (Some(rest), Some(shared)) => {
                let last = noun.subject.or(rest.before).unwrap_or(rest.span);
                let subject = if rest == shared { last } else { noun.whole };
                Names { subject: Some(subject), measured: Some(shared.headed()) }
            }
            (Some(rest), None) if rest.term.is_some() => {
                Names { subject: noun.subject.or(held), measured: Some(rest.measured()) }
            }
            _ => Names { subject: Some(noun.whole), measured: self.listed_measure() },
        };
        nouns.iter().map(name).collect()
    }

    fn listed_measure(&self) -> Option<Measured> {
        self.context.names.measured
    }

    /// The names of a list before the noun that they share: 甲國、乙國 + 對華投資.
    fn listed_before(&self, frame: &Frame<'_>) -> Vec<Names> {
        let Some(rest) = frame.rest().filter(|_| frame.nouns.len() > 1) else { return Vec::new() };
        let subjects = noun::items(frame.lists[1]).filter_map(noun::cover);
        let name = |subject| Names { subject: Some(subject), measured: Some(rest.measured()) };
        let names: Vec<Names> = subjects.map(name).collect();
        if names.len() > 1 { names } else { Vec::new() }
    }
}

/// The measure at the end of a list that all its names share: 糧油、蔬菜產量.
fn shared(nouns: &[Noun]) -> Option<Rest> {
    let (last, others) = nouns.split_last()?;
    let bare = others.iter().all(|noun| noun.rest.is_none_or(|rest| rest.term.is_none()));
    let rest = last.rest.filter(|rest| rest.head.is_some() && bare)?;
    (rest.before.is_some() || last.subject.is_some()).then_some(rest)
}
