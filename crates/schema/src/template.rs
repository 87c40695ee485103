//! Export templates as data: what a platform's import file looks like, byte for byte.

use chrono::format::{Item, StrftimeItems};
use serde::{Deserialize, Serialize};

use crate::field::FieldKey;
use crate::kind::Kind;

/// The file format that a template writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FileType {
    /// A workbook with text cells only.
    Xlsx,
    /// Comma separated text, UTF-8 with byte order mark.
    Csv,
    /// One JSON document.
    Json,
    /// One XML document.
    Xml,
}

impl FileType {
    /// File name extension without the point.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xml => "xml",
        }
    }
}

/// The encoding of a comma separated template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum TextEncoding {
    /// UTF-8 with byte order mark.
    #[default]
    #[serde(rename = "utf-8")]
    Utf8,
    /// GB 18030, for platforms that know no UTF-8. Characters that it cannot hold do not exist.
    #[serde(rename = "gb18030")]
    Gb18030,
}

impl TextEncoding {
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
    fn is_default(&self) -> bool {
        matches!(self, Self::Utf8)
    }
}

/// The unit in which a column writes an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AmountUnit {
    /// 万元, as records are kept.
    #[default]
    Wan,
    /// 元.
    Yuan,
}

impl AmountUnit {
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
    fn is_default(&self) -> bool {
        matches!(self, Self::Wan)
    }
}

/// Which columns a layout has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Columns {
    /// `"kind"` or `"national"`: the fields of the kind in its order, required, recommended and both
    /// identifiers always, optional ones where a record holds a value.
    Kind(KindColumns),
    /// Just these.
    List(Vec<TemplateColumn>),
}

/// What the columns of [`Columns::Kind`] are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KindColumns {
    /// The labels of the kind.
    Kind,
    /// The column names of the national interface; the field's key in upper case where there is none. Of
    /// several names joined by `/` a record takes the one of its way of termination.
    National,
}

/// What a column holds that no field of the record is, as the 双公示 columns want it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Derivation {
    /// 行政相对人类别, from the identifiers of the subject.
    SubjectClass,
    /// The subject's 统一社会信用代码; for 个体工商户 without one the placeholder of the 双公示 standard.
    SubjectUscc,
    /// The code of the deciding authority, where that is the profile's organisation.
    AuthorityUscc,
    /// The 统一社会信用代码, or the 注册号 where there is none: one column for both identifiers.
    EitherIdentifier,
    /// 数据来源单位 of the profile.
    SourceName,
    /// 统一社会信用代码 of the 数据来源单位.
    SourceUscc,
    /// 许可类别 of the profile.
    LicenseCategory,
    /// The day on which a penalty ends, by the profile's publicity terms from the date of decision.
    PenaltyEnd,
    /// The day on which publicity ends, where 公示期限 is such a day or a number of years or months.
    PublicityEnd,
}

/// Values of a coded field that make a column required.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequiredWhen {
    /// Key of the field.
    pub field: String,
    /// Labels of its code list: one of them is enough.
    pub has: Vec<String>,
}

/// How a code is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CodeForm {
    /// The word of the list.
    #[default]
    Label,
    /// The platform's code.
    Code,
}

/// One column of a layout.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TemplateColumn {
    /// Header cell, byte for byte.
    pub header: String,
    /// Key of the field it takes, or is about; empty for a derived or constant column.
    pub field: String,
    /// How it is made instead of taken from the field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub derive: Option<Derivation>,
    /// Text where the record holds nothing.
    pub default: String,
    /// Whether the platform refuses a record without it.
    pub required: bool,
    /// Which values of another field make it required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required_when: Option<RequiredWhen>,
    /// Most decimals of an amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    /// The unit of an amount.
    #[serde(skip_serializing_if = "AmountUnit::is_default")]
    pub unit: AmountUnit,
    /// How a code is written.
    pub code: CodeForm,
    /// Words that the platform wants instead of a list's labels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<(String, String)>,
}

impl TemplateColumn {
    /// The field it takes, if it names one that exists.
    pub fn field_key(&self) -> Option<FieldKey> {
        FieldKey::from_key(&self.field)
    }
}

