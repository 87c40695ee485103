//! By what the ledger counts days: the profile in use, its holidays, and the day of the run.

use precheck_ledger::calendar::Calendar;
use precheck_ledger::profile::{Deadline, Profile};
use precheck_ledger::{Date, Terms, read_day};
use precheck_session::api::{Settings, SettingsView};

/// What deadlines are counted by.
#[derive(Debug, Clone)]
pub struct Counting {
    deadline: Deadline,
    calendar: Calendar,
    today: Date,
    /// Name of the organisation; empty while it is not known.
    pub organisation: String,
}

impl Counting {
    /// The settings in use; `choices` holds the profile where the settings name none.
    pub fn new(settings: &Settings, choices: &SettingsView) -> Self {
        let profile = if settings.profile.trim().is_empty() { &choices.profile } else { &settings.profile };
        let profile = Profile::from_json(profile).ok();
        let mut calendar = Calendar::built_in();
        for file in &settings.holidays {
            // The engine refused settings with holidays that cannot be read.
            let _ = calendar.load(file);
        }
        if let Some(profile) = &profile {
            calendar.change(&profile.holidays);
        }
        Self {
            deadline: profile.as_ref().map_or_else(Deadline::default, |profile| profile.deadline.clone()),
            calendar,
            today: read_day(&settings.today).unwrap_or_default(),
            organisation: profile.map_or_else(String::new, |profile| profile.organisation.name),
        }
    }

    /// For the ledger.
    pub fn terms(&self) -> Terms<'_> {
        Terms { deadline: &self.deadline, calendar: &self.calendar, today: self.today }
    }

    /// The deadline of the profile.
    pub fn deadline(&self) -> &Deadline {
        &self.deadline
    }

    /// The day of the run.
    pub fn today(&self) -> Date {
        self.today
    }
}
