//! When and by whom changes are made, for the change log.

use precheck_session::api::Request;

use super::Actions;
use super::batch::remembered;
use crate::services::clock;

impl Actions {
    /// Learns who works here: who exported last on this computer.
    pub(crate) async fn learn_person(&self) {
        let kept = remembered().await.handler;
        self.person_is(&kept);
    }

    /// Changes are made by this person from now on.
    pub(crate) fn person_is(&self, name: &str) {
        name.trim().clone_into(&mut self.person.borrow_mut());
    }

    /// Who works here: who was named last, or the first handler of the profile.
    pub(crate) fn person(&self) -> String {
        let named = self.person.borrow().clone();
        if named.is_empty() { self.handler() } else { named }
    }

    /// A request with the time of day and the person: the engine knows neither.
    pub(super) fn stamped(&self, request: Request) -> Request {
        Request::Stamped { at: clock::stamp(), by: self.person(), request: Box::new(request) }
    }
}
