//! Running text in the form passed to the template.

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use super::Text;
use crate::lithuanian::typography::{self, Piece};
use crate::patterns::patterns;
use crate::report::{Inline, KeyPath, Origin, Prose};

/// Paragraphs of spans.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct RichText(Vec<Vec<Span>>);

/// A piece of running text; in JSON a dictionary with the kind of span as its only key.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Plain text.
    Text(Text),
    /// The end of a word that is too short to begin a line after a hyphen.
    Ending(Text),
    /// A range of numbers, or a number with an ending, in which no line break is allowed.
    Whole(Text),
    /// Emphasis.
    Emphasis(Vec<Span>),
    /// Strong emphasis.
    Strong(Vec<Span>),
    /// A link.
    Link {
        /// The target.
        url: String,
        /// The link text.
        body: Vec<Span>,
    },
    /// Words in another language.
    Foreign {
        /// The language code (ISO 639).
        lang: String,
        /// The words.
        body: Vec<Span>,
    },
}

impl RichText {
    /// A single paragraph of plain text.
    pub(super) fn plain(text: Text) -> Self {
        Self(vec![vec![Span::Text(text)]])
    }

    /// A line; foreign words introduced by an abbreviation are marked.
    pub(super) fn of_line(line: &Text) -> Self {
        let text = |words| Text::with(words, line.origin().cloned());
        Self(vec![split_at_foreign(line.words(), &text)])
    }

    /// The running text at a path.
    pub(super) fn new(prose: &Prose, path: &KeyPath) -> Self {
        let paragraphs = prose.paragraphs().iter().enumerate();
        Self(paragraphs.map(|(index, paragraph)| set(paragraph, &Origin::part(path, index))).collect())
    }
}

/// The spans of a paragraph. Typography is applied to the paragraph as a whole.
pub(super) fn set(paragraph: &[Inline], origin: &Origin) -> Vec<Span> {
    let text = |words| Text::new(words, origin.clone());
    spans(paragraph, false, &text, &mut typography::apply_to_pieces(pieces(paragraph)).into_iter())
}

/// The pieces of text of a paragraph; foreign words are verbatim.
pub(super) fn pieces(paragraph: &[Inline]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    collect_pieces(paragraph, false, &mut pieces);
    pieces
}

fn collect_pieces<'a>(inlines: &'a [Inline], foreign: bool, pieces: &mut Vec<Piece<'a>>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => pieces.push(Piece { text, verbatim: foreign }),
            Inline::Emphasis(body) | Inline::Strong(body) | Inline::Link { body, .. } => {
                collect_pieces(body, foreign, pieces);
            }
            Inline::Foreign { body, .. } => collect_pieces(body, true, pieces),
        }
    }
}

/// The spans of inlines. `texts` yields the words of each piece, in order, and `text` adds their origin.
fn spans(
    inlines: &[Inline],
    foreign: bool,
    text: &impl Fn(String) -> Text,
    texts: &mut impl Iterator<Item = String>,
) -> Vec<Span> {
    inlines
        .iter()
        .flat_map(|inline| match inline {
            Inline::Text(_) => {
                let words = texts.next().unwrap_or_default();
                if foreign { vec![Span::Text(text(words))] } else { split_at_foreign(&words, text) }
            }
            Inline::Emphasis(body) => vec![Span::Emphasis(spans(body, foreign, text, texts))],
            Inline::Strong(body) => vec![Span::Strong(spans(body, foreign, text, texts))],
            Inline::Link { target, body } => {
                vec![Span::Link { url: target.as_str().to_owned(), body: spans(body, foreign, text, texts) }]
            }
            Inline::Foreign { language, body } => {
                vec![Span::Foreign { lang: language.code().to_owned(), body: spans(body, true, text, texts) }]
            }
        })
        .collect()
}

patterns! {
    /// Words in brackets after the abbreviation of a language.
    ABBREVIATED = r"\((\p{Ll}+)\.[ \u{a0}]([^()]*\p{L}[^()]*)\)";
    /// A range of numbers, and a number with an ending.
    WHOLE = r"\b[0-9IVXLC][0-9IVXLC.,:]*(?:\u{a0}%)?–[0-9IVXLC.,:]*[0-9IVXLC]\b|\b[0-9]+-\p{Ll}+";
}

/// Splits a text at foreign words: those in brackets after the abbreviation of a language, as in
/// `medelynas (angl. tree nursery)`.
fn split_at_foreign(text: &str, set: &impl Fn(String) -> Text) -> Vec<Span> {
    const LANGUAGES: [(&str, &str); 9] = [
        ("angl", "en"),
        ("isp", "es"),
        ("it", "it"),
        ("lenk", "pl"),
        ("lot", "la"),
        ("pranc", "fr"),
        ("rus", "ru"),
        ("ukr", "uk"),
        ("vok", "de"),
    ];
    let mut spans = Vec::new();
    let mut start = 0;
    for found in ABBREVIATED.captures_iter(text) {
        let (Some(abbreviation), Some(words)) = (found.get(1), found.get(2)) else { continue };
        let Some((_, lang)) = LANGUAGES.iter().find(|(name, _)| *name == abbreviation.as_str()) else {
            continue;
        };
        spans.extend(split_at_unbreakable(text.get(start..words.start()).unwrap_or_default(), set));
        let body = vec![Span::Text(set(words.as_str().to_owned()))];
        spans.push(Span::Foreign { lang: (*lang).to_owned(), body });
        start = words.end();
    }
    spans.extend(split_at_unbreakable(text.get(start..).unwrap_or_default(), set));
    spans
}

