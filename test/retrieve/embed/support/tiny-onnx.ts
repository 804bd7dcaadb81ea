// Writes a complete, tiny neural embedder to a folder: a tokeniser with one token per Chinese character and an ONNX
// model of one layer (a table look-up). Enough for transformers.js to load it like any BERT. ONNX is protobuf
// (github.com/onnx/onnx, onnx.proto): a field is its number and wire type, then a varint or a length and bytes.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../../../src/text/random.ts';

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
const FLOAT = 1;
const INT64 = 7;

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

function field(number: number, content: number | string | Buffer): Buffer {
  if (typeof content === 'number') return Buffer.concat([varint(number * 8), varint(content)]);
  const bytes = Buffer.from(content);
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

function message(...fields: Buffer[]): Buffer {
  return Buffer.concat(fields);
}

/** ValueInfoProto: a tensor whose dimensions are named or fixed. */
function tensorInfo(name: string, type: number, dimensions: readonly (string | number)[]): Buffer {
  const shape = dimensions.map((dimension) =>
    field(1, typeof dimension === 'number' ? field(1, dimension) : field(2, dimension)),
  );
  return message(field(1, name), field(2, field(1, message(field(1, type), field(2, message(...shape))))));
}

/** ModelProto: last_hidden_state = Gather(table, input_ids). */
function gatherModel(table: Float32Array, dimension: number): Buffer {
  const initializer = message(
    field(1, table.length / dimension),
    field(1, dimension),
    field(2, FLOAT),
    field(8, 'table'),
    field(9, Buffer.from(table.buffer)),
  );
  const node = message(field(1, 'table'), field(1, 'input_ids'), field(2, 'last_hidden_state'), field(4, 'Gather'));
  const inputs = ['input_ids', 'attention_mask', 'token_type_ids'].map((name) =>
    field(11, tensorInfo(name, INT64, ['batch', 'sequence'])),
  );
  const output = field(12, tensorInfo('last_hidden_state', FLOAT, ['batch', 'sequence', dimension]));
  const graph = message(field(1, node), field(2, 'tiny'), field(5, initializer), ...inputs, output);
  return message(field(1, 8), field(7, graph), field(8, message(field(1, ''), field(2, 13))));
}

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
  writeFileSync(join(folder, 'onnx', 'model.onnx'), gatherModel(table, dimension));
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
