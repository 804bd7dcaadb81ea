// What a practice is where no clause goes on from its name: from the words before it (由…的“三主”模式), from the sentence under the
// line that heads it, or from the sentence amid those that speak of it.

import { initiativesIn } from '../../lexicon/names/initiatives.ts';
import { oncePer } from '../../lexicon/words/once.ts';
import { topicsIn } from '../../lexicon/words/topics.ts';
import { fold } from '../../text/normalise.ts';
import { isPointTold } from '../check/option-laws.ts';
import type { ItemDraft } from './draft.ts';
import type { InitiativeMention, Pools } from './pools.ts';
import { evidenceOf } from './statements/evidence.ts';
import { keyPointsOf, measuresFrom, roleClausesOf } from './statements/measures.ts';
import { datedBy } from './statements/situating.ts';
import type { ItemSource, ReportLine } from './statements/sources.ts';
import { isOfDistrict } from './statements/statement.ts';
import { isNotTold } from './statements/voices.ts';

const MIN_POINTS = 2;
const MAX_POINTS = 5;
const MIN_PART_CHARACTERS = 2;

interface Content {
  readonly name: string;
  readonly line: ReportLine;
  readonly points: readonly string[];
}

function draftOf(question: string, { line, points }: Content, source: ItemSource): ItemDraft {
  const evidence = evidenceOf(line, source);
  const told = points
    .filter((point) => !isPointTold(point, question))
    .slice(0, MAX_POINTS)
    .map((text) => ({ text, evidence }));
  return { kind: 'short-answer', subject: 'meaning', question, source, evidence, points: told };
}

function isDone({ line, source }: { line: ReportLine; source: ItemSource }): boolean {
  const whole = { start: 0, end: line.plain.length };
  return !line.isPlan && !isNotTold(whole, { line, source }) && isOfDistrict({ start: 0, end: 1 }, { line, source });
}

/** 以政府为主导，办事处为主体的“三主”模式; 管委会+集团公司+街道办的“三驾马车”模式: what stands before 的 is what it consists of. */
const ATTRIBUTE = /(?:“(?<quoted>[^“”]{5,60})”|(?<plain>[\u4e00-\u9fff]{2,10}(?:[+、][\u4e00-\u9fff]{2,10}){1,5}))的$/u;
const LEADS_UP = /^(?:.*?(?:建立|构建|实行|推行|形成|探索|创新|打造|采取|采用|实施|完善|健全))?/u;

/** Returns what a practice consists of by the words before its name. */
export function attributeDrafts({ line, source, start, whole, name, kind }: InitiativeMention): ItemDraft[] {
  const groups = ATTRIBUTE.exec(line.plain.slice(0, start - 1))?.groups;
  const said = groups?.['quoted'] ?? groups?.['plain']?.replace(LEADS_UP, '');
  if (said === undefined || kind < 0 || !isDone({ line, source })) return [];
  const points = said.split(/[，,]/u.test(said) ? /[，,]/u : /[、+]/u).map((part) => part.trim());
  const isFit =
    !/等|一体|^[成集]/u.test(said) &&
    points.length >= MIN_POINTS &&
    points.every(({ length }) => length >= MIN_PART_CHARACTERS);
  const question = `${datedBy(line, source)}${source.display}的${whole}是指什么？请写出要点。`;
  return isFit ? [draftOf(question, { name, line, points }, source)] : [];
}

/** 路径之一：打造“竖起来的产业园”。 A line of its own that heads the next. */
const HEADLINE =
  /^(?:[^“”，。]{1,10}[：:])?(?:[一二三四五六七八九](?:是|要)|第[一二三四五六七八九][，、]?|[（(]?[一二三四五六七八九\d]+[)）、.．])?(?<measure>[\u4e00-\u9fff]{0,10}“(?<name>[^“”]{2,14})”[\u4e00-\u9fff]{0,8})[。；]?$/u;

