//! What one writes without this crate: a good `regex`, and a parse of each match to a decimal.
//!
//! It reads digits and numerals, their magnitudes and the 150 commonest units in both scripts; it knows no
//! bounds, ranges, times, names or words, so that 一般 and 四川 hold a number for it.

use std::collections::HashMap;

use regex::Regex;
use rust_decimal::Decimal;

/// Simplified, then Traditional where it differs.
const UNITS: &str = "% ％ ‰ 个百分点 個百分點 百分点 百分點 个基点 個基點 基点 基點 倍 成 折 \
    元 人民币 人民幣 元人民币 元人民幣 美元 美金 港元 港币 港幣 欧元 歐元 日元 日圆 日圓 英镑 英鎊 韩元 韓元 澳元 加元 新台币 新台幣 卢布 盧布 \
    元/吨 元/噸 元/股 元/桶 美元/桶 美元/盎司 元/公斤 元/平方米 \
    年 年度 月 月份 日 号 號 天 周 週 个月 個月 季度 小时 小時 分钟 分鐘 秒 点 點 时 時 岁 歲 年代 世纪 世紀 个工作日 個工作日 个交易日 個交易日 \
    吨 噸 公斤 千克 克 毫克 斤 两 兩 磅 盎司 桶 标准箱 標準箱 米 千米 公里 厘米 毫米 海里 英里 英尺 平方米 平方公里 平方千米 公顷 公頃 亩 畝 \
    立方米 升 毫升 千瓦 兆瓦 瓦 千瓦时 千瓦時 度 摄氏度 攝氏度 赫兹 赫茲 兆赫 伏 安 帕 字节 字節 GB TB MB KB MW GW kW kWh km kg cm mm m t \
    人 名 位 人次 人民 户 戶 家 个 個 项 項 件 条 條 只 支 枚 张 張 台 臺 辆 輛 架 艘 列 套 栋 棟 间 間 座 所 处 處 部 本 册 冊 篇 份 批 组 組 \
    次 场 場 届 屆 期 轮 輪 步 层 層 级 級 种 種 类 類 股 手 笔 筆 单 單 例 起 宗 头 頭 匹 棵 株 片 块 塊 瓶 箱 袋 包 双 雙 对 對 行 城 县 縣 村 镇 鎮 省 国 國";

const SMALL: &str = "〇零○一二三四五六七八九十百千廿卅兩两壹贰貳叁參肆伍陆陸柒捌玖拾佰仟";
const LARGE: &str = "萬万億亿兆";

/// The pattern and the tables beside it.
#[derive(Debug)]
pub(crate) struct Baseline {
    pattern: Regex,
    units: HashMap<&'static str, u16>,
}

/// What a match comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// The amount, where it fits into a decimal.
    pub(crate) value: Option<Decimal>,
    /// The row of the unit.
    pub(crate) unit: Option<u16>,
}

impl Baseline {
    /// Compiles the pattern.
    pub(crate) fn new() -> Baseline {
        let mut units: Vec<&str> = UNITS.split_whitespace().collect();
        let rows = units.iter().zip(0..).map(|(&unit, row)| (unit, row)).collect();
        units.sort_by_key(|unit| std::cmp::Reverse(unit.len()));
        let digits = "[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?";
        let units = units.iter().map(|unit| regex::escape(unit)).collect::<Vec<_>>().join("|");
        let pattern = format!(
            "(?:百分之)?(?:(?:{digits}[{SMALL}{LARGE}]*)+|[{SMALL}{LARGE}]+(?:[點点][{SMALL}]+)?)(?:{units})?"
        );
        Baseline { pattern: Regex::new(&pattern).expect("a pattern of ours"), units: rows }
    }

