// Opens what every answer shares: word vectors, learned models, the reader and the language model.
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { shippedConfidence } from '../read/confidence.ts';
import type { DraftWriter } from '../read/model/draft-writer.ts';
import type { QuestionRewriter } from '../read/model/question-rewriter.ts';
import type { SentenceChooser } from '../read/model/sentence-chooser.ts';
import { shippedRanking } from '../read/ranking.ts';
import type { Reader } from '../read/reader.ts';
import { openBuiltinEmbedder } from '../retrieve/embed/builtin.ts';
import type { LangchainModule } from '../retrieve/embed/langchain-module.ts';
import type { Answer, Following, Question } from '../types.ts';
import type { AnswerContext, Tools } from './answer-context.ts';
import { answerQuestion } from './question-pipeline.ts';

/** Listeners to faults that an operator can mend. */
export interface FaultListeners {
  /** The language model could not be asked, and the extractive answer stands. */
  readonly onModelFault?: (fault: AppError) => void;
  /** The neural reader cannot be loaded or has stopped, and answers come from the linear one. */
  readonly onReaderFault?: (fault: AppError) => void;
}

/** Returns the shipped word vectors and learned models, without a language model. @throws AppError embedder/missing in a broken installation */
export function openTools(reader: Reader | null = null): Tools {
  return {
    vectors: openBuiltinEmbedder().words,
    ranking: shippedRanking(),
    confidence: shippedConfidence(reader ? 'neural' : 'linear'),
    chooser: null,
    reader,
  };
}

/** A language model at work: it chooses sentences for answers, suggests how turns of a chat are meant, and writes drafts. */
interface ModelTools {
  readonly chooser: SentenceChooser;
  readonly rewriter: QuestionRewriter;
  readonly writer: DraftWriter;
}

/** Opens the language model; null where none is configured. Its code is loaded only then. */
export async function openModel(
  { model: settings }: Config,
  { onModelFault, chatModel }: FaultListeners & Pick<LangchainModule, 'chatModel'>,
): Promise<ModelTools | null> {
  if (!settings && !chatModel) return null;
  const [{ sentenceChooser }, { questionRewriter }, { openChatModel }, { draftWriter }] = await Promise.all([
    import('../read/model/sentence-chooser.ts'),
    import('../read/model/question-rewriter.ts'),
    import('../read/model/chat-model.ts'),
    import('../read/model/draft-writer.ts'),
  ]);
  const options = { ...(onModelFault && { onFault: onModelFault }) };
  const model = chatModel ?? (settings && openChatModel(settings));
  if (!model) return null;
  const forDrafts = chatModel ?? (settings && openChatModel({ ...settings, maxTokens: DRAFT_TOKENS })) ?? model;
  const rewriter = questionRewriter(model, options);
  return { chooser: sentenceChooser(model, options), rewriter, writer: draftWriter(forDrafts, options) };
}

/** A draft is longer than a choice. */
const DRAFT_TOKENS = 6_000;

/** Returns a function that answers with the reader; once that fails, without it from then on. */
export function answerFrom(
  reader: Reader | null,
  model: Pick<ModelTools, 'chooser' | 'rewriter'> | null,
  { onReaderFault }: FaultListeners,
) {
  const { chooser = null, rewriter = null } = model ?? {};
  const linear: Tools = { ...openTools(), chooser, rewriter };
  let tools: Tools = reader ? { ...openTools(reader), chooser, rewriter } : linear;
  return async (context: AnswerContext, question: Question, following?: Following): Promise<Answer> => {
    try {
      return await answerQuestion(context, question, { ...tools, following });
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith('reader/')) throw error;
      if (tools !== linear) onReaderFault?.(error);
      tools = linear;
      return answerQuestion(context, question, { ...linear, following });
    }
  };
}
