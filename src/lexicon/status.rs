//! Whether a number happened, is planned, expected or aimed at: 擬, 預計, 力爭, 已.

use crate::fact::Status;

/// Spellings of one meaning in both scripts, parted by spaces, and the meaning.
pub(crate) const ROWS: &[(&str, Status)] = &[
    (
        "预计 預計 预期 預期 预估 預估 估计 估計 预测 預測 料将 料將 预料 預料 有望 料 估 预告 預告 可望 或将 或將 或达 或達 估算 推算 将达 將達 预计将 預計將 \
      料达 料達 将会 將會 或为 或爲 或為 可达 可達 可实现 可實現 届时 屆時 上看 望 达产后 達產後 投产后 投產後 建成后 建成後 或超 或超过 或超過 指引 预测值 \
      預測值",
        Status::Forecast,
    ),
    (
        "计划 計劃 计画 計畫 拟 擬 拟以 擬以 拟向 擬向 拟于 擬於 准备 準備 打算 计划于 計劃於 决议配发 決議配發 安排 草案 编列 編列 建议派发 建議派發 建议派 \
      建議派 招股 总预算案 總預算案 拟定 擬定 方案 谋划 謀劃 谋划实施 謀劃實施 拟将 擬將 计划将 計劃將 未来 未來 原计划 原計劃 还将 還將 继续实施 繼續實施",
        Status::Planned,
    ),
    (
        "力争 力爭 目标 目標 目标是 目標是 争取 爭取 确保 確保 力争实现 力爭實現 努力 力争达到 力爭達到 目标为 目標爲 目標為 奋斗目标 奮鬥目標 预期目标 預期目標 \
      发展目标 發展目標 要达到 要達到 目标值 目標值",
        Status::Target,
    ),
    ("已 已经 已經 现已 現已 实际 實際 截至目前 曾 已累计 已累計 为止 爲止 為止", Status::Actual),
];

/// Words at the head of an indicator that set the status of its numbers: 計劃總投資.
pub(crate) const NAMED: &[(&str, Status)] = &[
    ("计划 計劃 计画 計畫 规划 規劃 拟 擬 预算 預算", Status::Planned),
    ("目标价 目標價 预计 預計 预期 預期 预测 預測 预亏 預虧 预盈 預盈 预增 預增 预减 預減", Status::Forecast),
    ("目标 目標", Status::Target),
];

/// Words at the head of a time that lies ahead: 明年.
pub(crate) const AHEAD: &str =
    "明年 明后 明後 后年 後年 下周 下週 下月 下季 下半年度 下一 未来 未來 明日 明天 明起";

/// Words at the head of a time that is over: 去年.
pub(crate) const OVER: &str = "去年 上年 上月 上周 上週 上季 上个月 上個月 昨日 昨天 前年";
