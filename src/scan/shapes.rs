//! Shapes that no list of words can hold: codes, model numbers, routes, telephone numbers, addresses.

use once_cell::sync::Lazy;

use crate::grammar::chars::is_han;
use crate::lexicon::CharSet;
use crate::lexicon::digits::{ascii_digit, numeral};

/// Where to go on if the digits at `at` are part of a code or name; `None` if they may be a number.
/// With a unit behind them (`measured`) they are no telephone number.
pub(super) fn no_number(text: &str, at: usize, floor: usize, measured: bool) -> Option<usize> {
    let rest = clip(&text[at..]);
    let before = text.get(floor..at).unwrap_or("");
    let first = rest.chars().next()?;
    if ascii_digit(first).is_none() {
        return han_name(before, rest).then_some(at + first.len_utf8());
    }
    if no_code_around(before, rest) {
        return None;
    }
    let run = code_run(rest);
    let is_code = model_before(before)
        || letters_behind(rest)
        || !measured && telephone(&rest[..run])
        || document(before, rest)
        || ticker(before, rest)
        || route(before, rest)
        || bracketed(before, rest);
    if !is_code {
        return None;
    }
    // A run that fills the look is passed over to its end, so that its pieces are not tried one by one.
    let end = if run + LONGEST_DIGIT > rest.len() { at + code_run(&text[at..]) } else { at + run };
    Some(end.max(at + first.len_utf8()))
}

/// What codes have around their digits.
struct Marks {
    before: CharSet,
    behind: CharSet,
}

static MARKS: Lazy<Marks> = Lazy::new(|| {
    let letters = || ('a'..='z').chain('A'..='Z').chain("-._/ ".chars());
    let digits = || ('0'..='9').chain('０'..='９');
    let words = DOCUMENTS.iter().filter_map(|word| word.chars().next_back());
    let routes = ROUTES.iter().filter_map(|word| word.chars().next());
    Marks {
        before: words.chain(letters()).chain(digits()).chain(":：(（[［〔〕］】".chars()).collect(),
        behind: routes.chain(letters()).chain(digits()).chain("线線所)）]〕］".chars()).collect(),
    }
});

/// Whether the characters beside a short number have nothing to do with codes: so it is nearly always.
pub(super) fn no_code_around(before: &str, rest: &str) -> bool {
    let marks = &*MARKS;
    // No look at more of a long run than tells that it is one.
    let in_figure = |b: &u8| b.is_ascii_digit() || matches!(b, b'.' | b',');
    let figure = rest.bytes().take(SHORTEST_PHONE).take_while(in_figure).count();
    figure < SHORTEST_PHONE && !marks.before.tails(before) && !marks.behind.heads(&rest[figure..])
}

/// A number as long as a telephone number, in bytes.
const SHORTEST_PHONE: usize = 9;

/// No code is longer, in bytes; a look at more would cost the square of a long run.
const LONGEST_CODE: usize = 64;

/// The bytes of a fullwidth digit.
const LONGEST_DIGIT: usize = 3;

/// The head of `rest` that a code can fill.
fn clip(rest: &str) -> &str {
    let mut end = rest.len().min(LONGEST_CODE);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    &rest[..end]
}

/// The characters from a digit on that a code is made of.
fn code_run(rest: &str) -> usize {
    let inside =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '/' | '_') || ascii_digit(c).is_some();
    let end = rest.find(|c| !inside(c)).unwrap_or(rest.len());
    rest[..end].trim_end_matches(['-', '.', '/', '_']).len()
}

/// A letter or a letter and a hyphen right before: G20, C919, COVID-19, but not US$20 or RMB20.
fn model_before(before: &str) -> bool {
    const CODES: [&str; 12] =
        ["RMB", "CNY", "USD", "HKD", "TWD", "EUR", "GBP", "JPY", "MOP", "AUD", "SGD", "KRW"];
    let joined = before
        .strip_suffix('-')
        .filter(|head| head.ends_with(|c: char| c.is_ascii_alphabetic()))
        .unwrap_or(before);
    let is_letter = joined.ends_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    is_letter && !CODES.iter().any(|code| joined.ends_with(code))
}

