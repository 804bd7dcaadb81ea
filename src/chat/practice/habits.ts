// `/progress`, `/remind` and `/pause`: how far a learner is, and when they want to be told of what is due.
import { DAY_MS } from '../../durations.ts';
import { clockOf, DEFAULT_ZONE, dayOf, readDays, readZone } from '../../quiz/learning/days.ts';
import { readPace, USUAL_PACE } from '../../quiz/learning/pace.ts';
import { type LearnerProgress, type ProgressLine, progressOf } from '../../quiz/learning/progress.ts';
import type { Habit } from '../../quiz/learning/records.ts';
import { withoutIds } from '../../quiz/learning/session.ts';
import { shortDistrict } from '../asking/place.ts';
import type { Block, Reply } from '../reply.ts';
import { say, type Turn } from '../turn.ts';
import { dayDone, habitOf, learnerOf, paceOf, zoneOf } from './learner.ts';
import { tidyCards } from './tidy.ts';

const MAX_DISTRICTS = 20;
const MAX_TOPICS = 10;
const MAX_PAUSE_DAYS = 365;
const DEFAULT_PAUSE_DAYS = 7;
const OFF = /^(?:off|no|关|关闭|取消|停)$/iu;

/** Returns the speaker's progress as data; cards are brought up to date first. */
export function progressFor(turn: Turn): LearnerProgress {
  tidyCards(turn);
  const { cards, exams, history } = turn.parts.state.learning;
  const now = turn.parts.now();
  const learner = learnerOf(turn);
  const items = withoutIds(turn.parts.service.items(), cards.retired());
  const heldBack = exams.reserved(now);
  const own = { cards: cards.of(learner), history: history.of(learner, now) };
  return progressOf({ items, heldBack, ...own, now, zone: zoneOf(turn) });
}

/** `/progress`: by district and topic, in words. */
export function progressCommand(_argument: string, turn: Turn): Reply {
  const { wording } = turn;
  const { all, districts, topics, streakDays } = progressFor(turn);
  if (all.answers === 0) return say(turn, wording.noProgress);
  const streak = streakDays > 1 ? [wording.streak(streakDays)] : [];
  const blocks: [Block, ...Block[]] = [
    { kind: 'headline', text: [wording.progressAll(all), ...streak, ...goalText(turn)].join(' · ') },
    ...listOf(wording.byDistrict, districts.slice(0, MAX_DISTRICTS).map(shortNamed), turn),
    ...listOf(wording.byTopic, topics.slice(0, MAX_TOPICS), turn),
  ];
  return { language: turn.speaker.language, blocks, buttons: [] };
}

/** Returns how far today's goal is; nothing where the learner has none. */
function goalText(turn: Turn): string[] {
  const { goal } = paceOf(turn);
  return goal === null ? [] : [turn.wording.goal(dayDone(turn).answers, goal)];
}

function shortNamed(line: ProgressLine): ProgressLine {
  return { ...line, name: line.name === null ? null : shortDistrict(line.name) };
}

function listOf(title: string, lines: readonly ProgressLine[], { wording }: Turn): Block[] {
  if (lines.length === 0) return [];
  const drawn = lines.map((line) => wording.progressLine({ ...line, name: line.name ?? wording.noDistrict }));
  return [{ kind: 'text', text: [title, ...drawn].join('\n') }];
}

/** `/remind HH:MM [zone]`, `/remind off`. */
export function remindCommand(argument: string, turn: Turn): Reply {
  const { wording } = turn;
  const [time = '', zoneText = '', ...more] = argument.split(/\s+/u).filter((word) => word !== '');
  const habit = habitOf(turn);
  if (OFF.test(time)) {
    keep({ ...habit, remindAtMinute: null, zone: DEFAULT_ZONE }, turn);
    return say(turn, wording.remindOff);
  }
  const minute = readClock(time);
  if (minute === null && time !== '') return say(turn, wording.noSuchTime(time), wording.remindUsage(shown(habit)));
  if (minute === null || more.length > 0) return say(turn, wording.remindUsage(shown(habit)));
  const zone = zoneText === '' ? habit.zone : readZone(zoneText);
  if (zone === null) return say(turn, wording.noSuchZone(zoneText));
  keep({ ...habit, remindAtMinute: minute, zone, pausedUntil: null, chat: turn.speaker.chat }, turn);
  return say(turn, wording.remindSet[turn.reminds](clockOf(minute), zone));
}

/** `/pause [days]`, `/pause 0`: no reminders for a while. */
export function pauseCommand(argument: string, turn: Turn): Reply {
  const { wording, parts } = turn;
  const days = argument.trim() === '' ? DEFAULT_PAUSE_DAYS : readDays(argument);
  if (days === null || days > MAX_PAUSE_DAYS) return say(turn, wording.pauseUsage(MAX_PAUSE_DAYS));
  const habit = habitOf(turn);
  if (days === 0) {
    keep({ ...habit, pausedUntil: null }, turn);
    return say(turn, wording.resumed);
  }
  const until = new Date(parts.now().getTime() + days * DAY_MS);
  keep({ ...habit, pausedUntil: until }, turn);
  return say(turn, wording.paused(dayOf(until, habit.zone)));
}

/** `/pace`: how much is new a day, how many reviews, the goal; without words what is set and done today. */
export function paceCommand(argument: string, turn: Turn): Reply {
  const { wording } = turn;
  const habit = habitOf(turn);
  const pace = argument.trim() === '' ? (habit.pace ?? USUAL_PACE) : readPace(argument, habit.pace ?? USUAL_PACE);
  if (pace === null) return say(turn, wording.paceUsage.join('\n'));
  if (argument.trim() !== '') keep({ ...habit, pace }, turn);
  const told = wording.paceNow(pace, dayDone(turn));
  const fitted = habit.memory === null ? [] : [wording.memory(habit.memory)];
  return argument.trim() === '' ? say(turn, told, ...fitted, wording.paceUsage.join('\n')) : say(turn, told);
}

function keep(habit: Habit, turn: Turn): void {
  turn.parts.state.learning.habits.set(habit);
}

const shown = ({ remindAtMinute, zone }: Habit): string | null =>
  remindAtMinute === null ? null : `${clockOf(remindAtMinute)} (${zone})`;

/** Returns the minutes after midnight; null for what is no time of day. @example readClock('8：30') // => 510 */
function readClock(text: string): number | null {
  const [, hour, minute = '0'] = /^(\d{1,2})(?:[:.点时](\d{1,2})?分?)?$/u.exec(text.normalize('NFKC')) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return Number(hour) * 60 + Number(minute);
}
