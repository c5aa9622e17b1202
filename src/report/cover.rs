//! The first page.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{ImagePath, Line};

/// What the first page shows beside the names.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Viršelis")]
pub struct Cover {
    /// A photograph in place of the motif.
    #[schemars(description = "Nuotrauka vietoj piešinio")]
    pub image: CoverImage,
}

/// The photograph of the first page.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Viršelio nuotrauka")]
pub struct CoverImage {
    /// The picture's file.
    #[schemars(description = "Nuotraukos failas; spaudai reikia bent 2600 × 2400 pikselių")]
    pub file: ImagePath,
    /// What the picture shows, for those who cannot see it (PDF/UA-1, 7.3).
    #[schemars(description = "Kas pavaizduota – tiems, kurie nuotraukos nemato", extend("examples" = ["Talkos dalyviai prie ežero"]))]
    pub alt: Line,
    /// Whose work it is.
    #[schemars(description = "Kieno nuotrauka; parašoma po turiniu", extend("examples" = ["Jonas Jonaitis"]))]
    pub credit: Option<Line>,
}
