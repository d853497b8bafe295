/** `%name%` in values with the modifier `expand`. */

/** Name → the values it stands for. Names count without regard to case. */
export type Placeholders = ReadonlyMap<string, readonly string[]>;

const PLACEHOLDER = /\\%|%([\w.-]{1,100})%/g;
const MAX_TEXTS = 50_000;

type Expanded = { readonly texts: readonly string[] } | { readonly missing: string } | { readonly tooMany: true };

/** All texts that come of putting each value in. `\%` is a percent sign. `quote` makes a value fit where it is put. */
export function expandPlaceholders(text: string, placeholders: Placeholders, quote: (value: string) => string): Expanded {
  let texts: readonly string[] = [''];
  let from = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const between = text.slice(from, match.index);
    from = match.index + match[0].length;
    const name = match[1];
    const values = name === undefined ? ['%'] : placeholders.get(name.toLowerCase())?.map((value) => quote(value));
    if (!values || values.length === 0) return { missing: name ?? '' };
    if (texts.length * values.length > MAX_TEXTS) return { tooMany: true };
    texts = texts.flatMap((start) => values.map((value) => start + between + value));
  }
  const rest = text.slice(from);
  return { texts: texts.map((start) => start + rest) };
}
