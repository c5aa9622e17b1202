//! A number of members.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::Deserialize;

use super::number::{SPACE_PATTERN, SPACES};
use super::scalar::{TextOrNumber, parsed_from};

/// A number from 0 to 1 000 000, with or without spaces between groups of three digits: `12 480`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(try_from = "TextOrNumber")]
#[schemars(
    with = "TextOrNumber",
    description = "Narių skaičius",
    extend("type" = ["string", "integer"]),
    extend("minimum" = 0),
    extend("maximum" = Count::MAX),
    extend("pattern" = pattern()),
    extend("examples" = [25, "12 480"]),
)]
pub struct Count(u32);

/// Why a text is not a [`Count`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountError(
    /// The rejected text.
    pub String,
);

/// The JSON schema pattern of a count written as text.
fn pattern() -> String {
    format!("^0*(?:[0-9]{{1,6}}|[1-9][0-9]{{0,2}}{SPACE_PATTERN}[0-9]{{3}}|1(?:{SPACE_PATTERN}?000){{2}})$")
}

impl Count {
    /// The largest count.
    pub const MAX: u32 = 1_000_000;

    /// The number.
    pub fn get(self) -> u32 {
        self.0
    }
}

parsed_from!(TextOrNumber => Count);

impl FromStr for Count {
    type Err = CountError;

    fn from_str(text: &str) -> Result<Self, CountError> {
        let parse = || {
            let groups: Vec<&str> = text.split(SPACES).collect();
            let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
            let in_threes = match groups.split_first()? {
                (first, []) => !first.is_empty(),
                (first, rest) => {
                    (1..=3).contains(&first.len())
                        && !first.starts_with('0')
                        && rest.iter().all(|group| group.len() == 3)
                }
            };
            (groups.iter().all(digits) && in_threes).then(|| groups.concat().parse::<u32>().ok())?
        };
        parse().filter(|count| *count <= Self::MAX).map(Self).ok_or_else(|| CountError(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_parsed_with_and_without_spaces() {
        for (text, count) in
            [("0", 0), ("25", 25), ("12 480", 12_480), ("12\u{a0}480", 12_480), ("1 000 000", 1_000_000)]
        {
            assert_eq!(text.parse(), Ok(Count(count)), "{text}");
        }
        for text in ["", "-1", "5.5", "12 48", "1 2480", " 5", "1000001", "1 000 001", "trys", "0 123", "5 "]
        {
            assert_eq!(text.parse::<Count>(), Err(CountError(text.to_owned())), "{text}");
        }
    }
}
