// The table of all county-level divisions of China in three frames: a question about an indexed one (by its full and by its short
// name) and about one that is not, the dateline of a report, the row of a table. So many of each must be told right.
import { describe, expect, test } from 'vitest';
import { districtFinder, foreignDistrictIn, inferDistrict } from '../../src/lexicon/places/districts.ts';
import { type Division, divisions } from '../../src/lexicon/places/divisions.ts';

const MIN_SHARE = 0.99;
/** Districts indexed together. */
const BATCH = 20;

const { all, byName, byFullName } = divisions();
const COUNTIES = all.filter(({ level, former }) => level === 'county' && !former);
const isShared = ({ name }: Division): boolean => (byName.get(name) ?? []).filter(({ former }) => !former).length > 1;

/** Divisions in batches in which no short name stands twice. */
function batches(): Division[][] {
  const made: Division[][] = [];
  for (const division of COUNTIES) {
    const open = made.find(
      (batch) => batch.length < BATCH && batch.every((other) => other.shortName !== division.shortName),
    );
    if (open) open.push(division);
    else made.push([division]);
  }
  return made;
}

/** The share that holds, with the names that do not, for the message. */
function expectMost(holds: readonly (readonly [string, boolean])[]): void {
  const wrong = holds.filter(([, isRight]) => !isRight).map(([name]) => name);
  expect(1 - wrong.length / holds.length, wrong.join(' ')).toBeGreaterThanOrEqual(MIN_SHARE);
}

const BATCHES = batches();
const FINDERS = BATCHES.map((batch) => districtFinder(batch.map(({ fullName }) => fullName)));
const findNone = districtFinder([]);

/** What a question about each division names, by the finder of its batch. */
function asked(
  frame: (division: Division) => string,
  isRight: (names: readonly string[], division: Division) => boolean,
) {
  return BATCHES.flatMap((batch, index) =>
    batch.map((division): [string, boolean] => {
      const names = FINDERS[index]?.(frame(division)).map(({ fullName }) => fullName) ?? [];
      return [division.name, isRight(names, division)];
    }),
  );
}

const isOnlyThat = (names: readonly string[], { fullName }: Division): boolean => names.join() === fullName;

describe('a question', () => {
  test('names an indexed district by its full name', { timeout: 60_000 }, () => {
    expectMost(asked(({ name }) => `${name}2023年新增就业多少人？`, isOnlyThat));
  });

  test('names an indexed district by its short name, be it an ordinary word', { timeout: 60_000 }, () => {
    expectMost(asked(({ shortName }) => `${shortName}有多少家企业？`, isOnlyThat));
  });

  test('names a district that is not indexed', () => {
    const isTold = (division: Division): boolean => {
      const [found, ...more] = findNone(`${division.name}2023年新增就业多少人？`);
      return more.length === 0 && found?.fullName === (isShared(division) ? division.name : division.fullName);
    };
    expectMost(COUNTIES.map((division) => [division.name, isTold(division)]));
  });
});

test('the row of a table is of the district that heads it', () => {
  const districtOf = (division: Division): string | null =>
    foreignDistrictIn(`${division.name}：一般公共预算收入88500万元，小学在校生31600人。`, null);
  expectMost(
    COUNTIES.map((division) => [
      division.name,
      districtOf(division) === (isShared(division) ? null : division.fullName),
    ]),
  );
});

test('a report is of the district in its dateline', () => {
  const isTold = (division: Division): boolean => {
    const city = byFullName.get(division.parent)?.name ?? division.parent;
    const text = `——2024年1月20日在${city}${division.name}第十八届人民代表大会第三次会议上\n我代表${division.name}人民政府报告工作。全年生产总值增长6.1%。`;
    return inferDistrict({ title: '政府工作报告', text })?.district === division.fullName;
  };
  expectMost(COUNTIES.map((division) => [division.name, isTold(division)]));
});
