// Items that join a practice with its district: whose practice it is, and which practice is whose.

import { partsOf } from '../../lexicon/district-names.ts';
import { fold } from '../../text/normalise.ts';
import { pick, shuffled } from '../chance.ts';
import { deedIn } from './deeds.ts';
import { CHOICE_BLANK, type Draft } from './draft.ts';
import { type Evidence, evidenceFrom } from './evidence.ts';
import type { Pools, PracticeAt } from './pools.ts';
import type { Line, Source } from './sources.ts';
import { stateAround } from './statement.ts';

const MIN_WRONG = 2;
const MOST_WRONG = 3;
const MOST_LINES_BACK = 8;
/** Options are about as long: so many characters apart at most. */
const MOST_APART = 8;

/** The line with those before it back to the one that names the district; null where none near does. */
function evidenceWithDistrict(line: Line, source: Source): Evidence | null {
  for (let back = 0; back <= MOST_LINES_BACK && back <= line.at; back++) {
    if (!source.lines[line.at - back]?.plain.includes(source.display)) continue;
    return evidenceFrom(source.lines.slice(line.at - back, line.at + 1), source);
  }
  return null;
}

/** Other districts of which nothing of the kind is said. */
function otherDistricts(name: string, source: Source, pools: Pools): string[] {
  const others = pools.sources.filter(
    ({ district }) => district !== source.district && !pools.said(district).includes(fold(name)),
  );
  const displays = [...new Set(others.map(({ display }) => display))].sort();
  return shuffled(displays, `${source.district} ${name}`).slice(0, MOST_WRONG);
}

/** Whether a question holds a name of the district or the better part of one: 泉山 of 泉山区, 经开 of 经开区. */
function holdsPartOfName(asked: string, { names }: Source): boolean {
  return names.map((name) => name.replace(/[区县市]$/u, '')).some((part) => part.length > 1 && asked.includes(part));
}

/** Whose practice it is, for one practice. @param options `most` characters of a question's statement */
export function districtDraft(practice: PracticeAt, pools: Pools, options: { most?: number } = {}): Draft[] {
  const { line, source, start, end, name } = practice;
  const statement = stateAround({ start, end }, { line, source }, options);
  const evidence = evidenceWithDistrict(line, source);
  const distractors = otherDistricts(name, source, pools);
  if (!statement || !evidence || distractors.length < MIN_WRONG) return [];
  const asked = statement.text.replaceAll(source.display, CHOICE_BLANK);
  const { province, city } = partsOf(source.district);
  const isGiven =
    [city, province].some((above) => above !== '' && asked.includes(above)) ||
    /^据[^，]*（　）的报告|（　）[委政纪法检人]/u.test(asked);
  if (asked.split(CHOICE_BLANK).length !== 2 || holdsPartOfName(asked, source) || isGiven) return [];
  return [
    {
      kind: 'single',
      subject: 'district-of-practice',
      question: `${asked}。`,
      source,
      evidence,
      key: source.display,
      distractors,
    },
  ];
}

/** A report's practices, halved: of one the district is asked for, of the other the practice. */
function own(source: Source, pools: Pools, half: 0 | 1): PracticeAt[] {
  return pools.practices.filter(
    (practice) => practice.source === source && pick(`${practice.name} ${practice.line.plain}`, 2) === half,
  );
}

/** Whose practice it is. */
export function districtItems(source: Source, pools: Pools): Draft[] {
  const lines = new Set<number>();
  return own(source, pools, 0).flatMap((practice) => {
    const drafts = lines.has(practice.line.at) ? [] : districtDraft(practice, pools);
    if (drafts.length > 0) lines.add(practice.line.at);
    return drafts;
  });
}

/** Deeds of other districts that are about as long as some of this one's, of which nothing is said here. */
function foreignDeeds(keys: readonly string[], source: Source, pools: Pools): string[] {
  const said = pools.said(source.district);
  const others = pools.deeds.filter(
    ({ district, name, clause }) =>
      district !== source.district &&
      keys.some((key) => Math.abs(clause.length - key.length) <= MOST_APART) &&
      !said.includes(fold(name)),
  );
  return shuffled(others, keys.join('\n')).map(({ clause }) => clause);
}

/** Which of several deeds is the district's, for one of its practices. */
export function deedDrafts({ line, start, end, source }: PracticeAt, pools: Pools): Draft[] {
  const key = deedIn(line.plain, { start, end });
  const evidence = evidenceWithDistrict(line, source);
  if (key === null || evidence === null || source.year === null || key.includes(source.short)) return [];
  const distractors = foreignDeeds([key], source, pools).slice(0, MOST_WRONG);
  return [
    {
      kind: 'single',
      subject: 'practice-of-district',
      question: `据${source.year}年的报告，下列哪一项是${source.display}的做法？`,
      source,
      evidence,
      key,
      distractors,
    },
  ];
}

/** Which of several practices is the district's. */
export function practiceItems(source: Source, pools: Pools): Draft[] {
  return own(source, pools, 1).flatMap((practice) => deedDrafts(practice, pools));
}

const FEWEST_DEEDS = 2;
const MOST_DEEDS = 3;
const MOST_FOREIGN = 2;

/** Which of several deeds are the district's, for the practices of one passage. */
function severalDraft(practices: readonly PracticeAt[], pools: Pools): Draft[] {
  const told = practices.flatMap(({ line, start, end }) => {
    const clause = deedIn(line.plain, { start, end });
    return clause === null ? [] : [{ clause, line }];
  });
  const source = practices[0]?.source;
  const keys = [...new Set(told.map(({ clause }) => clause))].slice(0, MOST_DEEDS);
  const lines = told.filter(({ clause }) => keys.includes(clause)).map(({ line }) => line.at);
  if (!source || source.year === null || keys.length < FEWEST_DEEDS) return [];
  const evidence = evidenceFrom(source.lines.slice(Math.min(...lines), Math.max(...lines) + 1), source);
  if (!evidence || keys.some((key) => key.includes(source.short))) return [];
  const distractors = foreignDeeds(keys, source, pools).slice(0, MOST_FOREIGN);
  const question = `据${source.year}年的报告，下列哪几项是${source.display}的做法？（多选）`;
  return [{ kind: 'several', subject: 'practice-of-district', question, source, evidence, keys, distractors }];
}

/** Which practices are the district's, several to a question: one question for each passage that names some. */
export function severalItems(source: Source, pools: Pools): Draft[] {
  const passages = new Map<number, PracticeAt[]>();
  for (const practice of pools.practices) {
    if (practice.source !== source) continue;
    const { number } = practice.line.passage;
    passages.set(number, [...(passages.get(number) ?? []), practice]);
  }
  return [...passages.values()].flatMap((practices) => severalDraft(practices, pools));
}
