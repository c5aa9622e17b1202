//! The standing goals of the organisation.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Line, Prose, list};

/// The section on goals.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Skyrius apie veiklos tikslus")]
pub struct Goals {
    /// In place of the usual heading.
    #[schemars(description = "Antraštė vietoj įprastos", extend("default" = "Veiklos tikslai"))]
    pub title: Option<Line>,
    /// A sentence to go before.
    #[schemars(description = "Sakinys po antrašte")]
    pub motto: Option<Prose>,
    /// The goals, in the order of the page.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Tikslai ta tvarka, kuria jie bus puslapyje", length(min = 1))]
    pub items: Vec<Prose>,
}
