//! [`Resolver`]: one pass over a text that keeps what it last named.

use jiff::civil::{Date, DateTime};
use once_cell::sync::Lazy;

use super::{Anchor, Outlook};
use crate::lexicon::{CharSet, Spellings};
use crate::mention::{Mention, Value};
use crate::span::Span;
use crate::value::timex::{Anchored, Grain, Part, Point};
use crate::value::{Period, Relation, TimeExpression, Timex};

/// Words that make a clause look ahead.
static AHEAD: [&str; 24] = [
    "将于", "將於", "将在", "將在", "预计", "預計", "拟", "擬", "计划", "計劃", "即将", "即將", "有望",
    "预期", "預期", "料", "将会", "將會", "力争", "力爭", "届时", "屆時", "将", "將",
];

/// Words that make a clause look back.
static BACK: [&str; 26] = [
    "了", "已", "曾", "同比", "环比", "環比", "公布", "发布", "發布", "宣布", "表示", "披露", "实现", "實現",
    "完成", "收报", "收報", "收盘", "收盤", "增长", "增長", "下降", "年增", "年减", "年減", "获悉",
];

/// Words before a time that something is only compared with: 超過2019年全年水平.
static COMPARED: [&str; 24] = [
    "比",
    "较",
    "較",
    "与",
    "與",
    "超过",
    "超過",
    "高于",
    "高於",
    "低于",
    "低於",
    "不及",
    "对比",
    "對比",
    "相当于",
    "相當於",
    "恢复至",
    "恢復至",
    "恢复到",
    "恢復到",
    "相比",
    "强于",
    "優於",
    "优于",
];

/// The words above by their first and last characters.
struct Words {
    outlooks: Spellings<Outlook>,
    outlook_heads: CharSet,
    compared: Spellings<()>,
    stops: CharSet,
    clause_stops: CharSet,
}

static WORDS: Lazy<Words> = Lazy::new(|| {
    let ahead = AHEAD.iter().map(|&word| (word, Outlook::Ahead));
    let back = BACK.iter().map(|&word| (word, Outlook::Back));
    Words {
        outlooks: Spellings::by_head(ahead.chain(back)),
        outlook_heads: AHEAD.iter().chain(&BACK).filter_map(|word| word.chars().next()).collect(),
        compared: Spellings::by_tail(COMPARED.iter().map(|&word| (word, ()))),
        stops: SENTENCE_STOPS.into_iter().collect(),
        clause_stops: SENTENCE_STOPS.into_iter().chain(['，', ',', '：']).collect(),
    }
});

/// Resolves the times of a text in order.
#[derive(Clone, Debug)]
pub(crate) struct Resolver<'t> {
    text: &'t str,
    reference: Option<DateTime>,
    year: Option<Named<(i16, Grain)>>,
    day: Option<Named<Date>>,
    stretch: Option<(Date, Date)>,
}

/// Something the text named, and how far what is named there holds.
#[derive(Clone, Copy, Debug)]
struct Named<T> {
    value: T,
    sentence: Reach,
    paragraph: Reach,
}

impl<T> Named<T> {
    fn at(place: usize, value: T) -> Self {
        let reach = Reach { to: place, ended: false };
        Named { value, sentence: reach, paragraph: reach }
    }
}

/// The stretch of text from a place on in which no stop was found so far. It is looked through only as far as
/// somebody asks, and never twice.
#[derive(Clone, Copy, Debug)]
struct Reach {
    to: usize,
    ended: bool,
}

impl Reach {
    /// Whether there is none before `place` either, as `ends` finds them.
    fn holds_at(&mut self, text: &str, place: usize, ends: impl Fn(&str) -> bool) -> bool {
        if !self.ended && place > self.to {
            self.ended = text.get(self.to..place).is_none_or(ends);
            self.to = place;
        }
        !self.ended
    }
}

impl<'t> Resolver<'t> {
    pub(crate) fn new(text: &'t str, reference: Option<DateTime>) -> Self {
        Resolver { text, reference, year: None, day: None, stretch: None }
    }

    /// Fills the period of a time and keeps what it names. Mentions must come in the order of the text.
    pub(crate) fn settle(&mut self, mention: &mut Mention<'t>) {
        let (span, extent) = (mention.span(), mention.extent());
        let Value::Time(time) = mention.value_mut() else { return };
        let alone = is_edge(self.text.get(..extent.start())) && is_edge(self.text.get(extent.end()..));
        let anchor = self.anchor(time, span.start(), extent, alone);
        let calendar = time.timex().resolve(&anchor);
        time.set_period(time.placed(calendar, &anchor));
        if !is_compared(self.text.get(..extent.start()).unwrap_or("")) {
            self.keep(time, calendar.as_ref(), span.start());
        }
    }

    /// Where the clause around a time looks; one that holds nothing but the time looks where the next does.
    fn outlook(&self, extent: Span) -> Outlook {
        let before = clip_end(self.text.get(..extent.start()).unwrap_or(""));
        let behind = clip(self.text.get(extent.end()..).unwrap_or(""));
        let words = &*WORDS;
        let ends_clause = |c| words.clause_stops.contains(c);
        let before = before.rsplit(ends_clause).next().unwrap_or("");
        let mut clauses = behind.split(ends_clause);
        let first = clauses.next().unwrap_or("");
        let silent = before.trim().is_empty() && first.trim().is_empty();
        let next = if silent { clauses.next().unwrap_or("") } else { "" };
        let mut said = (false, false);
        for part in [before, first, next] {
            let mut at = 0;
            while let Some(found) = words.outlook_heads.find(part, at) {
                let rest = &part[found..];
                match words.outlooks.head(rest) {
                    Some((_, Outlook::Ahead)) => said.0 = true,
                    Some(_) => said.1 = true,
                    None => {}
                }
                at = found + rest.chars().next().map_or(1, char::len_utf8);
            }
        }
        match said {
            (true, false) => Outlook::Ahead,
            (false, true) => Outlook::Back,
            _ => Outlook::Nearest,
        }
    }

