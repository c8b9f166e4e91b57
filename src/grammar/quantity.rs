//! Quantities: an amount with its unit, its bounds, its rate.
//!
//! ```text
//! quantity  = { before } [ currency ] [ sign ] measured [ range measured ] [ rate ] { after }
//! measured  = percent | amount [ "半" ] [ unit [ "半" | more | chain ] ]
//! percent   = ( "百" | "千" | "萬" ) "分之" amount
//! range     = "—" | "-" | "~" | "至" | "到" | …
//! rate      = ( "/" | "每" ) [ number ] unit
//! chain     = a smaller unit of the same kind: 50元6角3分, 3斤5兩, 五塊六
//! before    = a bound word, or a word that may stand between one and the number
//! after     = a bound word
//! ```
//!
//! Reads forward from where the number begins; words before it (約, 人民幣, −) are read backward from
//! there, because they matter only beside a number.

use nom::Parser;
use nom::combinator::opt;

use super::amount::{Core, Spelling, amount};
use super::chars::{is_han, is_space, one, spaced};
use super::number::parts_of;
use super::time::duration;
use crate::extractor::Settings;
use crate::lexicon::bounds::Bound;
use crate::lexicon::digits::{Numeral, ascii_digit, numeral};
use crate::lexicon::{Lexicon, Open, Sense, measures};
use crate::span::Span;
use crate::value::{Amount, Number, Quantity, Rate, Unit, UnitKind};

/// The text, the tables and the settings that every production shares.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    pub(crate) text: &'a str,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) settings: &'a Settings,
}

/// A quantity and its place.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub(crate) span: Span,
    pub(crate) extent: Span,
    pub(crate) quantity: Quantity,
    pub(crate) spelling: Spelling,
    /// How the unit was come by.
    pub(crate) role: Role,
    /// A word set its bounds.
    pub(crate) bounded: bool,
    /// Two numbers and a range mark.
    pub(crate) range: bool,
    /// Where the number itself begins, behind sign and currency.
    pub(crate) number_start: usize,
}

/// What the unit of a reading is, as far as it decides whether the reading is a mention at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// No unit is written.
    Bare,
    /// Money, measures, ratios.
    Firm,
    /// A classifier.
    Count {
        /// With 一 it mostly means "a".
        article: bool,
        /// Its character begins many other words.
        guarded: bool,
    },
}

/// An amount with its unit, before bounds, signs and rates.
#[derive(Clone, Debug)]
struct Measured {
    amount: Amount,
    spelling: Spelling,
    unit: Option<Read>,
    end: usize,
}

/// A unit as read.
#[derive(Clone, Debug)]
struct Read {
    unit: Unit,
    role: Role,
    /// 元 and its parts, whose currency the words around may still name.
    local: bool,
    /// What one of it is in the unit: 0.1 for 角.
    factor: Number,
    end: usize,
}

