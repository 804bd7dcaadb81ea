// Exams: a maintainer sets one, learners sit it once each within its time, and nothing is revealed before it ends.
import { createHash } from 'node:crypto';
import { HOUR_MS } from '../../durations.ts';
import { blueprintStrata, readBlueprint } from '../../quiz/learning/bank.ts';
import { momentOf, offsetOf } from '../../quiz/learning/days.ts';
import { strataOf } from '../../quiz/learning/exam.ts';
import { readRules } from '../../quiz/learning/exam-rules.ts';
import type { Exam } from '../../quiz/learning/records.ts';
import { withoutIds } from '../../quiz/learning/session.ts';
import { parseQuizFilter, type QuizFilter } from '../../quiz/quiz-filter.ts';
import { judge } from '../access/policy.ts';
import type { Reply } from '../reply.ts';
import { type ConversationParts, note, say, type Turn } from '../turn.ts';
import { difficultyFor, isExaminer, zoneOf } from './learner.ts';
import { startPage } from './paper.ts';
import { tidyCards } from './tidy.ts';

/** Bounds of what a maintainer may ask for. */
const LIMITS = { items: 100, minutes: 600, hours: 720 } as const;
const DEFAULT_HOURS = 24;
/** Letters and digits that are not taken for one another. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 6;
const CODE = /^[A-Z0-9]{4,12}$/u;
/** Stands before the code in a link that leads to the start page of an exam. */
export const EXAM_LINK = 'exam-';
const BANK = /(?:^|\s)(?:bank|题库)[=:：]([^\s]{1,30})(?=\s|$)/iu;
const SEED = /(?:^|\s)seed=(\d{1,9})(?=\s|$)/iu;

/** `/exam ITEMS MINUTES …` sets an exam, `/exam CODE` sits it, `/exam CODE end` ends it. */
export function examCommand(argument: string, turn: Turn): Reply {
  const [code = '', word = '', ...more] = argument.trim().normalize('NFKC').split(/\s+/u);
  const exam = CODE.test(code.toUpperCase()) ? turn.parts.state.learning.exams.find(code.toUpperCase()) : null;
  const isMaker = isExaminer(turn);
  if (exam !== null && word === '') return startPage(exam, turn);
  if (exam !== null && isMaker && more.length === 0 && /^(?:end|结束)$/iu.test(word)) return end(exam, turn);
  if (isMaker && (code === '' || /^\d{1,3}$|=/u.test(code))) return makeExam(argument.normalize('NFKC'), turn);
  if (code === '') return say(turn, turn.wording.examJoinUsage);
  return say(turn, turn.wording.noSuchExam(code));
}

/** `/start exam-CODE`, as a link says it: the start page of the exam; null: the link leads to none, or its reader may sit none. */
export function enterByLink(argument: string, turn: Turn): Reply | null {
  const code = argument.trim().startsWith(EXAM_LINK) ? argument.trim().slice(EXAM_LINK.length).toUpperCase() : '';
  const { role, place } = turn;
  if (code === '' || judge('exam', { role, place, isApproved: true }) !== 'allowed') return null;
  return examCommand(code, turn);
}

/** Returns a pressed `exam:CODE:end`. */
export function pressExam([code = '', word = '']: readonly string[], turn: Turn): Reply {
  const exam = turn.parts.state.learning.exams.find(code);
  return exam === null || word !== 'end' ? note(turn, turn.wording.gone) : end(exam, turn);
}

