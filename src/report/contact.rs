//! How to reach the organisation.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::Deserialize;
use url::Url;

use super::scalar::{Text, parsed_from};
use super::{Line, OneOrMore, Prose, list};

/// The section on contacts.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Skyrius „Susisiekite“")]
pub struct Contact {
    /// Replaces the default heading.
    #[schemars(description = "Antraštė vietoj įprastos", extend("default" = "Susisiekite"))]
    pub title: Option<Line>,
    /// A sentence below the heading.
    #[schemars(description = "Sakinys po antrašte")]
    pub motto: Option<Prose>,
    /// E-mail addresses.
    #[schemars(description = "El. pašto adresas arba kelių adresų sąrašas")]
    pub email: Option<OneOrMore<Email>>,
    /// Web sites.
    #[schemars(description = "Svetainės adresas arba kelių adresų sąrašas")]
    pub website: Option<OneOrMore<Website>>,
    /// Telephone numbers.
    #[schemars(description = "Telefono numeris arba kelių numerių sąrašas")]
    pub phone: Option<OneOrMore<Phone>>,
    /// Postal addresses.
    #[schemars(description = "Pašto adresas arba kelių adresų sąrašas", extend("examples" = ["Augustijonų g. 4, 01127 Vilnius"]))]
    pub address: Option<OneOrMore<Line>>,
    /// Anything else, such as a bank account.
    #[serde(default, deserialize_with = "list::optional")]
    #[schemars(description = "Kiti kontaktai ir duomenys, pavyzdžiui, banko sąskaita", with = "Option<Vec<OtherContact>>", extend("default" = []))]
    pub other: Vec<OtherContact>,
}

/// A contact without a dedicated key.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Kontaktas su savo pavadinimu")]
pub struct OtherContact {
    /// Its label.
    #[schemars(description = "Pavadinimas, pavyzdžiui, Sąskaita", extend("examples" = ["Sąskaita"]))]
    pub label: Line,
    /// The number or address, printed as written.
    #[schemars(description = "Tekstas, spausdinamas taip, kaip parašytas", extend("examples" = ["LT12 1000 0111 0100 1000"]))]
    pub text: Line,
}

/// An e-mail address, such as `info@lsik.lt` (RFC 5321, section 4.1.2).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "Text")]
#[schemars(
    with = "Text",
    description = "El. pašto adresas",
    extend("format" = "idn-email"),
    extend("pattern" = r#"^[^\s@<>"]+@[^\s@.]+(\.[^\s@.]+)+$"#),
    extend("examples" = ["info@lsik.lt"]),
)]
pub struct Email(email_address::EmailAddress);

/// Why a text is not an [`Email`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailError(
    /// The rejected text.
    pub String,
);

/// A web address, printed as written; the scheme may be omitted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "Text")]
#[schemars(
    with = "Text",
    description = "Svetainės adresas, toks, koks bus išspausdintas",
    extend("pattern" = WEBSITE_PATTERN),
    extend("examples" = ["www.lsik.lt"]),
)]
pub struct Website {
    written: String,
    url: Url,
}

/// Approximates [`Website`] in the JSON schema.
const WEBSITE_PATTERN: &str = r"^([Hh][Tt][Tt][Pp][Ss]?://)?[0-9A-Za-z\u00a1-\uffff-]+(\.[0-9A-Za-z\u00a1-\uffff-]+)*\.[A-Za-z\u00a1-\uffff][0-9A-Za-z\u00a1-\uffff-]*(:[0-9]{1,4})?([/?#]\S*)?$";

/// Why a text is not a [`Website`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebsiteError(
    /// The rejected text.
    pub String,
);

/// A telephone number, printed as written: `+370 615 96795`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "Text")]
#[schemars(
    with = "Text",
    description = "Telefono numeris, toks, koks bus išspausdintas",
    extend("pattern" = PHONE_PATTERN),
    extend("examples" = ["+370 615 96795"]),
)]
pub struct Phone(String);

/// Matches [`Phone`] in the JSON schema: three to fifteen digits and the usual separators.
const PHONE_PATTERN: &str = r"^(?=([^0-9]*[0-9]){3,15}[^0-9]*$)\+?[0-9(][0-9 \u00a0()–-]*$";

/// Why a text is not a [`Phone`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneError(
    /// The rejected text.
    pub String,
);

