//! Where the deadlines stand: the card beside the drop area.

use precheck_ledger::{iso, weekday};
use yew::prelude::*;

use crate::actions::Actions;
use crate::services::lang::use_lang;
use crate::services::ledger::{self, use_ledger};
use crate::services::terms::Counting;
use crate::state::{Action, AppState, Screen};
use crate::text_ledger as words;

/// What [`DueCard`] needs.
#[derive(Properties, PartialEq, Clone)]
pub(super) struct DueCardProps {
    /// Does what is asked for.
    pub(super) actions: Actions,
    /// What is shown.
    pub(super) state: UseReducerHandle<AppState>,
}

/// The card.
#[component]
pub(super) fn DueCard(props: &DueCardProps) -> Html {
    use_ledger();
    let lang = use_lang();
    let state = &props.state;
    let counting = use_memo((state.settings.clone(), state.choices.clone()), |(settings, choices)| {
        Counting::new(settings, choices)
    });
    let strip = ledger::with(|book| (!book.is_empty()).then(|| book.strip(&counting.terms())));
    let open = use_callback(props.actions.clone(), |event: MouseEvent, actions| {
        event.prevent_default();
        actions.show(Action::Show(Screen::Ledger));
    });
    let days = counting.deadline().days;
    let body = match strip {
        None => html! { <div class="body tight t13 muted">{ words::CARD_EMPTY.get(lang) }</div> },
        Some(strip) if strip.overdue + strip.soon == 0 => {
            html! { <div class="body tight t13 muted">{ words::CARD_NONE.get(lang) }</div> }
        }
        Some(strip) => html! {
            <ul class="list">
                if strip.overdue > 0 {
                    <li><span class="big s-E">{ strip.overdue }</span><span>{ words::over_days(lang, days) }<br/>
                        <span class="muted">{ words::longest(lang, strip.most_overdue) }</span></span></li>
                }
                if strip.soon > 0 {
                    <li><span class="big s-W">{ strip.soon }</span><span>{ words::SOON.get(lang) }<br/>
                        <span class="muted">{ strip.next.map(|day| {
                            words::next_due(lang, &iso(day), words::weekday(lang, weekday(day)))
                        }) }</span></span></li>
                }
            </ul>
        },
    };
    html! {
        <div class="card due">
            <header><h2>{ words::CARD.get(lang) }</h2>
                <span class="sp"><a href="#/ledger" class="t13" onclick={open}>{ words::CARD_LINK.get(lang) }</a></span>
            </header>
            { body }
        </div>
    }
}
