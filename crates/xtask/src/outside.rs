//! What the tests need from outside cargo and npm: a browser with its driver, Node, LibreOffice, openpyxl.
//!
//! On a Debian where this may install packages it does; elsewhere it says what to install and fails.
//! A test never passes because something is missing.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Context, Failure, Result};
use crate::tools::{Tools, announce};
use crate::{shell, workspace};

/// A browser and the driver that steers it.
pub struct Browser {
    /// Chromium or Chrome.
    pub chrome: PathBuf,
    /// chromedriver of the same version.
    pub driver: PathBuf,
}

impl Browser {
    /// Finds the browser, or installs it.
    pub fn ensure() -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        apt_install(
            &["chromium", "chromium-driver", "fonts-noto-cjk"],
            "the wasm and end-to-end tests run in a real browser",
            "1 to 3 minutes, 500 MB",
        )
        .map_err(|failure| {
            Failure::new(format!(
                "no browser: {failure}\ninstall Chromium or Chrome and the chromedriver of the same version, \
                 or name them in CHROME and CHROMEDRIVER"
            ))
        })?;
        Self::find().ok_or_else(|| Failure::new("chromium was installed but is not in PATH"))
    }

    fn find() -> Option<Self> {
        let chrome = named_or_found("CHROME", &["chromium", "chromium-browser", "google-chrome", "chrome"])?;
        let driver = named_or_found("CHROMEDRIVER", &["chromedriver", "chromium.chromedriver"])?;
        Some(Self { chrome, driver })
    }

    /// Lets a test find the browser.
    pub fn apply<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command.env("CHROME", &self.chrome).env("CHROMEDRIVER", &self.driver)
    }

    /// The file that tells the wasm test runner how to start this browser.
    pub fn webdriver_json(&self) -> Result<PathBuf> {
        let path = workspace::target().join("webdriver.json");
        let args = CHROME_ARGS.iter().map(|arg| format!("\"{arg}\"")).collect::<Vec<_>>().join(", ");
        let binary = self.chrome.display().to_string().replace('\\', "\\\\");
        let text = format!("{{\"goog:chromeOptions\": {{\"binary\": \"{binary}\", \"args\": [{args}]}}}}\n");
        std::fs::write(&path, text).context(path.display())?;
        Ok(path)
    }
}

/// A browser that talks to nobody but us.
const CHROME_ARGS: [&str; 6] = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",
];

fn named_or_found(variable: &str, programs: &[&str]) -> Option<PathBuf> {
    std::env::var_os(variable)
        .map(PathBuf::from)
        .filter(|path| path.is_file())
        .or_else(|| programs.iter().find_map(|name| shell::which(name)))
}

/// Node, with npm.
pub fn node() -> Result<()> {
    if shell::which("node").is_some() && shell::which("npm").is_some() {
        return Ok(());
    }
    apt_install(&["nodejs", "npm"], "the parity and end-to-end tests are Node programs", "a minute").map_err(
        |failure| {
            Failure::new(format!(
                "no Node: {failure}\ninstall Node 20 or newer with npm, and put both into PATH"
            ))
        },
    )
}

/// LibreOffice's spreadsheet program.
pub fn office() -> Result<()> {
    let programs = ["soffice", "libreoffice", "localc"];
    if programs.iter().any(|name| shell::which(name).is_some()) {
        return Ok(());
    }
    apt_install(
        &["libreoffice-calc"],
        "written files are opened with an independent program",
        "1 to 3 minutes, 400 MB",
    )
    .map_err(|failure| {
        Failure::new(format!(
            "no LibreOffice: {failure}\ninstall LibreOffice Calc, and put soffice into PATH"
        ))
    })
}

