//! Failai, kurių nepavyksta perskaityti.

use crate::diagnostic::messages::Words;
use crate::files::Unreadable;

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
            let words = Words::new(format!("{of_file} nepavyksta perskaityti"));
            match number {
                Some(number) => words.note(format!("operacinės sistemos klaida Nr. {number}")),
                None => words,
            }
        }
    }
}
