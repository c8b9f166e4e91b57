//! Numbers 數: digits, numerals, and both mixed.
//!
//! ```text
//! number    = [ sign ] ( mixed | fraction | cardinal )
//! mixed     = cardinal "又" fraction | digits " " digits "/" digits
//! fraction  = cardinal "分之" [ sign ] number | digits "/" digits
//! cardinal  = ( figure | magnitude ) { [ "零" ] ( figure | magnitude ) } [ point ]
//! figure    = ( digits | numerals ) [ point ] | "." digits
//! digits    = digit { digit } | digit [ digit [ digit ] ] { "," digit digit digit }
//! magnitude = "十" | "百" | "千" | "萬" | "億" | "兆" | "京" | "廿" | "卅" | "卌"
//! point     = ( "." | "點" ) digit { digit }
//! sign      = "-" | "−" | "－" | "+" | "＋" | "負"
//! ```
//!
//! Excluded: `百分之` (a ratio), `十幾` and `七八` (amounts), Roman numerals, circled digits.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, recognize, value};
use nom::sequence::{pair, preceded, terminated};

use super::chars::{is_space, mapped, one, spaces};
use super::{Parsed, consumed, fail};
use crate::lexicon::digits::{Form, Numeral, ascii_digit, numeral};
use crate::value::{Number, Scaled};

/// A number without sign or fraction, and what a reader of amounts must know of its spelling.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cardinal {
    pub(crate) value: Scaled,
    /// The magnitude that it ends with, as a power of ten: 億 of `30億`.
    pub(crate) last: Option<u32>,
    /// The product of the big magnitudes at its end, as a power of ten: 萬億 of `3萬億` is 12.
    pub(crate) tail: u32,
    /// Nothing but a magnitude, no figure before it: `百`, `萬億`.
    pub(crate) bare: bool,
    /// Digits alone, no magnitude: `2020`, `二〇二〇`.
    pub(crate) positional: bool,
    /// Written with ASCII or fullwidth digits, at least in part.
    pub(crate) arabic: bool,
    /// It has a decimal point.
    pub(crate) decimal: bool,
    /// One character, and a banker's form or one of speech: mostly some other word.
    pub(crate) weak: bool,
    /// It ends in a 零 that holds the place of what comes: 一百零 of 一百零幾.
    pub(crate) zero_last: bool,
}

/// A run of digits or of digit numerals, with what follows its point.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure {
    value: Scaled,
    /// How many digits stand before the point.
    whole: u32,
    arabic: bool,
    decimal: bool,
    leading_zero: bool,
    /// One of the forms that head no longer numeral.
    weak: bool,
}

impl Figure {
    /// The figure as a number of its own.
    fn cardinal(self) -> Cardinal {
        Cardinal {
            value: self.value,
            last: None,
            tail: 0,
            bare: false,
            positional: true,
            arabic: self.arabic,
            decimal: self.decimal,
            weak: self.weak,
            zero_last: false,
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum Item {
    Figure(Figure),
    Tens(u8),
    Magnitude {
        exponent: u32,
        weak: bool,
    },
    /// 點 and digits behind a magnitude: 十點五.
    Point(Scaled),
}

/// A whole number expression with its sign.
pub(crate) fn number(input: &str) -> Parsed<'_, Number> {
    let (rest, negative) = opt(terminated(sign, spaces)).parse(input)?;
    let (behind, whole) = plain(rest)?;
    let part = part_follows(behind).then(|| alt((mixed, fraction)).parse(rest).ok()).flatten();
    let (rest, number) = part.unwrap_or((behind, whole));
    Ok((rest, if negative == Some(true) { -number } else { number }))
}

/// A sign; true where it is negative.
pub(crate) fn sign(input: &str) -> Parsed<'_, bool> {
    mapped(|c| match c {
        '-' | '−' | '－' | '负' | '負' => Some(true),
        '+' | '＋' | '正' => Some(false),
        _ => None,
    })
    .parse(input)
}

fn plain(input: &str) -> Parsed<'_, Number> {
    let (rest, cardinal) = cardinal(input)?;
    match cardinal.value.number() {
        Some(number) => Ok((rest, number)),
        None => fail(input),
    }
}

/// Whether a cardinal before `rest` may be part of a fraction or a mixed number.
pub(crate) fn part_follows(rest: &str) -> bool {
    rest.starts_with(['分', '又', '/', '／']) || rest.starts_with(is_space)
}

