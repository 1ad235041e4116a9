//! Sentences about verdicts: why each is what it is, what would change it, and the account of one candidate.
//!
//! Nothing here judges: what a verdict is follows from [`crate::reading`], [`crate::kinds`] and [`crate::score`], and
//! every "what if" is computed with the same rules. A candidate's own words are quoted as they are: whoever shows a
//! sentence escapes it.

mod account;
mod amount;
mod applicant;
mod ask;
pub mod change;
mod compare;
mod confirm;
mod data;
mod decided;
mod narrow;
mod near;
mod page;
mod plain;
mod reason;
#[cfg(test)]
mod samples;
mod wrap;

pub use self::account::{CandidateAccount, account_text, verdict_of};
pub use self::amount::amount_read;
pub use self::applicant::{Letter, for_candidate};
pub use self::compare::compare;
pub use self::data::{account_json, letter_json};
pub use self::decided::decided;
pub use self::near::{lack, near_miss, sizes};
pub use self::page::{Emphasis, PageLayout, Show};
pub use self::plain::{change, points};
pub use self::reason::{follows_from_reading, how_read, reason, reason_into, unread, unread_told, untrusted};
pub use crate::kinds::{evidence, evidence_of};

use crate::catalogue::Text;
use crate::criteria::{Criteria, Criterion, Stage, WhenMissing};
use crate::decisions::{Entry, Ruled};
use crate::kinds::{Cells, Outcome, TestAccount};
use crate::plan::{Plan, Planned};
use crate::reading::{Reading, Why};
use crate::score::{Judged, Need, Standing, standing};
use crate::verdict::Verdict;

/// One criterion and what it says of one candidate.
#[derive(Clone, Debug)]
pub struct CriterionAccount {
    /// The criterion's id.
    pub id: String,
    /// What it is called.
    pub label: Text,
    /// The posting's own words.
    pub quote: Option<String>,
    /// Whether it can reject.
    pub need: Need,
    /// Its weight.
    pub weight: f64,
    /// What an empty cell is.
    pub when_missing: WhenMissing,
    /// Why it may read a column about a protected ground.
    pub lawful_basis: Option<String>,
    /// What was read, and held against what is asked.
    pub account: TestAccount,
    /// What it counts as.
    pub judged: Judged,
    /// What a person decided, in whose place the machine had said something else.
    pub decided: Option<DecidedCriterion>,
}

/// What a person decided of a criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct DecidedCriterion {
    /// The decision.
    pub entry: Entry,
    /// What the machine had said.
    pub machine: Judged,
}

impl CriterionAccount {
    /// What `criterion`, bound as `planned`, says of a candidate of whom this was read.
    #[must_use]
    pub fn new(criterion: &Criterion, planned: &Planned, account: TestAccount) -> Self {
        Self {
            id: criterion.id.clone(),
            label: criterion.label.clone(),
            quote: criterion.quote.clone(),
            need: criterion.need,
            weight: criterion.weight,
            when_missing: criterion.when_missing,
            lawful_basis: criterion.lawful_basis.clone(),
            judged: planned.count(account.outcome),
            account,
            decided: None,
        }
    }

    /// With what a person decided of it.
    pub fn decide(&mut self, ruled: &Ruled<'_>) {
        self.decided = Some(DecidedCriterion { entry: ruled.decision.entry.clone(), machine: ruled.machine });
        self.judged = ruled.judged;
    }

    /// Why the verdict is what it is.
    #[must_use]
    pub fn reason(&self) -> Text {
        if let Some(DecidedCriterion { entry, .. }) = &self.decided {
            return decided(entry);
        }
        reason(&self.account, &self.judged, self.when_missing)
    }

    /// Whether it counts, can reject, and has this verdict.
    fn requires(&self, verdict: Verdict) -> bool {
        self.judged.counts && self.need == Need::Required && self.judged.verdict == verdict
    }

    /// Whether the row that it was read from cannot be trusted.
    fn distrusted(&self) -> bool {
        self.account.reading == Reading::Unknown(Why::Untrusted)
    }
}

/// What every criterion of a stage says of one row.
#[must_use]
pub fn accounts(criteria: &Criteria, stage: Stage, plan: &Plan, row: &dyn Cells) -> Vec<CriterionAccount> {
    let each = criteria.of_stage(stage).zip(&plan.criteria).zip(plan.account(row));
    each.map(|((criterion, planned), account)| CriterionAccount::new(criterion, planned, account)).collect()
}

