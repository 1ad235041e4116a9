//! Which columns a person is offered for what a posting asks, and which of them Enter takes.

use super::together::table;
use super::*;

const POSTING: &str = "Finance Manager\n\nEssential:\n\
    - A minimum of seven years' experience in financial management, including at least three years managing grants from \
    institutional donors.\n\
    - Hands-on experience of an accounting package, preferably QuickBooks or Sage; advanced Microsoft Excel.\n\
    - Willingness to travel to the field offices.\n\
    - Ability to keep calm.\n\
    - Available to start no later than 1 March 2027.\n\n\
    Desirable:\n- Experience in a coastal town.\n";

const HEADERS: [&str; 9] = [
    "How long have you been in finance?",
    "And how much of that was looking after money from others?",
    "Which bookkeeping software have you used yourself?",
    "How good are you with spreadsheets?",
    "When could you join us?",
    "Would spending a week a month in our other offices suit you?",
    "Have you lived by the sea for your work?",
    "How many people have you led?",
    "I agree that my answers are kept",
];

const ROWS: [[&str; 9]; 4] = [
    ["10 years", "5 yrs", "QuickBooks", "Advanced", "04/01/2027", "Yes", "No", "6", "I agree"],
    ["since 2012", "since 2018", "Sage, Xero", "Good", "Immediately", "Yes", "Yes", "4", "I agree"],
    ["8 years", "3 years", "Sage", "Basic", "01/03/2027", "No", "No", "3", "I agree"],
    ["9 years", "4 years", "QuickBooks", "Advanced", "18/01/2027", "Yes", "No", "5", "I agree"],
];

fn survey_of() -> Survey {
    table(&HEADERS, &ROWS.iter().map(|row| &row[..]).collect::<Vec<_>>())
}

#[test]
fn each_menu_has_its_best_guess_first() {
    let posting = crate::posting::read(POSTING);
    let open = open_questions(&survey_of(), &posting, day());
    let menus: Vec<(&str, Option<&str>)> =
        open.iter().map(|one| (one.quote.as_str(), one.likely.map(|at| one.columns[at].as_str()))).collect();
    assert_eq!(
        menus,
        [
            ("including at least three years managing grants from institutional donors.", Some(HEADERS[1])),
            ("Hands-on experience of an accounting package", Some(HEADERS[2])),
            ("preferably QuickBooks or Sage", Some(HEADERS[2])),
            ("Willingness to travel to the field offices.", Some(HEADERS[5])),
            ("Experience in a coastal town.", None),
        ]
    );
    // Neither an agreement nor what is surely another's stands in a menu.
    let offered = |header: &str| open.iter().any(|one| one.columns.iter().any(|column| column == header));
    assert_eq!([8, 0, 4].map(|at| offered(HEADERS[at])), [false; 3]);
}

#[test]
fn the_days_of_a_column_are_read_in_the_order_that_the_file_proves() {
    let (survey, day) = (survey_of(), day());
    let draft = draft(&survey, day);
    let text = file(&draft, &PostingSaid::default(), "a.csv", Lang::En);
    assert!(text.contains("on_or_before: 2027-03-01"), "{text}");
}

#[test]
fn what_names_things_is_tied_to_no_column_of_amounts() {
    let headers = ["Combien de personnes avez-vous dirigées, au plus ?", "Excel (de 1 à 5)"];
    let rows: [&[&str]; 4] = [&["3", "4"], &["2", "5"], &["10", "3"], &["4", "2"]];
    let survey = table(&headers, &rows);
    for (asked, header, test) in [
        ("Pratique d'un logiciel de gestion de contacts, CiviCRM ou Salesforce.", None, ""),
        ("Bonne maîtrise d'Excel", Some(headers[1]), "number"),
        ("Avoir déjà encadré une équipe d'au moins deux personnes.", Some(headers[0]), "number >= 2"),
        ("Qualités de management", None, ""),
    ] {
        let posting = crate::posting::read(&format!("Juriste\n\nProfil recherché\n- {asked}\n"));
        let draft = draft_for(&survey, &posting, day(), &Choices::new());
        let one = &draft.proposals[0];
        assert_eq!(one.header(), header, "{asked}");
        assert!(header.is_none() || one.summary() == test, "{asked}: {}", one.summary());
    }
}

#[test]
fn a_chosen_column_is_made_into_a_test_that_it_can_hold() {
    let posting = crate::posting::read(
        "Lawyer\n\nRequirements\n- At least 5 years of experience in an archive\n- A degree in law\n- Fluent French\n",
    );
    let headers = ["Worked in an archive?", "Law degree?", "Do you speak it?", "Stars"];
    let rows: [&[&str]; 3] = [&["yes", "yes", "no", "***"], &["no", "yes", "yes", "*"], &["yes", "no", "yes", "**"]];
    let choices = (0..3).map(|at| (at, Some(headers[at].to_owned()))).collect();
    let draft = draft_for(&table(&headers, &rows), &posting, day(), &choices);
    let text = file(&draft, &PostingSaid::from(&posting), "a.csv", Lang::En);
    assert!(crate::criteria::read("x.yaml", &text).is_ok(), "{text}");
    assert_eq!(text.matches("yes_no: {").count(), 3, "{text}");
}

#[test]
fn a_document_goes_to_the_column_that_calls_it_by_a_word_of_its_own() {
    let posting = crate::posting::read(
        "Gardener\n\nRequirements\n- Patience\n\nHow to apply\n\nSend:\n- a cover letter of one page;\n\
         - a copy of your professional certificate;\n- a plan of a garden.\n",
    );
    let proposed = |headers: &[&str]| {
        let file_names = vec!["a.pdf"; headers.len()];
        let survey = table(headers, &[&file_names, &file_names]);
        let draft = draft_for(&survey, &posting, day(), &Choices::new());
        let headers = draft.proposals.iter().filter_map(|one| one.header().map(str::to_owned));
        headers.collect::<Vec<_>>()
    };
    let two = ["Upload your letter", "Upload your certificate"];
    assert_eq!(proposed(&two), [two[1], two[0]]);
    // Of one column alone it cannot be told which word is its own.
    assert_eq!(proposed(&two[..1]), [""; 0]);
}
