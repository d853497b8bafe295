/** Titles and chapters of controls. */
import { loadFrameworkTexts } from '@kumomori/content';
import type { Framework, FrameworkTexts, Text } from '@kumomori/model';

/** The words of a framework; of one without any only its name. */
export async function textsOf(framework: Framework): Promise<FrameworkTexts> {
  if (framework.texts) return framework.texts;
  const { id, version, name } = framework;
  return (await loadFrameworkTexts(id, version)) ?? { name: { en: name, ja: name }, about: null, groups: {}, titles: {}, questions: {} };
}

/** The title of a number, or of the nearest number above it: `AC-2(1)` is of `AC-2`, `8.3.6` of `8.3`. Chapters are none. */
export function titleOf(control: string, { titles }: FrameworkTexts): Text | null {
  const key = longestStart(control, titles);
  return key === null ? null : (titles[key] ?? null);
}

/** The longest beginning of a number that is a chapter. */
export function groupOf(control: string, { groups }: FrameworkTexts): string | null {
  return longestStart(control, groups);
}

function longestStart(control: string, table: Readonly<Record<string, Text>>): string | null {
  for (let length = control.length; length > 0; length--) {
    const start = control.slice(0, length);
    // `1` begins `1.10`, not `10.1`; `A` begins `A.5`, not `AC-1`.
    const isWhole = !/\d\d|[a-z][a-z]/i.test(control.slice(length - 1, length + 1));
    if (isWhole && Object.hasOwn(table, start)) return start;
  }
  return null;
}
