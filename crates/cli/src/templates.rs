//! `precheck templates`.

use std::fmt::Write;
use std::path::Path;

use precheck_session::api::OwnTemplateOptions;
use precheck_session::{Kind, built_in_templates, run};

use crate::Status;
use crate::args::Templates;
use crate::failure::Failure;
use crate::files::{Files, today};
use crate::output::{Ink, Paint, colours, print, tame};

pub(crate) fn run(command: &Templates) -> Result<Status, Failure> {
    match (&command.from, &command.schema) {
        (Some(from), _) => make(from, command),
        (None, Some(template)) => schemas(template, command),
        (None, None) => list(),
    }
}

/// What the files of a template look like.
fn schemas(template: &str, command: &Templates) -> Result<Status, Failure> {
    let Some(mut made) = precheck_session::schemas(template) else {
        let names: Vec<String> = built_in_templates().into_iter().map(|template| template.name).collect();
        let names = names.join("、");
        return Err(Failure::Settings(format!("没有名为“{template}”的内置模板；可用的有：{names}")));
    };
    let wanted = command.kind.as_deref();
    made.retain(|schema| {
        schema.kind.is_none() || wanted.is_none_or(|key| schema.kind.map(Kind::key) == Some(key))
    });
    let Some(out) = &command.out else {
        for schema in &made {
            print(&schema.text)?;
        }
        return Ok(Status::Clean);
    };
    std::fs::create_dir_all(out).map_err(|error| Failure::write(out, &error))?;
    let mut text = String::new();
    for schema in &made {
        let path = out.join(&schema.file_name);
        Files::read(&[]).write(&path, schema.text.as_bytes())?;
        _ = writeln!(text, "已写入 {}", path.display());
    }
    print(&text)?;
    Ok(Status::Clean)
}

/// A template from a blank platform file.
fn make(from: &Path, command: &Templates) -> Result<Status, Failure> {
    let bytes = std::fs::read(from).map_err(|error| Failure::read(from, &error))?;
    let options = OwnTemplateOptions {
        file: from.display().to_string(),
        title: command.title.clone().unwrap_or_default(),
        kind: command.kind.clone().unwrap_or_default(),
        ..OwnTemplateOptions::default()
    };
    let made = run::own_template(&bytes, today()?, &options)
        .map_err(|problem| Failure::Read { path: from.to_owned(), reason: problem.message })?;
    if made.template.is_empty() {
        let reason = "没有认出表头或信息种类；请用 --kind 写明种类，或在页面的导出页逐列对应".to_owned();
        return Err(Failure::Read { path: from.to_owned(), reason });
    }
    let template = format!("{}\n", made.template);
    let Some(out) = &command.out else {
        print(&template)?;
        return Ok(Status::Clean);
    };
    Files::read(&[from.to_owned()]).write(out, template.as_bytes())?;
    let mut text = format!("模板「{}」已写入 {}\n", tame(&made.title), out.display());
    for sheet in &made.sheets {
        let open: Vec<&str> = sheet
            .columns
            .iter()
            .filter(|c| c.field.is_empty() && !c.header.is_empty())
            .map(|c| c.header.as_str())
            .collect();
        let (all, name) = (sheet.columns.iter().filter(|c| !c.header.is_empty()).count(), tame(&sheet.name));
        _ = write!(text, "  {name}：{} 列，对应 {} 列", all, all - open.len());
        if !open.is_empty() {
            _ = write!(text, "；留空的列：{}（可在文件里写明 field 或 default）", tame(&open.join("、")));
        }
        text.push('\n');
    }
    print(&text)?;
    Ok(Status::Clean)
}

fn list() -> Result<Status, Failure> {
    let paint = Paint(colours());
    let mut out = String::new();
    for template in built_in_templates() {
        let kinds: Vec<&str> =
            Kind::ALL.into_iter().filter(|&k| template.layout(k).is_some()).map(|k| k.label().zh).collect();
        let kinds =
            if kinds.len() == Kind::ALL.len() { "全部种类".to_owned() } else { kinds.join("、") };
        _ = writeln!(
            out,
            "{}  {}，{}，{kinds}",
            paint.paint(Ink::Bold, &format!("{:<18}", template.name)),
            template.title,
            template.file.extension()
        );
    }
    print(&out)?;
    Ok(Status::Clean)
}
