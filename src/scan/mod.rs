//! From a text to its mentions: where an expression can begin, which reading stands, what is left out.
//!
//! **Policy**: readings compete at the place where the scan finds their first numeral or time word; the
//! longest stands, and of equally long ones a calendar expression before a quantity. Words, idioms and
//! names in which a numeral is no number compete too, and stand where they are at least as long, or begin
//! earlier. What stands is passed over whole, so mentions never overlap.

mod candidates;
mod numbers;
mod policy;
mod shapes;

pub use numbers::{NumberMention, Numbers};

use core::cell::Cell;

use crate::error::Error;
use crate::extractor::Settings;
use crate::grammar::chars::{is_han, is_space};
use crate::grammar::number::cardinal;
use crate::grammar::quantity::{Plain, Reader, Reading, Role, in_number, rated};
use crate::grammar::time::{self, TimeReading};
use crate::lexicon::Lexicon;
use crate::lexicon::digits::{Numeral, ascii_digit, numeral};
use crate::mention::{Mention, Value};
use crate::resolve::Resolver;
use crate::span::Span;
use crate::value::{Amount, Dimension, DurationUnit, Number, Quantity, QuantityKind, Rate, Timex};

/// The mentions of one text, in order. Made by [`Extractor::mentions`](crate::Extractor::mentions).
#[derive(Clone, Debug)]
pub struct Mentions<'a> {
    reader: Reader<'a>,
    /// Everything before is done with.
    at: usize,
    /// The end of the last mention or name: nothing before belongs to what follows.
    floor: usize,
    rate: Option<PendingRate>,
    /// No number before has a neighbour in its list that lends a unit.
    listless: Cell<usize>,
    /// The place that was last asked for a name, and the name there.
    named: Cell<Option<Asked>>,
    resolver: Resolver<'a>,
}

/// A place and the name there, from where to where.
type Asked = (usize, Option<(usize, usize)>);

/// 每噸 and the like, for the quantities that follow in the clause.
#[derive(Clone, Debug)]
struct PendingRate {
    rate: Rate,
    start: usize,
    /// The end of 每噸, then of the last quantity that took it.
    end: usize,
}

/// What a number turned out to be part of.
enum Found {
    Quantity(Box<Reading>),
    Time(TimeReading),
}

/// How far from 每 the amount may stand, in bytes; `每人可獲補助8000元` has a verb between.
const RATE_REACH: usize = 48;

impl<'a> Mentions<'a> {
    pub(crate) fn new(text: &'a str, lexicon: &'a Lexicon, settings: &'a Settings) -> Self {
        let resolver = Resolver::new(text, settings.reference());
        Mentions {
            reader: Reader::new(text, lexicon, settings),
            at: 0,
            floor: 0,
            rate: None,
            listless: Cell::new(0),
            named: Cell::new(None),
            resolver,
        }
    }