/// `三分之二`, `3/5`.
pub(crate) fn fraction(input: &str) -> Parsed<'_, Number> {
    alt((spoken_fraction, slash_fraction)).parse(input)
}

/// The denominator first: 三分之二, with 百分之 left to the ratios.
fn spoken_fraction(input: &str) -> Parsed<'_, Number> {
    let (rest, denominator) = plain(input)?;
    let (rest, ()) = terminated(parts_of, spaces).parse(rest)?;
    let (rest, negative) = opt(terminated(sign, spaces)).parse(rest)?;
    let (rest, numerator) = plain(rest)?;
    match numerator.checked_div(denominator) {
        Some(quotient) => Ok((rest, if negative == Some(true) { -quotient } else { quotient })),
        None => fail(input),
    }
}

/// 分之, with the spaces of typesetting.
pub(crate) fn parts_of(input: &str) -> Parsed<'_, ()> {
    value((), (spaces, one(|c| c == '分'), spaces, one(|c| c == '之'))).parse(input)
}

/// `3/5`, both sides short integers.
fn slash_fraction(input: &str) -> Parsed<'_, Number> {
    let (rest, numerator) = digits(input)?;
    let (rest, _) = one(|c| matches!(c, '/' | '／')).parse(rest)?;
    let (rest, denominator) = digits(rest)?;
    // 350/417億 is a list in one magnitude.
    let ends = !rest.starts_with(|c: char| numeral(c).is_some())
        && !rest.starts_with(|c: char| matches!(c, '/' | '／' | '.' | '-') || ascii_digit(c).is_some());
    match numerator.number().zip(denominator.number()).and_then(|(n, d)| n.checked_div(d)) {
        Some(quotient) if ends => Ok((rest, quotient)),
        _ => fail(input),
    }
}

/// `三又二分之一`, `3 1/2`.
pub(crate) fn mixed(input: &str) -> Parsed<'_, Number> {
    let spoken = (plain, preceded((spaces, one(|c| c == '又'), spaces), spoken_fraction));
    let written = (terminated(plain_digits, one(is_space)), slash_fraction);
    let (rest, (whole, part)) = alt((spoken, written)).parse(input)?;
    match whole.checked_add(part) {
        Some(sum) => Ok((rest, sum)),
        None => fail(input),
    }
}

fn plain_digits(input: &str) -> Parsed<'_, Number> {
    let (rest, digits) = digits(input)?;
    digits.number().map_or_else(|| fail(input), |number| Ok((rest, number)))
}

/// A cardinal number: figures and magnitudes in falling order.
pub(crate) fn cardinal(input: &str) -> Parsed<'_, Cardinal> {
    match plain_figure(input).and_then(|(rest, figure)| counted(rest, figure)) {
        Some(read) => Ok(read),
        None => tallied(input),
    }
}

/// Digits with nothing behind them that belongs to the number, or one big magnitude or two: the most
/// frequent numbers by far.
pub(crate) fn counted(input: &str, figure: Figure) -> Option<(&str, Cardinal)> {
    let mut rest = input;
    let (mut last, mut tail) = (None, 0);
    while let Some(c) = rest.chars().next() {
        match numeral(c) {
            Some((Numeral::Big(exponent), Form::Plain)) if last.is_none_or(|last| last < exponent) => {
                (last, tail) = (Some(exponent), tail + exponent);
                rest = &rest[c.len_utf8()..];
            }
            None if matches!(c, '点' | '點') => {
                let spoken = rest[c.len_utf8()..]
                    .starts_with(|c| numeral(c).is_some() || ascii_digit(c).is_some() || is_space(c));
                if spoken {
                    return None;
                }
                break;
            }
            None if !is_space(c) && ascii_digit(c).is_none() => break,
            _ => return None,
        }
    }
    let value = figure.value.shift(tail)?;
    Some((rest, Cardinal { value, last, tail, positional: last.is_none(), ..figure.cardinal() }))
}

