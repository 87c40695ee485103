//! What is known of texts that were judged before in the same column: most columns hold few different texts, and
//! a text on which a rule stayed silent once need not be judged again.
//!
//! A rule's silence is remembered only where its check looked at no other field than its own, which the record
//! keeps track of while the check runs; so nothing has to be declared, and nothing can be declared wrongly.

use std::rc::Rc;

use precheck_schema::grid::CellTag;
use precheck_schema::pool::StrId;
use precheck_schema::{FieldKey, Kind};

use crate::reading::amounts::PenaltyMoney;
use crate::reading::period::Period;

/// Texts remembered per column; a text pushes out another with the same remainder.
const TEXTS: usize = 512;

/// After so many looks a column that hardly ever holds a text twice is given up.
const TRIAL: u32 = 256;

/// What is known of one text in one column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    id: StrId,
    tag: CellTag,
    /// Whether the value is empty or a filler: no rule over cells judges it.
    pub(super) is_blank: bool,
    pub(super) is_filler: bool,
    /// Whether the value is the text as typed.
    pub(super) is_plain: bool,
    /// Rules that stayed silent, one bit each.
    pub(super) silent: u128,
}

/// What is known of the texts of one table.
pub(super) struct Memo {
    known: Vec<Option<Known>>,
    /// For each column how often it was looked at, and how often in vain.
    looks: Vec<(u32, u32)>,
    money: Vec<Option<(StrId, Rc<PenaltyMoney>)>>,
    publicity: Vec<Option<(StrId, Option<Period>)>>,
}

/// Where a text is remembered.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot(usize);

impl Memo {
    pub(super) fn new(kind: Kind) -> Self {
        let readings = if kind.field(FieldKey::PenaltyContent).is_some() { TEXTS } else { 0 };
        Self {
            known: vec![None; kind.fields().len() * TEXTS],
            looks: vec![(0, 0); kind.fields().len()],
            money: vec![None; readings],
            publicity: vec![None; TEXTS],
        }
    }

    /// The slot of a text in the column at a position of the kind, and what is known of it.
    /// None where remembering does not pay: names, codes and numbers differ from record to record.
    pub(super) fn find(&mut self, position: usize, id: StrId, tag: CellTag) -> Option<(Slot, Option<Known>)> {
        let (looks, in_vain) = &mut self.looks[position];
        if *looks == TRIAL {
            if *in_vain > TRIAL / 8 * 7 {
                return None;
            }
            (*looks, *in_vain) = (0, 0);
        }
        let slot = position * TEXTS + id.index() % TEXTS;
        let known = self.known[slot].filter(|known| known.id == id && known.tag == tag);
        *looks += 1;
        *in_vain += u32::from(known.is_none());
        Some((Slot(slot), known))
    }

    /// Begins to remember a text.
    pub(super) fn start(
        &mut self,
        slot: Slot,
        id: StrId,
        tag: CellTag,
        value: &str,
        is_filler: bool,
        is_plain: bool,
    ) {
        let is_blank = value.is_empty() || is_filler;
        self.known[slot.0] = Some(Known { id, tag, is_blank, is_filler, is_plain, silent: 0 });
    }

    /// Remembers that a rule stayed silent on the text of a slot.
    pub(super) fn add_silent(&mut self, slot: Slot, rule: u128) {
        if let Some(known) = &mut self.known[slot.0] {
            known.silent |= rule;
        }
    }

    /// The sums of a text of 行政处罚内容.
    pub(super) fn money(&self, id: StrId) -> Option<&Rc<PenaltyMoney>> {
        let (known, money) = self.money.get(id.index() % TEXTS)?.as_ref()?;
        (*known == id).then_some(money)
    }

    pub(super) fn keep_money(&mut self, id: StrId, money: Rc<PenaltyMoney>) {
        if let Some(slot) = self.money.get_mut(id.index() % TEXTS) {
            *slot = Some((id, money));
        }
    }

    /// The reading of a text of 公示期限.
    pub(super) fn publicity(&self, id: StrId) -> Option<&Option<Period>> {
        let (known, period) = self.publicity[id.index() % TEXTS].as_ref()?;
        (*known == id).then_some(period)
    }

    pub(super) fn keep_publicity(&mut self, id: StrId, period: Option<Period>) {
        self.publicity[id.index() % TEXTS] = Some((id, period));
    }
}
