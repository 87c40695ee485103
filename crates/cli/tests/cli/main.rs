//! Runs the program as a user does, and looks at what it prints, writes and returns.

mod check;
mod files;
mod serve;
mod support;
mod verify;
