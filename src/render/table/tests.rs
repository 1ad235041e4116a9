use proptest::prelude::*;
use unicode_width::UnicodeWidthStr as _;

use super::*;
use crate::catalogue::Lang;
use crate::render::sample;
use crate::view::Ranks;

fn drawn(terminal: Terminal, heading: &Heading) -> String {
    sample::write(&mut Table::new(terminal), heading)
}

fn plain(width: usize) -> Terminal {
    Terminal { width, ..Terminal::default() }
}

#[test]
fn a_terminal_of_80_columns() {
    insta::assert_snapshot!(drawn(plain(80), &sample::heading(Lang::En)));
}

#[test]
fn a_narrow_terminal() {
    insta::assert_snapshot!(drawn(plain(40), &sample::heading(Lang::Fr)));
}

#[test]
fn columns_asked_for() {
    let mut heading = sample::heading(Lang::En);
    let fields = [
        OutputColumn::RankWorst,
        OutputColumn::Id,
        OutputColumn::Criterion(1),
        OutputColumn::Cell(0, "email".into()),
        OutputColumn::Notes,
    ];
    heading.fields = Some(fields.to_vec());
    insta::assert_snapshot!(drawn(plain(80), &heading));
    insta::assert_snapshot!(drawn(plain(34), &heading));
}

#[test]
fn nobody() {
    let heading = sample::heading(Lang::En);
    let none = sample::write_lines(&mut Table::new(plain(80)), &heading, &[]);
    assert!(none.contains("\nno candidates\n"), "{none}");
}

#[test]
fn colour_changes_nothing_but_colour() {
    for width in [30, 80, 120] {
        let heading = sample::heading(Lang::En);
        let coloured = drawn(Terminal { colour: true, ..plain(width) }, &heading);
        assert!(coloured.contains("\u{1b}[32meligible\u{1b}[0m"), "{coloured}");
        let mut bare = String::new();
        for (nth, part) in coloured.split('\u{1b}').enumerate() {
            bare.push_str(if nth == 0 { part } else { part.split_once('m').unwrap().1 });
        }
        assert_eq!(bare, drawn(plain(width), &heading));
    }
}

#[test]
fn ascii_only() {
    let mut heading = sample::heading(Lang::En);
    heading.blind = true;
    let line = sample::line();
    let mut table = Table::new(Terminal { unicode: false, ..plain(80) });
    let written = String::from_utf8(sample::write_bytes(&mut table, &heading, &[line], &Foot::default())).unwrap();
    assert!(written.is_ascii(), "{written}");
}

#[test]
fn lines_beyond_a_block_keep_the_widths() {
    let heading = sample::heading(Lang::En);
    let mut lines = vec![sample::line(); BLOCK + 3];
    for (rank, line) in (1..).zip(&mut lines) {
        line.ranks = Some(Ranks { rank, best: rank, worst: rank + 1 });
    }
    let written = sample::write_lines(&mut Table::new(plain(80)), &heading, &lines);
    let starts: Vec<Option<usize>> =
        written.lines().filter(|line| line.contains("C-001  ")).map(|line| line.find("eligible")).collect();
    assert_eq!(starts.len(), BLOCK + 3);
    assert!(starts.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(written.matches("Status").count(), 1);
}

#[test]
fn a_blind_list_without_ranks_shows_neither_names_nor_ranks() {
    let mut heading = sample::heading(Lang::En);
    (heading.blind, heading.ranked) = (true, false);
    let mut line = sample::line();
    line.ranks = None;
    for width in [40, 80, 200] {
        let written = sample::write_lines(&mut Table::new(plain(width)), &heading, &[line]);
        assert!(!written.contains("Name") && !written.contains("Rank"), "{written}");
        assert!(written.contains("C-001"), "{written}");
    }
}

#[test]
fn twenty_criteria_fit_80_columns() {
    let mut heading = sample::heading(Lang::Fr);
    let one = heading.criteria[3].clone();
    heading.criteria.extend(std::iter::repeat_n(one, 15));
    let told: Vec<crate::verdict::Glance> = sample::line().criteria.iter().copied().cycle().take(20).collect();
    let mut line = sample::line();
    line.criteria = &told;
    let written = sample::write_lines(&mut Table::new(plain(80)), &heading, &[line]);
    let row = written.lines().find(|line| line.contains("C-001")).unwrap();
    assert!(row.contains("Ana Ejemplo") && row.contains("éligible") && row.contains("82,5–87,0"), "{row}");
    assert_eq!(row.chars().filter(|c| "✓◑".contains(*c)).count(), 20, "{row}");
}

proptest! {
    #[test]
    fn no_line_is_wider_than_the_terminal(
        width in 20_usize..140,
        id in any::<String>(),
        name in "[\\x00-\\x7f\u{202e}漢é\u{301}\u{200b}👩\u{200d}]{0,40}",
        own in 0_usize..3,
        french: bool,
    ) {
        let mut heading = sample::heading(if french { Lang::Fr } else { Lang::En });
        if own == 1 {
            heading.fields = Some(heading.fields());
        } else if own == 2 {
            let one = heading.criteria[4].clone();
            heading.criteria.extend(std::iter::repeat_n(one, 15));
        }
        let mut line = sample::line();
        (line.id, line.name) = (&id, &name);
        let written = sample::write_lines(&mut Table::new(plain(width)), &heading, &[line, sample::line()]);
        for line in written.lines().filter(|line| !line.starts_with("    screen ")) {
            prop_assert!(line.width() <= width, "{:?}", line);
            prop_assert!(!line.chars().any(safe::is_unseen), "{:?}", line);
        }
    }
}
