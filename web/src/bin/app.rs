//! The page: see [`precheck_web::app`].

fn main() {
    precheck_web::app::run();
}
