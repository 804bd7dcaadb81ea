// Items beyond single facts: what a district did about a problem or for an aim, what came of what it did, and what its named practices are.

import { ELABORATING } from '../../lexicon/words/item-cues.ts';
import { oncePer } from '../../lexicon/words/once.ts';
import { fold } from '../../text/normalise.ts';
import { shuffled } from '../random-choice.ts';
import type { ItemDraft } from './draft.ts';
import type { InitiativeMention, Pools } from './pools.ts';
import { optionsOfLength } from './ranked-options.ts';
import { evidenceOf } from './statements/evidence.ts';
import {
  keyPointsOf,
  type MeasureLine,
  measuresFrom,
  resultsFrom,
  roleClausesOf,
  standsAlone,
} from './statements/measures.ts';
import { datedBy } from './statements/situating.ts';
import type { ItemSource } from './statements/sources.ts';
import { isOfDistrict } from './statements/statement.ts';
import { isNotTold } from './statements/voices.ts';

const MIN_POINTS = 2;
const MAX_POINTS = 5;
const MIN_CASE_POINTS = 3;
const MAX_LEAD = 50;
const MAX_APART = 8;

function measureLines(source: ItemSource): MeasureLine[] {
  return source.lines.flatMap((line) => {
    const whole = { start: 0, end: line.plain.length };
    if (line.isPlan || isNotTold(whole, { line, source })) return [];
    return [{ line, source, clauses: roleClausesOf(line.plain, source) }];
  });
}

function shortAnswer(
  { line, source }: Pick<MeasureLine, 'line' | 'source'>,
  asked: { subject: ItemDraft['subject']; question: string; points: readonly string[] },
): ItemDraft {
  const evidence = evidenceOf(line, source);
  const points = asked.points.slice(0, MAX_POINTS).map((text) => ({ text, evidence }));
  return { kind: 'short-answer', subject: asked.subject, question: asked.question, source, evidence, points };
}

/** Returns a clause that names a problem or an aim as it opens a question: 破解停车难 → 为破解停车难. */
function leadOf(text: string): string {
  return /^(?:破解|解决|化解)/u.test(text) ? `为${text}` : text;
}

/** Returns what was done about a problem, or for an aim, that a sentence names. */
function purposeDrafts({ line, source, clauses }: MeasureLine): ItemDraft[] {
  return clauses.flatMap(({ role, text, end }, index): ItemDraft[] => {
    if (role !== 'problem' && role !== 'aim') return [];
    const { points } = measuresFrom(clauses, index + 1);
    const told = keyPointsOf(points.slice(0, MAX_POINTS));
    const lead = leadOf(text);
    if (!told || told.length < MIN_POINTS || lead.length > MAX_LEAD || !standsAlone(lead)) return [];
    if (!isOfDistrict({ start: 0, end: clauses[index + 1]?.end ?? end }, { line, source })) return [];
    const when = datedBy(line, source);
    if (role === 'problem' && told.length >= MIN_CASE_POINTS) {
      const question = `${when}${lead}，${source.display}采取了一系列做法。若你所在的区县也遇到同样的问题，可借鉴其中哪些做法？请至少写出${MIN_POINTS}点。`;
      return [shortAnswer({ line, source }, { subject: 'case', question, points: told })];
    }
    const subject = role === 'problem' ? 'measures-for-problem' : 'measures-for-aim';
    return [
      shortAnswer(
        { line, source },
        { subject, question: `${when}${lead}，${source.display}采取了哪些做法？`, points: told },
      ),
    ];
  });
}

/** Returns what came of what a sentence says was done. */
function resultDrafts({ line, source, clauses }: MeasureLine): ItemDraft[] {
  const first = clauses.findIndex(({ role }, index) => role === 'result' && clauses[index - 1]?.role === 'measure');
  if (first < 0) return [];
  const told = keyPointsOf(resultsFrom(clauses, first).slice(0, MAX_POINTS));
  const measure = clauses[first - 1];
  if (
    !told ||
    told.length < MIN_POINTS ||
    !measure ||
    /\d/u.test(measure.text) ||
    !standsAlone(measure.text) ||
    measure.text.length > MAX_LEAD
  )
    return [];
  if (!isOfDistrict({ start: 0, end: measure.end }, { line, source })) return [];
  const when = datedBy(line, source);
  // Figures need their period.
  if (when === '' && told.some((point) => /\d/u.test(point))) return [];
  const question = `${when}${source.display}${measure.text}，取得了哪些成效？`;
  return [shortAnswer({ line, source }, { subject: 'results', question, points: told })];
}

/** Returns items on what a report's sentences say was done, what for, and with what result. */
export function measureItems(source: ItemSource): ItemDraft[] {
  return measureLines(source).flatMap((measure) => [...purposeDrafts(measure), ...resultDrafts(measure)]);
}

