//! Failai, kurių nepavyksta perskaityti arba įrašyti.

use crate::diagnostic::messages::Words;
use crate::files::{NoRevision, Unreadable, Unwritable};

/// Kodėl failo nepavyksta perskaityti; be pavadinimo ten, kur jis pasakytas jau anksčiau.
pub(super) fn unreadable(name: Option<&str>, why: &Unreadable) -> Words {
    let of_file = name.map_or_else(|| "failo".to_owned(), |name| format!("failo {name}"));
    let it_is = name.map_or_else(|| "tai".to_owned(), |name| format!("{name} yra"));
    match why {
        Unreadable::Missing if name.is_none() => Words::new("tokio failo nėra"),
        Unreadable::Missing => Words::new(format!("{of_file} nėra")),
        Unreadable::Folder => Words::new(format!("{it_is} aplankas, o ne failas")),
        Unreadable::NotRegular => {
            Words::new(format!("{it_is} kanalas arba įrenginys, o ne paprastas failas"))
        }
        Unreadable::Forbidden => Words::new(format!("{of_file} neleidžiama skaityti"))
            .hint("paprašykite failo savininko leidimo jį skaityti"),
        Unreadable::TooLarge { limit } => {
            let file = name.map_or_else(|| "failas".to_owned(), |name| format!("failas {name}"));
            Words::new(format!("{file} per didelis: daugiausia gali būti {} MiB", limit >> 20))
        }
        Unreadable::Failed(number) => {
            system_error(Words::new(format!("{of_file} nepavyksta perskaityti")), *number)
        }
    }
}

/// Kodėl failo nepavyksta įrašyti.
pub(super) fn unwritable(name: &str, why: Unwritable) -> Words {
    const OTHER_PLACE: &str = "su -o nurodykite kitą vietą";
    let words = match why {
        Unwritable::Input => {
            return Words::new(format!("{name} yra vienas iš failų, iš kurių rengiama ataskaita"))
                .hint("su -o nurodykite kitą failą");
        }
        Unwritable::OtherKind => {
            return Words::new(format!("{name} jau yra, bet tai ne PDF"))
                .hint("su -o nurodykite kitą failą arba šį pervadinkite");
        }
        Unwritable::Twice => {
            return Words::new(format!("{name} yra tas pats failas, į kurį rašomas kitas variantas"))
                .hint("ištrinkite nuorodą, kuri į jį veda, arba su -o nurodykite kitą failą");
        }
        Unwritable::Folder => {
            Words::new(format!("failo {name} įrašyti negalima: toks yra aplankas")).hint(OTHER_PLACE)
        }
        Unwritable::FolderIsFile => {
            Words::new(format!("failo {name} įrašyti negalima: vietoj jo aplanko yra failas"))
                .hint(OTHER_PLACE)
        }
        Unwritable::FolderMissing => {
            Words::new(format!("failo {name} įrašyti negalima: nėra jo aplanko")).hint(OTHER_PLACE)
        }
        Unwritable::Name => {
            Words::new(format!("failo {name} vardas per ilgas arba turi neleistinų ženklų")).hint(OTHER_PLACE)
        }
        Unwritable::Forbidden => Words::new(format!("failo {name} neleidžiama įrašyti"))
            .hint("su -o nurodykite kitą vietą arba paprašykite leidimo rašyti į šį failą ir jo aplanką"),
        Unwritable::ReadOnly => {
            Words::new(format!("failo {name} įrašyti negalima: laikmena skirta tik skaityti"))
                .hint(OTHER_PLACE)
        }
        Unwritable::NoSpace => Words::new(format!("failo {name} įrašyti negalima: laikmenoje nebėra vietos"))
            .hint("atlaisvinkite vietos arba su -o nurodykite kitą laikmeną"),
        Unwritable::Closed => return Words::new(format!("{name} užvertas: niekas nebeskaito, kas rašoma")),
        Unwritable::Failed(number) => {
            system_error(Words::new(format!("failo {name} nepavyksta įrašyti")), number)
        }
    };
    words.note("ankstesnis failas, jei buvo, liko nepakeistas")
}

/// Kodėl nepavyksta rašyti į standartinę išvestį.
pub(super) fn output_unwritable(why: Unwritable) -> Words {
    match why {
        Unwritable::Closed => Words::new("standartinė išvestis uždaryta: niekas nebeskaito, kas rašoma"),
        Unwritable::NoSpace => {
            Words::new("į standartinę išvestį nepavyksta visko įrašyti: laikmenoje nebėra vietos")
        }
        Unwritable::Failed(number) => {
            system_error(Words::new("į standartinę išvestį nepavyksta rašyti"), number)
        }
        _ => Words::new("į standartinę išvestį nepavyksta rašyti"),
    }
}

fn system_error(words: Words, number: Option<i32>) -> Words {
    match number {
        Some(number) => words.note(format!("operacinės sistemos klaida Nr. {number}")),
        None => words,
    }
}

/// Kodėl nėra ankstesnės failo versijos.
pub(super) fn no_revision(file: &str, revision: &str, why: &NoRevision) -> Words {
    match why {
        NoRevision::NoGit => {
            Words::new("neįdiegta programa „git“, todėl nėra iš kur paimti ankstesnių failo versijų")
                .hint("įdiekite „git“ arba vietoj git: nurodykite ankstesnį failą")
        }
        NoRevision::NoRepository => Words::new(format!("failo {file} aplankas nėra „git“ saugykla"))
            .hint("vietoj git: nurodykite ankstesnį failą"),
        NoRevision::Unknown => Words::new(format!("„git“ saugykloje nėra versijos „{revision}“")).hint(
            "po git: nurodykite versiją, pavyzdžiui, HEAD~1 (priešpaskutinę); visas versijas parodo git log",
        ),
        NoRevision::NotThere => Words::new(format!("versijoje „{revision}“ failo {file} dar arba jau nėra"))
            .hint("nurodykite kitą versiją; kuriose versijose failas yra, parodo git log"),
        NoRevision::TooLarge { limit } => Words::new(format!(
            "failas {file} versijoje „{revision}“ per didelis: daugiausia gali būti {} MiB",
            limit >> 20
        )),
        NoRevision::NoFile => Words::new("standartinė įvestis ankstesnių versijų neturi")
            .hint("nurodykite ataskaitos YAML failą"),
        NoRevision::Failed => Words::new(format!("nepavyko paimti „git“ versijos „{revision}“")),
    }
}
