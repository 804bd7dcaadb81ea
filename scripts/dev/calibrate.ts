// npm run calibrate: learns when to refuse. Answerable questions beside questions that the reports can not answer: those of
// the set, the same questions about another district or another year, and questions whose own paragraph is taken away.
import { writeFileSync } from 'node:fs';
import { choose } from '../../src/answer/choice.ts';
import { isPlaced } from '../../src/answer/requirements.ts';
import type { AnswerContext, Tools } from '../../src/app/answer-context.ts';
import { print, runCommand, textOption } from '../../src/app/cli/command.ts';
import { lookUp } from '../../src/app/question-pipeline.ts';
import { openTools } from '../../src/app/tools.ts';
import { districtNames } from '../../src/lexicon/places/districts.ts';
import { SIGNAL_NAMES } from '../../src/read/confidence.ts';
import { pickReader } from '../../src/read/pick-reader.ts';
import type { Question, ReportId } from '../../src/types.ts';
import { type Example, fitLogistic, probability } from './support/logistic.ts';
import { namedSets, paragraphQuestions, type QuestionSet, SET_OPTIONS, SET_USAGE } from './support/question-sets.ts';

const FOLDS = 5;
const FALSE_REFUSALS = { named: 0.025, open: 0.05 } as const;
const tableOf = (reader: string): URL =>
  new URL(`../../src/read/data/${reader === 'neural' ? 'confidence-neural' : 'confidence'}.json`, import.meta.url);

/** A question is asked about so many other districts, and about attributes, where a collection has so few districts. */
const MAX_OTHERS = 3;
const MAX_DISTRICTS = 8;
/** Made-up questions count less than written ones. */
const ATTRIBUTE_WEIGHT = 0.3;
/** There are many questions on paragraphs: one counts less than one on reports, of which few name no district. */
const PARAGRAPH_WEIGHT = { alone: 0.2, among: 0.4 } as const;
const OPEN_WEIGHT = 2;
/** What no report answers is asked in few of the ways in which people will: each counts for several. */
const NEAR_MISS_WEIGHT = { otherDistrict: 2, otherYear: 4, removed: 8 } as const;
/** Paragraphs alone, with and without titles, are asked about this many times less often than among others. */
const SETTINGS = 4;

type ModelName = 'named' | 'open';

interface Labelled extends Example {
  readonly group: string;
  readonly model: ModelName;
}

/** Returns the signals from which the confidence in an answer is told; null if nothing was found or several districts are asked about. */
async function signals(
  context: AnswerContext,
  question: Question,
  tools: Tools & { readonly without?: ReportId | undefined },
): Promise<{ row: Float64Array; model: ModelName } | null> {
  const { understanding, found } = await lookUp(context, question, tools);
  if (understanding.scope === 'compare' || understanding.scope === 'each') return null;
  const choice = await choose(understanding, found[0], {
    library: context.library,
    preparer: context.preparer,
    ...tools,
  });
  return choice && { row: choice.signals, model: isPlaced(understanding) ? 'named' : 'open' };
}

/** Returns the same question about each other district. */
function aboutOthers(text: string, districts: readonly string[]): string[] {
  const named = districts.flatMap((district) =>
    districtNames(district)
      .names.filter((name) => text.includes(name))
      .map((name) => ({ district, name })),
  );
  const [longest] = named.sort((a, b) => b.name.length - a.name.length);
  if (!longest) return [];
  return districts
    .filter((district) => district !== longest.district)
    .slice(0, MAX_OTHERS)
    .map((other) => text.replaceAll(longest.name, districtNames(other).display));
}

/** Returns the same question about other years. */
function aboutOtherYears(text: string): string[] {
  const year = /(?:19|20)\d{2}(?=年)/.exec(text)?.[0];
  return year === undefined ? [] : [-7, 5].map((shift) => text.replaceAll(year, String(Number(year) + shift)));
}

