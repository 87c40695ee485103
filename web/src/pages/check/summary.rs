//! How the batch stands: records, dimensions, days left, what is still to be done. On low screens one line.

use std::rc::Rc;

use precheck_session::api::{FindingFilter, Lang, Overview};
use yew::prelude::*;

use crate::actions::Actions;
use crate::components::charts::{
    DaysPart, DeadlineChartProps, DimensionBarsProps, DonutProps, QUALITY, RecordsPart, deadline_chart,
    dimension_bars, donut,
};
use crate::components::decimal::fixed;
use crate::components::icon::{Icon, icon, severity_icon};
use crate::components::progress::{ProgressBarProps, progress_bar};
use crate::services::lang::use_lang;
use crate::state::Action;
use crate::text;

/// What [`Summary`] shows.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct SummaryProps {
    pub(super) actions: Actions,
    pub(super) overview: Rc<Overview>,
    pub(super) findings: Rc<FindingFilter>,
    pub(super) days_left: Option<(i32, i32)>,
    pub(super) only_findings: bool,
    pub(super) open: bool,
}

/// The filter of a part of the records, or all again where it is the filter already.
fn choose(actions: &Actions, findings: &FindingFilter, part: RecordsPart, active: bool) {
    let severity = part.severity();
    let severities = if active || severity.is_empty() { Vec::new() } else { vec![severity.to_owned()] };
    actions.show(Action::AllRows);
    actions.show(Action::OnlyFindings(!severities.is_empty()));
    actions.filter_findings(FindingFilter { severities, dimension: String::new(), ..findings.clone() });
}

/// The summary.
#[component]
pub(super) fn Summary(props: &SummaryProps) -> Html {
    let lang = use_lang();
    let overview = &props.overview;
    let part = match props.findings.severities.as_slice() {
        [one] if props.only_findings && one == "error" => Some(RecordsPart::Errors),
        [one] if props.only_findings && one == "warning" => Some(RecordsPart::Warnings),
        _ => None,
    };
    let on_part = {
        let (actions, findings) = (props.actions.clone(), props.findings.clone());
        Callback::from(move |chosen: RecordsPart| choose(&actions, &findings, chosen, part == Some(chosen)))
    };
    let on_dimension = {
        let (actions, findings) = (props.actions.clone(), props.findings.clone());
        Callback::from(move |dimension: AttrValue| {
            let again = *findings.dimension == *dimension;
            let dimension = if again { String::new() } else { dimension.to_string() };
            actions.show(Action::AllRows);
            actions.show(Action::OnlyFindings(!dimension.is_empty()));
            actions.filter_findings(FindingFilter {
                severities: Vec::new(),
                dimension,
                ..(*findings).clone()
            });
        })
    };
    let days = [DaysPart::Overdue, DaysPart::Soon, DaysPart::Later]
        .into_iter()
        .find(|part| Some(part.range()) == props.days_left);
    let on_days = {
        let actions = props.actions.clone();
        Callback::from(move |part: DaysPart| {
            actions.show(Action::DaysLeft((days != Some(part)).then(|| part.range())));
        })
    };
    let deadline = use_memo(overview.deadline.clone(), Clone::clone);
    // The other dimensions are about this import, not about the quality of data: the panel filters by them.
    let dimensions =
        use_memo(overview.dimensions.clone(), |all| all.iter().take(QUALITY).cloned().collect::<Vec<_>>());
    let fold = {
        let (actions, open) = (props.actions.clone(), props.open);
        Callback::from(move |_: MouseEvent| actions.show(Action::Summary(!open)))
    };
    let (open, handled) = (overview.open, overview.handled);
    html! {<>
        <div class="strip" aria-label={text::SUMMARY.get(lang)} data-area="summary">
            <section>
                { donut(&DonutProps { lang, totals: overview.totals, active: part, on_part: on_part.clone() }) }
            </section>
            <section>
                { dimension_bars(&DimensionBarsProps {
                    lang, dimensions, records: overview.totals.records,
                    active: AttrValue::from(props.findings.dimension.clone()), on_dimension,
                }) }
            </section>
            <section class="hist">
                { deadline_chart(&DeadlineChartProps {
                    lang, deadline, active: days, on_part: on_days.clone(),
                }) }
            </section>
            <section class="todo">
                <h3>{ text::HANDLING.get(lang) }</h3>
                <div class="big">{ text::to_handle(lang, open) }</div>
                { progress_bar(&ProgressBarProps {
                    label: text::handled(lang, handled).into(), done: handled as u64,
                    total: (open + handled) as u64, text: None,
                }) }
                <p>{ text::handling(lang, handled, overview.safe_fixes) }</p>
                <button type="button" class="link t12 fold" onclick={fold.clone()}>{ text::FOLD.get(lang) }</button>
            </section>
        </div>
        <div class="line" aria-label={text::SUMMARY.get(lang)}>
            { mini(overview) }
            { line_part(lang, props, RecordsPart::Passed, part) }
            { line_part(lang, props, RecordsPart::Warnings, part) }
            { line_part(lang, props, RecordsPart::Errors, part) }
            { line_days(lang, DaysPart::Overdue, overview.deadline.overdue, days, &on_days) }
            { line_days(lang, DaysPart::Soon, overview.deadline.soon, days, &on_days) }
            <button type="button" class="link t13 sp" onclick={fold}>{ text::UNFOLD.get(lang) }</button>
        </div>
    </>}
}

