//! 核对报告: the check on paper, for signatures. Screen and print have the same source; it reads in black and white.

use std::rc::Rc;

use precheck_session::api::{GroupView, Lang, Manifest, Overview, TableView, Text};
use yew::prelude::*;

use crate::components::charts::{
    DeadlineChartProps, DimensionBarsProps, DonutProps, deadline_chart, dimension_bars, donut,
};
use crate::components::decimal::fixed;
use crate::components::icon::{Icon, icon};
use crate::text_ledger as words;

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

const HEADINGS: [Text; 3] = [
    t("一、总体情况", "1. Summary"),
    t("二、归集时限", "2. Deadlines"),
    t("三、问题分布", "3. Findings by rule"),
];
const COUNTS: [Text; 5] = [
    t("信息种类", "Kind"),
    t("记录数", "Records"),
    t("通过", "Passed"),
    t("有警告", "Warnings"),
    t("有错误", "Errors"),
];
const FINDINGS: [Text; 5] = [
    t("级别", "Severity"),
    t("规则", "Rule"),
    t("问题", "Finding"),
    t("维度", "Dimension"),
    t("处数", "Count"),
];
const TOTAL: Text = t("合计", "Total");
const NO_FINDINGS: Text = t("没有发现问题。", "Nothing was found.");

/// What [`ReportPage`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct ReportPageProps {
    /// Language.
    pub lang: Lang,
    /// The state of the job.
    pub overview: Rc<Overview>,
    /// Findings by rule.
    pub groups: Rc<Vec<GroupView>>,
    /// The manifest of the batch, once it left.
    pub exported: Option<Rc<Manifest>>,
    /// Back to the export where the batch left, else to the check.
    pub on_back: Callback<()>,
}

/// Asks the browser to print.
pub(super) fn print() -> Callback<MouseEvent> {
    Callback::from(|_: MouseEvent| {
        // Refused only in frames that may not; then nothing happens, as the browser says.
        let _ = gloo::utils::window().print();
    })
}

/// Where handler and reviewer sign.
pub(super) fn signatures(lang: Lang) -> Html {
    html! {
        <div class="sign">
            <span>{ words::HANDLER.get(lang) }</span><span>{ words::REVIEWER.get(lang) }</span><span>{ words::DATE.get(lang) }</span>
        </div>
    }
}

fn severity(key: &str, lang: Lang) -> &'static str {
    match key {
        "error" => t("错误", "Error"),
        "warning" => t("警告", "Warning"),
        _ => t("提示", "Note"),
    }
    .get(lang)
}

/// Tables summed up by kind, in the order in which kinds first occur: label and the four counts.
fn by_kind(tables: &[TableView]) -> Vec<(String, [usize; 4])> {
    let mut kinds: Vec<(String, String, [usize; 4])> = Vec::new();
    for table in tables {
        let totals = table.totals;
        let counts = [totals.records, totals.passed, totals.with_warnings, totals.with_errors];
        match kinds.iter_mut().find(|(key, ..)| *key == table.kind) {
            Some((_, _, sum)) => sum.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count),
            None => kinds.push((table.kind.clone(), table.kind_label.clone(), counts)),
        }
    }
    kinds.into_iter().map(|(_, label, counts)| (label, counts)).collect()
}

fn summary(lang: Lang, overview: &Overview) -> String {
    let totals = overview.totals;
    let share = |wrong: usize| {
        let part = (totals.records.saturating_sub(wrong)) as f64 / totals.records.max(1) as f64;
        fixed(part * 100.0, 1) + "%"
    };
    let dimensions = overview.dimensions.iter().map(|dimension| {
        format!("{} {}", dimension.label, share(dimension.with_errors + dimension.with_warnings))
    });
    let dimensions = dimensions.collect::<Vec<_>>().join(if lang == Lang::Zh { "、" } else { ", " });
    match lang {
        Lang::Zh => format!(
            "本批共核对涉企信息 {} 条，通过 {} 条，有警告待确认 {} 条，有错误不予导出 {} 条。各维度合格率：{dimensions}。",
            totals.records, totals.passed, totals.with_warnings, totals.with_errors
        ),
        Lang::En => format!(
            "{} records were checked: {} pass, {} have warnings to confirm, {} have errors and stay. Without findings by dimension: {dimensions}.",
            totals.records, totals.passed, totals.with_warnings, totals.with_errors
        ),
    }
}

fn deadlines(lang: Lang, overview: &Overview) -> String {
    let deadline = &overview.deadline;
    let working = deadline.count == "working";
    match lang {
        Lang::Zh => {
            let days = if working { "工作日" } else { "自然日" };
            let unknown = match deadline.unknown {
                0 => String::new(),
                count => format!("；{count} 条因日期有误未计"),
            };
            format!(
                "按实施方案三（二）2，自信息产生之日起 {} 天内归集（{days}）。截至基准日 {}，已超期 {} 条，5 日内到期 {} 条{unknown}。",
                deadline.days, overview.today, deadline.overdue, deadline.soon
            )
        }
        Lang::En => format!(
            "Due within {} {} of the event. On {}: {} overdue, {} due within 5 days, {} without a readable day.",
            deadline.days,
            if working { "working days" } else { "calendar days" },
            overview.today,
            deadline.overdue,
            deadline.soon,
            deadline.unknown
        ),
    }
}

