import { expect, test } from 'vitest';
import { finderFor, namingSentences, wrongDistricts } from '../../../src/answer/verify/districts.ts';
import { CHENGJIANG, citationOf, evidence, library, WANGXI } from '../generate/fixtures.ts';

const project = citationOf(library, 0, 1);
const budget = { ...citationOf(library, 0, 2), n: 2 };
const other = { ...citationOf(library, 1, 1), n: 3 };
const find = finderFor(evidence, [CHENGJIANG, WANGXI]);

test('a district that a cited sentence names may be named, with and without its suffix', () => {
  expect(wrongDistricts('澄江区引进47个', [project], find)).toEqual([]);
  expect(wrongDistricts('澄江引进47个', [project], find)).toEqual([]);
});

test('a district that none names may not, whether indexed or not', () => {
  expect(wrongDistricts('望溪引进47个', [project], find)).toContain('望溪');
  expect(wrongDistricts('深圳引进47个', [project], find)).toContain('深圳');
  expect(wrongDistricts('澄江区增长6.4%', [budget], find)).toContain('澄江区');
});

test('a figure may only be given to the district whose report or sentence states it', () => {
  expect(wrongDistricts('澄江区增长6.4%，望溪区引进12个', [project, budget, other], find)).toEqual([]);
  expect(wrongDistricts('望溪区增长6.4%', [project, budget, other], find)).not.toEqual([]);
});

test('the sentence that names the district of a cited report is found, and no other report is asked', () => {
  const bench = { evidence, find };
  expect(namingSentences('澄江区增长6.4%', [budget], bench)).toEqual([evidence[0]]);
  expect(namingSentences('澄江区引进47个', [project], bench)).toEqual([]);
  expect(namingSentences('望溪区增长6.4%', [budget], { ...bench, evidence: [...evidence, other] })).toEqual([]);
});

test('a district that one of several cited sentences names needs no other', () => {
  expect(namingSentences('澄江区引进47个', [project, budget], { evidence, find })).toEqual([]);
  expect(wrongDistricts('澄江区引进47个', [budget, project], find)).toEqual([]);
});

test('districts that the evidence is about are found beside the indexed ones', () => {
  expect(finderFor(evidence, [])('澄江区增长').map(({ surface }) => surface)).toEqual(['澄江区']);
});
