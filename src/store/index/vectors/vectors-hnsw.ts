// Approximate vector search by hnswlib-node (optional: it compiles at install), for collections too large to scan. The
// graph is a cache derived from `vectors.bin`: built, saved and loaded here, thrown away at the slightest doubt.
// hnswlib aborts the process on a non-number, accepts NaN, lets a repeated label overwrite, loads a file of another
// dimension and writes to a missing folder without a word: nothing reaches it here that was not checked before.

import { readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { HierarchicalNSW } from 'hnswlib-node';
import { fingerprintFile, writeWhole } from '../../files.ts';
import { liveRows } from './vectors-exact.ts';
import { byScore, type PackedVectors, unitQuery, type VectorHit, type VectorIndex } from './vectors-index.ts';

/** The part of hnswlib-node that is used. */
export type Hnswlib = Pick<typeof import('hnswlib-node'), 'HierarchicalNSW'>;

/** Identity of a saved graph: what must agree before the file is opened. */
interface GraphManifest {
  readonly version: number;
  readonly embedderId: string;
  readonly dimension: number;
  readonly metric: string;
  readonly count: number;
  /** Checksum of the vectors that the graph was built from. */
  readonly vectorsSha256: string;
  /** Checksum of the graph's own file. */
  readonly graphSha256: string;
}

const VERSION = 1;
/** Inner product: of vectors of length 1 it is the cosine. */
const METRIC = 'ip';
const LINKS = 16;
/** 200 takes twice as long and finds no more. */
const CONSTRUCTION_EFFORT = 100;
/** hnswlib's default of 10 finds 0.69 of the true neighbours, 200 finds 0.996. */
const SEARCH_EFFORT = 200;
const SEED = 100;
/** So few vectors are compared one by one: through a graph, the way to them would lead past all others. */
const MAX_SCANNED = 3_000;
const GRAPH_FILE = 'vectors.hnsw';
const MANIFEST_FILE = 'vectors.hnsw.json';

/** hnswlib-node, or null if it is not installed or was not compiled. */
export function loadHnswlib(): Hnswlib | null {
  try {
    return createRequire(import.meta.url)('hnswlib-node') as Hnswlib;
  } catch {
    return null;
  }
}

/** Builds the graph of all vectors that are not zero. */
export function buildGraph(hnswlib: Hnswlib, packed: PackedVectors): HierarchicalNSW {
  const live = liveRows(packed);
  const graph = new hnswlib.HierarchicalNSW(METRIC, packed.dimension);
  graph.initIndex(Math.max(1, live.length), LINKS, CONSTRUCTION_EFFORT, SEED);
  for (const number of live) {
    const row = packed.data.subarray(number * packed.dimension, (number + 1) * packed.dimension);
    graph.addPoint(Array.from(row), number);
  }
  return graph;
}

/**
 * Saves a graph and its manifest, each whole or not at all.
 * @throws Error of the file system if the folder is missing or cannot be written
 */
export function saveGraph(folder: string, graph: HierarchicalNSW, packed: PackedVectors): void {
  const path = join(folder, GRAPH_FILE);
  const draft = `${path}.draft`;
  graph.writeIndexSync(draft);
  // hnswlib says nothing if it could not write: reading back does.
  const manifest = { ...identityOf(packed), graphSha256: fingerprintFile(draft).sha256 };
  renameSync(draft, path);
  writeWhole(join(folder, MANIFEST_FILE), JSON.stringify(manifest, null, 2));
}

/** Loads the saved graph of exactly these vectors; a string saying why where that is not possible. */
export function loadGraph(folder: string, hnswlib: Hnswlib, packed: PackedVectors): HierarchicalNSW | string {
  const path = join(folder, GRAPH_FILE);
  try {
    const found = JSON.parse(readFileSync(join(folder, MANIFEST_FILE), 'utf8')) as Partial<GraphManifest> | null;
    const expected = { ...identityOf(packed), graphSha256: fingerprintFile(path).sha256 };
    const differing = Object.entries(expected).find(([name, value]) => found?.[name as keyof GraphManifest] !== value);
    if (differing !== undefined) return `${GRAPH_FILE} differs in ${differing[0]}`;
    const graph = new hnswlib.HierarchicalNSW(METRIC, packed.dimension);
    graph.readIndexSync(path);
    return graph;
  } catch (error) {
    return `${GRAPH_FILE} cannot be read (${error instanceof Error ? error.message : String(error)})`;
  }
}

/** The vectors of some numbers compared with a query one by one. */
function scanned(graph: HierarchicalNSW, unit: Float32Array, numbers: readonly number[]): VectorHit[] {
  return numbers.map((number) => {
    const point = graph.getPoint(number);
    return { number, score: cosineOf(1 - unit.reduce((sum, value, d) => sum + value * (point[d] ?? 0), 0)) };
  });
}

/** Returns an index over a graph. */
export function hnswIndex(graph: HierarchicalNSW, dimension: number): VectorIndex {
  // Listing them takes longer than a search; a graph that is searched is not changed any more.
  let numbers: readonly number[] | null = null;
  const accepted = (accept: (number: number) => boolean): readonly number[] => {
    numbers ??= graph.getIdsList();
    return numbers.filter(accept);
  };
  return {
    dimension,
    search: (query, count, accept) => {
      const unit = unitQuery(query, dimension);
      const reachable = Math.min(count, graph.getCurrentCount());
      if (unit === null || reachable <= 0) return [];
      const few = accept ? accepted(accept) : null;
      if (few && few.length <= MAX_SCANNED) return scanned(graph, unit, few).sort(byScore).slice(0, count);
      // Not part of the file, and 10 after every load.
      graph.setEf(Math.max(SEARCH_EFFORT, 4 * reachable));
      const { distances, neighbors } = graph.searchKnn(Array.from(unit), reachable, accept);
      const hits = neighbors.map((number, place) => ({ number, score: cosineOf(distances[place] ?? 1) }));
      return hits.sort(byScore);
    },
  };
}

function cosineOf(distance: number): number {
  return Math.max(-1, Math.min(1, 1 - distance));
}

function identityOf({
  embedderId,
  dimension,
  count,
  sha256: vectorsSha256,
}: PackedVectors): Omit<GraphManifest, 'graphSha256'> {
  return { version: VERSION, embedderId, dimension, metric: METRIC, count, vectorsSha256 };
}