    fn text(&self) -> &'a str {
        self.reader.text
    }

    /// The reading that stands at the candidate `at`, or where to go on.
    fn read(&mut self, at: usize) -> Result<Mention<'a>, usize> {
        let text = self.text();
        let mut chars = text[at..].chars();
        let c = chars.next().unwrap_or(' ');
        if matches!(c, '个' | '個' | '分') {
            // 個半小時, 分半鐘: speech drops the 一.
            let length =
                chars.as_str().starts_with(['半', '鐘', '钟']).then(|| self.long_duration(at)).flatten();
            return length.ok_or(at + c.len_utf8());
        }
        if let Some(plain) = self.plain(at) {
            return plain;
        }
        let calendar = time::calendar(text, at)
            .filter(|reading| !self.is_named(at, reading.span.end()) && self.tells_a_time(reading));
        if in_number(c) || c == '.' {
            return match calendar {
                Some(reading) if reading.longest => Ok(self.time(reading)),
                calendar => self.number(at, calendar),
            };
        }
        if c == '每' {
            self.open_rate(at);
        }
        // 每小時十公里 is a speed; 每小時 is no time of its own there.
        let clock_rate =
            || self.rate.as_ref().is_some_and(|open| matches!(open.rate.unit().code(), "h" | "min" | "s"));
        let leads_a_number =
            |end: usize| c == '每' && end == self.floor && text[end..].starts_with(in_number) && clock_rate();
        if let Some(calendar) = calendar.filter(|reading| !leads_a_number(reading.span.end())) {
            return Ok(self.time(calendar));
        }
        match c {
            '每' => Err(self.floor.max(at + c.len_utf8())),
            '第' => self.ordinal(at),
            _ => Err(at + c.len_utf8()),
        }
    }

    /// Vague times (目前, 近日) are mentions only on request, or where nothing else is said.
    fn tells_a_time(&self, reading: &TimeReading) -> bool {
        let vague = matches!(reading.time.timex(), Timex::Vague(_));
        !vague || self.reader.settings.vague_times() || policy::stands_alone(self.text(), reading.extent)
    }

    /// Whether a word in which a numeral is no number goes beyond the reading from `at` to `end`.
    fn is_named(&self, at: usize, end: usize) -> bool {
        let name = self.name(at);
        name.is_some_and(|(start, name_end)| name_end > end || start < at && name_end == end)
    }

    /// The word in which the numeral at `at` is no number.
    fn name(&self, at: usize) -> Option<(usize, usize)> {
        let found = match self.named.get() {
            Some((place, found)) if place == at => found,
            _ => self.reader.lexicon.names.at(self.text(), at),
        };
        self.named.set(Some((at, found)));
        found.filter(|&(start, _)| start >= self.floor)
    }

    fn time(&mut self, reading: TimeReading) -> Mention<'a> {
        let extent = Span::new(reading.extent.start().max(self.floor), reading.extent.end());
        self.floor = reading.span.end();
        let mut mention = Mention::new(self.text(), reading.span, extent, Value::Time(reading.time));
        self.resolver.settle(&mut mention);
        mention
    }

    /// A length of several units.
    fn long_duration(&mut self, at: usize) -> Option<Mention<'a>> {
        let reading = time::duration::duration_at(self.text(), at, self.floor)?;
        Some(self.time(reading))
    }

    /// The duration that a quantity of time is.
    fn duration(&self, quantity: &Quantity, span: Span, extent: Span) -> Option<TimeReading> {
        let unit = quantity.unit().filter(|unit| unit.dimension() == Some(Dimension::Time))?;
        let unit = DurationUnit::from_code(unit.code())?;
        let amount = *quantity.amount();
        let (time, extent) = time::duration::duration(self.text(), span, extent, amount, unit, self.floor);
        Some(TimeReading { span, extent, time, longest: false })
    }

    /// What the number at `at` belongs to: the calendar expression read there, or a quantity that is longer.
    fn number(&mut self, at: usize, calendar: Option<TimeReading>) -> Result<Mention<'a>, usize> {
        let quantity = self.quantity(at, calendar.as_ref().map(|reading| reading.span));
        match (quantity, calendar) {
            (Ok(Found::Time(reading)), _) => Ok(self.time(reading)),
            (Ok(Found::Quantity(reading)), _) => {
                Ok(self.measured(reading.quantity, reading.span, reading.extent))
            }
            (Err(_), Some(calendar)) => Ok(self.time(calendar)),
            (Err(next), None) => {
                if self.name(at).is_some_and(|(_, end)| end == next) {
                    self.floor = next;
                }
                Err(next)
            }
        }
    }

    /// The quantity or length at `at`, where it goes beyond the calendar expression there.
    fn quantity(&self, at: usize, calendar: Option<Span>) -> Result<Found, usize> {
        let text = self.text();
        let name = self.name(at);
        if let Some((_, name_end)) = name.filter(|&(start, _)| start < at) {
            return Err(name_end);
        }
        if let Some(end) = self.lone_numeral(at) {
            return Err(name.map_or(end, |(_, name_end)| name_end));
        }
        if let Some((_, name_end)) = name.filter(|&(_, end)| self.is_within(at, end)) {
            return Err(name_end);
        }
        // Whatever may be measured here: 5G, (600000).
        if name.is_none()
            && let Some(end) = shapes::no_number(text, at, self.floor, true)
        {
            return Err(end);
        }
        let reading = self.reader.quantity(at, self.floor);
        let end = reading.as_ref().map_or(at, |r| r.span.end());
        let measured = reading.as_ref().is_some_and(|r| r.role == Role::Firm && !r.range);
        if let Some((_, name_end)) = name.filter(|&(_, name_end)| name_end >= end) {
            return Err(name_end);
        }
        if let Some(end) = shapes::no_number(text, at, self.floor, measured) {
            return Err(end);
        }
        let calendar_end = calendar.map_or(at, Span::end);
        // 分 is money too, so that 五分半 must be tried as a length.
        let of_time = |r: &Reading| {
            r.quantity.kind() == QuantityKind::Money
                || r.quantity.unit().is_some_and(|unit| unit.dimension() == Some(Dimension::Time))
        };
        let long = match &reading {
            Some(reading) if !of_time(reading) => None,
            _ => time::duration::duration_at(text, at, self.floor),
        };
        let longer = |long: &TimeReading| long.span.end() >= end && long.span.end() > calendar_end;
        if let Some(long) = long.filter(longer) {
            return Ok(Found::Time(long));
        }
        let Some(reading) = reading else { return Err(number_end(text, at)) };
        let reading = self.inherit_unit(reading);
        // 2021-26年每股: the years, not a length of 2021 to 2026 years.
        let spread = reading.range
            && reading.quantity.unit().is_some_and(|unit| unit.dimension() == Some(Dimension::Time));
        // 7/17的觀眾 are a part of the audience, no day.
        let part = reading.spelling.fraction && text[end..].starts_with('的');
        let beaten = !part && calendar.is_some() && spread
            || calendar
                .is_some_and(|calendar| end <= calendar.end() && !policy::plain_number(text, calendar));
        if beaten || !policy::accepts(&self.reader, &reading, self.floor) {
            return Err(number_end(text, at));
        }
        let length = self.duration(&reading.quantity, reading.span, reading.extent);
        Ok(length.map_or(Found::Quantity(Box::new(reading)), Found::Time))
    }

    /// Where the one numeral at `at` ends, if nothing on either side has to do with numbers: so it is with
    /// most numerals, which are a part of some word.
    fn lone_numeral(&self, at: usize) -> Option<usize> {
        let (before, from) = self.text().split_at_checked(at)?;
        let mut chars = from.chars();
        let (lone, _) = numeral(chars.next()?)?;
        let behind = chars.as_str();
        let next = chars.next().filter(|&c| is_han(c) && numeral(c).is_none())?;
        let lexicon = self.reader.lexicon;
        let counted = GOES_ON.contains(&next)
            || lexicon.stirring.after_heads.contains(next)
            || match lone {
                Numeral::Half | Numeral::Tens(_) => return None,
                // 百米, 萬人: no number but with a bound, as 億元以上.
                Numeral::Small(2..) | Numeral::Big(_) => lexicon
                    .units
                    .head(behind)
                    .is_some_and(|(len, _)| lexicon.stirring.after_heads.heads(&behind[len..])),
                _ => lexicon.units.head(behind).is_some(),
            };
        let bounded = || before.ends_with(LEADS) || self.reader.is_led(at, self.floor);
        (!counted && !before.is_empty() && !bounded()).then(|| self.text().len() - behind.len())
    }

    /// Whether no quantity at `at` goes beyond the word that ends at `end`: the numeral is one, and what would be
    /// its unit ends in the word too, with nothing behind it that belongs to a number.
    fn is_within(&self, at: usize, end: usize) -> bool {
        let lexicon = self.reader.lexicon;
        let mut chars = self.text()[at..].chars();
        let single = chars.next().is_some_and(|c| numeral(c).is_some());
        let behind = chars.as_str();
        if !single
            || behind.starts_with(in_number)
            || behind.starts_with("分之")
            || behind.starts_with("分百")
        {
            return false;
        }
        let unit = lexicon.units.head(behind).map_or(0, |(len, _)| len);
        let rest = &behind[unit..];
        let mut next = rest.chars();
        let joined = next.next().is_some_and(|c| {
            let open = unit == 0 && lexicon.stirring.behind_digits.contains(c);
            let stirs = open || lexicon.stirring.behind.contains(c) || matches!(c, '加' | '外');
            // 參與 is followed by no number.
            stirs && (!matches!(c, '与' | '與' | '和' | '及') || next.as_str().starts_with(in_number))
        });
        !joined && self.text().len() - rest.len() <= end
    }

    /// The quantity at `at` that nothing beside it has to do with: most are such.
    fn plain(&mut self, at: usize) -> Option<Result<Mention<'a>, usize>> {
        let (before, from) = (self.text().get(self.floor..at)?, self.text().get(at..)?);
        let c = from.chars().next().filter(|&c| in_number(c))?;
        if let Some((start, end)) = self.name(at)
            && start < at
            && !time::plausible(self.text(), at)
        {
            self.floor = end;
            return Some(Err(end));
        }
        if c.is_ascii_digit() && !shapes::no_code_around(before, from)
            || !c.is_ascii_digit() && time::opens_day(from)
        {
            return None;
        }
        let plain = self.reader.plain(at, self.floor)?;
        let plain_end = match &plain {
            Plain::Quantity(plain) => plain.span.end(),
            Plain::Digits(end) => *end,
        };
        if let Some((_, end)) = self.name(at)
            && end >= plain_end
        {
            self.floor = end;
            return Some(Err(end));
        }
        let plain = match plain {
            Plain::Quantity(plain) => plain,
            Plain::Digits(end) => return Some(Err(end)),
        };
        if let Some(reading) = self.duration(&plain.quantity, plain.span, plain.extent) {
            return Some(Ok(self.time(reading)));
        }
        if let (Some(lone), Role::Count { article, guarded }) = (plain.lone, plain.role)
            && !policy::counts(lone, article, guarded, plain.bounded)
        {
            return Some(Err(at + lone.len_utf8()));
        }
        Some(Ok(self.measured(plain.quantity, plain.span, plain.extent)))
    }

    fn measured(&mut self, quantity: Quantity, span: Span, extent: Span) -> Mention<'a> {
        let (quantity, extent) = self.with_rate(quantity, span, extent);
        self.floor = span.end();
        Mention::new(self.text(), span, extent, Value::Quantity(quantity))
    }

    /// `進口58萬和65萬噸`: a number without a unit takes the unit of the next one in the list.
    fn inherit_unit(&self, mut reading: Reading) -> Reading {
        let plain = reading.role == Role::Bare && reading.quantity.kind() == QuantityKind::Number;
        let tried = reading.span.end() <= self.listless.get();
        if !plain || tried || policy::list_marker(self.text(), &reading) {
            return reading;
        }
        match self.lender(reading.span.end()) {
            Ok(next) => {
                let amount = with_magnitude(&reading, &next).unwrap_or(*reading.quantity.amount());
                reading.quantity = Quantity::new(amount, next.quantity.unit().cloned())
                    .assumed(next.quantity.is_assumed())
                    .inferred(true);
                reading.role = next.role;
            }
            Err(end) => self.listless.set(end),
        }
        reading
    }

    /// The first quantity with a unit in the list that goes on at `at`, or where the list ends without one.
    fn lender(&self, mut at: usize) -> Result<Reading, usize> {
        const JOINTS: [&str; 7] = ["以及", "、", "和", "及", "与", "與", "/"];
        for _ in 0..MAX_LIST {
            let rest = &self.text()[at..];
            let joined = JOINTS.iter().find_map(|joint| rest.strip_prefix(joint));
            let Some(joined) = joined.filter(|joined| joined.starts_with(in_number)) else { return Err(at) };
            let start = self.text().len() - joined.len();
            let next = self.reader.quantity(start, start).ok_or(at)?;
            if next.role != Role::Bare && next.quantity.unit().is_some() {
                return Ok(next);
            }
            at = next.span.end();
        }
        Err(at)
    }

    /// 第三: the span is 第 and the number.
    fn ordinal(&mut self, at: usize) -> Result<Mention<'a>, usize> {
        let text = self.text();
        let from = &text[at + '第'.len_utf8()..];
        let number = from.trim_start_matches(is_space);
        let start = text.len() - number.len();
        if let Some((_, end)) = self.reader.lexicon.names.at(text, start).filter(|&(name, _)| name <= at) {
            self.floor = end;
            return Err(end);
        }
        let Ok((rest, cardinal)) = cardinal(number) else { return Err(at + '第'.len_utf8()) };
        let end = text.len() - rest.len();
        match cardinal.value.number().filter(|_| !cardinal.decimal && !cardinal.bare) {
            Some(number) => {
                self.floor = end;
                let quantity = Quantity::ordinal(Amount::exact(number));
                Ok(Mention::new(text, Span::new(at, end), Span::new(at, end), Value::Quantity(quantity)))
            }
            None => Err(end),
        }
    }

    /// Keeps what 每 is followed by for the quantities of the clause.
    fn open_rate(&mut self, at: usize) {
        if let Some((rate, end)) = self.reader.rate_unit(at + '每'.len_utf8()) {
            self.rate = Some(PendingRate { rate, start: at, end });
            self.floor = end;
        }
    }

    /// The quantity with the rate that the clause opened, and its extent.
    fn with_rate(&mut self, quantity: Quantity, span: Span, extent: Span) -> (Quantity, Span) {
        let Some(pending) = &mut self.rate else { return (quantity, extent) };
        let between = self.reader.text.get(pending.end..extent.start()).unwrap_or("");
        let apart = between.len() > RATE_REACH || between.contains(CLAUSE_MARKS);
        if apart {
            self.rate = None;
            return (quantity, extent);
        }
        let takes_none = matches!(quantity.kind(), QuantityKind::Ratio | QuantityKind::Ordinal);
        if takes_none || quantity.rate().is_some() {
            return (quantity, extent);
        }
        let extent = if between.trim().is_empty() {
            extent.cover(Span::new(pending.start, pending.end))
        } else {
            extent
        };
        pending.end = span.end();
        (rated(quantity, &pending.rate), extent)
    }

    /// The one quantity that the whole text is.
    pub(crate) fn whole(mut self) -> Result<Quantity, Error> {
        let text = self.text();
        let mut at = 0;
        while let Some(start) = candidates::expression(text, at) {
            let reading = match self.read(start) {
                Ok(mention) => {
                    at = mention.extent().end().max(start + 1);
                    Some((mention.extent(), mention.quantity().cloned()))
                }
                Err(next) => {
                    at = next.max(start + 1);
                    let bare = self.reader.quantity(start, 0).map(|r| (r.extent, Some(r.quantity)));
                    bare.filter(|_| self.rate.is_none() || start != 0)
                }
            };
            let Some((extent, Some(quantity))) = reading else { continue };
            if !text[..extent.start()].trim().is_empty() {
                break;
            }
            let rest = text[extent.end()..].trim_end();
            if rest.is_empty() {
                return Ok(quantity);
            }
            return Err(Error::trailing("a quantity", text, extent.end()));
        }
        Err(Error::expected("a quantity", text, 0))
    }
}

