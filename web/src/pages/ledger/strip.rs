//! The strip of 28 days: what is due when. A day is a filter.

use precheck_ledger::{Date, DueDay, Strip, iso, weekday};
use precheck_session::api::Lang;
use yew::prelude::*;

use crate::text_ledger as words;

/// What [`due_strip`] shows.
pub struct DueStripProps {
    /// Language.
    pub lang: Lang,
    /// The days.
    pub strip: Strip,
    /// The day that is the filter.
    pub chosen: Option<Date>,
    /// Whether what is overdue is the filter.
    pub overdue: bool,
    /// A day was chosen.
    pub on_day: Callback<Date>,
    /// What is overdue was chosen.
    pub on_overdue: Callback<()>,
}

fn day(props: &DueStripProps, at: usize, day: &DueDay) -> Html {
    let lang = props.lang;
    let date = iso(day.date);
    let name = words::weekday(lang, weekday(day.date));
    let act_by = (day.rest && day.count > 0).then(|| iso(day.act_by));
    let label = words::day(lang, &date, name, day.count, act_by.as_deref());
    let number = if at == 0 || date.ends_with("-01") {
        format!("{}/{}", date[5..7].trim_start_matches('0'), date[8..].trim_start_matches('0'))
    } else {
        date[8..].trim_start_matches('0').to_owned()
    };
    let mark = match (day.moved, day.rest) {
        (true, true) => words::OFF.get(lang),
        (true, false) => words::WORKED.get(lang),
        _ => "",
    };
    let count = classes!(
        "ct",
        (day.count == 0).then_some("z"),
        (day.count > 0 && day.overdue).then_some("late"),
        (day.count > 0 && day.hot).then_some("hot")
    );
    let onclick = {
        let (on_day, date) = (props.on_day.clone(), day.date);
        Callback::from(move |_: MouseEvent| on_day.emit(date))
    };
    html! {
        <li class={classes!(day.today.then_some("today"), day.rest.then_some("off"))} key={date}>
            <button type="button" aria-pressed={(props.chosen == Some(day.date)).to_string()} aria-label={label.clone()}
                title={label} disabled={day.count == 0} {onclick}>
                <span class="dd">{ number }</span>
                <span class="wd">{ if day.today { words::TODAY.get(lang) } else { name } }</span>
                <span class="hol">{ mark }</span>
                <span class={count}>{ if day.count == 0 { "·".to_owned() } else { day.count.to_string() } }</span>
            </button>
        </li>
    }
}

/// The strip.
pub fn due_strip(props: &DueStripProps) -> Html {
    let (lang, strip) = (props.lang, &props.strip);
    let ends = strip.days.first().zip(strip.days.last());
    let span = ends.map_or(String::new(), |(a, b)| format!("{} – {}", iso(a.date), iso(b.date)));
    let on_overdue = props.on_overdue.reform(|_: MouseEvent| ());
    html! {
        <section class="card duestrip" aria-label={words::DUE.get(lang)}>
            <header><h2>{ words::DUE.get(lang) }</h2><span class="t13 muted why">{ words::DUE_HELP.get(lang) }</span>
                <span class="sp t13 muted nowrap">{ span }</span></header>
            <div class="tl">
                <button type="button" class={classes!("over", (strip.overdue > 0).then_some("some"))}
                    aria-pressed={props.overdue.to_string()} disabled={strip.overdue == 0} onclick={on_overdue}>
                    <span>{ words::OVERDUE.get(lang) }</span>
                    <b>{ strip.overdue }</b>
                    if strip.overdue > 0 { <span>{ words::longest(lang, strip.most_overdue) }</span> }
                </button>
                <ol>{ for strip.days.iter().enumerate().map(|(at, one)| day(props, at, one)) }</ol>
            </div>
        </section>
    }
}
