//! How long the worker takes over a large table: `cargo bench -p precheck-session --bench large -- [ROWS]`.
//! Every figure is the middle of several runs, in milliseconds.

use std::time::Instant;

use precheck_session::api::{self, FixFilter, Request, Response, RowFilter, RowSort, SourceOptions};
use precheck_session::{Job, Settings};

const HEADER: &str = "企业名称,统一社会信用代码,注册号,处罚机关,处罚决定书文号,违法行为类型,行政处罚内容,\
                      处罚决定日期,公示期限,处罚种类,罚款金额(万元)";

/// Records of which every one has a date that a safe fix rewrites, and every tenth other faults.
fn table(rows: usize) -> String {
    let mut text = format!("{HEADER}\n");
    for row in 0..rows {
        let (name, day) = (if row % 10 == 3 { " 公司" } else { "公司" }, 1 + row % 15);
        let line = format!(
            "奈曼旗第{row}{name},91150525MA{:07}X,110108000000016,奈曼旗消防救援大队,\
             奈(消)行罚决字〔2023〕第{row:06}号,消防设施、器材、消防安全标志未保持完好有效,罚款人民币5000元,\
             2023/06/{day:02},1年,罚款,0.{}\n",
            row % 9_999_999,
            1 + row % 9
        );
        text.push_str(&line);
    }
    text
}

fn opened(text: &str) -> Job {
    let day = precheck_schema::date::Date::from_ymd_opt(2023, 6, 16).expect("a day");
    let mut job = Job::new(Settings::on(day));
    let options = SourceOptions::default();
    let sources = vec![api::Source { name: "大表.csv".to_owned(), origin: api::Origin::File, options }];
    job.handle(Request::Open { sources });
    job.open_source(text.as_bytes());
    job.judge_all();
    job
}

/// The answer of a request, its time, and the longest and whole time of the judging behind it.
fn timed(job: &mut Job, request: Request) -> (Response, [f64; 3]) {
    let begun = Instant::now();
    let answer = job.handle(request).0;
    let answered = ms(begun);
    let (mut longest, mut whole) = (0.0_f64, 0.0);
    loop {
        let begun = Instant::now();
        let more = job.judge_step(4_000).is_some();
        longest = longest.max(ms(begun));
        whole += ms(begun);
        if !more {
            return (answer, [answered, longest, whole]);
        }
    }
}

fn ms(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1_000.0
}

fn middle(mut runs: Vec<f64>) -> f64 {
    runs.sort_by(f64::total_cmp);
    runs[runs.len() / 2]
}

/// What is called how, the request, and whether it changes something.
type Case<'a> = (&'a str, Box<dyn Fn() -> Request + 'a>, bool);

fn main() {
    // Cargo gives `--bench` too.
    let rows = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(100_000);
    let text = table(rows);
    let begun = Instant::now();
    let mut job = opened(&text);
    println!("{rows} rows: opened and judged {:.0} ms", ms(begun));
    let rows_of = |filter: RowFilter| Request::Rows { table: 0, filter, from: 0, count: 80 };
    let sort = |field: &str, descending| RowFilter {
        sort: Some(RowSort { field: field.to_owned(), descending }),
        ..RowFilter::default()
    };
    let all = || Request::ApplyFixes { filter: FixFilter::default(), except: vec![] };
    let replace = || Request::Replace {
        filter: api::ReplaceFilter {
            find: "罚款人民币".to_owned(),
            with: "罚款".to_owned(),
            ..api::ReplaceFilter::default()
        },
        except: vec![],
    };
    let block = (0..rows).map(|row| format!("第{row}")).collect::<Vec<_>>().join("\n");
    let paste = || Request::Paste {
        table: 0,
        row: 1,
        field: "remark".to_owned(),
        fields: vec!["remark".to_owned()],
        filter: RowFilter::default(),
        text: block.clone(),
    };
    let delete = || Request::DeleteRows { table: 0, rows: (1..=rows as u32 / 2).collect() };
    let edit = || Request::Edit {
        table: 0,
        edits: vec![api::CellEdit {
            row: 7,
            field: "enterprise_name".to_owned(),
            text: "奈曼旗第1公司".to_owned(),
        }],
    };
    let cases: Vec<Case<'_>> = vec![
        ("sort by name", Box::new(move || rows_of(sort("enterprise_name", false))), false),
        ("sort by date", Box::new(move || rows_of(sort("decision_date", true))), false),
        (
            "filter with findings",
            Box::new(move || rows_of(RowFilter { only_findings: true, ..RowFilter::default() })),
            false,
        ),
        (
            "filter by a text",
            Box::new(move || rows_of(RowFilter { search: "第77".to_owned(), ..RowFilter::default() })),
            false,
        ),
        (
            "list of all fixes",
            Box::new(|| Request::Fixes { filter: FixFilter::default(), from: 0, count: 200 }),
            false,
        ),
        ("one cell", Box::new(edit), true),
        ("all fixes", Box::new(all), true),
        ("replace", Box::new(replace), true),
        ("paste a column", Box::new(paste), true),
        ("delete half", Box::new(delete), true),
    ];
    for (name, request, changes) in cases {
        let mut runs: [Vec<f64>; 3] = Default::default();
        let mut touched = 0;
        let mut back = Vec::new();
        for _ in 0..3 {
            // Lists are kept until something changes.
            job.handle(Request::InsertRows { table: 0, position: 0, count: 1 });
            job.handle(Request::Undo);
            let (answer, times) = timed(&mut job, request());
            runs.iter_mut().zip(times).for_each(|(all, one)| all.push(one));
            if let Response::Changed(changed) = answer {
                touched = changed.touched;
            }
            if changes {
                back.push(timed(&mut job, Request::Undo).1[0]);
            }
        }
        let [answered, longest, whole] = runs.map(middle);
        print!("{name}: {answered:.0} ms");
        if changes {
            let back = middle(back);
            print!(
                " for {touched}, then judging {whole:.0} ms in steps of at most {longest:.0} ms; undo {back:.0} ms"
            );
        }
        println!();
    }
}
