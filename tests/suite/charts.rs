//! Charts are true to the amounts: lengths, tints, labels and gaps, as drawn on the pages.

use std::path::Path;

use hayro::vello_cpu::kurbo::Rect;

use crate::contrast::{contrast, luminance};
use crate::drawing::{Drawing, MM, Shape, places};
use crate::full_report::MINIMAL;
use crate::pdf::{File, Page};
use crate::press::{ROOT, print_cleanly};
use crate::reports::REPORTS;

/// The heights of the bar of this year and of the other bars.
const TALL: f64 = 13.0 * MM;
const LOW: f64 = 4.0 * MM;
/// The narrowest part, and the white between two parts.
const LEAST: f64 = 0.6;
const GAP: f64 = 0.8;

/// How the alternative text of the bar chart begins.
const CHART: &str = "Juostinė diagrama";

/// A row of a report: label, amount, and other keys.
type Row<'a> = (&'a str, i64, &'a str);

/// A page with charts.
struct Charts {
    file: File,
    number: usize,
    drawing: Drawing,
}

impl Charts {
    /// The finances of a small report.
    fn of(income: &[Row<'_>], expenses: &[Row<'_>]) -> Self {
        let lines = |rows: &[Row<'_>]| -> String {
            let line = |(label, amount, more): &Row<'_>| {
                format!("    - {{ label: {label}, amount: {amount}{more} }}\n")
            };
            rows.iter().map(line).collect()
        };
        let yaml = MINIMAL
            .replace("    - { label: Įnašai, amount: 10 }\n", &lines(income))
            .replace("    - { label: Arbata, amount: 10 }\n", &lines(expenses));
        Self::on_page_of(File::read(&print_cleanly(&yaml, Path::new(ROOT))), CHART)
    }

    /// The page with the figure whose alternative text begins with some words.
    fn on_page_of(file: File, alternative: &str) -> Self {
        let figures = file.structure.all("Figure");
        let mut figures = figures.into_iter();
        let figure =
            figures.find(|figure| figure.alt.as_deref().is_some_and(|alt| alt.starts_with(alternative)));
        let number = figure.expect("there is a chart").pages()[0];
        let drawing = Drawing::of(&file, number);
        Self { file, number, drawing }
    }

    fn page(&self) -> &Page {
        &self.file.pages[self.number]
    }

    /// The parts of each filled bar of a height, from the top.
    fn bars(&self, height: f64) -> Vec<Vec<Shape>> {
        let is_part = |shape: &&Shape| (shape.bounds.height() - height).abs() < 0.1;
        let mut parts: Vec<Shape> = self.drawing.fills.iter().filter(is_part).copied().collect();
        parts.sort_by(|a, b| (a.bounds.y0, a.bounds.x0).partial_cmp(&(b.bounds.y0, b.bounds.x0)).unwrap());
        parts.chunk_by(|a, b| (a.bounds.y0 - b.bounds.y0).abs() < 0.1).map(<[Shape]>::to_vec).collect()
    }

    /// The places of words on the page.
    fn places(&self, words: &str) -> Vec<Rect> {
        places(self.page(), words)
    }

    /// The only place of words between two heights of the page.
    #[track_caller]
    fn place(&self, words: &str, below: f64, above: f64) -> Rect {
        let places = self.places(words);
        let found: Vec<&Rect> =
            places.iter().filter(|place| place.y0 >= below && place.y1 <= above).collect();
        assert_eq!(found.len(), 1, "“{words}” is at {places:?}");
        *found[0]
    }
}

/// The length of an amount of one, from a bar and its amounts. Asserts that the parts begin and end where their amounts do.
#[track_caller]
fn unit_of(bar: &[Shape], amounts: &[i64]) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "amounts are small")]
    let amounts: Vec<f64> =
        amounts.iter().filter(|amount| **amount > 0).map(|amount| *amount as f64).collect();
    assert_eq!(bar.len(), amounts.len(), "{bar:?} {amounts:?}");
    let start = bar[0].bounds.x0;
    let unit = (bar.last().unwrap().bounds.x1 - start) / amounts.iter().sum::<f64>();
    let mut before = 0.0;
    for (part, amount) in bar.iter().zip(&amounts) {
        let (from, to) = (start + before * unit, start + (before + amount) * unit);
        assert!((part.bounds.x0 - from).abs() < LEAST, "{part:?} begins at {from}");
        assert!((-LEAST..GAP + 0.1).contains(&(to - part.bounds.x1)), "{part:?} ends at {to}");
        assert!(part.bounds.width() > LEAST - 0.01, "{part:?} is visible");
        before += amount;
    }
    unit
}

