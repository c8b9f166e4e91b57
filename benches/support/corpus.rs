//! Texts to measure with: generated ones, the same in every run, or a file of one's own.
//!
//! The generated news holds about 15 runs of digits and 6 of Chinese numerals in 1,000 bytes, most of the
//! latter a single character inside a word, as real news does; half of the documents are Traditional, half
//! Simplified. It is varied, so that no branch predictor learns it by heart.

use std::fmt::Write;

/// A text a line: the documents of a run, and how many quantities and times were written into them.
#[derive(Debug)]
pub(crate) struct Corpus {
    /// The documents.
    pub(crate) documents: Vec<String>,
    /// Quantities and times in them, where the generator knows.
    pub(crate) written: Option<usize>,
}

impl Corpus {
    /// The lines of the file in `ZHFACT_CORPUS`, else 2 MB of generated news.
    pub(crate) fn news() -> Corpus {
        match std::env::var_os("ZHFACT_CORPUS") {
            Some(path) => {
                let text = std::fs::read_to_string(&path).expect("ZHFACT_CORPUS names a UTF-8 file");
                let documents = text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned);
                Corpus { documents: documents.collect(), written: None }
            }
            None => Corpus::generated(2_000_000, NEWS, PROSE),
        }
    }

    /// Documents of `bytes` together; of five sentences two are from `figures` and three from `prose`.
    pub(crate) fn generated(bytes: usize, figures: &[&str], prose: &[&str]) -> Corpus {
        let mut writer = Writer { random: Random(0x9E37_79B9_7F4A_7C15), written: 0 };
        let mut documents = Vec::new();
        let mut size = 0;
        while size < bytes {
            let document = writer.document(figures, prose);
            let document = if documents.len() % 2 == 0 { document } else { simplified(&document) };
            size += document.len();
            documents.push(document);
        }
        Corpus { documents, written: Some(writer.written) }
    }

    /// All bytes of all documents.
    pub(crate) fn bytes(&self) -> u64 {
        self.documents.iter().map(|document| u64::try_from(document.len()).unwrap_or(0)).sum()
    }
}

/// xorshift64*: enough for texts.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).unwrap_or(0) % limit
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

struct Writer {
    random: Random,
    written: usize,
}

impl Writer {
    /// Three to nine sentences.
    fn document(&mut self, figures: &[&str], prose: &[&str]) -> String {
        let mut text = String::new();
        for _ in 0..3 + self.random.below(7) {
            let templates = if self.random.below(5) < 2 { figures } else { prose };
            let template = self.random.pick(templates);
            self.sentence(template, &mut text);
        }
        text
    }

    fn sentence(&mut self, template: &str, text: &mut String) {
        for (index, part) in template.split(['{', '}']).enumerate() {
            if index % 2 == 0 { text.push_str(part) } else { self.slot(part, text) }
        }
    }

    /// Fills a slot; `!` marks those that make a quantity or time.
    fn slot(&mut self, name: &str, text: &mut String) {
        let name = name.strip_prefix('!').inspect(|_| self.written += 1).unwrap_or(name);
        let random = &mut self.random;
        match name {
            "公司" => text.push_str(random.pick(COMPANIES)),
            "地" => text.push_str(random.pick(PLACES)),
            "指標" => text.push_str(random.pick(INDICATORS)),
            "行業" => text.push_str(random.pick(TRADES)),
            "人" => text.push_str(random.pick(PEOPLE)),
            "升降" => text.push_str(random.pick(MOVES)),
            "漢" => text.push_str(random.pick(NUMERALS)),
            "季" => text.push_str(random.pick(&["一", "二", "三", "四"])),
            "年" => _ = write!(text, "{}", 2012 + random.below(12)),
            "月" => _ = write!(text, "{}", 1 + random.below(12)),
            "日" => _ = write!(text, "{}", 1 + random.below(28)),
            "個" => _ = write!(text, "{}", 2 + random.below(98)),
            "百" => _ = write!(text, "{}", 100 + random.below(900)),
            "大" => _ = write!(text, "{}", grouped(1_000 + random.below(9_000_000))),
            "小數" => _ = write!(text, "{}.{:02}", random.below(400), 1 + random.below(99)),
            "率" => _ = write!(text, "{}.{}", random.below(60), 1 + random.below(9)),
            "碼" => _ = write!(text, "{:06}", 600_000 + random.below(4_000)),
            other => panic!("no slot is called {other}"),
        }
    }
}

