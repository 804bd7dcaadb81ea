// Calls of DingTalk: signing in, cards, messages, uploads; each with the token that it takes.
import { AppError } from '../../errors.ts';
import { type Answer, UNSENT } from '../messenger/answer.ts';
import { callHttp, createAccessToken, type HttpAnswer, type HttpCall } from '../messenger/http-call.ts';
import { PUBLIC_URL, ROBOT_TOPIC } from './protocol.ts';

/** DingTalk's interface. */
export interface DingtalkApi {
  /** The robot's name in calls: the app's. */
  readonly robotCode: string;
  /** Returns the address of a long connection, which takes one connecting. @throws AppError `messenger/credentials` where they are refused; Error where DingTalk cannot be reached */
  openConnection(): Promise<string>;
  /** Calls a method of the newer half. */
  call(method: 'POST' | 'PUT', path: string, body: object): Promise<Answer>;
  /** Replies where a message came from. */
  reply(sessionWebhook: string, body: object): Promise<Answer>;
  /** Uploads a file; its name at DingTalk is `media_id` in the answer's body. */
  upload(name: string, bytes: Uint8Array): Promise<Answer>;
}

/** The parts of the interface. */
export interface ApiOptions {
  readonly id: string;
  readonly secret: string;
  /** Null: the public service. */
  readonly url: string | null;
}

const UNAUTHORIZED = 401;
const TOO_OFTEN = 429;

/** Creates the interface. */
export function createApi({ id, secret, url }: ApiOptions): DingtalkApi {
  const base = (url ?? PUBLIC_URL).replace(/\/+$/u, '');
  const olderBase = base.replace('//api.', '//oapi.');
  const token = createAccessToken(async () => {
    const answer = await callHttp(`${base}/v1.0/oauth2/accessToken`, { body: { appKey: id, appSecret: secret } });
    if (answer === 'lost' || typeof answer.body['accessToken'] !== 'string') return null;
    return { token: answer.body['accessToken'], seconds: Number(answer.body['expireIn'] ?? 7_200) };
  });
  const withToken = async (make: (current: string) => Promise<Answer>): Promise<Answer> => {
    const current = await token.current();
    if (current === null) return UNSENT;
    const answer = await make(current);
    if (answer !== 'lost' && answer.code === UNAUTHORIZED) token.forget();
    return answer;
  };
  return {
    robotCode: id,
    openConnection: () => openConnection(base, { clientId: id, clientSecret: secret }),
    call: (method, path, body) =>
      withToken(async (current) => {
        const headers = { 'x-acs-dingtalk-access-token': current };
        return newerAnswer(await callHttp(`${base}${path}`, { method, headers, body }));
      }),
    reply: (sessionWebhook, body) => callOlder(sessionWebhook, { body }),
    upload: (name, bytes) =>
      withToken((current) => {
        const body = new FormData();
        body.append('media', new Blob([Uint8Array.from(bytes)]), name);
        return callOlder(`${olderBase}/media/upload?access_token=${encodeURIComponent(current)}&type=file`, { body });
      }),
  };
}

async function openConnection(
  base: string,
  credentials: { readonly clientId: string; readonly clientSecret: string },
): Promise<string> {
  const subscriptions = [{ type: 'CALLBACK', topic: ROBOT_TOPIC }];
  const body = { ...credentials, subscriptions, ua: 'quzhi' };
  const answer = newerAnswer(await callHttp(`${base}/v1.0/gateway/connections/open`, { body }));
  if (answer === 'lost') throw new Error('DingTalk cannot be reached');
  const { endpoint, ticket } = answer.body as { readonly endpoint?: string; readonly ticket?: string };
  if (answer.code === 0 && endpoint !== undefined && ticket !== undefined)
    return `${endpoint}?ticket=${encodeURIComponent(ticket)}`;
  const reason = `DingTalk does not let the robot in (${answer.code} ${answer.message})`;
  if (answer.code === 0 || answer.code === TOO_OFTEN || answer.code >= 500) throw new Error(reason);
  const remedy =
    'Copy Client ID and Client Secret anew from the app’s page in DingTalk (凭证与基础信息) into DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET.';
  throw new AppError('messenger/credentials', `${reason}. ${remedy}`);
}

/** The answer of the newer half: HTTP's status tells how it went; being asked too often comes as 403. */
function newerAnswer(answer: HttpAnswer): Answer {
  if (answer === 'lost') return answer;
  const { status, body } = answer;
  if (status >= 200 && status < 300) return { code: 0, message: '', body };
  const name = String(body['code'] ?? '');
  const code = /qps|throttl|flow\s?control|toomany/iu.test(name) ? TOO_OFTEN : status;
  return { code, message: `${name} ${String(body['message'] ?? '')}`.trim(), body };
}

/** Calls a method of the older half, whose answers bear an error code. */
async function callOlder(address: string, call: HttpCall): Promise<Answer> {
  const answer = await callHttp(address, call);
  if (answer === 'lost') return answer;
  const { status, body } = answer;
  // An answer that names no error tells of none: the message would come again and again.
  const told = Number(body['errcode'] ?? (status < 300 ? 0 : status));
  // An ended token: 40014 is what it is called here.
  return { code: told === 40_014 ? UNAUTHORIZED : told, message: String(body['errmsg'] ?? ''), body };
}
