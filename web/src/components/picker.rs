//! File fields: what was chosen in one, and the button that opens it.

use web_sys::{Event, File, FileList, HtmlInputElement, MouseEvent};
use yew::prelude::*;

/// The files of a list: of a file field, or of what was dropped or pasted.
#[must_use]
pub fn files_of(list: Option<FileList>) -> Vec<File> {
    list.map_or(Vec::new(), |list| (0..list.length()).filter_map(|at| list.item(at)).collect())
}

/// The files that were chosen in the field of an event. The field is empty afterwards: the same file may be chosen
/// again after it was mended.
pub fn chosen(event: &Event) -> Vec<File> {
    let input: HtmlInputElement = event.target_unchecked_into();
    let files = files_of(input.files());
    input.set_value("");
    files
}

/// What a button does that opens a file field.
pub fn opens(input: &NodeRef) -> Callback<MouseEvent> {
    let input = input.clone();
    Callback::from(move |_: MouseEvent| {
        if let Some(input) = input.cast::<HtmlInputElement>() {
            input.click();
        }
    })
}
