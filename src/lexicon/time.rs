//! Words of the calendar and the clock, both scripts in one row.

use once_cell::sync::Lazy;

use super::Spellings;
use crate::value::lunar;
use crate::value::timex::{Anchored, DayPart, DurationUnit, Grain, Modifier, Part, Season, Vague};

/// A meaning and all its spellings, the usual Simplified one first: it is the one that is written.
pub(crate) type Row<T> = (T, &'static [&'static str]);

/// A table ready for look-ups.
pub(crate) type Table<T> = Lazy<Spellings<T>>;

fn heads<T: Copy>(rows: &[Row<T>]) -> Spellings<T> {
    Spellings::by_head(rows.iter().flat_map(|(meaning, words)| words.iter().map(|word| (*word, *meaning))))
}

fn tails<T: Copy>(rows: &[Row<T>]) -> Spellings<T> {
    Spellings::by_tail(rows.iter().flat_map(|(meaning, words)| words.iter().map(|word| (*word, *meaning))))
}

/// Years told from the day of the text or from what it last named.
pub(crate) const YEAR_WORDS: &[Row<Anchored>] = &[
    (Anchored::Reference(Grain::Year, 0), &["今年", "今年度", "本年度", "本年"]),
    (Anchored::Reference(Grain::Year, -1), &["去年", "去年度", "昨年", "旧年", "舊年"]),
    (Anchored::Reference(Grain::Year, -2), &["前年", "上上年"]),
    (Anchored::Reference(Grain::Year, -3), &["大前年"]),
    (Anchored::Reference(Grain::Year, 1), &["明年", "明年度", "来年", "來年", "下年度", "下年", "出年"]),
    (Anchored::Reference(Grain::Year, 2), &["后年", "後年"]),
    (Anchored::Reference(Grain::Year, 3), &["大后年", "大後年"]),
    (Anchored::Text(Grain::Year, 0), &["当年", "當年", "同年", "该年", "該年"]),
    (Anchored::Text(Grain::Year, -1), &["上年", "上年度"]),
    (Anchored::Text(Grain::Year, 1), &["次年", "翌年", "隔年"]),
];

/// Months that are told by one word; 上個月 and its like are read by parts.
pub(crate) const MONTH_WORDS: &[Row<Anchored>] = &[
    (Anchored::Text(Grain::Month, 0), &["当月", "當月", "同月", "该月", "該月"]),
    (Anchored::Text(Grain::Month, 1), &["次月", "翌月", "隔月"]),
];

/// Days.
pub(crate) const DAY_WORDS: &[Row<Anchored>] = &[
    (Anchored::Reference(Grain::Day, 0), &["今天", "今日", "本日", "即日", "今儿", "今兒"]),
    (Anchored::Reference(Grain::Day, -1), &["昨天", "昨日", "寻日", "尋日", "琴日"]),
    (Anchored::Reference(Grain::Day, -2), &["前天", "前日"]),
    (Anchored::Reference(Grain::Day, -3), &["大前天", "大前日"]),
    (Anchored::Reference(Grain::Day, -4), &["大大前天"]),
    (Anchored::Reference(Grain::Day, 1), &["明天", "明日", "听日", "聽日"]),
    (Anchored::Reference(Grain::Day, 2), &["后天", "後天", "后日", "後日"]),
    (Anchored::Reference(Grain::Day, 3), &["大后天", "大後天", "大后日", "大後日"]),
    (Anchored::Reference(Grain::Day, 4), &["大大后天", "大大後天"]),
    (
        Anchored::Text(Grain::Day, 0),
        &["当天", "當天", "当日", "當日", "同日", "同一天", "该日", "該日", "同天"],
    ),
    (Anchored::Text(Grain::Day, 1), &["次日", "翌日", "隔天", "隔日"]),
    (Anchored::Text(Grain::Day, -1), &["前一天", "前一日"]),
    (
        Anchored::LastTradingDay,
        &[
            "上一交易日",
            "前一交易日",
            "上个交易日",
            "上個交易日",
            "上一个交易日",
            "上一個交易日",
            "前一个交易日",
            "前一個交易日",
        ],
    ),
];

/// A day and a part of it in two characters: 今晚, 昨夜.
const DAY_HEADS: &[Row<Anchored>] = &[
    (Anchored::Reference(Grain::Day, 0), &["今"]),
    (Anchored::Reference(Grain::Day, -1), &["昨"]),
    (Anchored::Reference(Grain::Day, 1), &["明", "听", "聽"]),
    (Anchored::Reference(Grain::Day, -2), &["前"]),
    (Anchored::Text(Grain::Day, 0), &["当", "當"]),
    (Anchored::Text(Grain::Day, 1), &["次"]),
];

/// What may follow such a head.
const SHORT_DAY_PARTS: &[Row<DayPart>] =
    &[(DayPart::EarlyMorning, &["早", "晨", "朝"]), (DayPart::Evening, &["晚"]), (DayPart::Night, &["夜"])];

/// Parts of the day that stand alone.
pub(crate) const DAY_PARTS: &[Row<DayPart>] = &[
    (DayPart::SmallHours, &["凌晨"]),
    (DayPart::EarlyMorning, &["早上", "早晨", "清晨", "清早", "大清早", "朝早", "一早"]),
    (DayPart::Morning, &["上午", "上昼", "上晝"]),
    (DayPart::LateMorning, &["早间", "早間", "晨间", "晨間"]),
    (DayPart::Noon, &["中午", "正午", "午间", "午間"]),
    (DayPart::Afternoon, &["下午", "午后", "午後", "晏昼", "晏晝", "下昼", "下晝"]),
    (DayPart::Evening, &["晚上", "晚间", "晚間", "傍晚", "夜晚"]),
    (DayPart::Night, &["夜间", "夜間", "夜里", "夜裡", "夜裏", "深夜", "半夜", "午夜", "夜晚黑", "子夜"]),
    (DayPart::Daytime, &["白天", "日间", "日間"]),
];

/// Parts of the day that need a day before them or a clock time behind them.
const WEAK_DAY_PARTS: &[Row<DayPart>] = &[
    (DayPart::EarlyMorning, &["早", "晨"]),
    (DayPart::Evening, &["晚"]),
    (DayPart::Night, &["夜"]),
    (DayPart::Noon, &["午"]),
];

