//! A number of members.

use schemars::JsonSchema;
use serde::Deserialize;

/// A number from 0 to 1 000 000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(try_from = "i64")]
#[schemars(
    with = "i64",
    description = "Narių skaičius",
    extend("minimum" = 0),
    extend("maximum" = 1_000_000),
    extend("examples" = [25]),
)]
pub struct Count(u32);

/// Why a number is not a [`Count`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountError(
    /// What was written.
    pub i128,
);

impl Count {
    /// The largest count.
    pub const MAX: u32 = 1_000_000;

    /// The number itself.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<i64> for Count {
    type Error = CountError;

    fn try_from(count: i64) -> Result<Self, CountError> {
        u32::try_from(count)
            .ok()
            .filter(|count| *count <= Self::MAX)
            .map(Self)
            .ok_or_else(|| CountError(count.into()))
    }
}