async function fromReports({ context, examples }: QuestionSet, tools: Tools): Promise<Labelled[]> {
  const labelled: Labelled[] = [];
  const add = async (question: Question, label: Pick<Labelled, 'positive' | 'group' | 'weight'>): Promise<void> => {
    const found = await signals(context, question, tools);
    if (found)
      labelled.push({
        ...found,
        ...label,
        weight: label.weight * (label.positive && found.model === 'open' ? OPEN_WEIGHT : 1),
      });
  };
  for (const { question, answerable } of examples) {
    const group = answerable ? 'answerable' : 'unanswerable';
    await add(question, { positive: answerable, group, weight: answerable ? 1 : 2 });
    if (!answerable || question.history.length > 0) continue;
    // Of many districts each report stands for itself: there, near misses are written, not made.
    const others = context.districts.length <= MAX_DISTRICTS ? aboutOthers(question.text, context.districts) : [];
    const weight = NEAR_MISS_WEIGHT.otherDistrict / Math.max(1, others.length);
    for (const text of others) await add({ text, history: [] }, { positive: false, group: 'other district', weight });
    for (const text of aboutOtherYears(question.text))
      await add({ text, history: [] }, { positive: false, group: 'other year', weight: NEAR_MISS_WEIGHT.otherYear });
  }
  return labelled;
}

/** Attributes that officials ask about; where a district's reports do not name one, a question about it has no answer. */
const ATTRIBUTES =
  '出生人口 户籍人口 离婚登记 高考录取率 专利授权量 耕地面积 粮食产量 失业率 森林覆盖率 民办幼儿园 养老床位 公租房 外资企业 进出口总额 快递业务量 地铁里程 上市公司 财政支出 政府债务 人均可支配收入 城镇化率 垃圾分类覆盖率 图书馆藏书 犯罪率 空气优良天数 医生人数 机动车保有量 用电量 供热面积 文物保护单位 留守儿童 低保人数 退役军人 博士后工作站 光伏装机 生猪出栏 房价 最低工资 公务员人数 驻外机构'.split(
    ' ',
  );
const MAX_PER_DISTRICT = 12;

/** Questions about attributes that a district's reports do not name, and about indicators that they state figures of. */
async function fromAttributes({ context, name }: QuestionSet, tools: Tools): Promise<Labelled[]> {
  const labelled: Labelled[] = [];
  for (const district of context.districts.length <= MAX_DISTRICTS ? context.districts : []) {
    const own = [...context.library.reports.values()].filter((report) => report.district === district);
    const text = own.map(({ id }) => context.library.textOf(id)).join('\n');
    const absent = ATTRIBUTES.filter(
      (attribute) => !text.includes(attribute.slice(0, 2)) && !text.includes(attribute.slice(-2)),
    );
    const stated = [...new Set(context.library.facts(district).map(({ indicator }) => indicator))].filter(
      (indicator) => indicator.length >= 4 && indicator.length <= 12,
    );
    const place = districtNames(district).display;
    const ask = async (what: string, positive: boolean): Promise<void> => {
      const found = await signals(context, { text: `${place}${what}是多少？`, history: [] }, tools);
      if (found)
        labelled.push({
          ...found,
          positive,
          group: `${name}: ${positive ? 'stated indicator' : 'absent attribute'}`,
          weight: ATTRIBUTE_WEIGHT,
        });
    };
    for (const attribute of absent.slice(0, MAX_PER_DISTRICT)) await ask(attribute, false);
    for (const indicator of stated.slice(0, MAX_PER_DISTRICT)) await ask(indicator, true);
  }
  return labelled;
}

async function fromParagraphs(
  { context, examples, name }: QuestionSet,
  tools: Tools,
  weight: number,
): Promise<Labelled[]> {
  const labelled: Labelled[] = [];
  for (const { question, report } of examples) {
    for (const without of report === null ? [undefined] : [undefined, report]) {
      const found = await signals(context, question, { ...tools, without });
      const isThere = without === undefined;
      const label = isThere
        ? { positive: true, group: name, weight }
        : { positive: false, group: `${name}, removed`, weight: NEAR_MISS_WEIGHT.removed * weight };
      if (found) labelled.push({ ...found, ...label });
    }
  }
  return labelled;
}