/// Words behind which a part of the day is no time: 下午茶.
const DAY_PART_TRAPS: &[Row<()>] = &[(
    (),
    &[
        "茶", "餐", "饭", "飯", "会", "會", "报", "報", "场", "場", "宴", "盘", "盤", "市", "些", "于", "於",
        "期", "已", "就",
    ],
)];

/// Parts of a year, month or quarter, behind its name.
const ENDS: &[Row<Modifier>] = &[
    (Modifier::Start, &["初", "伊始", "年初", "月初", "之初"]),
    (Modifier::Mid, &["中", "中期", "年中", "月中", "中叶", "中葉"]),
    (Modifier::End, &["底", "末", "年底", "年末", "月底", "月末", "岁末", "歲末", "季末", "之末", "末期"]),
];

/// What must not follow an end: 初步, 2019年中國, 底層.
const END_TRAPS: &[Row<()>] = &[(
    (),
    &[
        "步", "次", "级", "級", "衷", "心", "国", "國", "央", "东", "東", "小", "信", "金", "石", "共", "部",
        "型", "医", "醫", "科", "华", "華", "西", "南", "北", "文", "海", "山", "交", "学", "學", "高", "低",
        "层", "層", "线", "線", "端", "长", "長", "标", "標", "秋", "位", "超", "美", "欧", "歐", "日", "韩",
        "韓", "俄", "英", "法", "德", "非", "泰", "铁", "鐵", "建", "车", "車", "兴", "興", "方", "间", "間",
        "断", "斷", "止", "立", "性", "外", "式", "心", "概", "签", "籤", "选", "選", "芯", "远", "遠", "保",
    ],
)];

/// The start, middle and end of the running year, month or quarter, told alone.
const BARE_ENDS: &[Row<(Grain, Option<Modifier>)>] = &[
    ((Grain::Year, Some(Modifier::Start)), &["年初", "岁初", "歲初"]),
    ((Grain::Year, Some(Modifier::Mid)), &["年中"]),
    ((Grain::Year, Some(Modifier::End)), &["年底", "年末", "年尾", "岁末", "歲末"]),
    ((Grain::Year, None), &["年内", "年內", "全年", "整年", "全年度", "全财年", "全財年"]),
    ((Grain::Month, Some(Modifier::Start)), &["月初"]),
    ((Grain::Month, Some(Modifier::Mid)), &["月中"]),
    ((Grain::Month, Some(Modifier::End)), &["月底", "月末", "月尾"]),
    ((Grain::Month, None), &["月内", "月內", "全月", "整月"]),
    ((Grain::Quarter, Some(Modifier::Start)), &["季初"]),
    ((Grain::Quarter, Some(Modifier::End)), &["季末", "季底"]),
    ((Grain::Day, None), &["全天", "全日", "整天"]),
];

/// Halves of a year.
pub(crate) const HALVES: &[Row<i8>] = &[
    (1, &["上半年", "上半年度", "前半年", "上半财年", "上半財年"]),
    (2, &["下半年", "下半年度", "后半年", "後半年", "下半财年", "下半財年"]),
];

/// Stretches of a month from the first day to the last, -1 is the last of the month.
const MONTH_PARTS: &[Row<(i8, i8)>] = &[
    ((1, 10), &["上旬"]),
    ((11, 20), &["中旬"]),
    ((21, -1), &["下旬"]),
    ((1, 15), &["上半月"]),
    ((16, -1), &["下半月"]),
];

/// Seasons that stand alone.
pub(crate) const SEASONS: &[Row<Season>] = &[
    (Season::Spring, &["春季", "春天"]),
    (Season::Summer, &["夏季", "夏天"]),
    (Season::Autumn, &["秋季", "秋天"]),
    (Season::Winter, &["冬季", "冬天"]),
];

/// Seasons behind a year or 今, 去, 明.
const SHORT_SEASONS: &[Row<Season>] = &[
    (Season::Spring, &["春"]),
    (Season::Summer, &["夏"]),
    (Season::Autumn, &["秋"]),
    (Season::Winter, &["冬"]),
];

/// What makes another word of a short season: 春節, 夏糧.
const SEASON_TRAPS: &[Row<()>] = &[(
    (),
    &[
        "节", "節", "运", "運", "晚", "茶", "耕", "播", "粮", "糧", "收", "装", "裝", "游", "遊", "假", "令",
        "招", "奥", "奧", "闱", "闈", "分", "至", "虫", "蟲", "种", "種", "小", "玉", "管", "菜",
    ],
)];

/// Units of the calendar that 上, 下, 這 count by, with their grain; the second tells whether the word
/// needs 個 or 一 before it.
pub(crate) const CALENDAR_UNITS: &[Row<(Grain, bool)>] = &[
    ((Grain::Year, true), &["年"]),
    ((Grain::Year, false), &["年度", "财年", "財年", "会计年度", "會計年度"]),
    ((Grain::Half, true), &["半年", "半年度"]),
    ((Grain::Quarter, false), &["季度", "季"]),
    ((Grain::Month, false), &["月"]),
    ((Grain::Month, true), &["月份"]),
    ((Grain::Week, false), &["周", "週", "星期", "礼拜", "禮拜"]),
];

/// A week as a head of its days: 周五, 星期日.
const WEEK_NAMES: &[Row<()>] = &[((), &["周", "週", "星期", "礼拜", "禮拜"])];

/// Days of the week behind it, Monday is 1.
const WEEKDAYS: &[Row<i8>] = &[
    (1, &["一", "1"]),
    (2, &["二", "2"]),
    (3, &["三", "3"]),
    (4, &["四", "4"]),
    (5, &["五", "5"]),
    (6, &["六", "6"]),
    (7, &["日", "天", "7"]),
];

/// Behind a day of the week: the number counts something, as in 每周三次.
const WEEKDAY_TRAPS: &[Row<()>] = &[(
    (),
    &[
        "次", "场", "場", "节课", "節課", "小时", "小時", "个", "個", "篇", "趟", "回合", "轮", "輪", "班",
        "家", "名", "条", "條", "度", "成", "均", "百", "千", "万", "萬", "十",
    ],
)];

