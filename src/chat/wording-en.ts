// Our own words in English.
import { MAX_QUESTION_CHARACTERS } from './input.ts';
import type { AskingWording, PageWording, PeopleWording, UpkeepWording, Wording } from './wording.ts';

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const asking: AskingWording = {
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
  ],
  figureExample: (district, figure) => `${district}${figure}是多少？`,
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
  changedSince:
    'This report is not among those I hold, or has changed since; these are the words that the answer quoted.',
  noSuchSource: (n) => `The last answer has no source number ${n}.`,
  noAnswerYet: 'There is no answer yet whose words could be opened. Please ask first.',
  gone: 'I no longer have that answer. Please ask again.',
  wordsOnly: 'I can read text and files only. Please write your question.',
  failed: (id) =>
    `Sorry, this question could not be handled (id ${id}). Please ask again later; if it fails again, tell the owner the id.`,
  retry: 'Try again',
  quotes: ['“', '”'],
  changeDistrict: 'Other district',
  changePeriod: 'Other year',
  whichDistrict: 'Which district?',
  whichYear: 'Which year?',
  stopped: 'Stopped; this question was not answered.',
  nothingToStop: 'I am not working on a question of yours.',
  working: 'Still looking … /stop ends it.',
  fromFile: (title) => `Answered from your file “${title}”; /start returns to the reports I hold`,
  askAboutFile: (title, minutes) =>
    `I have read “${title}” without adding it. For ${minutes} minutes your questions are answered from it; /start returns to the reports I hold.`,
  wrongFormat: (endings) => `I cannot read this kind of file. I can read: ${endings.join(' ')}`,
  tooLarge: (megabytes) => `The file is too large; please keep it under ${megabytes} MB.`,
};

const pages: PageWording = {
  topics: [
    { label: 'Practices', question: (district) => `${district}有哪些主要做法？` },
    { label: 'Results', question: (district) => `${district}取得了哪些成效？` },
    { label: 'Mechanisms', question: (district) => `${district}建立了哪些机制？` },
  ],
  whatOf: (district) => `${district}: what would you like to know?`,
  briefButton: 'One-page brief',
  briefOf: (district) => `${district} in brief`,
  figures: 'Figures',
  figure: (name, value, period) => `${name}：${value}${period === null ? '' : ` (${period})`}`,
  notFound: 'not found',
  pageEmpty: (title) => `${title}: the reports I hold say nothing of it.`,
  compareUsage: 'Name two districts, and a topic if you like: /compare A B employment. The districts I hold:',
  comparisonOf: (districts, topic) => `${districts.join(' and ')} compared${topic === '' ? '' : `: ${topic}`}`,
  topicUsage: 'Name a topic after /topic, for example: /topic 就业',
  topicOf: (topic) => `All districts: ${topic}`,
  topicQuestion: (district, topic) => `${district}${topic}是怎么做的？`,
};

const people: PeopleWording = {
  roles: {
    owner: 'owner',
    maintainer: 'maintainer',
    official: 'official',
    trainee: 'trainee',
    guest: 'guest',
    stranger: 'no member',
  },
  notMember: (user) =>
    `This bot answers invited members only. Your id is ${user}: give it to the owner, who can add you.`,
  roleForbids: 'Your role does not allow this command.',
  ownersOnly: 'Only an owner can do this.',
  privateOnly: 'This command works in a private chat only.',
  groupOnly: 'This command works in a group only.',
  groupUnapproved: 'This group is not approved yet. A maintainer can send /approve here.',
  groupApproved: 'This group is approved: members can ask here.',
  groupWithdrawn: 'This group is no longer approved.',
  tooMuch: (seconds) => `That was too fast. Please ask again in ${plural(seconds, 'second')}.`,
  inviteUsage: (mostDays, mostUses) =>
    `Write: /invite ROLE DAYS PEOPLE. The role is official, trainee or maintainer, at most ${mostDays} days and ${mostUses} people. For example: /invite trainee 7 30`,
  invited: ({ role, days, uses }) =>
    `An invitation (${role}, valid for ${plural(days, 'day')}, for ${uses === 1 ? '1 person' : `${uses} people`}):`,
  inviteFailed: {
    unknown: 'This invitation is not valid. Please ask for a new link.',
    expired: 'This invitation has expired. Please ask for a new link.',
    'used-up': 'This invitation is used up. Please ask for a new link.',
  },
  joined: (role) => `Welcome, you are in as ${role}.`,
  memberJoined: (who, role) => `${who} joined by invitation (${role}).`,
  noMembers: 'There are no members yet. /invite makes a link.',
  memberCount: (count) => `${plural(count, 'member')}:`,
  unreachable: 'blocked the bot',
  revokeUsage: 'Write: /revoke ID (see /members), or /revoke links to make all open invitations void.',
  revoked: (user) => `Member ${user} is removed, as of now.`,
  noSuchMember: (user) => `There is no member ${user}.`,
  linksCancelled: (count) => `${plural(count, 'invitation')} made void.`,
  privacy:
    'What is kept: your questions and their answers (for follow-ups and to open sources), your judgements, your language, your id and name. Questions and answers older than the retention time are deleted. Maintainers see refused questions and judgements, not who made them. The audit log knows you under a pseudonym and holds no question.\n/export_me gives you everything, /forget_me deletes it.',
  exported: 'This is everything that is held of you.',
  forgetSure:
    'This deletes your questions, answers, judgements and settings for good; the sources of old answers can no longer be opened. Are you sure?',
  forgetYes: 'Yes, delete',
  forgotten: (count) => `${plural(count, 'record')} deleted.`,
  whichLanguage: 'Which language?',
  automatic: 'Automatic',
  languageSet: 'Done.',
};

