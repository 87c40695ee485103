//! Versions of the database. A database of any former version is brought up step by step, inside the one
//! transaction of the version change: either all steps are taken, or the database stays as it was.

use idb::{Database, ObjectStoreParams};

use super::shelf::Shelf;

/// One step: from the version that is its place in the list to the next one.
pub type Migration = fn(&Database) -> Result<(), idb::Error>;

/// All steps. A step that was once released is never changed; a new one is added at the end.
pub const MIGRATIONS: &[Migration] = &[first, lists_and_pushes];

/// The version that this page works with.
pub const VERSION: u32 = MIGRATIONS.len() as u32;

/// Takes the steps that a database of a former version lacks.
pub fn migrate(database: &Database, from: u32) -> Result<(), idb::Error> {
    for step in MIGRATIONS.iter().skip(from as usize) {
        step(database)?;
    }
    Ok(())
}

/// Version 1: the shelves. Keys are texts beside the values, not in them.
fn first(database: &Database) -> Result<(), idb::Error> {
    // By name and not over `Shelf::ALL`: shelves that come later belong to later steps.
    let shelves = [
        Shelf::Profile,
        Shelf::Mappings,
        Shelf::Templates,
        Shelf::Drafts,
        Shelf::DraftSources,
        Shelf::DraftChanges,
        Shelf::Ledger,
        Shelf::Meta,
    ];
    for shelf in shelves {
        database.create_object_store(shelf.name(), ObjectStoreParams::new())?;
    }
    Ok(())
}

/// Version 2: lists of dishonest subjects, and registrations that were pushed.
fn lists_and_pushes(database: &Database) -> Result<(), idb::Error> {
    for shelf in [Shelf::Lists, Shelf::Pushes] {
        database.create_object_store(shelf.name(), ObjectStoreParams::new())?;
    }
    Ok(())
}
