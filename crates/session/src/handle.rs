//! One request in, one answer out.

use precheck_schema::{FieldKey, Lang, RowId};

use crate::api::{self, Request, Response};
use crate::clipboard;
use crate::history::Deed;
use crate::job::Job;
use crate::listing::Listed;
use crate::settings::Settings;

/// Bytes of the files that an answer names, in its order.
pub type Files = Vec<Vec<u8>>;

impl Job {
    /// Answers a request.
    ///
    /// `Open` only names the sources: give their bytes to [`Job::open_source`] one by one, and drive
    /// [`Job::judge_step`] until it gives none. After `Configure` drive [`Job::judge_step`] likewise. A request
    /// that changes something, or that makes files, finishes the judging itself first.
    pub fn handle(&mut self, request: Request) -> (Response, Files) {
        self.handle_with(request, Files::new())
    }

    /// Answers a request beside which bytes travel: those of a blank file, or of files to be verified.
    pub fn handle_with(&mut self, request: Request, bytes: Files) -> (Response, Files) {
        match self.answer(request, bytes) {
            Ok((response, files)) => (response, files),
            Err(problem) => (Response::Problem(problem), Files::new()),
        }
    }

    fn answer(&mut self, request: Request, bytes: Files) -> Result<(Response, Files), api::ProblemView> {
        let response = match request {
            Request::Preflight { options, preview } => {
                self.judge_all_if_needed();
                Response::Plan(Box::new(self.preflight(&options, &preview)?))
            }
            Request::Deliver { options, kinds } => {
                self.judge_all_if_needed();
                let (view, bytes) = self.deliver(&options, &kinds)?;
                self.note_left(&view.records);
                return Ok((Response::Delivered(Box::new(view)), bytes));
            }
            Request::Stamped { at, by, request } => {
                self.log.stamp(&at, &by);
                let answer = self.answer(*request, bytes);
                self.log.stamp("", "");
                return answer;
            }
            Request::ProblemsByHandler => {
                self.judge_all_if_needed();
                let (file, bytes) = self.problems_by_handler()?;
                return Ok((Response::Files { files: vec![file] }, vec![bytes]));
            }
            Request::Verify { names } => {
                let files: Vec<(String, Vec<u8>)> = names.into_iter().zip(bytes).collect();
                let verified = crate::manifest::verify(&files)
                    .map_err(|error| self.problem("manifest", &error.to_string(), &error.message_en()))?;
                Response::Verified(Box::new(verified))
            }
            Request::Duties => {
                let bytes = bytes.into_iter().next().unwrap_or_default();
                Response::Text { text: self.duties(&bytes)? }
            }
            Request::Effect { profile } => {
                self.judge_all_if_needed();
                let view = self.effect(&profile)?;
                Response::Text { text: serde_json::to_string(&view).expect("only texts and numbers") }
            }
            Request::OwnTemplate { options } => {
                let bytes = bytes.into_iter().next().unwrap_or_default();
                Response::OwnTemplate(Box::new(self.own_template(&bytes, &options)?))
            }
            Request::ReadTemplate { template } => {
                Response::OwnTemplate(Box::new(self.read_template(&template)?))
            }
            Request::ReadTables => {
                let bytes = bytes.into_iter().next().unwrap_or_default();
                Response::Tables { sheets: self.read_tables(&bytes)? }
            }
            Request::WriteTable { name, rows } => {
                let (file, bytes) = self.write_table(&name, &rows)?;
                return Ok((Response::Files { files: vec![file] }, vec![bytes]));
            }
            Request::ProfileNaming { pattern } => {
                let mut profile = self.settings.profile.clone();
                pattern.trim().clone_into(&mut profile.file_name);
                let json = profile.to_json();
                precheck_schema::profile::Profile::from_json(&json)
                    .map_err(|error| crate::SettingsError::from(error).view(self.settings.lang))?;
                Response::Text { text: json }
            }
            Request::Plan { template, preview } => {
                self.judge_all_if_needed();
                Response::Plan(Box::new(self.plan(&template, &preview)?))
            }
            Request::Export { template, kinds } => {
                self.judge_all_if_needed();
                let (files, bytes) = self.export(&template, &kinds)?.into_iter().unzip();
                return Ok((Response::Files { files }, bytes));
            }
            Request::LedgerFacts => {
                self.judge_all_if_needed();
                Response::Facts { records: self.ledger_facts() }
            }
            Request::Known { ids } => {
                self.know(&ids);
                self.overview_response()
            }
            Request::Translate { words } => Response::Platform(self.platform_view(&words)),
            Request::Problems => {
                self.judge_all_if_needed();
                let (file, bytes) = self.problem_workbook()?;
                return Ok((Response::Files { files: vec![file] }, vec![bytes]));
            }
            Request::Blank { kind, form } => {
                let (file, bytes) = self.blank(&kind, &form)?;
                return Ok((Response::Files { files: vec![file] }, vec![bytes]));
            }
            Request::Configure { settings } => {
                let settings = Settings::read(&settings).map_err(|error| error.view(settings.lang))?;
                self.configure(settings);
                self.overview_response()
            }
            Request::Open { sources } => {
                self.open_begin(sources);
                self.overview_response()
            }
            Request::Overview => self.overview_response(),
            Request::Settings => Response::Settings(Box::new(self.settings_view())),
            Request::Rules => Response::Rules(Box::new(crate::rulebook::rule_book())),
            Request::RuleDocument => {
                let text = crate::rulebook::markdown(&crate::rulebook::rule_book());
                let file = api::FileView {
                    name: format!("规则目录_{}.md", crate::RULES_VERSION),
                    media_type: "text/markdown".to_owned(),
                    ..api::FileView::default()
                };
                return Ok((Response::Files { files: vec![file] }, vec![text.into_bytes()]));
            }
            Request::ProfileWith { rule, severity, reason } => {
                let profile = &self.settings.profile;
                let changed = crate::changes::with_change(profile, &rule, &severity, &reason)
                    .map_err(|error| crate::SettingsError::from(error).view(self.settings.lang))?;
                Response::Text { text: changed.to_json() }
            }
            other => return self.answer_about_records(other).map(|response| (response, Files::new())),
        };
        Ok((response, Files::new()))
    }