/// What stands before a number.
#[derive(Clone, Debug, Default)]
struct Before {
    bound: Option<Bound>,
    currency: Option<Unit>,
    /// 攝氏, 華氏.
    scale: Option<Unit>,
    negative: bool,
    span_start: usize,
    extent_start: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str, lexicon: &'a Lexicon, settings: &'a Settings) -> Self {
        Reader { text, lexicon, settings }
    }

    fn from(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or("")
    }

    fn until(&self, at: usize) -> &'a str {
        self.text.get(..at).unwrap_or("")
    }

    /// The quantity whose number begins at `at`; nothing before `floor` belongs to it.
    pub(crate) fn quantity(&self, at: usize, floor: usize) -> Option<Reading> {
        let (at, first) = match self.headless(at, floor) {
            Some(headless) => headless,
            None => (at, self.measured(at)?),
        };
        let mut before = self.before(at, floor);
        if first.spelling.bare && before.bound.is_none() {
            self.upward(at, floor, &mut before);
        }
        let (measured, range) = match self.range(&first, before.negative) {
            Some(whole) => (whole, true),
            None => (first, false),
        };
        let reading = self.assemble(at, measured, before, range)?;
        Some(self.both_bounds(&reading).unwrap_or(reading))
    }

    /// 大於10小於20, 1000以上1500以下: two bounds of one amount, side by side.
    fn both_bounds(&self, first: &Reading) -> Option<Reading> {
        use core::ops::Bound::Unbounded;
        let rest = self.from(first.extent.end());
        let half_open = |amount: &Amount| (amount.lo() == Unbounded) != (amount.hi() == Unbounded);
        if !first.bounded || !half_open(first.quantity.amount()) {
            return None;
        }
        let joined = rest.trim_start_matches([' ', '，', ',', '并', '並', '且', '而', '又', '但']);
        if rest.len() - joined.len() > MAX_JOINT {
            return None;
        }
        let joint_end = self.text.len() - joined.len();
        let start = joint_end + joined.find(in_number).filter(|&gap| gap <= MAX_JOINT)?;
        let measured = self.measured(start)?;
        let second = self.assemble(start, measured, self.before(start, joint_end), false)?;
        let (a, b) = (first.quantity.amount(), second.quantity.amount());
        let units = (first.quantity.unit(), second.quantity.unit());
        let adjacent = second.extent.start() == joint_end && second.bounded && half_open(b);
        if !adjacent || units.0.is_some() && units.0 != units.1 {
            return None;
        }
        let both = match (a.lo() == Unbounded, b.lo() == Unbounded) {
            (false, true) => Amount::new(a.lo(), b.hi()),
            (true, false) => Amount::new(b.lo(), a.hi()),
            _ => return None,
        }
        .ok()?
        .approximate(a.is_approximate() || b.is_approximate());
        let span = first.span.cover(second.span);
        let quantity = second.quantity.with_amount(both);
        Some(Reading {
            span,
            extent: first.extent.cover(second.extent),
            quantity,
            range: true,
            number_start: first.number_start,
            ..second
        })
    }

    fn assemble(&self, at: usize, mut measured: Measured, before: Before, range: bool) -> Option<Reading> {
        let mut end = measured.end;
        if let (Some(read), Some(scale)) = (&mut measured.unit, before.scale.clone())
            && read.unit.code() == "deg"
        {
            read.unit = scale;
        }
        let currency = self.currency_of(&measured, &before, &mut end);
        let unit = match (&measured.unit, &currency) {
            (Some(read), Some(named)) if read.local => Some(named.clone()),
            (Some(read), _) => Some(read.unit.clone()),
            (None, named) => named.clone(),
        };
        let assumed = measured.unit.as_ref().is_some_and(|read| read.local) && currency.is_none();
        let role = match &measured.unit {
            Some(read) => read.role,
            None if currency.is_some() => Role::Firm,
            None => Role::Bare,
        };
        let mut amount = measured.amount;
        if before.negative && !range {
            amount = amount.checked_mul(Number::from(-1))?;
        }
        let rate = self.rate_behind(end, unit.as_ref());
        let (rate, unit, rate_end) = match (rate, unit) {
            (Some((rate, rate_end)), Some(unit)) => {
                let (unit, rate) = compound(unit, rate);
                (rate, Some(unit), rate_end)
            }
            (_, unit) => (None, unit, end),
        };
        let span_end = end.max(rate_end);
        let (after, extent_end) = self.after(span_end, role, at);
        let named_before = before.currency.is_some() && unit.as_ref() == before.currency.as_ref();
        let span_start = if named_before || before.scale.is_some() {
            before.span_start
        } else {
            self.sign_start(at, &before)
        };
        let between = range
            && self.between_end(measured.end) == measured.end
            && self.until(measured.end).ends_with(['间', '間']);
        let bound = before.bound.filter(|b| *b != Bound::About).or(after).or(before.bound);
        let hedged = before.bound == Some(Bound::About);
        let amount = bound.map_or(amount, |bound| with_bound(amount, bound, hedged));
        let span = Span::new(span_start, span_end);
        let extent =
            Span::new(if before.bound.is_some() { before.extent_start } else { span_start }, extent_end);
        let mut quantity = Quantity::new(amount, unit).assumed(assumed);
        if let Some(rate) = rate {
            quantity = quantity.per(rate);
        }
        let extent = extent.cover(span);
        let spelling = measured.spelling;
        Some(Reading {
            span,
            extent,
            quantity,
            spelling,
            role,
            bounded: bound.is_some() || between,
            range,
            number_start: at,
        })
    }

    /// Where the sign of the number at `at` begins, or the number itself.
    fn sign_start(&self, at: usize, before: &Before) -> usize {
        if before.currency.is_none() && before.scale.is_none() { before.span_start } else { at }
    }

    /// 上千: no less than a bare magnitude, roughly.
    fn upward(&self, at: usize, floor: usize, before: &mut Before) {
        const OTHER_WORDS: [&str; 8] = ["以上", "之上", "及上", "网上", "網上", "线上", "線上", "晚上"];
        let window = self.text.get(floor..at).unwrap_or("");
        let idiom =
            ["成百上", "成千上"].iter().find(|idiom| window.ends_with(**idiom)).map(|idiom| idiom.len());
        let word = idiom.or_else(|| {
            (window.ends_with('上') && !OTHER_WORDS.iter().any(|word| window.ends_with(word)))
                .then_some('上'.len_utf8())
        });
        if let Some(len) = word {
            before.bound = Some(Bound::Upward);
            before.extent_start = at - len;
        }
    }

    /// 米九, 塊二: speech drops the 一 before a unit at the head of a clause. Where it begins, and what it is.
    fn headless(&self, at: usize, floor: usize) -> Option<(usize, Measured)> {
        let before = self.text.get(floor..at)?;
        let (outside, unit, tenths) =
            [("米", true), ("塊", true), ("块", true), ("個", false), ("个", false)]
                .iter()
                .find_map(|&(unit, named)| Some((before.strip_suffix(unit)?, unit, named)))?;
        let digit = self.from(at).chars().next().and_then(numeral);
        let (Numeral::Digit(digit @ 1..=9), _) = digit? else { return None };
        let (rest, core) = amount(self.from(at)).ok()?;
        let end = self.text.len() - rest.len();
        let spoken = core.spelling.positional && end - at == '九'.len_utf8();
        if !spoken || outside.ends_with(|c: char| is_han(c) || c.is_alphanumeric()) || self.unit_at(end) {
            return None;
        }
        let start = at - unit.len();
        let sense = if tenths { self.lexicon.units.head(unit)?.1 } else { self.lexicon.units.head("元")?.1 };
        let read = self.resolve(sense, start, start, start + unit.len(), &core)?;
        let value = Number::from_scaled(10 + i128::from(digit), 1).ok()?;
        let unit = Some(Read { end, ..read });
        Some((start, Measured { amount: Amount::exact(value), spelling: core.spelling, unit, end }))
    }

    // ---- amount and unit -------------------------------------------------

    fn measured(&self, at: usize) -> Option<Measured> {
        let input = self.from(at);
        if let Some(percent) = self.percent(at) {
            return Some(percent);
        }
        if let Some(half) = self.half(at) {
            return Some(half);
        }
        let (rest, core) = amount(input).ok()?;
        let end = self.text.len() - rest.len();
        let (core, end) = self.shorthand(core, end);
        let (core, end) = self.and_a_half(core, end);
        self.with_unit(at, core, end)
    }

    /// 百分之五, 千分之二點四, 百分百.
    fn percent(&self, at: usize) -> Option<Measured> {
        let input = self.from(at);
        let first = input.chars().next()?;
        let (exponent, len) = match numeral(first)?.0 {
            Numeral::Small(exponent @ (2 | 3)) | Numeral::Big(exponent @ 4) => (exponent, first.len_utf8()),
            _ => return None,
        };
        let (end, core) = match parts_of(&input[len..]) {
            Ok((rest, ())) => {
                let rest = rest.trim_start_matches(is_space);
                let (rest, core) = amount(rest).ok()?;
                let end = self.text.len() - rest.len();
                let (core, end) = self.shorthand(core, end);
                (end, core)
            }
            Err(_) => {
                let rest = spaced(input, "百分百")?;
                let hundred =
                    Core { amount: Amount::exact(Number::from(100)), spelling: Spelling::default() };
                (self.text.len() - rest.len(), hundred)
            }
        };
        let factor = Number::from_scaled(1, exponent).ok()?.checked_mul(Number::from(100))?;
        let read = Read { unit: Unit::percent(), role: Role::Firm, local: false, factor, end };
        Some(Measured {
            amount: core.amount.checked_mul(factor)?,
            spelling: Spelling { tail: 0, bare: false, positional: false, weak: false, ..core.spelling },
            unit: Some(read),
            end,
        })
    }

    /// 半噸, 半個, 半成; 半 alone only where a bound says that a half is meant: 過半, 近一半.
    fn half(&self, at: usize) -> Option<Measured> {
        let input = self.from(at);
        let (rest, alone) = match (input.strip_prefix("一半"), input.strip_prefix('半')) {
            (Some(rest), _) => (rest, true),
            (None, Some(rest)) => {
                (rest.strip_prefix(['数', '數']).unwrap_or(rest), rest.starts_with(['数', '數']))
            }
            (None, None) => return None,
        };
        let end = self.text.len() - rest.len();
        let half = Number::from_scaled(5, 1).ok()?;
        let spelling = Spelling { open: true, ..Spelling::default() };
        if !alone {
            if input.starts_with("半百") {
                let amount = Amount::exact(Number::from(50));
                return self.with_unit(at, Core { amount, spelling }, at + "半百".len());
            }
            let core = Core { amount: Amount::exact(half), spelling };
            // 過半股權 is more than half of it, 半個 half a piece.
            let over = self.before(at, 0).bound.is_some();
            let counts = |m: &Measured| m.unit.as_ref().is_some_and(|read| read.role == Role::Firm || !over);
            if let Some(measured) = self.with_unit(at, core, end).filter(counts) {
                return Some(measured);
            }
        }
        let bound = self.before(at, 0).bound.is_some() || self.after(end, Role::Firm, at).0.is_some();
        let behind_half = |c: char| is_han(c) && !alone && !matches!(c, '的' | '以' | '，');
        if !bound || (!alone && rest.starts_with(behind_half) && self.after(end, Role::Firm, at).0.is_none())
        {
            return None;
        }
        let read = Read { unit: Unit::percent(), role: Role::Firm, local: false, factor: Number::ONE, end };
        Some(Measured { amount: Amount::exact(Number::from(50)), spelling, unit: Some(read), end })
    }

    /// 一個半月, 兩個半小時: a half stands between number and unit of time.
    fn and_a_half(&self, core: Core, end: usize) -> (Core, usize) {
        let behind = duration::half_between(self.from(end)).filter(|_| !core.spelling.open);
        let half = Number::from_scaled(5, 1).ok();
        let amount = behind.and(half).and_then(|half| core.amount.try_map(|n| n.checked_add(half)));
        match (amount, behind) {
            (Some(amount), Some(len)) => (Core { amount, spelling: Spelling { open: true, ..core.spelling } }, end + len),
            _ => (core, end),
        }
    }

    /// `15k`, `30w`, `1.2M` behind digits.
    fn shorthand(&self, core: Core, end: usize) -> (Core, usize) {
        let rest = self.from(end);
        let mut chars = rest.chars();
        let exponent = match chars.next() {
            _ if rest.starts_with("bn") || rest.starts_with("mn") => {
                let second = chars.next();
                if second == Some('n') && rest.starts_with('b') { 9 } else { 6 }
            }
            Some('k' | 'K' | 'ｋ' | 'Ｋ') => 3,
            Some('M' | 'Ｍ') => 6,
            Some('w' | 'ｗ') => 4,
            Some('W' | 'Ｗ') if chars.as_str().starts_with(['元', '+', '人']) => 4,
            _ => return (core, end),
        };
        let letter = rest.len() - chars.as_str().len();
        let ends = !chars.as_str().starts_with(|c: char| c.is_ascii_alphanumeric());
        let plain = core.spelling.arabic && core.spelling.last.is_none();
        let power = 10i128.checked_pow(exponent).and_then(|power| Number::from_scaled(power, 0).ok());
        match power.and_then(|power| core.amount.checked_mul(power)) {
            Some(amount) if ends && plain => {
                let spelling =
                    Spelling { tail: exponent, last: Some(exponent), positional: false, ..core.spelling };
                (Core { amount, spelling }, end + letter)
            }
            _ => (core, end),
        }
    }

    /// The unit behind a number that ends at `end`, where the last magnitude may be part of the unit.
    fn with_unit(&self, at: usize, core: Core, end: usize) -> Option<Measured> {
        if let Some(measured) = self.magnitude_in_unit(at, &core, end) {
            return Some(measured);
        }
        let part = core.spelling.fraction.then(|| Read {
            unit: Unit::one(),
            role: Role::Bare,
            local: false,
            factor: Number::ONE,
            end,
        });
        let bare = Measured { amount: core.amount, spelling: core.spelling, unit: part, end };
        let Some(read) = self.unit(at, &core, end) else { return Some(bare) };
        self.with_read(core, read).or(Some(bare))
    }

    fn with_read(&self, core: Core, read: Read) -> Option<Measured> {
        let amount = core.amount.checked_mul(read.factor)?;
        let measured = Measured { amount, spelling: core.spelling, end: read.end, unit: Some(read) };
        Some(self.tail(measured))
    }

    /// 一千瓦 is a kilowatt, 300兆瓦 are 300 megawatts: the magnitude goes to the unit if one begins so.
    fn magnitude_in_unit(&self, at: usize, core: &Core, end: usize) -> Option<Measured> {
        let Spelling { last: Some(last @ (2 | 3 | 12)), open: false, bare: false, .. } = core.spelling else {
            return None;
        };
        let magnitude = self.until(end).chars().next_back()?;
        let cut = end - magnitude.len_utf8();
        let (len, sense) = self.lexicon.units.head(self.from(cut))?;
        if len <= magnitude.len_utf8() || !matches!(sense, Sense::Measure(_)) {
            return None;
        }
        let power = Number::from_scaled(1, last).ok()?;
        let amount = core.amount.checked_mul(power)?;
        let spelling = Spelling { tail: 0, last: None, ..core.spelling };
        let read = self.resolve(sense, at, cut, cut + len, &Core { amount, spelling })?;
        self.with_read(Core { amount, spelling }, read)
    }

    /// The longest unit at `end`, behind at most a few spaces, that can be meant there.
    fn unit(&self, at: usize, core: &Core, end: usize) -> Option<Read> {
        let rest = self.from(end);
        let trimmed = rest.trim_start_matches(is_space);
        let start = end + (rest.len() - trimmed.len());
        if start > end + UNIT_GAP {
            return None;
        }
        if let Some(read) = self.spaced_ratio(start) {
            return Some(read);
        }
        self.lexicon.units.heads(trimmed).find_map(|(len, sense)| {
            let unit_end = start + len;
            self.stands_alone(start, unit_end).then(|| self.resolve(sense, at, start, unit_end, core))?
        })
    }

    /// 個百分 點: the units of typeset tables that spaces tear apart.
    fn spaced_ratio(&self, start: usize) -> Option<Read> {
        let input = self.from(start);
        let words = ["个百分点", "個百分點", "百分点", "百分點"];
        if !input.starts_with(['个', '個', '百']) {
            return None;
        }
        let rest = words.iter().find_map(|word| spaced(input, word))?;
        let end = self.text.len() - rest.len();
        Some(Read {
            unit: Unit::percentage_point(),
            role: Role::Firm,
            local: false,
            factor: Number::ONE,
            end,
        })
    }

    /// A unit in Latin letters must not be the head of a longer word: the G of 5G基站 is none, GB is.
    fn stands_alone(&self, start: usize, end: usize) -> bool {
        let latin = |c: char| c.is_ascii_alphabetic();
        !self.until(end).ends_with(latin)
            || start == end
            || !self.from(end).starts_with(|c: char| c.is_ascii_alphanumeric())
    }

    /// What a unit word means behind this number; `None` where it means no unit.
    fn resolve(&self, sense: &Sense, at: usize, start: usize, end: usize, core: &Core) -> Option<Read> {
        let firm = |unit: Unit, factor: Number| Read { unit, role: Role::Firm, local: false, factor, end };
        let rest = self.from(end);
        match sense {
            Sense::Currency { unit, factor } => Some(firm(unit.clone(), *factor)),
            Sense::Local { factor } => {
                let another_word = rest
                    .starts_with(['素', '件', '旦', '宵', '首', '月', '气', '氣', '老', '勋', '勳', '色'])
                    && self.from(start).starts_with(['元', '角', '毛', '块', '塊']);
                let read = Read { local: true, ..firm(self.settings.currency().clone(), *factor) };
                (!another_word).then_some(read)
            }
            Sense::Measure(unit) => self.measure(unit, start, end, core).map(|unit| firm(unit, Number::ONE)),
            Sense::Regional(defs) => {
                Some(firm(Unit::built_in(&defs[self.settings.region().column()]), Number::ONE))
            }
            Sense::Open(open) => self.open_unit(*open, at, end, core),
            Sense::Count { unit, article, guarded } => self.classifier(start, end, core).then(|| Read {
                role: Role::Count { article: *article, guarded: *guarded },
                ..firm(unit.clone(), Number::ONE)
            }),
            Sense::Ratio { unit, factor } => Some(firm(unit.clone(), *factor)),
            Sense::Duration { unit, factor } => {
                let word = self.text.get(start..end).unwrap_or("");
                duration::is_unit(word, self.until(at), rest, core).then(|| firm(unit.clone(), *factor))
            }
            Sense::Tenths => {
                const OTHER_WORDS: [char; 25] = [
                    '为', '為', '立', '本', '功', '交', '长', '長', '员', '員', '果', '年', '都', '品', '分',
                    '份', '绩', '績', '就', '型', '效', '熟', '因', '见', '見',
                ];
                (!rest.starts_with(OTHER_WORDS)).then(|| firm(Unit::percent(), Number::from(10)))
            }
            Sense::Discount => {
                let value = core.amount.written()?;
                let factor = if value >= Number::from(10) { Number::ONE } else { Number::from(10) };
                (!rest.starts_with(['合', '算', '旧', '舊', '线', '線', '返', '腾', '騰', '磨', '叠', '疊']))
                    .then(|| firm(Unit::percent(), factor))
            }
            Sense::Doubling => {
                let before = self.until(at).trim_end_matches(['了', ' ']);
                let times = u32::try_from(core.amount.number()?.to_i64()?).ok().filter(|&n| n < 20)?;
                let factor = Number::from(1u32 << times).checked_div(core.amount.number()?)?;
                before.ends_with('翻').then(|| firm(Unit::fold(), factor))
            }
        }
    }

    /// A physical unit, unless the word goes on as another one.
    fn measure(&self, unit: &Unit, start: usize, end: usize, core: &Core) -> Option<Unit> {
        let word = self.text.get(start..end).unwrap_or("");
        let rest = self.from(end);
        let one_han = word.chars().count() == 1 && word.starts_with(is_han);
        if !one_han {
            return Some(unit.clone());
        }
        let other = match word {
            "里" => {
                rest.starts_with(['程', '面', '约', '約', '昂', '斯', '拉', '亚', '亞', '长', '長'])
                    || self.bare_year(start)
            }
            "克" => rest.starts_with(['服', '难', '難', '隆', '扣', '里', '拉', '莱', '萊', '罗', '羅']),
            "方" => {
                rest.starts_with([
                    '面', '案', '式', '法', '向', '便', '针', '針', '位', '可', '能', '才', '正', '舟', '队',
                    '隊', '块', '塊', '略', '程', '格', '得', '均', '都', '将', '將', '为', '為', '合', '签',
                    '簽', '代', '圆', '圓',
                ]) || core.spelling.weak
                    || !core.spelling.arabic && core.spelling.positional
            }
            "安" | "卡" | "巴" | "希" | "帕" | "伏" | "焦" | "甲" | "担" | "擔" | "顷" | "頃" | "丈"
            | "寸" | "尺" => {
                rest.starts_with(|c: char| is_han(c) && !BEHIND_UNITS.contains(&c)) && !core.spelling.arabic
                    || matches!(word, "安" | "卡" | "巴" | "希" | "帕" | "伏" | "焦" | "甲")
                        && rest.starts_with(is_han)
                        && !rest.starts_with(['以', '左', '的', '至', '到'])
            }
            "升" => {
                rest.starts_with([
                    '至', '到', '级', '級', '幅', '值', '势', '勢', '高', '息', '温', '溫', '降', '学', '學',
                    '破', '穿', '了', '逾', '超',
                ]) && !core.spelling.arabic
                    && !self.same_unit_follows(rest, '升')
            }
            "米" => rest.starts_with(['饭', '飯', '粉', '其', '兰', '蘭', '线', '線', '哈', '勒', '歇']),
            "磅" => rest.starts_with(['礴']),
            "瓦" => rest.starts_with(['解', '斯', '砾', '礫', '格']),
            "桶" => rest.starts_with(['装', '裝']),
            _ => false,
        };
        (!other).then(|| unit.clone())
    }

    /// 兩升到三升: behind the range mark another number has the same unit.
    fn same_unit_follows(&self, rest: &str, unit: char) -> bool {
        let Some((behind, Mark::To)) = range_mark(rest) else { return false };
        amount(behind).is_ok_and(|(rest, _)| rest.starts_with(unit))
    }

    /// A number like 2019 directly before 里 and the like is a year or a name.
    fn bare_year(&self, start: usize) -> bool {
        self.until(start).ends_with('年')
    }

    /// Whether a classifier behind this number counts.
    fn classifier(&self, start: usize, end: usize, core: &Core) -> bool {
        let word = self.text.get(start..end).unwrap_or("");
        let rest = self.from(end);
        match word {
            "点" | "點" => {
                !rest.starts_with(['钟', '鐘', '半', '整', '子', '心', '名', '评', '評', '赞', '讚'])
            }
            // 704所 is an institute by its number; 3所高校 are three schools.
            "所" => {
                rest.starts_with(is_han)
                    && core.amount.written().is_some_and(|n| n < Number::from(100))
                    && !rest.starts_with(['以', '有', '谓', '謂', '得', '在', '示', '需', '长', '長'])
            }
            "人" => {
                !rest.starts_with([
                    '民', '均', '工', '类', '類', '才', '力', '生', '体', '體', '大', '气', '氣', '口', '士',
                    '文', '物', '格', '行',
                ]) || core.spelling.arabic && rest.starts_with(['民', '均']) && false
            }
            "家" => !rest.starts_with([
                '庭', '具', '电', '電', '族', '居', '乡', '鄉', '长', '長', '属', '屬', '园', '園', '禽',
                '喻', '常',
            ]),
            "名" => !rest.starts_with(['单', '單', '义', '義', '字', '称', '稱', '牌', '气', '氣', '列']),
            "项" | "項" => !rest.starts_with(['目']) || core.spelling.arabic || true,
            "手" => !rest.starts_with([
                '机', '機', '段', '续', '續', '术', '術', '抓', '房', '车', '車', '法', '中', '里', '工',
                '动', '動',
            ]),
            "口" => !rest.starts_with([
                '岸', '气', '氣', '碑', '子', '号', '號', '径', '徑', '罩', '头', '頭', '服', '腔', '味',
            ]),
            "股" => {
                !rest.starts_with([
                    '东', '東', '份', '权', '權', '市', '价', '價', '民', '票', '指', '比', '骨', '息', '利',
                    '改', '灾',
                ]) || core.spelling.last.is_some()
            }
            "支" => {
                !rest.starts_with(['付', '持', '出', '撑', '撐', '柱', '行', '援', '部', '线', '線', '配'])
            }
            "分" => false,
            "期" => !rest.starts_with([
                '间', '間', '限', '望', '待', '货', '貨', '权', '權', '末', '初', '内', '內', '中', '债',
                '債', '美', '国', '國', '日', '英', '德', '法', '港',
            ]),
            "号" | "號" => false,
            _ => true,
        }
    }

    /// 度, 碼, 呎, 分: the words around decide.
    fn open_unit(&self, open: Open, at: usize, end: usize, core: &Core) -> Option<Read> {
        let window = self.window(at);
        let clause = window.rfind(['，', ',', '、']).and_then(|mark| window.get(mark..)).unwrap_or(window);
        // The clause decides; where it names none of the things measured, its sentence does.
        let telling = OPEN_UNIT_CONTEXT.iter().any(|word| clause.contains(word));
        let scope = if telling { clause } else { window };
        let near = |words: &[&str]| words.iter().any(|word| scope.contains(word));
        let role = Role::Firm;
        let read = |def, factor| Some(Read { unit: Unit::built_in(def), role, local: false, factor, end });
        let rest = self.from(end);
        match open {
            Open::Degree => {
                let lone = !core.spelling.arabic && core.spelling.positional || core.spelling.weak;
                if rest.starts_with(['假', '过', '過', '量', '蜜', '分', '参', '參', '數', '数', '蝉'])
                {
                    None
                } else if near(&["纬", "緯", "经", "經", "角", "转", "轉", "倾", "傾", "坡"])
                    && core.spelling.tail < 4
                {
                    read(&measures::DEGREE, Number::ONE)
                } else if near(&["电", "電", "kWh", "度数"]) || core.spelling.tail >= 4 {
                    read(&measures::KILOWATT_HOUR, Number::ONE)
                } else if near(&["华氏", "華氏"]) {
                    read(&measures::FAHRENHEIT, Number::ONE)
                } else if near(&["温", "溫", "热", "熱", "冷", "冬", "夏", "气象", "氣象", "摄氏", "攝氏"])
                {
                    read(&measures::CELSIUS, Number::ONE)
                } else if lone && rest.starts_with(is_han) {
                    None
                } else {
                    read(&measures::DEGREE, Number::ONE)
                }
            }
            // Hong Kong quotes interest in hundredths, the mainland in thousandths.
            Open::Interest if near(&["息", "利率", "按揭", "定存", "存款", "贷款", "貸款"]) => {
                let hundredths = self.settings.region().column() == 2;
                let factor = Number::from_scaled(1, if hundredths { 0 } else { 1 }).ok()?;
                Some(Read { unit: Unit::percent(), role, local: false, factor, end })
            }
            Open::Interest => None,
            Open::Step if near(&["息", "利率", "升", "降", "央行", "联储", "聯準"]) => {
                let unit = Unit::basis_point();
                Some(Read { unit, role, local: false, factor: Number::from(25), end })
            }
            Open::Step if rest.starts_with(['头', '頭', '率', '农', '農', '流', '洋']) => None,
            Open::Step => read(&measures::YARD, Number::ONE),
            Open::Foot => {
                let area = self.settings.region().column() == 2
                    || near(&[
                        "面积", "面積", "实用", "實用", "建筑", "建築", "楼面", "樓面", "单位", "單位",
                        "呎价", "呎價", "每",
                    ]);
                if area && !near(&["长", "長", "高", "宽", "寬", "深"]) {
                    read(&measures::SQUARE_FOOT, Number::ONE)
                } else {
                    read(&measures::FOOT, Number::ONE)
                }
            }
            Open::Point => {
                let other = rest.starts_with([
                    '之', '钟', '鐘', '别', '別', '析', '公', '布', '行', '红', '紅', '期', '类', '類', '配',
                    '成', '散', '工', '级', '級', '支', '部', '店', '局', '歧', '拆', '离', '離', '享', '担',
                    '擔', '明', '重', '批', '组', '組', '化', '子', '水', '流', '管', '区', '區', '项', '項',
                    '立',
                ]);
                let score = near(&[
                    "评分",
                    "評分",
                    "得分",
                    "满分",
                    "滿分",
                    "打分",
                    "分数",
                    "分數",
                    "成绩",
                    "成績",
                    "平均分",
                    "考",
                    "砍下",
                    "场均",
                    "場均",
                    "拿下",
                    "得到",
                    "贏",
                    "赢",
                ]);
                if other || score || rest.starts_with(|c: char| is_han(c) && !BEHIND_UNITS.contains(&c)) {
                    return None;
                }
                let factor = Number::from_scaled(1, 2).ok()?;
                Some(Read { unit: self.settings.currency().clone(), role, local: true, factor, end })
            }
        }
    }

    /// The clause before `at`, as far as a reader would look back.
    fn window(&self, at: usize) -> &'a str {
        let before = self.until(at);
        let mut start = before.len().saturating_sub(WINDOW);
        while !before.is_char_boundary(start) {
            start += 1;
        }
        let window = &before[start..];
        let cut = window.rfind(['。', '；', '！', '？', '\n']).map_or(0, |stop| stop + 1);
        window.get(cut..).unwrap_or(window)
    }

    // ---- behind the unit -------------------------------------------------

    /// Half units, smaller units and 多 behind a unit.
    fn tail(&self, measured: Measured) -> Measured {
        let measured = self.tenths_digit(measured);
        let measured = self.chain(measured);
        let measured = self.half_behind(measured);
        self.more_behind(measured)
    }

    /// 三成五 is 35 %.
    fn tenths_digit(&self, measured: Measured) -> Measured {
        let tenths = self.until(measured.end).ends_with('成');
        let mut chars = self.from(measured.end).trim_start_matches(is_space).chars();
        let digit = chars.next().and_then(|c| match numeral(c) {
            Some((Numeral::Digit(digit), _)) => Some(digit),
            _ => ascii_digit(c),
        });
        match digit {
            Some(digit)
                if tenths
                    && !chars.as_str().starts_with(in_number)
                    && !self.unit_at(self.text.len() - chars.as_str().len()) =>
            {
                let end = self.text.len() - chars.as_str().len();
                let add = |n: Number| n.checked_add(Number::from(u32::from(digit)));
                match measured.amount.try_map(add) {
                    Some(amount) => Measured { amount, end, ..measured },
                    None => measured,
                }
            }
            _ => measured,
        }
    }

    /// Whether some unit begins at `at`.
    fn unit_at(&self, at: usize) -> bool {
        self.lexicon.units.head(self.from(at)).is_some_and(|(_, sense)| !matches!(sense, Sense::Count { .. }))
    }

    /// 兩噸半, 三成半.
    fn half_behind(&self, measured: Measured) -> Measured {
        let Some(read) = &measured.unit else { return measured };
        let countable = matches!(read.unit.kind(), UnitKind::Measure | UnitKind::Currency)
            || self.until(measured.end).ends_with('成');
        let rest = self.from(measured.end);
        let other = [
            '导', '導', '径', '徑', '年', '岛', '島', '数', '數', '个', '個', '月', '天', '日', '小', '成',
            '价', '價', '固', '自', '挂', '掛',
        ];
        if !countable || !rest.starts_with('半') || rest['半'.len_utf8()..].starts_with(other) {
            return measured;
        }
        let half = Number::from_scaled(5, 1).ok().and_then(|half| half.checked_mul(read.factor));
        match half.and_then(|half| measured.amount.try_map(|n| n.checked_add(half))) {
            Some(amount) => Measured { amount, end: measured.end + '半'.len_utf8(), ..measured },
            None => measured,
        }
    }

    /// 3公里多, 5億元餘: the amount goes up to its next step.
    fn more_behind(&self, measured: Measured) -> Measured {
        let Some(read) = &measured.unit else { return measured };
        let rest = self.from(measured.end);
        let Some(mark) = rest.chars().next().filter(|c| matches!(c, '多' | '余' | '餘')) else {
            return measured;
        };
        let behind = &rest[mark.len_utf8()..];
        let other = [
            '种', '種', '家', '个', '個', '方', '次', '元', '样', '樣', '数', '數', '少', '年', '位', '名',
            '项', '項', '额', '額', '下', '地', '万', '萬', '亿', '億',
        ];
        let countable =
            read.role == Role::Firm && measured.amount.number().is_some() && !measured.spelling.open;
        if !countable || behind.starts_with(other) || behind.starts_with(in_number) {
            return measured;
        }
        let Some(written) = measured.amount.number().and_then(|n| n.checked_div(read.factor)) else {
            return measured;
        };
        let ends = next_step(written)
            .and_then(|hi| hi.checked_mul(read.factor))
            .zip(measured.amount.number())
            .and_then(|(hi, lo)| {
                Amount::new(core::ops::Bound::Excluded(lo), core::ops::Bound::Excluded(hi)).ok()
            });
        match ends {
            Some(amount) => {
                let spelling = Spelling { open: true, ..measured.spelling };
                Measured {
                    amount: amount.approximate(true),
                    spelling,
                    end: measured.end + mark.len_utf8(),
                    ..measured
                }
            }
            None => measured,
        }
    }

    /// Smaller units of the same kind, each added: 元角分, 斤兩, 英尺英寸, and the bare last digit of 五塊六.
    fn chain(&self, mut measured: Measured) -> Measured {
        for _ in 0..MAX_CHAIN {
            let Some(next) = self.link(&measured) else { break };
            measured = next;
        }
        measured
    }

    fn link(&self, measured: &Measured) -> Option<Measured> {
        let read = measured.unit.as_ref()?;
        measured.amount.number().filter(|_| !measured.spelling.open)?;
        let rest = self.from(measured.end);
        let joined = rest.trim_start_matches(['又', '零', '〇']);
        let start = self.text.len() - joined.len();
        if !joined.starts_with(in_number) {
            return None;
        }
        let (behind, core) = amount(joined).ok()?;
        let number = core.amount.number().filter(|_| !core.spelling.fraction)?;
        let end = self.text.len() - behind.len();
        let small = |value: Number| value < Number::from(1000) && !number.is_negative();
        let next = self
            .lexicon
            .units
            .head(behind)
            .and_then(|(len, sense)| self.resolve_smaller(sense, read, end + len, start));
        let (share, end) = match next {
            Some(found) => found,
            None => (self.bare_last_digit(measured, read, start, end, &core)?, end),
        };
        let part = number.checked_mul(share).filter(|_| small(number))?;
        let amount = measured.amount.try_map(|n| n.checked_add(part))?;
        let unit = Read { factor: share, end, ..read.clone() };
        Some(Measured { amount, unit: Some(unit), end, spelling: measured.spelling })
    }

    /// What one of the smaller unit is in the unit of `read`, and where it ends.
    fn resolve_smaller(
        &self,
        sense: &Sense,
        read: &Read,
        end: usize,
        start: usize,
    ) -> Option<(Number, usize)> {
        let share = match sense {
            Sense::Local { factor } if read.local => *factor,
            Sense::Open(Open::Point) if read.local => Number::from_scaled(1, 2).ok()?,
            Sense::Local { factor } if read.unit.kind() == UnitKind::Currency => *factor,
            Sense::Currency { unit, factor } if *unit == read.unit => *factor,
            Sense::Measure(unit)
                if read.unit.kind() == UnitKind::Measure && self.text.get(start..).is_some() =>
            {
                unit.convert(Number::ONE, &read.unit).ok()?
            }
            Sense::Regional(defs) => Unit::built_in(&defs[self.settings.region().column()])
                .convert(Number::ONE, &read.unit)
                .ok()?,
            _ => return None,
        };
        (share < read.factor).then_some((share, end))
    }

    /// 五塊六, 三米九, 三塊零四: one digit behind a unit of speech, a tenth of it, or with 零 a hundredth.
    fn bare_last_digit(
        &self,
        measured: &Measured,
        read: &Read,
        start: usize,
        end: usize,
        core: &Core,
    ) -> Option<Number> {
        let spoken = self.until(measured.end).ends_with(['块', '塊', '蚊', '米', '毛', '毫', '角']);
        let one = self.text.get(start..end)?.chars().count() == 1 && core.spelling.positional;
        let ends = !self
            .from(end)
            .starts_with(|c: char| is_han(c) && !BEHIND_UNITS.contains(&c) || in_number(c) || c == '%');
        let zero = start > measured.end;
        let shift = if zero { 2 } else { 1 };
        (spoken && one && ends).then(|| Number::from_scaled(1, shift).ok()?.checked_mul(read.factor))?
    }

    // ---- ranges ----------------------------------------------------------

    /// A second amount behind a range mark, as one with the first.
    fn range(&self, first: &Measured, negative: bool) -> Option<Measured> {
        let rest = self.from(first.end);
        let rest = ["（含）", "(含)"].iter().find_map(|mark| rest.strip_prefix(mark)).unwrap_or(rest);
        let (behind, mark) = range_mark(rest)?;
        let start = self.text.len() - behind.len();
        let (start, second_negative) =
            match behind.chars().next().filter(|c| matches!(c, '-' | '－' | '−' | '负' | '負')) {
                Some(sign) => (start + sign.len_utf8(), true),
                None => (start, false),
            };
        let start = self.second_start(start);
        let mut second = self.measured(start)?;
        if mark == Mark::And {
            second = self.between_second(start, second)?;
        }
        let (lo, hi) = match self.elliptical(first, &second, start) {
            Some(ends) => ends,
            None => self.carry(first, &second)?,
        };
        let sign = |amount: Amount, minus: bool| {
            if minus { amount.checked_mul(Number::from(-1)) } else { Some(amount) }
        };
        let (lo, hi) = (sign(lo, negative)?, sign(hi, second_negative)?);
        let amount = hull(lo, hi)?;
        let end = if mark == Mark::And { self.between_end(second.end) } else { second.end };
        let unit = second.unit.or_else(|| first.unit.clone());
        let spelling = Spelling {
            bare: false,
            positional: first.spelling.positional && second.spelling.positional,
            tail: second.spelling.tail.max(first.spelling.tail),
            ..second.spelling
        };
        Some(Measured { amount, spelling, unit, end })
    }

    /// `45-6萬`: the second number gives only the digits in which it differs.
    fn elliptical(&self, first: &Measured, second: &Measured, start: usize) -> Option<(Amount, Amount)> {
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let written = self.from(start);
        let width = u32::try_from(digits(written)).ok()?;
        let short = first.spelling.arabic
            && first.spelling.positional
            && !first.spelling.decimal
            && !second.spelling.decimal;
        let hyphen = self.from(first.end).starts_with('-') && first.unit.is_none();
        let low = first.amount.number()?.to_i64()?;
        let high: i64 = written.get(..digits(written))?.parse().ok()?;
        let place = 10i64.checked_pow(width)?;
        if !(short && hyphen && width > 0 && low > place && low % place < high && true) {
            return None;
        }
        let factor = second.amount.written()?.checked_div(Number::from(high).checked_mul(Number::ONE)?)?;
        let ends = (Number::from(low), Number::from(low - low % place + high));
        Some((Amount::exact(ends.0.checked_mul(factor)?), Amount::exact(ends.1.checked_mul(factor)?)))
    }

    /// The second number may repeat currency or 約: `$5-$10`, `1億元至約2億元`.
    fn second_start(&self, start: usize) -> usize {
        let rest = self.from(start);
        let skip = |words: &[&str]| words.iter().find_map(|word| rest.strip_prefix(word));
        let behind =
            skip(&["人民币", "人民幣", "约", "約", "近", "US$", "HK$", "NT$", "$", "¥", "￥", "€", "£"])
                .unwrap_or(rest);
        self.text.len() - behind.len()
    }

    /// The second number of 20和30之間, whose 間 is no classifier.
    fn between_second(&self, start: usize, second: Measured) -> Option<Measured> {
        let (rest, core) = amount(self.from(start)).ok()?;
        let end = self.text.len() - rest.len();
        if self.between_end(end) > end && (second.end <= self.between_end(end)) {
            return Some(Measured { amount: core.amount, spelling: core.spelling, unit: None, end });
        }
        (self.between_end(second.end) > second.end).then_some(second)
    }

    fn between_end(&self, end: usize) -> usize {
        let rest = self.from(end);
        let words = ["之间", "之間", "间", "間"];
        words.iter().find(|word| rest.starts_with(**word)).map_or(end, |word| end + word.len())
    }

    /// Both amounts in the unit of the range: the first takes what it does not have from the second.
    fn carry(&self, first: &Measured, second: &Measured) -> Option<(Amount, Amount)> {
        match (&first.unit, &second.unit) {
            (Some(a), Some(b)) if a.unit != b.unit => return None,
            (Some(_), None) if !self.signs_currency(first) => return None,
            (Some(a), Some(b)) if a.local != b.local && a.unit.kind() == UnitKind::Currency => {}
            _ => {}
        }
        let mut lo = first.amount;
        if first.unit.is_none() {
            if let Some(read) = &second.unit {
                lo = lo.checked_mul(read.factor)?;
            }
            if first.spelling.tail == 0 {
                let exponent = self.carried_power(first, second);
                let power =
                    10i128.checked_pow(exponent).and_then(|power| Number::from_scaled(power, 0).ok())?;
                let lifted = lo.checked_mul(power)?;
                // 8000至3萬 stays: lifted, the first would be the larger.
                if lifted.written()? <= second.amount.written()? {
                    lo = lifted;
                }
            }
        }
        Some((lo, second.amount))
    }

    /// The power of ten that the magnitude of the second number lends to the first.
    fn carried_power(&self, first: &Measured, second: &Measured) -> u32 {
        let small = second.spelling.last.filter(|&last| last < 4 && second.spelling.tail == 0);
        let spoken = !first.spelling.arabic && !second.spelling.arabic && first.spelling.positional;
        match small {
            Some(last) if spoken && first.amount.written().is_some_and(|n| n < Number::from(10)) => last,
            _ => second.spelling.tail,
        }
    }

    /// Whether the first end of a range has its currency before the number, which holds for both.
    fn signs_currency(&self, first: &Measured) -> bool {
        first.unit.is_none()
    }

    // ---- rates -----------------------------------------------------------

    /// `/噸`, `每噸` behind a unit.
    fn rate_behind(&self, end: usize, unit: Option<&Unit>) -> Option<(Rate, usize)> {
        let kind = unit?.kind();
        let rest = self.from(end);
        let rest = rest.strip_prefix("(含税)").or_else(|| rest.strip_prefix("（含稅）")).unwrap_or(rest);
        let mark = rest.chars().next().filter(|c| matches!(c, '/' | '／' | '每'))?;
        let start = self.text.len() - rest.len() + mark.len_utf8();
        let (rate, rate_end) = self.rate_unit(start)?;
        // 120MW/240MWh gives two capacities of one plant.
        if mark != '每'
            && kind == UnitKind::Measure
            && self.from(start).starts_with(in_number)
            && rate.unit().kind() == UnitKind::Measure
            && rate.amount() != Number::ONE
        {
            return None;
        }
        let time =
            rate.unit().dimension() == Some(crate::value::Dimension::Time) || rate.unit().code() == "{季}";
        let closed = !self.from(rate_end).starts_with(is_han);
        (kind != UnitKind::Ratio || mark != '每').then_some(())?;
        (mark != '每' || !time || closed).then_some((rate, rate_end))
    }

    /// What a rate is per: `噸`, `百公里`, `10股`, `年`.
    pub(crate) fn rate_unit(&self, start: usize) -> Option<(Rate, usize)> {
        let input = self.from(start).trim_start_matches(is_space);
        // 千瓦時 is a unit, 千 no number here.
        let unit_first =
            self.lexicon.units.head(input).is_some_and(|(_, sense)| matches!(sense, Sense::Measure(_)));
        let (rest, core) = if unit_first { (input, None) } else { opt(amount).parse(input).ok()? };
        let number = match &core {
            Some(core) => core.amount.number()?,
            None => Number::ONE,
        };
        let at = self.text.len() - rest.len();
        let core = core.unwrap_or(Core {
            amount: Amount::exact(Number::ONE),
            spelling: Spelling { arabic: true, ..Spelling::default() },
        });
        let time = self.lexicon.rate_times.head(rest);
        let unit = self.lexicon.units.heads(rest).find_map(|(len, sense)| {
            if time.is_some_and(|(time_len, _)| time_len >= len) || !self.stands_alone(at, at + len) {
                return None;
            }
            let read = match sense {
                Sense::Count { unit, .. } => Read {
                    unit: unit.clone(),
                    role: Role::Firm,
                    local: false,
                    factor: Number::ONE,
                    end: at + len,
                },
                Sense::Open(Open::Foot) => Read {
                    unit: Unit::built_in(&measures::SQUARE_FOOT),
                    role: Role::Firm,
                    local: false,
                    factor: Number::ONE,
                    end: at + len,
                },
                Sense::Tenths
                | Sense::Discount
                | Sense::Doubling
                | Sense::Ratio { .. }
                | Sense::Duration { .. } => return None,
                sense => self.resolve(sense, at, at, at + len, &core)?,
            };
            Some(read)
        });
        match (unit, time) {
            (Some(read), _) => Some((Rate::new(number.checked_mul(read.factor)?, read.unit), read.end)),
            (None, Some((len, unit))) if !rest[len..].starts_with(['份']) => {
                Some((Rate::new(number, unit.clone()), at + len))
            }
            _ => None,
        }
    }

    // ---- words around ----------------------------------------------------

    /// The currency that the words around name, where the unit leaves it open; moves `end` over a name
    /// behind the amount.
    fn currency_of(&self, measured: &Measured, before: &Before, end: &mut usize) -> Option<Unit> {
        let local = measured.unit.as_ref().is_some_and(|read| read.local);
        if !local && measured.unit.is_some() {
            return None;
        }
        let rest = self.from(*end);
        let open = rest.trim_start_matches(['(', '（']);
        let behind = self.lexicon.units.head(open).and_then(|(len, sense)| match sense {
            Sense::Currency { unit, factor } if *factor == Number::ONE => Some((len, unit)),
            _ => None,
        });
        if let Some((len, unit)) = behind
            && local
            && open[..len].starts_with(is_han)
        {
            let name_end = self.text.len() - open.len() + len;
            let bracketed = open.len() < rest.len();
            let closing = self.from(name_end).chars().next().filter(|c| matches!(c, ')' | '）'));
            if !bracketed || closing.is_some() {
                *end = name_end + closing.filter(|_| bracketed).map_or(0, char::len_utf8);
                return Some(unit.clone());
            }
        }
        before.currency.clone()
    }

    /// Bounds, currency and sign before the number at `at`, none of it before `floor`.
    fn before(&self, at: usize, floor: usize) -> Before {
        let mut found = Before { span_start: at, extent_start: at, ..Before::default() };
        self.sign(at, floor, &mut found);
        let mut at = found.span_start;
        let mut between = false;
        for _ in 0..MAX_WORDS_BEFORE {
            let window = self.text.get(floor..at).unwrap_or("");
            let trimmed = window.trim_end_matches(is_space);
            if found.currency.is_none()
                && !between
                && let Some((len, unit)) = self.currency_before(trimmed)
            {
                at = floor + trimmed.len() - len;
                found.currency = Some(unit);
                found.span_start = at;
                found.extent_start = found.extent_start.min(at);
                self.sign(at, floor, &mut found);
                at = found.span_start;
                continue;
            }
            if let Some(start) = trimmed.strip_suffix("零下").map(str::len)
                && !found.negative
            {
                at = floor + start;
                found.negative = true;
                found.scale = Some(Unit::built_in(&measures::CELSIUS));
                found.span_start = at;
                continue;
            }
            if found.scale.is_none()
                && found.currency.is_none()
                && let Some((len, unit)) = scale_before(trimmed)
            {
                at = floor + trimmed.len() - len;
                found.scale = Some(unit);
                found.span_start = at;
                continue;
            }
            let Some((len, bound)) = self.bound_before(trimmed) else { break };
            at = floor + trimmed.len() - len;
            match bound {
                Bound::None => break,
                Bound::Between => between = true,
                _ if found.bound.is_some() => break,
                bound => {
                    found.bound = Some(bound);
                    found.extent_start = at;
                }
            }
        }
        found
    }

    /// The longest bound word that `before` ends with, typesetting spaces in it passed over.
    fn bound_before(&self, before: &str) -> Option<(usize, Bound)> {
        let direct = self.lexicon.before.tail(before).map(|(len, &bound)| (len, bound));
        let mut start = before.len().saturating_sub(SPACED_WORD);
        while !before.is_char_boundary(start) {
            start += 1;
        }
        let window = &before[start..];
        if !window.contains(' ') {
            return direct;
        }
        let joined: String = window.chars().filter(|&c| c != ' ').collect();
        let (len, &bound) = self.lexicon.before.tail(&joined)?;
        let letters = joined[joined.len() - len..].chars().count();
        let from = window.char_indices().rev().filter(|&(_, c)| c != ' ').nth(letters - 1)?.0;
        Some((window.len() - from, bound))
    }

    /// A sign right before `at`: one that no digit, letter or unit stands before.
    fn sign(&self, at: usize, floor: usize, found: &mut Before) {
        let window = self.text.get(floor..at).unwrap_or("");
        let trimmed = window.trim_end_matches(is_space);
        let Some(mark) = trimmed.chars().next_back() else { return };
        let negative = match mark {
            '-' | '－' | '−' | '负' | '負' => true,
            '+' | '＋' => false,
            _ => return,
        };
        let before = trimmed[..trimmed.len() - mark.len_utf8()].chars().next_back();
        let gap = trimmed.len() < window.len();
        let spoken = matches!(mark, '负' | '負');
        let free = before
            .is_none_or(|c| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '%' | '％' | ')' | '）')))
            && (!gap || spoken || before.is_none());
        if free
            && !(spoken
                && before.is_some_and(|c| {
                    matches!(c, '自' | '背' | '肩' | '胜' | '勝' | '抱' | '欺' | '担' | '擔')
                }))
        {
            found.negative = negative;
            found.span_start = floor + trimmed.len() - mark.len_utf8();
            found.extent_start = found.span_start;
        }
    }

    /// A currency name or sign that `before` ends with, as a prefix of the number behind it.
    fn currency_before(&self, before: &str) -> Option<(usize, Unit)> {
        let (len, unit) = self.lexicon.prefixes.tail(before)?;
        let (outside, name) = before.split_at(before.len() - len);
        let latin = name.starts_with(|c: char| c.is_ascii_alphabetic());
        if latin && outside.ends_with(|c: char| c.is_ascii_alphanumeric()) {
            return None;
        }
        // 兌美元7.1 tells a rate of exchange.
        let exchange = outside.ends_with(['兑', '兌', '对', '對', '/']);
        (!exchange).then(|| (len, unit.clone()))
    }

    /// A bound word behind the quantity that ends at `end`: its effect and where it ends.
    fn after(&self, end: usize, role: Role, at: usize) -> (Option<Bound>, usize) {
        let rest = self.from(end);
        let gap = if rest.starts_with(' ') { 1 } else { 0 };
        let Some((len, bound)) = self.lexicon.after.head(&rest[gap..]) else { return (None, end) };
        let word = &rest[gap..gap + len];
        let behind = &rest[gap + len..];
        let applies = match word {
            // 10起案件, 3月起, 一起
            "起" => {
                role == Role::Firm
                    && !behind.starts_with([
                        '来', '來', '码', '碼', '步', '诉', '訴', '草', '点', '點', '源', '始', '家', '火',
                        '飞', '飛', '见', '見', '底',
                    ])
            }
            "许" | "許" => !behind.starts_with(['可', '多', '诺', '諾', '昌', '下']),
            "上下" => !behind.starts_with(['游', '文', '班', '级', '級', '两', '兩', '浮', '波', '同']),
            "前后" | "前後" => role == Role::Bare,
            "之上" => behind.is_empty() || !behind.starts_with(is_han),
            _ => true,
        };
        let _ = at;
        if applies { (Some(*bound), end + gap + len) } else { (None, end) }
    }
}

