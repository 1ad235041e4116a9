//! What single sentences ask, in lists and where there is none.

use super::asked;

#[test]
fn sentences_are_cut_where_one_thing_ends() {
    for (text, expected) in [
        (
            "An interest in a young, curious audience is a plus",
            &["+ fact: An interest in a young, curious audience is a plus"][..],
        ),
        ("A sound grasp of, and a liking for, old maps", &["level good: A sound grasp of, and a liking for, old maps"]),
        ("Familiarity with and interest in birds", &["fact: Familiarity with and interest in birds"]),
        (
            "Experience in advice, including garden visits and engagement strategies",
            &["fact: Experience in advice, including garden visits and engagement strategies"],
        ),
        (
            "Experience in planning, supervision of crews and motivation of crews",
            &["fact: Experience in planning, supervision of crews and motivation of crews"],
        ),
        (
            "Connaissance des jardins, de la culture et de la taille des rosiers",
            &["level -: Connaissance des jardins, de la culture et de la taille des rosiers"],
        ),
        (
            "Être titulaire d'un diplôme supérieur, de niveau master, en botanique",
            &["degree master [botanique]: Être titulaire d'un diplôme supérieur, de niveau master, en botanique"],
        ),
        (
            "Master's degree in botany, plus 3 years of experience in gardens",
            &["degree master [botany]: Master's degree in botany", "years 3: plus 3 years of experience in gardens"],
        ),
        ("A certificate in botany – an asset.", &["+ fact: A certificate in botany – an asset."]),
        (
            "Preferably a diploma in botany and shall be a member of the Rose Society",
            &["+ fact: Preferably a diploma in botany", "fact: shall be a member of the Rose Society"],
        ),
        (
            "Enseigner la botanique, avec si possible une compétence en zoologie",
            &["fact: Enseigner la botanique", "+ level -: avec si possible une compétence en zoologie"],
        ),
        (
            "Experience abroad and knowledge of roses are desirable",
            &["+ done: Experience abroad", "+ level -: knowledge of roses are desirable"],
        ),
    ] {
        assert_eq!(asked(&format!("Gardener\n\nRequirements\n\n- {text}\n")), expected, "{text}");
    }
}

#[test]
fn what_goes_on_is_one_thing_and_what_is_told_beside_it_none() {
    for (text, expected) in [
        (
            "Knowledge of one of the following: pruning; grafting; treatment of pests and of four other diseases",
            &[
                "fact: Knowledge of one of the following: pruning; grafting; treatment of pests and of four other diseases",
            ],
        ),
        (
            "Langue anglaise : lire et écrire en anglais. Niveau\nB2 (cadre européen).",
            &["language en B2: Langue anglaise : lire et écrire en anglais. Niveau B2 (cadre européen)."],
        ),
        (
            "Knowledge of social networks; Facebook, Twitter, and Instagram.",
            &["level -: Knowledge of social networks; Facebook, Twitter, and Instagram."],
        ),
        (
            "Bonne connaissance en matière de jardins, d'engagement et de partage",
            &["fact: Bonne connaissance en matière de jardins, d'engagement et de partage"],
        ),
        ("Technical skills; all other skills will be taught on the site", &["level -: Technical skills"]),
        (
            "Knowledge of the working languages of the Union",
            &["level -: Knowledge of the working languages of the Union"],
        ),
        (
            "Travail avec les élèves du secondaire en internat",
            &["fact: Travail avec les élèves du secondaire en internat"],
        ),
        ("Work in a calm, collegial environment", &["fact: Work in a calm, collegial environment"]),
        (
            "Être majeur, renseignements : jardin@example.org",
            &["fact: Être majeur, renseignements : jardin@example.org"],
        ),
    ] {
        assert_eq!(asked(&format!("Gardener\n\nRequirements\n\n- {text}\n")), expected, "{text}");
    }
}

