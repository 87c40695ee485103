//! The manifest of a batch: what it says, and whether files still are what it says.

use std::collections::{BTreeMap, BTreeSet};

use precheck_export::safe_stem;
use precheck_rules::catalogue;
use precheck_rules::privacy::mask;
use precheck_schema::profile::DayCount;

use crate::api;
use crate::digest::sm3;
use crate::history::Totals;
use crate::job::Job;
use crate::say::{field_label, letters};

/// Version of the manifest's format.
pub const MANIFEST_VERSION: u32 = 1;

impl Job {
    /// Name of the manifest of a batch.
    pub(crate) fn manifest_name(&self, options: &api::DeliverOptions) -> String {
        format!("{}.json", self.batch_stem("回执", options))
    }

    /// Name of the zip of a batch.
    pub(crate) fn zip_name(&self, options: &api::DeliverOptions) -> String {
        format!("{}.zip", self.batch_stem("导出", options))
    }

    pub(crate) fn batch_stem(&self, what: &str, options: &api::DeliverOptions) -> String {
        let batch = self.naming(options, 0).batch();
        safe_stem(&format!("{what}_{}_{batch}", self.settings.profile.organisation.name))
    }

    /// The numbers of the batch before it leaves.
    pub(crate) fn receipt(&self, options: &api::DeliverOptions) -> api::ReceiptView {
        let profile = &self.settings.profile;
        let totals = self.history.totals();
        api::ReceiptView {
            batch: self.naming(options, 0).batch(),
            records: self.tables.iter().map(precheck_schema::Table::len).sum(),
            fixes: totals.fixes,
            edits: totals.edits,
            confirmations: self.confirmations().iter().map(|confirmation| confirmation.count).sum(),
            today: precheck_schema::date::iso(self.settings.today),
            working_days: profile.deadline.count == DayCount::Working,
            rules_version: crate::RULES_VERSION.to_owned(),
            rules: catalogue().severities(profile).iter().flatten().count(),
            changed_rules: crate::changes::changed_rules(profile, self.settings.lang).len(),
            file_name: profile.file_name.clone(),
            zip_name: self.zip_name(options),
            manifest_name: self.manifest_name(options),
        }
    }

    /// What was confirmed or set aside and still holds, by rule and reason. No values: only places.
    fn confirmations(&self) -> Vec<api::ManifestConfirmation> {
        let lang = self.settings.lang;
        let mut by_reason: BTreeMap<(&str, String), api::ManifestConfirmation> = BTreeMap::new();
        let mut keys: Vec<_> = self.confirmed.iter().collect();
        keys.sort_by_key(|&(&(table, row, field, rule), _)| (table, row, field, rule));
        for (&(number, row, field, rule), confirmation) in keys {
            let table = &self.tables[number as usize];
            let present = table.position(row).is_some();
            let findings = self.judgement.of_row(number as usize, row).iter();
            let finding = findings.clone().find(|f| f.rule == rule && f.field == Some(field));
            let Some(finding) = finding.filter(|_| present) else { continue };
            if table.cell(row, field).text != confirmation.value {
                continue;
            }
            let rule = catalogue().rule(rule);
            let reason = mask(&confirmation.reason).into_owned();
            let entry =
                by_reason.entry((rule.code, reason.clone())).or_insert_with(|| api::ManifestConfirmation {
                    rule: rule.code.to_owned(),
                    title: rule.title.get(lang).to_owned(),
                    severity: finding.severity.key().to_owned(),
                    reason,
                    ..api::ManifestConfirmation::default()
                });
            entry.count += 1;
            let sheet = mask(&self.origins[number as usize].name).into_owned();
            let at = match (letters(table, field), table.source_row(row)) {
                (Some(letters), Some(row)) => format!("{sheet}!{letters}{row}"),
                (_, Some(row)) => format!("{sheet}!{row} {}", field_label(table, field, lang)),
                _ => format!("{sheet} {}", field_label(table, field, lang)),
            };
            entry.places.push(at);
        }
        by_reason.into_values().collect()
    }

    /// The manifest of files that were made.
    pub(crate) fn manifest(
        &self,
        options: &api::DeliverOptions,
        files: Vec<api::ManifestFile>,
        kinds: Vec<api::ManifestKind>,
        change_log: Option<api::ManifestLog>,
    ) -> api::Manifest {
        let profile = &self.settings.profile;
        let sources = self.sources.iter().enumerate().map(|(at, source)| {
            let (bytes, digest) = self.digests.get(at).cloned().unwrap_or_default();
            let name = source.name.rsplit(['/', '\\']).next().unwrap_or_default();
            api::ManifestSource { name: mask(name).into_owned(), bytes, sm3: digest }
        });
        let totals = self.history.totals();
        api::Manifest {
            manifest: MANIFEST_VERSION,
            program: format!("precheck {}", crate::VERSION),
            rules_version: crate::RULES_VERSION.to_owned(),
            batch: self.naming(options, 0).batch(),
            made_at: options.made_at.trim().to_owned(),
            handler: mask(options.handler.trim()).into_owned(),
            profile: api::ManifestProfile {
                id: profile.id.clone(),
                organisation: profile.organisation.name.clone(),
                sm3: sm3(profile.to_json().as_bytes()),
            },
            today: precheck_schema::date::iso(self.settings.today),
            days: api::ManifestDays {
                count: match profile.deadline.count {
                    DayCount::Natural => "natural",
                    DayCount::Working => "working",
                }
                .to_owned(),
                days: profile.deadline.days,
                basis: profile.deadline.basis.clone(),
            },
            sources: sources.collect(),
            files,
            kinds,
            fixes: self.applied_fixes(&totals),
            edits: totals.edits,
            confirmations: self.confirmations(),
            changed_rules: crate::changes::changed_rules(profile, self.settings.lang),
            change_log,
        }
    }

