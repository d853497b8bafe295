/** Bicep resources as maps for edits. */
import type { BicepExpression, BicepResource } from '../bicep/index.ts';
import { parseBicep } from '../bicep/index.ts';
import type { WrittenNode } from './document.ts';
import { EMPTY } from './document.ts';

/** A resource of an ARM template or a Bicep file, in the order of the text. */
export interface ArmWritten {
  /** With the parent's before, in small letters. */
  readonly type: string;
  /** Null: computed. */
  readonly name: string | null;
  readonly node: WrittenNode;
  /** The resource as a whole: its type stands before the map. */
  readonly start: number;
  /** Index of the resource it stands in or names as its parent. */
  readonly parent: number | null;
}

/** What the file deploys itself: no modules, nothing that exists already. */
export function bicepResources(text: string): readonly ArmWritten[] {
  const found: ArmWritten[] = [];
  const bySymbol = new Map<string, number>();
  const look = (resource: BicepResource, around: number | null): void => {
    const body = bodyOf(resource.body);
    if (resource.isModule || body?.kind !== 'object') return;
    const named = body.properties.find(({ key }) => key === 'parent')?.value;
    const parent = around ?? (named?.kind === 'name' ? (bySymbol.get(named.name) ?? null) : null);
    const own = resource.type.replace(/@.*$/, '').toLowerCase();
    const type = around !== null && !own.includes('/') ? `${found[around]?.type ?? ''}/${own}` : own;
    const node = fromBicep(body, text);
    const name = node.members.find(({ key }) => key === 'name')?.value?.value;
    bySymbol.set(resource.symbol, found.length);
    const index = found.push({ type: resource.isExisting ? '' : type, name: nameOf(name), node, start: resource.start, parent }) - 1;
    for (const each of body.resources) look(each, index);
  };
  for (const each of parseBicep({ path: '', text }).resources) look(each, null);
  return found;
}

function nameOf(value: WrittenNode['value'] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function bodyOf(body: BicepExpression): BicepExpression | null {
  if (body.kind === 'loop' || body.kind === 'guarded') return bodyOf(body.body);
  return body;
}

function fromBicep(expression: BicepExpression, text: string): WrittenNode {
  const { start, end } = expression;
  switch (expression.kind) {
    case 'object': {
      const members = expression.properties.map(({ key, keyStart, keyEnd, value }) => ({
        key,
        keyStart,
        keyEnd,
        value: fromBicep(value, text),
      }));
      return { ...EMPTY, kind: 'map', start, end, members };
    }
    case 'array':
      return { ...EMPTY, kind: 'list', start, end, items: expression.items.map((each) => fromBicep(each, text)) };
    case 'literal':
      return { ...EMPTY, kind: 'scalar', start, end, value: expression.value };
    case 'string': {
      const [only = ''] = expression.parts;
      if (expression.parts.length > 1 || typeof only !== 'string') break;
      return { ...EMPTY, kind: 'scalar', start, end, value: only, style: text.startsWith("'''", start) ? 'block' : 'single' };
    }
    default:
      break;
  }
  return { ...EMPTY, kind: 'scalar', start, end, tag: '' };
}
