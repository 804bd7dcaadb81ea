// What people decide for themselves: their language, their data.
import { accountsOf, memberRoleOf } from './access/linking.ts';
import { stopPractice } from './practice/answering.ts';
import type { Reply } from './reply.ts';
import { inLanguage, note, say, type Turn } from './turn.ts';

/** `/privacy`: what is kept, for how long, and how to have it deleted. */
export function privacyCommand(_argument: string, turn: Turn): Reply {
  return say(turn, turn.wording.privacy);
}

/** `/export_me`: everything that is held of the speaker and of every account that is linked, as a file. */
export function exportCommand(_argument: string, turn: Turn): Reply {
  const each = accountsOf(turn).map((account) => turn.parts.state.personalData.exportOf(account));
  const kinds = Object.keys(each[0] ?? {});
  const held = Object.fromEntries(kinds.map((kind) => [kind, each.flatMap((one) => one[kind] ?? [])]));
  return {
    ...say(turn, turn.wording.exported),
    file: { name: 'quzhi-my-data.json', text: `${JSON.stringify(held, null, 2)}\n` },
  };
}

/** `/forget_me`: asks once more before it deletes. */
export function forgetCommand(_argument: string, turn: Turn): Reply {
  const buttons = [{ label: turn.wording.forgetYes, token: 'forget:yes' }];
  return { ...say(turn, turn.wording.forgetSure), buttons };
}

/** A pressed `forget:yes`. */
export function pressForget([answer]: readonly string[], turn: Turn): Reply {
  if (answer !== 'yes') return note(turn, turn.wording.gone);
  const accounts = accountsOf(turn);
  const roles = [turn.role, ...accounts.map((account) => memberRoleOf(account, turn.parts))];
  const isInOffice = roles.some((role) => role === 'maintainer' || role === 'owner');
  const { personalData } = turn.parts.state;
  const count = accounts.reduce((sum, account) => sum + personalData.forget(account, { isInOffice }), 0);
  turn.session.document = null;
  return { ...say(turn, turn.wording.forgotten(count)), shownAs: 'edit' };
}

/** `/language`, `/language en`: the language of our own words. */
export function languageCommand(argument: string, turn: Turn): Reply {
  const choice = argument.trim().toLowerCase();
  if (['zh', 'en', 'auto'].includes(choice)) return choose(choice, turn);
  const labels = { zh: '中文', en: 'English', auto: turn.wording.automatic };
  const buttons = Object.entries(labels).map(([code, label]) => ({ label, token: `language:${code}` }));
  return { ...say(turn, turn.wording.whichLanguage), buttons };
}

/** A pressed `language:CODE`. */
export function pressLanguage([choice = '']: readonly string[], turn: Turn): Reply {
  if (!['zh', 'en', 'auto'].includes(choice)) return note(turn, turn.wording.gone);
  return { ...choose(choice, turn), shownAs: 'edit' };
}

function choose(choice: string, turn: Turn): Reply {
  const language = choice === 'zh' || choice === 'en' ? choice : null;
  turn.parts.state.personalData.setLanguage(turn.speaker, language);
  const then = language === null ? turn : inLanguage(turn, language);
  return say(then, then.wording.languageSet);
}

/** `/stop`: ends the work that is under way; its question says so itself. Else it ends practice; where there is none, this says so. */
export function stopCommand(_argument: string, turn: Turn): Reply {
  return stopPractice(turn) ?? say(turn, turn.wording.nothingToStop);
}
