//! Running text as the template receives it.

use std::sync::LazyLock;

use regex::Regex;
use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use super::Text;
use crate::lithuanian::typography::{self, Piece};
use crate::report::{Inline, KeyPath, Origin, Prose};

/// Paragraphs of spans.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct RichText(Vec<Vec<Span>>);

/// A piece of running text; in JSON a dictionary whose only key says what it is.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Words as they stand.
    Text(Text),
    /// The end of a word, too short to begin a line after a hyphen.
    Ending(Text),
    /// A range of numbers, or a number and its ending, which no line parts.
    Whole(Text),
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
    /// Words of another language.
    Foreign {
        /// Its code (ISO 639).
        lang: String,
        /// The words.
        body: Vec<Span>,
    },
}

impl RichText {
    /// A paragraph of the program's own words.
    pub(super) fn plain(text: Text) -> Self {
        Self(vec![vec![Span::Text(text)]])
    }

    /// A line, in which words said to be of another language are marked.
    pub(super) fn of_line(line: &Text) -> Self {
        let text = |words| Text::with(words, line.origin().cloned());
        Self(vec![apart_from_foreign(line.words(), &text)])
    }

    /// The text at a path.
    pub(super) fn new(prose: &Prose, path: &KeyPath) -> Self {
        let paragraphs = prose.paragraphs().iter().enumerate();
        Self(paragraphs.map(|(index, paragraph)| set(paragraph, &Origin::part(path, index))).collect())
    }
}

/// The spans of a paragraph, set as one text.
pub(super) fn set(paragraph: &[Inline], origin: &Origin) -> Vec<Span> {
    let text = |words| Text::new(words, origin.clone());
    spans(paragraph, false, &text, &mut typography::set_pieces(pieces(paragraph)).into_iter())
}

/// The words of a paragraph, those of other languages verbatim.
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

/// The spans of pieces; `texts` has the words of each, in their order, and `text` adds where they come from.
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
                if foreign { vec![Span::Text(text(words))] } else { apart_from_foreign(&words, text) }
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

/// Takes words of other languages out of the text: those in brackets after the abbreviation of a language, as in
/// `medelynas (angl. tree nursery)`.
fn apart_from_foreign(text: &str, set: &impl Fn(String) -> Text) -> Vec<Span> {
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
    static SAID: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"\((\p{Ll}+)\.[ \u{a0}]([^()]*\p{L}[^()]*)\)").ok());
    let mut spans = Vec::new();
    let mut start = 0;
    for said in SAID.iter().flat_map(|pattern| pattern.captures_iter(text)) {
        let (Some(abbreviation), Some(words)) = (said.get(1), said.get(2)) else { continue };
        let Some((_, lang)) = LANGUAGES.iter().find(|(name, _)| *name == abbreviation.as_str()) else {
            continue;
        };
        spans.extend(in_parts(text.get(start..words.start()).unwrap_or_default(), set));
        let body = vec![Span::Text(set(words.as_str().to_owned()))];
        spans.push(Span::Foreign { lang: (*lang).to_owned(), body });
        start = words.end();
    }
    spans.extend(in_parts(text.get(start..).unwrap_or_default(), set));
    spans
}

/// Takes the text apart where a line must not end, though Unicode lets it (UAX #14): after the dash of `9–12` and
/// `XX–XXI`, after the hyphen of `25-asis`.
fn in_parts(text: &str, set: &impl Fn(String) -> Text) -> Vec<Span> {
    static WHOLE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"\b[0-9IVXLC][0-9IVXLC.,:]*(?:\u{a0}%)?–[0-9IVXLC.,:]*[0-9IVXLC]\b|\b[0-9]+-\p{Ll}+").ok()
    });
    let mut spans = Vec::new();
    let mut start = 0;
    for whole in WHOLE.iter().flat_map(|pattern| pattern.find_iter(text)) {
        spans.extend(apart_from_endings(text.get(start..whole.start()).unwrap_or_default(), set));
        spans.push(Span::Whole(set(whole.as_str().to_owned())));
        start = whole.end();
    }
    spans.extend(apart_from_endings(text.get(start..).unwrap_or_default(), set));
    spans
}

/// The fewest letters of a word that may begin a line after a hyphen.
const LEAST_AFTER_HYPHEN: usize = 3;

/// Takes the text apart where a word could be hyphenated before too short an ending. Typst knows
/// where Lithuanian words may be parted, but takes two letters for enough.
fn apart_from_endings(text: &str, set: &impl Fn(String) -> Text) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, word) in text.unicode_word_indices() {
        // Only words of letters alone are hyphenated.
        if !word.chars().all(char::is_alphabetic) {
            continue;
        }
        let syllables = hypher::hyphenate(word, hypher::Lang::Lithuanian);
        let Some(ending) = syllables.last().filter(|ending| ending.len() < word.len()) else { continue };
        let end = at + word.len();
        let split = end - ending.len();
        if ending.chars().count() < LEAST_AFTER_HYPHEN
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

    /// The spans of a text, without their origin.
    fn json(prose: &Prose) -> serde_json::Value {
        let paragraphs = prose.paragraphs().iter();
        let spans = paragraphs.map(|paragraph| {
            let mut texts = typography::set_pieces(pieces(paragraph)).into_iter();
            spans(paragraph, false, &Text::from, &mut texts)
        });
        serde_json::to_value(RichText(spans.collect())).unwrap()
    }

    /// ko-le-gi-ja: no line begins with “ja”; klas-te-ris may be parted anywhere.
    #[test]
    fn short_endings_stand_apart() {
        let json =
            serde_json::to_value(apart_from_endings("Kauno kolegija, klasteris", &Text::from)).unwrap();
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
    fn ranges_and_numbers_with_endings_are_whole() {
        let json = serde_json::to_value(in_parts(
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
    fn words_said_to_be_of_another_language_are_marked() {
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
    fn words_of_another_language_stay_as_they_are() {
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
    fn a_paragraph_is_set_as_one_text() {
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
