//! The first page.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{ImagePath, Line};

/// Settings of the cover page.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Viršelis")]
pub struct Cover {
    /// A photograph instead of the motif.
    #[schemars(description = "Nuotrauka vietoj piešinio")]
    pub image: CoverImage,
}

/// The cover photograph.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Viršelio nuotrauka")]
pub struct CoverImage {
    /// The image file.
    #[schemars(description = "Nuotraukos failas; spaudai reikia bent 2600 × 2400 pikselių")]
    pub file: ImagePath,
    /// Alternative text (PDF/UA-1, 7.3).
    #[schemars(description = "Kas pavaizduota – tiems, kurie nuotraukos nemato", extend("examples" = ["Talkos dalyviai prie ežero"]))]
    pub alt: Line,
    /// The photographer or source.
    #[schemars(description = "Kieno nuotrauka; parašoma po turiniu", extend("examples" = ["Jonas Jonaitis"]))]
    pub credit: Option<Line>,
}
