//! Months and days of the week, in the forms that bound a range: `sausio–kovo`, `pirmadieniais–penktadieniais`.

/// Each row has one form of every month: nominative, genitive, accusative, instrumental, locative.
const MONTHS: &[&str] = &[
    "sausis vasaris kovas balandis gegužė birželis liepa rugpjūtis rugsėjis spalis lapkritis gruodis",
    "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
    "sausį vasarį kovą balandį gegužę birželį liepą rugpjūtį rugsėjį spalį lapkritį gruodį",
    "sausiu vasariu kovu balandžiu gegužę birželiu liepa rugpjūčiu rugsėju spaliu lapkričiu gruodžiu",
    "sausyje vasaryje kove balandyje gegužėje birželyje liepoje rugpjūtyje rugsėjyje spalyje lapkrityje
     gruodyje",
];

/// Each row has one form of every day of the week.
const WEEKDAYS: &[&str] = &[
    "pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis",
    "pirmadienio antradienio trečiadienio ketvirtadienio penktadienio šeštadienio sekmadienio",
    "pirmadieniui antradieniui trečiadieniui ketvirtadieniui penktadieniui šeštadieniui sekmadieniui",
    "pirmadienį antradienį trečiadienį ketvirtadienį penktadienį šeštadienį sekmadienį",
    "pirmadieniai antradieniai trečiadieniai ketvirtadieniai penktadieniai šeštadieniai sekmadieniai",
    "pirmadienių antradienių trečiadienių ketvirtadienių penktadienių šeštadienių sekmadienių",
    "pirmadieniais antradieniais trečiadieniais ketvirtadieniais penktadieniais šeštadieniais sekmadieniais",
];

/// Whether two words are months in the same form.
pub(super) fn are_months(first: &str, second: &str) -> bool {
    are_among(MONTHS, first, second)
}

/// Whether two words are days of the week in the same form.
pub(super) fn are_weekdays(first: &str, second: &str) -> bool {
    are_among(WEEKDAYS, first, second)
}

fn are_among(rows: &[&str], first: &str, second: &str) -> bool {
    let (first, second) = (first.to_lowercase(), second.to_lowercase());
    let have = |forms: &str, word: &str| forms.split_whitespace().any(|form| form == word);
    first != second && rows.iter().any(|forms| have(forms, &first) && have(forms, &second))
}
