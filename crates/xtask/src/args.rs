//! Command line arguments: flags, options with a value, and what remains.

use crate::failure::{Failure, Result};

/// The arguments of one command; what is asked for is taken out, [`Args::finish`] refuses the rest.
pub struct Args(Vec<String>);

impl Args {
    /// The arguments after the command's name.
    pub fn new(args: &[String]) -> Self {
        Self(args.to_vec())
    }

    /// Whether `--name` was given.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|arg| arg != name);
        self.0.len() != before
    }

    /// The value of `--name VALUE` or `--name=VALUE`.
    pub fn value(&mut self, name: &str) -> Result<Option<String>> {
        for index in 0..self.0.len() {
            if self.0[index] == name {
                if index + 1 == self.0.len() {
                    return Err(Failure::new(format!("{name} needs a value")));
                }
                self.0.remove(index);
                return Ok(Some(self.0.remove(index)));
            }
            if let Some(value) = self.0[index].strip_prefix(name).and_then(|rest| rest.strip_prefix('=')) {
                let value = value.to_owned();
                self.0.remove(index);
                return Ok(Some(value));
            }
        }
        Ok(None)
    }

    /// As [`Args::value`], read as a number.
    pub fn number<T: std::str::FromStr>(&mut self, name: &str) -> Result<Option<T>> {
        self.value(name)?
            .map(|text| text.parse().map_err(|_| Failure::new(format!("{name}: `{text}` is not a number"))))
            .transpose()
    }

    /// The next argument that is not an option.
    pub fn positional(&mut self, what: &str) -> Result<String> {
        match self.0.iter().position(|arg| !arg.starts_with("--")) {
            Some(index) => Ok(self.0.remove(index)),
            None => Err(Failure::new(format!("{what} is missing; see `cargo xtask help`"))),
        }
    }

    /// Refuses what nothing asked for.
    pub fn finish(&self) -> Result<()> {
        match self.0.first() {
            Some(arg) => Err(Failure::new(format!("unknown argument `{arg}`; see `cargo xtask help`"))),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(text: &str) -> Args {
        Args(text.split_whitespace().map(str::to_owned).collect())
    }

    #[test]
    fn takes_flags_values_and_positionals() {
        let mut given = args("--no-open C034 --port 81 --dir=x slug");
        assert!(given.flag("--no-open"));
        assert_eq!(given.number::<u16>("--port").unwrap(), Some(81));
        assert_eq!(given.value("--dir").unwrap().as_deref(), Some("x"));
        assert_eq!(given.positional("code").unwrap(), "C034");
        assert_eq!(given.positional("slug").unwrap(), "slug");
        assert!(given.positional("family").is_err());
        assert!(given.finish().is_ok());
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert!(args("--fast").finish().is_err());
        assert!(args("--port").value("--port").is_err());
        assert!(args("--port x").number::<u16>("--port").is_err());
    }
}
