//! Reading and saving of tables that are no records.

use precheck_session::api::{PlainSheet, Request, Response};
use web_sys::File;

use super::Actions;
use super::batch::bytes_of;
use crate::services::fault::Fault;
use crate::services::files;
use crate::text;

impl Actions {
    /// The sheets of a chosen file in texts.
    pub(crate) async fn read_tables(&self, file: &File) -> Result<Vec<PlainSheet>, Fault> {
        let bytes = bytes_of(self.lang(), file).await?;
        match self.engine.ask_with(Request::ReadTables, vec![bytes]).await?.0 {
            Response::Tables { sheets } => Ok(sheets),
            _ => Ok(Vec::new()),
        }
    }

    /// Saves a workbook of one sheet; the first row is its header.
    pub(crate) async fn save_table(&self, name: String, rows: Vec<Vec<String>>) -> Result<(), Fault> {
        let (response, bytes) = self.engine.ask_with(Request::WriteTable { name, rows }, Vec::new()).await?;
        let Response::Files { files: made } = response else { return Ok(()) };
        for (file, bytes) in made.iter().zip(&bytes) {
            files::save(&file.name, &file.media_type, bytes)
                .map_err(|_| Fault::Refused(text::not_saved(self.lang(), &file.name)))?;
        }
        Ok(())
    }
}
