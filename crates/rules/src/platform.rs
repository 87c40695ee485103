//! What the platforms say when they refuse a record or a file, and which rules and remedies go with it.
//!
//! The words come from what is public of sister platforms. A message that is not known is answered with nothing,
//! never with a guess.

use precheck_schema::Text;
use precheck_schema::fold::fold_all;

/// A message of a platform.
#[derive(Debug, Clone, Copy)]
pub struct PlatformMessage {
    /// Stable name.
    pub key: &'static str,
    /// Words by which it is known: all words of one group occur in the message.
    pub signs: &'static [&'static [&'static str]],
    /// What it means.
    pub meaning: Text,
    /// What to do.
    pub remedy: Text,
    /// Slugs of the rules that find such records.
    pub rules: &'static [&'static str],
}

/// Every message that is known, the more particular ones first.
pub static MESSAGES: &[PlatformMessage] = &[
    PlatformMessage {
        key: "subject-not-found",
        signs: &[
            &["未查询到主体"],
            &["主体信息不匹配"],
            &["查询的主体不存在"],
            &["企业不存在"],
            &["未找到", "企业"],
            &["错误代码", "1001"],
            &["错误码", "1001"],
            &["code", "1001"],
        ],
        meaning: Text::new(
            "平台按名称和代码找不到这家企业，或者两者对不上。",
            "The platform finds no enterprise of this name and code, or the two do not belong together.",
        ),
        remedy: Text::new(
            "与营业执照逐字核对「企业名称」和「统一社会信用代码」；企业改过名的用现名，名称中的括号照登记写法。改好后再次导出。",
            "Compare name and code with the business licence letter by letter; use the present name and its brackets as registered. Then export again.",
        ),
        rules: &[
            "uscc-check-character",
            "uscc-character",
            "one-code-two-names",
            "one-name-two-codes",
            "name-half-width-bracket",
        ],
    },
    PlatformMessage {
        key: "wrong-template",
        signs: &[
            &["模板选择错误"],
            &["模板错误"],
            &["模板不正确"],
            &["模板不匹配"],
            &["模版选择错误"],
            &["表头", "不一致"],
        ],
        meaning: Text::new(
            "上传的文件与平台上选的模板不是同一种，或表头被改动过。",
            "The file and the template chosen on the platform differ, or its header was changed.",
        ),
        remedy: Text::new(
            "核对平台上选的信息种类；用导出页对应的模板重新导出，导出后不要在表格软件里改动表头、合并单元格或另存。",
            "Check the kind chosen on the platform; export again with the matching template and leave the file as it is.",
        ),
        rules: &["required-column-missing", "merged-or-multiline"],
    },
    PlatformMessage {
        key: "pushed-twice",
        signs: &[
            &["推送重复"],
            &["重复推送"],
            &["重复导入"],
            &["数据重复"],
            &["已存在", "记录"],
            &["记录", "重复"],
            &["已有检查结果"],
        ],
        meaning: Text::new("平台上已有同一条记录。", "The platform holds the same record already."),
        remedy: Text::new(
            "在平台上按文号查到原记录：内容一致的，登记为已归集；有变化的，用变更类信息报送，不重复报原记录。",
            "Look the record up by its number: where it is the same, enter it as gathered; where it changed, send the change.",
        ),
        rules: &["already-exported", "duplicate-record", "document-no-reused"],
    },
    PlatformMessage {
        key: "date-in-future",
        signs: &[&["不能大于当前日期"], &["不能晚于当前日期"], &["大于当前时间"], &["晚于今天"]],
        meaning: Text::new(
            "决定或发证日期晚于平台收到的那一天。",
            "The day of decision or issue lies after the day on which the platform took the file.",
        ),
        remedy: Text::new(
            "与纸质文书核对日期；确在将来生效的，到日期后再报送。",
            "Compare the date with the paper document; what takes effect later is sent later.",
        ),
        rules: &["date-in-future"],
    },
    PlatformMessage {
        key: "end-past",
        signs: &[&["不能小于当前日期"], &["不能早于当前日期"], &["已过有效期"]],
        meaning: Text::new("截止日期已经过去。", "The end of validity is past."),
        remedy: Text::new(
            "核对「有效期至」：长期有效的填长期值；确已到期的，许可状态改为无效。",
            "Check the end of validity: use the long-term value where there is none; mark the licence invalid where it has ended.",
        ),
        rules: &["expired-but-valid", "valid-period-reversed"],
    },
    PlatformMessage {
        key: "special-characters",
        signs: &[&["特殊字符"], &["非法字符"], &["含有", "不允许的字符"]],
        meaning: Text::new(
            "文字里有平台不收的符号，常见的是不可见字符、换行和表情。",
            "A text holds signs that the platform does not take: invisible ones, line breaks, pictures.",
        ),
        remedy: Text::new(
            "在核对页用「安全修复」去掉不可见字符和多余空格，其余符号改为文字后再导出。",
            "Let the safe fixes drop invisible signs and stray spaces, write the others as words, and export again.",
        ),
        rules: &[
            "invisible-character",
            "name-illegal-character",
            "garbled-text",
            "stray-space",
            "merged-or-multiline",
        ],
    },
    PlatformMessage {
        key: "natural-person-92",
        signs: &[&["应当以92开头"], &["自然人", "92"]],
        meaning: Text::new(
            "类别填成了自然人或个体工商户，代码却不是 92 开头。",
            "The class says natural person or sole trader, but the code does not begin with 92.",
        ),
        remedy: Text::new(
            "企业的类别改为法人及非法人组织；对个人的处罚不在涉企信息归集范围，不报送。",
            "Enterprises are of the class of organisations; penalties on persons are not gathered.",
        ),
        rules: &["natural-person", "subject-not-market-entity", "uscc-department"],
    },
    PlatformMessage {
        key: "organisation-91",
        signs: &[&["应当以91开头"], &["法人及非法人组织", "91"]],
        meaning: Text::new(
            "类别填成了法人及非法人组织，代码却不是 91 开头。",
            "The class says organisation, but the code does not begin with 91.",
        ),
        remedy: Text::new(
            "92 开头的是个体工商户，类别相应更正；12、51、52 等开头的单位先与平台核实是否收录。",
            "92 stands for sole traders: correct the class; ask the platform about units that begin with 12, 51 or 52.",
        ),
        rules: &["subject-not-market-entity", "uscc-department"],
    },
    PlatformMessage {
        key: "uscc-wrong",
        signs: &[
            &["统一社会信用代码", "不正确"],
            &["统一社会信用代码", "有误"],
            &["统一社会信用代码", "格式"],
            &["信用代码", "校验"],
        ],
        meaning: Text::new(
            "信用代码没有通过平台的校验，或与类别不符。",
            "The code did not pass the platform's check, or does not fit the class.",
        ),
        remedy: Text::new(
            "按营业执照更正代码；18 位都对的，再核对「行政相对人类别」。",
            "Correct the code by the business licence; where all 18 characters are right, check the class of the subject.",
        ),
        rules: &["uscc-check-character", "uscc-character", "uscc-length", "uscc-department"],
    },
    PlatformMessage {
        key: "date-form",
        signs: &[&["日期格式"], &["日期", "格式", "错误"], &["日期", "格式", "不正确"], &["时间格式"]],
        meaning: Text::new("日期不是平台要的写法。", "A date is not written as the platform wants it."),
        remedy: Text::new(
            "日期写作 2023-06-16；导出文件里的日期是文本，不要在表格软件里改单元格格式。",
            "Write dates as 2023-06-16; they are text in the exported file, so leave the cell format alone.",
        ),
        rules: &["date-form", "date-invalid", "long-term-word"],
    },
    PlatformMessage {
        key: "required",
        signs: &[&["不能为空"], &["必填"], &["不得为空"], &["为空", "错误"]],
        meaning: Text::new("必填的栏是空的。", "A required column is blank."),
        remedy: Text::new(
            "补齐平台点名的栏；「统一社会信用代码」和「注册号」至少填一项。有一行缺项，平台会退回整份文件。",
            "Fill the column that the platform names; one of the two identifiers is needed. One such row makes it refuse the whole file.",
        ),
        rules: &[
            "required-field-missing",
            "identifier-missing",
            "placeholder-value",
            "both-identifiers-wanted",
        ],
    },
    PlatformMessage {
        key: "code-list",
        signs: &[
            &["不在", "字典"],
            &["代码表"],
            &["枚举"],
            &["处罚种类", "不正确"],
            &["处罚类型", "不正确"],
            &["登记状态", "不正确"],
        ],
        meaning: Text::new("填的词不在平台的代码表里。", "A word is not in the platform's code list."),
        remedy: Text::new(
            "从单元格的下拉列表里选词；几项之间用模板规定的分隔符。",
            "Choose the word from the cell's list; several are joined by the template's separator.",
        ),
        rules: &["code-not-in-list", "code-separator", "result-exclusive"],
    },
    PlatformMessage {
        key: "amount",
        signs: &[&["金额", "格式"], &["金额", "小数"], &["罚款金额", "不正确"], &["金额", "数字"]],
        meaning: Text::new(
            "金额的写法或单位不对，平台按万元、至多 4 位小数收。",
            "An amount has the wrong form or unit; the platform takes 万元 with at most 4 decimals.",
        ),
        remedy: Text::new(
            "把元换算成万元，只填数字；与处罚内容里的数额核对。",
            "Convert yuan to 万元, write digits only, and compare with the content of the penalty.",
        ),
        rules: &["amount-invalid", "amount-decimals", "amount-unit-suspect", "amount-contradicts-content"],
    },
    PlatformMessage {
        key: "inspection-task",
        signs: &[&["任务编号异常"], &["未抽中该企业"], &["任务编号", "不存在"]],
        meaning: Text::new(
            "抽查任务编号不对，或者这家企业不在该次任务的名单里。",
            "The number of the inspection task is wrong, or the enterprise was not drawn for it.",
        ),
        remedy: Text::new(
            "在双随机系统里核对任务编号和抽中名单，更正后再报送。",
            "Check the task number and the list of drawn enterprises, correct the record, and send it again.",
        ),
        rules: &["recommended-field-missing", "duplicate-record"],
    },
    PlatformMessage {
        key: "sensitive-words",
        signs: &[&["敏感词"], &["敏感信息"], &["个人隐私"], &["身份证号"]],
        meaning: Text::new(
            "文号、名称或内容里有平台不公开的信息。",
            "A number, name or content holds something that the platform does not publish.",
        ),
        remedy: Text::new(
            "去掉身份证号、手机号、住址等个人信息，或以「某」代替，再导出。",
            "Take out personal numbers and addresses, or write 某 for them, and export again.",
        ),
        rules: &["resident-id", "mobile-number", "home-address", "secret-marking", "internal-material"],
    },
    PlatformMessage {
        key: "too-long",
        signs: &[&["长度超过"], &["超过最大长度"], &["超长"], &["长度", "不能超过"]],
        meaning: Text::new("文字超过平台收的长度。", "A text is longer than the platform takes."),
        remedy: Text::new(
            "按字段长度精简，要点保留在前面。",
            "Shorten the text to the length of the field, the main points first.",
        ),
        rules: &["too-long"],
    },
];

