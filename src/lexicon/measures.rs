//! Physical and trade units 計量單位, ratios, and the units of time that rates are per.
//!
//! Factors are exact: from the SI brochure (9th edition), [UCUM](https://ucum.org/ucum), the
//! international yard and pound agreement of 1959, the PRC's 市制 (State Council order of 1984), Taiwan's
//! 度量衡 tables (1 坪 = 400/121 m²) and Hong Kong's Weights and Measures Ordinance (Cap. 68).

use crate::value::{Dimension, UnitDef};
use Dimension as D;

/// A unit with every way to write it, separated by spaces.
pub(crate) struct Measure {
    pub(crate) def: UnitDef,
    pub(crate) spellings: &'static str,
}

const fn row(
    code: &'static str,
    dimension: Dimension,
    factor: (i64, i64),
    spellings: &'static str,
) -> Measure {
    Measure { def: UnitDef::physical(code, dimension, factor.0, factor.1), spellings }
}

const K: i64 = 1_000;
const M: i64 = 1_000_000;
const G: i64 = 1_000_000_000;
const T: i64 = 1_000_000_000_000;
const P: i64 = 1_000_000_000_000_000;

/// Every physical unit but those that a region or the context decides (斤, 呎, 度, 碼).
pub(crate) static MEASURES: &[Measure] = &[
    row("m", D::Length, (1, 1), "米 公尺 m M"),
    row("km", D::Length, (K, 1), "公里 千米 公裏 公裡 km KM Km"),
    row("dm", D::Length, (1, 10), "分米 公寸 dm"),
    row("cm", D::Length, (1, 100), "厘米 公分 釐米 cm CM"),
    row("mm", D::Length, (1, K), "毫米 公釐 公厘 mm MM"),
    row("um", D::Length, (1, M), "微米 μm um µm"),
    row("nm", D::Length, (1, G), "纳米 納米 奈米 nm"),
    row("[li]", D::Length, (500, 1), "里 華里 华里 里路"),
    row("[zhang]", D::Length, (10, 3), "丈"),
    row("[chi]", D::Length, (1, 3), "尺 市尺"),
    row("[cun]", D::Length, (1, 30), "寸 市寸"),
    row("[ft_i]", D::Length, (3048, 10_000), "英尺 foot feet foots ft"),
    row("[in_i]", D::Length, (254, 10_000), "英寸 英吋 吋 inch inches"),
    row("[mi_i]", D::Length, (1_609_344, K), "英里 英裡 英裏 哩 mile miles"),
    row("[nmi_i]", D::Length, (1852, 1), "海里 浬 海浬"),
    row("[yd_i]", D::Length, (9144, 10_000), "英码 英碼"),
    row("[ly]", D::Length, (9_460_730_472_580_800, 1), "光年"),
    row("m2", D::Area, (1, 1), "平方米 平方公尺 平米 平方 ㎡ m² m2 M2"),
    row("km2", D::Area, (M, 1), "平方公里 平方千米 km² km2"),
    row("cm2", D::Area, (1, 10_000), "平方厘米 平方公分 cm² cm2"),
    row("mm2", D::Area, (1, M), "平方毫米 mm² mm2"),
    row("har", D::Area, (10_000, 1), "公顷 公頃 ha"),
    row("ar", D::Area, (100, 1), "公亩 公畝"),
    row("[mu]", D::Area, (2_000, 3), "亩 畝 市亩 市畝 亩地 畝地"),
    row("[qing]", D::Area, (200_000, 3), "顷 頃"),
    row("[ping]", D::Area, (400, 121), "坪"),
    row("[jia]", D::Area, (1_173_600, 121), "甲地 甲"),
    row("[sft_i]", D::Area, (9_290_304, 100_000_000), "平方英尺 平方呎 平方尺 方呎 sqft"),
    row("[acr_us]", D::Area, (62_726_400_000, 15_499_969), "英亩 英畝"),
    row("[smi_us]", D::Area, (40_144_896_000_000, 15_499_969), "平方英里 平方哩"),
    row("m3", D::Volume, (1, 1), "立方米 立方公尺 立方 方 标准立方米 標準立方米 标方 標方 m³ m3 M3"),
    row("cm3", D::Volume, (1, M), "立方厘米 立方公分 cm³ cm3"),
    row("L", D::Volume, (1, K), "升 公升 立升 L l"),
    row("mL", D::Volume, (1, M), "毫升 公撮 ml mL ML"),
    row("hL", D::Volume, (1, 10), "百升 公石"),
    row("kL", D::Volume, (1, 1), "千升 公秉"),
    row("[bbl_us]", D::Volume, (158_987_294_928, T), "桶"),
    row("[gal_us]", D::Volume, (3_785_411_784, T), "加仑 加侖 美制加仑 個加侖 个加仑"),
    row("[gal_br]", D::Volume, (454_609, 100_000_000), "英制加仑 英制加侖"),
    row("[qt_us]", D::Volume, (946_352_946, T), "夸脱 夸脫"),
    row("[pt_us]", D::Volume, (473_176_473, T), "品脱 品脫"),
    row("[cft_i]", D::Volume, (28_316_846_592, T), "立方英尺 立方呎"),
    row("t", D::Mass, (K, 1), "吨 噸 公吨 公噸"),
    row("kg", D::Mass, (1, 1), "公斤 千克 kg KG Kg"),
    row("g", D::Mass, (1, K), "克 公克 g"),
    row("mg", D::Mass, (1, M), "毫克 公絲 mg"),
    row("ug", D::Mass, (1, G), "微克 μg ug µg"),
    row("ng", D::Mass, (1, T), "纳克 納克 ng"),
    row("[qian]", D::Mass, (1, 200), "钱重 錢重"),
    row("[dan]", D::Mass, (50, 1), "担 擔 市担 市擔"),
    row("dt", D::Mass, (100, 1), "公担 公擔"),
    row("[lb_av]", D::Mass, (45_359_237, 100_000_000), "磅 lb lbs"),
    row("[oz_tr]", D::Mass, (311_034_768, 10_000_000_000), "盎司 金衡盎司 安士"),
    row("[ston_av]", D::Mass, (90_718_474, 100_000), "短吨 短噸"),
    row("[lton_av]", D::Mass, (10_160_469_088, 10_000_000), "长吨 長噸"),
    row("[car_m]", D::Mass, (2, 10_000), "克拉"),
    row("[dwt]", D::Mass, (K, 1), "载重吨 載重噸 载重吨位 載重噸位"),
    row("[gt]", D::Tonnage, (1, 1), "总吨 總噸 总吨位 總噸位"),
    row("[tce]", D::Energy, (29_307_600_000, 1), "吨标准煤 噸標準煤 吨标煤 噸標煤"),
    row("[tCO2e]", D::Mass, (K, 1), "吨二氧化碳当量 噸二氧化碳當量"),
    row("J", D::Energy, (1, 1), "焦耳 焦 J"),
    row("kJ", D::Energy, (K, 1), "千焦耳 千焦 kJ"),
    row("MJ", D::Energy, (M, 1), "兆焦耳 兆焦 MJ"),
    row("GJ", D::Energy, (G, 1), "吉焦耳 吉焦 GJ"),
    row("W.h", D::Energy, (3_600, 1), "瓦时 瓦時 瓦小时 瓦小時 Wh"),
    row(
        "kW.h",
        D::Energy,
        (3_600_000, 1),
        "千瓦时 千瓦時 千瓦小时 千瓦小時 千瓦·时 千瓦·時 瓩時 瓩小時 度电 度電 kWh kwh KWH KWh",
    ),
    row("MW.h", D::Energy, (3_600_000_000, 1), "兆瓦时 兆瓦時 兆瓦小时 兆瓦小時 MWh"),
    row("GW.h", D::Energy, (3_600_000_000_000, 1), "吉瓦时 吉瓦時 吉瓦小时 吉瓦小時 GWh"),
    row("TW.h", D::Energy, (3_600_000_000_000_000, 1), "太瓦时 太瓦時 太瓦小时 太瓦小時 TWh"),
    row("cal", D::Energy, (4_184, K), "卡路里 卡"),
    row("kcal", D::Energy, (4_184, 1), "千卡 大卡 千卡路里 kcal"),
    row("[Btu_IT]", D::Energy, (105_505_585_262, 100_000_000), "英热单位 英熱單位 百万英热 MMBtu"),
    row("W", D::Power, (1, 1), "瓦特 瓦 W"),
    row("kW", D::Power, (K, 1), "千瓦 千瓦特 瓩 kW KW"),
    row("MW", D::Power, (M, 1), "兆瓦 兆瓦特 MW"),
    row("GW", D::Power, (G, 1), "吉瓦 吉瓦特 GW"),
    row("TW", D::Power, (T, 1), "太瓦 TW"),
    row("mW", D::Power, (1, K), "毫瓦 mW"),
    row("[HP]", D::Power, (74_569_987_158_227_022, 100_000_000_000_000), "马力 馬力 匹马力 匹馬力 hp HP"),
    row("[VA]", D::ApparentPower, (1, 1), "伏安"),
    row("k[VA]", D::ApparentPower, (K, 1), "千伏安 kVA"),
    row("M[VA]", D::ApparentPower, (M, 1), "兆伏安 MVA"),
    row("Hz", D::Frequency, (1, 1), "赫兹 赫茲 赫 Hz"),
    row("kHz", D::Frequency, (K, 1), "千赫兹 千赫茲 千赫 kHz KHz"),
    row("MHz", D::Frequency, (M, 1), "兆赫兹 兆赫茲 兆赫 MHz"),
    row("GHz", D::Frequency, (G, 1), "吉赫兹 吉赫茲 吉赫 GHz"),
    row("THz", D::Frequency, (T, 1), "太赫兹 太赫茲 太赫 THz"),
    row("bit", D::Data, (1, 1), "比特 位元 bit bits"),
    row("kbit", D::Data, (K, 1), "千比特 kbit Kbit"),
    row("Mbit", D::Data, (M, 1), "兆比特 Mbit"),
    row("Gbit", D::Data, (G, 1), "吉比特 Gbit"),
    row("By", D::Data, (8, 1), "字节 字節 位元组 位元組 byte bytes Byte"),
    row("kBy", D::Data, (8 * K, 1), "千字节 千字節 KB kB"),
    row("MBy", D::Data, (8 * M, 1), "兆字节 兆字節 MB"),
    row("GBy", D::Data, (8 * G, 1), "吉字节 吉字節 GB"),
    row("TBy", D::Data, (8 * T, 1), "太字节 太字節 TB"),
    row("PBy", D::Data, (8 * P, 1), "拍字节 拍字節 PB"),
    row("EBy", D::Data, (8 * K * P, 1), "艾字节 EB"),
    row("kbit/s", D::DataRate, (K, 1), "kbps Kbps"),
    row("Mbit/s", D::DataRate, (M, 1), "Mbps 兆比特每秒"),
    row("Gbit/s", D::DataRate, (G, 1), "Gbps 吉比特每秒"),
    row("Tbit/s", D::DataRate, (T, 1), "Tbps 太比特每秒"),
    row("km/h", D::Speed, (5, 18), "km/h 公里/小时 公里/小時 千米/小时 千米/小時 公里/时 公里/時 kmh KM/H"),
    row("m/s", D::Speed, (1, 1), "m/s 米/秒 公尺/秒"),
    row("[mi_i]/h", D::Speed, (44_704, 100_000), "mph 英里/小时 英里/小時 英哩/小時"),
    row("[kn_i]", D::Speed, (1852, 3600), "海里/小时 海里/小時 浬/時"),
    row("m3/s", D::Flow, (1, 1), "立方米/秒 立方公尺/秒 m³/s 秒立方"),
    row("Pa", D::Pressure, (1, 1), "帕斯卡 帕 Pa"),
    row("hPa", D::Pressure, (100, 1), "百帕 hPa"),
    row("kPa", D::Pressure, (K, 1), "千帕 kPa"),
    row("MPa", D::Pressure, (M, 1), "兆帕 MPa Mpa"),
    row("GPa", D::Pressure, (G, 1), "吉帕 GPa"),
    row("bar", D::Pressure, (100_000, 1), "巴 bar"),
    row("atm", D::Pressure, (101_325, 1), "大气压 大氣壓 个大气压 個大氣壓"),
    row("mm[Hg]", D::Pressure, (133_322_387_415, G), "毫米汞柱 mmHg"),
    row("V", D::Voltage, (1, 1), "伏特 伏 V v"),
    row("kV", D::Voltage, (K, 1), "千伏 千伏特 kV KV"),
    row("mV", D::Voltage, (1, K), "毫伏 mV"),
    row("A", D::Current, (1, 1), "安培 安"),
    row("mA", D::Current, (1, K), "毫安 毫安培 mA"),
    row("kA", D::Current, (K, 1), "千安 千安培 kA"),
    row("A.h", D::Charge, (3_600, 1), "安时 安時 安培小时 Ah"),
    row("mA.h", D::Charge, (36, 10), "毫安时 毫安時 mAh"),
    row("Ohm", D::Resistance, (1, 1), "欧姆 歐姆 Ω"),
    row("N", D::Force, (1, 1), "牛顿 牛頓"),
    row("kN", D::Force, (K, 1), "千牛 kN"),
    row("dB", D::Level, (1, 1), "分贝 分貝 dB"),
    row("lx", D::Illuminance, (1, 1), "勒克斯 lux"),
    row("mol", D::Substance, (1, 1), "摩尔 摩爾 mol"),
    row("Bq", D::Activity, (1, 1), "贝克勒尔 貝克勒爾 贝可 貝可 Bq"),
    row("Sv", D::Dose, (1, 1), "希沃特 希 Sv"),
    row("mSv", D::Dose, (1, K), "毫希沃特 毫西弗 毫希 mSv"),
    row("uSv", D::Dose, (1, M), "微希沃特 微西弗 微希 μSv"),
    row("deg", D::Angle, (1, 1), "° 角度"),
    row("r/min", D::Grade, (1, 1), "转/分 轉/分 转/分钟 轉/分鐘 rpm"),
    row("[IU]", D::Grade, (1, 1), "国际单位 國際單位 IU"),
];