const upkeep: UpkeepWording = {
  verdicts: { good: 'useful', figure: 'figure wrong', source: 'source wrong', missed: 'not answered' },
  whatIsWrong: 'What is wrong?',
  thanks: 'Noted, thank you.',
  judgedBadly: (verdict, question) => `An answer was judged “${verdict}”: ${question}`,
  noFeedback: 'No judgements yet.',
  gapReasons: {
    empty: 'empty',
    'too-long': 'too long',
    greeting: 'greeting',
    'no-evidence': 'no evidence',
    'unknown-district': 'district not held',
    'period-not-covered': 'period not covered',
    'attribute-not-covered': 'content not covered',
    'off-topic': 'off topic',
    instruction: 'instruction',
  },
  noGaps: 'No question was refused.',
  notHere: 'This command cannot be used here.',
  cannot: (remedy) => `That could not be done: ${remedy}`,
  ingestFailed: (remedy) => `Indexing failed: ${remedy}`,
  houseStatus: (members, entries, brokenAt) =>
    `${plural(members, 'member')} · audit log ${entries} entries, ${brokenAt === null ? 'intact' : `altered from entry ${brokenAt}`}`,
  reindexed: 'The index is up to date.',
  removeUsage: 'Write: /remove ID (see /reports).',
  removeSure: (label) => `This removes: ${label}. Are you sure?`,
  removeYes: 'Yes, remove',
  removed: 'Removed; the index is up to date.',
  staged: (name) => `Received ${name}; it is not added yet. How it came in:`,
  stageYes: 'Add it',
  stageAsk: 'Only ask about it',
  stageNo: 'Discard',
  accepted: 'Added; the index is up to date.',
  discarded: 'Discarded; nothing was added.',
  requestFailed: (id) => `A request could not be handled (id ${id}); the log says why.`,
  alert: (text) => `Alert: ${text}`,
};

/** English wording. */
export const english: Wording = {
  commands: {
    ask: 'Ask: write your question after /ask',
    brief: 'A district on one page: /brief DISTRICT',
    compare: 'Districts side by side: /compare A B TOPIC',
    topic: 'One topic across districts: /topic NAME',
    districts: 'The districts I hold reports on',
    sources: 'The reports I hold',
    source: 'Exact words behind the last answer: /source 1',
    start: 'Start afresh, forgetting earlier questions',
    stop: 'Stop working on my question',
    language: 'Language of the interface',
    privacy: 'What is kept of me',
    export_me: 'Everything held of me, as a file',
    forget_me: 'Delete what is held of me',
    invite: 'Invite people: /invite ROLE DAYS PEOPLE',
    members: 'Who is in',
    revoke: 'Remove a member: /revoke ID',
    approve: 'Allow this group',
    withdraw: 'No longer allow this group',
    status: 'How the bot is doing',
    reindex: 'Build the index anew',
    reports: 'The indexed reports and their ids',
    remove: 'Remove a report: /remove ID',
    gaps: 'Questions that were refused',
    feedback: 'What readers think',
    help: 'How to use this',
  },
  ...asking,
  ...pages,
  ...people,
  ...upkeep,
};
