// Finds many names in a text at once, the longest at each place. It knows nothing of what the names mean.

/** A set of names (≥ 2 characters each) that can be looked up at any place of a text. */
export interface NameIndex {
  /** Returns the longest name that starts at `position`, null if none does. */
  longestAt(text: string, position: number): string | null;
}

/** A name found in a text. */
interface FoundName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Prepares names for look-up; shorter ones than two characters are ignored. */
export function buildNameIndex(names: Iterable<string>): NameIndex {
  const byHead = new Map<string, string[]>();
  for (const name of new Set(names)) {
    if (name.length < 2) continue;
    const head = name.slice(0, 2);
    const sharing = byHead.get(head);
    if (sharing) sharing.push(name);
    else byHead.set(head, [name]);
  }
  for (const sharing of byHead.values()) sharing.sort((left, right) => right.length - left.length);
  return {
    longestAt: (text, position) => {
      const sharing = byHead.get(text.slice(position, position + 2));
      return sharing?.find((name) => text.startsWith(name, position)) ?? null;
    },
  };
}

/** Returns all names in a text from left to right, the longest at each place, never overlapping. */
export function findNames(text: string, index: NameIndex): FoundName[] {
  const found: FoundName[] = [];
  for (let position = 0; position < text.length; position++) {
    const name = index.longestAt(text, position);
    if (name === null) continue;
    found.push({ name, start: position, end: position + name.length });
    position += name.length - 1;
  }
  return found;
}
