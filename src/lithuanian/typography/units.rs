//! Units and nouns that show that the number before them is a quantity: `7217 Eur`, `2.5 kWh`, `5 - 8 klasių`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::context::{after_space, head, letters};

/// The kind of a unit, which tells how to read the number before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// An amount of money.
    Money,
    /// A quantity that may be a fraction.
    Measure,
    /// A quantity, unless the number could be a year.
    Symbol,
    /// In the genitive singular: the number is a fraction.
    Fraction,
    /// Degrees, which may be below zero.
    Degrees,
    /// Hours. A full stop may separate minutes rather than a fraction: `9.30 val.`
    Hours,
    /// Minutes or seconds, likewise.
    Minutes,
    /// A year, or a number of years.
    Year,
    /// A day, or a number of days.
    Day,
    /// A numbered part of a text, a school or a year: `5–8 klasių`, `15–23 p.`
    Part,
    /// A noun that is counted.
    Count,
}

const MONEY: &str = "
    € $ £ Eur EUR eur eurai eurų eurams eurus eurais ct centai centų centus Lt LTL litai litų litams
    litus litais USD doleriai dolerių dolerius GBP PLN SEK";

const MEASURES: &str = "
    % ‰ proc. procentai procentų procentams procentus procentais tūkst. mln. mlrd. tūkstančiai
    tūkstančių tūkstančius milijonai milijonų milijonus milijardai milijardų milijardus km dm cm mm m²
    m2 m³ m3 km² km2 dm³ dm3 cm² cm2 cm³ cm3 mm² mm2 kv. kub. ha kg mg ml kW kWh kWp MW MWh GW GWh TWh
    kV Hz kHz MHz GHz kJ MJ kcal Pa kPa MPa kB GB TB Kb Mb Gb kbps Mbps px dpi dB lm lx vnt. egz. kartai
    kartų kartus etatai etatų etatus balai balų balus kilometrai kilometrų kilometrus metrai metrų
    metrus centimetrai centimetrų centimetrus milimetrai milimetrų milimetrus hektarai hektarų hektarus
    arai arų arus tonų tonas litrai litrų litrus kilogramai kilogramų kilogramus gramai gramų gramus
    mėn. mėnesiai mėnesių mėnesius savaičių savaites parų paras";

/// Symbols that are also words or abbreviations: `2023 m` without its full stop, `2023 MB Kūrybos namai`.
const SYMBOLS: &str = "m g t l W MB KB sav.";

/// The genitive singular, which follows a fraction.
const FRACTIONS: &str = "
    euro cento lito procento tūkstančio milijono milijardo karto etato balo kilometro metro centimetro
    milimetro hektaro aro tonos litro kilogramo gramo mėnesio savaitės paros laipsnio";

const DEGREES: &str = "° °C °F laipsniai laipsnių laipsnius";

const HOURS: &str = "val. h valanda valandos valandai valandą valandų valandas valandomis";

const MINUTES: &str = "
    min. min minutė minutės minutę minučių minutes sek. s sekundė sekundės sekundę sekundžių sekundes";

const YEARS: &str = "m. metai metų metams metus metais metuose mokslo";

const DAYS: &str = "d. diena dienos dienai dieną dienų dienoms dienas dienomis dienose";

const PARTS: &str = "
    a. p. psl. puslapis puslapio puslapiai puslapių puslapius puslapiuose kl. klasė klasės klasei klasę
    klasių klasėms klases klasėmis klasėse klasėje ketv. ketvirtis ketvirčio ketvirčiai ketvirčių
    ketvirtį ketvirčiais ketvirtyje pusm. pusmetis pusmečio pusmetį pusmečiai amžius amžiaus amžiai
    amžių amžiais amžiuje amžiuose kurso kursai kursų kurse kursuose kursas etapas etapo etapai etapų
    etapą etapuose dalis dalies dalys dalių dalyse tomas tomai tomų tomuose skyrius skyriai skyrių
    skyriuose sk. str. straipsnis straipsnio straipsniui straipsnį straipsniu straipsnyje straipsniai
    straipsnių straipsniams straipsnius straipsniais straipsniuose punktas punkto punktą punktu punkte
    pozicija pozicijos poziciją pozicijoje pozicijų pozicijas pozicijose subpozicijos subpozicijų
    punktai punktų punktus punktuose lentelės lentelių lentelėse pav. paveikslai paveikslų grupės grupių
    grupė lygio lygis lygiai lygių vieta vietos vietą semestrai semestrų semestro kategorijos kategorijų
    aukštas aukšto aukštai aukštų aukštuose eilės eilėse kab. kabinetas kabineto kabinetui kabinetą kabinete
    kambarys kambario kambariui kambarį kambaryje aud. auditorija auditorijos auditorijai auditoriją
    auditorijoje maršrutas maršruto maršrutui maršrutą maršrutu maršrute autobusas autobuso autobusui
    autobusą autobusu autobuse troleibusas troleibuso troleibusu traukinys traukinio traukiniu reisas reiso
    reisu skrydis skrydžio";

