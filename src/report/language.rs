//! Languages of foreign words.

use std::fmt;
use std::str::FromStr;

use isolang::Language;

/// The prefix of a language code in a link target or link title.
pub(crate) const LANGUAGE_PREFIX: &str = "lang:";

/// An ISO 639 language code: two letters, or three if the language has no two-letter code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LanguageCode(Language);

/// Why a text is not a [`LanguageCode`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageCodeError(
    /// The rejected text.
    pub String,
);

impl LanguageCode {
    /// The shortest code, in lower case, as BCP 47 requires (RFC 5646, 2.2.1).
    pub fn code(self) -> &'static str {
        self.0.to_639_1().unwrap_or(self.0.to_639_3())
    }
}

impl FromStr for LanguageCode {
    type Err = LanguageCodeError;

    fn from_str(text: &str) -> Result<Self, LanguageCodeError> {
        let code = text.to_ascii_lowercase();
        Language::from_639_1(&code)
            .or_else(|| Language::from_639_3(&code))
            .map(Self)
            .ok_or_else(|| LanguageCodeError(text.to_owned()))
    }
}

impl fmt::Display for LanguageCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_normalised() {
        let code = |text: &str| text.parse().map(LanguageCode::code);
        assert_eq!(code("fr"), Ok("fr"));
        assert_eq!(code("FRA"), Ok("fr"));
        assert_eq!(code("sgs"), Ok("sgs"));
        // Mostly country codes.
        for wrong in ["ua", "dk", "cz", "jp", "zz", "fr-FR", "", "prancūzų"] {
            assert_eq!(code(wrong), Err(LanguageCodeError(wrong.to_owned())));
        }
    }
}