/// The parts of the records as one bar.
fn mini(overview: &Overview) -> Html {
    let totals = overview.totals;
    let all = totals.records.max(1) as f64;
    let share = |count: usize| count as f64 * 100.0 / all;
    let (passed, warned) = (share(totals.passed), share(totals.with_warnings));
    let rect = |class: &'static str, x: f64, width: f64| {
        html! { <rect {class} x={fixed(x, 2) + "%"} width={fixed(width, 2) + "%"} height="8" /> }
    };
    html! {
        <svg class="mini" aria-hidden="true" focusable="false">
            { rect("f-one", 0.0, passed) }
            { rect("f-warn", passed, warned) }
            { rect("f-err", passed + warned, share(totals.with_errors)) }
        </svg>
    }
}

fn line_part(lang: Lang, props: &SummaryProps, part: RecordsPart, active: Option<RecordsPart>) -> Html {
    let totals = props.overview.totals;
    let count = match part {
        RecordsPart::Passed => totals.passed,
        RecordsPart::Warnings => totals.with_warnings,
        RecordsPart::Errors => totals.with_errors,
    };
    let (actions, findings) = (props.actions.clone(), props.findings.clone());
    let on = active == Some(part);
    let severity = part.severity();
    html! {
        <button type="button" class="st" aria-pressed={if on { "true" } else { "false" }}
            onclick={move |_| choose(&actions, &findings, part, on)}>
            if severity.is_empty() {
                { icon(Icon::Ok, "ic-14 s-P") }
            } else {
                { severity_icon(severity, "ic-14", None) }
            }
            { text::records_with(severity).get(lang) }<b>{ count }</b>
        </button>
    }
}

fn line_days(
    lang: Lang,
    part: DaysPart,
    count: usize,
    active: Option<DaysPart>,
    on_days: &Callback<DaysPart>,
) -> Html {
    let overdue = part == DaysPart::Overdue;
    html! {
        <button type="button" class={classes!("st", overdue.then_some("s-W"))}
            aria-pressed={if active == Some(part) { "true" } else { "false" }} onclick={on_days.reform(move |_| part)}>
            if overdue { { icon(Icon::Clock, "ic-14") } }
            { if overdue { text::OVERDUE.get(lang) } else { text::SOON.get(lang) } }<b>{ count }</b>
        </button>
    }
}