/// Splits a text at pieces in which no line break is allowed, although UAX #14 permits one: after the dash of `9–12`
/// and `XX–XXI`, and after the hyphen of `25-asis`.
fn split_at_unbreakable(text: &str, set: &impl Fn(String) -> Text) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for whole in WHOLE.captures_iter(text).filter_map(|found| found.get(0)) {
        spans.extend(split_at_endings(text.get(start..whole.start()).unwrap_or_default(), set));
        spans.push(Span::Whole(set(whole.as_str().to_owned())));
        start = whole.end();
    }
    spans.extend(split_at_endings(text.get(start..).unwrap_or_default(), set));
    spans
}

/// The minimum number of letters after a hyphenation point.
const MIN_AFTER_HYPHEN: usize = 3;

/// Splits a text before word endings that are too short to be hyphenated. Typst hyphenates Lithuanian words, but
/// accepts endings of two letters.
fn split_at_endings(text: &str, set: &impl Fn(String) -> Text) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, word) in text.unicode_word_indices() {
        // Only purely alphabetic words are hyphenated.
        if !word.chars().all(char::is_alphabetic) {
            continue;
        }
        let syllables = hypher::hyphenate(word, hypher::Lang::Lithuanian);
        let Some(ending) = syllables.last().filter(|ending| ending.len() < word.len()) else { continue };
        let end = at + word.len();
        let split = end - ending.len();
        if ending.chars().count() < MIN_AFTER_HYPHEN
            && let (Some(before), Some(ending)) = (text.get(start..split), text.get(split..end))
        {
            spans.extend([Span::Text(set(before.to_owned())), Span::Ending(set(ending.to_owned()))]);
            start = end;
        }
    }
    spans.extend(
        text.get(start..).filter(|rest| !rest.is_empty()).map(|rest| Span::Text(set(rest.to_owned()))),
    );
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The spans of a text, without their origins.
    fn json(prose: &Prose) -> serde_json::Value {
        let paragraphs = prose.paragraphs().iter();
        let spans = paragraphs.map(|paragraph| {
            let mut texts = typography::apply_to_pieces(pieces(paragraph)).into_iter();
            spans(paragraph, false, &Text::from, &mut texts)
        });
        serde_json::to_value(RichText(spans.collect())).unwrap()
    }

    /// In ko-le-gi-ja the ending “ja” is too short; klas-te-ris may be hyphenated at every syllable.
    #[test]
    fn short_endings_are_split_off() {
        let json = serde_json::to_value(split_at_endings("Kauno kolegija, klasteris", &Text::from)).unwrap();
        assert_eq!(
            json,
            serde_json::json!([
                { "text": "Kau" }, { "ending": "no" },
                { "text": " kolegi" }, { "ending": "ja" },
                { "text": ", klasteris" },
            ])
        );
    }

    #[test]
    fn ranges_and_numbers_with_endings_are_unbreakable() {
        let json = serde_json::to_value(split_at_unbreakable(
            "XX–XXI a., 10\u{a0}000–15\u{a0}000, 25-asis (9–12), Vilnius–Ryga",
            &Text::from,
        ));
        assert_eq!(
            json.unwrap(),
            serde_json::json!([
                { "whole": "XX–XXI" }, { "text": " a., 10\u{a0}" }, { "whole": "000–15" }, { "text": "\u{a0}000, " },
                { "whole": "25-asis" }, { "text": " (" }, { "whole": "9–12" }, { "text": "), Vilnius–Ry" },
                { "ending": "ga" },
            ])
        );
    }

    #[test]
    fn foreign_words_after_an_abbreviation_are_marked() {
        let line = "medelynas (angl. tree nursery) ir kt. (pvz. žolynas)";
        let json = serde_json::to_value(RichText::of_line(&Text::from(line))).unwrap();
        assert_eq!(
            json,
            serde_json::json!([[
                { "text": "medelynas (angl. " },
                { "foreign": { "lang": "en", "body": [{ "text": "tree nursery" }] } },
                { "text": ") ir kt. (pvz. žolynas)" },
            ]])
        );
    }

    #[test]
    fn typography_does_not_change_foreign_words() {
        let prose = "Su \"[L'été \"9-12\" - Paris](lang:fr)\" ir 9-12".parse::<Prose>();
        let json = json(&prose.unwrap());
        assert_eq!(
            json,
            serde_json::json!([[
                { "text": "Su „" },
                { "foreign": { "lang": "fr", "body": [{ "text": "L'été \"9-12\" - Paris" }] } },
                { "text": "“ ir " },
                { "whole": "9–12" },
            ]])
        );
    }

    #[test]
    fn typography_applies_across_inlines() {
        let prose = "Su *\"Ramintoja* - [28344 Eur](https://lsik.lt/12345)\" į\n**žmogų**".parse::<Prose>();
        let json = json(&prose.unwrap());
        assert_eq!(
            json,
            serde_json::json!([[
                { "text": "Su " },
                { "emphasis": [{ "text": "„Raminto" }, { "ending": "ja" }] },
                { "text": "\u{a0}– " },
                { "link": { "url": "https://lsik.lt/12345", "body": [{ "text": "28\u{a0}344\u{a0}Eur" }] } },
                { "text": "“ į\u{a0}" },
                { "strong": [{ "text": "žmo" }, { "ending": "gų" }] },
            ]])
        );
    }
}
