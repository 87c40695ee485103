//! Screens.

