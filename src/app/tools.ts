// Opens what every answer shares: word vectors, learned models, the reader and the language model.
import { MAX_SHORT } from '../answer/compose/draft.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { shippedConfidence } from '../read/confidence.ts';
import { shippedRanking } from '../read/ranking.ts';
import type { Reader } from '../read/reader.ts';
import { openBuiltinEmbedder } from '../retrieve/embed/builtin.ts';
import type { LangchainModule } from '../retrieve/embed/langchain-module.ts';
import type { Answer, Following, Question } from '../types.ts';
import type { AnswerContext, Tools, Writer } from './answer-context.ts';
import { answerQuestion } from './question-pipeline.ts';

/** Listeners to faults that an operator can mend. */
export interface FaultListeners {
  /** The language model could not be asked, and the extractive answer stands. */
  readonly onModelFault?: (fault: AppError) => void;
  /** The neural reader cannot be loaded or has stopped, and answers come from the linear one. */
  readonly onReaderFault?: (fault: AppError) => void;
}

/** Returns the shipped word vectors and learned models, without a second author. @throws AppError embedder/missing in a broken installation */
export function openTools(reader: Reader | null = null): Tools {
  return {
    vectors: openBuiltinEmbedder().words,
    ranking: shippedRanking(),
    confidence: shippedConfidence(reader ? 'neural' : 'linear'),
    writer: null,
    reader,
  };
}

/** Opens the language model as a second author; null where none is configured. Its code is loaded only then. */
export async function openWriter(
  { model: settings }: Config,
  { onModelFault, chatModel }: FaultListeners & Pick<LangchainModule, 'chatModel'>,
): Promise<Writer | null> {
  if (!settings && !chatModel) return null;
  const [{ generate }, { evidenceAround }, { openChatModel }] = await Promise.all([
    import('../answer/generate/generate.ts'),
    import('../answer/generate/evidence.ts'),
    import('../answer/generate/model.ts'),
  ]);
  const model = chatModel ?? (settings && (await openChatModel(settings)));
  if (!model) return null;
  return (given, hits, { context: { library, districts }, following }) => {
    const evidence = evidenceAround({ extractive: given, hits, library });
    const maxCharacters = given.short.length <= MAX_SHORT.fact ? MAX_SHORT.fact : MAX_SHORT.passage;
    const onFallback = (_: unknown, fault: AppError | null): void => void (fault && onModelFault?.(fault));
    return generate({ extractive: given, evidence, model, districts, maxCharacters, ...following, onFallback });
  };
}

/** Returns a function that answers with the reader; once that fails, without it from then on. */
export function answerFrom(reader: Reader | null, writer: Writer | null, { onReaderFault }: FaultListeners) {
  const linear: Tools = { ...openTools(), writer };
  let tools: Tools = { ...openTools(reader), writer };
  return async (context: AnswerContext, question: Question, following?: Following): Promise<Answer> => {
    try {
      return await answerQuestion(context, question, { ...tools, following });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'reader/failed') throw error;
      if (tools !== linear) onReaderFault?.(error);
      tools = linear;
      return answerQuestion(context, question, { ...linear, following });
    }
  };
}
