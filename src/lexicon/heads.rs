//! How names end: the last characters of an organisation or place (公司, 縣) and of an indicator
//! that no table lists (量, 額, 率). Each table holds both scripts, parted by spaces.

/// The ends of names of organisations and places, wherever they stand.
pub(crate) const NAME_ENDS: &str = "有限公司 有限责任公司 有限責任公司 股份有限公司 公司 集团 集團 银行 銀行 股份 控股 重工 药业 藥業 制药 製藥 乳业 乳業 酒业 酒業 锂业 鋰業 种业 種業 矿业 礦業 煤业 \
    煤業 牧业 牧業 生技 金控 联储 聯儲 开发区 開發區 高新区 高新區 新区 新區 园区 園區 自贸区 自貿區 工业园 工業園 产业园 產業園 産業園 自治区 自治區 自治州 特区 特區 \
    经开区 經開區 示范区 示範區 合作区 合作區 交易所 证交所 證交所 联交所 聯交所 研究院 有限合伙 有限合夥 合作社 口岸 能源局 主力合约 主力合約";

/// Words for an industry that end a name only where the name stands alone: 恆曜電子 but not 電子產品.
pub(crate) const INDUSTRY_ENDS: &str = "科技 半导体 半導體 电子 電子 证券 證券 保险 保險 医药 醫藥 生物 能源 电力 電力 地产 地產 地産 实业 實業 光电 光電 通信 航空 物流 传媒 傳媒 食品 饮料 飲料 建材 \
    水泥 钢铁 鋼鐵 化工 石化 石油 新材 环保 環保 农业 農業 渔业 漁業 航运 航運 机场 機場 大学 大學 学院 學院 医院 醫院 医疗 醫療 珠宝 珠寶 软件 軟件 数据 數據 信息 网络 \
    網絡 智能 机械 機械 装备 裝備 电气 電氣 电器 電器 电机 電機 汽车 汽車 动力 動力 纺织 紡織 服饰 服飾 家居 置业 置業 置地 资本 資本 基金 信托 信託 期货 期貨 \
    租赁 租賃 影业 影業 教育 旅游 旅遊 酒店 百货 百貨 超市 精密 资讯 資訊 人寿 人壽 产险 產險 産險 海运 海運 航太 营造 營造 班列 电信 電信 移动 移動 联通 聯通 \
    通讯 通訊 指数 指數 股 板块 板塊 概念 概念股 港口 港";

/// The ends of names of places; they count after two characters of a name.
pub(crate) const PLACE_ENDS: &str = "县 縣 市 省 区 區 州 国 國 镇 鎮 乡 鄉 村 岛 島 湾 灣";

/// The last characters of words that name what is measured.
pub(crate) const INDICATOR_ENDS: &str = "利 益 损 損 余 餘 仓 倉 存 额 額 量 率 值 价 價 款 金 费 費 数 數 比 度 产 產 産 润 潤 入 支 债 債 息 税 稅 位 工 资 資 险 險 点 點 格 成本 面积 面積 麪積 规模 規模 里程 \
    余额 餘額 总额 總額 价格 價格 收入 利润 利潤 支出 投资 投資 人数 人數 人口 比例 水平 能力 产能 產能 産能 资产 資產 資産 负债 負債 损失 損失 浓度 濃度 强度 \
    強度 时间 時間 均价 均價 单产 單產 單産 销售 銷售 收益 贷款 貸款 存款 次数 次數 频次 頻次";

/// The ends of names of bodies that tell the news and are not its subject: 統計局.
pub(crate) const SOURCE_ENDS: &str = "局 部 委 署 会 會 院 厅 廳 办 辦 所 中心 机构 機構 单位 單位 协会 協會 商会 商會 委员会 委員會 部门 部門 政府 海关 海關 总署 總署 当局 當局 处 處 处长 處長 分析师 分析師 \
    主任 部长 部長 局长 局長 经济学家 經濟學家 发言人 發言人 负责人 負責人 记者 記者 分析 专家 專家 研究所 办公室 辦公室 总裁 總裁 经理 經理 主席 行长 行長 首席";
