//! Languages by their ISO 639 codes. What cells call them is in the language packs.

use crate::catalogue::Text;
use crate::text::cell::Lexed;
use crate::text::fold;
use crate::text::words::{Lexicon, Sections, Sense, sections};

/// A language.
#[derive(Debug, Eq)]
pub struct Language {
    /// ISO 639-1, else 639-2 or 639-3.
    code: &'static str,
    /// Its codes of three letters.
    codes: &'static str,
    /// Its name in English, as in the ISO 639 registers of the Library of Congress in the usual spelling.
    en: &'static str,
    /// The same in French.
    fr: &'static str,
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Language {
    /// Its ISO 639 code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Text {
        Text { en: self.en.to_owned(), fr: self.fr.to_owned() }
    }

    fn has_code(&self, code: &str) -> bool {
        self.code.eq_ignore_ascii_case(code) || self.codes.split(' ').any(|other| other.eq_ignore_ascii_case(code))
    }

    /// Whether there is a language that is near it ([`Self::is_near`]).
    pub(crate) fn has_near(&self) -> bool {
        NEAR.iter().any(|(a, b)| self.code == *a || self.code == *b)
    }

    /// Whether one's name leaves open whether the other is meant.
    pub(crate) fn is_near(&self, other: &Self) -> bool {
        NEAR.iter().any(|(a, b)| (self.code, other.code) == (*a, *b) || (other.code, self.code) == (*a, *b))
    }
}

/// Languages that are near enough for one's name to leave the other open.
#[rustfmt::skip]
const NEAR: &[(&str, &str)] = &[
    ("sh", "sr"), ("sh", "hr"), ("sh", "bs"), ("zh", "yue"), ("fa", "prs"), ("ar", "ary"), ("de", "gsw"),
    ("de", "nds"), ("ber", "tzm"), ("ber", "kab"), ("ber", "rif"), ("ber", "shi"), ("ber", "tmh"), ("ht", "cpf"),
    ("ga", "cel"), ("gd", "cel"), ("no", "nb"), ("no", "nn"), ("el", "grc"), ("ms", "id"), ("nd", "nr"), ("ak", "tw"),
    ("pcm", "en"),
];

/// Codes that people write for a language although they are another's, or a country's.
#[rustfmt::skip]
const MISTAKEN: &[(&str, &str)] = &[
    ("sp", "es"), ("ge", "de"), ("al", "de"), ("jp", "ja"), ("jap", "ja"), ("cn", "zh"), ("gr", "el"), ("dk", "da"),
    ("cz", "cs"), ("ua", "uk"), ("gb", "en"), ("us", "en"), ("an", "en"), ("du", "nl"), ("ne", "nl"), ("vn", "vi"),
    ("kr", "ko"), ("ir", "fa"), ("po", "pl"), ("iw", "he"), ("in", "id"), ("eng-us", "en"), ("at", "de"),
    ("br", "pt"), ("ch", "zh"), ("by", "be"), ("rs", "sr"),
];

/// Languages whose codes applicants write in a cell. Codes of others are more often words of another kind.
#[rustfmt::skip]
const USUAL: &[&str] = &[
    "en", "fr", "es", "de", "it", "pt", "nl", "ru", "ar", "zh", "ja", "pl", "ro", "uk", "tr", "el", "sv", "da", "fi",
    "no", "cs", "hu", "bg", "hr", "sr", "sk", "sl", "he", "fa", "hi", "ca", "eu", "ga", "et", "lv", "lt", "sq", "mk",
    "ko", "vi", "sw",
];

/// The language with this ISO 639 code, in any case.
#[must_use]
pub fn by_code(code: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.has_code(code.trim()))
}

/// The language with this code, if applicants write its code in a cell.
pub(crate) fn by_usual_code(code: &str) -> Option<&'static Language> {
    usual().find(|language| language.has_code(code))
}

fn usual() -> impl Iterator<Item = &'static Language> {
    USUAL.iter().filter_map(|code| by_code(code))
}

/// Every language that is known.
pub fn all() -> impl Iterator<Item = &'static Language> {
    LANGUAGES.iter()
}

/// The language with this name in any pack.
fn named(name: &str) -> Option<&'static Language> {
    const NAMES: Sections = sections!(; Languages);
    let lexed = Lexed::of_text(name.into(), &Lexicon::default(), NAMES);
    let code = lexed.senses(0).iter().find_map(|sense| match sense {
        Sense::Language(code) => Some(*code),
        _ => None,
    })?;
    (lexed.len() == 1).then(|| of_sense(code))?
}

