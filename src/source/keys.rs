//! Lithuanian words that authors may write instead of the keys of a report.

use crate::report::values::PARTS;

/// Words in lower case, and the keys that they may mean, the most likely first.
///
/// The first key that is allowed where the word was found is the intended one; otherwise the first full path is
/// suggested.
const LITHUANIAN: [(&[&str], &[&str]); 63] = [
    (&["organizacija", "įstaiga", "asociacija", "fondas"], &["organization"]),
    (&["metai", "ataskaitiniai metai"], &["year"]),
    (&["laikotarpis", "ataskaitinis laikotarpis"], &["period"]),
    (&["paskelbta", "paskelbimo data"], &["published"]),
    (&["viršelis"], &["cover"]),
    (&["apie", "apie mus", "apie organizaciją", "įvadas"], &["about"]),
    (&["misija"], &["mission"]),
    (&["vizija"], &["vision"]),
    (&["tikslai", "veiklos tikslai", "uždaviniai", "tikslas"], &["goals", "plans.goals"]),
    (
        &[
            "žmonės",
            "valdyba",
            "darbuotojai",
            "komanda",
            "taryba",
            "administracija",
            "revizorius",
            "revizorė",
            "revizijos komisija",
        ],
        &["people"],
    ),
    (&["nariai", "dalininkai"], &["members", "list", "items", "members.list"]),
    (&["skaičiai", "metai skaičiais", "rodikliai"], &["numbers"]),
    (&["veikla", "veiklos", "nuveikti darbai", "renginiai"], &["activities"]),
    (&["darbai", "planuojami darbai"], &["works", "activities"]),
    (&["projektai"], &["projects"]),
    (&["finansai", "pinigai"], &["finance"]),
    (&["pajamos"], &["income", "finance.income"]),
    (&["sąnaudos", "išlaidos"], &["expenses", "finance.expenses"]),
    (&["rėmėjai", "partneriai", "rėmėjai ir partneriai"], &["supporters"]),
    (&["planai", "ateities planai"], &["plans"]),
    (&["skyriai", "papildomi skyriai"], &["sections"]),
    (&["kontaktai", "susisiekite", "kontaktas"], &["contact"]),
    (&["tema", "išvaizda", "spalvos"], &["theme"]),
    (&["spalva"], &["primary", "theme.primary"]),
    (&["rašyba", "žodžiai"], &["spelling"]),
    (&["pavadinimas"], &["name", "title", "label", "organization.name"]),
    (&["trumpas pavadinimas", "trumpinys"], &["short_name", "organization.short_name"]),
    (&["teisinė forma", "forma"], &["legal_form", "organization.legal_form"]),
    (&["kodas", "įmonės kodas", "juridinio asmens kodas"], &["code", "organization.code"]),
    (&["logotipas"], &["logo", "organization.logo"]),
    (&["vardas", "vardas ir pavardė", "vardas pavardė"], &["name"]),
    (&["pareigos"], &["role"]),
    (&["nuotrauka", "portretas", "paveikslas", "foto", "fotografija"], &["image", "portrait"]),
    (&["nuotraukos", "paveikslai", "fotografijos"], &["images"]),
    (&["failas"], &["file"]),
    (&["antraštė"], &["title", "caption"]),
    (&["užrašas", "parašas"], &["caption"]),
    (&["autorius"], &["credit", "name"]),
    (&["aprašymas", "aprašas"], &["text", "alt", "body"]),
    (&["tekstas"], &["text", "body"]),
    (&["data"], &["date", "published"]),
    (&["šūkis", "devizas"], &["motto"]),
    (&["grupės"], &["groups"]),
    (&["sąrašas"], &["list", "items"]),
    (&["punktai", "eilutės"], &["items", "rows"]),
    (&["iš viso", "viso"], &["total"]),
    (&["kiekis"], &["count", "value", "amount"]),
    (&["skaičius"], &["count", "value", "total"]),
    (&["suma"], &["amount", "budget"]),
    (&["pernai", "praėję metai", "ankstesni metai"], &["previous"]),
    (&["anksčiau"], &["earlier"]),
    (&["planas", "planuota"], &["plan", "plans"]),
    (&["biudžetas"], &["budget"]),
    (&["finansuotojas", "finansavimas"], &["funder"]),
    (&["nuo", "pradžia"], &["from"]),
    (&["iki", "pabaiga"], &["to"]),
    (&["valiuta"], &["currency", "finance.currency"]),
    (&["pastabos", "paaiškinimai"], &["notes", "finance.notes"]),
    (&["kita", "kiti", "sąskaita"], &["other", "contact.other"]),
    (&["el. paštas", "elektroninis paštas", "paštas"], &["email", "contact.email"]),
    (&["telefonas", "tel.", "tel"], &["phone", "contact.phone"]),
    (&["adresas"], &["address", "contact.address"]),
    (&["svetainė", "interneto svetainė", "internetas"], &["website", "contact.website"]),
];

