//! What a test could ask where the words of one stand in a sentence that asks something else.

use super::asked;

/// What the line of a list asks.
fn of_line(text: &str) -> Vec<String> {
    asked(&format!("Gardener\n\nRequirements\n\n- {text}\n"))
}

#[test]
fn years_are_those_of_experience_whoever_it_was_with() {
    for (text, years) in [
        ("Au moins 5 ans d'expérience en droits de l'homme", "years 5"),
        ("Minimum de dix ans d'expérience dans les domaines des droits de l’Homme, genre et paix", "years 10"),
        ("Trois ans d'expérience auprès de personnes handicapées", "years 3"),
        ("Cinq ans d'expérience à l'étranger", "years 5"),
        ("Four years of experience in gender and religion", "years 4"),
        ("Expérience avec des enfants âgés de plus de 5 ans", "done"),
    ] {
        assert_eq!(of_line(text), [format!("{years}: {text}")], "{text}");
    }
}

#[test]
fn degrees_are_those_that_applicants_hold() {
    for (text, ask) in [
        ("Tu as des contacts aisés avec un public jeune du secondaire", "fact"),
        ("Vous êtes à l'aise avec un public du secondaire", "fact"),
        ("You get on well with young people at secondary school", "fact"),
        ("You are patient with secondary school pupils", "fact"),
        ("You will enjoy the company of PhD students", "fact"),
        ("You want to do research before considering a PhD", "fact"),
        ("Vous souhaitez préparer un doctorat", "fact"),
        ("Secondary education completed", "degree secondary []"),
        ("Diplôme de l'enseignement secondaire", "degree secondary []"),
        ("Un jeune titulaire du baccalauréat", "degree secondary []"),
        ("Nursing degree required", "degree bachelor [nursing]"),
        ("A law degree", "degree bachelor [law]"),
        ("University degree required", "degree bachelor []"),
        ("A nursing degree in public health", "degree bachelor [public health]"),
    ] {
        assert_eq!(of_line(text), [format!("{ask}: {text}")], "{text}");
    }
}

#[test]
fn languages_are_those_that_applicants_speak() {
    for (text, ask) in [
        ("Formation en anglais, journalisme, communication", "fact"),
        ("Degree in English or French", "degree bachelor [English; French]"),
        ("Be known to the Italian and European institutions for your skills", "level -"),
        ("Good knowledge of French law", "level good"),
        ("Good knowledge of French and of French law", "language fr B2"),
        ("Speak other languages beyond English (such as Arabic or French)", "language any of ar fr -"),
        ("Une langue en plus de l'anglais : arabe ou espagnol", "language any of ar es -"),
        ("Maîtrise de l'anglais", "language en -"),
    ] {
        assert_eq!(of_line(text), [format!("{ask}: {text}")], "{text}");
    }
}
