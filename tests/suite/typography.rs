//! Typed text and its typography on the page, in every field.

use std::collections::BTreeSet;
use std::path::Path;

use crate::every_text::report;
use crate::full_report::MINIMAL;
use crate::pdf::{File, Glyph, squeeze};
use crate::press::{ROOT, print_cleanly};
use crate::real_report;

const NBSP: char = '\u{a0}';
const SOFT_HYPHEN: &str = "\u{ad}";

/// Fields whose text is not printed, or is printed unchanged.
const ELSEWHERE: [&str; 4] = ["label of few", "label of others", "address", "spelling"];

#[test]
fn typography_is_applied_to_every_text() {
    let mut places = Vec::new();
    let yaml = report(|place| {
        places.push(place.to_owned());
        format!("\"{place}\" - tai 9-12 d., 7217 Eur...")
    });
    let file = File::read(&print_cleanly(&yaml, Path::new(ROOT)));
    let figures = file.structure.all("Figure");
    let alternatives: Vec<&str> = figures.iter().filter_map(|figure| figure.alt.as_deref()).collect();
    let said = squeeze(&[file.text(), alternatives.join(" ")].join(" "));
    let printed = places.iter().filter(|place| !ELSEWHERE.contains(&place.as_str()));
    for place in printed {
        let place = place.replace('\'', "’");
        let expected = format!("„{place}“ – tai 9–12 d., 7 217 Eur…");
        assert!(said.contains(&expected), "{place}: {said}");
    }
    assert!(places.len() > 35, "{places:?}");
    assert!(
        !said.contains('"') || said.matches('"').count() == 2,
        "only the address keeps its marks: {said}"
    );
}

/// The rules apply to the text of links, but not to text in other languages.
#[test]
fn links_are_set_and_foreign_words_are_not() {
    const RUNNING: [&str; 6] = ["motto", "text", "goal", "work", "caption", "body"];
    let mut places = Vec::new();
    let yaml = report(|place| {
        if !RUNNING.iter().any(|words| place.ends_with(words)) {
            return place.to_owned();
        }
        places.push(place.to_owned());
        format!("[\"{place}\" - 9-12](lang:en) ir *[\"{place}\" - 9-12](https://www.lsik.lt/9-12)*...")
    });
    let text = squeeze(&File::read(&print_cleanly(&yaml, Path::new(ROOT))).text());
    for place in &places {
        let set = place.replace('\'', "’");
        let expected = format!("\"{place}\" - 9-12 ir „{set}“ – 9–12…");
        assert!(text.contains(&expected), "{place}: {text}");
    }
    assert!(places.len() > 15, "{places:?}");
}

#[test]
fn codes_and_addresses_are_unchanged() {
    let yaml = MINIMAL
        .replace(
            "about: Esame maži.",
            "about: 'Rašykite a-b@c-d.lt arba www.a-1-2.lt/9-12, kodas 302296711, LT-01127.'",
        )
        .replace("phone: \"112\"", "phone: +370 615-96795");
    let file = File::read(&print_cleanly(&yaml, Path::new(ROOT)));
    let text = squeeze(&file.text());
    for typed in ["a-b@c-d.lt", "www.a-1-2.lt/9-12", "302296711", "LT-01127", "+370 615-96795"] {
        assert!(text.contains(typed), "{typed}: {text}");
    }
}

/// Ordinary letters, each by itself; no-break spaces and quotation marks as they are printed.
#[test]
fn copied_text_is_the_printed_text() {
    let file = File::read(real_report::pdf());
    let glyphs = file.pages.iter().flat_map(|page| &page.glyphs).map(|glyph| glyph.text.as_str());
    let glyphs = glyphs.collect::<String>();
    for c in glyphs.chars() {
        let lithuanian = c.is_ascii() || "ąčęėįšųūžĄČĘĖĮŠŲŪŽ„“–…•\u{a0}\u{ad}".contains(c);
        assert!(lithuanian, "“{c}” is no letter of the report");
    }
    for printed in ["„Ramintoja“", "„GoSocial 2023“", &format!("9–12{NBSP}metų"), &format!("28{NBSP}344")]
    {
        assert!(glyphs.contains(printed), "{printed}");
    }
}

