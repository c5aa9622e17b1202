//! Words that no Lithuanian dictionary knows.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::lithuanian::spelling::{Misspelling, Speller};
use crate::report::KeyPath;
use crate::report::{Line, Report};

/// Each wrong word of the running text once, with every text in which it stands. Names of
/// organisations, the postal address and words of other languages are not looked at, and the words of those names pass
/// everywhere, as do those that the report lists under `spelling`.
pub fn spelling(report: &Report) -> Vec<Finding> {
    let organization = &report.organization;
    let names = report
        .members
        .iter()
        .flat_map(|members| members.list.iter().map(|member| &member.name))
        .chain([&organization.name])
        .chain(&organization.short_name);
    let speller = Speller::new(report.spelling.iter().chain(names).map(Line::as_str));
    let mut wrong: Vec<(Misspelling, Vec<KeyPath>)> = Vec::new();
    for (path, text) in report.texts() {
        if is_name(&path) {
            continue;
        }
        for misspelling in speller.misspellings(&text.lithuanian_words()) {
            match wrong.iter_mut().find(|(known, _)| known.word == misspelling.word) {
                Some((_, paths)) if paths.contains(&path) => {}
                Some((_, paths)) => paths.push(path.clone()),
                None => wrong.push((misspelling, vec![path.clone()])),
            }
        }
    }
    wrong
        .into_iter()
        .map(|(Misspelling { word, suggestions, .. }, paths)| {
            let finding = Finding::new(Problem::Spelling { word: word.clone(), suggestions });
            paths.iter().fold(finding, |finding, path| finding.at_words(path, word.as_str(), Role::Here))
        })
        .collect()
}

fn is_name(path: &KeyPath) -> bool {
    ["/organization/", "/members/list/", "/contact/address"]
        .iter()
        .any(|names| path.pointer().starts_with(names))
}