    /// Fixes that were applied, by rule.
    fn applied_fixes(&self, totals: &Totals) -> Vec<api::ManifestFix> {
        let lang = self.settings.lang;
        let by_rule = totals.by_rule.iter().map(|(&rule, &count)| {
            let rule = catalogue().rule(rule);
            api::ManifestFix { rule: rule.code.to_owned(), title: rule.title.get(lang).to_owned(), count }
        });
        let mut fixes: Vec<api::ManifestFix> = by_rule.collect();
        fixes.sort_by(|a, b| a.rule.cmp(&b.rule));
        fixes
    }
}

/// What is wrong with a manifest.
#[derive(Debug, thiserror::Error)]
pub enum ManifestError {
    /// No JSON of the expected form.
    #[error("回执的格式不对：{0}；请选择导出时生成的“回执_….json”")]
    Format(String),
    /// Of a later version of the program.
    #[error("回执的格式版本为 {0}，本程序认得 {MANIFEST_VERSION}；请用新版程序核验")]
    Version(u32),
    /// A name that is no file beside the manifest.
    #[error("回执列有文件“{0}”，它不是回执旁边的文件名；请核对回执的来源")]
    Name(String),
    /// None of the files is a manifest.
    #[error("这些文件里没有回执；请连同“回执_….json”一起选择，或选择导出的压缩包")]
    None,
    /// An archive that cannot be read.
    #[error(transparent)]
    Archive(#[from] precheck_export::archive::ArchiveError),
}

impl ManifestError {
    /// The same in English.
    pub fn message_en(&self) -> String {
        match self {
            Self::Format(error) => {
                format!(
                    "the manifest has another form than expected: {error}; choose the 回执_….json of an export"
                )
            }
            Self::Version(version) => format!(
                "the manifest is of format {version}, this program knows {MANIFEST_VERSION}; use a newer one"
            ),
            Self::Name(name) => {
                format!(
                    "the manifest lists “{name}”, which is no name of a file beside it; check where it comes from"
                )
            }
            Self::None => {
                "there is no manifest among these files; choose 回执_….json too, or the zip".to_owned()
            }
            Self::Archive(error) => error.message_en(),
        }
    }
}

/// Reads a manifest.
pub fn read(bytes: &[u8]) -> Result<api::Manifest, ManifestError> {
    let text = std::str::from_utf8(bytes).map_err(|error| ManifestError::Format(error.to_string()))?;
    let manifest: api::Manifest = serde_json::from_str(text.trim_start_matches('\u{FEFF}'))
        .map_err(|error| ManifestError::Format(error.to_string()))?;
    match manifest.manifest {
        0 => return Err(ManifestError::Format("manifest".to_owned())),
        MANIFEST_VERSION => {}
        version => return Err(ManifestError::Version(version)),
    }
    let no_name = |name: &str| {
        name.trim().is_empty()
            || matches!(name, "." | "..")
            || name.contains(['/', '\\', ':'])
            || name.contains('\0')
    };
    if let Some(file) = manifest.files.iter().find(|file| no_name(&file.name)) {
        return Err(ManifestError::Name(file.name.clone()));
    }
    Ok(manifest)
}

/// Compares a manifest with the files beside it: name and digest of each but the manifest itself.
pub fn compare(
    name: &str,
    bytes: &[u8],
    manifest: api::Manifest,
    beside: &BTreeMap<String, String>,
) -> api::VerifiedView {
    let listed: BTreeSet<&str> = manifest.files.iter().map(|file| file.name.as_str()).collect();
    let mut files: Vec<api::VerifiedFile> = manifest
        .files
        .iter()
        .map(|file| {
            let actual = beside.get(&file.name).cloned().unwrap_or_default();
            let state = match actual.as_str() {
                "" => "missing",
                actual if actual.eq_ignore_ascii_case(&file.sm3) => "same",
                _ => "changed",
            };
            api::VerifiedFile {
                name: file.name.clone(),
                state: state.to_owned(),
                expected: file.sm3.clone(),
                actual,
                records: file.records,
            }
        })
        .collect();
    files.extend(beside.iter().filter(|(name, _)| !listed.contains(name.as_str())).map(|(name, digest)| {
        api::VerifiedFile {
            name: name.clone(),
            state: "extra".to_owned(),
            actual: digest.clone(),
            ..api::VerifiedFile::default()
        }
    }));
    api::VerifiedView { name: name.to_owned(), sm3: sm3(bytes), manifest, files }
}

/// Finds the manifest among files, or in the one zip that is given, and compares the others with it.
pub fn verify(files: &[(String, Vec<u8>)]) -> Result<api::VerifiedView, ManifestError> {
    let unpacked = match files {
        [(_, bytes)] if precheck_export::archive::is_archive(bytes) => {
            precheck_export::archive::unpack(bytes)?
        }
        _ => Vec::new(),
    };
    let files = if unpacked.is_empty() { files } else { &unpacked };
    let json = |name: &str| name.rsplit('.').next().is_some_and(|end| end.eq_ignore_ascii_case("json"));
    let mut failure = ManifestError::None;
    for (name, bytes) in files.iter().filter(|(name, _)| json(name)) {
        match read(bytes) {
            Ok(manifest) => {
                let others = files.iter().filter(|(other, _)| other != name);
                let beside = others.map(|(name, bytes)| (name.clone(), sm3(bytes))).collect();
                return Ok(compare(name, bytes, manifest, &beside));
            }
            // An interface file is JSON too: only where nothing better comes does its fault count.
            Err(error) if name.starts_with("回执") || !matches!(error, ManifestError::Format(_)) => {
                failure = error;
            }
            Err(_) => {}
        }
    }
    Err(failure)
}
