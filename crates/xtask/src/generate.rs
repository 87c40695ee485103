//! `cargo xtask generate`: files that are written by the program and committed.
//!
//! They are committed so that a reader, and a reviewer, sees them. What they are stands in one place, the test
//! `tests/tests/generated.rs`, which keeps them true; this command runs it so that it writes them.

use std::path::Path;

use crate::args::Args;
use crate::failure::{Context, Result};
use crate::{regions, shell, workspace};

/// Set: the tests write the committed files anew instead of comparing with them.
const BLESS: &str = "PRECHECK_BLESS";

/// Runs the command.
pub fn run(args: &mut Args) -> Result<()> {
    let check = args.flag("--check");
    let regions = args.flag("--regions");
    let golden = args.flag("--golden");
    args.finish()?;
    if regions {
        return regions::run();
    }
    workspace::require("tests/tests/generated.rs", "it writes the generated files")?;
    let mut command = shell::cargo();
    command.args(["test", "--quiet", "--locked", "--package", "precheck-tests", "--test", "generated"]);
    if golden {
        command.args(["--test", "golden"]);
    }
    if check {
        command.env_remove(BLESS);
    } else {
        command.env(BLESS, "1");
    }
    shell::run_tests(&mut command)
}

/// Sees to it that `path` holds `text`; gives whether it had to be written.
pub fn ensure_file_contents(path: &Path, text: &str) -> Result<bool> {
    // Git may check files out with other line ends.
    let same = std::fs::read_to_string(path).is_ok_and(|now| now.replace("\r\n", "\n") == text);
    if same {
        return Ok(false);
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).context(folder.display())?;
    }
    std::fs::write(path, text).context(path.display())?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_only_what_differs() {
        let dir = std::env::temp_dir().join(format!("xtask-generate-{}", std::process::id()));
        let file = dir.join("deep/file.md");
        assert!(ensure_file_contents(&file, "a\nb\n").unwrap());
        assert!(!ensure_file_contents(&file, "a\nb\n").unwrap());
        std::fs::write(&file, "a\r\nb\r\n").unwrap();
        assert!(!ensure_file_contents(&file, "a\nb\n").unwrap());
        assert!(ensure_file_contents(&file, "a\n").unwrap());
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "a\n");
        std::fs::remove_dir_all(dir).unwrap();
    }
}
