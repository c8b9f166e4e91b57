//! How news says that something rose, fell or stayed: change words 增長, 下滑, 升至, 年增.

use crate::fact::{Basis, Direction};

/// What a change word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// Where it went.
    pub(crate) direction: Direction,
    /// Whether the number after the word is a level that was reached (`增至`), not the step.
    pub(crate) reached: bool,
    /// Whether names move so and not only what is measured: `某股漲5%`.
    pub(crate) market: bool,
    /// Whether the word brings something new into being (`新增3例`).
    pub(crate) added: bool,
    /// Whether it tells how much of an earlier level is reached again: 恢復至2019年同期的九成.
    pub(crate) restored: bool,
    /// Whether what moved may stand behind: `增加投資5億元`.
    pub(crate) transitive: bool,
    /// The comparison inside the word (`年增`).
    pub(crate) basis: Option<Basis>,
}

const fn by(direction: Direction) -> Change {
    Change {
        direction,
        reached: false,
        market: false,
        added: false,
        transitive: false,
        restored: false,
        basis: None,
    }
}

const fn market(direction: Direction) -> Change {
    Change { market: true, ..by(direction) }
}

const fn reached(direction: Direction) -> Change {
    Change { reached: true, ..by(direction) }
}

const fn compared(direction: Direction, basis: Basis) -> Change {
    Change { basis: Some(basis), ..by(direction) }
}

const fn transitive(direction: Direction) -> Change {
    Change { transitive: true, ..by(direction) }
}

const ADDED: Change = Change { added: true, ..by(Direction::Up) };

