//! Office Open XML workbooks (ECMA-376), transitional and strict, as Excel, WPS, `LibreOffice` and libraries
//! write them. One pass over each sheet gives values, formulas, hidden rows and merged cells; a sheet is never
//! held as XML.

mod sheet;
mod strings;
mod styles;

use precheck_schema::grid::Grid;

use super::package::Package;
use super::walk;
use crate::build::{Budget, Builder};
use crate::error::ReadError;
use crate::markup::Token;

/// Whether a package is a workbook of this format.
pub(crate) fn is_workbook(package: &mut Package<'_>) -> bool {
    package.has("xl/workbook.xml")
        || workbook_part(package)
            .is_some_and(|part| package.has(&part) && part.to_lowercase().ends_with("xml"))
}

/// Reads every worksheet.
pub(crate) fn read(package: &mut Package<'_>, budget: &mut Budget<'_>) -> Result<Vec<Grid>, ReadError> {
    let part = workbook_part(package).unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let workbook = workbook(package, &part)?;
    let relations = relations(package, &part)?;
    let target = |kind: &str| relations.iter().find(|r| r.kind == kind).map(|r| r.target.as_str());
    let styles = styles::read(package, target("styles").unwrap_or("xl/styles.xml"))?;
    let strings = strings::read(package, target("sharedStrings").unwrap_or("xl/sharedStrings.xml"))?;
    budget.sheets(workbook.sheets.len())?;
    let mut grids = Vec::new();
    for entry in &workbook.sheets {
        // Sheets of charts, dialogs and old macros hold no cells.
        let Some(relation) = relations.iter().find(|r| r.id == entry.id && r.kind == "worksheet") else {
            continue;
        };
        let mut builder = Builder::new(&entry.name, budget);
        builder.grid.hidden = entry.hidden;
        builder.grid.date_1904 = workbook.date_1904;
        let context = sheet::Context { strings: &strings, styles: &styles, date_1904: workbook.date_1904 };
        sheet::read(package, &relation.target, &context, &mut builder)?;
        grids.push(builder.finish());
    }
    if grids.is_empty() { Err(ReadError::NoSheet) } else { Ok(grids) }
}

#[derive(Default)]
struct WorkbookPart {
    sheets: Vec<SheetEntry>,
    date_1904: bool,
}

struct SheetEntry {
    name: String,
    id: String,
    hidden: bool,
}

struct Relation {
    id: String,
    /// Last segment of the relation's type: `worksheet`, `styles`, `sharedStrings`.
    kind: String,
    target: String,
}

/// The part that `_rels/.rels` names as the document.
fn workbook_part(package: &mut Package<'_>) -> Option<String> {
    let relations = relations(package, "").ok()?;
    relations.into_iter().find(|r| r.kind == "officeDocument").map(|r| r.target)
}

fn workbook(package: &mut Package<'_>, part: &str) -> Result<WorkbookPart, ReadError> {
    let mut out = WorkbookPart::default();
    // One more than are read: the bound is told later.
    let most = package.limits().sheets + 1;
    walk(package, part, true, |token| {
        let Token::Start(tag) = token else { return };
        match tag.name {
            b"sheet" if out.sheets.len() < most => {
                let state = tag.attribute("state").unwrap_or_default();
                out.sheets.push(SheetEntry {
                    name: tag.attribute("name").unwrap_or_default().into_owned(),
                    id: tag.attribute("id").unwrap_or_default().into_owned(),
                    hidden: matches!(&*state, "hidden" | "veryHidden"),
                });
            }
            b"workbookPr" => {
                out.date_1904 = matches!(tag.attribute("date1904").as_deref(), Some("1" | "true" | "on"));
            }
            _ => {}
        }
    })?;
    Ok(out)
}

fn relations(package: &mut Package<'_>, of: &str) -> Result<Vec<Relation>, ReadError> {
    let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
    let part =
        if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let mut out = Vec::new();
    let most = package.limits().parts;
    walk(package, &part, false, |token| {
        let Token::Start(tag) = token else { return };
        if tag.name != b"Relationship" || out.len() >= most {
            return;
        }
        let kind = tag.attribute("Type").unwrap_or_default();
        out.push(Relation {
            id: tag.attribute("Id").unwrap_or_default().into_owned(),
            kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
            target: resolved(folder, &tag.attribute("Target").unwrap_or_default()),
        });
    })?;
    Ok(out)
}

/// A target against the folder of the part that names it.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut segments: Vec<&str> = folder.split('/').filter(|s| !s.is_empty()).collect();
    for segment in target.split('/') {
        match segment {
            "." | "" => {}
            ".." => _ = segments.pop(),
            segment => segments.push(segment),
        }
    }
    segments.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets() {
        for (folder, target, part) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "..\\xl\\styles.xml", "xl/styles.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("", "../../etc", "etc"),
        ] {
            assert_eq!(resolved(folder, target), part);
        }
    }
}
