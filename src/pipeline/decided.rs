//! What people decided, between judging and ranking: in the place of what the machine said, and told beside it.

use super::BoundFile;
use super::blind::Blind;
use crate::catalogue::Lang;
use crate::criteria::{Criteria, Stage};
use crate::decisions::{Decisions, Entry, Ruling};
use crate::explain::{self, CriterionAccount};
use crate::kinds::evidence;
use crate::plan::{Answer, Memory, Miss};
use crate::records::Row;
use crate::score::{Judged, Standing, Status};
use crate::view::{ByHand, Decided, Saying};

/// What people decided of one record.
pub struct Over<'d> {
    /// What was decided.
    pub ruling: Ruling<'d>,
    /// What each criterion says then.
    pub each: Vec<Answer>,
    /// Where the candidate stands then.
    pub standing: Standing,
    /// Where the candidate stands by the criteria, whoever decided on them.
    pub by_criteria: Status,
    /// The one required criterion that is nearly met then; nobody comes near to what a person decided.
    pub near_miss: Option<Miss>,
}

impl<'d> Over<'d> {
    /// What was decided of this record, of which the criteria say what `machine` does; nothing where that is nothing.
    #[must_use]
    pub fn of(
        decisions: &'d Decisions,
        file: &BoundFile,
        row: &Row<'_>,
        machine: impl FnOnce() -> Vec<Answer>,
    ) -> Option<Self> {
        if !may_concern(decisions, file, row) {
            return None;
        }
        let (plan, mut each, mut line) = (&file.plan, machine(), String::new());
        let judged: Vec<Judged> = each.iter().map(|answer| answer.judged).collect();
        let ruling = decisions.rule(file.id_of(row, &mut line), &plan.criteria, row, &judged);
        if ruling.is_empty() {
            return None;
        }
        ruling.criteria.iter().for_each(|ruled| each[ruled.criterion] = Answer::decided(ruled.judged));
        let (standing, near_miss) = plan.comes_to(&each);
        let standing = if row.trouble.is_some() { standing.untrusted() } else { standing };
        let by_criteria = standing.status;
        decisions.compare_status(&ruling, by_criteria);
        let near_miss = near_miss.filter(|_| ruling.status.is_none());
        let status = ruling.status.map_or(by_criteria, |(status, _)| status);
        Some(Self { ruling, each, standing: Standing { status, ..standing }, by_criteria, near_miss })
    }

    /// The same of a record that was put aside, which the criteria read again.
    #[must_use]
    pub fn read_again(decisions: &'d Decisions, file: &BoundFile, row: &Row<'_>) -> Option<Self> {
        Self::of(decisions, file, row, || file.judge(row, &mut Memory::default()).each())
    }
}

/// Whether people may have decided anything of a record.
pub(super) fn may_concern(decisions: &Decisions, file: &BoundFile, row: &Row<'_>) -> bool {
    decisions.may_concern(file.id_of(row, &mut String::new()), &file.plan.criteria, row)
}

/// What every criterion says of a record, with what people decided of it; `blind` where nobody is to know who it is.
#[must_use]
pub fn accounts_of<'d>(
    (criteria, stage): (&Criteria, Stage),
    file: &BoundFile,
    row: &Row<'_>,
    decisions: Option<&'d Decisions>,
    blind: Option<&Blind>,
) -> (Vec<CriterionAccount>, Option<Over<'d>>) {
    let mut accounts = explain::accounts(criteria, stage, &file.plan, row);
    if row.trouble.is_some() {
        accounts = explain::distrust(accounts);
    }
    let over = decisions.and_then(|decisions| Over::read_again(decisions, file, row));
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
    saying: Saying,
    evidence: String,
    entry: [String; 4],
    machine: Judged,
}

impl Worded {
    pub(super) fn new(over: &Over<'_>, file: &BoundFile, row: &Row<'_>, blind: Option<&Blind>, lang: Lang) -> Self {
        let cut = |text: &str| blind.map_or_else(|| text.to_owned(), |blind| blind.cut(text).into_owned());
        let words = |entry: &Entry| [&entry.decision, &entry.reason, &entry.by, &entry.at].map(|text| cut(text.trim()));
        let criteria = over.ruling.criteria.iter().map(|ruled| {
            let planned = &file.plan.criteria[ruled.criterion];
            let mut account = planned.check.account(row);
            if let Some(blind) = blind {
                blind.cut_account(&planned.check, row, row.trouble.is_some(), &mut account);
            }
            let entry = words(&ruled.decision.entry);
            let [decision, reason, by, at] = entry.clone();
            let told = explain::decided(&Entry { decision, reason, by, at, ..Entry::default() });
            WordedOne {
                criterion: ruled.criterion,
                saying: Saying {
                    finding: ruled.judged.finding(),
                    credit: ruled.judged.credit,
                    weight: if ruled.judged.counts { planned.weight } else { 0.0 },
                    reason: told.to(lang).to_owned(),
                    unread: Vec::new(),
                },
                evidence: evidence(&account).into_owned(),
                entry,
                machine: ruled.machine,
            }
        });
        let status = over.ruling.status.map(|(_, decision)| (words(&decision.entry), over.by_criteria));
        Self { criteria: criteria.collect(), status }
    }

    /// The same as a format is given it.
    pub(super) fn told(&self) -> (Vec<ByHand<'_>>, Option<(Decided<'_>, Status)>) {
        let criteria = self.criteria.iter().map(|one| ByHand {
            criterion: one.criterion,
            saying: &one.saying,
            evidence: &one.evidence,
            decided: of(&one.entry),
            machine: (one.machine.finding(), one.machine.credit),
        });
        (criteria.collect(), self.status.as_ref().map(|(entry, machine)| (of(entry), *machine)))
    }
}

fn of([decision, reason, by, at]: &[String; 4]) -> Decided<'_> {
    Decided { decision, reason, by, at }
}
