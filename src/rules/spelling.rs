//! Words that no Lithuanian dictionary knows.

use std::collections::HashMap;

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::lithuanian::spelling::{Misspelling, Speller};
use crate::report::KeyPath;
use crate::report::{Line, Report};

/// The most different words that are listed; a report with more is hardly in Lithuanian.
const MOST_LISTED: usize = 500;

/// Each wrong word of the running text once, with every text in which it occurs; after the first 500, only how
/// many more there are. Names of organisations and people, the postal address and words of other languages are not
/// checked. The words of those names pass everywhere, as do those that the report lists under `spelling`.
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
    let rest = wrong.split_off(wrong.len().min(MOST_LISTED));
    let more = rest.first().map(|(first, paths)| {
        let finding = Finding::new(Problem::MoreSpelling { count: rest.len(), listed: MOST_LISTED });
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

/// The texts that are Lithuanian prose, with U+FFFC in place of words of other languages.
pub(super) fn running_texts(report: &Report) -> Vec<(KeyPath, String)> {
    report
        .texts()
        .into_iter()
        .filter(|(path, _)| !is_proper_name(path) && !path.pointer().starts_with("/contact/address"))
        .map(|(path, text)| (path, text.lithuanian_words()))
        .collect()
}

/// Names of organisations and people.
fn is_proper_name(path: &KeyPath) -> bool {
    let pointer = path.pointer();
    ["/organization/", "/members/list/", "/people/", "/supporters/"]
        .iter()
        .any(|part| pointer.starts_with(part))
        && ["/name", "/short_name", "/organization"].iter().any(|end| pointer.ends_with(end))
}
