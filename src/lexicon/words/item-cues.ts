// What clauses and sentences of reports say, as those need it who make and check quiz items. Data: data/item-cues.tsv, which describes each kind.
import { anyPattern, readPatterns } from './data-files.ts';

const ROWS = readPatterns('item-cues.tsv');

/** Somebody asks for it: 会议指出，要…. */
export const URGED = anyPattern(ROWS, 'urged');
/** It is still to come: 下一步…, 还将建设…. */
export const PLANNED = anyPattern(ROWS, 'planned');
/** A person speaks of himself. */
export const SPOKEN = anyPattern(ROWS, 'spoken');
/** The words before a verb name somebody who is not the district. */
export const ANOTHER_ACTOR = anyPattern(ROWS, 'another-actor');
/** What a measure is to solve: 针对…的问题. */
export const PROBLEM = anyPattern(ROWS, 'problem');
/** What a measure is for: 为加快…. */
export const AIM = anyPattern(ROWS, 'aim');
/** What came of a measure: 惠及2.4万户. */
export const RESULT = anyPattern(ROWS, 'result');
/** What a measure is good for, in general: 促进居民增收. */
export const EFFECT = anyPattern(ROWS, 'effect');
/** It goes on to say what a practice is: 组织干部上门服务. */
export const ELABORATING = anyPattern(ROWS, 'elaborating');
/** It could be said of every district's work. */
export const VAGUE = anyPattern(ROWS, 'vague');
/** What every district says of itself. */
export const GENERAL = anyPattern(ROWS, 'general');
/** Words that need others which were cut off. */
export const TORN = anyPattern(ROWS, 'torn');
/** A watchword rather than a practice. */
export const SLOGAN = anyPattern(ROWS, 'slogan');
/** What a page or a newspaper puts around its text. */
export const PAGE = anyPattern(ROWS, 'page');
/** An entry of a list of terms, with groups `term` and `meaning`. */
export const GLOSSARY = anyPattern(ROWS, 'glossary');
/** What happened on one day, or under one disaster: nothing to know by heart. */
export const EVENT = anyPattern(ROWS, 'event');
/** A figure of the official statistics, which is of the whole district where it names nobody. */
export const STATISTIC = anyPattern(ROWS, 'statistic');
/** Things so small that nobody needs to know how many there are. */
export const PETTY = anyPattern(ROWS, 'petty');
/** A disaster, under which a figure counts something else than in a year's work. */
export const DISASTER = anyPattern(ROWS, 'disaster');
/** A programme or a project is what a clause speaks of: its figures are not the whole district's. */
export const PROGRAMME = anyPattern(ROWS, 'programme');
