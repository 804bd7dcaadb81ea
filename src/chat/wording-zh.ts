// Our own words in Chinese.
import { MAX_QUESTION_CHARACTERS } from './input.ts';
import type { Wording } from './wording.ts';

/** Chinese wording. */
export const chinese: Wording = {
  commands: [
    { command: 'ask', description: '提问：/ask 后面写问题' },
    { command: 'districts', description: '收录了哪些区县' },
    { command: 'sources', description: '收录了哪些报告' },
    { command: 'source', description: '打开上一条回答的原文：/source 1' },
    { command: 'start', description: '重新开始，不再接着前面的问题' },
    { command: 'help', description: '使用说明' },
  ],
  bad: {
    empty: '没有收到问题。请写一句话，例如某区某年的某项数字是多少。',
    unreadable: '这条消息里没有可以读出的文字，只有控制字符。请重新输入问题。',
    'no-words': '这条消息里只有表情或符号。请用文字写出问题。',
    'too-long': `问题太长了，请控制在 ${MAX_QUESTION_CHARACTERS} 个字以内，一次问一件事。`,
  },
  about: '区知：根据收录的报告回答区县发展的问题。每个回答都注明出处，可以打开原文核对；报告里没有的，会直接说没有。',
  nothingIndexed: '目前没有收录任何报告。请维护人员把报告放进 corpus/ 后运行 npm run ingest。',
  tryAsking: '可以这样问：',
  examples: [
    (district) => `${district}有哪些主要做法？`,
    (district) => `${district}取得了哪些成效？`,
    (district) => `${district}是怎样推进产业发展的？`,
  ],
  titleExample: (title) => `《${title}》主要讲了什么？`,
  holds: (reports, districts) => `现收录 ${reports} 篇报告，涉及 ${districts} 个区县（含开发区）。`,
  districtLine: (district, reports) => `${district}（${reports} 篇）`,
  withoutDistrict: '未注明区县',
  andMore: (count) => `……另有 ${count} 项未列出`,
  askUsage: '请在 /ask 后面写出问题，例如：',
  unknownCommand: (name) => `没有 /${name} 这个命令。可用的命令：`,
  understoodAs: (subject) => `按「${subject}」理解`,
  nearest: '手头最接近的内容：',
  sourceButton: (n) => `原文 ${n}`,
  readAs: (reading) => `读作：${reading}`,
  changedSince: '这篇报告在回答之后有改动；以上是回答时引用的原文。',
  noSuchSource: (n) => `上一条回答没有编号为 ${n} 的出处。`,
  noAnswerYet: '还没有可以打开原文的回答。请先提问。',
  gone: '找不到这条回答了。请重新提问。',
  notMember: (user) => `这个机器人只回答受邀的成员。你的编号是 ${user}，请把它交给管理员，由管理员加入名单。`,
  wordsOnly: '目前只能读文字。请把问题写出来。',
  failed: (id) => `抱歉，这个问题没有处理成功（编号 ${id}）。请稍后再问一次；若仍不行，请把编号告诉管理员。`,
  quotes: ['「', '」'],
};
