// Finds what is due by the clock: the learners' reminders, notices that wait for them, ends of exams, next questions of timed rounds.
// It only notices; `deliver-due.ts` says what is said then.

import { DAY_MS } from '../../durations.ts';
import { DEFAULT_ZONE, dayOf, minuteOf } from '../../quiz/learning/days.ts';
import type { Exam, Habit, Learner, PracticeSet } from '../../quiz/learning/records.ts';
import type { Round } from '../../store/state/rounds.ts';
import type { ConversationParts } from '../turn.ts';

/** A reminder that could not be given within this time of its hour is left out: nobody wants it at night. */
const REMINDER_LATE_MINUTES = 120;
/** Ends of exams are told at most this long afterwards. Shorter than an inbox remembers what it has handled. */
const EXAM_LATE_MS = DAY_MS;
const EXAMS_LOOKED_AT = 20;
/** A timed question's votes are let in before the next one comes. */
const AFTER_QUESTION_MS = 2_000;
/** A round whose first question was never put is taken up after this time. */
const UNBEGUN_MS = 10_000;
/** More keys than this, and what was noticed is forgotten: it is noticed again, and handled once all the same. */
const MAX_KEYS = 10_000;

/** A thing that is due: a reminder, the next question of a timed round, the end of an exam. */
export interface Due {
  /** Unique and the same each time the same thing is noticed: a channel handles one key once. */
  readonly key: string;
  readonly chat: string;
  readonly user: string;
  /** Handed back to the conversation (`Conversation.deliverDue`); as a button's token. */
  readonly token: string;
}

/** Notices what is due on a channel; a thing is noticed once while the process lives, and has the same key in the next life. */
type DueFinder = (channel: string, now: Date) => readonly Due[];

/** The data in which due things are found. */
type DueParts = Pick<ConversationParts, 'state'>;

/** Returns a finder over what is kept. */
export function createDueFinder({ state }: DueParts): DueFinder {
  const noticed = new Set<string>();
  return (channel, now) => {
    if (noticed.size > MAX_KEYS) noticed.clear();
    const isNew = ({ key }: Due): boolean => {
      if (noticed.has(key)) return false;
      noticed.add(key);
      return true;
    };
    const found = [
      ...roundsDue(channel, { state }, now),
      ...examsDue(channel, { state }, now),
      ...noticesDue(channel, { state }, now),
    ];
    return [...found.filter(isNew), ...remindersDue(channel, { state, isNew }, now)].filter(
      ({ chat }) => !state.members.isUnreachable(channel, chat),
    );
  };
}

function roundsDue(channel: string, { state }: DueParts, now: Date): Due[] {
  return state.rounds
    .timed(channel)
    .filter((round) => nextAtMs(round) <= now.getTime())
    .map(({ id, chat, starter, asked }) => {
      const token = `round:${id}:${asked.length}`;
      return { key: token, chat, user: starter, token };
    });
}

function nextAtMs({ asked, beganAt, seconds }: Round): number {
  const last = asked.at(-1);
  if (last === undefined) return beganAt.getTime() + UNBEGUN_MS;
  return last.at.getTime() + (seconds ?? 0) * 1_000 + AFTER_QUESTION_MS;
}

/** Of the latest exams: those that have ended, and papers of others whose time is over. */
function examsDue(channel: string, { state }: DueParts, now: Date): Due[] {
  const { exams } = state.learning;
  return exams.latest(channel, EXAMS_LOOKED_AT).flatMap((exam) => {
    const papers = exam.endsAt.getTime() > now.getTime() - EXAM_LATE_MS ? exams.papers(exam.code) : [];
    return exam.endsAt > now ? unfinished(papers, now) : resultsOf(exam, papers, now);
  });
}

/** Returns the maker gets the table, everyone who sat it their own result. */
function resultsOf({ code, madeBy, endsAt }: Exam, papers: readonly PracticeSet[], now: Date): Due[] {
  if (now.getTime() - endsAt.getTime() >= EXAM_LATE_MS) return [];
  const token = `results:${code}`;
  const own = papers.map(({ learner: { user }, chat }) => ({ key: `paper:${code}:${user}`, chat, user, token }));
  const others = own.filter(({ user }) => user !== madeBy);
  return [{ key: token, chat: madeBy, user: madeBy, token }, ...others];
}

/** Returns papers whose time is over and that were not handed in. */
function unfinished(papers: readonly PracticeSet[], now: Date): Due[] {
  return papers
    .filter(({ closesAt, endedAt }) => endedAt === null && closesAt <= now)
    .map(({ id, chat, learner: { user } }) => ({ key: `timeup:${id}`, chat, user, token: `timeup:${id}` }));
}

/** At most one message of notices a day, and only by day. */
function noticesDue(channel: string, { state }: DueParts, now: Date): Due[] {
  const { habits, notices } = state.learning;
  return notices.waiting(channel).flatMap((learner): Due[] => {
    const habit = habits.of(learner);
    const zone = habit?.zone ?? DEFAULT_ZONE;
    const hour = minuteOf(now, zone) / 60;
    if (hour < NOTICE_HOURS.from || hour >= NOTICE_HOURS.to) return [];
    const token = `notice:${dayOf(now, zone)}`;
    return [{ key: `${token}:${learner.user}`, chat: chatOf(learner, habit), user: learner.user, token }];
  });
}

const NOTICE_HOURS = { from: 8, to: 22 } as const;

/** Returns the chat in which a learner is written to: where they practise; else their private chat, which bears their own id. */
function chatOf({ user }: Learner, habit: Habit | null): string {
  return habit?.chat ?? user;
}

interface ReminderParts extends DueParts {
  readonly isNew: (due: Due) => boolean;
}

/** Learners whose hour it is, and who have something to review; who paused is left alone. */
function remindersDue(channel: string, { state, isNew }: ReminderParts, now: Date): Due[] {
  const { habits, cards } = state.learning;
  return habits.reminded(channel).flatMap((habit): Due[] => {
    const { learner, zone, remindAtMinute, pausedUntil, chat } = habit;
    const lateMinutes = minuteOf(now, zone) - (remindAtMinute ?? Number.POSITIVE_INFINITY);
    if (!(lateMinutes >= 0 && lateMinutes <= REMINDER_LATE_MINUTES)) return [];
    if (pausedUntil !== null && pausedUntil > now) return [];
    const token = `remind:${dayOf(now, zone)}`;
    const due = { key: `${token}:${learner.user}`, chat, user: learner.user, token };
    // Cards are read once a day and learner: what becomes due after the hour is for tomorrow.
    const isDue = isNew(due) && cards.of(learner).some(({ schedule }) => schedule.dueAt <= now.getTime());
    return isDue ? [due] : [];
  });
}
