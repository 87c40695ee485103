//! Settings of a job, read from what the page or the command line says.

use precheck_export::Templates;
use precheck_rules::{Context, Ledger};
use precheck_schema::calendar::{Calendar, CalendarError};
use precheck_schema::date::{Date, from_iso};
use precheck_schema::profile::{Profile, ProfileError};
use precheck_schema::template::{Layout, Template, TemplateError};
use precheck_schema::{Kind, Lang};

use crate::api;
use crate::changes::ChangeError;

/// What is wrong with settings.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The profile.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// A change of a rule's severity.
    #[error(transparent)]
    Change(#[from] ChangeError),
    /// A holiday file.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// An own template.
    #[error(transparent)]
    OwnTemplate(#[from] TemplateError),
    /// The day of the run.
    #[error("核查基准日“{0}”不是日期，应写作 2023-06-16")]
    Today(String),
    /// The template.
    #[error("没有名为“{0}”的导出模板，请从已有模板中选择")]
    Template(String),
}

impl SettingsError {
    /// Stable name.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Profile(_) => "profile",
            Self::Change(_) => "rule-change",
            Self::Calendar(_) => "holidays",
            Self::OwnTemplate(_) => "own-template",
            Self::Today(_) => "today",
            Self::Template(_) => "template",
        }
    }

    /// The same in English.
    pub fn message_en(&self) -> String {
        match self {
            Self::Profile(ProfileError::Format(error)) => {
                format!("the profile has another form than expected: {error}; check names, commas and quotes")
            }
            Self::Profile(ProfileError::NoName) => {
                "the profile lacks the name of the organisation (organisation.name)".to_owned()
            }
            Self::Profile(ProfileError::Value { field, value, .. }) => {
                format!("{field} of the profile cannot be “{value}”; see the documentation of profiles")
            }
            Self::Change(error) => error.message_en(),
            Self::Calendar(CalendarError::Format(error)) => {
                format!("the holidays have another form than expected: {error}")
            }
            Self::Calendar(CalendarError::Day { year, day }) => {
                format!("“{day}” among the holidays of {year} is no date; write it as 2023-06-16")
            }
            Self::OwnTemplate(error) => error.message_en(),
            Self::Today(text) => format!("the day of the run “{text}” is no date; write it as 2023-06-16"),
            Self::Template(name) => {
                format!("there is no export template “{name}”; choose one of those listed")
            }
        }
    }

    /// What the page shows.
    pub fn view(&self, lang: Lang) -> api::ProblemView {
        let message = match lang {
            Lang::Zh => self.to_string(),
            Lang::En => self.message_en(),
        };
        api::ProblemView { key: self.key().to_owned(), message }
    }
}

/// The settings of a job, ready for use.
pub struct Settings {
    /// What the organisation fixes.
    pub profile: Profile,
    /// Working days.
    pub calendar: Calendar,
    /// The same without the days of the profile.
    pub(crate) announced: Calendar,
    /// The day of the run.
    pub today: Date,
    /// The template that records are to leave with, where one is chosen.
    pub template: Option<Template>,
    /// Language of messages.
    pub lang: Lang,
    /// Every template that may be chosen.
    pub templates: Templates,
    /// Kinds that leave with another template than [`template`](Self::template).
    pub kind_templates: Vec<(Kind, Template)>,
    /// What rules see where kinds leave with different templates: the layout of each.
    pub judging: Option<Template>,
    /// What left before.
    pub ledger: Option<Box<dyn Ledger>>,
}

impl Settings {
    /// The built-in profile on a day.
    pub fn on(today: Date) -> Self {
        Self {
            profile: Profile::built_in(),
            calendar: Calendar::built_in(),
            announced: Calendar::built_in(),
            today,
            template: None,
            lang: Lang::Zh,
            templates: Templates::built_in(),
            kind_templates: Vec::new(),
            judging: None,
            ledger: None,
        }
    }

    /// Reads settings as the page sends them.
    pub fn read(settings: &api::Settings) -> Result<Self, SettingsError> {
        let today = from_iso(&settings.today).ok_or_else(|| SettingsError::Today(settings.today.clone()))?;
        let mut read = Self::on(today);
        read.lang = settings.lang;
        if !settings.profile.trim().is_empty() {
            read.profile = Profile::from_json(&settings.profile)?;
            crate::changes::check(&read.profile)?;
        }
        for file in &settings.holidays {
            read.calendar.load(file)?;
        }
        read.announced = read.calendar.clone();
        read.calendar.change(&read.profile.holidays);
        for json in &settings.templates {
            read.templates.add(Template::from_json(json)?);
        }
        if !settings.template.is_empty() {
            read.choose_template(&settings.template)?;
        }
        for (key, name) in &settings.kind_templates {
            let template = read.templates.find(name).ok_or_else(|| SettingsError::Template(name.clone()))?;
            let template = template.clone();
            if let Some(kind) = Kind::from_key(key) {
                read.kind_templates.retain(|(other, _)| *other != kind);
                read.kind_templates.push((kind, template));
            }
        }
        read.judging = read.joined();
        Ok(read)
    }

    /// Chooses the template that records are to leave with.
    pub fn choose_template(&mut self, name: &str) -> Result<(), SettingsError> {
        let template =
            self.templates.find(name).ok_or_else(|| SettingsError::Template(name.to_owned()))?.clone();
        self.template = Some(template);
        self.judging = self.joined();
        Ok(())
    }

    /// The template that records of a kind leave with, where one is chosen.
    pub fn template_of(&self, kind: Kind) -> Option<&Template> {
        let own = self.kind_templates.iter().find(|(other, _)| *other == kind).map(|(_, template)| template);
        own.or(self.template.as_ref())
    }

    /// One template with the layout that each kind leaves with; none where all leave with the same.
    fn joined(&self) -> Option<Template> {
        let (_, first) = self.kind_templates.first()?;
        let mut joined = self.template.as_ref().unwrap_or(first).clone();
        joined.layouts.clear();
        let mut titles: Vec<&str> = Vec::new();
        for kind in Kind::ALL {
            let Some(template) = self.template_of(kind) else { continue };
            let Some(layout) = template.layout(kind) else { continue };
            joined.layouts.push(Layout { kinds: vec![kind.key().to_owned()], ..layout.clone() });
            if !titles.contains(&template.title.as_str()) {
                titles.push(&template.title);
            }
            // The only rule that asks for a name asks for this one.
            if template.name == "credit-china" {
                joined.name.clone_from(&template.name);
            }
        }
        joined.title = titles.join("、");
        Some(joined)
    }

    /// What rules see of the settings.
    pub fn context(&self) -> Context<'_> {
        Context {
            profile: &self.profile,
            calendar: &self.calendar,
            today: self.today,
            template: self.judging.as_ref().or(self.template.as_ref()),
            ledger: self.ledger.as_deref(),
        }
    }
}
