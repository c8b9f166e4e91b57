//! Amounts: a number with the words and forms that bound it.
//!
//! | interval | written |
//! |---|---|
//! | \[30, 30\] | `30`, approximate `約30` |
//! | \[3, 5\] | `3至5`, approximate `約3至5` |
//! | (30, ∞) | `超過30`, approximate `約30開外` |
//! | \[30, ∞) | `至少30`, approximate `約30以上` |
//! | (−∞, 30) | `不到30`, approximate `將近30` |
//! | (−∞, 30\] | `至多30`, approximate `約30以下` |
//! | (20, 30) approximate | `20餘` |
//! | \[10, 100) approximate | `數十` |
//! | \[10, 20) | `至少10且不到20` |

use core::ops::Bound::{Excluded, Included, Unbounded};

use super::number::NEGATIVE;
use super::words::{Word, word};
use super::{Format, Style};
use crate::lexicon::digits::{Form, Numeral, numeral};
use crate::lexicon::{Lexicon, Sense};
use crate::value::{Amount, Number};

const ABOUT: Word = word("约", "約");
const OVER: Word = word("超过", "超過");
const AT_LEAST: Word = word("至少", "至少");
const UNDER: Word = word("不到", "不到");
const AT_MOST: Word = word("至多", "至多");
const NEARLY: Word = word("将近", "將近");
const AND_OVER: Word = word("开外", "開外");
const AND_MORE: Word = word("以上", "以上");
const AND_LESS: Word = word("以下", "以下");
const MORE: Word = word("余", "餘");
const AND_SOME: &str = "多";
const SEVERAL: Word = word("几", "幾");
const SEVERAL_OF: Word = word("数", "數");
const TO: &str = "至";
const AND: &str = "且";
/// Of an amount that nothing bounds; no text says so, and it does not read back.
const ANY: Word = word("不限", "不限");

/// What stands around the number of an amount.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame<'a> {
    /// 人民幣, before the first number only.
    pub(super) name: &'a str,
    /// 百分之, before every number.
    pub(super) before: &'a str,
    /// The unit behind the number.
    pub(super) after: &'a str,
    /// What it is counted by, behind the unit and once only: `/噸`.
    pub(super) rate: &'a str,
    /// Whether the unit stands behind both ends of a range.
    pub(super) repeated: bool,
    /// Whether 多 may stand behind the unit, or within it: 三年多, 一個多月.
    pub(super) more: bool,
    pub(super) kind: Kind,
}

/// How the one number of an amount is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Plain,
    /// As money: 壹佰圓伍角, 壹佰圓整.
    Cheque,
    /// As parts of a whole, even where it is a decimal: 四分之三.
    Parts,
}

/// `amount` with its bounds, in `frame`.
pub(super) fn amount(format: &Format, amount: &Amount, frame: &Frame<'_>) -> String {
    Writer { format, frame }.amount(amount)
}

#[derive(Clone, Copy, Debug)]
struct Writer<'a> {
    format: &'a Format,
    frame: &'a Frame<'a>,
}

