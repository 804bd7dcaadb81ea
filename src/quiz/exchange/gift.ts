// Moodle's GIFT format, out and in: choice, true/false, short answers, matching for orders, essays for answers in one's own words.
import { RIGHT_WORDS } from '../quiz-words.ts';
import type { ItemKind } from '../types.ts';
import { explanationWithSource, type ItemText, readExplanation } from './item-text.ts';

const SPECIAL = /[\\~=#{}:]/gu;
const KINDS: readonly ItemKind[] = ['single', 'several', 'true-false', 'fill-in', 'order', 'short-answer'];
const BLANK = '____';
const TRUTH = ['正确', '错误'] as const;

const escaped = (text: string): string => text.replace(SPECIAL, '\\$&').replaceAll('\n', '\\n');
const unescaped = (text: string): string =>
  text
    .replaceAll('\\n', '\n')
    .replace(/\\([\\~=#{}:])/gu, '$1')
    .trim();

/** Returns the answers of an item as GIFT writes them between braces. */
function answersOf({ kind, options, right }: ItemText): string {
  switch (kind) {
    case 'true-false':
      return RIGHT_WORDS.has(right[0] ?? '') ? 'TRUE' : 'FALSE';
    case 'single':
      return options.map((option) => `${right.includes(option) ? '=' : '~'}${escaped(option)}`).join(' ');
    case 'several': {
      const share = (100 / right.length).toFixed(5).replace(/\.?0+$/u, '');
      const worth = (option: string): string => (right.includes(option) ? `%${share}%` : '%-100%');
      return options.map((option) => `~${worth(option)}${escaped(option)}`).join(' ');
    }
    case 'fill-in':
      return right.map((answer) => `=${escaped(answer)}`).join(' ');
    case 'order':
      return right.map((step, n) => `=${n + 1} -> ${escaped(step)}`).join(' ');
    case 'short-answer':
      return '';
  }
}

/** Returns one item in GIFT. An essay carries its key points in the feedback. */
function giftOf(text: ItemText, n: number): string {
  const title = `::${escaped(`${n + 1} ${text.topic}`)}::`;
  const points = text.kind === 'short-answer' ? `要点：${text.right.join('；')}\n` : '';
  const feedback = `####${escaped(points + explanationWithSource(text))}`;
  const answers = `{${answersOf(text)}${feedback}}`;
  const tags = `// kind:${text.kind} district:${text.district}`;
  const [before = '', ...after] = text.question.split(BLANK);
  if (text.kind === 'fill-in' && after.length === 1)
    return `${tags}\n${title}${escaped(before)}${answers}${escaped(after[0] ?? '')}`;
  return `${tags}\n${title}${escaped(text.question)}${answers}`;
}

/** Returns items in GIFT, UTF-8, one blank line between two. */
export function toGift(items: readonly ItemText[]): string {
  return `${items.map(giftOf).join('\n\n')}\n`;
}

const BODY = /^(?:::((?:\\.|[^:\\])*)::)?([\s\S]*?)(?<!\\)\{([\s\S]*)(?<!\\)\}([\s\S]*)$/u;
const ANSWER = /(?<!\\)([~=])(?:%(-?[\d.]+)%)?((?:\\.|[^~=\\])*)/gu;

interface GiftAnswer {
  readonly isRight: boolean;
  readonly text: string;
}

function readAnswers(text: string): GiftAnswer[] {
  return [...text.matchAll(ANSWER)].map(([, mark, share, answer = '']) => ({
    isRight: mark === '=' || Number(share ?? 0) > 0,
    // What stands behind a lone # is feedback on this answer.
    text: unescaped(answer.split(/(?<!\\)#/u)[0] ?? ''),
  }));
}

/** Returns what answers between braces mean. */
function readKey(inside: string, hint: string): Pick<ItemText, 'kind' | 'options' | 'right'> {
  const plain = inside.trim();
  if (/^(?:T|TRUE|F|FALSE)$/iu.test(plain))
    return { kind: 'true-false', options: TRUTH, right: [TRUTH[/^T/iu.test(plain) ? 0 : 1]] };
  const answers = readAnswers(plain);
  const right = answers.filter(({ isRight }) => isRight).map(({ text }) => text);
  if (answers.length === 0) return { kind: 'short-answer', options: [], right: [] };
  if (answers.every(({ text }) => text.includes('->'))) {
    const steps = answers.map(({ text }) => text.split('->')[1]?.trim() ?? '');
    return { kind: 'order', options: [...steps].sort(), right: steps };
  }
  if (right.length === answers.length && hint !== 'single') return { kind: 'fill-in', options: [], right };
  return { kind: right.length > 1 ? 'several' : 'single', options: answers.map(({ text }) => text), right };
}

const POINTS = /^要点：(.*)\n?/u;

/** Reads items out of GIFT; what is no question is passed over. */
export function fromGift(gift: string): ItemText[] {
  const blocks = gift
    .replace(/^\uFEFF/u, '')
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/u);
  return blocks.flatMap((block): ItemText[] => {
    const comments = block
      .split('\n')
      .filter((line) => line.startsWith('//'))
      .join(' ');
    const body = block
      .split('\n')
      .filter((line) => !line.startsWith('//') && !line.startsWith('$CATEGORY'))
      .join('\n')
      .trim();
    const [, title = '', before = '', inside = '', after = ''] = BODY.exec(body) ?? [];
    if (before.trim() === '') return [];
    const [answers = '', feedback = ''] = inside.split(/(?<!\\)####/u);
    const hint = KINDS.find((kind) => comments.includes(`kind:${kind} `)) ?? '';
    const district = /district:(\S*)/u.exec(comments)?.[1] ?? '';
    const key = readKey(answers, hint);
    const told = unescaped(feedback);
    const points = POINTS.exec(told)?.[1]?.split('；') ?? [];
    const isBlank = key.kind === 'fill-in' && after.trim() !== '';
    const question = unescaped(before) + (isBlank ? BLANK + unescaped(after) : '');
    const topic = unescaped(title).replace(/^\d+\s*/u, '');
    const right = key.kind === 'short-answer' ? points : key.right;
    return [{ ...key, right, question, topic, district, ...readExplanation(told.replace(POINTS, '')) }];
  });
}
