/**
 * Statements about one action, found by the resource: a policy of fifty statements about fifty buckets is asked only for those whose patterns begin like the
 * resource of the request. The patterns' beginnings (up to the first wildcard) are looked up by their length, of which there are few.
 */
import type { CompiledStatement } from './compile.ts';
import type { ResourceText } from './arn.ts';

/** Below this, going through all is faster. */
const MIN_INDEXED = 4;
/** Above this, looking up is not worth it. */
const MAX_LENGTHS = 12;

export class StatementList {
  readonly all: readonly CompiledStatement[];
  /** What has to be asked whatever the resource is; null: there is no index. */
  readonly #always: readonly CompiledStatement[] | null;
  readonly #lengths: readonly number[];
  readonly #byPrefix: ReadonlyMap<string, readonly CompiledStatement[]>;

  constructor(all: readonly CompiledStatement[]) {
    this.all = all;
    const byPrefix = new Map<string, CompiledStatement[]>();
    const always: CompiledStatement[] = [];
    for (const statement of all.length < MIN_INDEXED ? [] : all) {
      const prefixes = statement.resources?.prefixes ?? null;
      if (prefixes === null) always.push(statement);
      else for (const prefix of prefixes) byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), statement]);
    }
    const lengths = [...new Set([...byPrefix.keys()].map((prefix) => prefix.length))];
    const isIndexed = byPrefix.size > 0 && lengths.length <= Math.min(MAX_LENGTHS, all.length);
    this.#always = isIndexed ? always : null;
    this.#lengths = lengths;
    this.#byPrefix = byPrefix;
  }

  /** Every statement that can apply to the resource, and perhaps others; one may be there twice. */
  about(resource: ResourceText): readonly CompiledStatement[] {
    const always = this.#always;
    if (always === null || resource.hole) return this.all;
    let found = always;
    for (const length of this.#lengths) {
      const some = this.#byPrefix.get(resource.text.slice(0, length));
      if (some !== undefined) found = found.length === 0 ? some : [...found, ...some];
    }
    return found;
  }
}
