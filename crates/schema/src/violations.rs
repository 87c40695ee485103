//! 案由: the violations of the fire law with their codes, who decides them, and the band of the fine.
//!
//! Bands are those of 消防法 (2021), 高层民用建筑消防安全管理规定 and 社会消防技术服务管理规定; codes are the 案由
//! codes of the fire service, which some violations of later years do not have.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::fold::fold_all;

/// Who decides on a violation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Competent {
    /// 消防救援机构.
    Fire,
    /// 住房和城乡建设主管部门, since 2019-04-23.
    Housing,
    /// 公安机关.
    Police,
}

/// The law that names a violation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PenaltyLaw {
    /// 消防法.
    Fire,
    /// 高层民用建筑消防安全管理规定.
    HighRise,
    /// 社会消防技术服务管理规定.
    Service,
}

impl PenaltyLaw {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fire => "消防法",
            Self::HighRise => "高层民用建筑消防安全管理规定",
            Self::Service => "社会消防技术服务管理规定",
        }
    }
}

/// Whether a violation still is the fire service's matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViolationState {
    /// It is.
    Active,
    /// It is, under another wording.
    OldWording,
    /// Another authority decides it.
    NotFire,
    /// It is punished in persons, not in enterprises.
    Person,
}

/// A violation.
#[derive(Debug, PartialEq, Eq)]
pub struct Violation {
    /// 案由 code; empty where it has none.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Who decides.
    pub competent: Competent,
    /// The law that punishes it.
    pub law: PenaltyLaw,
    /// Article, paragraph and item of the penalty: `60-1-1`.
    pub article: &'static str,
    /// Least and highest fine in yuan; none where the law names no band.
    pub band: Option<(u32, u32)>,
    /// Whether it still is the fire service's matter.
    pub state: ViolationState,
}

/// Every violation.
pub fn all() -> &'static [Violation] {
    &VIOLATIONS
}

/// The violation that a whole text names or whose 案由 code it is; width and white space are folded.
pub fn find(text: &str) -> Option<&'static Violation> {
    static BY_TEXT: LazyLock<FxHashMap<String, usize>> = LazyLock::new(|| {
        let texts = VIOLATIONS.iter().enumerate().flat_map(|(at, v)| [(v.name, at), (v.code, at)]);
        texts
            .filter(|(text, _)| !text.is_empty())
            .map(|(text, at)| (fold_all(text).into_owned(), at))
            .collect()
    });
    BY_TEXT.get(&*fold_all(text)).map(|&at| &VIOLATIONS[at])
}

use Competent as By;
use PenaltyLaw as Law;
use ViolationState as State;

const fn violation(
    code: &'static str,
    name: &'static str,
    competent: Competent,
    law: PenaltyLaw,
    article: &'static str,
    band: Option<(u32, u32)>,
    state: ViolationState,
) -> Violation {
    Violation { code, name, competent, law, article, band, state }
}

