//! The 13 lists of dishonest subjects that the implementation plan names (四(二)1), with what became of them.

use crate::fold::fold_all;

/// What became of a list since the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It has the same name today.
    Current,
    /// It has another name today.
    Renamed,
    /// It was merged into another list.
    Merged,
    /// Whether it is still kept could not be read: shown as 待核.
    Unverified,
}

/// A list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DishonestList {
    /// Its name in the plan.
    pub former: &'static str,
    /// Its name today; for a merged list the one that took it up.
    pub present: &'static str,
    /// Document that it rests on.
    pub basis: &'static str,
    /// What became of it.
    pub state: State,
}

const fn list(
    former: &'static str,
    present: &'static str,
    basis: &'static str,
    state: State,
) -> DishonestList {
    DishonestList { former, present, basis, state }
}

use State::{Current, Merged, Renamed, Unverified};

/// In the order of the plan.
pub static LISTS: [DishonestList; 13] = [
    list("经营异常名录", "经营异常名录", "企业信息公示暂行条例", Current),
    list("严重违法失信企业名单", "市场监督管理严重违法失信名单", "市场监管总局令第44号", Renamed),
    list("重大税收违法案件当事人名单", "重大税收违法失信主体", "税务总局令第54号", Renamed),
    list(
        "失信被执行人名单",
        "失信被执行人名单",
        "最高人民法院关于公布失信被执行人名单信息的若干规定",
        Current,
    ),
    list("金融严重失信人名单", "涉金融严重失信人名单", "发改财金〔2017〕454号", Unverified),
    list("农资领域严重失信生产经营单位", "农资领域严重失信生产经营单位", "发改财金〔2017〕346号", Unverified),
    list("海关失信企业", "海关严重失信主体名单", "海关总署令第251号", Renamed),
    list("出入境检验检疫严重失信企业", "海关严重失信主体名单", "2018年机构改革", Merged),
    list("食品药品生产经营严重失信者", "市场监督管理严重违法失信名单", "市场监管总局令第44号", Renamed),
    list("安全生产领域失信生产经营单位", "安全生产严重失信主体名单", "应急管理部令第11号", Renamed),
    list(
        "环境保护领域失信生产经营单位",
        "环境保护领域失信生产经营单位",
        "发改财金〔2016〕1580号",
        Unverified,
    ),
    list(
        "严重违法失信超限超载运输车辆的相关责任主体",
        "严重违法超限超载运输失信当事人名单",
        "发改财金〔2017〕274号",
        Unverified,
    ),
    list("统计领域严重失信企业", "统计严重失信企业", "统计局令第35号", Renamed),
];

/// The list of this name, former or present; width, case and white space are folded.
pub fn find(name: &str) -> Option<&'static DishonestList> {
    let name = fold_all(name);
    LISTS.iter().find(|list| fold_all(list.former) == name || fold_all(list.present) == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_found_by_either_name() {
        for list in &LISTS {
            assert_eq!(find(list.former), Some(list));
            assert!(find(list.present).is_some_and(|found| found.present == list.present));
            let same = list.former == list.present;
            assert!(!same || list.state != Renamed, "{}", list.former);
            assert!(same || list.state != Current, "{}", list.former);
        }
        assert_eq!(find(" 海关失信企业 ").map(|l| l.present), Some("海关严重失信主体名单"));
        assert_eq!(find("消防安全领域严重失信主体名单"), None);
    }
}