/// 公里 per hour is a unit of its own.
fn compound(unit: Unit, rate: Rate) -> (Unit, Option<Rate>) {
    if rate.amount() == Number::ONE && unit.kind() == UnitKind::Measure {
        let code = format!("{}/{}", unit.code(), rate.unit().code());
        if let Some(row) = measures::MEASURES.iter().find(|row| row.def.code == code) {
            return (Unit::built_in(&row.def), None);
        }
    }
    (unit, Some(rate))
}

/// The same quantity per `rate`, which for speeds is a unit of its own.
pub(crate) fn rated(quantity: Quantity, rate: &Rate) -> Quantity {
    match quantity.unit() {
        Some(unit) => match compound(unit.clone(), rate.clone()) {
            (unit, None) => Quantity::new(*quantity.amount(), Some(unit)),
            (_, Some(rate)) => quantity.per(rate),
        },
        None => quantity.per(rate.clone()),
    }
}

/// 攝氏 and 華氏 before a number.
fn scale_before(before: &str) -> Option<(usize, Unit)> {
    let rows = [
        ("摄氏", &measures::CELSIUS),
        ("攝氏", &measures::CELSIUS),
        ("华氏", &measures::FAHRENHEIT),
        ("華氏", &measures::FAHRENHEIT),
    ];
    let direct = rows.iter().find(|(word, _)| before.ends_with(word)).map(|(word, def)| (word.len(), *def));
    let with_noun = rows.iter().flat_map(|(word, def)| [("温度", word, def), ("溫度", word, def)]).find_map(
        |(noun, word, def)| {
            before.strip_suffix(noun)?.ends_with(word).then_some((word.len() + noun.len(), *def))
        },
    );
    let (len, def) = direct.or(with_noun)?;
    Some((len, Unit::built_in(def)))
}

