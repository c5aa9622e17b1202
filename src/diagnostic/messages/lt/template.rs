//! Ką sakyti apie šabloną.

use super::typst;
use crate::diagnostic::Severity;
use crate::diagnostic::finding::Step;
use crate::diagnostic::messages::Words;
use crate::diagnostic::problem::TemplateCause;

pub(super) fn fault(severity: Severity, cause: &TemplateCause) -> Words {
    match cause {
        TemplateCause::Package => Words::new("šablonui reikia paketo, o paketų programa neturi")
            .hint("nukopijuokite paketo failus į šablono aplanką ir importuokite juos iš ten"),
        TemplateCause::Outside => Words::new("šablonas skaito failą, esantį už šablono aplanko ribų")
            .hint("nukopijuokite failą į tą aplanką; nuorodų, kurios veda iš aplanko, programa nenaudoja"),
        TemplateCause::NotAFile => Words::new("šablonas skaito tai, kas nėra paprastas failas"),
        TemplateCause::TooLarge(mebibytes) => {
            Words::new(format!("šablonas skaito failą, didesnį nei {mebibytes} MiB"))
        }
        TemplateCause::Typst(message) => {
            let said = match severity {
                Severity::Error => "šablone yra klaida",
                Severity::Warning | Severity::Note => "šablone yra abejotina vieta",
            };
            Words::new(said).note(typst::translated(message).unwrap_or_else(|| {
                "„Typst“ ją aprašo tik angliškai: aprašymą parodys ta pati komanda su parinktimi --lang en".to_owned()
            }))
        }
    }
}

/// What Typst advises, if it is among the hints that are translated.
pub(in crate::diagnostic::messages) fn hint(hint: &str) -> Option<String> {
    typst::translated(hint)
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
