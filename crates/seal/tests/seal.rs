//! Known answers, wrong keys, damaged data, and the way from plain to sealed and back.

use std::collections::BTreeMap;

use precheck_seal::{Key, Lock, NONCE, Randoms, SealError, Value, WORK, Work, is_sealed};

const SMALL: Work = Work { memory: 32, passes: 3, lanes: 4 };

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("a digit")).collect()
}

fn randoms(seed: u8) -> Randoms {
    Randoms { salt: [seed; 16], nonce: [seed; NONCE] }
}

/// Argon2id, version 19, as the reference implementation answers for `password` and `somesalt`.
#[test]
fn the_key_is_that_of_the_reference_implementation() {
    for (memory, passes, lanes, expected) in [
        (65536, 2, 1, "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"),
        (256, 2, 1, "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"),
        (256, 2, 2, "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"),
    ] {
        let params = argon2::Params::new(memory, passes, lanes, Some(32)).expect("numbers");
        let mut key = [0; 32];
        argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
            .hash_password_into(b"password", b"somesalt", &mut key)
            .expect("a key");
        assert_eq!(key.to_vec(), bytes(expected));
        // The same through a lock: its salt is given as hexadecimal, and its check is sealed with the right key.
        let key = Key::from_bytes(&key).expect("32 bytes");
        let check = key.seal("lock", [7; NONCE], &Value::Text("precheck".to_owned())).expect("sealed");
        let check = check.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        let lock = Lock {
            form: 1,
            salt: "736f6d6573616c74".to_owned(),
            work: Work { memory, passes, lanes },
            check,
        };
        assert_eq!(lock.unlock("password").expect("the right one"), key);
    }
}

/// AES-256-GCM: test case 16 of the paper by McGrew and Viega that defines GCM, by the cipher that seals.
#[test]
fn the_cipher_gives_the_known_answer() {
    use aes_gcm::aead::{Aead, KeyInit, Payload};
    let key: [u8; 32] =
        bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308").try_into().expect("32");
    let nonce: [u8; 12] = bytes("cafebabefacedbaddecaf888").try_into().expect("12");
    let plain = bytes(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
    );
    let aad = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    let made = aes_gcm::Aes256Gcm::new(&key.into())
        .encrypt(&aes_gcm::Nonce::from(nonce), Payload { msg: &plain, aad: &aad })
        .expect("sealed");
    let expected = bytes(
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b",
    );
    assert_eq!(made, expected);
}

#[test]
fn a_wrong_passphrase_is_told() {
    let (lock, key) = Lock::make("奈曼旗 119 值班", randoms(1), SMALL).expect("a lock");
    assert_eq!(lock.unlock("奈曼旗 119 值班"), Ok(key));
    for wrong in ["", "奈曼旗 119 值", "奈曼旗 119 值班 ", "nmq 119"] {
        assert_eq!(lock.unlock(wrong), Err(SealError::Wrong), "{wrong}");
    }
    assert_eq!(Lock::make("七个字的口令吗", randoms(1), SMALL), Err(SealError::Short));
}

#[test]
fn a_lock_survives_being_written_and_a_tampered_one_is_refused() {
    let (lock, key) = Lock::make("correct horse", randoms(2), SMALL).expect("a lock");
    let text = serde_json::to_string(&lock).expect("JSON");
    assert!(!text.contains("correct"), "nothing of the passphrase stands in it");
    let read: Lock = serde_json::from_str(&text).expect("a lock");
    assert_eq!(read.unlock("correct horse"), Ok(key));
    let changed = |change: fn(&mut Lock)| {
        let mut lock = lock.clone();
        change(&mut lock);
        lock.unlock("correct horse")
    };
    assert_eq!(changed(|lock| lock.form = 2), Err(SealError::Unknown));
    assert_eq!(changed(|lock| lock.salt = "一二".to_owned()), Err(SealError::Unknown));
    assert_eq!(changed(|lock| lock.salt = "0".to_owned()), Err(SealError::Unknown));
    assert_eq!(changed(|lock| lock.work.memory = 1 << 30), Err(SealError::Unknown));
    assert_eq!(changed(|lock| lock.work.passes = 1 << 20), Err(SealError::Unknown));
    assert_eq!(changed(|lock| lock.work.lanes = 0), Err(SealError::Unknown));
    assert_eq!(changed(|lock| lock.check = String::new()), Err(SealError::Wrong));
}