/// Heads that shift by the units of the calendar.
pub(crate) const SHIFTS: &[Row<i8>] = &[
    (0, &["本", "这", "這", "今", "呢"]),
    (-1, &["上"]),
    (-2, &["上上"]),
    (-3, &["上上上"]),
    (1, &["下"]),
    (2, &["下下"]),
    (3, &["下下下"]),
];

/// 今明兩年: the two years of a pair.
const PAIRS: &[Row<(i8, i8)>] = &[
    ((0, 1), &["今明"]),
    ((-1, 0), &["去今"]),
    ((1, 2), &["明后", "明後"]),
    ((-1, 1), &["昨明"]),
    ((-2, -1), &["前去"]),
];

/// Vague times, and the day or moment that they stand for.
pub(crate) const VAGUE_WORDS: &[Row<Vague>] = &[
    (
        Vague::Now,
        &[
            "现在", "現在", "此时", "此時", "此刻", "当前", "當前", "马上", "馬上", "立刻", "眼下", "而家",
            "宜家", "如今",
        ],
    ),
    (Vague::Present, &["目前", "近期", "最近", "现阶段", "現階段"]),
    (
        Vague::Past,
        &["近年来", "近年來", "近年", "近日", "日前", "近来", "近來", "近几年", "近幾年", "近些年", "不久前"],
    ),
    (Vague::Future, &["未来", "未來", "今后", "今後", "将来", "將來"]),
];

/// What makes another word of a day or a vague time: 今日頭條.
const NAMES: &[&str] = &[
    "今日头条",
    "今日頭條",
    "今天国际",
    "今天國際",
    "明天系",
    "明日方舟",
    "明天控股",
    "未来汽车",
    "未来城",
    "當前進",
    "当前进",
    "上年纪",
    "上年紀",
    "上下年",
    "本月球",
    "下周转",
    "下周轉",
    "上周转",
    "本周转",
    "周五粮",
    "四季酒店",
    "四季豆",
    "四季度假",
    "當年度假",
    "前日本",
    "后日本",
    "後日本",
    "前天津",
    "今天津",
    "昨天津",
    "明天津",
    "后天津",
    "當天津",
    "当天津",
    "后年轻",
    "全天候",
    "全日制",
    "每天津",
    "大年级",
];

/// Holidays with a fixed or lunar day.
const HOLIDAYS: &[Row<Part>] = &[
    (Part::Day(Some(1), Some(1)), &["元旦节", "元旦節", "元旦"]),
    (Part::Day(Some(2), Some(14)), &["情人节", "情人節"]),
    (Part::Day(Some(3), Some(8)), &["妇女节", "婦女節", "三八节", "三八節"]),
    (Part::Day(Some(3), Some(12)), &["植树节", "植樹節"]),
    (Part::Day(Some(4), Some(1)), &["愚人节", "愚人節"]),
    (Part::Day(Some(5), Some(1)), &["劳动节", "勞動節", "五一劳动节", "五一勞動節", "五一节"]),
    (Part::Day(Some(5), Some(4)), &["青年节", "青年節", "五四青年节", "五四青年節"]),
    (Part::Day(Some(6), Some(1)), &["儿童节", "兒童節", "六一儿童节", "六一兒童節"]),
    (Part::Day(Some(7), Some(1)), &["建党节", "建黨節"]),
    (Part::Day(Some(8), Some(1)), &["建军节", "建軍節", "八一建军节", "八一建軍節"]),
    (Part::Day(Some(9), Some(10)), &["教师节", "教師節"]),
    (Part::Day(Some(10), Some(1)), &["国庆节", "國慶節", "国庆日", "國慶日", "十一国庆节"]),
    (Part::Day(Some(10), Some(10)), &["双十节", "雙十節"]),
    (Part::Day(Some(10), Some(31)), &["万圣节", "萬聖節"]),
    (Part::Day(Some(11), Some(11)), &["双十一", "雙十一", "双11", "雙11", "光棍节", "光棍節"]),
    (Part::Day(Some(12), Some(12)), &["双十二", "雙十二", "双12", "雙12"]),
    (Part::Day(Some(12), Some(24)), &["平安夜"]),
    (Part::Day(Some(12), Some(25)), &["圣诞节", "聖誕節", "圣诞", "聖誕"]),
    (Part::NthWeekday(Some(5), 2, 7), &["母亲节", "母親節"]),
    (Part::NthWeekday(Some(6), 3, 7), &["父亲节", "父親節"]),
    (Part::NthWeekday(Some(11), 4, 4), &["感恩节", "感恩節"]),
    (lunar_day(1, 1), &["春节", "春節", "大年初一", "农历新年", "農曆新年"]),
    (lunar_day(1, 15), &["元宵节", "元宵節", "元宵", "上元节", "上元節"]),
    (lunar_day(2, 2), &["龙抬头", "龍抬頭"]),
    (lunar_day(5, 5), &["端午节", "端午節", "端午"]),
    (lunar_day(7, 7), &["七夕节", "七夕節", "七夕"]),
    (lunar_day(7, 15), &["中元节", "中元節"]),
    (lunar_day(8, 15), &["中秋节", "中秋節", "中秋"]),
    (lunar_day(9, 9), &["重阳节", "重陽節", "重阳", "重陽"]),
    (lunar_day(12, 8), &["腊八节", "臘八節", "腊八", "臘八"]),
    (lunar_day(12, -1), &["除夕", "大年三十", "年三十"]),
];

/// Holidays whose names are numbers or short for other words, so that the context must say them.
const WEAK_HOLIDAYS: &[Row<Part>] = &[
    (Part::Day(Some(5), Some(1)), &["五一"]),
    (Part::Day(Some(6), Some(1)), &["六一"]),
    (Part::Day(Some(10), Some(1)), &["十一", "国庆", "國慶"]),
];

/// Behind a holiday: not the day is meant but the days around it, or something named for it.
const HOLIDAY_TRAPS: &[Row<()>] = &[(
    (),
    &[
        "期", "档", "檔", "假", "黄", "黃", "长", "長", "小长", "小長", "消", "市", "联", "聯", "晚", "促",
        "购", "購", "旅", "出行", "客", "前后", "前後", "大", "季", "临", "臨", "将", "將", "特", "礼", "禮",
        "月",
    ],
)];

