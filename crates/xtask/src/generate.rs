//! `cargo xtask generate`: files that are written by the program and committed.
//!
//! They are committed so that a reader, and a reviewer, sees them; a check keeps them true.

use std::path::Path;

use crate::args::Args;
use crate::failure::{Context, Failure, Result};
use crate::{regions, shell, workspace};

/// A generated file, and what `precheck` is asked for to write it.
struct Generated {
    path: &'static str,
    arguments: &'static [&'static str],
}

/// All generated files: a new one is a line here.
const GENERATED: [Generated; 1] =
    [Generated { path: "docs/rules.md", arguments: &["rules", "--format", "md"] }];

/// Runs the command.
pub fn run(args: &mut Args) -> Result<()> {
    let check = args.flag("--check");
    let regions = args.flag("--regions");
    args.finish()?;
    if regions {
        return regions::run();
    }
    workspace::require("crates/cli/Cargo.toml", "it writes the generated files")?;
    let mut stale = Vec::new();
    for file in &GENERATED {
        let mut command = shell::cargo();
        command.args(["run", "--quiet", "--locked", "--package", "precheck-cli", "--"]).args(file.arguments);
        let text = shell::output(&mut command)
            .ok_or_else(|| Failure::new(format!("`precheck {}` failed", file.arguments.join(" "))))?;
        match ensure_file_contents(&workspace::path(file.path), &format!("{text}\n"), check)? {
            State::Same => {}
            State::Written => println!("wrote {}", file.path),
            State::Stale => stale.push(file.path),
        }
    }
    if stale.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("stale: {}; run `cargo xtask generate`", stale.join(", "))))
}

/// What [`ensure_file_contents`] found.
#[derive(Debug, PartialEq, Eq)]
pub enum State {
    /// The file holds that text already.
    Same,
    /// It has been written.
    Written,
    /// It holds another text, and was only to be checked.
    Stale,
}

/// Sees to it that `path` holds `text`; with `check`, only says whether it does.
pub fn ensure_file_contents(path: &Path, text: &str, check: bool) -> Result<State> {
    // Git may check files out with other line ends.
    let same = std::fs::read_to_string(path).is_ok_and(|now| now.replace("\r\n", "\n") == text);
    if same {
        return Ok(State::Same);
    }
    if check {
        return Ok(State::Stale);
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).context(folder.display())?;
    }
    std::fs::write(path, text).context(path.display())?;
    Ok(State::Written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_once_and_checks() {
        let dir = std::env::temp_dir().join(format!("xtask-generate-{}", std::process::id()));
        let file = dir.join("deep/file.md");
        assert_eq!(ensure_file_contents(&file, "a\nb\n", true).unwrap(), State::Stale);
        assert!(!file.exists());
        assert_eq!(ensure_file_contents(&file, "a\nb\n", false).unwrap(), State::Written);
        assert_eq!(ensure_file_contents(&file, "a\nb\n", true).unwrap(), State::Same);
        std::fs::write(&file, "a\r\nb\r\n").unwrap();
        assert_eq!(ensure_file_contents(&file, "a\nb\n", true).unwrap(), State::Same);
        assert_eq!(ensure_file_contents(&file, "a\n", true).unwrap(), State::Stale);
        std::fs::remove_dir_all(dir).unwrap();
    }
}
