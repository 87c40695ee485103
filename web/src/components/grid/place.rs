//! Which rows of a long list are in the document, and where one has to scroll.

/// Height of a row, in CSS pixels.
pub(super) const ROW: f64 = 24.0;
/// Height of the header row.
pub(super) const HEAD: f64 = 30.0;
/// Most rows that are in the document at a time, where the view is not higher than that.
const MOST: usize = 60;
/// Rows kept above and below the view, at most.
const MARGIN: usize = 8;
/// The first row in the document is a multiple of this, so that not every scrolled row redraws.
const STEP: usize = 4;
/// Rows asked for beyond those in the document.
const AHEAD: usize = 40;
/// Most rows of one window of the engine.
const WINDOW: usize = 200;

/// Rows in the document: from, to (not included).
pub(super) fn rows_in_view(scroll: f64, height: f64, total: usize) -> (usize, usize) {
    let visible = ((height - HEAD).max(ROW) / ROW).ceil() as usize + 1;
    let margin = (MOST.saturating_sub(visible + STEP) / 2).clamp(2, MARGIN);
    let first = (scroll.max(0.0) / ROW) as usize;
    let from = first.saturating_sub(margin) / STEP * STEP;
    let to = (first + visible + margin).div_ceil(STEP) * STEP;
    (from.min(total), to.min(total))
}

/// The window to ask the engine for so that these rows are there: from, count.
pub(super) fn window_for(from: usize, to: usize) -> (usize, usize) {
    let start = from.saturating_sub(AHEAD);
    (start, (to + AHEAD - start).min(WINDOW))
}

/// How far to scroll so that a stretch is seen between two edges of the view; none where it is.
pub(super) fn scroll_to_see(start: f64, end: f64, scroll: f64, view: f64) -> Option<f64> {
    if start < scroll {
        Some(start)
    } else if end > scroll + view {
        Some((end - view).min(start))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn never_more_than_sixty_rows_up_to_a_screen_of_1300_pixels() {
        for height in [100.0, 400.0, 760.0, 900.0, 1300.0] {
            for scroll in [0.0, 1.0, 23.9, 24.0, 100.0, 2_399_000.0] {
                let (from, to) = rows_in_view(scroll, height, 100_000);
                assert!(to - from <= MOST, "{height} {scroll}: {from}..{to}");
                let first = (scroll / ROW) as usize;
                let last = ((scroll + height - HEAD) / ROW) as usize;
                assert!(from <= first && to >= last.min(100_000), "{height} {scroll}: {from}..{to}");
            }
        }
    }

    #[wasm_bindgen_test]
    fn few_rows_and_windows_at_the_edges() {
        assert_eq!(rows_in_view(0.0, 600.0, 3), (0, 3));
        assert_eq!(rows_in_view(0.0, 600.0, 0), (0, 0));
        assert_eq!(window_for(0, 40), (0, 80));
        assert_eq!(window_for(100, 150), (60, 130));
        assert_eq!(window_for(100, 400).1, WINDOW);
    }

    #[wasm_bindgen_test]
    fn scrolls_only_as_far_as_needed() {
        assert_eq!(scroll_to_see(48.0, 72.0, 0.0, 100.0), None);
        assert_eq!(scroll_to_see(48.0, 72.0, 60.0, 100.0), Some(48.0));
        assert_eq!(scroll_to_see(120.0, 144.0, 0.0, 100.0), Some(44.0));
    }
}
