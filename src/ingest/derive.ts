// Writes what is derived from a generation's database: the lexical index and the vectors. What belongs to unchanged passages
// is taken over from the generation before; only new texts are cut into terms and embedded.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../store/files.ts';
import type { Generation } from '../store/index/generation.ts';
import { indexedText, indexedTexts } from '../store/index/indexed-text.ts';
import { openJournal } from '../store/index/journal.ts';
import { FILES } from '../store/index/manifest.ts';
import { buildPostings, type IndexedText, type Postings } from '../store/index/postings/postings.ts';
import { decodePostings, encodePostings } from '../store/index/postings/postings-file.ts';
import { updatePostings } from '../store/index/postings/postings-update.ts';
import type { Previous } from '../store/index/previous.ts';
import { readVectors, writeVectors } from '../store/index/vectors/vectors.ts';
import { movePlaces, takeOverGraph } from '../store/index/vectors/vectors-carried-over.ts';
import type { PackedVectors } from '../store/index/vectors/vectors-index.ts';
import type { Embedder } from '../types.ts';
import type { FreshPassage, GatheredCorpus } from './gather.ts';
import { embeddedText } from './prepare.ts';

/** Options of deriving index files. */
interface DeriveOptions {
  readonly gathered: GatheredCorpus;
  readonly previous: Previous | null;
  readonly indexDir: string;
  /** Null: no vectors. */
  readonly embedder: Embedder | null;
  /** Hears how many passages have their vectors. */
  readonly onEmbed: (done: number, total: number) => void;
}

const EMBEDDED_AT_ONCE = 256;
/** Above this share of new passages all terms are counted anew: merging would save little. */
const MAX_MERGED_SHARE = 0.5;
/** Refused by the writer of vectors: no dimension fits it. */
const NO_VECTOR = new Float32Array();

function* textsOf(generation: Generation, fresh: readonly FreshPassage[]): Generator<IndexedText> {
  for (const { number } of fresh) {
    const passage = generation.passage(number);
    const report = generation.reports.get(passage.reportId);
    if (!report) throw new RangeError(`passage ${number} belongs to no report`);
    yield indexedText(passage, report, generation.textOf(passage.reportId));
  }
}

/** Returns the lexical index of a generation: merged with that of the one before where that pays. */
function postingsOf(generation: Generation, { gathered, previous }: DeriveOptions): Postings {
  const { fresh, moved, isOrdered } = gathered;
  const isMerged = previous !== null && isOrdered && fresh.length <= MAX_MERGED_SHARE * generation.passageCount;
  if (!isMerged) return buildPostings(indexedTexts(generation));
  const old = decodePostings(readFileSync(join(previous.folder, FILES.lexical)));
  const addedNumbers = Uint32Array.from(fresh, ({ number }) => number);
  return updatePostings({ old, moved, added: buildPostings(textsOf(generation, fresh)), addedNumbers });
}

/** Returns the vectors of the generation before, where the same embedder made them. */
function vectorsBefore({ previous }: DeriveOptions, { id, dimension }: Embedder): PackedVectors | null {
  const built = previous?.manifest.embedder;
  const isSame = built?.id === id && built.dimension === dimension;
  return previous && isSame ? readVectors(previous.folder, { embedderId: id, dimension }) : null;
}

type Find = (hash: string) => Float32Array | undefined;

/** Puts the vectors of unchanged passages in their new places. @returns how the vector of a text of before is found */
function takeOver(vectors: Float32Array[], before: PackedVectors | null, { previous, gathered }: DeriveOptions): Find {
  if (previous === null || before === null) return () => undefined;
  const { data, dimension } = before;
  const row = (number: number): Float32Array => data.subarray(number * dimension, (number + 1) * dimension);
  for (const { from, to, count } of gathered.moved) {
    for (let at = 0; at < count; at++) vectors[to + at] = row(from + at);
  }
  return (hash) => {
    const number = previous.passageEmbedding(hash);
    return number === undefined ? undefined : row(number);
  };
}

function fillFrom(
  vectors: Float32Array[],
  open: readonly FreshPassage[],
  find: (hash: string) => Float32Array | undefined,
): FreshPassage[] {
  return open.filter(({ number, embedded }) => {
    const vector = find(embedded);
    if (vector) vectors[number] = vector;
    return vector === undefined;
  });
}

/** Returns all passages that are still without a vector. */
function openPassages(
  generation: Generation,
  vectors: readonly Float32Array[],
  { gathered }: DeriveOptions,
): readonly FreshPassage[] {
  const isTakenOver = gathered.moved.every(({ to }) => vectors[to] !== undefined);
  if (isTakenOver) return gathered.fresh;
  // Another embedder than before: every passage needs a vector, whether its report is new or not.
  return Array.from({ length: generation.passageCount }, (_, number) => ({
    number,
    embedded: generation.embeddedOf(number),
  }));
}

/** Fills in the vectors of passages that have none: out of the journal of an interrupted run, or newly made. */
async function embedMissing(
  vectors: Float32Array[],
  missing: readonly FreshPassage[],
  { generation, embedder, indexDir, onEmbed }: DeriveOptions & { generation: Generation; embedder: Embedder },
): Promise<void> {
  const journal = openJournal(indexDir, embedder);
  try {
    const open = fillFrom(vectors, missing, journal.find);
    const done = generation.passageCount - open.length;
    for (let from = 0; from < open.length; from += EMBEDDED_AT_ONCE) {
      const batch = open.slice(from, from + EMBEDDED_AT_ONCE);
      const made = await embedder.embed(batch.map(({ number }) => embeddedText(generation.passage(number))));
      if (made.length !== batch.length)
        throw new RangeError(`the embedder returned ${made.length} vectors for ${batch.length} texts`);
      journal.keep(batch.map(({ embedded }, index) => ({ hash: embedded, vector: made[index] ?? NO_VECTOR })));
      batch.forEach(({ number }, index) => {
        vectors[number] = made[index] ?? NO_VECTOR;
      });
      onEmbed(done + from + batch.length, generation.passageCount);
    }
  } finally {
    journal.close();
  }
}

async function deriveVectors(generation: Generation, embedder: Embedder, options: DeriveOptions): Promise<void> {
  const { previous, gathered } = options;
  const { folder, passageCount } = generation;
  const before = vectorsBefore(options, embedder);
  const vectors = new Array<Float32Array>(passageCount);
  const find = takeOver(vectors, before, options);
  const missing = fillFrom(vectors, openPassages(generation, vectors, options), find);
  if (missing.length > 0) await embedMissing(vectors, missing, { ...options, generation, embedder });
  const places =
    before && previous && movePlaces(previous.folder, before, { moved: gathered.moved, count: passageCount });
  const identity = { embedderId: embedder.id, dimension: embedder.dimension, ...(places && { hnswlib: null }) };
  const { sha256 } = writeVectors(folder, vectors, identity);
  if (places && previous) takeOverGraph(places, { from: previous.folder, to: folder, sha256 });
}

/**
 * Writes lexical index and vectors into the folder of a generation.
 * @returns names of the files written
 * @throws AppError embedder/…, disk/…, index/corrupt
 */
export async function deriveFiles(generation: Generation, options: DeriveOptions): Promise<string[]> {
  writeWhole(join(generation.folder, FILES.lexical), encodePostings(postingsOf(generation, options)));
  if (options.embedder === null) return [FILES.lexical];
  await deriveVectors(generation, options.embedder, options);
  return [FILES.lexical, FILES.vectors];
}
