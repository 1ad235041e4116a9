//! What people decided, between judging and ranking: in the place of what the machine said, and told beside it.

use super::Bound;
use super::blind::Blind;
use crate::catalogue::Lang;
use crate::criteria::{Criteria, Stage};
use crate::decisions::{Decisions, Entry, Ruling};
use crate::explain::{self, CriterionAccount};
use crate::kinds::{Account, evidence};
use crate::plan::Miss;
use crate::records::Row;
use crate::score::{Judged, Need, Standing, Status, standing};
use crate::verdict::{Verdict, Verdicts};
use crate::view::{ByHand, Decided, Told};

/// What people decided of one record.
pub struct Over<'d> {
    /// What was decided.
    pub ruling: Ruling<'d>,
    /// What each criterion comes to then.
    pub judged: Vec<Judged>,
    /// Where the candidate stands then.
    pub standing: Standing,
    /// Where the candidate stands by the criteria, whoever decided on them.
    pub by_criteria: Status,
    /// The one required criterion that is nearly met then.
    pub near_miss: Option<Miss>,
    accounts: Vec<Account>,
}

impl<'d> Over<'d> {
    /// What was decided of this record; nothing where that is nothing.
    #[must_use]
    pub fn of(decisions: &'d Decisions, file: &Bound, row: &Row<'_>) -> Option<Self> {
        let mut line = String::new();
        let id = file.id_of(row, &mut line);
        let criteria = &file.plan.criteria;
        if !decisions.may_concern(id, criteria, row) {
            return None;
        }
        let accounts = file.plan.account(row);
        let damaged = row.trouble.is_some();
        let count = |(planned, account): (&crate::plan::Planned, &Account)| {
            if damaged { Judged::UNKNOWN } else { planned.count(account.outcome) }
        };
        let machine: Vec<Judged> = criteria.iter().zip(&accounts).map(count).collect();
        let ruling = decisions.rule(id, criteria, row, &machine);
        if ruling.is_empty() {
            return None;
        }
        let mut judged = machine;
        ruling.apply(&mut judged);
        let each = criteria.iter().zip(&judged).map(|(planned, judged)| (planned.need, planned.weight, judged));
        let by_criteria = standing(each);
        let by_criteria = if damaged { by_criteria.untrusted() } else { by_criteria };
        decisions.compare_status(&ruling, by_criteria.status);
        let status = ruling.status.map_or(by_criteria.status, |(status, _)| status);
        let mut over = Self {
            ruling,
            judged,
            standing: Standing { status, ..by_criteria },
            by_criteria: by_criteria.status,
            near_miss: None,
            accounts,
        };
        over.near_miss = over.near_miss(file);
        Some(over)
    }

    /// The one required criterion that is not met and that the cells nearly meet; nobody comes near to what a person decided.
    fn near_miss(&self, file: &Bound) -> Option<Miss> {
        if self.ruling.status.is_some() {
            return None;
        }
        let required = |verdict| {
            let each = file.plan.criteria.iter().zip(&self.judged).enumerate();
            let of_it = move |(_, (planned, judged)): &(usize, (&crate::plan::Planned, &Judged))| {
                planned.need == Need::Required && judged.counts && judged.verdict == verdict
            };
            each.filter(of_it).map(|(at, _)| at)
        };
        let mut failed = required(Verdict::NotMet);
        let criterion = failed.next().filter(|_| failed.next().is_none())?;
        let outcome = self.accounts[criterion].outcome;
        let decided = self.ruling.criteria.iter().any(|ruled| ruled.criterion == criterion);
        let near = !decided && !outcome.missing && outcome.gap <= 1.0;
        let open = u32::try_from(required(Verdict::Unknown).count()).unwrap_or(u32::MAX);
        near.then_some(Miss { criterion, gap: outcome.gap, open })
    }

