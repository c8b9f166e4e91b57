//! Characters that make another word of a unit: 5家庭 counts no 家, 三成功 no tenths.
//!
//! A unit of one character is read only where none of its followers stands behind it.

use once_cell::sync::Lazy;

use super::CharSet;
use super::spellings::{Key, Keyed, NONE};

/// Units of one character, both scripts, and what must not follow.
static ROWS: &[(&str, &str)] = &[
    ("元角毛块塊", "素件旦宵首月气氣老勋勳色"),
    ("成", "为為立本功交长長员員果年都品分份绩績就型效熟因见見"),
    ("折", "合算旧舊线線返腾騰磨叠疊"),
    ("里", "程面约約昂斯拉亚亞长長"),
    ("克", "服难難隆扣里拉莱萊罗羅"),
    ("方", "面案式法向便针針位可能才正舟队隊块塊略程格得均都将將为為合签簽代圆圓"),
    ("米", "饭飯粉其兰蘭线線哈勒歇"),
    ("磅", "礴"),
    ("瓦", "解斯砾礫格"),
    ("桶", "装裝"),
    ("度", "假过過量蜜分参參數数蝉蟬"),
    ("码碼", "头頭率农農流洋"),
    ("点點", "钟鐘半整子心名评評赞讚"),
    ("所", "以有谓謂得在示需长長"),
    ("人", "民均工类類才力生体體大气氣口士文物格行"),
    ("家", "庭具电電族居乡鄉长長属屬园園禽喻常"),
    ("名", "单單义義字称稱牌气氣列"),
    ("手", "机機段续續术術抓房车車法中里工动動"),
    ("口", "岸气氣碑子号號径徑罩头頭服腔味"),
    ("支", "付持出撑撐柱行援部线線配"),
    ("期", "间間限望待货貨权權末初内內中债債美国國日英德法港"),
    ("分", "之钟鐘别別析公布行红紅期类類配成散工级級支部店局歧拆离離享担擔明重批组組化子水流管区區项項立"),
    // Only where the number is no plain digits or magnitude: 三股東, but 3000萬股東方.
    ("股", "东東份权權市价價民票指比骨息利改灾災"),
    ("升", "至到级級幅值势勢高息温溫降学學破穿了逾超"),
];

/// Units that as words of their own are rare; any character but those behind a unit makes another word.
static RARE: &str = "安卡巴希帕伏焦甲担擔顷頃丈寸尺";

/// Of the rare ones those that hold even behind digits: 3甲級, 2巴士.
static RARE_BEHIND_DIGITS: &str = "安卡巴希帕伏焦甲";

/// Each unit with each of its followers.
static PAIRS: Lazy<Keyed<()>> = Lazy::new(|| {
    let pairs = |&(units, followers): &(&'static str, &'static str)| {
        units.chars().flat_map(move |unit| followers.chars().map(move |next| Key::of(unit, next, NONE)))
    };
    let mut table = Keyed::with_capacity(ROWS.iter().flat_map(pairs).count());
    ROWS.iter().flat_map(pairs).for_each(|key| table.push(key, ()));
    table
});

/// Whether `rest`, the text behind the one-character unit `unit`, makes another word of it.
pub(crate) fn makes_another_word(unit: char, rest: &str) -> bool {
    rest.chars().next().is_some_and(|next| PAIRS.get(Key::of(unit, next, NONE)).next().is_some())
}

/// Units of which more decides than the character behind them: 8里, 3方, 兩升, 704所, 五號.
static CONTEXTUAL: Lazy<CharSet> = Lazy::new(|| RARE.chars().chain("里方升所股号號".chars()).collect());

/// Whether more than the character behind it decides if `unit` is meant.
pub(crate) fn needs_context(unit: char) -> bool {
    CONTEXTUAL.contains(unit)
}

/// Whether `unit` is one of the rare ones, and whether it is so behind digits too.
pub(crate) fn rarity(unit: char) -> Option<bool> {
    RARE.contains(unit).then(|| RARE_BEHIND_DIGITS.contains(unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn followers_make_other_words() {
        assert!(makes_another_word('成', "功的"));
        assert!(!makes_another_word('成', "以上"));
        assert!(!makes_another_word('噸', "位"));
        assert!(!makes_another_word('家', ""));
    }

    #[test]
    fn each_unit_stands_in_one_row() {
        let mut units: Vec<char> = ROWS.iter().flat_map(|(units, _)| units.chars()).collect();
        let count = units.len();
        units.sort_unstable();
        units.dedup();
        assert_eq!(units.len(), count);
    }
}
