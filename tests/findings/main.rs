//! What `check` finds, and what it says of it.
//!
//! `tests/cases/` has a folder for each kind of mistake: `report.yaml` with the mistake, and what is
//! said of it in `expected.lt.txt` and `expected.en.txt`. After a change of the words or the rules,
//! `UPDATE_CASES=1 cargo test --test findings` writes them anew, and `data/report.schema.json` with
//! them; look at the difference before it is committed.

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
mod schema;
mod traps;

use std::sync::LazyLock;

use ataskaita::Diagnostic;
use ataskaita::source::Source;
use ataskaita::typeset::Typesetter;

/// The report that is broken in every way.
const REPORT: &str = include_str!("../../data/2023.yaml");

/// All that is found in a source, spelling and usage included if asked for.
fn findings(source: &Source, spelling: bool) -> Vec<Diagnostic> {
    let mut findings = ataskaita::check(source, typesetter(), spelling);
    // These notes are in most reports that are right, and have tests of their own.
    findings.retain(|finding| !["result", "statute"].contains(&finding.code()));
    findings
}

fn typesetter() -> &'static Typesetter {
    static TYPESETTER: LazyLock<Typesetter> =
        LazyLock::new(|| Typesetter::new(None, None).expect("the embedded fonts are there"));
    &TYPESETTER
}

/// Whether snapshots are to be written rather than compared.
fn updating() -> bool {
    std::env::var_os("UPDATE_CASES").is_some()
}
