//! The reader: folds the phrases of each clause into facts.

use super::clauses::{clauses, sentences};
use super::context::{Context, Names};
use super::grammar::{self, Against, Phrase};
use super::lexicon::FactLexicon;
use super::noun::{self, Noun};
use super::sight::{Measure, Sight};
use super::tokens::{Mark, Token, tokenize};
use super::types::{Aspect, Basis, Direction, Fact, Part, Status};
use crate::lexicon::basis::Compared;
use crate::lexicon::change::Change;
use crate::lexicon::indicators::Class;
use crate::lexicon::linkers::Link;
use crate::mention::Kind;
use crate::span::Span;

/// The facts of `text` over its mentions.
pub(crate) fn read(text: &str, sights: &[Sight], lexicon: &FactLexicon) -> Vec<Fact> {
    let mut reader = Reader { text, sights, lexicon, context: Context::default(), facts: Vec::new() };
    let mut tokens = Vec::new();
    let mut first = 0;
    for sentence in sentences(text) {
        tokens.clear();
        let count = sights[first..].iter().take_while(|sight| sight.span.start() < sentence.end()).count();
        tokenize(text, sentence, (&sights[first..first + count], first), lexicon, &mut tokens);
        first += count;
        reader.sentence(&tokens);
    }
    reader.facts
}

struct Reader<'a> {
    text: &'a str,
    sights: &'a [Sight],
    lexicon: &'a FactLexicon,
    context: Context,
    facts: Vec<Fact>,
}

/// What a clause has said so far.
#[derive(Default)]
struct Frame<'k> {
    nouns: Vec<Noun>,
    /// The tokens of the last noun, for the names of a list.
    list: &'k [Token],
    times: Vec<usize>,
    basis: Option<Basis>,
    /// The times of a comparison: one for each value of a list.
    bases: usize,
    change: Option<Change>,
    status: Option<Status>,
    share: bool,
    rank: bool,
    each: bool,
    plan: Vec<Names>,
    mismatched: bool,
    from: bool,
    among: bool,
    equals: bool,
    equivalent: bool,
    citing: bool,
    prep: bool,
    /// A time that holds for its own clause only.
    passing: Option<usize>,
    about: bool,
    /// How many times stood before 由.
    times_before: usize,
    planned: bool,
    /// Whether the level is told as a multiple of another time's: 為去年同期的2倍.
    relative: bool,
    cumulative: bool,
    /// How many values the clause gave.
    values: usize,
    /// A number that filters what follows: 過億元項目.
    condition: Option<usize>,
    trace: Vec<&'static str>,
    /// Whether a value took what stands before, so that only a list goes on.
    spent: bool,
}

impl Frame<'_> {
    /// Forgets what the last value took.
    fn renew(&mut self) {
        self.nouns.clear();
        self.change = None;
        self.share = false;
        self.relative = false;
        self.equals = false;
        self.spent = false;
    }
}