/// `amount` as the word `bound` opens or closes it.
fn with_bound(amount: Amount, bound: Bound, hedged: bool) -> Amount {
    use core::ops::Bound::{Excluded, Included, Unbounded};
    let number = |end: core::ops::Bound<Number>| match end {
        Included(n) | Excluded(n) => Some(n),
        Unbounded => None,
    };
    let (Some(lo), hi) =
        (number(amount.lo()).or(number(amount.hi())), number(amount.hi()).or(number(amount.lo())))
    else {
        return amount;
    };
    let hi = hi.unwrap_or(lo);
    let bounded = match bound {
        Bound::About => return amount.approximate(true),
        Bound::Between | Bound::None => return amount,
        Bound::Over => Amount::more_than(lo),
        Bound::AtLeast => Amount::at_least(lo),
        Bound::Under => Amount::less_than(hi),
        Bound::AtMost => Amount::at_most(hi),
        Bound::Upward => Amount::at_least(lo).approximate(true),
        Bound::Nearly => Amount::less_than(hi).approximate(true),
    };
    if hedged { bounded.approximate(true) } else { bounded }
}

/// The smallest interval with both amounts in it.
fn hull(a: Amount, b: Amount) -> Option<Amount> {
    let (first, second) = (a.written()?, b.written()?);
    let (low, high) = if first <= second { (a, b) } else { (b, a) };
    let approx = a.is_approximate() || b.is_approximate();
    Amount::new(low.lo(), high.hi()).ok().map(|hull| hull.approximate(approx))
}

