//! A reporting period other than the calendar year.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Date;

/// A range of days, inclusive.
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
    /// Whether the period includes a day.
    pub fn contains(self, date: Date) -> bool {
        (self.from..=self.to).contains(&date)
    }
}
