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

/// The maximum number of characters in a paragraph: about five pages. Typst stores byte offsets in a paragraph in
/// 16 bits, and a character has up to four bytes.
const MAX_PARAGRAPH: usize = 16_000;

/// The maximum number of places in a paragraph where the template allows a line break inside a long word or an address.
/// Each is a match of a pattern, and Typst gives up after 512 of them.
const MAX_BREAKS: usize = 450;

/// The number of characters from which the template breaks any word (`long-word` in `theme.typ`).
const LONG_WORD: usize = 24;

/// The number of letters from which it breaks words in narrow columns (`long-narrow-word`).
const LONG_NARROW_WORD: usize = 13;

/// The punctuation after which it breaks addresses (`address-signs`).
const ADDRESS_SIGNS: &str = "./@_?&=%#-";

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
                check_breaks(&path, line.as_str(), Width::Narrow, &mut found);
                check_words(&path, line.as_str(), &mut found);
            }
            TextRef::Prose(_) | TextRef::Blocks(_) => {
                let is_caption =
                    path.parent().is_some_and(|(_, step)| *step == Step::Key("caption".to_owned()));
                for paragraph in text.paragraphs() {
                    let mut words = String::new();
                    check_inlines(&path, paragraph, &mut words, &mut found);
                    found.extend(too_long(&path, TextPart::Paragraph, &words, MAX_PARAGRAPH));
                    check_breaks(
                        &path,
                        &words,
                        if is_caption { Width::Narrow } else { Width::Full },
                        &mut found,
                    );
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
                check_breaks(path, &link, Width::Narrow, found);
                words.push_str(&link);
            }
        }
    }
}

/// Where a text is set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Width {
    Full,
    /// In a caption or a link, where every address may be broken, or as a line, which may be in a narrow column.
    Narrow,
}

fn check_breaks(path: &KeyPath, text: &str, width: Width, found: &mut Vec<Finding>) {
    let breaks: usize = text.split_whitespace().map(|word| breaks_of_word(word, width)).sum();
    if breaks > MAX_BREAKS {
        let problem = Problem::TextTooLong { part: TextPart::Breaks, length: breaks, limit: MAX_BREAKS };
        found.push(Finding::new(problem).at(path, Role::Here));
    }
}

/// The number of matches of the template's patterns in a word: the word, its punctuation, and its long runs of letters.
fn breaks_of_word(word: &str, width: Width) -> usize {
    let is_long = word.chars().count() >= LONG_WORD;
    let is_address = width == Width::Narrow && word.contains(['.', '/', '@']);
    let letters = if width == Width::Narrow { LONG_NARROW_WORD } else { LONG_WORD };
    let runs = word.split(|c: char| !c.is_alphabetic()).filter(|run| run.chars().count() >= letters).count();
    let signs = word.chars().filter(|c| ADDRESS_SIGNS.contains(*c)).count();
    usize::from(is_long) + usize::from(is_address) + runs + if is_long || is_address { signs } else { 0 }
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
    fn places_to_break_long_words_have_a_limit() {
        let breaks = |text: &str| {
            let prose: Prose = text.parse().unwrap();
            let mut found = Vec::new();
            for paragraph in TextRef::Prose(&prose).paragraphs() {
                let mut words = String::new();
                check_inlines(&KeyPath::default(), paragraph, &mut words, &mut found);
                check_breaks(&KeyPath::default(), &words, Width::Full, &mut found);
            }
            found.len()
        };
        // Each of these addresses is a long word with ten signs.
        assert_eq!(breaks(&"https://www.lsik.lt/a/b/c/d/e/f ".repeat(40)), 0);
        assert_eq!(breaks(&"https://www.lsik.lt/a/b/c/d/e/f ".repeat(41)), 1);
        assert_eq!(breaks(&"www.lsik.lt/a ".repeat(1000)), 0);
        assert_eq!(breaks(&format!("[{}](https://www.lsik.lt)", "lsik.lt ".repeat(225))), 0);
        assert_eq!(breaks(&format!("[{}](https://www.lsik.lt)", "lsik.lt ".repeat(226))), 1);
    }

    /// The limit counts the places to break words that the template has.
    #[test]
    fn words_are_long_from_the_same_length_as_in_the_template() {
        let theme = include_str!("../../templates/theme.typ");
        let token = |name: &str| {
            let start = format!("#let {name} = ");
            theme.lines().find_map(|line| line.strip_prefix(&start)).expect("the theme has this token")
        };
        assert_eq!(token("long-word"), LONG_WORD.to_string());
        assert_eq!(token("long-narrow-word"), LONG_NARROW_WORD.to_string());
        assert_eq!(token("address-signs"), format!("regex(\"[{ADDRESS_SIGNS}]\")"));
    }

    #[test]
    fn words_and_letters_have_limits() {
        let (word, letter) = ("ž".repeat(500), format!("a{}", "\u{301}".repeat(30)));
        assert_eq!(lengths(&format!("{word} {word} {letter}{letter}")), []);
        assert_eq!(lengths(&format!("{word} {word}ž")), [(TextPart::Word, 501)]);
        assert_eq!(lengths(&format!("{letter}\u{301} {letter}")), [(TextPart::Marks, 31)]);
    }
}
