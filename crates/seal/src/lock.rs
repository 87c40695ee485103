//! From a passphrase to a key, and how a wrong one is told.

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};

use crate::{Key, NONCE, SealError, Value};

/// Least number of characters of a passphrase.
pub const LEAST: usize = 8;
/// Where the text that tells a right key lies, as a value's place.
const PLACE: &str = "lock";
/// That text.
const KNOWN: &str = "precheck";
/// Version of the lock's form.
const FORM: u32 = 1;
/// Most memory a lock may ask for, in KiB: one that was tampered with must not take the computer.
const MOST_MEMORY: u32 = 256 * 1024;
/// Most passes, likewise.
const MOST_PASSES: u32 = 16;

/// How much work a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

/// The work for an office computer whose browser has one thread for it: 19 MiB, two passes, one lane.
pub const WORK: Work = Work { memory: 19 * 1024, passes: 2, lanes: 1 };

/// Random bytes of a new lock.
#[derive(Debug, Clone, Copy)]
pub struct Randoms {
    /// The salt.
    pub salt: [u8; 16],
    /// The nonce of the known text.
    pub nonce: [u8; NONCE],
}

/// What stands beside sealed values in plain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    /// Version of this form.
    pub form: u32,
    /// The salt, hexadecimal.
    pub salt: String,
    /// How much work the key takes.
    pub work: Work,
    /// The known text, sealed, hexadecimal.
    pub check: String,
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

fn from_hex(text: &str) -> Result<Vec<u8>, SealError> {
    let digits = text.as_bytes();
    if !digits.is_ascii() || digits.len() % 2 == 1 {
        return Err(SealError::Unknown);
    }
    let byte = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| SealError::Unknown);
    (0..text.len()).step_by(2).map(byte).collect()
}

fn derive(passphrase: &str, salt: &[u8], work: Work) -> Result<Key, SealError> {
    if work.memory > MOST_MEMORY || work.passes > MOST_PASSES {
        return Err(SealError::Unknown);
    }
    let params =
        Params::new(work.memory, work.passes, work.lanes, Some(32)).map_err(|_| SealError::Unknown)?;
    let mut key = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, &mut key)
        .map_err(|error| match error {
            argon2::Error::OutOfMemory => SealError::Memory,
            _ => SealError::Unknown,
        })?;
    Ok(Key(key))
}

impl Lock {
    /// A new lock with its key.
    pub fn make(passphrase: &str, randoms: Randoms, work: Work) -> Result<(Self, Key), SealError> {
        if passphrase.chars().count() < LEAST {
            return Err(SealError::Short);
        }
        let key = derive(passphrase, &randoms.salt, work)?;
        let check = key.seal(PLACE, randoms.nonce, &Value::Text(KNOWN.to_owned()))?;
        Ok((Self { form: FORM, salt: hex(&randoms.salt), work, check: hex(&check) }, key))
    }

    /// The key, where the passphrase is the right one.
    pub fn unlock(&self, passphrase: &str) -> Result<Key, SealError> {
        if self.form != FORM {
            return Err(SealError::Unknown);
        }
        let key = derive(passphrase, &from_hex(&self.salt)?, self.work)?;
        match key.open(PLACE, &from_hex(&self.check)?) {
            Ok(Value::Text(text)) if text == KNOWN => Ok(key),
            _ => Err(SealError::Wrong),
        }
    }
}
