//! Which characters of the two scripts stand for each other, as far as the tables of this crate use them.
//!
//! A row of the tables holds its spellings in both scripts without saying which is which. Its first spelling is
//! the Simplified one by convention; the Traditional one is the spelling of the row that differs from it only
//! in characters that are paired here. One Simplified character may have several partners (钟 鐘 鍾): the row
//! decides. 里 is left out, for 公里 stays as it is.

use once_cell::sync::Lazy;

/// Simplified, then Traditional; from OpenCC's tables, for the characters of this crate's lexicon.
const PAIRS: &[&str] = &[
    "万萬 与與 专專 业業 东東 丝絲 两兩 个個 个箇 丰豐 临臨 为為 为爲 义義 乌烏 乐樂 乔喬 乡鄉 买買 于於 云雲 亚亞 产產 亩畝 亲親",
    "亿億 仅僅 从從 仑侖 众眾 众衆 优優 会會 伤傷 伦倫 体體 余餘 侦偵 债債 儿兒 兑兌 党黨 兰蘭 兴興 兹茲 兽獸 内內 冈岡 册冊 军軍",
    "农農 净淨 准準 减減 几幾 划劃 则則 刚剛 创創 别別 剂劑 剑劍 务務 动動 劳勞 势勢 区區 医醫 华華 协協 单單 卖賣 占佔 卢盧 卫衛",
    "厂廠 厅廳 历曆 历歷 压壓 厘釐 厢廂 县縣 参參 双雙 发發 叙敘 只隻 台臺 叶葉 号號 后後 吨噸 听聽 员員 周週 咸鹹 团團 园園 国國",
    "图圖 圆圓 圣聖 场場 块塊 坚堅 垄壟 声聲 壶壺 处處 备備 头頭 夸誇 奖獎 奥奧 妇婦 婴嬰 学學 宝寶 实實 宽寬 宾賓 对對 寻尋 将將",
    "尔爾 层層 届屆 属屬 岁嵗 岁歲 岗崗 岛島 峰峯 币幣 师師 帐帳 带帶 帧幀 干乾 干幹 庄莊 庆慶 床牀 库庫 应應 开開 张張 强強 归歸",
    "当當 总總 恒恆 惊驚 愿願 戏戲 户戶 扎紮 托託 执執 扩擴 报報 担擔 拥擁 挝撾 捆綑 换換 据據 摄攝 摊攤 数數 断斷 无無 旧舊 时時",
    "昼晝 机機 权權 条條 来來 构構 枪槍 柜櫃 标標 栋棟 栏欄 树樹 样樣 档檔 桥橋 桩樁 梁樑 楼樓 欧歐 毁毀 毕畢 气氣 氢氫 汤湯 没沒",
    "测測 济濟 润潤 涨漲 游遊 满滿 炉爐 点點 热熱 独獨 狮獅 猪豬 献獻 环環 现現 电電 画畫 疗療 盏盞 监監 盖蓋 盘盤 矿礦 码碼 硕碩",
    "确確 礼禮 祯禎 离離 种種 秘祕 积積 稳穩 窝窩 笔筆 笼籠 筹籌 签簽 签籤 简簡 篓簍 篮籃 类類 粮糧 约約 级級 纪紀 纳納 纸紙 纽紐",
    "线線 组組 经經 结結 统統 绩績 绪緒 续續 维維 缅緬 缔締 缕縷 编編 缩縮 缴繳 网網 罗羅 群羣 职職 联聯 聪聰 胜勝 脚腳 脱脫 腊臘",
    "腾騰 舱艙 节節 苏蘇 药藥 莱萊 获獲 营營 萨薩 虫蟲 蚁蟻 蛰蟄 装裝 见見 观觀 规規 视視 计計 订訂 认認 议議 记記 讲講 许許 论論",
    "识識 诉訴 诊診 词詞 试試 诞誕 该該 语語 说說 诺諾 课課 谢謝 谷穀 贝貝 贞貞 负負 贡貢 财財 败敗 账賬 货貨 购購 贰貳 贴貼 费費",
    "资資 赖賴 赛賽 赞贊 赶趕 车車 转轉 轮輪 轴軸 轻輕 载載 较較 辆輛 辈輩 输輸 达達 过過 运運 还還 这這 进進 远遠 违違 连連 选選",
    "递遞 遗遺 邮郵 邻鄰 采採 针針 钞鈔 钟鍾 钟鐘 钱錢 铁鐵 铃鈴 铜銅 铢銖 银銀 铺鋪 链鏈 销銷 锅鍋 错錯 锡錫 镇鎮 镑鎊 长長 门門",
    "问問 闰閏 闱闈 间間 阅閱 队隊 阳陽 阴陰 阵陣 阶階 际際 陆陸 随隨 难難 韦韋 韩韓 页頁 顶頂 顷頃 项項 顺順 顿頓 预預 领領 频頻",
    "颗顆 题題 额額 风風 飞飛 饭飯 饼餅 馆館 马馬 验驗 骤驟 鲁魯 鲜鮮 麦麥 黄黃 龄齡 龙龍",
];

static PAIRED: Lazy<Vec<(char, char)>> = Lazy::new(|| {
    let pair = |pair: &str| {
        let mut chars = pair.chars();
        Some((chars.next()?, chars.next()?))
    };
    let mut pairs: Vec<_> = PAIRS.iter().flat_map(|line| line.split_whitespace()).filter_map(pair).collect();
    pairs.sort_unstable();
    pairs
});

/// How many characters of `traditional` are partners of those of `simplified`, if all others are the same.
fn partners(simplified: &str, traditional: &str) -> Option<usize> {
    let mut pairs = simplified.chars().zip(traditional.chars());
    let same_length = simplified.chars().count() == traditional.chars().count();
    same_length.then_some(())?;
    pairs.try_fold(0, |count, (s, t)| match s == t {
        true => Some(count),
        false => PAIRED.binary_search(&(s, t)).ok().map(|_| count + 1),
    })
}

/// The spelling among `row` that is `simplified` in Traditional script; itself where it has no other form.
pub(crate) fn traditional<'a>(simplified: &'a str, row: impl IntoIterator<Item = &'a str>) -> &'a str {
    let mut best = (0, simplified);
    for spelling in row {
        match partners(simplified, spelling) {
            Some(count) if count > best.0 => best = (count, spelling),
            _ => {}
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_row_decides() {
        assert_eq!(traditional("吨", ["吨", "噸", "公吨", "公噸"]), "噸");
        assert_eq!(traditional("公里", ["公里", "千米"]), "公里");
        assert_eq!(traditional("分钟", ["分钟", "分鐘", "min"]), "分鐘");
        assert_eq!(traditional("英里", ["英里", "英裡", "英裏"]), "英里");
        assert_eq!(traditional("新台币", ["新台币", "新臺幣", "新台幣"]), "新臺幣");
        assert_eq!(traditional("美元", ["美元", "美金"]), "美元");
    }

    #[test]
    fn pairs_are_sorted_and_stand_once() {
        assert!(PAIRED.windows(2).all(|two| two[0] < two[1]));
        assert!(PAIRED.iter().all(|(s, t)| s != t));
    }
}