/// The word of the format that a Lithuanian word means.
pub(super) fn choice(word: &str) -> Option<&'static str> {
    match word.trim().to_lowercase().trim_end_matches(" asmenys") {
        "juridiniai" | "juridinis asmuo" | "juridinis" => Some("legal"),
        "fiziniai" | "fizinis asmuo" | "fizinis" | "žmonės" => Some("natural"),
        "abu" | "visi" | "įvairūs" | "juridiniai ir fiziniai" | "fiziniai ir juridiniai" => Some("any"),
        _ => None,
    }
}

/// Keys of the format, and of others, that authors may use in place of the right ones, the most likely first.
const SYNONYMS: [(&str, &[&str]); 21] = [
    ("items", &["works", "rows"]),
    ("works", &["items"]),
    ("text", &["body", "alt", "label"]),
    ("number", &["value", "count", "amount"]),
    ("body", &["text"]),
    ("description", &["text", "body", "alt"]),
    ("name", &["title", "label"]),
    ("title", &["name", "label"]),
    ("label", &["title", "name"]),
    ("amount", &["value", "budget", "count"]),
    ("value", &["amount", "count", "text"]),
    ("count", &["value", "total"]),
    ("path", &["file"]),
    ("src", &["file"]),
    ("color", &["primary", "screen"]),
    ("content", &["body", "text"]),
    ("photo", &["portrait", "image"]),
    ("picture", &["image", "portrait"]),
    ("position", &["role"]),
    ("url", &["website"]),
    ("mail", &["email"]),
];

/// The key with the same meaning as another one, where these keys are known.
pub(super) fn synonym(word: &str, is_known: impl Fn(&str) -> bool) -> Option<&'static str> {
    let (_, keys) = SYNONYMS.iter().find(|(synonym, _)| *synonym == word.to_lowercase())?;
    keys.iter().copied().find(|key| is_known(key))
}

/// Whether a word is one of the Lithuanian ones.
pub(super) fn is_lithuanian(word: &str) -> bool {
    !candidates(word).is_empty()
}

/// The key that a word means where only some keys are allowed.
pub(super) fn here(word: &str, is_known: impl Fn(&str) -> bool) -> Option<&'static str> {
    candidates(word).iter().copied().find(|key| is_known(key))
}

/// The path of the key that a word means anywhere in a report.
pub(super) fn elsewhere(word: &str) -> Option<&'static str> {
    candidates(word).iter().copied().find(|key| key.contains('.') || PARTS.contains(key))
}

fn candidates(word: &str) -> &'static [&'static str] {
    let word = word.trim().to_lowercase().replace('_', " ");
    let word = word.as_str();
    LITHUANIAN.iter().find(|(words, _)| words.contains(&word)).map_or(&[], |(_, keys)| keys)
}

/// Whether a word is a key of a report, at any level.
pub(super) fn is_known(word: &str) -> bool {
    !word.is_empty() && (super::expected::is_key(word) || is_lithuanian(word))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::report::schema;

    #[test]
    fn every_word_maps_to_existing_keys() {
        let mut known: BTreeSet<String> = BTreeSet::new();
        let mut collect = |schema: &serde_json::Value| {
            known.extend(schema["properties"].as_object().into_iter().flatten().map(|(key, _)| key.clone()));
        };
        collect(schema::json());
        schema::json()["$defs"].as_object().unwrap().values().for_each(collect);
        let mut words = BTreeSet::new();
        for (lithuanian, keys) in LITHUANIAN {
            for word in lithuanian {
                assert!(words.insert(word), "{word} is there twice");
                assert_eq!(word.to_lowercase(), **word);
            }
            for key in keys.iter().flat_map(|path| path.split('.')) {
                assert!(known.contains(key), "{key}");
            }
        }
    }

    #[test]
    fn a_word_maps_to_the_key_known_in_its_context() {
        let of = |word, known: &[&str]| here(word, |key| known.contains(&key));
        assert_eq!(of("Valdyba", &["people"]), Some("people"));
        assert_eq!(of("pavadinimas", &["title", "items"]), Some("title"));
        assert_eq!(of("pajamos", &["finance"]), None);
        assert_eq!(elsewhere("pajamos"), Some("finance.income"));
        assert_eq!(elsewhere("svetainė"), Some("contact.website"));
        assert_eq!(of("mission", &["mission"]), None);
    }
}
