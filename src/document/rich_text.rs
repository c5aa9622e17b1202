//! Running text as the template receives it.

use serde::Serialize;

use crate::report::{Inline, Prose};
use crate::typography::{self, Piece};

/// Paragraphs of spans.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct RichText(Vec<Vec<Span>>);

/// A piece of running text; in JSON a dictionary whose only key says what it is.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Words as they stand.
    Text(String),
    /// Emphasised.
    Emphasis(Vec<Span>),
    /// Strongly emphasised.
    Strong(Vec<Span>),
    /// A link.
    Link {
        /// Where it leads.
        url: String,
        /// What is seen of it.
        body: Vec<Span>,
    },
}

impl From<&Prose> for RichText {
    fn from(prose: &Prose) -> Self {
        Self(prose.paragraphs().iter().map(|paragraph| set(paragraph)).collect())
    }
}

/// The spans of a paragraph, set as one text.
fn set(paragraph: &[Inline]) -> Vec<Span> {
    let mut pieces = Vec::new();
    collect_pieces(paragraph, &mut pieces);
    spans(paragraph, &mut typography::set_pieces(pieces).into_iter())
}

fn collect_pieces<'a>(inlines: &'a [Inline], pieces: &mut Vec<Piece<'a>>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => pieces.push(Piece { text, verbatim: false }),
            Inline::Emphasis(body) | Inline::Strong(body) | Inline::Link { body, .. } => {
                collect_pieces(body, pieces);
            }
        }
    }
}

/// The spans of pieces; `texts` has the words of each, in their order.
fn spans(inlines: &[Inline], texts: &mut impl Iterator<Item = String>) -> Vec<Span> {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(_) => Span::Text(texts.next().unwrap_or_default()),
            Inline::Emphasis(body) => Span::Emphasis(spans(body, texts)),
            Inline::Strong(body) => Span::Strong(spans(body, texts)),
            Inline::Link { target, body } => {
                Span::Link { url: target.as_str().to_owned(), body: spans(body, texts) }
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_set_as_one_text() {
        let prose = Prose::try_from(
            "Su *\"Ramintoja* - [28344 Eur](https://lsik.lt/12345)\" į\n**žmogų**".to_owned(),
        );
        let json = serde_json::to_value(RichText::from(&prose.unwrap())).unwrap();
        assert_eq!(
            json,
            serde_json::json!([[
                { "text": "Su " },
                { "emphasis": [{ "text": "„Ramintoja" }] },
                { "text": "\u{a0}– " },
                { "link": { "url": "https://lsik.lt/12345", "body": [{ "text": "28\u{a0}344\u{a0}Eur" }] } },
                { "text": "“ į\u{a0}" },
                { "strong": [{ "text": "žmogų" }] },
            ]])
        );
    }
}
