// The published rules of WeCom's long connection that a call must keep: fields, sizes, forms of cards.

type Body = Readonly<Record<string, unknown>>;

const MAX_TEXT_BYTES = 20_480;
const MAX_CHUNK_BYTES = 512 * 1_024;
const MAX_KEY_BYTES = 1_024;

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

/** What is wrong with the body of a call, each in a sentence. */
export function faultsOfBody(cmd: string, body: Body): string[] {
  const rules: Readonly<Record<string, (body: Body) => string[]>> = {
    aibot_respond_msg: faultsOfAnswer,
    aibot_respond_welcome_msg: (welcome) => (welcome['msgtype'] === 'text' ? [] : ['a welcome of another type']),
    aibot_send_msg: faultsOfMessage,
    aibot_upload_media_init: faultsOfUpload,
    aibot_upload_media_chunk: faultsOfChunk,
    aibot_upload_media_finish: () => [],
  };
  const rule = rules[cmd];
  return (rule === undefined ? ['no such command'] : rule(body)).map((fault) => `${cmd}: ${fault}`);
}

function faultsOfText(text: unknown): string[] {
  if (typeof text !== 'string' || text.trim() === '') return ['no text'];
  return bytes(text) > MAX_TEXT_BYTES ? [`${bytes(text)} bytes of text`] : [];
}

function faultsOfAnswer({ msgtype, stream }: Body): string[] {
  if (msgtype !== 'stream') return [`an answer of the type ${String(msgtype)}`];
  const { id, content } = (stream ?? {}) as { id?: unknown; content?: unknown };
  return [...(typeof id === 'string' && id !== '' ? [] : ['a stream without id']), ...faultsOfText(content)];
}

function faultsOfMessage({ chatid, msgtype, ...body }: Body): string[] {
  const named = typeof chatid === 'string' && chatid !== '' ? [] : ['no chatid'];
  if (msgtype === 'markdown') return [...named, ...faultsOfText((body['markdown'] as { content?: unknown })?.content)];
  if (msgtype === 'file') return named;
  return msgtype === 'template_card' ? [...named, ...faultsOfCard(body['template_card'] as Body)] : ['an unknown type'];
}

function faultsOfCard(card: Body): string[] {
  if (card['card_type'] !== 'button_interaction') return ['a card of another type'];
  const buttons = (card['button_list'] ?? []) as { text?: string; key?: string }[];
  const keys = buttons.map(({ key = '' }) => key);
  const { title = '' } = (card['main_title'] ?? {}) as { title?: string };
  return [
    ...(title === '' || title.length > 26 ? ['a title of no or too many letters'] : []),
    ...(buttons.length < 1 || buttons.length > 6 ? [`${buttons.length} buttons`] : []),
    ...(new Set(keys).size === keys.length ? [] : ['a key twice']),
    ...(keys.some((key) => key === '' || bytes(key) > MAX_KEY_BYTES) ? ['a key of no or too many bytes'] : []),
    ...(buttons.some(({ text = '' }) => text.trim() === '') ? ['a button without words'] : []),
    ...(/^[\w@-]{1,128}$/u.test(String(card['task_id'])) ? [] : ['a wrong task_id']),
  ];
}

function faultsOfUpload({ type, filename, total_size, total_chunks }: Body): string[] {
  const isWhole = type === 'file' && typeof filename === 'string' && Number(total_size) > 0;
  const count = Number(total_chunks);
  return isWhole && count >= 1 && count <= 100 ? [] : ['an upload that is not told whole'];
}

function faultsOfChunk({ chunk_index, base64_data }: Body): string[] {
  const size = Buffer.from(String(base64_data), 'base64').length;
  return Number(chunk_index) >= 0 && size > 0 && size <= MAX_CHUNK_BYTES ? [] : [`a piece of ${size} bytes`];
}
