// A paper as a Word file: the questions with room to answer, or with the key, the reason and the source behind each.
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { ItemText } from '../../../quiz/exchange/item-text.ts';
import { letterOf } from '../../../quiz/grade/answer-text.ts';

/** What a paper says besides its items, in the language of its reader. */
export interface PaperWording {
  readonly title: string;
  readonly name: string;
  readonly kinds: Readonly<Record<ItemText['kind'], string>>;
  readonly answer: string;
  readonly reason: string;
  readonly source: string;
}

/** How a paper is drawn. */
export interface PaperOptions {
  readonly wording: PaperWording;
  readonly hasKey: boolean;
}

const BLANK_LINES = { 'fill-in': 0, 'short-answer': 5, order: 1, single: 0, several: 0, 'true-false': 0 } as const;
const FONT = { ascii: 'Times New Roman', eastAsia: 'SimSun' } as const;

const line = (text: string, isBold = false): Paragraph =>
  new Paragraph({ children: [new TextRun({ text, bold: isBold })] });

/** Returns the key of an item as a paper states it. */
function keyOf({ kind, options, right }: ItemText): string {
  if (kind === 'fill-in' || kind === 'short-answer') return right.join('；');
  const letters = right.map((one) => letterOf(options.indexOf(one)));
  return kind === 'order' ? letters.join('') : `${letters.join('')}（${right.join('；')}）`;
}

function itemLines(item: ItemText, n: number, { wording, hasKey }: PaperOptions): Paragraph[] {
  const asked = line(`${n + 1}. （${wording.kinds[item.kind]}）${item.question}`);
  const options = item.options.map((option, index) => line(`${letterOf(index)}. ${option}`));
  if (!hasKey) return [asked, ...options, ...Array.from({ length: BLANK_LINES[item.kind] + 1 }, () => line(''))];
  return [
    ...[asked, ...options, line(`${wording.answer}${keyOf(item)}`, true)],
    ...(item.explanation === '' ? [] : [line(`${wording.reason}${item.explanation}`)]),
    ...(item.quote === '' ? [] : [line(`${wording.source}《${item.title}》“${item.quote}”`)]),
    line(''),
  ];
}

/** Returns a paper as the bytes of a `.docx`. */
export async function paperDocx(items: readonly ItemText[], options: PaperOptions): Promise<Uint8Array> {
  const { wording, hasKey } = options;
  const children = [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(wording.title)] }),
    ...(hasKey ? [] : [line(wording.name), line('')]),
    ...items.flatMap((item, n) => itemLines(item, n, options)),
  ];
  const document = new Document({
    styles: { default: { document: { run: { font: FONT, size: 24 } } } },
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