/// Nouns that reports count, in the genitive plural, which follows most numbers, the nominative and the accusative.
const COUNTED: &str = "
    abiturientų absolventų akcijų apklaustųjų apsilankymų ataskaitų atvejų autorių atvykėlių asmenų
    bendruomenių bendrovių bibliotekų bilietų darbuotojų darbų dalyvių dėstytojų dokumentų egzempliorių
    eksponatų ekspertų gaminių gyventojų globėjų įmonių įrašų įstaigų įvykių jaunuolių knygų komandų
    konferencijų konsultacijų klientų kursantų lankytojų lapų leidinių medžių merginų mokinių moksleivių
    mokyklų mokymų mokytojų moterų namų narių naujokų nuotraukų organizacijų pacientų paraiškų parodų
    partnerių paslaugų paveikslų peržiūrų pranešimų prenumeratorių priemonių produktų programų projektų
    rėmėjų renginių respondentų savanorių sekėjų seminarų senjorų specialistų sportininkų straipsnių
    studentų susitikimų svečių šeimų tyrimų ugdytinių užsiėmimų užsakymų vaikinų vaikų vartotojų veiklų
    verslininkų vietų vyrų žiūrovų žmonių žodžių žurnalistų ženklų šauktinių karių ligonių lovų butų
    pastatų abiturientai absolventai asmenys bendruomenės darbuotojai darbuotojus dalyviai dalyvius
    dėstytojai egzemplioriai gyventojai gyventojus įmonės įrašai jaunuoliai jaunuolius knygos knygas
    klientai klientus lankytojai lankytojus mokiniai mokinius moksleiviai moksleivius mokytojai
    mokytojus moterys moteris nariai narius organizacijos organizacijas pacientai pacientus paraiškos
    paraiškas renginiai renginius respondentai savanoriai savanorius sekėjai sekėjus senjorai senjorus
    studentai studentus svečiai svečius šeimos šeimas ugdytiniai vaikai vaikus vartotojai vyrai žiūrovai
    žiūrovus žmonės žmones žodžiai";

/// The unit that a text begins with, after one space at most.
pub(super) fn at_start(text: &str) -> Option<Unit> {
    let word = word(after_space(text));
    // The full stop may end the sentence.
    kind(word).or_else(|| kind(word.strip_suffix('.').filter(|word| word.chars().count() > 1)?))
}

fn kind(word: &str) -> Option<Unit> {
    static UNITS: LazyLock<HashMap<&str, Unit>> = LazyLock::new(|| {
        let lists = [
            (MONEY, Unit::Money),
            (MEASURES, Unit::Measure),
            (SYMBOLS, Unit::Symbol),
            (FRACTIONS, Unit::Fraction),
            (DEGREES, Unit::Degrees),
            (HOURS, Unit::Hours),
            (MINUTES, Unit::Minutes),
            (YEARS, Unit::Year),
            (DAYS, Unit::Day),
            (PARTS, Unit::Part),
            (COUNTED, Unit::Count),
        ];
        lists.iter().flat_map(|(words, unit)| words.split_whitespace().map(|word| (word, *unit))).collect()
    });
    UNITS.get(word).copied()
}

/// A symbol, or letters with the exponent and the full stop after them.
pub(super) fn word(text: &str) -> &str {
    let text = head(text);
    let mut chars = text.char_indices().peekable();
    let mut end = 0;
    if let Some((at, c)) = chars.next_if(|(_, c)| "%‰€$£°".contains(*c)) {
        end = at + c.len_utf8();
        if c != '°' {
            return text.get(..end).unwrap_or_default();
        }
    }
    while let Some((at, c)) = chars.next_if(|(_, c)| c.is_alphabetic()) {
        end = at + c.len_utf8();
    }
    if let Some((at, c)) = chars.next_if(|(_, c)| end > 0 && "23²³".contains(*c)) {
        end = at + c.len_utf8();
    }
    if let Some((at, c)) = chars.next_if(|(_, c)| end > 0 && *c == '.') {
        end = at + c.len_utf8();
    }
    text.get(..end).unwrap_or_default()
}

/// Whether a text begins with a noun or an adjective in the genitive plural, after one space at most. Numbers from
/// ten on and ranges mostly govern that case.
pub(super) fn is_genitive_plural(text: &str) -> bool {
    let word = letters(after_space(text));
    word.chars().count() > 3 && word.ends_with('ų') && word.chars().all(char::is_lowercase)
}
