//! What may be typed.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

const TEMPLATE: &str = "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}";

const STATUS: &str =
    "退出状态：0 没有错误级问题；1 有错误级问题；2 有文件无法读取（其余文件仍会检查），或参数有误";

#[derive(Debug, Parser)]
#[command(
    name = "precheck",
    version,
    about = "涉企信息归集预检：检查、修复、导出归集表格（全部在本机处理）\nChecks, mends and exports records about enterprises before they are gathered",
    help_template = TEMPLATE,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "命令",
    subcommand_value_name = "命令",
    after_help = "示例：
  precheck check 6月处罚.xlsx
  precheck fix 6月处罚.xlsx --out 6月处罚_修复.xlsx
  precheck export 6月处罚.xlsx --template plan --out 导出

各命令的说明：precheck <命令> --help"
)]
pub(crate) struct Arguments {
    /// 显示说明
    #[arg(short = 'h', long, action = ArgAction::Help, global = true, help_heading = "选项")]
    help: Option<bool>,
    /// 显示版本
    #[arg(short = 'V', long, action = ArgAction::Version, help_heading = "选项")]
    version: Option<bool>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 检查表格，逐条列出问题、依据与改法
    #[command(help_template = TEMPLATE, override_usage = "precheck check [选项] <文件>…", after_help = format!("示例：
  precheck check 处罚.xlsx 许可.csv
  precheck check 处罚.xlsx --today 2023-06-30 --format json > 问题.json
  precheck check 上半年.xlsx 下半年.xlsx --together      多个文件合并查重
  precheck check 名册.csv --kind blacklist              指明信息种类

{STATUS}"))]
    Check(Check),
    /// 应用安全修复（不改变含义的改动），另存为新文件
    #[command(help_template = TEMPLATE, override_usage = "precheck fix <文件> --out <文件> [选项]", after_help = format!("示例：
  precheck fix 处罚.xlsx --out 处罚_修复.xlsx
  precheck fix 处罚.csv --out 处罚_修复.csv

输出的类型由扩展名决定：.xlsx 或 .csv；原文件不改动。
{STATUS}（按修复后的内容计）"))]
    Fix(Fix),
    /// 按平台模板导出没有错误、且警告已确认的记录
    #[command(help_template = TEMPLATE, override_usage = "precheck export <文件>… --template <模板> --out <文件夹> [选项]", after_help = format!("示例：
  precheck export 处罚.xlsx --template plan --out 导出
  precheck export 处罚.xlsx 许可.xlsx --template gsxt-department --out 导出 \\
      --accept-warnings \"已与文书原件核对\" --problems 退回.xlsx

每个种类一个文件，旁边写一份回执（清单与 SM3 摘要），以后可用 precheck verify 核验。
不写 --accept-warnings 时，有警告的记录不导出。
{STATUS}"))]
    Export(Export),
    /// 列出全部规则：查什么、为什么、怎么改、依据、示例
    #[command(help_template = TEMPLATE, override_usage = "precheck rules [选项]", after_help = "示例：
  precheck rules > 规则目录.md
  precheck rules --format csv > 规则目录.csv")]
    Rules(Rules),
    /// 列出可用的导出模板，由平台的空白导入文件生成自有模板，或输出模板的文件结构
    #[command(help_template = TEMPLATE, override_usage = "precheck templates [选项]", after_help = "示例：
  precheck templates
  precheck templates --schema interface-json > interface-json.schema.json
  precheck templates --schema exchange-xml --out 结构
  precheck templates --from 平台空白模板.xlsx --out 旗平台.json
  precheck export 处罚.xlsx --template 旗平台.json --out 导出")]
    Templates(Templates),
    /// 核验导出的文件是否与回执一致
    #[command(help_template = TEMPLATE, override_usage = "precheck verify <回执> [选项]", after_help = "示例：
  precheck verify 导出/回执_奈曼旗消防救援大队_20230616-01.json
  precheck verify 导出_奈曼旗消防救援大队_20230616-01.zip

按回执逐个核对旁边的文件：一致、已改动、缺少、多出。
退出状态：0 全部一致；1 有文件已改动、缺少或多出；2 回执无法读取，或参数有误")]
    Verify(Verify),
    /// 在本机打开网页版：只在 127.0.0.1 上提供 precheck.html
    #[command(help_template = TEMPLATE, override_usage = "precheck serve [选项]", after_help = "示例：
  precheck serve
  precheck serve --port 8800 --page D:\\工具\\precheck.html")]
    Serve(Serve),
}

#[derive(Debug, Args)]
pub(crate) struct Templates {
    /// 平台下载的空白导入文件（xlsx、xls、csv）：由它生成自有模板
    #[arg(long, value_name = "文件", help_heading = "选项")]
    pub(crate) from: Option<PathBuf>,
    /// 模板名称；不写则用文件名
    #[arg(long, value_name = "名称", help_heading = "选项", requires = "from")]
    pub(crate) title: Option<String>,
    /// 各表的信息种类；不写则按表头识别
    #[arg(long, value_name = "种类", help_heading = "选项", value_parser = kind)]
    pub(crate) kind: Option<String>,
    /// 写入的文件（.json）；不写则输出到屏幕
    #[arg(long, value_name = "文件", help_heading = "选项")]
    pub(crate) out: Option<PathBuf>,
    /// 输出内置模板的文件结构：JSON Schema 或 XSD；--out 写明文件夹，不写则输出到屏幕
    #[arg(long, value_name = "模板", help_heading = "选项", conflicts_with_all = ["from", "title"])]
    pub(crate) schema: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// 回执文件（.json），或含有回执的压缩包（.zip）
    #[arg(value_name = "回执", help_heading = "参数")]
    pub(crate) manifest: PathBuf,
    /// 输出格式
    #[arg(
        long,
        value_name = "格式",
        default_value = "human",
        help_heading = "选项",
        hide_default_value = true,
        hide_possible_values = true,
        help = "输出格式：human（默认，供阅读）、json"
    )]
    pub(crate) format: VerifyFormat,
}

