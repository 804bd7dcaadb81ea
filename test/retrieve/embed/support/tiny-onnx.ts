// Writes a complete, tiny neural embedder to a folder: a tokeniser with one token per Chinese character and an ONNX
// model of one layer (a table look-up). Enough for transformers.js to load it like any BERT.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../../../src/text/random.ts';
import { gather, modelOf } from '../../../support/onnx.ts';

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
function tokenizer(vocabulary: readonly string[]): object {
  const sequence = (id: string): object => ({ SpecialToken: { id, type_id: 0 } });
  return {
    version: '1.0',
    added_tokens: SPECIAL.map((content, id) => ({
      id,
      content,
      special: true,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [sequence('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, sequence('[SEP]')],
      pair: [],
      special_tokens: Object.fromEntries(
        SPECIAL.map((token, id) => [token, { id: token, ids: [id], tokens: [token] }]),
      ),
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((token, id) => [token, id])),
    },
  };
}

/** Writes the model's folder. @param characters what it knows; everything else is one unknown token */
export function writeTinyModel(folder: string, characters: string, dimension = 12): void {
  const vocabulary = [...SPECIAL, ...new Set(characters)];
  const random = seededRandom(20);
  const table = Float32Array.from({ length: vocabulary.length * dimension }, () => random() - 0.5);
  const write = (name: string, content: object): void => writeFileSync(join(folder, name), JSON.stringify(content));
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(
    join(folder, 'onnx', 'model.onnx'),
    modelOf({
      inputs: ['input_ids', 'attention_mask', 'token_type_ids'],
      tables: [{ name: 'table', dimensions: [vocabulary.length, dimension], values: table }],
      nodes: [gather('table', 'input_ids', 'last_hidden_state')],
      outputs: [{ name: 'last_hidden_state', dimensions: ['batch', 'sequence', dimension] }],
    }),
  );
  write('config.json', {
    model_type: 'bert',
    architectures: ['BertModel'],
    hidden_size: dimension,
    vocab_size: vocabulary.length,
  });
  write('tokenizer.json', tokenizer(vocabulary));
  write('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    model_max_length: 128,
    pad_token: '[PAD]',
    do_lower_case: true,
  });
}
