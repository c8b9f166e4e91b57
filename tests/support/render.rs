//! Numbers as people write them, for tests that read them back.

/// A way to write integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Orthography {
    /// `12345`
    Digits,
    /// `１２３４５`
    Fullwidth,
    /// `12,345`
    Grouped,
    /// `1萬2345`
    Mixed,
    /// `一萬二千三百四十五`
    Traditional,
    /// `一万二千三百四十五`
    Simplified,
    /// `壹萬貳仟叁佰肆拾伍`
    Banker,
}

impl Orthography {
    pub(crate) const ALL: &'static [Orthography] = &[
        Orthography::Digits,
        Orthography::Fullwidth,
        Orthography::Grouped,
        Orthography::Mixed,
        Orthography::Traditional,
        Orthography::Simplified,
        Orthography::Banker,
    ];
}

/// Digits from zero, the places of ten to a thousand, and the magnitudes of ten thousand, of one style.
struct Style {
    digits: [char; 10],
    places: [&'static str; 4],
    magnitudes: [&'static str; 4],
}

const TRADITIONAL: Style = Style {
    digits: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
    places: ["", "十", "百", "千"],
    magnitudes: ["", "萬", "億", "兆"],
};

const SIMPLIFIED: Style = Style { magnitudes: ["", "万", "亿", "兆"], ..TRADITIONAL };

const BANKER: Style = Style {
    digits: ['零', '壹', '貳', '叁', '肆', '伍', '陸', '柒', '捌', '玖'],
    places: ["", "拾", "佰", "仟"],
    ..TRADITIONAL
};

/// `value`, which lies below 10^16, written out.
pub(crate) fn integer(value: u64, orthography: Orthography) -> String {
    match orthography {
        Orthography::Digits => value.to_string(),
        Orthography::Fullwidth => value.to_string().chars().map(fullwidth).collect(),
        Orthography::Grouped => grouped(value),
        Orthography::Mixed => mixed(value),
        Orthography::Traditional => numerals(value, &TRADITIONAL),
        Orthography::Simplified => numerals(value, &SIMPLIFIED),
        Orthography::Banker => numerals(value, &BANKER),
    }
}

/// `mantissa` with a point before its last `scale` digits.
pub(crate) fn decimal(mantissa: u64, scale: u32) -> String {
    if scale == 0 {
        return mantissa.to_string();
    }
    let power = 10u64.pow(scale);
    let width = usize::try_from(scale).expect("a small scale");
    format!("{}.{:0width$}", mantissa / power, mantissa % power)
}

fn fullwidth(digit: char) -> char {
    char::from_u32(u32::from(digit) - u32::from('0') + u32::from('０')).expect("a digit")
}

fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let head = (digits.len() - 1) % 3 + 1;
    let mut out = digits[..head].to_owned();
    for group in digits.as_bytes()[head..].chunks(3) {
        out.push(',');
        out.extend(group.iter().map(|&digit| char::from(digit)));
    }
    out
}

/// Groups of four digits with their magnitudes; a group that is short of a digit has 零 before it.
fn mixed(value: u64) -> String {
    let mut out = String::new();
    for (group, magnitude) in groups(value, &TRADITIONAL) {
        if group > 0 {
            out.push_str(if !out.is_empty() && group < 1000 { "零" } else { "" });
            out.push_str(&group.to_string());
            out.push_str(magnitude);
        }
    }
    if out.is_empty() { "0".to_owned() } else { out }
}

fn numerals(value: u64, style: &Style) -> String {
    let mut out = String::new();
    let mut gap = false;
    for (group, magnitude) in groups(value, style) {
        for place in (0..4u32).rev() {
            let digit = usize::try_from(group / 10u64.pow(place) % 10).expect("a digit");
            if digit == 0 {
                gap = !out.is_empty();
                continue;
            }
            if std::mem::take(&mut gap) {
                out.push(style.digits[0]);
            }
            out.push(style.digits[digit]);
            out.push_str(style.places[usize::try_from(place).expect("a place")]);
        }
        out.push_str(if group > 0 { magnitude } else { "" });
    }
    if out.is_empty() { style.digits[0].to_string() } else { out }
}

/// The groups of four digits with their magnitudes, the highest first.
fn groups(value: u64, style: &Style) -> impl Iterator<Item = (u64, &'static str)> {
    let magnitudes = style.magnitudes;
    (0..4u32).rev().map(move |i| {
        let magnitude = magnitudes[usize::try_from(i).expect("a group")];
        (value / 10u64.pow(4 * i) % 10_000, magnitude)
    })
}
