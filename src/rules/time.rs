//! Years and dates are plausible. The program has no clock, so each is judged by the others.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::report::{Date, Report};

/// The year in which Lithuania's register of legal persons could first know an association again.
const FIRST_YEAR: u16 = 1990;
/// A report is due within months of its year; one that comes years later has a slip in its date.
const LATE_AFTER: i32 = 3;

pub(super) fn check(report: &Report) -> Vec<Finding> {
    let year = report.year;
    let mut found = Vec::new();
    if year.get() < FIRST_YEAR {
        found.push(Finding::new(Problem::YearImplausible(year)).at("year", Role::Here));
    }
    if let Some(published) = report.published {
        let problem = if published < Date::last_of(year) {
            Some(Problem::PublishedEarly { published, year })
        } else if published.year() > i32::from(year.get()) + LATE_AFTER {
            Some(Problem::PublishedLate { published, year })
        } else {
            None
        };
        found.extend(
            problem.map(|problem| Finding::new(problem).at("published", Role::Here).at("year", Role::Year)),
        );
    }
    for (path, work) in report.activities.works() {
        if let Some(span) = work.date {
            let (first, last) = span.days();
            let years = first.year()..=last.year();
            // What began before the year, or ended after it, also belongs to it.
            if !years.contains(&i32::from(year.get())) {
                let finding = Finding::new(Problem::DateOutsideYear { date: first, year });
                found.push(finding.at(path.key("date"), Role::Here).at("year", Role::Year));
            }
        }
    }
    found
}
