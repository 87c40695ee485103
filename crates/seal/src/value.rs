//! One sealed value: mark, nonce, then what AES-256-GCM makes of it.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};

use crate::SealError;

/// Bytes of a nonce. Each is used once under a key.
pub const NONCE: usize = 12;

/// What a sealed value begins with: no text and no file of a known kind begins like this.
const MARK: [u8; 8] = *b"\0PCSEAL\x01";

/// A key. It is neither shown nor written anywhere.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(pub(crate) [u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(..)")
    }
}

/// What is kept: a text or bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl Value {
    fn packed(&self) -> Vec<u8> {
        let (kind, bytes) = match self {
            Self::Text(text) => (b't', text.as_bytes()),
            Self::Bytes(bytes) => (b'b', bytes.as_slice()),
        };
        let mut packed = Vec::with_capacity(bytes.len() + 1);
        packed.push(kind);
        packed.extend_from_slice(bytes);
        packed
    }

    fn unpacked(mut packed: Vec<u8>) -> Result<Self, SealError> {
        let content = if packed.is_empty() { Vec::new() } else { packed.split_off(1) };
        match packed.first() {
            Some(b't') => String::from_utf8(content).map(Self::Text).map_err(|_| SealError::Damaged),
            Some(b'b') => Ok(Self::Bytes(content)),
            _ => Err(SealError::Damaged),
        }
    }
}

/// Whether these bytes are a sealed value.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(&MARK)
}

impl Key {
    /// A key that was made before.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SealError> {
        bytes.try_into().map(Self).map_err(|_| SealError::Unknown)
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Seals a value for a place.
    pub fn seal(&self, place: &str, nonce: [u8; NONCE], value: &Value) -> Result<Vec<u8>, SealError> {
        let packed = value.packed();
        let payload = Payload { msg: &packed, aad: place.as_bytes() };
        let made = self.cipher().encrypt(&Nonce::from(nonce), payload).map_err(|_| SealError::Memory)?;
        Ok([&MARK[..], &nonce, &made].concat())
    }

    /// Opens the value of a place.
    pub fn open(&self, place: &str, sealed: &[u8]) -> Result<Value, SealError> {
        let rest = sealed.strip_prefix(&MARK).ok_or(SealError::Damaged)?;
        let (nonce, made) = rest.split_first_chunk::<NONCE>().ok_or(SealError::Damaged)?;
        let payload = Payload { msg: made, aad: place.as_bytes() };
        let packed = self.cipher().decrypt(&Nonce::from(*nonce), payload).map_err(|_| SealError::Damaged)?;
        Value::unpacked(packed)
    }

    fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new(&self.0.into())
    }
}
