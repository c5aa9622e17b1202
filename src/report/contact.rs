//! How to reach the organisation.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;
use url::Url;

use super::{Line, Prose};

/// The section on contacts.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// In place of the usual heading.
    pub title: Option<Line>,
    /// A sentence to go before.
    pub motto: Option<Prose>,
    /// A mailbox.
    pub email: Email,
    /// A web site.
    pub website: Website,
    /// A telephone number.
    pub phone: Phone,
    /// A postal address.
    pub address: Line,
}

/// A mail address, such as `info@lsik.lt` (RFC 5321, section 4.1.2).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Email(email_address::EmailAddress);

/// A web address; it is printed as it was written, and may be written without its scheme.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Website {
    written: String,
    url: Url,
}

/// Why a text is not a [`Website`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebsiteError(String);

/// A telephone number, printed as it was written: `+370 615 96795`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Phone(String);

/// Why a text is not a [`Phone`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneError(String);

impl Email {
    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Where a link on it leads (RFC 6068).
    pub fn url(&self) -> String {
        self.0.to_uri()
    }
}

impl Website {
    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// Where a link on it leads.
    pub fn url(&self) -> &str {
        self.url.as_str()
    }
}

impl Phone {
    /// The number as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where a link on it leads (RFC 3966): digits alone, after a plus if there is one.
    pub fn url(&self) -> String {
        let number: String = self.0.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        format!("tel:{number}")
    }
}

impl FromStr for Website {
    type Err = WebsiteError;

    fn from_str(written: &str) -> Result<Self, WebsiteError> {
        let full = if written.contains("://") { written.to_owned() } else { format!("https://{written}") };
        Url::parse(&full)
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https"))
            .filter(|url| url.domain().is_some_and(|domain| domain.contains('.')))
            .filter(|_| !written.contains(char::is_whitespace))
            .map(|url| Self { written: written.to_owned(), url })
            .ok_or_else(|| WebsiteError(written.to_owned()))
    }
}

impl TryFrom<String> for Website {
    type Error = WebsiteError;

    fn try_from(text: String) -> Result<Self, WebsiteError> {
        text.trim().parse()
    }
}

impl FromStr for Phone {
    type Err = PhoneError;

    fn from_str(text: &str) -> Result<Self, PhoneError> {
        let shape = text.strip_prefix('+').unwrap_or(text);
        let digits = shape.bytes().filter(u8::is_ascii_digit).count();
        // The longest international number has fifteen digits (ITU-T E.164), the shortest
        // Lithuanian one three.
        let plausible = (3..=15).contains(&digits)
            && shape
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '–' | '(' | ')'));
        if plausible { Ok(Self(text.to_owned())) } else { Err(PhoneError(text.to_owned())) }
    }
}

impl TryFrom<String> for Phone {
    type Error = PhoneError;

    fn try_from(text: String) -> Result<Self, PhoneError> {
        text.trim().parse()
    }
}

impl fmt::Display for WebsiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is not a web address: write one such as www.example.lt", self.0)
    }
}

impl std::error::Error for WebsiteError {}

impl fmt::Display for PhoneError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is not a telephone number: write one such as +370 600 00000", self.0)
    }
}

impl std::error::Error for PhoneError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_addresses_are_printed_as_written_and_lead_to_the_web() {
        let website: Website = "www.lsik.lt".parse().unwrap();
        assert_eq!((website.as_str(), website.url()), ("www.lsik.lt", "https://www.lsik.lt/"));
        let website: Website = "http://lsik.lt/a".parse().unwrap();
        assert_eq!(website.url(), "http://lsik.lt/a");
        for text in ["", "lsik", "ftp://lsik.lt", "www.lsik.lt www.lsic.lt", "javascript:alert(1)"] {
            assert_eq!(text.parse::<Website>(), Err(WebsiteError(text.to_owned())));
        }
    }

    #[test]
    fn phone_links_have_digits_alone() {
        let phone: Phone = "+370 615-96795".parse().unwrap();
        assert_eq!((phone.as_str(), phone.url()), ("+370 615-96795", "tel:+37061596795".to_owned()));
        for text in ["", "12", "+370 615 9679x", "1234567890123456", "37+0615"] {
            assert_eq!(text.parse::<Phone>(), Err(PhoneError(text.to_owned())));
        }
    }
}
