//! Lengths of time and the words that place them.
//!
//! ```text
//! length    = counted { [ "零" | "又" ] counted } | "半" unit | [ "個" | "分" ] "半" …
//! counted   = amount unit [ "半" ]
//! placed    = [ "過去" | "近" | "未來" | "前" … ] length [ "後" | "前" | "內" | "以來" ]
//! ```
//!
//! A length is an amount with a unit, read with its bounds as quantities are; what is here turns it into
//! a time, reads the lengths of several units, and finds the words around.

use core::ops::Bound;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
#[cfg(test)]
use nom::combinator::map;
use nom::combinator::{not, opt, peek, value};
use nom::sequence::preceded;

use super::words::word;
use crate::grammar::amount::{Core, amount};
use crate::grammar::chars::{is_space, one, spaces};
use crate::grammar::{Parsed, consumed, fail};
use crate::lexicon::time::{DURATION_UNIT, LENGTH_PREFIX, LENGTH_SUFFIX, Placing, SUFFIX_TRAP, UnitRow};
use crate::span::Span;
use crate::value::{Amount, DurationUnit, Length, Number, Relation, TimeExpression, Timex};

/// A length of one or more units.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lengthy {
    pub(crate) amount: Amount,
    pub(crate) unit: DurationUnit,
    pub(crate) length: Length,
}

/// The duration of `amount` times `unit` whose number to unit is `span`, with the words around it that
/// place it.
pub(crate) fn duration(
    text: &str,
    span: Span,
    extent: Span,
    amount: Amount,
    unit: DurationUnit,
    floor: usize,
) -> (TimeExpression, Span) {
    let open = span.of(text).starts_with(['几', '幾', '数', '數']);
    // 近三年 are the last three years, not almost three.
    let recent = text.get(extent.start()..span.start()) == Some("近");
    let amount = if recent { amount.written().map_or(amount, Amount::exact) } else { amount };
    let extent = if recent { Span::new(span.start(), extent.end()) } else { extent };
    let business =
        span.of(text).ends_with("易日") || span.of(text).ends_with("作日") || span.of(text).ends_with("作天");
    let time = TimeExpression::duration(lengths(&amount, unit, open), amount, unit);
    placed(text, floor, span, extent, time.in_business_days(business))
}

/// The timex of an amount: one length, or a range where both ends are told.
fn lengths(amount: &Amount, unit: DurationUnit, open: bool) -> Timex {
    let of = |number| Timex::Length(Box::new(Length::new(number, unit)));
    match (amount.lo(), amount.hi()) {
        _ if open => of(None),
        (Bound::Included(lo), Bound::Included(hi)) if lo != hi => {
            Timex::Lengths(Box::new((Length::new(Some(lo), unit), Length::new(Some(hi), unit))))
        }
        _ => of(amount.written()),
    }
}

/// The length of several units, or with 半 in an odd place, that begins at byte `at`: 8天20小時, 五分半,
/// 個半小時.
pub(crate) fn duration_at(text: &str, at: usize, floor: usize) -> Option<super::TimeReading> {
    let input = text.get(at..)?;
    let (rest, found) = lengthy(input).ok()?;
    let span = Span::new(at, at + consumed(input, rest));
    let time = TimeExpression::duration(Timex::Length(Box::new(found.length)), found.amount, found.unit);
    let (time, extent) = placed(text, floor, span, span, time);
    Some(super::TimeReading { span, extent, time, longest: false })
}

/// The length with the relation that the words around it set, and its extent.
fn placed(
    text: &str,
    floor: usize,
    span: Span,
    extent: Span,
    time: TimeExpression,
) -> (TimeExpression, Span) {
    let (ahead, before) = length_prefix(text.get(floor..extent.start()).unwrap_or(""));
    let (behind, after) = match length_suffix(&text[span.end()..]) {
        // 以內 and 內 are read as a bound already.
        (len, Some(placing)) if span.end() + len == extent.end() => (0, Some(placing)),
        _ => length_suffix(&text[extent.end()..]),
    };
    let relation = relation(before, after);
    let width = |found: Option<Placing>, len| if found.is_some() { len } else { 0 };
    let ahead = if relation.is_some() { width(before, ahead) } else { 0 };
    let wide = Span::new(extent.start() - ahead, extent.end() + width(after, behind));
    (time.related(relation), wide.cover(span))
}

