//! Three charts: how many records pass, which dimensions have findings, how many days are left. Drawings without
//! axes that start anywhere but at zero, without movement; every number stands beside its part, and every part is
//! a filter that an equal button offers too.

mod deadline;
mod dimensions;
mod donut;

pub use deadline::{DaysPart, DeadlineChartProps, deadline_chart};
pub use dimensions::{DimensionBarsProps, QUALITY, dimension_bars};
pub use donut::{DonutProps, RecordsPart, donut};

use yew::prelude::*;

/// The hatching of warnings. `id` must be one of its own in each drawing: documents and shadow roots find a
/// pattern by its id.
fn hatch(id: &'static str) -> Html {
    html! {
        <defs>
            <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect class="f-warn" width="5" height="5" />
                <path class="k-surface" d="M0 0v5" stroke-width="1.6" />
            </pattern>
        </defs>
    }
}

/// `aria-pressed` of a part's button.
fn pressed(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}
