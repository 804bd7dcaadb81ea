// Asks the product and draws what it says: follow-ups, the line of what was understood, buttons to open, judge and change it.
import { HOUR_MS } from '../../durations.ts';
import type { Answer, Citation, Question, RefusalReason } from '../../types.ts';
import { exampleQuestions } from '../i18n/welcome.ts';
import { readQuestion } from '../input.ts';
import type { Block, Button, Reply, Shown } from '../reply.ts';
import { inLanguage, note, type OwnFile, say, type Turn } from '../turn.ts';
import { verdictOf } from './audit-fields.ts';
import { answerBlocks, citationsOf, MAX_ANSWER_CHARACTERS } from './compose.ts';
import { findAnswer, findExchange, openFileOf, recentQuestions, startAfresh } from './exchanges.ts';
import { districtLabels, shortDistrict, subjectOf } from './place.ts';
import { districtsOf, handleOf } from './places.ts';
import { recordAnswer } from './record.ts';

const HISTORY_QUESTIONS = 5;
const HISTORY_HOURS = 12;
/** Most source buttons under one message. */
export const MAX_SOURCE_BUTTONS = 12;
/** In groups answers are short: the direct answer, what fits beside it, and its sources. */
const MAX_GROUP_CHARACTERS = 500;
const MAX_CHOICES = 24;
/** Refusals of messages that were no question on the reports: nobody follows up on them. */
const DEAD_ENDS: ReadonlySet<RefusalReason> = new Set([
  'empty',
  'too-long',
  'greeting',
  'request',
  'off-topic',
  'instruction',
]);

/** `/ask`: the question behind it, or how to put one. */
export function askCommand(argument: string, turn: Turn): Reply | Promise<Reply> {
  const input = readQuestion(argument);
  if (input.kind === 'question') return askQuestion(input.text, turn);
  if (input.fault !== 'empty') return say(turn, turn.wording.bad[input.fault]);
  const [example = ''] = exampleQuestions(turn.parts.service, turn.wording);
  return say(turn, turn.wording.askUsage, `/ask ${example}`);
}

/** Answers a question, as a follow-up to the speaker's earlier ones where it is one. */
export async function askQuestion(text: string, turn: Turn): Promise<Reply> {
  const { speaker, parts } = turn;
  const { personalData } = parts.state;
  const file = openFileOf(turn);
  const at = parts.now();
  const since = new Date(at.getTime() - HISTORY_HOURS * HOUR_MS);
  const history = recentQuestions(turn, { limit: HISTORY_QUESTIONS, since });
  const language = personalData.language(speaker) ?? undefined;
  const answer = await answerUnlessStopped({ text, history, language }, { ...turn, file });
  if (answer === null) return say(turn, turn.wording.stopped);
  const isDeadEnd = answer.status === 'refused' && DEAD_ENDS.has(answer.reason);
  const { interpretation } = answer;
  const id = recordAnswer(answer, { ...turn, file }, { text, isDeadEnd, opensTopic: isNewTopic(text, answer), at });
  parts.onAnswered?.(text, verdictOf(answer));
  const inItsLanguage = inLanguage(turn, interpretation.language);
  const reply = drawAnswer(answer, { id: id ?? UNKEPT, question: text, isDeadEnd }, inItsLanguage);
  return id === null ? unkept(reply, inItsLanguage) : reply;
}

/** Stands for the id of an answer that could not be kept: it finds none. */
const UNKEPT = '-';

/** An answer that could not be kept says so, and has nothing to press that would have to find it. */
function unkept({ blocks, ...reply }: Reply, { wording }: Turn): Reply {
  return { ...reply, blocks: [{ kind: 'notice', text: wording.notKept }, ...blocks], buttons: [] };
}

/** A question that names its district and needed no earlier one opens a topic of its own: nothing before it is followed up. */
function isNewTopic(text: string, { interpretation: { districts, question } }: Answer): boolean {
  const isNamed = districts.some((district) => text.includes(shortDistrict(district)));
  return isNamed && !differs(text, question);
}

