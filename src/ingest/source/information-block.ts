// What a report says of itself in labelled lines before its text (索引号, 发布机构, 成文日期, 标题 …), as the pages of Chinese authorities have it, and
// in the signature below it. It infers nothing from sentences.
import { lineSpans } from '../structure/line-parts.ts';
import { canonicalDate } from './fields.ts';

/** Fields that a report states of itself. */
interface StatedFields {
  readonly title?: string;
  readonly publisher?: string;
  readonly publishedOn?: string;
}

/** The block stands within so many lines of the beginning, each looked at so far. */
const BLOCK_LINES = 14;
const LONGEST_LINE = 400;
/** Labels that no sentence has: one of them makes the lines a block. */
const SIGN = /索\s*引\s*号|信\s*息\s*索\s*引|主\s*题\s*分\s*类|发\s*文\s*字\s*号/u;
/** What stands between a label and its value, where a table was made to lines, too. */
const BETWEEN = '\\s*[:：][\\s:：，,|]{0,4}';
const VALUE = '([^，。；;|\\n]{2,80}?)(?=\\s{2,}|[，。；;|\\n]|$)';
/** A label begins its line or stands behind a mark or a blank, and is not the end of a longer one: 项目名称, 项 目 名 称. */
const HEAD = '(?<![\\p{L}\\p{N}])(?<!(?:^|[\\s|，,;；])\\p{Script=Han}[ \\t\\u3000]+)';
/** What it may name the paper by, before what it names of it: 信息发布机构. */
const OF_PAPER = ['信息', '文件', '公文', '文章'];
const labelled = (labels: readonly string[]): RegExp => {
  const [papers, names] = [OF_PAPER, labels].map((words) => words.map((word) => [...word].join('\\s*')).join('|'));
  return new RegExp(`${HEAD}(?:(?:${papers})\\s*)?(?:${names})${BETWEEN}${VALUE}`, 'u');
};
const TITLE = labelled(['标题', '题名', '名称']);
const PUBLISHER = labelled(['发布机构', '发文机关', '发布单位', '发文单位', '公开责任部门', '责任单位']);
/** The day on a paper comes before the day on which it was put on the web. */
const DATES = [
  labelled(['成文日期', '印发日期', '生成日期', '发文日期']),
  labelled(['发布日期', '公开日期', '发布时间']),
];

/** Returns the fields of the block before a report's text; none where there is no such block. */
export function informationBlock(text: string): StatedFields {
  const spans = lineSpans(text, 0, Math.min(text.length, BLOCK_LINES * LONGEST_LINE)).slice(0, BLOCK_LINES);
  const block = spans.map(({ start, end }) => text.slice(start, Math.min(end, start + LONGEST_LINE))).join('\n');
  if (!SIGN.test(block)) return {};
  const title = TITLE.exec(block)?.[1]?.trim();
  const publisher = PUBLISHER.exec(block)?.[1]?.trim();
  const publishedOn = DATES.map((pattern) => canonicalDate(pattern.exec(block)?.[1])).find((date) => date !== null);
  return { ...(title && { title }), ...(publisher && { publisher }), ...(publishedOn && { publishedOn }) };
}

/** A signature: whose paper it is, alone on its line, and below it the day, in figures or in words. */
const SIGNATURE =
  /^[ \t\u3000]*([\p{Script=Han}]{2,20}(?:政府|委员会|办公室|办公厅|局|委|厅|院|部|中心|集团|公司))[ \t\u3000]*\n\s*(?:(?:19|20)\d{2}|[一二][九〇○零Ｏ][一二三四五六七八九〇○零Ｏ]{2})\s*年[^\n]{2,8}日[ \t\u3000]*$/mu;
const SIGNATURE_WITHIN = 400;

/** Returns who signed a report below its text; null where nobody did. */
export function signatory(text: string): string | null {
  return SIGNATURE.exec(text.slice(-SIGNATURE_WITHIN))?.[1] ?? null;
}
