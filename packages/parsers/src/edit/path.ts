/** Paths of edits: `rule[0].filter{}.prefix`, `setting[name=containerInsights].value`. */

export type Selector =
  | { readonly kind: 'all' }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'match'; readonly key: string; readonly value: string };

export interface PathStep {
  readonly name: string;
  readonly select: Selector | null;
  /** Made as a map, not as a block. */
  readonly isMap: boolean;
}

/** Names in quotes may hold dots. Throws RangeError for what is no path: paths are data of our own. */
export function parseEditPath(path: string): readonly PathStep[] {
  const steps: PathStep[] = [];
  const pattern = /(?:"([^"]+)"|([^.[\]{}"]+))(?:\[([^\]]*)\])?(\{\})?(?:\.|$)/y;
  while (pattern.lastIndex < path.length) {
    const { lastIndex } = pattern;
    const found = pattern.exec(path);
    if (!found) throw new RangeError(`no path: ${path} at ${lastIndex}`);
    const [, quoted, plain, selector, map] = found;
    steps.push({ name: quoted ?? plain ?? '', select: selector === undefined ? null : selectorOf(selector), isMap: map !== undefined });
  }
  if (steps.length === 0) throw new RangeError('an empty path');
  return steps;
}

function selectorOf(text: string): Selector {
  if (text === '*') return { kind: 'all' };
  if (/^\d+$/.test(text)) return { kind: 'index', index: Number(text) };
  const at = text.indexOf('=');
  if (at < 1) throw new RangeError(`no selector: ${text}`);
  return { kind: 'match', key: text.slice(0, at), value: text.slice(at + 1) };
}
