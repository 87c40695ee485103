//! `precheck templates`.

use std::fmt::Write;

use precheck_session::{Kind, built_in_templates};

use crate::Status;
use crate::failure::Failure;
use crate::output::{Ink, Paint, colours, print};

pub(crate) fn run() -> Result<Status, Failure> {
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
