//! Checks that the numbers of members are consistent.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::report::{Count, KeyPath, LegalForm, MemberGroup, Members, Persons, Report};

pub(super) fn check(report: &Report) -> Vec<Finding> {
    let Some(members) = &report.members else { return Vec::new() };
    let mut found = Vec::new();
    // Without groups, there is nothing to add up.
    let counts = (!members.groups.is_empty()).then(|| members.counts());
    found.extend(sums(members.total, counts, "total", "count", |sum, total| Problem::MembersTotal {
        sum,
        total,
    }));
    // The groups of the previous year can be added up only if all of them are given.
    let previous = |group: &MemberGroup| group.previous.map(Count::get);
    if let Some(total) = members.previous.filter(|_| !members.groups.is_empty()) {
        let counts = members.groups.iter().map(previous).collect();
        found.extend(sums(total, counts, "previous", "previous", |sum, total| Problem::MembersPrevious {
            sum,
            total,
        }));
    }
    if report.legal_form() == Some(LegalForm::PublicInstitution) && members.are_holders().is_none() {
        found.push(Finding::new(Problem::HoldersUnstated).at_key("members", Role::Here));
    }
    found.extend(list(members, |members, listed| {
        listed > members.total.get() || (members.persons == Persons::Legal && listed < members.total.get())
    }));
    found
}

/// A note that some of the members are not listed, which is right if they are natural persons.
pub fn unlisted_members(report: &Report) -> Vec<Finding> {
    let found = report.members.as_ref().and_then(|members| {
        list(members, |members, listed| members.persons == Persons::Any && listed < members.total.get())
    });
    found.into_iter().collect()
}

/// The number of listed members, if there is a list and the number is wrong.
fn list(members: &Members, is_wrong: fn(&Members, u32) -> bool) -> Option<Finding> {
    let listed = u32::try_from(members.list.len()).unwrap_or(u32::MAX);
    if listed == 0 || !is_wrong(members, listed) {
        return None;
    }
    let total = members.total.get();
    let may_be_shorter = members.persons != Persons::Legal;
    let problem = Problem::MembersList { listed, total, may_be_shorter };
    Some(Finding::new(problem).at_key("members.list", Role::Here).at("members.total", Role::Total))
}

fn sums(
    total: Count,
    counts: Option<Vec<u32>>,
    total_key: &str,
    count_key: &str,
    problem: impl Fn(u64, u32) -> Problem,
) -> Option<Finding> {
    let counts = counts?;
    let sum: u64 = counts.iter().copied().map(u64::from).sum();
    if sum == u64::from(total.get()) {
        return None;
    }
    let members = KeyPath::from("members");
    let terms: Vec<String> = counts.iter().map(u32::to_string).collect();
    let terms = format!("{} = {sum}", terms.join(" + "));
    let finding = Finding::new(problem(sum, total.get())).at(members.key(total_key), Role::Total);
    Some(counts.iter().enumerate().fold(finding, |finding, (index, _)| {
        let role = if index + 1 == counts.len() { Role::Sum(terms.clone()) } else { Role::Addend };
        finding.at(members.key("groups").item(index).key(count_key), role)
    }))
}