#[test]
fn what_stands_among_requirements_is_none() {
    let list = "Gardener\n\nRequirements\n\n- Fluent English\n- Patience with roses\n";
    let expected = asked(list);
    assert_eq!(expected.len(), 2, "{expected:?}");
    for text in [
        "- The position is paid by the hour\n",
        "Please refer to the site of the garden for more.\n",
        "Dites-nous pourquoi vous êtes la personne qu'il faut.\n",
        "Si vous avez des questions, n'hésitez pas à les poser.\n",
        "Début souhaité : mars\n",
        "\nEnvironnement de travail\n\n- Équipe de quatre jardiniers\n- Temps partiel accepté\n",
        "- The task will be related to pruning\n",
        "- One of the desirable criteria below is a must\n",
        "To apply and read more go to the gate\n",
        "For the full description, visit the Rose Garden.\n",
        "If you are fond of roses, we'd love to hear from you.\n",
        "Si vous avez besoin d'une échelle, il faut la demander à la personne de contact.\n",
        "Cette liste de noms peut servir pour pourvoir des postes du jardin (anglais essentiel).\n",
        "\nCompany Information\n\nThe Rose Garden\n1 Example Lane\n",
        "\nDetails\n- A shed of your own\n- A rake\n",
        "\nA last word\n\nThis is a permanent post, and you will not be paid for hours worked at night.\n",
        "Tasks\nplant the roses of the northern slope;\nwater the roses of the southern slope.\n",
        "\nThe work\n\nYou look after the garden. You will:\n\n1. Prune the roses\n2. Plan the beds, including but not limited to:\n   * Draw up lists of seeds\n",
        "\nDuties\n\nKeeping of the tool shed including:\n- Book of tools\n- Rakes\n",
        "\nWhat is needed to plan\n\n* Which roses are needed?\n* Which skills have the gardeners?\n* Who waters them? What might be their roles\n",
        "We value and encourage variety and consider applicants without regard to age or origin.\n",
        "\nRecrutement\nposte: jardinier\nfermeture: jusqu'en mai\ndebut: dès que le candidat est retenu et selon sa disponibilité\n",
    ] {
        assert_eq!(asked(&format!("{list}{text}")), expected, "{text}");
    }
}

#[test]
fn sentences_ask_where_no_list_does() {
    for (text, expected) in [
        (
            "The Rose Garden is looking for a volunteer with experience in pruning and knowledge of soils.\n",
            &[
                "done: The Rose Garden is looking for a volunteer with experience in pruning",
                "level -: knowledge of soils.",
            ][..],
        ),
        (
            "Contexte\n\nNous recherchons une personne patiente et douce.\n",
            &["fact: Nous recherchons une personne patiente et douce."],
        ),
        ("Contexte\n\nNous plantons des roses - le candidat retenu devra aimer les épines.\n", &[]),
        ("The successful candidate will water the roses.\n", &[]),
        (
            "Compétences\n\nLes aptitudes qu'il faut pour le poste :\n- patience\n- sens du détail\n",
            &["fact: patience", "fact: sens du détail"],
        ),
        ("Nous cherchons une personne. Voici plus précisément les missions :\n- Planter\n- Arroser\n", &[]),
        (
            "We require someone who can prune two days per week.\n",
            &["fact: We require someone who can prune two days per week."],
        ),
        (
            "About the gardener position:\n\nThe gardener must be a patient teacher with experience in pruning. The gardener must prune.\n",
            &["done: The gardener must be a patient teacher with experience in pruning."],
        ),
        (
            "Duties\n\nThe gardener prunes. Travel between the two gardens is required.\n",
            &["fact: Travel between the two gardens is required."],
        ),
        (
            "Ils posséderont une bonne connaissance des sols. Ils feront preuve de patience.\n",
            &["level good: Ils posséderont une bonne connaissance des sols.", "fact: Ils feront preuve de patience."],
        ),
    ] {
        assert_eq!(asked(text), expected, "{text}");
    }
}

