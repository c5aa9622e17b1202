//! Numbers as people write them.

use std::str::FromStr;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use super::scalar::TextOrNumber;

/// An exact number with at most two decimals, between −10¹² and 10¹².
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(try_from = "TextOrNumber")]
#[schemars(
    with = "TextOrNumber",
    description = "Skaičius, po kablelio – iki dviejų skaitmenų",
    extend("minimum" = MIN),
    extend("maximum" = MAX),
    extend("pattern" = pattern("")),
    extend("examples" = [1204, "12 480", "3,5"]),
)]
pub struct Number(Decimal);

/// Why a text is not a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberError {
    /// Not a decimal number.
    NotANumber(String),
    /// A dash, as printed for a missing value.
    Dash(String),
    /// A single separator before three digits, which may group thousands or precede decimals.
    Ambiguous {
        /// The rejected text.
        text: String,
        /// The number if the separator groups thousands.
        grouped: String,
        /// The number if the separator precedes decimals, rounded to two.
        rounded: String,
    },
    /// More than two decimals.
    TooFine {
        /// The rejected text.
        text: String,
        /// The same number, rounded to two decimals.
        rounded: String,
    },
    /// An absolute value of 10¹² or more.
    TooLarge(String),
}

impl NumberError {
    /// Replaces the rejected text, for a number that is part of a longer text.
    pub(super) fn with_text(self, text: &str) -> Self {
        let text = text.to_owned();
        match self {
            Self::NotANumber(_) => Self::NotANumber(text),
            Self::Dash(_) => Self::Dash(text),
            Self::Ambiguous { grouped, rounded, .. } => Self::Ambiguous { text, grouped, rounded },
            Self::TooFine { rounded, .. } => Self::TooFine { text, rounded },
            Self::TooLarge(_) => Self::TooLarge(text),
        }
    }
}

/// White space accepted between groups of digits.
pub(super) const SPACES: [char; 17] = [
    ' ', '\u{a0}', '\u{1680}', '\u{2000}', '\u{2001}', '\u{2002}', '\u{2003}', '\u{2004}', '\u{2005}',
    '\u{2006}', '\u{2007}', '\u{2008}', '\u{2009}', '\u{200a}', '\u{202f}', '\u{205f}', '\u{3000}',
];
/// [`SPACES`] as a pattern for the JSON schema.
pub(super) const SPACE_PATTERN: &str = r"[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]";
/// The hyphen, the minus sign, and the en dash that word processors replace the hyphen with.
const MINUS_SIGNS: [char; 3] = ['-', '\u{2212}', '–'];
const DASHES: [&str; 4] = ["-", "\u{2212}", "–", "—"];
const MAX_DECIMALS: u32 = 2;

/// Numbers stay below this limit, so that sums cannot overflow.
const LIMIT: Decimal = Decimal::from_parts(0xD4A5_1000, 0xE8, 0, false, 0);

/// The smallest and the largest number, for the JSON schema.
pub(super) const MIN: f64 = -MAX;
pub(super) const MAX: f64 = 999_999_999_999.99;

/// The JSON schema pattern of a number written as text, with or without groups of three digits and with up to two
/// decimals; `unit` is the pattern of a unit that may follow. A single separator before exactly three digits is
/// ambiguous and does not match.
pub(super) fn pattern(unit: &str) -> String {
    const SPACE: &str = SPACE_PATTERN;
    let forms = [
        "(?![1-9][0-9]{0,2}[.,][0-9]{3}(?![0-9]))0*[0-9]{1,12}(?:[.,][0-9]{1,2}0*)?",
        &format!("[1-9][0-9]{{0,2}}(?:{SPACE}[0-9]{{3}}){{1,3}}(?:[.,][0-9]{{1,2}})?"),
        r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,3},[0-9]{1,2}",
        r"[1-9][0-9]{0,2}(?:,[0-9]{3}){1,3}\.[0-9]{1,2}",
        r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,3}",
        r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,3}",
    ];
    format!("^{SPACE}*(?:[-\u{2212}–]{SPACE}*)?(?:{}){SPACE}*{unit}{SPACE}*$", forms.join("|"))
}

