// The law that a question says under what its answer holds: no disaster, day, programme or goods that its sentence or those before it name
// is left out, and what is asked for is pointed to.
import { DISASTER, PROGRAMME } from '../../lexicon/words/item-cues.ts';
import { oncePer } from '../../lexicon/words/once.ts';
import { relatedTo, topicNames } from '../../lexicon/words/topics.ts';
import { clausesOf } from '../../text/clauses.ts';
import { fold } from '../../text/normalise.ts';
import type { Library } from '../../types.ts';
import type { ItemSource, LineContext } from '../generate/statements/sources.ts';
import type { Item, ItemSubject } from '../types.ts';
import { lineOf } from './period-law.ts';

/** Subjects that ask for what one sentence states. */
const STATED: ReadonlySet<ItemSubject> = new Set(['figure', 'statement']);
/** Subjects that ask for a name, or whose it is. */
const NAMED: ReadonlySet<ItemSubject> = new Set(['name', 'district-of-practice']);
const LISTED: ReadonlySet<ItemSubject> = new Set(['practice', 'parts', 'not-one-of', 'steps']);
const MAX_LINES_BACK = 4;
const ONE_DAY =
  /(?:^|[，。；])(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:凌晨|清晨|上午|中午|下午|傍晚|晚|夜|\d{1,2}[时点]|[，,])/u;
/** So much of what somebody is to buy; the goods are told elsewhere. */
const GOODS_UNTOLD =
  /(?:订单|合同|协议|销量|供货)(?:近|约|超|达|共|合计)?(?:____|（　）)(?:[余多]?(?:万|亿)?(?:公斤|斤|吨|千克|升|件))?/u;

/** A report of which so many lines tell of a disaster is on it. */
const DISASTER_SHARE = 0.15;
const MIN_DISASTER_LINES = 2;

/** True if a report is on a disaster: its title says so, or much of it tells of one. */
const isOnDisaster = oncePer(({ report, lines }: ItemSource): boolean => {
  const told = lines.filter(({ plain }) => DISASTER.test(plain)).length;
  const isMuch = told >= MIN_DISASTER_LINES && told >= DISASTER_SHARE * lines.length;
  return DISASTER.test(report.title) || isMuch;
});

/** True if a disaster is told of round a line. */
function isUnderDisaster({ line, source }: LineContext): boolean {
  const near = source.lines
    .slice(Math.max(0, line.at - MAX_LINES_BACK), line.at + 1)
    .filter(({ passage }) => passage.heading.at(-1) === line.passage.heading.at(-1));
  return isOnDisaster(source) || near.some(({ plain }) => DISASTER.test(plain));
}

/** Returns the clauses of a line that speak of a programme or a project and that a question leaves out. */
function programmesLeftOut(question: string, { line: { plain } }: LineContext): string[] {
  const told = fold(question);
  const spans = clausesOf(plain);
  return spans
    .map(({ start, end }) => plain.slice(start, end).trim())
    .filter((clause, at) => at < spans.length - 1 && PROGRAMME.test(clause) && !told.includes(nameIn(clause)));
}

/** Returns the name of a programme in a clause, folded; without marks the beginning of the clause. */
function nameIn(clause: string): string {
  return fold(/[“《](?<name>[^“”《》]+)[”》]/u.exec(clause)?.groups?.['name'] ?? clause.slice(0, 6));
}

const FRAME =
  /^判断正误：|据[^，]{0,20}的报告，|(?:请写出|请按|请逐项|括号内应填|下列哪)[^。？]*[。？]|（多选）|\d{4}年/gu;
/** Words round a list that say nothing of what it is on. */
const SAYS_NOTHING =
  /[一二三四五六七八九十\d]+[大个项类条]?(?=工程|行动|计划|举措|措施|任务|重点)|大力|全面|深入|扎实|重点|着力|聚力|加快|积极|持续|不断|深化|强化|实施|实行|推进|推动|开展|打造|建立|构建|形成|落实|实现|坚持|围绕|聚焦|工程|行动|计划|举措|措施|任务|项目|战略|高质量发展|等/gu;
const MIN_TELLING = 4;
/** A name is led to by more than a list, whose parts tell one another. */
const MIN_TELLING_OF_NAME = 7;
/** A field is named by so many of a list's parts. */
const FIELD_SHARE = 0.5;

/** Returns the words of a question that point to what is asked for: without its frame, the district, and what every district does. */
function tellingIn(question: string, names: readonly string[]): string {
  const stem = names.reduce((text, name) => text.replaceAll(name, ''), question.replace(FRAME, ''));
  return stem.replace(SAYS_NOTHING, '').replace(/[^\u4e00-\u9fffA-Za-z]/gu, '');
}

/** Returns the parts that a list item asks for. */
function partsOf(item: Item): readonly string[] {
  if (item.kind === 'short-answer') return item.keyPoints.map(({ text }) => text);
  if (item.kind === 'several') return item.correct.map((at) => item.options[at] ?? '');
  return item.kind === 'single'
    ? item.options.filter((_, at) => at !== item.correct)
    : 'options' in item
      ? item.options
      : [];
}

/** Returns the faults of a question for a list: what it lists is not pointed to, or its field is left out. */
function listFaults(item: Item, names: readonly string[]): string[] {
  if (!item.question.includes('（　）')) return [];
  const stem = item.question.replace(FRAME, '');
  const telling = tellingIn(item.question, names);
  const parts = partsOf(item);
  const field = topicNames().find(
    (topic) => parts.filter((part) => part.includes(topic)).length > FIELD_SHARE * parts.length,
  );
  return [
    ...(telling.length < MIN_TELLING ? ['context: nothing points to what is asked for'] : []),
    ...(field !== undefined && ![field, ...relatedTo(field)].some((word) => stem.includes(word))
      ? [`context: the field is left out: ${field}`]
      : []),
  ];
}

/** Returns the fault of a question for a name to which nothing in it points. */
function nameFaults({ question }: Item, names: readonly string[]): string[] {
  return tellingIn(question, names).length < MIN_TELLING_OF_NAME
    ? ['context: nothing points to what is asked for']
    : [];
}

/** Returns the faults of what a question leaves out. */
export function contextFaults(item: Item, library: Library): string[] {
  const place = lineOf(item, library);
  if (!place) return [];
  if (LISTED.has(item.subject)) return listFaults(item, place.source.names);
  if (NAMED.has(item.subject)) return nameFaults(item, place.source.names);
  if (!STATED.has(item.subject) || !/\d|____|（　）/u.test(item.question)) return [];
  return [
    ...(isUnderDisaster(place) ? ['context: the figure is one under a disaster'] : []),
    ...(ONE_DAY.test(place.line.plain) ? ['context: the figure is of one day'] : []),
    ...programmesLeftOut(item.question, place).map((clause) => `context: left out: ${clause}`),
    ...(GOODS_UNTOLD.test(item.question) ? ['context: of what goods, is not said'] : []),
  ];
}
