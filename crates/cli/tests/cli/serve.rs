//! `precheck serve` as a browser meets it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

struct Served {
    child: Child,
    address: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn serve(name: &str) -> Served {
    let page = std::env::temp_dir().join(format!("precheck-serve-{name}-{}.html", std::process::id()));
    std::fs::write(&page, "<p>预检").unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_precheck"))
        .args(["serve", "--port", "0", "--page"])
        .arg(&page)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).unwrap().to_owned();
    assert!(address.starts_with("127.0.0.1:"), "{line}");
    std::fs::remove_file(page).unwrap();
    Served { child, address }
}

fn ask(served: &Served, request: &str) -> String {
    let mut stream = TcpStream::connect(&served.address).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut reply = String::new();
    stream.read_to_string(&mut reply).unwrap();
    reply
}

#[test]
fn gives_the_page_and_nothing_else() {
    let served = serve("page");
    let get =
        |target: &str, host: &str| ask(&served, &format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n"));
    let own = served.address.clone();
    let page = get("/", &own);
    assert!(page.starts_with("HTTP/1.1 200 OK") && page.ends_with("<p>预检"), "{page}");
    assert!(page.contains("frame-ancestors 'none'"), "{page}");
    assert!(get("/?x", "localhost:1").starts_with("HTTP/1.1 200"));
    assert!(get("/etc/passwd", &own).starts_with("HTTP/1.1 404"));
    assert!(get("/", "evil.example").starts_with("HTTP/1.1 421"));
    assert!(ask(&served, &format!("POST / HTTP/1.1\r\nHost: {own}\r\n\r\n")).starts_with("HTTP/1.1 405"));
}

#[test]
fn says_which_page_is_missing() {
    let done = Command::new(env!("CARGO_BIN_EXE_precheck"))
        .args(["serve", "--page", "no-such-page.html"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(2), "{said}");
    assert!(said.contains("no-such-page.html") && said.contains("--page"), "{said}");
}
