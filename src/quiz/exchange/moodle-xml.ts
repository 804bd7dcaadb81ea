// Moodle's XML format, out and in, by its published rules: multichoice, truefalse, shortanswer, matching for orders, essay.
import { parseDocument } from 'htmlparser2';
import { RIGHT_WORDS } from '../quiz-words.ts';
import { explanationWithSource, type ItemText, readExplanation } from './item-text.ts';

const TYPES = {
  single: 'multichoice',
  several: 'multichoice',
  'true-false': 'truefalse',
  'fill-in': 'shortanswer',
  order: 'matching',
  'short-answer': 'essay',
} as const;
const TRUTH = ['正确', '错误'] as const;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign);
const textNode = (text: string): string => `<text>${escaped(text)}</text>`;
const answer = (fraction: number | string, text: string): string =>
  `<answer fraction="${fraction}" format="plain_text">${textNode(text)}</answer>`;

function answersOf({ kind, options, right }: ItemText): string[] {
  const share = (100 / Math.max(1, right.length)).toFixed(5).replace(/\.?0+$/u, '');
  switch (kind) {
    case 'true-false': {
      const isTrue = RIGHT_WORDS.has(right[0] ?? '');
      return [answer(isTrue ? 100 : 0, 'true'), answer(isTrue ? 0 : 100, 'false')];
    }
    case 'single':
      return ['<single>true</single>', ...options.map((option) => answer(right.includes(option) ? 100 : 0, option))];
    case 'several':
      return [
        '<single>false</single>',
        ...options.map((option) => answer(right.includes(option) ? share : -100, option)),
      ];
    case 'fill-in':
      return ['<usecase>0</usecase>', ...right.map((one) => answer(100, one))];
    case 'order':
      return right.map(
        (step, n) =>
          `<subquestion format="plain_text">${textNode(`${n + 1}`)}<answer>${textNode(step)}</answer></subquestion>`,
      );
    case 'short-answer':
      return [`<graderinfo format="plain_text">${textNode(right.join('\n'))}</graderinfo>`];
  }
}

/** Returns items in Moodle's XML, UTF-8. */
export function toMoodleXml(items: readonly ItemText[]): string {
  const questions = items.map((item, n) =>
    [
      `<question type="${TYPES[item.kind]}">`,
      `<name>${textNode(`${n + 1} ${item.topic}`)}</name>`,
      `<questiontext format="plain_text">${textNode(item.question)}</questiontext>`,
      `<generalfeedback format="plain_text">${textNode(explanationWithSource(item))}</generalfeedback>`,
      '<defaultgrade>1</defaultgrade>',
      ...answersOf(item),
      ...(item.district === '' ? [] : [`<tags><tag>${textNode(item.district)}</tag></tags>`]),
      '</question>',
    ].join('\n'),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>\n`;
}

interface XmlNode {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly XmlNode[];
}

const childrenOf = (node: XmlNode, name: string): XmlNode[] =>
  (node.children ?? []).filter((child) => child.name === name);
const textIn = (node: XmlNode | undefined): string =>
  node === undefined
    ? ''
    : node.type === 'text' || node.type === 'cdata'
      ? (node.data ?? '') + inner(node)
      : inner(node);
const inner = ({ children = [] }: XmlNode): string => children.map(textIn).join('');
const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&nbsp;', ' ')
    .trim();
const contentIn = (node: XmlNode | undefined): string =>
  plain(textIn(node === undefined ? undefined : childrenOf(node, 'text')[0]));

function readKey(question: XmlNode, type: string): Pick<ItemText, 'kind' | 'options' | 'right'> | null {
  const answers = childrenOf(question, 'answer').map((node) => ({
    text: contentIn(node),
    isRight: Number(node.attribs?.['fraction'] ?? 0) > 0,
  }));
  const right = answers.filter(({ isRight }) => isRight).map(({ text }) => text);
  switch (type) {
    case 'multichoice':
      return { kind: right.length > 1 ? 'several' : 'single', options: answers.map(({ text }) => text), right };
    case 'truefalse':
      return { kind: 'true-false', options: TRUTH, right: [TRUTH[right[0]?.toLowerCase() === 'true' ? 0 : 1]] };
    case 'shortanswer':
    case 'numerical':
      return { kind: 'fill-in', options: [], right };
    case 'matching': {
      const steps = childrenOf(question, 'subquestion').map((node) => contentIn(childrenOf(node, 'answer')[0]));
      return { kind: 'order', options: [...steps].sort(), right: steps };
    }
    case 'essay':
      return { kind: 'short-answer', options: [], right: contentIn(childrenOf(question, 'graderinfo')[0]).split('\n') };
    default:
      return null;
  }
}

/** Reads items out of Moodle's XML; kinds of questions that we have not are passed over. */
export function fromMoodleXml(xml: string): ItemText[] {
  const root = parseDocument(xml, { xmlMode: true }) as unknown as XmlNode;
  const quizzes = childrenOf(root, 'quiz');
  return quizzes
    .flatMap((quiz) => childrenOf(quiz, 'question'))
    .flatMap((question): ItemText[] => {
      const key = readKey(question, question.attribs?.['type'] ?? '');
      if (key === null) return [];
      const tag = childrenOf(question, 'tags').flatMap((tags) => childrenOf(tags, 'tag'))[0];
      const told = readExplanation(contentIn(childrenOf(question, 'generalfeedback')[0]));
      const topic = contentIn(childrenOf(question, 'name')[0]).replace(/^\d+\s*/u, '');
      return [
        {
          ...key,
          question: contentIn(childrenOf(question, 'questiontext')[0]),
          topic,
          district: contentIn(tag),
          ...told,
        },
      ];
    });
}
