//! The load screen in its three states.

use std::rc::Rc;

use precheck_session::api::{
    ColumnQuestion, ColumnView, KindView, Lang, Overview, ProblemView, Progress, SheetQuestion, SourceView,
    TableView, Totals,
};
use precheck_web::pages::load::{BlankForm, LoadPage, LoadProps, LoadState, ReadingView};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;

use crate::stage::{Heard, active, key, mount, paste, settle};

fn kinds() -> Rc<Vec<KindView>> {
    let column = |field: &str, required| ColumnView {
        field: field.to_owned(),
        label: format!("字段 {field}"),
        required,
        ..ColumnView::default()
    };
    let kind = |at: usize| KindView {
        key: format!("kind-{at}"),
        label: format!("种类 {at}"),
        columns: vec![
            column("name", true),
            column("uscc", false),
            column("registration_no", false),
            column("a", true),
            column("b", false),
            column("c", true),
        ],
    };
    Rc::new((0..8).map(kind).collect())
}

fn props(state: LoadState) -> LoadProps {
    LoadProps {
        before: yew::Html::default(),
        aside: yew::Html::default(),
        kept_days: Some(30),
        lang: Lang::Zh,
        kinds: kinds(),
        state,
        problem: None,
        open_job: None,
        opened: None,
        on_files: Callback::noop(),
        on_text: Callback::noop(),
        on_sample: Callback::noop(),
        on_entry: Callback::noop(),
        on_blank: Callback::noop(),
        on_cancel: Callback::noop(),
        on_check: Callback::noop(),
        on_discard: Callback::noop(),
        on_map: Callback::noop(),
        on_reread: Callback::noop(),
    }
}

#[wasm_bindgen_test]
async fn it_takes_files_samples_and_gives_blanks() {
    let (sample, blank) = (Heard::new(), Heard::new());
    let stage = mount::<LoadPage>(LoadProps {
        on_sample: sample.callback(),
        on_entry: Callback::noop(),
        on_blank: blank.callback(),
        ..props(LoadState::Empty)
    })
    .await;
    let picker = stage.find("input[type=file]");
    assert!(picker.has_attribute("multiple"));
    assert!(picker.get_attribute("accept").unwrap().contains(".ods"));
    let rows = stage.all(".blanks tbody tr");
    assert_eq!(rows.len(), 8);
    assert_eq!(rows[0].text_content().as_deref(), Some("种类 03字段 a、字段 c…xlsx · csv"));
    stage.press("下载「种类 7」空白模板（csv）").await;
    assert_eq!(blank.take(), [(AttrValue::from("kind-7"), BlankForm::Csv)]);
    stage.find(".to-sample").click();
    assert_eq!(sample.take().len(), 1);
}

#[wasm_bindgen_test]
async fn it_takes_pasted_text() {
    let text = Heard::new();
    let stage = mount::<LoadPage>(LoadProps { on_text: text.callback(), ..props(LoadState::Empty) }).await;
    paste("企业名称\t信用代码\n甲\t乙");
    assert_eq!(text.take(), ["企业名称\t信用代码\n甲\t乙"]);
    paste("  \n");
    assert!(text.take().is_empty(), "blank text is nothing");

    stage.press("粘贴表格…").await;
    assert_eq!(active().id(), "paste-text");
    paste("企业名称");
    assert!(text.take().is_empty(), "a paste into the field is the field's");
    stage.press("读取粘贴的内容").await;
    assert!(stage.text().contains("「表格内容」为空"));
    assert_eq!(active().get_attribute("aria-invalid").as_deref(), Some("true"));
    stage.write("#paste-text", "a\tb");
    stage.press("读取粘贴的内容").await;
    assert_eq!(text.take(), ["a\tb"]);
    assert!(stage.all("[role=dialog]").is_empty());

    stage.press("粘贴表格…").await;
    key("Escape", false);
    settle().await;
    assert!(stage.all("[role=dialog]").is_empty());
}

#[wasm_bindgen_test]
async fn it_says_how_far_it_is() {
    let (cancel, text) = (Heard::new(), Heard::new());
    let progress = Progress { stage: "judging".to_owned(), name: String::new(), done: 80, total: 118 };
    let view = ReadingView {
        files: Rc::new(vec![("六月.xlsx".into(), 188_000), ("七月.csv".into(), 5)]),
        file: 0,
        progress: Some(Rc::new(progress)),
        overview: None,
        elapsed: 4000.0,
    };
    let stage = mount::<LoadPage>(LoadProps {
        on_cancel: cancel.callback(),
        on_text: text.callback(),
        ..props(LoadState::Reading(view))
    })
    .await;
    let bar = stage.find("[role=progressbar]");
    assert_eq!(bar.get_attribute("aria-valuenow").as_deref(), Some("67"));
    assert_eq!(stage.find(".prog rect").get_attribute("width").as_deref(), Some("67%"));
    for said in
        ["六月.xlsx", "184 KB", "第 1 个，共 2 个文件", "正在校验第 80 条，共 118 条，预计还需 2 秒。"]
    {
        assert!(stage.text().contains(said), "{said}");
    }
    assert_eq!(active(), stage.button("取消"), "the way out has the focus");
    paste("a\tb");
    assert!(text.take().is_empty(), "nothing is taken meanwhile");
    stage.press("取消").await;
    assert_eq!(cancel.take().len(), 1);
}

