//! Help, mistyped command lines, completions and the manual, in both languages.

use super::common;

use assert_cmd::Command;

fn screen() -> Command {
    let mut command = Command::cargo_bin("screen").unwrap();
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "SCREEN_LANG", "SCREEN_CRITERIA", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.env("COLUMNS", "80");
    command
}

/// Status, standard output, standard error.
fn run(line: &str) -> (i32, String, String) {
    let output = screen().args(line.split(' ').filter(|word| !word.is_empty())).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn short_help_in_english() {
    let (status, out, errors) = run("-h");
    assert_eq!((status, errors.as_str()), (0, ""));
    insta::assert_snapshot!(out, @r###"
    Ranks applicants against a posting's required qualifications and shows why

      screen candidates.csv                 rank the candidates of a file
      screen -c job.yaml candidates.csv     by the criteria of your posting
      screen explain candidates.csv C017    why one stands where it does

    Usage: screen [OPTIONS] [FILE]...  |  screen COMMAND

    Commands:
      explain      One candidate's whole account, and what would change it
      compare      Why one candidate stands above another
      check        Whether a criteria file is right, and fits a candidates' file
      settle       What is open, settled by a person and kept in a file
      diff         What differs between two outputs, or under other rules
      audit        Rates and ratios of groups, as ranges over what is open
      robust       Whether other weights or answers would give another list
      init         A criteria file to start from, made from a candidates' file
      verify       Whether a recorded run is still the same
      completions  Completions for a shell

    What is asked:
      -c, --criteria <FILE>  The criteria file; the shipped posting's if not given
          --as-of <DATE>     The day that "present" means

    What comes out:
      -f, --format <FORMAT>  table, csv, tsv, json, jsonl, markdown, html or xlsx
      -o, --output <FILE>    Write to a file, whole or not at all
          --top <N>          Only the first N
          --blind            Hide who the candidates are

    How it speaks:
          --lang <LANG>  `en` or `fr`; the locale's if not given
      -h, --help         This; `--help` tells all, with examples
    "###);
}

#[test]
fn short_help_in_french() {
    let (status, out, errors) = run("-h --lang fr");
    assert_eq!((status, errors.as_str()), (0, ""));
    insta::assert_snapshot!(out, @r###"
    Classe les candidatures selon les qualifications requises et explique pourquoi

      screen candidates.csv                 classer les candidatures d'un fichier
      screen -c job.yaml candidates.csv     selon les critères de votre annonce
      screen explain candidates.csv C017    pourquoi telle candidature est à ce rang

    Utilisation : screen [OPTIONS] [FICHIER]...  |  screen COMMANDE

    Commandes :
      explain      Détaille une candidature, et ce qui changerait son résultat
      compare      Explique pourquoi une candidature est devant une autre
      check        Vérifie un fichier de critères, seul ou avec des candidatures
      settle       Fait trancher les éléments à vérifier et enregistre les réponses
      diff         Compare deux résultats, ou deux jeux de critères
      audit        Compare les taux par groupe, éléments à vérifier compris
      robust       Dit si d'autres poids ou réponses changeraient la liste
      init         Ébauche un fichier de critères à partir des candidatures
      verify       Vérifie, d'après son relevé, qu'un classement est inchangé
      completions  Affiche la complétion pour un shell

    Ce qui est demandé :
      -c, --criteria <FICHIER>  Fichier de critères ; par défaut, ceux fournis
          --as-of <DATE>        Le jour que désigne « à ce jour »

    Résultats :
      -f, --format <FORMAT>   table, csv, tsv, json, jsonl, markdown, html ou xlsx
      -o, --output <FICHIER>  Écrire dans un fichier, en entier ou pas du tout
          --top <N>           Seulement les N premières
          --blind             Masquer l'identité des personnes

    Langue et affichage :
          --lang <LANGUE>  `en` ou `fr` ; par défaut, celle du système
      -h, --help           Affiche l'aide (`--help` : aide complète)
    "###);
}

#[test]
fn long_help_tells_examples_environment_and_exit_statuses() {
    for (line, parts) in [
        (
            "--help",
            [
                "For recruiters:",
                "For scripts and pipelines:",
                "SCREEN_CRITERIA",
                "SCREEN_LANG",
                "NO_COLOR",
                "COLUMNS",
                "Exit status:",
                "130",
            ],
        ),
        (
            "--help --lang=fr",
            [
                "Pour le recrutement :",
                "Pour les scripts :",
                "SCREEN_CRITERIA",
                "SCREEN_LANG",
                "NO_COLOR",
                "COLUMNS",
                "Codes de sortie :",
                "130",
            ],
        ),
    ] {
        let (status, out, errors) = run(line);
        assert_eq!((status, errors.as_str()), (0, ""));
        for part in parts {
            assert!(out.contains(part), "{part}: {out}");
        }
        assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
        assert!(!out.contains('\u{1b}'));
    }
}

#[test]
fn the_language_is_heard_wherever_it_is_said() {
    for line in ["--lang fr explain -h", "explain --lang fr -h", "explain -h --lang fr", "explain --lang=fr --help"] {
        let (status, out, _) = run(line);
        assert_eq!(status, 0);
        assert!(out.contains("Utilisation : screen explain [OPTIONS] <FICHIER> [ID]..."), "{line}: {out}");
    }
    for (name, value) in [("SCREEN_LANG", "fr"), ("LANG", "fr_BE.UTF-8")] {
        let output = screen().env(name, value).arg("-h").output().unwrap();
        assert!(String::from_utf8(output.stdout).unwrap().contains("Utilisation :"), "{name}");
    }
    // A variable that is empty is one that is not set.
    let output = screen().env("SCREEN_LANG", "").env("SCREEN_CRITERIA", "").args(["init"]).output().unwrap();
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn what_cannot_be_meant_is_told_with_what_may_be() {
    for (line, status, en, fr) in [
        (
            "--fromat csv x",
            2,
            "there is no option `--fromat`|did you mean `--format`?",
            "il n'y a pas d'option `--fromat`|vouliez-vous dire `--format` ?",
        ),
        (
            "--format cvs x",
            2,
            "`cvs` is no value of `--format`|did you mean `csv`?",
            "`cvs` n'est pas une valeur de `--format`|vouliez-vous dire `csv` ?",
        ),
        (
            "x --format",
            2,
            "`--format` needs a value|`markdown`, `html` or",
            "`--format` a besoin d'une valeur|`markdown`, `html` ou",
        ),
        (
            "--top few x",
            2,
            "`few` is no value of `--top`|a whole number",
            "`few` n'est pas une valeur de `--top`|un nombre entier",
        ),
        ("--min-score 101 x", 2, "`101` is no value|from 0 to 100", "`101` n'est pas une valeur|de 0 à 100"),
        ("--map name x", 2, "`name` is no value of `--map`|`=`", "`name` n'est pas une valeur de `--map`|`=`"),
        ("--top 1 --top 2 x", 2, "`--top` is given twice", "`--top` est donné deux fois"),
        ("explain", 2, "`<FILE>` and `<ID>...` are missing", "il manque `<FICHIER>` et `<ID>...`"),
        ("explain a", 2, "`<ID>...` is missing|`--all`|`screen explain", "il manque `<ID>...`|`--all`|`screen explain"),
        ("explain a b --strict", 2, "`screen FILE` and `screen merge`", "`screen FILE` et `screen merge`"),
        ("check a b c", 2, "`c` is not expected here", "`c` n'est pas attendu ici"),
        ("explain a b --all", 2, "`[ID]...` and `--all` exclude each other", "`[ID]...` et `--all` s'excluent"),
        ("compare a b", 2, "`<ID>` needs at least 2 values", "`<ID>` demande au moins 2 valeurs"),
        ("--for-candidate x", 2, "there is no option|`screen explain`", "il n'y a pas d'option|`screen explain`"),
        ("--top 3 explain a b", 2, "before the command `explain`", "avant la commande `explain`"),
        (
            "explian a b --for-candidate",
            2,
            "did you mean the command `explain`?",
            "vouliez-vous dire la commande `explain` ?",
        ),
        (
            "chekc criteria.yaml",
            1,
            "there is no file `chekc`|did you mean the command `check`?",
            "il n'y a pas de fichier `chekc`|vouliez-vous dire la commande `check` ?",
        ),
        ("completions bahs", 2, "did you mean `bash`?", "vouliez-vous dire `bash` ?"),
    ] {
        for (lang, parts) in [("en", en), ("fr", fr)] {
            let (found, out, errors) = run(&format!("{line} --lang {lang}"));
            // An option that lacks its value would swallow the language.
            let (found, out, errors) =
                if line.ends_with("--format") { run(&format!("--lang {lang} {line}")) } else { (found, out, errors) };
            assert_eq!((found, out.as_str()), (status, ""), "{line} {lang}: {errors}");
            for part in parts.split('|') {
                assert!(errors.contains(part), "{line}: {part}: {errors}");
            }
        }
    }
}

#[test]
fn mistyped_ids_and_columns_get_the_nearest() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/candidates.csv");
    for (line, part) in [
        (format!("{file} --columns id,hrd-experiense"), "did you mean `hrd-experience`?"),
        (format!("{file} --columns scroe"), "did you mean `score`?"),
        (format!("explain {file} CO11"), "`C011`"),
    ] {
        let (status, out, errors) = run(&format!("{line} --quiet"));
        assert_eq!((status, out.as_str()), (1, ""), "{line}: {errors}");
        assert!(errors.contains(part), "{line}: {errors}");
    }
}

#[test]
fn the_version_is_told() {
    for line in ["--version", "-V"] {
        assert_eq!(run(line), (0, format!("screen {}\n", env!("CARGO_PKG_VERSION")), String::new()));
    }
}

#[test]
fn completions_are_for_the_shell_that_is_asked() {
    for (shell, mark) in [
        ("bash", "complete -F _screen"),
        ("zsh", "#compdef screen"),
        ("fish", "complete -c screen"),
        ("elvish", "edit:completion:arg-completer[screen]"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let (status, out, errors) = run(&format!("completions {shell}"));
        assert_eq!((status, errors.as_str()), (0, ""));
        assert!(out.contains(mark) && out.contains("for-candidate") && out.contains("explain"), "{shell}");
    }
}

#[test]
fn the_manual_tells_every_command() {
    for (line, parts) in [
        ("man", [".SH \"NAME\"", ".SH \"SCREEN EXPLAIN\"", ".SH \"SCREEN INIT\"", "Exit status:"]),
        ("man --lang fr", [".SH \"NOM\"", ".SH \"SCREEN EXPLAIN\"", ".SH \"CE QUI EST DEMANDÉ\"", "Codes de sortie :"]),
    ] {
        let (status, out, errors) = run(line);
        assert_eq!((status, errors.as_str()), (0, ""));
        for part in parts {
            assert!(out.contains(part), "{line}: {part}\n{out}");
        }
        // Every option is told of: its name is followed by words, not by the next paragraph.
        let lines: Vec<&str> = out.lines().collect();
        for pair in lines.windows(2).filter(|pair| pair[0].contains("\\-\\-") && pair[0].starts_with("\\fB\\-")) {
            assert!(!pair[1].starts_with('.'), "{pair:?}");
        }
        assert!(!out.contains("Print help"), "{out}");
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_is_no_error() {
    use std::io::Read as _;
    use std::process::Stdio;
    for args in [&["schema"][..], &["man"], &["completions", "bash"], &["--help"], &["init"]] {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_screen"))
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut errors = String::new();
        child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        assert_eq!((child.wait().unwrap().code(), errors.as_str()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn a_shell_completes_fields_and_the_ids_of_criteria() {
    let completions = |shell: &str, more: &[&str]| {
        let test = common::Test::new().of_project("criteria/data-analyst.yaml").args(["completions", shell]);
        test.args(more).output().text().to_owned()
    };
    for shell in ["bash", "zsh", "fish"] {
        let plain = completions(shell, &[]);
        assert!(plain.contains("rank_best") && plain.contains("formats.dates=dmy"), "{plain}");
        // Without a file of one's own the criteria are the shipped ones.
        assert!(plain.contains("hrd-experience.weight=") && !plain.contains("confidentiality"), "{plain}");
        let with_ids = completions(shell, &["-c", "data-analyst.yaml"]);
        assert!(with_ids.contains("confidentiality") && with_ids.contains("confidentiality.weight="), "{with_ids}");
    }
    // What a shell could run is completed nowhere.
    let criteria = "version: 1\ncriteria: [{ id: 'a$(touch x)', yes_no: { column: a } }]\n";
    let test = common::Test::new().file("c.yaml", criteria).args(["completions", "bash", "-c", "c.yaml"]);
    assert!(!test.output().text().contains("touch"));
}

/// Examples of the manual page stay in one line each, so that they can be copied.
#[test]
fn examples_of_the_manual_page_can_be_copied() {
    for lang in ["en", "fr"] {
        let page = common::Test::new().args(["man", "--lang", lang]).output();
        let lines: Vec<&str> = page.text().lines().collect();
        let examples: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with("    ")).collect();
        assert!(examples.len() >= 9, "{}", page.text());
        for at in examples {
            assert_eq!((lines[at - 1], lines[at + 1]), (".nf", ".fi"), "{}", lines[at]);
        }
    }
}
