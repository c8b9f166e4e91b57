//! A cheap look at a place before the productions try it: most numbers and most characters that can open
//! a time open none.

use once_cell::sync::Lazy;

use super::words::is_number;
use super::{plain, words};
use crate::grammar::chars::{is_han, is_space};
use crate::lexicon::digits::{Form, Numeral, ascii_digit, numeral, numerals as every_numeral};
use crate::lexicon::time::{self as lexicon, BARE_YEAR_FOLLOWER};
use crate::lexicon::{CharSet, Heads};

struct Gate {
    /// The words of more than one character.
    words: Heads,
    /// What 上, 這 and the like shift by.
    shifted: Heads,
    /// The heads of the units that a year or a month is counted out in.
    counted: CharSet,
    /// The heads of what stands between the ends of a range.
    ranges: CharSet,
    /// What can stand behind 每.
    recurring: CharSet,
}

static GATE: Lazy<Gate> = Lazy::new(|| Gate {
    words: lexicon::opening_words().filter(|word| word.chars().nth(1).is_some()).collect(),
    shifted: lexicon::calendar_units().chain(["世"]).collect(),
    counted: "季周週星礼禮天日月".chars().collect(),
    ranges: lexicon::range_heads().collect(),
    recurring: lexicon::length_units()
        .chain(lexicon::calendar_units())
        .filter_map(|word| word.chars().next())
        .chain(every_numeral())
        .chain("0123456789０１２３４５６７８９逢隔个個早晨朝晚夜周週星礼禮工交\u{20}\u{A0}\u{3000}".chars())
        .collect(),
});

/// The characters that a time can begin with and that are neither digits nor numerals.
pub(crate) fn openers() -> impl Iterator<Item = char> {
    let heads = lexicon::opening_words().filter_map(|word| word.chars().next());
    heads.chain(lexicon::OTHER_OPENERS.iter().copied())
}

/// The characters that can follow an opener.
pub(crate) fn second_characters() -> impl Iterator<Item = char> {
    let words = lexicon::opening_words().filter_map(|word| word.chars().nth(1));
    let units = lexicon::calendar_units().filter_map(|word| word.chars().next());
    let numbers = every_numeral().chain("0123456789０１２３４５６７８９".chars());
    let others = "半鐘钟一个個世的早晨朝晚夜春夏秋冬季周週星礼禮天日月末历曆元年Y\u{20}\u{A0}\u{3000}";
    words.chain(units).chain(numbers).chain(lexicon::range_heads()).chain(others.chars())
}

/// Whether a time can begin with `first`, one of the [`openers`], before `behind`.
#[inline]
pub(crate) fn opens(first: char, behind: &str) -> bool {
    let gate = &*GATE;
    // 個半小時, 分半鐘: speech drops the 一.
    if matches!(first, '个' | '個' | '分') {
        return behind.starts_with(['半', '鐘', '钟']);
    }
    let mut chars = behind.chars();
    let Some(second) = chars.next() else { return false };
    gate.words.may_begin(first, behind)
        || match first {
            '每' => gate.recurring.heads(behind),
            '本' | '这' | '這' | '呢' | '上' | '下' => shifts(gate, behind),
            '今' => part_of_near(second) || shifts(gate, behind),
            '去' => matches!(second, '春' | '夏' | '秋' | '冬'),
            '昨' | '明' | '听' | '聽' | '当' | '當' | '次' => part_of_near(second),
            '前' => part_of_near(second) || counts(gate, behind.trim_start_matches('的'), Some(1)),
            '首' => counts(gate, behind.trim_start_matches('的'), None),
            '第' => counts(gate, behind, Some(1)),
            '周' | '週' => is_number(second) || matches!(second, '天' | '日' | '末'),
            '早' | '晨' | '晚' | '夜' | '午' => {
                behind.trim_start_matches(|c| c == '的' || is_space(c)).starts_with(is_number)
            }
            '农' | '農' | '阴' | '陰' | '旧' | '舊' => matches!(second, '历' | '曆'),
            '公' => matches!(second, '元' | '历' | '曆'),
            '正' | '腊' | '臘' | '冬' => second == '月',
            '闰' | '閏' | '初' => is_number(second),
            '大' => second == '年',
            'Q' | 'q' | 'H' | 'F' => is_number(second) || second == 'Y',
            _ => false,
        }
}