/** The answer, or null where the speaker stopped it first. */
async function answerUnlessStopped(
  question: Question,
  { session, onText, parts: { service }, file }: Turn & { readonly file: OwnFile | null },
): Promise<Answer | null> {
  const stop = new AbortController();
  session.stop = stop;
  const stopped = new Promise<null>((resolve) => stop.signal.addEventListener('abort', () => resolve(null)));
  try {
    const following = { signal: stop.signal, ...(onText && { onText }) };
    const work = file ? service.answerFrom([file.report], question, following) : service.answer(question, following);
    return await Promise.race([work, stopped]);
  } finally {
    if (session.stop === stop) session.stop = null;
  }
}

/** A kept answer, drawn anew. */
export function redraw({ id, question, answer }: Shown, turn: Turn): Reply {
  const isDeadEnd = answer.status === 'refused' && DEAD_ENDS.has(answer.reason);
  // Answers kept by an earlier version have no language of their own.
  const drawn = inLanguage(turn, answer.interpretation.language ?? turn.speaker.language);
  const session = { ...turn.session, document: null };
  return drawAnswer(answer, { id, question, isDeadEnd }, { ...drawn, session });
}

interface Asked {
  readonly id: string;
  readonly question: string;
  readonly isDeadEnd: boolean;
}

function drawAnswer(answer: Answer, { id, question, isDeadEnd }: Asked, turn: Turn): Reply {
  const { wording, place } = turn;
  const most = place === 'group' ? MAX_GROUP_CHARACTERS : MAX_ANSWER_CHARACTERS;
  const [first, ...rest] = answerBlocks(answer, wording, most);
  const notices: Block[] = [];
  const file = openFileOf(turn);
  if (file !== null) notices.push({ kind: 'notice', text: wording.fromFile(file.report.title) });
  const isChanged = differs(question, answer.interpretation.question);
  const understood = wording.understoodAs(subjectOf(answer.interpretation));
  if (isChanged) notices.push({ kind: 'notice', text: understood, tells: 'understood' });
  const [head, ...tail] = [...notices, first, ...rest];
  const changes = changesOf(id, answer, turn);
  const buttons = [
    ...sourceButtons(id, citationsOf(answer), turn),
    ...(answer.status === 'refused' && answer.reason === 'request' ? briefButtons(answer, turn) : []),
    ...(isDeadEnd || file !== null ? [] : judgeButtons(id)),
    ...(isChanged ? [...changeButtons(changes, turn), { label: wording.asPut, token: `alone:${id}` }] : []),
  ];
  const shown = { id, question, answer, changes };
  return { language: turn.speaker.language, blocks: [head ?? first, ...tail], buttons, shown };
}

/** What does in place of a text that we do not write: the district in brief, or each of them. */
function briefButtons({ interpretation: { districts } }: Answer, { parts, wording }: Turn): Button[] {
  const held = districts.length > 0 ? districts : districtsOf(parts.service.reports());
  const labelOf = (name: string): string => (held.length === 1 ? wording.briefButton : shortDistrict(name));
  return held.slice(0, MAX_CHOICES).map((name) => ({ label: labelOf(name), token: `brief:${handleOf(name)}` }));
}

/** One button for each source of a kept answer. */
export function sourceButtons(id: string, citations: readonly Citation[], { wording }: Turn): Button[] {
  return citations
    .slice(0, MAX_SOURCE_BUTTONS)
    .map(({ n }) => ({ label: wording.sourceButton(n), token: `source:${id}:${n}` }));
}

/** Thumbs up, thumbs down. */
export function judgeButtons(id: string): Button[] {
  return [
    { label: '👍', token: `good:${id}` },
    { label: '👎', token: `bad:${id}` },
  ];
}

/** Returns what the reader may change in an answer's question: no district out of several, and years of one district only. */
function changesOf(id: string, { interpretation }: Answer, turn: Turn): NonNullable<Shown['changes']> {
  const { districts, period } = interpretation;
  const [district, ...more] = districts;
  if (district === undefined || more.length > 0) return { district: null, period: null };
  const hasOthers = districtsOf(turn.parts.service.reports()).some((other) => other !== district);
  const hasYears = period !== null && yearsOf(district, turn).some((year) => year !== period);
  return { district: hasOthers ? `swap:${id}` : null, period: hasYears ? `year:${id}` : null };
}

