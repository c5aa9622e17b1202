//! Checks the years and labels of key numbers.

use super::finance::earlier_years;
use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::report::{KeyPath, Label, Report};

pub(super) fn check(report: &Report) -> Vec<Finding> {
    let mut found = Vec::new();
    let items = report.numbers.iter().flat_map(|numbers| numbers.items.iter().enumerate());
    for (index, item) in items {
        let path = KeyPath::from("numbers.items").item(index);
        found.extend(earlier_years(&path, item.previous.is_some(), &item.earlier, report.year));
        // After a fraction the noun is in the genitive singular, which is none of the other forms.
        if let Label::Plural(forms) = &item.label
            && forms.many.is_none()
            && !item.value.decimal().is_integer()
        {
            found.push(Finding::new(Problem::MissingForm(item.value)).at_key(path.key("label"), Role::Here));
        }
    }
    found
}
