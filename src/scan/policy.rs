//! Which readings are mentions: what a lone numeral, a bare number, a classifier must have around it.

use crate::grammar::chars::{is_han, is_space};
use crate::grammar::quantity::{Reader, Reading, Role, in_number};
use crate::span::Span;
use crate::value::QuantityKind;

/// Whether `reading` measures or counts something.
pub(super) fn accepts(reader: &Reader<'_>, reading: &Reading, floor: usize) -> bool {
    let text = reader.text;
    let lone = lone_numeral(text, reading).filter(|_| !reading.range);
    let before = text.get(floor..reading.number_start).unwrap_or("");
    if reading.spelling.several && !several_counts(before, text, reading) {
        return false;
    }
    if reading.spelling.bare && !reading.bounded && !bare_magnitude_counts(reading, text) {
        return false;
    }
    match reading.role {
        Role::Firm => {
            let measured = matches!(reading.quantity.kind(), QuantityKind::Money | QuantityKind::Ratio);
            !reading.spelling.weak || measured
        }
        Role::Count { article, guarded } => {
            !reading.spelling.weak && lone.is_none_or(|lone| counts(lone, article, guarded, reading.bounded))
        }
        Role::Bare => bare_counts(text, reading, before),
    }
}

/// Whether the one numeral `lone` counts with a classifier: not with one that makes a word or an article of it.
pub(super) fn counts(lone: char, article: bool, guarded: bool, bounded: bool) -> bool {
    let is_article = lone == '一' && article && !bounded;
    !(is_article || guarded || lone == '零')
}

/// The numeral, where the number is one Chinese numeral.
fn lone_numeral(text: &str, reading: &Reading) -> Option<char> {
    let mut chars = text[reading.number_start..].chars();
    let first = chars.next().filter(|&c| in_number(c) && !c.is_ascii_digit())?;
    (!chars.as_str().trim_start_matches(is_space).starts_with(in_number) && reading.spelling.positional)
        .then_some(first)
}

/// 數 ends many nouns (指數, 人數); 幾 is the question 幾何 only in other words.
fn several_counts(before: &str, text: &str, reading: &Reading) -> bool {
    let is_several = text[reading.number_start..].starts_with(['数', '數']);
    const NOUNS: [char; 62] = [
        '指', '系', '倍', '人', '次', '总', '總', '多', '少', '岁', '歲', '参', '參', '函', '户', '戶', '点',
        '點', '基', '分', '奇', '偶', '整', '负', '負', '小', '对', '對', '因', '常', '股', '件', '辆', '輛',
        '天', '级', '級', '期', '字', '页', '頁', '度', '位', '代', '号', '號', '层', '層', '复', '複', '计',
        '計', '读', '讀', '为', '额', '額', '步', '响', '響', '招', '算',
    ];
    let with_unit = reading.role != Role::Bare;
    with_unit && !(is_several && before.ends_with(NOUNS))
}

/// 百, 千, 萬, 億 alone: 千億元 is a sum, 百米 and 萬人 mostly are not.
fn bare_magnitude_counts(reading: &Reading, text: &str) -> bool {
    let number = text.get(reading.number_start..reading.span.end()).unwrap_or("");
    let magnitudes = number.chars().take_while(|&c| in_number(c)).count();
    magnitudes >= 2 && reading.quantity.kind() == QuantityKind::Money
}

/// A number without a unit: one with a magnitude or a decimal measures something; a plain integer only
/// where a bound, a verb of measuring, or nothing else at all stands beside it.
fn bare_counts(text: &str, reading: &Reading, before: &str) -> bool {
    let spelling = &reading.spelling;
    let behind = &text[reading.span.end()..];
    if behind.starts_with(|c: char| c.is_ascii_alphanumeric()) || spelling.weak && !alone(text, reading) {
        return false;
    }
    if alone(text, reading) {
        return true;
    }
    if spelling.fraction {
        // 9/11 and 24/7 are no parts of anything.
        return !reading.spelling.arabic
            || before.is_empty()
            || behind.starts_with('的')
            || reading.bounded
            || equated(before);
    }
    if reading.bounded {
        return !spelling.bare || spelling.last.is_some();
    }
    if spelling.positional && !spelling.decimal {
        return measured_by_verb(before, behind);
    }
    if spelling.decimal && spelling.positional {
        return !version_like(before, behind);
    }
    // 三百 alone is as much a name as a number; 三百萬 measures.
    let large = spelling.last.is_some_and(|last| last >= 4) || spelling.open && spelling.tail >= 4;
    let counts = large && !spelling.bare && !behind.starts_with(is_word_maker);
    counts || measured_by_verb(before, behind)
}

/// A year is written with 年 or beside a time; four digits that are all there is are a number.
pub(super) fn plain_number(text: &str, calendar: Span) -> bool {
    let digits = calendar.of(text);
    digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()) && stands_alone(text, calendar)
}

/// The number is all that the text says, or all between two marks.
fn alone(text: &str, reading: &Reading) -> bool {
    stands_alone(text, reading.extent)
}

/// Whether the text says nothing outside `span`.
pub(super) fn stands_alone(text: &str, span: Span) -> bool {
    let says = |c: char| is_han(c) || c.is_alphanumeric();
    !text[..span.start()].contains(says) && !text[span.end()..].contains(says)
}

/// Behind 是 or 為 a fraction is what something is.
fn equated(before: &str) -> bool {
    before.trim_end_matches(['-', '−', '－', ' ']).ends_with(['是', '为', '為'])
}

fn measured_by_verb(before: &str, behind: &str) -> bool {
    const VERBS: [&str; 9] = ["等于", "等於", "达到", "達到", "收报", "收報", "高达", "高達", "="];
    let ends = !behind.trim_start_matches(is_space).starts_with(|c: char| is_han(c) || c.is_alphanumeric());
    let equal = before.trim_end_matches(is_space).ends_with(['于', '於', '=']) && behind.starts_with('的');
    VERBS.iter().any(|verb| before.trim_end_matches(is_space).ends_with(verb)) && (ends || equal)
}

/// 1.0, 2.5.1, V3.0: a version, a section.
fn version_like(before: &str, behind: &str) -> bool {
    let trimmed = before.trim_end_matches(is_space);
    behind.starts_with(['.', '版', '时', '時', '代'])
        || trimmed.ends_with(|c: char| c.is_ascii_alphabetic() || matches!(c, 'V' | 'v' | '第'))
        || trimmed.is_empty() && behind.starts_with([' ', '、', '\t'])
}

/// Characters that make a number with magnitude part of a noun: 萬一, 億級, 千萬級, 萬事.
fn is_word_maker(c: char) -> bool {
    matches!(c, '级' | '級' | '事' | '能' | '众' | '眾' | '物' | '里')
}

/// `1、` at the head of a line or sentence numbers a paragraph.
pub(super) fn list_marker(text: &str, reading: &Reading) -> bool {
    let before = text[..reading.span.start()].trim_end_matches(is_space);
    let starts = before.is_empty() || before.ends_with(['\n', '。', '；', '：', ':']);
    starts && text[reading.span.end()..].starts_with(['、', '.', '．'])
}
