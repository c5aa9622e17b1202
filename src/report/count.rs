//! A number of members.

use std::fmt;

use serde::Deserialize;

/// A number from 0 to 1 000 000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "i64")]
pub struct Count(u32);

/// Why a number is not a [`Count`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountError(i64);

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
        u32::try_from(count).ok().filter(|count| *count <= Self::MAX).map(Self).ok_or(CountError(count))
    }
}

impl fmt::Display for CountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} cannot be a number of members: write a whole number from 0 to {}", self.0, Count::MAX)
    }
}

impl std::error::Error for CountError {}
