//! ISO 4217: the active currencies with their English words and the countries that pay in them; entry
//! points [`code`], [`of_noun`], [`of_adjective`] and [`of_country`].
//!
//! The words of another language are its reading file's. Of currencies that share a word the ones that
//! are written of most stand first.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::super::heads::Heads;
use super::super::lexicon::Trie;
use super::super::scan::{Cursor, fold};

/// Code; what stands before the noun to tell it from others; its nouns; countries that pay in it.
type Row = (&'static str, &'static str, &'static str, &'static str);

/// Currencies that the euro followed, which words of other languages still name. In texts their codes
/// mean other things more often.
pub(super) const WITHDRAWN: [&str; 14] =
    ["ATS", "BEF", "CYP", "DEM", "ESP", "FIM", "FRF", "GRD", "IEP", "ITL", "LUF", "MTL", "NLG", "PTE"];

/// The code of an active currency.
pub(super) fn code(word: &str) -> Option<&'static &'static str> {
    let is_code = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_code { WORDS.codes.get(word).copied() } else { None }
}

/// The currencies that a noun names, the most usual first; none where it is no currency's.
pub(super) fn of_noun(word: &str) -> &'static [&'static str] {
    if !WORDS.heads_of_nouns.may_hold(word) {
        return &[];
    }
    with_lower(word, |lower| WORDS.nouns.get(lower).map_or(&[][..], Vec::as_slice))
}

/// What stands before a noun to say whose currency it is, with the place behind it; the longest first.
pub(super) fn of_adjective<'a>(
    cursor: Cursor<'a>,
) -> impl Iterator<Item = (&'static [&'static str], Cursor<'a>)> {
    // `Bosnia and Herzegovina`: few begin alike.
    let mut found = [None; 4];
    let mut n_found = 0;
    WORDS.adjectives.each(cursor.text(), cursor.start(), |end, codes| {
        if let Some(slot) = found.get_mut(n_found) {
            *slot = Some((codes, cursor.to(end)));
            n_found += 1;
        }
    });
    found.into_iter().rev().flatten()
}

/// The currency of a country by its English name.
pub(crate) fn of_country(name: &str) -> Option<&'static str> {
    let lower = name.trim().to_lowercase();
    WORDS.countries.get(lower.strip_prefix("the ").unwrap_or(&lower)).copied()
}

fn with_lower<T>(word: &str, known: impl Fn(&str) -> T) -> T {
    if word.is_ascii() { known(fold(word, &mut [0; 16])) } else { known(&word.to_lowercase()) }
}

struct Words {
    codes: BTreeMap<&'static str, &'static &'static str>,
    nouns: BTreeMap<String, Vec<&'static str>>,
    /// The codes of each, the most usual first.
    adjectives: Trie<&'static str>,
    heads_of_nouns: Heads,
    countries: BTreeMap<String, &'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words {
        codes: BTreeMap::new(),
        nouns: BTreeMap::new(),
        adjectives: Trie::default(),
        heads_of_nouns: Heads::default(),
        countries: BTreeMap::new(),
    };
    let parts = |text: &'static str| text.split('|').filter(|part| !part.is_empty());
    for (code, adjectives, nouns, countries) in CURRENCIES {
        words.codes.insert(code, code);
        for noun in parts(nouns) {
            words.nouns.entry(noun.to_lowercase()).or_default().push(code);
        }
        for adjective in parts(adjectives) {
            words.adjectives.add(adjective, code);
            // `U. S.` is written without blanks as well.
            if adjective.contains(". ") {
                words.adjectives.add(&adjective.replace(' ', ""), code);
            }
        }
        for country in parts(countries) {
            words.countries.insert(country.to_lowercase(), code);
        }
    }
    words.heads_of_nouns = Heads::of(words.nouns.keys().map(String::as_str));
    words
});