/// How a verification is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum VerifyFormat {
    Human,
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// 网页文件；不写则用本程序旁边的 precheck.html
    #[arg(long, value_name = "文件", help_heading = "选项")]
    pub(crate) page: Option<PathBuf>,
    /// 端口，默认 8765；0 为任一空闲端口
    #[arg(
        long,
        value_name = "端口",
        default_value_t = 8765,
        hide_default_value = true,
        help_heading = "选项"
    )]
    pub(crate) port: u16,
}

/// What decides how files are judged.
#[derive(Debug, Args)]
pub(crate) struct Judging {
    /// 各表的信息种类；不写则按表头识别
    #[arg(long, value_name = "种类", help_heading = "选项", value_parser = kind)]
    pub(crate) kind: Option<String>,
    /// 机构设置文件（JSON）；不写则用内置的奈曼旗消防救援大队
    #[arg(long, value_name = "文件", help_heading = "选项")]
    pub(crate) profile: Option<PathBuf>,
    /// 核查基准日，如 2023-06-30；不写则为今天
    #[arg(long, value_name = "日期", help_heading = "选项")]
    pub(crate) today: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// 要检查的文件：xlsx、xls、ods、csv、tsv、txt 等
    #[arg(required = true, value_name = "文件", help_heading = "参数")]
    pub(crate) files: Vec<PathBuf>,
    /// 把全部文件作为一批，跨文件查重
    #[arg(long, help_heading = "选项")]
    pub(crate) together: bool,
    #[command(flatten)]
    pub(crate) judging: Judging,
    /// 将要使用的导出模板，按它的要求检查；名称见 precheck templates
    #[arg(long, value_name = "模板", help_heading = "选项")]
    pub(crate) template: Option<String>,
    /// 输出格式
    #[arg(
        long,
        value_name = "格式",
        default_value = "human",
        help_heading = "选项",
        hide_default_value = true,
        hide_possible_values = true,
        help = "输出格式：human（默认，供阅读）、json、csv"
    )]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Fix {
    /// 要修复的文件
    #[arg(value_name = "文件", help_heading = "参数")]
    pub(crate) file: PathBuf,
    /// 修复后的文件，.xlsx 或 .csv
    #[arg(long, value_name = "文件", help_heading = "选项")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) judging: Judging,
    /// 将要使用的导出模板，按它的要求检查
    #[arg(long, value_name = "模板", help_heading = "选项")]
    pub(crate) template: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// 要导出的文件，作为一批检查
    #[arg(required = true, value_name = "文件", help_heading = "参数")]
    pub(crate) files: Vec<PathBuf>,
    /// 导出模板：名称见 precheck templates，或自有模板文件（.json）
    #[arg(long, value_name = "模板", help_heading = "选项")]
    pub(crate) template: String,
    /// 放置导出文件的文件夹，没有则新建
    #[arg(long, value_name = "文件夹", help_heading = "选项")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) judging: Judging,
    /// 确认全部警告的理由；有警告的记录随之导出
    #[arg(long, value_name = "理由", help_heading = "选项", value_parser = not_blank)]
    pub(crate) accept_warnings: Option<String>,
    /// 把留下的记录连同问题写成问题清单（.xlsx），供退回填报人
    #[arg(long, value_name = "文件", help_heading = "选项")]
    pub(crate) problems: Option<PathBuf>,
    /// 承办人，写入回执
    #[arg(long, value_name = "姓名", help_heading = "选项")]
    pub(crate) handler: Option<String>,
    /// 批次号，写入回执与文件名；不写则为当日第一批
    #[arg(long, value_name = "批次", help_heading = "选项")]
    pub(crate) batch: Option<String>,
    /// 全部文件、回执与问题清单合成一个压缩包
    #[arg(long, help_heading = "选项")]
    pub(crate) zip: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Rules {
    /// 输出格式
    #[arg(
        long,
        value_name = "格式",
        default_value = "md",
        help_heading = "选项",
        hide_default_value = true,
        hide_possible_values = true,
        help = "输出格式：md（默认）、json、csv"
    )]
    pub(crate) format: RulesFormat,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Human,
    Json,
    Csv,
}

/// How the rule book is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RulesFormat {
    Md,
    Json,
    Csv,
}

fn not_blank(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("须写明确认警告的理由".to_owned()),
        reason => Ok(reason.to_owned()),
    }
}

/// The key of a kind, given by key or by label.
fn kind(text: &str) -> Result<String, String> {
    use precheck_session::Kind;
    let wanted = text.trim();
    let found = Kind::ALL.iter().find(|k| k.key() == wanted || k.label().zh == wanted);
    found.map(|k| k.key().to_owned()).ok_or_else(|| {
        let all: Vec<String> = Kind::ALL.iter().map(|k| format!("{}（{}）", k.key(), k.label().zh)).collect();
        format!("没有这个信息种类，可用：{}", all.join("、"))
    })
}