fn footnote(lang: Lang, overview: &Overview) -> String {
    let changed: Vec<&str> = overview.changed_rules.iter().map(|rule| rule.rule.as_str()).collect();
    match lang {
        Lang::Zh => {
            let changed = if changed.is_empty() {
                String::new()
            } else {
                format!("机构设置改动了规则 {}。", changed.join("、"))
            };
            format!(
                "规则版本 {}，共 {} 条规则；核查基准日 {}。{changed}本报告由预检产生，不替代协同监管平台的入库校验。",
                overview.rules_version, overview.rules, overview.today
            )
        }
        Lang::En => format!(
            "Rules {} ({}), day of the run {}. Changed rules: {}. This report does not replace the checks of the platform.",
            overview.rules_version,
            overview.rules,
            overview.today,
            if changed.is_empty() { "none".to_owned() } else { changed.join(", ") }
        ),
    }
}

fn finding(lang: Lang, group: &GroupView) -> Html {
    html! {
        <tr key={format!("{}{}", group.severity, group.rule)}>
            <td class="nowrap">{ severity(&group.severity, lang) }</td><td>{ &group.code }</td><td>{ &group.title }</td>
            <td class="nowrap">{ &group.dimension_label }</td><td class="r">{ group.count }</td>
        </tr>
    }
}

/// The report.
#[component]
pub fn ReportPage(props: &ReportPageProps) -> Html {
    let (lang, overview) = (props.lang, &props.overview);
    let names: Vec<&str> = overview.sources.iter().map(|source| source.name.as_str()).collect();
    let dimensions = use_memo(overview.dimensions.clone(), Clone::clone);
    let deadline = use_memo(overview.deadline.clone(), Clone::clone);
    let totals = overview.totals;
    let total = [totals.records, totals.passed, totals.with_warnings, totals.with_errors];
    let numbers = |counts: [usize; 4]| html! {<>{ for counts.into_iter().map(|count| html! { <td class="r">{ count }</td> }) }</>};
    let back = if props.exported.is_some() { words::BACK_EXPORT } else { words::BACK_CHECK };
    let batch = props.exported.as_ref().map(|manifest| words::batch(lang, &manifest.batch));
    html! {
        <section class="view rep-bg">
            <div class="rep-tools">
                <button type="button" class="btn" onclick={props.on_back.reform(|_: MouseEvent| ())}>{ back.get(lang) }</button>
                <span class="sp"><button type="button" class="btn pri" onclick={print()}>{ icon(Icon::File, "") }{ words::PRINT.get(lang) }</button></span>
            </div>
            <article class="rep">
                <h1>{ words::REPORT_TITLE.get(lang) }</h1>
                <p class="sub">
                    { format!("{}　{}　{}", overview.organisation, names.join("、"), overview.today) }
                    { for batch.map(|batch| format!("　{batch}")) }
                </p>
                <h2>{ HEADINGS[0].get(lang) }</h2>
                <p>{ summary(lang, overview) }</p>
                <table class="counts">
                    <thead><tr>{ for COUNTS.iter().enumerate().map(|(at, text)| html! {
                        <th class={(at > 0).then_some("r")}>{ text.get(lang) }</th> }) }</tr></thead>
                    <tbody>
                        { for by_kind(&overview.tables).into_iter().map(|(label, counts)| html! {
                            <tr><td>{ label }</td>{ numbers(counts) }</tr> }) }
                        <tr class="sum"><td>{ TOTAL.get(lang) }</td>{ numbers(total) }</tr>
                    </tbody>
                </table>
                <div class="charts">
                    { donut(&DonutProps { lang, totals, on_part: Callback::noop(), active: None }) }
                    <div>
                        { dimension_bars(&DimensionBarsProps {
                            lang, dimensions, records: totals.records, on_dimension: Callback::noop(),
                            active: AttrValue::default(),
                        }) }
                    </div>
                </div>
                <h2>{ HEADINGS[1].get(lang) }</h2>
                <p>{ deadlines(lang, overview) }</p>
                <div class="charts one">{ deadline_chart(&DeadlineChartProps { lang, deadline, on_part: Callback::noop(), active: None }) }</div>
                <h2>{ HEADINGS[2].get(lang) }</h2>
                if props.groups.is_empty() {
                    <p>{ NO_FINDINGS.get(lang) }</p>
                } else {
                    <table class="found">
                        <thead><tr>{ for FINDINGS.iter().enumerate().map(|(at, text)| html! {
                            <th class={(at == 4).then_some("r")}>{ text.get(lang) }</th> }) }</tr></thead>
                        <tbody>{ for props.groups.iter().map(|group| finding(lang, group)) }</tbody>
                    </table>
                }
                { signatures(lang) }
                <p class="foot2">{ footnote(lang, overview) }</p>
                { for props.exported.iter().flat_map(|manifest| &manifest.files).filter(|file| file.role == "import").map(|file| html! {
                    <p class="foot2 digest">{ words::digest_of(lang, &file.name, &file.sm3) }</p>
                }) }
            </article>
        </section>
    }
}
