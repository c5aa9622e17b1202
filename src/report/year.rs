//! A calendar year.

use std::fmt;

use serde::Deserialize;

/// A year from 1900 to 2100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "u64")]
pub struct Year(u16);

/// Why a number is not a [`Year`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearError(u64);

impl Year {
    /// The year as a number.
    pub fn get(self) -> u16 {
        self.0
    }
}

impl TryFrom<u64> for Year {
    type Error = YearError;

    fn try_from(year: u64) -> Result<Self, YearError> {
        u16::try_from(year).ok().filter(|year| (1900..=2100).contains(year)).map(Self).ok_or(YearError(year))
    }
}

impl fmt::Display for YearError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not a year that a report can be about: write one from 1900 to 2100", self.0)
    }
}

impl std::error::Error for YearError {}
