//! Ką sakyti apie šabloną.

use crate::diagnostic::finding::Step;
use crate::diagnostic::messages::Words;
use crate::diagnostic::problem::TemplateCause;

pub(super) fn fault(cause: &TemplateCause) -> Words {
    match cause {
        TemplateCause::Package => Words::new("šablonas prašo paketo, o paketų čia nėra")
            .hint("nukopijuokite paketo failus į šablono aplanką ir importuokite juos iš ten"),
        TemplateCause::Outside => Words::new("šablonas skaito failą, esantį už šablono aplanko ribų")
            .hint("nukopijuokite failą į tą aplanką; iš jo vedančiomis nuorodomis nesinaudojama"),
        TemplateCause::NotAFile => Words::new("šablonas skaito tai, kas nėra paprastas failas"),
        TemplateCause::TooLarge(mebibytes) => {
            Words::new(format!("šablonas skaito failą, didesnį nei {mebibytes} MiB"))
        }
        TemplateCause::Said(message) => {
            Words::new("šablone klaida").note(format!("„Typst“ pranešimas: {message}"))
        }
    }
}

pub(super) fn internal(place: Option<&str>) -> Words {
    let words = Words::new("ataskaitos nepavyko sumaketuoti: tai programos, o ne jūsų klaida")
        .hint("praneškite apie ją programos kūrėjams ir pridėkite ataskaitos failą");
    match place {
        Some(place) => words.note(format!("vieta šablone: {place}")),
        None => words,
    }
}

pub(super) fn step(step: &Step) -> String {
    match step {
        Step::Call(Some(name)) => format!("kviečiama funkcija „{name}“"),
        Step::Call(None) => "kviečiama funkcija".to_owned(),
        Step::Show(name) => format!("rodomas elementas „{name}“"),
        Step::Import(name) => format!("importuojamas modulis „{name}“"),
        Step::Include(name) => format!("įterpiamas failas „{name}“"),
    }
}
