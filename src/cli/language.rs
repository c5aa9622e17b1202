//! The language of the help and of the messages.

use std::env;
use std::ffi::OsString;

use ataskaita::diagnostic::messages::Language;
use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command, ValueEnum};

use super::press::PRINT_OPTIONS;

/// A language as a value of `--lang`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NamedLanguage(pub(crate) Language);

impl ValueEnum for NamedLanguage {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self(Language::Lithuanian), Self(Language::English)]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self.0 {
            Language::Lithuanian => "lt",
            Language::English => "en",
        }))
    }
}

/// The language given by the arguments, or that of the environment. It is determined before the
/// arguments are parsed, because parsing may print the help.
pub(super) fn of_process() -> Language {
    chosen(std::env::args_os()).unwrap_or_else(|| Language::from_environment(|name| std::env::var_os(name)))
}

fn chosen(arguments: impl Iterator<Item = OsString>) -> Option<Language> {
    let mut arguments = arguments.skip(1).take_while(|argument| argument != "--");
    let mut language = None;
    while let Some(argument) = arguments.next() {
        let Some(argument) = argument.to_str() else { continue };
        let value = match argument.strip_prefix("--lang=") {
            Some(value) => Some(value.to_owned()),
            None if argument == "--lang" => arguments.next().and_then(|value| value.into_string().ok()),
            None => None,
        };
        if let Some(value) = value {
            language = NamedLanguage::from_str(&value, false).ok().map(|named| named.0);
        }
    }
    language
}

/// The order of the options for help and version.
const LAST: usize = 1000;

/// Replaces the help texts by Lithuanian ones. The English texts are in the declarations of commands and arguments; a
/// test checks that each has a Lithuanian text here.
pub(super) fn in_lithuanian(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let is_program = command.has_subcommands();
    let command = command.mut_args(with_lithuanian_placeholder);
    let mut usage = if is_program {
        format!("{name} [PARINKTYS] <KOMANDA>")
    } else {
        format!("ataskaita {name} [PARINKTYS]")
    };
    let mut positionals: Vec<String> = Vec::new();
    for argument in command.get_positionals() {
        usage.push(' ');
        usage.push_str(&argument.to_string());
        positionals.push(argument.get_id().to_string());
    }
    let command = command
        .mut_args(|argument| {
            let heading = match argument.get_help_heading() {
                Some(PRINT_OPTIONS) => "Spaudai skirto varianto parinktys",
                _ if argument.is_positional() => "Argumentai",
                _ => "Parinktys",
            };
            let words = argument_in_lithuanian(argument.get_id().as_str()).unwrap_or_default();
            // Under a custom heading, clap sorts arguments by name unless they have an order.
            let position = positionals.iter().position(|id| argument.get_id() == id.as_str());
            let argument = match position {
                Some(position) => argument.display_order(position),
                None => argument,
            };
            // Hiding values is an error for an argument without values.
            let takes_values = argument.get_action().takes_values();
            argument
                .help(words)
                .long_help(None)
                .help_heading(heading)
                .hide_possible_values(takes_values)
                .hide_default_value(takes_values)
        })
        .help_template("{about-with-newline}\nNaudojimas: {usage}\n\n{all-args}")
        .override_usage(usage)
        .subcommand_help_heading("Komandos")
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help("Parodyti šią pagalbą")
                .help_heading("Parinktys")
                .display_order(LAST),
        )
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .mut_subcommands(in_lithuanian);
    // Only for the list of commands: `with_help_option` replaces it before parsing.
    let command = if is_program {
        command.subcommand(Command::new("help").about("Parodyti šią arba nurodytos komandos pagalbą"))
    } else {
        command
    };
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = if is_program {
        command.arg(version.help("Parodyti versiją").help_heading("Parinktys").display_order(LAST))
    } else {
        command
    };
    match command_in_lithuanian(&name) {
        Some(words) => command.about(words).long_about(None),
        None => command,
    }
}

