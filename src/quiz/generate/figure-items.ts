// Items that ask for a figure: the clause that states it, with the figure left out.
import { measureAlike } from '../../lexicon/words/indicators.ts';
import { PROGRAMME } from '../../lexicon/words/item-cues.ts';
import { clausesOf } from '../../text/clauses.ts';
import { findQuantities } from '../../text/numbers.ts';
import type { Fact, Span } from '../../types.ts';
import { CHOICE_BLANK, type ItemDraft, TYPED_BLANK } from './draft.ts';
import { formOf, type Pools } from './pools.ts';
import { evidenceOf } from './statements/evidence.ts';
import type { ItemSource, LineContext, ReportLine } from './statements/sources.ts';
import { type StandaloneStatement, stateAround } from './statements/statement.ts';
import { wrongFigures } from './wrong-answers.ts';

/** A fact, its line, and the statement that stands alone. */
interface StatedFact {
  readonly fact: Fact;
  readonly line: ReportLine;
  readonly statement: StandaloneStatement;
}

const MIN_WRONG = 2;
const MIN_WORDS = 4;
/** Figures that nobody needs to know by heart. */
const TRIVIAL = /^(?:分钟|秒|小时|点|大类|小类|大项|小项|步|门|千伏|\/.*)$/u;
const AIM = /计划|力争|目标|预计|将|到\d{4}年|争取|拟|确保/u;

/** True if a report on the district gives another figure for the same words: a result and an aim, two dates, two parts. */
function isTwofold(fact: Fact, line: ReportLine, reports: readonly ItemSource[]): boolean {
  const another = (other: Fact): boolean =>
    measureAlike(other.indicator, fact.indicator) && other.value !== fact.value && other.unit === fact.unit;
  if (reports.some(({ facts }) => facts.some(another))) return true;
  const words = /[\u4e00-\u9fff]{3,8}$/u.exec(line.plain.slice(0, line.plain.indexOf(fact.surface)))?.[0];
  const isRetold = ({ plain }: ReportLine): boolean =>
    words !== undefined && plain !== line.plain && givesFigure(plain, words, fact.surface);
  return reports.some(({ lines }) => lines.some(isRetold));
}

/** True if a text gives a figure behind the words, and not this one. */
function givesFigure(plain: string, words: string, surface: string): boolean {
  const behind = plain.slice(plain.indexOf(words) + words.length);
  return plain.includes(words) && /^\d/u.test(behind) && !behind.startsWith(surface);
}

/** Aims say so themselves; in a section of plans they need not, and are not asked for. */
function isUntoldAim(fact: Fact, line: ReportLine, { text }: StandaloneStatement): boolean {
  return line.isPlan || (fact.isPlanned && !AIM.test(text));
}

function statedFact(fact: Fact, source: ItemSource, pools: Pools): StatedFact | null {
  const line = source.lines.find(({ sentence }) => sentence.start <= fact.start && fact.end <= sentence.end);
  const form = formOf(fact.surface);
  if (
    !line ||
    form === null ||
    fact.unit === '' ||
    TRIVIAL.test(form) ||
    isTwofold(fact, line, pools.on(source.district))
  )
    return null;
  const start = line.plain.indexOf(fact.surface);
  if (start < 0 || line.plain.indexOf(fact.surface, start + 1) >= 0) return null;
  const statement = statementWith({ start, end: start + fact.surface.length }, { line, source });
  // What an estate, a street or a firm in the district has is not the district's.
  if (!statement || fact.subject !== null) return null;
  if (
    isUntoldAim(fact, line, statement) ||
    isOfSeveral(statement) ||
    isThreshold(statement) ||
    isTrivial(fact, statement) ||
    isComputable(fact, statement) ||
    isAmongOthers(statement, source)
  )
    return null;
  return saysWhat(statement) ? { fact, line, statement } : null;
}

/** Takes in all that the sentence says before. */
const WHOLE = 90;

/** Returns a figure's statement, with the programme whose figure it is where its sentence speaks of one. */
function statementWith(target: Span, place: LineContext): StandaloneStatement | null {
  const isOfProgramme = clausesOf(place.line.plain).some(
    ({ start, end }) => end <= target.start && PROGRAMME.test(place.line.plain.slice(start, end).trim()),
  );
  return stateAround(target, place, isOfProgramme ? { minCharacters: WHOLE } : {});
}

const DAILY = /日均|每天|每日|每[户头人次]|最[小大低短长](?:面积)?$/u;
/** What offices do again and again: how often is nothing to know. */
const ROUTINE = /会议|会商|调度|检查|巡查|走访|培训|宣传|活动/u;
const PENALTY = /处罚|查处|立案|约谈|隐患|巡护|摸排|排查|督查|自查|线索|检定|整改|检查|赔付|赔款|保费|问题|诉求/u;

