//! What a change is measured against: 同比, 環比, 按年, 較年初.

use crate::fact::Basis;

/// What a comparison phrase says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Compared {
    /// A settled basis.
    Fixed(Basis),
    /// The stretch before, as long as the period itself: 環比.
    ByGrain,
    /// A mean over years where a change follows, a part of a name elsewhere: 年均.
    Average,
}

/// Spellings of one meaning in both scripts, parted by spaces, and the meaning.
pub(crate) const ROWS: &[(&str, Compared)] = &[
    (
        "同比 YoY yoy YOY 按年 年比 比上年同期 较上年同期 較上年同期 比去年同期 较去年同期 較去年同期 比上年 较上年 較上年 比去年 较去年 較去年 \
         上年同期相比 同口径 同口徑 与上年同期相比 與上年同期相比 与去年同期相比 與去年同期相比 与去年同比 與去年同比 同比去年 较同期 較同期 比同期 较前一年 較前一年 \
         比前一年 对比去年同期 對比去年同期 相比去年同期 相较去年同期 相較去年同期 相较于去年同期 相較於去年同期 跟去年同期相比 和去年同期相比 按年率",
        Compared::Fixed(Basis::Yoy),
    ),
    (
        "按月 比上月 较上月 較上月 比上个月 比上個月 较上个月 較上個月 月比 较前一月 較前一月 较前月 較前月",
        Compared::Fixed(Basis::Mom),
    ),
    (
        "按季 比上季 较上季 較上季 比上一季 较上一季 較上一季 较上季度 較上季度 比上季度 比上一季度 较上一季度 較上一季度 季比 较前一季 較前一季 较前季 較前季",
        Compared::Fixed(Basis::Qoq),
    ),
    (
        "较年初 較年初 比年初 较上年末 較上年末 比上年末 较去年末 較去年末 比去年末 较去年底 較去年底 比去年底 较上年底 較上年底 比上年底 较期初 較期初 比期初",
        Compared::Fixed(Basis::Ytd),
    ),
    ("环比 環比 QoQ qoq", Compared::ByGrain),
    (
        "两年平均 兩年平均 三年平均 两年年均 兩年年均 三年年均 较前一日 較前一日 较上日 較上日 较前日 較前日 较上周 較上週 較上周 比上周 比上週 较前一周 較前一週 \
         較前一周 较上一交易日 較上一交易日 较前一交易日 較前一交易日 较上个交易日 較上個交易日 较首日 較首日 较历史同期 較歷史同期 较往年同期 較往年同期 按周 按週 \
         按日",
        Compared::Fixed(Basis::Other),
    ),
    ("年均 年平均 年均复合 年均複合 年复合 年複合 复合 複合", Compared::Average),
];
