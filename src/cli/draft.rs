//! `ataskaita draft`: makes a draft for reviewers.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::UNIX_EPOCH;

use ataskaita::Diagnostic;
use ataskaita::build::{DraftOptions, draft};
use ataskaita::report::Date;
use ataskaita::source::Source;
use ataskaita::typeset::Typesetter;
use clap::Args;

use super::Design;
use super::console::Console;
use super::diff::read_older;
use super::targets;

#[derive(Debug, Args)]
pub(crate) struct Draft {
    /// The report's YAML file; - reads it from standard input
    #[arg(value_name = "REPORT.yaml")]
    report: PathBuf,
    /// Mark the changes since an older report, or since a git revision of this one, such as git:HEAD~3
    #[arg(long, value_name = "OLD.yaml|git:REVISION")]
    since: Option<OsString>,
    /// Where to write: a file, a folder, or - for standard output
    ///
    /// By default, the draft of data/2023.yaml is output/2023-draft.pdf.
    #[arg(short, long, value_name = "FILE|DIR|-")]
    output: Option<PathBuf>,
    #[command(flatten)]
    design: Design,
}

impl Draft {
    pub(crate) fn run(self, console: &mut Console) -> Result<ExitCode, Diagnostic> {
        let target = match targets::of_draft(&self.report, self.output.as_deref()) {
            Ok(target) => target,
            Err(usage) => return Ok(console.refuse(usage)),
        };
        let date = super::date_of_environment()?;
        let since = self.since.as_ref().map(|old| read_older(old, &self.report)).transpose()?;
        let data_date = date.or_else(|| date_of_file(&self.report));
        let options = DraftOptions { date, data_date, since };
        let typesetter = Typesetter::new(self.design.template.as_deref(), self.design.fonts.as_deref())?;
        let made = Source::read(&self.report)
            .map_err(|diagnostic| vec![diagnostic])
            .and_then(|source| draft(&source, &typesetter, &options));
        match made {
            Ok(draft) => {
                let inputs = [vec![self.report], typesetter.files_read()].concat();
                let files = target.write(&[draft.pdf], &inputs)?;
                console.show(&draft.findings);
                if !files.is_empty() {
                    console.say(&console.language().made(&files));
                }
                Ok(ExitCode::SUCCESS)
            }
            Err(diagnostics) => {
                console.show(&diagnostics);
                Ok(ExitCode::FAILURE)
            }
        }
    }
}

/// The day on which a file was last changed; `None` for standard input.
fn date_of_file(path: &Path) -> Option<Date> {
    let changed = path.metadata().ok()?.modified().ok()?;
    Date::from_unix_seconds(changed.duration_since(UNIX_EPOCH).ok()?.as_secs())
}