/// The number with its last place that is not zero raised by one.
fn next_step(number: Number) -> Option<Number> {
    let integer = number.to_i64()?;
    let mut step = 1i64;
    while integer != 0 && integer % step.checked_mul(10)? == 0 {
        step = step.checked_mul(10)?;
    }
    Some(Number::from(integer.checked_add(step)?))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// A dash, a tilde, 至, 到.
    To,
    /// 和, 與: a range only with 之間 behind the second number.
    And,
}

/// A range mark and the spaces around it.
fn range_mark(input: &str) -> Option<(&str, Mark)> {
    let trimmed = input.trim_start_matches(is_space);
    let dashes = ['-', '－', '–', '—', '─', '―', '~', '～', '〜', '∼', '‐', '‑', '−', '﹣', '一'];
    let (rest, first) =
        one(|c| dashes.contains(&c) || matches!(c, '至' | '到' | '和' | '与' | '與' | '跟' | '及'))
            .parse(trimmed)
            .ok()?;
    let (rest, mark) = match first {
        '一' => return None,
        '和' | '与' | '與' | '跟' | '及' => (rest, Mark::And),
        '至' | '到' => (rest, Mark::To),
        // A doubled dash is one mark; a third begins something else.
        _ => (rest.strip_prefix(first).unwrap_or(rest), Mark::To),
    };
    Some((rest.trim_start_matches(is_space), mark))
}