impl Number {
    /// The exact value.
    pub fn decimal(self) -> Decimal {
        self.0
    }
}

impl FromStr for Number {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        parse(text).map(Self)
    }
}

impl TryFrom<TextOrNumber> for Number {
    type Error = NumberError;

    fn try_from(TextOrNumber(text): TextOrNumber) -> Result<Self, NumberError> {
        text.parse()
    }
}

/// Parses a number with up to two decimals, between −10¹² and 10¹²: `28344.5`, `28 344,50`, `7.217,50`.
///
/// Spaces, full stops or commas may separate groups of three digits; the decimal separator is a full
/// stop or a comma. An ambiguous number, such as `7.217`, is an error.
pub(super) fn parse(text: &str) -> Result<Decimal, NumberError> {
    let trimmed = text.trim_matches(SPACES);
    if DASHES.contains(&trimmed) {
        return Err(NumberError::Dash(text.to_owned()));
    }
    let (minus, digits) = match trimmed.strip_prefix(MINUS_SIGNS) {
        Some(rest) => ("-", rest.trim_start_matches(SPACES)),
        None => ("", trimmed),
    };
    let not_a_number = || NumberError::NotANumber(text.to_owned());
    let (whole, decimals) = match split(digits).ok_or_else(not_a_number)? {
        Digits::Number { whole, decimals } => (whole, decimals),
        Digits::Ambiguous { before, after } => {
            return Err(NumberError::Ambiguous {
                text: text.to_owned(),
                grouped: format!("{minus}{before}{after}"),
                rounded: rounded(&format!("{minus}{before}.{after}")).ok_or_else(not_a_number)?,
            });
        }
    };
    let plain = format!("{minus}{whole}.{decimals}0");
    let number = match Decimal::from_str(&plain) {
        Ok(number) if number.abs() < LIMIT => number.normalize(),
        _ => return Err(NumberError::TooLarge(text.to_owned())),
    };
    if number.scale() > MAX_DECIMALS {
        let rounded = rounded(&plain).ok_or_else(not_a_number)?;
        return Err(NumberError::TooFine { text: text.to_owned(), rounded });
    }
    Ok(number)
}

/// A number split at its separators.
enum Digits {
    /// Its whole part and its decimals, in plain digits.
    Number { whole: String, decimals: String },
    /// The digits before and after a separator of either thousands or decimals.
    Ambiguous { before: String, after: String },
}

fn split(digits: &str) -> Option<Digits> {
    let is_space = |c: char| SPACES.contains(&c);
    let groups: Vec<&str> = digits.split(|c: char| matches!(c, '.' | ',') || is_space(c)).collect();
    if !groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let separators: Vec<char> = digits
        .chars()
        .filter(|c| !c.is_ascii_digit())
        .map(|separator| if is_space(separator) { ' ' } else { separator })
        .collect();
    let number = |whole: &[&str], decimals: &str| Digits::Number {
        whole: whole.concat(),
        decimals: decimals.to_owned(),
    };
    let same = |separators: &[char]| separators.windows(2).all(|pair| pair.first() == pair.last());
    let in_threes = |groups: &[&str]| {
        let (first, rest) = groups.split_first()?;
        let first = first.len() <= 3 && !first.starts_with('0');
        (first && rest.iter().all(|group| group.len() == 3)).then_some(())
    };
    match separators.split_last() {
        None => Some(number(&groups, "")),
        Some((last, before)) if *last != ' ' && !before.contains(last) => {
            let (decimals, whole) = groups.split_last()?;
            if before.is_empty() && decimals.len() == 3 && in_threes(whole).is_some() {
                return Some(Digits::Ambiguous { before: whole.concat(), after: (*decimals).to_owned() });
            }
            if !before.is_empty() {
                in_threes(whole)?;
                // After groups of three, three more digits are unlikely to be decimals.
                (same(before) && decimals.len() <= 2).then_some(())?;
            }
            Some(number(whole, decimals))
        }
        Some(_) => {
            in_threes(&groups)?;
            same(&separators).then(|| number(&groups, ""))
        }
    }
}