/// Spellings of one meaning in both scripts, parted by spaces, and the meaning.
pub(crate) const ROWS: &[(&str, Change)] = &[
    (
        "增长 增長 成长 成長 正增长 正增長 提高 提升 提昇 上升 上昇 扩大 擴大 扩增 擴增 增大 加快 上扬 上揚 攀升 攀昇 回升 回昇 反弹 反彈 改善 增多 上调 \
         上調 调升 調升 調昇 调高 調高 上浮 升高 昇高 提速 递增 遞增 大增 激增 猛增 剧增 劇增 微增 增收 增利 增产 增產 同增 暴增 飙增 飆增 上移 抬升 抬昇 \
         走高 走阔 走闊 走扩 走擴 拉升 拉昇 上修 超出 高出 多增 加息 升息 昇息 增厚 略增 略升 略昇 加码 加碼 走强 走強 走升 走昇 快 高",
        by(Direction::Up),
    ),
    (
        "下降 下滑 回落 降低 收窄 缩小 縮小 缩减 縮減 萎缩 萎縮 衰退 放缓 放緩 下调 下調 调降 調降 调低 調低 下浮 降 减慢 減慢 负增长 負增長 倒退 滑落 \
         走跌 缩窄 縮窄 减弱 減弱 劲减 勁減 大降 暴减 暴減 下挫 下行 递减 遞減 大减 大減 锐减 銳減 鋭減 骤减 驟減 骤降 驟降 微降 微减 微減 减产 減產 减收 \
         減收 同降 同减 同減 可省 节省 節省 收缩 收縮 压减 壓減 压缩 壓縮 缩短 縮短 略降 略减 略減 走低 走弱 减息 減息 降息 低 慢 减亏 減虧 下修 流失 \
         蒸发 蒸發 缩水 縮水 削减 削減",
        by(Direction::Down),
    ),
    (
        "上涨 上漲 涨 漲 升 昇 升值 昇值 大涨 大漲 飙升 飆升 飆昇 飙涨 飆漲 急升 急昇 暴涨 暴漲 收涨 收漲 收升 收昇 微涨 微漲 微升 微昇 小涨 小漲 \
         小幅上涨 小幅上漲 领涨 領漲 高开 高開 收高 高收 转涨 轉漲 现涨 現漲 涨超 漲超 涨近 漲近 涨约 漲約 续涨 續漲 劲升 勁升 勁昇 劲扬 勁揚 弹升 彈升 \
         彈昇 走扬 走揚 涨逾 漲逾 上探 调涨 調漲 续升 續升 續昇 再涨 再漲 涨停 漲停",
        market(Direction::Up),
    ),
    (
        "下跌 跌 贬值 貶值 大跌 暴跌 重挫 挫 急跌 收跌 微跌 小跌 小幅下跌 领跌 領跌 低开 低開 收低 低收 转跌 轉跌 现跌 現跌 跌超 跌近 跌约 跌約 续跌 續跌 \
         跌逾 跳水 闪崩 閃崩 崩跌 重跌 回调 回調 回吐 急挫 下探 续降 續降 再跌 跌停",
        market(Direction::Down),
    ),
    (
        "增至 增加至 增加到 增到 升至 昇至 升到 昇到 上升至 上昇至 上升到 上昇到 提高至 提高到 提升至 提昇至 提升到 提昇到 扩大至 擴大至 扩大到 擴大到 扩增至 \
         擴增至 扩至 擴至 回升至 回昇至 反弹至 反彈至 攀升至 攀昇至 上调至 上調至 上修至 上修为 上修爲 上修為 上调为 上調爲 上調為 调升至 調升至 調昇至 调升到 \
         調升到 調昇到 调高至 調高至 调涨至 調漲至 增长至 增長至 增长到 增長到 成长至 成長至 增为 增爲 增為 增成 加快至 飙升至 飆升至 飆昇至 激增至 增持至 \
         走高至 扩展至 擴展至 扩张至 擴張至 增值到 改善至 净增至 淨增至 推高至 增加为 增加爲 增加為 提高为 提高爲 提高為 扩大为 擴大爲 擴大為 升为 升爲 升為 \
         昇為 昇爲 冲高至 衝高至 增持到 拉升至 拉昇至 倍增至 提至 增资至 增資至 转为 轉爲 轉為 调整为 調整爲 調整為 调整至 調整至 修正为 修正爲 修正為 调为 \
         調爲 調為",
        reached(Direction::Up),
    ),
    (
        "降至 降到 降低至 降低到 下降至 下降到 下调至 下調至 下调到 下調到 下修至 下修为 下修爲 下修為 下调为 下調爲 下調為 调降至 調降至 调低至 調低至 减至 \
         減至 减到 減到 减少至 減少至 减少到 減少到 下滑至 回落至 回落到 收窄至 缩至 縮至 缩到 縮到 缩小至 縮小至 缩减至 縮減至 缩减到 縮減到 萎缩至 萎縮至 \
         放缓至 放緩至 压缩至 壓縮至 压缩到 壓縮到 缩短至 縮短至 缩短到 縮短到 压减至 壓減至 贬至 貶至 退至 滑落至 降为 降爲 降為 减为 減爲 減為 缩为 縮爲 \
         縮為 降成 下滑到 减持至 減持至",
        reached(Direction::Down),
    ),
    (
        "上涨至 上漲至 上涨到 上漲到 涨至 漲至 涨到 漲到 升穿 昇穿 升破 昇破 涨破 漲破",
        Change { market: true, ..reached(Direction::Up) },
    ),
    ("跌至 跌到 下跌至 下跌到 跌破 下挫至 下探至 跌穿", Change { market: true, ..reached(Direction::Down) }),
    ("年增 年成长 年成長 年升 年昇", compared(Direction::Up, Basis::Yoy)),
    ("年减 年減 年跌 年降 年衰退", compared(Direction::Down, Basis::Yoy)),
    ("月增 月升 月昇 月涨 月漲", compared(Direction::Up, Basis::Mom)),
    ("月减 月減 月跌 月降", compared(Direction::Down, Basis::Mom)),
    ("季增 季升 季昇 季涨 季漲", compared(Direction::Up, Basis::Qoq)),
    ("季减 季減 季跌 季降", compared(Direction::Down, Basis::Qoq)),
    ("周涨 周漲 週漲 周升 周昇 週升 週昇 周增 週增 日涨 日漲 日增", compared(Direction::Up, Basis::Other)),
    ("周跌 週跌 周减 周減 週減 周降 週降 日跌 日减 日減", compared(Direction::Down, Basis::Other)),
    ("新增 净新增 淨新增 新增加 共增加", ADDED),
    ("增加 净增 淨增 净增加 淨增加 增 多 追加 多出", transitive(Direction::Up)),
    ("减少 減少 净减 淨減 净减少 淨減少 减 減 少 裁减 裁減 少付 少增", transitive(Direction::Down)),
    (
        "恢复 恢復 恢复至 恢復至 恢复到 恢復到 回升至同期 回昇至同期 恢复为 恢復爲 恢復為",
        Change { restored: true, ..reached(Direction::Up) },
    ),
    ("持平 不变 不變 维持不变 維持不變 走平", by(Direction::Flat)),
    ("翻 倍增 翻了", by(Direction::Up)),
];
