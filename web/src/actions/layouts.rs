//! What is remembered of the columns of a header layout.

use precheck_session::api::{KnownLayout, SettledSheet, SheetMapping};
use yew::AttrValue;

use super::Actions;
use crate::services::layouts;
use crate::state::{Action, Screen};
use crate::text_layouts as words;

impl Actions {
    /// Reads a sheet of a source as the user says, and remembers that for other sheets with the same header.
    pub fn settle(&self, source: usize, mapping: SheetMapping, remember: bool) {
        let mut options = self.options();
        let Some(own) = options.get_mut(source) else { return };
        let sheet = mapping.sheet;
        own.mappings.retain(|other| other.sheet != sheet);
        own.mappings.push(mapping);
        self.show_reopening();
        self.run(move |me| async move {
            me.reopen_now(options).await;
            if let Some(known) = me.settled(source, sheet).filter(|_| remember) {
                match layouts::remember(known).await {
                    // Other sheets that are still open may have the same header.
                    Ok(()) if me.asks() => {
                        me.show_reopening();
                        me.reopen_now(me.options()).await;
                    }
                    Ok(()) => {}
                    Err(error) => {
                        let why = words::not_remembered(me.lang(), &error.text(me.lang()));
                        me.show(Action::Toast(why, false));
                    }
                }
            }
            Ok(())
        });
    }

    /// Shows how a sheet was read, so that it can be changed.
    pub fn look_at(&self, source: usize, sheet: usize) {
        self.show(Action::Map(source, sheet));
        self.show(Action::Show(Screen::Map));
    }

    /// Asks about this layout again the next time; what is open stays as it was read.
    pub async fn forget_layout(&self, layout: String) -> Result<(), AttrValue> {
        layouts::forget(&layout).await.map_err(|error| AttrValue::from(error.text(self.lang())))?;
        self.show(Action::Toast(words::FORGOTTEN.get(self.lang()).to_owned(), false));
        Ok(())
    }

    fn asks(&self) -> bool {
        self.state().overview.sources.iter().any(|source| !source.questions.is_empty())
    }

    fn settled(&self, source: usize, sheet: usize) -> Option<KnownLayout> {
        let state = self.state();
        let of = |settled: &&SettledSheet| settled.question.sheet == sheet;
        state.overview.sources.get(source)?.settled.iter().find(of)?.known.clone()
    }
}
