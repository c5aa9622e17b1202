//! Notes where the printed characters differ from the typed ones.

use std::ops::Range;

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::document::printed;
use crate::lithuanian::typography;
use crate::report::Report;

/// The maximum number of changes in one finding.
const CHANGES_PER_FINDING: usize = 10;

/// The words of each text that are printed with different characters than typed: quotation marks, dashes, ellipses.
/// Changes of spaces only are not reported.
pub fn typography(report: &Report) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in report.texts() {
        // Postal addresses are printed as typed.
        if path.pointer() == "/contact/address" {
            continue;
        }
        // A soft hyphen is only visible at the end of a line.
        let changes: Vec<Change> = printed(text)
            .iter()
            .flat_map(|(typed, printed)| changes(&typed.replace('\u{ad}', ""), printed))
            .collect();
        for changes in changes.chunks(CHANGES_PER_FINDING) {
            let printed = changes.iter().map(|change| change.printed.clone()).collect();
            let finding = Finding::new(Problem::Typography { printed });
            found.push(changes.iter().fold(finding, |finding, Change { typed, printed }| {
                finding.at_words(&path, typed, Role::Printed(printed.clone()))
            }));
        }
    }
    found
}

/// Words that are printed differently from how they were typed.
#[derive(Debug, PartialEq, Eq)]
struct Change {
    typed: String,
    printed: String,
}

impl Change {
    /// Trims unchanged punctuation around the words, unless only this punctuation changes.
    fn new(typed: &str, printed: &str) -> Self {
        const AROUND: &[char] = &['(', ')', ',', '.', ':', ';', '!', '?'];
        if typed.trim_matches(AROUND) == printed.trim_matches(AROUND) {
            return Self { typed: typed.to_owned(), printed: printed.to_owned() };
        }
        let same = |a: Option<char>, b: Option<char>| a == b && a.is_some_and(|c| AROUND.contains(&c));
        let (mut typed, mut printed) = (typed.chars(), printed.chars());
        while same(typed.clone().next(), printed.clone().next()) {
            typed.next();
            printed.next();
        }
        while same(typed.clone().next_back(), printed.clone().next_back()) {
            typed.next_back();
            printed.next_back();
        }
        Self { typed: typed.as_str().to_owned(), printed: printed.as_str().to_owned() }
    }
}

/// The number of letters, digits and signs that typography never adds or removes. It replaces x between numbers by the
/// multiplication sign.
fn kept_count(word: &str) -> usize {
    word.chars().filter(|c| c.is_alphanumeric() || matches!(c, '%' | '€' | '×')).count()
}

/// Words without spaces, and with one kind of hyphen, since all hyphens are printed alike.
fn normalized(words: Option<&[&str]>) -> Option<String> {
    let hyphen = |c| if typography::is_hyphen(c) { '-' } else { c };
    words.map(|words| words.concat().chars().map(hyphen).collect())
}

/// Compares both texts in groups of words that have the same number of letters.
fn changes(typed: &str, printed: &str) -> Vec<Change> {
    let typed: Vec<&str> = typed.split_whitespace().collect();
    let printed: Vec<&str> = printed.split_whitespace().collect();
    let mut changed: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    let (mut old, mut new) = (0..0, 0..0);
    while old.end < typed.len() || new.end < printed.len() {
        (old.start, new.start) = (old.end, new.end);
        let (mut old_letters, mut new_letters) = (0, 0);
        loop {
            let more_typed = typed.get(old.end).filter(|_| old.is_empty() || old_letters < new_letters);
            let more_printed = printed.get(new.end).filter(|_| new.is_empty() || new_letters < old_letters);
            if let Some(word) = more_typed {
                old_letters += kept_count(word);
                old.end += 1;
            }
            if let Some(word) = more_printed {
                new_letters += kept_count(word);
                new.end += 1;
            }
            if more_typed.is_none() && more_printed.is_none() {
                break;
            }
        }
        // Spaces between groups of digits are not a change.
        if normalized(typed.get(old.clone())) != normalized(printed.get(new.clone())) {
            match changed.last_mut() {
                Some((last_old, last_new)) if last_old.end == old.start => {
                    (last_old.end, last_new.end) = (old.end, new.end);
                }
                _ => changed.push((old.clone(), new.clone())),
            }
        }
    }
    changed.iter().filter_map(|(old, new)| change(&typed, old, &printed, new)).collect()
}

/// The change of a range of words.
fn change(typed: &[&str], old: &Range<usize>, printed: &[&str], new: &Range<usize>) -> Option<Change> {
    // A dash on its own could not be located, so the adjacent words are included.
    let is_alone = kept_count(&typed.get(old.clone())?.concat()) == 0;
    let before = usize::from(is_alone && old.start > 0 && new.start > 0);
    let words = |words: &[&str], range: &Range<usize>| {
        let end = (range.end + usize::from(is_alone)).min(words.len());
        words.get(range.start - before..end).map(|words| words.join(" "))
    };
    Some(Change::new(&words(typed, old)?, &words(printed, new)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(typed: &str) -> Vec<(String, String)> {
        let printed = typography::apply(typed);
        changes(typed, &printed).into_iter().map(|change| (change.typed, change.printed)).collect()
    }

    fn pair(typed: &str, printed: &str) -> (String, String) {
        (typed.to_owned(), printed.to_owned())
    }

    #[test]
    fn changed_punctuation_is_reported_with_its_words() {
        assert_eq!(of("VšĮ \"Ramintoja\" veikė"), [pair("\"Ramintoja\"", "„Ramintoja“")]);
        assert_eq!(of("mūsų klasteris - tinklas ir"), [pair("klasteris - tinklas", "klasteris – tinklas")]);
        assert_eq!(of("9-12 metų ir taip..."), [pair("9-12", "9–12"), pair("taip...", "taip…")]);
        assert_eq!(of("(\"Ramintoja\")."), [pair("\"Ramintoja\"", "„Ramintoja“")]);
        assert_eq!(of("gauta \"7217 Eur\""), [pair("\"7217 Eur\"", "„7 217 Eur“")]);
        assert_eq!(of("mūsų nariai , partneriai"), [pair("nariai , partneriai", "nariai, partneriai")]);
        assert_eq!(of("apie 10x15 cm dydžio"), [pair("10x15", "10 × 15")]);
        assert_eq!(of("plotas 50 m2 ar ne? Kas?..."), [pair("m2", "m²"), pair("Kas?...", "Kas?..")]);
    }

    #[test]
    fn changed_spaces_are_not_reported() {
        for typed in [
            "7217 Eur ir 50%",
            "į žmogų",
            "25kg, t.y. Nr.5",
            "eko\u{2011}inovacijų",
            "„Ramintoja“ – 25 nariai",
            "",
        ] {
            assert_eq!(of(typed), [], "{typed}");
        }
    }
}
