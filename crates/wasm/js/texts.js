// What the form says, in the language of the checker.

const TEXTS = {
  zh: {
    levels: { error: '错误', warning: '警告', info: '提示' },
    errors: (count) => '有 ' + count + ' 处需要更正',
    warnings: (count) => '有 ' + count + ' 处需要核对',
    mended: '没有需要更正的内容，可以提交',
    adopt: (text) => (text === '' ? '采用：清空' : '采用“' + text + '”'),
    adopted: (left) => (left === 0 ? '已采用建议，没有需要更正的内容' : '已采用建议，余 ' + left + ' 处需要更正'),
    reason: '核对无误的，写明理由后提交',
    reasonMissing: '「理由」为空。写明理由后提交',
    confirm: '确认并提交',
    notRun: (why) => '预检没有运行：' + why + '。再次提交将不经预检',
    titlePrefix: '错误：',
  },
  en: {
    levels: { error: 'Error', warning: 'Warning', info: 'Note' },
    errors: (count) => count + ' to correct',
    warnings: (count) => count + ' to check',
    mended: 'Nothing is left to correct; the form can be submitted',
    adopt: (text) => (text === '' ? 'Adopt: empty it' : 'Adopt “' + text + '”'),
    adopted: (left) => 'Adopted; ' + left + ' left to correct',
    reason: 'If they are right as they are, say why and submit',
    reasonMissing: 'The reason is blank; say why and submit',
    confirm: 'Confirm and submit',
    notRun: (why) => 'The check did not run: ' + why + '. Submitting again goes without it',
    titlePrefix: 'Error: ',
  },
};
