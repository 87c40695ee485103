//! Comma separated output.

use crate::failure::Failure;

/// Writes rows as csv with LF line ends, UTF-8 without byte order mark.
pub(crate) fn csv<'a>(
    rows: impl IntoIterator<Item = Vec<std::borrow::Cow<'a, str>>>,
) -> Result<String, Failure> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| defused(cell).into_owned()))
            .map_err(|error| Failure::Output(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| Failure::Output(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| Failure::Output(error.to_string()))
}

/// A cell that no spreadsheet runs as a formula (OWASP CSV injection): the values of rule I001 stand in reports.
fn defused(cell: &str) -> std::borrow::Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        format!("'{cell}").into()
    } else {
        cell.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_quotes_doubled() {
        let rows = [vec!["=1+1".into(), "a\"b".into()], vec!["甲,乙".into(), "".into()]];
        assert_eq!(csv(rows).unwrap(), "'=1+1,\"a\"\"b\"\n\"甲,乙\",\n");
    }
}