    /// Every match of `text`, parsed.
    pub(crate) fn matches<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Match> + 'a {
        self.pattern.find_iter(text).map(|found| self.read(found.as_str()))
    }

    /// How many matches there are, found another way: for the check before timing.
    pub(crate) fn count(&self, text: &str) -> usize {
        let mut from = 0;
        std::iter::from_fn(|| {
            let found = self.pattern.find_at(text, from)?;
            from = found.end();
            Some(())
        })
        .count()
    }

    fn read(&self, text: &str) -> Match {
        let (percent, text) = match text.strip_prefix("百分之") {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (value, rest) = number(text);
        let unit = if percent { Some(0) } else { self.units.get(rest).copied() };
        Match { value, unit }
    }
}

impl Default for Baseline {
    fn default() -> Self {
        Baseline::new()
    }
}

/// The number at the front of `text`, and what stands behind it. One pass, integers until the end.
pub(crate) fn number(text: &str) -> (Option<Decimal>, &str) {
    let mut sum = Sum::default();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let known = match c {
            '0'..='9' => sum.digit(u32::from(c) - u32::from('0')),
            '０'..='９' => sum.digit(u32::from(c) - u32::from('０')),
            ',' | '，' => Some(()),
            '.' | '．' | '點' | '点' => sum.point(),
            _ => sum.numeral(c),
        };
        if known.is_none() {
            break;
        }
        end = at + c.len_utf8();
    }
    (sum.total(), &text[end..])
}

/// A number in the making: what is complete, the part below the next 萬, the part below the next 千.
#[derive(Default)]
struct Sum {
    done: i128,
    section: i128,
    current: i128,
    /// Digits behind the point.
    scale: u32,
    pointed: bool,
    seen: bool,
    spoken: bool,
    overflow: bool,
}

impl Sum {
    fn digit(&mut self, digit: u32) -> Option<()> {
        match self.current.checked_mul(10).and_then(|n| n.checked_add(i128::from(digit))) {
            Some(next) => self.current = next,
            None => self.overflow = true,
        }
        self.scale += u32::from(self.pointed);
        self.seen = true;
        Some(())
    }

    fn point(&mut self) -> Option<()> {
        if self.pointed || !self.seen {
            return None;
        }
        self.pointed = true;
        Some(())
    }

    fn numeral(&mut self, c: char) -> Option<()> {
        match c {
            '〇' | '零' | '○' => self.digit(0),
            '一' | '壹' => self.digit(1),
            '二' | '兩' | '两' | '贰' | '貳' => self.digit(2),
            '三' | '叁' | '參' => self.digit(3),
            '四' | '肆' => self.digit(4),
            '五' | '伍' => self.digit(5),
            '六' | '陆' | '陸' => self.digit(6),
            '七' | '柒' => self.digit(7),
            '八' | '捌' => self.digit(8),
            '九' | '玖' => self.digit(9),
            '廿' => self.tens(20),
            '卅' => self.tens(30),
            '十' | '拾' => self.small(10),
            '百' | '佰' => self.small(100),
            '千' | '仟' => self.small(1_000),
            '萬' | '万' => self.large(10_000),
            '億' | '亿' => self.large(100_000_000),
            '兆' => self.large(1_000_000_000_000),
            _ => None,
        }
    }

    fn tens(&mut self, value: i128) -> Option<()> {
        self.section += value;
        self.seen = true;
        Some(())
    }

    fn small(&mut self, value: i128) -> Option<()> {
        let times = if self.current == 0 && !self.spoken { 1 } else { self.current.max(1) };
        self.section = self.section.saturating_add(times.saturating_mul(value));
        self.current = 0;
        self.seen = true;
        Some(())
    }

    fn large(&mut self, value: i128) -> Option<()> {
        let part = self.section.saturating_add(self.current).max(1);
        self.done = self.done.saturating_add(part.saturating_mul(value));
        (self.section, self.current) = (0, 0);
        // 3億5000萬: what follows is whole again; 1.2億 keeps its scale to the end.
        (self.pointed, self.seen, self.spoken) = (false, true, true);
        Some(())
    }

    fn total(&self) -> Option<Decimal> {
        let sum = self.done.checked_add(self.section)?.checked_add(self.current)?;
        if self.overflow || !self.seen {
            return None;
        }
        Some(Decimal::try_from_i128_with_scale(sum, self.scale).ok()?.normalize())
    }
}
