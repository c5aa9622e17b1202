//! Checks that there is a way to contact the organisation.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::report::Report;

pub(super) fn check(report: &Report) -> Vec<Finding> {
    let contact = &report.contact;
    let reachable = contact.email.is_some()
        || contact.website.is_some()
        || contact.phone.is_some()
        || contact.address.is_some()
        || !contact.other.is_empty();
    if reachable {
        Vec::new()
    } else {
        vec![Finding::new(Problem::ContactEmpty).at_key("contact", Role::Here)]
    }
}
