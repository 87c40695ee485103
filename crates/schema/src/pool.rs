//! An interning pool: every text of a table is stored once, cells hold its number.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

/// Number of a text in a [`Pool`]. Number 0 is the empty text in every pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct StrId(u32);

impl StrId {
    /// The empty text.
    pub const EMPTY: Self = Self(0);

    /// Dense index, for side tables that hold something per distinct text.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Texts in one growing buffer. At most 4 GiB of text, which a 32-bit address space cannot exceed anyway.
#[derive(Debug, Clone)]
pub struct Pool {
    bytes: String,
    ends: Vec<u32>,
    index: HashTable<u32>,
}

impl Default for Pool {
    fn default() -> Self {
        Self::new()
    }
}

impl Pool {
    /// A pool that holds the empty text only.
    pub fn new() -> Self {
        let mut pool = Self { bytes: String::new(), ends: Vec::new(), index: HashTable::new() };
        pool.intern("");
        pool
    }

    /// The number of `text`, stored now if it was not there.
    ///
    /// # Panics
    /// When the pool would pass 4 GiB; readers bound their input far below that.
    pub fn intern(&mut self, text: &str) -> StrId {
        let hash = FxBuildHasher.hash_one(text);
        let (bytes, ends) = (&self.bytes, &self.ends);
        if let Some(&id) = self.index.find(hash, |&id| slice(bytes, ends, id) == text) {
            return StrId(id);
        }
        let id = u32::try_from(self.ends.len()).expect("fewer than 2^32 texts");
        self.bytes.push_str(text);
        self.ends.push(u32::try_from(self.bytes.len()).expect("less than 4 GiB of text"));
        let (bytes, ends) = (&self.bytes, &self.ends);
        self.index.insert_unique(hash, id, |&id| FxBuildHasher.hash_one(slice(bytes, ends, id)));
        StrId(id)
    }

    /// The text of a number that this pool gave.
    pub fn get(&self, id: StrId) -> &str {
        slice(&self.bytes, &self.ends, id.0)
    }

    /// Every text in the order of its number.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len() as u32).map(|id| slice(&self.bytes, &self.ends, id))
    }

    /// How many distinct texts there are, the empty one included.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether nothing but the empty text was stored.
    pub fn is_empty(&self) -> bool {
        self.ends.len() <= 1
    }

    /// Bytes of text held.
    pub fn text_bytes(&self) -> usize {
        self.bytes.len()
    }
}

fn slice<'a>(bytes: &'a str, ends: &[u32], id: u32) -> &'a str {
    let id = id as usize;
    let start = if id == 0 { 0 } else { ends[id - 1] as usize };
    &bytes[start..ends[id] as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_stored_once() {
        let mut pool = Pool::new();
        assert!(pool.is_empty() && pool.text_bytes() == 0);
        let a = pool.intern("奈曼旗");
        assert_eq!(pool.intern("奈曼旗"), a);
        assert_eq!(pool.get(a), "奈曼旗");
        assert_eq!(pool.intern(""), StrId::EMPTY);
        assert!(!pool.is_empty() && pool.text_bytes() == "奈曼旗".len());
        for i in 0..1000 {
            pool.intern(&i.to_string());
        }
        assert_eq!(pool.len(), 1002);
        assert_eq!(pool.get(a), "奈曼旗");
    }
}
