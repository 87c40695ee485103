//! The shelves: what each object store of the database is for.

/// A part of what is kept on this computer. Each is an object store of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shelf {
    /// The organisation's settings.
    Profile,
    /// How the columns of known layouts are read, by fingerprint of the header.
    Mappings,
    /// The organisation's own templates.
    Templates,
    /// Batches that are not finished: name, rows, when.
    Drafts,
    /// The bytes of their sources.
    DraftSources,
    /// What was changed in them since, step by step.
    DraftChanges,
    /// What left, and what became of it.
    Ledger,
    /// Lists of dishonest subjects that were loaded, and what was judged of similar names.
    Lists,
    /// Registrations that the registrar pushed, and what was done about them.
    Pushes,
    /// What the store must know about itself, and small choices of the page.
    Meta,
}

impl Shelf {
    /// Every shelf, in the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::Profile,
        Self::Mappings,
        Self::Templates,
        Self::Drafts,
        Self::DraftSources,
        Self::DraftChanges,
        Self::Ledger,
        Self::Lists,
        Self::Pushes,
        Self::Meta,
    ];

    /// Name of the object store. Never changed: it stands in databases of former versions.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::Mappings => "mappings",
            Self::Templates => "templates",
            Self::Drafts => "drafts",
            Self::DraftSources => "draft_sources",
            Self::DraftChanges => "draft_changes",
            Self::Ledger => "ledger",
            Self::Lists => "lists",
            Self::Pushes => "pushes",
            Self::Meta => "meta",
        }
    }
}
