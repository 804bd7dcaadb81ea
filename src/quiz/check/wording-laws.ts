// Laws on the words of an item: it stands alone, is whole, bears nothing of the page, and asks for no slogan and nothing that every
// district says of itself.

import { isNoInitiative } from '../../lexicon/names/initiatives.ts';
import { EVENT, GENERAL, PAGE, SLOGAN, SPOKEN, TORN, URGED } from '../../lexicon/words/item-cues.ts';
import { trimMarks } from '../../text/clauses.ts';
import { pointsBack } from '../generate/statements/clause-words.ts';
import type { Item } from '../types.ts';

const BLANK = /____|（　）/gu;
/** A longer question is a passage to be read, not a question (UTF-16 units). */
const MAX_READ = 110;
const FOOTNOTE = /\[\d{1,3}\]|［\d{1,3}］|〔[^〕]*〕/u;
const PAIRS = ['“”', '《》', '（）', '()', '「」', '‘’'] as const;
/** What the questions themselves say, before or behind what the report says. */
const FRAME =
  /^判断正误：|^名词解释：|据[^，]{0,20}的报告，|(?:请写出|请按|请逐项|括号内应填|下列哪|请至少|若你所在)[^。？]*[。？]|（多选）|（答[^）]*）/gu;

/** Returns the words of a question that tell of the district. */
function toldIn(question: string): string {
  return trimMarks(question.replace(FRAME, ''));
}

function isBalanced(text: string): boolean {
  return PAIRS.every(([open = '', close = '']) => text.split(open).length === text.split(close).length);
}

/** Names that an item asks for. */
function namesAsked(item: Item): readonly string[] {
  if (item.subject !== 'name') return [];
  if (item.kind === 'fill-in') return [item.accepted[0]];
  return item.kind === 'single' ? [item.options[item.correct] ?? ''] : [];
}

/** Returns the faults of an item's words. */
export function wordingFaults(item: Item): string[] {
  const told = toldIn(item.question);
  const shown = told.replace(BLANK, '某');
  const names = namesAsked(item);
  return [
    ...((item.kind === 'single' || item.kind === 'fill-in') && told.length > MAX_READ
      ? ['long: it is not read at a glance']
      : []),
    ...(isBalanced(item.question) ? [] : ['marks: one is not closed']),
    ...(FOOTNOTE.test(item.question) ? ['footnote: a mark of one'] : []),
    ...(PAGE.test(told) ? [`page: ${PAGE.exec(told)?.[0] ?? ''}`] : []),
    ...(EVENT.test(told) ? [`event: ${EVENT.exec(told)?.[0] ?? ''}`] : []),
    ...(URGED.test(told) ? [`urged: ${URGED.exec(told)?.[0] ?? ''}`] : []),
    ...(SPOKEN.test(told) ? [`spoken: ${SPOKEN.exec(told)?.[0] ?? ''}`] : []),
    ...(pointsBack(told.replace(/[？?]/gu, '')) ? ['points-elsewhere'] : []),
    ...(TORN.test(shown) ? ['torn: words are cut off'] : []),
    ...names
      .filter((name) => isNoInitiative(name) || GENERAL.test(name) || SLOGAN.test(name))
      .map((name) => `everyones: ${name}`),
  ];
}
