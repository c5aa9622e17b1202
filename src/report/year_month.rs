//! A month of a year.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Date;
use super::scalar::{Text, parsed_from};

/// A month of a year, written `2023-05` (ISO 8601).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(try_from = "Text")]
#[schemars(
    with = "Text",
    description = "Mėnuo: metai-mėnuo",
    extend("pattern" = "^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])$"),
    extend("examples" = ["2022-03"]),
)]
pub struct YearMonth {
    /// The first day of the month.
    first: Date,
}

/// Why a text is not a [`YearMonth`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearMonthError(
    /// The rejected text.
    pub String,
);

impl YearMonth {
    /// The first day of the month.
    pub fn first_day(self) -> Date {
        self.first
    }

    /// The last day of the month.
    pub fn last_day(self) -> Date {
        self.first.last_of_month()
    }
}

impl FromStr for YearMonth {
    type Err = YearMonthError;

    fn from_str(text: &str) -> Result<Self, YearMonthError> {
        let first = format!("{text}-01").parse().map_err(|_| YearMonthError(text.to_owned()))?;
        Ok(Self { first })
    }
}

parsed_from!(Text => YearMonth);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_parsed_and_other_texts_are_rejected() {
        assert_eq!("2024-02".parse::<YearMonth>().unwrap().last_day().day(), 29);
        for text in ["", "2023", "2023-00", "2023-13", "2023-1", "2023-05-12", "gegužė"] {
            assert_eq!(text.parse::<YearMonth>(), Err(YearMonthError(text.to_owned())));
        }
    }
}
