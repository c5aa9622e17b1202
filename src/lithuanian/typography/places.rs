//! Names of places, for ranges such as `Vilnius–Kaunas` and `Lietuvos–Lenkijos`, and for postal codes.

/// Nominative and genitive of countries and parts of the world.
const COUNTRIES: &[(&str, &str)] = &[
    ("Airija", "Airijos"),
    ("Anglija", "Anglijos"),
    ("Armėnija", "Armėnijos"),
    ("Australija", "Australijos"),
    ("Austrija", "Austrijos"),
    ("Azerbaidžanas", "Azerbaidžano"),
    ("Azija", "Azijos"),
    ("Baltarusija", "Baltarusijos"),
    ("Belgija", "Belgijos"),
    ("Bulgarija", "Bulgarijos"),
    ("Čekija", "Čekijos"),
    ("Danija", "Danijos"),
    ("Estija", "Estijos"),
    ("Europa", "Europos"),
    ("Graikija", "Graikijos"),
    ("Gruzija", "Gruzijos"),
    ("Indija", "Indijos"),
    ("Islandija", "Islandijos"),
    ("Ispanija", "Ispanijos"),
    ("Italija", "Italijos"),
    ("Izraelis", "Izraelio"),
    ("Japonija", "Japonijos"),
    ("Kanada", "Kanados"),
    ("Kazachstanas", "Kazachstano"),
    ("Kinija", "Kinijos"),
    ("Kipras", "Kipro"),
    ("Kroatija", "Kroatijos"),
    ("Latvija", "Latvijos"),
    ("Lenkija", "Lenkijos"),
    ("Lietuva", "Lietuvos"),
    ("Liuksemburgas", "Liuksemburgo"),
    ("Malta", "Maltos"),
    ("Moldova", "Moldovos"),
    ("Nyderlandai", "Nyderlandų"),
    ("Norvegija", "Norvegijos"),
    ("Olandija", "Olandijos"),
    ("Portugalija", "Portugalijos"),
    ("Prancūzija", "Prancūzijos"),
    ("Rumunija", "Rumunijos"),
    ("Rusija", "Rusijos"),
    ("Sakartvelas", "Sakartvelo"),
    ("Serbija", "Serbijos"),
    ("Slovakija", "Slovakijos"),
    ("Slovėnija", "Slovėnijos"),
    ("Suomija", "Suomijos"),
    ("Švedija", "Švedijos"),
    ("Šveicarija", "Šveicarijos"),
    ("Turkija", "Turkijos"),
    ("Ukraina", "Ukrainos"),
    ("Vengrija", "Vengrijos"),
    ("Vokietija", "Vokietijos"),
];

