//! Which cell styles are dates.

use std::collections::HashMap;

use crate::error::ReadError;
use crate::markup::Token;
use crate::value::NumberFormat;
use crate::zipped::package::Package;
use crate::zipped::walk;

/// The number format of each cell style, by its number.
pub(super) fn read(package: &mut Package<'_>, part: &str) -> Result<Vec<NumberFormat>, ReadError> {
    let mut custom: HashMap<u32, NumberFormat> = HashMap::new();
    let mut styles = Vec::new();
    let mut in_cell_styles = false;
    walk(package, part, false, |token| match token {
        Token::Start(tag) => {
            let number = |name| tag.attribute(name).and_then(|id| id.trim().parse::<u32>().ok()).unwrap_or(0);
            match tag.name {
                b"numFmt" => {
                    let code = tag.attribute("formatCode").unwrap_or_default();
                    custom.insert(number("numFmtId"), NumberFormat::of_code(&code));
                }
                b"cellXfs" => in_cell_styles = !tag.empty,
                b"xf" if in_cell_styles => {
                    let id = number("numFmtId");
                    styles.push(custom.get(&id).copied().unwrap_or_else(|| NumberFormat::built_in(id)));
                }
                _ => {}
            }
        }
        Token::End(b"cellXfs") => in_cell_styles = false,
        _ => {}
    })?;
    Ok(styles)
}
