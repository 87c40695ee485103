//! The worker: see [`precheck_web::worker`].

fn main() {
    precheck_web::worker::run();
}
