//! Usage that VLKK advises against.

use std::collections::BTreeMap;

use super::spelling::running_texts;
use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::lithuanian::usage::advice;
use crate::report::Report;

/// Advice on the running text: each rule once, with every place to which it applies. The message quotes the
/// first of them.
pub fn usage(report: &Report) -> Vec<Finding> {
    let mut findings: BTreeMap<usize, Finding> = BTreeMap::new();
    for (path, text) in running_texts(report) {
        let mut quoted = Vec::new();
        for found in advice(&text) {
            let words = found.advice.words.clone();
            let finding = findings
                .remove(&found.rule)
                .unwrap_or_else(|| Finding::new(Problem::UsageAdvice(found.advice)));
            // Words are looked up in the text by themselves, so that a second place would be the first again.
            let finding = if quoted.contains(&words) {
                finding
            } else {
                finding.at_words(&path, words.as_str(), Role::Here)
            };
            quoted.push(words);
            findings.insert(found.rule, finding);
        }
    }
    findings.into_values().collect()
}