/// `12,345`.
fn grouped(number: usize) -> String {
    let rest = number % 1_000;
    if number < 1_000 { number.to_string() } else { format!("{},{rest:03}", grouped(number / 1_000)) }
}

/// `text` in Simplified script, as far as these texts go.
pub(crate) fn simplified(text: &str) -> String {
    let pairs: std::collections::HashMap<char, char> = {
        let mut chars = SCRIPTS.chars();
        std::iter::from_fn(|| Some((chars.next()?, chars.next()?))).collect()
    };
    text.chars().map(|c| *pairs.get(&c).unwrap_or(&c)).collect()
}

const COMPANIES: &[&str] = &[
    "青嵐電子",
    "東浦重工",
    "雲澤能源",
    "北渚銀行",
    "長汀醫藥",
    "南塢汽車",
    "臨洲物流",
    "星衡科技",
    "河陽水泥",
    "金棲證券",
    "鏡湖傳媒",
    "萬松紙業",
    "清川環保",
    "三葉生物",
    "海岬航運",
    "石橋地產",
];
const PLACES: &[&str] = &[
    "雲澤省",
    "臨江市",
    "青坪縣",
    "東浦區",
    "長汀鎮",
    "全國",
    "北渚港",
    "河陽開發區",
    "南塢灣",
    "海岬島",
    "鏡湖新城",
    "四川",
    "九江",
    "全市",
    "該省",
    "當地",
];
const INDICATORS: &[&str] = &[
    "營業收入",
    "淨利潤",
    "工業增加值",
    "固定資產投資",
    "進出口總額",
    "社會消費品零售總額",
    "發電量",
    "鋼材產量",
    "新能源汽車銷量",
    "商品房成交面積",
    "一般公共預算收入",
    "居民人均可支配收入",
    "貨物吞吐量",
    "存款餘額",
    "研發費用",
    "糧食產量",
    "旅客發送量",
    "訂單金額",
];
const TRADES: &[&str] = &[
    "半導體",
    "光伏",
    "生豬養殖",
    "鋼鐵",
    "證券",
    "白酒",
    "醫療器械",
    "航空",
    "房地產",
    "鋰電池",
    "數字經濟",
    "紡織",
];
const PEOPLE: &[&str] = &["王立成", "陳夢琪", "林國棟", "周若蘭", "何一鳴", "梁百川"];
const MOVES: &[&str] = &["增長", "下降", "上升", "回落", "提高", "減少"];
const NUMERALS: &[&str] = &["兩", "三", "四", "五", "六", "七", "十二", "二十", "三十五", "一百二十"];

