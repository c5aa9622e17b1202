//! The output format of lists of changes and comments.

use clap::{Args, ValueEnum};

/// The options of a command that prints a list.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct ListStyle {
    /// Output format: human for people, markdown for a message or a checklist, json for programs
    #[arg(
        id = "list_format",
        long = "format",
        value_enum,
        default_value_t,
        value_name = "human|markdown|json",
        hide_possible_values = true
    )]
    pub(super) format: ListFormat,
}

/// The format of a list on standard output.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum ListFormat {
    /// Plain text.
    #[default]
    Human,
    /// A Markdown list.
    Markdown,
    /// A JSON array.
    Json,
}
