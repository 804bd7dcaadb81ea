import { expect, test } from 'vitest';
import { wholeSaid } from '../../../src/quiz/grade/whole-answer.ts';

const POINTS = ['把船民的证件交给水上驿站代办', '船到码头时当面取回'];
const QUESTION = '柳溪区“水上代办”是什么做法？';

test('a definition in one’s own words and order is said', () => {
  expect(wholeSaid('船民把证件交驿站代办，到了码头当面取', POINTS, QUESTION)).toMatchObject({ isDoubtful: false });
});

test('half of it is left to its learner, a word of it is nothing', () => {
  expect(wholeSaid('水上驿站给船民代办证件', POINTS, QUESTION)?.isDoubtful ?? true).toBe(true);
  expect(wholeSaid('代办', POINTS, QUESTION)).toBeNull();
  expect(wholeSaid('为船民服务的好做法', POINTS, QUESTION)).toBeNull();
});

test('denials, other numbers and lists are not measured so', () => {
  expect(wholeSaid('不把船民的证件交给水上驿站代办，船到码头时不当面取回', POINTS, QUESTION)).toBeNull();
  expect(wholeSaid('把船民的3种证件交给水上驿站代办，船到码头时当面取回', POINTS, QUESTION)).toBeNull();
  expect(wholeSaid('船民把证件交驿站代办，到了码头当面取', POINTS, '有哪两项做法？')).toBeNull();
});
