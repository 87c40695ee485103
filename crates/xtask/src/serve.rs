//! `cargo xtask serve`: the page, built and served on this machine.

use std::path::PathBuf;
use std::process::Stdio;

use crate::args::Args;
use crate::failure::{Failure, Result};
use crate::server::Server;
use crate::tools::Tools;
use crate::{shell, site, workspace};

/// Runs the command until it is interrupted.
pub fn run(args: &mut Args) -> Result<()> {
    let port = args.number("--port")?.unwrap_or(8080);
    let open = !args.flag("--no-open");
    let build = !args.flag("--no-build");
    let dir = args.value("--dir")?.map_or_else(|| workspace::path("dist"), PathBuf::from);
    args.finish()?;

    if build {
        site::build(&mut Tools::default())?;
    }
    if !dir.join("index.html").is_file() {
        return Err(Failure::new(format!("{} has no index.html; build it first", dir.display())));
    }
    let server = Server::bind(port, &dir)?;
    let address = format!("http://{}/", server.address());
    println!("==> {address}  (end with Ctrl+C)");
    if open {
        open_browser(&address);
    }
    server.run()
}

/// A convenience: where it does not work, the address has been printed.
fn open_browser(address: &str) {
    let program = if cfg!(target_os = "windows") {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else if std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some() {
        "xdg-open"
    } else {
        return;
    };
    let _ = shell::command(program)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
}