/// 今晚, 昨夜, 今春.
fn part_of_near(second: char) -> bool {
    matches!(second, '早' | '晨' | '朝' | '晚' | '夜' | '春' | '夏' | '秋' | '冬')
}

/// 上周, 下個月, 這一年.
fn shifts(gate: &Gate, behind: &str) -> bool {
    let unit = behind.strip_prefix('一').unwrap_or(behind);
    gate.shifted.head(unit.strip_prefix(['个', '個']).unwrap_or(unit))
}

/// 前三季度, 首個月, 第二周: at least `least` digits and the unit that they count, or a range.
fn counts(gate: &Gate, behind: &str, least: Option<usize>) -> bool {
    let number = behind.trim_start_matches(is_space);
    let unit = number.trim_start_matches(is_number);
    let enough = least.is_none_or(|least| number.len() - unit.len() >= least);
    let unit = unit.trim_start_matches(|c| is_space(c) || matches!(c, '个' | '個'));
    enough && unit.chars().next().is_some_and(|c| gate.counted.contains(c) || gate.ranges.contains(c))
}

/// Whether `c` can stand between the ends of a range or of a pair.
pub(super) fn may_join(c: char) -> bool {
    GATE.ranges.contains(c)
}

/// Whether a time can begin at `at`, as far as the next few characters tell.
pub(crate) fn plausible(text: &str, at: usize) -> bool {
    let input = &text[at..];
    let mut chars = input.chars();
    match chars.next() {
        None => false,
        Some(first) if ascii_digit(first).is_some() => digits(text, at),
        Some(first) if numeral(first).is_some() => numerals(input),
        Some(first) => opens(first, chars.as_str()),
    }
}

/// Digits are a time where a mark of one follows that so many digits can have.
fn digits(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    if before.is_some_and(|c| ascii_digit(c).is_some() || c == '.' || c.is_ascii_alphabetic()) {
        return false;
    }
    let input = &text[at..];
    let close = input.trim_start_matches(|c| ascii_digit(c).is_some());
    let behind = close.trim_start_matches(is_space);
    let digits = input[..input.len() - close.len()].chars().count();
    let mut chars = behind.chars();
    let Some(mark) = chars.next() else { return matches!(digits, 4 | 8) };
    if numeral(mark).is_some() && digits != 8 {
        return false;
    }
    match (digits, mark) {
        // 5年 is a length.
        (1, '年') => chars.next() == Some('代'),
        // 21年 is one too, but for the words around it.
        (2, '年') => input.starts_with(['0', '０']) || plain::in_year(chars.as_str()),
        // 1.5 is no time, 2021.3.5 is.
        (1 | 2, mark) if GATE.ranges.contains(mark) => ranges_on(chars.as_str()),
        (1 | 2, mark) => mark != '.' && words::follows_number(mark),
        (3, mark) => mark == '年',
        // 2021.3, not 2937.56 nor 1293.5億.
        (4, '.') => {
            let month = chars.as_str();
            let rest = month.trim_start_matches(|c| ascii_digit(c).is_some());
            month.len() - rest.len() <= MOST_OF_MONTH && !rest.starts_with(|c| numeral(c).is_some())
        }
        (4, '年' | '财' | '財' | '会' | '會' | '/' | '／' | '-' | '－' | 'H' | 'Q' | 'h' | 'q') => {
            true
        }
        // 2020-2024, not 5000-7500.
        (4, mark) if GATE.ranges.contains(mark) => !input.starts_with(['3', '4', '5', '6', '7', '8', '9']),
        (4, _) => BARE_YEAR_FOLLOWER.head(behind).is_some(),
        // 20240307 and nothing else.
        (8, mark) => mark != ',' && may_be_date(input),
        _ => false,
    }
}

