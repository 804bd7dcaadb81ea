// A graph taken over from the generation before. Its points keep the labels they had there; a map says which passage each is
// now, and passages that the graph does not know are scanned. So one changed report costs no new graph.
import { copyFileSync, existsSync, linkSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../files.ts';
import type { MovedPassages } from '../postings/postings-update.ts';
import { exactIndex } from './vectors-exact.ts';
import { byScore, type PackedVectors, type VectorHit, type VectorIndex } from './vectors-index.ts';

const GRAPH_FILES = ['vectors.hnsw', 'vectors.hnsw.json'] as const;
const MAP_FILE = 'vectors.moved.json';
const VERSION = 1;
/** Above this share of passages that the graph does not know, or no longer has, a new one is built. */
const MAX_ASTRAY = 0.2;
const GONE = -1;

/** Which vectors a graph was built from: what its own manifest says of it. */
interface Base {
  readonly count: number;
  readonly sha256: string;
}

/** Places of a graph's points: passage of each label, or −1. */
interface GraphPlaces {
  readonly base: Base;
  readonly numbers: Int32Array;
}

/** [label, passage, count]: as many labels in a row are as many passages in a row. */
type LabelRun = readonly [label: number, number: number, count: number];

interface StoredPlaces {
  readonly version: number;
  /** Which vectors the passages have. */
  readonly vectorsSha256: string;
  readonly base: Base;
  readonly runs: readonly LabelRun[];
}

function runsOf(numbers: Int32Array): LabelRun[] {
  const runs: [number, number, number][] = [];
  numbers.forEach((number, label) => {
    const last = runs.at(-1);
    if (number === GONE) return;
    if (last && last[0] + last[2] === label && last[1] + last[2] === number) last[2]++;
    else runs.push([label, number, 1]);
  });
  return runs;
}

/**
 * Returns the places of the points in a folder's graph; null if no graph was taken over, or the map belongs to another.
 */
export function readPlaces(folder: string, packed: Pick<PackedVectors, 'sha256' | 'count'>): GraphPlaces | null {
  try {
    const stored = JSON.parse(readFileSync(join(folder, MAP_FILE), 'utf8')) as StoredPlaces;
    if (stored.version !== VERSION || stored.vectorsSha256 !== packed.sha256) return null;
    const numbers = new Int32Array(stored.base.count).fill(GONE);
    for (const [label, number, count] of stored.runs)
      for (let at = 0; at < count; at++) numbers[label + at] = number + at;
    return numbers.some((number) => number >= packed.count) ? null : { base: stored.base, numbers };
  } catch {
    return null;
  }
}

/**
 * Returns the places of the previous graph's points in a new generation; null if there is no graph, or a new one is due.
 * @param before vectors of the generation before   @param count passages of the new one
 */
export function movePlaces(
  folder: string,
  before: PackedVectors,
  change: { moved: readonly MovedPassages[]; count: number },
): GraphPlaces | null {
  if (!GRAPH_FILES.every((name) => existsSync(join(folder, name)))) return null;
  const known = readPlaces(folder, before);
  const old = known ?? {
    base: { count: before.count, sha256: before.sha256 },
    numbers: Int32Array.from({ length: before.count }, (_, label) => label),
  };
  const renumbered = new Int32Array(before.count).fill(GONE);
  for (const { from, to, count } of change.moved) for (let at = 0; at < count; at++) renumbered[from + at] = to + at;
  const numbers = old.numbers.map((number) => (number === GONE ? GONE : (renumbered[number] ?? GONE)));
  const present = numbers.reduce((sum, number) => sum + (number === GONE ? 0 : 1), 0);
  const astray = numbers.length - present + (change.count - present);
  return astray > MAX_ASTRAY * change.count ? null : { base: old.base, numbers };
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Takes a graph over into the folder of a new generation, whose vectors are written. @throws AppError disk/… */
export function takeOverGraph(
  places: GraphPlaces,
  { from, to, sha256 }: { from: string; to: string; sha256: string },
): void {
  for (const name of GRAPH_FILES) linkOrCopy(join(from, name), join(to, name));
  const stored: StoredPlaces = {
    version: VERSION,
    vectorsSha256: sha256,
    base: places.base,
    runs: runsOf(places.numbers),
  };
  writeWhole(join(to, MAP_FILE), JSON.stringify(stored));
}

function rowsAlone(packed: PackedVectors, rows: readonly number[]): PackedVectors {
  const { dimension } = packed;
  const data = new Float32Array(rows.length * dimension);
  rows.forEach((number, index) => {
    data.set(packed.data.subarray(number * dimension, (number + 1) * dimension), index * dimension);
  });
  return { ...packed, count: rows.length, data };
}

/** Hits of a graph under the numbers of the passages that its points are now, without those that are gone. */
function stillThere(hits: readonly VectorHit[], numbers: Int32Array): VectorHit[] {
  return hits.flatMap(({ number: label, score }) => {
    const number = numbers[label] ?? GONE;
    return number === GONE ? [] : [{ number, score }];
  });
}

/** The closest of all passages that a graph knows. A filter would be asked for each point on the way: asking for more hits costs less. */
function closestOf(graph: VectorIndex, numbers: Int32Array, { query, count }: { query: Float32Array; count: number }) {
  for (let asked = count + 8; ; asked *= 4) {
    const found = graph.search(query, asked);
    const hits = stillThere(found, numbers);
    if (hits.length >= count || found.length < asked) return hits;
  }
}

/** Returns an index over a graph that was taken over, and a scan of what it does not know. */
export function movedIndex(graph: VectorIndex, { numbers }: GraphPlaces, packed: PackedVectors): VectorIndex {
  const known = new Uint8Array(packed.count);
  for (const number of numbers) if (number !== GONE) known[number] = 1;
  const rows = [...known.keys()].filter((number) => known[number] === 0);
  const scan = exactIndex(rowsAlone(packed, rows));
  return {
    dimension: packed.dimension,
    search: (query, count, accept) => {
      if (count <= 0) return [];
      const isAccepted = (number = GONE): boolean => number !== GONE && (accept?.(number) ?? true);
      const found = accept
        ? stillThere(
            graph.search(query, count, (label) => isAccepted(numbers[label])),
            numbers,
          )
        : closestOf(graph, numbers, { query, count });
      const others = scan.search(query, count, accept && ((row) => isAccepted(rows[row])));
      return [...found, ...others.map((hit) => ({ ...hit, number: rows[hit.number] ?? GONE }))]
        .sort(byScore)
        .slice(0, count);
    },
  };
}