/// Behind 五一 or 十一: the holiday is meant.
const FESTIVE_WORDS: &[Row<()>] = &[(
    (),
    &[
        "假期",
        "长假",
        "長假",
        "小长假",
        "小長假",
        "黄金周",
        "黃金週",
        "期间",
        "期間",
        "节",
        "節",
        "假日",
        "前夕",
        "国庆",
        "國慶",
    ],
)];

/// Behind 21年 at the start of a clause: what is measured, so that a year is meant.
const MEASURED_WORDS: &[Row<()>] = &[(
    (),
    &[
        "营", "營", "净利", "淨利", "净", "淨", "收入", "利润", "利潤", "业绩", "業績", "归母", "歸母",
        "全年", "同期", "GDP", "毛利", "财报", "財報", "报告", "報告", "实现", "實現", "出口", "进口",
        "進口", "产量", "產量", "销量", "銷量", "预计", "預計", "公司", "以来", "以來", "至今", "EPS", "Q",
        "H",
    ],
)];

/// Behind a bare year: a festival or season of it.
const BARE_YEAR_FOLLOWERS: &[Row<()>] = &[(
    (),
    &["春节", "春節", "中秋", "国庆", "國慶", "世界杯", "奥运", "奧運", "财年", "財年", "中报", "年报"],
)];

/// Before a number and 日, which are a length then: 近5日, 連續14日.
const DAY_COUNTERS: &[Row<()>] = &[(
    (),
    &[
        "近",
        "过去",
        "過去",
        "未来",
        "未來",
        "每",
        "连续",
        "連續",
        "持续",
        "持續",
        "前",
        "首",
        "达",
        "達",
        "满",
        "滿",
        "第",
        "大约",
        "大約",
        "逾",
        "超",
        "超过",
        "超過",
        "了",
        "个",
        "個",
        "长达",
        "長達",
        "随后",
        "隨後",
        "最多",
        "至少",
        "不少于",
        "不少於",
        "不超过",
        "不超過",
        "不到",
        "不足",
        "仅",
        "僅",
        "耗时",
        "耗時",
        "历时",
        "歷時",
        "为期",
        "為期",
        "一连",
        "一連",
    ],
)];

/// Behind a number and 日, which are a length then: 5日內, 20日均線.
const DAY_PLACERS: &[Row<()>] = &[(
    (),
    &[
        "后", "後", "内", "內", "游", "遊", "线", "線", "均", "之内", "之內", "之后", "之後", "之久", "以内",
        "以內", "以后", "以後", "以上", "以来", "以來", "龄", "齡", "票", "时间", "時間", "移动", "移動",
    ],
)];

/// Before a number and 月, which are a length then: 近三月.
const MONTH_COUNTERS: &[Row<()>] = &[((), &["近", "隔", "满", "滿", "每", "个", "個"])];

/// Characters that may end a word before 前7個月, 後年, 次日; others make another word of it (提前, 投產後).
const HEAD_LEADERS: &[Row<()>] = &[(
    (),
    &[
        "在", "于", "於", "到", "至", "年", "为", "為", "的", "比", "较", "較", "和", "与", "與", "其", "全",
        "市", "省", "国", "國", "县", "縣", "区", "區", "司",
    ],
)];

/// Before a day of the month in numerals.
const TIME_LEADERS: &[Row<()>] = &[((), &["于", "於", "在", "至", "到", "自", "是"])];

/// Before a number and 年, which are a length then, whatever follows: 近10年春節.
const YEAR_COUNTERS: &[Row<()>] = &[(
    (),
    &[
        "近", "过去", "過去", "未来", "未來", "每", "连续", "連續", "前", "后", "後", "这", "這", "满", "滿",
        "第", "约", "約", "逾", "超", "超过", "超過", "了", "达", "達",
    ],
)];

/// The solar terms 節氣 from 小寒; of 清明 also the holiday.
pub(crate) const TERMS: &[Row<i8>] = &[
    (0, &["小寒"]),
    (1, &["大寒"]),
    (2, &["立春"]),
    (3, &["雨水"]),
    (4, &["惊蛰", "驚蟄"]),
    (5, &["春分"]),
    (6, &["清明节", "清明節", "清明"]),
    (7, &["谷雨", "穀雨"]),
    (8, &["立夏"]),
    (9, &["小满", "小滿"]),
    (10, &["芒种", "芒種"]),
    (11, &["夏至"]),
    (12, &["小暑"]),
    (13, &["大暑"]),
    (14, &["立秋"]),
    (15, &["处暑", "處暑"]),
    (16, &["白露"]),
    (17, &["秋分"]),
    (18, &["寒露"]),
    (19, &["霜降"]),
    (20, &["立冬"]),
    (21, &["小雪"]),
    (22, &["大雪"]),
    (23, &["冬至"]),
];

const fn lunar_day(month: i8, day: i8) -> Part {
    Part::Lunar(lunar::Day { month, leap: false, day: Some(day) })
}

/// Eras 年號 by the civil year of their first year.
const ERAS: &[Row<i16>] = &[
    (1912, &["民国", "民國", "中华民国", "中華民國"]),
    (1909, &["宣统", "宣統"]),
    (1875, &["光绪", "光緒"]),
    (1862, &["同治"]),
    (1851, &["咸丰", "咸豐"]),
    (1821, &["道光"]),
    (1796, &["嘉庆", "嘉慶"]),
    (1736, &["乾隆"]),
    (1723, &["雍正"]),
    (1662, &["康熙"]),
    (1644, &["顺治", "順治"]),
    (1628, &["崇祯", "崇禎"]),
    (1573, &["万历", "萬曆"]),
    (1567, &["隆庆", "隆慶"]),
    (1522, &["嘉靖"]),
    (1506, &["正德"]),
    (1488, &["弘治"]),
    (1426, &["宣德"]),
    (1403, &["永乐", "永樂"]),
    (1368, &["洪武"]),
    (742, &["天宝", "天寶"]),
    (713, &["开元", "開元"]),
    (705, &["神龙", "神龍"]),
    (627, &["贞观", "貞觀"]),
    (618, &["武德"]),
    (1868, &["明治"]),
    (1912, &["大正"]),
    (1926, &["昭和"]),
    (1989, &["平成"]),
    (2019, &["令和"]),
];

