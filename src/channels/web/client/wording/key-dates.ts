// The dates of a session or a token, as its row tells them.

import type { WebLanguage } from '../../server/schemas.ts';
import type { TokenJson } from '../../server/schemas-admin.ts';
import { dateText, type PageWording } from './wordings.ts';

/** Returns when a key was made, last used, and ends, each in its words; what is not known is left out. */
export function keyDates(
  { madeAt, usedAt, expiresAt }: Pick<TokenJson, 'madeAt' | 'usedAt' | 'expiresAt'>,
  { wording: { access }, language }: { readonly wording: PageWording; readonly language: WebLanguage },
): string[] {
  return [
    access.made(dateText(madeAt, language)),
    ...(usedAt === null ? [access.unused] : [access.used(dateText(usedAt, language))]),
    ...(expiresAt === null ? [access.endless] : [access.ends(dateText(expiresAt, language))]),
  ];
}
