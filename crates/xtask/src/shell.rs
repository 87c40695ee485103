//! Running other programs.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::failure::{Context, Failure, Result};
use crate::workspace;

/// A command that runs at the top of the checkout, without what `cargo run` put into the environment:
/// a child cargo would otherwise see another package's variables and rebuild for nothing.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(workspace::root());
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        let from_cargo_run =
            ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_PRIMARY_"]
                .iter()
                .any(|prefix| name.starts_with(prefix));
        if from_cargo_run {
            command.env_remove(&name);
        }
    }
    command
}

/// The cargo that runs this program.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// How a command reads on the terminal.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name).chain(command.get_args()).map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// Shows and runs a command; its failure is ours.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    println!("    $ {shown}");
    let status = command.stdin(Stdio::null()).status().context(&shown)?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("`{shown}` failed ({status})"))) }
}

/// As [`run`], and fails when no test was run: cargo's and the wasm runner's `test result` lines are counted.
pub fn run_tests(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    println!("    $ {shown}");
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context(&shown)?;
    let mut passed = 0;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line.context(&shown)?;
            println!("{line}");
            passed += passed_in(&line).unwrap_or(0);
        }
    }
    let status = child.wait().context(&shown)?;
    match passed {
        _ if !status.success() => Err(Failure::new(format!("`{shown}` failed ({status})"))),
        0 => Err(Failure::new(format!("`{shown}` ran no test"))),
        _ => Ok(()),
    }
}

/// `test result: ok. 12 passed; …` → 12
fn passed_in(line: &str) -> Option<u32> {
    line.strip_prefix("test result: ")?.split_once(". ")?.1.split_once(" passed")?.0.parse().ok()
}

/// What a command prints, trimmed, if it can be run and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where a program of that name lies in `PATH`.
pub fn which(name: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    let names = [name.to_owned(), format!("{name}{}", std::env::consts::EXE_SUFFIX)];
    std::env::split_paths(&paths)
        .flat_map(|dir| names.clone().map(|name| dir.join(name)))
        .find(|path| path.is_file())
}

/// `PATH` with these folders in front.
pub fn path_with(first: &[PathBuf]) -> Result<std::ffi::OsString> {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(first.iter().cloned().chain(std::env::split_paths(&paths))).context("PATH")
}

/// Times a piece of work.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

/// A duration as a person reads it.
pub fn human(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{} min {:.0} s", duration.as_secs() / 60, seconds % 60.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        assert_eq!(human(Duration::from_millis(1234)), "1.2 s");
        assert_eq!(human(Duration::from_secs(125)), "2 min 5 s");
    }

    #[test]
    fn passed_tests_are_counted() {
        assert_eq!(passed_in("test result: ok. 12 passed; 0 failed; 0 ignored; 0 filtered out"), Some(12));
        assert_eq!(passed_in("test result: FAILED. 1 passed; 2 failed; 0 ignored"), Some(1));
        assert_eq!(passed_in("running 3 tests"), None);
    }

    #[test]
    fn a_failing_command_is_a_failure() {
        let missing = run(&mut command("no-such-program-anywhere"));
        assert!(missing.unwrap_err().to_string().contains("no-such-program-anywhere"));
        assert_eq!(output(&mut command("no-such-program-anywhere")), None);
    }
}