/// A hyphen inserted at the end of a line is a soft one, which readers remove (ISO 32000-1, 14.8.2.2.3). There are no
/// other soft hyphens.
#[test]
fn hyphenated_words_are_copied_whole() {
    let file = File::read(real_report::pdf());
    let mut broken = Vec::new();
    for page in &file.pages {
        let read: Vec<_> = page.glyphs.iter().filter(|glyph| !glyph.artifact).collect();
        for (index, hyphen) in read.iter().enumerate().filter(|(_, glyph)| glyph.text == SOFT_HYPHEN) {
            let next = read[index + 1];
            assert!(next.origin.y > hyphen.origin.y + 1.0, "the line ends after a soft hyphen");
            let letters = |glyph: &&&Glyph| glyph.text.chars().all(char::is_alphabetic);
            let before: Vec<_> = read[..index].iter().rev().take_while(letters).collect();
            let after = read[index + 1..].iter().take_while(letters);
            let word = before.into_iter().rev().chain(after).map(|glyph| glyph.text.as_str());
            broken.push(word.collect::<String>());
        }
    }
    assert!(broken.len() > 5, "some words are broken: {broken:?}");
    let typed = squeeze(include_str!("../../data/2023.yaml"));
    for word in broken {
        assert!(typed.contains(&word), "“{word}” was typed so");
    }
}

/// Many readers ignore `ActualText`. No glyph needs it, because a hyphen in a word and one at the end of a line have
/// different codes.
#[test]
fn hyphens_do_not_need_actual_text() {
    let pdf = real_report::pdf();
    let document = lopdf::Document::load_mem(pdf).unwrap();
    for page in document.get_pages().into_values() {
        let content = document.get_page_content(page);
        assert!(!content.windows(10).any(|bytes| bytes == b"ActualText"));
    }
    let text = squeeze(&File::read(pdf).text());
    for typed in ["eko-inovacijų", "kultūrinių-kūrybinių"] {
        assert!(text.contains(typed), "{typed}: {text}");
    }
}

#[test]
fn combining_characters_are_composed() {
    let yaml = MINIMAL.replace("about: Esame maži.", "about: \"Esame maz\u{30c}i, ino\u{ad}vacijos.\"");
    let file = File::read(&print_cleanly(&yaml, Path::new(ROOT)));
    assert!(file.text().contains("Esame maži, inovacijos."), "{}", file.text());
}

/// Text in another language is not changed, and its language is set.
#[test]
fn foreign_words_are_tagged_with_their_language() {
    let yaml =
        MINIMAL.replace("about: Esame maži.", "about: 'Draugai \"[L''été \"9-12\"](lang:fr)\" ir mes.'");
    let file = File::read(&print_cleanly(&yaml, Path::new(ROOT)));
    assert!(squeeze(&file.text()).contains("Draugai „L'été \"9-12\"“ ir mes."), "{}", file.text());
    let glyphs = file.pages.iter().flat_map(|page| &page.glyphs);
    let french = glyphs.filter(|glyph| glyph.lang.as_deref() == Some("fr"));
    assert_eq!(french.map(|glyph| glyph.text.as_str()).collect::<String>(), "L'été \"9-12\"");
}

/// French words are hyphenated by French rules, not by Lithuanian ones.
#[test]
fn foreign_words_use_their_own_hyphenation() {
    const WORDS: [&str; 3] = ["anticonstitutionnellement", "incompréhensible", "développement"];
    let about = format!("about: |\n  Trumpai.\n\n  [{}](lang:fr)", vec![WORDS.join(" "); 20].join(" "));
    let yaml = MINIMAL.replace("about: Esame maži.", &about);
    let file = File::read(&print_cleanly(&yaml, Path::new(ROOT)));
    let glyphs = file.pages.iter().flat_map(|page| &page.glyphs);
    let text: String = glyphs.map(|glyph| glyph.text.as_str()).collect();
    // The start of each word that has a soft hyphen.
    let beginnings: BTreeSet<&str> = text
        .match_indices(SOFT_HYPHEN)
        .map(|(at, _)| text[..at].rsplit([' ', '\u{ad}']).next().unwrap())
        .collect();
    let of = |language| -> BTreeSet<String> {
        let mut beginnings = BTreeSet::new();
        for word in WORDS {
            let mut beginning = String::new();
            for syllable in hypher::hyphenate(word, language) {
                beginning.push_str(syllable);
                beginnings.insert(beginning.clone());
            }
        }
        beginnings
    };
    let (french, lithuanian) = (of(hypher::Lang::French), of(hypher::Lang::Lithuanian));
    assert!(beginnings.len() > 3, "lines part words: {beginnings:?}");
    assert!(beginnings.iter().all(|beginning| french.contains(*beginning)), "{beginnings:?}");
    assert!(beginnings.iter().any(|beginning| !lithuanian.contains(*beginning)), "{beginnings:?}");
}
