//! The languages of words.

use std::fmt;
use std::str::FromStr;

use icu_locale_core::subtags;

/// What stands before the name of a language in a mark.
pub(super) const LANGUAGE_MARK: &str = "lang:";

/// A language by its code of two or three letters (ISO 639, as BCP 47 has it), in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LanguageCode(subtags::Language);

/// Why a text is not a [`LanguageCode`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageCodeError(
    /// What was written.
    pub String,
);

/// The letters of the longest code of ISO 639.
const MOST_LETTERS: usize = 3;

impl LanguageCode {
    /// The code.
    pub fn code(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for LanguageCode {
    type Err = LanguageCodeError;

    fn from_str(text: &str) -> Result<Self, LanguageCodeError> {
        subtags::Language::try_from_str(text)
            .ok()
            .filter(|language| language.as_str().len() <= MOST_LETTERS)
            .map(Self)
            .ok_or_else(|| LanguageCodeError(text.to_owned()))
    }
}

impl fmt::Display for LanguageCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