/// ASCII digits with their point and grouping, where nothing strange is around them.
pub(crate) fn plain_figure(input: &str) -> Option<(&str, Figure)> {
    let bytes = input.as_bytes();
    let run = |from: usize| bytes[from..].iter().take(PLAIN + 1).take_while(|b| b.is_ascii_digit()).count();
    let add = |value: i64, digits: &[u8]| digits.iter().fold(value, |v, b| v * 10 + i64::from(b - b'0'));
    let whole = run(0);
    let mut value = add(0, &bytes[..whole.min(PLAIN)]);
    let (mut end, mut digits) = (whole, whole);
    while whole <= 3 && digits + 3 <= PLAIN && bytes.get(end) == Some(&b',') && run(end + 1) == 3 {
        value = add(value, &bytes[end + 1..end + 4]);
        (end, digits) = (end + 4, digits + 3);
    }
    let mut scale = 0;
    if bytes.get(end) == Some(&b'.') {
        scale = run(end + 1);
        if scale == 0 || digits + scale > PLAIN {
            return None;
        }
        value = add(value, &bytes[end + 1..end + 1 + scale]);
        end += 1 + scale;
    }
    let rest = input.get(end..).filter(|_| (1..=PLAIN).contains(&(digits + scale)) && whole > 0)?;
    // Spaces and points may be part of it, commas of a grouping in another width.
    if rest.starts_with(['.', '．', ',', '，', ' ', '\u{A0}', '\u{3000}']) && may_go_on(rest) {
        return None;
    }
    let figure = Figure {
        value: Scaled { mantissa: value.into(), scale: u32::try_from(scale).ok()? },
        whole: u32::try_from(digits).ok()?,
        arabic: true,
        decimal: scale > 0,
        leading_zero: digits > 1 && bytes[0] == b'0',
        weak: false,
    };
    Some((rest, figure))
}

/// Whether digits of any width stand behind the marks and spaces at the head.
fn may_go_on(rest: &str) -> bool {
    let behind = rest.trim_start_matches(['.', '．', ',', '，', ' ', '\u{A0}', '\u{3000}']);
    behind.chars().next().is_some_and(|c| ascii_digit(c).is_some())
}

/// The digits that a plain figure has at most; any such number fits into an `i64`.
const PLAIN: usize = 18;

/// Figures and magnitudes, added up.
fn tallied(input: &str) -> Parsed<'_, Cardinal> {
    let mut tally = Tally::default();
    let mut rest = input;
    while let Ok((behind, item)) = item(rest, &tally) {
        let Some(next) = tally.accept(item) else { break };
        tally = next;
        rest = behind;
    }
    // A figure behind which the order broke may belong to what follows: none of it is given back, for
    // only whole items were taken.
    match tally.finish() {
        Some(cardinal) => Ok((rest, cardinal)),
        None => fail(input),
    }
}

fn item<'t>(input: &'t str, tally: &Tally) -> Parsed<'t, Item> {
    let spaced = if tally.is_empty() { input } else { spaces(input)?.0 };
    let gap = consumed(input, spaced) > 0;
    let first = if gap { None } else { tally.point_may_follow().then_some(()) };
    if first.is_some()
        && let Ok((rest, fractional)) = point(spaced)
    {
        return Ok((rest, Item::Point(fractional)));
    }
    let (rest, item) = alt((figure.map(Item::Figure), magnitude)).parse(spaced)?;
    if !tally.is_empty() && spaced.starts_with(['两', '兩']) && magnitude(rest).is_err() {
        // 三十兩 is a weight, 三千兩百 a number.
        return fail(input);
    }
    // `1, 234` and `3 5` are lists; a space joins only where a magnitude or a numeral shows it.
    match item {
        Item::Figure(figure) if gap && figure.arabic && !tally.ends_in_magnitude() => fail(input),
        _ => Ok((rest, item)),
    }
}

fn magnitude(input: &str) -> Parsed<'_, Item> {
    // The 百 of 1.2百分點 belongs to the unit.
    if input.starts_with("百分点") || input.starts_with("百分點") {
        return fail(input);
    }
    mapped(|c| match numeral(c)? {
        (Numeral::Small(exponent) | Numeral::Big(exponent), form) => {
            Some(Item::Magnitude { exponent, weak: form == Form::Banker })
        }
        (Numeral::Tens(tens), _) => Some(Item::Tens(tens)),
        _ => None,
    })
    .parse(input)
}

fn figure(input: &str) -> Parsed<'_, Figure> {
    alt((arabic_figure, han_figure)).parse(input)
}

