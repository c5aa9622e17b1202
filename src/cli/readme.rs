//! The README shows commands that the program accepts, and every option that it has.

use std::collections::BTreeSet;

use clap::{ArgAction, CommandFactory};

use super::Cli;

const README: &str = include_str!("../../README.md");

/// The commands of the indented blocks, with continued lines joined and without redirections.
fn blocks() -> Vec<String> {
    let mut commands: Vec<String> = Vec::new();
    // The indentation of the command that the next line may continue.
    let mut continued: Option<usize> = None;
    for line in README.lines() {
        let code = line.trim_start();
        let indentation = line.len() - code.len();
        let code = code.replace("cargo run --release -- ", "ataskaita ");
        let code = code.split("  #").next().unwrap().split(" > ").next().unwrap().trim();
        if indentation >= 4 && code.starts_with("ataskaita ") {
            commands.push(code.to_owned());
            continued = Some(indentation);
        } else if continued.is_some_and(|before| indentation > before) {
            let command = commands.last_mut().unwrap();
            command.push(' ');
            command.push_str(code);
        } else {
            continued = None;
        }
    }
    commands
}

/// The code within paragraphs, without that of blocks.
fn inline_code() -> impl Iterator<Item = String> {
    let outside = README.split("```").step_by(2).collect::<String>();
    let pieces: Vec<_> = outside.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    pieces.into_iter().map(|code| code.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether a command can be run as written. The help is not an error.
fn parses(command: &str) -> Result<(), String> {
    match Cli::command().try_get_matches_from(command.split_whitespace()) {
        Err(error) if error.use_stderr() => Err(error.to_string()),
        _ => Ok(()),
    }
}

/// A synopsis such as `ataskaita check REPORT.yaml... [--format human|short|json]`.
fn is_synopsis(command: &str) -> bool {
    command == "ataskaita schema" || command.contains(['[', '|'])
}

#[test]
fn every_command_shown_is_accepted() {
    let blocks = blocks();
    let shown: Vec<String> = blocks
        .into_iter()
        .filter(|command| !is_synopsis(command))
        .chain(inline_code().filter(|code| code.starts_with("ataskaita ")))
        .collect();
    assert!(shown.len() > 12, "{shown:#?}");
    for command in shown {
        // A command without its arguments is a name, as in a sentence about it.
        let named = Cli::command()
            .get_subcommands()
            .any(|known| command == format!("ataskaita {}", known.get_name()));
        let result = parses(&command);
        assert!(named || result.is_ok(), "{command}: {}", result.unwrap_err());
    }
}

#[test]
fn every_option_in_a_sentence_is_accepted_by_some_command() {
    let shown: Vec<String> = inline_code().filter(|code| code.starts_with("--")).collect();
    assert!(shown.len() > 12, "{shown:#?}");
    for options in shown {
        let options = options.split('|').next().unwrap();
        let program = Cli::command();
        let accepted = program.get_subcommands().any(|command| {
            let required = command.get_positionals().filter(|argument| argument.is_required_set()).count();
            let arguments = ["a"; 3][..required].join(" ");
            let mut named =
                command.get_arguments().chain(program.get_arguments()).filter_map(clap::Arg::get_long);
            // A sentence may leave out the value.
            named.any(|long| options == format!("--{long}"))
                || parses(&format!("ataskaita {} {arguments} {options}", command.get_name())).is_ok()
        });
        assert!(accepted, "{options}");
    }
}

/// Each synopsis has all arguments of its command, with the names of their values in the help, and no others.
#[test]
fn the_synopses_are_those_of_the_help() {
    let synopses: Vec<String> = blocks().into_iter().filter(|command| is_synopsis(command)).collect();
    let program = Cli::command();
    let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
    let shown: BTreeSet<&str> = synopses.iter().filter_map(|synopsis| synopsis.split(' ').nth(1)).collect();
    assert_eq!((shown, synopses.len()), (names.iter().copied().collect(), names.len()));
    for synopsis in synopses {
        let name = synopsis.split(' ').nth(1).unwrap();
        let command = program.find_subcommand(name).unwrap();
        let words: BTreeSet<String> =
            synopsis.split(' ').skip(2).map(|word| word.trim_matches(['[', ']']).to_owned()).collect();
        let mut expected = BTreeSet::new();
        for argument in
            command.get_arguments().filter(|argument| !matches!(argument.get_action(), ArgAction::Help))
        {
            if let Some(short) = argument.get_short() {
                expected.insert(format!("-{short}"));
            } else if let Some(long) = argument.get_long() {
                expected.insert(format!("--{long}"));
            }
            let repeats = argument.is_positional() && matches!(argument.get_action(), ArgAction::Append);
            let values = argument.get_value_names().filter(|_| argument.get_action().takes_values());
            expected.extend(
                values
                    .into_iter()
                    .flatten()
                    .map(|value| format!("{value}{}", if repeats { "..." } else { "" })),
            );
        }
        assert_eq!(words, expected, "{synopsis}");
    }
}

/// Each synopsis is accepted with each of the values that it offers.
#[test]
fn the_values_of_the_synopses_are_accepted() {
    for synopsis in blocks().into_iter().filter(|command| is_synopsis(command)) {
        for choice in 0..4 {
            let words = synopsis.split(' ').map(|word| {
                let word = word.trim_matches(['[', ']']).trim_end_matches("...");
                let choices: Vec<&str> = word.split('|').collect();
                match choices[choice % choices.len()] {
                    "MM" => "5",
                    "N" => "4",
                    word => word,
                }
            });
            let command = words.collect::<Vec<_>>().join(" ");
            assert_eq!(parses(&command), Ok(()), "{command}");
        }
    }
}
