// Sends messages: where the message that is answered came from, while that place is open, else by the robot's own interface.
import type { MessengerRequest } from '../messenger/adapter.ts';
import { type Answer, isDeclined } from '../messenger/answer.ts';
import type { DingtalkApi } from './api.ts';
import { type DingtalkUpdate, RULES } from './protocol.ts';

type Request = Pick<MessengerRequest<DingtalkUpdate>, 'speaker' | 'place' | 'update'> & { readonly now: () => Date };
type Api = Pick<DingtalkApi, 'call' | 'reply' | 'robotCode'>;

/** A place to reply to is no longer used so long before it closes. */
const CLOSES_BEFORE_MS = 10_000;

/** Sends Markdown. */
export function sayMarkdown(
  { title, text }: { readonly title: string; readonly text: string },
  request: Request,
  api: Api,
): Promise<Answer> {
  const markdown = { title, text };
  return say({ msgtype: 'markdown', markdown }, { msgKey: 'sampleMarkdown', parameters: markdown }, { request, api });
}

/** Sends a card with buttons; each makes its person write something. */
export function sayButtons(
  {
    title,
    buttons,
  }: { readonly title: string; readonly buttons: readonly { readonly label: string; readonly says: string }[] },
  request: Request,
  api: Api,
): Promise<Answer> {
  const drawn = buttons.map(({ label, says }) => ({
    title: label,
    actionURL: `dtmd://dingtalkclient/sendMessage?content=${encodeURIComponent(says)}`,
  }));
  const head = { title, text: `**${title}**` };
  const reply = { msgtype: 'actionCard', actionCard: { ...head, btnOrientation: '0', btns: drawn } };
  const [only] = drawn;
  if (drawn.length === 1 && only !== undefined) {
    const parameters = { ...head, singleTitle: only.title, singleURL: only.actionURL };
    return say(reply, { msgKey: 'sampleActionCard', parameters }, { request, api });
  }
  const numbered = drawn.flatMap((button, index) => [
    [`actionTitle${index + 1}`, button.title],
    [`actionURL${index + 1}`, button.actionURL],
  ]);
  const parameters = { ...head, ...Object.fromEntries(numbered) };
  return say(reply, { msgKey: `sampleActionCard${drawn.length}`, parameters }, { request, api });
}

/** Sends a file that was uploaded. */
export function sayFile(parameters: object, request: Request, api: Api): Promise<Answer> {
  return sayAsRobot({ msgKey: 'sampleFile', parameters }, request, api);
}

interface RobotMessage {
  readonly msgKey: string;
  readonly parameters: object;
}

async function say(
  reply: object,
  message: RobotMessage,
  { request, api }: { readonly request: Request; readonly api: Api },
): Promise<Answer> {
  const { sessionWebhook, sessionWebhookExpiredTime = 0 } = request.update ?? {};
  if (sessionWebhook !== undefined && sessionWebhookExpiredTime - CLOSES_BEFORE_MS > request.now().getTime()) {
    const answer = await api.reply(sessionWebhook, reply);
    if (!isDeclined(answer, RULES)) return answer;
  }
  return sayAsRobot(message, request, api);
}

async function sayAsRobot(
  { msgKey, parameters }: RobotMessage,
  { speaker, place }: Request,
  { call, robotCode }: Api,
): Promise<Answer> {
  const message = { robotCode, msgKey, msgParam: JSON.stringify(parameters) };
  if (place === 'group')
    return call('POST', '/v1.0/robot/groupMessages/send', { ...message, openConversationId: speaker.chat });
  const answer = await call('POST', '/v1.0/robot/oToMessages/batchSend', { ...message, userIds: [speaker.chat] });
  if (answer === 'lost' || answer.code !== 0) return answer;
  const { invalidStaffIdList = [], flowControlledStaffIdList = [] } = answer.body as Readonly<
    Record<string, readonly string[] | undefined>
  >;
  if (invalidStaffIdList.length > 0) return { code: 404, message: 'no such person', body: answer.body };
  return flowControlledStaffIdList.length > 0 ? { code: 429, message: 'too often', body: answer.body } : answer;
}