/// `1,234.5`, `.5`, and `129 .06` with the space that typesetting left.
fn arabic_figure(input: &str) -> Parsed<'_, Figure> {
    let (rest, whole) = opt(digits).parse(input)?;
    let point = |input| preceded((spaces, one(|c| matches!(c, '.' | '．'))), digit_run).parse(input);
    let (rest, behind) = opt(point).parse(rest)?;
    let (whole_value, fractional) = match (whole, behind) {
        (None, None) => return fail(input),
        (whole, behind) => (whole.unwrap_or(Scaled::ZERO), behind),
    };
    let value = match fractional {
        Some(run) => run.value.unshift(run.len).and_then(|f| whole_value.checked_add(f)),
        None => Some(whole_value),
    };
    let digits_before = whole.map_or(0, |_| count_digits(input, rest));
    match value {
        Some(value) => {
            let figure = Figure {
                value,
                whole: digits_before,
                arabic: true,
                decimal: fractional.is_some(),
                leading_zero: input.starts_with(['0', '０']) && digits_before > 1,
                weak: false,
            };
            Ok((rest, figure))
        }
        None => fail(input),
    }
}

/// How many digits `input` has before its point or before `rest`.
fn count_digits(input: &str, rest: &str) -> u32 {
    let read = &input[..consumed(input, rest)];
    let whole = read.split(['.', '．']).next().unwrap_or(read);
    u32::try_from(whole.chars().filter(|&c| ascii_digit(c).is_some()).count()).unwrap_or(u32::MAX)
}

/// A run of digits: its value, or `None` in the value where it is too long, and its length.
#[derive(Clone, Copy, Debug)]
struct Run {
    value: Scaled,
    len: u32,
}

/// More digits than any number has; a run is read to its end, but its value is given up.
const TOO_LONG: u32 = 34;

/// Digits without grouping. A run beyond all numbers fails as a whole, in one pass.
fn digit_run(input: &str) -> Parsed<'_, Run> {
    let mut value = 0i128;
    let mut len = 0u32;
    let mut end = 0;
    for c in input.chars() {
        let Some(digit) = ascii_digit(c) else { break };
        len += 1;
        if len <= TOO_LONG {
            value = value * 10 + i128::from(digit);
        }
        end += c.len_utf8();
    }
    if len == 0 || len > TOO_LONG {
        fail(input)
    } else {
        Ok((&input[end..], Run { value: Scaled::integer(value), len }))
    }
}

/// An integer in digits, with grouping in threes: `1,234,567`, but `1,23` is the number 1.
fn digits(input: &str) -> Parsed<'_, Scaled> {
    let (mut rest, first) = digit_run(input)?;
    let mut value = first.value;
    let mut groups = 0;
    while first.len <= 3
        && let Ok((behind, group)) = group(rest)
    {
        groups += 1;
        match value.shift(3).and_then(|v| v.checked_add(group)) {
            Some(sum) if groups <= 10 => (value, rest) = (sum, behind),
            _ => return fail(input),
        }
    }
    Ok((rest, value))
}

/// A comma and just three digits.
fn group(input: &str) -> Parsed<'_, Scaled> {
    let (rest, run) = preceded(one(|c| matches!(c, ',' | '，')), digit_run).parse(input)?;
    if run.len == 3 { Ok((rest, run.value)) } else { fail(input) }
}

/// Digit numerals in a row: `二〇一九`, `七`, `三點一四`.
fn han_figure(input: &str) -> Parsed<'_, Figure> {
    let mut value = 0i128;
    let mut whole = 0u32;
    let mut end = 0;
    let mut weak = true;
    for c in input.chars() {
        let Some((Numeral::Digit(digit), form)) = numeral(c) else { break };
        // 兩 is no digit of a longer figure: 九兩 is a weight.
        if matches!(c, '两' | '兩') && whole > 0 {
            break;
        }
        whole += 1;
        if whole > TOO_LONG {
            return fail(input);
        }
        value = value * 10 + i128::from(digit);
        weak &= form != Form::Plain;
        end += c.len_utf8();
        if matches!(c, '两' | '兩') {
            break;
        }
    }
    if whole == 0 {
        return fail(input);
    }
    let rest = &input[end..];
    let (rest, behind) = opt(point).parse(rest)?;
    let integer = Scaled::integer(value);
    match behind.map_or(Some(integer), |fractional| integer.checked_add(fractional)) {
        Some(value) => {
            let figure = Figure {
                value,
                whole,
                arabic: false,
                decimal: behind.is_some(),
                leading_zero: whole > 1 && input.starts_with(['零', '〇', '○']),
                weak: weak && whole == 1 && behind.is_none(),
            };
            Ok((rest, figure))
        }
        None => fail(input),
    }
}