function changeButtons({ district, period }: NonNullable<Shown['changes']>, { wording }: Turn): Button[] {
  return [
    ...(district === null ? [] : [{ label: wording.changeDistrict, token: district }]),
    ...(period === null ? [] : [{ label: wording.changePeriod, token: period }]),
  ];
}

/** Years for which there are figures of a district, latest first. */
function yearsOf(district: string, { parts }: Turn): string[] {
  const years = parts.service.facts(district).map(({ period }) => /^\d{4}/u.exec(period ?? '')?.[0]);
  return [...new Set(years)].filter((year) => year !== undefined).sort((a, b) => b.localeCompare(a));
}

/** A pressed `swap:ID` offers other districts; `swap:ID:HANDLE` asks the question of that one. */
export function pressSwap([id = '', handle = '']: readonly string[], turn: Turn): Reply | Promise<Reply> {
  const answer = findAnswer(turn, id || '-');
  const [from] = answer?.interpretation.districts ?? [];
  if (answer === null || from === undefined) return note(turn, turn.wording.gone);
  const others = districtsOf(turn.parts.service.reports()).filter((district) => district !== from);
  const to = others.find((district) => handleOf(district) === handle);
  if (to !== undefined) return askQuestion(replaceDistrict(answer.interpretation.question, from, to), turn);
  const labels = districtLabels([from, ...others]);
  const buttons = others
    .slice(0, MAX_CHOICES)
    .map((district) => ({ label: labels.get(district) ?? district, token: `swap:${id}:${handleOf(district)}` }));
  return { ...say(turn, turn.wording.whichDistrict), buttons };
}

/** A pressed `year:ID` offers other years; `year:ID:2031` asks the question of that one. */
export function pressYear([id = '', year = '']: readonly string[], turn: Turn): Reply | Promise<Reply> {
  const answer = findAnswer(turn, id || '-');
  const [district] = answer?.interpretation.districts ?? [];
  const period = answer?.interpretation.period ?? null;
  if (answer === null || district === undefined || period === null) return note(turn, turn.wording.gone);
  const years = yearsOf(district, turn).filter((other) => other !== period);
  if (years.includes(year)) return askQuestion(replacePeriod(answer.interpretation.question, period, year), turn);
  const buttons = years.slice(0, MAX_CHOICES).map((other) => ({ label: other, token: `year:${id}:${other}` }));
  return { ...say(turn, turn.wording.whichYear), buttons };
}

/** A pressed `alone:ID`: the question as it was put, without what was taken over from earlier ones. */
export function pressAlone([id = '']: readonly string[], turn: Turn): Reply | Promise<Reply> {
  const past = findExchange(turn, id);
  if (past === null) return note(turn, turn.wording.gone);
  startAfresh(turn);
  return askQuestion(past.question, turn);
}

/** A pressed `retry:ID`: the question that failed, once more. */
export function pressRetry([id = '']: readonly string[], turn: Turn): Reply | Promise<Reply> {
  const { failed } = turn.session;
  if (failed === null || failed.id !== id) return note(turn, turn.wording.gone);
  turn.session.failed = null;
  const question = readQuestion(failed.text);
  return question.kind === 'question' ? askQuestion(question.text, turn) : say(turn, turn.wording.bad[question.fault]);
}

/** A question put of another district. @example replaceDistrict('柳溪区有几处公园？', '云岭省柳溪区', '云岭省塔山县') // => '塔山县有几处公园？' */
export function replaceDistrict(question: string, from: string, to: string): string {
  const name = [from, shortDistrict(from)].find((candidate) => question.includes(candidate));
  return name === undefined ? `${shortDistrict(to)}${question}` : question.replaceAll(name, shortDistrict(to));
}

/** A question put of another year. */
export function replacePeriod(question: string, from: string, to: string): string {
  const year = from.slice(0, 4);
  return question.includes(year) ? question.replaceAll(year, to) : `${to}年${question}`;
}

/** True if the question as understood is another than the one put, width, case, space and punctuation aside. */
function differs(question: string, understood: string): boolean {
  const bare = (text: string): string =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{P}]/gu, '');
  return bare(question) !== bare(understood);
}
