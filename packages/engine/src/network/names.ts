/** Entities by their names. */
import type { Entity, Known } from '@kumomori/model';

/** Looks up entities by any of their names; the first of a name counts, ids before names. */
export class Index<E extends Entity> {
  readonly #byName = new Map<string, E>();

  constructor(entities: readonly E[]) {
    for (const each of entities) for (const id of [each.id, ...each.names.slice(1)]) if (isId(id)) this.#add(id, each);
    for (const each of entities) for (const name of each.names) this.#add(name, each);
  }

  #add(name: string, entity: E): void {
    if (!this.#byName.has(name)) this.#byName.set(name, entity);
  }

  get(name: Known<string | undefined>): E | undefined {
    return typeof name === 'string' ? this.#byName.get(name) : undefined;
  }
}

function isId(text: string): boolean {
  return text.startsWith('~') || text.startsWith('arn:') || /^[a-z]+-[0-9a-f]+$/.test(text);
}
