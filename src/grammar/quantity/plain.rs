//! The commonest quantities, read at once: 129.06億元, 5.2%, 約280公里, 三家, 30%左右, 5元/噸, 1%至2%, 三年.
//!
//! ```text
//! plain    = { before } measured [ rate | range measured ] [ after ]
//! measured = numeral unit
//! numeral  = digits { "萬" | "億" } | "一" | … | "九" | "兩"
//! ```
//!
//! Nothing is read here that the productions do not read the same way. A quantity is plain only where
//! nothing else beside it has to do with numbers, which one bit a character tells; all others are left to
//! the productions.

use super::range::{Mark, hull, range_mark};
use super::rate::compound;
use super::{MAX_JOINT, Reader, Role, behind_joint, bounded, in_number};
use crate::grammar::amount::{Core, Spelling};
use crate::grammar::chars::is_han;
use crate::grammar::number::{counted, plain_figure};
use crate::grammar::time::{self, duration};
use crate::lexicon::digits::{Form, Numeral, numeral};
use crate::lexicon::{Sense, followers};
use crate::span::Span;
use crate::value::{Amount, Number, Quantity, Scaled, Unit};

/// What a place turns out to be at once.
#[derive(Clone, Debug)]
pub(crate) enum Plain {
    Quantity(PlainQuantity),
    /// Digits up to here that measure nothing.
    Digits(usize),
}

/// A quantity and its place.
#[derive(Clone, Debug)]
pub(crate) struct PlainQuantity {
    pub(crate) span: Span,
    pub(crate) extent: Span,
    pub(crate) quantity: Quantity,
    pub(crate) role: Role,
    /// A word set its bounds.
    pub(crate) bounded: bool,
    /// The numeral, where it is just one.
    pub(crate) lone: Option<char>,
}

/// A number that stands for itself.
struct PlainNumber {
    value: Scaled,
    end: usize,
    spelling: Spelling,
    lone: Option<char>,
}

/// What a unit word means wherever it stands behind such a number.
struct PlainUnit {
    unit: Unit,
    factor: Number,
    role: Role,
    /// 元 or a part of it.
    local: bool,
    /// A unit of time.
    timed: bool,
}

/// A number and its unit.
struct PlainMeasured {
    value: Number,
    unit: PlainUnit,
    end: usize,
}

