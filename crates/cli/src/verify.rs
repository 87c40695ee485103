//! `precheck verify`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use precheck_session::api::{VerifiedFile, VerifiedView};
use precheck_session::{manifest, sm3};

use crate::Status;
use crate::args::{Verify, VerifyFormat};
use crate::check::json;
use crate::failure::Failure;
use crate::output::{Ink, Paint, colours, print, tame};

pub(crate) fn run(command: &Verify) -> Result<Status, Failure> {
    let path = &command.manifest;
    let bytes = std::fs::read(path).map_err(|error| Failure::read(path, &error))?;
    let name = path.file_name().map_or(String::new(), |name| name.to_string_lossy().into_owned());
    let failed =
        |error: manifest::ManifestError| Failure::Read { path: path.clone(), reason: error.to_string() };
    let zipped = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("zip"));
    let verified = if zipped {
        manifest::verify(&[(name, bytes)]).map_err(failed)?
    } else {
        let read = manifest::read(&bytes).map_err(failed)?;
        let beside = beside(path, &read.files.iter().map(|file| file.name.as_str()).collect())?;
        manifest::compare(&name, &bytes, read, &beside)
    };
    print(&match command.format {
        VerifyFormat::Human => human(&verified, Paint(colours())),
        VerifyFormat::Json => json(&verified)?,
    })?;
    Ok(if verified.holds() { Status::Clean } else { Status::Errors })
}

/// Names and digests of the files beside a manifest. Of the others there, those that another manifest lists and
/// other manifests themselves are nobody's extra files.
fn beside(path: &Path, listed: &BTreeSet<&str>) -> Result<BTreeMap<String, String>, Failure> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let own = path.file_name();
    let entries = std::fs::read_dir(&folder).map_err(|error| Failure::read(&folder, &error))?;
    let mut digests = BTreeMap::new();
    let mut explained: BTreeSet<String> = BTreeSet::new();
    for entry in entries {
        let entry = entry.map_err(|error| Failure::read(&folder, &error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let hidden =
            name.starts_with('.') || matches!(name.to_lowercase().as_str(), "thumbs.db" | "desktop.ini");
        if Some(entry.file_name().as_os_str()) == own
            || !entry.path().is_file()
            || (hidden && !listed.contains(name.as_str()))
        {
            continue;
        }
        let bytes = std::fs::read(entry.path()).map_err(|error| Failure::read(&entry.path(), &error))?;
        if !listed.contains(name.as_str())
            && name.to_lowercase().ends_with(".json")
            && let Ok(other) = manifest::read(&bytes)
        {
            explained.insert(name);
            explained.extend(other.files.into_iter().map(|file| file.name));
            continue;
        }
        digests.insert(name, sm3(&bytes));
    }
    digests.retain(|name, _| listed.contains(name.as_str()) || !explained.contains(name));
    Ok(digests)
}

fn human(verified: &VerifiedView, paint: Paint) -> String {
    let manifest = &verified.manifest;
    let mut out = String::new();
    _ = writeln!(
        out,
        "回执 {}  批次 {}，{}，规则版本 {}",
        paint.paint(Ink::Bold, &tame(&verified.name)),
        tame(&manifest.batch),
        tame(&manifest.profile.organisation),
        tame(&manifest.rules_version)
    );
    if !manifest.handler.is_empty() || !manifest.made_at.is_empty() {
        _ = writeln!(
            out,
            "  承办人 {}，导出时间 {}",
            tame(or_none(&manifest.handler)),
            tame(or_none(&manifest.made_at))
        );
    }
    for file in &verified.files {
        line(file, paint, &mut out);
    }
    let count = |state: &str| verified.count(state);
    _ = writeln!(
        out,
        "共 {} 个文件：一致 {}，已改动 {}，缺少 {}，多出 {}",
        verified.files.len(),
        count("same"),
        count("changed"),
        count("missing"),
        count("extra")
    );
    _ = writeln!(out, "回执自身的 SM3 摘要 {}，可与台账登记的核对", verified.sm3);
    out
}

fn or_none(text: &str) -> &str {
    if text.is_empty() { "未写" } else { text }
}

fn line(file: &VerifiedFile, paint: Paint, out: &mut String) {
    let name = tame(&file.name);
    _ = match file.state.as_str() {
        "same" => writeln!(out, "  {}  {name}", paint.paint(Ink::Green, "一致")),
        "changed" => writeln!(
            out,
            "  {}  {name}\n        回执 {}\n        现在 {}\n        请从压缩包或导出的文件夹重新取得这个文件",
            paint.paint(Ink::Red, "已改动"),
            tame(&file.expected),
            file.actual
        ),
        "missing" => {
            writeln!(out, "  {}  {name}  请把它放到回执旁边，或重新导出", paint.paint(Ink::Red, "缺少"))
        }
        _ => writeln!(out, "  {}  {name}  回执没有列出它，请核对来源", paint.paint(Ink::Yellow, "多出")),
    };
}
