//! Amounts: numbers that leave something open in the writing itself.
//!
//! ```text
//! amount    = several | pair | exact [ infix { magnitude } ]
//! exact     = mixed | fraction | cardinal [ "個" ( "億" | "萬" ) ]
//! several   = [ "好" ] ( "幾" | "數" ) { magnitude }
//! pair      = a cardinal in which two digit numerals touch, the second the greater: 七八, 三五百, 十七八萬
//! infix     = "餘" | "多" | "來" | "幾" | "有餘"
//! ```
//!
//! | written | interval |
//! |---|---|
//! | 20餘, 十幾 | (20, 30), (10, 20) |
//! | 500多億 | (500億, 600億) |
//! | 數十億 | \[10億, 100億) |
//! | 三五百 | \[300, 500\] |
//!
//! The words around a number (約, 以上) are read with its unit, by `quantity`.

use core::ops::Bound;

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;

use super::chars::{is_space, mapped, one, spaces};
use super::number::{Cardinal, cardinal, fraction, mixed, part_follows};
use super::{Parsed, consumed, fail};
use crate::lexicon::digits::{Form, Numeral, numeral};
use crate::value::{Amount, Scaled};

/// An amount and what a reader of quantities must know of its spelling.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Core {
    pub(crate) amount: Amount,
    pub(crate) spelling: Spelling,
}

/// How a number is written, as far as it matters for what it can mean.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spelling {
    /// The magnitudes at the end as a power of ten: 8 in `30億`.
    pub(crate) tail: u32,
    /// The last magnitude alone: 3 in `5千`.
    pub(crate) last: Option<u32>,
    /// A magnitude without a figure: `百`, `億`.
    pub(crate) bare: bool,
    /// Digits without magnitude.
    pub(crate) positional: bool,
    pub(crate) arabic: bool,
    pub(crate) decimal: bool,
    /// One character that is mostly another word.
    pub(crate) weak: bool,
    /// 幾 or 數 alone.
    pub(crate) several: bool,
    /// A fraction or a mixed number.
    pub(crate) fraction: bool,
    /// It has an infix, or is a pair: nothing may be read into its last figure.
    pub(crate) open: bool,
}

/// An amount without sign.
pub(crate) fn amount(input: &str) -> Parsed<'_, Core> {
    // What the first character is decides between the alternatives, and most attempts end here.
    match input.chars().next().map(|c| (c, numeral(c))) {
        Some((_, Some((Numeral::Several, _))) | ('好', _)) => several(input),
        Some((_, Some((Numeral::Digit(_) | Numeral::Small(_) | Numeral::Tens(_), _)))) => {
            alt((pair, exact)).parse(input)
        }
        Some(_) => exact(input),
        None => fail(input),
    }
}

fn exact(input: &str) -> Parsed<'_, Core> {
    let (rest, cardinal) = cardinal(input)?;
    if !rest.starts_with(may_open)
        && let Some(number) = cardinal.value.number()
    {
        return Ok((rest, Core { amount: Amount::exact(number), spelling: Spelling::of(&cardinal) }));
    }
    if part_follows(rest)
        && let Ok((rest, number)) = alt((mixed, fraction)).parse(input)
    {
        let spelling = Spelling { fraction: true, arabic: cardinal.arabic, ..Spelling::default() };
        return Ok((rest, Core { amount: Amount::exact(number), spelling }));
    }
    cardinal_amount(input, rest, cardinal)
}

/// Whether what stands behind a cardinal may belong to its amount: a fraction, a second magnitude, an infix.
fn may_open(c: char) -> bool {
    is_space(c)
        || matches!(
            c,
            '分' | '又' | '/' | '／' | '个' | '個' | '有' | '余' | '餘' | '多' | '来' | '來' | '几' | '幾'
        )
}