/// The placing word that a text ends with.
fn length_prefix(before: &str) -> (usize, Option<Placing>) {
    let trimmed = before.trim_end_matches(is_space);
    let spaces = before.len() - trimmed.len();
    match LENGTH_PREFIX.tail(trimmed) {
        Some((len, placing))
            if !is_prefix_trap(&trimmed[..trimmed.len() - len], &trimmed[trimmed.len() - len..]) =>
        {
            (len + spaces, Some(*placing))
        }
        _ => (0, None),
    }
}

/// 以上5年, 目前3天, 附近5年: the character is part of another word.
fn is_prefix_trap(before: &str, word: &str) -> bool {
    let last = before.chars().next_back();
    match word {
        "上" => last.is_some_and(|c| {
            matches!(c, '以' | '路' | '早' | '晚' | '加' | '线' | '線' | '网' | '網' | '市' | '史' | '身')
        }),
        "下" => last.is_some_and(|c| {
            matches!(c, '以' | '线' | '線' | '低' | '地' | '降' | '之' | '天' | '剩' | '留' | '签' | '簽')
        }),
        "前" => last.is_some_and(|c| matches!(c, '目' | '日' | '以' | '之' | '提' | '年')),
        "后" | "後" => {
            last.is_some_and(|c| matches!(c, '之' | '以' | '最' | '然' | '此' | '先' | '今' | '前'))
        }
        "近" => last.is_some_and(|c| matches!(c, '附' | '将' | '將' | '接' | '临' | '臨')),
        "过" | "過" => true,
        "头" | "頭" => last.is_some_and(|c| matches!(c, '年' | '鐘' | '钟' | '街')),
        "连" | "連" => last.is_some_and(|c| matches!(c, '接' | '相')),
        _ => false,
    }
}

/// The placing word that a text begins with.
fn length_suffix(behind: &str) -> (usize, Option<Placing>) {
    let trimmed = behind.trim_start_matches(is_space);
    let spaces = behind.len() - trimmed.len();
    match LENGTH_SUFFIX.head(trimmed) {
        Some((len, placing)) if SUFFIX_TRAP.head(trimmed).is_none_or(|(trap, ())| trap <= len) => {
            (len + spaces, Some(*placing))
        }
        _ => (0, None),
    }
}

const fn relation(before: Option<Placing>, after: Option<Placing>) -> Option<Relation> {
    match (before, after) {
        (Some(Placing::Last), _) | (None | Some(Placing::Within), Some(Placing::Since)) => {
            Some(Relation::Last)
        }
        (Some(Placing::Next), _) => Some(Relation::Next),
        (_, Some(Placing::After)) => Some(Relation::After),
        (_, Some(Placing::Before)) => Some(Relation::Before),
        (Some(Placing::Previous), _) => Some(Relation::Previous),
        (Some(Placing::Following), _) => Some(Relation::Following),
        (_, Some(Placing::Within)) => Some(Relation::Within),
        _ => None,
    }
}

/// `1 個` of a unit, its factor counted in.
fn scaled(amount: Amount, row: &UnitRow) -> Option<Amount> {
    let (numerator, denominator) = row.factor;
    let factor = Number::fraction(i128::from(numerator), i128::from(denominator)).ok()?;
    amount.checked_mul(factor)
}

/// The length of several units, or with 半 in an odd place.
fn lengthy(input: &str) -> Parsed<'_, Lengthy> {
    if input.starts_with(['个', '個', '分']) {
        return one_and_half(input);
    }
    let (rest, core) = amount(input)?;
    if rest.starts_with("分半") {
        minutes_and_half(input, rest, &core)
    } else {
        compound(input, rest, &core)
    }
}

