//! Words of batches, manifests and own templates: Chinese and English side by side.

use precheck_session::api::{Lang, Text};

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

/// Heading of the receipt.
pub const RECEIPT: Text = t("回执（随文件一并生成）", "Manifest (made with the files)");
/// Number of the batch.
pub const BATCH: Text = t("批次号", "Batch");
/// Names of the files.
pub const FILE_NAMES: Text = t("文件名", "File names");
/// Number of records.
pub const RECORDS: Text = t("记录数", "Records");
/// Fixes.
pub const FIXES: Text = t("采纳修复", "Fixes applied");
/// Edits.
pub const EDITS: Text = t("人工修改", "Edited by hand");
/// Confirmations.
pub const CONFIRMED: Text = t("确认与忽略", "Confirmed");
/// Day of the run.
pub const TODAY: Text = t("核查基准日", "Day of the check");
/// Version of the rules.
pub const RULES: Text = t("规则版本", "Rules");
/// Who exports.
pub const HANDLER: Text = t("承办人（选填）", "Handler (optional)");
/// Where the handler goes.
pub const HANDLER_HINT: Text = t("写入回执，本机记住", "Goes into the manifest; kept on this computer");
/// Pattern of the names.
pub const PATTERN: Text = t("文件名规则", "Pattern of file names");
/// What the pattern may hold.
pub const PATTERN_HINT: Text = t(
    "可用 {kind}、{organisation}、{date}、{batch}、{count}、{template}；留空用模板自带的",
    "{kind}, {organisation}, {date}, {batch}, {count}, {template}; blank: that of the template",
);
/// Digests.
pub const DIGESTS: Text = t("文件 SM3 摘要", "SM3 digests of the files");
/// What they are for.
pub const DIGESTS_HINT: Text = t(
    "平台导入后如需核对，用同一文件重新计算摘要，应与此一致。",
    "To check a file later, its digest must be the same.",
);
/// The digest of the manifest.
pub const OWN_DIGEST: Text = t("回执自身", "The manifest itself");
/// Files that could not be made.
pub const FAILED: Text = t("未生成的文件", "Files not made");
/// The others were made.
pub const FAILED_HINT: Text = t("其余文件已生成，不受影响。", "The other files were made.");
/// Form of the file.
pub const FORM: Text = t("文件类型", "File type");
/// As the template has it.
pub const FORM_OWN: Text = t("按模板", "As the template");
/// UTF-8.
pub const FORM_CSV: Text = t("csv（UTF-8）", "csv (UTF-8)");
/// GB 18030.
pub const FORM_GB: Text = t("csv（GB 18030）", "csv (GB 18030)");
/// One zip.
pub const ZIP: Text = t("合成一个压缩包，含回执与问题清单", "One zip with manifest and problem workbook");
/// Another template for a kind.
pub const AS_ALL: Text = t("同上", "as above");
/// Heading of the handlers.
pub const HANDLERS: Text = t("退回承办人的问题清单", "Problems by handler");
/// Makes that workbook.
pub const BY_HANDLER: Text = t("按承办人分别导出", "Export by handler");
/// What it is.
pub const BY_HANDLER_HINT: Text = t("每人一个工作表", "a sheet for each");
/// Records without a handler.
pub const NO_HANDLER: Text = t("未填承办人", "no handler");
/// Nothing stays.
pub const NOTHING_STAYS: Text = t("没有留下的记录。", "No record stays behind.");
/// Heading of own templates.
pub const OWN: Text = t("自有模板", "Own templates");
/// What they are.
pub const OWN_HINT: Text = t(
    "选择平台下载的空白导入文件，表头逐字保留；也可载入别人分享的模板文件（.json）。",
    "Choose the blank file of the platform: its header is kept byte for byte. Or a template file (.json).",
);
/// Chooses a file.
pub const OWN_ADD: Text = t("由空白文件新建…", "From a blank file…");
/// Shares one.
pub const OWN_SHARE: Text = t("存为文件", "Save as a file");
/// Removes one.
pub const OWN_REMOVE: Text = t("删除", "Remove");
/// Title of the dialog.
pub const OWN_TITLE: Text = t("新建自有模板", "New template");
/// Its name.
pub const OWN_NAME: Text = t("模板名称", "Name of the template");
/// Kind.
pub const OWN_KIND: Text = t("信息种类", "Kind");
/// Header row.
pub const OWN_HEADER: Text = t("表头行", "Header row");
/// Date form.
pub const OWN_DATE: Text = t("日期写法", "Dates");
/// Column of the platform's file.
pub const OWN_COLUMN: Text = t("平台表头", "Header of the platform");
/// Field.
pub const OWN_FIELD: Text = t("填入的字段", "Field");
/// Not taken from a field.
pub const OWN_BLANK: Text = t("留空或固定文字", "blank or fixed text");
/// Fixed text.
pub const OWN_CONSTANT: Text = t("固定文字", "Fixed text");
/// Keeps it.
pub const OWN_KEEP: Text = t("保存模板", "Keep the template");
/// It is not complete.
pub const OWN_OPEN: Text =
    t("没有认出表头或信息种类，请先选定。", "Header or kind are not recognised; choose them.");
