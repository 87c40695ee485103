//! Runs of digits in a text, with what stands between the digits looked through.

use crate::visible::{Visible, fold, is_white};

/// Whether a text has the eleven digits that the shortest personal number has.
pub(super) fn has_many_digits(text: &str) -> bool {
    text.len() >= 11 && text.chars().filter(|c| fold(*c).is_ascii_digit()).nth(10).is_some()
}

/// What may stand between the digits of one number: white space, line breaks, dashes, and the semicolon that
/// exports and the fix of rule I003 write for a line break.
pub(super) const fn is_gap(c: char) -> bool {
    is_white(c) || is_dash(c) || c == ';'
}

/// A hyphen or dash.
pub(super) const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{2043}')
}

/// A maximal run of digits with nothing but gaps between them.
#[derive(Debug)]
pub(super) struct Run {
    /// Positions of its digits among the visible characters.
    pub(super) at: Vec<usize>,
    /// Where a gap stands before a digit: positions in `at`, the first digit included.
    pub(super) starts: Vec<usize>,
}

/// The runs of digits in a text, those shorter than eleven left out.
pub(super) fn runs(text: &[Visible]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if !text[at].folded.is_ascii_digit() {
            at += 1;
            continue;
        }
        let mut run = Run { at: Vec::new(), starts: vec![0] };
        let mut end = at;
        while end < text.len() {
            if text[end].folded.is_ascii_digit() {
                if run.at.last().is_some_and(|&last| last + 1 != end) {
                    run.starts.push(run.at.len());
                }
                run.at.push(end);
            } else if !is_gap(text[end].folded) {
                break;
            }
            end += 1;
        }
        set_country_apart(text, at, &mut run);
        leave_masked_out(text, &mut run);
        at = end;
        if run.at.len() >= 11 {
            runs.push(run);
        }
    }
    runs
}

/// How many asterisks at least hide the middle of a number.
const MASK: usize = 4;

/// Takes out the pieces that touch a mask: the ends of a number that is hidden already start no other one.
fn leave_masked_out(text: &[Visible], run: &mut Run) {
    let hidden = |stretch: Option<&[Visible]>| stretch.is_some_and(|s| s.iter().all(|c| c.folded == '*'));
    let (Some(&first), Some(&last)) = (run.at.first(), run.at.last()) else { return };
    if hidden(text.get(last + 1..last + 1 + MASK)) {
        run.at.truncate(run.starts.pop().unwrap_or(0));
    }
    if !run.at.is_empty() && hidden(first.checked_sub(MASK).and_then(|from| text.get(from..first))) {
        let piece = run.starts.get(1).copied().unwrap_or(run.at.len());
        run.at.drain(..piece);
        run.starts.remove(0);
        run.starts.iter_mut().for_each(|start| *start -= piece);
    }
}

/// Lets a number start behind the country code +86 or 0086 that it is written together with.
fn set_country_apart(text: &[Visible], first: usize, run: &mut Run) {
    let starts_with = |code: &str| run.at.iter().zip(code.chars()).all(|(&at, c)| text[at].folded == c);
    let plus = first > 0 && text[first - 1].folded == '+';
    let length = match () {
        () if plus && starts_with("86") => 2,
        () if starts_with("0086") => 4,
        () => return,
    };
    if run.at.len() > length && run.starts.get(1).is_none_or(|&next| next > length) {
        run.starts.insert(1, length);
    }
}
