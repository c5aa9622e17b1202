//! A name, heading or label: plain text on one line.

use std::fmt;
use std::str::FromStr;

use pulldown_cmark::{Event, Tag};
use schemars::JsonSchema;
use serde::Deserialize;

use super::Markdown;
use super::invisible::VISIBLE;
use super::language::LANGUAGE_PREFIX;
use super::scalar::{Text, parsed_from};

/// Plain text without line breaks, never empty. Runs of white space become one space. Markdown is not
/// interpreted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(try_from = "Text")]
#[schemars(
    with = "Text",
    description = "Tekstas vienoje eilutėje",
    extend("pattern" = VISIBLE),
    extend("examples" = ["Pavadinimas"]),
)]
pub struct Line(String);

/// Why a text is not a [`Line`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineError {
    /// Nothing but white space.
    Empty,
}

impl Line {
    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The Markdown in it, if any; it is printed as typed.
    pub fn unsupported(&self) -> Option<Markdown> {
        if !self.0.contains(['*', '_', ']', '`']) {
            return None;
        }
        pulldown_cmark::Parser::new(&self.0).find_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with(LANGUAGE_PREFIX) => {
                Some(Markdown::Language)
            }
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
            | Event::Code(_) => Some(Markdown::Inline),
            _ => None,
        })
    }
}

parsed_from!(Text => Line);

impl FromStr for Line {
    type Err = LineError;

    fn from_str(text: &str) -> Result<Self, LineError> {
        let mut line = String::with_capacity(text.len());
        // No-break spaces are kept.
        for word in text.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()) {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        if line.trim().is_empty() { Err(LineError::Empty) } else { Ok(Self(line)) }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_collapsed_and_no_break_spaces_are_kept() {
        let line = " Vilniaus \n\t universitetas\u{a0}(VU) ".parse::<Line>().unwrap();
        assert_eq!(line.as_str(), "Vilniaus universitetas\u{a0}(VU)");
    }

    #[test]
    fn an_empty_line_is_rejected() {
        for text in ["", " ", "\n\t", "\u{a0}"] {
            assert_eq!(text.parse::<Line>(), Err(LineError::Empty), "{text:?}");
        }
    }
}