/// 點 and the digits behind it, as a fraction of one: 點五 is 0.5. 兩 is no digit of a decimal.
fn point(input: &str) -> Parsed<'_, Scaled> {
    let mark = (spaces, one(|c| matches!(c, '点' | '點')), spaces);
    let (rest, read) = preceded(mark, recognize(pair(decimal_digit, nom::multi::many0_count(decimal_digit))))
        .parse(input)?;
    let mut value = Scaled::ZERO;
    let mut len = 0;
    for digit in read.chars().filter_map(decimal_value) {
        len += 1;
        if len > TOO_LONG {
            return fail(input);
        }
        value = Scaled { mantissa: value.mantissa * 10 + i128::from(digit), scale: value.scale };
    }
    match value.unshift(len) {
        // 十點三十 is a time of day, 五點兩 nothing.
        Some(fractional) if !rest.starts_with(['十', '两', '兩']) => Ok((rest, fractional)),
        _ => fail(input),
    }
}

fn decimal_digit(input: &str) -> Parsed<'_, u8> {
    mapped(decimal_value).parse(input)
}

fn decimal_value(c: char) -> Option<u8> {
    match numeral(c) {
        Some((Numeral::Digit(digit), Form::Plain | Form::Banker)) if !matches!(c, '两' | '兩') => {
            Some(digit)
        }
        _ => None,
    }
}

/// The sum so far. Parts are closed by big magnitudes; a section is what grows below the next one.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    /// Closed parts with the power of ten that closed each, falling.
    parts: [(i128, u32, u32); PARTS],
    closed: usize,
    section: Option<Scaled>,
    /// The last small magnitude of the section.
    small: Option<u32>,
    figure: Option<Figure>,
    /// The last magnitude read, if nothing but a figure came after it.
    before_figure: Option<u32>,
    last_was_magnitude: bool,
    zero: bool,
    point: Option<Scaled>,
    magnitudes: u32,
    /// The power of ten of the first magnitude, where the number begins with one.
    headless: Option<u32>,
    figures: u32,
    arabic: bool,
    decimal: bool,
    weak: bool,
    tail: u32,
    /// More than any number: what follows belongs to it still, and none of it is one.
    too_large: bool,
}

/// 京, 兆, 億, 萬 and one to spare.
const PARTS: usize = 5;

impl Default for Scaled {
    fn default() -> Self {
        Scaled::ZERO
    }
}

impl Tally {
    fn is_empty(&self) -> bool {
        self.magnitudes == 0 && self.figures == 0
    }

    fn ends_in_magnitude(&self) -> bool {
        self.last_was_magnitude
    }

    fn point_may_follow(&self) -> bool {
        self.last_was_magnitude && self.point.is_none()
    }

    fn accept(mut self, item: Item) -> Option<Tally> {
        if self.too_large {
            return Some(self);
        }
        if self.point.is_some() && !matches!(item, Item::Magnitude { exponent: 4.., .. }) {
            return None;
        }
        match item {
            Item::Figure(figure) => self.take_figure(figure)?,
            Item::Tens(tens) => self.take_tens(tens)?,
            Item::Magnitude { exponent, weak } if exponent < 4 => self.take_small(exponent, weak)?,
            Item::Magnitude { exponent, weak } => self.take_big(exponent, weak)?,
            Item::Point(fractional) => {
                self.point = Some(fractional);
                self.decimal = true;
                self.last_was_magnitude = false;
            }
        }
        Some(self)
    }

    fn take_figure(&mut self, figure: Figure) -> Option<()> {
        // Digits that touch digits of the other kind, as in 3五, are two numbers; 零 joins.
        if let Some(before) = self.figure {
            if !(before.value.is_zero() && !before.arabic && !before.decimal) || self.magnitudes == 0 {
                return None;
            }
            self.zero = true;
        }
        if let Some(limit) = self.room() {
            let fits = Scaled::integer(1).shift(limit)?;
            let whole = figure.value.mantissa / 10i128.checked_pow(figure.value.scale)?;
            if whole >= fits.mantissa {
                return None;
            }
        }
        self.zero |= figure.leading_zero;
        self.weak = self.is_empty() && figure.weak;
        self.arabic |= figure.arabic;
        self.decimal |= figure.decimal;
        self.figures += 1;
        self.figure = Some(figure);
        self.last_was_magnitude = false;
        Some(())
    }

