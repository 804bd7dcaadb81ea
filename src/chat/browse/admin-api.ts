// The API for maintainers: members, feedback, gaps, health, backup; and everybody's own keys. Every call is authorized by the policy.

import { drawItems } from '../../quiz/learning/draw.ts';
import type { Item } from '../../quiz/types.ts';
import type { Feedback, Gap } from '../../store/state/feedback.ts';
import type { Invite, Member } from '../../store/state/members.ts';
import { createKeysApi, type KeysApi } from '../access/keys-api.ts';
import { endMembership, type Grant, issueInvite } from '../access/membership.ts';
import { districtNamed } from '../asking/places.ts';
import { type CorpusApi, createCorpusApi } from '../corpus/corpus-api.ts';
import type { IndexHealth } from '../corpus/maintenance.ts';
import { FORMAT_FILES, type ItemFormat, itemFile } from '../practice/files/item-file.ts';
import { note, type Setting, type Turn } from '../turn.ts';
import type { Lookup, LookupResult } from './browse-api.ts';

/** Which items. */
interface ItemQuery {
  /** As a person names it; absent: all. */
  readonly district?: string | undefined;
  /** Absent: all there are. */
  readonly count?: number | undefined;
  readonly seed: string;
}

/** Items drawn by a seed; none where the district is unknown. */
function itemsDrawn({ district, count = Number.POSITIVE_INFINITY, seed }: ItemQuery, { parts }: Turn): readonly Item[] {
  const items = parts.service.items();
  const districts = [...new Set(items.map((item) => item.district))].filter((name) => name !== null);
  const name = district === undefined ? null : districtNamed(district, districts);
  const wanted = district === undefined ? items : items.filter((item) => name !== null && item.district === name);
  return drawItems(wanted, { count, seed });
}

/** Which bank as a file of which format. */
export interface BankFileQuery {
  readonly name: string;
  readonly format: ItemFormat;
}

/** A file of a bank's items. */
export interface BankFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Returns the published items of a bank as a file; null: there is no such bank. */
async function bankFile({ name, format }: BankFileQuery, { parts, account, wording }: Turn): Promise<BankFile | null> {
  const { banks } = parts.state.learning;
  const bank = banks.find(account.channel, name);
  if (bank === null) return null;
  const { collection } = banks;
  const paper = { ...wording.paperFile, title: name };
  const bytes = await itemFile(banks.published(bank.id), format, { wording: paper, collection, now: parts.now() });
  const { ending, type } = FORMAT_FILES[format];
  return { name: `${name}${ending}`, type, bytes };
}

const MAX_FEEDBACK = 100;

/** The API for maintainers, beside the commands; and keys, of which everybody has their own. */
export interface AdminApi extends CorpusApi, KeysApi {
  members(setting: Setting): Promise<LookupResult<readonly Member[]>>;
  /** Null where nobody can be invited. */
  invite(setting: Setting, grant: Grant): Promise<LookupResult<{ invite: Invite; url: string } | null>>;
  revoke(setting: Setting, user: string): Promise<LookupResult<boolean>>;
  gaps(setting: Setting): Promise<LookupResult<readonly Gap[]>>;
  feedback(setting: Setting): Promise<LookupResult<ReturnType<FeedbackOf>>>;
  health(setting: Setting): Promise<LookupResult<{ status: readonly string[] } & IndexHealth>>;
  /** Writes a backup; the path of its file, which whoever asked takes away. Null where there is no maintenance. */
  backup(setting: Setting): Promise<LookupResult<string | null>>;
  /** Quiz items with their keys. */
  items(setting: Setting, query: ItemQuery): Promise<LookupResult<readonly Item[]>>;
  /** The published items of a bank as a file; null: there is no such bank. */
  bankFile(setting: Setting, query: BankFileQuery): Promise<LookupResult<BankFile | null>>;
}

type FeedbackOf = () => {
  readonly latest: readonly Feedback[];
  readonly counts: readonly { readonly verdict: string; readonly times: number }[];
};

/** Creates the API for maintainers. */
export function createAdminApi(look: Lookup): AdminApi {
  return { ...people(look), ...corpus(look), ...createKeysApi(look), ...createCorpusApi(look) };
}

/** Only an owner may do this to a maintainer. */
function ownersOnly(turn: Turn): LookupResult<never> {
  return { kind: 'denied', reply: { ...note(turn, turn.wording.ownersOnly), denied: { why: 'role', waitSeconds: 0 } } };
}

function people(look: Lookup): Pick<AdminApi, 'members' | 'invite' | 'revoke'> {
  return {
    members: (setting) => look(setting, 'members', ({ parts, account }) => parts.state.members.list(account.channel)),
    invite: async (setting, grant) => {
      const looked = await look(setting, 'invite', (turn) => ({ turn, issued: issueInvite(grant, turn) }));
      if (looked.kind !== 'found') return looked;
      const { turn, issued } = looked.value;
      if (issued === 'owners-only') return ownersOnly(turn);
      return { kind: 'found', value: issued === 'not-here' ? null : { invite: issued, url: turn.linkTo(issued.code) } };
    },
    revoke: async (setting, user) => {
      const looked = await look(setting, 'revoke', (turn) => ({ turn, ended: endMembership(user, turn) }));
      if (looked.kind !== 'found') return looked;
      const { turn, ended } = looked.value;
      return ended === 'owners-only' ? ownersOnly(turn) : { kind: 'found', value: ended === 'ended' };
    },
  };
}

function corpus(look: Lookup): Pick<AdminApi, 'gaps' | 'feedback' | 'health' | 'backup' | 'items' | 'bankFile'> {
  return {
    gaps: (setting) => look(setting, 'gaps', ({ parts }) => parts.state.feedback.gaps()),
    feedback: (setting) => look(setting, 'feedback', ({ parts }) => parts.state.feedback.feedback(MAX_FEEDBACK)),
    health: (setting) =>
      look(setting, 'status', ({ parts: { corpusAdmin, maintenance }, speaker: { language } }) => {
        const told = maintenance?.health(language) ?? { health: null, page: null };
        return { status: corpusAdmin?.status(language) ?? [], ...told };
      }),
    items: (setting, query) => look(setting, 'items', (turn) => itemsDrawn(query, turn)),
    bankFile: (setting, query) => look(setting, 'bank', (turn) => bankFile(query, turn)),
    backup: (setting) =>
      look(setting, 'backup', async ({ parts: { maintenance } }) => (await maintenance?.backup()) ?? null),
  };
}