/// The arguments of the process. In Lithuanian, `help build` is rewritten as `build --help`, because the English help
/// of clap's `help` command cannot be replaced.
pub(super) fn with_help_option(language: Language) -> Vec<OsString> {
    let arguments = env::args_os().collect();
    if language == Language::Lithuanian { help_as_option(arguments) } else { arguments }
}

fn help_as_option(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let mut command = 1;
    while let Some(argument) = arguments.get(command) {
        command += match argument.to_str() {
            Some("--lang" | "--color") => 2,
            Some(option) if option.starts_with('-') => 1,
            _ => break,
        };
    }
    if arguments.get(command).is_some_and(|argument| argument == "help") {
        while arguments.get(command).is_some_and(|argument| argument == "help") {
            arguments.remove(command);
        }
        arguments.push("--help".into());
    }
    arguments
}

fn with_lithuanian_placeholder(argument: Arg) -> Arg {
    let placeholder = match argument.get_value_names() {
        Some([name]) => match name.as_str() {
            "REPORT.yaml" => "ATASKAITA.yaml",
            "FILE.pdf" => "FAILAS.pdf",
            "OLD.yaml|git:REVISION" => "SENA.yaml|git:VERSIJA",
            "NEW.yaml" => "NAUJA.yaml",
            "DRAFT.pdf" => "JUODRAŠTIS.pdf",
            "FILE|DIR|-" => "FAILAS|APLANKAS|-",
            "FILE" => "FAILAS",
            "DIR" => "APLANKAS",
            "NAME" => "PAVADINIMAS",
            _ => return argument,
        },
        _ => return argument,
    };
    argument.value_name(placeholder)
}

fn command_in_lithuanian(name: &str) -> Option<&'static str> {
    Some(match name {
        "ataskaita" => "Iš YAML failo parengia metinę organizacijos veiklos ataskaitą (PDF)",
        "build" => "Parengti vienos ar kelių ataskaitų PDF",
        "draft" => "Parengti juodraštį peržiūrai: su nuorodomis paraštėse ir trūkstamų dalių sąrašu",
        "check" => "Patikrinti ataskaitas ir iš karto parodyti visas klaidas",
        "comments" => "Išvardyti juodraščių komentarus ir parodyti jų vietas ataskaitoje",
        "diff" => "Parodyti, kuo skiriasi dvi ataskaitos",
        "preflight" => "Patikrinti, ar PDF failai tinka spaudai (PDF/X-4), ir parodyti, kas juose yra",
        "schema" => "Parodyti JSON schemą, pagal kurią teksto rengyklė siūlo raktus",
        _ => return None,
    })
}