    fn answer_about_records(&mut self, request: Request) -> Result<Response, api::ProblemView> {
        Ok(match request {
            Request::Rows { table, filter, from, count } => {
                self.check_table(table)?;
                Response::Rows(self.rows_view(table, &filter, from, count))
            }
            Request::Locate { table, filter, row } => {
                self.check_table(table)?;
                let rows = self.list_rows(table, &filter);
                Response::Position { position: rows.iter().position(|r| r.0 == row) }
            }
            Request::Groups { filter } => Response::Groups(self.groups_view(&filter)),
            Request::Items { filter, from, count } => Response::Items(self.items_view(&filter, from, count)),
            Request::Detail { address, filter } => match self.find(&address) {
                Some(finding) => self.detail(&Listed { table: address.table, finding }, &filter),
                None => Response::Nothing,
            },
            Request::Step { filter, from, forward } => match self.step(&filter, from.as_ref(), forward) {
                Some(listed) => self.detail(&listed, &filter),
                None => Response::Nothing,
            },
            Request::At { table, row, field } => {
                let field = self.check_cell(table, row, &field)?;
                match self.at(table, RowId(row), field) {
                    Some(listed) => self.detail(&listed, &api::FindingFilter::default()),
                    None => Response::Nothing,
                }
            }
            Request::Cell { table, row, field } => {
                let field = self.check_cell(table, row, &field)?;
                Response::Text { text: self.tables[table].cell(RowId(row), field).text.to_owned() }
            }
            Request::Copy { table, rows, fields } => {
                let fields = self.check_fields(table, &fields)?;
                let cell = |row: u32, field| self.tables[table].cell(RowId(row), field).text.to_owned();
                let block: Vec<Vec<String>> =
                    rows.iter().map(|&row| fields.iter().map(|&field| cell(row, field)).collect()).collect();
                Response::Text { text: clipboard::write(&block) }
            }
            Request::Form { kind, table, row, copy } => {
                Response::Form(Box::new(self.form(&kind, table.zip(row), copy)?))
            }
            Request::CheckEntry { kind, record, table, row } => {
                Response::Entry(Box::new(self.check_entry(&kind, &record, table, row)?))
            }
            Request::Month { at } => {
                Response::Month(crate::entry::month_of(&self.settings.calendar, self.settings.today, &at))
            }
            Request::Fixes { filter, from, count } => Response::Fixes(self.fixes_view(&filter, from, count)),
            Request::PastePlan { table, row, fields, filter, text } => {
                self.check_table(table)?;
                let fields = self.check_fields(table, &fields)?;
                Response::PastePlan(Box::new(self.paste_plan(table, RowId(row), &fields, &filter, &text)))
            }
            Request::Find { table, filter, fields, from, forward } => {
                let fields = self.check_fields(table, &fields)?;
                let from = from.and_then(|(row, field)| Some((RowId(row), FieldKey::from_key(&field)?)));
                Response::Found(self.find_cell(table, &filter, &fields, from, forward))
            }
            Request::ChangeLog { from, count } => Response::ChangeLog(self.log_view(from, count)),
            Request::Matches { filter, from, count } => {
                self.check_replace(&filter)?;
                Response::Fixes(self.matches_view(&filter, from, count))
            }
            change => {
                self.judge_all_if_needed();
                self.answer_change(change)?
            }
        })
    }