/// Whether what stands behind the mark of a range can end a time: 4—6月, not 4—6次.
fn ranges_on(behind: &str) -> bool {
    let number = behind.trim_start_matches(|c| is_space(c) || GATE.ranges.contains(c));
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let counted = |c: char| {
        !(words::follows_number(c) || GATE.ranges.contains(c) || is_space(c) || c == '个' || c == '個')
    };
    rest.len() == number.len() || !rest.starts_with(|c| is_han(c) && counted(c))
}

/// Whether eight digits may be a year, a month and a day.
fn may_be_date(input: &str) -> bool {
    let Some(&[first, _, _, _, month, of_month, day, _]) = input.as_bytes().first_chunk() else {
        return true;
    };
    let ascii = first.is_ascii_digit();
    !ascii || first <= b'2' && (month == b'0' || month == b'1' && of_month <= b'2') && day <= b'3'
}

/// Numerals are a time where a mark of one follows, or where they are the name of a day.
fn numerals(input: &str) -> bool {
    let run = input.chars().take(MOST_NUMERALS).take_while(|&c| numeral(c).is_some());
    let (count, len) = run.fold((0, 0), |(count, len), c| (count + 1, len + c.len_utf8()));
    let (first, form) = input.chars().next().and_then(numeral).unzip();
    let small = matches!(first, Some(Numeral::Digit(_) | Numeral::Small(1) | Numeral::Tens(_)));
    let marked = || {
        let mut behind = input[len..].trim_start_matches(is_space).chars();
        match behind.next() {
            // 五年 is a length.
            Some('年') if count == 1 => behind.next() == Some('代'),
            // 參與, 兩會 are words.
            Some('与' | '與') if form == Some(Form::Banker) => false,
            Some('会' | '會') => count > 1,
            Some(mark) => words::follows_number(mark) || GATE.ranges.contains(mark),
            None => false,
        }
    };
    let marked = small && count < MOST_NUMERALS && marked();
    marked || matches!(first, Some(Numeral::Tens(_))) || first_two_may_open(input)
}

/// Whether the numeral at the head of `input` can begin the name of a day or of a plan.
pub(crate) fn first_two_may_open(input: &str) -> bool {
    GATE.words.head(input)
}

/// The bytes of a month in fullwidth digits.
const MOST_OF_MONTH: usize = 6;

/// 二零零四年八月十五 has no longer runs.
const MOST_NUMERALS: usize = 12;

#[cfg(test)]
mod tests {
    use super::super::ungated;
    use super::*;

    #[test]
    fn nothing_that_the_productions_read_is_denied() {
        let heads = "1 2 3 11 25 03 90 99 113 2021 0930 12345 20240307 一 二 十 兩 半 百 億 三十 廿 二〇一九 二千零五 數十";
        let heads = heads.split(' ').map(str::to_owned).chain(openers().map(String::from));
        let mut tails: Vec<&str> = lexicon::every_word().chain(SEPARATORS).collect();
        tails.sort_unstable();
        tails.dedup_by_key(|word| word.chars().take(2).collect::<String>());
        let mut denied = Vec::new();
        let (opening, second): (CharSet, CharSet) = (openers().collect(), second_characters().collect());
        let passes = |text: &str| {
            let mut chars = text.chars();
            let worded = chars.next().is_some_and(|first| first != '每' && opening.contains(first));
            plausible(text, 0) && (!worded || second.heads(chars.as_str()))
        };
        // Every head with another part of the tails, so that all tails stand behind each kind of head.
        for (offset, head) in heads.enumerate() {
            for one in tails.iter().skip(offset % STEP).step_by(STEP) {
                for two in ["", "3日", "月", "年", "一個月", "報", "，全", "個", "季度", "日", "三點", "5"]
                {
                    let text = format!("{head}{one}{two}");
                    let read = ungated(&text, 0).filter(|_| !passes(&text));
                    denied.extend(read.map(|read| format!("{text}: {}", read.time.timex())));
                }
            }
        }
        assert_eq!(denied, [""; 0]);
    }

    const STEP: usize = 61;

    const SEPARATORS: [&str; 30] = [
        "", " ", "的", "个", "一", "一个", "三", "12", "1", "-", "—", "至", "、", "和", ".", ":", "/", "Q",
        "H", "T", "年代", "世紀", "財年", "月", "日", "號", "年", "季度", "個月", "公里",
    ];
}
