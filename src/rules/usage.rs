//! Notes usage that VLKK advises against.

use std::collections::HashMap;

use super::spelling::running_texts;
use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::lithuanian::usage::advice;
use crate::report::{KeyPath, Report};

/// Advice on the running text: each rule once, with every place that it applies to. The message quotes the first one.
pub fn usage(report: &Report) -> Vec<Finding> {
    let mut rules: Vec<(Problem, Vec<(KeyPath, String)>)> = Vec::new();
    let mut indices: HashMap<usize, usize> = HashMap::new();
    for (path, text) in running_texts(report) {
        for found in advice(&text) {
            let words = found.advice.words.clone();
            let index = *indices.entry(found.rule).or_insert_with(|| {
                rules.push((Problem::UsageAdvice(found.advice), Vec::new()));
                rules.len() - 1
            });
            if let Some((_, places)) = rules.get_mut(index) {
                places.push((path.clone(), words));
            }
        }
    }
    rules
        .into_iter()
        .map(|(problem, places)| {
            places.into_iter().fold(Finding::new(problem), |finding, (path, words)| {
                finding.at_words(&path, words, Role::Here)
            })
        })
        .collect()
}
