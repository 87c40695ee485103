//! The page, as a library that its binaries and its tests use.

pub mod components;
pub mod pages;
pub mod text_pages;
