// Forms of variables: what each may look like, and what its reader is told where it does not.
import { z } from 'zod';

const MAX_PORT = 65_535;

/** The message of a wrong value: what it is, and what to write instead. Not for secrets, which no message may show. */
export const use = (hint: string) => ({
  error: ({ path, input }: { readonly path?: readonly PropertyKey[] | undefined; readonly input?: unknown }) =>
    `${String(path?.at(-1))} is "${input}". ${hint}`,
});

/** A text that may be absent. */
export const text = z.string().optional();
/** An address of a protocol. */
export const url = (protocol: RegExp, hint: string) => z.url({ protocol, ...use(hint) });
/** True for an address without user and password, which a message might show. */
export function isWithoutCredentials(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return true;
  const { username, password } = new URL(address);
  return username === '' && password === '';
}
/** A whole number from 1 on, or what it is where it is absent. */
export const count = (whenAbsent: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/, use('Use a whole number from 1 to 999999.'))
    .transform(Number)
    .default(whenAbsent);
/** True for a port as `WEB_PORT` takes it. */
export const isWebPort = (value: string): boolean =>
  value === 'off' || (/^\d{1,5}$/.test(value) && Number(value) <= MAX_PORT);

/** True for an http(s) address without a path. */
export function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, origin, href } = new URL(value);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}

/** Origins (`https://example.org`), separated by commas, in the form in which browsers send them; absent: none. */
export const origins = (hint: string) =>
  z
    .string()
    .default('')
    .transform((value) => value.split(',').map((origin) => origin.trim().replace(/\/$/, '')))
    .transform((list) => list.filter((origin) => origin !== ''))
    .refine((list) => list.every(isOrigin), { error: hint })
    .transform((list) => [...new Set(list.map((origin) => new URL(origin).origin))]);
