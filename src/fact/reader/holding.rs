//! When a number holds, how sure it is, and what it is compared with.

use super::{Frame, Reader};
use crate::fact::context::Names;
use crate::fact::types::{Aspect, Basis, Status};
use crate::lexicon::basis::Compared;
use crate::lexicon::turns;
use crate::span::Span;

impl Reader<'_> {
    // ---- status and period ----

    pub(super) fn status_and_period(&self, names: &Names, frame: &Frame<'_>) -> (Status, Option<usize>) {
        let status = self.status_of(names, frame);
        let period = self.period_of(status, frame);
        (self.status_in(status, period, frame), period)
    }

    /// The status that a word sets, or the name of the indicator, or the text as a whole.
    fn status_of(&self, names: &Names, frame: &Frame<'_>) -> Status {
        // A price that moves is no part of a plan told before it.
        let moves = frame.change.is_some_and(|change| change.market);
        let goes_on = |status: &Status| !(frame.lapsed || moves && *status == Status::Planned);
        let stated = frame.status.or(self.context.sentence.status.filter(goes_on));
        let named = names.measured.and_then(|measured| self.lexicon.status_at(measured.span.of(self.text)));
        let whole_text = if self.context.forecast { Status::Forecast } else { Status::Actual };
        match stated {
            None | Some(Status::Actual) => named.or(stated).unwrap_or(whole_text),
            Some(status) => status,
        }
    }

    /// The status, where no word of the clause sets it, by the tense of the period.
    fn status_in(&self, status: Status, period: Option<usize>, frame: &Frame<'_>) -> Status {
        let sight = period.map(|period| &self.sights[period]);
        let by_words = sight.and_then(|sight| self.lexicon.is_ahead(sight.extent.of(self.text)));
        let by_date = sight.filter(|sight| sight.ahead).map(|_| true);
        match by_words.or(by_date).filter(|_| frame.status.is_none()) {
            Some(true) if status == Status::Actual => Status::Planned,
            Some(false) => Status::Actual,
            _ => status,
        }
    }

    /// The time right before the value, else the one that holds; a plan takes none from other sentences.
    fn period_of(&self, status: Status, frame: &Frame<'_>) -> Option<usize> {
        let own = frame.times.last().copied();
        if frame.from {
            return own.filter(|_| frame.times.len() > frame.times_before);
        }
        if frame.recurring && status != Status::Actual {
            return own;
        }
        let of_text = status == Status::Actual || self.context.forecast && status == Status::Forecast;
        let of_text = if of_text { self.context.period.or(self.context.announced) } else { None };
        own.or(self.context.sentence.period).or(of_text)
    }

    // ---- basis ----

    /// What the value is compared with: by the clause, by the name of its rate, by the sentence.
    pub(super) fn basis_for(&self, aspect: Aspect, names: &Names, frame: &Frame<'_>) -> Option<Basis> {
        let moved = matches!(aspect, Aspect::Change | Aspect::Growth);
        if !(moved || aspect == Aspect::Level && frame.relative) {
            return None;
        }
        if frame.basis.is_some() {
            return frame.basis;
        }
        let term = names.measured.filter(|measured| measured.term.is_some() && aspect == Aspect::Growth);
        if let Some(basis) = term.and_then(|measured| self.basis_in(measured.span, frame)) {
            return Some(basis);
        }
        let goes_on = match frame.change {
            Some(change) => !change.market,
            None => term.is_none() && !frame.from,
        };
        self.context.sentence.basis.filter(|_| goes_on)
    }

    /// The basis in the name of a rate: 年增率.
    fn basis_in(&self, name: Span, frame: &Frame<'_>) -> Option<Basis> {
        let tails = (name.start()..name.end()).filter_map(|at| self.text.get(at..name.end()));
        let compared = tails.into_iter().find_map(|tail| self.lexicon.basis_at(tail))?;
        Some(self.basis_of(compared, frame))
    }

    pub(super) fn basis_of(&self, compared: Compared, frame: &Frame<'_>) -> Basis {
        match compared {
            Compared::Fixed(basis) => basis,
            Compared::Average => Basis::Other,
            Compared::ByGrain => grain_before(self.period_words(frame)),
        }
    }

    /// The basis of a comparison with a time, by the time spoken of.
    pub(super) fn basis_against(&self, time: usize, at_end: bool, frame: &Frame<'_>) -> Basis {
        let words = self.words(time);
        let before = match (year(words), year(self.period_words(frame))) {
            (Some(then), Some(now)) => then + 1 == now,
            _ => false,
        };
        let last_year = before || turns::begins(words, turns::LAST_YEAR);
        let at_end = last_year && (at_end || turns::ends(words, turns::AT_END));
        if at_end || turns::begins(words, turns::YEAR_START) {
            Basis::Ytd
        } else if last_year || words.starts_with(turns::SAME_STRETCH) {
            Basis::Yoy
        } else if words.contains('季') {
            Basis::Qoq
        } else if words.starts_with('上') && turns::ends(words, turns::AT_MONTH) {
            Basis::Mom
        } else {
            Basis::Other
        }
    }

    /// The words of the period spoken of.
    fn period_words(&self, frame: &Frame<'_>) -> &str {
        let period = frame.times.last().copied().or(self.context.period());
        period.map_or("", |period| self.words(period))
    }
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
fn year(time: &str) -> Option<u32> {
    let mut year = 0;
    let mut digits = 0;
    for c in time.chars() {
        let Some(digit) = digit(c) else { break };
        year = year * 10 + digit;
        digits += 1;
        if digits > 4 {
            return None;
        }
    }
    (digits == 4).then_some(year)
}

fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => c.to_digit(10),
    }
}
