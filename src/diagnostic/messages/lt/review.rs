//! Pakeitimai ir komentarai.

use crate::diagnostic::draft_fault::DraftFault;
use crate::diagnostic::messages::Term;
use crate::diagnostic::messages::Words;
use crate::lithuanian::agreement::lithuanian;
use crate::press::annotations::Kind;

pub(in crate::diagnostic::messages) fn term(term: Term) -> &'static str {
    match term {
        Term::Inserted => "pridėta",
        Term::Deleted => "išbraukta",
        Term::Moved => "perkelta",
        Term::Changed => "pakeista",
        Term::Changes => "Pakeitimai",
        Term::Comments => "Komentarai",
        Term::NoChanges => "ataskaitos nesiskiria",
        Term::NoComments => "komentarų nėra",
        Term::Nothing => "nieko",
        Term::Unplaced => "Vieta nerasta",
        Term::Gone => "ataskaitoje to nebėra",
        Term::TextChanged => "po juodraščio tekstas pakeistas",
        Term::Anonymous => "be vardo",
        Term::Earlier => "kitame egzemplioriuje",
    }
}

pub(in crate::diagnostic::messages) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Note => "pastaba",
        Kind::Highlight => "pažymėta",
        Kind::Underline => "pabraukta",
        Kind::StrikeOut => "išbraukta",
        Kind::Replacement => "pakeisti",
        Kind::Insertion => "įterpti po",
        Kind::FreeText => "užrašas",
        Kind::Stamp => "antspaudas",
        Kind::Ink => "pažymėta ranka",
        Kind::Shape => "apibraukta",
        Kind::Attachment => "pridėtas failas",
        Kind::Other => "žyma",
    }
}

pub(in crate::diagnostic::messages) fn state(state: &str) -> &str {
    match state {
        "Accepted" => "priimta",
        "Rejected" => "atmesta",
        "Cancelled" => "atšaukta",
        "Completed" => "atlikta",
        "Marked" => "pažymėta",
        "Unmarked" => "nepažymėta",
        "None" => "nespręsta",
        other => other,
    }
}

/// Kiek yra pakeitimų.
pub(in crate::diagnostic::messages) fn changes(count: usize) -> String {
    lithuanian(count as u64, ["pakeitimas", "pakeitimai", "pakeitimų"])
}

/// Kiek yra komentarų ir kiek failų.
pub(in crate::diagnostic::messages) fn comments(count: usize, files: usize) -> String {
    let comments = lithuanian(count as u64, ["komentaras", "komentarai", "komentarų"]);
    format!("{comments}, {}", lithuanian(files as u64, ["failas", "failai", "failų"]))
}

/// Kodėl komentarų vietos nepavyksta nustatyti.
pub(in crate::diagnostic::messages) fn draft(fault: &DraftFault) -> Words {
    match fault {
        DraftFault::Foreign { has_comments } => {
            let words = Words::new("tai ne šios programos parengtas juodraštis");
            let words = if *has_comments { words.note("komentarai išvardyti pagal puslapius") } else { words };
            words.hint("juodraštį parengia ataskaita draft; komentarai rašomi tame faile")
        }
        DraftFault::Scanned => Words::new("faile – tik puslapių vaizdai: juodraštis nuskaitytas, nufotografuotas arba išspausdintas į PDF iš naujo")
            .hint("pastabas perskaitykite patys arba paprašykite failo, kuriame jos rašytos; vietą nurodo nuorodos paraštėse"),
        DraftFault::Locked => Words::new("PDF apsaugotas slaptažodžiu")
            .hint("paprašykite atsiųsti failą be slaptažodžio arba juo atverkite ir įrašykite iš naujo"),
        DraftFault::Template => {
            Words::new("pagal šį šabloną juodraščio parengti negalima: puslapiuose nėra nuorodų, kodo ar ataskaitos duomenų")
                .hint("į report.typ įtraukite as-draft ir draft-lists iš components/draft.typ, o duomenis imkite iš data.typ, kaip įtaisytajame šablone")
        }
        DraftFault::Bare => Words::new("komentarų faile nėra")
            .hint("jei puslapiuose jų matyti, jie tapo puslapių dalimi: paprašykite failo, kuriame jie rašyti"),
        DraftFault::Unknown { fingerprint } => Words::new(format!(
            "faile neliko juodraščio duomenų, o ataskaitos, kurios kodas {fingerprint}, rasti nepavyko"
        ))
        .note("komentarai išvardyti pagal puslapius")
        .hint("su --report nurodykite ataskaitą, iš kurios juodraštis parengtas"),
        DraftFault::Printed => Words::new(
            "juodraštis išspausdintas į PDF iš naujo: komentarai, jei jų buvo, tapo puslapių dalimi",
        )
        .hint("paprašykite to failo, kuriame komentarai rašyti, arba peržiūrėkite puslapius patys"),
        DraftFault::NoReport { tried } => {
            Words::new(format!("nerasta ataskaita, kurioje būtų galima parodyti komentarų vietas ({tried})"))
                .hint("ją nurodykite su --report")
        }
    }
}
