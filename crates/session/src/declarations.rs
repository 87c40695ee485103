//! TypeScript declarations of [`crate::api`], made from the Rust types: what the JavaScript module publishes.

use ts_rs::{Config, TS};

use crate::api;

/// Every serialised type, in the order in which it is declared.
pub fn declarations() -> String {
    // Row numbers and counts stay far below 2^53: plain numbers in JavaScript.
    let config = Config::default().with_large_int("number");
    let mut out = String::from("// Made from the Rust types by `cargo xtask generate`.\n");
    macro_rules! declare {
        ($($name:ident),+ $(,)?) => {
            $(
                out.push('\n');
                out.push_str(&<api::$name as TS>::docs().unwrap_or_default());
                out.push_str("export ");
                out.push_str(&laid_out(&<api::$name as TS>::decl(&config)));
                out.push('\n');
            )+
        };
    }
    declare!(
        Settings,
        SourceOptions,
        SheetMapping,
        KnownLayout,
        Source,
        Origin,
        Address,
        FindingFilter,
        RowFilter,
        RowSort,
        FixFilter,
        ReplaceFilter,
        CellEdit,
        Request,
        Response,
        ProblemView,
        Progress,
        Overview,
        Totals,
        SourceView,
        SheetQuestion,
        SettledSheet,
        ColumnQuestion,
        TableView,
        ColumnView,
        DimensionView,
        DeadlineView,
        RowsView,
        RowView,
        CellView,
        GroupsView,
        GroupView,
        ItemsView,
        ItemView,
        DetailView,
        ChangedView,
        FixesView,
        FixView,
        SettingsView,
        KindView,
        PlanView,
        KindPlan,
        PreflightView,
        FileView,
        Facts,
        Confirmed,
        PlatformView,
        PlatformMessageView,
        DeliverOptions,
        DeliveredView,
        FailedFile,
        ExportedRecord,
        ReceiptView,
        EffectView,
        RuleEffect,
        HandlerView,
        OwnTemplateView,
        OwnTemplateOptions,
        Manifest,
        ManifestProfile,
        ManifestDays,
        ManifestSource,
        ManifestFile,
        ManifestKind,
        ManifestFix,
        ManifestConfirmation,
        ManifestLog,
        VerifiedFile,
        VerifiedView,
        Report,
        FileReport,
        TableReport,
        LeftOutReport,
        UnmappedReport,
        FindingReport,
        FixReport,
        FieldText,
        Proposal,
        MendedRecord,
        FieldSchema,
        KindSchema,
        StayedRecord,
        FormView,
        FormGroup,
        FormField,
        Offer,
        EntryView,
        ConfirmedFinding,
        MonthView,
        DayView,
        RuleBook,
        RuleView,
        TextView,
        BasisView,
        ExampleView,
        ChangedRule,
    );
    out
}

/// A declaration with one field a line, indented by its braces.
fn laid_out(declaration: &str) -> String {
    let mut out = String::new();
    let mut depth = 0;
    for line in declaration.lines().map(str::trim) {
        // Comments stand on lines of their own.
        if line.starts_with("/**") || line.starts_with('*') {
            new_line(&mut out, depth);
            out.push_str(if line.starts_with('*') { " " } else { "" });
            out.push_str(line);
            continue;
        }
        if !out.is_empty() {
            new_line(&mut out, depth);
        }
        for c in line.chars() {
            match c {
                '{' => {
                    depth += 1;
                    out.push(c);
                    new_line(&mut out, depth);
                }
                '}' => {
                    depth -= 1;
                    new_line(&mut out, depth);
                    out.push(c);
                }
                ',' if depth > 0 && is_between_fields(&out) => {
                    out.push(';');
                    new_line(&mut out, depth);
                }
                ' ' if out.ends_with([' ', '\n']) => {}
                c => out.push(c),
            }
        }
    }
    out
}

/// Whether a comma at the end of this text parts fields: it stands in no `<…>` or `[…]` of its line.
fn is_between_fields(out: &str) -> bool {
    let line = out.rsplit('\n').next().unwrap_or_default();
    let count = |sign: char| line.matches(sign).count();
    count('<') == count('>') && count('[') == count(']')
}

fn new_line(out: &mut String, depth: usize) {
    let kept = out.trim_end().len();
    out.truncate(kept);
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
}
