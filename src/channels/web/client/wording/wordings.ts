// The page's own words in Chinese and English, and dates as each language writes them. The texts are data (zh.json, en.json); here
// stands which values each takes. What the conversation says comes from the server.
import { message } from '../../../../chat/i18n/message.ts';
import type { WebLanguage } from '../../server/schemas.ts';
import en from './en.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

type PageTexts = typeof zh;

function browsing({ browse }: PageTexts, language: WebLanguage) {
  const characters = message(browse.characters, 'count');
  return {
    ...browse,
    inside: message(browse.inside, 'name'),
    part: message(browse.part, 'from', 'to', 'total'),
    counts: message(browse.counts, 'reports', 'facts'),
    shown: message(browse.shown, 'shown', 'all'),
    sortBy: message(browse.sortBy, 'name'),
    chartOf: message(browse.chartOf, 'indicator'),
    chartCount: message(browse.chartCount, 'count'),
    chosen: message(browse.chosen, 'count', 'most'),
    chartValues: message(browse.chartValues, 'unit', 'districts', 'points'),
    characters: (count: number) => characters(count.toLocaleString(localeOf(language))),
    passages: message(browse.passages, 'count'),
  };
}

function maintenance({ maintain }: PageTexts) {
  return {
    ...maintain,
    times: message(maintain.times, 'times'),
    revokeSure: message(maintain.revokeSure, 'name'),
    healthCounts: message(maintain.healthCounts, 'reports', 'figures'),
    leftOut: message(maintain.leftOut, 'reason'),
    fields: maintain.fields as Readonly<Record<string, string>>,
    uploaded: message(maintain.uploaded, 'done', 'total'),
    pendingCounts: message(maintain.pendingCounts, 'all', 'sound', 'doubtful', 'unreadable'),
    checking: message(maintain.checking, 'done', 'total'),
    building: message(maintain.building, 'progress'),
    takeAll: message(maintain.takeAll, 'count'),
    takenIn: message(maintain.takenIn, 'count'),
    discardAllSure: message(maintain.discardAllSure, 'count'),
    moreFiles: message(maintain.moreFiles, 'count'),
    correctedFields: message(maintain.correctedFields, 'fields'),
    conflicts: message(maintain.conflicts, 'count'),
    duplicates: message(maintain.duplicates, 'count'),
  };
}

function wordingOf(t: PageTexts, language: WebLanguage) {
  return {
    ...t,
    ask: { ...t.ask, openSource: message(t.ask.openSource, 'n'), answerTo: message(t.ask.answerTo, 'question') },
    read: {
      ...t.read,
      evidence: message(t.read.evidence, 'n', 'all'),
      pageNumber: message(t.read.pageNumber, 'n', 'all'),
      pageConfidence: message(t.read.pageConfidence, 'percent'),
      pageDoubtful: message(t.read.pageDoubtful, 'percent'),
      damagedRead: message(t.read.damagedRead, 'count'),
      damagedOriginal: message(t.read.damagedOriginal, 'count'),
    },
    sources: {
      ...t.sources,
      chosen: message(t.sources.chosen, 'count'),
      find: message(t.sources.find, 'kind'),
      more: message(t.sources.more, 'count'),
      file: message(t.sources.file, 'title', 'time'),
    },
    conversation: {
      ...t.conversation,
      questions: message(t.conversation.questions, 'count'),
      removeSure: message(t.conversation.removeSure, 'name'),
    },
    shared: { ...t.shared, note: message(t.shared.note, 'by', 'at') },
    browse: browsing(t, language),
    practise: {
      ...t.practise,
      step: message(t.practise.step, 'n'),
      seconds: message(t.practise.seconds, 'seconds'),
    },
    maintain: maintenance(t),
    access: {
      ...t.access,
      made: message(t.access.made, 'date'),
      used: message(t.access.used, 'date'),
      ends: message(t.access.ends, 'date'),
      endSure: message(t.access.endSure, 'name'),
      invitedBy: message(t.access.invitedBy, 'name'),
    },
  };
}

/** Every word of the page's own, in one language. */
export type PageWording = ReturnType<typeof wordingOf>;

const WORDINGS: Readonly<Record<WebLanguage, PageWording>> = { zh: wordingOf(zh, 'zh'), en: wordingOf(en, 'en') };

/** Returns the page's wording in a language. */
export function pageWordingFor(language: WebLanguage): PageWording {
  return WORDINGS[language];
}

/** Returns the initial language: the user's choice, else the browser's first supported one, else Chinese. */
export function initialLanguage(chosen: WebLanguage | null, browser: readonly string[]): WebLanguage {
  if (chosen !== null) return chosen;
  const spoken = browser.map((tag) => tag.toLowerCase().slice(0, 2)).find((tag) => tag === 'zh' || tag === 'en');
  return spoken === 'en' ? 'en' : 'zh';
}

/** Formats a date for a language. @param at ISO 8601 */
export function dateText(at: string, language: WebLanguage): string {
  return new Date(at).toLocaleDateString(localeOf(language));
}

/** Formats a date and time for a language. @param at ISO 8601 */
export function dateTimeText(at: string, language: WebLanguage): string {
  return new Date(at).toLocaleString(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' });
}

/** Formats a time of day for a language. @param at ISO 8601 */
export function timeText(at: string, language: WebLanguage): string {
  return new Date(at).toLocaleTimeString(localeOf(language), { timeStyle: 'short' });
}

/** Returns the locale tag of a language. */
export function localeOf(language: WebLanguage): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}