#[test]
fn what_leads_to_a_list_tells_what_it_is() {
    for (text, expected) in [
        (
            "Missions\n- Arroser\n\nVous serez chez vous ici si :\n\n* vous êtes patient;\n* vous aimez les roses.\n",
            &["fact: vous êtes patient", "fact: vous aimez les roses."][..],
        ),
        (
            "Conditions:\n\n- applicants must be students\n- gentle with roses\n- neighbours of the garden will have priority\n",
            &[
                "fact: applicants must be students",
                "fact: gentle with roses",
                "+ fact: neighbours of the garden will have priority",
            ],
        ),
        (
            "POSTE: il s'agit d'un poste à mi-temps au jardin des roses, réparti entre les serres du nord, les serres du sud, les allées, les \
             pelouses, les bassins et les vergers, du lundi au vendredi, de mars à octobre, sauf les jours de pluie, de gel et de grand vent. \
             Les candidat-e-s devraient au jardin :\n\n• aimer les roses\n• craindre les pucerons\n",
            &["fact: aimer les roses", "fact: craindre les pucerons"],
        ),
        (
            "Profil\n\nPatience : vous savez attendre que les roses poussent sans tirer dessus ni les arroser trop souvent.\n",
            &[
                "fact: Patience : vous savez attendre que les roses poussent sans tirer dessus ni les arroser trop souvent.",
            ],
        ),
        ("Profil\n- Permis B\n\nTu souhaites :\n- Rester longtemps\n", &["fact: Permis B", "fact: Rester longtemps"]),
        (
            "Tasks\n\n- Water\n\n-\n\nCompétences souhaitées\n\n- Patience !\n- Permis B\n\n-\n\nConditions\n\n- Un an\n",
            &["+ fact: Patience !", "+ fact: Permis B"],
        ),
        (
            "Requirements\n\n* Patience\n\n* Experience with tools like Rake,\nSpade, and\nShears.\n",
            &["fact: Patience", "done: Experience with tools like Rake, Spade, and Shears."],
        ),
    ] {
        assert_eq!(asked(text), expected, "{text}");
    }
}

#[test]
fn what_a_wish_and_a_post_are_said_of() {
    for (text, expected) in [
        (
            "Le candidat idéal:\n\n* Aime les roses\n* Comprendra le plan sous https://example.org/plan\n",
            &["+ fact: Aime les roses", "+ fact: Comprendra le plan sous https://example.org/plan"][..],
        ),
        (
            "Contexte\n\nCe poste s'adresse donc aux jeunes diplômés du jardin.\n",
            &["fact: Ce poste s'adresse donc aux jeunes diplômés du jardin."],
        ),
        (
            "Duties\n\n- Water\n- The gardener may be required to travel between gardens\n",
            &["fact: The gardener may be required to travel between gardens"],
        ),
        (
            "Preferred certificates:\n- Safe Pruning\n\nSkills:\n- Fluent English\n",
            &["+ fact: Safe Pruning", "language en C1: Fluent English"],
        ),
        (
            "Desirable:\n- Safe Pruning\n\nSkills:\n- Fluent English\n",
            &["+ fact: Safe Pruning", "+ language en C1: Fluent English"],
        ),
        (
            "Gardener\n\nDo you have at least two years of experience with roses? Do you have questions? Do you speak Latin?\n\n\
             Requirements\n- Patience\n",
            &[
                "years 2: Do you have at least two years of experience with roses?",
                "language la -: Do you speak Latin?",
                "fact: Patience",
            ],
        ),
        (
            "Requirements\n- Able to work in English and French\n- Strong skills, including a good working knowledge of Greek\n",
            &[
                "language en fr -: Able to work in English and French",
                "language el B2: Strong skills, including a good working knowledge of Greek",
            ],
        ),
        (
            "Requirements\n- Speak fluent French and English (a knowledge of Arabic is desirable)\n",
            &[
                "language fr C1: Speak fluent French",
                "language en C1: English (a knowledge of Arabic is desirable)",
                "+ language ar -: a knowledge of Arabic is desirable",
            ],
        ),
        (
            "Profil\n- Détenir un diplôme en économie et / ou gestion\n- Un certificat en secourisme\n",
            &[
                "degree - [économie; gestion]: Détenir un diplôme en économie et / ou gestion",
                "fact: Un certificat en secourisme",
            ],
        ),
        ("Education Office of Gardens | Gardener of the Rose Beds\n\nRequirements\n- Patience\n", &["fact: Patience"]),
        (
            "Profil\n- Permis B\n\nIdéalement vous avez de l'expérience dans :\n- La taille\n- La greffe\n",
            &["fact: Permis B", "+ fact: La taille", "+ fact: La greffe"],
        ),
    ] {
        assert_eq!(asked(text), expected, "{text}");
    }
}