function makeExam(argument: string, turn: Turn): Reply {
  const { wording, parts, account } = turn;
  tidyCards(turn);
  const { learning } = parts.state;
  const bankName = BANK.exec(argument)?.[1];
  const bank = bankName === undefined ? null : learning.banks.find(account.channel, bankName);
  if (bankName !== undefined && bank === null) return say(turn, wording.noBank(bankName));
  const given = bank === null ? parts.service.items() : learning.banks.published(bank.id);
  const items = withoutIds(given, learning.cards.retired());
  const { rules, rest } = readRules(argument.replace(SEED, ' ').replace(BANK, ' '), clockOffset(turn));
  const blueprint = readBlueprint(rest);
  const filter = parseQuizFilter(withCount(blueprint), items);
  const { numbers, about } = filter;
  const [count = 0, minutes = 0, hours = DEFAULT_HOURS] = numbers;
  if (!isWithin({ count, minutes, hours }) || numbers.length > 3) return say(turn, wording.examUsage(LIMITS));
  if (filter.items.length < count) return tooFew(filter, turn);
  const madeAt = parts.now();
  const code = newCode(`${account.channel} ${account.user} ${madeAt.getTime()} ${argument}`, parts);
  const seed = Number(
    SEED.exec(argument)?.[1] ?? Number.parseInt(createHash('sha256').update(code).digest('hex').slice(0, 6), 16),
  );
  const endsAt = new Date(madeAt.getTime() + hours * HOUR_MS);
  const drawn =
    blueprint.rows.length === 0
      ? { strata: strataOf(filter.items, { count, seed }) }
      : blueprintStrata(blueprint.rows, { items: filter.items, difficultyOf: difficultyFor(turn), seed });
  if ('lacking' in drawn) return say(turn, wording.bankTooFew(drawn.have, drawn.lacking.count));
  const { strata } = drawn;
  const { channel, user: madeBy } = account;
  learning.exams.make({ code, channel, madeBy, madeAt, endsAt, minutes, seed, about, strata, rules });
  const shown = { code, items: count, minutes, endsAt: momentOf(endsAt, zoneOf(turn)), about, seed };
  const buttons = [{ label: wording.examEndButton, token: `exam:${code}:end` }];
  return { ...say(turn, wording.examMade(shown), wording.examLink(turn.linkTo(`${EXAM_LINK}${code}`))), buttons };
}

/** Returns a command's words with the number of items that its blueprint asks for, where it has one. */
function withCount({ rows, rest }: ReturnType<typeof readBlueprint>): string {
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  return count === 0 ? rest : `${count} ${rest}`;
}

/** Returns the offset of the maker's clock. @example '+08:00' */
function clockOffset(turn: Turn): string {
  const [, sign = '+', hours = '0', minutes = '00'] =
    /([+-])(\d{1,2})(?::(\d{2}))?/u.exec(offsetOf(turn.parts.now(), zoneOf(turn))) ?? [];
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

function isWithin({ count, minutes, hours }: { count: number; minutes: number; hours: number }): boolean {
  const pairs = [
    [count, LIMITS.items],
    [minutes, LIMITS.minutes],
    [hours, LIMITS.hours],
  ] as const;
  return pairs.every(([value, most]) => value >= 1 && value <= most);
}

function tooFew({ items, unknown }: QuizFilter, turn: Turn): Reply {
  const { wording } = turn;
  return say(turn, unknown.length > 0 ? wording.nothingFits(unknown) : wording.tooFewItems(items.length));
}

/** Returns a code that nobody has: derived from a secret where there is one, so that it cannot be guessed. */
function newCode(from: string, { access, state }: ConversationParts): string {
  // Codes that are numbers would read as a number of items.
  const isFree = (code: string): boolean => !/^\d+$/u.test(code) && state.learning.exams.find(code) === null;
  let code = '';
  for (let salt = 0; code === '' || !isFree(code); salt += 1) {
    const hash = createHash('sha256')
      .update(`${from} ${access?.newCode() ?? ''} ${salt}`)
      .digest();
    const letters = [...hash.subarray(0, CODE_LENGTH)].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]);
    code = letters.join('');
  }
  return code;
}

function end({ code }: Exam, turn: Turn): Reply {
  const { exams } = turn.parts.state.learning;
  exams.end(code, turn.parts.now());
  tidyCards(turn);
  return say(turn, turn.wording.examEnded(code));
}
