//! Lithuanian messages about invalid arguments. The English messages are clap's.

use std::process::ExitCode;

use ataskaita::Diagnostic;
use ataskaita::diagnostic::messages::Language;
use ataskaita::diagnostic::problem::Problem;
use ataskaita::files::{Unwritable, write_result};
use ataskaita::typeset::Bleed;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ColorChoice, Error};

use super::console::{Console, USAGE_ERROR};
use super::press::MAX_MULTIPLE;

/// Shows an error in the arguments, or the requested help.
pub(super) fn show(error: &Error, language: Language) -> ExitCode {
    match in_lithuanian(error).filter(|_| language == Language::Lithuanian) {
        Some(diagnostic) => {
            // The arguments could not be parsed, so `--color` is unknown.
            Console::new(ColorChoice::Auto, language).show(&[diagnostic]);
            ExitCode::from(USAGE_ERROR)
        }
        None if error.use_stderr() => {
            // Nothing is left to say if standard error cannot be written to.
            let _ = error.print();
            ExitCode::from(USAGE_ERROR)
        }
        None => match show_help(error) {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => {
                Console::new(ColorChoice::Auto, language)
                    .show(&[Diagnostic::new(Problem::OutputUnwritable(why))]);
                ExitCode::FAILURE
            }
        },
    }
}

/// Writes the requested help to standard output. It is a result, so failing to write it is an error.
fn show_help(help: &Error) -> Result<(), Unwritable> {
    help.print()?;
    // Fails if standard output was closed from the start.
    write_result(&[])
}

