//! Icons as inline SVG: no sprite, no file, nothing to load; colour from `currentColor`.

use yew::prelude::*;

/// An icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Severity error: a filled disc with a cross.
    Error,
    /// Severity warning: a filled triangle with an exclamation mark.
    Warning,
    /// Severity info: an empty square with an i.
    Info,
    /// Passed: a tick.
    Ok,
    /// Settled: a tick in a circle.
    OkCircle,
    /// The product.
    Shield,
    /// A file.
    File,
    /// Takes files in.
    Upload,
    /// Saves files.
    Download,
    /// The clipboard.
    Paste,
    /// A form.
    Form,
    /// A table.
    Grid,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Anew.
    Sync,
    /// Safe fixes.
    Fix,
    /// A step on; a closed group.
    Right,
    /// A step back.
    Left,
    /// Next; an open group.
    Down,
    /// Previous.
    Up,
    /// Onwards, in a button.
    Arrow,
    /// Search.
    Search,
    /// Close, cancel.
    Close,
    /// Help.
    Help,
    /// Light, dark, high contrast.
    Theme,
    /// A calendar.
    Calendar,
    /// Print.
    Print,
    /// Time.
    Clock,
    /// Data stays on this machine.
    Lock,
    /// Leads out.
    Out,
    /// A person.
    User,
    /// A list.
    List,
    /// A connection.
    Link,
    /// Columns.
    Columns,
}

impl Icon {
    /// The icon of a severity of the contract (`error`, `warning`, `info`); a tick for anything else.
    #[must_use]
    pub fn of_severity(severity: &str) -> Self {
        match severity {
            "error" => Self::Error,
            "warning" => Self::Warning,
            "info" => Self::Info,
            _ => Self::Ok,
        }
    }

    /// The drawing on a field of 16 × 16.
    fn drawing(self) -> Html {
        match self {
            Self::Error => html! {<>
                <circle cx="8" cy="8" r="6.75" fill="currentColor" stroke="none" />
                <path class="k-surface" d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" stroke-width="1.7" />
            </>},
            Self::Warning => html! {<>
                <path d="M8 1.6 15 14H1L8 1.6z" fill="currentColor" stroke-width="1" />
                <path class="k-surface" d="M8 6v3.8M8 11.9v.1" stroke-width="1.7" />
            </>},
            Self::Info => html! {<>
                <rect x="2" y="2" width="12" height="12" rx="2" />
                <path d="M8 7.4v3.4M8 5v.1" stroke-width="1.7" />
            </>},
            Self::Ok => html! { <path d="M2.8 8.6l3.4 3.4 7-7.6" stroke-width="1.8" /> },
            Self::Theme => html! {<>
                <circle cx="8" cy="8" r="6" />
                <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
            </>},
            _ => html! { <path d={self.path()} /> },
        }
    }

