//! Parts that screens are built of.

pub mod bar;
pub mod charts;
pub mod decimal;
pub mod dialog;
pub mod drop_zone;
pub mod empty;
pub mod focus;
pub mod foot;
pub mod grid;
pub mod icon;
pub mod layout_notice;
pub mod locked;
pub mod picker;
pub mod progress;
pub mod row_deeds;
pub mod secret;
pub mod size;
pub mod store_notice;
pub mod toast;
