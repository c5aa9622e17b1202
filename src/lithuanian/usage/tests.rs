//! Tests of the advice on whole sentences.

use std::collections::HashSet;

use super::*;

fn found(text: &str) -> Vec<String> {
    advice(text).into_iter().map(|found| found.advice.words).collect()
}

#[test]
fn each_error_is_found_in_a_sentence() {
    for (text, words, instead) in [
        ("Tvarkėme aplinkos gerbūvį.", "gerbūvį", "gerovė"),
        ("Kaip čia gražiai išsireikšta!", "išsireikšta", "pasakyti"),
        ("Dirbo laisvanoriai.", "laisvanoriai", "savanoris"),
        ("Nekurie nariai nedalyvavo.", "Nekurie", "kai kurie"),
        ("Neužilgo atidarysime klubą.", "Neužilgo", "netrukus"),
        ("To pasėkoje atšauktas renginys.", "pasėkoje", "dėl"),
        ("Skaudžios pasėkos liko.", "pasėkos", "padarinys"),
        ("Vaikai savistoviai gamina.", "savistoviai", "savarankiškas"),
        ("Vienok narių daugėja.", "Vienok", "tačiau"),
        ("Kaip taisyklė, posėdžiai vyksta rudenį.", "Kaip taisyklė", "paprastai"),
        ("Kas liečia lėšas, jų pakako.", "Kas liečia", "dėl"),
        ("Sakė, būk tai salė užimta.", "būk tai", "esą"),
        ("Buvo apmokyta 30 savanorių.", "apmokyta", "mokyti"),
        ("Projektas apjungė tris rajonus.", "apjungė", "sujungti"),
        ("Neapjungiant pastangų nepavyks.", "Neapjungiant", "sujungti"),
        ("Bankas aptarnauja sąskaitą.", "aptarnauja sąskaitą", "tvarkyti sąskaitą"),
        ("Tekstas atredaguotas.", "atredaguotas", "suredaguoti"),
        ("Atremontavome salę.", "Atremontavome", "suremontuoti"),
        ("Atsiekėme gerų rezultatų.", "Atsiekėme", "pasiekti"),
        ("Nariai atžymėti padėkomis.", "atžymėti", "pažymėti"),
        ("Apklausos daviniai skelbiami.", "daviniai", "duomuo"),
        ("Nesigavo surinkti lėšų.", "Nesigavo", "pavyko"),
        ("Narys įnešė pasiūlymą.", "įnešė pasiūlymą", "pateikti (pasiūlymą)"),
        ("Valdyba išnešė sprendimą.", "išnešė sprendimą", "priimti (sprendimą)"),
        ("Ji pildė pareigas metus.", "pildė pareigas", "eiti pareigas"),
        ("Tiekėjas išstatė sąskaitą.", "išstatė sąskaitą", "išrašyti sąskaitą"),
        ("Straipsnis iššaukė diskusijas.", "iššaukė diskusijas", "sukelti"),
        ("Pastatas įvestas į eksploataciją.", "įvestas į eksploataciją", "atiduoti naudoti"),
        ("Direktorius neša atsakomybę.", "neša atsakomybę", "būti atsakingam"),
        ("Pajungta elektra.", "Pajungta", "prijungti"),
        ("Taryboje pakėlėme klausimą.", "pakėlėme klausimą", "iškelti"),
        ("Paskaičiavome išlaidas.", "Paskaičiavome", "apskaičiuoti"),
        ("Vakaras pašvęstas poetui.", "pašvęstas", "skirti"),
        ("Praanalizuota padėtis.", "Praanalizuota", "išanalizuoti"),
        ("Prafinansuotas projektas.", "Prafinansuotas", "finansuoti"),
        ("Būstinė randasi Kaune.", "randasi", "yra"),
        ("Pakeistas tarybos sąstatas.", "sąstatas", "sudėtis"),
        ("Veikė sekančios grupės: vaikų ir jaunimo.", "sekančios", "šis"),
        ("Svetainėje patalpinta ataskaita.", "patalpinta", "skelbti"),
        ("Jaunimą užinteresavo.", "užinteresavo", "sudominti"),
        ("Užskaityta praktika.", "Užskaityta", "įskaityti"),
        ("Priėjome išvados, kad verta.", "Priėjome išvados", "prieiti prie išvados"),
        ("Atvyko daugiau 100 svečių.", "daugiau 100", "daugiau kaip"),
        ("Dalyvavo 15 žmonių, tame tarpe ir gydytojas.", "tame tarpe", "tarp jų"),
        ("Karo pasekmėje netekome.", "pasekmėje", "dėl"),
        ("Daugelyje atvejų padėjome.", "Daugelyje atvejų", "daugeliu atvejų"),
        ("Susirinko pagrinde senjorai.", "pagrinde", "iš esmės"),
        ("Metų bėgyje surengėme.", "Metų bėgyje", "per"),
        ("Ataskaitiniame laikotarpyje daugėjo.", "laikotarpyje", "laikotarpiu"),
        ("Vietoj to, kad ilgai laukti, veikėme.", "Vietoj to, kad", "užuot"),
        ("Valdyba atsiskaito prieš narius.", "atsiskaito prieš narius", "atsiskaityti (kam)"),
        ("Krizės dėka netekome lėšų.", "Krizės dėka", "dėl"),
        ("Bendrų pastangų dėka pavyko.", "pastangų dėka", "pastangomis"),
        ("Projekto įgyvendinimo dėka pagerėjo.", "įgyvendinimo dėka", "įgyvendinus"),
        ("Renginys vyko aukštame lygyje.", "aukštame lygyje", "aukšto lygio"),
        ("Principe sutarėme.", "Principe", "iš principo"),
        ("Pastato stovis geras.", "stovis", "būklė"),
        ("Tai neįtakojo rezultatų.", "neįtakojo", "daryti įtaką"),
        ("Pastoviai konsultuojame.", "Pastoviai", "nuolat"),
        ("Tikslas pilnai pasiektas.", "pilnai", "visiškai"),
        ("Sutartis su VŠĮ „Ramintoja“.", "VŠĮ", "VšĮ"),
    ] {
        let found = advice(text);
        let words_found: Vec<_> = found.iter().map(|found| found.advice.words.as_str()).collect();
        assert_eq!(words_found, [words], "{text}");
        assert_eq!(found[0].advice.instead[0], instead, "{text}");
        assert_eq!(text.get(found[0].range.clone()), Some(words));
    }
}

