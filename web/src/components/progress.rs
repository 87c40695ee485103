//! A progress bar.

use yew::prelude::*;

/// What a [`progress_bar`] shows.
pub struct ProgressBarProps {
    /// What is measured.
    pub label: AttrValue,
    /// How much is done.
    pub done: u64,
    /// How much there is; 0: not known yet.
    pub total: u64,
    /// In words, where percent say too little.
    pub text: Option<AttrValue>,
}

/// Percent done, rounded down, at most 100.
#[must_use]
pub fn percent(done: u64, total: u64) -> u64 {
    if total == 0 { 0 } else { (u128::from(done.min(total)) * 100 / u128::from(total)) as u64 }
}

/// A progress bar. While the total is unknown it has no value.
pub fn progress_bar(props: &ProgressBarProps) -> Html {
    let percent = percent(props.done, props.total);
    let now = (props.total > 0).then(|| percent.to_string());
    html! {
        <div class="prog" role="progressbar" aria-label={&props.label} aria-valuemin="0" aria-valuemax="100"
            aria-valuenow={now} aria-valuetext={props.text.clone()}>
            // A width that changes is an attribute of the drawing: the CSP allows no style attribute.
            <svg aria-hidden="true" focusable="false"><rect width={format!("{percent}%")} height="100%" /></svg>
        </div>
    }
}
