//! Messages with advice on usage.

use crate::diagnostic::messages::Words;
use crate::lithuanian::usage::{Advice, RightUse, Source};

pub(in crate::diagnostic::messages) fn advice(advice: &Advice) -> Words {
    let instead: Vec<String> = advice.instead.iter().map(|words| format!("“{words}”")).collect();
    let words = advice.words.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = Words::new(format!("“{words}”: better {}", any_of(&instead)));
    let said = match advice.right_use {
        Some(right_use) => said.note(format!("it is correct only {}", meaning(right_use))),
        None => said,
    };
    said.note(match advice.source {
        Source::MajorErrors(number) => {
            format!("VLKK, Didžiųjų kalbos klaidų sąrašas (list of major language errors), {number}")
        }
        Source::Consultations => "VLKK, Konsultacijų bankas (consultation bank)".to_owned(),
        Source::DisputedConsultation => {
            "VLKK, Konsultacijų bankas (consultation bank); linguists disagree".to_owned()
        }
        Source::Custom => "editors usually correct it so".to_owned(),
        Source::ClericalLanguage => {
            "Kanceliarinės kalbos patarimai (advice on administrative language), Vilnius, 2002".to_owned()
        }
    })
}

fn any_of(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn meaning(right_use: RightUse) -> &'static str {
    match right_use {
        RightUse::BriefTraining => "for brief, superficial training",
        RightUse::RoughCount => "for a rough count",
        RightUse::Following => "for somebody who follows behind",
        RightUse::FoodRation => "for a ration of food",
        RightUse::Subjugation => "in the sense of “to subjugate”",
        RightUse::Consecration => "in the sense of “to consecrate”",
        RightUse::ComingIntoBeing => "in the sense of “comes into being”",
        RightUse::Capacity => "in the sense of “to have room for”",
        RightUse::WithoutChange => "in the sense of “without changing”",
        RightUse::FilledUp => "for something filled to the brim",
        RightUse::FirstRow => "for the first row of seats",
    }
}