#[test]
fn every_inflected_form_is_found() {
    for words in [
        "apjungti apjungia apjungiame apjungė apjungs apjungtų apjungtas apjungiantis apjungusi apjungdami apjungimas \
         apjungimo apsijungė",
        "įtakoti įtakoja įtakojame įtakojo įtakosime įtakotų įtakojantis įtakotas įtakojamas įtakodama įtakojimas \
         neįtakoja",
        "sekantis sekančio sekančiam sekantį sekančiu sekančiame sekantys sekančių sekantiems sekančius sekančiais \
         sekančiuose sekanti sekančios sekančiai sekančią sekančia sekančioje sekančias sekančioms sekančiomis \
         sekančiose",
        "patalpinti patalpina patalpino patalpins patalpintas patalpinta patalpinimas talpinti talpina talpino talpins \
         talpinamas talpinantis talpinimas talpindami talpinkite",
        "davinys davinio daviniui davinį daviniai davinių daviniams davinius daviniais daviniuose",
        "pilnai nepilnai pastoviai",
        "gerbūvis gerbūvio gerbūviu gerbūvį išsireikšti išsireiškė išsireiškimas laisvanoriai laisvanoriškai \
         savistovus savistovi savistoviai savistovumas pasėkos pasėkomis vienok neužilgo",
        "apmokyti apmokė apmokymas apmokyta apmokysime atkoreguoti atredagavo atremontuotas atrestauravo atsiekė \
         atsiekimas atžymėti atsižymėjo pajungti pajungė pajungtas paskaičiavo paskaičiavimai pašvęstas pašventė",
        "praanalizuoti praanalizavome prabalsavo prafinansuotas prakomentavo prakonsultuoti prakontroliavo randasi \
         sąstatas sąstate stovis stovio užinteresuoti užskaityti užskaita genplanas medseserys laikotarpyje",
    ] {
        for word in words.split_whitespace() {
            assert_eq!(found(&format!("Yra {word} čia.")), [word], "{word}");
        }
    }
}