/// How a template lays out the records of some kinds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// Keys of the kinds it takes.
    pub kinds: Vec<String>,
    /// Sheet name; empty: the label of the kind.
    #[serde(default)]
    pub sheet: String,
    /// Cells of the rows above the header; each row is a list of texts from column A.
    #[serde(default)]
    pub above: Vec<Vec<String>>,
    /// Columns left empty on the left.
    #[serde(default)]
    pub first_column: u16,
    /// Its columns.
    pub columns: Columns,
}

/// How values are written, for every column of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ValueForms {
    /// Date form in chrono's notation.
    pub date: String,
    /// What a date without end is written as.
    pub long_term: String,
    /// What joins several values of one cell.
    pub separator: String,
    /// What stands for a line break inside a value; a line break keeps it.
    pub line_break: String,
}

impl Default for ValueForms {
    fn default() -> Self {
        Self {
            date: "%Y-%m-%d".to_owned(),
            long_term: crate::date::LONG_TERM.to_owned(),
            separator: ",".to_owned(),
            line_break: "；".to_owned(),
        }
    }
}

/// An export template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Stable name.
    pub name: String,
    /// What the page calls it.
    pub title: String,
    /// English title.
    #[serde(default)]
    pub title_en: String,
    /// The format it writes.
    pub file: FileType,
    /// The encoding of a comma separated file.
    #[serde(default, skip_serializing_if = "TextEncoding::is_default")]
    pub encoding: TextEncoding,
    /// How values are written.
    #[serde(default)]
    pub values: ValueForms,
    /// Name of the file without extension; [`FILE_NAME_PARTS`] are filled in.
    #[serde(default = "file_name")]
    pub file_name: String,
    /// Its layouts; each kind has at most one.
    pub layouts: Vec<Layout>,
}

fn file_name() -> String {
    "{kind}_{organisation}_{date}".to_owned()
}

/// What the pattern of a file name may hold in braces.
pub const FILE_NAME_PARTS: [&str; 7] =
    ["kind", "organisation", "authority", "date", "batch", "count", "template"];

/// The first part in braces that a pattern may not hold; none where all are known and closed.
pub fn unknown_file_name_part(pattern: &str) -> Option<&str> {
    let mut rest = pattern;
    while let Some(at) = rest.find(['{', '}']) {
        let part = &rest[at..];
        let Some(end) = part.find('}').filter(|_| part.starts_with('{')) else { return Some(part) };
        if !FILE_NAME_PARTS.contains(&&part[1..end]) {
            return Some(&part[..=end]);
        }
        rest = &part[end + 1..];
    }
    None
}

/// Most columns that a layout leaves blank on the left: each record holds a cell for every one of them.
const MOST_BLANK_COLUMNS: u16 = 100;
/// Most columns of a layout, and most lines above its header: more than any platform file has.
const MOST_COLUMNS: usize = 1_000;

/// What is wrong with a template file.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// No JSON of the expected form.
    #[error("模板文件的格式不对：{0}；请核对字段名与逗号、引号")]
    Format(#[from] serde_json::Error),
    /// A kind that does not exist.
    #[error("模板“{template}”写有不存在的信息种类“{kind}”")]
    Kind {
        /// Name of the template.
        template: String,
        /// The text.
        kind: String,
    },
    /// A kind with two layouts.
    #[error("模板“{template}”里 {kind} 有两种版式，只能留一种")]
    Twice {
        /// Name of the template.
        template: String,
        /// The kind.
        kind: String,
    },
    /// A date form that cannot be written.
    #[error("模板“{template}”的日期格式“{form}”无法使用；应写作 %Y-%m-%d、%Y/%m/%d 或 %Y%m%d 等")]
    DateForm {
        /// Name of the template.
        template: String,
        /// The form.
        form: String,
    },
    /// More blank columns on the left than any platform file has.
    #[error("模板“{template}”左侧空 {columns} 列，最多 {MOST_BLANK_COLUMNS} 列")]
    BlankColumns {
        /// Name of the template.
        template: String,
        /// How many.
        columns: u16,
    },
    /// A template that lays out nothing.
    #[error("模板“{0}”没有写明版式（layouts），请至少写一种信息的列")]
    NoLayout(String),
    /// A template without a name or a title.
    #[error("模板缺少名称，请填写 name 与 title")]
    NoName,
    /// A layout without columns, or with more than any platform file has.
    #[error(
        "模板“{template}”的 {kind} 版式有 {columns} 列，应为 1 至 {MOST_COLUMNS} 列，表头上方不超过 {MOST_COLUMNS} 行"
    )]
    Columns {
        /// Name of the template.
        template: String,
        /// Keys of the kinds.
        kind: String,
        /// How many.
        columns: usize,
    },
    /// A pattern of the file name with something unknown in braces.
    #[error(
        "模板“{template}”的文件名规则里“{part}”无法识别，花括号里可写 kind、organisation、date、batch、count、template"
    )]
    FileName {
        /// Name of the template.
        template: String,
        /// What is not known.
        part: String,
    },
    /// A field that the kind does not have.
    #[error("模板“{template}”的列“{header}”写有不存在的字段“{field}”")]
    Field {
        /// Name of the template.
        template: String,
        /// Header of the column.
        header: String,
        /// The text.
        field: String,
    },
}