impl Writer<'_> {
    fn amount(&self, amount: &Amount) -> String {
        let (amount, changed) = self.rounded(amount);
        let approximate = amount.is_approximate() || changed;
        let about = if approximate { self.say(ABOUT) } else { "" };
        match (amount.lo(), amount.hi()) {
            (Unbounded, Unbounded) => self.say(ANY).to_owned(),
            (Included(a), Included(b)) if a == b => format!("{about}{}", self.single(a)),
            (Excluded(a) | Included(a), Excluded(b) | Included(b)) if a == b && changed => {
                format!("{about}{}", self.single(a))
            }
            (Included(a), Included(b)) => self.range(a, b).map_or_else(
                || self.bounded(amount.lo(), amount.hi(), approximate),
                |range| format!("{about}{range}"),
            ),
            (lo, hi) => self
                .open_place(&amount)
                .or_else(|| self.several(&amount))
                .unwrap_or_else(|| self.bounded(lo, hi, approximate)),
        }
    }

    fn say(self, word: Word) -> &'static str {
        self.format.say(word)
    }

    fn rounded(&self, amount: &Amount) -> (Amount, bool) {
        let ends = |number| Some(self.format.rounded(number).0);
        match amount.try_map(ends) {
            Some(rounded) => (rounded, rounded != *amount),
            None => (*amount, false),
        }
    }

    /// A number that is the whole amount, with its unit and name.
    fn single(&self, number: Number) -> String {
        let name = self.frame.name;
        match self.frame.kind {
            Kind::Cheque => match self.format.cheque(number) {
                Some(money) => format!("{name}{money}"),
                None => self.named(number),
            },
            _ => self.named(number),
        }
    }

    /// A number with its unit and name.
    fn named(&self, number: Number) -> String {
        format!("{}{}", self.frame.name, self.united(number))
    }

    /// A number with its unit.
    fn united(&self, number: Number) -> String {
        format!("{}{}{}", self.bare(number), self.frame.after, self.frame.rate)
    }

    /// A number with what stands before each.
    fn bare(&self, number: Number) -> String {
        let Frame { before, after, kind, .. } = *self.frame;
        if kind == Kind::Parts {
            return self.format.parts(number);
        }
        let glyphs = self.format.glyphs();
        let speaks = self.format.says_liang() && !after.is_empty() && !after.starts_with(glyphs.two);
        if speaks && number == Number::from(2) {
            return format!("{before}{}", glyphs.two);
        }
        if !before.is_empty() && number.is_negative() {
            return format!("{}{before}{}", self.say(NEGATIVE), self.format.exact(number.abs()));
        }
        let written = self.format.exact(number);
        match clashes(&written, after) {
            true => format!("{before}{}", self.format.styled(Style::Digits).exact(number)),
            false => format!("{before}{written}"),
        }
    }

    /// 3至5, with the unit behind both where a reader would else carry something over: 3至5萬 would be 30 000
    /// to 50 000. `None` where there is no unit to keep them apart.
    fn range(&self, lo: Number, hi: Number) -> Option<String> {
        let Frame { name, after, rate, repeated, .. } = *self.frame;
        let (first, last) = (self.bare(lo), self.bare(hi));
        let lends = self.lends(&first, &last);
        match lends || repeated {
            false => Some(format!("{name}{first}{TO}{last}{after}{rate}")),
            true if repeated || !after.is_empty() => {
                Some(format!("{name}{first}{after}{TO}{}", self.united(hi)))
            }
            true => None,
        }
    }

    /// Whether a reader would give the magnitude of `last` to `first`, which has none.
    fn lends(&self, first: &str, last: &str) -> bool {
        let ends_in_magnitude = |text: &str| {
            let last = text.chars().next_back().and_then(numeral);
            matches!(last, Some((Numeral::Big(_) | Numeral::Small(_), _)))
        };
        ends_in_magnitude(last) && self.format.cut(first).1 != self.format.cut(last).1
            || self.format.cut(last).1.is_empty() && ends_in_magnitude(last) && !ends_in_magnitude(first)
    }

    /// One bound or two, in words.
    fn bounded(
        &self,
        lo: core::ops::Bound<Number>,
        hi: core::ops::Bound<Number>,
        approximate: bool,
    ) -> String {
        let (about, named) = (self.say(ABOUT), |number| self.named(number));
        let behind = |number, word| format!("{about}{}{}", named(number), self.say(word));
        let before = |number, word| format!("{}{}", self.say(word), named(number));
        let upper = |approximate| match hi {
            Excluded(b) if approximate => before(b, NEARLY),
            Excluded(b) => before(b, UNDER),
            Included(b) if approximate => behind(b, AND_LESS),
            Included(b) => before(b, AT_MOST),
            Unbounded => String::new(),
        };
        let lower = match lo {
            Excluded(a) if approximate => behind(a, AND_OVER),
            Excluded(a) => before(a, OVER),
            Included(a) if approximate => behind(a, AND_MORE),
            Included(a) => before(a, AT_LEAST),
            Unbounded => return upper(approximate),
        };
        match hi {
            Unbounded => lower,
            _ => format!("{lower}{AND}{}", upper(false)),
        }
    }

    /// 20餘, 500餘億: more than a number, and less than the next step of its last place.
    fn open_place(&self, amount: &Amount) -> Option<String> {
        let (Excluded(lo), Excluded(hi), true) = (amount.lo(), amount.hi(), amount.is_approximate()) else {
            return None;
        };
        let step = last_place(lo)?;
        (lo.checked_add(step)? == hi && !self.takes_magnitudes()).then_some(())?;
        if step == Number::ONE {
            return self.frame.more.then(|| self.more_than_whole(lo));
        }
        let written = self.bare(lo);
        let (head, magnitude) = self.format.cut(&written);
        // 500餘億, but 1.5億餘: before the magnitude only behind a round number that it multiplies as a whole.
        let round = head.ends_with('0') && !head.contains('.')
            || head
                .chars()
                .next_back()
                .and_then(numeral)
                .is_some_and(|(n, _)| matches!(n, Numeral::Small(_)));
        let inside = round && !head.contains(|c| self.format.is_big(c));
        let more = self.say(MORE);
        let Frame { name, after, rate, .. } = self.frame;
        Some(match inside {
            true => format!("{name}{head}{more}{magnitude}{after}{rate}"),
            false => format!("{name}{written}{more}{after}{rate}"),
        })
    }

    /// 三年多, 一個多月, 三米多: more than so many, and less than one more.
    fn more_than_whole(&self, number: Number) -> String {
        let Frame { name, after, .. } = self.frame;
        let number = self.bare(number);
        match after.strip_prefix(['个', '個']) {
            Some(unit) => {
                let counter = &after[..after.len() - unit.len()];
                format!("{name}{number}{counter}{AND_SOME}{unit}")
            }
            None => format!("{name}{number}{after}{AND_SOME}"),
        }
    }

    /// 幾, 數十, 數百萬: from one up to, but without, ten of a magnitude.
    fn several(&self, amount: &Amount) -> Option<String> {
        let (Included(lo), Excluded(hi), true) = (amount.lo(), amount.hi(), amount.is_approximate()) else {
            return None;
        };
        let power = lo.to_i64().filter(|&n| n > 0)?;
        let round = power == 10i64.checked_pow(power.ilog10())?;
        (round && lo.checked_mul(Number::from(10))? == hi && !self.takes_magnitudes()).then_some(())?;
        let Frame { name, before, after, rate, .. } = self.frame;
        // 幾 stands before a classifier, 數 before a magnitude.
        let words = self.format.styled(Style::Numerals).exact(lo);
        let magnitude = words.trim_start_matches(self.format.styled(Style::Numerals).glyphs().digits[1]);
        let several = self.say(if power == 1 { SEVERAL } else { SEVERAL_OF });
        (power > 1 || !after.is_empty()).then(|| format!("{name}{before}{several}{magnitude}{after}{rate}"))
    }

    /// Whether the unit begins like a magnitude, which a reader would take for one behind 餘 or 數: 千瓦.
    fn takes_magnitudes(&self) -> bool {
        self.frame.after.starts_with(|c| numeral(c).is_some())
    }
}

