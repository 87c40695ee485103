//! In how many records each dimension of quality has findings.

use std::rc::Rc;

use precheck_session::api::{DimensionView, Lang};
use yew::prelude::*;

use super::{hatch, pressed};
use crate::components::decimal::fixed;
use crate::text_pages::charts as words;

/// What [`dimension_bars`] show.
pub struct DimensionBarsProps {
    /// Language.
    pub lang: Lang,
    /// The dimensions.
    pub dimensions: Rc<Vec<DimensionView>>,
    /// Records in all.
    pub records: usize,
    /// Key of the dimension that is the filter now; empty: none.
    pub active: AttrValue,
    /// A dimension was chosen: its key.
    pub on_dimension: Callback<AttrValue>,
}

/// The dimensions of quality come first: truth, accuracy, time, completeness.
pub const QUALITY: usize = 4;

fn share(part: usize, all: usize) -> String {
    fixed(if all == 0 { 0.0 } else { 100.0 * part as f64 / all as f64 }, 1) + "%"
}

/// Records without findings of the dimension, in thousandths; rounding never hides the last one that has some.
fn fine(view: &DimensionView, records: usize) -> usize {
    let touched = view.with_errors + view.with_warnings;
    let fine = records.saturating_sub(touched) * 1000;
    match (records, touched) {
        (0, _) | (_, 0) => 1000,
        _ => ((fine + records / 2) / records).min(999),
    }
}

/// A bar for each dimension: errors solid, then warnings hatched; the longest is the measure of all.
pub fn dimension_bars(props: &DimensionBarsProps) -> Html {
    let lang = props.lang;
    let longest = props.dimensions.iter().map(|d| d.with_errors + d.with_warnings).max().unwrap_or(0);
    let bar = |view: &DimensionView| {
        let (errors, warnings) = (view.with_errors, view.with_warnings);
        let choose = {
            let key = AttrValue::from(view.key.clone());
            props.on_dimension.reform(move |_: MouseEvent| key.clone())
        };
        html! {
            <li key={view.key.clone()}>
                <button type="button" aria-pressed={pressed(props.active == view.key)} onclick={choose}>
                    <span class="r">
                        <span class="ell">{ &view.label }</span>
                        <svg class="trk" role="img" aria-label={words::bar(lang, &view.label, errors, warnings)}>
                            <rect class="rest" width="100%" height="8" />
                            <rect class="f-err" width={share(errors, longest)} height="8" />
                            <rect fill="url(#hatch-bars)" x={share(errors, longest)}
                                width={share(warnings, longest)} height="8" />
                        </svg>
                        <b>{ words::count(lang, errors + warnings) }</b>
                        <em>{ words::rate(lang, fine(view, props.records)) }</em>
                    </span>
                </button>
            </li>
        }
    };
    html! {<>
        <h3>{ if props.dimensions.len() > QUALITY { words::ALL_DIMENSIONS.get(lang) } else { words::DIMENSIONS.get(lang) } }</h3>
        // One pattern for all bars; not display: none, or engines would not find it.
        <svg class="defs" width="0" height="0" aria-hidden="true">{ hatch("hatch-bars") }</svg>
        <ul class="bars">{ for props.dimensions.iter().map(bar) }</ul>
    </>}
}