/// The same of a row that cannot be trusted: its cells stay as evidence, and nothing is known.
#[must_use]
pub fn distrust(mut criteria: Vec<CriterionAccount>) -> Vec<CriterionAccount> {
    for criterion in &mut criteria {
        forget(&mut criterion.account);
        let Outcome { verdict, credit, .. } = Outcome::UNKNOWN;
        criterion.judged = Judged { verdict, credit, counts: true };
    }
    criteria
}

fn forget(account: &mut TestAccount) {
    account.outcome = Outcome::UNKNOWN;
    account.reading = Reading::Unknown(Why::Untrusted);
    (account.strict, account.understood) = (account.reading, account.reading);
    account.doubt = Some(Why::Untrusted);
    account.hopes.clear();
    account.parts.iter_mut().for_each(forget);
}

/// The standing that follows from these accounts.
#[must_use]
pub fn standing_of(criteria: &[CriterionAccount]) -> Standing {
    let standing = standing(criteria.iter().map(|criterion| (criterion.need, criterion.weight, &criterion.judged)));
    if criteria.iter().any(CriterionAccount::distrusted) { standing.untrusted() } else { standing }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::plan::Memory;
    use crate::score::Status;

    const CRITERIA: &str = "
version: 1
criteria:
  - id: drafting
    label: { en: Drafting, fr: Rédaction }
    quote: Excellentes compétences en matière de rédaction
    weight: 3
    level: { column: drafting, scale: proficiency, at_least: good, full_at: excellent }
  - id: work
    any_of:
      of:
        - yes_no: { column: permit }
        - all_of:
            of:
              - provided: { column: passport }
              - yes_no: { column: citizen }
  - id: letter
    need: asset
    when_missing: fail
    provided: { column: letter }
  - id: panel
    stage: interview
    yes_no: { column: panel }
";
    const COLUMNS: [&str; 6] = ["drafting", "permit", "passport", "citizen", "letter", "panel"];

    struct Row<'a>([&'a str; 6]);

    impl Cells for Row<'_> {
        fn cell(&self, index: usize) -> &str {
            self.0[index]
        }
    }

    fn accounts_of(row: [&str; 6], stage: Stage) -> Vec<CriterionAccount> {
        let criteria = crate::criteria::read("criteria.yaml", CRITERIA).unwrap();
        let column = |name: &str| COLUMNS.iter().position(|known| *known == name);
        let as_of = NaiveDate::from_ymd_opt(2024, 5, 26).unwrap();
        let plan = Plan::new(&criteria, stage, &column, as_of);
        let accounts = accounts(&criteria, stage, &plan, &Row(row));
        let mut memory = Memory::default();
        assert_eq!(standing_of(&accounts), plan.judge(&Row(row), &mut memory).standing);
        assert_eq!(standing_of(&distrust(accounts.clone())), plan.distrust(&mut memory).standing);
        accounts
    }

    #[test]
    fn from_a_criteria_file_to_sentences() {
        let accounts = accounts_of(["good", "", "scan.pdf", "maybe", "", "yes"], Stage::Application);
        let told: Vec<(&str, String, String)> = accounts
            .iter()
            .map(|account| (account.id.as_str(), account.reason().en, evidence(&account.account).into_owned()))
            .collect();
        let work = "none is certain; open: permit: yes (the cell is empty); passport: provided; and citizen: yes \
                    (1 met; open: citizen: yes (`maybe` is not understood))";
        assert_eq!(told[1].1, work);
        assert_eq!(told[0], ("drafting", "“good”: “good” asked".into(), "good".into()));
        assert_eq!(told[1].2, "passport: scan.pdf; citizen: maybe");
        let empty = "the cell is empty, which this posting counts as not met";
        assert_eq!(told[2], ("letter", empty.into(), String::new()));
        assert_eq!(accounts[0].label.fr, "Rédaction");
        assert_eq!(accounts[0].quote.as_deref(), Some("Excellentes compétences en matière de rédaction"));

        // One answer is enough, and either would do: the first is asked for.
        assert_eq!(standing_of(&accounts).status, Status::Review);
        let confirmations = change::cheapest(&accounts).unwrap();
        assert_eq!(confirmations.len(), 1);
        assert_eq!(confirmations[0].label.en, accounts[1].label.en);
        assert_eq!(confirmations[0].columns, ["permit"]);
        assert_eq!(change::standing_after(&accounts, &confirmations).status, Status::Eligible);
    }

    #[test]
    fn a_stage_has_its_own_criteria() {
        let row = ["good", "no", "", "no", "letter.pdf", "yes"];
        assert_eq!(accounts_of(row, Stage::Application).len(), 3);
        assert_eq!(accounts_of(row, Stage::Interview).len(), 4);
        assert_eq!(change::cheapest(&accounts_of(row, Stage::Interview)).map(|set| set.len()), None);
    }
}