/// Whether the end of a number and a unit behind it would be read otherwise: 一千瓦 is a kilowatt, 三千瓦 three
/// of them, 一點五兩 and 一點五分行 a time of day and something.
fn clashes(written: &str, unit: &str) -> bool {
    let ends = written.chars().next_back().and_then(numeral).zip(unit.chars().next());
    let Some(((last, _), first)) = ends else { return false };
    if written.contains(['点', '點']) && matches!(first, '两' | '兩' | '分') {
        return true;
    }
    match (last, numeral(first)) {
        (Numeral::Small(_) | Numeral::Big(_), _) if joins(written, unit) => true,
        (_, Some((Numeral::Digit(2), Form::Plain))) => false,
        (_, Some((Numeral::Digit(_), _))) => true,
        (Numeral::Digit(_), Some((Numeral::Small(_) | Numeral::Big(_), _))) => {
            written.chars().nth(1).is_some()
        }
        _ => false,
    }
}

/// Whether the magnitude at the end of a number and the unit behind it are a unit of their own.
fn joins(written: &str, unit: &str) -> bool {
    let Some(last) = written.chars().next_back() else { return false };
    let joined = format!("{last}{unit}");
    let read = Lexicon::standard().units.head(&joined);
    read.is_some_and(|(len, sense)| len > last.len_utf8() && matches!(sense, Sense::Measure(_)))
}

/// The power of ten of the last place of an integer that is not zero.
fn last_place(number: Number) -> Option<Number> {
    let mut rest = number.to_decimal().filter(|_| number.is_integer())?.mantissa();
    (rest > 0).then_some(())?;
    let mut step = 1i128;
    while rest % 10 == 0 {
        rest /= 10;
        step *= 10;
    }
    Number::from_scaled(step, 0).ok()
}
