//! 导出: what leaves of each kind, why the rest stays, the very file before it is made, and the files made.

mod checks;
mod handlers;
mod kinds;
mod own;
mod receipt;
mod results;
mod singles;
mod verify;
mod warnings;
mod why;

use std::rc::Rc;

use precheck_session::api::{DeliverOptions, DeliveredView, FileView, GroupView, KindPlan, Lang, PlanView};
use yew::prelude::*;

use crate::components::empty::{EmptyProps, empty};
use crate::components::icon::{Icon, icon};
use crate::text_pages::export as words;
use checks::{ChecksProps, FilePreviewProps, checks, file_preview};
use handlers::{HandlersProps, handlers};
use kinds::{KindsProps, TemplateChoiceProps, kinds, template_choice};
pub use own::{OwnDialog, OwnTemplates};
use receipt::Receipt;
use results::{ProblemCardProps, ResultsProps, problem_card, results};
pub use singles::SingleWarnings;
pub use verify::VerifyCard;
pub use warnings::Singles;
use warnings::Warnings;
use why::{WhyNothingProps, why_nothing};

/// Findings that a line of the screen is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// Key of the kind.
    pub kind: String,
    /// Severity.
    pub severity: String,
    /// Slug of the rule; empty: every rule.
    pub rule: String,
}

/// What [`ExportPage`] shows.
#[derive(Properties, PartialEq, Clone)]
pub struct ExportProps {
    /// Language.
    pub lang: Lang,
    /// What would leave with the chosen template; none: not known yet.
    pub plan: Option<Rc<PlanView>>,
    /// Templates to choose from: name, title, keys of their kinds.
    pub templates: Rc<Vec<(String, String, Vec<String>)>>,
    /// Findings of level warning by rule.
    pub warnings: Rc<Vec<GroupView>>,
    /// Files that were made and saved, the newest batch only.
    pub files: Rc<Vec<FileView>>,
    /// Why files could not be made, in words.
    #[prop_or_default]
    pub problem: Option<AttrValue>,
    /// Whether files are being made.
    pub busy: bool,
    /// Another template: its name.
    pub on_template: Callback<AttrValue>,
    /// Checks and preview of a kind: its key.
    pub on_preview: Callback<AttrValue>,
    /// Files of these kinds (keys) are to be made and saved.
    pub on_export: Callback<Vec<String>>,
    /// The problem workbook is to be made and saved.
    pub on_problems: Callback<()>,
    /// The report is to be shown.
    pub on_report: Callback<()>,
    /// Warnings of a rule are confirmed: its slug and the reason.
    pub on_confirm: Callback<(String, String)>,
    /// Shows the single warnings of a rule.
    #[prop_or_default]
    pub singles: Option<Singles>,
    /// A file of `files` is to be saved once more: its index.
    pub on_save: Callback<usize>,
    /// On to findings in the check screen.
    pub on_show: Callback<Shown>,
    /// Back to the check screen.
    pub on_check: Callback<()>,
    /// How the batch is to leave.
    #[prop_or_default]
    pub options: Rc<DeliverOptions>,
    /// What the last export made.
    #[prop_or_default]
    pub delivered: Option<Rc<DeliveredView>>,
    /// Kinds with a template of their own: key, name of the template.
    #[prop_or_default]
    pub kind_templates: Rc<Vec<(String, String)>>,
    /// The batch is to leave otherwise.
    #[prop_or_default]
    pub on_options: Callback<DeliverOptions>,
    /// A kind leaves with another template: key, name of the template, empty: as all.
    #[prop_or_default]
    pub on_kind_template: Callback<(String, String)>,
    /// Another pattern of file names.
    #[prop_or_default]
    pub on_pattern: Callback<String>,
    /// The problem workbook by handler is to be made and saved.
    #[prop_or_default]
    pub on_by_handler: Callback<()>,
    /// What stands below the templates.
    #[prop_or_default]
    pub below_templates: Html,
    /// What stands at the end of the right column.
    #[prop_or_default]
    pub at_end: Html,
}

/// The kinds that leave: supported, with records, and not unticked.
fn leaving<'a>(plan: Option<&'a PlanView>, left_out: &[String]) -> Vec<&'a KindPlan> {
    let kinds = plan.map(|plan| plan.kinds.as_slice()).unwrap_or_default();
    kinds.iter().filter(|kind| kind.supported && kind.leaving > 0 && !left_out.contains(&kind.kind)).collect()
}

/// The screen.
#[component]
pub fn ExportPage(props: &ExportProps) -> Html {
    let lang = props.lang;
    // What was unticked, not what was ticked: kinds that come later are ticked.
    let left_out = use_state_eq(Vec::<String>::new);
    let explaining = use_state_eq(|| false);
    let kinds: Vec<String> =
        leaving(props.plan.as_deref(), &left_out).iter().map(|kind| kind.kind.clone()).collect();
    let files = kinds.len();
    let export = {
        let (on_export, explaining) = (props.on_export.clone(), explaining.clone());
        let (busy, known) = (props.busy, props.plan.is_some());
        Callback::from(move |_: MouseEvent| match (busy || !known, kinds.is_empty()) {
            (true, _) => {}
            (false, true) => explaining.set(true),
            (false, false) => on_export.emit(kinds.clone()),
        })
    };
    let tick = {
        let left_out = left_out.clone();
        Callback::from(move |(kind, leaves): (String, bool)| {
            let mut next: Vec<_> = left_out.iter().filter(|other| **other != kind).cloned().collect();
            if !leaves {
                next.push(kind);
            }
            left_out.set(next);
        })
    };
    let close = {
        let explaining = explaining.clone();
        Callback::from(move |()| explaining.set(false))
    };
    html! {
        <section class="view" aria-labelledby="export-title">
            <div class="page">
                { head(props, files, &export) }
                { problem(props, &export) }
                { body(props, Rc::new((*left_out).clone()), tick) }
            </div>
            if *explaining {
                if let Some(plan) = &props.plan {
                    { why_nothing(&WhyNothingProps {
                        lang, plan: plan.clone(), left_out: Rc::new((*left_out).clone()),
                        on_show: props.on_show.clone(), on_check: props.on_check.clone(), on_close: close,
                    }) }
                }
            }
        </section>
    }
}