    /// The power of ten that what comes next must stay below.
    fn room(&self) -> Option<u32> {
        self.small.or_else(|| self.closed.checked_sub(1).map(|last| self.parts[last].1))
    }

    fn take_tens(&mut self, tens: u8) -> Option<()> {
        let zero_before = self.figure.is_some_and(|f| f.value.is_zero() && !f.arabic);
        if (self.figure.is_some() && !zero_before) || self.small.is_some_and(|small| small < 2) {
            return None;
        }
        self.figure = None;
        self.section = Some(self.section.unwrap_or_default().checked_add(Scaled::integer(i128::from(tens)))?);
        self.after_magnitude(1, false);
        self.small = Some(1);
        self.figures += 1;
        self.tail = 0;
        Some(())
    }

    fn take_small(&mut self, exponent: u32, weak: bool) -> Option<()> {
        if self.small.is_some_and(|small| exponent >= small) {
            return None;
        }
        let multiplier = match self.figure.take() {
            Some(figure) if figure.value.is_zero() && !figure.arabic && self.magnitudes > 0 => {
                Scaled::integer(1)
            }
            Some(figure) => figure.value,
            // 一百十 means 110, but the 千 of 3萬千瓦時 begins a unit.
            None if !self.is_empty() && exponent != 1 => return None,
            None => Scaled::integer(1),
        };
        let part = multiplier.shift(exponent)?;
        self.section = Some(self.section.unwrap_or_default().checked_add(part)?);
        self.after_magnitude(exponent, weak);
        self.small = Some(exponent);
        self.tail = 0;
        Some(())
    }

    fn take_big(&mut self, exponent: u32, weak: bool) -> Option<()> {
        let repeated = self.last_was_magnitude && self.section.is_none() && self.closed > 0;
        let mut chunk = self.section.take().unwrap_or_default();
        if let Some(figure) = self.figure.take() {
            // 百二萬 is 120萬, but the 四 of 億四萬 is just four.
            let elided = self.elision(&figure).filter(|&e| e < 3).and_then(|e| figure.value.shift(e));
            chunk = chunk.checked_add(elided.unwrap_or(figure.value))?;
        }
        if let Some(point) = self.point.take() {
            chunk = chunk.checked_add(point)?;
        }
        // A repeated magnitude lifts the last part alone: the 億億 of 三億億一萬億 stays what it is.
        let mut lifted = !repeated;
        while let Some(last) = self.closed.checked_sub(1)
            && (self.parts[last].1 < exponent || (!lifted && self.parts[last].1 == exponent))
        {
            let (mantissa, _, scale) = self.parts[last];
            chunk = chunk.checked_add(Scaled { mantissa, scale })?;
            self.closed = last;
            lifted = true;
        }
        if chunk.is_zero() {
            // 0萬桶 is no barrel, but 零萬 no number.
            if !self.is_empty() && !self.arabic {
                return None;
            }
            if self.is_empty() {
                chunk = Scaled::integer(1);
            }
        }
        match (chunk.shift(exponent), self.parts.get_mut(self.closed)) {
            (Some(closed), Some(part)) => {
                *part = (closed.mantissa, exponent, closed.scale);
                self.closed += 1;
            }
            _ => self.too_large = true,
        }
        self.small = None;
        self.tail = if repeated { self.tail + exponent } else { exponent };
        self.after_magnitude(exponent, weak);
        Some(())
    }

    fn after_magnitude(&mut self, exponent: u32, weak: bool) {
        self.weak = self.is_empty() && weak;
        if self.is_empty() {
            self.headless = Some(exponent);
        }
        self.magnitudes += 1;
        self.before_figure = Some(exponent);
        self.last_was_magnitude = true;
        self.zero = false;
    }

    /// 三萬五: a lone digit behind a magnitude with no 零 between counts the next place.
    fn elision(&self, figure: &Figure) -> Option<u32> {
        let magnitude = self.before_figure?;
        (figure.whole == 1 && !self.zero && magnitude >= 2 && !figure.value.is_zero())
            .then_some(magnitude - 1)
    }