impl TemplateError {
    /// The same in English.
    pub fn message_en(&self) -> String {
        match self {
            Self::Format(error) => {
                format!(
                    "the template file has another form than expected: {error}; check names, commas and quotes"
                )
            }
            Self::Kind { template, kind } => {
                format!("template “{template}” names a kind that does not exist: “{kind}”")
            }
            Self::Twice { template, kind } => {
                format!("template “{template}” has two layouts for {kind}; keep one of them")
            }
            Self::DateForm { template, form } => {
                format!(
                    "template “{template}”: the date form “{form}” cannot be used; write %Y-%m-%d or the like"
                )
            }
            Self::BlankColumns { template, columns } => format!(
                "template “{template}” leaves {columns} columns blank on the left, at most {MOST_BLANK_COLUMNS}"
            ),
            Self::NoLayout(template) => {
                format!("template “{template}” lays out nothing; name the columns of a kind")
            }
            Self::NoName => "the template lacks its name; fill in name and title".to_owned(),
            Self::Columns { template, kind, columns } => format!(
                "template “{template}”: the layout of {kind} has {columns} columns; 1 to {MOST_COLUMNS} are possible"
            ),
            Self::FileName { template, part } => format!(
                "template “{template}”: “{part}” of the file name is not known; braces hold one of {}",
                FILE_NAME_PARTS.join(", ")
            ),
            Self::Field { template, header, field } => {
                format!(
                    "template “{template}”: column “{header}” names a field that does not exist: “{field}”"
                )
            }
        }
    }
}

impl Template {
    /// Reads a template and checks that its kinds and fields exist.
    pub fn from_json(json: &str) -> Result<Self, TemplateError> {
        let template: Self = serde_json::from_str(json.trim_start_matches('\u{FEFF}'))?;
        if template.name.trim().is_empty() || template.title.trim().is_empty() {
            return Err(TemplateError::NoName);
        }
        if template.layouts.iter().all(|layout| layout.kinds.is_empty()) {
            return Err(TemplateError::NoLayout(template.name));
        }
        if let Some(part) = unknown_file_name_part(&template.file_name) {
            return Err(TemplateError::FileName { part: part.to_owned(), template: template.name });
        }
        let form = &template.values.date;
        if form.is_empty() || StrftimeItems::new(form).any(|item| matches!(item, Item::Error)) {
            return Err(TemplateError::DateForm { template: template.name, form: form.clone() });
        }
        let mut seen = Vec::new();
        for layout in &template.layouts {
            if layout.first_column > MOST_BLANK_COLUMNS {
                let (template, columns) = (template.name.clone(), layout.first_column);
                return Err(TemplateError::BlankColumns { template, columns });
            }
            if let Columns::List(columns) = &layout.columns
                && !((1..=MOST_COLUMNS).contains(&columns.len()) && layout.above.len() <= MOST_COLUMNS)
            {
                let (kind, columns) = (layout.kinds.join("、"), columns.len());
                return Err(TemplateError::Columns { template: template.name.clone(), kind, columns });
            }
            for key in &layout.kinds {
                let name = || template.name.clone();
                let Some(kind) = Kind::from_key(key) else {
                    return Err(TemplateError::Kind { template: name(), kind: key.clone() });
                };
                if seen.contains(&kind) {
                    return Err(TemplateError::Twice { template: name(), kind: key.clone() });
                }
                seen.push(kind);
                let Columns::List(columns) = &layout.columns else { continue };
                for column in columns {
                    let other = column.required_when.as_ref().map_or("", |when| &when.field);
                    let named = [column.field.as_str(), other];
                    let unknown = |key: &&str| FieldKey::from_key(key).and_then(|f| kind.field(f)).is_none();
                    if let Some(field) = named.into_iter().filter(|key| !key.is_empty()).find(unknown) {
                        let (header, field) = (column.header.clone(), field.to_owned());
                        return Err(TemplateError::Field { template: name(), header, field });
                    }
                }
            }
        }
        Ok(template)
    }

