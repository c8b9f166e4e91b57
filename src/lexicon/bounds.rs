//! Words around a number that open or close its interval, hedge it, or only seem to.
//!
//! 以上, 以下 and 以內 include the number, 超過 and 不滿 exclude it (Civil Code of the PRC, article 1259).

/// What a word beside a number does to its amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    /// 約, 左右: hedged.
    About,
    /// 超過: more than.
    Over,
    /// 至少, 以上: no less than.
    AtLeast,
    /// 不到: less than.
    Under,
    /// 至多, 以下: no more than.
    AtMost,
    /// 近: a little less than.
    Nearly,
    /// 上: roughly no less than a bare magnitude.
    Upward,
    /// 達, 增加了: may stand between such a word and the number.
    Between,
    /// 花費, 招收: the same, but only behind a word of two characters or more (至少招收60名).
    Verb,
    /// 簽約, 買超: another word that ends like one of these.
    None,
}

/// A class of words, both scripts, separated by spaces.
pub(crate) type Row = (Bound, &'static str);

use Bound::{About, AtLeast, AtMost, Between, Nearly, None, Over, Under, Verb};

/// Words before a number.
pub(crate) static BEFORE: &[Row] = &[
    (
        About,
        "约 約 大约 大約 大概 大致 约莫 約莫 估计 估計 估约 估約 差不多 粗略 约略 約略 约为 約為 大體 大体",
    ),
    (About, "～ ~"),
    (
        Over,
        "超过 超過 超 逾 多于 多於 高于 高於 大于 大於 突破 破 过 過 超出 高过 高過 多过 多過 大过 大過 超逾 超越 高出 > ＞",
    ),
    (
        AtLeast,
        "不得低于 不得低於 不得少于 不得少於 不得小于 不得小於 不能低于 不能低於 至少 最少 起码 起碼 不少于 不少於 不低于 不低於 不小于 不小於 不下 不下于 不下於 少说 少說 大于等于 大於等於 大于或等于 大於或等於 ≥ >= ＞＝ ≧",
    ),
    (
        Under,
        "不到 不足 低于 低於 少于 少於 小于 小於 未满 未滿 不满 不滿 未达 未達 未到 不及 未及 跌破 低过 低過 少过 少過 小过 小過 < ＜",
    ),
    (
        AtMost,
        "至多 最多 顶多 頂多 不超过 不超過 不高于 不高於 不多于 不多於 不大于 不大於 未超过 未超過 不得超过 不得超過 不能超过 不能超過 不应超过 不應超過 不得多于 不得多於 不得高于 不得高於 不得大于 不得大於 不逾 不超 未超 不突破 小于等于 小於等於 小于或等于 小於或等於 ≤ <= ＜＝ ≦",
    ),
    (Nearly, "近 将近 將近 接近 几乎 幾乎 近乎 几近 幾近 逼近 直逼 迫近"),
    (
        Between,
        "达 達 达到 達到 为 為 是 有 共 共计 共計 合计 合計 合 占 佔 占了 佔了 了 到 至 折合 相当于 相當於 等于 等於",
    ),
    (
        Between,
        "增加 增加了 增长 增長 增长了 增長了 上涨 上漲 上涨了 上漲了 上升 上升了 下降 下降了 下跌 下跌了 减少 減少 减少了 減少了 提高 提高了 提升 提升了 降低 降低了",
    ),
    (
        Between,
        "涨 漲 涨了 漲了 跌 跌了 升 升了 降 降了 增 减 減 扩大 擴大 扩大了 擴大了 收窄 缩小 縮小 回落 下滑 下挫 缩减 縮減 翻 翻了 收 获 獲 成交 共有 約有 约有 高达 高達 多达 多達",
    ),
    (
        Verb,
        "花费 花費 耗资 耗資 耗时 耗時 投入 投资 投資 招收 招聘 容纳 容納 接待 支付 募资 募資 筹资 籌資 募集 新增 生产 生產 销售 銷售 拥有 擁有 需 需要 提供 完成 实现 實現 安排 发放 發放 安置 带动 帶動 覆盖 覆蓋 惠及 吸引 贡献 貢獻 获得 獲得 取得 使用 采购 採購 种植 種植 处理 處理 减排 減排 节省 節省 创造 創造 要 用 花 收 卖 賣 买 買",
    ),
    // The second half of 投入超10億 is no import surplus.
    (
        Over,
        "投入超 收入超 支出超 流入超 流出超 进入超 進入超 产出超 產出超 付出超 输出超 輸出超 输入超 輸入超 卖出超 賣出超 买入超 買入超 营收超 營收超",
    ),
    (
        None,
        "签约 簽約 公约 公約 条约 條約 节约 節約 预约 預約 合约 合約 契约 契約 制约 制約 特约 特約 履约 履約 违约 違約 邀约 邀約 续约 續約 租约 租約 解约 解約 毁约 毀約 纽约 紐約 新约 新約 旧约 舊約 缔约 締約 如约 如約 守约 守約 相约 相約 集约 集約 简约 簡約 要约 要約 失约 失約 立约 立約 缴约 退约 退約",
    ),
    (None, "附近 最近 邻近 鄰近 临近 臨近 远近 遠近 亲近 親近 新近 就近 相近 靠近 贴近 貼近 走近 周近"),
    (None, "入超 出超 买超 買超 卖超 賣超 英超 中超 高超 赶超 趕超 反超 商超 超超"),
    (
        None,
        "通过 通過 经过 經過 透过 透過 度过 度過 渡过 渡過 不过 不過 去过 去過 来过 來過 做过 做過 有过 有過 见过 見過 错过 錯過 路过 路過 跨过 跨過 难过 難過 说过 說過 用过 用過 过过 只不过 只不過",
    ),
    (None, "打破 撕破 爆破 侦破 偵破 攻破 识破 識破 看破"),
    (
        None,
        "不有 没有 沒有 只是 还是 還是 不是 就是 也是 直到 来到 來到 遇到 感到 提到 得到 做到 收到 看到 接到 认为 認為 作为 作為 成为 成為 行为 行為 因为 因為 四至 甚至 以至 乃至 所有 拥有 擁有",
    ),
];

/// Words behind a number and its unit.
pub(crate) static AFTER: &[Row] = &[
    (About, "左右 上下 许 許 前后 前後 光景"),
    (Over, "开外 開外"),
    (AtLeast, "以上 及以上 或以上 或者以上 含以上 （含）以上 (含)以上 之上 或更多 或者更多 及更多 或更高 起"),
    (
        AtMost,
        "以下 及以下 或以下 或者以下 （含）以下 (含)以下 以内 以內 之内 之內 或更少 或者更少 及更少 或更低 （含）以内 （含）以內 (含)以内 (含)以內 封顶 封頂",
    ),
    (Under, "不到"),
];