#[test]
fn damaged_data_is_refused_and_never_panics() {
    let (_, key) = Lock::make("correct horse", randoms(3), SMALL).expect("a lock");
    let value = Value::Text("甲甲有限公司".to_owned());
    let sealed = key.seal("drafts/1", [9; NONCE], &value).expect("sealed");
    assert!(is_sealed(&sealed) && !is_sealed(b"PK\x03\x04") && !is_sealed(b""));
    assert!(!sealed.windows(6).any(|part| "甲甲".as_bytes() == part), "nothing of it can be read");
    assert_eq!(key.open("drafts/1", &sealed), Ok(value));
    for length in 0..sealed.len() {
        assert_eq!(key.open("drafts/1", &sealed[..length]), Err(SealError::Damaged), "cut at {length}");
    }
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert_eq!(key.open("drafts/1", &changed), Err(SealError::Damaged), "changed at {at}");
    }
    assert_eq!(key.open("drafts/2", &sealed), Err(SealError::Damaged), "another place");
    let (_, other) = Lock::make("correct horse", randoms(4), SMALL).expect("a lock");
    assert_eq!(other.open("drafts/1", &sealed), Err(SealError::Damaged), "another key");
    assert_eq!(Key::from_bytes(&[0; 31]), Err(SealError::Unknown));
}

#[test]
fn plain_values_become_sealed_change_their_key_and_become_plain_again() {
    let plain: BTreeMap<&str, Value> = [
        ("profile/own", Value::Text("{}".to_owned())),
        ("draft_sources/1/0000", Value::Bytes(vec![0, 159, 146, 150])),
        ("draft_sources/1/0001", Value::Bytes(Vec::new())),
        ("ledger/empty", Value::Text(String::new())),
    ]
    .into();
    let seal = |key: &Key, seed: u8| -> BTreeMap<&str, Vec<u8>> {
        let sealed = plain.iter().zip(seed..);
        sealed
            .map(|((place, value), n)| (*place, key.seal(place, [n; NONCE], value).expect("sealed")))
            .collect()
    };
    let open =
        |key: &Key, sealed: &BTreeMap<&'static str, Vec<u8>>| -> Result<BTreeMap<&str, Value>, SealError> {
            sealed.iter().map(|(place, bytes)| Ok((*place, key.open(place, bytes)?))).collect()
        };
    let (first, key) = Lock::make("first passphrase", randoms(5), SMALL).expect("a lock");
    let sealed = seal(&key, 10);
    assert_eq!(open(&key, &sealed).as_ref(), Ok(&plain));
    let (second, other) = Lock::make("second passphrase", randoms(6), SMALL).expect("a lock");
    let again = seal(&other, 20);
    assert_eq!(open(&other, &again).as_ref(), Ok(&plain));
    assert_eq!(open(&key, &again), Err(SealError::Damaged), "the former key opens nothing any more");
    assert_eq!(second.unlock("first passphrase"), Err(SealError::Wrong));
    assert_eq!(first.unlock("first passphrase"), Ok(key));
}

#[test]
fn the_work_of_an_office_computer_gives_a_key() {
    assert_eq!((WORK.memory, WORK.passes, WORK.lanes), (19_456, 2, 1));
    let (lock, key) = Lock::make("correct horse", randoms(7), WORK).expect("a lock");
    assert_eq!(lock.unlock("correct horse"), Ok(key));
}
