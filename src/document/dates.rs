//! Formats days, months and ranges in Lithuanian.
//!
//! A month on its own is in the nominative, and with a day in the genitive (CLDR `lt`: `LLLL` and `MMMM`). The dash of a
//! range has no spaces between two single words or numbers, and spaces if either end consists of several words (CLDR's
//! range pattern, `{0} – {1}`).

use std::sync::LazyLock;

use icu_datetime::fieldsets::{MD, YM};
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};

use super::lithuanian::{self, NBSP};
use crate::report::{Date, DateSpan, YearMonth};

/// The date of an event: `2023 m. gegužės 12–14 d.`
pub(super) fn span(span: DateSpan) -> String {
    match span {
        DateSpan::Day(day) => lithuanian::long_date(day),
        DateSpan::Month(month) => self::month(month),
        DateSpan::Days(first, last) if (first.year(), first.month()) == (last.year(), last.month()) => {
            let day = format!("{}{NBSP}d.", first.day());
            let days = format!("{}–{}{NBSP}d.", first.day(), last.day());
            lithuanian::long_date(first).replace(&day, &days)
        }
        DateSpan::Days(first, last) if first.year() == last.year() => {
            range(&lithuanian::long_date(first), &day_of_month(last))
        }
        DateSpan::Days(first, last) => range(&lithuanian::long_date(first), &lithuanian::long_date(last)),
        DateSpan::Months(first, last) => months(first, last),
    }
}

/// A range of months: `2023 m. gegužė–liepa`, or a single month if both ends are the same.
pub(super) fn months(first: YearMonth, last: YearMonth) -> String {
    let (from, to) = (month(first), month(last));
    if first == last {
        return from;
    }
    let (year, other_year) = (first.first_day().year(), last.first_day().year());
    if year == other_year { format!("{from}–{}", name(last)) } else { range(&from, &to) }
}

/// An open range from a month: `nuo 2022 m. kovo`
pub(super) fn since(month: YearMonth) -> String {
    format!("nuo {}", genitive(month))
}

/// An open range up to a month: `iki 2024 m. vasario`
pub(super) fn until(month: YearMonth) -> String {
    format!("iki {}", genitive(month))
}

fn range(from: &str, to: &str) -> String {
    format!("{from}{NBSP}– {to}")
}

/// A month in the nominative: `2023 m. gegužė`
fn month(month: YearMonth) -> String {
    #[expect(clippy::expect_used, reason = "the data for lt is compiled in; every test of a month sees it")]
    static FORMATTER: LazyLock<DateTimeFormatter<YM>> = LazyLock::new(|| {
        DateTimeFormatter::try_new(preferences(), YM::long()).expect("CLDR has long months for lt")
    });
    FORMATTER.format(&month.first_day().to_icu()).to_string().replace(" m.", &format!("{NBSP}m."))
}

/// A month without its year: `gegužė`
fn name(month: YearMonth) -> String {
    let whole = self::month(month);
    whole.rsplit(' ').next().unwrap_or_default().to_owned()
}

/// A day without its year: `gegužės 12 d.`
fn day_of_month(day: Date) -> String {
    #[expect(clippy::expect_used, reason = "the data for lt is compiled in; every test of a range sees it")]
    static FORMATTER: LazyLock<DateTimeFormatter<MD>> = LazyLock::new(|| {
        DateTimeFormatter::try_new(preferences(), MD::long()).expect("CLDR has long days for lt")
    });
    FORMATTER.format(&day.to_icu()).to_string().replace(" d.", &format!("{NBSP}d."))
}

/// A month in the genitive: `2022 m. kovo`
fn genitive(month: YearMonth) -> String {
    let first = lithuanian::long_date(month.first_day());
    first.rsplit_once(' ').map_or(first.clone(), |(month, _)| month.to_owned())
}

fn preferences() -> DateTimeFormatterPreferences {
    (&lithuanian::LOCALE).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `·` means a no-break space.
    fn written(text: &str) -> String {
        span(text.parse().unwrap()).replace(NBSP, "·")
    }

    #[test]
    fn days_and_months_have_the_right_case() {
        assert_eq!(written("2023-05-12"), "2023·m. gegužės 12·d.");
        assert_eq!(written("2023-05"), "2023·m. gegužė");
        assert_eq!(written("2023-01"), "2023·m. sausis");
        assert_eq!(written("2023-12"), "2023·m. gruodis");
    }

    #[test]
    fn a_range_does_not_repeat_the_common_month_or_year() {
        assert_eq!(written("2023-05-12/2023-05-14"), "2023·m. gegužės 12–14·d.");
        assert_eq!(written("2023-05-02/2023-05-12"), "2023·m. gegužės 2–12·d.");
        assert_eq!(written("2023-05-30/2023-06-02"), "2023·m. gegužės 30·d.·– birželio 2·d.");
        assert_eq!(written("2022-12-30/2023-01-02"), "2022·m. gruodžio 30·d.·– 2023·m. sausio 2·d.");
        assert_eq!(written("2023-05/2023-07"), "2023·m. gegužė–liepa");
        assert_eq!(written("2022-12/2023-02"), "2022·m. gruodis·– 2023·m. vasaris");
    }

    #[test]
    fn open_ranges_use_the_genitive() {
        let month = "2022-03".parse().unwrap();
        assert_eq!(since(month).replace(NBSP, "·"), "nuo 2022·m. kovo");
        assert_eq!(until(month).replace(NBSP, "·"), "iki 2022·m. kovo");
    }
}