    /// The outline of icons that are one path.
    fn path(self) -> &'static str {
        match self {
            Self::Error | Self::Warning | Self::Info | Self::Ok | Self::Theme => "",
            Self::OkCircle => "M14.25 8A6.25 6.25 0 1 1 1.75 8a6.25 6.25 0 0 1 12.5 0zM5.2 8.2l2 2 3.6-4",
            Self::Shield => {
                "M8 1.5l5.5 2v4c0 3.4-2.2 5.8-5.5 7-3.3-1.2-5.5-3.6-5.5-7v-4L8 1.5zM5.4 8l1.9 1.9 3.4-3.8"
            }
            Self::File => "M3.5 1.5h6l3 3v10h-9v-13zM9.5 1.5v3h3M5.5 8h5M5.5 11h5",
            Self::Upload => "M8 10.5v-8M4.8 5.5L8 2.3l3.2 3.2M2 10v3.5h12V10",
            Self::Download => "M8 2.5v8M4.8 7.5L8 10.7l3.2-3.2M2 10.5v3h12v-3",
            Self::Paste => "M5.5 2.5h-2v12h9v-12h-2M5.5 1.5h5v2.6h-5zM6 8h4M6 11h4",
            Self::Form => "M2 2h12v12H2zM4.5 5.5h2M8.5 5.5h3M4.5 8.5h2M8.5 8.5h3M4.5 11.5h2M8.5 11.5h3",
            Self::Grid => "M1.8 2.5h12.4v11H1.8zM1.8 6h12.4M1.8 9.8h12.4M6 2.5v11",
            Self::Undo => "M5.5 3L2.5 6l3 3M2.8 6H10a3.5 3.5 0 0 1 0 7H6",
            Self::Redo => "M10.5 3l3 3-3 3M13.2 6H6a3.5 3.5 0 0 0 0 7h4",
            Self::Sync => {
                "M13.5 8A5.5 5.5 0 0 1 3.6 11.2M2.5 8a5.5 5.5 0 0 1 9.9-3.2M12.6 2v3h-3M3.4 14v-3h3"
            }
            Self::Fix => "M2 4h7M2 8h4M2 12h4M8.5 11l2.2 2.2L14.5 9",
            Self::Right => "M6 3.5L10.5 8 6 12.5",
            Self::Left => "M10 3.5L5.5 8l4.5 4.5",
            Self::Down => "M3.5 6L8 10.5 12.5 6",
            Self::Up => "M3.5 10L8 5.5l4.5 4.5",
            Self::Arrow => "M2.5 8h11M9.5 4l4 4-4 4",
            Self::Search => "M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.4 10.4L14 14",
            Self::Close => "M3.5 3.5l9 9M12.5 3.5l-9 9",
            Self::Help => {
                "M14.25 8A6.25 6.25 0 1 1 1.75 8a6.25 6.25 0 0 1 12.5 0zM6.2 6.2a1.9 1.9 0 1 1 2.6 1.9c-.6.2-.8.6-.8 1.2M8 11.6v.1"
            }
            Self::Calendar => "M2 3h12v11H2zM2 6.5h12M5 1.5v3M11 1.5v3",
            Self::Print => "M4.5 6V2h7v4M4.5 11.5H2V6h12v5.5h-2.5M4.5 9.5h7V14h-7z",
            Self::Clock => "M14.25 8A6.25 6.25 0 1 1 1.75 8a6.25 6.25 0 0 1 12.5 0zM8 4.5V8l2.5 1.8",
            Self::Lock => "M3 7h10v7H3zM5 7V4.8a3 3 0 0 1 6 0V7",
            Self::Out => "M9 3h4v4M13 3L7 9M7 3.5H3v9.5h9.5V9",
            Self::User => {
                "M10.7 5.2a2.7 2.7 0 1 1-5.4 0 2.7 2.7 0 0 1 5.4 0zM2.5 14c.5-3 2.6-4.6 5.5-4.6s5 1.6 5.5 4.6"
            }
            Self::List => "M5 4h9M5 8h9M5 12h9M2 4h.1M2 8h.1M2 12h.1",
            Self::Link => {
                "M6.5 9.5l3-3M7 4.5l1.5-1.5a2.8 2.8 0 0 1 4 4L11 8.5M9 11.5L7.5 13a2.8 2.8 0 0 1-4-4L5 7.5"
            }
            Self::Columns => "M2 2.5h12v11H2zM6 2.5v11M10 2.5v11",
        }
    }
}

/// The drawing without a component around it: a grid shows hundreds of them.
fn view(icon: Icon, class: Classes, title: Option<&AttrValue>) -> Html {
    let class = classes!("ic", class);
    match title {
        Some(title) => html! {
            <svg {class} role="img" aria-label={title} viewBox="0 0 16 16">
                <title>{ title }</title>
                { icon.drawing() }
            </svg>
        },
        None => html! {
            <svg {class} aria-hidden="true" focusable="false" viewBox="0 0 16 16">{ icon.drawing() }</svg>
        },
    }
}

/// A decorative icon.
pub fn icon(icon: Icon, class: &'static str) -> Html {
    view(icon, classes!(class), None)
}

/// The icon of a severity of the contract, by shape and colour; `title` says it in words where no text stands
/// beside it.
pub fn severity_icon(severity: &str, class: &'static str, title: Option<AttrValue>) -> Html {
    view(Icon::of_severity(severity), classes!(class, severity_class(severity)), title.as_ref())
}

/// The class that colours a severity of the contract; that of "passed" for anything else.
#[must_use]
pub fn severity_class(severity: &str) -> &'static str {
    match severity {
        "error" => "s-E",
        "warning" => "s-W",
        "info" => "s-I",
        _ => "s-P",
    }
}
