//! Projects, which may span several years.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Amount, Image, Line, Prose, YearMonth, list};

/// The section on projects.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Skyrius apie projektus")]
pub struct Projects {
    /// Replaces the default heading.
    #[schemars(description = "Antraštė vietoj įprastos", extend("default" = "Projektai"))]
    pub title: Option<Line>,
    /// A sentence below the heading.
    #[schemars(description = "Sakinys po antrašte")]
    pub motto: Option<Prose>,
    /// A photograph that opens the section: a landscape one over the full width of the page, others below the heading.
    #[schemars(description = "Nuotrauka skyriaus pradžioje; gulsčia – per visą puslapio plotį")]
    pub image: Option<Image>,
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
    /// The funder.
    #[schemars(description = "Kas finansuoja", extend("examples" = ["Lietuvos kultūros taryba"]))]
    pub funder: Option<Line>,
    /// The first month.
    #[schemars(description = "Nuo kurio mėnesio vykdomas")]
    pub from: Option<YearMonth>,
    /// The last month.
    #[schemars(description = "Iki kurio mėnesio vykdomas")]
    pub to: Option<YearMonth>,
    /// Its budget, in the currency of the finances.
    #[schemars(description = "Biudžetas; valiuta nurodoma dalyje finance")]
    pub budget: Option<Amount>,
    /// A description.
    #[schemars(description = "Projekto aprašymas")]
    pub text: Option<Prose>,
    /// An image.
    #[schemars(description = "Paveikslas")]
    pub image: Option<Image>,
    /// Several images.
    #[serde(default, deserialize_with = "list::optional")]
    #[schemars(description = "Keli paveikslai", with = "Option<Vec<Image>>", extend("default" = []))]
    pub images: Vec<Image>,
}