impl Spelling {
    pub(crate) fn of(cardinal: &Cardinal) -> Spelling {
        Spelling {
            tail: cardinal.tail,
            last: cardinal.last,
            positional: cardinal.positional,
            bare: cardinal.bare,
            arabic: cardinal.arabic,
            decimal: cardinal.decimal,
            weak: cardinal.weak,
            ..Spelling::default()
        }
    }
}

fn cardinal_amount<'t>(input: &'t str, rest: &'t str, cardinal: Cardinal) -> Parsed<'t, Core> {
    let (rest, lift) = opt(counted_magnitude).parse(rest)?;
    let lift = lift.unwrap_or(0);
    let Some(value) = cardinal.value.shift(lift) else { return fail(input) };
    let spelling = Spelling {
        tail: cardinal.tail + lift,
        last: if lift > 0 { Some(lift) } else { cardinal.last },
        positional: cardinal.positional && lift == 0,
        ..Spelling::of(&cardinal)
    };
    if let Ok((behind, core)) = with_infix(rest, value, &cardinal, spelling) {
        return Ok((behind, core));
    }
    match value.number() {
        Some(number) => Ok((rest, Core { amount: Amount::exact(number), spelling })),
        None => fail(input),
    }
}

/// 兩個億: the classifier between figure and magnitude that speech puts there.
fn counted_magnitude(input: &str) -> Parsed<'_, u32> {
    preceded(one(|c| matches!(c, '个' | '個')), big_magnitude).parse(input)
}

fn big_magnitude(input: &str) -> Parsed<'_, u32> {
    mapped(|c| match numeral(c)? {
        (Numeral::Big(exponent), _) => Some(exponent),
        _ => None,
    })
    .parse(input)
}

fn magnitude(input: &str) -> Parsed<'_, u32> {
    mapped(|c| match numeral(c)? {
        (Numeral::Big(exponent) | Numeral::Small(exponent), _) => Some(exponent),
        _ => None,
    })
    .parse(input)
}

/// Any number of magnitudes; their product as a power of ten.
fn magnitudes(input: &str) -> Parsed<'_, u32> {
    let mut exponent = 0u32;
    let mut rest = input;
    while let Ok((behind, next)) = preceded(spaces, magnitude).parse(rest) {
        exponent = exponent.saturating_add(next);
        rest = behind;
    }
    // Beyond any number: it will fail to scale.
    Ok((rest, exponent))
}

/// `value` with 餘, 多, 來 or 幾 behind it: more than it, and less than the next step of its last place.
fn with_infix<'t>(
    input: &'t str,
    value: Scaled,
    cardinal: &Cardinal,
    spelling: Spelling,
) -> Parsed<'t, Core> {
    let (rest, infix) = preceded(spaces, infix).parse(input)?;
    let (rest, exponent) = magnitudes(rest)?;
    // 一百零幾 leaves only the last place open, 十幾 and 一百餘 all below their own.
    let step = if infix == Infix::Several && cardinal.zero_last { 1 } else { step(value) };
    let round = step > 0 || exponent > 0;
    // 5來 is 5 and the verb 來; 十來個 is about ten.
    let fits = match infix {
        Infix::More => round || cardinal.decimal,
        Infix::About | Infix::Several => {
            spelling.last.is_some() || spelling.arabic && step > 0 || cardinal.zero_last
        }
    };
    if cardinal.weak || !fits || (cardinal.decimal && spelling.last.is_none()) {
        return fail(input);
    }
    let upper = Scaled::integer(1).shift(step).and_then(|s| s.checked_add(value));
    let ends = upper
        .zip(Some(value))
        .and_then(|(hi, lo)| Some((lo.shift(exponent)?.number()?, hi.shift(exponent)?.number()?)));
    let Some((lo, hi)) = ends else { return fail(input) };
    match Amount::new(Bound::Excluded(lo), Bound::Excluded(hi)) {
        Ok(amount) => {
            let tail = if exponent > 0 { exponent } else { spelling.tail };
            let spelling = Spelling { tail, positional: false, open: true, bare: false, ..spelling };
            Ok((rest, Core { amount: amount.approximate(true), spelling }))
        }
        Err(_) => fail(input),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Infix {
    /// 餘, 多: more than.
    More,
    /// 來: about, a little more.
    About,
    /// 幾: an unsaid last digit.
    Several,
}

fn infix(input: &str) -> Parsed<'_, Infix> {
    let (rest, first) = opt(one(|c| c == '有')).parse(input)?;
    let (rest, infix) = mapped(|c| match c {
        '余' | '餘' => Some(Infix::More),
        '多' => Some(Infix::More),
        '来' | '來' => Some(Infix::About),
        '几' | '幾' => Some(Infix::Several),
        _ => None,
    })
    .parse(rest)?;
    if first.is_some() && !matches!(input.chars().nth(1), Some('余' | '餘')) {
        fail(input)
    } else {
        Ok((rest, infix))
    }
}

