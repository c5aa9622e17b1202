//! The editions of a report.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

/// An edition of a report. Line and page breaks are the same in all editions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Edition {
    /// For the screen and the archive: sRGB colours, no bleed.
    Screen,
    /// For the printing house: CMYK colours, with bleed.
    Print {
        /// The width of the bleed.
        bleed: Bleed,
    },
}

/// The width of the bleed on every side of the trim box, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Bleed(f64);

/// Why a text is not a [`Bleed`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BleedError(
    /// The rejected text.
    pub String,
);

impl Bleed {
    /// The minimum, in millimetres: with less, an inaccurate cut shows white.
    pub const MIN: f64 = 2.0;
    /// The maximum, in millimetres.
    pub const MAX: f64 = 20.0;

    /// The width in millimetres.
    pub fn millimetres(self) -> f64 {
        self.0
    }
}

/// 3 mm, which printing houses usually ask for.
impl Default for Bleed {
    fn default() -> Self {
        Self(3.0)
    }
}

/// Parses a number of millimetres.
impl FromStr for Bleed {
    type Err = BleedError;

    fn from_str(text: &str) -> Result<Self, BleedError> {
        match text.parse() {
            Ok(millimetres) if (Self::MIN..=Self::MAX).contains(&millimetres) => Ok(Self(millimetres)),
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
        write!(f, "expected a bleed from {} to {} mm", Bleed::MIN, Bleed::MAX)
    }
}

impl std::error::Error for BleedError {}

/// The edition as passed to a template.
#[derive(Serialize)]
pub(super) struct EditionData {
    name: &'static str,
    /// In millimetres.
    bleed: f64,
}

impl From<Edition> for EditionData {
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
    fn bleeds_outside_the_limits_are_rejected() {
        for right in ["2", "3", "3.5", "5.0", "20"] {
            assert!(right.parse::<Bleed>().is_ok(), "{right}");
        }
        for wrong in ["", "0", "1.9", "21", "-3", "3mm", "NaN", "inf"] {
            assert_eq!(wrong.parse::<Bleed>(), Err(BleedError(wrong.to_owned())));
        }
    }
}
