//! The words around a time that bound it.
//!
//! ```text
//! bounded = [ "自" | "截至" | "從" | "約" … ] time [ "以來" | "起" | "以後" | "或之後" | "以前" | "內" | "，" weekday ]
//! ```
//!
//! A word of one character bounds nothing where it begins another word (前三, 來自, 起訴).

use once_cell::sync::Lazy;

use super::words::is_clause_edge;
use super::{Stretch, TimeReading, week};
use crate::grammar::chars::is_space;
use crate::grammar::consumed;
use crate::lexicon::CharSet;
use crate::lexicon::time::{Bounding, CALENDAR_PREFIX, CALENDAR_SUFFIX, SUFFIX_TRAP};
use crate::span::Span;
use crate::value::{Relation, TimeExpression};

/// The reading with the words around it that bound it.
pub(super) fn bounded(text: &str, at: usize, end: usize, stretch: Stretch) -> TimeReading {
    let span = Span::new(at, end);
    let behind = &text[end..];
    let (width, suffix) = if may_open(behind) { suffix(behind) } else { (0, None) };
    let time = TimeExpression::new(stretch.timex());
    let relation = suffix.and_then(relation);
    let prefix = prefix(&text[..at], suffix, &stretch);
    TimeReading {
        span,
        extent: Span::new(at - prefix, end + width),
        time: time.related(relation),
        longest: false,
    }
}

/// The first characters of what bounds a time behind it.
static SUFFIX_HEADS: Lazy<CharSet> = Lazy::new(|| {
    let words = CALENDAR_SUFFIX.words().filter_map(|word| word.chars().next());
    words.chain("开開周週星礼禮（(\u{20}\u{A0}\u{3000}".chars()).collect()
});

/// Whether something that bounds a time, or its weekday, may stand behind it.
fn may_open(behind: &str) -> bool {
    let aside = behind.strip_prefix(['，', ',']).unwrap_or(behind);
    SUFFIX_HEADS.heads(aside)
}

/// 開始 opens a stretch where nothing comes behind it that begins: 2018年開始, but not 周三開始反彈.
fn begins(rest: &str) -> Option<usize> {
    let word = ["开始", "開始"].into_iter().find(|word| rest.starts_with(word))?;
    rest[word.len()..].chars().next().is_none_or(is_clause_edge).then_some(word.len())
}

/// The bounding word behind a time, unless it begins another word.
fn suffix(behind: &str) -> (usize, Option<Bounding>) {
    let spaces = behind.len() - behind.trim_start_matches(is_space).len();
    let rest = &behind[spaces..];
    if let Some(len) = begins(rest) {
        return (spaces + len, Some(Bounding::Since));
    }
    match CALENDAR_SUFFIX.head(rest) {
        Some((len, bounding)) if SUFFIX_TRAP.head(rest).is_none_or(|(trap, ())| trap <= len) => {
            (spaces + len, Some(*bounding))
        }
        _ => trailing_weekday(behind).map_or((0, None), |len| (len, None)),
    }
}

/// `，星期一` behind a date.
fn trailing_weekday(behind: &str) -> Option<usize> {
    let (rest, _) = week::aside(behind).ok()?;
    Some(consumed(behind, rest))
}

const fn relation(bounding: Bounding) -> Option<Relation> {
    match bounding {
        Bounding::Since => Some(Relation::Since),
        Bounding::UntilNow => Some(Relation::UntilNow),
        Bounding::After => Some(Relation::After),
        Bounding::AtOrAfter => Some(Relation::AtOrAfter),
        Bounding::Before => Some(Relation::Before),
        Bounding::AtOrBefore => Some(Relation::AtOrBefore),
        Bounding::Inside => None,
    }
}

/// The length of the bounding word before a time: 自 where 以來 stands behind, 從 before a range, 截至.
fn prefix(before: &str, suffix: Option<Bounding>, stretch: &Stretch) -> usize {
    let Some((len, ())) = CALENDAR_PREFIX.tail(before) else { return 0 };
    let word = &before[before.len() - len..];
    let opens_range = matches!(word, "从" | "從" | "由");
    let since = matches!(suffix, Some(Bounding::Since | Bounding::UntilNow));
    if opens_range && (since || stretch.last.is_none()) { 0 } else { len }
}
