//! A static file server for one folder, on this machine only.
//!
//! Small on purpose: GET and HEAD, whole files, one thread per connection. It exists because browsers load
//! neither modules nor workers from `file:`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::failure::{Context, Result};

/// A longer request line or head is not one of ours.
const MAX_HEAD: u64 = 16 * 1024;

/// A server that has its port but does not answer yet.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    root: PathBuf,
}

impl Server {
    /// Takes the port (0: any free one) on 127.0.0.1.
    pub fn bind(port: u16, root: &Path) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .context(format_args!("port {port} (take another with --port N)"))?;
        let address = listener.local_addr().context("local address")?;
        let root = root.canonicalize().context(root.display())?;
        Ok(Self { listener, address, root })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers for ever.
    pub fn run(self) -> Result<()> {
        for stream in self.listener.incoming() {
            let stream = stream.context("accept")?;
            let root = self.root.clone();
            // A broken connection is the other side's affair.
            std::thread::spawn(move || drop(answer(stream, &root)));
        }
        Ok(())
    }
}

fn answer(mut stream: TcpStream, root: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut head = BufReader::new(stream.try_clone()?.take(MAX_HEAD));
    let mut request = String::new();
    head.read_line(&mut request)?;
    // The head is read to its end: closing with unread bytes would reset the connection.
    let mut line = String::new();
    while head.read_line(&mut line)? > 2 {
        line.clear();
    }

    let mut words = request.split(' ');
    let method = words.next().unwrap_or_default();
    let reply = match (method, words.next()) {
        ("GET" | "HEAD", Some(target)) => reply(root, target),
        ("", _) => return Ok(()),
        _ => Reply::plain("405 Method Not Allowed", "GET and HEAD only\n"),
    };
    let Reply { status, mime, body } = reply;
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

struct Reply {
    status: &'static str,
    mime: &'static str,
    body: Vec<u8>,
}

impl Reply {
    fn plain(status: &'static str, text: &str) -> Self {
        Self { status, mime: "text/plain; charset=utf-8", body: text.as_bytes().to_vec() }
    }
}

fn reply(root: &Path, target: &str) -> Reply {
    let missing = || Reply::plain("404 Not Found", "not found\n");
    let Some(path) = file_for(root, target) else { return missing() };
    match std::fs::read(&path) {
        Ok(body) => Reply { status: "200 OK", mime: mime(&path), body },
        Err(_) => missing(),
    }
}

/// The file that a request's target names, inside `root` or not at all.
fn file_for(root: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let decoded = percent_decode(path)?;
    let mut file = root.to_path_buf();
    for part in decoded.strip_prefix('/')?.split('/') {
        match part {
            "" | "." => {}
            ".." => return None,
            part if part.contains(['\\', ':', '\0']) => return None,
            part => file.push(part),
        }
    }
    if file.is_dir() {
        file.push("index.html");
    }
    // A symbolic link could still lead out.
    let file = file.canonicalize().ok()?;
    file.starts_with(root).then_some(file)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let pair = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&pair).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" | "webmanifest" => "application/json",
        "txt" | "md" | "csv" | "toml" => "text/plain; charset=utf-8",
        // Browsers compile while it arrives, but only under this very type.
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let dir = std::env::temp_dir().join(format!("xtask-server-{name}-{}", std::process::id()));
        std::fs::create_dir_all(dir.join("site/sub")).unwrap();
        std::fs::write(dir.join("site/index.html"), "<p>home").unwrap();
        std::fs::write(dir.join("site/app_bg.wasm"), b"\0asm").unwrap();
        std::fs::write(dir.join("site/sub/样 例.csv"), "a,b").unwrap();
        std::fs::write(dir.join("secret.txt"), "secret").unwrap();
        dir
    }

    fn ask(address: SocketAddr, request: &str) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut reply = Vec::new();
        stream.read_to_end(&mut reply).unwrap();
        String::from_utf8_lossy(&reply).into_owned()
    }

    #[test]
    fn serves_files_and_nothing_else() {
        let dir = folder("all");
        let server = Server::bind(0, &dir.join("site")).unwrap();
        let address = server.address();
        std::thread::spawn(move || server.run());
        let get = |target: &str| ask(address, &format!("GET {target} HTTP/1.1\r\nHost: x\r\n\r\n"));

        let home = get("/?x=1");
        assert!(home.starts_with("HTTP/1.1 200 OK") && home.ends_with("<p>home"), "{home}");
        assert!(home.contains("Cache-Control: no-store"), "{home}");
        assert!(get("/app_bg.wasm").contains("Content-Type: application/wasm"));
        assert!(get("/sub/%E6%A0%B7%20%E4%BE%8B.csv").ends_with("a,b"));
        for outside in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/sub/../../secret.txt",
            "/..%2fsecret.txt",
            "//etc/passwd",
            "/%zz",
            "secret.txt",
        ] {
            let reply = get(outside);
            assert!(reply.starts_with("HTTP/1.1 404"), "{outside}: {reply}");
        }
        let head = ask(address, "HEAD / HTTP/1.1\r\n\r\n");
        assert!(head.contains("Content-Length: 7") && head.ends_with("\r\n\r\n"), "{head}");
        assert!(ask(address, "POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405"));
        std::fs::remove_dir_all(dir).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn does_not_follow_links_out() {
        let dir = folder("links");
        std::os::unix::fs::symlink(dir.join("secret.txt"), dir.join("site/link.txt")).unwrap();
        let root = dir.join("site").canonicalize().unwrap();
        assert_eq!(file_for(&root, "/link.txt"), None);
        assert!(file_for(&root, "/index.html").is_some());
        std::fs::remove_dir_all(dir).unwrap();
    }
}
