// What a question is understood to ask. Data only.
import type { QuantityKind } from '../text/units.ts';
import type { FormerName, Language, ReportId } from '../types.ts';

/** The shape that an answer must have. */
export type Shape = 'figure' | 'person' | 'name' | 'date' | 'list' | 'definition' | 'how' | 'open';

/** Number of districts that the answer covers. */
export type Scope = 'one' | 'compare' | 'which' | 'each';

/**
 * What a reading takes over from before: nothing; all but the district or period that it names (那乙区呢); what was asked about
 * (总投资呢); the district and period alone (那里的森林覆盖率); the whole question, for more of its answer (还有呢).
 */
export type Carried = 'nothing' | 'question' | 'topic' | 'place' | 'more';

/** One thing that a question asks for; a question may ask for several (`几年建成？花了多少钱？`). */
export interface Ask {
  readonly shape: Shape;
  /** The stretch of the folded question that asks for it. */
  readonly text: string;
  /** Kinds of figure that would answer it; empty: any. */
  readonly kinds: readonly QuantityKind[];
  /** Unit that the question itself uses (`家` in 多少家企业); null: none. */
  readonly unit: string | null;
  /** What is counted (`企业` in 多少家企业); empty: not said. */
  readonly noun: string;
  /** How many things are asked for (`五` in 五大中心是哪五个); null: not said. */
  readonly itemCount: number | null;
  /** True if it asks for just so many things (哪四个), rather than naming something that has so many parts (五大中心). */
  readonly isCountAsked: boolean;
  /** The post whose holder is asked for (`局长`); null: none named. */
  readonly post: string | null;
}

/** A content word of a question. */
export interface Term {
  /** Folded. */
  readonly word: string;
  /** How much it says, > 0: inverse document frequency in general language; lower where carried over from an earlier question. */
  readonly weight: number;
  /** Other words for the same, folded. */
  readonly synonyms: readonly string[];
  /** Words by which reports speak of the topic that the term names, folded; empty where it names none. */
  readonly related: readonly string[];
  /** The words that a longer term is made of (老旧, 小区, 改造); empty for a plain word. */
  readonly parts: readonly string[];
  /** True if it was carried over from an earlier question of the chat. */
  readonly carried: boolean;
}

/** A real district that no report is labelled with. */
export interface ForeignDistrict {
  readonly fullName: string;
  /** As the question writes it, folded, without 省, 市, 区 …: what a text that speaks of it must hold. */
  readonly name: string;
  /** True if it is surely meant as a place: a word that opens the question may also begin another name (滨海绿道). */
  readonly isCertain: boolean;
}

/** A question, understood. */
export interface Understanding {
  /** The question as understood: follow-up resolved, slips mended, in the asker's words otherwise. */
  readonly question: string;
  /** Folded Chinese text that retrieval and choice work on; of an English question, its Chinese terms. */
  readonly matching: string;
  /** The language that the question is in. */
  readonly language: Language;
  /** The language that our wording is to be in. */
  readonly answerLanguage: Language;
  readonly scope: Scope;
  /** Full names of the indexed districts it names; of a comparison, of all districts it names. */
  readonly districts: readonly string[];
  /** Full names of all districts that it names, whether a report is labelled with them or not. */
  readonly namedDistricts: readonly string[];
  /** Former names by which it calls its districts. */
  readonly formerNames: readonly FormerName[];
  /** Real districts that it names and that no report is labelled with; an unlabelled report may still speak of them. */
  readonly foreignDistricts: readonly ForeignDistrict[];
  /** Stretches of the question that were taken for districts (folded): where nothing is found there, they may be other words. */
  readonly placeNames: readonly string[];
  /** Names, as texts write them, of the districts, cities and provinces that it names and that reports are indexed on. */
  readonly textNames: readonly string[];
  /** Cities and provinces that it names with their suffix and that indexed districts lie in, folded: 焦作市; a district is a part of one. */
  readonly regions: readonly string[];
  /** True if no district is named in full: each may be another word, or the beginning of one (龙烟铁路). */
  readonly isWeaklyPlaced: boolean;
  /** Unlabelled reports that speak of the places it names: they alone are asked; empty: none named, or none found. */
  readonly places: readonly ReportId[];
  /** Canonical periods that it names. */
  readonly periods: readonly string[];
  readonly asks: readonly [Ask, ...Ask[]];
  readonly terms: readonly Term[];
  /** Its own content, folded: words that only ask, districts and periods blanked out. */
  readonly content: string;
  /** Phrases in quotation marks, folded. */
  readonly quoted: readonly string[];
  /** Parts of the question that belong to one of its districts alone (`首席服务官` in 山阳的首席服务官跟三门峡的…), folded. */
  readonly ownTerms: ReadonlyMap<string, string>;
  /** What was taken over from earlier questions. */
  readonly carries: Carried;
}
