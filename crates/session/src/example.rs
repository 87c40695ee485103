//! The one example row of a blank table: a record as it should be, marked so that reading leaves it out.

use precheck_schema::date::{Date, Datelike};
use precheck_schema::profile::Profile;
use precheck_schema::{FieldKey, Kind};
use precheck_tabular::EXAMPLE_MARK;

use crate::entry::serial;
use crate::sample::{after, before, number, uscc};

/// How many days before the day of the run the example was decided.
const AGE: u64 = 5;

/// What a field of the example holds; empty: nothing needs to stand there.
pub(crate) fn text(kind: Kind, field: FieldKey, profile: &Profile, today: Date) -> String {
    use FieldKey as F;
    let date = before(today, AGE);
    let fixed = match field {
        F::EnterpriseName => {
            return format!("{EXAMPLE_MARK}科尔沁示例商贸有限公司（导入时略去本行，填报前可删除）");
        }
        F::Uscc => return uscc("MA0PEX9T"),
        F::Authority => return profile.organisation.name.clone(),
        F::DocumentNo => return document_no(kind, profile, today, &date),
        F::DecisionDate
        | F::ChangeDate
        | F::TerminationDate
        | F::CompletedDate
        | F::ListedDate
        | F::ProducedDate
        | F::ValidFrom => return date,
        F::ValidTo => return after(today, 1095 - AGE),
        F::PublicityPeriod => {
            if kind == Kind::LicenseGrant {
                "长期"
            } else {
                "1年"
            }
        }
        F::TaskNo => return format!("NM{}-XF-01", &date[..4]),
        F::DocumentName => "公众聚集场所投入使用、营业前消防安全检查合格证",
        F::Content => "准予投入使用、营业",
        F::Status => "有效",
        F::Handler => "张某",
        F::ChangeItem => "场所名称",
        F::Before => "科尔沁示例超市",
        F::After => "科尔沁示例购物中心",
        F::ChangeContent => "罚款金额由 8000 元变更为 5000 元",
        F::TerminationType => "注销",
        F::Reason => "场所不再经营，申请注销",
        F::Violation => "消防设施、器材、消防安全标志未保持完好有效",
        F::PenaltyContent => "罚款人民币5000元",
        F::PenaltyType => "罚款",
        F::FineAmount => "0.5",
        F::Procedure => "普通程序",
        F::Serious => "否",
        F::Facts => "二层疏散指示标志损坏 2 处",
        F::LegalBasis => "《中华人民共和国消防法》第六十条第一款第一项",
        F::InspectionItem => "单位履行法定消防安全职责情况",
        F::Result => "未发现问题",
        F::ListName => "消防安全领域严重失信主体名单",
        F::ListedReason => "擅自停用自动消防设施且拒不改正",
        F::Category => "消防安全承诺",
        F::RegistrationNo | F::ConfiscatedAmount | F::RemovedDate | F::RemovedReason | F::Remark => "",
    };
    fixed.to_owned()
}

/// The first number of the year by the forms of the profile.
fn document_no(kind: Kind, profile: &Profile, today: Date, date: &str) -> String {
    match serial::next(&[], profile, kind, today.year()) {
        Some(begun) => format!("{begun}0001号"),
        None => number("奈(消)行罚决字", date, 1),
    }
}

#[cfg(test)]
mod tests {
    use precheck_schema::Kind;
    use precheck_schema::date::Date;
    use precheck_tabular::EXAMPLE_MARK;

    use crate::api::{FindingFilter, Origin, Source, SourceOptions};
    use crate::{Job, Settings};

    fn open(name: String, bytes: &[u8]) -> Job {
        let mut job = Job::new(Settings::on(Date::from_ymd_opt(2023, 6, 16).expect("a date")));
        let options = SourceOptions::default();
        job.open_begin(vec![Source { name, origin: Origin::File, options }]);
        job.open_source(bytes);
        job.judge_all();
        job
    }

    #[test]
    fn the_example_is_left_out_with_a_note_and_the_records_below_it_are_read() {
        for kind in Kind::ALL {
            for form in ["xlsx", "csv"] {
                let job = Job::new(Settings::on(Date::from_ymd_opt(2023, 6, 16).expect("a date")));
                let (view, bytes) = job.blank(kind.key(), form).expect("a blank table");
                let overview = open(view.name.clone(), &bytes).overview();
                let table = &overview.tables[0];
                assert_eq!(overview.totals.records, 0, "{kind} {form}");
                assert_eq!(table.left_out_total, 1, "{kind} {form}");
                assert_eq!((table.left_out[0].0, table.left_out[0].1.as_str()), (2, "example"));
                if form == "csv" {
                    let mut text = String::from_utf8(bytes).expect("UTF-8");
                    text.push_str("奈曼旗沙海酒店有限公司,91150525MA0Q1R2D92\r\n");
                    assert_eq!(open(view.name, text.as_bytes()).overview().totals.records, 1, "{kind}");
                }
            }
        }
    }

    #[test]
    fn the_example_itself_is_a_record_without_errors() {
        for kind in Kind::ALL {
            let job = Job::new(Settings::on(Date::from_ymd_opt(2023, 6, 16).expect("a date")));
            let (view, bytes) = job.blank(kind.key(), "csv").expect("a blank table");
            let text = String::from_utf8(bytes).expect("UTF-8");
            let note = "（导入时略去本行，填报前可删除）";
            assert!(text.contains(note));
            let job = open(view.name, text.replace(EXAMPLE_MARK, "").replace(note, "").as_bytes());
            assert_eq!(job.overview().totals.records, 1, "{kind}");
            let errors = FindingFilter { severities: vec!["error".to_owned()], ..FindingFilter::default() };
            let found = job.items_view(&errors, 0, 10).items;
            assert!(found.is_empty(), "{kind}: {found:?}");
        }
    }
}
