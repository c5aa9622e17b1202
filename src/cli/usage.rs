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
    let message = match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        | ErrorKind::DisplayVersion => return None,
        ErrorKind::InvalidSubcommand => {
            format!("komandos „{}“ nėra", text(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => format!("argumentas {argument} čia nežinomas"),
        ErrorKind::MissingRequiredArgument => format!("trūksta {argument}"),
        ErrorKind::MissingSubcommand => "trūksta komandos".to_owned(),
        ErrorKind::InvalidValue if value.is_empty() => format!("trūksta reikšmės: {argument}"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("reikšmė „{value}“ netinka: {argument}")
        }
        ErrorKind::ArgumentConflict => {
            format!("argumento {argument} negalima rašyti kartu su {}", text(ContextKind::PriorArg))
        }
        ErrorKind::InvalidUtf8 => "argumentas nėra UTF-8 tekstas".to_owned(),
        _ => format!("argumentas {argument} parašytas ne taip"),
    };
    let suggested =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
            .map(text)
            .into_iter()
            .find(|suggested| !suggested.is_empty());
    let mut diagnostic = Diagnostic::error(message);
    let usage = text(ContextKind::Usage);
    if let Some((_, usage)) = usage.split_once(": ") {
        diagnostic = diagnostic.note(format!("naudojimas: {usage}"));
    }
    if let Some(suggested) = suggested {
        diagnostic = diagnostic.hint(format!("gal turėjote omenyje {suggested}?"));
    }
    if let Some(expected) = expected(&argument) {
        diagnostic = diagnostic.hint(expected);
    }
    let values = text(ContextKind::ValidValue);
    if !values.is_empty() {
        diagnostic = diagnostic.hint(format!("galimos reikšmės: {values}"));
    }
    Some(diagnostic.hint("daugiau parodys --help"))
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
            (&["chek"][..], "komandos „chek“ nėra", "check"),
            (&["check"], "trūksta <ATASKAITA.yaml>...", "--help"),
            (&["check", "a", "--formt", "json"], "argumentas --formt čia nežinomas", "--format"),
            (&["check", "a", "--format", "xml"], "reikšmė „xml“ netinka: --format", "human, short, json"),
            (&["check", "a", "--format", "jsn"], "reikšmė „jsn“ netinka: --format", "json"),
            (&["build", "a", "-o"], "trūksta reikšmės: --output", "--help"),
            (&["build", "a", "--bleed", "1"], "reikšmė „1“ netinka: --bleed", "nuo 2 iki 20"),
            (&["build", "a", "--pages-multiple-of", "x"], "reikšmė „x“ netinka", "nuo 1 iki 64"),
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