/// The number of one counted unit of a compound, and the unit.
fn counted(input: &str) -> Parsed<'_, (Number, DurationUnit)> {
    let (rest, core) = amount(input)?;
    units_of(rest, &core)
}

/// The unit behind an amount.
fn units_of<'t>(input: &'t str, core: &Core) -> Parsed<'t, (Number, DurationUnit)> {
    let (rest, row) = preceded(spaces, counted_unit).parse(input)?;
    match scaled(core.amount, &row).and_then(|amount| amount.number()) {
        Some(number) => Ok((rest, (number, row.unit))),
        None => fail(input),
    }
}

/// A unit; in a compound 分 and 時 count too.
fn counted_unit(input: &str) -> Parsed<'_, UnitRow> {
    let short = |unit, spellings| UnitRow { unit, factor: (1, 1), spellings };
    let minute = value(short(DurationUnit::Minute, &["分"]), (tag("分"), not(peek(tag("之")))));
    let hour = value(short(DurationUnit::Hour, &["时", "時"]), one(|c| matches!(c, '时' | '時')));
    alt((word(&DURATION_UNIT), minute, hour)).parse(input)
}

/// 一小時零三十分鐘, 兩年零三個月, 8天20小時, 兩天又一個月.
fn compound<'t>(input: &'t str, behind: &'t str, core: &Core) -> Parsed<'t, Lengthy> {
    let (mut rest, (first, unit)) = units_of(behind, core)?;
    let mut length = Length::new(Some(first), unit);
    let mut steps = 1;
    while let Ok((behind, (number, next))) = preceded(tie, counted).parse(rest) {
        if steps == 7 || length.get(next).is_some() {
            break;
        }
        length = length.with(Some(number), next);
        rest = behind;
        steps += 1;
    }
    let only_units = input[..consumed(input, rest)].contains(['时', '時', '分']);
    if steps < 2 || only_units && steps == 1 {
        return fail(input);
    }
    let length = length.in_months();
    let (amount, unit) = length.in_finest();
    Ok((rest, Lengthy { amount: Amount::exact(amount), unit, length }))
}

/// 零, 又, 加 between the parts of a length.
fn tie(input: &str) -> Parsed<'_, ()> {
    value((), (spaces, opt(one(|c| matches!(c, '零' | '又' | '加' | '外' | '和'))), spaces)).parse(input)
}

fn half_of(number: Number, unit: DurationUnit) -> Option<Lengthy> {
    let half = Number::fraction(1, 2).ok()?;
    let number = number.checked_add(half)?;
    let length = Length::new(Some(number), unit);
    Some(Lengthy { amount: Amount::exact(number), unit, length })
}

fn ended<'t>(input: &'t str, rest: &'t str, found: Option<Lengthy>) -> Parsed<'t, Lengthy> {
    match found {
        Some(found) => Ok((rest, found)),
        None => fail(input),
    }
}

/// 個半小時, 個半鐘, 分半鐘, 分半.
fn one_and_half(input: &str) -> Parsed<'_, Lengthy> {
    let hour = alt((tag("小时"), tag("小時"), tag("钟头"), tag("鐘頭"), tag("钟"), tag("鐘")));
    let unit = alt((
        value(DurationUnit::Hour, (one(|c| matches!(c, '个' | '個')), tag("半"), hour)),
        value(DurationUnit::Month, (one(|c| matches!(c, '个' | '個')), tag("半"), tag("月"))),
        value(DurationUnit::Minute, (tag("分半"), opt(alt((tag("钟"), tag("鐘")))))),
    ));
    let mut unit = unit;
    let (rest, unit) = unit.parse(input)?;
    ended(input, rest, half_of(Number::ONE, unit))
}

/// 五分半, 一分半鐘: `behind` begins with 分半.
fn minutes_and_half<'t>(input: &'t str, behind: &'t str, core: &Core) -> Parsed<'t, Lengthy> {
    let (rest, _) = (tag("分半"), opt(alt((tag("钟"), tag("鐘"))))).parse(behind)?;
    let found = core.amount.number().and_then(|number| half_of(number, DurationUnit::Minute));
    ended(input, rest, found)
}