/// Firefox, and WebKitGTK's small browser with its driver and a screen for it. Chromium 80 is an npm package, Firefox's
/// driver a crate: see [`crate::tools::geckodriver`].
pub fn engines() -> Result<()> {
    let firefox = named_or_found("FIREFOX", &["firefox-esr", "firefox"]).is_some();
    let webkit = named_or_found("WEBKITWEBDRIVER", &["WebKitWebDriver"]).is_some();
    let screen = named_or_found("XVFB", &["Xvfb"]).is_some();
    let missing: Vec<&str> = [(firefox, "firefox-esr"), (webkit, "webkit2gtk-driver"), (screen, "xvfb")]
        .into_iter()
        .filter_map(|(there, package)| (!there).then_some(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    apt_install(&missing, "the main job is done in Firefox and WebKitGTK too", "1 to 2 minutes, 400 MB").map_err(
        |failure| {
            Failure::new(format!(
                "not every engine is here: {failure}\ninstall Firefox, the WebDriver and MiniBrowser of WebKitGTK, and Xvfb, \
                 or name them in FIREFOX, WEBKITWEBDRIVER, MINIBROWSER and XVFB"
            ))
        },
    )
}

/// What the tests let Python do: module, package with version, why.
const PYTHON: [(&str, &str); 5] = [
    ("openpyxl", "openpyxl==3.1.5"),
    ("stdnum", "python-stdnum==2.1"),
    ("chinese_calendar", "chinesecalendar==1.11.0"),
    ("jsonschema", "jsonschema==4.23.0"),
    ("lxml", "lxml==5.3.0"),
];

/// A Python with independent readers, identifier checks and calendars, as `python3` in front of `PATH`.
pub fn python(tools: &mut Tools) -> Result<()> {
    let venv = workspace::cache()?.join("python");
    let ours = venv.join("bin/python3");
    if has_modules(&ours) {
        tools.add_dir(venv.join("bin"));
        return Ok(());
    }
    if has_modules("python3") {
        return Ok(());
    }
    if shell::which("python3").is_none() {
        apt_install(
            &["python3", "python3-venv"],
            "what we write and compute is checked independently",
            "a minute",
        )
        .map_err(|failure| Failure::new(format!("no Python: {failure}\ninstall Python 3 with venv")))?;
    }
    let packages = PYTHON.map(|(_, package)| package);
    announce(
        &packages.join(", "),
        "what we write and compute is checked by programs that are not ours",
        "seconds",
    );
    let venv_made = || shell::run(shell::command("python3").args(["-m", "venv"]).arg(&venv));
    let made = venv_made().or_else(|_| {
        // Debian's own Python has no venv unless asked for.
        apt_install(&["python3-venv"], "Python packages are kept apart from the system's", "seconds")?;
        venv_made()
    });
    made?;
    shell::run(shell::command(&ours).args(["-m", "pip", "install", "--quiet"]).args(packages))?;
    if !has_modules(&ours) {
        let packages = packages.join(" ");
        return Err(Failure::new(format!("python3 lacks what the tests use; install {packages} with pip")));
    }
    tools.add_dir(venv.join("bin"));
    Ok(())
}

fn has_modules(python: impl AsRef<std::ffi::OsStr>) -> bool {
    let imports = PYTHON.map(|(module, _)| module).join(", ");
    shell::output(shell::command(python).args(["-c", &format!("import {imports}")])).is_some()
}

fn apt_install(packages: &[&str], why: &str, takes: &str) -> Result<()> {
    let names = packages.join(" ");
    if shell::which("apt-get").is_none() {
        return Err(Failure::new(format!("{names} cannot be installed here (no apt-get)")));
    }
    let root = shell::output(shell::command("id").arg("-u")).as_deref() == Some("0");
    // `sudo -n` asks nobody: without a password it may, or it fails.
    let sudo = !root && shell::output(shell::command("sudo").args(["-n", "true"])).is_some();
    if !root && !sudo {
        return Err(Failure::new(format!(
            "not allowed to install packages; run `sudo apt-get install {names}`"
        )));
    }
    announce(&names, why, takes);
    let apt = |args: &[&str]| {
        let mut command = if sudo { shell::command("sudo") } else { shell::command("apt-get") };
        if sudo {
            command.args(["-n", "apt-get"]);
        }
        shell::run(command.env("DEBIAN_FRONTEND", "noninteractive").args(args))
    };
    // An old list may still do; the install decides.
    let _ = apt(&["-q", "-q", "update"]);
    let mut install = vec!["-q", "-q", "install", "-y", "--no-install-recommends"];
    install.extend(packages);
    apt(&install)
}
