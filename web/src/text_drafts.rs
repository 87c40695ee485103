//! Words about batches that are not finished.

use precheck_session::api::{Lang, Text};

const fn t(zh: &'static str, en: &'static str) -> Text {
    Text::new(zh, en)
}

/// Heading of the list.
pub const TITLE: Text = t("继续上次的核对", "Go on where you stopped");
/// Goes on.
pub const GO_ON: Text = t("继续", "Go on");
/// Takes a draft away.
pub const REMOVE: Text = t("删除", "Delete");
/// Really.
pub const REMOVE_REALLY: Text = t("删除此暂存", "Delete this draft");
/// Not.
pub const KEEP: Text = t("保留", "Keep it");
/// Nothing there.
pub const NONE: Text = t("没有未完成的核对", "Nothing is unfinished");
/// While the shelf is read.
pub const LOADING: Text = t("正在读取…", "Reading…");
/// Leads to where everything is cleared.
pub const CLEAR_ANY_TIME: Text = t("可随时清除", "clear them any time");
/// Saves a draft as a file.
pub const SAVE_FILE: Text = t("存为文件", "Save as a file");
/// The rules changed since.
pub const OTHER_RULES: Text = t(
    "暂存之后规则有更新，已按现在的规则重新核对",
    "The rules changed since the draft was kept; it was checked anew by those of now",
);
/// The file could not be saved.
pub const NOT_SAVED: Text = t(
    "暂存文件未能保存，请允许本页下载文件后重试",
    "The file could not be saved; allow this page to download files and try again",
);

/// One line about a draft.
pub fn line(lang: Lang, records: usize, left: usize, when: &str) -> String {
    match lang {
        Lang::Zh => format!("{records} 条，{when} 暂存，余 {left} 个问题"),
        Lang::En => format!("{records} records, kept {when}, {left} findings left"),
    }
}

/// For how long drafts are kept.
pub fn days(lang: Lang, days: u32) -> String {
    match (lang, days) {
        (Lang::Zh, 0) => "暂存在本机，不自动清除".to_owned(),
        (Lang::En, 0) => "Drafts are kept on this computer until they are deleted".to_owned(),
        (Lang::Zh, days) => format!("暂存在本机，{days} 天未改动即自动清除"),
        (Lang::En, days) => {
            format!("Drafts are kept on this computer and deleted {days} days after the last change")
        }
    }
}

/// A draft cannot be read.
pub fn unreadable(lang: Lang, why: &str) -> String {
    match lang {
        Lang::Zh => format!("这份暂存打不开：{}。可重新载入原文件", why.trim_end_matches('。')),
        Lang::En => format!("This draft cannot be opened: {why}. Load the original file again"),
    }
}

/// A file is no draft.
pub fn no_draft(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("“{name}”不是完整的暂存文件，可能没有复制完。请重新取得这份文件"),
        Lang::En => format!("“{name}” is no draft, or not a whole one. Get the file again"),
    }
}

/// Name of a draft's file.
pub fn file_name(today: &str) -> String {
    format!("暂存_{today}{}", crate::services::drafts::ENDING)
}

/// A draft was saved as a file.
pub fn saved(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("已存为“{name}”，拖回载入页即可继续"),
        Lang::En => format!("Saved as “{name}”; drop it on the load screen to go on"),
    }
}