/// Five-year plans 五年規劃 by their first year.
const PLANS: &[Row<i16>] = &[
    (1981, &["六五"]),
    (1986, &["七五"]),
    (1991, &["八五"]),
    (1996, &["九五"]),
    (2001, &["十五"]),
    (2006, &["十一五"]),
    (2011, &["十二五"]),
    (2016, &["十三五"]),
    (2021, &["十四五"]),
    (2026, &["十五五"]),
    (2031, &["十六五"]),
];

/// Behind the name of a plan.
const PLANNED_WORDS: &[Row<()>] = &[(
    (),
    &[
        "计划",
        "計劃",
        "规划",
        "規劃",
        "期间",
        "期間",
        "时期",
        "時期",
        "”计划",
        "”計劃",
        "”规划",
        "”規劃",
        "”期间",
        "”期間",
        "”时期",
        "”時期",
        "」计划",
        "」計劃",
        "」规划",
        "」規劃",
        "」期间",
        "」期間",
        "」时期",
        "」時期",
    ],
)];

/// Signs and words between the ends of a range.
const RANGE_SIGNS: &[Row<()>] = &[(
    (),
    &["至", "到", "-", "—", "–", "－", "―", "─", "~", "～", "〜", "——", "--", "～～", "直至", "直到"],
)];

/// Words that tie two ends into a range only with 之間 behind.
const BETWEEN_SIGNS: &[Row<()>] = &[((), &["和", "与", "與", "跟", "至", "到"])];

/// How the words around a time bound it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bounding {
    /// 以來, 起: from its start.
    Since,
    /// 以後: behind it.
    After,
    /// 或之後: from it on, it included.
    AtOrAfter,
    /// 以前.
    Before,
    /// 或之前: up to it, it included.
    AtOrBefore,
    /// 內, 期間, 左右: no change.
    Inside,
    /// 至今: up to now.
    UntilNow,
}

/// Words behind a time of the calendar.
const CALENDAR_SUFFIXES: &[Row<Bounding>] = &[
    (Bounding::Since, &["以来", "以來", "来", "來", "起", "之后起", "伊始起"]),
    (Bounding::UntilNow, &["至今", "到现在", "到現在", "迄今", "到目前", "至目前"]),
    (Bounding::After, &["以后", "以後", "之后", "之後", "后", "後"]),
    (Bounding::AtOrAfter, &["或之后", "或之後", "或以后", "或以後", "及以后", "及以後", "及之后", "及之後"]),
    (Bounding::Before, &["以前", "之前", "前"]),
    (Bounding::AtOrBefore, &["或之前", "或以前", "及以前", "及之前"]),
    (
        Bounding::Inside,
        &["内", "內", "以内", "以內", "期间", "期間", "左右", "前后", "前後", "间", "間", "许", "許"],
    ),
];

/// Words that make another word of a one-character suffix: 前三, 後來, 來自, 起訴, 內地, 前海.
const SUFFIX_TRAPS: &[Row<()>] = &[(
    (),
    &[
        "前夕", "前夜", "前三", "前十", "前五", "前海", "前瞻", "前景", "前期", "前沿", "前往", "前程",
        "前任", "前提", "前列", "前来", "前來", "前述", "后来", "後來", "后续", "後續", "后期", "後期",
        "后市", "後市", "后者", "後者", "来自", "來自", "来到", "來到", "来看", "來看", "来说", "來說",
        "来华", "來華", "起诉", "起訴", "起步", "起草", "起点", "起點", "起源", "起飞", "起飛", "内地",
        "內地", "内容", "內容", "内部", "內部", "内需", "內需", "内蒙", "內蒙", "内外", "內外", "间接",
        "間接", "来宾", "來賓", "许多", "許多", "许可", "許可", "前N", "后备", "後備", "后台", "後台",
        "前两", "前兩", "来临", "來臨", "前11", "前1", "前2", "前3", "前4", "前5", "前6", "前7", "前8",
        "前9", "前首", "前四", "前二", "前总", "前總", "前副", "前主", "前董",
    ],
)];

/// Words before a time of the calendar that belong to its extent.
const CALENDAR_PREFIXES: &[Row<()>] = &[(
    (),
    &[
        "自",
        "自从",
        "自從",
        "截至",
        "截止",
        "截止到",
        "截止至",
        "从",
        "從",
        "约",
        "約",
        "大约",
        "大約",
        "由",
        "早在",
    ],
)];

/// How the words around a length relate it to now or to an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Placing {
    After,
    Before,
    Within,
    Last,
    Next,
    /// 前兩天, 上兩周: the whole units before the running one.
    Previous,
    /// 後三天, 下三周.
    Following,
    /// 之前3小時: up to now.
    Since,
}

/// Words before a length.
const LENGTH_PREFIXES: &[Row<Placing>] = &[
    (
        Placing::Last,
        &[
            "过去",
            "過去",
            "过去的",
            "過去的",
            "近",
            "最近",
            "最近的",
            "刚过去的",
            "剛過去的",
            "以往",
            "此前",
            "之前",
            "先前",
            "近来",
            "连续",
            "連續",
            "连",
            "連",
            "时隔",
            "時隔",
            "历时",
            "歷時",
            "近这",
            "這",
            "这",
        ],
    ),
    (
        Placing::Next,
        &[
            "未来",
            "未來",
            "未来的",
            "未來的",
            "今后",
            "今後",
            "将来",
            "將來",
            "接下来",
            "接下來",
            "接下来的",
            "接下來的",
            "之后",
            "之後",
            "还剩",
            "還剩",
            "还有",
            "還有",
            "尚余",
            "尚餘",
            "剩余",
            "剩餘",
            "往后",
            "往後",
            "此后",
            "此後",
            "其后",
            "其後",
            "随后",
            "隨後",
            "随后的",
            "隨後的",
            "再过",
            "再過",
        ],
    ),
    (Placing::Previous, &["前", "上", "头", "頭", "首"]),
    (Placing::Following, &["后", "後", "下"]),
    (Placing::Within, &["于", "在", "满", "滿"]),
];

/// Words behind a length.
const LENGTH_SUFFIXES: &[Row<Placing>] = &[
    (Placing::After, &["后", "後", "之后", "之後", "以后", "以後"]),
    (Placing::Before, &["前", "之前", "以前"]),
    (Placing::Within, &["内", "內", "之内", "之內", "以内", "以內"]),
    (Placing::Since, &["以来", "以來", "来", "來"]),
];

