//! A calendar year.

use schemars::JsonSchema;
use serde::Deserialize;

/// A year from 1900 to 2100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(try_from = "i64")]
#[schemars(
    with = "i64",
    description = "Kalendoriniai metai",
    extend("minimum" = 1900),
    extend("maximum" = 2100),
    extend("examples" = [2023]),
)]
pub struct Year(u16);

/// Why a number is not a [`Year`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearError(
    /// The rejected number.
    pub i128,
);

impl Year {
    /// The year as a number.
    pub fn get(self) -> u16 {
        self.0
    }

    /// The previous year, if it is in range.
    pub fn previous(self) -> Option<Self> {
        Self::try_from(i64::from(self.0) - 1).ok()
    }

    /// Parses a four-digit year used as a key.
    pub(crate) fn from_key(key: &str) -> Option<Self> {
        let year: i64 = key.bytes().all(|byte| byte.is_ascii_digit()).then(|| key.parse().ok())??;
        (key.len() == 4).then(|| Self::try_from(year).ok())?
    }
}

impl TryFrom<i64> for Year {
    type Error = YearError;

    fn try_from(year: i64) -> Result<Self, YearError> {
        u16::try_from(year)
            .ok()
            .filter(|year| (1900..=2100).contains(year))
            .map(Self)
            .ok_or_else(|| YearError(year.into()))
    }
}
