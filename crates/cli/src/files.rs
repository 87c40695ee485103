//! Files in and out, and the settings of a run.

use std::path::{Path, PathBuf};

use precheck_session::api::{self, FileReport, ProblemView, Report};
use precheck_session::run::{Input, RunOptions};
use precheck_session::{Settings, SettingsError};

use crate::args::Judging;
use crate::failure::{Failure, reason};

/// The settings that the options name.
pub(crate) fn settings(judging: &Judging, template: Option<&str>) -> Result<Settings, Failure> {
    let profile = match &judging.profile {
        Some(path) => read_profile(path)?,
        None => String::new(),
    };
    let today = judging
        .today
        .clone()
        .unwrap_or_else(|| chrono::Local::now().date_naive().format("%Y-%m-%d").to_string());
    let (template, templates) = chosen(template.unwrap_or(""))?;
    let settings = api::Settings { profile, today, template, templates, ..api::Settings::default() };
    Settings::read(&settings).map_err(|error| match error {
        SettingsError::Today(text) => {
            Failure::Settings(format!("--today “{text}”不是日期，应写作 2023-06-30"))
        }
        SettingsError::Template(name) => {
            Failure::Settings(format!("没有名为“{name}”的导出模板；可用的模板见 precheck templates"))
        }
        other => Failure::Settings(other.to_string()),
    })
}

/// The built-in settings of today.
pub(crate) fn today() -> Result<Settings, Failure> {
    let today = chrono::Local::now().date_naive().format("%Y-%m-%d").to_string();
    let settings = api::Settings { today, ..api::Settings::default() };
    Settings::read(&settings).map_err(|error| Failure::Settings(error.to_string()))
}

/// The name of a template, and its text where it is one of the user's own: a file, not a built-in name.
fn chosen(template: &str) -> Result<(String, Vec<String>), Failure> {
    let is_file = Path::new(template).extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
    if !is_file {
        return Ok((template.to_owned(), Vec::new()));
    }
    let path = Path::new(template);
    let text = std::fs::read_to_string(path).map_err(|error| Failure::read(path, &error))?;
    let (name, _) = precheck_session::read_template(&text)
        .map_err(|reason| Failure::Read { path: path.to_owned(), reason })?;
    Ok((name, vec![text]))
}

/// The name of the template that `--template` chooses: its own, or that of its file.
pub(crate) fn template_name(template: &str) -> Result<String, Failure> {
    chosen(template).map(|(name, _)| name)
}

fn read_profile(path: &Path) -> Result<String, Failure> {
    let failed = |reason: String| Failure::Profile { path: path.to_owned(), reason };
    let text = std::fs::read_to_string(path).map_err(|error| failed(reason(&error)))?;
    let text = text.trim_start_matches('\u{FEFF}').to_owned();
    // An empty text would mean the built-in profile.
    if text.trim().is_empty() { Err(failed("文件是空的".to_owned())) } else { Ok(text) }
}

/// How files are read.
pub(crate) fn options(judging: &Judging, together: bool) -> RunOptions {
    let kind = judging.kind.clone().unwrap_or_default();
    RunOptions { together, source: api::SourceOptions { kind, ..api::SourceOptions::default() } }
}

/// The files of a call: those that the system gave, and why it refused the others.
pub(crate) struct Files {
    files: Vec<(String, Result<Vec<u8>, ProblemView>)>,
    /// Where they lie, links followed.
    places: Vec<PathBuf>,
}

impl Files {
    /// Reads the files of a call.
    pub(crate) fn read(paths: &[PathBuf]) -> Self {
        let read = |path: &PathBuf| {
            let bytes = std::fs::read(path).map_err(|error| ProblemView {
                key: if error.kind() == std::io::ErrorKind::NotFound { "not-found" } else { "not-readable" }
                    .to_owned(),
                message: format!("无法打开：{}", reason(&error)),
            });
            (path.display().to_string(), bytes)
        };
        let places = paths.iter().filter_map(|path| path.canonicalize().ok());
        Self { files: paths.iter().map(read).collect(), places: places.collect() }
    }

    /// Writes a file, whole or not at all, and never over one that was read.
    pub(crate) fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        self.check_place(path)?;
        write(path, bytes).map_err(|error| Failure::write(path, &error))
    }

    /// Whether a file may be written at a place.
    pub(crate) fn check_place(&self, path: &Path) -> Result<(), Failure> {
        match path.canonicalize() {
            Ok(place) if self.places.contains(&place) => Err(Failure::SameFile(path.to_owned())),
            _ => Ok(()),
        }
    }

    /// The files that the system gave.
    pub(crate) fn inputs(&self) -> Vec<Input<'_>> {
        let files = self.files.iter();
        files.filter_map(|(path, bytes)| Some(Input { path, bytes: bytes.as_ref().ok()? })).collect()
    }

    /// The files that the system refused, as a report.
    pub(crate) fn refused(&self) -> Vec<FileReport> {
        let files = self.files.iter();
        files.filter_map(|(path, bytes)| Some(refused(path, bytes.as_ref().err()?))).collect()
    }

    /// Puts the files that the system refused into a report of the others, each at its place.
    pub(crate) fn complete(&self, mut report: Report) -> Report {
        let mut judged = std::mem::take(&mut report.files).into_iter();
        for (path, bytes) in &self.files {
            report.files.extend(match bytes {
                Ok(_) => judged.next(),
                Err(problem) => Some(refused(path, problem)),
            });
        }
        report
    }
}

fn refused(path: &str, problem: &ProblemView) -> FileReport {
    FileReport { path: path.to_owned(), problem: Some(problem.clone()), ..FileReport::default() }
}

/// Writes beside the place first, then moves there; devices and pipes are written to as they are.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return std::fs::write(path, bytes);
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, path)).inspect_err(|_| {
        // What was written so far is of no use; the error that counts is the first.
        _ = std::fs::remove_file(&beside);
    })
}
