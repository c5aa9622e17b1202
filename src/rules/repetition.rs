//! Checks that no list contains the same item twice.

use std::collections::HashMap;
use std::hash::Hash;

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::report::KeyPath;
use crate::report::{FinanceEntry, FinanceRow, Prose, Report, TextRef};

pub(super) fn check(report: &Report) -> Vec<Finding> {
    let mut found = Vec::new();
    let texts = |list: &str, items: &mut dyn Iterator<Item = &Prose>| {
        let list = KeyPath::from(list);
        let keys = items.enumerate().map(|(index, prose)| (list.item(index), words(prose)));
        repeated(keys)
    };
    found.extend(texts("goals.items", &mut report.goals.iter().flat_map(|goals| &goals.items)));
    if let Some(plans) = &report.plans {
        found.extend(texts("plans.goals", &mut plans.goals.iter()));
        found.extend(texts("plans.works", &mut plans.works.iter()));
    }
    found.extend(repeated(report.activities.works().map(|(path, work)| (path, words(&work.text)))));
    let rows = |list: &KeyPath, rows: &[FinanceRow]| {
        let labels =
            rows.iter().enumerate().map(|(index, row)| (list.item(index).key("label"), row.label.clone()));
        repeated(labels)
    };
    found.extend(rows(&"finance.income".into(), &report.finance.income));
    found.extend(rows(&"finance.expenses".into(), &report.finance.expenses));
    let other = KeyPath::from("finance.other");
    let ungrouped = report.finance.other.iter().enumerate().filter_map(|(index, entry)| match entry {
        FinanceEntry::Row(row) => Some((other.item(index).key("label"), row.label.clone())),
        FinanceEntry::Group(_) => None,
    });
    found.extend(repeated(ungrouped));
    for (index, entry) in report.finance.other.iter().enumerate() {
        if let FinanceEntry::Group(group) = entry {
            found.extend(rows(&other.item(index).key("rows"), &group.rows));
        }
    }
    let list = KeyPath::from("members.list");
    let members = || {
        report
            .members
            .iter()
            .flat_map(|members| &members.list)
            .enumerate()
            .map(|(index, member)| (list.item(index), member))
    };
    let codes = members().filter_map(|(path, member)| Some((path.key("code"), member.code.clone()?)));
    let by_code = repeated(codes);
    // Two members may have the same name, but not with the same code.
    let names =
        members().map(|(path, member)| (path.key("name"), (member.name.clone(), member.code.clone())));
    let by_name = repeated(names).into_iter().filter(|_| by_code.is_empty());
    found.extend(by_name);
    found.extend(by_code);
    found
}

fn words(prose: &Prose) -> String {
    TextRef::Prose(prose).words()
}

/// A finding for each value that repeats an earlier one.
fn repeated<T: Eq + Hash>(items: impl Iterator<Item = (KeyPath, T)>) -> Vec<Finding> {
    let mut known: HashMap<T, KeyPath> = HashMap::new();
    let mut found = Vec::new();
    for (path, value) in items {
        match known.get(&value) {
            Some(first) => {
                found.push(Finding::new(Problem::DuplicateItem).at(path, Role::Here).at(first, Role::First));
            }
            None => {
                known.insert(value, path);
            }
        }
    }
    found
}
