/** The configuration of a resource as lines of a tree: what is unknown and what is hidden is told apart from what is set. */

export interface ShapeLine {
  /** Unique within the tree. */
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  /** `group`: it has lines below it. */
  readonly kind: 'group' | 'value' | 'unknown' | 'hidden';
  /** Of a value as it is read; of something unknown why. */
  readonly text: string;
}

const MAX_LINES = 1_000;
const MAX_DEPTH = 24;
/** Stands in texts of code where a part was not known. */
const GAP = '\u{FFFC}';

export function shapeLines(shape: unknown): readonly ShapeLine[] {
  const lines: ShapeLine[] = [];
  if (isObject(shape)) for (const [name, value] of Object.entries(shape)) add(lines, { name, path: name, depth: 0 }, value);
  return lines;
}

type Place = Pick<ShapeLine, 'name' | 'path' | 'depth'>;

function add(lines: ShapeLine[], place: Place, value: unknown): void {
  if (lines.length >= MAX_LINES) return;
  if (isObject(value) && Object.hasOwn(value, '$unknown')) {
    lines.push({ ...place, kind: 'unknown', text: typeof value['$unknown'] === 'string' ? value['$unknown'] : '' });
  } else if (isObject(value) && value['$hidden'] === true) {
    lines.push({ ...place, kind: 'hidden', text: '' });
  } else if (typeof value === 'object' && value !== null && place.depth < MAX_DEPTH && Object.keys(value).length > 0) {
    const isList = Array.isArray(value);
    lines.push({ ...place, kind: 'group', text: isList ? `[${value.length}]` : '' });
    for (const [key, each] of Object.entries(value))
      add(lines, { name: isList ? `${Number(key) + 1}` : key, path: `${place.path}.${key}`, depth: place.depth + 1 }, each);
  } else {
    lines.push({ ...place, kind: 'value', text: plainText(value) });
  }
}

/** One value on one line; references of code by their address. */
export function plainText(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? '';
  const parts = value.split('|');
  return (parts.length === 3 ? (parts[2] ?? value) : value).replaceAll(GAP, '…');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
