//! Words about the passphrase over what is kept on this computer: Chinese and English side by side.

use precheck_session::api::Text;

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

/// Card of the settings.
pub const TITLE: Text = t("本机数据口令", "Passphrase");
/// None is set.
pub const OFF: Text = t(
    "未设口令：能使用这台电脑的人都能看到本机保存的暂存、台账和设置。共用电脑的，建议设置",
    "No passphrase: whoever uses this computer can see the drafts, the ledger and the settings kept on it. Set one where it is shared",
);
/// One is set.
pub const ON: Text = t(
    "已设口令：暂存、台账、设置、模板和列对应加密后保存，打开本页时询问口令，离开座位前按「立即锁定」或关闭本页",
    "A passphrase is set: drafts, ledger, settings, templates and mappings are kept encrypted. The page asks for it when it opens. Lock now or close the page before you leave",
);
/// What it does not cover, and what happens when it is forgotten.
pub const LIMITS: Text = t(
    "口令无法找回：忘记后只能清除本机数据，已另存的备份文件仍可恢复。另存的备份文件、暂存文件和导出的文件不加密",
    "A forgotten passphrase cannot be found: what is kept can only be cleared then; copies saved before can be restored. Copies, draft files and exports are not encrypted",
);
/// Sets it.
pub const SET: Text = t("设置口令…", "Set a passphrase…");
/// Locks what is kept without closing the page.
pub const LOCK_NOW: Text = t("立即锁定", "Lock now");
/// Changes it.
pub const CHANGE: Text = t("更改口令…", "Change it…");
/// Takes it away.
pub const REMOVE: Text = t("取消口令…", "Remove it…");
/// Title of a dialog.
pub const SET_TITLE: Text = t("设置口令", "Set a passphrase");
/// Title of a dialog.
pub const CHANGE_TITLE: Text = t("更改口令", "Change the passphrase");
/// Title of a dialog.
pub const REMOVE_TITLE: Text = t("取消口令", "Remove the passphrase");
/// Field.
pub const CURRENT: Text = t("现在的口令", "Passphrase now");
/// Field.
pub const NEW: Text = t("新口令", "New passphrase");
/// Below that field.
pub const NEW_HELP: Text = t("至少 8 个字符，不限种类", "8 characters at least, of any kind");
/// Field.
pub const REPEAT: Text = t("再输一次", "Once more");
/// The two are not the same.
pub const NOT_SAME: Text = t(
    "「再输一次」与「新口令」不一致。两处输入相同的口令",
    "The two passphrases are not the same. Write the same one twice",
);
/// Confirms.
pub const SET_NOW: Text = t("设置", "Set");
/// Confirms.
pub const CHANGE_NOW: Text = t("更改", "Change");
/// Confirms.
pub const REMOVE_NOW: Text = t("取消口令", "Remove");
/// Leaves.
pub const BACK: Text = t("返回", "Back");
/// While values are sealed.
pub const WORKING: Text = t("正在处理…", "Working…");
/// It is set.
pub const DONE_SET: Text =
    t("口令已设置，本机数据已加密", "The passphrase is set; what is kept is encrypted");
/// It is changed.
pub const DONE_CHANGED: Text = t("口令已更改", "The passphrase is changed");
/// It is gone.
pub const DONE_REMOVED: Text =
    t("口令已取消，本机数据不再加密", "The passphrase is removed; what is kept is not encrypted any more");
/// It is done, but for what could not be opened.
pub const DONE_BUT_DAMAGED: Text = t(
    "口令已处理；有数据已损坏、打不开，原样留在本机，清除本机数据时一并删去",
    "The passphrase is as asked. Some of what is kept is damaged and cannot be opened: it stays as it is, until what is kept is cleared",
);
/// Line below the bar.
pub const LOCKED: Text = t(
    "本机数据已用口令锁定：未解锁前看不到暂存和台账，本次的改动也不会保存到本机",
    "What is kept on this computer is locked: drafts and ledger cannot be seen, and changes are not kept, until it is unlocked",
);
/// Opens the dialog.
pub const UNLOCK_MORE: Text = t("解锁…", "Unlock…");
/// Title of the dialog.
pub const UNLOCK_TITLE: Text = t("输入口令，解锁本机数据", "Unlock what is kept on this computer");
/// Field.
pub const PASSPHRASE: Text = t("口令", "Passphrase");
/// Confirms.
pub const UNLOCK: Text = t("解锁", "Unlock");
/// Leaves it locked.
pub const LATER: Text = t("暂不解锁", "Not now");
/// Shows what can be done without it.
pub const FORGOTTEN: Text = t("忘记口令", "I forgot it");
/// What can be done without it.
pub const FORGOTTEN_LEAD: Text = t(
    "口令无法找回，加密的内容没有它解不开。只能清除本机数据后重新开始：暂存、台账、设置、模板和列对应全部删除，之后可用以前另存的备份文件恢复",
    "It cannot be found, and nothing opens what is encrypted without it. What is kept can only be cleared: drafts, ledger, settings, templates and mappings go; a copy saved before can be restored afterwards",
);
