// What a conversation answers from, above the field for questions: all reports, chosen ones, or a file of one's own.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { Icon } from '../icons.tsx';
import type { Conversation } from '../model/conversation.ts';
import { timeText } from '../wording/wordings.ts';
import { SourceDialog } from './source-dialog.tsx';

/** The line above the field. */
export function SourceChip({ conversation }: { conversation: Conversation }): JSX.Element {
  const { wording } = usePage();
  const words = wording.sources;
  const [isOpen, setOpen] = useState(false);
  const { kept, limit } = conversation;
  if (kept !== null && kept.file !== null) return <FileChip conversation={conversation} file={kept.file} />;
  const count = kept?.sourceCount ?? null;
  return (
    <p class="source-line">
      <button type="button" class="chip" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <span class="chip-name">{words.label}</span>
        {count === null ? words.all : words.chosen(count)}
        <Icon name="chevron" />
      </button>
      {isOpen && <SourceDialog sources={kept?.sources ?? null} limit={limit} close={() => setOpen(false)} />}
    </p>
  );
}

/** The file that is asked about, until when, and the way back to the reports. */
function FileChip({
  conversation,
  file,
}: {
  conversation: Conversation;
  file: { readonly title: string; readonly until: string };
}): JSX.Element {
  const { wording, language } = usePage();
  const words = wording.sources;
  return (
    <p class="source-line" role="status">
      <span class="chip">
        <Icon name="file" />
        <span class="cut">{words.file(file.title, timeText(file.until, language))}</span>
      </span>
      <button type="button" class="action" onClick={conversation.closeFile}>
        {words.endFile}
      </button>
    </p>
  );
}
