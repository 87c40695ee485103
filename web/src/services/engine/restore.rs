//! Brings a job back in a fresh worker: the same sources, the same changes, the same row ids.

use precheck_session::api::{Overview, Request, Response};

use super::{ATTEMPTS, Engine, Event};
use crate::services::fault::Fault;
use crate::services::log::Log;

impl Engine {
    /// Brings a job back as its log says, in place of what is open. Where that cannot be, what was open stays.
    pub async fn resume(&self, log: Log) -> Result<Overview, Fault> {
        self.stand().await?;
        let before = {
            let mut state = self.state.borrow_mut();
            drop(state.stop());
            // Nothing else is asked in between, and progress is not told: it is that of steps of former days.
            state.restoring = true;
            std::mem::replace(&mut state.log, log)
        };
        let outcome = self.replay().await;
        if outcome.is_err() {
            self.state.borrow_mut().restoring = false;
            self.fall_back(before).await;
        }
        self.restored();
        outcome
    }

    /// What was asked meanwhile goes on.
    fn restored(&self) {
        let held = {
            let mut state = self.state.borrow_mut();
            state.restoring = false;
            std::mem::take(&mut state.held)
        };
        for held in held {
            let _ = held.send(());
        }
    }

    /// Forgets the job that could not be opened and brings the one before back, if there was one.
    pub(super) async fn fall_back(&self, before: Log) {
        self.state.borrow_mut().log = before;
        drop(self.state.borrow_mut().stop());
        self.restore().await;
    }

    /// Tells a fresh worker the log.
    pub(super) async fn restore(&self) {
        if std::mem::replace(&mut self.state.borrow_mut().restoring, true) {
            return;
        }
        let mut outcome = Err(Fault::Restored);
        for _ in 0..ATTEMPTS {
            outcome = self.replay().await;
            // A worker that broke off, or was ended by another step meanwhile, is worth another try.
            if !matches!(outcome, Err(Fault::Restored | Fault::Cancelled)) {
                break;
            }
        }
        if outcome.is_err() {
            let mut state = self.state.borrow_mut();
            let settings = state.log.settings.clone();
            state.log = Log { settings, ..Log::default() };
        }
        self.restored();
        self.listener.emit(match outcome {
            Ok(overview) => Event::Restored(Box::new(overview)),
            Err(fault) => Event::Broken(fault.to_string()),
        });
    }

    /// Reads the sources of the log again and makes its changes, in a worker that was started anew.
    async fn replay(&self) -> Result<Overview, Fault> {
        self.start().await?;
        let (opened, changes) = {
            let state = self.state.borrow();
            (!state.log.sources.is_empty(), state.log.changes.clone())
        };
        if opened {
            self.send_open().await?;
        }
        for change in changes {
            self.send_again(change, Vec::new()).await?;
        }
        let (mut response, _) = self.send(&Request::Overview, Vec::new()).await?;
        self.state.borrow().log.complete(&mut response);
        match response {
            Response::Overview(overview) => Ok(*overview),
            _ => Err(Fault::Restored),
        }
    }
}
