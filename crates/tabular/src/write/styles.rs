//! The style sheet of written workbooks.

use std::fmt::Write;

use super::OutStyle;

/// Number of a style in the style sheet. Style 0 is what cells have that nobody wrote.
pub(super) const fn index(style: OutStyle) -> usize {
    style as usize + 1
}

/// `xl/styles.xml`. Number format 49 is `@`: every cell is text, also those that are typed into later.
pub(super) fn part() -> String {
    let fonts = "<font><sz val=\"11\"/><name val=\"宋体\"/><family val=\"3\"/><charset val=\"134\"/></font>\
                 <font><b/><sz val=\"11\"/><name val=\"宋体\"/><family val=\"3\"/><charset val=\"134\"/></font>\
                 <font><sz val=\"10\"/><color rgb=\"FF595959\"/><name val=\"宋体\"/><family val=\"3\"/>\
                 <charset val=\"134\"/></font>";
    let mut fills = String::from(
        "<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>",
    );
    for colour in ["FFE7E6E6", "FFFFC7CE", "FFFFEB9C", "FFDDEBF7"] {
        _ = write!(
            fills,
            "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{colour}\"/><bgColor indexed=\"64\"/>\
             </patternFill></fill>"
        );
    }
    let edge = |side: &str| format!("<{side} style=\"thin\"><color rgb=\"FFBFBFBF\"/></{side}>");
    let frame: String = ["left", "right", "top", "bottom"].map(edge).concat();
    let mut formats =
        String::from("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
    for style in OutStyle::ALL {
        let (font, fill, border, alignment) = match style {
            OutStyle::Plain => (0, 0, 0, ""),
            OutStyle::Header => (1, 2, 1, "<alignment vertical=\"center\" wrapText=\"1\"/>"),
            OutStyle::Error => (0, 3, 0, ""),
            OutStyle::Warning => (0, 4, 0, ""),
            OutStyle::Info => (0, 5, 0, ""),
            OutStyle::Note => (2, 0, 0, "<alignment vertical=\"top\" wrapText=\"1\"/>"),
        };
        _ = write!(
            formats,
            "<xf numFmtId=\"49\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" \
             applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">\
             {alignment}</xf>"
        );
    }
    format!(
        "{declaration}<styleSheet xmlns=\"{main}\"><fonts count=\"3\">{fonts}</fonts>\
         <fills count=\"6\">{fills}</fills><borders count=\"2\"><border><left/><right/><top/><bottom/>\
         <diagonal/></border><border>{frame}<diagonal/></border></borders><cellStyleXfs count=\"1\">\
         <xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{count}\">{formats}</cellXfs><cellStyles count=\"1\">\
         <cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>",
        declaration = super::parts::DECLARATION,
        main = super::parts::MAIN,
        count = OutStyle::ALL.len() + 1,
    )
}
