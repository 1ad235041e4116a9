//! Any bytes as a criteria file.

use std::fmt::Write as _;

use screen::catalogue::Lang;
use screen::criteria::{self, Stage};
use screen::explain;
use screen::header::Header;
use screen::plan::{Memory, Plan};
use screen::render::{Terminal, problems};

use super::{as_of, check_credit, is_dangerous};

/// A file is refused with at least one problem, which can be drawn; or accepted, and then it binds, judges an empty row
/// and a full one, and says what it asks.
pub(crate) fn criteria(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let criteria = match criteria::read("criteria.yaml", text) {
        Ok(criteria) => criteria,
        Err(found) => {
            assert!(!found.is_empty(), "refused without a reason");
            for lang in [Lang::En, Lang::Fr] {
                let mut drawn = Vec::new();
                problems::draw(&found, None, lang, Terminal::default(), &mut drawn).expect("memory can be written");
                let drawn = String::from_utf8(drawn).expect("problems are text");
                let dangerous = drawn.chars().find(|c| *c != '\n' && is_dangerous(*c));
                assert_eq!(dangerous, None, "{drawn}");
            }
            for problem in &found {
                assert!(problem.place.is_some(), "{problem:?} is nowhere");
            }
            return;
        }
    };
    assert!(!criteria.criteria.is_empty());
    for stage in [Stage::Application, Stage::Interview] {
        let wanted = criteria.wanted(stage);
        let column = |name: &str| wanted.iter().position(|wanted| wanted.name == name);
        // A header of the names themselves binds, unless two of them are folded into one.
        let header = Header::new(wanted.iter().map(|wanted| wanted.headers[0].clone()).collect());
        let _ = header.bind("candidates.csv", &wanted, &[], false);
        let plan = Plan::new(&criteria, stage, &column, as_of());
        let nowhere = Plan::new(&criteria, stage, &|_| None, as_of());
        let mut memory = [Memory::default(), Memory::default()];
        for cell in ["", "7", "yes", "C1", "Master en droit, 2012", "2012-03/2016-06"] {
            let row: Vec<String> = wanted.iter().map(|_| cell.to_owned()).collect();
            for (plan, memory) in [&plan, &nowhere].into_iter().zip(&mut memory) {
                let judgement = plan.judge(&row, memory);
                let standing = judgement.standing;
                assert!(standing.score <= standing.score_max, "{standing:?}");
                for answer in judgement.each() {
                    check_credit(answer.judged.verdict, answer.judged.credit);
                }
                let mut said = String::new();
                for account in explain::accounts(&criteria, stage, plan, &row) {
                    let _ = write!(said, "{:?}{:?}", account.account.requirement, account.reason());
                }
                assert!(!said.is_empty() || plan.criteria.is_empty());
            }
        }
    }
}
