// Which of the sentences found may answer a question at all: not the row of another district, and on the person who is asked about.
import { foreignDistrictIn } from '../lexicon/places/districts.ts';
import type { Candidate } from '../read/candidates.ts';
import { ROLE_ASKED } from '../understand/cues.ts';
import type { Understanding } from '../understand/types.ts';

/** Head of a table's row in normalized text: 云溪区2020年：. */
const ROW_HEAD = /^[^，。；：:]{2,30}(?=[：:])/u;

/** True if a sentence is the row of another district than the one asked about, or tells of one in a report that is on none. */
function isOfAnotherDistrict({ namedDistricts }: Understanding, { prepared, report }: Candidate): boolean {
  const [named = null] = namedDistricts;
  const { read } = prepared.sentence;
  const said = ROW_HEAD.exec(read)?.[0] ?? (report.district === null ? read : '');
  const other = named === null ? null : foreignDistrictIn(said, named);
  return other !== null && !namedDistricts.includes(other);
}

/** The person whose post a question asks for (秦若川 in 秦若川现任什么职务); null where it asks for none. */
function personAsked({ matching }: Understanding): string | null {
  const cue = ROLE_ASKED.exec(matching);
  const name =
    cue &&
    matching
      .slice(0, cue.index)
      .split(/[^\p{Script=Han}·]/u)
      .at(-1);
  return name && name.length >= 2 && name.length <= MAX_NAME_CHARACTERS ? name : null;
}

/** Longest name of a person whose post is asked for. */
const MAX_NAME_CHARACTERS = 4;

/** Returns the sentences that may answer: of this district alone, and on the person whose post is asked for, where one is named. */
export function eligible(asked: Understanding, candidates: readonly Candidate[]): readonly Candidate[] {
  const own = candidates.filter((candidate) => !isOfAnotherDistrict(asked, candidate));
  const person = personAsked(asked);
  if (person === null) return own;
  const naming = own.filter(({ prepared }) => prepared.folded.includes(person));
  const withPost = naming.filter(
    ({ prepared: { folded, persons } }) =>
      folded.includes(`${person}(`) || persons.some(({ name, post }) => name === person && post !== null),
  );
  return [withPost, naming, own].find((some) => some.length > 0) ?? own;
}