/** Returns each example's probability under a model that has not seen its fold. */
function heldOut(examples: readonly Labelled[]): number[] {
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fitLogistic(
      examples.filter((_example, index) => Math.floor(index / 4) % FOLDS !== fold),
      SIGNAL_NAMES.length,
    ),
  );
  return examples.map(({ row }, index) => {
    const model = models[Math.floor(index / 4) % FOLDS];
    return model ? probability(row, model) : 0;
  });
}

/** Returns the highest threshold that refuses no more than the stated share of the answerable questions. */
function thresholdOf(examples: readonly Labelled[], confidences: readonly number[], share: number): number {
  const answerable = confidences
    .filter((_, index) => examples[index]?.positive && !examples[index]?.group.endsWith('stated indicator'))
    .sort((a, b) => a - b);
  return answerable[Math.floor(share * answerable.length)] ?? 0.5;
}

/** Fits one model on its examples and measures it cross-validated. */
function fitModel(all: readonly Labelled[], name: ModelName): object {
  // A paragraph that names a place by chance says nothing of questions about districts.
  const examples = all.filter(({ model, group }) => model === name && (name === 'open' || !/paragraph/.test(group)));
  const confidences = heldOut(examples);
  const threshold = thresholdOf(examples, confidences, FALSE_REFUSALS[name]);
  const crossValidated = [...new Set(examples.map(({ group }) => group))].map((group) => {
    const own = confidences.filter((_, at) => examples[at]?.group === group);
    return {
      group,
      questions: own.length,
      refused: `${((100 * own.filter((confidence) => confidence < threshold).length) / own.length).toFixed(1)} %`,
    };
  });
  for (const line of crossValidated) print(`${name} ${JSON.stringify(line)}`);
  const model = fitLogistic(examples, SIGNAL_NAMES.length);
  const weights = Object.fromEntries(
    SIGNAL_NAMES.map((signal, at) => [signal, Number((model.weights[at] ?? 0).toFixed(3))]),
  );
  return { crossValidated, weights, bias: Number(model.bias.toFixed(3)), threshold: Number(threshold.toFixed(3)) };
}

await runCommand({
  usage: `Usage: npm run calibrate -- ${SET_USAGE} [--reader neural]`,
  options: { ...SET_OPTIONS, reader: { type: 'string' } },
  async run(values) {
    const { paragraphs, date, among, reports, most } = namedSets(values, 1_200);
    const reader = pickReader(
      { reader: textOption(values, 'reader') === 'neural' ? 'neural' : 'linear', stateDir: 'state' },
      () => {},
    );
    const tools = openTools(reader);
    const sets = [
      ...(await Promise.all(reports.map((set) => fromReports(set, tools)))),
      ...(await Promise.all(reports.map((set) => fromAttributes(set, tools)))),
      await fromParagraphs(paragraphQuestions(paragraphs, most / SETTINGS), tools, PARAGRAPH_WEIGHT.alone),
      await fromParagraphs(
        paragraphQuestions(paragraphs, most / SETTINGS, { isUntitled: true }),
        tools,
        PARAGRAPH_WEIGHT.alone,
      ),
      ...(among === undefined
        ? []
        : [await fromParagraphs(paragraphQuestions(paragraphs, most, { among }), tools, PARAGRAPH_WEIGHT.among)]),
    ];
    const examples = sets.flat();
    const provenance = { by: 'scripts/dev/calibrate.ts', on: date, folds: FOLDS, falseRefusals: FALSE_REFUSALS };
    writeFileSync(
      tableOf(reader ? 'neural' : 'linear'),
      `${JSON.stringify({ provenance, named: fitModel(examples, 'named'), open: fitModel(examples, 'open') }, null, 2)}\n`,
    );
    await reader?.close();
    return 0;
  },
});
