//! Facts: one line each, in the order of a news sentence.
//!
//! ```text
//! line = [ "其中" ] [ period ] [ subject ] [ indicator ] [ "累計" ] [ status ] [ basis ] [ move ] value
//! ```

use super::Format;
use super::words::{Word, word};
use crate::fact::{Analysis, Aspect, Basis, Direction, Fact, Part, Status};
use crate::mention::{Mention, Value};

const PART_OF: Word = word("其中", "其中");
const CUMULATIVE: Word = word("累计", "累計");

pub(super) fn fact(format: &Format, fact: &Fact, analysis: &Analysis<'_>) -> String {
    let mentions = analysis.mentions();
    let document = mentions.first().map_or("", |mention| mention.document());
    let words = |part: Option<Part>| part.map_or("", |part| part.span().of(document));
    let mut line = String::new();
    if fact.part_of().is_some() {
        line.push_str(format.say(PART_OF));
    }
    line.push_str(
        &fact.period().and_then(|at| mentions.get(at)).map_or(String::new(), |at| value(format, at)),
    );
    line.push_str(words(fact.subject()));
    line.push_str(words(fact.indicator()));
    for word in verbs(fact) {
        line.push_str(format.say(word));
    }
    line.push_str(&mentions.get(fact.value()).map_or(String::new(), |at| value(format, at)));
    line
}

fn value(format: &Format, mention: &Mention<'_>) -> String {
    match mention.value() {
        Value::Quantity(quantity) => format.quantity(quantity),
        Value::Time(time) => format.time(time),
    }
}

/// The words between what is measured and how much it is.
fn verbs(fact: &Fact) -> impl Iterator<Item = Word> {
    let cumulative = fact.is_cumulative().then_some(CUMULATIVE);
    let status = status(fact.status());
    let basis = fact.basis().map(|basis| basis_word(basis, fact.aspect()));
    let how = movement(fact.aspect(), fact.direction());
    [cumulative, status, basis, how].into_iter().flatten()
}

const fn status(status: Status) -> Option<Word> {
    match status {
        Status::Actual => None,
        Status::Planned => Some(word("计划", "計劃")),
        Status::Forecast => Some(word("预计", "預計")),
        Status::Target => Some(word("力争", "力爭")),
    }
}

const fn basis_word(basis: Basis, aspect: Aspect) -> Word {
    match (basis, aspect) {
        (Basis::Yoy, Aspect::Growth | Aspect::Change) => word("同比", "同比"),
        (Basis::Yoy, _) => word("较上年同期", "較上年同期"),
        (Basis::Mom, _) => word("较上月", "較上月"),
        (Basis::Qoq, _) => word("较上季度", "較上季度"),
        (Basis::Ytd, _) => word("较年初", "較年初"),
        (Basis::Other, _) => word("较基期", "較基期"),
    }
}

const fn movement(aspect: Aspect, direction: Option<Direction>) -> Option<Word> {
    match (aspect, direction) {
        (Aspect::Growth, Some(Direction::Up) | None) => Some(word("增长", "增長")),
        (Aspect::Growth, Some(Direction::Down)) => Some(word("下降", "下降")),
        (Aspect::Change, Some(Direction::Up)) => Some(word("增加", "增加")),
        (Aspect::Change, Some(Direction::Down)) => Some(word("减少", "減少")),
        (Aspect::Change, None) => Some(word("变化", "變化")),
        (Aspect::Growth | Aspect::Change, Some(Direction::Flat)) => Some(word("持平", "持平")),
        (Aspect::Share, _) => Some(word("占", "佔")),
        (Aspect::Rank, _) => Some(word("居", "居")),
        (Aspect::Level, _) => None,
    }
}
