//! Blocks of cells as the clipboard holds them: tab-separated, quoted where a value has a tab, a quote or a line
//! break, as WPS and Excel write and read them.

/// Reads a block. A final line break ends the last row and starts none.
pub(crate) fn parse(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut characters = text.chars().peekable();
    let mut quoted = false;
    let mut fresh = true;
    while let Some(c) = characters.next() {
        let row = rows.last_mut().expect("there is a row");
        let cell = row.last_mut().expect("there is a cell");
        match c {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if fresh => {
                quoted = true;
                fresh = false;
            }
            c if quoted => cell.push(c),
            '\t' => {
                row.push(String::new());
                fresh = true;
            }
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                rows.push(vec![String::new()]);
                fresh = true;
            }
            c => {
                cell.push(c);
                fresh = false;
            }
        }
    }
    if rows.len() > 1 && rows.last().is_some_and(|row| row.len() == 1 && row[0].is_empty()) {
        rows.pop();
    }
    rows
}

/// Writes a block.
pub(crate) fn write(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| {
        if text.contains(['\t', '\n', '\r', '"']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.clone()
        }
    };
    let rows: Vec<String> =
        rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t")).collect();
    rows.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_as_spreadsheets_write_them() {
        assert_eq!(parse("a\tb\r\nc\td\r\n"), [["a", "b"], ["c", "d"]]);
        assert_eq!(parse("\"甲\n乙\"\t\"说\"\"好\"\"\""), [["甲\n乙", "说\"好\""]]);
        assert_eq!(parse("6\"管\tb"), [["6\"管", "b"]]);
        assert_eq!(parse(""), [[""]]);
        let rows = vec![vec!["甲\n乙".to_owned(), "\"".to_owned()], vec![String::new(), "x".to_owned()]];
        assert_eq!(parse(&write(&rows)), rows);
    }
}