fn argument_in_lithuanian(name: &str) -> Option<&'static str> {
    Some(match name {
        "since" => {
            "Pažymėti, kas pakeista, palyginti su senesne ataskaita arba ankstesne šio failo versija „git“ saugykloje, pvz., git:HEAD~3"
        }
        "report" => "Ataskaitos YAML failas; - reiškia standartinę įvestį",
        "reports" => "Ataskaitų YAML failai; - reiškia standartinę įvestį",
        "files" => "PDF failai; - reiškia standartinę įvestį",
        "drafts" => "Grąžinti juodraščiai su komentarais",
        "commented_report" => {
            "Dabartinė ataskaita; nenurodžius – data/2023.yaml, jei juodraštis yra 2023 metų ataskaitos"
        }
        "old" => "Senoji ataskaita arba ankstesnė naujosios failo versija „git“ saugykloje, pvz., git:HEAD~3",
        "new" => "Naujoji ataskaita; - reiškia standartinę įvestį",
        "list_format" => {
            "Kaip pateikti: human – žmonėms (numatyta), markdown – laiškui ar užduočių sąrašui, json – programoms"
        }
        "output" => {
            "Kur rašyti: failas, aplankas arba - (standartinė išvestis); nenurodžius – aplankas output"
        }
        "format" => {
            "Kaip pateikti, kas rasta: human – žmonėms (numatyta), short – teksto rengyklėms, json – programoms"
        }
        "spelling" => {
            "Tikrinti ir kalbą: rodyti žodžius, kurių nėra lietuvių kalbos žodyne, ir VLKK neteiktiną vartoseną"
        }
        "edition" => {
            "Kuriuos variantus parengti: screen – ekranui, print – spaudai, all – abu; nenurodžius – abu, o su --booklet ar --spreads – nė vieno"
        }
        "booklet" => {
            "Parengti knygelę biuro spausdintuvui: po du puslapius kiekvienoje A4 lapo pusėje, lankstymo tvarka; spausdinama ant abiejų pusių, apverčiant per trumpąjį kraštą"
        }
        "spreads" => "Parengti atvartus: viršelį, o toliau – po du gretimus puslapius",
        "profile" => "Spaudos mašinos ir popieriaus ICC profilis; nenurodžius – kreidinis popierius, FOGRA39",
        "condition" => "Spausdinimo sąlygų pavadinimas ICC registre, pavyzdžiui, FOGRA51",
        "bleed" => "Užlaida: kiek milimetrų puslapis tęsiasi už apipjovimo linijos; nenurodžius – 3",
        "crop_marks" => "Pridėti apipjovimo ženklus",
        "pages_multiple_of" => "Prieš paskutinį puslapį įterpti tuščių, kad puslapių skaičius dalytųsi iš N",
        "template" => "Naudoti šio aplanko šabloną, o ne įtaisytąjį",
        "fonts" => "Naudoti šio aplanko šriftus, o ne įtaisytuosius",
        "color" => "Kada vartoti spalvas: auto – tik terminale (numatyta), always – visada, never – niekada",
        "lang" => "Pranešimų ir pagalbos kalba: lt arba en; nenurodžius – kompiuterio kalba",
        "version" => "Parodyti versiją",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_last_language_on_the_command_line_wins() {
        let chosen = |arguments: &[&str]| chosen(arguments.iter().map(OsString::from));
        assert_eq!(chosen(&["ataskaita", "check", "a.yaml", "--lang", "lt"]), Some(Language::Lithuanian));
        assert_eq!(chosen(&["ataskaita", "--lang=lt", "--lang=en"]), Some(Language::English));
        assert_eq!(chosen(&["ataskaita", "--lang", "de"]), None);
        assert_eq!(chosen(&["ataskaita", "--", "--lang=lt"]), None);
        assert_eq!(chosen(&["ataskaita"]), None);
    }

    #[test]
    fn the_help_command_becomes_the_help_option() {
        for (typed, read) in [
            ("help", "--help"),
            ("help build", "build --help"),
            ("--lang lt help build", "--lang lt build --help"),
            ("--lang=lt --color never help help", "--lang=lt --color never --help"),
            ("check help", "check help"),
        ] {
            let words = |text: &str| -> Vec<OsString> {
                std::iter::once("ataskaita").chain(text.split(' ')).map(OsString::from).collect()
            };
            assert_eq!(help_as_option(words(typed)), words(read));
        }
    }

    #[test]
    fn the_lithuanian_help_contains_no_english() {
        for arguments in [&["--help"][..], &["build", "--help"], &["preflight", "-h"]] {
            let command = in_lithuanian(super::super::Cli::command());
            let help = command.try_get_matches_from(["ataskaita"].iter().chain(arguments)).unwrap_err();
            let help = help.to_string();
            assert!(help.contains("Naudojimas: ataskaita"), "{arguments:?}: {help}");
            for english in
                ["REPORT", "FILE", "DIR", "NAME", "COMMAND", "Print", "Usage", "Options", "default"]
            {
                assert!(!help.contains(english), "{arguments:?}, {english}: {help}");
            }
        }
    }

    #[test]
    fn every_command_and_argument_has_lithuanian_help() {
        fn walk(command: &Command) {
            assert!(command_in_lithuanian(command.get_name()).is_some(), "{}", command.get_name());
            for argument in command.get_arguments() {
                let id = argument.get_id().as_str();
                assert!(id == "help" || argument_in_lithuanian(id).is_some(), "{id}");
            }
            command.get_subcommands().for_each(walk);
        }
        walk(&super::super::Cli::command());
        in_lithuanian(super::super::Cli::command()).debug_assert();
    }
}