#[track_caller]
fn assert_same(units: &[f64]) {
    assert!(units.iter().all(|unit| (unit / units[0] - 1.0).abs() < 0.005), "one scale: {units:?}");
}

const INCOME: [Row<'_>; 3] = [
    ("Mokesčiai", 3000, ", plan: 4000, previous: 2000"),
    ("Projektai", 6000, ", plan: 5000, previous: 9000"),
    ("Parama", 900, ", plan: 0, previous: 100"),
];
const EXPENSES: [Row<'_>; 2] =
    [("Nuoma", 4000, ", plan: 0, previous: 1"), ("Talkos", 800, ", plan: 2500, previous: 2")];

#[test]
fn bars_have_the_lengths_of_their_amounts_and_rows_their_tints_and_labels() {
    let charts = Charts::of(&INCOME, &EXPENSES);
    let (results, past) = (charts.bars(TALL), charts.bars(LOW));
    let income = unit_of(&results[0], &[3000, 6000, 900]);
    assert_same(&[income, unit_of(&results[1], &[4000, 800]), unit_of(&past[0], &[2000, 9000, 100])]);
    assert_eq!((results.len(), past.len()), (2, 2));
    // Of 3 Eur, both parts are as narrow as they can be seen.
    assert!(past[1].last().unwrap().bounds.x1 - past[1][0].bounds.x0 < 2.0, "{:?}", past[1]);
    for (year, before) in results.iter().zip(&past) {
        let tints = |bar: &[Shape]| bar.iter().map(|part| part.color).collect::<Vec<_>>();
        assert_eq!(tints(year), tints(before), "a row has the same tint in both years");
    }

    // The plan is an outline with a line between its parts; a part of zero has none.
    let outlines: Vec<&Shape> = charts
        .drawing
        .lines
        .iter()
        .filter(|line| (line.bounds.height() + 0.6 - LOW).abs() < 0.1 && line.bounds.width() > 0.0)
        .collect();
    assert_eq!(outlines.len(), 2, "{outlines:?}");
    for (outline, amount) in outlines.iter().zip([9000.0, 2500.0]) {
        assert!((outline.bounds.width() + 0.6 - amount * income).abs() < 0.5, "{outline:?}");
    }
    let between = |outline: &Shape| -> Vec<f64> {
        let lines = charts.drawing.lines.iter().filter(|line| {
            line.bounds.width() < 0.01
                && line.bounds.x0 > outline.bounds.x0 + 1.0
                && line.bounds.x1 < outline.bounds.x1 - 1.0
                && line.bounds.y0 > outline.bounds.y0 - 1.0
                && line.bounds.y1 < outline.bounds.y1 + 1.0
        });
        lines.map(|line| line.bounds.x0 - outline.bounds.x0).collect()
    };
    let inner = between(outlines[0]);
    assert!(inner.len() == 1 && (inner[0] - 4000.0 * income).abs() < 0.7, "{inner:?}");
    assert!(between(outlines[1]).is_empty());

    // Each label is at the end of a line from the beginning of its part, and each amount is after its bar.
    for (bar, names, amount) in [
        (&results[0], &["Mokesčiai", "Projektai", "Parama"][..], "9 900 Eur"),
        (&results[1], &["Nuoma", "Talkos"], "4 800 Eur"),
    ] {
        let foot = bar[0].bounds.y1;
        for (part, name) in bar.iter().zip(names) {
            let label = charts.place(name, foot, foot + 30.0);
            let line = charts.drawing.lines.iter().find(|line| {
                line.bounds.width() < 0.01
                    && (line.bounds.y0 - foot).abs() < 0.1
                    && (-0.1..1.0).contains(&(line.bounds.x0 - part.bounds.x0))
            });
            let line = line.unwrap_or_else(|| panic!("a line from {part:?} to {name}")).bounds;
            let gap = label.x0 - line.x1;
            assert!((2.0..6.0).contains(&gap), "{name} is next to its line: {gap}");
            assert!(label.y0 > foot && (label.y1 - line.y1).abs() < 3.0, "{name}: {label:?} {line:?}");
        }
        let end = bar.last().unwrap().bounds;
        let text = charts.place(amount, end.y0, end.y1);
        assert!((9.0..15.0).contains(&(text.x0 - end.x1)), "{amount}: {text:?} {end:?}");
    }
}

/// A part without an amount this year keeps its tint. The legend has the tints in the order of the parts.
#[test]
fn the_smallest_of_forty_rows_are_one_part_and_a_row_without_an_amount_keeps_its_tint() {
    let labels: Vec<String> = (1..=40).map(|number| format!("Eilutė {number}")).collect();
    let forty: Vec<Row<'_>> = labels
        .iter()
        .map(String::as_str)
        .zip((1..).map(|number| number * 10))
        .map(|(label, amount)| (label, amount, ""))
        .collect();
    let charts = Charts::of(
        &forty,
        &[
            ("Arbata", 0, ", previous: 1000"),
            ("Kava", 2000, ", previous: 700"),
            ("Cukrus", 500, ", previous: 0"),
        ],
    );
    let (results, past) = (charts.bars(TALL), charts.bars(LOW));
    let rest: i64 = (1..=36).map(|number| number * 10).sum();
    let unit = unit_of(&results[0], &[370, 380, 390, 400, rest]);
    assert_same(&[unit, unit_of(&results[1], &[2000, 500]), unit_of(&past[0], &[1000, 700])]);
    let foot = results[0][0].bounds.y1;
    for name in ["Eilutė 37", "Eilutė 38", "Eilutė 39", "Eilutė 40", "Kita"] {
        charts.place(name, foot, foot + 70.0);
    }

    let [coffee, sugar] = [results[1][0].color, results[1][1].color];
    let [tea, coffee_before] = [past[0][0].color, past[0][1].color];
    assert!(coffee == coffee_before && tea != coffee && sugar != coffee);
    let squares: Vec<&Shape> = charts
        .drawing
        .fills
        .iter()
        .filter(|fill| {
            (fill.bounds.width() - fill.bounds.height()).abs() < 0.01 && fill.bounds.y0 > past[0][0].bounds.y1
        })
        .collect();
    assert_eq!(squares.iter().map(|square| square.color).collect::<Vec<_>>(), [tea, coffee, sugar]);
    for (square, name) in squares.iter().zip(["Arbata", "Kava", "Cukrus"]) {
        let label = charts.place(name, square.bounds.y0 - 4.0, square.bounds.y1 + 4.0);
        assert!((2.0..8.0).contains(&(label.x0 - square.bounds.x1)), "{name}: {label:?} {square:?}");
    }
}

#[test]
fn negative_and_unknown_totals_have_no_bar_but_a_reason() {
    let charts = Charts::of(
        &[("Mokesčiai", 1000, ", previous: 900"), ("Grąžinimai", -3000, ", previous: 100")],
        &[("Nuoma", 5000, ", previous: 4000"), ("Talkos", 200, "")],
    );
    let (results, past) = (charts.bars(TALL), charts.bars(LOW));
    // Of the expenses this year, and of the income the year before, which has no parts because an amount is negative.
    assert_eq!((results.len(), past.len()), (1, 1));
    assert_same(&[unit_of(&results[0], &[5000, 200]), unit_of(&past[0], &[1000])]);
    let top = results[0][0].bounds.y0;
    charts.place("−2 000 Eur", 0.0, past[0][0].bounds.y0);
    charts.place("Neigiama suma juosta nevaizduojama.", past[0][0].bounds.y1, top);
    let reason = charts.place("nurodytos ne visos sumos", results[0][0].bounds.y1, top + 100.0);
    let year = charts.place("2022 m.", reason.y0 - 3.0, reason.y1 + 3.0);
    assert!(year.x1 < reason.x0, "{year:?} {reason:?}");
}

/// The charts of income and of expenses have the same scale, a year without data has a dash, and a negative total is
/// below the line.
#[test]
fn columns_have_the_heights_of_their_amounts() {
    let charts = Charts::of(
        &[("Mokesčiai", 3000, ", earlier: { 2022: 2000, 2020: -500, 2019: 1000 }")],
        &[("Nuoma", 1500, ", earlier: { 2022: 4000, 2021: 10, 2019: 250 }")],
    );
    let page = charts.page();
    let ends = charts.places("2019 m.");
    let (first_end, second_end) = (ends[0], ends[1]);
    let lines = charts.drawing.lines.iter().map(|line| line.bounds);
    let baselines: Vec<Rect> = lines
        .filter(|line| line.height() < 0.01 && line.y0 < first_end.y0 && line.y0 > first_end.y0 - 60.0)
        .filter(|line| line.width() < page.width / 2.0)
        .collect();
    let [first, second] = baselines[..] else { panic!("{baselines:?}") };
    assert!((first.y0 - second.y0).abs() < 0.1, "on one line");
    assert!((first.x0 - first_end.x0).abs() < 2.0 && (second.x0 - second_end.x0).abs() < 2.0);

    let columns = |axis: Rect| -> Vec<(i32, f64, Shape)> {
        let slot = (axis.width() + 1.4 * MM) / 5.0;
        let fills = charts.drawing.fills.iter().filter(|fill| {
            (fill.bounds.width() - (slot - 1.4 * MM)).abs() < 0.1
                && fill.bounds.x0 > axis.x0 - 0.1
                && fill.bounds.x1 < axis.x1 + 0.1
        });
        let mut columns: Vec<_> = fills
            .map(|fill| {
                #[expect(clippy::cast_possible_truncation, reason = "one of five years")]
                let year = 2019 + ((fill.bounds.x0 - axis.x0) / slot).round() as i32;
                let above = axis.y0 - fill.bounds.y0;
                (year, if above > 0.1 { above } else { axis.y0 - fill.bounds.y1 }, *fill)
            })
            .collect();
        columns.sort_by_key(|(year, ..)| *year);
        columns
    };
    let (income, expenses) = (columns(first), columns(second));
    let years = |columns: &[(i32, f64, Shape)]| columns.iter().map(|(year, ..)| *year).collect::<Vec<_>>();
    assert_eq!(years(&income), [2019, 2020, 2022, 2023]);
    assert_eq!(years(&expenses), [2019, 2021, 2022, 2023]);
    let unit = income[3].1 / 3000.0;
    for ((year, height, _), amount) in
        income.iter().chain(&expenses).zip([1000.0, -500.0, 2000.0, 3000.0, 250.0, 10.0, 4000.0, 1500.0])
    {
        // The smallest is still visible.
        let least = if amount < 50.0 { LEAST } else { 0.1 };
        assert!((height - amount * unit).abs() < least, "{year}: {height} for {amount}");
    }
    // The year of the report is darker.
    assert!(luminance(income[3].2.color) < luminance(income[2].2.color) / 2.0);

    for (axis, year) in [(first, 2021), (second, 2020)] {
        let slot = (axis.width() + 1.4 * MM) / 5.0;
        let from = axis.x0 + f64::from(year - 2019) * slot;
        let dash = places(page, "–").into_iter().find(|dash| {
            dash.x0 > from && dash.x1 < from + slot && dash.y1 < axis.y0 && dash.y0 > axis.y0 - 10.0
        });
        assert!(dash.is_some(), "a dash for {year}: {:?}", places(page, "–"));
    }
    for (words, axis) in [("1 000 Eur", first), ("250 Eur", second)] {
        let label = charts.place(words, axis.y0, first_end.y0);
        assert!((label.x0 - axis.x0).abs() < 2.0, "{words} is below the first column");
    }
    for (words, axis) in [("3 000 Eur", first), ("1 500 Eur", second)] {
        let label = charts.place(words, axis.y0, first_end.y0);
        assert!((label.x1 - axis.x1).abs() < 2.0, "{words} is below the last column");
    }

    // In the tables, a year without amounts leaves its place empty, so that the other years are below each other.
    let heads = |words: &str| -> Vec<Rect> {
        let foot = page.height - 20.0 * MM;
        charts.places(words).into_iter().filter(|place| place.y0 > first_end.y1 && place.y1 < foot).collect()
    };
    assert_eq!((heads("2021 m.").len(), heads("2020 m.").len()), (1, 1));
    for year in ["2023 m.", "2022 m.", "2019 m."] {
        let [upper, lower] = heads(year)[..] else { panic!("{year}: {:?}", heads(year)) };
        assert!((upper.x1 - lower.x1).abs() < 0.1, "{year}: {upper:?} {lower:?}");
    }
    for (year, amount) in [("2022 m.", "2 000"), ("2020 m.", "−500")] {
        let amount = charts.place(amount, heads(year)[0].y1, heads("2021 m.")[0].y0);
        assert!((amount.x1 - heads(year)[0].x1).abs() < 1.0, "{year}: {amount:?}");
    }
}

/// The parts are of one hue, and each is clearly paler than the one before: they can be told apart in grey and by
/// colour-blind readers.
#[test]
fn parts_can_be_told_apart_without_colours() {
    let mut checked = 0;
    for report in &REPORTS {
        let charts = Charts::on_page_of(File::read(report.pdf()), CHART);
        for bar in charts.bars(TALL) {
            for pair in bar.windows(2) {
                let step = contrast(luminance(pair[1].color), luminance(pair[0].color));
                assert!(step > 1.4, "{}: {step:.2} in {bar:?}", report.name);
                checked += 1;
            }
        }
    }
    assert!(checked > 20, "{checked} parts next to each other");
}