/// Nominative and genitive of Lithuanian towns and of foreign cities that are destinations of routes.
const TOWNS: &[(&str, &str)] = &[
    ("Akmenė", "Akmenės"),
    ("Alytus", "Alytaus"),
    ("Anykščiai", "Anykščių"),
    ("Ariogala", "Ariogalos"),
    ("Berlynas", "Berlyno"),
    ("Birštonas", "Birštono"),
    ("Biržai", "Biržų"),
    ("Briuselis", "Briuselio"),
    ("Daugpilis", "Daugpilio"),
    ("Domeikava", "Domeikavos"),
    ("Druskininkai", "Druskininkų"),
    ("Dusetos", "Dusetų"),
    ("Eišiškės", "Eišiškių"),
    ("Elektrėnai", "Elektrėnų"),
    ("Gardinas", "Gardino"),
    ("Gargždai", "Gargždų"),
    ("Garliava", "Garliavos"),
    ("Grigiškės", "Grigiškių"),
    ("Helsinkis", "Helsinkio"),
    ("Ignalina", "Ignalinos"),
    ("Jelgava", "Jelgavos"),
    ("Jieznas", "Jiezno"),
    ("Jonava", "Jonavos"),
    ("Joniškis", "Joniškio"),
    ("Jurbarkas", "Jurbarko"),
    ("Kaišiadorys", "Kaišiadorių"),
    ("Kaliningradas", "Kaliningrado"),
    ("Kalvarija", "Kalvarijos"),
    ("Karmėlava", "Karmėlavos"),
    ("Kaunas", "Kauno"),
    ("Kėdainiai", "Kėdainių"),
    ("Kelmė", "Kelmės"),
    ("Kijevas", "Kijevo"),
    ("Klaipėda", "Klaipėdos"),
    ("Kretinga", "Kretingos"),
    ("Kupiškis", "Kupiškio"),
    ("Kuršėnai", "Kuršėnų"),
    ("Kybartai", "Kybartų"),
    ("Lazdijai", "Lazdijų"),
    ("Lentvaris", "Lentvario"),
    ("Liepoja", "Liepojos"),
    ("Londonas", "Londono"),
    ("Marijampolė", "Marijampolės"),
    ("Mažeikiai", "Mažeikių"),
    ("Minskas", "Minsko"),
    ("Molėtai", "Molėtų"),
    ("Nemenčinė", "Nemenčinės"),
    ("Neringa", "Neringos"),
    ("Nida", "Nidos"),
    ("Pabradė", "Pabradės"),
    ("Pagėgiai", "Pagėgių"),
    ("Pakruojis", "Pakruojo"),
    ("Palanga", "Palangos"),
    ("Panevėžys", "Panevėžio"),
    ("Paryžius", "Paryžiaus"),
    ("Pasvalys", "Pasvalio"),
    ("Plungė", "Plungės"),
    ("Prienai", "Prienų"),
    ("Radviliškis", "Radviliškio"),
    ("Raseiniai", "Raseinių"),
    ("Ryga", "Rygos"),
    ("Rietavas", "Rietavo"),
    ("Rokiškis", "Rokiškio"),
    ("Šakiai", "Šakių"),
    ("Šalčininkai", "Šalčininkų"),
    ("Šiauliai", "Šiaulių"),
    ("Šilalė", "Šilalės"),
    ("Šilutė", "Šilutės"),
    ("Širvintos", "Širvintų"),
    ("Skuodas", "Skuodo"),
    ("Stokholmas", "Stokholmo"),
    ("Švenčionys", "Švenčionių"),
    ("Talinas", "Talino"),
    ("Tauragė", "Tauragės"),
    ("Telšiai", "Telšių"),
    ("Trakai", "Trakų"),
    ("Ukmergė", "Ukmergės"),
    ("Utena", "Utenos"),
    ("Varėna", "Varėnos"),
    ("Varšuva", "Varšuvos"),
    ("Ventspilis", "Ventspilio"),
    ("Vievis", "Vievio"),
    ("Vilkaviškis", "Vilkaviškio"),
    ("Vilnius", "Vilniaus"),
    ("Visaginas", "Visagino"),
    ("Zarasai", "Zarasų"),
];

/// The two parts of the name of a single state, joined by a hyphen.
const PARTS_OF_A_NAME: &[(&str, &str)] = &[("Austrija", "Vengrija"), ("Austrijos", "Vengrijos")];

/// Whether two words are names of places in the same case.
pub(super) fn are_of_one_case(first: &str, second: &str) -> bool {
    let all = || COUNTRIES.iter().chain(TOWNS);
    let have = |word: &str, name: fn(&(&'static str, &'static str)) -> &'static str| {
        all().any(|place| name(place) == word)
    };
    first != second
        && !PARTS_OF_A_NAME.contains(&(first, second))
        && (have(first, |place| place.0) && have(second, |place| place.0)
            || have(first, |place| place.1) && have(second, |place| place.1))
}

/// Whether a word is the name of a town in a form used next to a postal code.
pub(super) fn is_town(word: &str) -> bool {
    TOWNS.iter().any(|(town, _)| *town == word)
}

/// Whether a word names the country that something is from.
pub(super) fn is_genitive_of_country(word: &str) -> bool {
    COUNTRIES.iter().any(|(_, country)| *country == word)
}
