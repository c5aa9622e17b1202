//! What Typst says of a designer's own template, in Lithuanian.
//!
//! The messages that are met most often are translated; any other is quoted as Typst's own words, in English.

/// Messages and hints; `{}` matches any text, and the first that matches counts.
const TRANSLATIONS: &[(&str, &str)] = &[
    // Syntax.
    ("expected expression", "trūksta išraiškos"),
    ("expected identifier", "trūksta vardo"),
    ("expected pattern", "trūksta vardo arba jų sąrašo skliaustuose"),
    ("expected block", "trūksta bloko: { … } arba [ … ]"),
    ("expected comma", "trūksta kablelio"),
    ("expected colon", "trūksta dvitaškio"),
    ("expected comma or semicolon", "trūksta kablelio arba kabliataškio"),
    ("expected semicolon or line break", "trūksta kabliataškio arba naujos eilutės"),
    ("expected keyword {}", "trūksta žodžio {}"),
    ("expected argument list", "trūksta argumentų skliaustuose"),
    ("unclosed delimiter", "skliaustas neuždarytas"),
    ("unclosed string", "kabutės neuždarytos"),
    ("unclosed label", "žymė neužbaigta: trūksta >"),
    ("unclosed raw text", "kodo tekstas neužbaigtas: trūksta `"),
    ("the character {} is not valid in code", "ženklas {} kode netinka"),
    (
        "the preceding hash is causing this to parse in code mode",
        "dėl prieš tai esančio # šis tekstas laikomas kodu",
    ),
    ("unexpected end of block comment", "komentaro pabaiga be pradžios"),
    ("unexpected argument: {}", "nereikalingas argumentas: {}"),
    ("unexpected argument", "nereikalingas argumentas"),
    ("unexpected {}", "čia netinka {}"),
    // Names and values.
    ("unknown variable: {}", "nežinomas kintamasis: {}"),
    ("unknown font family: {}", "nežinoma šriftų šeima: {}"),
    ("missing argument: {}", "trūksta argumento: {}"),
    ("duplicate argument: {}", "argumentas nurodytas du kartus: {}"),
    ("duplicate key: {}", "raktas nurodytas du kartus: {}"),
    ("expected {}, found {}", "turi būti {}, o yra {}"),
    ("dictionary does not contain key {} and no default value was specified", "žodyne nėra rakto {}"),
    ("dictionary does not contain key {}", "žodyne nėra rakto {}"),
    ("module {} does not contain {}", "modulyje {} nėra {}"),
    ("function {} does not contain field {}", "funkcija {} neturi lauko {}"),
    ("type {} does not contain field {}", "tipas {} neturi lauko {}"),
    ("type {} has no method {}", "tipas {} neturi metodo {}"),
    ("{} does not contain field {}", "{} neturi lauko {}"),
    ("array index out of bounds (index: {}, len: {}){}", "masyve nėra elemento Nr. {}: elementų yra {}"),
    ("string index out of bounds (index: {}, len: {}){}", "eilutėje nėra vietos Nr. {}: jos ilgis – {}"),
    ("cannot add {} and {}", "negalima sudėti {} ir {}"),
    ("cannot subtract {} from {}", "negalima atimti {} iš {}"),
    ("cannot multiply {} with {}", "negalima dauginti {} ir {}"),
    ("cannot divide {} by {}", "negalima dalyti {} iš {}"),
    ("cannot divide by zero", "dalyti iš nulio negalima"),
    ("cannot compare {} and {}", "negalima lyginti {} ir {}"),
    ("cannot compare {} with {}", "negalima lyginti {} ir {}"),
    ("cannot join {} with {}", "negalima sujungti {} ir {}"),
    ("cannot loop over {}", "su {} ciklas negalimas"),
    ("cannot spread {}", "negalima išskleisti {}"),
    ("cannot destructure {}", "negalima išskaidyti {}"),
    ("cannot assign to this expression", "šiai išraiškai reikšmės priskirti negalima"),
    ("cannot mutate a temporary value", "laikinosios reikšmės keisti negalima"),
    (
        "variables from outside the function are read-only and cannot be modified",
        "funkcijoje negalima keisti už jos apibrėžtų kintamųjų",
    ),
    ("loop seems to be infinite", "ciklas nesibaigia"),
    ("condition is always true", "sąlyga visada tenkinama"),
    ("cannot break outside of loop", "break vartojamas tik cikle"),
    ("cannot continue outside of loop", "continue vartojamas tik cikle"),
    ("cannot return outside of function", "return vartojamas tik funkcijoje"),
    ("cyclic import", "failai importuoja vienas kitą"),
    ("unresolved import", "importuojamame faile tokio vardo nėra"),
    ("assertion failed: {}", "netenkinama sąlyga: {}"),
    ("assertion failed", "netenkinama sąlyga"),
    ("equality assertion failed: {}", "reikšmės nelygios: {}"),
    ("panicked with: {}", "šablonas sustabdytas: {}"),
    ("panicked", "šablonas sustabdytas"),
    ("number must be positive", "skaičius turi būti teigiamas"),
    ("maximum function call depth exceeded", "funkcijos kviečia viena kitą per daug kartų"),
    ("maximum show rule depth exceeded", "show taisyklės taikomos viena kitai per daug kartų"),
    ("maximum layout depth exceeded", "elementai sudėti vienas į kitą per giliai"),
    // Files.
    ("file not found (searched at {})", "failo nėra; ieškota čia: {}"),
    ("failed to load file (access denied)", "failo neleidžiama skaityti"),
    ("failed to load file (is a directory)", "tai aplankas, o ne failas"),
    ("file is not valid UTF-8{}", "failo koduotė – ne UTF-8"),
    ("failed to load file", "failo nepavyksta perskaityti"),
    ("failed to parse {} ({})", "netinkami {} duomenys ({})"),
    ("failed to decode image ({})", "paveikslo nepavyksta iškoduoti ({})"),
    ("unknown image format", "nežinomas paveikslo formatas"),
    // Layout.
    ("document set rules are not allowed inside of containers", "set document rašomas ne elementų viduje"),
    ("page configuration is not allowed inside of containers", "set page rašomas ne elementų viduje"),
    ("pagebreaks are not allowed inside of containers", "elementų viduje naujo puslapio pradėti negalima"),
    (
        "only element functions can be used in set rules",
        "set taisyklės nustato tik elementų (text, page …) savybes",
    ),
    ("`show page` is not supported and has no effect", "`show page` nieko nekeičia"),
    ("customize pages with `set page(..)` instead", "vietoj to rašykite `set page(..)`"),
    ("label {} does not exist in the document", "dokumente nėra žymės {}"),
    ("label {} is not attached to anything", "žymė {} niekam nepriskirta"),
    ("document did not converge within five attempts", "maketas nenusistovėjo per penkis bandymus"),
    ("layout did not converge within {} attempts", "maketas nenusistovėjo; bandyta kartų: {}"),
    // PDF.
    ("{} error: missing alt text", "{}: paveikslas be alternatyviojo teksto"),
    (
        "make sure your images and equations have alt text",
        "paveikslams ir formulėms nurodykite alternatyvųjį tekstą (alt)",
    ),
    ("{} error: missing document language", "{}: nenurodyta dokumento kalba"),
    ("set the language of the document", "nurodykite kalbą: `set text(lang: \"lt\")`"),
    ("{} error: missing document title", "{}: nenurodytas dokumento pavadinimas"),
    (
        "set the title with `set document(title: [...])`",
        "nurodykite pavadinimą: `set document(title: [...])`",
    ),
    ("{} error: missing document date", "{}: nenurodyta dokumento data"),
    ("set the date of the document", "nurodykite datą: `set document(date: …)`"),
    ("no font could be found", "šiam tekstui nerasta šrifto"),
    ("{} error: the text {} could not be displayed with font {}", "{}: tekstui {} rodyti netinka šriftas {}"),
    ("{} error: the text {} could not be displayed with {}", "{}: tekstui {} rodyti netinka šriftas {}"),
    ("try using a different font", "pasirinkite kitą šriftą"),
    ("{} error: the PDF contains PostScript code", "{}: faile yra „PostScript“ kodo"),
    (
        "conic gradients are not supported in this PDF standard",
        "šis PDF standartas neleidžia kūginių spalvų perėjimų",
    ),
    ("{} error: license of {} is too restrictive", "{}: šrifto {} licencija neleidžia jo įterpti"),
    // Hints.
    (
        "if you meant to use subtraction, try adding spaces around the minus sign{}",
        "jei norėjote atimti, prieš minusą ir po jo įterpkite tarpus",
    ),
    (
        "use `std.{}` to access the shadowed standard library function",
        "įtaisytoji funkcija pasiekiama `std.{}`",
    ),
];

