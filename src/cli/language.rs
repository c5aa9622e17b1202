//! The language of the help and of everything else that is said.

use std::ffi::OsString;

use ataskaita::diagnostic::messages::Language;
use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command, ValueEnum};

/// A language as it is named on the command line.
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

/// The language that the arguments ask for, else that of the environment. It has to be known
/// before the arguments are read, for the help is in it too.
pub(super) fn of_process() -> Language {
    chosen(std::env::args_os()).unwrap_or_else(|| Language::of_environment(|name| std::env::var_os(name)))
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

/// Puts the help into Lithuanian. What is said of a command or an argument in English stands where
/// it is declared; a test sees to it that each of them has its words here.
pub(super) fn in_lithuanian(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let is_program = command.has_subcommands();
    let mut usage = if is_program {
        format!("{name} [PARINKTYS] <KOMANDA>")
    } else {
        format!("ataskaita {name} [PARINKTYS]")
    };
    for argument in command.get_positionals() {
        usage.push(' ');
        usage.push_str(&argument.to_string());
    }
    let command = command
        .mut_args(|argument| {
            let heading = if argument.is_positional() { "Argumentai" } else { "Parinktys" };
            let words = argument_in_lithuanian(argument.get_id().as_str()).unwrap_or_default();
            // An argument without a value has none to hide.
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
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help("Parodyti šią pagalbą")
                .help_heading("Parinktys"),
        )
        .disable_version_flag(true)
        .mut_subcommands(in_lithuanian);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = if is_program {
        command.arg(version.help("Parodyti versiją").help_heading("Parinktys"))
    } else {
        command
    };
    match command_in_lithuanian(&name) {
        Some(words) => command.about(words).long_about(None),
        None => command,
    }
}

fn command_in_lithuanian(name: &str) -> Option<&'static str> {
    Some(match name {
        "ataskaita" => "Iš YAML failo parengia metinę organizacijos veiklos ataskaitą (PDF)",
        "build" => "Parengti vienos ar kelių ataskaitų PDF",
        "check" => "Patikrinti ataskaitas ir parodyti visas klaidas iš karto",
        "preflight" => "Patikrinti, ar PDF failai tinka spaudai (PDF/X-4), ir parodyti, kas juose yra",
        "schema" => "Išspausdinti duomenų JSON schemą, pagal kurią padeda redaktoriai",
        _ => return None,
    })
}

fn argument_in_lithuanian(name: &str) -> Option<&'static str> {
    Some(match name {
        "reports" => "Ataskaitų YAML failai; - reiškia standartinę įvestį",
        "files" => "PDF failai; - reiškia standartinę įvestį",
        "output" => "Kur rašyti: failas, aplankas arba - (standartinė išvestis)",
        "format" => "Kaip parodyti, kas rasta: human – žmonėms, short – redaktoriams, json – programoms",
        "spelling" => {
            "Ieškoti ir žodžių, kurių nėra lietuvių kalbos žodyne, bei vartosenos, kurios VLKK neteikia"
        }
        "edition" => "Kuriuos leidimus parengti: screen – ekranui, print – spaudai, all – visus",
        "profile" => "Spaudos mašinos ir popieriaus ICC profilis; nenurodžius – kreidinis popierius, FOGRA39",
        "condition" => "Spaudos sąlygų pavadinimas ICC registre, pavyzdžiui, FOGRA51",
        "bleed" => "Kiek milimetrų puslapiai tęsiasi už apipjovimo linijos; nenurodžius – 3",
        "crop_marks" => "Už užlaidos pažymėti, kur apipjauti",
        "pages_multiple_of" => "Prieš paskutinį puslapį įterpti tuščių, kad puslapių skaičius dalytųsi iš N",
        "template" => "Naudoti šio aplanko šabloną, o ne įtaisytąjį",
        "fonts" => "Naudoti šio aplanko šriftus, o ne įtaisytuosius",
        "color" => "Kada naudoti spalvas; nenurodžius – auto, kai tai terminalas",
        "lang" => "Kuria kalba kalbėti: lt arba en; nenurodžius – aplinkos kalba",
        "version" => "Parodyti versiją",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_last_choice_on_the_command_line_counts() {
        let chosen = |arguments: &[&str]| chosen(arguments.iter().map(OsString::from));
        assert_eq!(chosen(&["ataskaita", "check", "a.yaml", "--lang", "lt"]), Some(Language::Lithuanian));
        assert_eq!(chosen(&["ataskaita", "--lang=lt", "--lang=en"]), Some(Language::English));
        assert_eq!(chosen(&["ataskaita", "--lang", "de"]), None);
        assert_eq!(chosen(&["ataskaita", "--", "--lang=lt"]), None);
        assert_eq!(chosen(&["ataskaita"]), None);
    }

    #[test]
    fn every_command_and_argument_has_lithuanian_words() {
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