impl<'a> Iterator for Mentions<'a> {
    type Item = Mention<'a>;

    fn next(&mut self) -> Option<Mention<'a>> {
        while let Some(start) = candidates::expression(self.text(), self.at) {
            match self.read(start) {
                Ok(mention) => {
                    let end = if mention.time().is_some() { mention.extent() } else { mention.span() };
                    self.at = end.end();
                    return Some(mention);
                }
                Err(next) => self.at = next.max(start + 1),
            }
        }
        self.at = self.text().len();
        None
    }
}

/// The amount of `reading` in the magnitude that only the last number of its list bears: 293/350/417億元. A
/// number with a magnitude of its own, or that would be of another order that way, stays.
fn with_magnitude(reading: &Reading, last: &Reading) -> Option<Amount> {
    let power = Number::from_scaled(10i128.checked_pow(last.spelling.tail)?, 0).ok()?;
    let lifted = reading.quantity.amount().checked_mul(power)?;
    let limit = last.quantity.amount().written()?.checked_mul(Number::from(100))?;
    (reading.spelling.tail == 0 && lifted.written()? <= limit).then_some(lifted)
}

/// Marks at which a clause ends.
const CLAUSE_MARKS: [char; 14] =
    ['，', '。', '；', '！', '？', ',', ';', '!', '?', '\n', '：', ':', '“', '「'];

