//! Sections beyond the usual ones.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Image, Line, Prose};

/// A section with a heading, text and image of the author's own.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Papildomas skyrius su savo antrašte")]
pub struct FreeSection {
    /// Its heading.
    #[schemars(description = "Skyriaus antraštė", extend("examples" = ["Padėka"]))]
    pub title: Line,
    /// The usual section that it follows.
    #[schemars(description = "Po kurio įprasto skyriaus jis eina")]
    pub after: Anchor,
    /// A sentence to go before.
    #[schemars(description = "Sakinys po antrašte")]
    pub motto: Option<Prose>,
    /// What it says.
    #[schemars(description = "Skyriaus tekstas")]
    pub body: Prose,
    /// A picture below the text.
    #[schemars(description = "Paveikslas po tekstu")]
    pub image: Option<Image>,
}

/// A usual section, by its key in the YAML; free sections may follow each of them but the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(description = "Įprastas skyrius")]
pub enum Anchor {
    /// `about`
    About,
    /// `mission`
    Mission,
    /// `vision`
    Vision,
    /// `goals`
    Goals,
    /// `people`
    People,
    /// `members`
    Members,
    /// `activities`
    Activities,
    /// `finance`
    Finance,
    /// `supporters`
    Supporters,
    /// `plans`, or where they would stand
    Plans,
}
