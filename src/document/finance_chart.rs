//! The bar chart of income and expenses.

use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::Text;
use super::finance_rows::{Column, RowGroup};
use super::lithuanian::{self, BarTime, Cents};
use crate::report::{Amount, FinanceRow, Year};

/// The bar chart of income and expenses.
#[derive(Debug, Clone, Serialize)]
pub struct FinanceChart {
    /// The alternative text.
    pub alt: String,
    /// Income, then expenses.
    pub groups: Vec<BarGroup>,
}

/// The bars of income or of expenses.
#[derive(Debug, Clone, Serialize)]
pub struct BarGroup {
    /// The name of the group.
    pub label: Text,
    /// The bars of this year, of its plan and of the previous year, from the top.
    pub bars: Vec<Bar>,
    /// The names of the parts of each bar, in order; empty if the bars have no parts.
    pub parts: Vec<Text>,
    /// A note about amounts that the bars cannot show.
    pub note: Option<Text>,
}

/// A bar of the chart.
#[derive(Debug, Clone, Serialize)]
pub struct Bar {
    /// The kind of bar.
    pub kind: BarKind,
    /// Its label: the year or the plan.
    pub label: Text,
    /// Its amount, or the reason why there is none.
    pub text: Text,
    /// The lengths of its parts; empty if the amount is negative or unknown.
    pub lengths: Vec<f64>,
}

/// The kind of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BarKind {
    /// This year.
    Result,
    /// The plan for this year.
    Plan,
    /// The previous year.
    Past,
}

/// The maximum number of parts of a bar; more tints could not be distinguished.
const MAX_PARTS: usize = 5;

/// A part of each bar of a group: one or more rows.
struct Part<'a> {
    label: Text,
    rows: Vec<&'a FinanceRow>,
}

impl Part<'_> {
    fn amount(&self, column: Column, year: Year) -> Amount {
        self.rows.iter().filter_map(|row| column.amount(row, year)).sum()
    }
}

impl FinanceChart {
    /// Returns `None` if there is nothing to draw.
    pub(super) fn new(
        groups: &[RowGroup<'_>],
        columns: &[Column],
        year: Year,
        cents: Cents,
        currency: &str,
    ) -> Option<Self> {
        let money = |amount: Amount| lithuanian::money(amount, cents, currency);
        let mut alt = Vec::new();
        let drawn = groups.iter().map(|group| {
            let parts = parts(group, columns, year);
            let bars =
                columns.iter().map(|column| bar(group, &parts, *column, year, money)).collect::<Vec<_>>();
            for (column, bar) in columns.iter().zip(&bars) {
                let time = match column {
                    Column::Result => BarTime::Year(year.get()),
                    Column::Plan => BarTime::PlanOf(year.get()),
                    Column::Past(past) => BarTime::Year(past.get()),
                };
                let parts = parts.iter().filter(|_| *column == Column::Result);
                let parts = parts.map(|part| (part.label.words(), money(part.amount(*column, year))));
                let is_known = column.total(group.rows, year).is_some();
                alt.push(lithuanian::bar_alt(group.label, time, bar.text.words(), is_known, parts));
            }
            let note = note(group, columns, year);
            alt.extend(note.iter().map(|note| note.words().trim_end_matches('.').to_owned()));
            let parts = parts.into_iter().map(|part| part.label).collect();
            BarGroup { label: group.title(), bars, parts, note }
        });
        let groups: Vec<BarGroup> = drawn.collect();
        let lengths = || groups.iter().flat_map(|group| &group.bars).flat_map(|bar| &bar.lengths);
        lengths()
            .any(|length| *length > 0.0)
            .then(|| Self { alt: lithuanian::finance_chart_alt(&alt), groups: groups.clone() })
    }
}

/// The parts of a group's bars, in the order of the rows: the largest rows, and one part for all others. Empty for a
/// single row, and if any amount is negative, because a length cannot show that.
fn parts<'a>(group: &RowGroup<'a>, columns: &[Column], year: Year) -> Vec<Part<'a>> {
    let rows = group.rows;
    let amounts = |row| columns.iter().filter_map(move |column| column.amount(row, year));
    if rows.len() < 2 || rows.iter().flat_map(amounts).any(|amount| amount < Amount::ZERO) {
        return Vec::new();
    }
    let mut drawn: Vec<(usize, &FinanceRow)> =
        rows.iter().enumerate().filter(|(_, row)| amounts(row).any(|amount| amount > Amount::ZERO)).collect();
    let mut rest = Vec::new();
    if drawn.len() > MAX_PARTS {
        drawn.sort_by_key(|(index, row)| {
            let by_column: Vec<_> = columns.iter().map(|column| column.amount(row, year)).collect();
            (std::cmp::Reverse(by_column), *index)
        });
        rest = drawn.split_off(MAX_PARTS - 1);
        drawn.sort_by_key(|(index, _)| *index);
    }
    let mut parts: Vec<Part<'_>> = drawn
        .into_iter()
        .map(|(index, row)| Part {
            label: Text::line(&row.label, &group.path.item(index).key("label")),
            rows: vec![row],
        })
        .collect();
    if !rest.is_empty() {
        let rows = rest.into_iter().map(|(_, row)| row).collect();
        parts.push(Part { label: Text::new(lithuanian::THE_REST, &group.path), rows });
    }
    parts
}