/// The message in Lithuanian.
pub(super) fn translated(message: &str) -> String {
    TRANSLATIONS
        .iter()
        .find_map(|(english, lithuanian)| Some(filled(lithuanian, &captured(english, message)?)))
        .unwrap_or_else(|| format!("„Typst“ pranešimas anglų kalba: {message}"))
}

/// The texts that stand in the message in place of each `{}` of the pattern.
fn captured<'m>(pattern: &str, message: &'m str) -> Option<Vec<&'m str>> {
    let mut parts = pattern.split("{}").peekable();
    let mut rest = message.strip_prefix(parts.next()?)?;
    let mut captured = Vec::new();
    while let Some(part) = parts.next() {
        let end = if parts.peek().is_none() { rest.strip_suffix(part)?.len() } else { rest.find(part)? };
        captured.push(rest.get(..end)?);
        rest = rest.get(end + part.len()..)?;
    }
    rest.is_empty().then_some(captured)
}

fn filled(pattern: &str, texts: &[&str]) -> String {
    let mut parts = pattern.split("{}");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for (part, text) in parts.zip(texts) {
        filled.push_str(text);
        filled.push_str(part);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typst_messages_are_translated() {
        for (english, lithuanian) in [
            ("unknown variable: themee", "nežinomas kintamasis: themee"),
            ("expected string, found integer", "turi būti string, o yra integer"),
            ("expected semicolon or line break", "trūksta kabliataškio arba naujos eilutės"),
            ("dictionary does not contain key \"mision\"", "žodyne nėra rakto \"mision\""),
            ("file not found (searched at /tmp/a.svg)", "failo nėra; ieškota čia: /tmp/a.svg"),
            ("PDF/UA-1 error: missing alt text", "PDF/UA-1: paveikslas be alternatyviojo teksto"),
            ("array index out of bounds (index: 4, len: 3)", "masyve nėra elemento Nr. 4: elementų yra 3"),
            ("something new", "„Typst“ pranešimas anglų kalba: something new"),
        ] {
            assert_eq!(translated(english), lithuanian);
        }
    }

    #[test]
    fn no_translation_has_more_places_than_its_pattern() {
        for (english, lithuanian) in TRANSLATIONS {
            assert!(lithuanian.matches("{}").count() <= english.matches("{}").count(), "{english}");
        }
    }
}