/// Letters right behind the digits that are no unit: 5G, 3D, 4S, 24K金.
fn letters_behind(rest: &str) -> bool {
    let digits = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(rest.len());
    let letters: &str = &rest[digits..];
    let end = letters.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(letters.len());
    let word = &letters[..end];
    if word.is_empty() {
        return false;
    }
    let model = matches!(word, "G" | "D" | "S" | "B" | "P" | "H" | "Q" | "C" | "X" | "R" | "T");
    let goes_on = letters[end..].starts_with(|c: char| c.is_ascii_digit());
    model
        || goes_on && !matches!(word, "km" | "m" | "cm" | "e" | "E")
        || word == "K" && letters.starts_with("K金")
}

/// Groups of digits joined by hyphens: 400-800-8888.
fn telephone(word: &str) -> bool {
    let groups = word.split('-').count();
    let digits = word.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    digits
        && (groups > 2 && word.len() > 8
            || groups == 1 && word.len() >= 11
            || groups == 2 && word.starts_with('0') && word.len() >= 9)
}

/// Words before the number of a document, a device, a person.
const DOCUMENTS: [&str; 34] = [
    "邮编", "郵編", "电话", "電話", "热线", "熱線", "传真", "傳真", "手机", "手機", "QQ", "微信", "编号",
    "編號", "代码", "代碼", "代号", "代號", "证号", "證號", "表", "图", "圖", "附件", "ISO", "GB/T", "GB",
    "IP", "尾号", "尾號", "文号", "文號", "车牌", "車牌",
];

/// 〔2021〕5號, GB/T 19001-2016, 表1-2, 圖3, 郵編100081.
fn document(before: &str, rest: &str) -> bool {
    let trimmed = before.trim_end_matches([' ', ':', '：']);
    let named = DOCUMENTS.iter().any(|word| trimmed.ends_with(word))
        && !trimmed.ends_with("代表")
        && !trimmed.ends_with("地图")
        && !trimmed.ends_with("企图");
    let bracket_before =
        before.ends_with(['〔', '[', '［']) && rest.find([']', '〕', '］']).is_some_and(|end| end < 12);
    let issue = before.ends_with(['〕', ']', '］', '】'])
        && rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['号', '號']);
    named || bracket_before || issue
}

/// 2330.TW, 600000.SH, (600000): what exchanges call a share.
fn ticker(before: &str, rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &rest[digits..];
    let suffix = ["SH", "SZ", "HK", "TW", "TWO", "BJ", "US", "SS", "OF"];
    let dotted = behind.strip_prefix('.').is_some_and(|tail| {
        suffix.iter().any(|code| {
            tail.strip_prefix(code).is_some_and(|t| !t.starts_with(|c: char| c.is_ascii_alphanumeric()))
        })
    });
    let closed = behind.starts_with([')', '）', '、', ',', '，']);
    let bracket = matches!(digits, 4..=6) && before.ends_with(['(', '（']) && closed;
    dotted
        || bracket
        || matches!(digits, 6) && before.ends_with([':', '.']) && behind.starts_with([')', '）'])
}

/// Words behind the number of a road, a line, a building.
const ROUTES: [&str; 21] = [
    "国道",
    "國道",
    "省道",
    "县道",
    "縣道",
    "高速",
    "号线",
    "號線",
    "号楼",
    "號樓",
    "路公交",
    "路公车",
    "路公車",
    "号公路",
    "號公路",
    "航班",
    "次列车",
    "次列車",
    "专线",
    "專線",
    "厂区",
];

/// 107國道, 台61線, 704所, 36氪: numbers that name a road, a line, an institute.
fn route(before: &str, rest: &str) -> bool {
    let digits = rest.find(|c: char| ascii_digit(c).is_none()).unwrap_or(rest.len());
    let behind = &rest[digits..];
    let line =
        behind.starts_with(['线', '線']) && before.ends_with(['台', '臺', '县', '縣', '省', '国', '國']);
    let institute = digits >= 3 && behind.starts_with('所') && before.ends_with(is_han);
    ROUTES.iter().any(|word| behind.starts_with(word)) || line || institute
}

/// [12], a mark of a note.
fn bracketed(before: &str, rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    before.ends_with('[') && digits <= 3 && rest[digits..].starts_with(']')
}

/// 張三, 丁一: a numeral right behind a surname and nothing that counts behind it.
fn han_name(before: &str, rest: &str) -> bool {
    const SURNAMES: [char; 8] = ['张', '張', '李', '王', '赵', '趙', '丁', '于'];
    if !before.ends_with(SURNAMES) {
        return false;
    }
    let mut chars = rest.chars();
    let lone = chars.next().and_then(numeral).is_some();
    let ends = !chars.as_str().starts_with(|c: char| numeral(c).is_some() || is_han(c));
    lone && ends
}
