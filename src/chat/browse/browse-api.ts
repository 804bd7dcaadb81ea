// The browsing API: reports, figures, search and one's own history. Every call is authorized, limited and audited like a message.

import type { Series, SeriesQuery } from '../../documents.ts';
import type { ReportPages } from '../../pages.ts';
import type { HistoryQuery, PastExchange } from '../../store/state/exchanges.ts';
import type { Answer, Language, ReportId } from '../../types.ts';
import { type Admission, admit, type Inside } from '../access/admission.ts';
import type { Role } from '../access/policy.ts';
import { type Action, isAction, judge, POLICY } from '../access/policy.ts';
import { askOnce, type ProgramQuestion } from '../asking/ask-once.ts';
import { redraw } from '../asking/asking.ts';
import { citationsOf } from '../asking/compose.ts';
import { clip } from '../asking/place.ts';
import { suggestedQuestions } from '../asking/suggestions.ts';
import type { CommandLine } from '../i18n/texts.ts';
import { commandsFor } from '../i18n/welcome.ts';
import { wordingFor } from '../i18n/wording.ts';
import { type PageReminder, pageReminder } from '../practice/page-reminder.ts';
import type { Reply } from '../reply.ts';
import type { Service } from '../service.ts';
import type { Setting, Turn } from '../turn.ts';
import { factPage } from './figures.ts';
import { type LibraryView, openReport, viewLibrary } from './library-view.ts';
import { reportPage } from './report-list.ts';
import type {
  DistrictLine,
  FactPage,
  FactQuery,
  FoundPassage,
  OpenReport,
  PastLine,
  ReportPage,
  ReportQuery,
  TopicLine,
} from './views.ts';

const MAX_PASSAGE_CHARACTERS = 600;
const MAX_SHORT_CHARACTERS = 160;

/** The value that was looked up, or why the look-up was not admitted. A value of null: there is no such thing. */
export type LookupResult<T> = { readonly kind: 'found'; readonly value: T } | Exclude<Admission, { kind: 'admitted' }>;

/** Does something for a speaker if the policy and the limits allow it. */
export type Lookup = <T>(
  setting: Setting,
  action: Action,
  work: (turn: Turn) => T | Promise<T>,
) => Promise<LookupResult<T>>;

/** The account of a person. */
export interface Account {
  /** The person's display name; null: unknown. */
  readonly name: string | null;
  /** The language that they chose; null: none. */
  readonly language: Language | null;
  /** The actions allowed to them in private. */
  readonly acts: readonly Action[];
  readonly commands: readonly CommandLine[];
  /** Endings of files that can be read, with their dot. */
  readonly formats: readonly string[];
  /** Name of the generation that answers now. */
  readonly generation: string;
}

/** A part of a list. */
export interface PageRange {
  readonly offset: number;
  readonly limit: number;
}

/** The API for browsing. */
export interface BrowseApi {
  /** Returns the account of a person; it needs no action of its own. */
  account(setting: Setting, role: Role): Account;
  /** What is due, once the hour of one's reminder has come; null: nothing to remind of. */
  reminder(setting: Setting): Promise<LookupResult<{ reminder: PageReminder | null }>>;
  suggestions(setting: Setting): Promise<LookupResult<readonly string[]>>;
  reports(setting: Setting, query: ReportQuery): Promise<LookupResult<ReportPage>>;
  report(setting: Setting, id: string): Promise<LookupResult<OpenReport | null>>;
  /** The pages of a report's file, with what of its text stands where on them; null: there are none. */
  pages(setting: Setting, id: string): Promise<LookupResult<ReportPages | null>>;
  /** The file itself (page null), or a page of its scan as JPEG; null: there is none, or it has changed since. */
  pageFile(setting: Setting, id: string, page: number | null): Promise<LookupResult<Uint8Array | null>>;
  districts(setting: Setting): Promise<LookupResult<readonly DistrictLine[]>>;
  topics(setting: Setting): Promise<LookupResult<readonly TopicLine[]>>;
  facts(setting: Setting, query: FactQuery): Promise<LookupResult<FactPage>>;
  series(setting: Setting, query: SeriesQuery): Promise<LookupResult<Series>>;
  /** Answers a question of a program, which keeps the earlier ones itself. */
  answer(setting: Setting, question: ProgramQuestion): Promise<LookupResult<Answer>>;
  search(setting: Setting, query: { text: string; count: number }): Promise<LookupResult<readonly FoundPassage[]>>;
  /** Vectors of texts, for programs that search by meaning themselves; it counts as one search. */
  embed(setting: Setting, texts: readonly string[]): Promise<LookupResult<Awaited<ReturnType<Service['embed']>>>>;
  history(
    setting: Setting,
    query: HistoryQuery,
  ): Promise<LookupResult<{ exchanges: readonly PastLine[]; more: boolean }>>;
  exchange(setting: Setting, id: string): Promise<LookupResult<(PastExchange & { reply: Reply }) | null>>;
  /** Deletes one's exchange of this id, or all of them; how many. */
  forget(setting: Setting, id: string | null): Promise<LookupResult<number>>;
}

