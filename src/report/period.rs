//! The time that a report is about, where it is not the calendar year.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Date;

/// A number of days, first and last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Ataskaitinis laikotarpis, jei jis nėra kalendoriniai metai")]
pub struct Period {
    /// The first day.
    #[schemars(description = "Pirmoji diena")]
    pub from: Date,
    /// The last day.
    #[schemars(description = "Paskutinė diena")]
    pub to: Date,
}

impl Period {
    /// Whether it includes a day.
    pub fn contains(self, date: Date) -> bool {
        (self.from..=self.to).contains(&date)
    }
}