/// Sentences of economic news. A slot in braces is filled at random, one with `!` makes a mention.
pub(crate) const NEWS: &[&str] = &[
    "{公司}公告，{!年}年實現營業收入{!小數}億元，同比{升降}{!率}%；淨利潤{!小數}億元，同比{升降}{!率}%，擬每10股派發現金紅利{!率}元。",
    "{!月}月{!日}日，{公司}（{碼}.SH）公告稱，公司擬以不超過{!小數}億元參與設立產業基金，普通合夥人為其全資子公司。",
    "{地}統計局公布，{!年}年{指標}達到{!小數}億元，比上年{升降}{!率}%，增速回落{!率}個百分點，總體上保持平穩，進一步鞏固了回升的勢頭。",
    "今年以來，{行業}板塊持續走強，{公司}一度漲停，成交額超過{!小數}億元，換手率{!率}%，市場人士認為這與政策支持有一定關係。",
    "截至{!月}月{!日}日，{地}累計完成{指標}{!大}萬噸，完成全年計劃的{!率}%，其中第{!季}季度貢獻最大。",
    "{地}{!月}月份居民消費價格同比上漲{!率}%，環比下降{!率}%；工業生產者出廠價格同比上漲{!率}%。",
    "數據顯示，{!月}月{指標}為{!大}萬元，同比{升降}{!率}%，{!漢}家企業產量超過{!百}萬噸，同一時期庫存有所下降。",
    "滬深兩市全天成交{!大}億元，較前一交易日縮量{!百}億元，{行業}、{行業}等板塊漲幅居前，{公司}、{公司}封板。",
    "該項目總投資約{!小數}億元，占地{!百}畝，建成後年產能{!個}萬噸，可帶動就業{!大}人，預計{!年}年{!月}月投產。",
    "{地}出台{!漢}項措施支持{行業}發展，對符合條件的企業給予最高{!百}萬元補助，獎勵不少於{!個}萬元。",
    "{公司}股價報收{!率}元/股，下跌{!率}%，總市值{!百}億元；近{!漢}個交易日累計跌幅達{!率}%。",
    "央行公告，今日開展{!百}億元逆回購操作，中標利率{!率}%，當日有{!百}億元到期，實現淨投放{!個}億元。",
    "截至收盤，紐約原油期貨價格{升降}{!率}美元，收於每桶{!小數}美元，{升降}{!率}%；黃金期貨{升降}{!率}%，報{!大}美元/盎司。",
    "{!年}年第{!季}季度，{地}新開工項目{!百}個，完成投資{!小數}億元，{升降}{!率}%，重點項目進展順利。",
    "受疫情影響，{地}{行業}企業的訂單{升降}約{!季}成，部分工廠停工{!個}天，損失超過{!大}萬元。",
    "分析稱，{行業}需求仍在恢復之中，{!年}年全球出貨量有望達到{!小數}億台，市場份額前{!漢}名合計占比{!率}%。",
];

/// A bulletin that is little else than figures.
pub(crate) const DENSE: &[&str] = &[
    "{指標}{!小數}億元，{升降}{!率}%；{指標}{!大}萬噸，{升降}{!率}%；{指標}{!大}萬元，{升降}{!率}%。",
    "{公司}漲{!率}%，{公司}跌{!率}%，{公司}漲{!率}%，成交{!小數}億元，換手率{!率}%。",
    "{地}{!個}人，{地}{!個}人，{地}{!漢}人；{!月}月{!日}日共{!大}人。",
    "每噸{!大}元，每畝{!百}公斤，每戶{!個}萬元，約{!季}成，第{!個}位。",
];

/// What stands between the figures of the news.
pub(crate) const PROSE: &[&str] = &[
    "業內人士表示，{行業}行業競爭激烈，企業要降低成本，提高服務的質量，不能只追求規模，更要重視研發和人才的培養。",
    "記者從{地}獲悉，當地將加快推進交通建設，統籌城鄉發展，著力解決群眾關心的問題，讓更多的人共享發展成果。",
    "{人}認為，從長期看，{行業}的基本面沒有改變，短期的波動不影響長期趨勢，投資者應當保持耐心，理性看待市場的起伏和變化。",
    "{公司}與{公司}簽署合作協議，雙方將在{行業}領域開展合作，共同推動產業鏈的布局，為客戶提供更好的產品和更完善的服務。",
    "{公司}董事長{人}在接受採訪時表示，公司將持續加大研發投入，與高校和科研機構合作，力爭在關鍵技術上取得突破，走在行業的前列。",
    "公司表示，本次交易不構成重大資產重組，尚需提交股東大會審議，批准後將儘快實施，存在不確定性。",
    "分析人士指出，{地}的經濟恢復基礎尚不牢固，需求收縮的壓力仍然較大，外部環境更趨複雜，要鞏固回升的勢頭。",
    "會議強調，要堅持穩中求進的總基調，統籌發展和安全，{行業}等重點領域的風險要早識別、早預警、早處置，守住底線。",
    "受訪的{地}居民說，新的公園離家不遠，早晚散步的人不少，孩子們放學後也常來玩，生活比過去方便了許多。",
    "{公司}在回覆投資者提問時稱，公司生產經營正常，訂單飽滿，{行業}業務占比較小，敬請投資者注意投資風險。",
    "雙方代表就{行業}的貿易問題交換了意見，認為合作前景廣闊，應當通過對話解決分歧，維護產業鏈供應鏈的穩定。",
    "消息公布後，{公司}的股價盤中快速拉升，隨後漲幅收窄，同行業的{公司}、{公司}也跟隨走高，市場情緒有所回暖。",
];

