//! The findings of `check` and their messages.
//!
//! `tests/cases/` has a folder for each kind of mistake: `report.yaml` with the mistake, and the expected output in
//! `expected.lt.txt` and `expected.en.txt`. After a change of the messages or the rules, `UPDATE_CASES=1 cargo test
//! --test findings` updates them and `data/report.schema.json`. Review the changes before committing them.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod broken;
mod cases;
mod program;
mod readme;
mod schema;
mod traps;

use std::sync::LazyLock;

use ataskaita::Diagnostic;
use ataskaita::source::Source;
use ataskaita::typeset::Typesetter;

/// The report that the tests modify.
const REPORT: &str = include_str!("../../data/2023.yaml");

/// All findings in a source, optionally including spelling and usage.
fn findings(source: &Source, spelling: bool) -> Vec<Diagnostic> {
    let mut findings = ataskaita::check(source, typesetter(), spelling);
    // Most valid reports have these notes, and other tests cover them.
    findings.retain(|finding| !["result", "statute"].contains(&finding.code()));
    findings
}

fn typesetter() -> &'static Typesetter {
    static TYPESETTER: LazyLock<Typesetter> =
        LazyLock::new(|| Typesetter::new(None, None).expect("the embedded fonts are there"));
    &TYPESETTER
}

/// Whether to update the snapshots instead of comparing them.
fn updating() -> bool {
    std::env::var_os("UPDATE_CASES").is_some()
}
