//! The list of words and phrases.

use super::{RightUse, Source};

/// A word or phrase that VLKK advises against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Usage {
    /// See [`super::pattern`].
    pub(super) pattern: &'static str,
    /// Stems of adjacent words that make the phrase correct.
    pub(super) unless: &'static [&'static str],
    pub(super) instead: &'static [&'static str],
    pub(super) right_use: Option<RightUse>,
    pub(super) source: Source,
}

/// Advice from the list of major language errors.
const fn item(number: &'static str, pattern: &'static str, instead: &'static [&'static str]) -> Usage {
    Usage { pattern, unless: &[], instead, right_use: None, source: Source::MajorErrors(number) }
}

/// Advice from the consultation bank.
const fn answer(pattern: &'static str, instead: &'static [&'static str]) -> Usage {
    Usage { pattern, unless: &[], instead, right_use: None, source: Source::Consultations }
}

/// Advice from an answer of the consultation bank that says that linguists disagree.
const fn disputed(pattern: &'static str, instead: &'static [&'static str]) -> Usage {
    Usage { pattern, unless: &[], instead, right_use: None, source: Source::DisputedConsultation }
}

/// A customary correction.
const fn customary(pattern: &'static str, instead: &'static [&'static str]) -> Usage {
    Usage { pattern, unless: &[], instead, right_use: None, source: Source::Custom }
}

/// Advice from *Kanceliarinės kalbos patarimai*.
const fn clerical(pattern: &'static str, instead: &'static [&'static str]) -> Usage {
    Usage { pattern, unless: &[], instead, right_use: None, source: Source::ClericalLanguage }
}

impl Usage {
    const fn right_for(mut self, right_use: RightUse) -> Self {
        self.right_use = Some(right_use);
        self
    }

    const fn unless(mut self, words: &'static [&'static str]) -> Self {
        self.unless = words;
        self
    }
}

/// In the order of the list of major errors, then the consultations and the other advice in alphabetical order.
pub(super) const USAGES: &[Usage] = &[
    item("1.3.2", "gerbūv*", &["gerovė", "aplinka", "aplinkotvarka"]),
    item("1.3.4", "išsireišk*|išsireikš*", &["pasakyti", "pareikšti", "posakis"]),
    item("1.3.5", "laisvanor*", &["savanoris", "savanoriškas", "savo noru"]),
    item("1.3.6", "nekurie|nekurių|nekuriems|nekuriuose|nekurioms|nekuriose", &["kai kurie", "tam tikri"]),
    item("1.3.7", "neužilgo", &["netrukus", "greitai"]),
    item("1.3.9", "pasėkoje|pasekoje", &["dėl"]),
    item("1.3.9", "pasėka|pasėkos|pasėkų|pasėkoms|pasėkas|pasėkomis", &["padarinys", "rezultatas"]),
    item("1.3.10", "savistov*", &["savarankiškas", "nepriklausomas"]),
    item("1.3.12", "vienok", &["tačiau", "vis dėlto", "bet"]),
    item("1.3.18", "kaip taisyklė ,", &["paprastai", "dažniausiai"]),
    item("1.3.19", "kas liečia", &["dėl", "kalbant apie"]),
    item("1.3.21", "būk tai", &["esą", "neva"]),
    item(
        "1.4.2",
        "apmokym*|apmokyt*|apmokyd*|apmokys*|apmoko|apmokome|apmokė|apmokėme|apmokę",
        &["mokyti", "išmokyti", "mokymas"],
    )
    .right_for(RightUse::BriefTraining),
    item("1.4.5", "apjung*|apsijung*|nesiapjung*", &["sujungti", "suvienyti", "suburti"]),
    item("1.4.7", "aptarnau*|aptarnav* sąskaita|sąskaitą|sąskaitas|sąskaitos|sąskaitų", &["tvarkyti sąskaitą"]),
    item("1.4.12", "atkoreg*", &["pakoreguoti"]),
    item("1.4.18", "atreag*", &["reaguoti", "sureaguoti"]),
    item("1.4.19", "atredag*", &["suredaguoti"]),
    item("1.4.20", "atreguliu*|atreguliav*", &["sureguliuoti"]),
    item("1.4.21", "atremont*", &["suremontuoti"]),
    item("1.4.22", "atrestaur*", &["restauruoti"]),
    item("1.4.23", "atsiek*", &["pasiekti", "laimėjimas"]),
    item("1.4.25", "atžym*|atsižym*", &["pažymėti", "apdovanoti", "žyma"]),
    item(
        "1.4.27",
        "davinys|davinio|daviniui|davinį|daviniu|davinyje|daviniai|davinių|daviniams|davinius|daviniais|daviniuose",
        &["duomuo", "duomenys"],
    ).right_for(RightUse::FoodRation),
    item("1.4.29", "gavosi|gaunasi|gausis|nesigavo|nesigauna|nesigaus", &["pavyko", "išėjo", "susidarė"]),
    item("1.4.31", "glaustais terminais", &["greitai", "per trumpą laiką"]),
    item(
        "1.4.34",
        "įneš* pasiūlym*|siūlym*|pakeitim*|papildym*|pataisą|pataisas|pataisų|pataisos",
        &["pateikti (pasiūlymą)", "padaryti (pakeitimą)"],
    ),
    item(
        "1.4.43",
        "išneš* nutarim*|sprendim*|įspėjim*|papeikim*",
        &["priimti (sprendimą)", "pareikšti (papeikimą)"],
    ),
    item("1.4.44", "pildo|pildė|pildyti|pildant|pildęs|pildanti|pildantis pareigas", &["eiti pareigas"]),
    item("1.4.48", "išstat* sąskait*", &["išrašyti sąskaitą", "pateikti sąskaitą"]),
    item(
        "1.4.50",
        "iššauk* reakcij*|liga|ligą|ligas|ligos|ligų|problem*|susidomėjim*|diskusij*|nepasitenkinim*|pasipiktinim*|padarin*|pasekm*|krizė|krizę|krizes|krizės|krizių",
        &["sukelti"],
    ),
    item("1.4.53", "įved*|įvest*|įvesim* į eksploatacij*", &["atiduoti naudoti", "pradėti naudoti"]),
    item("1.4.56", "neš* atsakomyb*", &["būti atsakingam", "atsakyti"]),
    item("1.4.57", "nuim*|nuėm* apribojim*|sankcij*|draudim*", &["panaikinti"]),
    item("1.4.58", "pajung*", &["prijungti", "įjungti", "privesti"]).right_for(RightUse::Subjugation),
    item(
        "1.4.59",
        "pakelti|pakelia|pakeliame|pakeliant|pakels|pakelsime|pakelkite|pakelčiau|pakeltas|pakelta|pakeltą|pakeltų|pakėl* \
         klausimas|klausimo|klausimą|klausimai|klausimų|klausimus|problema|problemą|problemas|problemos|problemų",
        &["iškelti"],
    ),
    item("1.4.60", "paskaičiuo*|paskaičiav*", &["apskaičiuoti", "suskaičiuoti"])
        .unless(&["apytikr", "maždaug"])
        .right_for(RightUse::RoughCount),
    item(
        "1.4.63",
        "pašvęsti|pašvęstas|pašvęsta|pašvęsto|pašvęstos|pašvęstam|pašvęstai|pašvęstą|pašvęstu|pašvęstoje|pašvęstų|\
         pašvęstiems|pašvęstus|pašvęstais|pašvęstoms|pašvęstomis|pašvęs|pašvęsime|pašvenčia|pašvenčiame|pašventė|\
         pašventėme|pašventęs|pašventę|pašvenčiant|pašvenčiamas|pašvenčiama",
        &["skirti", "dedikuoti"],
    )
    .right_for(RightUse::Consecration),
    item("1.4.69", "praanaliz*", &["išanalizuoti"]),
    item("1.4.70", "prabalsuo*|prabalsav*", &["balsuoti", "nubalsuoti", "pabalsuoti"]),
    item("1.4.75", "prafinans*", &["finansuoti"]),
    item("1.4.79", "prakoment*", &["pakomentuoti", "komentuoti"]),
    item("1.4.80", "prakonsult*", &["pakonsultuoti", "konsultuoti"]),
    item("1.4.81", "prakontrol*", &["patikrinti", "kontroliuoti"]),
    item("1.4.91", "prileid*|prileis* trūkum*", &["padaryti (trūkumų)", "leisti atsirasti (trūkumams)"]),
    item("1.4.92", "randasi|nesiranda", &["yra", "būna"]).right_for(RightUse::ComingIntoBeing),
    item("1.4.95", "sąstatas|sąstat*", &["sudėtis"]).unless(&["traukin", "vagon"]),
    // The item names the first two senses; the third is the usual correction in other texts.
    item(
        "1.4.96",
        "sekantis|sekančio|sekančiam|sekantį|sekančiu|sekančiame|sekanti|sekančios|sekančiai|sekančią|sekančia|\
         sekančioje|sekantys|sekančių|sekantiems|sekančius|sekančiais|sekančiuose|sekančioms|sekančias|\
         sekančiomis|sekančiose",
        &["šis", "toks", "kitas"],
    )
    .unless(&["paskui", "paskos", "įkandin"])
    .right_for(RightUse::Following),
    item(
        "1.4.98",
        "stato|statė|statyti|statome|statant|pastatė|pastatyti klausimą|klausimus|sąlygą|sąlygas|tikslą|reikalavimą|\
         reikalavimus",
        &["kelti", "iškelti"],
    ),
    item("1.4.99", "aukščiau stovint*|stovinč*", &["aukštesnis", "vyresnis"]),
    item("1.4.100", "stovis|stovio|stovį", &["būklė", "būsena"]),
    item(
        "1.4.101",
        "talpina*|talpino*|talpint*|talpins*|talpind*|talpink*|talpinim*|talpinęs|talpinusi*|patalpin*",
        &["skelbti", "įdėti", "spausdinti"],
    )
    .unless(&["apie", "iki", "daugiau", "mažiau"])
    .right_for(RightUse::Capacity),
    item("1.4.106", "užinteres*", &["sudominti", "suinteresuoti"]),
    item("1.4.114", "užskait*", &["įskaityti", "įskaita"]),
    item("2.3.2", "genplan*", &["generalinis planas"]),
    item("2.3.2", "medsesuo|medseser*", &["slaugytoja", "medicinos sesuo"]),
    item(
        "3.2.1",
        "priėjo|priėjome|priėjau|prieina|prieiname|prieiti|priėjęs|priėję|prieita išvados",
        &["prieiti prie išvados", "padaryti išvadą"],
    ),
    item("3.2.2", "daugiau #", &["daugiau kaip", "daugiau negu"]).unless(&["klas"]),
    item("3.2.2", "mažiau #", &["mažiau kaip", "mažiau negu"]).unless(&["klas"]),
    item("3.6.3", "tame tarpe|skaičiuje", &["tarp jų", "iš jų"]),
    item("3.6.3", "aukštame|aukščiausiame|gerame lygyje", &["aukšto lygio", "gerai"]),
    item("3.6.4", "pasekmėje|išdavoje", &["dėl"]),
    item("3.6.4", "rezultate", &["dėl"]).unless(&["šiame", "tame", "galutiniame", "kiekviename"]),
    item("3.6.4", "sąryšyje su", &["ryšium su", "dėl"]),
    item("3.6.5", "daugelyje atvejų", &["daugeliu atvejų", "dažniausiai"]),
    item("3.6.5", "eilėje atvejų", &["dažnai", "neretai"]),
    item("3.6.5", "pagrinde", &["iš esmės", "daugiausia"]).unless(&["šiame", "tame", "kiekviename"]),
    item("3.6.5", "esmėje", &["iš esmės"]).unless(&["pačioje", "jos", "savo"]),
    item("3.6.5", "principe", &["iš principo"]).unless(&["šiame", "tame", "kiekviename", "šio"]),
    item("3.6.5", "visumoje", &["apskritai"]).unless(&["šioje", "visoje", "bendroje"]),
    item("3.6.5", "pilnumoje", &["visiškai", "iki galo"]),
    item("3.6.5", "pirmoje eilėje", &["pirmiausia"]).right_for(RightUse::FirstRow),
    item(
        "3.6.6",
        "metų|mėnesio|mėnesių|dienos|dienų|savaitės|savaičių|laiko|valandos|valandų|ketvirčio|pusmečio|laikotarpio \
         bėgyje",
        &["per"],
    ),
    item("3.6.6", "laikotarpyje", &["laikotarpiu"]),
    item("6.4", "vietoj|vietoje to , kad ~", &["užuot"]),
    answer(
        "atsiskait* prieš narius|dalininkus|steigėjus|rėmėjus|visuomenę|bendruomenę|tarybą|valdybą|akcininkus|rinkėjus",
        &["atsiskaityti (kam)"],
    ),
    answer(
        "aplaidumo|audros|avarijos|gaisro|infliacijos|karantino|karo|klaidos|klaidų|krizės|ligos|ligų|liūties|\
         nelaimės|nesusipratimo|pandemijos|pažeidimų|potvynio|sausros|stokos|stygiaus|trūkumo dėka",
        &["dėl"],
    ),
    answer("pastangų dėka", &["pastangomis"]),
    answer("įgyvendinimo dėka", &["įgyvendinus"]),
    disputed(
        "įtakoj*|įtakot*|įtakodam*|įtakodav*|įtakosi*|įtakok*|įtakoč*",
        &["daryti įtaką", "veikti", "lemti"],
    ),
    customary("pastoviai", &["nuolat", "visą laiką"]).right_for(RightUse::WithoutChange),
    customary("VŠĮ", &["VšĮ"]),
    clerical("nepilnai", &["ne visiškai", "ne iki galo"]),
    clerical("pilnai", &["visiškai", "iki galo", "išsamiai"])
        .unless(&["pripil", "pripyl", "prikrau", "prikim", "prisipil"])
        .right_for(RightUse::FilledUp),
];
