//! Key numbers: the year in figures.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{ByYear, Image, Label, Line, Number, Prose, Year, list};

/// The section on key numbers.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Skyrius apie metus skaičiais")]
pub struct Numbers {
    /// Replaces the default heading.
    #[schemars(description = "Antraštė vietoj įprastos", extend("default" = "Metai skaičiais"))]
    pub title: Option<Line>,
    /// A sentence below the heading.
    #[schemars(description = "Sakinys po antrašte")]
    pub motto: Option<Prose>,
    /// A photograph that opens the section: a landscape one over the full width of the page, others below the heading.
    #[schemars(description = "Nuotrauka skyriaus pradžioje; gulsčia – per visą puslapio plotį")]
    pub image: Option<Image>,
    /// The numbers.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Svarbiausi metų skaičiai", length(min = 1))]
    pub items: Vec<KeyNumber>,
}

/// A number with its label.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Skaičius ir tai, ką jis rodo")]
pub struct KeyNumber {
    /// The number in the report's year.
    #[schemars(description = "Ataskaitinių metų skaičius")]
    pub value: Number,
    /// What is counted; printed after the number.
    #[schemars(description = "Ką skaičius rodo; rašoma po skaičiaus")]
    pub label: Label,
    /// The number in the previous year.
    #[schemars(description = "Ankstesnių metų skaičius", extend("examples" = [980]))]
    pub previous: Option<Number>,
    /// The numbers of earlier years.
    #[serde(default)]
    #[schemars(description = "Dar ankstesnių metų skaičiai", with = "Option<ByYear<Number>>", extend("default" = {}), extend("examples" = [{ "2021": 700, "2020": 512 }]))]
    pub earlier: ByYear<Number>,
}

impl KeyNumber {
    /// The number in a year, in a report on `year_of_report`.
    pub fn value_of(&self, year: Year, year_of_report: Year) -> Option<Number> {
        if year == year_of_report {
            Some(self.value)
        } else if Some(year) == year_of_report.previous() {
            self.previous.or(self.earlier.get(year))
        } else {
            self.earlier.get(year)
        }
    }
}
