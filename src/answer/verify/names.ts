// Names in a sentence that its evidence lacks: bodies and places by how their names end (招商局), things in quotation marks,
// words in Latin letters. Persons are checked by the common verifier, whose district it is in districts.ts. All texts folded.

/** How names of bodies and places end; with the two characters before, such a name has to stand in the evidence. */
const BODY =
  /\p{Script=Han}{2}(?:委员会|办公室|工作室|公司|集团|银行|医院|大学|学院|中学|小学|协会|商会|基金会|研究院|街道|社区|大道|局|委|镇|乡|村|路|园|[区县市旗州](?![域别间划分块号场镇级内里]))/gu;
const QUOTED = /["《](?<inner>[^"《》]{2,30})["》]/gu;
const LATIN = /[a-z][a-z0-9.-]*[a-z0-9]/gu;
/** Ways to point at a body without naming it. */
const POINTING =
  /^(?:各个|所有|全部|有关|相关|该|本|这个|这些|多个|几个|每个|一些|\S[个家所条座]|[0-9一二两三四五六七八九十百]+)/u;

/**
 * The names in a sentence that do not stand in its evidence.
 * @param text folded   @param evidence folded
 */
export function missingNames(text: string, evidence: string): string[] {
  const bare = evidence.replace(/["《》]/gu, '');
  const bodies = [...text.matchAll(BODY)].map(([name]) => name).filter((name) => !POINTING.test(name));
  const quoted = [...text.matchAll(QUOTED)].map(({ groups }) => groups?.['inner'] ?? '');
  const latin = [...text.matchAll(LATIN)].map(([word]) => word);
  return [...bodies, ...quoted, ...latin].filter((name) => !bare.includes(name));
}
