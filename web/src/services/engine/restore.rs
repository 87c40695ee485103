//! Brings a job back in a fresh worker: the same sources, the same changes, the same row ids.

use precheck_session::api::{Overview, Request, Response};

use super::{ATTEMPTS, Engine, Event};
use crate::services::fault::Fault;
use crate::services::log::Log;

impl Engine {
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
        let held = {
            let mut state = self.state.borrow_mut();
            state.restoring = false;
            if outcome.is_err() {
                let settings = state.log.settings.clone();
                state.log = Log { settings, ..Log::default() };
            }
            std::mem::take(&mut state.held)
        };
        for held in held {
            let _ = held.send(());
        }
        self.listener.emit(match outcome {
            Ok(overview) => Event::Restored(Box::new(overview)),
            Err(fault) => Event::Broken(fault.to_string()),
        });
    }

    /// Reads the sources of the log again and makes its changes, in a worker that was started anew.
    pub(super) async fn replay(&self) -> Result<Overview, Fault> {
        self.start().await?;
        let (opened, changes) = {
            let state = self.state.borrow();
            (!state.log.sources.is_empty(), state.log.changes.clone())
        };
        if opened {
            self.send_open().await?;
        }
        for change in changes {
            self.send(change, Vec::new()).await?;
        }
        let (mut response, _) = self.send(Request::Overview, Vec::new()).await?;
        self.state.borrow().log.complete(&mut response);
        match response {
            Response::Overview(overview) => Ok(*overview),
            _ => Err(Fault::Restored),
        }
    }
}