/// Temperature scales: the factor to kelvins, then what is added.
pub(crate) static TEMPERATURES: &[Measure] = &[
    Measure {
        def: UnitDef::scale("Cel", (1, 1), (27_315, 100)),
        spellings: "摄氏度 攝氏度 摄氏° 攝氏° ℃ °C °c",
    },
    Measure {
        def: UnitDef::scale("[degF]", (5, 9), (45_967, 180)),
        spellings: "华氏度 華氏度 华氏° 華氏° ℉ °F °f",
    },
    Measure { def: UnitDef::scale("K", (1, 1), (0, 1)), spellings: "开尔文 開爾文 克耳文" },
];

/// Units of time as rates have them; a year is the Julian one and a month its twelfth, as in UCUM.
pub(crate) static RATE_TIMES: &[Measure] = &[
    row("a", D::Time, (31_557_600, 1), "年 a"),
    row("mo", D::Time, (2_629_800, 1), "月 个月 個月"),
    row("wk", D::Time, (604_800, 1), "周 週 星期 礼拜 禮拜 个星期 個星期"),
    row("d", D::Time, (86_400, 1), "日 天 d"),
    row("h", D::Time, (3_600, 1), "小时 小時 个小时 個小時 时 時 钟头 鐘頭 h"),
    row("min", D::Time, (60, 1), "分钟 分鐘 min"),
    row("s", D::Time, (1, 1), "秒 秒钟 秒鐘 s"),
    row("{季}", D::Time, (7_889_400, 1), "季度 季"),
];

