//! Which unit a word behind a number is, if any.

use super::range::{Mark, range_mark};
use super::{BEHIND_UNITS, Read, Reader, Role};
use crate::grammar::amount::{Core, amount};
use crate::grammar::chars::{is_han, is_space, spaced};
use crate::grammar::time::duration;
use crate::lexicon::{Open, Sense, followers, measures};
use crate::value::{Number, Unit};

impl<'a> Reader<'a> {
    /// The longest unit at `end`, behind at most a few spaces, that can be meant there.
    pub(super) fn unit(&self, at: usize, core: &Core, end: usize) -> Option<Read> {
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

    /// Whether some unit begins at `at`.
    pub(super) fn unit_at(&self, at: usize) -> bool {
        self.lexicon.units.head(self.from(at)).is_some_and(|(_, sense)| !matches!(sense, Sense::Count { .. }))
    }

    /// 個百分 點: the units of typeset tables that spaces tear apart.
    pub(super) fn spaced_ratio(&self, start: usize) -> Option<Read> {
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
    pub(super) fn stands_alone(&self, start: usize, end: usize) -> bool {
        let latin = |c: char| c.is_ascii_alphabetic();
        !self.until(end).ends_with(latin)
            || start == end
            || !self.from(end).starts_with(|c: char| c.is_ascii_alphanumeric())
    }

    /// What a unit word means behind this number; `None` where it means no unit.
    pub(super) fn resolve(
        &self,
        sense: &Sense,
        at: usize,
        start: usize,
        end: usize,
        core: &Core,
    ) -> Option<Read> {
        let firm = |unit: Unit, factor: Number| Read { unit, role: Role::Firm, local: false, factor, end };
        let rest = self.from(end);
        match sense {
            Sense::Currency { unit, factor } => Some(firm(unit.clone(), *factor)),
            Sense::Local { factor } => {
                let read = Read { local: true, ..firm(self.settings.currency().clone(), *factor) };
                (!self.another_word(start, end)).then_some(read)
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
                (!self.another_word(start, end)).then(|| firm(Unit::percent(), Number::from(10)))
            }
            Sense::Discount => {
                let value = core.amount.written()?;
                let factor = if value >= Number::from(10) { Number::ONE } else { Number::from(10) };
                (!self.another_word(start, end)).then(|| firm(Unit::percent(), factor))
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
    pub(super) fn measure(&self, unit: &Unit, start: usize, end: usize, core: &Core) -> Option<Unit> {
        let word = self.text.get(start..end).unwrap_or("");
        let rest = self.from(end);
        let mut chars = word.chars();
        let (Some(word), None) = (chars.next().filter(|&c| is_han(c)), chars.next()) else {
            return Some(unit.clone());
        };
        let spelling = &core.spelling;
        let goes_on = followers::makes_another_word(word, rest);
        let other = match word {
            '里' => goes_on || self.until(start).ends_with('年'),
            '方' => goes_on || spelling.weak || !spelling.arabic && spelling.positional,
            '升' => {
                let verb = !spelling.arabic || rest.starts_with(['至', '到']);
                goes_on && verb && !self.same_unit_follows(rest, '升')
            }
            _ => goes_on || self.rare_unit(word, rest, core),
        };
        (!other).then(|| unit.clone())
    }

    /// 兩升到三升: behind the range mark another number has the same unit.
    pub(super) fn same_unit_follows(&self, rest: &str, unit: char) -> bool {
        let Some((behind, Mark::To)) = range_mark(rest) else { return false };
        amount(behind).is_ok_and(|(rest, _)| rest.starts_with(unit))
    }

    /// 卡, 巴 and the like are units only where nothing makes a word of them.
    fn rare_unit(&self, word: char, rest: &str, core: &Core) -> bool {
        let Some(behind_digits) = followers::rarity(word) else { return false };
        // 三寸開外, 3巴多: a bound behind it shows the unit.
        if rest.starts_with('多') || self.lexicon.after.head(rest).is_some() {
            return false;
        }
        let other = |c: char| is_han(c) && !BEHIND_UNITS.contains(&c);
        rest.starts_with(other) && !core.spelling.arabic
            || behind_digits && rest.starts_with(is_han) && !rest.starts_with(['以', '左', '的', '至', '到'])
    }

    /// Whether the one-character unit from `start` to `end` and what follows are another word.
    fn another_word(&self, start: usize, end: usize) -> bool {
        let word = self.text.get(start..end).unwrap_or("");
        let mut chars = word.chars();
        matches!((chars.next(), chars.next()), (Some(c), None) if followers::makes_another_word(c, self.from(end)))
    }

    /// Whether a classifier behind this number counts.
    pub(super) fn classifier(&self, start: usize, end: usize, core: &Core) -> bool {
        let word = self.text.get(start..end).unwrap_or("");
        let rest = self.from(end);
        let goes_on = self.another_word(start, end);
        match word {
            // 704所 is an institute by its number; 3所高校 are three schools.
            "所" => {
                let few = core.amount.written().is_some_and(|n| n < Number::from(100));
                rest.starts_with(is_han) && few && !goes_on
            }
            "股" => !goes_on || core.spelling.last.is_some(),
            "号" | "號" => false,
            _ => !goes_on,
        }
    }

    /// 度, 碼, 呎, 分: the words around decide.
    pub(super) fn open_unit(&self, open: Open, at: usize, end: usize, core: &Core) -> Option<Read> {
        let window = self.window(at);
        let clause = window.rfind(['，', ',', '、']).and_then(|mark| window.get(mark..)).unwrap_or(window);
        // The clause decides; where it names none of the things measured, its sentence does.
        let telling = OPEN_UNIT_CONTEXT.iter().any(|word| clause.contains(word));
        let scope = if telling { clause } else { window };
        let near = |words: &[&str]| words.iter().any(|word| scope.contains(word));
        let role = Role::Firm;
        let read = |def, factor| Some(Read { unit: Unit::built_in(def), role, local: false, factor, end });
        let rest = self.from(end);
        let word = self.until(end).chars().next_back();
        let goes_on = word.is_some_and(|word| followers::makes_another_word(word, rest));
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
            Open::Step if goes_on => None,
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
                if goes_on || score || rest.starts_with(|c: char| is_han(c) && !BEHIND_UNITS.contains(&c)) {
                    return None;
                }
                let factor = Number::from_scaled(1, 2).ok()?;
                Some(Read { unit: self.settings.currency().clone(), role, local: true, factor, end })
            }
        }
    }

    /// The clause before `at`, as far as a reader would look back.
    pub(super) fn window(&self, at: usize) -> &'a str {
        let before = self.until(at);
        let mut start = before.len().saturating_sub(WINDOW);
        while !before.is_char_boundary(start) {
            start += 1;
        }
        let window = &before[start..];
        let cut = window.rfind(['。', '；', '！', '？', '\n']).map_or(0, |stop| stop + 1);
        window.get(cut..).unwrap_or(window)
    }
}

/// What the units of open words measure: electricity, angles, heat, interest, lengths and areas.
const OPEN_UNIT_CONTEXT: [&str; 30] = [
    "电", "電", "kWh", "纬", "緯", "经", "經", "角", "转", "轉", "温", "溫", "热", "熱", "冷", "摄氏",
    "攝氏", "华氏", "華氏", "息", "利率", "升", "降", "面积", "面積", "实用", "實用", "呎", "长", "長",
];

/// Spaces allowed between number and unit, in bytes.
const UNIT_GAP: usize = 6;

/// How far back, in bytes, a reader looks for what decides an open unit.
const WINDOW: usize = 60;