fn rounded(plain: &str) -> Option<String> {
    use rust_decimal::RoundingStrategy::MidpointAwayFromZero;
    let number = Decimal::from_str(plain).ok()?;
    let rounded = number.round_dp_with_strategy(MAX_DECIMALS, MidpointAwayFromZero);
    Some(rounded.normalize().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lithuanian_number_formats_are_parsed() {
        for (text, number) in [
            ("28344", "28344"),
            ("28344.5", "28344.5"),
            ("28344,50", "28344.5"),
            ("28 344,50", "28344.5"),
            ("28\u{a0}344,50", "28344.5"),
            ("28\u{202f}344", "28344"),
            ("1\u{2009}234\u{2009}567,05", "1234567.05"),
            (" 5 ", "5"),
            ("7.217,50", "7217.5"),
            ("7,217.50", "7217.5"),
            ("1.234.567", "1234567"),
            ("1,234,567", "1234567"),
            ("1.234.567,89", "1234567.89"),
            ("-120", "-120"),
            ("\u{2212}120,5", "-120.5"),
            ("– 1 200", "-1200"),
            ("0,50", "0.5"),
            ("0.500", "0.5"),
            ("28344.500", "28344.5"),
            ("007", "7"),
            ("999 999 999 999,99", "999999999999.99"),
        ] {
            assert_eq!(parse(text).map(|number| number.to_string()), Ok(number.to_owned()), "{text}");
        }
    }

    #[test]
    fn an_ambiguous_number_is_rejected_with_both_readings() {
        for (text, grouped, rounded) in [
            ("7.217", "7217", "7.22"),
            ("7,217", "7217", "7.22"),
            ("-28.344", "-28344", "-28.34"),
            ("5.120", "5120", "5.12"),
            ("350,000", "350000", "350"),
        ] {
            let error = NumberError::Ambiguous {
                text: text.to_owned(),
                grouped: grouped.to_owned(),
                rounded: rounded.to_owned(),
            };
            assert_eq!(parse(text), Err(error));
        }
    }

    #[test]
    fn other_texts_are_not_numbers() {
        for text in [
            "",
            " ",
            "--5",
            "1e3",
            ".5",
            "5.",
            "+5",
            "0x10",
            "~",
            "١",
            "7 21",
            "72 1700",
            "1234 567",
            "1 234.567",
            "1 234.567,5",
            "1,2,3",
            "1.234.56",
            "1.234,567",
            "0 123",
            "7  217",
            "7-217",
            "5 %",
            "12,",
            "1,,2",
        ] {
            assert_eq!(parse(text), Err(NumberError::NotANumber(text.to_owned())));
        }
        for text in ["-", "–", "—", " \u{2212} "] {
            assert_eq!(parse(text), Err(NumberError::Dash(text.to_owned())));
        }
    }

    #[test]
    fn numbers_with_more_decimals_or_above_the_limit_are_rejected() {
        for (text, rounded) in [("0.125", "0.13"), ("21127.505", "21127.51"), ("28344,1234", "28344.12")] {
            let error = NumberError::TooFine { text: text.to_owned(), rounded: rounded.to_owned() };
            assert_eq!(parse(text), Err(error));
        }
        let digits = "9".repeat(400);
        for text in ["1000000000000", "-1 000 000 000 000", &digits] {
            assert_eq!(parse(text), Err(NumberError::TooLarge(text.to_owned())));
        }
    }

    #[test]
    fn decimals_are_exact() {
        let sum: Decimal = ["0.1", "0,20", "-1000000.05"].map(|text| parse(text).unwrap()).iter().sum();
        assert_eq!(sum.to_string(), "-999999.75");
    }
}
