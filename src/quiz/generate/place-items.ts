// Items that ask whose initiative it is: the district left out, and with it the year, since every report has its own.

import { isDistinctive } from '../../lexicon/names/initiatives.ts';
import { GENERAL, SLOGAN } from '../../lexicon/words/item-cues.ts';
import { clausesOf } from '../../text/clauses.ts';
import { fold } from '../../text/normalise.ts';
import { findQuantities } from '../../text/numbers.ts';
import { pick, shuffled } from '../random-choice.ts';
import { CHOICE_BLANK, type ItemDraft } from './draft.ts';
import { withoutPeriod } from './giveaways.ts';
import { isFame } from './name-items.ts';
import { type InitiativeMention, type Pools, yearsOn } from './pools.ts';
import { opensWithoutSubject } from './statements/clause-words.ts';
import { evidenceFrom, type ItemEvidence } from './statements/evidence.ts';
import type { ItemSource, ReportLine } from './statements/sources.ts';
import { stateAround } from './statements/statement.ts';

const MIN_WRONG = 2;
/** A practice is told with so much round it, at least: what it is for. */
const MIN_CHARACTERS = 34;
/** What is said rather than done: others may say it too. */
const IDEA = /^(?:理念|思维|思路|原则|目标|定位|概念|公式|活动|服务|政策|措施|举措)$/u;
const MAX_WRONG = 3;
const MAX_LINES_BACK = 8;
const MAX_CITED = 200;
/** Words that only one sort of place has before or behind it: （　）区委, 市（　）. */
const TORN_NAME = /（　）[委政纪法检人]|[省市]（　）/u;
/** The district is what the statement is about: it opens it, or its second clause. */
const IS_SUBJECT = /^(?:[^，（]+，)?（　）/u;

/** Returns the line with those before it back to the one that names the district; null where none near does. */
function evidenceWithDistrict(line: ReportLine, source: ItemSource): ItemEvidence | null {
  for (let back = 0; back <= MAX_LINES_BACK && back <= line.at; back++) {
    if (!source.lines[line.at - back]?.plain.includes(source.display)) continue;
    const evidence = evidenceFrom(source.lines.slice(line.at - back, line.at + 1), source);
    return evidence && (back === 0 || evidence.end - evidence.start <= MAX_CITED) ? evidence : null;
  }
  return null;
}

/** Returns other districts of which nothing of the kind is said. */
function otherDistricts(name: string, source: ItemSource, pools: Pools): string[] {
  const others = pools.sources.filter(
    ({ district }) => district !== source.district && !pools.said(district).includes(fold(name)),
  );
  const displays = [...new Set(others.map(({ display }) => display))].sort();
  return shuffled(displays, `${source.district} ${name}`).slice(0, MAX_WRONG);
}

/** True if a name is the district's own: a programme, no watchword and nothing that others say of themselves. */
export function isOwn(initiative: InitiativeMention): boolean {
  const { name } = initiative;
  return (
    isDistinctive(initiative) &&
    !isFame(initiative) &&
    !ANYONES.test(name) &&
    !IDEA.test(initiative.head) &&
    !SLOGAN.test(name) &&
    !GENERAL.test(name)
  );
}

/** A list, or a number of works: others have as many. */
const ANYONES =
  /^产业链$|综合窗口|无差别|[、，]|大于|^[一二两三四五六七八九十\d]+(?:[大个项类条种位体网])|融合|引擎|[\u4e00-\u9fff][+＋]/u;

/** True if figures alone would tell the district: the name is called nothing, and how many there are of it is said. */
function isToldByFigures({ kind, name }: InitiativeMention, asked: string): boolean {
  const clause = clausesOf(asked)
    .map(({ start, end }) => asked.slice(start, end))
    .find((each) => each.includes(name));
  return kind < 0 && findQuantities((clause ?? asked).replace(name, '')).length > 0;
}

/** Drafts a question for the district of one initiative. @param options `maxCharacters` of a question's statement */
export function districtDraft(
  initiative: InitiativeMention,
  pools: Pools,
  options: { maxCharacters?: number } = {},
): ItemDraft[] {
  const { line, source, start, end, name } = initiative;
  if (!isOwn(initiative)) return [];
  const statement = stateAround({ start, end }, { line, source }, { minCharacters: MIN_CHARACTERS, ...options });
  const evidence = evidenceWithDistrict(line, source);
  const distractors = otherDistricts(name, source, pools);
  const text = statement && withoutPeriod(statement.text);
  if (!text || !evidence || distractors.length < MIN_WRONG) return [];
  const asked = text.replaceAll(source.display, CHOICE_BLANK);
  const isGiven = pools.tellsPlace(asked) || TORN_NAME.test(asked) || !IS_SUBJECT.test(asked) || /的报告/u.test(asked);
  const behind = asked.slice(asked.indexOf(CHOICE_BLANK) + CHOICE_BLANK.length);
  // A body of the district is not the district.
  if (asked.split(CHOICE_BLANK).length !== 2 || isGiven || !(opensWithoutSubject(behind) || /^[在从]/u.test(behind)))
    return [];
  if (isToldByFigures(initiative, asked)) return [];
  const years = yearsOn([source.display, ...distractors], pools);
  return [
    {
      kind: 'single',
      subject: 'district-of-practice',
      identity: JSON.stringify(['single', `据报告，${asked}。`]),
      question: `据${years}${years === '' ? '' : '各区县的'}报告，${asked}。`,
      shown: name,
      source,
      evidence,
      key: source.display,
      distractors,
    },
  ];
}

/** Drafts questions for the district of half of a report's initiatives, one a sentence. */
export function districtItems(source: ItemSource, pools: Pools): ItemDraft[] {
  const lines = new Set<number>();
  const own = pools.initiatives.filter(
    (initiative) => initiative.source === source && pick(`${initiative.name} ${initiative.line.plain}`, 2) === 0,
  );
  return own.flatMap((initiative) => {
    const drafts = lines.has(initiative.line.at) ? [] : districtDraft(initiative, pools);
    if (drafts.length > 0) lines.add(initiative.line.at);
    return drafts;
  });
}
