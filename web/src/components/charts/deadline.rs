//! How many days are left until records must be gathered.

use std::rc::Rc;

use precheck_session::api::{DeadlineView, Lang, Text};
use yew::prelude::*;

use super::{hatch, pressed};
use crate::components::decimal::fixed;
use crate::text_pages::charts as words;

/// A part of the days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DaysPart {
    /// Overdue.
    Overdue,
    /// Due within 5 days.
    Soon,
    /// Due later.
    Later,
}

impl DaysPart {
    const ALL: [Self; 3] = [Self::Overdue, Self::Soon, Self::Later];

    /// The part of so many days left.
    #[must_use]
    pub fn of(days: i32) -> Self {
        match days {
            ..0 => Self::Overdue,
            0..=5 => Self::Soon,
            _ => Self::Later,
        }
    }

    /// Days left, both ends included, as the filter of rows takes them.
    #[must_use]
    pub fn range(self) -> (i32, i32) {
        match self {
            Self::Overdue => (i32::MIN, -1),
            Self::Soon => (0, 5),
            Self::Later => (6, i32::MAX),
        }
    }

    fn records(self, view: &DeadlineView) -> usize {
        match self {
            Self::Overdue => view.overdue,
            Self::Soon => view.soon,
            Self::Later => view.later,
        }
    }

    fn name(self) -> Text {
        match self {
            Self::Overdue => words::OVERDUE,
            Self::Soon => words::SOON,
            Self::Later => words::LATER,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Soon => "soon",
            Self::Later => "later",
        }
    }
}

/// What a [`deadline_chart`] shows.
pub struct DeadlineChartProps {
    /// Language.
    pub lang: Lang,
    /// The days.
    pub deadline: Rc<DeadlineView>,
    /// Which part is the filter now.
    pub active: Option<DaysPart>,
    /// A part was chosen.
    pub on_part: Callback<DaysPart>,
}

/// First and last day of the axis, as the contract clamps them.
const DAYS: (i32, i32) = (-5, 20);
/// Distance of two days, width of a bar.
const STEP: f64 = 17.3;
const BAR: f64 = 12.0;
/// Left edge of the first bar; height of the tallest; the line that bars stand on.
const LEFT: f64 = 10.0;
const TALL: f64 = 30.0;
const BASE: f64 = 34.0;

fn left(days: i32) -> f64 {
    LEFT + f64::from(days - DAYS.0) * STEP
}

/// One bar for each day, zero-based; a dashed line parts what is overdue.
pub fn deadline_chart(props: &DeadlineChartProps) -> Html {
    let (lang, view) = (props.lang, &props.deadline);
    let tallest = view.histogram.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let bar = |&(days, count): &(i32, usize)| {
        let days = days.clamp(DAYS.0, DAYS.1);
        let part = DaysPart::of(days);
        // A bar of one record among thousands stays visible.
        let height = if count == 0 { 0.0 } else { (TALL * count as f64 / tallest as f64).max(1.5) };
        let (class, fill) = match part {
            DaysPart::Overdue => (Some("f-err"), None),
            DaysPart::Soon => (None, Some("url(#hatch-days)")),
            DaysPart::Later => (Some("f-one"), None),
        };
        html! {
            <rect class={classes!("part", class)} {fill} x={fixed(left(days), 1)}
                y={fixed(BASE - height, 1)} width={fixed(BAR, 0)} height={fixed(height, 1)}
                onclick={props.on_part.reform(move |_| part)} />
        }
    };
    let label = |days: i32| {
        let text = match days {
            _ if days == DAYS.0 => "≤−5".to_owned(),
            _ if days == DAYS.1 => "≥20".to_owned(),
            _ => days.to_string(),
        };
        html! {
            <text class="axis" x={fixed(left(days) + BAR / 2.0, 1)} y="48" font-size="11"
                text-anchor="middle">{ text }</text>
        }
    };
    let part = |part: DaysPart| {
        html! {
            <button type="button" class={part.class()} aria-pressed={pressed(props.active == Some(part))}
                onclick={props.on_part.reform(move |_| part)}>
                { part.name().get(lang) }<b>{ part.records(view) }</b>
            </button>
        }
    };
    let end = left(DAYS.1) + BAR;
    let zero = left(0) - (STEP - BAR) / 2.0;
    html! {<>
        <h3>{ words::days_title(lang, view.days, view.count == "working", view.unknown) }</h3>
        <div class="parts">{ for DaysPart::ALL.into_iter().map(part) }</div>
        <svg width="100%" height="50" viewBox="0 0 484 50" preserveAspectRatio="xMinYMax meet" role="img"
            aria-label={words::days(lang, view.overdue, view.most_overdue, view.soon, view.later)}>
            { hatch("hatch-days") }
            <path class="base" d={format!("M4 {}H{}", fixed(BASE, 0), fixed(end + 6.0, 1))} />
            { for view.histogram.iter().map(bar) }
            <path class="zero" d={format!("M{} 0V{}", fixed(zero, 1), fixed(BASE + 4.0, 0))} stroke-dasharray="3 2" />
            { for [-5, 0, 5, 10, 15, 20].into_iter().map(label) }
            <text class="axis" x={fixed(end + 8.0, 1)} y="48" font-size="11">{ words::DAY.get(lang) }</text>
        </svg>
    </>}
}
