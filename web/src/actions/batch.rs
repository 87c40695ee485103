//! Batches with their manifest, own templates, and the verification of files.

use js_sys::{ArrayBuffer, Uint8Array};
use precheck_session::api::{
    DeliverOptions, DeliveredView, Lang, OwnTemplateOptions, OwnTemplateView, PlanView, Request, Response,
    Settings, VerifiedView,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::Actions;
use crate::services::fault::Fault;
use crate::services::files;
use crate::services::store::{self, Shelf};
use crate::state::Action;
use crate::text;
use crate::text_export as words;

/// Key of what is remembered of exports.
const KEY: &str = "export";

/// What is remembered of exports between visits.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Remembered {
    /// Who exported last.
    pub handler: String,
    /// Form of the files.
    pub form: String,
    /// Whether all went into one zip.
    pub zip: bool,
    /// Day of the last batch, `yyyy-MM-dd`.
    pub day: String,
    /// Its number on that day.
    pub number: u32,
}

impl Remembered {
    /// The number that the next batch of a day gets: `20230616-02`.
    #[must_use]
    pub fn next(&self, day: &str) -> String {
        let number = if self.day == day { self.number + 1 } else { 1 };
        format!("{}-{number:02}", day.replace('-', ""))
    }

    /// The same after a batch of a day.
    #[must_use]
    pub fn after(&self, day: &str) -> Self {
        let number = if self.day == day { self.number + 1 } else { 1 };
        Self { day: day.to_owned(), number, ..self.clone() }
    }
}

/// What is remembered; the usual where nothing is.
pub async fn remembered() -> Remembered {
    store::get(Shelf::Meta, KEY).await.ok().flatten().unwrap_or_default()
}

/// Remembers it.
pub async fn remember(kept: &Remembered) {
    // Where the browser keeps nothing the page says so at another place; the export itself goes on.
    _ = store::put(Shelf::Meta, KEY, kept).await;
}

/// A file with its bytes.
pub(super) async fn bytes_of(lang: Lang, file: &File) -> Result<ArrayBuffer, Fault> {
    let bytes = JsFuture::from(file.array_buffer()).await;
    bytes
        .ok()
        .and_then(|bytes| bytes.dyn_into().ok())
        .ok_or_else(|| Fault::Refused(text::not_read(lang, &file.name())))
}

impl Actions {
    /// What would leave as a batch.
    pub async fn preflight(&self, options: DeliverOptions, preview: String) -> Result<PlanView, Fault> {
        match self.engine.ask(Request::Preflight { options, preview }).await? {
            Response::Plan(plan) => Ok(*plan),
            _ => Ok(PlanView::default()),
        }
    }

    /// Makes the files of a batch.
    pub async fn deliver(
        &self,
        options: DeliverOptions,
        kinds: Vec<String>,
    ) -> Result<(DeliveredView, Vec<ArrayBuffer>), Fault> {
        match self.engine.ask_for_files(Request::Deliver { options, kinds }).await? {
            (Response::Delivered(view), bytes) => Ok((*view, bytes)),
            _ => Ok((DeliveredView::default(), Vec::new())),
        }
    }

    /// Compares files with their manifest.
    pub async fn verify(&self, chosen: Vec<File>) -> Result<VerifiedView, Fault> {
        let (mut names, mut bytes) = (Vec::with_capacity(chosen.len()), Vec::with_capacity(chosen.len()));
        for file in &chosen {
            names.push(file.name());
            bytes.push(bytes_of(self.lang(), file).await?);
        }
        match self.engine.ask_with(Request::Verify { names }, bytes).await?.0 {
            Response::Verified(view) => Ok(*view),
            _ => Ok(VerifiedView::default()),
        }
    }

    /// What a blank platform file gives, or a template file.
    pub async fn own_template(
        &self,
        file: &File,
        options: OwnTemplateOptions,
    ) -> Result<OwnTemplateView, Fault> {
        let bytes = bytes_of(self.lang(), file).await?;
        let json = file.name().to_lowercase().ends_with(".json");
        let answer = if json {
            let template = String::from_utf8_lossy(&Uint8Array::new(&bytes).to_vec()).into_owned();
            self.engine.ask(Request::ReadTemplate { template }).await?
        } else {
            self.engine.ask_with(Request::OwnTemplate { options }, vec![bytes]).await?.0
        };
        match answer {
            Response::OwnTemplate(view) => Ok(*view),
            _ => Ok(OwnTemplateView::default()),
        }
    }

    /// Takes the kept templates into the settings, where they are not there yet.
    pub async fn load_templates(&self) -> Result<(), Fault> {
        let kept: Vec<(String, String)> = store::all(Shelf::Templates).await.unwrap_or_default();
        let templates: Vec<String> = kept.into_iter().map(|(_, json)| json).collect();
        let settings = (*self.state().settings).clone();
        if settings.templates == templates {
            return Ok(());
        }
        self.with_templates(Settings { templates, ..settings }).await
    }

    /// Keeps a template and leaves with it from now on.
    pub async fn keep_template(&self, view: &OwnTemplateView) -> Result<(), Fault> {
        let kept = store::put(Shelf::Templates, &view.name, &view.template).await;
        let mut settings = (*self.state().settings).clone();
        settings.templates.retain(|json| name_of(json).as_deref() != Some(view.name.as_str()));
        settings.templates.push(view.template.clone());
        settings.template.clone_from(&view.name);
        self.with_templates(settings).await?;
        self.show(Action::Say(words::OWN_KEPT.get(self.lang()).into()));
        kept.map_err(|error| Fault::Refused(error.to_string()))
    }

    /// Removes a template.
    pub async fn remove_template(&self, name: &str) -> Result<(), Fault> {
        let gone = store::delete(Shelf::Templates, name).await;
        let mut settings = (*self.state().settings).clone();
        settings.templates.retain(|json| name_of(json).as_deref() != Some(name));
        settings.kind_templates.retain(|(_, other)| other != name);
        if settings.template == name {
            settings.template.clear();
        }
        self.with_templates(settings).await?;
        gone.map_err(|error| Fault::Refused(error.to_string()))
    }

    /// Saves a template as a file that others can load.
    pub fn share_template(&self, name: &str) -> Result<(), Fault> {
        let settings = self.state().settings.clone();
        let Some(json) = settings.templates.iter().find(|json| name_of(json).as_deref() == Some(name)) else {
            return Ok(());
        };
        let file = format!("导出模板_{}.json", name.trim_start_matches("own-"));
        files::save(&file, "application/json", &Uint8Array::from(json.as_bytes()).buffer())
            .map_err(|_| Fault::Refused(text::not_saved(self.lang(), &file)))
    }

    async fn with_templates(&self, settings: Settings) -> Result<(), Fault> {
        self.configure_now(settings).await?;
        self.ask_choices().await
    }

    /// Another pattern of file names in the profile.
    pub async fn set_naming(&self, pattern: String) -> Result<(), Fault> {
        if let Response::Text { text } = self.engine.ask(Request::ProfileNaming { pattern }).await? {
            let settings = Settings { profile: text, ..(*self.state().settings).clone() };
            self.configure_now(settings).await?;
        }
        Ok(())
    }
}

/// Name of a template file that the worker has read and taken.
#[must_use]
pub fn name_of(json: &str) -> Option<String> {
    let template: Value = serde_json::from_str(json.trim_start_matches('\u{FEFF}')).ok()?;
    template["name"].as_str().map(str::to_owned)
}
