// What the conversation says of its own accord, in Chinese and English. The texts are data (zh.json, en.json); here stands which
// values each takes. What is said in practice and exams stands in practice-wording.ts.

import type { Language } from '../../types.ts';
import { MAX_QUESTION_CHARACTERS } from '../input.ts';
import { bankWording } from './bank-wording.ts';
import { message, messageFrom } from './message.ts';
import { practiceWording } from './practice-wording.ts';
import { TEXTS, type Texts } from './texts.ts';

function asking(t: Texts) {
  return {
    bad: { ...t.bad, 'too-long': message(t.bad['too-long'], 'max')(MAX_QUESTION_CHARACTERS) },
    /** Questions that fit any district; the argument is its short name. */
    examples: t.examples.map((text) => message(text, 'district')),
    /** What is measured, and what is counted, as one asks for it; the subject names district, year and figure. */
    figureQuestion: message(t.figureQuestion, 'subject'),
    countQuestion: message(t.countQuestion, 'subject', 'unit'),
    figureExample: message(t.figureExample, 'district', 'figure'),
    /** A question that fits any report, for reports without a district. */
    titleExample: message(t.titleExample, 'title'),
    holds: message(t.holds, 'reports', 'districts'),
    districtLine: message(t.districtLine, 'district', 'reports'),
    andMore: message(t.andMore, 'count'),
    unknownCommand: message(t.unknownCommand, 'name'),
    understoodAs: message(t.understoodAs, 'subject'),
    formerly: message(t.formerly, 'place', 'name'),
    formerlyUntil: message(t.formerlyUntil, 'place', 'name', 'year', 'change'),
    sourceButton: message(t.sourceButton, 'n'),
    readAs: message(t.readAs, 'reading'),
    noSuchSource: message(t.noSuchSource, 'n'),
    failed: message(t.failed, 'id'),
    fromFile: message(t.fromFile, 'title'),
    limitedTo: message(t.limitedTo, 'sources'),
    askAboutFile: message(t.askAboutFile, 'title', 'minutes'),
    wrongFormat: message(t.wrongFormat, 'endings[]'),
    tooLarge: message(t.tooLarge, 'megabytes'),
  };
}

function briefs(t: Texts) {
  return {
    /** Questions that suit any district: practices first. */
    topics: t.topics.map(({ label, question }) => ({ label, question: message(question, 'district') })),
    whatOf: message(t.whatOf, 'district'),
    briefOf: message(t.briefOf, 'district'),
    figure: message(t.figure, 'name', 'value', 'period?'),
    pageEmpty: message(t.pageEmpty, 'title'),
    comparisonOf: message(t.comparisonOf, 'districts[]', 'topic?'),
    topicOf: message(t.topicOf, 'topic'),
    topicQuestion: message(t.topicQuestion, 'district', 'topic'),
  };
}

function documents({ documents: t }: Texts) {
  return {
    documents: {
      ...t,
      undatedOf: message(t.undatedOf, 'year'),
      basedOn: message(t.basedOn, 'reports[]'),
      reportLine: message(t.reportLine, 'title', 'publisher?', 'publishedOn?'),
      madeOn: message(t.madeOn, 'date'),
      notIn: message(t.notIn, 'districts[]'),
      onAbout: message(t.onAbout, 'about', 'period?'),
      topicBriefOf: message(t.topicBriefOf, 'topic'),
      reportBriefOf: message(t.reportBriefOf, 'title'),
      years: message(t.years, 'from', 'to'),
      year: message(t.year, 'year'),
      month: message(t.month, 'year', 'month'),
      day: message(t.day, 'year', 'month', 'day'),
      draftTitle: message(t.draftTitle, 'title'),
    },
  };
}

function people(t: Texts) {
  return {
    notMember: message(t.notMember, 'user'),
    tooMuch: message(t.tooMuch, 'seconds'),
    inviteUsage: message(t.inviteUsage, 'mostDays', 'mostUses'),
    invited: messageFrom(t.invited, 'role', 'days', 'uses'),
    joined: message(t.joined, 'role'),
    memberJoined: message(t.memberJoined, 'who', 'role'),
    memberCount: message(t.memberCount, 'count'),
    openInvites: message(t.openInvites, 'count'),
    revoked: message(t.revoked, 'user'),
    noSuchMember: message(t.noSuchMember, 'user'),
    linkCode: message(t.linkCode, 'minutes'),
    linked: message(t.linked, 'channel'),
    unlinked: message(t.unlinked, 'count'),
    accountLinked: message(t.accountLinked, 'account', 'home'),
    linksCancelled: message(t.linksCancelled, 'count'),
    forgotten: message(t.forgotten, 'count'),
  };
}

function corpus(t: Texts) {
  const status = message(t.peopleStatus, 'members', 'entries', 'state');
  const broken = message(t.parts.auditBroken, 'brokenAt');
  return {
    judgedBadly: message(t.judgedBadly, 'verdict', 'question'),
    cannot: message(t.cannot, 'remedy'),
    ingestFailed: message(t.ingestFailed, 'remedy'),
    peopleStatus: (members: number, entries: number, brokenAt: number | null) =>
      status(members, entries, brokenAt === null ? t.parts.auditIntact : broken(brokenAt)),
    removeSure: message(t.removeSure, 'label'),
    staged: message(t.staged, 'name'),
    corrected: message(t.corrected, 'label'),
    takeAll: message(t.takeAll, 'count'),
    discardAll: message(t.discardAll, 'count'),
    acceptedAll: message(t.acceptedAll, 'count'),
    pendingCounts: message(t.pendingCounts, 'all', 'sound', 'doubtful', 'unreadable'),
    alert: message(t.alert, 'text'),
    requestFailed: message(t.requestFailed, 'id'),
  };
}

function wordingOf(t: Texts) {
  const { parts: _, ...texts } = t;
  return {
    ...texts,
    ...asking(t),
    ...briefs(t),
    ...documents(t),
    ...people(t),
    ...corpus(t),
    ...practiceWording(t),
    ...bankWording(t),
  };
}

/** Everything the conversation says of its own accord. */
export type Wording = ReturnType<typeof wordingOf>;

const WORDINGS: Readonly<Record<Language, Wording>> = { zh: wordingOf(TEXTS.zh), en: wordingOf(TEXTS.en) };

/** Returns our own words in a language. */
export function wordingFor(language: Language): Wording {
  return WORDINGS[language];
}
