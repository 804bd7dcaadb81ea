// Puts citation marks `[1]` behind the sentences they support. It adds marks and changes no other character.
import type { Answered, Claim } from '../types.ts';

const END = /[。！？；.!?;…]+[”’」』）)]*$/u;

/** The marks of citation numbers: each once, ascending. @example marksOf([2, 1, 2]) // => '[1][2]' */
export function marksOf(numbers: readonly number[]): string {
  return [...new Set(numbers)]
    .sort((a, b) => a - b)
    .map((n) => `[${n}]`)
    .join('');
}

/** A claim with its marks. */
export function markedClaim(claim: Claim): string {
  return `${claim.text.trim()}${marksOf(claim.citations)}`;
}

/** What is compared when asking whether one text says what another does: width, case, space and punctuation aside. */
function essence(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s，。；、：！？,;:!?“”‘’"'「」『』（）()[\]《》]/gu, '')
    .replace(/\.$/u, '');
}

/** The direct answer with its marks, and the claims that it does not say already. */
export interface MarkedShort {
  readonly text: string;
  readonly rest: readonly Claim[];
}

/**
 * Marks the direct answer: behind each claim that stands in it word for word, else at its end.
 * An answer always ends up with at least one mark.
 */
export function markShort(answer: Answered): MarkedShort {
  const short = answer.short.trim();
  const said = essence(short);
  const isSaid = (claim: Claim): boolean => said !== '' && said.includes(essence(claim.text));
  const covered = answer.claims.filter(isSaid);
  const rest = answer.claims.filter((claim) => !isSaid(claim));
  const inline = markInside(short, covered);
  if (inline.unplaced.length === 0 && covered.length > 0) return { text: inline.text, rest };
  const behind = covered.length > 0 ? inline.unplaced : supporting(said, answer.claims);
  return { text: inline.text + marksOf(behind.flatMap((claim) => claim.citations)), rest };
}

/** The claims that contain the direct answer; all of them where none does, since it was then made from all. */
function supporting(said: string, claims: readonly Claim[]): readonly Claim[] {
  const containing = claims.filter((claim) => essence(claim.text).includes(said));
  return containing.length > 0 ? containing.slice(0, 1) : claims;
}

function markInside(short: string, claims: readonly Claim[]): { text: string; unplaced: readonly Claim[] } {
  const unplaced: Claim[] = [];
  let text = short;
  for (const claim of claims) {
    const bare = claim.text.trim().replace(END, '');
    const at = text.indexOf(bare);
    if (at < 0 || bare === '') {
      unplaced.push(claim);
      continue;
    }
    const end =
      at + bare.length + (/^[。！？；.!?;…]*[”’」』）)]*/u.exec(text.slice(at + bare.length))?.[0].length ?? 0);
    text = text.slice(0, end) + marksOf(claim.citations) + text.slice(end);
  }
  return { text, unplaced };
}
