//! Patarimai dėl vartosenos.

use crate::diagnostic::messages::Words;
use crate::lithuanian::usage::{Advice, RightUse, Source};

pub(in crate::diagnostic::messages) fn advice(advice: &Advice) -> Words {
    let instead: Vec<String> = advice.instead.iter().map(|words| format!("„{words}“")).collect();
    let words = advice.words.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = Words::new(format!("vietoj „{words}“ teiktina {}", any_of(&instead)));
    let said = match advice.right_use {
        Some(right_use) => said.note(format!("taip rašyti tinka {}", meaning(right_use))),
        None => said,
    };
    said.note(match advice.source {
        Source::MajorErrors(number) => format!("VLKK Didžiųjų kalbos klaidų sąrašas, {number}"),
        Source::Consultations => "VLKK konsultacijų bankas".to_owned(),
        Source::DisputedConsultation => "VLKK konsultacijų bankas; kalbininkų nuomonės skiriasi".to_owned(),
        Source::Custom => "taip paprastai taiso redaktoriai".to_owned(),
        Source::ClericalLanguage => "„Kanceliarinės kalbos patarimai“ (Vilnius, 2002)".to_owned(),
    })
}

fn any_of(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} arba {last}", first.join(", ")),
    }
}

fn meaning(right_use: RightUse) -> &'static str {
    match right_use {
        RightUse::BriefTraining => "tik kalbant apie trumpą, paviršutinišką mokymą",
        RightUse::RoughCount => "tik kalbant apie apytikrį skaičiavimą",
        RightUse::Following => "tik apie tą, kuris seka iš paskos",
        RightUse::FoodRation => "tik apie maisto davinį",
        RightUse::Subjugation => "tik reikšme „pavergti, priversti paklusti“",
        RightUse::Consecration => "tik reikšme „skirti Dievui“",
        RightUse::ComingIntoBeing => "tik reikšme „atsiranda“",
        RightUse::Capacity => "tik reikšme „turėti pakankamai vietos“",
        RightUse::WithoutChange => "tik reikšme „nekintamai“",
        RightUse::FilledUp => "tik apie tai, kas pripildyta",
        RightUse::FirstRow => "tik apie pirmąją sėdimų vietų eilę",
    }
}