/// Explains why a bar is missing, or has no parts, if amounts are negative.
fn note(group: &RowGroup<'_>, columns: &[Column], year: Year) -> Option<Text> {
    let is_negative = |amount: Option<Amount>| amount.is_some_and(|amount| amount < Amount::ZERO);
    let rows = || group.rows.iter().flat_map(|row| columns.iter().map(|column| column.amount(row, year)));
    let note = if columns.iter().any(|column| is_negative(column.total(group.rows, year))) {
        lithuanian::NEGATIVE_TOTAL
    } else if rows().any(is_negative) {
        lithuanian::NEGATIVE_ROW
    } else {
        return None;
    };
    Some(Text::new(note, &group.path))
}

fn bar(
    group: &RowGroup<'_>,
    parts: &[Part<'_>],
    column: Column,
    year: Year,
    money: impl Fn(Amount) -> String,
) -> Bar {
    let (kind, label) = match column {
        Column::Result => (BarKind::Result, lithuanian::year(year.get())),
        Column::Plan => (BarKind::Plan, lithuanian::plan_of(year.get())),
        Column::Past(past) => (BarKind::Past, lithuanian::year(past.get())),
    };
    let rows = group.rows;
    let text = |words: String| Text::new(words, &group.path);
    let label = text(label);
    let Some(total) = column.total(rows, year) else {
        let none = rows.iter().all(|row| column.amount(row, year).is_none());
        let why = if none { lithuanian::NOT_GIVEN } else { lithuanian::PARTLY_GIVEN };
        return Bar { kind, label, text: text(why.to_owned()), lengths: Vec::new() };
    };
    let lengths = if total < Amount::ZERO {
        Vec::new()
    } else if parts.is_empty() {
        vec![total]
    } else {
        parts.iter().map(|part| part.amount(column, year)).collect()
    };
    let lengths = lengths.iter().filter_map(|length| length.decimal().to_f64()).collect();
    Bar { kind, label, text: text(money(total)), lengths }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Section};
    use crate::images::Images;
    use crate::source::Source;

    /// The chart of a report with this income and a single expense.
    fn chart(income: &str) -> FinanceChart {
        let yaml = include_str!("../../tests/reports/minimal.yaml")
            .replace("    - { label: Įnašai, amount: 10 }", income);
        let report = Source::new("report.yaml", ".", yaml).report().unwrap();
        let sections = Document::new(&report, &Images::default(), None).sections;
        let finance = sections.into_iter().find_map(|section| match section {
            Section::Finance(finance) => Some(finance),
            _ => None,
        });
        finance.unwrap().chart.unwrap()
    }

    fn rows(rows: &[(&str, &str, &str)]) -> String {
        let row = |(label, amount, previous): &(&str, &str, &str)| {
            format!("    - {{ label: {label}, amount: {amount}, previous: {previous} }}\n")
        };
        rows.iter().map(row).collect::<Vec<_>>().concat()
    }

    #[test]
    fn a_row_is_the_same_part_of_every_bar() {
        let chart = chart(&rows(&[("a", "5", "0"), ("b", "0", "7"), ("c", "3", "2")]));
        let income = &chart.groups[0];
        assert_eq!(income.parts.iter().map(Text::words).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(income.bars[0].lengths, [5.0, 0.0, 3.0]);
        assert_eq!(income.bars[1].lengths, [0.0, 7.0, 2.0]);
        assert_eq!(income.note, None);
    }

    #[test]
    fn the_largest_of_forty_rows_are_parts_and_the_rest_share_one() {
        let forty = (1..=40).map(|number| format!("    - {{ label: r{number}, amount: {number} }}\n"));
        let forty = forty.collect::<Vec<_>>().concat();
        let chart = chart(&forty);
        let income = &chart.groups[0];
        let parts: Vec<&str> = income.parts.iter().map(Text::words).collect();
        assert_eq!(parts, ["r37", "r38", "r39", "r40", lithuanian::THE_REST]);
        assert_eq!(income.bars[0].lengths, [37.0, 38.0, 39.0, 40.0, 666.0]);
    }

    #[test]
    fn negative_amounts_are_noted_instead_of_drawn() {
        let of_a_row = chart(&rows(&[("a", "5", "6"), ("b", "-2", "1")]));
        assert_eq!(of_a_row.groups[0].bars[0].lengths, [3.0]);
        assert!(of_a_row.groups[0].parts.is_empty());
        assert_eq!(of_a_row.groups[0].note.as_ref().map(Text::words), Some(lithuanian::NEGATIVE_ROW));
        assert!(of_a_row.alt.contains(lithuanian::NEGATIVE_ROW.trim_end_matches('.')));

        let of_all = chart(&rows(&[("a", "5", "6"), ("b", "-9", "1")]));
        assert!(of_all.groups[0].bars[0].lengths.is_empty());
        assert_eq!(of_all.groups[0].note.as_ref().map(Text::words), Some(lithuanian::NEGATIVE_TOTAL));
        assert_eq!(of_all.groups[1].note, None);
    }

    /// The alternative text names each bar with its amount, and each part of this year's bar with its own.
    fn assert_alt_says_what_is_drawn(chart: &FinanceChart) {
        // Digits are grouped.
        let without_spaces = |words: &str| words.replace(char::is_whitespace, "");
        for group in &chart.groups {
            for bar in &group.bars {
                let year = bar.label.words().split('\u{a0}').next().unwrap();
                let (time, verb) = match bar.kind {
                    BarKind::Plan => (format!("pagal {year} metų planą"), " turėjo sudaryti"),
                    BarKind::Result | BarKind::Past => (format!("{year} metais"), " sudarė"),
                };
                let verb = if bar.text.words().ends_with("Eur") { verb } else { ":" };
                let said = format!("{} {time}{verb} {}", group.label.words(), bar.text.words());
                assert!(chart.alt.contains(&said), "“{said}” is not in {}", chart.alt);
            }
            let result = &group.bars[0];
            for (part, length) in group.parts.iter().zip(&result.lengths) {
                let said = without_spaces(&format!("„{}“sudarė{length}Eur", part.words()));
                assert!(without_spaces(&chart.alt).contains(&said), "“{said}” is not in {}", chart.alt);
            }
            if let Some(note) = &group.note {
                assert!(chart.alt.contains(note.words().trim_end_matches('.')), "{}", chart.alt);
            }
        }
    }

    #[test]
    fn the_alternative_text_says_what_is_drawn() {
        let forty = (1..=40).map(|number| format!("    - {{ label: r{number}, amount: {number} }}\n"));
        let forty = forty.collect::<Vec<_>>().concat();
        for income in [
            "    - { label: a, amount: 5 }\n".to_owned(),
            rows(&[("a", "5", "0"), ("b", "0", "7"), ("c", "3", "2")]),
            rows(&[("a", "1", "1"), ("b", "9999", "1")]),
            rows(&[("a", "5", "6"), ("b", "-2", "1")]),
            rows(&[("a", "5", "6"), ("b", "-9", "1")]),
            rows(&[("a", "5", "6"), ("b", "2", "null")]),
            "    - { label: a, amount: 5, plan: 8, earlier: { 2001: 3 } }\n    - { label: b, amount: 1, plan: 2 }\n"
                .to_owned(),
            forty,
        ] {
            assert_alt_says_what_is_drawn(&chart(&income));
        }
    }

    #[test]
    fn a_single_row_has_no_parts_and_a_missing_amount_no_bar() {
        let single = chart("    - { label: a, amount: 5 }\n");
        assert!(single.alt.contains("sąnaudos, juostų ilgis atitinka sumas. Pajamos 2023"), "{}", single.alt);
        assert!(single.groups[0].parts.is_empty() && !single.alt.contains('('), "{}", single.alt);

        let missing = chart(&rows(&[("a", "5", "6"), ("b", "2", "null")]));
        let past = &missing.groups[0].bars[1];
        assert!(past.lengths.is_empty());
        assert_eq!(past.text.words(), lithuanian::PARTLY_GIVEN);
        assert!(missing.alt.contains(lithuanian::PARTLY_GIVEN), "{}", missing.alt);
    }
}
