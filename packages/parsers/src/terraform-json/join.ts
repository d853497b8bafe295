/** A plan on the lines of its code: values from the plan, places from the code. */
import type { DeclaredAttribute, DeclaredBlock, DeclaredResource, Provenance, Range, Source, Value } from '@kumomori/model';
import { bareAddress } from '@kumomori/model';

/**
 * The planned resources with the places of the blocks that have the same address in the code; what the code lacks keeps its place in the
 * plan. `folder`: put before the paths of the code (`../infra`), '' for none. O(values).
 */
export function onSourceLines(
  planned: readonly DeclaredResource[],
  code: readonly DeclaredResource[],
  folder: string,
): readonly DeclaredResource[] {
  const exact = new Map(code.map((resource) => [resource.address, resource]));
  const bare = new Map(code.map((resource) => [bareAddress(resource.address), resource]));
  const join = new Join(folder);
  return planned.map((resource) => {
    const written = exact.get(resource.address) ?? bare.get(bareAddress(resource.address));
    return written ? { ...resource, moduleDir: written.moduleDir, block: join.block(resource.block, written.block) } : resource;
  });
}

class Join {
  readonly #folder: string;
  readonly #sources = new Map<Source, Source>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  block(planned: DeclaredBlock, written: DeclaredBlock): DeclaredBlock {
    const head = this.#range(written.head);
    const attributes = new Map<string, DeclaredAttribute>();
    for (const [name, { value }] of planned.attributes) {
      const attribute = written.attributes.get(name);
      const nested = written.blocks.filter(({ type }) => type === name);
      if (attribute) attributes.set(name, { value: this.#placed(value, attribute.value), range: this.#range(attribute.range) });
      else attributes.set(name, { value: nested.length > 0 ? this.#blocks(value, nested) : this.#everywhere(value, head), range: head });
    }
    return { ...planned, range: this.#range(written.range), head, attributes };
  }

  /** Nested blocks are lists of objects in a plan; those of a set come in another order than in the code. */
  #blocks(value: Value, blocks: readonly DeclaredBlock[]): Value {
    if (value.kind === 'map') return blocks[0] ? this.#object(value, blocks[0]) : value;
    if (value.kind !== 'list' && value.kind !== 'set') return { ...value, range: this.#range(blocks[0]?.head ?? null) };
    const left = [...blocks];
    const items = value.items.map((item) => {
      const best = left.reduce<DeclaredBlock | undefined>(
        (one, other) => (one && likeness(item, one) >= likeness(item, other) ? one : other),
        undefined,
      );
      if (!best || item.kind !== 'map') return item;
      if (left.length > 1) left.splice(left.indexOf(best), 1);
      return this.#object(item, best);
    });
    return { ...value, items, range: this.#range(blocks[0]?.head ?? null) };
  }

  #object(value: Value & { readonly kind: 'map' }, written: DeclaredBlock): Value {
    const head = this.#range(written.head);
    const entries = new Map<string, Value>();
    for (const [name, entry] of value.entries) {
      const attribute = written.attributes.get(name);
      const nested = written.blocks.filter(({ type }) => type === name);
      if (attribute) entries.set(name, this.#placed(entry, attribute.value));
      else entries.set(name, nested.length > 0 ? this.#blocks(entry, nested) : this.#everywhere(entry, head));
    }
    return { ...value, entries, range: head, via: this.#via(written.via) };
  }

  /** The planned value at the place of the written one; what both do not know keeps what the code refers to. */
  #placed(planned: Value, written: Value): Value {
    const place = {
      range: this.#range(written.range) ?? planned.range,
      via: this.#via(written.via),
      sensitive: planned.sensitive || written.sensitive,
    };
    if (planned.kind === 'unknown')
      return written.kind === 'unknown' ? { ...written, ...place } : { ...planned, ...place, refs: written.refs };
    if ((planned.kind === 'list' || planned.kind === 'set') && (written.kind === 'list' || written.kind === 'set')) {
      const isSame = planned.items.length === written.items.length && planned.kind === written.kind;
      const items = planned.items.map((item, index) => {
        const other = isSame ? written.items[index] : undefined;
        return other ? this.#placed(item, other) : this.#everywhere(item, place.range);
      });
      return { ...planned, ...place, items };
    }
    if (planned.kind === 'map' && written.kind === 'map') {
      const entries = [...planned.entries].map(([key, entry]) => {
        const other = written.entries.get(key);
        return [key, other ? this.#placed(entry, other) : this.#everywhere(entry, place.range)] as const;
      });
      return { ...planned, ...place, entries: new Map(entries) };
    }
    if (planned.kind === 'string' || planned.kind === 'template') {
      const own = written.kind === 'string' || written.kind === 'template' ? written.structure : null;
      const structure =
        planned.structure && (own ? this.#placed(planned.structure, own) : this.#everywhere(planned.structure, place.range));
      return { ...planned, ...place, structure, refs: planned.refs.length > 0 ? planned.refs : written.refs };
    }
    return { ...planned, ...place };
  }

  /** One place for a value that the code does not say: a default, or what a function made. */
  #everywhere(value: Value, range: Range | null): Value {
    if (value.kind === 'list' || value.kind === 'set')
      return { ...value, range, items: value.items.map((item) => this.#everywhere(item, range)) };
    if (value.kind !== 'map') return { ...value, range };
    return { ...value, range, entries: new Map([...value.entries].map(([key, entry]) => [key, this.#everywhere(entry, range)])) };
  }

  #range<R extends Range | null>(range: R): R {
    if (range === null || this.#folder === '') return range;
    const { source } = range;
    let moved = this.#sources.get(source);
    if (!moved) {
      moved = { ...source, path: `${this.#folder}/${source.path}` };
      this.#sources.set(source, moved);
    }
    return { ...range, source: moved };
  }

  #via(via: Provenance | null): Provenance | null {
    return via && { ...via, range: this.#range(via.range), next: this.#via(via.next) };
  }
}

/** Scalars that a planned object and a written block have in common. */
function likeness(value: Value, block: DeclaredBlock): number {
  if (value.kind !== 'map') return 0;
  let score = 0;
  for (const [name, { value: written }] of block.attributes) {
    const planned = value.entries.get(name);
    if (planned && 'value' in planned && 'value' in written && planned.value === written.value) score++;
    else if (planned && (planned.kind === 'list' || planned.kind === 'set') && (written.kind === 'list' || written.kind === 'set')) {
      const own = new Set(planned.items.map((item) => ('value' in item ? item.value : item)));
      score += written.items.filter((item) => 'value' in item && own.has(item.value)).length;
    }
  }
  return score;
}
