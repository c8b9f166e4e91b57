//! [`Resolver`]: one pass over a text that keeps what it last named.

use jiff::civil::{Date, DateTime};

use super::{Anchor, Outlook};
use crate::mention::{Mention, Value};
use crate::value::timex::{Anchored, Grain, Part, Point};
use crate::value::{Period, TimeExpression, Timex};

/// Words that make a sentence look ahead.
const AHEAD: [&str; 24] = [
    "将于", "將於", "将在", "將在", "预计", "預計", "拟", "擬", "计划", "計劃", "即将", "即將", "有望",
    "预期", "預期", "料", "将会", "將會", "力争", "力爭", "届时", "屆時", "将", "將",
];

/// Words that make a sentence look back.
const BACK: [&str; 26] = [
    "了", "已", "曾", "同比", "环比", "環比", "公布", "发布", "發布", "宣布", "表示", "披露", "实现", "實現",
    "完成", "收报", "收報", "收盘", "收盤", "增长", "增長", "下降", "年增", "年减", "年減", "获悉",
];

/// Resolves the times of a text in order.
#[derive(Clone, Debug)]
pub(crate) struct Resolver<'t> {
    text: &'t str,
    reference: Option<DateTime>,
    sentence: Sentence,
    /// The number of the paragraph that is read.
    paragraph: usize,
    year: Option<Named<(i16, Grain)>>,
    day: Option<Named<Date>>,
    stretch: Option<(Date, Date)>,
}

/// Something the text named, and where.
#[derive(Clone, Copy, Debug)]
struct Named<T> {
    value: T,
    /// The start of its sentence.
    sentence: usize,
    paragraph: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Sentence {
    start: usize,
    end: usize,
    outlook: Option<Outlook>,
}

impl<'t> Resolver<'t> {
    pub(crate) fn new(text: &'t str, reference: Option<DateTime>) -> Self {
        let sentence = Sentence::default();
        Resolver { text, reference, sentence, paragraph: 0, year: None, day: None, stretch: None }
    }

    /// Fills the period of a time and keeps what it names. Mentions must come in the order of the text.
    pub(crate) fn settle(&mut self, mention: &mut Mention<'t>) {
        let (span, extent) = (mention.span(), mention.extent());
        let Value::Time(time) = mention.value_mut() else { return };
        self.enter(span.start());
        let alone = is_edge(self.text.get(..extent.start())) && is_edge(self.text.get(extent.end()..));
        let anchor = self.anchor(time, alone);
        let calendar = time.timex().resolve(&anchor);
        time.set_period(time.placed(calendar, &anchor));
        self.keep(time, calendar.as_ref());
    }

    /// Moves on to the sentence that holds byte `at`.
    fn enter(&mut self, at: usize) {
        while at >= self.sentence.end {
            let start = self.sentence.end;
            let rest = self.text.get(start..).unwrap_or("");
            let Some((offset, stop)) = rest.char_indices().find(|&(_, c)| ends_sentence(c)) else {
                self.sentence = Sentence { start, end: usize::MAX, outlook: None };
                return;
            };
            let end = start + offset + stop.len_utf8();
            if at < end {
                self.sentence = Sentence { start, end, outlook: None };
                return;
            }
            self.sentence = Sentence { start, end, outlook: None };
            if stop == '\n' {
                self.paragraph += 1;
            }
        }
    }

    fn outlook(&mut self) -> Outlook {
        if let Some(outlook) = self.sentence.outlook {
            return outlook;
        }
        let end = self.sentence.end.min(self.text.len());
        let sentence = self.text.get(self.sentence.start..end).unwrap_or("");
        let says = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
        let outlook = match (says(&AHEAD), says(&BACK)) {
            (true, false) => Outlook::Ahead,
            (false, true) => Outlook::Back,
            _ => Outlook::Nearest,
        };
        self.sentence.outlook = Some(outlook);
        outlook
    }

    /// What the expression is resolved against.
    fn anchor(&mut self, time: &TimeExpression, alone: bool) -> Anchor {
        let point = first_point(time.timex());
        let fine = point.is_some_and(|point| point.part.grain() == Grain::Day);
        let textual = point.is_some_and(|point| matches!(point.anchor, Some(Anchored::Text(..))));
        let here = self.sentence.start;
        let paragraph = self.paragraph;
        let year = self.year.filter(|named| {
            textual
                || named.paragraph == paragraph && !fine
                || named.sentence == here && named.value.1 >= Grain::Month
        });
        let day = self.day.filter(|named| textual || named.sentence == here);
        let day_open = point.is_some_and(|point| matches!(point.part, Part::Day(None, Some(_))));
        let needs_outlook = point.is_some_and(|point| point.anchor.is_none() && point.year().is_none());
        let outlook = match (alone, needs_outlook) {
            (true, _) => Outlook::Alone,
            (false, true) => self.outlook(),
            _ => Outlook::Nearest,
        };
        Anchor {
            reference: self.reference,
            // An open day takes year and month of the day before it together, or neither.
            year: if day_open {
                day.map(|named| named.value.year())
            } else {
                year.map(|named| named.value.0)
            },
            month: day.map(|named| named.value.month()),
            day: day.map(|named| named.value),
            stretch: self.stretch,
            outlook,
        }
    }

    /// Keeps what the expression names.
    fn keep(&mut self, time: &TimeExpression, period: Option<&Period>) {
        let Some(point) = first_point(time.timex()) else { return };
        let Some((from, until)) = period.and_then(days_of) else { return };
        let (sentence, paragraph) = (self.sentence.start, self.paragraph);
        if states_year(point) {
            self.year = Some(Named { value: (from.year(), point.part.grain()), sentence, paragraph });
        }
        if point.part.grain() == Grain::Day && !matches!(point.part, Part::Unstated) {
            self.day = Some(Named { value: from, sentence, paragraph });
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

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | '】' | '\n' | '!' | '?' | ';')
}

/// Whether a text around an expression says nothing.
fn is_edge(around: Option<&str>) -> bool {
    around.is_some_and(|text| text.len() <= EDGE && !text.chars().any(char::is_alphanumeric))
}

/// Longest text of marks around an expression that still stands alone, in bytes.
const EDGE: usize = 16;