    /// The template as a file.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("a template has only strings, numbers and lists")
    }

    /// The layout for a kind, if the template takes it.
    pub fn layout(&self, kind: Kind) -> Option<&Layout> {
        self.layouts.iter().find(|l| l.kinds.iter().any(|k| k == kind.key()))
    }

    /// The column that takes a field of a kind; none where the columns are the kind's own.
    pub fn column(&self, kind: Kind, field: FieldKey) -> Option<&TemplateColumn> {
        match &self.layout(kind)?.columns {
            Columns::Kind(_) => None,
            Columns::List(columns) => columns.iter().find(|c| c.field == field.key()),
        }
    }

    /// Whether the template writes a field of a kind.
    pub fn writes(&self, kind: Kind, field: FieldKey) -> bool {
        match self.layout(kind).map(|l| &l.columns) {
            None => false,
            Some(Columns::Kind(_)) => kind.field(field).is_some(),
            Some(Columns::List(columns)) => columns.iter().any(|c| c.field == field.key()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_checked_when_read() {
        let json = r#"{"name":"t","title":"模板","file":"xlsx","layouts":[{"kinds":["penalty"],
            "columns":[{"header":"名称","field":"enterprise_name"}]},{"kinds":["other"],"columns":"kind"}]}"#;
        let template = Template::from_json(json).unwrap();
        assert!(template.writes(Kind::Penalty, FieldKey::EnterpriseName));
        assert!(!template.writes(Kind::Penalty, FieldKey::Uscc));
        assert!(template.writes(Kind::Other, FieldKey::Uscc));
        assert!(!template.writes(Kind::Inspection, FieldKey::Uscc));
        let unknown = json.replace("enterprise_name", "name");
        assert!(matches!(Template::from_json(&unknown), Err(TemplateError::Field { .. })));
        let form = json.replace("\"layouts\"", "\"values\":{\"date\":\"%Q\"},\"layouts\"");
        assert!(matches!(Template::from_json(&form), Err(TemplateError::DateForm { .. })));
        let wide = json.replace("\"columns\":\"kind\"", "\"first_column\":101,\"columns\":\"kind\"");
        assert!(matches!(Template::from_json(&wide), Err(TemplateError::BlankColumns { columns: 101, .. })));
        assert!(Template::from_json(&wide.replace("101", "100")).is_ok());
        let broken = |from: &str, to: &str| Template::from_json(&json.replace(from, to)).unwrap_err();
        assert!(matches!(broken("\"t\"", "\" \""), TemplateError::NoName));
        assert!(matches!(
            broken(r#""columns":[{"header":"名称","field":"enterprise_name"}]"#, r#""columns":[]"#),
            TemplateError::Columns { columns: 0, .. }
        ));
        let named = json.replace("\"layouts\"", "\"file_name\":\"{kind}{day}\",\"layouts\"");
        let error = Template::from_json(&named).unwrap_err();
        assert!(matches!(&error, TemplateError::FileName { part, .. } if part == "{day}"), "{error}");
        assert!(error.message_en().contains("{day}"));
        let nothing = r#"{"name":"t","title":"模板","file":"csv","layouts":[]}"#;
        assert!(matches!(Template::from_json(nothing), Err(TemplateError::NoLayout(_))));
        assert_eq!(Template::from_json(&template.to_json()).unwrap(), template);
        assert_eq!(unknown_file_name_part("{kind}_{date}"), None);
        assert_eq!(unknown_file_name_part("a}b"), Some("}b"));
        let twice = json.replace("other", "penalty");
        assert!(matches!(Template::from_json(&twice), Err(TemplateError::Twice { .. })));
    }
}
