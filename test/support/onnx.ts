// Writes tiny ONNX models by hand. ONNX is protobuf (github.com/onnx/onnx, onnx.proto): a field is its number and wire type, then
// a varint or a length and bytes.

const FLOAT = 1;
const INT64 = 7;
const IR_VERSION = 8;
/** The last one in which ReduceSum takes its axes as an attribute. */
const OPSET = 12;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_INTS = 7;

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

const message = (...fields: Buffer[]): Buffer => Buffer.concat(fields);

/** ValueInfoProto: a tensor whose dimensions are named or fixed. */
function tensorInfo(name: string, type: number, dimensions: readonly (string | number)[]): Buffer {
  const shape = dimensions.map((dimension) =>
    field(1, typeof dimension === 'number' ? field(1, dimension) : field(2, dimension)),
  );
  return message(field(1, name), field(2, field(1, message(field(1, type), field(2, message(...shape))))));
}

/** NodeProto: output = table[input]. */
export function gather(table: string, input: string, output: string): Buffer {
  return message(field(1, table), field(1, input), field(2, output), field(4, 'Gather'));
}

/** NodeProto: output = sum of input over its second axis, which is dropped. */
export function sumOf(input: string, output: string): Buffer {
  const axes = message(field(1, 'axes'), field(8, 1), field(20, ATTRIBUTE_INTS));
  const keep = message(field(1, 'keepdims'), field(3, 0), field(20, ATTRIBUTE_INT));
  return message(field(1, input), field(2, output), field(4, 'ReduceSum'), field(5, axes), field(5, keep));
}

/** What a model is made of: inputs are ids of batch × sequence. */
interface Parts {
  readonly inputs: readonly string[];
  readonly tables: readonly { name: string; dimensions: readonly number[]; values: Float32Array }[];
  readonly nodes: readonly Buffer[];
  readonly outputs: readonly { name: string; dimensions: readonly (string | number)[] }[];
}

/** ModelProto of some parts. */
export function modelOf({ inputs, tables, nodes, outputs }: Parts): Buffer {
  const graph = message(
    ...nodes.map((node) => field(1, node)),
    field(2, 'tiny'),
    ...tables.map(({ name, dimensions, values }) =>
      field(
        5,
        message(
          ...dimensions.map((dimension) => field(1, dimension)),
          field(2, FLOAT),
          field(8, name),
          field(9, Buffer.from(values.buffer)),
        ),
      ),
    ),
    ...inputs.map((name) => field(11, tensorInfo(name, INT64, ['batch', 'sequence']))),
    ...outputs.map(({ name, dimensions }) => field(12, tensorInfo(name, FLOAT, dimensions))),
  );
  return message(field(1, IR_VERSION), field(7, graph), field(8, message(field(1, ''), field(2, OPSET))));
}