/// The power of ten of the last place that is not zero: 2 for 1500, 7 for 1.5億.
fn step(value: Scaled) -> u32 {
    let mut step = 0;
    let mut rest = value.mantissa;
    if rest == 0 || value.scale > 0 && rest % 10i128.pow(value.scale.min(28)) != 0 {
        return 0;
    }
    rest /= 10i128.pow(value.scale.min(28));
    while rest % 10 == 0 {
        rest /= 10;
        step += 1;
    }
    step
}

/// 幾, 數十億, 好幾萬: from one up to, but without, ten of the magnitude.
fn several(input: &str) -> Parsed<'_, Core> {
    let (rest, _) = opt(one(|c| c == '好')).parse(input)?;
    let (rest, _) = one(|c| matches!(numeral(c), Some((Numeral::Several, _)))).parse(rest)?;
    let (rest, exponent) = magnitudes(rest)?;
    let one = Scaled::integer(1);
    let ends = one.shift(exponent).zip(Scaled::integer(10).shift(exponent));
    let Some((Some(lo), Some(hi))) = ends.map(|(lo, hi)| (lo.number(), hi.number())) else {
        return fail(input);
    };
    let Ok(amount) = Amount::new(Bound::Included(lo), Bound::Excluded(hi)) else { return fail(input) };
    let (tail, last) = trailing_magnitudes(&input[..consumed(input, rest)]);
    let spelling = Spelling { tail, last, several: exponent == 0, open: true, ..Spelling::default() };
    Ok((rest, Core { amount: amount.approximate(true), spelling }))
}

/// The big magnitudes that a text ends with, and its very last magnitude.
fn trailing_magnitudes(read: &str) -> (u32, Option<u32>) {
    let mut tail = 0;
    let mut last = None;
    for c in read.chars().rev() {
        match numeral(c) {
            Some((Numeral::Big(exponent), _)) => {
                last = last.or(Some(exponent));
                tail += exponent;
            }
            Some((Numeral::Small(exponent), _)) => return (tail, last.or(Some(exponent))),
            _ => break,
        }
    }
    (tail, last)
}

/// Longest cardinal that a pair can stand in, in bytes; longer ones are no speech.
const PAIR_REACH: usize = 48;

/// 七八, 三五百, 十七八萬: the two numbers that the text with either digit gives.
fn pair(input: &str) -> Parsed<'_, Core> {
    let Some((at, width)) = touching_digits(input) else { return fail(input) };
    let both = at + 2 * width;
    let read = |skip: core::ops::Range<usize>| -> Option<(usize, Cardinal)> {
        let mut one = String::with_capacity(PAIR_REACH);
        one.push_str(&input[..skip.start]);
        one.push_str(input[skip.end..].get(..PAIR_REACH).unwrap_or_else(|| clip(&input[skip.end..])));
        let (rest, cardinal) = cardinal(&one).ok()?;
        Some((one.len() - rest.len(), cardinal))
    };
    let Some(((len, low), (_, high))) = read(at + width..both).zip(read(at..at + width)) else {
        return fail(input);
    };
    match low.value.number().zip(high.value.number()) {
        Some((lo, hi)) if lo < hi && len >= at + width => {
            let rest = &input[len + width..];
            let spelling = Spelling { tail: low.tail, last: low.last, open: true, ..Spelling::default() };
            Ok((rest, Core { amount: Amount::between(lo, hi).approximate(true), spelling }))
        }
        _ => fail(input),
    }
}

