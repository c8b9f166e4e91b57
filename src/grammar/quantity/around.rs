//! Words before and behind a quantity: bounds, currencies, signs.

use super::{Before, Measured, Reader, Role};
use crate::grammar::chars::{is_han, is_space};
use crate::lexicon::bounds::Bound;
use crate::lexicon::{Sense, measures};
use crate::value::{Number, Unit};

impl Reader<'_> {
    /// The currency that the words around name, where the unit leaves it open; moves `end` over a name
    /// behind the amount.
    pub(super) fn currency_of(&self, measured: &Measured, before: &Before, end: &mut usize) -> Option<Unit> {
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

    /// Whether a word or a sign before the number at `at` has to do with it.
    pub(crate) fn is_led(&self, at: usize, floor: usize) -> bool {
        let window = self.text.get(floor..at).unwrap_or("");
        self.lexicon.ends_before.tails(window) && {
            let before = self.before(at, floor);
            let words = before.bound.is_some() || before.currency.is_some() || before.scale.is_some();
            words || before.negative || before.span_start != at
        }
    }

    /// Bounds, currency and sign before the number at `at`, none of it before `floor`.
    pub(super) fn before(&self, at: usize, floor: usize) -> Before {
        let mut found = Before { span_start: at, extent_start: at, ..Before::default() };
        self.sign(at, floor, &mut found);
        let mut at = found.span_start;
        let (mut between, mut far) = (false, false);
        for _ in 0..MAX_WORDS_BEFORE {
            let window = self.text.get(floor..at).unwrap_or("");
            let trimmed = window.trim_end_matches(is_space);
            let Some(last) = trimmed.chars().next_back().filter(|&c| self.lexicon.ends_before.contains(c))
            else {
                break;
            };
            if found.currency.is_none()
                && !between
                && self.lexicon.stirring.prefix_tails.contains(last)
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
            if last == '下'
                && let Some(start) = trimmed.strip_suffix("零下").map(str::len)
                && !found.negative
            {
                at = floor + start;
                found.negative = true;
                found.scale = Some(Unit::built_in(&measures::CELSIUS));
                found.span_start = at;
                continue;
            }
            if matches!(last, '氏' | '度')
                && found.scale.is_none()
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
                Bound::Verb => (between, far) = (true, true),
                // 近 and 約 before a verb are the end of some other word.
                _ if far && len <= HAN_LEN => break,
                _ if found.bound.is_some() => break,
                bound => {
                    found.bound = Some(bound);
                    found.extent_start = at;
                }
            }
        }
        found
    }

    /// 上千: no less than a bare magnitude, roughly.
    pub(super) fn upward(&self, at: usize, floor: usize, before: &mut Before) {
        const OTHER_WORDS: [&str; 7] = ["以上", "之上", "网上", "網上", "线上", "線上", "晚上"];
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

    /// The longest bound word that `before` ends with, typesetting spaces in it passed over.
    pub(super) fn bound_before(&self, before: &str) -> Option<(usize, Bound)> {
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
    pub(super) fn sign(&self, at: usize, floor: usize, found: &mut Before) {
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
    pub(super) fn currency_before(&self, before: &str) -> Option<(usize, Unit)> {
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
    pub(super) fn after(&self, end: usize, role: Role, at: usize) -> (Option<Bound>, usize) {
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

/// 攝氏 and 華氏 before a number.
pub(super) fn scale_before(before: &str) -> Option<(usize, Unit)> {
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

/// How far back a bound word with spaces in it is looked for, in bytes.
const SPACED_WORD: usize = 24;

/// Words looked at before a number: 約, a verb, a currency, and one to spare.
const MAX_WORDS_BEFORE: usize = 4;

/// The bytes of one Chinese character of the basic plane.
const HAN_LEN: usize = 3;
