//! How many records pass, wait for a confirmation, or stay.

use precheck_session::api::{Lang, Text, Totals};
use yew::prelude::*;

use super::{hatch, pressed};
use crate::components::decimal::fixed;
use crate::components::icon::{Icon, icon, severity_class};
use crate::text_pages::{charts as words, common};

/// A part of the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordsPart {
    /// Records that may leave.
    Passed,
    /// Records with warnings to confirm and no errors.
    Warnings,
    /// Records with errors.
    Errors,
}

impl RecordsPart {
    const ALL: [Self; 3] = [Self::Passed, Self::Warnings, Self::Errors];

    fn of(self, totals: Totals) -> usize {
        match self {
            Self::Passed => totals.passed,
            Self::Warnings => totals.with_warnings,
            Self::Errors => totals.with_errors,
        }
    }

    /// The severity of the contract; empty for records that pass.
    #[must_use]
    pub fn severity(self) -> &'static str {
        match self {
            Self::Passed => "",
            Self::Warnings => "warning",
            Self::Errors => "error",
        }
    }

    fn words(self) -> (Text, Text) {
        match self {
            Self::Passed => (common::PASSED, words::LEAVE),
            Self::Warnings => (words::WARNINGS, words::CONFIRM),
            Self::Errors => (words::ERRORS, words::STAY),
        }
    }

    fn stroke(self) -> (Option<&'static str>, Option<&'static str>) {
        match self {
            Self::Passed => (Some("k-one"), None),
            Self::Warnings => (None, Some("url(#hatch-donut)")),
            Self::Errors => (Some("k-err"), None),
        }
    }
}

/// What a [`donut`] shows.
pub struct DonutProps {
    /// Language.
    pub lang: Lang,
    /// The counts.
    pub totals: Totals,
    /// Which part is the filter now.
    pub active: Option<RecordsPart>,
    /// A part was chosen.
    pub on_part: Callback<RecordsPart>,
}

/// Radius of the ring's middle line.
const RADIUS: f64 = 28.0;
/// White between two parts, along that line.
const GAP: f64 = 1.5;

/// Parts with where they start and how long they are on a ring of `round`; parts without records have none.
fn arcs(totals: Totals, round: f64) -> Vec<(RecordsPart, f64, f64)> {
    let parts: Vec<_> = RecordsPart::ALL
        .into_iter()
        .map(|part| (part, part.of(totals)))
        .filter(|(_, count)| *count > 0)
        .collect();
    let all: usize = parts.iter().map(|(_, count)| count).sum();
    let gap = if parts.len() > 1 { GAP } else { 0.0 };
    let mut start = 0.0;
    parts
        .into_iter()
        .map(|(part, count)| {
            let length = round * count as f64 / all as f64;
            let arc = (part, start, (length - gap).max(1.0));
            start += length;
            arc
        })
        .collect()
}

/// The ring with the number of records, and its parts in words beside it.
pub fn donut(props: &DonutProps) -> Html {
    let DonutProps { lang, totals, active, on_part } = props;
    let (lang, totals) = (*lang, *totals);
    let round = std::f64::consts::TAU * RADIUS;
    let text = words::donut(lang, totals.records, totals.passed, totals.with_warnings, totals.with_errors);
    let arc = |(part, start, length): (RecordsPart, f64, f64)| {
        let (class, stroke) = part.stroke();
        html! {
            <circle class={classes!("part", class)} {stroke} cx="36" cy="36" r={fixed(RADIUS, 0)} fill="none"
                stroke-width="12" stroke-dasharray={[fixed(length, 2), fixed(round - length, 2)].join(" ")}
                stroke-dashoffset={fixed(-start, 2)} transform="rotate(-90 36 36)"
                onclick={on_part.reform(move |_| part)} />
        }
    };
    let line = |part: RecordsPart| {
        let (name, fate) = part.words();
        let shape = Icon::of_severity(part.severity());
        html! {
            <li>
                <button type="button" aria-pressed={pressed(*active == Some(part))}
                    onclick={on_part.reform(move |_| part)}>
                    <span class="r">
                        <span class={severity_class(part.severity())}>{ icon(shape, "ic-14") }</span>
                        <span>{ name.get(lang) }</span><b>{ part.of(totals) }</b>
                        <span class="muted t12">{ fate.get(lang) }</span>
                    </span>
                </button>
            </li>
        }
    };
    html! {
        <div class="donut">
            <svg width="72" height="72" viewBox="0 0 72 72" role="img" aria-label={text}>
                { hatch("hatch-donut") }
                <circle class="rest" cx="36" cy="36" r={fixed(RADIUS, 0)} fill="none" stroke-width="12" />
                { for arcs(totals, round).into_iter().map(arc) }
                <text x="36" y="36" text-anchor="middle" font-size={if totals.records < 10_000 { "18" } else { "13" }}
                    font-weight="600">{ totals.records }</text>
                <text class="unit" x="36" y="49" text-anchor="middle" font-size="10.5">{ words::RECORDS.get(lang) }</text>
            </svg>
            <ul class="legend">{ for RecordsPart::ALL.into_iter().map(line) }</ul>
        </div>
    }
}