/// The language of a pack's code.
pub(crate) fn of_sense(code: [u8; 3]) -> Option<&'static Language> {
    by_code(std::str::from_utf8(&code).ok()?)
}

/// The language that a mistaken code may mean: its name written out, a country's code, a region's ("en-GB").
#[must_use]
pub fn nearest(code: &str) -> Option<&'static Language> {
    let folded = fold(code);
    if folded.is_empty() || folded.len() > 64 {
        return None;
    }
    let names = |language: &Language| [fold(language.en), fold(language.fr)];
    let mistaken = |word: &str| MISTAKEN.iter().find(|(wrong, _)| *wrong == word).and_then(|(_, code)| by_code(code));
    let main = folded.split(['-', '_', ' ']).next().unwrap_or_default();
    let starts = || {
        let starts = |language: &&Language| names(language).iter().any(|name| name.starts_with(&folded));
        usual().chain(LANGUAGES).find(|language| folded.len() >= 2 && starts(language))
    };
    // A spelling mistake: within two letters of a name that is long enough for that.
    let misspelt = || {
        let distance = |language: &&Language| {
            names(language).iter().map(|name| strsim::osa_distance(name, &folded)).min().unwrap_or(usize::MAX)
        };
        usual().chain(LANGUAGES).min_by_key(distance).filter(|l| distance(l) <= 2 && folded.len() > 4)
    };
    named(&folded)
        .or_else(|| mistaken(&folded))
        .or_else(|| by_code(main))
        .or_else(|| named(main))
        .or_else(|| mistaken(main))
        .or_else(starts)
        .or_else(misspelt)
}

macro_rules! languages {
    ($(($code:literal, $codes:literal, $en:literal, $fr:literal)),* $(,)?) => {
        &[$(Language { code: $code, codes: $codes, en: $en, fr: $fr }),*]
    };
}

