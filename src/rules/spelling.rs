//! Checks the spelling.

use std::collections::HashMap;

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::lithuanian::spelling::{Misspelling, Speller};
use crate::report::KeyPath;
use crate::report::{Line, Report};

/// The maximum number of misspelled words that are listed; a report with more is probably not in Lithuanian.
const MAX_LISTED: usize = 500;

/// Each misspelled word once, with every text in which it occurs; after the first 500, only the number of the others.
/// Names of organisations and people, the postal address and foreign words are not checked. The words of these names,
/// and those that the report lists under `spelling`, are accepted everywhere.
pub fn spelling(report: &Report) -> Vec<Finding> {
    let names: Vec<String> = report
        .texts()
        .into_iter()
        .filter(|(path, _)| is_proper_name(path))
        .map(|(_, name)| name.lithuanian_words())
        .collect();
    let accepted = report.spelling.iter().map(Line::as_str).chain(names.iter().map(String::as_str));
    let mut speller = Speller::new(accepted);
    let texts = running_texts(report);
    for (_, text) in &texts {
        speller.learn_names(text);
    }
    let mut wrong: Vec<(Misspelling, Vec<&KeyPath>)> = Vec::new();
    let mut indices: HashMap<String, usize> = HashMap::new();
    for (path, text) in &texts {
        for misspelling in speller.misspellings(text) {
            let index = *indices.entry(misspelling.word.clone()).or_insert_with(|| {
                wrong.push((misspelling, Vec::new()));
                wrong.len() - 1
            });
            if let Some((_, paths)) = wrong.get_mut(index)
                && paths.last() != Some(&path)
            {
                paths.push(path);
            }
        }
    }
    let rest = wrong.split_off(wrong.len().min(MAX_LISTED));
    let more = rest.first().map(|(first, paths)| {
        let finding = Finding::new(Problem::MoreSpelling { count: rest.len(), listed: MAX_LISTED });
        paths
            .iter()
            .take(1)
            .fold(finding, |finding, path| finding.at_words(*path, first.word.as_str(), Role::Here))
    });
    wrong
        .into_iter()
        .map(|(Misspelling { word, suggestions, .. }, paths)| {
            let finding = Finding::new(Problem::Spelling { word: word.clone(), suggestions });
            paths.iter().fold(finding, |finding, path| finding.at_words(*path, word.as_str(), Role::Here))
        })
        .chain(more)
        .collect()
}

/// The texts in Lithuanian, with U+FFFC in place of foreign words.
pub(super) fn running_texts(report: &Report) -> Vec<(KeyPath, String)> {
    report
        .texts()
        .into_iter()
        .filter(|(path, _)| !is_proper_name(path) && !path.pointer().starts_with("/contact/address"))
        .map(|(path, text)| (path, text.lithuanian_words()))
        .collect()
}

/// Whether the text at a path is the name of an organisation or a person.
fn is_proper_name(path: &KeyPath) -> bool {
    let pointer = path.pointer();
    ["/organization/", "/members/list/", "/people/", "/supporters/"]
        .iter()
        .any(|part| pointer.starts_with(part))
        && ["/name", "/short_name", "/organization"].iter().any(|end| pointer.ends_with(end))
}