/// What else a number goes on with: its point, a fraction, an open amount, the parts of a length.
const GOES_ON: [char; 26] = [
    '点', '點', '分', '又', '个', '個', '多', '余', '餘', '来', '來', '有', '时', '時', '秒', '刻', '至',
    '到', '和', '与', '與', '跟', '及', '以', '之', '许',
];

/// What else stands before a number that measures: the verbs of equations, a unit whose 一 is dropped, and
/// the 上 of 上百.
const LEADS: [char; 9] = ['于', '於', '=', '米', '塊', '块', '個', '个', '上'];

/// Numbers of a list that share the unit of the last.
const MAX_LIST: usize = 8;

/// Where the number at `at` ends; at least one character on. Of one that is too large to hold the whole run of
/// digits and numerals is passed over, for its tail is no number either.
fn number_end(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let in_digits = |c: char| ascii_digit(c).is_some() || matches!(c, '.' | ',');
    let behind = match cardinal(rest) {
        Ok((behind, read)) if read.value.number().is_some() => {
            if rest.starts_with(in_digits) {
                rest.trim_start_matches(in_digits)
            } else {
                behind
            }
        }
        _ => {
            let unsaid = |(numeral, _)| matches!(numeral, Numeral::Half | Numeral::Several);
            rest.trim_start_matches(|c| in_digits(c) || numeral(c).is_some_and(|n| !unsaid(n)))
        }
    };
    (text.len() - behind.len()).max(at + rest.chars().next().map_or(1, char::len_utf8))
}