fn table(table: usize, source: usize, name: &str, records: usize) -> TableView {
    TableView {
        table,
        source,
        name: name.to_owned(),
        kind_label: "行政处罚".to_owned(),
        totals: Totals { records, ..Totals::default() },
        ..TableView::default()
    }
}

fn overview() -> Overview {
    let open =
        ColumnQuestion { candidates: vec!["a".to_owned(), "c".to_owned()], ..ColumnQuestion::default() };
    let certain = ColumnQuestion { field: "a".to_owned(), ..ColumnQuestion::default() };
    let mut first = table(0, 0, "处罚", 38);
    first.unmapped = vec![("K".to_owned(), "备注".to_owned(), "没有对应的字段".to_owned())];
    first.left_out =
        vec![(42, "tail".to_owned(), "填表人".to_owned()), (43, "blank".to_owned(), String::new())];
    let question =
        SheetQuestion { sheet: 2, table: Some(0), columns: vec![open, certain], ..SheetQuestion::default() };
    let problem = ProblemView {
        key: "password-protected".to_owned(),
        message: "工作簿设有打开密码。".to_owned(),
    };
    Overview {
        totals: Totals { records: 50, ..Totals::default() },
        tables: vec![first, table(1, 2, "抽查.csv", 12)],
        sources: vec![
            SourceView {
                name: "六月.xlsx".to_owned(),
                tables: vec![0],
                questions: vec![question],
                left_out_sheets: vec![("说明".to_owned(), "没有记录".to_owned())],
                ..SourceView::default()
            },
            SourceView { name: "坏.xlsx".to_owned(), problem: Some(problem), ..SourceView::default() },
            SourceView {
                name: "抽查.csv".to_owned(),
                format: "text".to_owned(),
                encoding: "gb18030".to_owned(),
                separator: Some(','),
                tables: vec![1],
                ..SourceView::default()
            },
            SourceView {
                name: "名单.xlsx".to_owned(),
                questions: vec![SheetQuestion {
                    sheet: 0,
                    name: "Sheet1".to_owned(),
                    ..SheetQuestion::default()
                }],
                ..SourceView::default()
            },
        ],
        ..Overview::default()
    }
}

#[wasm_bindgen_test]
async fn it_says_what_became_of_each_source() {
    let (map, check, discard, reread) = (Heard::new(), Heard::new(), Heard::new(), Heard::new());
    let stage = mount::<LoadPage>(LoadProps {
        on_map: map.callback(),
        on_check: check.callback(),
        on_discard: discard.callback(),
        on_reread: reread.callback(),
        ..props(LoadState::Read(Rc::new(overview())))
    })
    .await;
    let note = stage.find("[role=alert]").text_content().unwrap();
    assert!(
        note.contains("4 张表中有 1 张未能读取，1 张要先确认对应关系，其余 2 张已载入（50 条）"),
        "{note}"
    );
    assert!(note.contains("「坏.xlsx」工作簿设有打开密码。"));
    for said in [
        "有 1 列需要确认",
        "未导入 · 没有记录",
        "K 列「备注」：没有对应的字段",
        "第 42 行，表尾 填表人",
        "认不出表头",
    ] {
        assert!(stage.text().contains(said), "{said}");
    }
    assert!(!stage.text().contains("第 43 行"), "blank rows are not listed");
    for button in stage.all(".results .btn").iter().filter(|b| b.text_content().as_deref() == Some("对应列…"))
    {
        button.click();
    }
    assert_eq!(map.take(), [(0, 2), (3, 0)]);
    stage.choose("#encoding-2", "utf-8").await;
    stage.choose("#separator-2", "\t").await;
    stage.press("重新读取").await;
    let said = reread.take();
    assert_eq!((said[0].0, said[0].1.encoding.as_str(), said[0].1.separator), (2, "utf-8", Some('\t')));
    stage.press("核对已载入的 50 条").await;
    stage.press("全部放弃").await;
    assert_eq!((check.take().len(), discard.take().len()), (1, 1));
}

#[wasm_bindgen_test]
async fn nothing_loaded_offers_no_check() {
    let mut overview = overview();
    overview.tables.clear();
    overview.sources.drain(..1);
    overview.sources.drain(1..);
    overview.totals = Totals::default();
    let stage = mount::<LoadPage>(props(LoadState::Read(Rc::new(overview)))).await;
    assert!(stage.text().contains("1 张表中有 1 张未能读取，没有载入任何记录"));
    assert!(!stage.text().contains("核对已载入"));
    assert_eq!(stage.find(".actbar .pri").text_content().as_deref(), Some("选择文件"));
}

#[wasm_bindgen_test]
async fn an_open_batch_can_still_be_read_otherwise() {
    let reread = Heard::new();
    let mut overview = overview();
    overview.sources.retain(|source| source.problem.is_none());
    let stage = mount::<LoadPage>(LoadProps {
        opened: Some(Rc::new(overview)),
        open_job: Some("六月.xlsx，50 条".into()),
        on_reread: reread.callback(),
        ..props(LoadState::Empty)
    })
    .await;
    assert!(stage.text().contains("载入新的表格会替换这一批。"));
    assert!(stage.text().contains("这一批的来源"));
    assert!(stage.all(".actbar").is_empty(), "the way on stands above");
    stage.choose("#encoding-1", "").await;
    stage.press("重新读取").await;
    let said = reread.take();
    assert_eq!((said[0].0, said[0].1.encoding.as_str()), (1, ""));
}
