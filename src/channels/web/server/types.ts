// The JSON of the page's interface: what the server sends, and what the page and scripts read. Types alone: the client imports them too.

export type * from './types-admin.ts';
export type * from './types-asking.ts';
export type * from './types-browse.ts';
