//! Words about what is kept on this computer.

use precheck_session::api::{Lang, Text};

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

/// The browser keeps nothing.
pub const DENIED: Text = t(
    "浏览器不允许本页保存数据，本次的内容只在关闭页面之前有效。请另存为文件",
    "The browser does not let this page keep anything: what is here holds until the page is closed. Save it as a file",
);
/// There is no room.
pub const FULL: Text = t(
    "本机给浏览器的存储空间已满，最近的改动没有保存。请另存为文件，或清除不用的暂存",
    "There is no room left for this page on this computer: the last changes are not kept. Save them as a file, or clear drafts that are not needed",
);
/// A change was refused because another tab writes.
pub const ELSEWHERE_NOT_KEPT: Text = t(
    "本页的数据正由另一个标签页保存，这里的改动没有保存。可点“在此编辑”接过来",
    "Another tab keeps what is changed; the change made here is not kept. Choose “Edit here” to take over",
);
/// Another tab writes.
pub const ELSEWHERE: Text = t(
    "另一个标签页正在编辑并保存，本页的改动不会保存到本机",
    "Another tab edits and keeps its changes; what is changed here is not kept on this computer",
);
/// Takes over.
pub const EDIT_HERE: Text = t("在此编辑", "Edit here");
/// The database is of a newer page.
pub const NEWER: Text = t(
    "本机数据已由新版页面升级，请刷新本页",
    "A newer version of the page changed what is kept on this computer; reload this page",
);

/// What was done is not kept: the passphrase was not given.
pub const LOCKED_NOT_KEPT: Text = t(
    "本机数据已用口令锁定，这一步没有保存。请先解锁",
    "What is kept on this computer is locked; this step is not kept. Unlock it first",
);

/// What the cryptography says.
pub fn seal(error: precheck_seal::SealError) -> Text {
    use precheck_seal::SealError as E;
    match error {
        E::Wrong => t(
            "「口令」不对，与设置的不一致。核对大小写和输入法后再输一次",
            "This is not the passphrase that was set. Look at capitals and the input method, then try again",
        ),
        E::Short => t("「口令」至少 8 个字符", "A passphrase has 8 characters at least"),
        E::Damaged => t(
            "保存的内容已损坏，无法解开。可清除本机数据后从备份文件恢复",
            "What is kept is damaged and cannot be opened. Clear it, then restore a copy from a file",
        ),
        E::Unknown => t(
            "锁定信息无法识别，可能由新版页面设置。请刷新本页",
            "The lock is of an unknown kind, perhaps of a newer page. Reload this page",
        ),
        E::Memory => t(
            "内存不足，无法由口令生成密钥。关闭其他页面后再试",
            "There is not enough memory to make the key. Close other pages, then try again",
        ),
    }
}

/// Anything else.
pub fn broken(lang: Lang, why: &str) -> String {
    match lang {
        Lang::Zh => format!("读写本机数据时出错：{why}。请刷新本页；仍不行的，先另存为文件"),
        Lang::En => format!(
            "What is kept on this computer cannot be read or written: {why}. Reload this page; if that does not help, save to a file first"
        ),
    }
}