/// A spelling of a unit of time behind a number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnitRow {
    /// The unit that it is counted in.
    pub(crate) unit: DurationUnit,
    /// How many of that unit one is: a quarter is 3 months.
    pub(crate) factor: (i8, i8),
    /// Both scripts, with 個 where it is written.
    pub(crate) spellings: &'static [&'static str],
}

const fn unit(unit: DurationUnit, factor: (i8, i8), spellings: &'static [&'static str]) -> UnitRow {
    UnitRow { unit, factor, spellings }
}

use DurationUnit::{Day, Hour, Minute, Month, Second, Week, Year};

/// The units of durations. 月 alone is mostly a month of the calendar; a word before the number makes a
/// length of it (近三月).
pub(crate) const DURATION_UNITS: &[UnitRow] = &[
    unit(Year, (1, 1), &["年", "周年", "週年", "个年头", "個年頭", "载", "載", "年时间", "年時間"]),
    unit(Month, (3, 1), &["个季度", "個季度", "个季", "個季"]),
    unit(Month, (1, 1), &["个月", "個月", "个月份", "月"]),
    unit(
        Week,
        (1, 1),
        &[
            "周",
            "週",
            "星期",
            "个星期",
            "個星期",
            "礼拜",
            "禮拜",
            "个礼拜",
            "個禮拜",
            "个周",
            "個周",
            "個週",
            "个週",
        ],
    ),
    unit(Day, (1, 1), &["天", "日", "昼夜", "晝夜", "个昼夜", "個晝夜", "整天"]),
    unit(
        Day,
        (1, 1),
        &["个交易日", "個交易日", "交易日", "个工作日", "個工作日", "工作日", "个工作天", "個工作天"],
    ),
    unit(
        Hour,
        (1, 1),
        &[
            "小时",
            "小時",
            "个小时",
            "個小時",
            "钟头",
            "鐘頭",
            "个钟头",
            "個鐘頭",
            "个钟",
            "個鐘",
            "钟",
            "鐘",
            "h",
        ],
    ),
    unit(Minute, (15, 1), &["刻钟", "刻鐘"]),
    unit(Minute, (1, 1), &["分钟", "分鐘", "min"]),
    unit(Second, (1, 1), &["秒", "秒钟", "秒鐘", "s"]),
];

pub(crate) static YEARS: Table<Anchored> = Lazy::new(|| heads(YEAR_WORDS));
pub(crate) static MONTHS: Table<Anchored> = Lazy::new(|| heads(MONTH_WORDS));
pub(crate) static DAYS: Table<Anchored> = Lazy::new(|| heads(DAY_WORDS));
pub(crate) static DAY_HEAD: Table<Anchored> = Lazy::new(|| heads(DAY_HEADS));
pub(crate) static SHORT_DAY_PART: Table<DayPart> = Lazy::new(|| heads(SHORT_DAY_PARTS));
pub(crate) static DAY_PART: Table<DayPart> = Lazy::new(|| heads(DAY_PARTS));
pub(crate) static WEAK_DAY_PART: Table<DayPart> = Lazy::new(|| heads(WEAK_DAY_PARTS));
pub(crate) static DAY_PART_TRAP: Table<()> = Lazy::new(|| heads(DAY_PART_TRAPS));
pub(crate) static END: Table<Modifier> = Lazy::new(|| heads(ENDS));
pub(crate) static END_TRAP: Table<()> = Lazy::new(|| heads(END_TRAPS));
pub(crate) static BARE_END: Table<(Grain, Option<Modifier>)> = Lazy::new(|| heads(BARE_ENDS));
pub(crate) static HALF: Table<i8> = Lazy::new(|| heads(HALVES));
pub(crate) static MONTH_PART: Table<(i8, i8)> = Lazy::new(|| heads(MONTH_PARTS));
pub(crate) static SEASON: Table<Season> = Lazy::new(|| heads(SEASONS));
pub(crate) static SHORT_SEASON: Table<Season> = Lazy::new(|| heads(SHORT_SEASONS));
pub(crate) static SEASON_TRAP: Table<()> = Lazy::new(|| heads(SEASON_TRAPS));
pub(crate) static CALENDAR_UNIT: Table<(Grain, bool)> = Lazy::new(|| heads(CALENDAR_UNITS));
pub(crate) static WEEK_NAME: Table<()> = Lazy::new(|| heads(WEEK_NAMES));
pub(crate) static WEEKDAY: Table<i8> = Lazy::new(|| heads(WEEKDAYS));
pub(crate) static WEEKDAY_TRAP: Table<()> = Lazy::new(|| heads(WEEKDAY_TRAPS));
pub(crate) static SHIFT: Table<i8> = Lazy::new(|| heads(SHIFTS));
pub(crate) static PAIR: Table<(i8, i8)> = Lazy::new(|| heads(PAIRS));
pub(crate) static VAGUE: Table<Vague> = Lazy::new(|| heads(VAGUE_WORDS));
pub(crate) static NAME: Table<()> = Lazy::new(|| heads(&[((), NAMES)]));
pub(crate) static HOLIDAY: Table<Part> = Lazy::new(|| heads(HOLIDAYS));
pub(crate) static WEAK_HOLIDAY: Table<Part> = Lazy::new(|| heads(WEAK_HOLIDAYS));
pub(crate) static HOLIDAY_TRAP: Table<()> = Lazy::new(|| heads(HOLIDAY_TRAPS));
pub(crate) static DAY_COUNTER: Table<()> = Lazy::new(|| tails(DAY_COUNTERS));
pub(crate) static DAY_PLACER: Table<()> = Lazy::new(|| heads(DAY_PLACERS));
pub(crate) static YEAR_COUNTER: Table<()> = Lazy::new(|| tails(YEAR_COUNTERS));
pub(crate) static MONTH_COUNTER: Table<()> = Lazy::new(|| tails(MONTH_COUNTERS));
pub(crate) static HEAD_LEADER: Table<()> = Lazy::new(|| tails(HEAD_LEADERS));
pub(crate) static TIME_LEADER: Table<()> = Lazy::new(|| tails(TIME_LEADERS));
pub(crate) static FESTIVE: Table<()> = Lazy::new(|| heads(FESTIVE_WORDS));
pub(crate) static MEASURED: Table<()> = Lazy::new(|| heads(MEASURED_WORDS));
pub(crate) static BARE_YEAR_FOLLOWER: Table<()> = Lazy::new(|| heads(BARE_YEAR_FOLLOWERS));
pub(crate) static TERM: Table<i8> = Lazy::new(|| heads(TERMS));
pub(crate) static ERA: Table<i16> = Lazy::new(|| heads(ERAS));
pub(crate) static PLAN: Table<i16> = Lazy::new(|| heads(PLANS));
pub(crate) static PLANNED: Table<()> = Lazy::new(|| heads(PLANNED_WORDS));
pub(crate) static RANGE_SIGN: Table<()> = Lazy::new(|| heads(RANGE_SIGNS));
pub(crate) static BETWEEN_SIGN: Table<()> = Lazy::new(|| heads(BETWEEN_SIGNS));
pub(crate) static CALENDAR_SUFFIX: Table<Bounding> = Lazy::new(|| heads(CALENDAR_SUFFIXES));
pub(crate) static SUFFIX_TRAP: Table<()> = Lazy::new(|| heads(SUFFIX_TRAPS));
pub(crate) static CALENDAR_PREFIX: Table<()> = Lazy::new(|| tails(CALENDAR_PREFIXES));
pub(crate) static LENGTH_PREFIX: Table<Placing> = Lazy::new(|| tails(LENGTH_PREFIXES));
pub(crate) static LENGTH_SUFFIX: Table<Placing> = Lazy::new(|| heads(LENGTH_SUFFIXES));
/// Units of time by their spelling, each with how many of the unit one is.
pub(crate) static DURATION_UNIT: Table<UnitRow> = Lazy::new(|| {
    Spellings::by_head(DURATION_UNITS.iter().flat_map(|row| row.spellings.iter().map(|word| (*word, *row))))
});

