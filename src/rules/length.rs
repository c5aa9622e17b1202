//! Checks that texts are within the limits of Typst and PDF.

use unicode_normalization::char::is_combining_mark;

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::{Problem, TextPart};
use crate::report::{Block, Inline, KeyPath, Report, Step, TextRef};

/// The maximum number of characters in a name, heading, label or alternative text.
///
/// They are also written to the metadata, bookmarks and structure tree, where a string has at most 32 767 bytes
/// (ISO 19005-2, 6.1.13), two or four for each character.
const MAX_LINE: usize = 2_000;

/// The maximum number of characters in a paragraph: about four pages. Typst stores byte offsets in a paragraph in
/// 16 bits, and a character has up to four bytes. Besides, a pattern of the template may match at most 512 times in a
/// paragraph, and the template has one for words of 24 letters or more.
const MAX_PARAGRAPH: usize = 12_000;

/// The maximum number of characters in a caption or the text of a link, where a pattern of the template may match
/// every fourth character.
const MAX_SHORT_TEXT: usize = 2_000;

/// The maximum number of characters without white space. A word that is too long for a line becomes one PDF string.
const MAX_WORD: usize = 500;

/// The maximum number of combining marks on a letter (UAX #15, section 13, Stream-Safe Text Format).
const MAX_MARKS: usize = 30;

/// The maximum number of characters in a link target, which is one PDF string.
const MAX_ADDRESS: usize = 2_000;

pub(super) fn check(report: &Report) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in report.texts() {
        match text {
            TextRef::Line(line) => {
                found.extend(too_long(&path, TextPart::Line, line.as_str(), MAX_LINE));
                check_words(&path, line.as_str(), &mut found);
            }
            TextRef::Prose(_) | TextRef::Blocks(_) => {
                let is_caption =
                    path.parent().is_some_and(|(_, step)| *step == Step::Key("caption".to_owned()));
                let (part, limit) = if is_caption {
                    (TextPart::Line, MAX_SHORT_TEXT)
                } else {
                    (TextPart::Paragraph, MAX_PARAGRAPH)
                };
                for paragraph in text.paragraphs() {
                    let mut words = String::new();
                    check_inlines(&path, paragraph, &mut words, &mut found);
                    found.extend(too_long(&path, part, &words, limit));
                    check_words(&path, &words, &mut found);
                }
            }
        }
        if let TextRef::Blocks(blocks) = text {
            // Headings become bookmarks.
            for block in blocks.blocks() {
                if let Block::Heading { body, .. } = block {
                    let mut words = String::new();
                    check_inlines(&path, body, &mut words, &mut Vec::new());
                    found.extend(too_long(&path, TextPart::Line, &words, MAX_LINE));
                }
            }
        }
    }
    for (path, website) in report.websites() {
        found.extend(too_long(&path, TextPart::Address, website.as_str(), MAX_WORD));
    }
    found
}

/// Collects the words of a paragraph, and checks its link targets.
fn check_inlines(path: &KeyPath, inlines: &[Inline], words: &mut String, found: &mut Vec<Finding>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => words.push_str(text),
            Inline::Emphasis(body) | Inline::Strong(body) | Inline::Foreign { body, .. } => {
                check_inlines(path, body, words, found);
            }
            Inline::Link { target, body } => {
                found.extend(too_long(path, TextPart::Address, target.as_str(), MAX_ADDRESS));
                let mut link = String::new();
                check_inlines(path, body, &mut link, found);
                found.extend(too_long(path, TextPart::Line, &link, MAX_SHORT_TEXT));
                words.push_str(&link);
            }
        }
    }
}

fn check_words(path: &KeyPath, text: &str, found: &mut Vec<Finding>) {
    for word in text.split_whitespace() {
        found.extend(too_long(path, TextPart::Word, word, MAX_WORD));
    }
    let (mut marks, mut most) = (0, 0);
    for c in text.chars() {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        most = most.max(marks);
    }
    if most > MAX_MARKS {
        let problem = Problem::TextTooLong { part: TextPart::Marks, length: most, limit: MAX_MARKS };
        found.push(Finding::new(problem).at(path, Role::Here));
    }
}

/// A finding if part of a text is too long. It points to words and paragraphs, otherwise to the whole value.
fn too_long(path: &KeyPath, part: TextPart, text: &str, limit: usize) -> Option<Finding> {
    /// The number of characters by which to locate the part in the value.
    const BEGINNING: usize = 60;
    let length = text.chars().count();
    (length > limit).then(|| {
        let finding = Finding::new(Problem::TextTooLong { part, length, limit });
        match part {
            TextPart::Word | TextPart::Paragraph => {
                finding.at_words(path, text.chars().take(BEGINNING).collect::<String>(), Role::Here)
            }
            _ => finding.at(path, Role::Here),
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::report::Prose;

    use super::*;

    fn lengths(text: &str) -> Vec<(TextPart, usize)> {
        let mut found = Vec::new();
        check_words(&KeyPath::default(), text, &mut found);
        let part = |finding: Finding| match finding.problem {
            Problem::TextTooLong { part, length, .. } => (part, length),
            problem => panic!("{problem:?}"),
        };
        found.into_iter().map(part).collect()
    }

    #[test]
    fn links_have_limits() {
        let found = |letters: usize| {
            let prose: Prose =
                format!("[{}](https://www.lsik.lt)", "ab ".repeat(letters / 3) + "a").parse().unwrap();
            let mut found = Vec::new();
            for paragraph in TextRef::Prose(&prose).paragraphs() {
                check_inlines(&KeyPath::default(), paragraph, &mut String::new(), &mut found);
            }
            found.len()
        };
        assert_eq!(found(1999), 0);
        assert_eq!(found(2002), 1);
    }

    #[test]
    fn words_and_letters_have_limits() {
        let (word, letter) = ("ž".repeat(500), format!("a{}", "\u{301}".repeat(30)));
        assert_eq!(lengths(&format!("{word} {word} {letter}{letter}")), []);
        assert_eq!(lengths(&format!("{word} {word}ž")), [(TextPart::Word, 501)]);
        assert_eq!(lengths(&format!("{letter}\u{301} {letter}")), [(TextPart::Marks, 31)]);
    }
}
