//! Short closed lists that the fact reader asks about words it already has: both scripts in each.

/// A list of words.
pub(crate) type Words = &'static [&'static str];

/// Whether `text` ends with a word of the list.
pub(crate) fn ends(text: &str, words: Words) -> bool {
    words.iter().any(|word| text.ends_with(word))
}

/// Whether `text` begins with a word of the list.
pub(crate) fn begins(text: &str, words: Words) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

/// Times that are the year before the one spoken of.
pub(crate) const LAST_YEAR: Words = &["去年", "上年", "上一年", "前一年"];

/// Times that are the beginning of the year.
pub(crate) const YEAR_START: Words = &["年初", "期初"];

/// Ends of times that are the end of something.
pub(crate) const AT_END: Words = &["末", "底"];

/// Ends of times that are a month.
pub(crate) const AT_MONTH: Words = &["月", "月份"];

/// Times that are the stretch spoken of, in another year.
pub(crate) const SAME_STRETCH: &str = "同期";

/// Ends of nouns that tell a circumstance: 受疫情影響.
pub(crate) const CIRCUMSTANCES: Words = &["因素", "口径", "口徑", "影响", "影響"];

/// Ends of nouns before a time that belong to it: 假期前四天.
pub(crate) const BEFORE_TIME: Words = &["前", "近"];

/// Ends of the words around a time that make it a limit: 2028年前, 6個月內.
pub(crate) const LIMITS: Words = &["前"];

/// The same for lengths of time.
pub(crate) const LENGTH_LIMITS: Words = &["内", "內"];

/// Subjects that only point to who is spoken of.
pub(crate) const PRONOUNS: Words = &["公司", "本公司", "集团", "集團", "本集团", "本集團"];

/// Stakes in a company, of which a ratio is a share.
pub(crate) const STAKES: Words = &["股权", "股權", "股份", "权益", "權益", "股本"];

/// Ends of names of indexes.
pub(crate) const INDEXES: Words = &["指数", "指數"];

/// Ends of words for people, of whom a ratio is a share.
pub(crate) const PEOPLE: Words = &["人口"];

/// Words before a length of time that make it a stretch: 過去24小時.
pub(crate) const STRETCH_BEFORE: Words =
    &["过去", "過去", "近", "前", "未来", "未來", "止", "这", "這", "最近", "首", "头", "頭"];

/// Words that end alike and make none: 提前3個月.
pub(crate) const NO_STRETCH_BEFORE: Words = &["提前"];

/// Words before hours or less that make them a stretch.
pub(crate) const SHORT_STRETCH_BEFORE: Words = &["过去", "過去", "最近"];

/// Words behind a length of time that make it a stretch: 三年來.
pub(crate) const STRETCH_BEHIND: Words =
    &["来", "來", "以来", "以來", "间", "間", "年均", "时间", "時間", "累计", "累計"];