impl Reader<'_> {
    /// What begins at `at`, of which nothing before `floor` is a part, if that can be told at once.
    pub(crate) fn plain(&self, at: usize, floor: usize) -> Option<Plain> {
        let stirring = &self.lexicon.stirring;
        let before = self.text.get(floor..at)?;
        if stirring.before.tails(before) {
            return None;
        }
        let number = self.plain_number(at)?;
        let led = self.lexicon.ends_before.tails(before);
        let Some((len, sense)) = self.lexicon.units.head(self.from(number.end)) else {
            let idle = !led && self.idle(&number, before);
            return idle.then_some(Plain::Digits(number.end));
        };
        let first = self.plain_measured(at, &number, len, sense)?;
        let joint = self.from(first.end).chars().next();
        let (amount, measured, rate, lone) = match joint {
            Some('/' | '／' | '每') if !first.unit.timed => {
                let (rate, end) = self.rate_behind(first.end, Some(&first.unit.unit))?;
                let (unit, rate) = compound(first.unit.unit, rate);
                let unit = PlainUnit { unit, ..first.unit };
                (Amount::exact(first.value), PlainMeasured { unit, end, ..first }, rate, number.lone)
            }
            Some(c) if stirring.ranges.contains(c) && !first.unit.timed => {
                let (amount, last) = self.plain_range(at, &first)?;
                (amount, last, None, None)
            }
            _ => (Amount::exact(first.value), first, None, number.lone),
        };
        let PlainMeasured { unit, end, .. } = measured;
        let behind = self.from(end);
        if self.stirs(behind, &unit) {
            return None;
        }
        let mut quantity = Quantity::new(amount, Some(unit.unit)).assumed(unit.local);
        if let Some(rate) = rate {
            quantity = quantity.per(rate);
        }
        let span = Span::new(at, end);
        let mut plain = PlainQuantity { span, extent: span, quantity, role: unit.role, bounded: false, lone };
        let followed = stirring.after_heads.heads(behind);
        if led || followed {
            self.surround(&mut plain, unit.local, floor, followed)?;
        }
        Some(Plain::Quantity(plain))
    }

    /// Whether what stands behind a unit may belong to the quantity, or make it another one.
    fn stirs(&self, behind: &str, unit: &PlainUnit) -> bool {
        let stirring = &self.lexicon.stirring;
        let mut chars = behind.chars();
        match chars.next() {
            None => false,
            // 5億元（含稅）, 5億元（人民幣）; other remarks say nothing of the amount.
            Some('（' | '(') => {
                chars.next().is_none_or(|c| c == '含' || unit.local && stirring.currency_heads.contains(c))
            }
            // 兩年加三個月.
            Some('加' | '外') if unit.timed => true,
            Some(c) => stirring.behind.contains(c) || unit.local && stirring.currency_heads.contains(c),
        }
    }

    /// The second number of a range behind `first`, and both as one amount.
    fn plain_range(&self, at: usize, first: &PlainMeasured) -> Option<(Amount, PlainMeasured)> {
        let (behind, Mark::To) = range_mark(self.from(first.end))? else { return None };
        let start = self.text.len() - behind.len();
        let number = self.plain_number(start)?;
        let (len, sense) = self.lexicon.units.head(self.from(number.end))?;
        let last = self.plain_measured(start, &number, len, sense)?;
        let (lo, hi) = (Amount::exact(first.value), Amount::exact(last.value));
        let one = first.unit.unit == last.unit.unit && !self.by_and_to(at, first.end, &lo, &hi);
        one.then(|| hull(lo, hi)).flatten().map(|amount| (amount, last))
    }

    /// Whether digits before no unit measure nothing: 2022北京, 95上方.
    fn idle(&self, number: &PlainNumber, before: &str) -> bool {
        let Spelling { positional: true, decimal: false, arabic: true, .. } = number.spelling else {
            return false;
        };
        let next = self.from(number.end).chars().next();
        let calm = next.is_some_and(|c| is_han(c) && !self.lexicon.stirring.after_heads.contains(c));
        calm && !before.is_empty() && !before.ends_with(MEASURING)
    }

    /// The currency and the bounds that words around `plain` set; nothing where they say more than that.
    fn surround(&self, plain: &mut PlainQuantity, local: bool, floor: usize, followed: bool) -> Option<()> {
        let (at, end) = (plain.span.start(), plain.span.end());
        let before = self.before(at, floor);
        if before.scale.is_some() || before.negative {
            return None;
        }
        match before.currency {
            Some(currency) if local => plain.quantity.name_currency(currency),
            None if before.span_start == at => {}
            _ => return None,
        }
        let (after, extent_end) = if followed { self.after(end, plain.role, at) } else { (None, end) };
        let (amount, bound) = bounded(*plain.quantity.amount(), before.bound, after);
        if bound.is_some() {
            // A second bound may follow: 大於10小於20.
            let joined = behind_joint(self.from(extent_end));
            let joint_end = self.text.len() - joined.len();
            let opens = || {
                let gap = joined.find(in_number).filter(|&gap| gap <= MAX_JOINT)?;
                let word = self.before(joint_end + gap, joint_end);
                (word.bound.is_some() && word.extent_start == joint_end).then_some(())
            };
            let second = self.lexicon.stirring.bound_heads.heads(joined) && opens().is_some();
            if second || joined.starts_with(in_number) {
                return None;
            }
            plain.quantity.set_amount(amount);
            plain.bounded = true;
        }
        let start = if before.bound.is_some() { before.extent_start } else { before.span_start };
        plain.span = Span::new(before.span_start, end);
        plain.extent = Span::new(start, extent_end);
        Some(())
    }

    /// The digits, with their magnitude, or the one numeral at `at`.
    fn plain_number(&self, at: usize) -> Option<PlainNumber> {
        let input = self.from(at);
        let stirring = &self.lexicon.stirring;
        let first = input.chars().next()?;
        if !first.is_ascii_digit() {
            let (Numeral::Digit(digit @ 1..), Form::Plain) = numeral(first)? else { return None };
            let rest = &input[first.len_utf8()..];
            let dated = stirring.behind_digits.heads(rest) && !counts_years(rest);
            if dated || rest.starts_with(in_number) {
                return None;
            }
            let value = Scaled::integer(digit.into());
            let spelling = Spelling { positional: true, ..Spelling::default() };
            return Some(PlainNumber {
                value,
                end: self.text.len() - rest.len(),
                spelling,
                lone: Some(first),
            });
        }
        let (from_magnitude, figure) = plain_figure(input)?;
        let len = input.len() - from_magnitude.len();
        let decimal = input[..len].contains('.');
        let small = counts_years(from_magnitude) && (len == 1 || len == 2 && !time::plausible(self.text, at));
        // 3125.39點 is no time of day, 12.5元 no date.
        let stirred = if decimal { &stirring.behind_decimals } else { &stirring.behind_digits };
        if len > (if decimal { MOST_OF_DECIMAL } else { MOST_DIGITS })
            || stirred.heads(from_magnitude) && !small
        {
            return None;
        }
        let (rest, cardinal) = counted(from_magnitude, figure)?;
        if cardinal.last == Some(TRILLION) || cardinal.last.is_some() && stirring.behind_digits.heads(rest) {
            return None;
        }
        let spelling = Spelling::of(&cardinal);
        Some(PlainNumber { value: cardinal.value, end: self.text.len() - rest.len(), spelling, lone: None })
    }

    /// A number with the unit `sense`, whose word has `len` bytes.
    fn plain_measured(
        &self,
        at: usize,
        number: &PlainNumber,
        len: usize,
        sense: &Sense,
    ) -> Option<PlainMeasured> {
        let (word, behind) = self.from(number.end).split_at_checked(len)?;
        if !self.stands_alone(number.end, number.end + len) {
            return None;
        }
        let value = number.value.number()?;
        let firm = |unit: &Unit, factor: Number| PlainUnit {
            unit: unit.clone(),
            factor,
            role: Role::Firm,
            local: false,
            timed: false,
        };
        let unit = match sense {
            Sense::Currency { unit, factor } | Sense::Ratio { unit, factor } => firm(unit, *factor),
            Sense::Local { factor } => PlainUnit { local: true, ..firm(self.settings.currency(), *factor) },
            Sense::Measure(unit) => firm(unit, Number::ONE),
            Sense::Count { unit, article, guarded } => {
                let role = Role::Count { article: *article, guarded: *guarded };
                PlainUnit { role, ..firm(unit, Number::ONE) }
            }
            Sense::Duration { unit, factor } => {
                let core = Core { amount: Amount::exact(value), spelling: number.spelling };
                let contextual = matches!(word, "月" | "日" | "钟" | "鐘" | "载" | "載");
                let counts = !contextual && duration::is_unit(word, self.until(at), behind, &core);
                counts.then(|| PlainUnit { timed: true, ..firm(unit, *factor) })?
            }
            _ => return None,
        };
        let mut chars = word.chars();
        let single = chars.next().filter(|_| chars.next().is_none() && !unit.timed);
        let always = matches!(sense, Sense::Currency { .. } | Sense::Ratio { .. });
        let doubted = !always
            && single
                .is_some_and(|c| followers::needs_context(c) || followers::makes_another_word(c, behind));
        if doubted {
            return None;
        }
        let value = if unit.factor == Number::ONE { value } else { value.checked_mul(unit.factor)? };
        Some(PlainMeasured { value, unit, end: number.end + len })
    }
}

