//! Severities of rules that the organisation has changed: which may be, which are, and how it is said.

use precheck_rules::catalogue::{change_of, is_protected};
use precheck_rules::{Rule, Severity, catalogue};
use precheck_schema::profile::{Profile, SeverityChange};
use precheck_schema::{Lang, Text};

use crate::api;

/// Key of a rule that is switched off.
const OFF: &str = "off";

/// Why a change of a rule's severity is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// There is no such rule.
    #[error("没有编号或名称为“{0}”的规则，请对照规则目录核对")]
    Unknown(String),
    /// It protects privacy.
    #[error("规则 {0} 保护个人信息和秘密，不能停用或改级别，请从机构设置的 severity 中删去")]
    Protected(&'static str),
    /// Nobody said why.
    #[error("规则 {0} 改了级别而没有理由，请写明理由（severity 的 reason）")]
    NoReason(&'static str),
    /// There is no such severity.
    #[error("级别不能是“{0}”，应为 off、info、warning 或 error")]
    Severity(String),
}

impl ChangeError {
    /// The same in English.
    pub fn message_en(&self) -> String {
        match self {
            Self::Unknown(rule) => format!("there is no rule “{rule}”; look it up in the rule book"),
            Self::Protected(code) => {
                format!(
                    "rule {code} protects privacy and cannot be changed; take it out of severity in the profile"
                )
            }
            Self::NoReason(code) => {
                format!(
                    "the change of rule {code} has no reason; give one (reason, in severity of the profile)"
                )
            }
            Self::Severity(key) => format!("“{key}” is no severity; use off, info, warning or error"),
        }
    }
}

fn find(name: &str) -> Option<&'static Rule> {
    catalogue().rules().map(|(_, rule)| rule).find(|rule| rule.slug == name || rule.code == name)
}

/// Whether every change of a profile may be: its rule exists and protects no privacy, and it has a reason.
pub(crate) fn check(profile: &Profile) -> Result<(), ChangeError> {
    for change in &profile.severity {
        let rule = find(&change.rule).ok_or_else(|| ChangeError::Unknown(change.rule.clone()))?;
        if change.severity == rule.severity.key() {
            continue;
        }
        if is_protected(rule) {
            return Err(ChangeError::Protected(rule.code));
        }
        if change.reason.trim().is_empty() {
            return Err(ChangeError::NoReason(rule.code));
        }
    }
    Ok(())
}

/// A profile under which a rule weighs something else. Empty, or the rule's own severity: as it always does.
pub(crate) fn with_change(
    profile: &Profile,
    rule: &str,
    severity: &str,
    reason: &str,
) -> Result<Profile, ChangeError> {
    let rule = find(rule).ok_or_else(|| ChangeError::Unknown(rule.to_owned()))?;
    if !severity.is_empty() && severity != OFF && Severity::from_key(severity).is_none() {
        return Err(ChangeError::Severity(severity.to_owned()));
    }
    let mut changed = profile.clone();
    changed.severity.retain(|change| change.rule != rule.slug && change.rule != rule.code);
    if !severity.is_empty() && severity != rule.severity.key() {
        changed.severity.push(SeverityChange {
            rule: rule.slug.to_owned(),
            severity: severity.to_owned(),
            reason: reason.trim().to_owned(),
        });
    }
    check(&changed)?;
    Ok(changed)
}

/// The rules that do not weigh what they always do, by code.
pub(crate) fn changed_rules(profile: &Profile, lang: Lang) -> Vec<api::ChangedRule> {
    let mut changed: Vec<api::ChangedRule> = catalogue()
        .rules()
        .filter_map(|(_, rule)| {
            let change = change_of(profile, rule)?;
            Some(api::ChangedRule {
                rule: rule.code.to_owned(),
                name: rule.slug.to_owned(),
                title: rule.title.get(lang).to_owned(),
                severity: rule.severity.key().to_owned(),
                now: change.severity.clone(),
                reason: change.reason.trim().to_owned(),
            })
        })
        .collect();
    changed.sort_by(|a, b| a.rule.cmp(&b.rule));
    changed
}

/// The changes in one line, for what leaves; none where nothing is changed.
pub(crate) fn line(profile: &Profile, lang: Lang) -> Option<String> {
    let changed = changed_rules(profile, lang);
    if changed.is_empty() {
        return None;
    }
    let one = |rule: &api::ChangedRule| {
        let (own, now) = (label(&rule.severity).get(lang), label(&rule.now).get(lang));
        let (code, title, reason) = (&rule.rule, &rule.title, &rule.reason);
        match (lang, rule.now.as_str()) {
            (Lang::Zh, OFF) => format!("{code} {title}：停用（理由：{reason}）"),
            (Lang::Zh, _) => format!("{code} {title}：{own}改为{now}（理由：{reason}）"),
            (Lang::En, OFF) => format!("{code} {title}: off (reason: {reason})"),
            (Lang::En, _) => format!("{code} {title}: {own} to {now} (reason: {reason})"),
        }
    };
    let all: Vec<String> = changed.iter().map(one).collect();
    Some(match lang {
        Lang::Zh => format!("机构设置改动了 {} 条规则：{}", all.len(), all.join("；")),
        Lang::En => format!("Rules changed by the profile ({}): {}", all.len(), all.join("; ")),
    })
}

fn label(severity: &str) -> Text {
    Severity::from_key(severity).map_or(Text::new("停用", "off"), Severity::label)
}
