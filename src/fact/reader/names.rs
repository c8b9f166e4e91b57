//! Who and what a number is about.

use super::{Frame, Reader};
use crate::fact::context::{Measured, Names};
use crate::fact::grammar::Phrase;
use crate::fact::noun::{self, Noun, Rest};
use crate::fact::sight::{Measure, Sight};
use crate::fact::types::{Aspect, Fact};
use crate::lexicon::indicators::Class;
use crate::lexicon::linkers::Link;
use crate::lexicon::turns;
use crate::mention::Kind;
use crate::span::Span;

/// How many facts back a level looks for one in its own unit.
const HELD_FACTS: usize = 8;

/// The longest noun, in bytes, that a measured amount is of where no table has it.
const LONGEST_MATTER: usize = 15;

/// What a value shows of itself to those who look for its names.
struct Asked<'s> {
    sight: &'s Sight,
    aspect: Aspect,
    /// Whether it is a price or an index that moves, which names have without any indicator.
    market: bool,
    /// The noun behind it, where it names what is measured.
    behind: Option<Measured>,
}

impl Reader<'_> {
    /// Who and what of a value.
    pub(super) fn names<'k>(
        &mut self,
        sight: &Sight,
        aspect: Aspect,
        after: &[Phrase<'k>],
        frame: &mut Frame<'k>,
    ) -> Names {
        if let Some(names) = frame.plan.pop() {
            frame.trace.push("each");
            return names;
        }
        if frame.spent && !frame.nouns.is_empty() && !frame.rest().is_some_and(|rest| rest.is_move()) {
            frame.trace.push("list");
            return self.context.names;
        }
        let behind = self.behind(sight, aspect, after, frame);
        if let Some(names) = self.described(sight, aspect, after, frame) {
            return names;
        }
        self.drop_verb(frame);
        let market = self.is_market(sight, frame);
        let asked = Asked { sight, aspect, market, behind };
        match frame.nouns.last().copied() {
            None => self.nameless(&asked, frame),
            Some(noun) => match noun.rest {
                None => self.name_only(noun, &asked, frame),
                Some(rest) => self.named(noun, rest, &asked, frame),
            },
        }
    }

    /// 已播41.2萬畝: a verb of one character names nothing.
    fn drop_verb(&self, frame: &mut Frame<'_>) {
        let lone = |noun: &Noun| noun.whole.of(self.text).chars().nth(1).is_none();
        if frame.nouns.len() > 1 && frame.nouns.last().is_some_and(lone) {
            frame.nouns.pop();
        }
    }

    fn is_market(&self, sight: &Sight, frame: &Frame<'_>) -> bool {
        let moves = frame.change.is_some_and(|change| change.market) || sight.measure == Measure::IndexPoints;
        let measured = |rest: Rest| {
            let known = rest.term.is_some_and(|term| self.lexicon.id(term).is_some());
            known || rest.term.is_some() && self.lexicon.ends_like_indicator(rest.span.of(self.text))
        };
        moves && !frame.rest().is_some_and(measured)
    }

    /// Takes names that a clause states, and what is open of them from before.
    fn take(
        &mut self,
        production: &'static str,
        (subject, measured): (Option<Span>, Option<Measured>),
        frame: &mut Frame<'_>,
    ) -> Names {
        frame.trace.push(production);
        if let Some(subject) = subject {
            self.context.name_subject(subject);
        }
        Names { subject: subject.or(self.context.subject()), measured }
    }

    // ---- no noun before the value ----

    /// What was spoken of last goes on, or the noun behind names it.
    fn nameless(&mut self, asked: &Asked<'_>, frame: &mut Frame<'_>) -> Names {
        match asked.behind {
            Some(behind) if asked.aspect == Aspect::Share && !frame.among => {
                frame.trace.push("part before whole");
                Names { subject: Some(behind.span), measured: None }
            }
            Some(behind) => self.take("behind", (None, Some(behind)), frame),
            None => {
                frame.trace.push("held");
                self.held(asked)
            }
        }
    }

    /// The names of the last fact; for a level in another unit, those of the last level in that unit;
    /// for a rank, those of the last that is no rate of growth.
    fn held(&self, asked: &Asked<'_>) -> Names {
        let level = |fact: &Fact| fact.aspect == Aspect::Level;
        let same = |fact: &Fact| self.sights[fact.value].unit == asked.sight.unit;
        let grows = |names: &Names| names.measured.is_some_and(|measured| measured.growth);
        let fits = |(fact, names): &(&Fact, &Names)| match asked.aspect {
            Aspect::Rank => names.measured.is_some() && !grows(names),
            _ => level(fact) && same(fact) && names.measured.is_some(),
        };
        let strays = match asked.aspect {
            Aspect::Level => self.facts.last().is_some_and(|last| level(last) && !same(last)),
            Aspect::Rank => grows(&self.context.names),
            _ => false,
        };
        let told = self.facts.iter().zip(&self.told).rev().take(HELD_FACTS);
        let found = told.filter(|_| strays).find(fits);
        found.map_or(self.context.names, |(_, names)| *names)
    }

    // ---- a name and nothing else before the value ----

    fn name_only(&mut self, noun: Noun, asked: &Asked<'_>, frame: &mut Frame<'_>) -> Names {
        if !asked.market && self.is_index(&noun) {
            let index = unknown(noun.whole);
            return self.take("index", (None, Some(index)), frame);
        }
        let moves = asked.market && frame.change.is_some();
        let stated =
            frame.nouns.iter().rev().skip(1).find_map(|noun| noun.rest.filter(|rest| rest.head.is_some()));
        let held = || self.context.names.measured.filter(|_| asked.aspect != Aspect::Rank);
        let measured = asked.behind.or(stated.map(|rest| rest.measured())).or(self.context.sentence.topic);
        let measured = measured.or_else(held).filter(|_| !moves);
        self.take("name", (noun.subject, measured), frame)
    }

    /// Whether a name is that of an index, which is what is measured where it does not trade.
    fn is_index(&self, noun: &Noun) -> bool {
        let name = noun.subject.unwrap_or(noun.whole).of(self.text);
        let name = name.split(['（', '(']).next().unwrap_or(name);
        turns::ends(name, turns::INDEXES)
    }

    // ---- a noun before the value ----

    fn named(&mut self, noun: Noun, rest: Rest, asked: &Asked<'_>, frame: &mut Frame<'_>) -> Names {
        let stated = noun.subject.or_else(|| frame.earlier().and_then(Noun::name));
        let (held, topic) = (self.context.names.measured, self.context.sentence.topic);
        let held_measure = held.filter(|held| !held.counted);
        let whole = Some(noun.whole);
        let counts = asked.sight.measure == Measure::Count;
        if topic.is_some() && !rest.measures() && !counts {
            self.take("topic", (whole, topic), frame)
        } else if rest.added {
            self.take("added", (stated, asked.behind.or(held)), frame)
        } else if rest.measures() && !asked.market {
            self.measured(rest, stated, frame)
        } else if self.context.sentence.parallel
            && held_measure.is_some()
            && asked.aspect != Aspect::Level
            && !rest.measures()
        {
            self.take("parallel", (Some(noun.subject.unwrap_or(rest.span)), held), frame)
        } else if is_price(asked) && !rest.measures() && !rest.act {
            self.take("price", (whole, topic), frame)
        } else if rest.class == Some(Class::Body) && !counts && held_measure.is_some() {
            // 其中城鎮居民46810元
            frame.trace.push("holder");
            Names { subject: whole, measured: held }
        } else if asked.market {
            self.take("market", (whole, topic), frame)
        } else if rest.head.is_some() {
            self.measured(rest, stated, frame)
        } else {
            self.plain(noun, rest, stated, asked, frame)
        }
    }

    /// A noun that ends in a measure.
    fn measured(&mut self, rest: Rest, stated: Option<Span>, frame: &mut Frame<'_>) -> Names {
        let bare = rest.before.is_none() && stated.is_none() && frame.change.is_none();
        if rest.is_move() && bare && self.context.names.measured.is_some() {
            frame.trace.push("step");
            return self.context.names;
        }
        let own = rest.before.filter(|_| stated.is_none());
        let of_share = rest.class == Some(Class::Share) && !rest.act && !rest.bound;
        let apart =
            |before: &Span| rest.splits(*before) && stated.is_none_or(|it| it.end() != before.start());
        if let Some(owner) = rest.before.filter(apart).filter(|_| rest.class == Some(Class::Owned)) {
            return self.take("owned", (Some(owner), Some(rest.headed())), frame);
        }
        let splits =
            |before: &Span| rest.measures() && rest.splits(*before) && self.context.subject().is_none();
        match own.filter(|before| of_share || splits(before)) {
            Some(before) => {
                self.context.sentence.parallel = true;
                if !of_share {
                    self.context.sentence.subject = Some(before);
                }
                frame.trace.push("split");
                Names { subject: Some(before), measured: Some(rest.headed()) }
            }
            None => self.take("measure", (stated, Some(rest.measured())), frame),
        }
    }

    /// A noun that nothing is known about.
    fn plain(
        &mut self,
        noun: Noun,
        rest: Rest,
        stated: Option<Span>,
        asked: &Asked<'_>,
        frame: &mut Frame<'_>,
    ) -> Names {
        let earlier = frame.earlier().and_then(|noun| noun.rest);
        let counts = asked.sight.measure == Measure::Count;
        let earlier = earlier.filter(|rest| rest.measures() || counts && rest.head.is_some());
        let measured = asked.behind.or(earlier.map(|rest| Measured { growth: false, ..rest.measured() }));
        let measured = measured.unwrap_or(unknown(rest.span));
        let owner = noun.name().filter(|_| asked.behind.is_some() && frame.joined && !rest.act);
        let subject = noun.subject.or(owner).or(stated).filter(|subject| *subject != measured.span);
        self.take("plain", (subject, Some(measured)), frame)
    }

    // ---- the noun behind the value ----

    /// The noun behind the value, where it names what is counted: 28個項目, 10萬噸產能, 10.6億元的總價.
    fn behind(
        &self,
        sight: &Sight,
        aspect: Aspect,
        after: &[Phrase<'_>],
        frame: &Frame<'_>,
    ) -> Option<Measured> {
        let (of, tokens) = match after {
            [Phrase::Noun(tokens), ..] | [Phrase::Idle, Phrase::Noun(tokens), ..] => (false, tokens),
            [Phrase::Link(Link::Of), Phrase::Noun(tokens), ..] => (true, tokens),
            _ => return None,
        };
        let rest = noun::counted(tokens, self.text, self.lexicon)?;
        let headed = frame.rest().is_some_and(|rest| rest.head.is_some() && !rest.act);
        let fits = match sight.measure {
            _ if aspect == Aspect::Rank => false,
            Measure::Count | Measure::Bare => !headed,
            Measure::Percent if aspect == Aspect::Share => !headed,
            // 3.2萬畝冬小麥
            Measure::Amount if sight.kind == Kind::Measure && frame.rest().is_none() => {
                rest.term.is_some() || rest.span.len() <= LONGEST_MATTER
            }
            _ => rest.term.is_some() && (of || !headed),
        };
        fits.then_some(Measured { growth: false, ..rest.measured() })
    }

    /// 總投資23億元的甲項目: the measure before, the subject behind.
    fn described(
        &mut self,
        sight: &Sight,
        aspect: Aspect,
        after: &[Phrase<'_>],
        frame: &mut Frame<'_>,
    ) -> Option<Names> {
        let [Phrase::Link(Link::Of), Phrase::Noun(tokens), rest @ ..] = after else { return None };
        let counts_on = matches!(rest, [Phrase::Quantity(_), ..]);
        let head = frame.rest().filter(Rest::measures)?;
        let behind = noun::counted(tokens, self.text, self.lexicon).filter(|behind| !behind.measures())?;
        if counts_on || aspect != Aspect::Level || sight.measure == Measure::Percent || frame.from {
            return None;
        }
        let measured = if head.act { head.measured() } else { head.headed() };
        Some(self.take("described", (Some(behind.span), Some(measured)), frame))
    }
}

/// Whether a value is the price of the thing named: 92無鉛汽油每公升28.4元.
fn is_price(asked: &Asked<'_>) -> bool {
    let money = asked.sight.rated && asked.sight.kind == Kind::Money;
    money && asked.aspect == Aspect::Level && asked.behind.is_none()
}

/// Words that no table has, as what is measured.
fn unknown(span: Span) -> Measured {
    Measured { span, term: None, whole: false, growth: false, counted: false }
}
