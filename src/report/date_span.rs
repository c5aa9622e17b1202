//! The date of an event: a day, a month, or a range of either.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::Deserialize;

use super::scalar::{Text, parsed_from};
use super::{Date, YearMonth};

/// A day, a month, or a range of days or months, written as in ISO 8601: `2023-05-12`, `2023-05`,
/// `2023-05-12/2023-05-14`, `2023-05/2023-07`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "Text")]
#[schemars(
    with = "Text",
    description = "Diena, mėnuo arba jų intervalas: 2023-05-12, 2023-05, 2023-05-12/2023-05-14",
    extend("pattern" = PATTERN),
    extend("examples" = ["2023-05-12", "2023-05", "2023-05-12/2023-05-14"]),
)]
pub enum DateSpan {
    /// One day.
    Day(Date),
    /// One month.
    Month(YearMonth),
    /// A range of days; the first is before the last.
    Days(Date, Date),
    /// A range of months; the first is before the last.
    Months(YearMonth, YearMonth),
}

/// The pattern also matches days that a month does not have, and reversed ranges.
const PATTERN: &str = r"^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(/(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?|/(?!0000)[0-9]{4}-(0[1-9]|1[0-2]))?$";

/// Why a text is not a [`DateSpan`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateSpanError {
    /// Not in any of the forms.
    Malformed(String),
    /// A range whose end is not after its start.
    Reversed(String),
}

impl DateSpan {
    /// The first and the last day.
    pub fn days(self) -> (Date, Date) {
        match self {
            Self::Day(day) => (day, day),
            Self::Month(month) => (month.first_day(), month.last_day()),
            Self::Days(first, last) => (first, last),
            Self::Months(first, last) => (first.first_day(), last.last_day()),
        }
    }
}

parsed_from!(Text => DateSpan);

impl FromStr for DateSpan {
    type Err = DateSpanError;

    fn from_str(text: &str) -> Result<Self, DateSpanError> {
        let (first, last) = match text.split_once('/') {
            Some((first, last)) => (first, Some(last)),
            None => (text, None),
        };
        let days = (first.parse::<Date>(), last.map(str::parse::<Date>));
        let months = (first.parse::<YearMonth>(), last.map(str::parse::<YearMonth>));
        match (days, months) {
            ((Ok(day), None), _) => Ok(Self::Day(day)),
            (_, (Ok(month), None)) => Ok(Self::Month(month)),
            ((Ok(first), Some(Ok(last))), _) if first < last => Ok(Self::Days(first, last)),
            (_, (Ok(first), Some(Ok(last)))) if first < last => Ok(Self::Months(first, last)),
            ((Ok(_), Some(Ok(_))), _) | (_, (Ok(_), Some(Ok(_)))) => {
                Err(DateSpanError::Reversed(text.to_owned()))
            }
            _ => Err(DateSpanError::Malformed(text.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<DateSpan, DateSpanError> {
        text.parse()
    }

    #[test]
    fn days_months_and_ranges_are_parsed() {
        let ends = |text: &str| {
            let (first, last) = read(text).unwrap().days();
            [first, last].map(|day| (day.year(), day.month(), day.day()))
        };
        assert_eq!(ends("2023-05-12"), [(2023, 5, 12), (2023, 5, 12)]);
        assert_eq!(ends("2024-02"), [(2024, 2, 1), (2024, 2, 29)]);
        assert_eq!(ends("2022-12-30/2023-01-02"), [(2022, 12, 30), (2023, 1, 2)]);
        assert_eq!(ends("2023-11/2023-12"), [(2023, 11, 1), (2023, 12, 31)]);
    }

    #[test]
    fn other_forms_are_rejected() {
        for text in [
            "",
            "2023",
            "2023-13",
            "2023-02-30",
            "2023-05/2023-06-01",
            "2023-05-12/",
            "/2023-05-12",
            "2023-05-12-14",
            "2023-5",
        ] {
            assert_eq!(read(text), Err(DateSpanError::Malformed(text.to_owned())));
        }
        for text in ["2023-05-14/2023-05-12", "2023-05-12/2023-05-12", "2023-06/2023-05"] {
            assert_eq!(read(text), Err(DateSpanError::Reversed(text.to_owned())));
        }
    }
}