    /// The verdicts, as far as they fit one number.
    #[must_use]
    pub fn verdicts(&self) -> Verdicts {
        let each = self.judged.iter().enumerate().map(|(at, judged)| Verdicts::one(at, judged.finding()));
        each.fold(Verdicts::default(), Verdicts::plus)
    }
}

/// What every criterion says of a record, with what people decided of it; `blind` where nobody is to know who it is.
#[must_use]
pub fn accounts_of<'d>(
    (criteria, stage): (&Criteria, Stage),
    file: &Bound,
    row: &Row<'_>,
    decisions: Option<&'d Decisions>,
    blind: Option<&Blind>,
) -> (Vec<CriterionAccount>, Option<Over<'d>>) {
    let mut accounts = explain::accounts(criteria, stage, &file.plan, row);
    if row.trouble.is_some() {
        accounts = explain::distrust(accounts);
    }
    let over = decisions.and_then(|decisions| Over::of(decisions, file, row));
    for ruled in over.iter().flat_map(|over| &over.ruling.criteria) {
        accounts[ruled.criterion].decide(ruled);
    }
    if let Some(blind) = blind {
        for (planned, one) in file.plan.criteria.iter().zip(&mut accounts) {
            blind.cut_account(&planned.check, row, row.trouble.is_some(), &mut one.account);
        }
        blind.cut_decided(&mut accounts);
    }
    (accounts, over)
}

/// What was decided of a record, in words; `blind` where nobody is to know who the candidates are.
pub(super) struct Worded {
    criteria: Vec<WordedOne>,
    status: Option<([String; 4], Status)>,
}

struct WordedOne {
    criterion: usize,
    judged: Judged,
    weight: f64,
    evidence: String,
    reason: String,
    entry: [String; 4],
    machine: Judged,
}

impl Worded {
    pub fn new(over: &Over<'_>, file: &Bound, row: &Row<'_>, blind: Option<&Blind>, lang: Lang) -> Self {
        let cut = |text: &str| blind.map_or_else(|| text.to_owned(), |blind| blind.cut(text).into_owned());
        let words = |entry: &Entry| [&entry.decision, &entry.reason, &entry.by, &entry.at].map(|text| cut(text.trim()));
        let criteria = over.ruling.criteria.iter().map(|ruled| {
            let planned = &file.plan.criteria[ruled.criterion];
            let mut account = over.accounts[ruled.criterion].clone();
            if let Some(blind) = blind {
                blind.cut_account(&planned.check, row, row.trouble.is_some(), &mut account);
            }
            let entry = words(&ruled.decision.entry);
            let [decision, reason, by, at] = entry.clone();
            let told = explain::decided(&Entry { decision, reason, by, at, ..Entry::default() });
            WordedOne {
                criterion: ruled.criterion,
                judged: ruled.judged,
                weight: if ruled.judged.counts { planned.weight } else { 0.0 },
                evidence: evidence(&account).into_owned(),
                reason: told.to(lang).to_owned(),
                entry,
                machine: ruled.machine,
            }
        });
        let status = over.ruling.status.map(|(_, decision)| (words(&decision.entry), over.by_criteria));
        Self { criteria: criteria.collect(), status }
    }

    /// The same as a format is given it.
    pub fn told(&self) -> (Vec<ByHand<'_>>, Option<(Decided<'_>, Status)>) {
        let criteria = self.criteria.iter().map(|one| ByHand {
            criterion: one.criterion,
            told: Told {
                finding: one.judged.finding(),
                credit: one.judged.credit,
                weight: one.weight,
                evidence: &one.evidence,
                reason: &one.reason,
                unread: &[],
            },
            decided: of(&one.entry),
            machine: (one.machine.finding(), one.machine.credit),
        });
        (criteria.collect(), self.status.as_ref().map(|(entry, machine)| (of(entry), *machine)))
    }
}

fn of([decision, reason, by, at]: &[String; 4]) -> Decided<'_> {
    Decided { decision, reason, by, at }
}
