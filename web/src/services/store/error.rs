//! Why something could not be kept or fetched.

use precheck_session::api::{Lang, Text};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use crate::services::vault::VaultError;
use crate::text_store as words;

/// Why something could not be kept or fetched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The browser keeps nothing for this page: a private window, a frame of another origin, a policy.
    #[error("浏览器不允许本页保存数据，本次的内容只在关闭页面之前有效；请另存为文件 (storage is denied)")]
    Denied,
    /// There is no room left.
    #[error("本机给浏览器的存储空间已满，这一步没有保存；请另存为文件，或清除不用的暂存 (storage is full)")]
    Full,
    /// Another tab keeps what is changed; this one only reads.
    #[error("本页的数据正由另一个标签页保存，这里的改动没有保存；可点“在此编辑”接过来 (another tab writes)")]
    Elsewhere,
    /// A passphrase is set and was not given yet.
    #[error("本机数据已用口令锁定，请先解锁 (what is kept is locked)")]
    Locked,
    /// What the cryptography says.
    #[error("{0}")]
    Vault(VaultError),
    /// A newer version of the page changed the database.
    #[error("本机数据已由新版页面升级，请刷新本页 (the database is newer than this page)")]
    Newer,
    /// Anything else, in the browser's words.
    #[error("读写本机数据时出错：{0}。请刷新本页；仍不行的，先另存为文件 (the store is broken)")]
    Broken(String),
}

impl StoreError {
    /// The same in one language.
    pub fn text(&self, lang: Lang) -> String {
        let text: Text = match self {
            Self::Denied => words::DENIED,
            Self::Full => words::FULL,
            Self::Elsewhere => words::ELSEWHERE_NOT_KEPT,
            Self::Newer => words::NEWER,
            Self::Locked => words::LOCKED_NOT_KEPT,
            Self::Vault(VaultError::Seal(error)) => words::seal(*error),
            Self::Vault(VaultError::Broken(why)) | Self::Broken(why) => return words::broken(lang, why),
        };
        text.get(lang).to_owned()
    }

    /// What a `DOMException` means.
    pub(super) fn of_js(error: &JsValue) -> Self {
        let Some(exception) = error.dyn_ref::<DomException>() else {
            return Self::Broken(format!("{error:?}"));
        };
        match exception.name().as_str() {
            "QuotaExceededError" => Self::Full,
            "SecurityError" | "NotAllowedError" => Self::Denied,
            "VersionError" => Self::Newer,
            name => Self::Broken(format!("{name} {}", exception.message())),
        }
    }
}

impl From<VaultError> for StoreError {
    fn from(error: VaultError) -> Self {
        Self::Vault(error)
    }
}

impl From<idb::Error> for StoreError {
    fn from(error: idb::Error) -> Self {
        use idb::Error as E;
        match error {
            E::IndexedDbNotFound(_) => Self::Denied,
            E::DomException(exception) => Self::of_js(&exception),
            E::IndexedDbOpenFailed(value)
            | E::UpdateFailed(value)
            | E::AddFailed(value)
            | E::GetFailed(value)
            | E::DeleteFailed(value)
            | E::ClearFailed(value)
            | E::GetAllFailed(value)
            | E::GetAllKeysFailed(value)
            | E::TransactionOpenFailed(value) => Self::of_js(&value),
            other => Self::Broken(other.to_string()),
        }
    }
}
