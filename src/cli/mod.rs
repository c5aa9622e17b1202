//! The command line.

mod build;
mod console;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ColorChoice, Parser, Subcommand};

/// Turns a YAML file into the yearly activity report of an organisation, as a PDF
#[derive(Debug, Parser)]
#[command(version, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    color: ColorChoice,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make the PDF of a report, or of several
    Build(build::Build),
}

/// What a designer may put in place of the embedded template and fonts.
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
/// The exit status is 0 when all is done, 1 when a report or a file is at fault, and 2 when the
/// program was not called rightly.
pub(crate) fn run() -> ExitCode {
    let cli = Cli::parse();
    let mut console = console::Console::new(cli.color);
    let result = match cli.command {
        Command::Build(command) => command.run(&mut console),
    };
    match result {
        Ok(status) => status,
        Err(error) => {
            console.error(&error);
            ExitCode::FAILURE
        }
    }
}
