// What the conversation says in practice and exams: the shape that every language fills.
import type { GroupLine } from '../../../quiz/learning/group.ts';
import type { DisputeVerdict, Notice } from '../../../quiz/learning/learning-records.ts';

/** How far a set is. */
export interface Tally {
  readonly right: number;
  readonly answered: number;
  readonly all: number;
}

/** A line of progress, in numbers. */
export interface ProgressNumbers {
  readonly name: string;
  readonly seen: number;
  readonly items: number;
  readonly right: number;
  readonly answers: number;
  readonly due: number;
  readonly mastered: number;
}

/** What is said while items are put and answered. */
export interface DrillWording {
  readonly quizUsage: (most: number) => string;
  readonly knownDistricts: (districts: readonly string[]) => string;
  readonly noItems: string;
  readonly nothingFits: (words: readonly string[]) => string;
  readonly nothingDue: (next: string | null) => string;
  readonly noMistakes: string;
  readonly place: (n: number, all: number) => string;
  readonly right: string;
  readonly wrong: string;
  readonly partly: (found: number, all: number) => string;
  readonly rightAnswer: (answer: string) => string;
  readonly point: (text: string, isFound: boolean) => string;
  readonly wordsButton: string;
  readonly disputeButton: string;
  readonly answeredAlready: (isRight: boolean) => string;
  readonly tooLate: string;
  readonly cannotRead: Readonly<Record<'one' | 'several' | 'order' | 'typed', string>>;
  readonly skipped: string;
  readonly nothingToSkip: string;
  readonly ended: string;
  readonly summary: (tally: Tally) => string;
  readonly wrongOne: (question: string, answer: string) => string;
  readonly notAnswered: string;
  readonly disputeNoted: string;
  /** As above, and asks what is wrong. */
  readonly disputeNotedWhy: string;
  readonly disputeReasons: Readonly<Record<'answer' | 'question' | 'source', string>>;
  readonly disputeRaised: (question: string) => string;
  readonly nothingToDispute: string;
  /** `left`: how many more wait. */
  readonly notices: (notices: readonly Notice[], left: number) => string;
}

/** What is said of progress and habits. */
export interface HabitWording {
  readonly noProgress: string;
  readonly progressAll: (numbers: Omit<ProgressNumbers, 'name'>) => string;
  readonly progressLine: (numbers: ProgressNumbers) => string;
  readonly groupNothing: string;
  readonly groupAll: (numbers: Omit<GroupLine, 'name'>) => string;
  readonly groupLine: (line: GroupLine) => string;
  readonly groupHardest: string;
  readonly groupHard: (item: {
    readonly question: string;
    readonly learners: number;
    readonly share: number;
  }) => string;
  readonly byDistrict: string;
  readonly byTopic: string;
  readonly noDistrict: string;
  readonly streak: (days: number) => string;
  readonly remindUsage: (now: string | null) => string;
  readonly remindSet: (time: string, zone: string) => string;
  readonly remindOff: string;
  readonly noSuchZone: (zone: string) => string;
  readonly pauseUsage: (most: number) => string;
  readonly paused: (until: string) => string;
  readonly resumed: string;
}

/** What is said of exams and to those who mind the items. */
export interface ExamWording {
  readonly examUsage: (most: { readonly items: number; readonly minutes: number; readonly hours: number }) => string;
  readonly examJoinUsage: string;
  readonly examMade: (exam: {
    readonly code: string;
    readonly items: number;
    readonly minutes: number;
    readonly endsAt: string;
    readonly about: string;
    readonly seed: number;
  }) => string;
  readonly tooFewItems: (count: number) => string;
  readonly examEndButton: string;
  readonly examEnded: (code: string) => string;
  readonly noSuchExam: (code: string) => string;
  readonly examOver: string;
  readonly examBegun: (items: number, minutes: number) => string;
  readonly examUnderWay: string;
  /** Questions wait until the paper is handed in. */
  readonly heldBack: string;
  readonly recorded: string;
  /** An answer to a paper that is handed in. */
  readonly paperClosed: string;
  /** `endsAt`: when results come; null: the exam has ended. */
  readonly paperDone: (answered: number, all: number, endsAt: string | null) => string;
  readonly resultsUsage: (codes: readonly string[]) => string;
  readonly resultsLater: (endsAt: string) => string;
  readonly noPaper: string;
  readonly resultsOf: (exam: { readonly code: string; readonly about: string; readonly papers: number }) => string;
  readonly noPapers: string;
  readonly stillOpen: (endsAt: string) => string;
  readonly resultLine: (place: number, who: string, tally: Tally) => string;
  readonly resultColumns: (zone: string) => readonly string[];
  readonly ownResult: (code: string, tally: Tally) => string;
  readonly noDisputes: string;
  readonly disputeLine: (dispute: {
    readonly n: number;
    readonly question: string;
    /** With their letters; none where the answer is written. */
    readonly options: readonly string[];
    readonly reasons: readonly string[];
    readonly answer: string;
    readonly source: string;
    readonly reports: number;
    readonly statistics: string | null;
  }) => string;
  readonly statistics: (numbers: {
    readonly learners: number;
    readonly right: number;
    readonly discrimination: number | null;
  }) => string;
  readonly disputeVerdicts: Readonly<Record<DisputeVerdict, string>>;
  readonly disputesUsage: string;
  readonly disputeDecided: (verdict: DisputeVerdict) => string;
}

/** Everything said in practice. */
export interface PracticeWording extends DrillWording, HabitWording, ExamWording {}
