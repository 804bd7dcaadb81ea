// What the product knows of districts and figures, as ingest uses it.
import { inferDistrict } from '../lexicon/places/districts.ts';
import { extractFacts } from './facts/facts.ts';
import type { Knowledge } from './prepare.ts';

/** The product's own knowledge. */
export const KNOWLEDGE: Knowledge = {
  findDistrict: inferDistrict,
  extractFacts,
};
