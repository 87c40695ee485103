//! `cargo xtask test`: every stage, or those that were named.

use std::time::Duration;

use crate::args::Args;
use crate::failure::{Failure, Result};
use crate::shell;
use crate::stages::{STAGES, Stage};
use crate::tools::Tools;

/// Runs the command. All stages run even if one fails: a person mends more at once then.
pub fn run(args: &mut Args) -> Result<()> {
    let only = args.value("--only")?;
    args.finish()?;
    let chosen = choose(only.as_deref())?;

    let mut tools = Tools::default();
    let mut done: Vec<(&Stage, Result<()>, Duration)> = Vec::new();
    for stage in chosen {
        println!("\n==> {}: {}", stage.name, stage.what);
        let (result, took) = shell::timed(|| (stage.run)(&mut tools));
        if let Err(failure) = &result {
            println!("xtask: {}: {failure}", stage.name);
        }
        done.push((stage, result, took));
    }

    println!();
    for (stage, result, took) in &done {
        let word = if result.is_ok() { "ok    " } else { "FAILED" };
        println!("==> {word} {:5} {}", stage.name, shell::human(*took));
    }
    let failed: Vec<_> =
        done.iter().filter(|(_, result, _)| result.is_err()).map(|(stage, ..)| stage.name).collect();
    if failed.is_empty() { Ok(()) } else { Err(Failure::new(format!("failed: {}", failed.join(", ")))) }
}

fn choose(only: Option<&str>) -> Result<Vec<&'static Stage>> {
    let Some(only) = only else { return Ok(STAGES.iter().collect()) };
    only.split(',')
        .map(|name| {
            STAGES.iter().find(|stage| stage.name == name).ok_or_else(|| {
                let known: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
                Failure::new(format!("no stage `{name}`; there are: {}", known.join(", ")))
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_are_chosen_by_name() {
        assert_eq!(choose(None).unwrap().len(), STAGES.len());
        let names: Vec<_> = choose(Some("e2e,unit")).unwrap().iter().map(|stage| stage.name).collect();
        assert_eq!(names, ["e2e", "unit"]);
        assert!(choose(Some("unit,")).is_err());
    }
}