/// Translates a usage error into Lithuanian; `None` for output that is not an error, such as the help.
pub(super) fn in_lithuanian(error: &Error) -> Option<Diagnostic> {
    let text = |kind| error.get(kind).map(plain).unwrap_or_default();
    let argument = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue);
    let name = name_of(&argument);
    let message = match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        | ErrorKind::DisplayVersion => return None,
        ErrorKind::InvalidSubcommand => {
            format!("komandos „{}“ nėra", text(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument if is_option(&argument) => format!("nežinoma parinktis {argument}"),
        ErrorKind::UnknownArgument => format!("nereikalingas argumentas „{argument}“"),
        ErrorKind::MissingRequiredArgument => missing(error.get(ContextKind::InvalidArg)),
        ErrorKind::MissingSubcommand => "trūksta komandos".to_owned(),
        ErrorKind::InvalidValue if value.is_empty() => format!("po parinkties {name} trūksta reikšmės"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if is_option(&argument) => {
            format!("parinkties {name} reikšmė „{value}“ netinka")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("argumentas „{value}“ netinka: {argument}")
        }
        ErrorKind::ArgumentConflict => match text(ContextKind::PriorArg) {
            prior if prior == argument => format!("parinktis {name} nurodyta daugiau kaip vieną kartą"),
            prior => format!("parinkties {name} negalima vartoti kartu su {}", name_of(&prior)),
        },
        ErrorKind::TooManyValues => format!("parinktis {name} reikšmės neturi"),
        ErrorKind::InvalidUtf8 => "argumentas nėra UTF-8 tekstas".to_owned(),
        _ => format!("parinktis {argument} parašyta netinkamai"),
    };
    let suggested =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
            .map(|kind| error.get(kind).map(alternatives).unwrap_or_default())
            .into_iter()
            .find(|suggested| !suggested.is_empty());
    let mut diagnostic = Diagnostic::error(message);
    let usage = text(ContextKind::Usage);
    if let Some((_, usage)) = usage.split_once(": ") {
        diagnostic = diagnostic.note(format!("rašoma taip: {usage}"));
    }
    if let Some(suggested) = suggested {
        diagnostic = diagnostic.hint(format!("gal turėjote omenyje {suggested}?"));
    }
    let values = text(ContextKind::ValidValue);
    if let Some(expected) = expected(&argument) {
        diagnostic = diagnostic.hint(expected);
    } else if !values.is_empty() {
        diagnostic = diagnostic.hint(format!("galimos reikšmės: {values}"));
    } else if error.kind() == ErrorKind::InvalidValue && value.is_empty() {
        diagnostic = diagnostic.hint(format!("rašykite {argument}"));
    }
    Some(diagnostic.hint("pagalbą parodys --help"))
}

fn is_option(argument: &str) -> bool {
    argument.starts_with('-')
}

/// An argument without its placeholder.
fn name_of(argument: &str) -> &str {
    argument.split(' ').next().unwrap_or(argument)
}

/// The message about missing arguments and options.
fn missing(arguments: Option<&ContextValue>) -> String {
    let arguments = match arguments {
        Some(ContextValue::Strings(arguments)) => arguments.as_slice(),
        Some(ContextValue::String(argument)) => std::slice::from_ref(argument),
        _ => &[],
    };
    match arguments {
        [option] if is_option(option) => format!("trūksta parinkties {option}"),
        [argument] => format!("trūksta argumento {}", argument.trim_end_matches("...")),
        [first, second] if !is_option(first) && !is_option(second) => {
            format!("trūksta argumentų {first} ir {second}")
        }
        arguments => format!("trūksta: {}", arguments.join(", ")),
    }
}

/// Suggestions, the most likely first; clap puts it last.
fn alternatives(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(values) => {
            values.iter().rev().map(String::as_str).collect::<Vec<_>>().join(" arba ")
        }
        value => value.to_string(),
    }
}

/// The expected value of an argument that takes a number.
fn expected(argument: &str) -> Option<String> {
    match argument.split(' ').next()? {
        "--bleed" => {
            Some(format!("rašykite milimetrų skaičių nuo {} iki {}, pavyzdžiui, 3", Bleed::MIN, Bleed::MAX))
        }
        "--pages-multiple-of" => {
            Some(format!("rašykite sveikąjį skaičių nuo 1 iki {MAX_MULTIPLE}, pavyzdžiui, 4"))
        }
        _ => None,
    }
}

fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(values) => values.join(", "),
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::super::Cli;
    use super::super::language;
    use super::*;

    fn said(arguments: &[&str]) -> Option<(String, Vec<String>)> {
        let command = language::in_lithuanian(Cli::command());
        let error = command.try_get_matches_from(["ataskaita"].iter().chain(arguments)).unwrap_err();
        let diagnostic = in_lithuanian(&error)?;
        let words = diagnostic.words(Language::Lithuanian);
        Some((words.message, words.hints))
    }

    #[test]
    fn usage_errors_have_messages_and_hints() {
        for (arguments, message, hint) in [
            (&["chek"][..], "komandos „chek“ nėra", "omenyje check"),
            (&["check"], "trūksta argumento <ATASKAITA.yaml>", "--help"),
            (&["diff"], "trūksta argumentų <SENA.yaml|git:VERSIJA> ir <NAUJA.yaml>", "--help"),
            (&["build", "a", "--condition", "X"], "trūksta parinkties --profile <FAILAS>", "--help"),
            (&["check", "a", "--formt", "json"], "nežinoma parinktis --formt", "--format"),
            (&["draft", "a", "b"], "nereikalingas argumentas „b“", "--help"),
            (
                &["check", "a", "--format", "xml"],
                "parinkties --format reikšmė „xml“ netinka",
                "human, short, json",
            ),
            (&["check", "a", "--format", "jsn"], "parinkties --format reikšmė „jsn“ netinka", "omenyje json"),
            (&["build", "a", "-o"], "po parinkties --output trūksta reikšmės", "rašykite --output <FAILAS|"),
            (&["build", "a", "--bleed", "1"], "parinkties --bleed reikšmė „1“ netinka", "nuo 2 iki 20"),
            (
                &["build", "a", "--pages-multiple-of", "x"],
                "parinkties --pages-multiple-of reikšmė „x“",
                "nuo 1 iki 64",
            ),
            (&["build", "a", "--crop-marks=1"], "parinktis --crop-marks reikšmės neturi", "--help"),
            (
                &["build", "a", "--edition", "print", "--edition", "all"],
                "parinktis --edition nurodyta daugiau kaip vieną kartą",
                "--help",
            ),
        ] {
            let (said, hints) = said(arguments).unwrap();
            assert!(said.starts_with(message), "{said}");
            assert!(hints.iter().any(|said| said.contains(hint)), "{hints:?}");
        }
    }

    #[test]
    fn help_is_not_an_error() {
        assert_eq!(said(&["--help"]), None);
        assert_eq!(said(&["--version"]), None);
    }
}