#[test]
fn one_of_several_items_is_enough() {
    for (text, expected) in [
        (
            "The garden is open to:\n- gardeners of the county\n- pupils of its school\n",
            &["fact: gardeners of the county / pupils of its school"][..],
        ),
        (
            "You hold one of the following:\n- a Master's degree in botany\n- a Master's degree in zoology\n",
            &["degree master [botany; zoology]: a Master's degree in botany / a Master's degree in zoology"],
        ),
        (
            "At least one of:\n- English\n- French\n- German\n",
            &["language any of en fr de -: English / French / German"],
        ),
        (
            "- Knowledge of soils; or\n- Have pruned for a summer;\n- Patience\n",
            &["level -: Knowledge of soils; or Have pruned for a summer", "fact: Patience"],
        ),
    ] {
        assert_eq!(asked(&format!("Gardener\n\nRequirements\n\n{text}")), expected, "{text}");
    }
}

#[test]
fn what_leads_to_a_list_says_what_the_list_is() {
    for (text, expected) in [
        ("As the gardener, you will be:\n\n- Pruning the roses\n- Reviewing the plans\n", &[][..]),
        (
            "As the gardener, you will be:\n\n- A good listener\n- Patient\n",
            &["fact: A good listener", "fact: Patient"],
        ),
        ("Your profile: qualifications and experience\n\n- A driving licence\n", &["fact: A driving licence"]),
        (
            "And we prefer, but don't require, that you:\n\n- Have experience of bees\n",
            &["+ fact: Have experience of bees"],
        ),
        ("In return, you'll get an opportunity to:\n\n- Work with lovely people\n- Have tea at four\n", &[]),
        ("Reporting requirements:\n\nAda Example, Head of Gardens\n", &[]),
        ("Qualified candidates should send a resume to:\n\nMAIL:\n\nGarden Board\n1 Rose Street\n", &[]),
        (
            "Ce poste peut convenir à différents parcours :\n\n- Une personne avec expérience des roses,\n- Un parent.\n",
            &[],
        ),
        (
            "Requirements\n\n- It would be great if you had experience of:\n  - bees;\n  - wasps.\n- Patience\n",
            &["+ fact: bees", "+ fact: wasps.", "fact: Patience"],
        ),
    ] {
        assert_eq!(asked(&format!("Gardener\n\n{text}")), expected, "{text}");
    }
}

#[test]
fn what_the_work_is_and_what_else_is_welcome_asks_nothing() {
    for (text, expected) in [
        ("Nous cherchons une personne pour tenir la caisse du jardin.\n", &[][..]),
        ("All gardeners have a direct influence on the culture of the garden.\n", &[]),
        (
            "Requirements\n\n- Experience of roses is preferred, but the garden is open to applicants with any experience\n",
            &["+ done: Experience of roses is preferred"],
        ),
        (
            "Requirements\n\n- Minimum of a BA, ideally an MBA\n- A drivers' licence is required and a boat would be an added advantage\n",
            &[
                "degree bachelor []: Minimum of a BA",
                "+ degree master []: ideally an MBA",
                "fact: A drivers' licence is required",
                "+ fact: a boat would be an added advantage",
            ],
        ),
        (
            "Requirements\n\n- A bachelor's degree, preferably in botany, or an equivalent combination of training with four \
             years' experience: or a school diploma with six years of experience\n",
            &[
                "degree bachelor or experience []: A bachelor's degree, preferably in botany, or an equivalent combination of \
               training with four years' experience: or a school diploma with six years of experience",
            ],
        ),
        (
            "What we offer\n\nThe post is subject to a background check.\n",
            &["fact: The post is subject to a background check."],
        ),
    ] {
        assert_eq!(asked(&format!("Gardener\n\n{text}")), expected, "{text}");
    }
}

#[test]
fn who_is_told_of_decides_whether_a_sentence_asks() {
    for (text, expected) in [
        ("Profile:\n\nReporting to the head gardener, you will have wide and varied responsibilities.\n", &[][..]),
        ("Profile:\n\nThe gardens span three towns and focus on the training of volunteers and on old roses.\n", &[]),
        (
            "Skills we're seeking\n\nWe are looking for talented people to join our team.\n\n* Patience\n",
            &["fact: Patience"],
        ),
        (
            "Required qualifications\n\nSpecifically, the ideal candidate should:\n\n- Be patient\n",
            &["fact: Be patient"],
        ),
        (
            "Requirements\n\n- Ability and interest in learning, understanding, and explaining roses\n",
            &["fact: Ability and interest in learning, understanding, and explaining roses"],
        ),
        ("Éléments du poste\n\n- Basé à Dijon.\n- Avoir le permis B.\n", &["fact: Avoir le permis B."]),
        (
            "Contexte\n\nLe candidat devra en conséquence faire montre d'une solide expérience des roses.\n",
            &["done: Le candidat devra en conséquence faire montre d'une solide expérience des roses."],
        ),
    ] {
        assert_eq!(asked(&format!("Gardener\n\n{text}")), expected, "{text}");
    }
}

