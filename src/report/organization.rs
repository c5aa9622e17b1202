//! Whose report it is.

use std::fmt;

use serde::Deserialize;

use super::{ImagePath, Line};

/// The organisation that reports.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// Its full name.
    pub name: Line,
    /// Its legal form, such as `asociacija`.
    pub legal_form: Option<Line>,
    /// Its code in the register of legal persons.
    pub code: Option<Code>,
    /// Its logo.
    pub logo: Option<ImagePath>,
}

/// The nine digits by which Lithuania's register of legal persons (Juridinių asmenų registras)
/// knows an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Code(String);

/// Why a text is not a [`Code`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeError(String);

impl Code {
    /// The nine digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Code {
    type Error = CodeError;

    fn try_from(text: String) -> Result<Self, CodeError> {
        if text.len() == 9 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self(text))
        } else {
            Err(CodeError(text))
        }
    }
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is not the code of a legal person: it has nine digits, such as \"302296711\"", self.0)
    }
}

impl std::error::Error for CodeError {}