fn head(props: &ExportProps, files: usize, export: &Callback<MouseEvent>) -> Html {
    let lang = props.lang;
    let text = if props.busy { words::WORKING.get(lang).to_owned() } else { words::export(lang, files) };
    html! {
        <div class="page-h">
            <div>
                <h1 id="export-title" tabindex="-1">{ words::TITLE.get(lang) }</h1>
                <p>{ words::LEAD.get(lang) }</p>
            </div>
            <div class="btns">
                <button type="button" class="btn report" onclick={props.on_report.reform(|_| ())}>
                    { icon(Icon::File, "") }{ crate::text_ledger::REPORT.get(lang) }
                </button>
                <button type="button" class="btn" onclick={props.on_problems.reform(|_| ())}>
                    { icon(Icon::User, "") }{ words::PROBLEMS.get(lang) }
                </button>
                // Never grey: where nothing can leave, it says why.
                <button type="button" class="btn pri" onclick={export} aria-busy={props.busy.then_some("true")}>
                    { icon(Icon::Download, "") }{ text }
                </button>
            </div>
        </div>
    }
}

fn problem(props: &ExportProps, export: &Callback<MouseEvent>) -> Html {
    match &props.problem {
        Some(problem) => html! {
            <div class="note E spaced" role="alert">
                { icon(Icon::Error, "") }<div>{ problem }</div>
                <button type="button" class="btn sm sp" onclick={export}>{ words::AGAIN.get(props.lang) }</button>
            </div>
        },
        None => Html::default(),
    }
}

fn body(props: &ExportProps, left_out: Rc<Vec<String>>, on_tick: Callback<(String, bool)>) -> Html {
    let lang = props.lang;
    let Some(plan) = &props.plan else {
        return html! { <p class="muted" role="status">{ words::PLANNING.get(lang) }</p> };
    };
    if plan.kinds.is_empty() {
        return html! {
            <div class="card">
                { empty(&EmptyProps {
                    icon: Icon::File, title: words::EMPTY.get(lang).into(),
                    text: words::EMPTY_HINT.get(lang).into(), children: Html::default(),
                }) }
            </div>
        };
    }
    let kind = plan.kinds.iter().find(|kind| kind.kind == plan.preview_kind).cloned();
    let names = leaving(Some(plan), &left_out).into_iter().map(|kind| (kind.file_name.clone(), kind.leaving));
    let names = Rc::new(names.collect::<Vec<_>>());
    html! {
        <div class="cols exp">
            <div class="stack">
                { kinds(&KindsProps {
                    lang, plan: plan.clone(), left_out, on_tick, on_preview: props.on_preview.clone(),
                }) }
                { template_choice(&TemplateChoiceProps {
                    lang, templates: props.templates.clone(), chosen: plan.template.clone().into(),
                    on_template: props.on_template.clone(), kind: kind.clone().map(Rc::new),
                    kind_templates: props.kind_templates.clone(), options: props.options.clone(),
                    on_options: props.on_options.clone(), on_kind_template: props.on_kind_template.clone(),
                }) }
                { props.below_templates.clone() }
            </div>
            <div class="stack">
                if let Some(kind) = kind {
                    { checks(&ChecksProps {
                        lang, kind: Rc::new(kind.clone()), on_show: props.on_show.clone(),
                        left_before: plan.kinds.iter().any(|kind| kind.changed + kind.same > 0),
                        options: props.options.clone(), on_options: props.on_options.clone(),
                    }) }
                    { file_preview(&FilePreviewProps { lang, plan: plan.clone(), records: kind.leaving }) }
                }
            </div>
            <div class="stack">
                <Receipt {lang} plan={plan.clone()} leaving={names} options={props.options.clone()}
                    delivered={props.delivered.clone()} on_options={props.on_options.clone()}
                    on_pattern={props.on_pattern.clone()} on_retry={props.on_export.clone()} />
                { results(&ResultsProps { lang, files: props.files.clone(), on_save: props.on_save.clone() }) }
                <Warnings {lang} groups={props.warnings.clone()} on_confirm={props.on_confirm.clone()}
                    on_show={props.on_show.clone()} singles={props.singles.clone()} />
                { handlers(&HandlersProps {
                    lang, plan: plan.clone(), on_by_handler: props.on_by_handler.clone(),
                }) }
                { problem_card(&ProblemCardProps { lang, on_problems: props.on_problems.clone() }) }
                { props.at_end.clone() }
            </div>
        </div>
    }
}
