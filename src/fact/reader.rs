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

/// How many facts back a level looks for one in its own unit.
const HELD_FACTS: usize = 8;

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
    /// Those of the noun before it.
    list_before: &'k [Token],
    times: Vec<usize>,
    basis: Option<Basis>,
    /// The times of a comparison: one for each value of a list.
    bases: usize,
    change: Option<Change>,
    /// Where the value lies to what it is compared with: 高於.
    lies: Option<Direction>,
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
    /// Whether the numbers recur: 每年可發電.
    recurring: bool,
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
    /// A number that the next noun begins with: 過億元項目, 第三產業.
    prefix: Option<Span>,
    trace: Vec<&'static str>,
    /// Whether a value took what stands before, so that only a list goes on.
    spent: bool,
    /// Whether the phrase before is 的.
    of: bool,
    /// Whether the phrase before is a value.
    follows_value: bool,
}

impl Frame<'_> {
    /// Forgets what the last value took.
    fn renew(&mut self) {
        self.nouns.clear();
        self.change = None;
        self.share = false;
        self.relative = false;
        self.lies = None;
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
            frame.of = matches!(before, Some(Phrase::Link(Link::Of)));
            frame.follows_value = matches!(before, Some(Phrase::Quantity(_)));
            match phrase {
                Phrase::Time(_) if is_told(before, after, at) => {}
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
            // 環比上漲的城市: the change describes what follows.
            Phrase::Change(_) if matches!(after, [Phrase::Link(Link::Of), ..]) => frame.basis = None,
            Phrase::Change(change) => self.change(*change, frame),
            Phrase::Status(_) if self.tells_progress(after) => {
                // 完成全年目標的51%
                frame.share = true;
                frame.times.pop();
            }
            Phrase::Status(status) => self.status(*status, frame),
            Phrase::Share(_) => frame.share = true,
            Phrase::Link(link) => self.link(*link, after, frame),
            Phrase::Recurring => frame.recurring = true,
            Phrase::Mark(_) | Phrase::Idle => {}
        }
    }

    fn noun<'k>(&mut self, tokens: &'k [Token], after: &[Phrase<'k>], frame: &mut Frame<'k>) {
        let prep = core::mem::take(&mut frame.prep);
        let counted = self.facts.last().is_some_and(|fact| fact.productions.last() == Some(&"behind"));
        let tokens = match frame.follows_value {
            true if counted => noun::behind_counted(tokens),
            true => noun::last_item(tokens),
            false => tokens,
        };
        let Some(noun) = noun::noun(tokens, self.text, self.lexicon) else { return };
        let prefix =
            frame.prefix.take().filter(|prefix| prefix.end() == noun.whole.start() && noun.subject.is_none());
        let noun = prefix.map_or(noun, |prefix| noun.extended(prefix.start()));
        if prefix.is_some() && noun.rest.is_some_and(|rest| rest.head.is_none()) && tokens.len() == 1 {
            return;
        }
        let remark = ["因素", "口径", "口徑", "影响", "影響"]
            .iter()
            .any(|end| noun.whole.of(self.text).ends_with(end));
        let circumstance = remark || prep && noun.rest.is_none_or(|rest| !rest.measures());
        let counts_time =
            matches!(after, [Phrase::Time(_), ..]) && noun.whole.of(self.text).ends_with(['前', '近']);
        let modifier = matches!(after, [Phrase::Link(Link::Of), Phrase::Quantity(_), ..])
            && frame.nouns.last().is_some_and(|noun| noun.rest.is_some_and(|rest| rest.measures()));
        let scope = frame.rank || frame.share;
        let tells = noun.source
            && matches!(
                after,
                [Phrase::Link(Link::Report | Link::Source | Link::Prep), ..]
                    | [Phrase::Time(_) | Phrase::Status(_), ..]
            );
        if noun.voice || tells || circumstance || counts_time || frame.citing || scope || modifier {
            return;
        }
        if frame.change.is_some_and(|change| !change.transitive && !change.reached) {
            frame.change = None;
        }
        let noun = self.resolve(noun, frame);
        frame.list_before = core::mem::replace(&mut frame.list, tokens);
        frame.nouns.push(noun);
    }

    /// 公司 right behind a report is who reports; a new subject does not inherit a plan.
    fn resolve(&mut self, mut noun: Noun, frame: &Frame<'_>) -> Noun {
        let announcer = self.context.sentence.announcer.take();
        let Some(subject) = noun.subject else { return noun };
        if let Some(announcer) = announcer.filter(|_| is_pronoun(subject.of(self.text))) {
            noun.subject = Some(announcer);
            return noun;
        }
        let planned = self.context.sentence.status == Some(Status::Planned);
        if planned && frame.status.is_none() && self.context.subject() != Some(subject) {
            self.context.sentence.status = None;
        }
        noun
    }

    fn time(&mut self, index: usize, after: &[Phrase<'_>], frame: &mut Frame<'_>) {
        let multiple =
            |index: &usize| matches!(self.sights[*index].measure, Measure::Percent | Measure::Fold);
        match after {
            [Phrase::Link(Link::Of), Phrase::Quantity(next), ..] if multiple(next) && !frame.from => {
                frame.basis = Some(self.basis_against(index, false, frame));
                frame.relative = true;
                return;
            }
            [Phrase::Compared(Compared::Average), ..] => frame.passing = Some(index),
            _ if self.is_deadline(index) => frame.passing = Some(index),
            _ => {}
        }
        frame.times.push(index);
    }

    /// Whether a time is a limit, not the stretch that numbers hold for: 2028年前, 未來6個月內.
    fn is_deadline(&self, index: usize) -> bool {
        let sight = &self.sights[index];
        let extent = sight.extent.of(self.text);
        let within = extent.ends_with(['内', '內']);
        sight.kind == Kind::Duration && within
            || extent.ends_with('前') && sight.extent.end() > sight.span.end()
    }

    fn change(&mut self, change: Change, frame: &mut Frame<'_>) {
        frame.relative = change.restored && frame.basis.is_some();
        frame.basis = change.basis.or(frame.basis);
        frame.change = Some(change);
    }

    /// Whether a ratio of a plan follows.
    fn tells_progress(&self, after: &[Phrase<'_>]) -> bool {
        match after {
            [Phrase::Link(Link::Of), Phrase::Quantity(next), ..] => {
                self.sights[*next].measure == Measure::Percent
            }
            _ => false,
        }
    }

    /// A status word. The day that stands before 預計 or 擬 is when it was said.
    fn status(&mut self, status: Status, frame: &mut Frame<'_>) {
        if status != Status::Actual {
            let day = |time: usize| match self.sights[time].kind {
                Kind::Date | Kind::Time => true,
                Kind::Period => self.sights[time].span.of(self.text).contains('日'),
                _ => false,
            };
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
            Link::Rank => {
                frame.rank = true;
                // 全球排名第四: the scope stands before.
                let scope = frame.nouns.last().is_some_and(|noun| noun.rest.is_none());
                if scope && self.held_indicator().is_some() {
                    frame.nouns.pop();
                }
            }
            Link::Decide => self.decide(frame),
            Link::Report | Link::Source => self.report(link, frame),
            Link::Announce => {
                self.report(Link::Report, frame);
                if matches!(after, [Phrase::Noun(_), ..]) {
                    self.set_status(Status::Planned, frame);
                }
            }
            Link::Citing => frame.citing = true,
            Link::Prep => frame.prep = true,
            Link::Topic => self.topic(frame),
            Link::About => frame.about = true,
            Link::Outlook => self.context.forecast = true,
            Link::Shall if brings_forward(after) => {}
            Link::Shall => {
                let stated = self.context.sentence.status.filter(|status| *status != Status::Actual);
                self.set_status(stated.unwrap_or(Status::Planned), frame);
            }
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
            let named = frame
                .nouns
                .first()
                .and_then(|noun| self.context.subject().filter(|it| noun.whole.contains(*it)));
            self.context.sentence.announcer = named;
        }
        frame.nouns.clear();
        frame.citing = false;
        self.context.sentence.status = None;
        let announced = frame.times.pop().or(self.context.sentence.period);
        if self.facts.len() == self.context.sentence.first {
            self.context.announced = announced.or(self.context.announced);
        }
        self.context.sentence.period = None;
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
                let names = rest.names(noun.subject);
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
        frame.lies = against.direction;
        frame.basis = Some(match against.times.as_slice() {
            [time] => self.basis_against(*time, self.is_edge(against.noun), frame),
            _ => Basis::Other,
        });
    }

    /// The first noun of a clause that gives no number, or that reports, is who the text speaks of.
    fn introduce(&mut self, frame: &Frame<'_>) {
        let Some(noun) = frame.nouns.first() else { return };
        if let Some(subject) = noun.subject {
            self.context.name_subject(subject);
            self.context.names = Names { subject: Some(subject), ..Names::default() };
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
            self.context.names = rest.names(subject);
        }
        self.context.sentence.basis = frame.basis.or(self.context.sentence.basis);
    }

    // ---- values ----

    fn value<'k>(&mut self, index: usize, after: &[Phrase<'k>], frame: &mut Frame<'k>) {
        let sight = &self.sights[index];
        if self.is_condition(sight, after, frame) {
            frame.condition = Some(index);
            let start = frame.nouns.pop().filter(|noun| noun.rest.is_some_and(|rest| rest.act));
            let start =
                start.and_then(|noun| noun.rest).map_or(sight.extent.start(), |rest| rest.span.start());
            frame.prefix = Some(Span::new(start, sight.extent.end()));
            frame.nouns.clear();
            return;
        }
        let equivalent = core::mem::take(&mut frame.equivalent);
        let ranked = frame.rank || frame.change.is_some_and(|change| change.reached);
        if equivalent || sight.kind == Kind::Ordinal && !ranked {
            frame.prefix = Some(sight.extent).filter(|_| !equivalent);
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
        let headed = frame.nouns.last().is_some_and(|noun| noun.rest.is_some_and(|rest| rest.measures()));
        let filters = match after {
            [Phrase::Noun(_), Phrase::Quantity(next), ..] => !headed && counts(next),
            [Phrase::Link(Link::Of), Phrase::Quantity(next), ..] => counts(next),
            _ => false,
        };
        sight.bounded && filters && frame.change.is_none()
    }

    fn fact<'k>(&mut self, index: usize, after: &[Phrase<'k>], frame: &mut Frame<'k>) -> Fact {
        let sight = &self.sights[index];
        let head = frame.nouns.last().and_then(|noun| noun.rest);
        let (aspect, direction) = self.aspect(sight, head.and_then(|rest| rest.class), after, frame);
        let names = self.names(sight, aspect, after, frame);
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
        let passing =
            head.is_some_and(|rest| matches!(rest.class, Some(Class::Rise | Class::Fall | Class::Step)));
        if !passing {
            self.context.names = names;
        }
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
        if part && (frame.share || frame.equals) {
            return (Aspect::Share, None);
        }
        if frame.from {
            let growth = matches!(class, Some(Class::Growth));
            return if growth {
                (Aspect::Growth, signed(Direction::Up, sight))
            } else {
                (self.level(class, part), None)
            };
        }
        if part
            && moved.is_none()
            && frame.of
            && class.is_some_and(|class| !matches!(class, Class::Growth | Class::Share))
        {
            // 不超過總股本的5%: the noun names the whole.
            frame.nouns.pop();
            return (Aspect::Share, None);
        }
        let held = frame.nouns.is_empty() && self.context.names.growth;
        let class = class.or(held.then_some(Class::Growth));
        match (class, moved) {
            (_, Some(change)) => step(Some(change.direction)),
            (Some(Class::Growth | Class::Rise), None) if part => {
                (Aspect::Growth, signed(Direction::Up, sight))
            }
            (Some(Class::Fall), None) if part => (Aspect::Growth, Some(Direction::Down)),
            (Some(Class::Rise), None) if sight.kind != Kind::Duration => {
                (Aspect::Change, Some(Direction::Up))
            }
            (Some(Class::Fall), None) => (Aspect::Change, Some(Direction::Down)),
            (Some(Class::Step), None) if part => (Aspect::Growth, self.last_direction()),
            (_, None) if sight.measure == Measure::Points && frame.lies.is_some() => {
                (Aspect::Change, frame.lies)
            }
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
            [Phrase::Noun(tokens), ..] => noun::is_whole(tokens, self.text),
            _ => false,
        };
        let held = matches!(after, [Phrase::Noun(tokens), ..] if noun::is_equity(tokens, self.text));
        alone && (frame.among || of_whole) || held
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
        let Some(noun) = frame.nouns.last().copied() else {
            return self.nameless(sight, aspect, behind, frame);
        };
        let earlier = frame.nouns.len().checked_sub(2).map(|at| frame.nouns[at]);
        let stated = noun.subject.or_else(|| earlier.and_then(|earlier| earlier.name()));
        let market = (frame.change.is_some_and(|change| change.market)
            || sight.measure == Measure::IndexPoints)
            && noun.rest.is_none_or(|rest| {
                rest.term.is_none() || !self.lexicon.ends_like_indicator(rest.span.of(self.text))
            });
        match noun.rest {
            None if !market && self.is_index(&noun) => {
                self.take(None, Some((noun.whole, None)), frame, "index")
            }
            None => self.named_only(noun, market, aspect, behind, frame),
            Some(rest) if sight.measure != Measure::Count && self.is_topical(&rest) => {
                self.take(Some(noun.whole), self.topic_indicator(), frame, "topic")
            }
            Some(rest) if rest.measures() && !rest.added && !market => self.with_head(rest, stated, frame),
            Some(rest) if rest.added => self.take(stated, behind.or(self.held_indicator()), frame, "added"),
            Some(rest) if self.context.sentence.parallel && aspect != Aspect::Level && !rest.measures() => {
                self.take(Some(noun.subject.unwrap_or(rest.span)), self.held_indicator(), frame, "parallel")
            }
            Some(rest)
                if sight.rated
                    && sight.kind == Kind::Money
                    && aspect == Aspect::Level
                    && !rest.measures() =>
            {
                self.take(Some(noun.whole), self.topic_indicator(), frame, "price")
            }
            Some(rest) if self.is_holder(&rest, sight) => {
                frame.trace.push("holder");
                Names { subject: Some(noun.whole), ..self.context.names }
            }
            Some(_) if market => self.take(Some(noun.whole), self.topic_indicator(), frame, "market"),
            Some(rest) if rest.head.is_some() => self.with_head(rest, stated, frame),
            Some(rest) => {
                let before = earlier.and_then(|earlier| earlier.rest).filter(|rest| rest.head.is_some());
                let indicator =
                    behind.or(before.map(|rest| (rest.span, rest.term))).or(Some((rest.span, None)));
                let owner = noun.name().filter(|_| behind.is_some() && !rest.act && rest.head.is_none());
                let subject = noun.subject.or(owner).or(stated);
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
            growth: false,
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
        sight: &Sight,
        aspect: Aspect,
        behind: Option<(Span, Option<usize>)>,
        frame: &mut Frame<'_>,
    ) -> Names {
        match behind {
            Some(behind) if aspect == Aspect::Share && !frame.among => {
                frame.trace.push("part before whole");
                Names { subject: Some(behind.0), ..Names::default() }
            }
            Some(behind) => self.take(None, Some(behind), frame, "behind"),
            None => {
                frame.trace.push("held");
                self.held(sight, aspect)
            }
        }
    }

    /// The names of the last fact; for a level in another unit, those of the last level in that unit.
    fn held(&self, sight: &Sight, aspect: Aspect) -> Names {
        let same = |fact: &&Fact| self.sights[fact.value].unit == sight.unit;
        let told = |fact: &&Fact| fact.aspect == Aspect::Level && fact.indicator.is_some();
        match self.facts.last() {
            Some(last) if aspect == Aspect::Level && last.aspect == Aspect::Level && !same(&last) => {
                let earlier = self.facts.iter().rev().take(HELD_FACTS).find(|fact| same(fact) && told(fact));
                earlier.map_or(self.context.names, names_of)
            }
            _ => self.context.names,
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
                Names { indicator: head.map(|head| head.0), ..rest.names(Some(before)) }
            }
            (None, Some(before))
                if rest.measures() && rest.splits(before) && self.context.subject().is_none() =>
            {
                self.context.sentence.parallel = true;
                frame.trace.push("split");
                self.context.sentence.subject = Some(before);
                Names { indicator: head.map(|head| head.0), ..rest.names(Some(before)) }
            }
            _ => {
                Names { growth: rest.class == Some(Class::Growth), ..self.take(stated, whole, frame, "head") }
            }
        }
    }

    /// Whether a noun names people or bodies whose measure was named before: 其中城鎮居民46810元.
    fn is_holder(&self, rest: &noun::Rest, sight: &Sight) -> bool {
        rest.class == Some(Class::Body) && sight.measure != Measure::Count && self.held_indicator().is_some()
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
        let after = match after {
            [Phrase::Idle, rest @ ..] => rest,
            _ => after,
        };
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
            _ if aspect == Aspect::Rank => false,
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
        if !frame.each {
            let again = frame.nouns.is_empty() && count > 1 && self.context.sentence.plan.len() == count;
            frame.plan = if again { self.context.sentence.plan.clone() } else { Vec::new() };
            return;
        }
        self.distribute(count, frame);
        self.context.sentence.plan.clone_from(&frame.plan);
    }

    fn distribute(&mut self, count: usize, frame: &mut Frame<'_>) {
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
            return self.listed_before(frame);
        }
        let last = nouns.last().and_then(|noun| noun.rest);
        let named = nouns.last().is_some_and(|noun| noun.subject.is_some());
        let common = last.filter(|rest| rest.before.is_some() || rest.head.is_none() || named);
        let bare = nouns.iter().rev().skip(1).all(|noun| noun.rest.is_none_or(|rest| rest.term.is_none()));
        let stated = frame.nouns.len().checked_sub(2).and_then(|at| frame.nouns[at].subject);
        let held = stated.or(self.context.subject());
        nouns
            .iter()
            .map(|noun| match (noun.rest, common) {
                (Some(rest), Some(common)) if bare && common.head.is_some() => Names {
                    subject: Some(if rest == common {
                        noun.subject.or(rest.before).unwrap_or(rest.span)
                    } else {
                        noun.whole
                    }),
                    indicator: common.head,
                    ..common.names(None)
                },
                (Some(rest), _) if rest.term.is_some() => rest.names(noun.subject.or(held)),
                _ => Names { subject: Some(noun.whole), ..self.context.names },
            })
            .collect()
    }

    /// The names of a list before the noun that they share: 甲國、乙國 + 對華投資.
    fn listed_before(&self, frame: &Frame<'_>) -> Vec<Names> {
        let shared = frame.nouns.last().and_then(|noun| noun.rest).filter(|_| frame.nouns.len() > 1);
        let Some(rest) = shared else { return Vec::new() };
        let names = noun::items(frame.list_before).filter_map(noun::cover);
        let names: Vec<Names> = names.map(|subject| rest.names(Some(subject))).collect();
        if names.len() > 1 { names } else { Vec::new() }
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
        if frame.recurring && status != Status::Actual {
            return own;
        }
        let held = own.or(self.context.sentence.period);
        let whole_text = status == Status::Actual || self.context.forecast && status == Status::Forecast;
        if whole_text { held.or(self.context.period).or(self.context.announced) } else { held }
    }

    /// The status, where no word of the clause sets it, by the tense of the period.
    fn status_in(&self, status: Status, period: Option<usize>, frame: &Frame<'_>) -> Status {
        let ahead = period.and_then(|period| self.lexicon.is_ahead(self.sights[period].extent.of(self.text)));
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

    /// 末 in 比2020年末, where it is no part of the time.
    fn is_edge(&self, noun: Option<&[Token]>) -> bool {
        noun.and_then(noun::cover).is_some_and(|span| ["末", "底"].contains(&span.of(self.text)))
    }

    fn basis_against(&self, time: usize, at_end: bool, frame: &Frame<'_>) -> Basis {
        let text = self.sights[time].span.of(self.text);
        let period = frame.times.last().copied().or(self.context.sentence.period).or(self.context.period);
        let now = period.and_then(|period| year(self.sights[period].span.of(self.text)));
        let before = matches!((year(text), now), (Some(then), Some(now)) if then + 1 == now);
        let last_year =
            before || ["去年", "上年", "上一年", "前一年"].iter().any(|word| text.starts_with(word));
        let edge = |words: &[&str]| words.iter().any(|word| text.ends_with(word));
        if text.starts_with("年初")
            || text.starts_with("期初")
            || last_year && (at_end || edge(&["末", "底"]))
        {
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
    let (subject, indicator) = (fact.subject.map(Part::span), fact.indicator.map(Part::span));
    Names { subject, indicator, ..Names::default() }
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
        Phrase::Quantity(_) | Phrase::Mark(_) | Phrase::Idle | Phrase::Recurring => true,
        Phrase::Link(link) => matches!(link, Link::And | Link::With | Link::Adverb),
        _ => false,
    }
}

/// Whether a time is what the clause tells, or a deadline, and not the period of its numbers: 訂為7月18日.
fn is_told(before: Option<&Phrase<'_>>, after: &[Phrase<'_>], at: usize) -> bool {
    let told = match before {
        Some(Phrase::Link(Link::Copula)) => true,
        Some(Phrase::Link(Link::To)) => {
            at > 1 || after.iter().any(|phrase| matches!(phrase, Phrase::Noun(_)))
        }
        _ => false,
    };
    told && !after.iter().any(|phrase| matches!(phrase, Phrase::Quantity(_)))
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

/// Whether a subject only points to who is spoken of.
fn is_pronoun(subject: &str) -> bool {
    ["公司", "本公司", "集团", "集團", "本集团", "本集團"].contains(&subject)
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
