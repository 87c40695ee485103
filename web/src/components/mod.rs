//! Parts that screens are built of.

pub mod icon;
