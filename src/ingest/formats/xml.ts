// Follows the elements of an XML file, as office formats hold them. It knows no format.
import { Parser } from 'htmlparser2';
import { FormatFault } from './types.ts';

/** Attributes of an element by name. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What hears of an XML file, in its order. */
export interface XmlReader {
  open(name: string, attributes: XmlAttributes): void;
  text?(content: string): void;
  close?(name: string): void;
}

const DEEPEST = 500;

/**
 * Tells a reader of the elements and texts of an XML file.
 * @throws FormatFault damaged
 */
export function readXml(xml: string, reader: XmlReader): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > DEEPEST) throw new FormatFault('damaged', `its elements are nested more than ${DEEPEST} deep`);
        reader.open(name, attributes);
      },
      ontext: (content) => reader.text?.(content),
      onclosetag: (name) => {
        depth--;
        reader.close?.(name);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

/** Returns the number that an attribute holds; `fallback` if it holds none. */
export function numberOf(value: string | undefined, fallback: number): number {
  const number = Number.parseFloat(value ?? '');
  return Number.isFinite(number) ? number : fallback;
}
