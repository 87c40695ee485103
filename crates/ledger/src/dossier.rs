//! 企业信用档案: everything about one enterprise.

use std::collections::BTreeSet;

use precheck_schema::fold::fold_all;

use crate::book::Book;
use crate::list::Row;
use crate::terms::Terms;

/// The four groups that a dossier counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// 行政许可.
    Licenses,
    /// 行政处罚.
    Penalties,
    /// 双随机.
    Inspections,
    /// 黑名单.
    Blacklists,
    /// 其他.
    Others,
}

impl Group {
    /// In the order of the plan.
    pub const ALL: [Self; 5] =
        [Self::Licenses, Self::Penalties, Self::Inspections, Self::Blacklists, Self::Others];

    /// The group of a kind, by its key.
    pub fn of(kind: &str) -> Self {
        match kind {
            "license-grant" | "license-change" | "license-termination" => Self::Licenses,
            "penalty" | "penalty-change" => Self::Penalties,
            "inspection" => Self::Inspections,
            "blacklist" => Self::Blacklists,
            _ => Self::Others,
        }
    }
}

/// Everything about one enterprise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dossier {
    /// Its name in the latest record.
    pub name: String,
    /// Its code; empty where no record has one.
    pub code: String,
    /// Other names under which it occurs.
    pub other_names: Vec<String>,
    /// Other codes under which its name occurs: two enterprises, or a slip.
    pub other_codes: Vec<String>,
    /// Its records, the latest first.
    pub rows: Vec<Row>,
}

impl Dossier {
    /// Records of a group.
    pub fn count(&self, group: Group) -> usize {
        self.rows.iter().filter(|row| Group::of(&row.entry.facts.kind) == group).count()
    }
}

impl Book {
    /// Everything about the enterprise of an entry: what has its code, and what has its name.
    pub fn dossier(&self, id: &str, terms: &Terms<'_>) -> Option<Dossier> {
        let of = self.get(id).filter(|entry| entry.is_live())?;
        self.dossier_of(&of.facts.code, &of.facts.name, terms)
    }

    /// Everything about an enterprise; none where the ledger knows nothing of it.
    pub fn dossier_of(&self, code: &str, name: &str, terms: &Terms<'_>) -> Option<Dossier> {
        let (code_key, name_key) = (fold_all(code), fold_all(name));
        let mut rows: Vec<Row> = Vec::new();
        for entry in self.live() {
            let facts = &entry.facts;
            let by_code = !code_key.is_empty() && fold_all(&facts.code) == code_key;
            let by_name = !name_key.is_empty() && fold_all(&facts.name) == name_key;
            if by_code || by_name {
                rows.push(Row::new(entry, terms));
            }
        }
        rows.sort_by(|a, b| {
            let key = |row: &Row| {
                (row.entry.facts.event_date.clone(), row.entry.noted.clone(), row.entry.facts.id.clone())
            };
            key(b).cmp(&key(a))
        });
        let named = rows.iter().map(|row| &row.entry.facts.name).find(|name| !name.is_empty())?;
        let name = if name.is_empty() { named.clone() } else { name.to_owned() };
        let code = if code.is_empty() {
            rows.iter()
                .map(|row| &row.entry.facts.code)
                .find(|code| !code.is_empty())
                .cloned()
                .unwrap_or_default()
        } else {
            code.to_owned()
        };
        let others = |of: fn(&Row) -> &String, own: &str| {
            let own = fold_all(own);
            let texts = rows.iter().map(of).filter(|text| !text.is_empty() && fold_all(text) != own);
            texts.cloned().collect::<BTreeSet<_>>().into_iter().collect()
        };
        let other_names = others(|row| &row.entry.facts.name, &name);
        let other_codes = others(|row| &row.entry.facts.code, &code);
        Some(Dossier { name, code, other_names, other_codes, rows })
    }
}
