//! Typst's messages about a custom template, in Lithuanian.
//!
//! The most frequent messages are translated. For any other, a Lithuanian note tells how to see the English message, so
//! that no English appears under a Lithuanian message.

/// Messages and hints; `{}` matches any text, and the first that matches counts. In a translation, `{type}` is a text
/// that names types, which are translated too.
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
    ("expected {}, found {}", "turi būti {type}, o yra {type}"),
    ("dictionary does not contain key {} and no default value was specified", "žodyne nėra rakto {}"),
    ("dictionary does not contain key {}", "žodyne nėra rakto {}"),
    ("module {} does not contain {}", "modulyje {} nėra {}"),
    ("function {} does not contain field {}", "funkcija {} neturi lauko {}"),
    ("type {} does not contain field {}", "tipas „{type}“ neturi lauko {}"),
    ("type {} has no method {}", "tipas „{type}“ neturi metodo {}"),
    ("{} does not contain field {}", "{type}: nėra lauko {}"),
    ("array index out of bounds (index: {}, len: {}){}", "masyve nėra elemento Nr. {}: elementų yra {}"),
    ("string index out of bounds (index: {}, len: {}){}", "eilutėje nėra vietos Nr. {}: jos ilgis – {}"),
    ("cannot add {} and {}", "sudėti negalima: {type} ir {type}"),
    ("cannot subtract {} from {}", "atimti negalima: {type} ir {type}"),
    ("cannot multiply {} with {}", "dauginti negalima: {type} ir {type}"),
    ("cannot divide {} by {}", "dalyti negalima: {type} ir {type}"),
    ("cannot divide by zero", "dalyti iš nulio negalima"),
    ("cannot compare {} and {}", "lyginti negalima: {type} ir {type}"),
    ("cannot compare {} with {}", "lyginti negalima: {type} ir {type}"),
    ("cannot join {} with {}", "sujungti negalima: {type} ir {type}"),
    ("cannot loop over {}", "ciklas per tokią reikšmę negalimas: {type}"),
    ("cannot spread {}", "išskleisti negalima: {type}"),
    ("cannot destructure {}", "išskaidyti negalima: {type}"),
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
    ("failed to parse {} ({})", "netinkami {} duomenys"),
    ("failed to decode image ({})", "paveikslo nepavyksta iškoduoti"),
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
    // What is met less often.
    ("failed to parse number ({})", "skaičiaus nepavyksta perskaityti"),
    ("not enough arguments", "trūksta argumentų"),
    ("no named argument {}", "nėra argumento vardu {}"),
    ("the argument {} is positional", "argumentas {} rašomas be vardo"),
    ("try removing {}", "pabandykite ištrinti {}"),
    ("fields on {} are not yet mutable", "laukų keisti negalima: {type}"),
    ("cannot mutate fields on {}", "laukų keisti negalima: {type}"),
    ("cannot mutate a constant: {}", "konstantos keisti negalima: {}"),
    ("{} does not have accessible fields", "{type}: laukų nėra"),
    ("cannot access fields on type {}", "laukų skaityti negalima: {type}"),
    ("{} does not have field {}", "{type}: nėra lauko {}"),
    ("{} is not a function", "{} nėra funkcija"),
    ("{} is not a valid method for {} {}", "metodas {} netinka: {} {}"),
    ("{} has no method {}", "{type}: nėra metodo {}"),
    ("cannot directly call dictionary keys as functions", "žodyno rakto tiesiogiai kviesti negalima"),
    (
        "to call the stored function, wrap the field access in parentheses: {}",
        "lauke esanti funkcija kviečiama taip: {}",
    ),
    ("try adding a space before the parentheses", "prieš skliaustą įterpkite tarpą"),
    ("a length needs a unit - did you mean {}?", "ilgiui trūksta vieneto; gal turėjote omenyje {}?"),
    ("use {} to create a label", "žymė rašoma taip: {}"),
    ("module does not contain {}", "modulyje nėra {}"),
    ("number must be between {} and {}", "skaičius turi būti nuo {} iki {}"),
    ("number must be at least {}", "skaičius turi būti ne mažesnis kaip {}"),
    ("value must be between {} and {}", "reikšmė turi būti nuo {} iki {}"),
    ("value must be strictly positive", "reikšmė turi būti teigiama"),
    ("value must be greater than or equal to {}", "reikšmė turi būti ne mažesnė kaip {}"),
    ("expected at least one value", "trūksta bent vienos reikšmės"),
    ("divisor must not be zero", "dalyti iš nulio negalima"),
    (
        "cannot take square root of negative number",
        "iš neigiamo skaičiaus kvadratinės šaknies traukti negalima",
    ),
    ("array must contain exactly two items", "masyve turi būti du elementai"),
    ("array must contain exactly two entries", "masyve turi būti du elementai"),
    ("array must contain at least one marker", "masyve turi būti bent vienas ženklas"),
    ("array is empty", "masyvas tuščias"),
    ("string is empty", "eilutė tuščia"),
    ("cannot repeat this array {} times", "tiek kartų masyvo kartoti negalima: {}"),
    ("cannot repeat this string {} times", "tiek kartų eilutės kartoti negalima: {}"),
    ("not enough elements to destructure", "per mažai elementų"),
    ("too many elements to destructure", "per daug elementų"),
    ("the provided array has a length of {}, but the pattern expects {}", "masyvo ilgis – {}, o vardų – {}"),
    ("string index {} is not a character boundary", "eilutės vietoje Nr. {} ženklas dar nesibaigia"),
    ("string contains no grapheme clusters", "eilutė tuščia"),
    ("invalid float: {}", "netinkamas skaičius: {}"),
    ("invalid decimal: {}", "netinkamas skaičius: {}"),
    ("invalid regex: {}", "netinkamas reguliarusis reiškinys"),
    ("regex is empty", "reguliarusis reiškinys tuščias"),
    ("number is too large", "skaičius per didelis"),
    ("cannot access file system from here", "čia failų skaityti negalima"),
    ("cannot access files outside of the {} sandbox", "failų už šablono aplanko ribų skaityti negalima"),
    ("path {} would escape the {} root", "kelias {} veda už šablono aplanko ribų"),
    ("path must not contain a backslash", "kelyje neturi būti kairinių pasvirųjų brūkšnių"),
    ("use forward slashes instead: {}", "aplankus skirkite ženklu /: {}"),
    ("parsing failed", "duomenų perskaityti nepavyksta"),
    ("try wrapping this in a {} expression", "įdėkite tai į išraišką {}"),
    ("can only be used when context is known", "tai galima vartoti tik ten, kur žinomas kontekstas"),
    (
        "the {} expression should wrap everything that depends on this function",
        "išraiška {} turi apimti viską, kas priklauso nuo šios funkcijos",
    ),
    ("cannot use {} as a table {}", "{} lentelėje netinka"),
    ("cannot use {} as a grid {}", "{} tinklelyje netinka"),
    ("use {} instead", "vietoj to rašykite {}"),
    ("cell could not be placed at invalid column {}", "stulpelio, kuriame turi būti langelis, nėra: {}"),
    (
        "cell would span a previously placed cell at column {}, row {}",
        "langelis uždengtų kitą: {} stulpelis, {} eilutė",
    ),
    (
        "cell's colspan would cause it to exceed the available column(s)",
        "langelis platesnis už likusius stulpelius",
    ),
    ("cannot have more than one footer", "lentelės apačia gali būti tik viena"),
    ("footer must end at the last row", "lentelės apačia turi būti paskutinė"),
    ("cannot expand into infinite width", "plotis negali būti begalinis"),
    ("cannot expand into infinite height", "aukštis negali būti begalinis"),
    ("cannot create line with infinite length", "linija negali būti begalinė"),
    ("stack spacing is infinite", "tarpas negali būti begalinis"),
    ("page {} does not exist", "{} puslapio nėra"),
    ("font fallback list must not be empty", "šriftų sąrašas tuščias"),
    ("text direction must be horizontal", "tekstas gali būti rašomas tik gulsčiai"),
    ("ratio must be between 0% and 100%", "dalis turi būti nuo 0 iki 100 %"),
    ("color string contains non-hexadecimal letters", "spalva rašoma šešioliktainiais skaitmenimis"),
    ("color string has wrong length", "spalvos užrašo ilgis netinka"),
    ("unknown variable in math: {}", "nežinomas kintamasis: {}"),
    ("keyword {} is not allowed as an identifier; try {} instead", "žodis {} vardu netinka; rašykite {}"),
    ("keyword {} is not allowed as an identifier", "žodis {} vardu netinka"),
    ("labels can only be applied in markup mode", "žymės rašomos tik tekste"),
    ("there may not be any spaces before the argument list", "prieš argumentų skliaustą tarpo neturi būti"),
    ("destructuring patterns must be wrapped in parentheses", "vardų sąrašas rašomas skliaustuose"),
    (
        "to use a unary operator here, wrap the entire expression in parentheses",
        "visą išraišką rašykite skliaustuose",
    ),
    ("try removing the {}", "pabandykite ištrinti {}"),
    ("try removing the `#`", "ištrinkite #"),
    ("you are already in code mode", "čia jau rašomas kodas"),
    ("cannot reference {} without numbering", "į {} be numerių nuorodos daryti negalima"),
    ("cannot reference {}", "į {} nuorodos daryti negalima"),
    ("cannot outline {}", "į turinį {} įtraukti negalima"),
    ("label {} occurs multiple times in the document", "žymė {} dokumente kartojasi"),
    ("URL must not be empty", "adresas tuščias"),
    ("URL is too long", "adresas per ilgas"),
    ("network access is not supported", "tinklas nepasiekiamas"),
    ("zero-sized images are not allowed", "paveikslas negali būti tuščias"),
    ("failed to process image ({})", "paveikslo nepavyksta apdoroti"),
    ("failed to load linked image {} in SVG", "SVG faile nurodyto paveikslo įkelti nepavyksta: {}"),
    ("heading levels must be consecutive", "antraščių lygmenys turi eiti iš eilės"),
    ("{} error: the first heading must be of level 1", "{}: pirmoji antraštė turi būti pirmojo lygmens"),
    ("{} error: skipped from heading level {} to {}", "{}: po {} lygmens antraštės eina {} lygmens antraštė"),
    ("{} error: heading title is empty", "{}: antraštė tuščia"),
    ("{} error: missing annotation alt text", "{}: nuoroda be alternatyviojo teksto"),
    ("{} error: the used fill or stroke has transparency", "{}: spalva permatoma"),
    ("{} error: the PDF contains transparency", "{}: faile yra permatomų dalių"),
    ("{} error: the text was not mapped to a code point", "{}: dalis teksto neturi kodo"),
    ("{} error: an image in the PDF has smooth scaling", "{}: paveikslui nustatyta glotni interpoliacija"),
    ("{} is not a valid package name", "{} nėra paketo vardas"),
    ("repeat with no size restrictions", "kartojama be jokios ribos"),
    ("x and y cannot both be auto", "x ir y negali būti auto abu"),
    ("type {} does not have a constructor", "tokio tipo reikšmių taip kurti negalima: {type}"),
    ("{} has been deprecated{}", "{} nebevartotina"),
    ("content labelled multiple times", "elementui priskirtos kelios žymės"),
    ("only the last label is used, the rest are ignored", "galioja tik paskutinė žymė"),
    ("month is invalid", "tokio mėnesio nėra"),
    ("date is invalid", "tokios datos nėra"),
    ("time is invalid", "tokio laiko nėra"),
    ("failed to format datetime{}", "datos nepavyksta užrašyti"),
];

