//! Which rules are listed.

use precheck_session::api::{ChangedRule, RuleView};

/// What a rule weighs now: `off`, `info`, `warning` or `error`.
pub(super) fn weight<'a>(rule: &'a RuleView, changed: &'a [ChangedRule]) -> &'a str {
    change(rule, changed).map_or(&rule.severity, |change| &change.now)
}

/// The change of a rule, where there is one.
pub(super) fn change<'a>(rule: &RuleView, changed: &'a [ChangedRule]) -> Option<&'a ChangedRule> {
    changed.iter().find(|change| change.name == rule.name)
}

/// Which rules are listed. Empty: all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RuleFilter {
    /// Words that all occur in code, name, texts or basis.
    pub search: String,
    /// Key of a severity, `off`, or `changed`.
    pub severity: String,
    /// Key of a dimension.
    pub dimension: String,
    /// Key of a kind.
    pub kind: String,
}

impl RuleFilter {
    /// Whether a rule is listed.
    #[must_use]
    pub fn takes(&self, rule: &RuleView, changed: &[ChangedRule]) -> bool {
        let severity = match self.severity.as_str() {
            "" => true,
            "changed" => change(rule, changed).is_some(),
            wanted => weight(rule, changed) == wanted,
        };
        severity
            && (self.dimension.is_empty() || rule.dimension == self.dimension)
            && (self.kind.is_empty() || rule.kinds.contains(&self.kind))
            && self.finds(rule)
    }

    fn finds(&self, rule: &RuleView) -> bool {
        let words: Vec<String> = self.search.split_whitespace().map(str::to_lowercase).collect();
        if words.is_empty() {
            return true;
        }
        let mut text = format!("{} {}", rule.rule, rule.name);
        for part in [&rule.title, &rule.what, &rule.how] {
            for part in [&part.zh, &part.en] {
                text.push(' ');
                text.push_str(part);
            }
        }
        for basis in &rule.basis {
            for part in [&basis.document, &basis.number, &basis.article, &basis.paraphrase.zh] {
                text.push(' ');
                text.push_str(part);
            }
        }
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word.as_str()))
    }
}