    fn finish(&self) -> Option<Cardinal> {
        if self.is_empty() || self.too_large {
            return None;
        }
        let mut value = self.section.unwrap_or_default();
        for &(mantissa, _, scale) in &self.parts[..self.closed] {
            value = value.checked_add(Scaled { mantissa, scale })?;
        }
        if let Some(figure) = &self.figure {
            value = value.checked_add(match self.elision(figure) {
                Some(shift) => {
                    let whole =
                        Scaled::integer(figure.value.mantissa / 10i128.checked_pow(figure.value.scale)?);
                    let fractional = figure.value.checked_add(whole.neg())?;
                    whole.shift(shift)?.checked_add(fractional)?
                }
                None => figure.value,
            })?;
        }
        if let Some(point) = self.point {
            value = value.checked_add(point)?;
        }
        Some(Cardinal {
            value,
            last: if self.last_was_magnitude { self.before_figure } else { None },
            tail: if self.last_was_magnitude { self.tail } else { 0 },
            // 十 counts by itself; 百 and 萬 want a figure.
            bare: self.figures == 0 && self.headless != Some(1),
            positional: self.magnitudes == 0,
            arabic: self.arabic,
            decimal: self.decimal,
            weak: self.weak,
            zero_last: self.magnitudes > 0 && self.figure.is_some_and(|f| f.value.is_zero() && !f.arabic),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, value: &str, left: &str) {
        let (rest, number) = number(text).expect(text);
        assert_eq!((number.to_string().as_str(), rest), (value, left), "{text}");
    }

    #[test]
    fn figures() {
        reads("1,234,567個", "1234567", "個");
        reads("1, 234", "1", ", 234");
        reads("1,23", "1", ",23");
        reads("１２．５萬", "125000", "");
        reads(".5", "0.5", "");
        reads("129 .06億元", "12906000000", "元");
        reads("二〇一九年", "2019", "年");
        reads("三點一四一五", "3.1415", "");
        reads("−7", "-7", "");
        reads("負三十二", "-32", "");
    }

    #[test]
    fn magnitudes() {
        reads("一千二百三十四萬", "12340000", "");
        reads("3億5000萬元", "350000000", "元");
        reads("7 萬 5 千", "75000", "");
        reads("1.2萬億", "1200000000000", "");
        reads("四萬萬", "400000000", "");
        reads("二十萬億", "20000000000000", "");
        reads("一萬五千億", "1500000000000", "");
        reads("10萬萬", "1000000000", "");
        reads("三億億一萬億零五", "30001000000000005", "");
        reads("二億億億三億億", "2000000030000000000000000", "");
        reads("五兆六十二億四萬五千二", "5006200045200", "");
        reads("四千五百六十九万八千三百一十一亿四千八百七十二万五千三百八十二", "4569831148725382", "");
        reads("1千零1", "1001", "");
        reads("1百01", "101", "");
        reads("1万600", "10600", "");
        reads("200亿零四千230", "20000004230", "");
        reads("壹佰貳拾玖億零陸佰萬", "12906000000", "");
        reads("廿七", "27", "");
        reads("一萬零卌", "10040", "");
        reads("十", "10", "");
    }

    #[test]
    fn elided_last_place() {
        reads("一千三", "1300", "");
        reads("兩萬五", "25000", "");
        reads("一百零五", "105", "");
        reads("百二萬", "1200000", "");
        reads("一千六點五", "1600.5", "");
        reads("十五", "15", "");
    }

    #[test]
    fn points_behind_magnitudes() {
        reads("十點五", "10.5", "");
        reads("四百億點零五", "40000000000.05", "");
        reads("兩百點兩", "200", "點兩");
        reads("二十點一萬", "201000", "");
    }

    #[test]
    fn fractions() {
        reads("三分之二", "2/3", "");
        reads("3分之一百五十七", "157/3", "");
        reads("三百五又三分之一", "1051/3", "");
        reads("3又一千分之23", "3.023", "");
        reads("3/5", "0.6", "");
        reads("1 3/5", "1.6", "");
        reads("2020/12/1", "2020", "/12/1");
    }

    #[test]
    fn too_long_is_no_number() {
        assert!(number(&"9".repeat(29)).is_err());
        assert!(number(&"九".repeat(60)).is_err());
        reads(&"9".repeat(28), &"9".repeat(28), "");
    }
}