/// At most [`PAIR_REACH`] bytes of `text`, cut at a character.
fn clip(text: &str) -> &str {
    let mut end = text.len().min(PAIR_REACH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Where, in the numerals at the head of `input`, two digits touch that speech pairs: neighbours in
/// counting (七八), and 三五. A third digit beside them makes it a number read out digit by digit.
fn touching_digits(input: &str) -> Option<(usize, usize)> {
    let mut run = 0;
    let mut first = (0, 0, 0);
    let mut found = None;
    for (at, c) in input.char_indices() {
        if at > PAIR_REACH {
            break;
        }
        match numeral(c) {
            Some((Numeral::Digit(digit), Form::Plain)) if !matches!(c, '〇' | '○' | '零') => {
                run += 1;
                if run == 1 {
                    first = (at, digit, c.len_utf8());
                } else if run == 2 && (digit == first.1 + 1 || (first.1, digit) == (3, 5)) {
                    found = Some((first.0, first.2));
                } else {
                    return None;
                }
            }
            Some((Numeral::Small(_) | Numeral::Big(_), _)) if found.is_none() => run = 0,
            Some((Numeral::Digit(_), _)) => return None,
            _ => break,
        }
    }
    let (at, width) = found?;
    // 三四點五 and the like are no pairs.
    (!input[at + 2 * width..].starts_with(['点', '點'])).then_some((at, width))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, interval: &str, left: &str) {
        let (rest, core) = amount(text).expect(text);
        assert_eq!((core.amount.to_string().as_str(), rest), (interval, left), "{text}");
    }

    #[test]
    fn infixes_open_the_last_place() {
        reads("20餘次", "(20, 30)~", "次");
        reads("1500多名", "(1500, 1600)~", "名");
        reads("500多億元", "(50000000000, 60000000000)~", "元");
        reads("十餘萬", "(100000, 200000)~", "");
        reads("1.5億多", "(150000000, 160000000)~", "");
        reads("5兆9000億餘元", "(5900000000000, 6000000000000)~", "元");
        reads("十幾個", "(10, 20)~", "個");
        reads("二十几万", "(200000, 300000)~", "");
        reads("一百二十幾億", "(12000000000, 13000000000)~", "");
        reads("30有餘", "(30, 40)~", "");
        reads("25多", "25", "多");
    }

    #[test]
    fn unsaid_digits() {
        reads("幾個", "[1, 10)~", "個");
        reads("數十億", "[1000000000, 10000000000)~", "");
        reads("好几万", "[10000, 100000)~", "");
    }

    #[test]
    fn pairs_of_digits() {
        reads("七八個", "[7, 8]~", "個");
        reads("三五百", "[300, 500]~", "");
        reads("兩三萬", "[20000, 30000]~", "");
        reads("十七八萬", "[170000, 180000]~", "");
        reads("七百三四十", "[730, 740]~", "");
        reads("三四十億", "[3000000000, 4000000000]~", "");
        reads("四十五六", "[45, 46]~", "");
        reads("三万五六", "[35000, 36000]~", "");
        reads("一二三四", "1234", "");
        reads("二〇一二年", "2012", "年");
        reads("一一", "11", "");
    }

    #[test]
    fn spoken_magnitudes() {
        reads("兩個億", "200000000", "");
        reads("3个月", "3", "个月");
    }
}
