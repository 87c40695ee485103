//! Which characters of a proposal differ from what stands there.

/// Longer texts are compared by their common beginning and end only.
const LONGEST: usize = 400;

/// A stretch of a text, and whether it differs from the other text.
pub(super) type Stretch = (String, bool);

/// Both texts in stretches.
pub(super) fn stretches(before: &str, after: &str) -> (Vec<Stretch>, Vec<Stretch>) {
    let old: Vec<char> = before.chars().collect();
    let new: Vec<char> = after.chars().collect();
    let (old_same, new_same) =
        if old.len().max(new.len()) <= LONGEST { common(&old, &new) } else { ends(&old, &new) };
    (join(&old, &old_same), join(&new, &new_same))
}

/// Which characters belong to a longest common subsequence.
fn common(old: &[char], new: &[char]) -> (Vec<bool>, Vec<bool>) {
    let width = new.len() + 1;
    // Length of the longest one of what follows each pair of places.
    let mut longest = vec![0_u16; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i * width + j] = if old[i] == new[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut old_same, mut new_same) = (vec![false; old.len()], vec![false; new.len()]);
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            (old_same[i], new_same[j]) = (true, true);
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    (old_same, new_same)
}

/// The common beginning and the common end.
fn ends(old: &[char], new: &[char]) -> (Vec<bool>, Vec<bool>) {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let same = |length: usize| (0..length).map(|at| at < start || at >= length - end).collect();
    (same(old.len()), same(new.len()))
}

fn join(characters: &[char], same: &[bool]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for (character, same) in characters.iter().zip(same) {
        match stretches.last_mut().filter(|(_, differs)| *differs != *same) {
            Some((text, _)) => text.push(*character),
            None => stretches.push((character.to_string(), !same)),
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    fn marked(stretches: &[Stretch]) -> String {
        stretches
            .iter()
            .map(|(text, differs)| if *differs { format!("[{text}]") } else { text.clone() })
            .collect()
    }

    fn both(before: &str, after: &str) -> (String, String) {
        let (old, new) = stretches(before, after);
        (marked(&old), marked(&new))
    }

    #[wasm_bindgen_test]
    fn only_what_differs_is_marked() {
        let code = both("91150525MA0N84T62X", "91150525MA0NB4T62X");
        assert_eq!(code, ("91150525MA0N[8]4T62X".to_owned(), "91150525MA0N[B]4T62X".to_owned()));
        assert_eq!(both("字[2023]第", "字〔2023〕第").1, "字[〔]2023[〕]第");
        assert_eq!(both(" 名称", "名称"), ("[ ]名称".to_owned(), "名称".to_owned()));
        assert_eq!(both("", "2023-06-01"), (String::new(), "[2023-06-01]".to_owned()));
        assert_eq!(both("同", "同"), ("同".to_owned(), "同".to_owned()));
    }

    #[wasm_bindgen_test]
    fn long_texts_are_compared_at_their_ends() {
        let (before, after) = (
            format!("{}甲{}", "前".repeat(300), "后".repeat(300)),
            format!("{}乙{}", "前".repeat(300), "后".repeat(300)),
        );
        let (old, new) = stretches(&before, &after);
        assert_eq!((old[1].clone(), new[1].clone()), (("甲".to_owned(), true), ("乙".to_owned(), true)));
        assert_eq!(old.iter().map(|(text, _)| text.as_str()).collect::<String>(), before);
    }
}