/// Every word of the calendar that a time can begin with; those of one character only with others.
pub(crate) fn opening_words() -> impl Iterator<Item = &'static str> {
    words(YEAR_WORDS)
        .chain(words(MONTH_WORDS))
        .chain(words(DAY_WORDS))
        .chain(words(DAY_HEADS))
        .chain(words(DAY_PARTS))
        .chain(words(WEAK_DAY_PARTS))
        .chain(words(BARE_ENDS))
        .chain(words(HALVES))
        .chain(words(MONTH_PARTS))
        .chain(words(SEASONS))
        .chain(words(SHIFTS))
        .chain(words(PAIRS))
        .chain(words(VAGUE_WORDS))
        .chain(words(HOLIDAYS))
        .chain(words(WEAK_HOLIDAYS))
        .chain(words(TERMS))
        .chain(words(ERAS))
        .chain(words(PLANS))
        .chain(words(WEEK_NAMES))
}

/// The units of time.
pub(crate) fn length_units() -> impl Iterator<Item = &'static str> {
    DURATION_UNITS.iter().flat_map(|row| row.spellings).copied()
}

/// Every spelling of a table.
fn words<T>(rows: &'static [Row<T>]) -> impl Iterator<Item = &'static str> {
    rows.iter().flat_map(|row| row.1).copied()
}

/// The units that 上, 這 and the like shift by.
pub(crate) fn calendar_units() -> impl Iterator<Item = &'static str> {
    words(CALENDAR_UNITS)
}

/// What stands behind a number in digits that is a part of a time.
pub(crate) fn behind_numbers() -> impl Iterator<Item = char> {
    word_heads(BARE_YEAR_FOLLOWERS).chain(range_heads()).chain(MARKS_BEHIND_NUMBERS.iter().copied())
}

/// Marks of a date or a clock behind digits.
pub(crate) const MARKS_BEHIND_NUMBERS: &[char] = &[
    '年', '月', '日', '号', '號', '季', '点', '點', '时', '時', ':', '：', '/', '.', '-', '—', '–', '－',
    '~', '～', '至', '到', '财', '財', '会', '會', 'H', 'Q', 'h', 'q', '世', '、', '后', '後', '秋', '春',
    '夏', '冬', '―', '─', '〜',
];

/// The heads of what stands between the ends of a range or of a pair.
pub(crate) fn range_heads() -> impl Iterator<Item = char> {
    let rows = RANGE_SIGNS.iter().chain(BETWEEN_SIGNS).flat_map(|row| row.1);
    rows.filter_map(|word| word.chars().next()).chain(['、', '和', '及', '与', '與'])
}

/// The words of all tables.
#[cfg(test)]
pub(crate) fn every_word() -> impl Iterator<Item = &'static str> {
    length_units()
        .chain(words(YEAR_WORDS))
        .chain(words(MONTH_WORDS))
        .chain(words(DAY_WORDS))
        .chain(words(DAY_HEADS))
        .chain(words(SHORT_DAY_PARTS))
        .chain(words(DAY_PARTS))
        .chain(words(WEAK_DAY_PARTS))
        .chain(words(DAY_PART_TRAPS))
        .chain(words(ENDS))
        .chain(words(END_TRAPS))
        .chain(words(BARE_ENDS))
        .chain(words(HALVES))
        .chain(words(MONTH_PARTS))
        .chain(words(SEASONS))
        .chain(words(SHORT_SEASONS))
        .chain(words(SEASON_TRAPS))
        .chain(words(CALENDAR_UNITS))
        .chain(words(WEEK_NAMES))
        .chain(words(WEEKDAYS))
        .chain(words(WEEKDAY_TRAPS))
        .chain(words(SHIFTS))
        .chain(words(PAIRS))
        .chain(words(VAGUE_WORDS))
        .chain(words(HOLIDAYS))
        .chain(words(WEAK_HOLIDAYS))
        .chain(words(HOLIDAY_TRAPS))
        .chain(words(DAY_PLACERS))
        .chain(words(FESTIVE_WORDS))
        .chain(words(MEASURED_WORDS))
        .chain(words(BARE_YEAR_FOLLOWERS))
        .chain(words(TERMS))
        .chain(words(ERAS))
        .chain(words(PLANS))
        .chain(words(PLANNED_WORDS))
        .chain(words(RANGE_SIGNS))
        .chain(words(BETWEEN_SIGNS))
        .chain(words(CALENDAR_SUFFIXES))
        .chain(words(SUFFIX_TRAPS))
        .chain(words(LENGTH_SUFFIXES))
        .chain(NAMES.iter().copied())
}

