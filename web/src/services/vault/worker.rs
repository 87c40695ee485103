//! The worker's side: each question is answered by itself.

use js_sys::{Array, Function, Reflect, Uint8Array};
use precheck_seal::{Key, Lock, NONCE, Randoms, SealError, Value, WORK};
use wasm_bindgen::{JsCast, JsValue};

use super::protocol::{Answer, Ask, FromVault, ToVault};

/// The answer, where the message is for the vault.
pub fn answer(message: &JsValue) -> Option<JsValue> {
    let asked = ToVault::from_js(message)?;
    let id = asked.id;
    let answer = match done(asked) {
        Ok((answer, key, values)) => {
            let key = key.map(|key| Uint8Array::from(key.bytes().as_slice()));
            FromVault::Answer { id, answer, key, values }
        }
        Err(error) => {
            FromVault::Answer { id, answer: Answer::Refused(error), key: None, values: Array::new() }
        }
    };
    Some(answer.to_js())
}

fn done(asked: ToVault) -> Result<(Answer, Option<Key>, Array), SealError> {
    let key = || Key::from_bytes(&asked.key.as_ref().map(Uint8Array::to_vec).unwrap_or_default());
    match &asked.ask {
        Ask::Make { passphrase } => {
            let randoms = Randoms { salt: random()?, nonce: random()? };
            let (lock, key) = Lock::make(passphrase, randoms, WORK)?;
            Ok((Answer::Made(lock), Some(key), Array::new()))
        }
        Ask::Unlock { passphrase, lock } => {
            Ok((Answer::Unlocked, Some(lock.unlock(passphrase)?), Array::new()))
        }
        Ask::Seal { places } => {
            let key = key()?;
            let sealed = Array::new();
            for (place, value) in places.iter().zip(asked.values.iter()) {
                let value = match value.as_string() {
                    Some(text) => Value::Text(text),
                    None => Value::Bytes(bytes(value)?),
                };
                sealed.push(&Uint8Array::from(key.seal(place, random::<NONCE>()?, &value)?.as_slice()));
            }
            Ok((Answer::Values, None, sealed))
        }
        Ask::Open { places } => {
            let key = key()?;
            let opened = Array::new();
            for (place, value) in places.iter().zip(asked.values.iter()) {
                // One that is damaged keeps nobody from the others.
                opened.push(&match key.open(place, &bytes(value)?) {
                    Ok(Value::Text(text)) => text.into(),
                    Ok(Value::Bytes(bytes)) => Uint8Array::from(bytes.as_slice()).into(),
                    Err(_) => JsValue::UNDEFINED,
                });
            }
            Ok((Answer::Values, None, opened))
        }
    }
}

fn bytes(value: JsValue) -> Result<Vec<u8>, SealError> {
    value.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).map_err(|_| SealError::Damaged)
}

/// Random bytes of the browser; refused where it has none, which no engine of the baseline does.
fn random<const N: usize>() -> Result<[u8; N], SealError> {
    let filled = Uint8Array::new_with_length(N as u32);
    let get = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name));
    get(&js_sys::global(), "crypto")
        .and_then(|crypto| get(&crypto, "getRandomValues")?.dyn_into::<Function>()?.call1(&crypto, &filled))
        .map_err(|_| SealError::Unknown)?;
    let mut random = [0; N];
    filled.copy_to(&mut random);
    Ok(random)
}