/// Prose with one figure in some sentences.
pub(crate) const SPARSE: &[&str] = &[
    "記者從{地}獲悉，當地將加快推進交通建設，統籌城鄉發展，著力解決群眾關心的問題，目前已投入{!小數}億元。",
    "{公司}與{公司}簽署合作協議，雙方將在{行業}領域開展合作，共同推動產業鏈的布局，有效期{!個}年。",
];

/// Prose whose numerals all stand in words and names.
pub(crate) const WORDS: &[&str] = &[
    "業內人士一致認為，{行業}行業一定要進一步統一標準，千方百計降低成本，十分重視第三方的意見，不能一味追求規模。",
    "一般來說，這一帶四通八達，萬一遇到問題，當地的百姓一向樂於相助，一起想方設法渡過難關，可謂三五成群。",
];

/// Prose without any numeral.
pub(crate) const NONE: &[&str] = &[
    "業內人士表示，競爭激烈的時候，企業要降低成本，提高服務的質量，不能只追求規模，更要重視研發和人才的培養。",
    "山谷裏的霧氣還沒有散去，老人挑著擔子沿著石階慢慢往下走，路旁的野花開得正好，溪水的聲音忽遠忽近。",
    "投資者應當保持耐心，理性看待市場的起伏和變化；短期的波動不影響長期趨勢，基本面才是決定價值的關鍵因素。",
    "他們在會上交換了意見，認為合作的前景廣闊，雙方應當加強溝通，共同推動產業鏈的布局，為客戶提供更好的產品。",
];

/// Each Traditional character of these texts and its Simplified form.
const SCRIPTS: &str = "\
    來来係系個个們们傳传價价億亿儘尽內内兩两別别劃划動动務务勢势勵励區区協协參参問问\
    單单噸吨國国園园堅坚報报場场塊块塢坞壓压夢梦夥伙學学實实審审將将對对導导島岛嵐岚\
    帶带庫库廠厂廣广強强後后從从復复應应戶户採采換换損损擔担據据擬拟數数於于時时會会\
    東东條条棟栋棲栖業业構构樂乐標标橋桥機机氣气決决沒没淨净減减準准溝沟滬沪滿满漢汉\
    漲涨潤润澤泽濟济灣湾為为營营爭争獎奖獲获獻献現现環环產产畝亩當当療疗發发盤盘眾众\
    確确碼码礎础稱称積积穩稳競竞簽签籌筹糧粮約约紅红紐纽紙纸紡纺組组給给統统經经維维\
    緒绪線线縣县縮缩總总織织續续聲声臨临與与萬万葉叶藥药蘭兰處处術术裏里補补複复見见\
    規规視视訂订計计記记訪访設设許许話话該该認认說说調调請请謂谓證证識识議议護护變变\
    讓让豬猪貢贡貨货費费貿贸資资質质購购趨趋車车較较這这進进運运過过達达遠远還还鄉乡\
    醫医銀银銷销鋰锂鋼钢鍵键鎮镇鏈链鏡镜鐵铁長长開开闊阔關关陳陈陽阳階阶隨随險险雙双\
    雜杂離离難难雲云電电霧雾鞏巩響响項项順顺預预領领頭头題题額额顯显風风飽饱養养餘余\
    體体鳴鸣黃黄點点";
