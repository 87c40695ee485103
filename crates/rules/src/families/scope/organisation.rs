//! Whether a short name is that of an organisation or of a person (rule S003).

use precheck_schema::fold::is_cjk;

/// Words of one character that end the name of an organisation. Characters that end many given names (堂, 轩, 苑) are
/// not among them; the profile can add them.
const ENDINGS: &str = "厂店部社院所站场馆吧城园楼庄坊行局会校队铺室厅屋库矿窑村组网摊档圈";

/// Longer words that stand anywhere in the name of an organisation.
const WORDS: [&str; 64] = [
    "公司", "中心", "超市", "酒店", "宾馆", "饭店", "旅店", "旅馆", "旅社", "客栈", "民宿", "餐厅", "饭庄",
    "酒家", "食堂", "火锅", "烧烤", "小吃", "面馆", "饺子", "包子", "烤肉", "奶茶", "咖啡", "浴池", "洗浴",
    "足疗", "足道", "养生", "美容", "美发", "理发", "造型", "影城", "网咖", "网吧", "歌厅", "台球", "健身",
    "学校", "学堂", "幼儿", "医院", "诊所", "药房", "药店", "银行", "集团", "合作", "工厂", "商行", "商贸",
    "商场", "商店", "商城", "市场", "百货", "建材", "五金", "家具", "服饰", "服装", "汽修", "便利",
];

/// Whether a name is two to four Chinese characters (· of minority names left out) without a word of an
/// organisation, built-in or of the profile.
pub(super) fn looks_like_person(name: &str, profile_words: &[String]) -> bool {
    let count = name.chars().filter(|c| *c != '·').count();
    if !(2..=4).contains(&count) || !name.chars().all(|c| is_cjk(c) || c == '·') {
        return false;
    }
    let ends_as_organisation = name.chars().last().is_some_and(|c| ENDINGS.contains(c));
    let words = WORDS.iter().copied().chain(profile_words.iter().map(String::as_str));
    !ends_as_organisation && !words.filter(|word| !word.is_empty()).any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_and_organisations() {
        for name in ["王建国", "李娜", "乌日娜", "斯琴高娃", "欧阳建国", "庄建国", "阿·木尔"]
        {
            assert!(looks_like_person(name, &[]), "{name}");
        }
        for name in [
            "利民超市",
            "沙海酒店",
            "大沁商行",
            "老王面馆",
            "东明网吧",
            "KTV",
            "奈曼旗沙海明珠大酒店有限公司",
            "王",
            "",
            "第一中学校",
            "宏达公司",
            "青龙山汽修",
        ] {
            assert!(!looks_like_person(name, &[]), "{name}");
        }
        assert!(looks_like_person("聚德轩", &[]) && !looks_like_person("聚德轩", &["轩".to_owned()]));
    }
}
