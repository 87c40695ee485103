//! The templates that can be chosen: the built-in ones and those that a user gave.

use precheck_schema::template::Template;

/// The built-in templates, the default first.
const BUILT_IN: [&str; 6] = [
    include_str!("../../../templates/plan.json"),
    include_str!("../../../templates/gsxt-department.json"),
    include_str!("../../../templates/gsxt-supervision.json"),
    include_str!("../../../templates/credit-china.json"),
    include_str!("../../../templates/interface-json.json"),
    include_str!("../../../templates/exchange-xml.json"),
];

/// Templates by name.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    templates: Vec<Template>,
}

impl Templates {
    /// The built-in templates.
    pub fn built_in() -> Self {
        let read = |json: &&str| Template::from_json(json).expect("built-in templates are checked by a test");
        Self { templates: BUILT_IN.iter().map(read).collect() }
    }

    /// The template of a name.
    pub fn find(&self, name: &str) -> Option<&Template> {
        self.templates.iter().find(|t| t.name == name)
    }

    /// Every template, the default first.
    pub fn iter(&self) -> impl Iterator<Item = &Template> {
        self.templates.iter()
    }

    /// Adds a template; one of the same name is replaced.
    pub fn add(&mut self, template: Template) {
        match self.templates.iter_mut().find(|t| t.name == template.name) {
            Some(known) => *known = template,
            None => self.templates.push(template),
        }
    }
}
