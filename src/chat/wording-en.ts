// Our own words in English.
import { MAX_QUESTION_CHARACTERS } from './input.ts';
import type { Wording } from './wording.ts';

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** English wording. */
export const english: Wording = {
  commands: [
    { command: 'ask', description: 'Ask: write your question after /ask' },
    { command: 'districts', description: 'The districts I hold reports on' },
    { command: 'sources', description: 'The reports I hold' },
    { command: 'source', description: 'Exact words behind the last answer: /source 1' },
    { command: 'start', description: 'Start afresh, forgetting earlier questions' },
    { command: 'help', description: 'How to use this' },
  ],
  bad: {
    empty: 'There was no question. Write one sentence, for example what a figure was in a district in a year.',
    unreadable:
      'This message holds control characters only, nothing that can be read. Please write your question again.',
    'no-words': 'This message holds only emoji or symbols. Please write your question in words.',
    'too-long': `The question is too long. Please keep it under ${MAX_QUESTION_CHARACTERS} characters and ask one thing at a time.`,
  },
  about:
    'Quzhi answers questions about how districts develop, from the reports it was given. Every answer names its sources, whose exact words you can open; where the reports are silent, it says so.',
  nothingIndexed: 'No reports are indexed yet. A maintainer puts reports into corpus/ and runs: npm run ingest',
  tryAsking: 'You can ask:',
  examples: [
    (district) => `What are the main practices of ${district}?`,
    (district) => `What results did ${district} achieve?`,
    (district) => `How does ${district} develop its industry?`,
  ],
  titleExample: (title) => `What is “${title}” about?`,
  holds: (reports, districts) => `I hold ${plural(reports, 'report')} on ${plural(districts, 'district')}.`,
  districtLine: (district, reports) => `${district} (${plural(reports, 'report')})`,
  withoutDistrict: 'no district given',
  andMore: (count) => `… and ${count} more`,
  askUsage: 'Write your question after /ask, for example:',
  unknownCommand: (name) => `There is no command /${name}. The commands are:`,
  understoodAs: (subject) => `Understood as: ${subject}`,
  nearest: 'The nearest I hold:',
  sourceButton: (n) => `Source ${n}`,
  readAs: (reading) => `Read as: ${reading}`,
  changedSince: 'This report has changed since; these are the words that the answer quoted.',
  noSuchSource: (n) => `The last answer has no source number ${n}.`,
  noAnswerYet: 'There is no answer yet whose words could be opened. Please ask first.',
  gone: 'I no longer have that answer. Please ask again.',
  notMember: (user) =>
    `This bot answers invited members only. Your id is ${user}: give it to the owner, who can add you.`,
  wordsOnly: 'I can read text only. Please write your question.',
  failed: (id) =>
    `Sorry, this question could not be handled (id ${id}). Please ask again later; if it fails again, tell the owner the id.`,
  quotes: ['“', '”'],
};