impl<'a> Reader<'a> {
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
        let mut frame = Frame::default();
        for (at, phrase) in phrases.iter().enumerate() {
            let after = phrases.get(at + 1..).unwrap_or(&[]);
            if frame.spent && !joins(phrase) {
                frame.renew();
            }
            let before = at.checked_sub(1).and_then(|at| phrases.get(at));
            match phrase {
                Phrase::Time(_) if is_told(before, after) => {}
                _ => self.phrase(phrase, after, &mut frame),
            }
        }
        self.close(&mut frame, &phrases, mark);
    }

    fn phrase<'k>(&mut self, phrase: &Phrase<'k>, after: &[Phrase<'k>], frame: &mut Frame<'k>) {
        match phrase {
            Phrase::Quantity(index) => self.value(*index, after, frame),
            Phrase::Time(index) => self.time(*index, after, frame),
            Phrase::Noun(tokens) => self.noun(tokens, after, frame),
            Phrase::Compared(compared) => frame.basis = Some(self.basis_of(*compared, frame)),
            Phrase::Against(against) => self.against(against, frame),
            Phrase::Change(change) => self.change(*change, frame),
            Phrase::Status(status) => self.status(*status, frame),
            Phrase::Share(_) => frame.share = true,
            Phrase::Link(link) => self.link(*link, after, frame),
            Phrase::Mark(_) | Phrase::Idle => {}
        }
    }

    fn noun<'k>(&mut self, tokens: &'k [Token], after: &[Phrase<'k>], frame: &mut Frame<'k>) {
        let prep = core::mem::take(&mut frame.prep);
        let Some(noun) = noun::noun(tokens, self.text, self.lexicon) else { return };
        let circumstance = prep && noun.rest.is_none_or(|rest| !rest.measures());
        let counts_time =
            matches!(after, [Phrase::Time(_), ..]) && noun.whole.of(self.text).ends_with(['前', '近']);
        let modifier = matches!(after, [Phrase::Link(Link::Of), Phrase::Quantity(_), ..])
            && frame.nouns.last().is_some_and(|noun| noun.rest.is_some_and(|rest| rest.measures()));
        let scope = frame.rank || frame.share;
        if noun.voice || circumstance || counts_time || frame.citing || scope || modifier {
            return;
        }
        if frame.change.is_some_and(|change| !change.transitive && !change.reached) {
            frame.change = None;
        }
        frame.list = tokens;
        frame.nouns.push(noun);
    }

    fn time(&mut self, index: usize, after: &[Phrase<'_>], frame: &mut Frame<'_>) {
        let multiple =
            |index: &usize| matches!(self.sights[*index].measure, Measure::Percent | Measure::Fold);
        match after {
            [Phrase::Link(Link::Of), Phrase::Quantity(next), ..] if multiple(next) && !frame.from => {
                frame.basis = Some(self.basis_against(index, frame));
                frame.relative = true;
                return;
            }
            [Phrase::Compared(Compared::Average), ..] => frame.passing = Some(index),
            _ => {}
        }
        frame.times.push(index);
    }

    fn change(&mut self, change: Change, frame: &mut Frame<'_>) {
        frame.basis = change.basis.or(frame.basis);
        frame.change = Some(change);
    }

    /// A status word. The day that stands before 預計 or 擬 is when it was said.
    fn status(&mut self, status: Status, frame: &mut Frame<'_>) {
        if status != Status::Actual {
            let day = |time: usize| matches!(self.sights[time].kind, Kind::Date | Kind::Time);
            frame.times.retain(|time| !day(*time));
            self.context.sentence.period = self.context.sentence.period.filter(|time| !day(*time));
        }
        self.set_status(status, frame);
    }

    fn set_status(&mut self, status: Status, frame: &mut Frame<'_>) {
        frame.status = Some(status);
        self.context.sentence.status = Some(status);
        frame.citing = false;
    }

    fn link(&mut self, link: Link, after: &[Phrase<'_>], frame: &mut Frame<'_>) {
        match link {
            Link::Among => {
                frame.among = true;
                self.context.sentence.whole = self.facts.len().checked_sub(1);
            }
            Link::Each => frame.each = true,
            Link::Equals => frame.equals = true,
            Link::From => {
                frame.from = frame.from || moves_on(after);
                frame.times_before = frame.times.len();
            }
            Link::To => self.reach(frame),
            Link::Rank => frame.rank = true,
            Link::Decide => self.decide(frame),
            Link::Report | Link::Source => self.report(link, frame),
            Link::Citing => frame.citing = true,
            Link::Prep => frame.prep = true,
            Link::Topic => self.topic(frame),
            Link::About => frame.about = true,
            Link::Outlook => self.context.forecast = true,
            Link::Shall if brings_forward(after) => {}
            Link::Shall => self.set_status(Status::Planned, frame),
            Link::Until => self.set_status(Status::Actual, frame),
            Link::Before => self.before(after, frame),
            Link::Equivalent => frame.equivalent = true,
            _ => {}
        }
    }

    /// 至 behind a change word: the number is the level that was reached.
    fn reach(&mut self, frame: &mut Frame<'_>) {
        if let Some(change) = &mut frame.change {
            change.reached = true;
        }
    }

    /// 前 behind a time makes it a deadline, before a time it is part of it.
    fn before(&mut self, after: &[Phrase<'_>], frame: &mut Frame<'_>) {
        if matches!(after, [Phrase::Time(_), ..]) {
            frame.nouns.pop();
        } else if let Some(time) = frame.times.last() {
            frame.passing = Some(*time);
        }
    }

    /// What stands before 公告 is who speaks, and when; a source is not even the subject.
    fn report(&mut self, link: Link, frame: &mut Frame<'_>) {
        if link == Link::Report && !frame.citing {
            self.introduce(frame);
        }
        frame.nouns.clear();
        frame.citing = false;
        let announced = frame.times.pop().or(self.context.sentence.period);
        if self.facts.len() == self.context.sentence.first {
            self.context.announced = announced.or(self.context.announced);
            self.context.sentence.period = None;
        }
        frame.times.clear();
    }

    /// When something was decided is the period only of what happened by it.
    fn decide(&mut self, frame: &mut Frame<'_>) {
        self.introduce(frame);
        frame.nouns.clear();
        if let Some(time) = frame.times.pop() {
            self.context.announced = Some(time);
            frame.times.clear();
        }
    }

    fn topic(&mut self, frame: &mut Frame<'_>) {
        let Some(noun) = frame.nouns.pop() else { return };
        match noun.rest {
            Some(rest) if rest.head.is_some() => {
                let names = Names { subject: noun.subject, indicator: Some(rest.span), term: rest.term };
                self.context.sentence.topic = Some(names);
            }
            _ => {}
        }
        if let Some(subject) = noun.subject {
            self.context.name_subject(subject);
        }
    }

    fn against(&mut self, against: &Against<'_>, frame: &mut Frame<'_>) {
        frame.bases = against.times.len();
        frame.basis = Some(match against.times.as_slice() {
            [] => Basis::Other,
            [time] => self.basis_against(*time, frame),
            _ => Basis::Other,
        });
    }

    /// The first noun of a clause that gives no number, or that reports, is who the text speaks of.
    fn introduce(&mut self, frame: &Frame<'_>) {
        let Some(noun) = frame.nouns.first() else { return };
        if let Some(subject) = noun.subject {
            self.context.name_subject(subject);
        } else if noun.rest.is_none_or(|rest| !rest.act && rest.term.is_none())
            && (2..=12).contains(&noun.whole.of(self.text).chars().count())
        {
            self.context.name_subject(noun.whole);
        }
    }

    /// Ends a clause: what it named holds on.
    fn close(&mut self, frame: &mut Frame<'_>, phrases: &[Phrase<'_>], mark: Option<Mark>) {
        if frame.values == 0 && !frame.citing {
            self.close_without_value(frame, phrases, mark);
        }
        for time in frame.times.drain(..) {
            let sight = &self.sights[time];
            if frame.passing != Some(time) && !is_same_period(sight.span.of(self.text)) {
                self.context.name_period(time);
            }
        }
        if mark == Some(Mark::Semicolon) {
            self.context.sentence.basis = None;
        }
    }

    /// A clause without a number names who and what the next one is about.
    fn close_without_value(&mut self, frame: &Frame<'_>, phrases: &[Phrase<'_>], mark: Option<Mark>) {
        let idle = |phrase: &Phrase<'_>| {
            matches!(phrase, Phrase::Time(_) | Phrase::Idle | Phrase::Mark(_))
                || matches!(
                    phrase,
                    Phrase::Link(Link::Adverb | Link::And | Link::About | Link::Of | Link::Among)
                )
        };
        let start = phrases.iter().position(|phrase| !idle(phrase)).unwrap_or(phrases.len());
        let (named, rest) = match phrases.get(start..) {
            Some([Phrase::Noun(_), rest @ ..]) => (true, rest),
            _ => (false, &[] as &[Phrase<'_>]),
        };
        let Some(noun) = frame.nouns.first().filter(|_| named) else { return };
        let headed = rest.is_empty() && (mark == Some(Mark::Colon) || frame.about);
        if noun.subject.is_some() || headed || matches!(rest, [Phrase::Status(_), ..]) {
            self.introduce(frame);
        }
        if let Some(rest) = noun.rest.filter(|rest| rest.measures() && rest.term.is_some()) {
            let subject = noun.subject.or(self.context.subject());
            self.context.names = Names { subject, indicator: Some(rest.span), term: rest.term };
        }
        self.context.sentence.basis = frame.basis.or(self.context.sentence.basis);
    }

    // ---- values ----

    fn value<'k>(&mut self, index: usize, after: &[Phrase<'k>], frame: &mut Frame<'k>) {
        let sight = &self.sights[index];
        if self.is_condition(sight, after, frame) {
            frame.condition = Some(index);
            frame.nouns.clear();
            return;
        }
        let equivalent = core::mem::take(&mut frame.equivalent);
        let ranked = frame.rank || frame.change.is_some_and(|change| change.reached);
        if equivalent || sight.kind == Kind::Ordinal && !ranked {
            frame.nouns.clear();
            return;
        }
        frame.values += 1;
        if frame.each && !core::mem::replace(&mut frame.planned, true) {
            self.plan(after, frame);
        }
        let fact = self.fact(index, after, frame);
        self.keep(fact, frame);
    }

    /// 過億元 in 過億元項目17個 filters; so does 千萬元 in 產值過千萬元的38家.
    fn is_condition(&self, sight: &Sight, after: &[Phrase<'_>], frame: &Frame<'_>) -> bool {
        let counts = |index: &usize| self.sights[*index].measure == Measure::Count;
        let filters = match after {
            [Phrase::Noun(_), Phrase::Quantity(next), ..] => frame.nouns.is_empty() && counts(next),
            [Phrase::Link(Link::Of), Phrase::Quantity(next), ..] => counts(next),
            _ => false,
        };
        sight.bounded && filters && frame.change.is_none()
    }

    fn fact<'k>(&mut self, index: usize, after: &[Phrase<'k>], frame: &mut Frame<'k>) -> Fact {
        let sight = &self.sights[index];
        let head = frame.nouns.last().and_then(|noun| noun.rest);
        let (aspect, direction) = self.aspect(sight, head.and_then(|rest| rest.class), after, frame);
        let mut names = self.names(sight, aspect, after, frame);
        if let Some(condition) = frame.condition.map(|condition| self.sights[condition].extent) {
            names.indicator = names
                .indicator
                .map(|span| if span.start() == condition.end() { span.cover(condition) } else { span });
        }
        let from = frame.from;
        let status = self.status_of(&names, frame);
        let period = self.period_of(status, frame);
        let status = self.status_in(status, period, frame);
        let basis = self.basis_for(aspect, &names, frame);
        let inherited = |own: bool, span: Span| if own { Part::own(span) } else { Part::inherited(span) };
        let fact = Fact {
            indicator: names.indicator.map(|span| inherited(self.is_own(span, frame), span)),
            indicator_id: names.term.and_then(|term| self.lexicon.id(term)),
            subject: names.subject.map(|span| inherited(self.is_own(span, frame), span)),
            value: index,
            aspect,
            basis,
            direction,
            status: if from { Status::Actual } else { status },
            period,
            part_of: frame.among.then_some(self.context.sentence.whole).flatten(),
            condition: frame.condition.take(),
            cumulative: frame.cumulative,
            mismatched: frame.mismatched,
            productions: core::mem::take(&mut frame.trace),
        };
        self.context.names = names;
        fact
    }

    fn is_own(&self, span: Span, frame: &Frame<'_>) -> bool {
        frame.nouns.iter().any(|noun| noun.whole.contains(span))
    }

    /// Keeps a fact and clears what it used up.
    fn keep(&mut self, fact: Fact, frame: &mut Frame<'_>) {
        if fact.basis.is_some() {
            self.context.sentence.basis = fact.basis;
        }
        self.facts.push(fact);
        if core::mem::take(&mut frame.from) {
            frame.change = None;
            frame.times.truncate(frame.times_before);
            return;
        }
        frame.spent = true;
    }

    fn aspect(
        &self,
        sight: &Sight,
        class: Option<Class>,
        after: &[Phrase<'_>],
        frame: &mut Frame<'_>,
    ) -> (Aspect, Option<Direction>) {
        let part = matches!(sight.measure, Measure::Percent);
        let moved = frame.change.filter(|change| !change.reached);
        let step = |direction| {
            let rate = matches!(sight.measure, Measure::Percent | Measure::Fold);
            (if rate { Aspect::Growth } else { Aspect::Change }, direction)
        };
        if sight.kind == Kind::Ordinal {
            return (Aspect::Rank, None);
        }
        if frame.from {
            let growth = matches!(class, Some(Class::Growth));
            return if growth {
                (Aspect::Growth, signed(Direction::Up, sight))
            } else {
                (self.level(class, part), None)
            };
        }
        if part && (frame.share || frame.equals) {
            return (Aspect::Share, None);
        }
        match (class, moved) {
            (_, Some(change)) => step(Some(change.direction)),
            (Some(Class::Growth | Class::Rise), None) if part => {
                (Aspect::Growth, signed(Direction::Up, sight))
            }
            (Some(Class::Fall), None) if part => (Aspect::Growth, Some(Direction::Down)),
            (Some(Class::Step), None) if part => (Aspect::Growth, self.last_direction()),
            (Some(Class::Share), None) => (Aspect::Share, None),
            _ if part && frame.basis.is_some() && !frame.relative => {
                (Aspect::Growth, signed(Direction::Up, sight))
            }
            _ if part && self.is_part(after, frame) => (Aspect::Share, None),
            _ if frame.nouns.last().is_some_and(|noun| noun.rest.is_some_and(|rest| rest.added)) => {
                (Aspect::Change, Some(Direction::Up))
            }
            _ => (Aspect::Level, None),
        }
    }

    fn level(&self, class: Option<Class>, part: bool) -> Aspect {
        if part && class == Some(Class::Share) { Aspect::Share } else { Aspect::Level }
    }

    fn last_direction(&self) -> Option<Direction> {
        self.facts.iter().rev().take(4).find_map(|fact| fact.direction).or(Some(Direction::Up))
    }

    /// A ratio that stands before what it is a part of: 71%的私募基金, 其中一成.
    fn is_part(&self, after: &[Phrase<'_>], frame: &Frame<'_>) -> bool {
        let alone = frame.nouns.iter().all(|noun| noun.rest.is_none());
        let of_whole = match after {
            [Phrase::Link(Link::Of), Phrase::Noun(_), ..] => true,
            [Phrase::Noun(tokens), ..] => noun::is_whole(tokens),
            _ => false,
        };
        alone && (frame.among || of_whole)
    }

    // ---- names ----

    /// Who and what of a value.
    fn names<'k>(
        &mut self,
        sight: &Sight,
        aspect: Aspect,
        after: &[Phrase<'k>],
        frame: &mut Frame<'k>,
    ) -> Names {
        if !frame.plan.is_empty() {
            frame.trace.push("each");
            let names = frame.plan.remove(0);
            return names;
        }
        let behind = self.behind(sight, aspect, after, frame);
        if let Some(names) = self.described(sight, aspect, after, frame) {
            return names;
        }
        if frame.nouns.len() > 1
            && frame.nouns.last().is_some_and(|noun| noun.whole.of(self.text).chars().count() == 1)
        {
            // 已播41.2萬畝: a verb of one character names nothing.
            frame.nouns.pop();
        }
        let Some(noun) = frame.nouns.last().copied() else { return self.nameless(aspect, behind, frame) };
        let earlier = frame.nouns.len().checked_sub(2).map(|at| frame.nouns[at]);
        let stated = noun.subject.or_else(|| earlier.and_then(|earlier| earlier.name()));
        let market = (frame.change.is_some_and(|change| change.market)
            || sight.measure == Measure::IndexPoints)
            && noun.rest.is_none_or(|rest| rest.term.is_none());
        match noun.rest {
            None if !market && self.is_index(&noun) => {
                self.take(None, Some((noun.whole, None)), frame, "index")
            }
            None => self.named_only(noun, market, aspect, behind, frame),
            Some(rest) if self.is_topical(&rest) => {
                self.take(Some(noun.whole), self.topic_indicator(), frame, "topic")
            }
            Some(rest) if rest.head.is_some() && !rest.added && !market => {
                self.with_head(rest, stated, frame)
            }
            Some(rest) if rest.added => self.take(stated, behind.or(self.held_indicator()), frame, "added"),
            Some(_) if market => self.take(Some(noun.whole), self.topic_indicator(), frame, "market"),
            Some(rest) if aspect != Aspect::Level && self.context.sentence.parallel => {
                self.take(Some(noun.subject.unwrap_or(rest.span)), self.held_indicator(), frame, "parallel")
            }
            Some(rest) => {
                let before = earlier.and_then(|earlier| earlier.rest).filter(|rest| rest.head.is_some());
                let indicator =
                    behind.or(before.map(|rest| (rest.span, rest.term))).or(Some((rest.span, None)));
                let subject = noun.subject.or(earlier.and_then(|earlier| earlier.subject)).or(stated);
                self.take(
                    subject.filter(|subject| Some(*subject) != indicator.map(|i| i.0)),
                    indicator,
                    frame,
                    "plain",
                )
            }
        }
    }

    fn take(
        &mut self,
        subject: Option<Span>,
        indicator: Option<(Span, Option<usize>)>,
        frame: &mut Frame<'_>,
        production: &'static str,
    ) -> Names {
        frame.trace.push(production);
        if let Some(subject) = subject {
            self.context.name_subject(subject);
        }
        Names {
            subject: subject.or(self.context.subject()),
            indicator: indicator.map(|(span, _)| span),
            term: indicator.and_then(|(_, term)| term),
        }
    }

    fn held_indicator(&self) -> Option<(Span, Option<usize>)> {
        self.context.names.indicator.map(|span| (span, self.context.names.term))
    }

    fn topic_indicator(&self) -> Option<(Span, Option<usize>)> {
        self.context.sentence.topic.and_then(|topic| Some((topic.indicator?, topic.term)))
    }

    /// No noun before the value: what was spoken of last goes on.
    fn nameless(
        &mut self,
        aspect: Aspect,
        behind: Option<(Span, Option<usize>)>,
        frame: &mut Frame<'_>,
    ) -> Names {
        match behind {
            Some(behind) if aspect == Aspect::Share && !frame.among => {
                frame.trace.push("part before whole");
                Names { subject: Some(behind.0), indicator: None, term: None }
            }
            Some(behind) => self.take(None, Some(behind), frame, "behind"),
            None => {
                frame.trace.push("held");
                self.context.names
            }
        }
    }

    /// A name and nothing else before the value.
    fn named_only(
        &mut self,
        noun: Noun,
        market: bool,
        aspect: Aspect,
        behind: Option<(Span, Option<usize>)>,
        frame: &mut Frame<'_>,
    ) -> Names {
        let earlier =
            frame.nouns.iter().rev().skip(1).find_map(|noun| noun.rest.filter(|rest| rest.head.is_some()));
        let earlier = earlier.map(|rest| (rest.span, rest.term));
        let indicator = if market && frame.change.is_some() {
            None
        } else {
            behind
                .or(earlier)
                .or(self.topic_indicator())
                .or_else(|| self.held_indicator().filter(|_| aspect != Aspect::Rank))
        };
        self.take(noun.subject, indicator, frame, "name")
    }

    /// A noun that ends in a measure.
    fn with_head(&mut self, rest: noun::Rest, stated: Option<Span>, frame: &mut Frame<'_>) -> Names {
        let step = matches!(rest.class, Some(Class::Rise | Class::Fall | Class::Step));
        if step
            && rest.before.is_none()
            && stated.is_none()
            && frame.change.is_none()
            && self.held_indicator().is_some()
        {
            frame.trace.push("step");
            return self.context.names;
        }
        let whole = Some((rest.span, rest.term));
        let head = rest.head.map(|head| (head, rest.term));
        match (stated, rest.before) {
            (None, Some(before)) if rest.class == Some(Class::Share) && !rest.act && !rest.toward => {
                self.context.sentence.parallel = true;
                frame.trace.push("share of");
                let names = Names { subject: Some(before), indicator: head.map(|h| h.0), term: rest.term };
                names
            }
            (None, Some(before))
                if rest.measures() && rest.splits(before) && self.context.subject().is_none() =>
            {
                self.context.sentence.parallel = true;
                self.take(Some(before), head, frame, "split")
            }
            _ => self.take(stated, whole, frame, "head"),
        }
    }

    /// Whether a name is that of an index, which is what is measured where it does not trade.
    fn is_index(&self, noun: &Noun) -> bool {
        let name = noun.subject.unwrap_or(noun.whole).of(self.text);
        let name = name.split(['（', '(']).next().unwrap_or(name);
        name.ends_with("指数") || name.ends_with("指數")
    }

    /// Whether a noun names only the thing whose measure the topic gave: 運價方面，甲航線5000美元.
    fn is_topical(&self, rest: &noun::Rest) -> bool {
        self.context.sentence.topic.is_some() && !rest.measures()
    }

    /// The noun behind the value, where it names what is counted: 28個項目, 10萬噸產能, 10.6億元的總價.
    fn behind<'k>(
        &self,
        sight: &Sight,
        aspect: Aspect,
        after: &[Phrase<'k>],
        frame: &Frame<'k>,
    ) -> Option<(Span, Option<usize>)> {
        let (of, tokens) = match after {
            [Phrase::Noun(tokens), ..] => (false, *tokens),
            [Phrase::Link(Link::Of), Phrase::Noun(tokens), ..] => (true, *tokens),
            _ => return None,
        };
        let noun = noun::counted(tokens, self.text, self.lexicon)?;
        let headed = frame
            .nouns
            .last()
            .is_some_and(|noun| noun.rest.is_some_and(|rest| rest.head.is_some() && !rest.act));
        let fits = match sight.measure {
            Measure::Count | Measure::Bare => !headed,
            Measure::Percent if aspect == Aspect::Share => !headed,
            _ => noun.term.is_some() && (of || !headed),
        };
        fits.then_some((noun.span, noun.term))
    }

    /// 總投資23億元的甲項目: the measure before, the subject behind.
    fn described<'k>(
        &mut self,
        sight: &Sight,
        aspect: Aspect,
        after: &[Phrase<'k>],
        frame: &mut Frame<'k>,
    ) -> Option<Names> {
        let [Phrase::Link(Link::Of), Phrase::Noun(tokens), rest @ ..] = after else { return None };
        let rest = !matches!(rest, [Phrase::Quantity(_), ..]);
        let head = frame.nouns.last().and_then(|noun| noun.rest).filter(noun::Rest::measures)?;
        let behind = noun::counted(tokens, self.text, self.lexicon).filter(|behind| !behind.measures())?;
        if !rest || aspect != Aspect::Level || sight.measure == Measure::Percent || frame.from {
            return None;
        }
        let indicator =
            if head.act { (head.span, head.term) } else { (head.head.unwrap_or(head.span), head.term) };
        Some(self.take(Some(behind.span), Some(indicator), frame, "described"))
    }

    /// 分別: the names for the values to come, in order.
    fn plan(&mut self, after: &[Phrase<'_>], frame: &mut Frame<'_>) {
        let count = 1 + after.iter().filter(|phrase| matches!(phrase, Phrase::Quantity(_))).count();
        let names = self.listed(frame);
        if frame.bases == count || count < 2 && names.len() < 2 {
            return;
        }
        if names.len() >= 2 {
            frame.mismatched = names.len() != count;
            frame.plan = if frame.mismatched { Vec::new() } else { names };
            self.context.sentence.parallel = true;
            return;
        }
        if !frame.nouns.is_empty() {
            return;
        }
        let levels = self.facts.get(self.context.sentence.first..).unwrap_or(&[]);
        let levels: Vec<usize> = (0..levels.len()).filter(|at| levels[*at].aspect == Aspect::Level).collect();
        let Some(start) = levels.len().checked_sub(count) else {
            frame.mismatched = levels.len() > 1;
            return;
        };
        let base = self.context.sentence.first;
        frame.plan = levels[start..].iter().map(|at| names_of(&self.facts[base + at])).collect();
    }

    /// The names of a list before 分別.
    fn listed(&mut self, frame: &Frame<'_>) -> Vec<Names> {
        let nouns: Vec<Noun> =
            noun::items(frame.list).filter_map(|item| noun::noun(item, self.text, self.lexicon)).collect();
        if nouns.len() < 2 || frame.nouns.is_empty() {
            return Vec::new();
        }
        let last = nouns.last().and_then(|noun| noun.rest);
        let common = last.filter(|rest| rest.before.is_some() || rest.head.is_none());
        let bare = nouns.iter().rev().skip(1).all(|noun| noun.rest.is_none_or(|rest| rest.term.is_none()));
        let stated = frame.nouns.len().checked_sub(2).and_then(|at| frame.nouns[at].subject);
        let held = stated.or(self.context.subject());
        nouns
            .iter()
            .map(|noun| match (noun.rest, common) {
                (Some(rest), Some(common)) if bare && common.head.is_some() => Names {
                    subject: Some(if rest == common { rest.before.unwrap_or(rest.span) } else { noun.whole }),
                    indicator: common.head,
                    term: common.term,
                },
                (Some(rest), _) if rest.term.is_some() => {
                    Names { subject: noun.subject.or(held), indicator: Some(rest.span), term: rest.term }
                }
                _ => Names { subject: Some(noun.whole), indicator: self.context.names.indicator, term: None },
            })
            .collect()
    }

    // ---- status, period, basis ----

    fn status_of(&self, names: &Names, frame: &Frame<'_>) -> Status {
        let stated = frame.status.or(self.context.sentence.status);
        let inherent = names.indicator.and_then(|span| self.lexicon.status_at(span.of(self.text)));
        inherent
            .filter(|_| stated.is_none_or(|status| status == Status::Actual))
            .or(stated)
            .unwrap_or(if self.context.forecast { Status::Forecast } else { Status::Actual })
    }

    fn period_of(&self, status: Status, frame: &Frame<'_>) -> Option<usize> {
        let own = frame.times.last().copied();
        if frame.from {
            return own.filter(|_| frame.times.len() > frame.times_before);
        }
        let held = own.or(self.context.sentence.period);
        let whole_text = status == Status::Actual || self.context.forecast && status == Status::Forecast;
        if whole_text { held.or(self.context.period).or(self.context.announced) } else { held }
    }

    /// The status, where no word of the clause sets it, by the tense of the period.
    fn status_in(&self, status: Status, period: Option<usize>, frame: &Frame<'_>) -> Status {
        let ahead = period.and_then(|period| self.lexicon.is_ahead(self.sights[period].span.of(self.text)));
        match ahead {
            Some(true) if status == Status::Actual && frame.status.is_none() => Status::Planned,
            Some(false) if frame.status.is_none() => Status::Actual,
            _ => status,
        }
    }

    fn basis_for(&self, aspect: Aspect, names: &Names, frame: &Frame<'_>) -> Option<Basis> {
        let named =
            |span: Span| (0..span.len()).filter_map(move |at| self.text.get(span.start() + at..span.end()));
        let mut tails = names.indicator.into_iter().flat_map(named);
        match aspect {
            Aspect::Level if frame.relative => frame.basis,
            Aspect::Change | Aspect::Growth if frame.basis.is_some() => frame.basis,
            Aspect::Growth if names.term.is_some() => tails
                .find_map(|tail| self.lexicon.basis_at(tail))
                .map(|compared| self.basis_of(compared, frame))
                .or(self.context.sentence.basis.filter(|_| frame.change.is_some())),
            Aspect::Change | Aspect::Growth if !frame.from => {
                self.context.sentence.basis.filter(|_| frame.change.is_none_or(|change| !change.market))
            }
            _ => None,
        }
    }

    fn basis_of(&self, compared: Compared, frame: &Frame<'_>) -> Basis {
        match compared {
            Compared::Fixed(basis) => basis,
            Compared::Average => Basis::Other,
            Compared::ByGrain => {
                let period =
                    frame.times.last().copied().or(self.context.sentence.period).or(self.context.period);
                let text = period.map_or("", |period| self.sights[period].span.of(self.text));
                grain_before(text)
            }
        }
    }

    fn basis_against(&self, time: usize, frame: &Frame<'_>) -> Basis {
        let text = self.sights[time].span.of(self.text);
        let period = frame.times.last().copied().or(self.context.sentence.period).or(self.context.period);
        let now = period.and_then(|period| year(self.sights[period].span.of(self.text)));
        let before = matches!((year(text), now), (Some(then), Some(now)) if then + 1 == now);
        let last_year =
            before || ["去年", "上年", "上一年", "前一年"].iter().any(|word| text.starts_with(word));
        let edge = |words: &[&str]| words.iter().any(|word| text.ends_with(word));
        if text.starts_with("年初") || text.starts_with("期初") || last_year && edge(&["末", "底"]) {
            Basis::Ytd
        } else if last_year || text.starts_with("同期") {
            Basis::Yoy
        } else if text.contains('季') {
            Basis::Qoq
        } else if text.starts_with('上') && edge(&["月", "月份"]) {
            Basis::Mom
        } else {
            Basis::Other
        }
    }
}

fn names_of(fact: &Fact) -> Names {
    Names { subject: fact.subject.map(Part::span), indicator: fact.indicator.map(Part::span), term: None }
}

/// Whether a move from a number goes on to another: 由 A … 至 B.
fn moves_on(after: &[Phrase<'_>]) -> bool {
    let mut rest = after.iter().skip_while(|phrase| !matches!(phrase, Phrase::Quantity(_))).skip(1);
    rest.any(|phrase| match phrase {
        Phrase::Change(_) => true,
        Phrase::Link(link) => matches!(link, Link::To | Link::Copula | Link::Rank),
        _ => false,
    })
}

/// Whether a phrase goes on with a list of values.
fn joins(phrase: &Phrase<'_>) -> bool {
    match phrase {
        Phrase::Quantity(_) | Phrase::Mark(_) | Phrase::Idle => true,
        Phrase::Link(link) => matches!(link, Link::And | Link::With | Link::Adverb),
        _ => false,
    }
}

/// Whether a time is what the clause tells, or a deadline, and not the period of its numbers: 訂為7月18日.
fn is_told(before: Option<&Phrase<'_>>, after: &[Phrase<'_>]) -> bool {
    matches!(before, Some(Phrase::Link(Link::Copula)))
        && !after.iter().any(|phrase| matches!(phrase, Phrase::Quantity(_)))
}

/// Whether 將 only brings the object forward: 將利率由3%下調, not 將投資5億元.
fn brings_forward(after: &[Phrase<'_>]) -> bool {
    let mut rest = after.iter().skip_while(|phrase| matches!(phrase, Phrase::Time(_) | Phrase::Idle));
    matches!(rest.next(), Some(Phrase::Noun(_)))
        && rest.any(|phrase| matches!(phrase, Phrase::Link(Link::From)))
}

fn signed(direction: Direction, sight: &Sight) -> Option<Direction> {
    Some(if sight.negative { Direction::Down } else { direction })
}

fn is_same_period(text: &str) -> bool {
    text.contains("同期")
}

/// 環比: the stretch before, as long as the period.
fn grain_before(period: &str) -> Basis {
    if period.contains(['日', '号', '號', '周', '週']) {
        Basis::Other
    } else if period.contains('季') {
        Basis::Qoq
    } else {
        Basis::Mom
    }
}

/// The year that a time begins with, in ASCII or fullwidth digits.
fn year(text: &str) -> Option<u32> {
    let digits = text.chars().map_while(|c| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        _ => Some(c).filter(char::is_ascii_digit),
    });
    let digits: String = digits.take(5).collect();
    if digits.len() == 4 { digits.parse().ok() } else { None }
}
