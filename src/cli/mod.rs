//! The command line.

mod build;
mod check;
mod comments;
mod console;
mod crash;
mod diff;
mod draft;
mod language;
mod list_style;
mod listing;
mod markdown;
mod preflight;
mod press;
#[cfg(test)]
mod readme;
mod schema;
mod targets;
mod usage;

use std::path::PathBuf;
use std::process::ExitCode;

use ataskaita::Diagnostic;
use ataskaita::diagnostic::messages::Language;
use ataskaita::diagnostic::problem::Problem;
use ataskaita::report::Date;
use clap::{Args, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand};
use console::Console;

/// Turns a YAML file into the yearly activity report of an organisation, as a PDF
#[derive(Debug, Parser)]
#[command(version, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// When to use colours
    #[arg(
        long,
        value_name = "auto|always|never",
        default_value = "auto",
        global = true,
        hide_possible_values = true
    )]
    color: ColorChoice,
    /// The language of messages and help; the default is that of the environment
    #[arg(long, value_name = "lt|en", value_enum, global = true, hide_possible_values = true)]
    lang: Option<language::NamedLanguage>,
}

/// The commands, in the order of a year's work, which is also the order of the help.
#[derive(Debug, Subcommand)]
enum Command {
    /// Check reports and show all problems at once
    Check(check::Check),
    /// Make a draft of a report, with references and a list of what is missing
    Draft(draft::Draft),
    /// Show the changes between two reports
    Diff(diff::Diff),
    /// List the comments on drafts with their positions in the report
    Comments(comments::Comments),
    /// Build the PDFs of one or more reports
    Build(build::Build),
    /// Check whether PDF files are ready for print (PDF/X-4), and show their properties
    Preflight(preflight::Preflight),
    /// Print the JSON schema of the data, for completion and validation in editors
    Schema(schema::PrintSchema),
}

/// A custom template and custom fonts.
#[derive(Debug, Args)]
struct Design {
    /// Use the template in this folder instead of the built-in one
    #[arg(long, value_name = "DIR")]
    template: Option<PathBuf>,
    /// Use the fonts in this folder instead of the built-in ones
    #[arg(long, value_name = "DIR")]
    fonts: Option<PathBuf>,
}

/// Runs the program with the arguments of the process.
///
/// The exit status is 0 for success, 1 for a problem with a report or a file, and 2 for invalid arguments.
pub(crate) fn run() -> ExitCode {
    let language = language::of_process();
    let command = match language {
        Language::Lithuanian => language::in_lithuanian(Cli::command()),
        Language::English => Cli::command(),
    };
    let matches = command.try_get_matches_from(language::with_help_option(language));
    let cli = match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => return usage::show(&error, language),
    };
    let mut console = Console::new(cli.color, cli.lang.map_or(language, |named| named.0));
    crash::silence_panics();
    let result = crash::catch(|| match cli.command {
        Command::Build(command) => command.run(&mut console),
        Command::Check(command) => command.run(&mut console),
        Command::Draft(command) => command.run(&mut console),
        Command::Diff(command) => command.run(&mut console),
        Command::Comments(command) => command.run(&mut console),
        Command::Preflight(command) => command.run(&mut console),
        Command::Schema(command) => command.run(),
    });
    match result {
        Ok(status) => status,
        Err(diagnostic) => {
            console.show(&[diagnostic]);
            ExitCode::FAILURE
        }
    }
}

/// The date for reports without `published` (reproducible-builds.org/specs/source-date-epoch).
fn date_of_environment() -> Result<Option<Date>, Diagnostic> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let date = value.to_str().and_then(|text| text.parse().ok()).and_then(Date::from_unix_seconds);
    let wrong = || Diagnostic::new(Problem::SourceDateEpoch(value.to_string_lossy().into_owned()));
    date.map(Some).ok_or_else(wrong)
}