/// Messages that a platform's words hold, in the order of [`MESSAGES`]; none where nothing is known.
pub fn translate(words: &str) -> Vec<&'static PlatformMessage> {
    let words = fold_all(words);
    let holds = |signs: &[&str]| signs.iter().all(|sign| words.contains(&*fold_all(sign)));
    MESSAGES.iter().filter(|message| message.signs.iter().any(|signs| holds(signs))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;

    fn keys(words: &str) -> Vec<&'static str> {
        translate(words).into_iter().map(|message| message.key).collect()
    }

    #[test]
    fn published_messages_are_known() {
        for (words, key) in [
            ("1001：未查询到主体或查询到的主体信息不匹配", "subject-not-found"),
            ("错误代码：1001", "subject-not-found"),
            ("模板选择错误", "wrong-template"),
            ("推送重复", "pushed-twice"),
            ("已有检查结果，不允许重复导入", "pushed-twice"),
            ("发证日期不能大于当前日期", "date-in-future"),
            ("截止日期不能小于当前日期", "end-past"),
            ("处罚内容里包含特殊字符信息", "special-characters"),
            ("行政相对人类别为：自然人，统一社会信用代码应当以９２开头", "natural-person-92"),
            ("法人及非法人组织的统一社会信用代码应当以91开头", "organisation-91"),
            ("行政相对人代码_1(统一社会信用代码)不正确", "uscc-wrong"),
            ("任务编号异常", "inspection-task"),
            ("未抽中该企业", "inspection-task"),
            ("第 3 行：处罚机关 不能为空", "required"),
        ] {
            assert_eq!(keys(words), [key], "{words}");
        }
    }

    #[test]
    fn several_messages_in_one_paste_and_none_in_others() {
        let paste = "第2行 推送重复\r\n第5行 发证日期不能大于当前日期";
        assert_eq!(keys(paste), ["pushed-twice", "date-in-future"]);
        for words in ["", "导入成功", "1001", "第 1001 行已导入", "系统繁忙，请稍后再试"] {
            assert!(keys(words).is_empty(), "{words}");
        }
    }

    #[test]
    fn every_message_names_rules_that_exist_and_its_own_key() {
        for (at, message) in MESSAGES.iter().enumerate() {
            assert!(MESSAGES[..at].iter().all(|other| other.key != message.key), "{}", message.key);
            assert!(!message.signs.is_empty() && message.signs.iter().all(|signs| !signs.is_empty()));
            for slug in message.rules {
                assert!(catalogue().find(slug).is_some(), "{} names {slug}", message.key);
            }
        }
    }
}
