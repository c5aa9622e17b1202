//! Projects, which may go on for years.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Amount, Image, Line, Prose, YearMonth, list};

/// The section on projects.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Skyrius apie projektus")]
pub struct Projects {
    /// In place of the usual heading.
    #[schemars(description = "Antraštė vietoj įprastos", extend("default" = "Projektai"))]
    pub title: Option<Line>,
    /// A sentence to go before.
    #[schemars(description = "Sakinys po antrašte")]
    pub motto: Option<Prose>,
    /// The projects, in the order of the page.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Projektai ta tvarka, kuria jie bus puslapyje", length(min = 1))]
    pub items: Vec<Project>,
}

/// A project.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Projektas")]
pub struct Project {
    /// Its name.
    #[schemars(description = "Projekto pavadinimas", extend("examples" = ["Kaimynų sodai"]))]
    pub name: Line,
    /// Who pays for it.
    #[schemars(description = "Kas finansuoja", extend("examples" = ["Lietuvos kultūros taryba"]))]
    pub funder: Option<Line>,
    /// The month in which it began.
    #[schemars(description = "Nuo kurio mėnesio vykdomas")]
    pub from: Option<YearMonth>,
    /// The month in which it ends.
    #[schemars(description = "Iki kurio mėnesio vykdomas")]
    pub to: Option<YearMonth>,
    /// Its budget, in the currency of the finances.
    #[schemars(description = "Biudžetas; valiuta nurodoma dalyje finance")]
    pub budget: Option<Amount>,
    /// What is done.
    #[schemars(description = "Projekto aprašymas")]
    pub text: Option<Prose>,
    /// A picture.
    #[schemars(description = "Paveikslas")]
    pub image: Option<Image>,
    /// Several pictures.
    #[serde(default, deserialize_with = "list::optional")]
    #[schemars(description = "Keli paveikslai", with = "Option<Vec<Image>>", extend("default" = []))]
    pub images: Vec<Image>,
}