/// The 斤 and 兩 of the three regions, then 呎 as area and as length.
pub(crate) static JIN: [UnitDef; 3] = [
    UnitDef::physical("[jin]", D::Mass, 1, 2),
    UnitDef::physical("[jin_tw]", D::Mass, 6, 10),
    UnitDef::physical("[jin_hk]", D::Mass, 60_478_982, 100_000_000),
];
/// The 兩: a tenth of the mainland's 斤, a sixteenth of the others.
pub(crate) static LIANG: [UnitDef; 3] = [
    UnitDef::physical("[liang]", D::Mass, 1, 20),
    UnitDef::physical("[liang_tw]", D::Mass, 6, 160),
    UnitDef::physical("[liang_hk]", D::Mass, 60_478_982, 1_600_000_000),
];
/// 分 as a count of points.
pub(crate) static YARD: UnitDef = UnitDef::physical("[yd_i]", D::Length, 9144, 10_000);
/// 度 of heat, of angle, of electricity, and 呎 of length and of area.
pub(crate) static CELSIUS: UnitDef = UnitDef::scale("Cel", (1, 1), (27_315, 100));
pub(crate) static FAHRENHEIT: UnitDef = UnitDef::scale("[degF]", (5, 9), (45_967, 180));
pub(crate) static DEGREE: UnitDef = UnitDef::physical("deg", D::Angle, 1, 1);
pub(crate) static KILOWATT_HOUR: UnitDef = UnitDef::physical("kW.h", D::Energy, 3_600_000, 1);
pub(crate) static FOOT: UnitDef = UnitDef::physical("[ft_i]", D::Length, 3048, 10_000);
pub(crate) static SQUARE_FOOT: UnitDef = UnitDef::physical("[sft_i]", D::Area, 9_290_304, 100_000_000);
