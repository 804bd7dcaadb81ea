import { describe, expect, test } from 'vitest';
import { MAX_QUESTION_CHARACTERS, readInput, readQuestion } from '../../src/chat/input.ts';

describe('reading a message', () => {
  test('a plain text is a question, freed of what cannot be seen', () => {
    expect(readInput('  柳溪\u200b区\u0007有几处\u202e公园？\r\n')).toEqual({
      kind: 'question',
      text: '柳溪区有几处公园？',
    });
  });

  test.each([
    ['', 'empty'],
    ['  \n\t ', 'empty'],
    ['\u0000\u0001\u001b', 'unreadable'],
    ['\u200b\u200f\ufeff', 'unreadable'],
    ['\ud800', 'unreadable'],
    ['🙂🎉👨‍👩‍👧', 'no-words'],
    ['？？！', 'no-words'],
    ['问'.repeat(10_000), 'too-long'],
  ])('%j is bad input: %s', (text, fault) => {
    expect(readInput(text)).toEqual({ kind: 'bad', fault });
  });

  test('the longest question allowed is read, one character more is not', () => {
    expect(readInput('问'.repeat(MAX_QUESTION_CHARACTERS)).kind).toBe('question');
    expect(readInput('问'.repeat(MAX_QUESTION_CHARACTERS + 1)).kind).toBe('bad');
  });

  test.each([
    ['/help', 'help', ''],
    ['/Ask@QuzhiBot 有几处公园？', 'ask', '有几处公园？'],
    ['/ask\n第一行\n第二行', 'ask', '第一行\n第二行'],
    ['／districts', 'districts', ''],
    ['/source 2', 'source', '2'],
    ['/constructor', 'constructor', ''],
  ])('%j is a command', (text, name, argument) => {
    expect(readInput(text)).toEqual({ kind: 'command', name, argument });
  });

  test.each([
    ['考考我', ''],
    ['考考我吧！', ''],
    ['考考我柳溪区', '柳溪区'],
    ['出题', ''],
    ['练习', ''],
    ['练习 柳溪区 营商环境', '柳溪区 营商环境'],
    ['测验我', ''],
    ['quiz me', ''],
    ['Quiz me on 柳溪区', '柳溪区'],
    ['来5道柳溪区的题', '5道 柳溪区的题'],
    ['再来三道题', '三道 题'],
    ['请给我出 10 题', '10 题'],
  ])('%j asks for practice on %j', (text, argument) => {
    expect(readInput(text)).toEqual({ kind: 'command', name: 'quiz', argument });
  });

  test.each([
    '练习题有多少',
    '出题人是谁',
    '练习册发放情况',
    '来了5家企业',
    '做了5道菜',
    '考我省的高校',
    '考我什么',
    'quizzes held',
  ])('%j does not ask for practice', (text) => expect(readInput(text).kind).toBe('question'));

  test('a slash inside or before Chinese does not make a command', () => {
    expect(readInput('/公园有几处').kind).toBe('question');
    expect(readInput('公园/广场有几处').kind).toBe('question');
  });

  test.each([
    ['原文 1', 1],
    ['原文', 1],
    ['来源？', 1],
    ['原文2', 2],
    ['出处［３］', 3],
    ['Source 12', 12],
  ])('%j asks for a source', (text, n) => {
    expect(readInput(text)).toEqual({ kind: 'source', n });
  });

  test('a question that only begins with the word for source stays a question', () => {
    expect(readInput('原文 1 是谁写的？').kind).toBe('question');
  });

  test('what follows a command is judged as a question', () => {
    expect(readQuestion(' 🙂 ')).toEqual({ kind: 'bad', fault: 'no-words' });
    expect(readQuestion('')).toEqual({ kind: 'bad', fault: 'empty' });
    expect(readQuestion('2016')).toEqual({ kind: 'question', text: '2016' });
  });
});
