//! By what the ledger counts days: the profile in use, its holidays, and the day of the run.

use precheck_ledger::calendar::{Calendar, DayChange};
use precheck_ledger::profile::Deadline;
use precheck_ledger::{Date, Terms, read_day};
use precheck_session::api::{Settings, SettingsView};
use serde::Deserialize;
use serde_json::Value;

use super::profile::in_use;

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
        let profile = in_use(settings, choices);
        let mut calendar = Calendar::built_in();
        for file in &settings.holidays {
            // The engine refused settings with holidays that cannot be read.
            let _ = calendar.load(file);
        }
        let days = profile["holidays"].as_array().map(Vec::as_slice).unwrap_or_default();
        let text = |day: &Value, key: &str| day[key].as_str().unwrap_or_default().to_owned();
        let days = days.iter().map(|day| DayChange {
            day: text(day, "day"),
            kind: text(day, "kind"),
            basis: String::new(),
        });
        calendar.change(&days.collect::<Vec<_>>());
        Self {
            deadline: Deadline::deserialize(&profile["deadline"]).unwrap_or_default(),
            calendar,
            today: read_day(&settings.today).unwrap_or_default(),
            organisation: profile["organisation"]["name"].as_str().unwrap_or_default().to_owned(),
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