/// It was kept.
pub const OWN_KEPT: Text = t("模板已保存", "Template kept");
/// Heading of the verification.
pub const VERIFY: Text = t("核验回执", "Verify a manifest");
/// What to choose.
pub const VERIFY_HINT: Text = t(
    "选择回执和它旁边的文件，或导出的压缩包，逐个核对 SM3 摘要。",
    "Choose a manifest with the files beside it, or the zip: each SM3 digest is compared.",
);
/// Chooses them.
pub const VERIFY_CHOOSE: Text = t("选择文件…", "Choose files…");

/// What became of a file.
#[must_use]
pub fn state(lang: Lang, state: &str) -> &'static str {
    match state {
        "same" => t("一致", "same"),
        "changed" => t("已改动", "changed"),
        "missing" => t("缺少", "missing"),
        _ => t("多出", "extra"),
    }
    .get(lang)
}

/// The result of a verification.
#[must_use]
pub fn verified(lang: Lang, same: usize, all: usize) -> String {
    match (lang, same == all) {
        (Lang::Zh, true) => format!("{all} 个文件全部一致"),
        (Lang::Zh, false) => format!("{all} 个文件中 {same} 个一致"),
        (Lang::En, true) => format!("all {all} files are the same"),
        (Lang::En, false) => format!("{same} of {all} files are the same"),
    }
}

/// So many, as the language counts places.
#[must_use]
pub fn places(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("{count} 处"),
        Lang::En => count.to_string(),
    }
}

/// So many records, of so many.
#[must_use]
pub fn records_of(lang: Lang, leaving: usize, all: usize) -> String {
    match lang {
        Lang::Zh => format!("{leaving} 条（原表 {all} 条）"),
        Lang::En => format!("{leaving} of {all}"),
    }
}

/// How days are counted.
#[must_use]
pub fn day(lang: Lang, today: &str, working: bool) -> String {
    match (lang, working) {
        (Lang::Zh, false) => format!("{today}，按自然日计"),
        (Lang::Zh, true) => format!("{today}，按工作日计"),
        (Lang::En, false) => format!("{today}, natural days"),
        (Lang::En, true) => format!("{today}, working days"),
    }
}

/// The version of the rules and how many are in force.
#[must_use]
pub fn rules(lang: Lang, version: &str, rules: usize, changed: usize) -> String {
    match (lang, changed) {
        (Lang::Zh, 0) => format!("{version}（{rules} 条启用）"),
        (Lang::Zh, _) => format!("{version}（{rules} 条启用，{changed} 条有改动）"),
        (Lang::En, 0) => format!("{version} ({rules} in force)"),
        (Lang::En, _) => format!("{version} ({rules} in force, {changed} changed)"),
    }
}

/// The template of one kind.
#[must_use]
pub fn template_of(lang: Lang, kind: &str) -> String {
    match lang {
        Lang::Zh => format!("「{kind}」的模板"),
        Lang::En => format!("Template for “{kind}”"),
    }
}