#[rustfmt::skip]
static CURRENCIES: &[Row] = &[
    ("USD", "American|United States|US|U. S.", "dollar|dollars", "United States|United States of America|USA|US|Ecuador|El Salvador|Panama|Timor-Leste|East Timor|Marshall Islands|Micronesia|Palau|Puerto Rico|Guam"),
    ("EUR", "", "euro|euros", "Austria|Belgium|Bulgaria|Croatia|Cyprus|Estonia|Finland|France|Germany|Greece|Ireland|Italy|Latvia|Lithuania|Luxembourg|Malta|Netherlands|Portugal|Slovakia|Slovenia|Spain|Andorra|Kosovo|Monaco|Montenegro|San Marino|Vatican City"),
    ("JPY", "Japanese", "yen", "Japan"),
    ("GBP", "British|UK|U. K.|English", "pound|pounds", "United Kingdom|UK|Britain|Great Britain|England|Scotland|Wales|Northern Ireland"),
    ("CNY", "Chinese", "yuan|renminbi", "China|People's Republic of China"),
    ("INR", "Indian", "rupee|rupees", "India"),
    ("CAD", "Canadian", "dollar|dollars", "Canada"),
    ("AUD", "Australian|Aussie", "dollar|dollars", "Australia|Kiribati|Nauru|Tuvalu"),
    ("NZD", "New Zealand|Kiwi", "dollar|dollars", "New Zealand|Cook Islands|Niue|Tokelau"),
    ("HKD", "Hong Kong", "dollar|dollars", "Hong Kong"),
    ("SGD", "Singapore|Singaporean", "dollar|dollars", "Singapore"),
    ("TWD", "New Taiwan|Taiwan|Taiwanese", "dollar|dollars", "Taiwan"),
    ("MXN", "Mexican", "peso|pesos", "Mexico"),
    ("PHP", "Philippine|Filipino", "peso|pesos|piso", "Philippines"),
    ("CHF", "Swiss", "franc|francs", "Switzerland|Liechtenstein"),
    ("RUB", "Russian", "ruble|rubles|rouble|roubles", "Russia|Russian Federation"),
    ("KRW", "South Korean|Korean", "won", "South Korea|Korea|Republic of Korea"),
    ("PKR", "Pakistani|Pakistan", "rupee|rupees", "Pakistan"),
    ("SEK", "Swedish", "krona|kronor|crown|crowns", "Sweden"),
    ("NOK", "Norwegian", "krone|kroner|crown|crowns", "Norway"),
    ("DKK", "Danish", "krone|kroner|crown|crowns", "Denmark|Greenland|Faroe Islands"),
    ("TRY", "Turkish", "lira|liras", "Turkey|Türkiye"),
    ("ZAR", "South African", "rand|rands", "South Africa"),
    ("AED", "Emirati|UAE|U. A. E.", "dirham|dirhams", "United Arab Emirates|UAE|Dubai|Abu Dhabi"),
    ("SAR", "Saudi|Saudi Arabian", "riyal|riyals|rial|rials", "Saudi Arabia"),
    ("IRR", "Iranian", "rial|rials|riyal|riyals", "Iran"),
    ("EGP", "Egyptian", "pound|pounds", "Egypt"),
    ("ARS", "Argentine|Argentinian|Argentinean", "peso|pesos", "Argentina"),
    ("CLP", "Chilean", "peso|pesos", "Chile"),
    ("COP", "Colombian", "peso|pesos", "Colombia"),
    ("KES", "Kenyan|Kenya", "shilling|shillings", "Kenya"),
    ("XOF", "West African CFA|CFA", "franc|francs", "Benin|Burkina Faso|Ivory Coast|Côte d'Ivoire|Guinea-Bissau|Mali|Niger|Senegal|Togo"),
    ("XAF", "Central African CFA|CFA", "franc|francs", "Cameroon|Central African Republic|Chad|Congo|Republic of the Congo|Equatorial Guinea|Gabon"),
    ("IQD", "Iraqi", "dinar|dinars", "Iraq"),
    ("KWD", "Kuwaiti|Kuwait", "dinar|dinars", "Kuwait"),
    ("AFN", "", "afghani|afghanis", "Afghanistan"),
    ("ALL", "Albanian", "lek|leks|lekë", "Albania"),
    ("AMD", "Armenian", "dram|drams", "Armenia"),
    ("AOA", "Angolan", "kwanza|kwanzas", "Angola"),
    ("AWG", "Aruban", "florin|florins", "Aruba"),
    ("AZN", "Azerbaijani|Azeri", "manat|manats", "Azerbaijan"),
    ("BAM", "Bosnian|Bosnian convertible|convertible", "mark|marks", "Bosnia and Herzegovina|Bosnia"),
    ("BBD", "Barbadian|Barbados", "dollar|dollars", "Barbados"),
    ("BDT", "Bangladeshi", "taka|takas", "Bangladesh"),
    ("BHD", "Bahraini|Bahrain", "dinar|dinars", "Bahrain"),
    ("BIF", "Burundian|Burundi", "franc|francs", "Burundi"),
    ("BMD", "Bermudian|Bermuda", "dollar|dollars", "Bermuda"),
    ("BND", "Brunei|Bruneian", "dollar|dollars", "Brunei"),
    ("BOB", "Bolivian", "boliviano|bolivianos", "Bolivia"),
    ("BRL", "Brazilian", "real|reais|reals", "Brazil"),
    ("BSD", "Bahamian|Bahamas", "dollar|dollars", "Bahamas"),
    ("BTN", "Bhutanese", "ngultrum|ngultrums", "Bhutan"),
    ("BWP", "Botswanan|Botswana", "pula|pulas", "Botswana"),
    ("BYN", "Belarusian|Belarus", "ruble|rubles|rouble|roubles", "Belarus"),
    ("BZD", "Belizean|Belize", "dollar|dollars", "Belize"),
    ("CDF", "Congolese", "franc|francs", "Democratic Republic of the Congo|DR Congo|DRC"),
    ("CRC", "Costa Rican", "colones|colóns|colons", "Costa Rica"),
    ("CUP", "Cuban", "peso|pesos", "Cuba"),
    ("CVE", "Cape Verdean|Cabo Verdean", "escudo|escudos", "Cape Verde|Cabo Verde"),
    ("CZK", "Czech", "koruna|korunas|koruny|korun|crown|crowns", "Czech Republic|Czechia"),
    ("DJF", "Djiboutian|Djibouti", "franc|francs", "Djibouti"),
    ("DOP", "Dominican", "peso|pesos", "Dominican Republic"),
    ("DZD", "Algerian", "dinar|dinars", "Algeria"),
    ("ERN", "Eritrean", "nakfa|nakfas", "Eritrea"),
    ("ETB", "Ethiopian", "birr|birrs", "Ethiopia"),
    ("FJD", "Fijian|Fiji", "dollar|dollars", "Fiji"),
    ("FKP", "Falkland|Falkland Islands", "pound|pounds", "Falkland Islands"),
    ("GEL", "Georgian", "lari|laris", "Georgia"),
    ("GHS", "Ghanaian|Ghana", "cedi|cedis", "Ghana"),
    ("GIP", "Gibraltar", "pound|pounds", "Gibraltar"),
    ("GMD", "Gambian", "dalasi|dalasis", "Gambia"),
    ("GNF", "Guinean", "franc|francs", "Guinea"),
    ("GTQ", "Guatemalan", "quetzal|quetzals|quetzales", "Guatemala"),
    ("GYD", "Guyanese|Guyana", "dollar|dollars", "Guyana"),
    ("HNL", "Honduran", "lempira|lempiras", "Honduras"),
    ("HTG", "Haitian", "gourde|gourdes", "Haiti"),
    ("HUF", "Hungarian", "forint|forints", "Hungary"),
    ("IDR", "Indonesian", "rupiah|rupiahs", "Indonesia"),
    ("ILS", "Israeli|New Israeli", "shekel|shekels", "Israel|Palestine|Gaza|West Bank"),
    ("ISK", "Icelandic", "króna|krona|krónur|kronur|crown|crowns", "Iceland"),
    ("JMD", "Jamaican|Jamaica", "dollar|dollars", "Jamaica"),
    ("JOD", "Jordanian", "dinar|dinars", "Jordan"),
    ("KGS", "Kyrgyz|Kyrgyzstani", "som|soms", "Kyrgyzstan"),
    ("KHR", "Cambodian", "riel|riels", "Cambodia"),
    ("KMF", "Comorian", "franc|francs", "Comoros"),
    ("KPW", "North Korean", "won", "North Korea"),
    ("KYD", "Cayman|Cayman Islands", "dollar|dollars", "Cayman Islands"),
    ("KZT", "Kazakh|Kazakhstani", "tenge|tenges", "Kazakhstan"),
    ("LAK", "Lao|Laotian", "kip|kips", "Laos"),
    ("LBP", "Lebanese", "pound|pounds|lira|liras", "Lebanon"),
    ("LKR", "Sri Lankan|Sri Lanka", "rupee|rupees", "Sri Lanka"),
    ("LRD", "Liberian|Liberia", "dollar|dollars", "Liberia"),
    ("LSL", "Lesotho", "loti|maloti", "Lesotho"),
    ("LYD", "Libyan", "dinar|dinars", "Libya"),
    ("MAD", "Moroccan", "dirham|dirhams", "Morocco"),
    ("MDL", "Moldovan", "leu|lei", "Moldova"),
    ("MGA", "Malagasy", "ariary|ariaries", "Madagascar"),
    ("MKD", "Macedonian", "denar|denars|denari", "North Macedonia"),
    ("MMK", "Myanmar|Burmese", "kyat|kyats", "Myanmar|Burma"),
    ("MNT", "Mongolian", "tugrik|tugriks|tögrög", "Mongolia"),
    ("MOP", "Macanese|Macau|Macao", "pataca|patacas", "Macau|Macao"),
    ("MRU", "Mauritanian", "ouguiya|ouguiyas", "Mauritania"),
    ("MUR", "Mauritian|Mauritius", "rupee|rupees", "Mauritius"),
    ("MVR", "Maldivian", "rufiyaa|rufiyaas", "Maldives"),
    ("MWK", "Malawian|Malawi", "kwacha|kwachas", "Malawi"),
    ("MYR", "Malaysian", "ringgit|ringgits", "Malaysia"),
    ("MZN", "Mozambican", "metical|meticals|meticais", "Mozambique"),
    ("NAD", "Namibian|Namibia", "dollar|dollars", "Namibia"),
    ("NGN", "Nigerian", "naira|nairas", "Nigeria"),
    ("NIO", "Nicaraguan", "cordoba|cordobas|córdoba|córdobas", "Nicaragua"),
    ("NPR", "Nepalese|Nepali|Nepal", "rupee|rupees", "Nepal"),
    ("OMR", "Omani", "rial|rials|riyal|riyals", "Oman"),
    ("PAB", "Panamanian", "balboa|balboas", ""),
    ("PEN", "Peruvian", "sol|soles", "Peru"),
    ("PGK", "Papua New Guinean|Papua New Guinea|PNG", "kina|kinas", "Papua New Guinea"),
    ("PLN", "Polish", "zloty|zlotys|zloties|złoty|złotys|złotych|złote", "Poland"),
    ("PYG", "Paraguayan", "guarani|guaranis|guaraní|guaraníes", "Paraguay"),
    ("QAR", "Qatari|Qatar", "riyal|riyals|rial|rials", "Qatar"),
    ("RON", "Romanian", "leu|lei", "Romania"),
    ("RSD", "Serbian", "dinar|dinars", "Serbia"),
    ("RWF", "Rwandan|Rwanda", "franc|francs", "Rwanda"),
    ("SBD", "Solomon Islands", "dollar|dollars", "Solomon Islands"),
    ("SCR", "Seychellois|Seychelles", "rupee|rupees", "Seychelles"),
    ("SDG", "Sudanese", "pound|pounds", "Sudan"),
    ("SHP", "Saint Helena", "pound|pounds", "Saint Helena"),
    ("SLE", "Sierra Leonean", "leone|leones", "Sierra Leone"),
    ("SOS", "Somali", "shilling|shillings", "Somalia|Somaliland"),
    ("SRD", "Surinamese|Suriname", "dollar|dollars", "Suriname"),
    ("SSP", "South Sudanese", "pound|pounds", "South Sudan"),
    ("STN", "São Tomé", "dobra|dobras", "São Tomé and Príncipe"),
    ("SVC", "Salvadoran", "colones|colóns|colons", ""),
    ("SYP", "Syrian", "pound|pounds|lira|liras", "Syria"),
    ("SZL", "Swazi", "lilangeni|emalangeni", "Eswatini|Swaziland"),
    ("THB", "Thai", "baht|bahts", "Thailand"),
    ("TJS", "Tajik|Tajikistani", "somoni|somonis", "Tajikistan"),
    ("TMT", "Turkmen|Turkmenistani", "manat|manats", "Turkmenistan"),
    ("TND", "Tunisian", "dinar|dinars", "Tunisia"),
    ("TOP", "Tongan", "paanga|pa'anga|pa’anga", "Tonga"),
    ("TTD", "Trinidad|Trinidadian|Trinidad and Tobago", "dollar|dollars", "Trinidad and Tobago"),
    ("TZS", "Tanzanian|Tanzania", "shilling|shillings", "Tanzania"),
    ("UAH", "Ukrainian", "hryvnia|hryvnias|hryvnya|hryvnyas|hryven", "Ukraine"),
    ("UGX", "Ugandan|Uganda", "shilling|shillings", "Uganda"),
    ("UYU", "Uruguayan", "peso|pesos", "Uruguay"),
    ("UZS", "Uzbek|Uzbekistani", "som|soms|soum|soums", "Uzbekistan"),
    ("VES", "Venezuelan", "bolivar|bolivars|bolivares|bolívar|bolívares", "Venezuela"),
    ("VND", "Vietnamese", "dong|đồng", "Vietnam|Viet Nam"),
    ("VUV", "Vanuatu", "vatu|vatus", "Vanuatu"),
    ("WST", "Samoan", "tala|talas", "Samoa"),
    ("XCD", "East Caribbean", "dollar|dollars", "Antigua and Barbuda|Dominica|Grenada|Saint Kitts and Nevis|Saint Lucia|Saint Vincent and the Grenadines"),
    ("XCG", "Caribbean", "guilder|guilders", "Curaçao|Sint Maarten"),
    ("XPF", "CFP|Pacific", "franc|francs", "French Polynesia|New Caledonia"),
    ("YER", "Yemeni", "rial|rials|riyal|riyals", "Yemen"),
    ("ZMW", "Zambian", "kwacha|kwachas", "Zambia"),
    ("ZWG", "Zimbabwean|Zimbabwe", "dollar|dollars", "Zimbabwe"),
    ("BGN", "Bulgarian", "lev|leva|levs", ""),
    ("SLL", "", "", ""),
    ("VED", "", "", ""),
    ("ANG", "Antillean", "guilder|guilders", ""),
];
