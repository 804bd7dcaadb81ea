// Registers the menus: for private chats, for groups, and for each owner; Chinese for everyone, English where the reader's Telegram is in English.

import type { Place, Role } from '../../chat/access/policy.ts';
import type { Conversation } from '../../chat/conversation.ts';
import type { BotApi } from './api.ts';

type MenuScope =
  | { readonly type: 'all_private_chats' | 'all_group_chats' }
  | { readonly type: 'chat'; readonly chat_id: number };

/** Registers every menu. Best effort: a chat that never wrote to the bot has none. */
export async function registerMenus(
  { commands }: Pick<Conversation, 'commands'>,
  api: BotApi,
  ownerIds: readonly number[],
): Promise<void> {
  const register = async (role: Role, place: Place, scope?: MenuScope): Promise<void> => {
    for (const [list, code] of [['zh'], ['zh', 'zh'], ['en', 'en']] as const) {
      const lines = commands(list, { role, place }).map((line) => ({ ...line }));
      const payload = {
        commands: lines,
        ...(scope === undefined ? {} : { scope }),
        ...(code === undefined ? {} : { language_code: code }),
      };
      const outcome = await api.call('setMyCommands', payload, { tries: 5 });
      if (!outcome.ok) return;
    }
  };
  await register('official', 'private');
  await register('official', 'group', { type: 'all_group_chats' });
  for (const chatId of ownerIds) await register('owner', 'private', { type: 'chat', chat_id: chatId });
}
