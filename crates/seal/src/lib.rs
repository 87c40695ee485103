//! What is kept on this computer, sealed with a passphrase.
//!
//! A [`Lock`] is what stands beside the sealed values in plain: how the key comes from the passphrase (Argon2id),
//! and a text that only the right key opens. Each value is sealed by itself (AES-256-GCM), bound to the place where
//! it lies. Random bytes are arguments: this crate knows no source of them, no browser and no clock.

use serde::{Deserialize, Serialize};

mod lock;
mod value;

pub use lock::{LEAST, Lock, Randoms, WORK, Work};
pub use value::{Key, NONCE, Value, is_sealed};

/// Why something could not be sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum SealError {
    /// Another passphrase was set.
    #[error("口令不对：与设置的口令不一致，请核对大小写和输入法 (wrong passphrase)")]
    Wrong,
    /// The passphrase is too short.
    #[error("口令太短：至少 {LEAST} 个字符 (the passphrase is too short)")]
    Short,
    /// What is kept was cut off or changed, or lies at another place than it was put to.
    #[error("保存的内容已损坏，无法解开；可从备份文件恢复 (sealed data is damaged)")]
    Damaged,
    /// The lock is of a newer version, or its numbers cannot be.
    #[error("锁定信息无法识别，可能由新版页面设置；请刷新本页 (unknown kind of lock)")]
    Unknown,
    /// There is not enough memory to make the key.
    #[error("内存不足，无法由口令生成密钥；请关闭其他页面后再试 (out of memory)")]
    Memory,
}