/// What Typst calls the tokens of its language, and the word between the types of values that it expects.
const TOKENS: &[(&str, &str)] = &[
    (", or ", " arba "),
    (" or ", " arba "),
    ("closing paren", "skliaustas )"),
    ("closing bracket", "skliaustas ]"),
    ("closing brace", "skliaustas }"),
    ("opening paren", "skliaustas ("),
    ("opening bracket", "skliaustas ["),
    ("opening brace", "skliaustas {"),
    ("end of file", "failo pabaiga"),
    ("equals sign", "lygybės ženklas"),
    ("identifier", "vardas"),
    ("keyword ", "žodis "),
    ("comma", "kablelis"),
    ("semicolon", "kabliataškis"),
    ("colon", "dvitaškis"),
];

/// The names of Typst's types, as its messages have them.
const TYPES: &[(&str, &str)] = &[
    ("alignment", "lygiuotė"),
    ("angle", "kampas"),
    ("arguments", "argumentai"),
    ("array", "masyvas"),
    ("boolean", "loginė reikšmė"),
    ("bytes", "baitai"),
    ("color", "spalva"),
    ("content", "turinys"),
    ("counter", "skaitiklis"),
    ("datetime", "data"),
    ("decimal", "dešimtainis skaičius"),
    ("dictionary", "žodynas"),
    ("direction", "kryptis"),
    ("duration", "trukmė"),
    ("float", "realusis skaičius"),
    ("fraction", "laisvos vietos dalis (fr)"),
    ("function", "funkcija"),
    ("gradient", "spalvų perėjimas"),
    ("integer", "sveikasis skaičius"),
    ("label", "žymė"),
    ("length", "ilgis"),
    ("location", "vieta dokumente"),
    ("module", "modulis"),
    ("path", "kelias"),
    ("ratio", "procentai"),
    ("regex", "reguliarusis reiškinys"),
    ("relative length", "santykinis ilgis"),
    ("selector", "selektorius"),
    ("state", "būsena"),
    ("string", "teksto eilutė"),
    ("stroke", "linijos stilius"),
    ("symbol", "simbolis"),
    ("tiling", "raštas"),
    ("type", "tipas"),
    ("version", "versija"),
];
/// The placeholder for types in a translation.
const TYPE: &str = "{type}";

