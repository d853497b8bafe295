/** What code leaves to the provider and a state knows: ids, ARNs, generated names. */
import type { CodeRoot, DeclaredBlock, DeclaredResource, Range, Value } from '@kumomori/model';

/** The instances of a state by address, data sources left out. */
export type StateInstances = ReadonlyMap<string, DeclaredResource>;

export function stateInstances(root: CodeRoot): StateInstances {
  return new Map(root.resources.flatMap((each) => (each.mode === 'managed' ? [[each.address, each]] : [])));
}

/** How many resources of a root a state knows: it belongs to the root that it knows most of. */
export function knownBy(state: StateInstances, root: CodeRoot): number {
  return root.resources.filter(({ mode, address, type }) => mode === 'managed' && state.get(address)?.type === type).length;
}

/** The root with the values that only the state knows; what the code says stays as it says it. O(values). */
export function withStateValues(root: CodeRoot, state: StateInstances): CodeRoot {
  return {
    ...root,
    resources: root.resources.map((resource) => {
      const known = resource.mode === 'managed' ? state.get(resource.address) : undefined;
      return known?.type === resource.type ? { ...resource, block: filledBlock(resource.block, known.block) } : resource;
    }),
  };
}

function filledBlock(block: DeclaredBlock, known: DeclaredBlock): DeclaredBlock {
  const attributes = new Map(
    [...block.attributes].map(([name, attribute]) => {
      const value = known.attributes.get(name)?.value;
      return [name, value ? { ...attribute, value: filled(attribute.value, value, attribute.range) } : attribute];
    }),
  );
  const blocks = block.blocks.map((nested) => {
    const same = block.blocks.filter(({ type }) => type === nested.type);
    const value = known.attributes.get(nested.type)?.value;
    const items = value?.kind === 'list' || value?.kind === 'set' ? value.items : value ? [value] : [];
    const own = items.length === same.length ? items[same.length === 1 ? 0 : same.indexOf(nested)] : undefined;
    return own ? filledObject(nested, own) : nested;
  });
  return { ...block, attributes, blocks };
}

/** Blocks of a set lie in a state in an order of their own: one that contradicts the code is that of another block. */
function filledObject(block: DeclaredBlock, known: Value): DeclaredBlock {
  if (known.kind !== 'map') return block;
  for (const [name, { value }] of block.attributes) {
    const other = known.entries.get(name);
    if (other && 'value' in value && 'value' in other && String(value.value) !== String(other.value)) return block;
  }
  const attributes = new Map(
    [...block.attributes].map(([name, attribute]) => {
      const value = known.entries.get(name);
      return [name, value ? { ...attribute, value: filled(attribute.value, value, attribute.range) } : attribute];
    }),
  );
  return { ...block, attributes };
}

/** The value with its unknown parts as the state has them, at the place of the code. */
function filled(value: Value, known: Value, range: Range): Value {
  switch (value.kind) {
    case 'unknown':
      return value.reason.code === 'ignored' || known.kind === 'unknown' ? value : placed(known, value, value.range ?? range);
    case 'template':
      if (known.kind !== 'string') return value;
      return {
        ...placed(known, value, value.range ?? range),
        structure: value.structure && known.structure ? filled(value.structure, known.structure, range) : known.structure,
      } as Value;
    case 'string':
      return value.structure && known.kind === 'string' && known.structure
        ? { ...value, structure: filled(value.structure, known.structure, range) }
        : value;
    case 'list':
    case 'set': {
      const isSame = (known.kind === 'list' || known.kind === 'set') && known.items.length === value.items.length && !value.rest;
      if (!isSame) return value;
      return { ...value, items: value.items.map((item, index) => filled(item, known.items[index] ?? item, item.range ?? range)) };
    }
    case 'map': {
      if (known.kind !== 'map') return value;
      return {
        ...value,
        entries: new Map(
          [...value.entries].map(([key, entry]) => {
            const other = known.entries.get(key);
            return [key, other ? filled(entry, other, entry.range ?? range) : entry];
          }),
        ),
      };
    }
    default:
      return value;
  }
}

function placed(known: Value, { via, refs, sensitive }: Value, range: Range): Value {
  const at = { range, via, refs: refs.length > 0 ? refs : known.refs, sensitive: sensitive || known.sensitive };
  if (known.kind === 'list' || known.kind === 'set')
    return { ...known, ...at, items: known.items.map((item) => placed(item, item, range)) };
  if (known.kind !== 'map') return { ...known, ...at };
  return { ...known, ...at, entries: new Map([...known.entries].map(([key, entry]) => [key, placed(entry, entry, range)])) };
}