    fn answer_change(&mut self, request: Request) -> Result<Response, api::ProblemView> {
        Ok(match request {
            Request::Edit { table, edits } => {
                let mut cells = Vec::with_capacity(edits.len());
                for edit in edits {
                    let field = self.check_cell(table, edit.row, &edit.field)?;
                    cells.push((RowId(edit.row), field, edit.text));
                }
                self.edit(table, &cells, Deed::Edit, None)
            }
            Request::Paste { table, row, field, fields, filter, text } => {
                self.check_cell(table, row, &field)?;
                let fields = self.check_fields(table, &fields)?;
                self.paste(table, RowId(row), &fields, &filter, &text)
            }
            Request::InsertRows { table, position, count } => {
                self.check_table(table)?;
                self.insert_rows(table, position, count)
            }
            Request::DeleteRows { table, rows } => {
                self.check_table(table)?;
                let rows: Vec<RowId> = rows.into_iter().map(RowId).collect();
                self.delete_rows(table, &rows)
            }
            Request::Fix { address } => match self.find(&address) {
                Some(finding) => self.fix(&Listed { table: address.table, finding }),
                None => Response::Nothing,
            },
            Request::Replace { filter, except } => {
                self.check_replace(&filter)?;
                self.replace(&filter, &except)
            }
            Request::FillDown { table, rows, fields } => {
                let fields = self.check_fields(table, &fields)?;
                self.fill_down(table, &rows, &fields)
            }
            Request::ApplyFixes { filter, except } => self.begin_fixes(&filter, &except),
            Request::Confirm { addresses, rule, reason } => {
                if reason.trim().is_empty() {
                    return Err(self.problem(
                        "no-reason",
                        "确认问题需要写明理由，请填写后再确认",
                        "a confirmation needs a reason; write one",
                    ));
                }
                self.confirm(&addresses, &rule, reason.trim())
            }
            Request::SaveRecord { kind, record, table, row, confirmed } => {
                self.save_record(&kind, &record, table, row, &confirmed)?
            }
            Request::Unconfirm { addresses } => self.unconfirm(&addresses),
            Request::Undo => self.undo(),
            Request::Redo => self.redo(),
            // Everything else is answered before it comes here.
            _ => Response::Nothing,
        })
    }

    fn overview_response(&self) -> Response {
        Response::Overview(Box::new(self.overview()))
    }

    fn detail(&self, listed: &Listed, filter: &api::FindingFilter) -> Response {
        Response::Detail(Box::new(self.detail_view(listed, filter)))
    }

    /// Takes other settings and starts judging anew under them. Edits, undo and confirmations stay.
    pub fn configure(&mut self, settings: Settings) {
        self.end_again();
        self.effect = None;
        let ledger = self.settings.ledger.take();
        if self.is_judged() {
            self.handled_before = self.handled();
        }
        self.settings = settings;
        if self.settings.ledger.is_none() {
            self.settings.ledger = ledger;
        }
        self.judge_begin();
        if self.tables.is_empty() {
            self.judge_all();
        }
    }

    fn judge_all_if_needed(&mut self) {
        if !self.is_judged() {
            self.judge_all();
        }
    }

    /// A problem in the language of the settings.
    pub(crate) fn problem(&self, key: &str, zh: &str, en: &str) -> api::ProblemView {
        let message = match self.settings.lang {
            Lang::Zh => zh,
            Lang::En => en,
        };
        api::ProblemView { key: key.to_owned(), message: message.to_owned() }
    }

    pub(crate) fn check_table(&self, table: usize) -> Result<(), api::ProblemView> {
        if table < self.tables.len() {
            return Ok(());
        }
        Err(self.problem(
            "no-table",
            &format!("没有第 {} 张表，请重新载入后再试", table.saturating_add(1)),
            &format!("there is no table {}; load the files again", table.saturating_add(1)),
        ))
    }

    fn check_field(&self, table: usize, field: &str) -> Result<FieldKey, api::ProblemView> {
        self.check_table(table)?;
        let kind = self.tables[table].kind;
        FieldKey::from_key(field).filter(|&f| kind.field(f).is_some()).ok_or_else(|| {
            self.problem(
                "no-field",
                &format!("{}没有字段“{field}”，请核对字段名", kind.label().zh),
                &format!("{} has no field “{field}”; check its name", kind.label().en),
            )
        })
    }

    fn check_replace(&self, filter: &api::ReplaceFilter) -> Result<(), api::ProblemView> {
        if let Some(table) = filter.table {
            self.check_table(table)?;
        }
        if filter.field.is_empty() || FieldKey::from_key(&filter.field).is_some() {
            return Ok(());
        }
        let field = &filter.field;
        Err(self.problem(
            "no-field",
            &format!("没有字段“{field}”，请核对字段名"),
            &format!("there is no field “{field}”; check its name"),
        ))
    }

    fn check_fields(&self, table: usize, fields: &[String]) -> Result<Vec<FieldKey>, api::ProblemView> {
        self.check_table(table)?;
        fields.iter().map(|field| self.check_field(table, field)).collect()
    }

    fn check_cell(&self, table: usize, row: u32, field: &str) -> Result<FieldKey, api::ProblemView> {
        let key = self.check_field(table, field)?;
        if self.tables[table].position(RowId(row)).is_some() {
            return Ok(key);
        }
        Err(self.no_row())
    }

    /// Says that a row is gone.
    pub(crate) fn no_row(&self) -> api::ProblemView {
        self.problem("no-row", "该行已不在表中", "the row is no longer in the table")
    }
}