#[test]
fn what_stands_beside_is_one_more() {
    for (text, expected) in [
        (
            "An advanced degree in botany with a minimum of 3 years experience",
            &["degree master [botany]: An advanced degree in botany", "years 3: with a minimum of 3 years experience"]
                [..],
        ),
        (
            "Demonstrate knowledge of software with a good command of English",
            &["level -: Demonstrate knowledge of software", "language en B2: with a good command of English"],
        ),
        (
            "You bring six years of experience in gardens, and no fewer than three of those years were spent with roses",
            &[
                "years 6: You bring six years of experience in gardens",
                "years 3: no fewer than three of those years were spent with roses",
            ],
        ),
        ("Experience in gardens -- grafting a plus.", &["done: Experience in gardens", "+ fact: grafting a plus."]),
        (
            "Experience in gardens with a preference for roses",
            &["done: Experience in gardens", "+ fact: with a preference for roses"],
        ),
        (
            "Capacité à tailler les rosiers -goût pour le travail en équipe -aptitudes relationnelles",
            &[
                "fact: Capacité à tailler les rosiers",
                "fact: goût pour le travail en équipe",
                "fact: aptitudes relationnelles",
            ],
        ),
        // A word that describes another names no language.
        (
            "Bonne connaissance de l'écosystème numérique français et européen, et de ses enjeux",
            &["level good: Bonne connaissance de l'écosystème numérique français et européen, et de ses enjeux"],
        ),
        (
            "Bonne maîtrise orale et écrite du français et de l'anglais",
            &["language fr en B2: Bonne maîtrise orale et écrite du français et de l'anglais"],
        ),
    ] {
        assert_eq!(asked(&format!("Gardener\n\nRequirements\n\n- {text}\n")), expected, "{text}");
    }
}

#[test]
fn lists_and_tables_are_known_by_what_their_lines_say() {
    for (text, expected) in [
        (
            "Duties\n\n- Water the roses\n\nWho fits\n\n- Must be reliable\n- Must have patience\n",
            &["fact: Must be reliable", "fact: Must have patience"][..],
        ),
        (
            "Qualifications\n\n- A love of bees\n\nAdditional qualifications:\n\n- Experience of roses\n- Knowledge of wasps a plus\n- French preferred\n",
            &[
                "fact: A love of bees",
                "done: Experience of roses",
                "+ level -: Knowledge of wasps a plus",
                "+ language fr -: French preferred",
            ],
        ),
        (
            "Qualifications\n\n- A love of bees\n\nPosition details\n\nSalary range\tDependent on experience\nTime\t30-40 hours per week\nPlace\tFlexible\n",
            &["fact: A love of bees"],
        ),
        (
            "You will hold or be close to completion of a PhD in botany. You will have excellent manners.\n",
            &[
                "degree doctorate [botany]: You will hold or be close to completion of a PhD in botany.",
                "fact: You will have excellent manners.",
            ],
        ),
        (
            "Le jardin cherche une aide. Les conditions :\n\n- Bonne maîtrise du français\n- Avoir 18 ans\n- Etre inscrit au club\n",
            &["language fr B2: Bonne maîtrise du français", "fact: Avoir 18 ans", "fact: Etre inscrit au club"],
        ),
        (
            "Hours: Tuesdays\n\n- A degree in botany\n- Believe in bees\n- High analytical skills\n\nAbility to:\n\n- Climb trees\n",
            &[
                "degree bachelor [botany]: A degree in botany",
                "fact: Believe in bees",
                "level very_good: High analytical skills",
                "fact: Climb trees",
            ],
        ),
        (
            "Profil\n\n- Lire et écrire en français ; être de bonne humeur\n",
            &["language fr -: Lire et écrire en français", "fact: être de bonne humeur"],
        ),
        (
            "Requirements\n\n- You have worked with one of the following tools: rake, spade or hoe.\n",
            &["done: You have worked with one of the following tools: rake, spade or hoe."],
        ),
    ] {
        assert_eq!(asked(&format!("Gardener\n\n{text}")), expected, "{text}");
    }
}
