//! Checks that years and dates are plausible. The program does not read the clock, so they are compared with each other.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::report::{Period, Report, Year};

/// Associations could be registered in Lithuania again from this year.
const FIRST_YEAR: u16 = 1990;
/// Reports are published within months of their year; a date years later is probably wrong.
const LATE_AFTER: i32 = 3;

pub(super) fn check(report: &Report) -> Vec<Finding> {
    let year = report.year;
    let mut found = Vec::new();
    if year.get() < FIRST_YEAR {
        found.push(Finding::new(Problem::YearImplausible(year)).at("year", Role::Here));
    }
    if let Some(period) = report.period
        && (period.to < period.from || !covers(period, year))
    {
        let finding = Finding::new(Problem::PeriodImplausible { year });
        found.push(finding.at("period", Role::Here).at("year", Role::Year));
    }
    if let Some(published) = report.published {
        let problem = if published < report.last_day() {
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
            let of_year = (first.year()..=last.year()).contains(&i32::from(year.get()));
            // An overlap is enough: works may begin before the period or end after it.
            let belongs = report.period.map_or(of_year, |period| first <= period.to && last >= period.from);
            if !belongs {
                let finding = Finding::new(Problem::DateOutsideYear { date: first, year });
                found.push(finding.at(path.key("date"), Role::Here).at("year", Role::Year));
            }
        }
    }
    found
}

/// Whether a period includes any day of a year.
fn covers(period: Period, year: Year) -> bool {
    (period.from.year()..=period.to.year()).contains(&i32::from(year.get()))
}
