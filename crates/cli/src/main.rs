//! `precheck`: the command line.

fn main() {}
