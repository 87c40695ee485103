//! `precheck serve`: the page in one file, for the browsers of this machine.
//!
//! One page and nothing else, on 127.0.0.1 only: where a host's policy forbids opening files from a disk, or a
//! browser keeps nothing for them, this is a web server without one.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::Status;
use crate::args::Serve;
use crate::failure::{Failure, reason};
use crate::output::print;

/// Name of the page beside the program.
const PAGE: &str = "precheck.html";
/// A longer request line or head is not one of ours, in bytes.
const MAX_HEAD: u64 = 16 * 1024;
/// How long a browser may take to ask.
const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) fn run(command: &Serve) -> Result<Status, Failure> {
    let path = match &command.page {
        Some(path) => path.clone(),
        None => beside(),
    };
    let page = std::fs::read(&path).map_err(|error| Failure::Page { path, reason: reason(&error) })?;
    let failed = |error: std::io::Error| Failure::Port { port: command.port, reason: error.to_string() };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, command.port)).map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    print(&format!("在浏览器中打开 http://{address}/ ；按 Ctrl+C 结束\n"))?;
    let page: Arc<[u8]> = page.into();
    for stream in listener.incoming().flatten() {
        let page = page.clone();
        // A broken connection is the browser's affair.
        std::thread::spawn(move || drop(answer(stream, &page)));
    }
    Ok(Status::Clean)
}

/// The page beside this program.
fn beside() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    program.with_file_name(PAGE)
}

fn answer(mut stream: TcpStream, page: &[u8]) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut head = BufReader::new(stream.try_clone()?.take(MAX_HEAD));
    let mut request = String::new();
    head.read_line(&mut request)?;
    let mut host = String::new();
    // The head is read to its end: closing with unread bytes would reset the connection.
    let mut line = String::new();
    while head.read_line(&mut line)? > 2 {
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("host")
        {
            value.trim().clone_into(&mut host);
        }
        line.clear();
    }
    let mut words = request.split(' ');
    let method = words.next().unwrap_or_default();
    let target = words.next().unwrap_or_default().split('?').next().unwrap_or_default();
    // A name of another site that leads here must not get an answer.
    let name = host.rsplit_once(':').map_or(host.as_str(), |(name, _)| name);
    let (status, body) = match (method, target, name) {
        (_, _, name) if name != "127.0.0.1" && name != "localhost" => ("421 Misdirected Request", &b""[..]),
        ("GET" | "HEAD", "/" | "/index.html", _) => ("200 OK", page),
        ("GET" | "HEAD", _, _) => ("404 Not Found", &b""[..]),
        _ => ("405 Method Not Allowed", &b""[..]),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
         Content-Security-Policy: frame-ancestors 'none'\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(body)?;
    }
    stream.flush()
}