impl Email {
    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The target of a link to it (RFC 6068).
    pub fn url(&self) -> String {
        self.0.to_uri()
    }
}

impl Website {
    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// The target of a link to it.
    pub fn url(&self) -> &str {
        self.url.as_str()
    }
}

impl Phone {
    /// The number as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The target of a link to it (RFC 3966): digits only, after a plus if there is one.
    pub fn url(&self) -> String {
        let number: String = self.0.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        format!("tel:{number}")
    }
}

impl FromStr for Email {
    type Err = EmailError;

    fn from_str(text: &str) -> Result<Self, EmailError> {
        // Display names, as in `LSIK <info@lsik.lt>`, are rejected.
        email_address::EmailAddress::parse_with_options(
            text,
            email_address::Options::default().without_display_text().with_required_tld(),
        )
        .map(Self)
        .map_err(|_| EmailError(text.to_owned()))
    }
}

parsed_from!(Text => Email);

impl FromStr for Website {
    type Err = WebsiteError;

    fn from_str(written: &str) -> Result<Self, WebsiteError> {
        let parse = || {
            let (scheme, rest) = written.split_once("://").unwrap_or(("https", written));
            let known = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
            let host = rest.split(['/', '?', '#']).next()?;
            let (name, port) = host.split_once(':').unwrap_or((host, "0"));
            let plausible = is_domain(name)
                && (1..=4).contains(&port.len())
                && port.bytes().all(|byte| byte.is_ascii_digit())
                && !rest.contains(char::is_whitespace);
            let url = Url::parse(&format!("{scheme}://{rest}")).ok()?;
            (known && plausible).then(|| Self { written: written.to_owned(), url })
        };
        parse().ok_or_else(|| WebsiteError(written.to_owned()))
    }
}

/// Whether a text looks like a domain name: at least two labels of letters, digits and hyphens, the last of
/// which begins with a letter.
fn is_domain(text: &str) -> bool {
    // The URL parser applies the rules of internationalised names.
    let letter = |c: char| c.is_ascii_alphabetic() || ('\u{a1}'..='\u{ffff}').contains(&c);
    let label =
        |label: &str| !label.is_empty() && label.chars().all(|c| letter(c) || c.is_ascii_digit() || c == '-');
    text.contains('.')
        && text.split('.').all(label)
        && text.rsplit('.').next().is_some_and(|last| last.starts_with(letter))
}

parsed_from!(Text => Website);

impl FromStr for Phone {
    type Err = PhoneError;

    fn from_str(text: &str) -> Result<Self, PhoneError> {
        let shape = text.strip_prefix('+').unwrap_or(text);
        let begins = shape.starts_with(|c: char| c.is_ascii_digit() || c == '(');
        let digits = shape.bytes().filter(u8::is_ascii_digit).count();
        // The longest international number has fifteen digits (ITU-T E.164); the shortest
        // Lithuanian one has three.
        let plausible = begins
            && (3..=15).contains(&digits)
            && shape
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '–' | '(' | ')'));
        if plausible { Ok(Self(text.to_owned())) } else { Err(PhoneError(text.to_owned())) }
    }
}

parsed_from!(Text => Phone);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_addresses_are_printed_as_written_and_link_to_a_url() {
        let website: Website = "www.lsik.lt".parse().unwrap();
        assert_eq!((website.as_str(), website.url()), ("www.lsik.lt", "https://www.lsik.lt/"));
        let website: Website = "http://lsik.lt/a".parse().unwrap();
        assert_eq!(website.url(), "http://lsik.lt/a");
        for text in ["", "lsik", "ftp://lsik.lt", "www.lsik.lt www.lsic.lt", "javascript:alert(1)"] {
            assert_eq!(text.parse::<Website>(), Err(WebsiteError(text.to_owned())));
        }
    }

    #[test]
    fn phone_links_contain_only_digits() {
        let phone: Phone = "+370 615-96795".parse().unwrap();
        assert_eq!((phone.as_str(), phone.url()), ("+370 615-96795", "tel:+37061596795".to_owned()));
        for text in ["", "12", "+370 615 9679x", "1234567890123456", "37+0615", "-370615", " 112"] {
            assert_eq!(text.parse::<Phone>(), Err(PhoneError(text.to_owned())));
        }
    }
}
