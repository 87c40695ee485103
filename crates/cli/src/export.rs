//! `precheck export`.

use std::fmt::Write;

use precheck_session::api::{DeliverOptions, KindPlan, PlanView};
use precheck_session::run;

use crate::Status;
use crate::args::Export;
use crate::failure::Failure;
use crate::files::{Files, options, settings, template_name};
use crate::human::Counts;
use crate::output::{Ink, Paint, colours, print, tame};

pub(crate) fn run(command: &Export) -> Result<Status, Failure> {
    let settings = settings(&command.judging, Some(&command.template))?;
    let files = Files::read(&command.files);
    if let Some(problems) = &command.problems {
        files.check_place(problems)?;
    }
    let options = options(&command.judging, true);
    let accept = command.accept_warnings.as_deref();
    let deliver = DeliverOptions {
        template: template_name(&command.template)?,
        batch: command.batch.clone().unwrap_or_default(),
        handler: command.handler.clone().unwrap_or_default(),
        made_at: chrono::Local::now().format("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        zip: command.zip,
        problems: command.zip,
        ..DeliverOptions::default()
    };
    let exported = run::deliver(&files.inputs(), settings, &options, &deliver, accept)
        .map_err(|problem| Failure::Session(problem.message))?;
    let report = files.complete(exported.report);

    let paint = Paint(colours());
    let mut out = String::new();
    for file in &report.files {
        if let Some(problem) = &file.problem {
            let path = tame(&file.path);
            _ = writeln!(out, "{path}  {}  {}", paint.paint(Ink::Red, "无法读取"), tame(&problem.message));
        }
    }
    plan(&exported.plan, paint, &mut out);
    if !exported.files.is_empty() {
        std::fs::create_dir_all(&command.out).map_err(|error| Failure::write(&command.out, &error))?;
    }
    for (file, bytes) in exported.view.files.iter().zip(&exported.files) {
        let path = command.out.join(&file.name);
        files.write(&path, bytes)?;
        if file.name == exported.view.manifest_name {
            _ = writeln!(out, "回执已写入 {}，SM3 {}", path.display(), exported.view.manifest_sm3);
        } else {
            _ = writeln!(out, "已写入 {}，{} 条", path.display(), file.records);
        }
    }
    for failed in &exported.view.failed {
        let mark = paint.paint(Ink::Red, "未生成");
        _ = writeln!(out, "{mark} {}：{}", failed.label, tame(&failed.problem.message));
    }
    match (&command.problems, &exported.problems) {
        (Some(path), Some((file, bytes))) => {
            files.write(path, bytes)?;
            _ = writeln!(out, "问题清单已写入 {}，{} 条", path.display(), file.records);
        }
        (Some(_), None) => out.push_str("没有留下的记录，未写问题清单\n"),
        (None, _) => {}
    }
    let counts = Counts::of(&report.files);
    _ = writeln!(
        out,
        "共 {} 条记录：错误 {} 处，警告 {} 处，提示 {} 处；逐条列出用 precheck check",
        counts.records, counts.errors, counts.warnings, counts.notes
    );
    print(&out)?;
    let status = counts.status();
    Ok(if exported.view.failed.is_empty() { status } else { status.max(Status::Errors) })
}

/// What leaves and what stays, kind by kind.
fn plan(plan: &PlanView, paint: Paint, out: &mut String) {
    _ = writeln!(out, "模板 {}（{}）", plan.title, plan.template);
    for kind in &plan.kinds {
        _ = writeln!(out, "  {}：{}", kind.label, stays(kind));
        for check in kind.checks.iter().filter(|check| check.state != "ok") {
            let (ink, word) =
                if check.state == "error" { (Ink::Red, "留下") } else { (Ink::Yellow, "待确认") };
            let note = if check.note.is_empty() { String::new() } else { format!("（{}）", check.note) };
            _ = writeln!(out, "    {}  {}{note}", paint.paint(ink, word), tame(&check.text));
        }
    }
}

fn stays(kind: &KindPlan) -> String {
    let mut parts = vec![format!("{} 条，导出 {} 条", kind.records, kind.leaving)];
    let reasons = [
        (kind.with_errors, "有错误"),
        (kind.with_warnings, "有未确认的警告"),
        (kind.lacking, "缺模板要求的内容"),
    ];
    parts.extend(
        reasons.iter().filter(|(count, _)| *count > 0).map(|(count, why)| format!("{count} 条{why}")),
    );
    parts.join("，")
}
