//! Rules and the profile: other severities, and the profile as a file.

use js_sys::Uint8Array;
use precheck_session::api::{Lang, Request, Response, Settings};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::Actions;
use crate::services::fault::Fault;
use crate::services::{files, profile};
use crate::state::Action;
use crate::text;
use crate::text_rules as words;

impl Actions {
    /// Gives a rule another severity, or its own again where that is empty; judges anew.
    pub fn change_rule(&self, rule: String, severity: String, reason: String) {
        self.run(|me| async move {
            let said = words::applied(me.lang(), &rule, &severity);
            let request = Request::ProfileWith { rule, severity, reason };
            if let Response::Text { text } = me.engine.ask(request).await? {
                me.take_profile(text, said).await?;
            }
            Ok(())
        });
    }

    /// Saves the profile in use.
    pub fn save_profile(&self) {
        self.run(|me| async move {
            let Response::Settings(settings) = me.engine.ask(Request::Settings).await? else { return Ok(()) };
            let organisation = me.state().overview.organisation.clone();
            let name = if organisation.is_empty() {
                format!("{}.json", words::PROFILE_FILE.get(me.lang()))
            } else {
                format!("{}_{organisation}.json", words::PROFILE_FILE.get(me.lang()))
            };
            save(
                me.lang(),
                &name,
                "application/json",
                &Uint8Array::from(settings.profile.as_bytes()).buffer(),
            )
        });
    }

    /// Takes a profile from a file; one that cannot be read changes nothing and is explained.
    pub fn load_profile(&self, file: File) {
        self.run(|me| async move {
            let name = file.name();
            let refused = || Fault::Refused(words::unreadable(me.lang(), &name));
            let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| refused())?;
            let text = String::from_utf8(Uint8Array::new(&bytes).to_vec()).map_err(|_| refused())?;
            let text = text.trim_start_matches('\u{FEFF}').to_owned();
            if text.trim().is_empty() {
                return Err(refused());
            }
            me.take_profile(text, words::loaded(me.lang(), &name)).await
        });
    }

    /// Takes the organisation's own 统一社会信用代码 into the profile, none where it is blank; judges anew.
    pub fn set_own_code(&self, code: String) {
        self.run(|me| async move {
            let Response::Settings(settings) = me.engine.ask(Request::Settings).await? else { return Ok(()) };
            let Ok(mut profile) = serde_json::from_str::<serde_json::Value>(&settings.profile) else {
                return Ok(());
            };
            let said = if code.is_empty() {
                text::OWN_CODE_NONE.get(me.lang())
            } else {
                text::OWN_CODE_TAKEN.get(me.lang())
            };
            profile["organisation"]["uscc"] = code.into();
            me.take_profile(profile.to_string(), said.to_owned()).await
        });
    }

    /// Makes files and saves them.
    pub fn save_files(&self, request: Request) {
        self.run(|me| async move {
            let (views, bytes) = me.files(request).await?;
            for (view, bytes) in views.iter().zip(&bytes) {
                save(me.lang(), &view.name, &view.media_type, bytes)?;
            }
            Ok(())
        });
    }

    pub(super) async fn take_profile(&self, profile: String, said: String) -> Result<(), Fault> {
        let settings = Settings { profile, ..(*self.state().settings).clone() };
        let text = settings.profile.clone();
        self.configure_now(settings).await?;
        if let Err(error) = profile::keep(&text).await {
            // It holds for this visit; the notice on top says why no longer.
            self.show(Action::Say(error.text(self.lang()).into()));
        }
        self.show(Action::Toast(said, false));
        Ok(())
    }
}

fn save(lang: Lang, name: &str, media_type: &str, bytes: &js_sys::ArrayBuffer) -> Result<(), Fault> {
    files::save(name, media_type, bytes).map_err(|_| Fault::Refused(text::not_saved(lang, name)))
}