#[rustfmt::skip]
const LANGUAGES: &[Language] = languages![
    ("aa", "aar", "Afar", "afar"), ("ab", "abk", "Abkhazian", "abkhaze"), ("ae", "ave", "Avestan", "avestique"),
    ("af", "afr", "Afrikaans", "afrikaans"), ("ak", "aka", "Akan", "akan"), ("am", "amh", "Amharic", "amharique"),
    ("an", "arg", "Aragonese", "aragonais"), ("ar", "ara", "Arabic", "arabe"), ("as", "asm", "Assamese", "assamais"),
    ("av", "ava", "Avaric", "avar"), ("ay", "aym", "Aymara", "aymara"), ("az", "aze", "Azerbaijani", "azerbaïdjanais"),
    ("ba", "bak", "Bashkir", "bachkir"), ("be", "bel", "Belarusian", "biélorusse"),
    ("bg", "bul", "Bulgarian", "bulgare"), ("bh", "bih", "Bihari", "bihari"), ("bi", "bis", "Bislama", "bichlamar"),
    ("bm", "bam", "Bambara", "bambara"), ("bn", "ben", "Bengali", "bengali"), ("bo", "bod tib", "Tibetan", "tibétain"),
    ("br", "bre", "Breton", "breton"), ("bs", "bos", "Bosnian", "bosnien"), ("ca", "cat", "Catalan", "catalan"),
    ("ce", "che", "Chechen", "tchétchène"), ("ch", "cha", "Chamorro", "chamorro"), ("co", "cos", "Corsican", "corse"),
    ("cr", "cre", "Cree", "cri"), ("cs", "ces cze", "Czech", "tchèque"), ("cu", "chu", "Church Slavic", "vieux slave"),
    ("cv", "chv", "Chuvash", "tchouvache"), ("cy", "cym wel", "Welsh", "gallois"), ("da", "dan", "Danish", "danois"),
    ("de", "deu ger", "German", "allemand"), ("dv", "div", "Divehi", "maldivien"),
    ("dz", "dzo", "Dzongkha", "dzongkha"), ("ee", "ewe", "Ewe", "éwé"), ("el", "ell gre", "Greek", "grec"),
    ("en", "eng", "English", "anglais"), ("eo", "epo", "Esperanto", "espéranto"), ("es", "spa", "Spanish", "espagnol"),
    ("et", "est", "Estonian", "estonien"), ("eu", "eus baq", "Basque", "basque"),
    ("fa", "fas per", "Persian", "persan"), ("ff", "ful", "Fulah", "peul"), ("fi", "fin", "Finnish", "finnois"),
    ("fj", "fij", "Fijian", "fidjien"), ("fo", "fao", "Faroese", "féroïen"), ("fr", "fra fre", "French", "français"),
    ("fy", "fry", "Western Frisian", "frison"), ("ga", "gle", "Irish", "irlandais"),
    ("gd", "gla", "Scottish Gaelic", "gaélique écossais"), ("gl", "glg", "Galician", "galicien"),
    ("gn", "grn", "Guarani", "guarani"), ("gu", "guj", "Gujarati", "goudjarati"), ("gv", "glv", "Manx", "mannois"),
    ("ha", "hau", "Hausa", "haoussa"), ("he", "heb", "Hebrew", "hébreu"), ("hi", "hin", "Hindi", "hindi"),
    ("ho", "hmo", "Hiri Motu", "hiri motu"), ("hr", "hrv", "Croatian", "croate"),
    ("ht", "hat", "Haitian Creole", "créole haïtien"), ("hu", "hun", "Hungarian", "hongrois"),
    ("hy", "hye arm", "Armenian", "arménien"), ("hz", "her", "Herero", "héréro"),
    ("ia", "ina", "Interlingua", "interlingua"), ("id", "ind", "Indonesian", "indonésien"),
    ("ie", "ile", "Interlingue", "interlingue"), ("ig", "ibo", "Igbo", "igbo"),
    ("ii", "iii", "Sichuan Yi", "yi de Sichuan"), ("ik", "ipk", "Inupiaq", "inupiaq"), ("io", "ido", "Ido", "ido"),
    ("is", "isl ice", "Icelandic", "islandais"), ("it", "ita", "Italian", "italien"),
    ("iu", "iku", "Inuktitut", "inuktitut"), ("ja", "jpn", "Japanese", "japonais"),
    ("jv", "jav", "Javanese", "javanais"), ("ka", "kat geo", "Georgian", "géorgien"), ("kg", "kon", "Kongo", "kongo"),
    ("ki", "kik", "Kikuyu", "kikuyu"), ("kj", "kua", "Kuanyama", "kuanyama"), ("kk", "kaz", "Kazakh", "kazakh"),
    ("kl", "kal", "Greenlandic", "groenlandais"), ("km", "khm", "Khmer", "khmer"), ("kn", "kan", "Kannada", "kannada"),
    ("ko", "kor", "Korean", "coréen"), ("kr", "kau", "Kanuri", "kanouri"), ("ks", "kas", "Kashmiri", "cachemiri"),
    ("ku", "kur", "Kurdish", "kurde"), ("kv", "kom", "Komi", "komi"), ("kw", "cor", "Cornish", "cornique"),
    ("ky", "kir", "Kyrgyz", "kirghize"), ("la", "lat", "Latin", "latin"),
    ("lb", "ltz", "Luxembourgish", "luxembourgeois"), ("lg", "lug", "Ganda", "ganda"),
    ("li", "lim", "Limburgish", "limbourgeois"), ("ln", "lin", "Lingala", "lingala"), ("lo", "lao", "Lao", "lao"),
    ("lt", "lit", "Lithuanian", "lituanien"), ("lu", "lub", "Luba-Katanga", "luba-katanga"),
    ("lv", "lav", "Latvian", "letton"), ("mg", "mlg", "Malagasy", "malgache"),
    ("mh", "mah", "Marshallese", "marshallais"), ("mi", "mri mao", "Maori", "maori"),
    ("mk", "mkd mac", "Macedonian", "macédonien"), ("ml", "mal", "Malayalam", "malayalam"),
    ("mn", "mon", "Mongolian", "mongol"), ("mr", "mar", "Marathi", "marathi"), ("ms", "msa may", "Malay", "malais"),
    ("mt", "mlt", "Maltese", "maltais"), ("my", "mya bur", "Burmese", "birman"), ("na", "nau", "Nauru", "nauruan"),
    ("nb", "nob", "Norwegian Bokmål", "norvégien bokmål"), ("nd", "nde", "North Ndebele", "ndébélé du Nord"),
    ("ne", "nep", "Nepali", "népalais"), ("ng", "ndo", "Ndonga", "ndonga"), ("nl", "nld dut", "Dutch", "néerlandais"),
    ("nn", "nno", "Norwegian Nynorsk", "norvégien nynorsk"), ("no", "nor", "Norwegian", "norvégien"),
    ("nr", "nbl", "South Ndebele", "ndébélé du Sud"), ("nv", "nav", "Navajo", "navaho"),
    ("ny", "nya", "Chichewa", "chichewa"), ("oc", "oci", "Occitan", "occitan"), ("oj", "oji", "Ojibwa", "ojibwé"),
    ("om", "orm", "Oromo", "oromo"), ("or", "ori", "Odia", "odia"), ("os", "oss", "Ossetian", "ossète"),
    ("pa", "pan", "Punjabi", "pendjabi"), ("pi", "pli", "Pali", "pali"), ("pl", "pol", "Polish", "polonais"),
    ("ps", "pus", "Pashto", "pachto"), ("pt", "por", "Portuguese", "portugais"), ("qu", "que", "Quechua", "quechua"),
    ("rm", "roh", "Romansh", "romanche"), ("rn", "run", "Rundi", "kirundi"), ("ro", "ron rum", "Romanian", "roumain"),
    ("ru", "rus", "Russian", "russe"), ("rw", "kin", "Kinyarwanda", "kinyarwanda"),
    ("sa", "san", "Sanskrit", "sanskrit"), ("sc", "srd", "Sardinian", "sarde"), ("sd", "snd", "Sindhi", "sindhi"),
    ("se", "sme", "Northern Sami", "same du Nord"), ("sg", "sag", "Sango", "sango"),
    ("sh", "hbs", "Serbo-Croatian", "serbo-croate"), ("si", "sin", "Sinhala", "cingalais"),
    ("sk", "slk slo", "Slovak", "slovaque"), ("sl", "slv", "Slovenian", "slovène"), ("sm", "smo", "Samoan", "samoan"),
    ("sn", "sna", "Shona", "shona"), ("so", "som", "Somali", "somali"), ("sq", "sqi alb", "Albanian", "albanais"),
    ("sr", "srp", "Serbian", "serbe"), ("ss", "ssw", "Swati", "swati"), ("st", "sot", "Southern Sotho", "sotho du Sud"),
    ("su", "sun", "Sundanese", "soundanais"), ("sv", "swe", "Swedish", "suédois"),
    ("sw", "swa swh", "Swahili", "swahili"), ("ta", "tam", "Tamil", "tamoul"), ("te", "tel", "Telugu", "télougou"),
    ("tg", "tgk", "Tajik", "tadjik"), ("th", "tha", "Thai", "thaï"), ("ti", "tir", "Tigrinya", "tigrigna"),
    ("tk", "tuk", "Turkmen", "turkmène"), ("tl", "tgl fil", "Tagalog", "tagalog"), ("tn", "tsn", "Tswana", "tswana"),
    ("to", "ton", "Tongan", "tongien"), ("tr", "tur", "Turkish", "turc"), ("ts", "tso", "Tsonga", "tsonga"),
    ("tt", "tat", "Tatar", "tatar"), ("tw", "twi", "Twi", "twi"), ("ty", "tah", "Tahitian", "tahitien"),
    ("ug", "uig", "Uyghur", "ouïghour"), ("uk", "ukr", "Ukrainian", "ukrainien"), ("ur", "urd", "Urdu", "ourdou"),
    ("uz", "uzb", "Uzbek", "ouzbek"), ("ve", "ven", "Venda", "venda"), ("vi", "vie", "Vietnamese", "vietnamien"),
    ("vo", "vol", "Volapük", "volapük"), ("wa", "wln", "Walloon", "wallon"), ("wo", "wol", "Wolof", "wolof"),
    ("xh", "xho", "Xhosa", "xhosa"), ("yi", "yid", "Yiddish", "yiddish"), ("yo", "yor", "Yoruba", "yoruba"),
    ("za", "zha", "Zhuang", "zhuang"), ("zh", "zho chi cmn", "Chinese", "chinois"), ("zu", "zul", "Zulu", "zoulou"),
    ("yue", "yue", "Cantonese", "cantonais"), ("prs", "prs", "Dari", "dari"),
    ("ary", "ary", "Moroccan Arabic", "arabe marocain"), ("gsw", "gsw", "Swiss German", "suisse allemand"),
    ("ber", "ber", "Berber", "berbère"), ("tzm", "tzm", "Tamazight", "tamazight"), ("kab", "kab", "Kabyle", "kabyle"),
    ("rif", "rif", "Tarifit", "rifain"), ("shi", "shi", "Tachelhit", "tachelhit"),
    ("tmh", "tmh", "Tamashek", "tamasheq"), ("grc", "grc", "Ancient Greek", "grec ancien"),
    ("sgn", "sgn", "Sign Language", "langue des signes"), ("cpf", "cpf", "Creole", "créole"),
    ("mos", "mos", "Mossi", "mooré"), ("dyu", "dyu", "Dyula", "dioula"), ("fon", "fon", "Fon", "fon"),
    ("ses", "ses", "Songhai", "songhaï"), ("lua", "lua", "Tshiluba", "tshiluba"), ("luo", "luo", "Luo", "luo"),
    ("ceb", "ceb", "Cebuano", "cebuano"), ("nah", "nah", "Nahuatl", "nahuatl"), ("myn", "myn", "Mayan", "maya"),
    ("cel", "cel", "Gaelic", "gaélique"), ("syr", "syr", "Syriac", "syriaque"), ("rom", "rom", "Romany", "romani"),
    ("sco", "sco", "Scots", "écossais"), ("hsb", "hsb", "Sorbian", "sorabe"), ("ast", "ast", "Asturian", "asturien"),
    ("scn", "scn", "Sicilian", "sicilien"), ("nap", "nap", "Neapolitan", "napolitain"),
    ("nds", "nds", "Low German", "bas allemand"), ("ilo", "ilo", "Ilocano", "ilocano"), ("kri", "kri", "Krio", "krio"),
    ("men", "men", "Mende", "mendé"), ("tem", "tem", "Temne", "temné"), ("bem", "bem", "Bemba", "bemba"),
    ("nyn", "nyn", "Nyankole", "nyankole"), ("ach", "ach", "Acholi", "acholi"), ("din", "din", "Dinka", "dinka"),
    ("pcm", "pcm", "Nigerian Pidgin", "pidgin nigérian"), ("tpi", "tpi", "Tok Pisin", "tok pisin"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        for (code, found) in [
            ("en", "en"),
            ("EN", "en"),
            (" eng ", "en"),
            ("fra", "fr"),
            ("fre", "fr"),
            ("no", "no"),
            ("nob", "nb"),
            ("deu", "de"),
            ("ger", "de"),
            ("yue", "yue"),
            ("sw", "sw"),
            ("chi", "zh"),
            ("zu", "zu"),
            ("aa", "aa"),
            ("sgn", "sgn"),
            ("fil", "tl"),
        ] {
            assert_eq!(by_code(code).map(Language::code), Some(found), "{code}");
        }
        for code in ["", "xx", "english", "e", "en-GB", "franc"] {
            assert!(by_code(code).is_none(), "{code}");
        }
        let two = LANGUAGES.iter().filter(|language| language.code.len() == 2).count();
        assert!(two >= 184, "{two} codes of ISO 639-1");
        let codes = |language: &'static Language| {
            language.codes.split(' ').filter(|code| *code != language.code).chain([language.code])
        };
        let mut all: Vec<&str> = LANGUAGES.iter().flat_map(codes).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count, "a code twice");
    }

    /// The packs call every language what the program calls it.
    #[test]
    fn every_name_is_in_the_packs() {
        for language in LANGUAGES {
            for name in [language.en, language.fr] {
                assert_eq!(named(name), Some(language), "{name}");
            }
        }
    }

    #[test]
    fn nearest_codes() {
        for (code, near) in [
            ("english", "en"),
            ("Anglais", "en"),
            ("sp", "es"),
            ("español", "es"),
            ("en-GB", "en"),
            ("fr_BE", "fr"),
            ("frnech", "fr"),
            ("Spannish", "es"),
            ("jp", "ja"),
            ("ge", "de"),
            ("germ", "de"),
            ("cn", "zh"),
            ("russ", "ru"),
            ("gr", "el"),
            ("Deutsch", "de"),
        ] {
            assert_eq!(nearest(code).map(Language::code), Some(near), "{code}");
        }
        for code in ["", "qqq", "zz", "42"] {
            assert!(nearest(code).is_none(), "{code}");
        }
    }
}