    /// What the expression at byte `at` is resolved against.
    fn anchor(&mut self, time: &TimeExpression, at: usize, extent: Span, alone: bool) -> Anchor {
        let point = first_point(time.timex());
        let fine = point.is_some_and(|point| point.part.grain() == Grain::Day);
        let textual = point.is_some_and(|point| matches!(point.anchor, Some(Anchored::Text(..))));
        let previous = point.is_some_and(|point| point.anchor == Some(Anchored::Text(Grain::Year, -1)));
        let text = self.text;
        let sentence =
            |reach: &mut Reach| reach.holds_at(text, at, |text| WORDS.stops.find(text, 0).is_some());
        let paragraph = |reach: &mut Reach| reach.holds_at(text, at, |text| text.contains('\n'));
        let open = !is_settled(time.timex());
        let year = self.year.as_mut().filter(|_| open).and_then(|named| {
            let holds = textual && !previous
                || !fine && paragraph(&mut named.paragraph)
                || named.value.1 >= Grain::Month && sentence(&mut named.sentence);
            holds.then_some(named.value.0)
        });
        let day = self.day.as_mut().filter(|_| open).and_then(|named| {
            let holds = textual || sentence(&mut named.sentence);
            holds.then_some(named.value)
        });
        let day_open = point.is_some_and(|point| matches!(point.part, Part::Day(None, Some(_))));
        let needs_outlook = point.is_some_and(|point| point.anchor.is_none() && point.year().is_none());
        let outlook = match (alone, time.bound(), needs_outlook) {
            (true, ..) => Outlook::Alone,
            // A deadline lies ahead.
            (_, Some(Relation::Before), true) => Outlook::Ahead,
            (_, _, true) => self.outlook(extent),
            _ => Outlook::Nearest,
        };
        Anchor {
            reference: self.reference,
            // An open day takes year and month of the day before it together, or neither.
            year: if day_open { day.map(Date::year) } else { year },
            month: day.map(Date::month),
            day,
            stretch: self.stretch,
            outlook,
        }
    }

    /// Keeps what the expression names.
    fn keep(&mut self, time: &TimeExpression, period: Option<&Period>, at: usize) {
        let Some(point) = first_point(time.timex()) else { return };
        let Some((from, until)) = period.and_then(days_of) else { return };
        let since = matches!(time.bound(), Some(Relation::Since | Relation::UntilNow));
        if states_year(point) && !since {
            self.year = Some(Named::at(at, (from.year(), point.part.grain())));
        }
        if point.part.grain() == Grain::Day && !matches!(point.part, Part::Unstated) {
            self.day = Some(Named::at(at, from));
        }
        let same = matches!(point.anchor, Some(Anchored::SamePeriod(_)));
        if point.part.grain() < Grain::Day && !same && time.modifier().is_none() {
            self.stretch = Some((from, until));
        }
    }
}

/// Whether the year is stated, and not come by: 去年3月, 2021年3月, not 昨日; nor only compared with: 去年同期.
fn states_year(point: &Point) -> bool {
    let anchored =
        matches!(point.anchor, Some(Anchored::Reference(Grain::Year, _) | Anchored::Text(Grain::Year, _)));
    let compared = matches!(point.anchor, Some(Anchored::SamePeriod(_)));
    !compared && (point.year().is_some() || anchored)
}

/// Whether a time tells its year itself, so that nothing the text named before matters.
fn is_settled(timex: &Timex) -> bool {
    matches!(timex, Timex::Point(point) if point.year().is_some() && !matches!(point.part, Part::Day(None, _) | Part::Unstated))
}

/// The first point of an expression of the calendar.
fn first_point(timex: &Timex) -> Option<&Point> {
    match timex {
        Timex::Point(point) | Timex::Range(point, _) => Some(point),
        _ => None,
    }
}

fn days_of(period: &Period) -> Option<(Date, Date)> {
    Some((period.from_date()?, period.until_date()?))
}

/// Whether what stands behind `before` is only compared with.
fn is_compared(before: &str) -> bool {
    WORDS.compared.tail(before).is_some()
}

/// The first bytes of a text, as far as a clause is looked at.
fn clip(text: &str) -> &str {
    let mut end = text.len().min(CLAUSE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The last bytes of a text, as far as a clause is looked at.
fn clip_end(text: &str) -> &str {
    let mut start = text.len().saturating_sub(CLAUSE);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

const SENTENCE_STOPS: [char; 9] = ['。', '！', '？', '；', '】', '\n', '!', '?', ';'];

/// Whether a text around an expression says nothing.
fn is_edge(around: Option<&str>) -> bool {
    around.is_some_and(|text| text.len() <= EDGE && !text.chars().any(char::is_alphanumeric))
}

/// How far a clause is looked at, in bytes.
const CLAUSE: usize = 120;

/// Longest text of marks around an expression that still stands alone, in bytes.
const EDGE: usize = 16;