/// The message in Lithuanian, if it is among those that are translated.
pub(super) fn translated(message: &str) -> Option<String> {
    TRANSLATIONS
        .iter()
        .find_map(|(english, lithuanian)| Some(filled(lithuanian, &captured(english, message)?)))
}

/// The parts of the message that match each `{}` of the pattern.
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
    let mut filled = String::new();
    let mut rest = pattern;
    for text in texts {
        let text = TOKENS
            .iter()
            .fold((*text).to_owned(), |text, (english, lithuanian)| text.replace(english, lithuanian));
        let next = [TYPE, "{}"].into_iter().filter_map(|place| Some((rest.find(place)?, place))).min();
        let Some((at, place)) = next else { break };
        filled.push_str(rest.get(..at).unwrap_or_default());
        filled.push_str(&if place == TYPE { types(&text) } else { text });
        rest = rest.get(at + place.len()..).unwrap_or_default();
    }
    filled + rest
}

/// The types in a list of alternatives, in Lithuanian; other alternatives are unchanged.
fn types(alternatives: &str) -> String {
    let translated = |name: &str| {
        let found = TYPES.iter().find(|(english, _)| *english == name);
        found.map_or_else(|| name.to_owned(), |(_, lithuanian)| (*lithuanian).to_owned())
    };
    let parts = alternatives
        .split(", ")
        .map(|part| part.split(" arba ").map(translated).collect::<Vec<_>>().join(" arba "));
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typst_messages_are_translated() {
        for (english, lithuanian) in [
            ("unknown variable: themee", "nežinomas kintamasis: themee"),
            (
                "expected array, string, or function, found integer",
                "turi būti masyvas, teksto eilutė arba funkcija, o yra sveikasis skaičius",
            ),
            ("unexpected closing paren", "čia netinka skliaustas )"),
            ("failed to parse JSON (expected value at line 1)", "netinkami JSON duomenys"),
            (
                "expected \"start\" or auto, found string",
                "turi būti \"start\" arba auto, o yra teksto eilutė",
            ),
            ("cannot add integer and string", "sudėti negalima: sveikasis skaičius ir teksto eilutė"),
            ("unknown variable: color", "nežinomas kintamasis: color"),
            ("type integer does not contain field `x`", "tipas „sveikasis skaičius“ neturi lauko `x`"),
            ("expected semicolon or line break", "trūksta kabliataškio arba naujos eilutės"),
            ("dictionary does not contain key \"mision\"", "žodyne nėra rakto \"mision\""),
            ("file not found (searched at /tmp/a.svg)", "failo nėra; ieškota čia: /tmp/a.svg"),
            ("PDF/UA-1 error: missing alt text", "PDF/UA-1: paveikslas be alternatyviojo teksto"),
            ("array index out of bounds (index: 4, len: 3)", "masyve nėra elemento Nr. 4: elementų yra 3"),
        ] {
            assert_eq!(translated(english).as_deref(), Some(lithuanian));
        }
        assert_eq!(translated("something new"), None);
    }

    #[test]
    fn no_translation_has_more_places_than_its_pattern() {
        for (english, lithuanian) in TRANSLATIONS {
            let places = lithuanian.matches("{}").count() + lithuanian.matches(TYPE).count();
            assert!(places <= english.matches("{}").count(), "{english}");
        }
    }
}
