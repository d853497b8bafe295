/** A YAML text with the places of its parts. */
import { LineCounter, isMap, parseDocument } from 'yaml';

export type ConfigPath = readonly (string | number)[];

export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface ConfigDocument {
  readonly value: unknown;
  /** Null when the text is YAML. */
  readonly problem: (Position & { readonly message: string }) | null;
  /** Where a part is written; of a missing one the nearest part around it. */
  positionOf(path: ConfigPath): Position;
  /** Where the key itself is written. */
  positionOfKey(path: ConfigPath, key: string): Position;
}

/** Keys in keys in keys: the library needs twice as long for each further level. No setting has such a key. */
const NESTED_KEYS = /(?:\?[ \t]+){8}/;

/** Reads YAML 1.2; dates stay text, with `allText` numbers too: `1.10` is another number of a control than `1.1`. Aliases are bounded, so that a small text cannot grow without end. Never throws. */
export function readConfigDocument(text: string, { allText = false }: { readonly allText?: boolean } = {}): ConfigDocument {
  const lineCounter = new LineCounter();
  const nested = NESTED_KEYS.exec(text);
  const document = parseDocument(nested ? '' : text, {
    ...{ lineCounter, uniqueKeys: true, logLevel: 'error' },
    ...(allText && { schema: 'failsafe' }),
  });
  const at = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [error] = document.errors;
  // The library's message repeats the place and shows the line in further lines.
  const problem = nested
    ? { ...placeIn(text, nested.index), message: 'keys are nested too deep' }
    : error
      ? { ...at(error.pos[0]), message: (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '') }
      : null;
  const nodeStart = (path: ConfigPath): number | null => {
    const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
    return hasRange(node) ? node.range[0] : null;
  };
  return {
    value: problem ? null : plainValue(document),
    problem,
    positionOf(path) {
      for (let length = path.length; length >= 0; length--) {
        const start = nodeStart(path.slice(0, length));
        if (start !== null) return at(start);
      }
      return { line: 1, column: 1 };
    },
    positionOfKey(path, key) {
      const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
      const pair = isMap(node) ? node.items.find((item) => String(item.key) === key) : undefined;
      return hasRange(pair?.key) ? at(pair.key.range[0]) : this.positionOf(path);
    },
  };
}

function placeIn(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function plainValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return null;
  }
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