/** Creates the function by which every look-up is admitted first. */
export function createLookup(inside: Inside): Lookup {
  return async (setting, action, work) => {
    const admission = admit(setting, action, inside);
    if (admission.kind !== 'admitted') return admission;
    return { kind: 'found', value: await work(admission.turn) };
  };
}

/** Creates the browsing API of a conversation. */
export function createBrowseApi(inside: Inside, look: Lookup): BrowseApi {
  const { service } = inside.parts;
  let open: LibraryView | null = null;
  const view = (): LibraryView => {
    const library = service.library();
    if (open?.library !== library) open = viewLibrary(library);
    return open;
  };
  return {
    account: (setting, role) => accountOf(setting, role, inside),
    reminder: (setting) => look(setting, 'browse', (turn) => ({ reminder: pageReminder(turn) })),
    suggestions: (setting) =>
      look(setting, 'browse', ({ wording }) => view().remembered(wording, () => suggestedQuestions(service, wording))),
    reports: (setting, query) => look(setting, 'browse', () => reportPage(view(), query)),
    report: (setting, id) => look(setting, 'browse', () => openReport(service.library(), id)),
    pages: (setting, id) =>
      look(setting, 'browse', () => {
        const library = service.library();
        return library.reports.has(id as ReportId) ? library.pagesOf(id as ReportId) : null;
      }),
    pageFile: (setting, id, page) => look(setting, 'browse', () => service.pageFile(id, page)),
    districts: (setting) => look(setting, 'browse', () => view().districts()),
    topics: (setting) => look(setting, 'browse', () => service.topics()),
    facts: (setting, query) => look(setting, 'browse', () => factPage(view(), query)),
    series: (setting, query) => look(setting, 'browse', () => service.series(query)),
    answer: (setting, question) => look(setting, 'question', (turn) => askOnce(question, turn)),
    search: (setting, { text, count }) => look(setting, 'search', (turn) => searchPassages(text, count, turn)),
    embed: (setting, texts) => look(setting, 'search', (turn) => embedTexts(texts, turn)),
    ...exchanges(look),
  };
}

function accountOf({ speaker }: Setting, role: Role, { parts: { state, corpusAdmin } }: Inside): Account {
  const { channel, user } = speaker;
  const language = state.personalData.language(speaker);
  const isAllowed = (action: Action): boolean =>
    judge(action, { role, place: 'private', isApproved: true }) === 'allowed';
  return {
    name: state.members.list(channel).find((member) => member.user === user)?.name ?? null,
    language,
    acts: Object.keys(POLICY).filter(isAction).filter(isAllowed),
    commands: commandsFor({ role, place: 'private' }, wordingFor(language ?? speaker.language)),
    formats: corpusAdmin?.formats ?? [],
    generation: corpusAdmin?.generation() ?? 'none',
  };
}

async function searchPassages(
  text: string,
  count: number,
  { parts, speaker, action, role }: Turn,
): Promise<FoundPassage[]> {
  const { service, state, now } = parts;
  const { hits } = await service.search(text, count);
  state.audit.append(speaker, { action, role, verdict: 'done' }, now());
  const library = service.library();
  return hits.map(({ passage: { reportId, heading, start, end }, score }) => {
    const title = library.reports.get(reportId)?.title ?? '';
    const said = clip(library.textOf(reportId).slice(start, end), MAX_PASSAGE_CHARACTERS);
    return { report: reportId, title, heading, start, end, score, text: said };
  });
}

async function embedTexts(
  texts: readonly string[],
  { parts, speaker, action, role }: Turn,
): Promise<Awaited<ReturnType<Service['embed']>>> {
  const { service, state, now } = parts;
  const vectors = await service.embed(texts);
  state.audit.append(speaker, { action, role, verdict: 'done', object: `vectors of ${texts.length} texts` }, now());
  return vectors;
}

function exchanges(look: Lookup): Pick<BrowseApi, 'history' | 'exchange' | 'forget'> {
  return {
    history: (setting, query) =>
      look(setting, 'history', ({ parts, speaker }) => {
        const found = parts.state.history.list(speaker, { ...query, limit: query.limit + 1 });
        return { exchanges: found.slice(0, query.limit).map(pastLine), more: found.length > query.limit };
      }),
    exchange: (setting, id) =>
      look(setting, 'history', (turn) => {
        const found = turn.parts.state.history.find(turn.speaker, id);
        return found === null ? null : { ...found, reply: redraw(found, turn) };
      }),
    forget: (setting, id) =>
      look(setting, 'history', ({ parts: { state }, speaker }) => {
        if (id === null) return state.history.removeAll(speaker);
        return state.history.remove(speaker, id) ? 1 : 0;
      }),
  };
}

function pastLine({ id, question, answer, at }: PastExchange): PastLine {
  const said = answer.status === 'answered' ? answer.short : answer.message;
  const short = said === '' ? (citationsOf(answer)[0]?.quote ?? '') : said;
  return { id, question, at, status: answer.status, short: clip(short.replace(/\s+/gu, ' '), MAX_SHORT_CHARACTERS) };
}
