//! What each phrase of a clause does to its frame and to the context.

use super::{Frame, Reader};
use crate::fact::context::Names;
use crate::fact::grammar::{Against, Phrase};
use crate::fact::noun::{self, Noun};
use crate::fact::sight::Measure;
use crate::fact::tokens::{Mark, Token};
use crate::fact::types::{Aspect, Basis, Fact, Status};
use crate::lexicon::basis::Compared;
use crate::lexicon::change::Change;
use crate::lexicon::linkers::Link;
use crate::lexicon::turns;
use crate::mention::Kind;

/// How many phrases ahead are asked, so that a clause of any length is read in linear time.
const AHEAD: usize = 24;

/// How many times before a value are kept.
const MOST_TIMES: usize = 8;

/// How many characters a subject may have that nothing marks as a name.
const NAME_CHARS: core::ops::RangeInclusive<usize> = 2..=12;

impl Reader<'_> {
    pub(super) fn phrase<'k>(
        &mut self,
        phrase: &Phrase<'k>,
        before: &[Phrase<'k>],
        after: &[Phrase<'k>],
        frame: &mut Frame<'k>,
    ) {
        match phrase {
            Phrase::Quantity(index) => self.value(*index, after, frame),
            Phrase::Time(_) if is_told(before, after) => {}
            Phrase::Time(index) => self.time(*index, after, frame),
            Phrase::Noun(tokens) => self.noun(tokens, after, frame),
            Phrase::Compared(compared) => frame.basis = Some(self.basis_of(*compared, frame)),
            Phrase::Against(against) => self.against(against, frame),
            // 環比上漲的城市: the change describes what follows.
            Phrase::Change(_) if matches!(after, [Phrase::Link(Link::Of), ..]) => frame.basis = None,
            Phrase::Change(change) => change_to(*change, frame),
            Phrase::Status(Status::Planned | Status::Target) if self.tells_progress(after) => {
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

    fn link(&mut self, link: Link, after: &[Phrase<'_>], frame: &mut Frame<'_>) {
        match link {
            Link::Among => self.among(frame),
            Link::Each => frame.each = true,
            Link::From => begin_move(after, frame),
            Link::To => reach(frame),
            Link::Rank => self.rank(frame),
            Link::Decide => self.decide(frame),
            Link::Report => self.report(frame),
            Link::Source => self.end_report(frame),
            Link::Announce => self.announce(after, frame),
            Link::Citing => frame.citing = true,
            Link::Prep => frame.prep = true,
            Link::Topic => self.topic(frame),
            Link::About => frame.about = true,
            Link::Outlook => self.context.forecast = true,
            Link::Shall => self.shall(after, frame),
            Link::Until => self.set_status(Status::Actual, frame),
            Link::Before => limit(after, frame),
            Link::Equivalent => frame.equivalent = true,
            Link::Total => frame.cumulative = true,
            _ => {}
        }
    }

    // ---- nouns ----

    fn noun<'k>(&mut self, tokens: &'k [Token], after: &[Phrase<'k>], frame: &mut Frame<'k>) {
        let prep = core::mem::take(&mut frame.prep);
        let tokens = self.own_tokens(tokens, frame);
        let Some(noun) = noun::noun(tokens, self.text, self.lexicon) else { return };
        let Some(noun) = drawn(noun, tokens, frame) else { return };
        let circumstance = prep && noun.rest.is_none_or(|rest| !rest.measures());
        if circumstance || frame.citing || frame.rank || frame.share || self.is_aside(&noun, after, frame) {
            return;
        }
        if frame.change.is_some_and(|change| !change.transitive && !change.reached) {
            frame.change = None;
        }
        let noun = self.resolved(noun, frame);
        frame.lists = [tokens, frame.lists[0]];
        frame.nouns.push(noun);
    }

    /// The tokens of a noun without those that belong to the value before it: 7個項目、總投資 ….
    fn own_tokens<'k>(&self, tokens: &'k [Token], frame: &Frame<'k>) -> &'k [Token] {
        let behind = |fact: &Fact| {
            let value = self.sights[fact.value].span;
            fact.indicator.is_some_and(|part| part.span().start() >= value.end())
        };
        match frame.follows_value {
            true if self.facts.last().is_some_and(behind) => noun::behind_counted(tokens),
            true => noun::last_item(tokens),
            false => tokens,
        }
    }

    /// Whether a noun is no part of the statement: who tells it, a circumstance, a part of a time.
    fn is_aside(&self, noun: &Noun, after: &[Phrase<'_>], frame: &Frame<'_>) -> bool {
        let words = noun.whole.of(self.text);
        let tells = match after {
            [Phrase::Link(Link::Report | Link::Source | Link::Prep), ..] => noun.source,
            [Phrase::Time(_) | Phrase::Status(_), ..] => noun.source,
            _ => false,
        };
        let of_time = matches!(after, [Phrase::Time(_), ..]) && turns::ends(words, turns::BEFORE_TIME);
        // 達創紀錄的429億美元: what stands between the measure and its value.
        let between = matches!(after, [Phrase::Link(Link::Of), Phrase::Quantity(_), ..]) && frame.measures();
        noun.voice || tells || of_time || between || turns::ends(words, turns::CIRCUMSTANCES)
    }

    /// 公司 right behind a report is who reports; a new subject does not inherit a plan.
    fn resolved(&mut self, mut noun: Noun, frame: &mut Frame<'_>) -> Noun {
        let announcer = self.context.sentence.announcer.take();
        let Some(subject) = noun.subject else { return noun };
        if let Some(announcer) = announcer.filter(|_| turns::PRONOUNS.contains(&subject.of(self.text))) {
            noun.subject = Some(announcer);
            return noun;
        }
        let planned = self.context.sentence.status == Some(Status::Planned);
        if planned && frame.status.is_none() && self.context.subject() != Some(subject) {
            frame.lapsed = true;
        }
        noun
    }

    // ---- times, comparisons, status ----

    fn time(&mut self, index: usize, after: &[Phrase<'_>], frame: &mut Frame<'_>) {
        let multiple =
            |index: &usize| matches!(self.sights[*index].measure, Measure::Percent | Measure::Fold);
        match after {
            [Phrase::Link(Link::Of), Phrase::Quantity(next), ..] if multiple(next) && !frame.from => {
                // 為去年同期的2倍
                frame.basis = Some(self.basis_against(index, false, frame));
                frame.relative = true;
                return;
            }
            [Phrase::Compared(Compared::Average), ..] => frame.passing = Some(index),
            _ if self.is_limit(index) => frame.passing = Some(index),
            _ => {}
        }
        if frame.times.len() == MOST_TIMES {
            frame.times.remove(0);
        }
        frame.times.push(index);
    }

    /// Whether a time is a limit, not the stretch that numbers hold for: 2028年前, 未來6個月內.
    fn is_limit(&self, index: usize) -> bool {
        let sight = &self.sights[index];
        let extent = sight.extent.of(self.text);
        let length = sight.kind == Kind::Duration && turns::ends(extent, turns::LENGTH_LIMITS);
        length || turns::ends(extent, turns::LIMITS) && sight.extent.end() > sight.span.end()
    }

    fn against(&mut self, against: &Against<'_>, frame: &mut Frame<'_>) {
        frame.bases = against.times.len();
        frame.lies = against.direction;
        let edge = against.noun.and_then(noun::cover).map(|span| span.of(self.text));
        frame.basis = Some(match against.times.as_slice() {
            // 比2020年末, where 末 is no part of the time.
            [time] => {
                self.basis_against(*time, edge.is_some_and(|edge| turns::AT_END.contains(&edge)), frame)
            }
            _ => Basis::Other,
        });
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
                Kind::Period => self.words(time).contains('日'),
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
        self.context.sentence.status_fades = false;
        frame.citing = false;
    }

    /// 將 means to, but within a forecast it goes on with it.
    fn shall(&mut self, after: &[Phrase<'_>], frame: &mut Frame<'_>) {
        if !brings_forward(after) {
            let sentence = &self.context.sentence;
            let stated = sentence.status.filter(|status| *status != Status::Actual && !sentence.status_fades);
            self.set_status(stated.unwrap_or(Status::Planned), frame);
        }
    }

    // ---- who speaks, what of ----

    fn among(&mut self, frame: &mut Frame<'_>) {
        frame.among = true;
        let last = self.facts.len().checked_sub(1);
        let same = |at: &usize| last.is_some_and(|last| self.told[*at] == self.told[last]);
        let mut level = last.into_iter().flat_map(|last| (0..=last).rev().take(AHEAD)).take_while(same);
        let level = level.find(|at| self.facts[*at].aspect == Aspect::Level);
        self.context.sentence.whole = level.or(last);
    }

    /// 排名: what stands before may be the scope, 全球排名第四.
    fn rank(&mut self, frame: &mut Frame<'_>) {
        frame.rank = true;
        let scope = frame.nouns.last().is_some_and(|noun| noun.rest.is_none());
        if scope && self.context.names.measured.is_some() {
            frame.nouns.pop();
        }
    }

    /// What stands before 公告 is who speaks, and when.
    fn report(&mut self, frame: &mut Frame<'_>) {
        if !frame.citing {
            self.introduce(frame);
            let first = frame.nouns.first();
            let named = first.and_then(|noun| self.context.subject().filter(|it| noun.whole.contains(*it)));
            self.context.sentence.announcer = named;
        }
        self.end_report(frame);
    }

    /// What is said begins; the time before it is when it was said.
    fn end_report(&mut self, frame: &mut Frame<'_>) {
        let announced = frame.times.pop().or(self.context.sentence.period);
        if self.facts.len() == self.context.sentence.first {
            self.context.announced = announced.or(self.context.announced);
        }
        self.context.sentence.status = None;
        self.context.sentence.period = None;
        frame.nouns.clear();
        frame.times.clear();
        frame.citing = false;
    }

    /// 宣布 right before what is done tells a plan.
    fn announce(&mut self, after: &[Phrase<'_>], frame: &mut Frame<'_>) {
        self.report(frame);
        if matches!(after, [Phrase::Noun(tokens), ..] if noun::begins_act(tokens)) {
            self.set_status(Status::Planned, frame);
        }
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
        if let Some(rest) = noun.rest.filter(|rest| rest.head.is_some()) {
            self.context.sentence.topic = Some(rest.measured());
        }
        if let Some(subject) = noun.subject {
            self.context.name_subject(subject);
        }
    }

    /// The first noun of a clause that gives no number, or that reports, is who the text speaks of.
    fn introduce(&mut self, frame: &Frame<'_>) {
        let Some(noun) = frame.nouns.first() else { return };
        if let Some(subject) = noun.subject {
            self.context.name_subject(subject);
            self.context.names = Names { subject: Some(subject), measured: None };
            return;
        }
        let plain = noun.rest.is_none_or(|rest| !rest.act && rest.term.is_none());
        if plain && NAME_CHARS.contains(&noun.whole.of(self.text).chars().count()) {
            self.context.name_subject(noun.whole);
        }
    }

    // ---- the end of a clause ----

    /// Ends a clause: what it named holds on.
    pub(super) fn close(&mut self, frame: &mut Frame<'_>, phrases: &[Phrase<'_>], mark: Option<Mark>) {
        self.context.sentence.among = frame.among && matches!(phrases, [Phrase::Link(Link::Among)]);
        if frame.values == 0 && !frame.citing {
            self.close_without_value(frame, phrases, mark);
        }
        for time in frame.times.drain(..) {
            if frame.passing != Some(time) && !self.words(time).contains(turns::SAME_STRETCH) {
                self.context.name_period(time);
            }
        }
        if mark == Some(Mark::Semicolon) {
            self.context.sentence.basis = None;
            self.context.sentence.status_fades = true;
        }
    }

    /// A clause without a number names who and what the next one is about.
    fn close_without_value(&mut self, frame: &Frame<'_>, phrases: &[Phrase<'_>], mark: Option<Mark>) {
        self.context.sentence.basis = frame.basis.or(self.context.sentence.basis);
        let start = phrases.iter().position(|phrase| !is_opening(phrase)).unwrap_or(phrases.len());
        let Some([Phrase::Noun(_), rest @ ..]) = phrases.get(start..) else { return };
        let Some(noun) = frame.nouns.first() else { return };
        let headed = rest.is_empty() && (mark == Some(Mark::Colon) || frame.about);
        if noun.subject.is_some() || headed || matches!(rest, [Phrase::Status(_) | Phrase::Time(_), ..]) {
            self.introduce(frame);
        }
        if let Some(rest) = noun.rest.filter(|rest| rest.measures() && rest.term.is_some()) {
            let subject = noun.subject.or(self.context.subject());
            self.context.names = Names { subject, measured: Some(rest.measured()) };
        }
    }
}

fn change_to(change: Change, frame: &mut Frame<'_>) {
    frame.relative = change.restored && frame.basis.is_some();
    frame.basis = change.basis.or(frame.basis);
    frame.change = Some(change);
}

/// 由, where a move follows.
fn begin_move(after: &[Phrase<'_>], frame: &mut Frame<'_>) {
    frame.from = frame.from || moves_on(after);
    frame.times_before = frame.times.len();
}

/// 至 behind a change word: the number is the level that was reached.
fn reach(frame: &mut Frame<'_>) {
    if let Some(change) = &mut frame.change {
        change.reached = true;
    }
}

/// 前 behind a time makes it a limit, before a time it is part of it.
fn limit(after: &[Phrase<'_>], frame: &mut Frame<'_>) {
    if matches!(after, [Phrase::Time(_), ..]) {
        frame.nouns.pop();
    } else if let Some(time) = frame.times.last() {
        frame.passing = Some(*time);
    }
}

/// The noun with the number that it begins with, if one stands right before it.
///
/// A lone character behind a place in an order is its classifier: 第二日.
fn drawn(noun: Noun, tokens: &[Token], frame: &mut Frame<'_>) -> Option<Noun> {
    let prefix = frame.prefix.take();
    let touches = |prefix: &crate::Span| prefix.end() == noun.whole.start() && noun.subject.is_none();
    match prefix.filter(touches) {
        Some(_) if tokens.len() == 1 && noun.rest.is_some_and(|rest| rest.head.is_none()) => None,
        Some(prefix) => Some(noun.extended(prefix.start())),
        None => Some(noun),
    }
}

/// Whether a move from a number goes on to another: 由 A … 至 B.
fn moves_on(after: &[Phrase<'_>]) -> bool {
    let ahead = after.iter().take(AHEAD);
    let mut rest = ahead.skip_while(|phrase| !matches!(phrase, Phrase::Quantity(_))).skip(1);
    rest.any(|phrase| match phrase {
        Phrase::Change(_) => true,
        Phrase::Link(link) => matches!(link, Link::To | Link::Copula | Link::Rank),
        _ => false,
    })
}

/// Whether a time is what the clause tells, and not the period of its numbers: 訂為7月18日.
fn is_told(before: &[Phrase<'_>], after: &[Phrase<'_>]) -> bool {
    let mut ahead = after.iter().take(AHEAD);
    let told = match before {
        [.., Phrase::Link(Link::Copula)] => true,
        [.., Phrase::Noun(_) | Phrase::Change(_), Phrase::Link(Link::To)] => true,
        [.., Phrase::Quantity(_), Phrase::Link(Link::To)] => true,
        [Phrase::Link(Link::To)] => ahead.clone().any(|phrase| matches!(phrase, Phrase::Noun(_))),
        _ => false,
    };
    told && !ahead.any(|phrase| matches!(phrase, Phrase::Quantity(_)))
}

/// Whether 將 only brings the object forward: 將利率由3%下調, not 將投資5億元.
fn brings_forward(after: &[Phrase<'_>]) -> bool {
    let ahead = after.iter().take(AHEAD);
    let mut rest = ahead.skip_while(|phrase| matches!(phrase, Phrase::Time(_) | Phrase::Idle));
    matches!(rest.next(), Some(Phrase::Noun(_)))
        && match rest.next() {
            Some(Phrase::Change(_) | Phrase::Link(Link::From)) => true,
            _ => rest.any(|phrase| matches!(phrase, Phrase::Link(Link::From))),
        }
}

/// Whether a phrase may stand before the noun that a clause is about.
fn is_opening(phrase: &Phrase<'_>) -> bool {
    match phrase {
        Phrase::Time(_) | Phrase::Idle | Phrase::Recurring | Phrase::Mark(_) => true,
        Phrase::Link(link) => matches!(link, Link::Adverb | Link::And | Link::About | Link::Of | Link::Among),
        _ => false,
    }
}