/** Returns the names that lines of their own give to what the next line tells, with that line. */
const headlinesIn = oncePer((source: ItemSource): readonly (Content & { readonly measure: string })[] =>
  source.lines.flatMap((line) => {
    const { measure: said, name } = HEADLINE.exec(line.plain)?.groups ?? {};
    const measure =
      said && source.names.reduce((words, own) => (words.startsWith(own) ? words.slice(own.length) : words), said);
    const next = source.lines[line.at + 1];
    if (measure === undefined || name === undefined || !next || !isDone({ line: next, source })) return [];
    const clauses = roleClausesOf(next.plain, source);
    const first = clauses.findIndex(({ role }) => role === 'measure');
    const points = first < 0 ? [] : measuresFrom(clauses, first).points.flatMap((point) => keyPointsOf([point]) ?? []);
    return [{ name, measure, line: next, points }];
  }),
);

/** Returns what was done under a name that a line of its own gives. */
export function headlineItems(source: ItemSource): ItemDraft[] {
  return headlinesIn(source).flatMap((content) => {
    const question = `${datedBy(content.line, source)}${source.display}${content.measure}，具体做了什么？请写出要点。`;
    return content.points.length >= MIN_POINTS ? [draftOf(question, content, source)] : [];
  });
}

/** A thing that is worked on, as the sentences about it call it. */
const THEME =
  /(?:^|[，。；,;、])(?<theme>[\u4e00-\u9fff]{2,4}?(?:治理|改造|拆迁|整治|修复|征迁|搬迁|招商))(?=[是已的，工项])/gu;
const REACH = 3;

const themesIn = (line: ReportLine | undefined): string[] =>
  [...(line?.plain ?? '').matchAll(THEME)].flatMap(({ groups }) => groups?.['theme'] ?? []);

/** Returns the things worked on that sentences before and behind a sentence of measures both speak of, and no other district does. */
export function themesOf(source: ItemSource, pools: Pools): Content[] {
  return source.lines.flatMap((line): Content[] => {
    const near = (offset: number): ReportLine[] =>
      Array.from({ length: REACH }, (_, step) => source.lines[line.at + offset * (step + 1)]).filter(
        (each) => each !== undefined && each.passage.heading.at(-1) === line.passage.heading.at(-1),
      ) as ReportLine[];
    const before = new Set(near(-1).flatMap(themesIn));
    const [name] = near(1)
      .flatMap(themesIn)
      .filter((theme) => before.has(theme));
    if (name === undefined || topicsIn(`${name}${name}`).includes(name) || !isDone({ line, source })) return [];
    if (pools.sources.some(({ district, folded }) => district !== source.district && folded.includes(fold(name))))
      return [];
    const clauses = roleClausesOf(line.plain, source);
    const first = clauses.findIndex(({ role }) => role === 'measure');
    const points = first < 0 ? null : keyPointsOf(measuresFrom(clauses, first).points);
    return points && points.length >= MIN_POINTS ? [{ name, line, points }] : [];
  });
}

/** Returns how the things that a report's sentences speak of were worked on. */
export function themeItems(source: ItemSource, pools: Pools): ItemDraft[] {
  return themesOf(source, pools).map((content) =>
    draftOf(
      `${datedBy(content.line, source)}${source.display}是怎样推进${content.name}的？请写出要点。`,
      content,
      source,
    ),
  );
}

/** Returns the names of a report's practices: in quotation marks, of lists that are counted, over sentences. */
export function practiceNames(
  source: ItemSource,
  pools: Pools,
): readonly { readonly name: string; readonly line: ReportLine }[] {
  const quoted = source.lines.flatMap((line) => initiativesIn(line.plain).map(({ name }) => ({ name, line })));
  const headed = headlinesIn(source).map(({ name, line }) => ({ name, line }));
  const themes = themesOf(source, pools).map(({ name, line }) => ({ name, line }));
  return [...new Map([...quoted, ...headed, ...themes].map((each) => [fold(each.name), each])).values()];
}