/** True if nobody needs to know the figure: one of something, or how often one met. */
function isTrivial({ value, unit }: Fact, { text, target }: StandaloneStatement): boolean {
  const isOne = value === 1 && /^[\u4e00-\u9fff]$/u.test(unit);
  const isTimes = /次$/u.test(text.slice(target.start, target.end));
  const clause = /[^，；。]*$/u.exec(text.slice(0, target.start))?.[0] ?? '';
  const behind = /^[^，；。]*/u.exec(text.slice(target.end))?.[0] ?? '';
  return (
    isOne || DAILY.test(clause) || PENALTY.test(clause + behind) || (isTimes && ROUTINE.test(`${clause}${behind}`))
  );
}

const MAX_ROUNDING = 0.012;

/** True if a share follows from two figures that the statement gives: 1.4万户 and 0.84万户, 60%. */
function isComputable({ value, unit }: Fact, { text, target }: StandaloneStatement): boolean {
  if (unit !== '%') return false;
  const others = findQuantities(text.slice(0, target.start) + text.slice(target.end)).map((other) => other.value);
  return others.some((whole) => others.some((part) => Math.abs((100 * part) / whole / value - 1) < MAX_ROUNDING));
}

/** True if the figure only bounds what is counted, or goes on in another: 10亿元以上企业2家, 5户174人. */
function isThreshold({ text, target }: StandaloneStatement): boolean {
  return /^(?:(?:以上|以下|以内)的?[\u4e00-\u9fff]|\d)/u.test(text.slice(target.end));
}

/** True if a share or a change may be of one figure as well as of another: 460家、396家，占全市60%. */
function isOfSeveral({ text, target }: StandaloneStatement): boolean {
  const clauses = text.slice(0, target.start).split(/[，；]/u);
  const own = clauses.at(-1) ?? '';
  return /^(?:占|同比|增长|下降|分别)/u.test(own) && findQuantities(clauses.at(-2) ?? '').length > 1;
}

/** True if the figure stands among others of one list, which would be given, or opens its clause: what it counts is not what is told. */
function isAmongOthers({ text, target }: StandaloneStatement, { display }: ItemSource): boolean {
  const clause = /[^，,；;。]*$/u.exec(text.slice(0, target.start))?.[0] ?? '';
  const behind = /^[^，,；;。]*/u.exec(text.slice(target.end))?.[0] ?? '';
  const isListed = (clause.match(/\d[^、]*、/gu)?.length ?? 0) > 0 && /、[^、]*\d/u.test(clause + behind);
  const isFirst = (behind.match(/、[^、]*\d/gu)?.length ?? 0) > 1;
  return isListed || isFirst || clause.endsWith(display) || clause === '';
}

/** True if the words before the figure say what it counts. */
function saysWhat({ text, target }: StandaloneStatement): boolean {
  const clause = /[^，,；;。]*$/u.exec(text.slice(0, target.start))?.[0] ?? '';
  const behind = /^[^，,；;。]*/u.exec(text.slice(target.end))?.[0] ?? '';
  return (clause + behind).replace(/[^\u4e00-\u9fff]/gu, '').length >= MIN_WORDS;
}

/** Returns the facts of a report that can be stated by themselves. */
export function statedFacts(source: ItemSource, pools: Pools): StatedFact[] {
  const seen = new Set<string>();
  return source.facts.flatMap((fact) => {
    const stated = statedFact(fact, source, pools);
    if (!stated || seen.has(stated.statement.text)) return [];
    seen.add(stated.statement.text);
    return [stated];
  });
}

function typed({ fact, line, statement }: StatedFact, source: ItemSource): ItemDraft {
  const { text, target } = statement;
  const number = fact.surface.slice(0, fact.surface.length - (formOf(fact.surface) ?? '').length);
  const question = `${text.slice(0, target.start)}${TYPED_BLANK}${text.slice(target.start + number.length)}。`;
  return {
    kind: 'fill-in',
    subject: 'figure',
    question,
    source,
    evidence: evidenceOf(line, source),
    accepted: [fact.surface, number],
  };
}

/** Returns items on the figures of a report: to choose where wrong answers are at hand, else to type. */
export function figureItems(source: ItemSource, pools: Pools): ItemDraft[] {
  return statedFacts(source, pools).flatMap((stated): ItemDraft[] => {
    const { fact, line, statement } = stated;
    const { text, target } = statement;
    // A milestone is a round figure: it would be told from the others by that.
    const isMilestone = /^大关/u.test(text.slice(target.end));
    const distractors = isMilestone ? [] : wrongFigures(fact, `${line.plain}\n${text}`, pools);
    const identity = `choice ${text}`;
    if (distractors.length < MIN_WRONG) return [{ ...typed(stated, source), identity }];
    const choice: ItemDraft = {
      kind: 'single',
      subject: 'figure',
      identity,
      question: `${text.slice(0, target.start)}${CHOICE_BLANK}${text.slice(target.end)}。`,
      source,
      evidence: evidenceOf(line, source),
      key: fact.surface,
      distractors,
    };
    return [choice];
  });
}
