/** Words of a framework as one text: `number|English|日本語` a line. Easier to compare with the standard than nested objects. */
import type { FrameworkAbout, FrameworkTexts, Text } from '@kumomori/model';

export interface WrittenTexts {
  readonly name: Text;
  readonly about: FrameworkAbout;
  readonly groups?: string;
  readonly titles?: string;
  readonly questions?: string;
}

/** Throws RangeError for a line that is not of three parts, and for a number that is there twice. */
export function textsOfTable({ name, about, groups = '', titles = '', questions = '' }: WrittenTexts): FrameworkTexts {
  return { name, about, groups: rows(groups), titles: rows(titles), questions: rows(questions) };
}

function rows(table: string): Readonly<Record<string, Text>> {
  const found: Record<string, Text> = {};
  for (const line of table.trim().split('\n')) {
    if (line.trim() === '') continue;
    const [number, en, ja, ...more] = line.split('|').map((part) => part.trim());
    if (!number || !en || !ja || more.length > 0) throw new RangeError(`not number, English and Japanese: ${line}`);
    if (Object.hasOwn(found, number)) throw new RangeError(`${number} is there twice`);
    found[number] = { en, ja };
  }
  return found;
}
