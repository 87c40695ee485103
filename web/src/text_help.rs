//! Words of the help: what is shown where, the keys, and about.

use precheck_session::api::{Lang, Text};

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

/// The dialog.
pub const TITLE: Text = t("帮助与快捷键", "Help and keys");
/// The first part.
pub const MEANING: Text = t("看懂一个问题", "What a finding means");
/// The parts of a finding: which, and what it says.
pub const PARTS: [(Text, Text); 4] = [
    (
        t("位置", "Place"),
        t(
            "行号是原表的行号；点右侧列表里的一条，表格就到那一格",
            "Rows are counted as in your sheet; a line of the list leads to its cell",
        ),
    ),
    (
        t("依据、改法、影响", "Basis, remedy, effect"),
        t(
            "问题卡片写明哪条规定、怎么改、不改会怎样",
            "The card of a finding names the provision, the remedy and what happens otherwise",
        ),
    ),
    (
        t("规则号", "Code"),
        t(
            "点卡片里的规则号，看这条规则查什么、会报和不会报的例子",
            "The code on the card opens its rule: what it checks, with examples of both kinds",
        ),
    ),
    (
        t("采纳、忽略", "Adopt, ignore"),
        t(
            "建议由你决定是否采纳；警告说明理由后可忽略，错误要改好才能导出",
            "You decide about a proposal; a warning can be ignored with a reason, an error has to be mended",
        ),
    ),
];
/// Leads to the rule book.
pub const RULES: Text = t("打开规则目录", "Open the rule book");
/// Leads to the rule of the explained finding.
pub fn this_rule(lang: Lang, code: &str) -> String {
    match lang {
        Lang::Zh => format!("看当前问题的规则 {code}"),
        Lang::En => format!("The rule of this finding, {code}"),
    }
}
/// The second part.
pub const KEYS: Text = t("快捷键", "Keys");
/// The third part.
pub const ABOUT: Text = t("关于", "About");
/// What stays where.
pub const PRIVACY: Text = t(
    "读取、校验、导出都在本机浏览器内完成，数据不外传；暂存的内容可在机构设置里清除。通过预检不等于平台已入库。",
    "Reading, checking and exporting happen in this browser; nothing is sent. What is kept can be cleared in the settings. Passing this check does not mean that the platform has taken the records.",
);
/// Version of the program.
pub const PROGRAM: Text = t("程序版本", "Program");
/// Version of the rules.
pub const RULES_VERSION: Text = t("规则版本", "Rules");
/// The licence of this program.
pub const LICENCE: Text = t("许可", "Licence");
/// What the program is licensed under.
pub const OWN_LICENCE: &str = "MIT OR Apache-2.0";
/// The packages in it.
pub fn packages(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("所用的 {count} 个组件及其许可"),
        Lang::En => format!("The {count} packages in it, and their licences"),
    }
}
