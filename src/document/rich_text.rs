//! Running text as the template receives it.

use serde::Serialize;

use crate::report::{Inline, Prose};

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
        Self(prose.paragraphs().iter().map(|paragraph| spans(paragraph)).collect())
    }
}

fn spans(inlines: &[Inline]) -> Vec<Span> {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => Span::Text(text.clone()),
            Inline::Emphasis(body) => Span::Emphasis(spans(body)),
            Inline::Strong(body) => Span::Strong(spans(body)),
            Inline::Link { target, body } => {
                Span::Link { url: target.as_str().to_owned(), body: spans(body) }
            }
        })
        .collect()
}
