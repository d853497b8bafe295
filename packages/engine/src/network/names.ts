/** Entities by their names. */
import type { Entity, Known } from '@kumomori/model';

/** Looks up entities by any of their names; the first of a name counts, ids before names. Linear in names; hot: there are hundreds of thousands. */
export class Index<E extends Entity> {
  readonly #entities: readonly E[];
  /** Places in the list. */
  readonly #byName = new Map<string, number>();

  constructor(entities: readonly E[]) {
    this.#entities = entities;
    // Backwards, so that the first of a name is written last: that is one step for each name, asking first would be two.
    for (let at = entities.length - 1; at >= 0; at--) for (const name of entities[at]?.names ?? []) this.#byName.set(name, at);
    for (let at = entities.length - 1; at >= 0; at--) this.#addIds(entities[at], at);
  }

  #addIds(entity: E | undefined, at: number): void {
    if (!entity) return;
    const { id, names } = entity;
    for (let nth = 1; nth < names.length; nth++) if (isId(names[nth] ?? '')) this.#byName.set(names[nth] ?? '', at);
    if (isId(id)) this.#byName.set(id, at);
  }

  get(name: Known<string | undefined>): E | undefined {
    const at = this.placeOf(name);
    return at === undefined ? undefined : this.#entities[at];
  }

  /** Where it stands in the list. */
  placeOf(name: Known<string | undefined>): number | undefined {
    return typeof name === 'string' ? this.#byName.get(name) : undefined;
  }
}

const SLASH = 47;

function isId(text: string): boolean {
  // Of the many that are paths: nothing that begins with `/` is one.
  if (text.codePointAt(0) === SLASH) return false;
  return text.startsWith('~') || text.startsWith('arn:') || /^[a-z]+-[0-9a-f]+$/.test(text);
}