/// Whether `c` can belong to a number.
pub(crate) fn in_number(c: char) -> bool {
    ascii_digit(c).is_some() || numeral(c).is_some()
}

/// Characters that follow a unit of one character without making another word of it.
const BEHIND_UNITS: [char; 34] = [
    '的', '以', '左', '上', '下', '至', '到', '和', '及', '与', '與', '或', '为', '為', '是', '在', '了',
    '起', '每', '多', '余', '餘', '半', '之', '，', '。', '；', '、', '等', '不', '内', '內', '并', '並',
];

/// What the units of open words measure: electricity, angles, heat, interest, lengths and areas.
const OPEN_UNIT_CONTEXT: [&str; 30] = [
    "电", "電", "kWh", "纬", "緯", "经", "經", "角", "转", "轉", "温", "溫", "热", "熱", "冷", "摄氏",
    "攝氏", "华氏", "華氏", "息", "利率", "升", "降", "面积", "面積", "实用", "實用", "呎", "长", "長",
];

/// Spaces allowed between number and unit, in bytes.
const UNIT_GAP: usize = 6;
/// How far back, in bytes, a reader looks for what decides an open unit.
const WINDOW: usize = 60;
/// 元角分 and two to spare.
const MAX_CHAIN: usize = 4;
/// How far back a bound word with spaces in it is looked for, in bytes.
const SPACED_WORD: usize = 24;
/// Bytes between the two bounds of one amount, and of a bound word before its number.
const MAX_JOINT: usize = 18;
/// Words looked at before a number: 約, a verb, a currency, and one to spare.
const MAX_WORDS_BEFORE: usize = 4;