/// Words that tell what of a year is meant.
pub(crate) fn in_year() -> impl Iterator<Item = &'static str> {
    words(ENDS)
        .chain(words(HALVES))
        .chain(words(SEASONS))
        .chain(words(SHORT_SEASONS))
        .chain(words(HOLIDAYS))
        .chain(words(WEAK_HOLIDAYS))
        .chain(words(TERMS))
}

/// Words that tell what of a month is meant.
pub(crate) fn in_month() -> impl Iterator<Item = &'static str> {
    words(ENDS).chain(words(MONTH_PARTS))
}

/// Words that tell what of a day is meant.
pub(crate) fn in_day() -> impl Iterator<Item = &'static str> {
    words(DAY_PARTS).chain(words(WEAK_DAY_PARTS))
}

fn word_heads<T>(rows: &'static [Row<T>]) -> impl Iterator<Item = char> {
    words(rows).filter_map(|word| word.chars().next())
}

/// Words that are a time by themselves, with the commonest compounds; some of them are not, and fail.
pub(crate) fn plain_words() -> impl Iterator<Item = String> {
    let weeks = ["周", "週", "星期"];
    let weekdays = ["一", "二", "三", "四", "五", "六", "日", "天", "末", ""];
    let shifted = ["", "上", "本", "下", "这", "這"].into_iter().flat_map(move |shift| {
        weeks.into_iter().flat_map(move |week| weekdays.map(|day| format!("{shift}{week}{day}")))
    });
    let firsts = [
        "前两季度",
        "前三季度",
        "首季度",
        "首季",
        "上个月",
        "上個月",
        "下个月",
        "下個月",
        "本月",
        "上月",
        "下月",
    ];
    let periods = ["去年同期", "上年同期"];
    opening_words()
        .filter(|word| word.chars().nth(1).is_some())
        .chain(firsts)
        .chain(periods)
        .map(str::to_owned)
        .chain(shifted)
        .chain(quarters())
}

/// Quarters, in the commonest spellings.
fn quarters() -> impl Iterator<Item = String> {
    ["一", "二", "三", "四", "1", "2", "3", "4"]
        .into_iter()
        .flat_map(|n| [format!("第{n}季度"), format!("第{n}季"), format!("{n}季度")])
}

/// Words that tell what of a year is meant wherever they stand behind one.
pub(crate) fn plain_in_year() -> impl Iterator<Item = String> {
    words(HALVES).chain(["全年", "全年度", "整年", "年内", "年內"]).map(str::to_owned).chain(quarters())
}

/// The words that a time can go on with.
pub(crate) fn continuations() -> impl Iterator<Item = &'static str> {
    words(ENDS)
        .chain(words(BARE_ENDS))
        .chain(words(HALVES))
        .chain(words(MONTH_PARTS))
        .chain(words(SEASONS))
        .chain(words(SHORT_SEASONS))
        .chain(words(HOLIDAYS))
        .chain(words(WEAK_HOLIDAYS))
        .chain(words(TERMS))
        .chain(words(DAY_PARTS))
        .chain(words(WEAK_DAY_PARTS))
        .chain(words(SHORT_DAY_PARTS))
        .chain(words(CALENDAR_UNITS))
        .chain(words(WEEK_NAMES))
        .chain(words(WEEKDAYS))
}

/// What stands between a time and the words that it goes on with, and what makes another word of it.
pub(crate) const BETWEEN: &str = "的之个個月日號号点點时時天年季世纪紀第同农農阴陰旧舊夏历曆财財會会半刻\
    候制步首最后後末前头頭正和及与與、：:至到-－–—─―~～〜∼‐‑−﹣/／.．%％\u{20}\u{A0}\u{3000}TQqHhFAaPpWw";

/// What makes another word of a unit of the calendar: 月球, 周邊, 季節.
pub(crate) const UNIT_TRAPS: &str = "份度代级級期龄齡球租期息供薪票饼餅嫂报報节節酒豆风風军軍候制步茶餐刊边邊转轉围圍密长長知旋折\
    游遊易钟鐘许許多整全";

/// Characters that open times read by parts: 第三季, 首季, 每年, 農曆, 公元, 正月, 個半小時.
pub(crate) const OTHER_OPENERS: &[char] = &[
    '第', '首', '每', '农', '農', '阴', '陰', '旧', '舊', '公', '正', '腊', '臘', '冬', '去', '闰', '閏',
    '初', '大', '个', '個', '分', 'Q', 'q', 'H', 'F',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn stand_once<T>(rows: &[Row<T>]) {
        let mut words: Vec<&str> = rows.iter().flat_map(|row| row.1).copied().collect();
        words.sort_unstable();
        let twice = words.windows(2).find(|pair| pair[0] == pair[1]);
        assert!(twice.is_none(), "{twice:?} stands twice");
    }

    #[test]
    fn no_spelling_stands_twice_in_a_table() {
        stand_once(YEAR_WORDS);
        stand_once(MONTH_WORDS);
        stand_once(DAY_WORDS);
        stand_once(DAY_PARTS);
        stand_once(ENDS);
        stand_once(BARE_ENDS);
        stand_once(HALVES);
        stand_once(MONTH_PARTS);
        stand_once(SEASONS);
        stand_once(CALENDAR_UNITS);
        stand_once(WEEKDAYS);
        stand_once(VAGUE_WORDS);
        stand_once(HOLIDAYS);
        stand_once(TERMS);
        stand_once(ERAS);
        stand_once(PLANS);
        stand_once(CALENDAR_SUFFIXES);
        stand_once(LENGTH_PREFIXES);
        stand_once(LENGTH_SUFFIXES);
        stand_once(&DURATION_UNITS.iter().map(|row| ((), row.spellings)).collect::<Vec<_>>());
    }

    #[test]
    fn terms_are_in_the_order_of_the_year() {
        assert!(TERMS.iter().zip(0..).all(|(row, at)| row.0 == at));
        assert_eq!(TERMS.len(), 24);
    }
}