/// 個半 before a unit of time: the length of 個半, where the unit begins behind it.
pub(crate) fn half_between(behind: &str) -> Option<usize> {
    let trimmed = behind.trim_start_matches(is_space);
    let rest = trimmed.strip_prefix(['个', '個'])?.strip_prefix('半')?;
    let unit = rest.starts_with(['月', '季'])
        || DURATION_UNIT.head(rest).is_some_and(|(_, row)| row.unit != DurationUnit::Year);
    // 月 has no 個 of its own any more: it is left to stand for 個月.
    unit.then(|| behind.len() - rest.len())
}

/// 個多 before a unit of time: its length, and the amount that goes up to the next whole number.
pub(crate) fn more_between(behind: &str, core: &Core) -> Option<(usize, Amount)> {
    let trimmed = behind.trim_start_matches(is_space);
    let rest = trimmed.strip_prefix(['个', '個'])?.strip_prefix(['多', '余', '餘'])?;
    let unit = rest.starts_with('月')
        || DURATION_UNIT.head(rest).is_some_and(|(_, row)| row.unit != DurationUnit::Year);
    let number = core.amount.number().filter(|number| unit && number.is_integer())?;
    let next = number.checked_add(Number::ONE)?;
    let amount = Amount::new(Bound::Excluded(number), Bound::Excluded(next)).ok()?;
    Some((behind.len() - rest.len(), amount.approximate(true)))
}

/// Whether a word behind a number is a unit of time there: not 月 unless a word before makes a length of
/// it, not the 日 of a date, not 年級, 天然, 秒殺.
pub(crate) fn is_unit(word: &str, before: &str, behind: &str, core: &Core) -> bool {
    const OTHER_WORDS: [(char, &[char]); 6] = [
        ('年', &['级', '級', '代', '糕', '画', '畫', '货', '貨', '轻', '輕', '度', '报', '報', '味']),
        ('天', &['津', '然', '河', '府', '王', '才', '猫', '貓', '鹅', '鵝', '空', '地', '下']),
        (
            '周',
            &[
                '岁', '歲', '边', '邊', '围', '圍', '报', '報', '刊', '末', '一', '二', '三', '四', '五',
                '六', '日',
            ],
        ),
        ('週', &['歲', '邊', '圍', '報', '刊', '末', '一', '二', '三', '四', '五', '六', '日']),
        ('秒', &['杀', '殺', '懂', '变', '變', '速', '针', '針']),
        ('载', &['客', '重', '人', '货']),
    ];
    let arabic = core.spelling.arabic;
    let trapped =
        OTHER_WORDS.iter().any(|(head, traps)| word.chars().eq([*head]) && behind.starts_with(*traps));
    match word {
        _ if core.spelling.fraction && arabic => false,
        "月" => {
            before.ends_with(['近', '前', '后', '後', '过', '過', '去'])
                || core.spelling.several
                || before.ends_with("个半")
                || core.spelling.open
        }
        "日" => !behind.starts_with(['元', '圆', '圓', '本', '报', '報', '系']),
        // 兩個半鐘; 一見鍾情 and the like are no hours.
        "钟" | "鐘" => core.spelling.open,
        "载" | "載" => !arabic && behind.chars().next().is_none_or(|c| !is_han_word(c)),
        "年" => {
            !trapped
                && core.amount.written().is_some_and(|n| n < Number::from(1900) || !core.spelling.positional)
        }
        _ => !trapped,
    }
}

fn is_han_word(c: char) -> bool {
    crate::grammar::chars::is_han(c)
}

/// One length.
#[cfg(test)]
pub(super) fn length(input: &str) -> Parsed<'_, Lengthy> {
    let single = map(counted, |(number, unit)| Lengthy {
        amount: Amount::exact(number),
        unit,
        length: Length::new(Some(number), unit),
    });
    alt((lengthy, single)).parse(input)
}
