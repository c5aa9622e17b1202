//! `ataskaita schema`: prints the JSON schema of the data format.

use std::process::ExitCode;

use ataskaita::Diagnostic;
use ataskaita::report::schema;
use clap::Args;

use super::check::print;

#[derive(Debug, Args)]
pub(crate) struct PrintSchema {}

impl PrintSchema {
    #[expect(clippy::unused_self, reason = "every command is run in the same way")]
    pub(crate) fn run(self) -> Result<ExitCode, Diagnostic> {
        print(&schema::text())?;
        Ok(ExitCode::SUCCESS)
    }
}
