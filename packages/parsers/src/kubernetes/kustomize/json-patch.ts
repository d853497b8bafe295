/** JSON patches (RFC 6902) on values. */
import type { Value } from '@kumomori/model';
import { itemsOf, textAt } from '../object.ts';

/** The patched value, or what is wrong with the patch. Operations before the wrong one are not kept, as in kustomize. O(patch · depth). */
export function applyJsonPatch(value: Value, patch: Value): { readonly value: Value } | { readonly problem: string } {
  let patched = value;
  for (const operation of itemsOf(patch)) {
    const op = textAt(operation, 'op') ?? '';
    const path = pointer(textAt(operation, 'path') ?? '');
    const from = pointer(textAt(operation, 'from') ?? '');
    const written = operation.kind === 'map' ? operation.entries.get('value') : undefined;
    const result = operate({ op, path, from, written }, patched);
    if (result === undefined) return { problem: `${op} ${textAt(operation, 'path') ?? ''} does not fit` };
    patched = result;
  }
  return { value: patched };
}

interface Operation {
  readonly op: string;
  readonly path: readonly string[];
  readonly from: readonly string[];
  readonly written: Value | undefined;
}

function operate({ op, path, from, written }: Operation, value: Value): Value | undefined {
  switch (op) {
    case 'add':
      return written && change(value, path, (_old, insert) => insert(written));
    case 'replace':
      return written && change(value, path, (old, insert) => (old ? insert(written, true) : undefined));
    case 'remove':
      return change(value, path, (old, _insert, remove) => (old ? remove() : undefined));
    case 'copy':
    case 'move': {
      const found = find(value, from);
      if (!found) return undefined;
      const rest = op === 'move' ? change(value, from, (_old, _insert, remove) => remove()) : value;
      return rest && change(rest, path, (_old, insert) => insert(found));
    }
    case 'test':
      return find(value, path) ? value : undefined;
    default:
      return undefined;
  }
}

function pointer(text: string): readonly string[] {
  if (text === '') return [];
  return text
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function find(value: Value, path: readonly string[]): Value | undefined {
  let found: Value | undefined = value;
  for (const part of path) {
    if (found?.kind === 'map') found = found.entries.get(part);
    else if (found?.kind === 'list') found = found.items[Number(part)];
    else return undefined;
  }
  return found;
}

type Insert = (value: Value, isReplacing?: boolean) => Value;
type Change = (old: Value | undefined, insert: Insert, remove: () => Value) => Value | undefined;

const MAX_DEPTH = 200;

/** Rebuilds the way to a place. Undefined when the way does not exist. */
function change(value: Value, path: readonly string[], how: Change, depth = 0): Value | undefined {
  const [part, ...rest] = path;
  if (part === undefined)
    return how(
      value,
      (each) => each,
      () => value,
    );
  if (depth > MAX_DEPTH) return undefined;
  if (rest.length > 0) {
    const inner = find(value, [part]);
    const changed = inner && change(inner, rest, how, depth + 1);
    return changed && withPart(value, part, changed);
  }
  if (value.kind === 'map') {
    return how(
      value.entries.get(part),
      (each) => ({ ...value, entries: new Map([...value.entries, [part, each]]) }),
      () => ({ ...value, entries: new Map([...value.entries].filter(([key]) => key !== part)) }),
    );
  }
  if (value.kind !== 'list') return undefined;
  const at = part === '-' ? value.items.length : /^\d+$/.test(part) ? Number(part) : Number.NaN;
  if (Number.isNaN(at) || at > value.items.length) return undefined;
  return how(
    value.items[at],
    (each, isReplacing = false) => ({ ...value, items: value.items.toSpliced(at, isReplacing ? 1 : 0, each) }),
    () => ({ ...value, items: value.items.toSpliced(at, 1) }),
  );
}

function withPart(value: Value, part: string, changed: Value): Value | undefined {
  if (value.kind === 'map') return { ...value, entries: new Map([...value.entries, [part, changed]]) };
  return value.kind === 'list' ? { ...value, items: value.items.with(Number(part), changed) } : undefined;
}