/** Returns what a sentence says that a named practice is: what was done with it, clause by clause, if the first goes on from its name. */
function contentOf({ line, source, start, end }: InitiativeMention): readonly string[] {
  const clauses = roleClausesOf(line.plain, source);
  const own = clauses.findIndex((clause) => clause.start <= start && end <= clause.end);
  if (own < 0 || !ELABORATING.test(clauses[own + 1]?.text ?? '')) return [];
  const { points } = measuresFrom(clauses, own + 1);
  const other = points.findIndex((point) => point.includes('“'));
  return points.slice(0, other < 0 ? MAX_POINTS : Math.min(other, MAX_POINTS));
}

const IDEA = /(?:理念|思维|思路|原则|目标|定位|概念|公式|战略)$/u;
const PLACE = /(?:平台|系统|中心|窗口|专区|网格|库|联盟|协会)$/u;

function meaningQuestion({ whole, source: { display } }: InitiativeMention): string {
  const name = whole.replaceAll('《', '“').replaceAll('》', '”');
  if (IDEA.test(name)) return `${display}是怎样落实${name}的？请写出具体做法。`;
  return PLACE.test(name)
    ? `${display}的${name}是怎样运行的？请写出要点。`
    : `${display}的${name}是怎样做的？请写出要点。`;
}

/** Returns what a named practice is, told in points. */
function meaningDrafts(initiative: InitiativeMention): ItemDraft[] {
  const { line, source, start, end, kind } = initiative;
  const place = { line, source };
  if (kind < 0 || line.isPlan || isNotTold({ start, end }, place) || !isOfDistrict({ start, end }, place)) return [];
  const points = keyPointsOf(contentOf(initiative));
  if (!points || points.length < MIN_POINTS) return [];
  return [
    shortAnswer(place, {
      subject: 'meaning',
      question: `${datedBy(line, source)}${meaningQuestion(initiative)}`,
      points,
    }),
  ];
}

/** Returns items on what a report's named practices are. */
export function meaningItems(source: ItemSource, pools: Pools): ItemDraft[] {
  return pools.initiatives.filter((initiative) => initiative.source === source).flatMap(meaningDrafts);
}

/** What districts did something named for: aims and problems, with the report that names them. */
const purposesOf = oncePer(({ sources }: Pools): readonly { readonly text: string; readonly source: ItemSource }[] =>
  sources.flatMap((source) =>
    measureLines(source).flatMap(({ clauses }) =>
      clauses.flatMap(({ role, text }) =>
        (role === 'aim' || role === 'problem') && text.length <= MAX_LEAD && !text.includes('了') && standsAlone(text)
          ? [{ text: purpose(text), source }]
          : [],
      ),
    ),
  ),
);

/** Returns a purpose as an option: 为了破解停车难 → 破解停车难, 针对停车难问题 → 解决停车难问题. */
function purpose(text: string): string {
  return text
    .replace(/^为了?(?:进一步|切实|更好地?|有效|着力)*/u, '')
    .replace(/^(?:针对|面对|围绕|聚焦|紧盯|瞄准|直面)(?:如何|怎样)?(?:有效|切实|着力)?(?:破解|解决|化解)?/u, '解决');
}

/** Returns what a named practice is for, to choose among the purposes of other districts. */
function purposeChoice(initiative: InitiativeMention, pools: Pools): ItemDraft[] {
  const { line, source, start, end, name, kind } = initiative;
  const place = { line, source };
  const clauses = roleClausesOf(line.plain, source);
  const own = clauses.findIndex((clause) => clause.start <= start && end <= clause.end);
  const lead = clauses[own - 1];
  if (kind < 0 || !lead || (lead.role !== 'aim' && lead.role !== 'problem') || !standsAlone(lead.text)) return [];
  if (line.isPlan || isNotTold({ start, end }, place) || !isOfDistrict({ start, end }, place)) return [];
  const key = purpose(lead.text);
  const said = pools.said(source.district);
  const others = purposesOf(pools).filter(
    (other) =>
      other.source.district !== source.district && !said.includes(fold(other.text)) && !pools.tellsPlace(other.text),
  );
  const texts = shuffled([...new Set(others.map(({ text }) => text))].sort(), name);
  const distractors = optionsOfLength(
    key,
    texts.filter(({ length }) => Math.abs(length - key.length) <= MAX_APART),
    name,
  );
  const called = initiative.whole.replaceAll('《', '“').replaceAll('》', '”');
  const question = `${datedBy(line, source)}${source.display}的${called}，主要是为了什么？`;
  const evidence = evidenceOf(line, source);
  const stated = key.replace(/^解决/u, '');
  return distractors.length < 2
    ? []
    : [
        {
          kind: 'single',
          subject: 'purpose',
          identity: `purpose of ${name}`,
          question,
          source,
          evidence,
          key,
          stated,
          distractors,
        },
      ];
}

/** Returns items on what a report's named practices are for. */
export function purposeItems(source: ItemSource, pools: Pools): ItemDraft[] {
  return pools.initiatives
    .filter((initiative) => initiative.source === source)
    .flatMap((each) => purposeChoice(each, pools));
}