/// 三年, 5年 are lengths; 90年代 is a time.
fn counts_years(behind: &str) -> bool {
    behind.strip_prefix('年').is_some_and(|rest| !rest.starts_with('代'))
}

/// Longer runs of digits may be dates or telephone numbers; in bytes, with commas.
const MOST_DIGITS: usize = 7;

/// The same with a point.
const MOST_OF_DECIMAL: usize = 12;

/// The ends of the words before a number that measures something without a unit.
const MEASURING: [char; 8] = ['于', '於', '到', '报', '報', '达', '達', '='];

/// 兆, which may be the head of a unit: 兆瓦.
const TRILLION: u32 = 12;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extractor::Settings;
    use crate::lexicon::Lexicon;

    const NUMBERS: [&str; 12] =
        ["5", "12.5", "3萬", "1,234", "2.7億", "三", "两", "1.5萬億", "0", "2021", "33187.16", "15,286,329"];

    const BEFORE: [&str; 16] = [
        "",
        "，",
        "增長",
        "價",
        "上",
        "負",
        "-",
        "+",
        "攝氏",
        "零下",
        "高 ",
        "1",
        "（",
        "約為",
        "人民幣約",
        "每",
    ];

    const BEHIND: [&str; 65] = [
        "",
        "，",
        "。",
        "的",
        "公",
        "半",
        "多",
        "餘",
        "又",
        "至8元",
        "至9萬元",
        "-8%",
        "—20%左右",
        "~7噸以上",
        "至三家",
        "到5公里/小時",
        "至6億美元",
        "-3元/噸",
        "和9噸之間",
        "、6噸",
        "/噸",
        "/噸左右",
        "/10股",
        "每股",
        "每噸以上",
        "/公里",
        "人民幣",
        "（人民幣）",
        "（含稅）",
        "（含）以上",
        "（同",
        "(美元)",
        "5角",
        "三",
        "零5分",
        " 8",
        " 以上",
        "之間",
        "，不到9元",
        "但小於7個",
        "並超過6",
        "億",
        "個",
        "個半",
        "個半月",
        "個多月",
        "kg",
        "%",
        "起訴",
        "許可",
        "上下游",
        "至",
        "以上9",
        "以上9噸以下",
        "以上，9%以下",
        "，創下3月",
        "點5",
        "點",
        "代",
        "級",
        "加三天",
        "零三個月",
        "前的",
        "內",
        "以來",
    ];

    /// The same words around each unit in another order, so that all of them stand beside each kind of unit.
    fn texts() -> impl Iterator<Item = (String, usize)> {
        let lexicon = Lexicon::standard();
        let before: Vec<&str> =
            lexicon.before.words().chain(lexicon.prefixes.words()).chain(BEFORE).collect();
        let behind: Vec<&str> = lexicon.after.words().chain(BEHIND).collect();
        let words = lexicon.units.words().chain(["", "北"]).enumerate().flat_map(|(row, unit)| {
            NUMBERS
                .iter()
                .enumerate()
                .map(move |(column, number)| (row * NUMBERS.len() + column, unit, *number))
        });
        words.flat_map(move |(place, unit, number)| {
            let (before, behind) = (before.clone(), behind.clone());
            (0..PAIRS).flat_map(move |step| {
                let ahead = before[(place * PAIRS + step) * 7 % before.len()];
                let after = behind[(place * PAIRS + step) * 5 % behind.len()];
                // Half of them with nothing before, which most plain quantities have.
                [
                    (format!("{ahead}{number}{unit}{after}"), ahead.len()),
                    (format!("{number}{unit}{after}"), 0),
                ]
            })
        })
    }

    const PAIRS: usize = 4;

    /// What is wrong with what is read at once at `at`; `None` where nothing is read at once.
    fn fault(text: &str, at: usize, settings: &Settings) -> Option<Option<String>> {
        let reader = Reader::new(text, Lexicon::standard(), settings);
        let slow = reader.quantity(at, 0);
        let told = |span, extent, quantity: &Quantity, role, bounded| {
            format!("{span:?} {extent:?} {quantity} {:?} {role:?} {bounded}", quantity.is_assumed())
        };
        let slow = slow.as_ref();
        let slow_told =
            slow.map(|slow| told(slow.span, slow.extent, &slow.quantity, slow.role, slow.bounded));
        let (right, plain) = match reader.plain(at, 0)? {
            Plain::Quantity(plain) => {
                let plain = told(plain.span, plain.extent, &plain.quantity, plain.role, plain.bounded);
                (slow_told.as_ref() == Some(&plain), plain)
            }
            Plain::Digits(end) => {
                let bare = slow
                    .is_none_or(|slow| slow.role == Role::Bare && !slow.bounded && slow.span.end() == end);
                (bare, format!("digits to {end}"))
            }
        };
        Some((!right).then(|| format!("{text}: {plain}, not {slow_told:?}")))
    }

    #[test]
    fn plain_quantities_are_what_the_productions_read() {
        let settings = Settings::standard();
        let read: Vec<_> = texts().filter_map(|(text, at)| fault(&text, at, &settings)).collect();
        let faults: Vec<_> = read.iter().flatten().take(20).collect();
        assert_eq!(faults, [""; 0]);
        assert!(read.len() > 10_000, "{}", read.len());
    }

    #[test]
    fn most_quantities_are_plain() {
        let settings = Settings::standard();
        for (text, at) in [
            ("增長5.2%，其", "增長".len()),
            ("總值129.06億元。", "總值".len()),
            ("共218家（其", "共".len()),
            ("約280公里的", "約".len()),
            ("超過9萬元；", "超過".len()),
            ("有三家企", "有".len()),
            ("30%左右，", 0),
            ("漲至470.7元/噸，", "漲至".len()),
            ("淨利1.03億元至1.4億元，", "淨利".len()),
            ("報3125.39點，", "報".len()),
            ("連續三年增", "連續".len()),
            ("這2022北京", "這".len()),
            ("約人民幣20億元，", "約人民幣".len()),
            ("漲超10%，創下10月", "漲超".len()),
            ("歷時20年。", "歷時".len()),
        ] {
            let reader = Reader::new(text, Lexicon::standard(), &settings);
            assert!(reader.plain(at, 0).is_some(), "{text}");
        }
    }
}
