//! The editions that a document is laid out for.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

/// An edition of a report. Lines and pages are the same in each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Edition {
    /// For the screen and the archive: colours of sRGB, and pages that end at the trim.
    Screen,
    /// For the press: colours of ink, and pages that run on beyond the trim.
    Print {
        /// How far they do.
        bleed: Bleed,
    },
}

/// How far a page runs on beyond its trim on every side, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Bleed(f64);

/// Why a text is not a [`Bleed`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BleedError(
    /// What was written.
    pub String,
);

impl Bleed {
    /// The least, in millimetres: with less, an inaccurate cut shows white.
    pub const LEAST: f64 = 2.0;
    /// The greatest, in millimetres.
    pub const GREATEST: f64 = 20.0;

    /// The millimetres.
    pub fn millimetres(self) -> f64 {
        self.0
    }
}

/// What printing houses ask for: 3 mm.
impl Default for Bleed {
    fn default() -> Self {
        Self(3.0)
    }
}

/// Reads a number of millimetres.
impl FromStr for Bleed {
    type Err = BleedError;

    fn from_str(text: &str) -> Result<Self, BleedError> {
        match text.parse() {
            Ok(millimetres) if (Self::LEAST..=Self::GREATEST).contains(&millimetres) => Ok(Self(millimetres)),
            _ => Err(BleedError(text.to_owned())),
        }
    }
}

impl fmt::Display for Bleed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for BleedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a bleed is a number of millimetres from {} to {}", Bleed::LEAST, Bleed::GREATEST)
    }
}

impl std::error::Error for BleedError {}

/// The edition as passed to a template.
#[derive(Serialize)]
pub(super) struct EditionFacts {
    name: &'static str,
    /// In millimetres.
    bleed: f64,
}

impl From<Edition> for EditionFacts {
    fn from(edition: Edition) -> Self {
        match edition {
            Edition::Screen => Self { name: "screen", bleed: 0.0 },
            Edition::Print { bleed } => Self { name: "print", bleed: bleed.0 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bleed_is_wide_enough_for_the_knife_and_no_wider_than_a_margin() {
        for right in ["2", "3", "3.5", "5.0", "20"] {
            assert!(right.parse::<Bleed>().is_ok(), "{right}");
        }
        for wrong in ["", "0", "1.9", "21", "-3", "3mm", "NaN", "inf"] {
            assert_eq!(wrong.parse::<Bleed>(), Err(BleedError(wrong.to_owned())));
        }
    }
}