#[test]
fn right_uses_are_left_alone() {
    for text in [
        "Rėmėjų ir savanorių dėka surinkome lėšų.",
        "Turime didelės įtakos, įtakos sritys auga, jos įtakoms nepasidavėme.",
        "Apmokėjome sąskaitas, apmokėti bilietai, apmoka išlaidas.",
        "Rezervuaras pripiltas pilnai.",
        "Taip nurodo kaip taisyklė parašyta nuostata.",
        "Dar daugiau 2023 m. veiklų, daugiau kaip 100 žmonių, daugiau 5 klasės mokinių.",
        "Surinkome virš 300 kg maisto, kilo virš 300 metrų.",
        "Sekant pavyzdžiu, sekėme paukščius, sekėjai.",
        "Traukinio sąstatas išvyko.",
        "Pašventinta vėliava, pašvęstojo gyvenimo diena.",
        "Atsiskaitė prieš Kalėdas, nešė vėliavą, pakėlė taurę, statė namą, sąskaitą tvarko.",
        "Šiame rezultate, šiame principe, traukinys sustojo bėgyje.",
        "Skaitykite www.pilnai.lt ir info@sekantis.lt, VšĮ „Lyra“.",
        "Tame mieste tarpe, vietoj to surengėme.",
        "Vietoj to, kad pirko naujas, taisė senas. Verta pasimokyti.",
        "Žmogus, sekantis paskui jį, ir šuo, sekantis iš paskos.",
        "Vaikams davinėjo dovanas, talpinis jutiklis, talpinių daviklių, pakeleivių klausimai.",
        "Salė talpina apie 50 žmonių, apytikriai paskaičiuokite išlaidas.",
        "Biurą aptarnavo sąskaitininkai, iššaukė lig šiol.",
        "",
    ] {
        assert_eq!(found(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn phrases_may_span_lines_and_hyphens() {
    assert_eq!(found("tame\ntarpe"), ["tame\ntarpe"]);
    assert_eq!(found("pil\u{ad}nai"), ["pil\u{ad}nai"]);
    assert_eq!(found("tame. Tarpe"), Vec::<String>::new());
}

#[test]
fn the_brochure_has_three_usage_errors() {
    let brochure = include_str!("../spelling/tests/brochure.md");
    assert_eq!(found(brochure), ["apjungiant", "pilnai", "VŠĮ"]);
}

#[test]
fn the_list_is_consistent() {
    let mut patterns = HashSet::new();
    for usage in USAGES {
        assert!(!usage.instead.is_empty());
        assert!(!usage.pattern.contains("  "), "{}", usage.pattern);
        for word in usage.pattern.split(' ') {
            let letters = |c: char| c.is_alphabetic() || c == '*' || c == '|';
            assert!(matches!(word, "," | "#" | "~") || word.chars().all(letters), "{word}");
        }
        assert!(patterns.insert(usage.pattern), "{}", usage.pattern);
        if let Source::MajorErrors(number) = usage.source {
            assert!(number.split('.').all(|part| part.parse::<u8>().is_ok()), "{number}");
        }
    }
    assert!(USAGES.len() >= 25);
}

#[test]
fn long_text_is_read_in_linear_time() {
    for text in ["pilnai ", "tame ", "vietoj to, ", "žodis ", "pastangų "] {
        advice(&text.repeat(30_000));
    }
}
