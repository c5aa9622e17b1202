//! What Lithuanian law asks of an association's report (Asociacijų įstatymas, as the national
//! coalition of NGOs sums it up). A report without it can be made; it is pointed out.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::{Problem, Statute};
use crate::report::KeyPath;
use crate::report::Report;

pub(super) fn check(report: &Report) -> Vec<Finding> {
    let missing = |statute| Finding::new(Problem::Statute(statute));
    let mut found = Vec::new();
    let plans = report.plans.as_ref();
    if plans.is_none_or(|plans| plans.goals.is_empty()) {
        found.push(missing(Statute::PlannedGoals).at_key("plans", Role::Here));
    }
    if plans.is_none_or(|plans| plans.works.is_empty()) {
        found.push(missing(Statute::PlannedWorks).at_key("plans", Role::Here));
    }
    let members = &report.members;
    if members.previous.is_none() {
        found.push(missing(Statute::MembersBefore).at_key("members", Role::Here));
    }
    if members.list.is_empty() {
        found.push(missing(Statute::MemberList).at_key("members", Role::Here));
    }
    for (index, member) in members.list.iter().enumerate() {
        let path = KeyPath::from("members.list").item(index);
        if member.legal_form.is_none() {
            found.push(missing(Statute::MemberLegalForm).at(&path, Role::Here));
        }
        if member.code.is_none() {
            found.push(missing(Statute::MemberCode).at(&path, Role::Here));
        }
    }
    found
}
