// The indexed reports as a reader browses them: lists, outlines, sentences. It reads a library and keeps what is dear to count.
import type { Fact, Library, Passage, ReportId } from '../../types.ts';
import { districtLabels, namePartsOf } from '../asking/place.ts';
import type { DistrictLine, Heading, ListedReport, OpenReport, ReadSentence } from './views.ts';

/** A report with what is counted of it without reading its text. */
export type CountedReport = Omit<ListedReport, 'characters'>;

/** The reports of one generation, counted at first use. */
export interface LibraryView {
  readonly library: Library;
  reports(): readonly CountedReport[];
  facts(): readonly Fact[];
  districts(): readonly DistrictLine[];
  /** Returns the value made earlier for a key, or makes it: for what is expensive and does not change until the index is rebuilt. */
  remembered<T>(key: object, make: () => T): T;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Creates the view of a library. */
export function viewLibrary(library: Library): LibraryView {
  const facts = once(() => library.facts());
  const factsByReport = once(() => countBy(facts(), ({ reportId }) => reportId));
  const reports = once(() =>
    [...library.reports.values()].map((meta): CountedReport => {
      const { from, to } = library.passagesOf(meta.id);
      return { ...meta, passages: to - from, facts: factsByReport().get(meta.id) ?? 0 };
    }),
  );
  const memory = new Map<object, unknown>();
  return {
    library,
    facts,
    reports,
    districts: once(() => districtLines(library, facts())),
    remembered: <T>(key: object, make: () => T): T => {
      if (!memory.has(key)) memory.set(key, make());
      return memory.get(key) as T;
    },
  };
}

/** Counts items by key, in the order in which keys first appear; items without a key are left out. */
export function countBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K | null): Map<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function districtLines(library: Library, facts: readonly Fact[]): DistrictLine[] {
  const figures = countBy(facts, ({ district }) => district);
  const counts = countBy(library.reports.values(), ({ district }) => district);
  const labels = districtLabels([...counts.keys()]);
  return [...counts].map(([name, reports]) => ({
    name,
    short: labels.get(name) ?? name,
    province: namePartsOf(name).province,
    city: namePartsOf(name).city,
    reports,
    facts: figures.get(name) ?? 0,
  }));
}

/** Opens a report; null where there is none of this id. */
export function openReport(library: Library, id: string): OpenReport | null {
  const meta = library.reports.get(id as ReportId);
  if (meta === undefined) return null;
  const text = library.textOf(meta.id);
  const { from, to } = library.passagesOf(meta.id);
  const passages = Array.from({ length: to - from }, (_, index) => library.passage(from + index));
  const sentences = passages.flatMap((passage) =>
    passage.sentences.map(({ start, end, role, read }): ReadSentence => {
      return { start, end, role, ...(read === text.slice(start, end) ? {} : { read }) };
    }),
  );
  return { hasPages: library.pagesOf(meta.id) !== null, meta, text, outline: outlineOf(passages), sentences };
}

/** The headings above the passages, each where it stands in the text. */
function outlineOf(passages: readonly Passage[]): Heading[] {
  const outline: Heading[] = [];
  let before: readonly string[] = [];
  passages.forEach(({ heading }, index) => {
    const shared = heading.findIndex((title, level) => before[level] !== title);
    const added = shared < 0 ? [] : heading.slice(shared);
    for (const [deeper, title] of added.entries()) {
      const start = placeOf(title, passages.slice(Math.max(0, index - 1), index + 1), outline.at(-1)?.start ?? -1);
      outline.push({ title, level: shared + deeper + 1, start });
    }
    before = heading;
  });
  return outline;
}

/** Returns the offset of a heading: of its own line, or of the sentence it runs into (which may belong to the passage before); else of its passage. */
function placeOf(title: string, passages: readonly Passage[], after: number): number {
  const sentences = passages.flatMap((passage) => passage.sentences).filter(({ start }) => start > after);
  const holding = sentences.filter(({ read }) => read.includes(title));
  const line = holding.find(({ role }) => role === 'heading') ?? holding.at(-1);
  return line?.start ?? Math.max(after, passages.at(-1)?.start ?? 0);
}
