//! How long each step takes, for the report of 2023 and for one of 200 works: `cargo bench`.
//!
//! Typst remembers what it has laid out; here it forgets between rounds, as if each were the first.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot run shall stop")]

use std::path::Path;

use ataskaita::build::Options;
use ataskaita::document::Document;
use ataskaita::export;
use ataskaita::images::Images;
use ataskaita::rules;
use ataskaita::source::Source;
use ataskaita::typeset::{Bleed, Composition, Edition, Typesetter};
use divan::Bencher;

fn main() {
    divan::main();
}

const REPORTS: [&str; 2] = ["2023", "200 works"];

fn source(report: &str) -> Source {
    let yaml = include_str!("../../data/2023.yaml");
    let text = if report == "2023" {
        yaml.to_owned()
    } else {
        let work = "    - Klasteris kartu su nariais dalyvavo Vilniaus universiteto Socialinių inovacijų festivalyje.\n";
        yaml.replace(
            "  items:\n    - |\n      Lietuvos",
            &format!("  items:\n{}    - |\n      Lietuvos", work.repeat(192)),
        )
    };
    Source::new("report.yaml", concat!(env!("CARGO_MANIFEST_DIR"), "/data"), text)
}

fn document(source: &Source) -> Document {
    Document::new(&source.report().unwrap(), &Images::default(), None)
}

fn composition<'a>(typesetter: &'a Typesetter, document: &Document) -> Composition<'a> {
    typst::comemo::evict(0);
    typesetter.compose(document.clone(), &Images::default())
}

#[divan::bench(args = REPORTS)]
fn source_to_report(bencher: Bencher<'_, '_>, report: &str) {
    let source = source(report);
    bencher.bench(|| rules::check(&source.report().unwrap()));
}

#[divan::bench(args = REPORTS)]
fn report_to_document(bencher: Bencher<'_, '_>, report: &str) {
    let report = source(report).report().unwrap();
    bencher.bench(|| Document::new(&report, &Images::default(), None));
}

#[divan::bench(args = REPORTS)]
fn document_to_pages(bencher: Bencher<'_, '_>, report: &str) {
    let document = document(&source(report));
    let typesetter = Typesetter::new(None, None).unwrap();
    bencher
        .with_inputs(|| composition(&typesetter, &document))
        .bench_values(|mut composition| composition.lay_out(Edition::Screen).unwrap().pages().pages().len());
}

/// The pages, and the position of each value on them.
#[divan::bench(args = REPORTS)]
fn document_to_map(bencher: Bencher<'_, '_>, report: &str) {
    let document = document(&source(report));
    let typesetter = Typesetter::new(None, None).unwrap();
    bencher
        .with_inputs(|| composition(&typesetter, &document))
        .bench_values(|mut composition| composition.lay_out_with_map(Edition::Screen).unwrap().1);
}

#[divan::bench(args = REPORTS)]
fn pages_to_pdf(bencher: Bencher<'_, '_>, report: &str) {
    let typesetter = Typesetter::new(None, None).unwrap();
    let document = document(&source(report));
    let layout =
        || typesetter.compose(document.clone(), &Images::default()).lay_out(Edition::Screen).unwrap();
    bencher.with_inputs(layout).bench_values(|layout| export::screen(layout).unwrap());
}

/// Everything from reading the file to the bytes of the PDFs.
#[divan::bench(args = [Edition::Screen, Edition::Print { bleed: Bleed::default() }])]
fn everything(bencher: Bencher<'_, '_>, edition: Edition) {
    let options = Options { editions: vec![edition], ..Options::default() };
    bencher.with_inputs(|| typst::comemo::evict(0)).bench_values(|()| {
        let source = Source::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data/2023.yaml"))).unwrap();
        let typesetter = Typesetter::new(None, None).unwrap();
        ataskaita::build(&source, &typesetter, &options).unwrap()
    });
}

/// All checks, including spelling.
#[divan::bench(args = REPORTS)]
fn check(bencher: Bencher<'_, '_>, report: &str) {
    let source = source(report);
    let typesetter = Typesetter::new(None, None).unwrap();
    bencher.bench(|| ataskaita::check(&source, &typesetter, true));
}