#[rustfmt::skip]
static VIOLATIONS: [Violation; 61] = [
    violation("320101", "未经消防设计审核擅自施工", By::Housing, Law::Fire, "58-1-1", Some((30_000, 300_000)), State::NotFire),
    violation("320102", "消防设计审核不合格擅自施工", By::Housing, Law::Fire, "58-1-1", Some((30_000, 300_000)), State::NotFire),
    violation("320103", "消防设计抽查不合格不停止施工", By::Housing, Law::Fire, "58-1-2", Some((30_000, 300_000)), State::NotFire),
    violation("320104", "未经消防验收擅自投入使用", By::Housing, Law::Fire, "58-1-2", Some((30_000, 300_000)), State::NotFire),
    violation("320105", "消防验收不合格擅自投入使用", By::Housing, Law::Fire, "58-1-2", Some((30_000, 300_000)), State::NotFire),
    violation("320106", "投入使用后抽查不合格不停止使用", By::Housing, Law::Fire, "58-1-3", Some((30_000, 300_000)), State::NotFire),
    violation("320107", "公众聚集场所未经消防救援机构许可,擅自投入使用、营业", By::Fire, Law::Fire, "58-1-4", Some((30_000, 300_000)), State::Active),
    violation("320108", "消防安全检查不合格擅自投入使用、营业", By::Fire, Law::Fire, "58-1-4", Some((30_000, 300_000)), State::OldWording),
    violation("", "公众聚集场所使用、营业情况与承诺内容不符", By::Fire, Law::Fire, "58-1-4", Some((30_000, 300_000)), State::Active),
    violation("320109", "未进行消防设计备案", By::Housing, Law::Fire, "58-3", Some((0, 5_000)), State::NotFire),
    violation("320110", "未进行竣工消防备案", By::Housing, Law::Fire, "58-3", Some((0, 5_000)), State::NotFire),
    violation("320111", "违法要求降低消防技术标准设计、施工", By::Housing, Law::Fire, "59-1", Some((10_000, 100_000)), State::NotFire),
    violation("320112", "不按照消防技术标准强制性要求进行消防设计", By::Housing, Law::Fire, "59-2", Some((10_000, 100_000)), State::NotFire),
    violation("320113", "违法施工降低消防施工质量", By::Housing, Law::Fire, "59-3", Some((10_000, 100_000)), State::NotFire),
    violation("320114", "违法监理降低消防施工质量", By::Housing, Law::Fire, "59-4", Some((10_000, 100_000)), State::NotFire),
    violation("320115", "消防设施、器材、消防安全标志配置、设置不符合标准", By::Fire, Law::Fire, "60-1-1", Some((5_000, 50_000)), State::Active),
    violation("320116", "消防设施、器材、消防安全标志未保持完好有效", By::Fire, Law::Fire, "60-1-1", Some((5_000, 50_000)), State::Active),
    violation("320117", "损坏、挪用消防设施、器材", By::Fire, Law::Fire, "60-1-2", Some((5_000, 50_000)), State::Active),
    violation("320118", "擅自停用、拆除消防设施、器材", By::Fire, Law::Fire, "60-1-2", Some((5_000, 50_000)), State::Active),
    violation("320119", "占用、堵塞、封闭疏散通道、安全出口", By::Fire, Law::Fire, "60-1-3", Some((5_000, 50_000)), State::Active),
    violation("320120", "其他妨碍安全疏散行为", By::Fire, Law::Fire, "60-1-3", Some((5_000, 50_000)), State::Active),
    violation("320121", "埋压、圈占、遮挡消火栓", By::Fire, Law::Fire, "60-1-4", Some((5_000, 50_000)), State::Active),
    violation("320122", "占用防火间距", By::Fire, Law::Fire, "60-1-4", Some((5_000, 50_000)), State::Active),
    violation("320123", "占用、堵塞、封闭消防车通道", By::Fire, Law::Fire, "60-1-5", Some((5_000, 50_000)), State::Active),
    violation("320124", "门窗设置影响逃生、灭火救援的障碍物", By::Fire, Law::Fire, "60-1-6", Some((5_000, 50_000)), State::Active),
    violation("320125", "不及时消除火灾隐患", By::Fire, Law::Fire, "60-1-7", Some((5_000, 50_000)), State::Active),
    violation("320126", "易燃易爆危险品场所与居住场所设置在同一建筑物内", By::Fire, Law::Fire, "61-1", Some((5_000, 50_000)), State::Active),
    violation("320127", "易燃易爆危险品场所未与居住场所保持安全距离", By::Fire, Law::Fire, "61-1", Some((5_000, 50_000)), State::Active),
    violation("320128", "其他场所与居住场所设置在同一建筑物内不符合消防技术标准", By::Fire, Law::Fire, "61-2", Some((5_000, 50_000)), State::Active),
    violation("", "非法制造、买卖、储存、运输、使用、处置危险物质(易燃易爆危险品)", By::Police, Law::Fire, "62-1", None, State::NotFire),
    violation("", "非法携带危险物质(易燃易爆危险品)", By::Police, Law::Fire, "62-2", None, State::NotFire),
    violation("", "虚构事实扰乱公共秩序(谎报火警)", By::Police, Law::Fire, "62-3", None, State::NotFire),
    violation("", "阻碍特种车辆通行(消防车、消防艇)", By::Police, Law::Fire, "62-4", None, State::NotFire),
    violation("", "阻碍执行职务", By::Police, Law::Fire, "62-5", None, State::NotFire),
    violation("320129", "违规进入生产、储存易燃易爆危险品场所", By::Fire, Law::Fire, "63-1", Some((0, 500)), State::Active),
    violation("320130", "违反规定使用明火作业", By::Fire, Law::Fire, "63-2", Some((0, 500)), State::Active),
    violation("320131", "在具有火灾、爆炸危险的场所吸烟、使用明火", By::Fire, Law::Fire, "63-2", Some((0, 500)), State::Active),
    violation("320132", "指使、强令他人冒险作业", By::Fire, Law::Fire, "64-1", Some((0, 500)), State::Active),
    violation("320133", "过失引起火灾", By::Fire, Law::Fire, "64-2", Some((0, 500)), State::Active),
    violation("320134", "阻拦、不及时报告火警", By::Fire, Law::Fire, "64-3", Some((0, 500)), State::Active),
    violation("320135", "扰乱火灾现场秩序", By::Fire, Law::Fire, "64-4", Some((0, 500)), State::Active),
    violation("320136", "拒不执行火灾现场指挥员指挥", By::Fire, Law::Fire, "64-4", Some((0, 500)), State::Active),
    violation("320137", "故意破坏、伪造火灾现场", By::Fire, Law::Fire, "64-5", Some((0, 500)), State::Active),
    violation("320138", "擅自拆封、使用被查封场所、部位", By::Fire, Law::Fire, "64-6", Some((0, 500)), State::Active),
    violation("320139", "人员密集场所使用不合格、国家明令淘汰的消防产品逾期未改", By::Fire, Law::Fire, "65-2", Some((5_000, 50_000)), State::Active),
    violation("320140", "电器产品的安装、使用不符合规定", By::Fire, Law::Fire, "66", Some((1_000, 5_000)), State::Active),
    violation("320141", "燃气用具的安装、使用不符合规定", By::Fire, Law::Fire, "66", Some((1_000, 5_000)), State::Active),
    violation("320142", "电器线路的设计、敷设、维护保养、检测不符合规定", By::Fire, Law::Fire, "66", Some((1_000, 5_000)), State::Active),
    violation("320143", "燃气管路的设计、敷设、维护保养、检测不符合规定", By::Fire, Law::Fire, "66", Some((1_000, 5_000)), State::Active),
    violation("320144", "不履行消防安全职责逾期未改", By::Fire, Law::Fire, "67", None, State::Person),
    violation("320145", "不履行组织、引导在场人员疏散义务", By::Police, Law::Fire, "68", None, State::Person),
    // Three violations in one: 50,000 to 100,000, but up to 50,000 for work below standard.
    violation("320146", "不具备从业条件/出具虚假文件/不按标准开展技术服务", By::Fire, Law::Fire, "69", Some((0, 100_000)), State::Active),
    violation("", "高层民用建筑内明火作业未履行动火审批手续、公告或未落实监护", By::Fire, Law::HighRise, "47-1", Some((2_000, 10_000)), State::Active),
    violation("", "高层民用建筑户外广告牌、外装饰妨碍防烟排烟、逃生和灭火救援或破坏立面防火结构", By::Fire, Law::HighRise, "47-2", Some((2_000, 10_000)), State::Active),
    violation("", "未设置外墙外保温材料提示性和警示性标识或未及时修复破损外保温系统", By::Fire, Law::HighRise, "47-3", Some((2_000, 10_000)), State::Active),
    violation("", "未按规定落实消防控制室值班制度或安排不具备条件的人员值班", By::Fire, Law::HighRise, "47-4", Some((2_000, 10_000)), State::Active),
    violation("", "未按规定建立专职消防队、志愿消防队等消防组织", By::Fire, Law::HighRise, "47-5", Some((2_000, 10_000)), State::Active),
    violation("", "停用建筑消防设施未公告、未制定应急预案或未落实防范措施", By::Fire, Law::HighRise, "47-6", Some((2_000, 10_000)), State::Active),
    violation("", "公共门厅、疏散走道、楼梯间、安全出口停放电动自行车或充电,拒不改正", By::Fire, Law::HighRise, "47-7", Some((2_000, 10_000)), State::Active),
    violation("", "项目负责人未到场等(社会消防技术服务)", By::Fire, Law::Service, "28-4", None, State::Active),
    violation("", "冒用其他消防技术服务机构名义从事社会消防技术服务活动", By::Fire, Law::Service, "26/27", Some((20_000, 30_000)), State::Active),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes_are_unique_and_found() {
        for violation in all() {
            assert_eq!(find(violation.name), Some(violation));
            if !violation.code.is_empty() {
                assert_eq!(find(violation.code), Some(violation));
                assert!(violation.code.starts_with("3201") && violation.code.len() == 6);
            }
            assert!(violation.band.is_none_or(|(least, highest)| least < highest), "{}", violation.name);
            let housing = violation.competent == Competent::Housing;
            assert!(!housing || violation.state == ViolationState::NotFire, "{}", violation.name);
        }
        let codes: Vec<_> = all().iter().filter(|v| !v.code.is_empty()).collect();
        assert_eq!(codes.len(), 46);
    }

    #[test]
    fn width_and_space_are_folded() {
        let known = find("公众聚集场所未经消防救援机构许可，擅自投入使用、 营业").unwrap();
        assert_eq!((known.code, known.article), ("320107", "58-1-4"));
        assert_eq!(find(" ３２０１１６ ").unwrap().band, Some((5000, 50_000)));
        assert!(find("未保持完好有效").is_none() && find("").is_none());
    }
}
