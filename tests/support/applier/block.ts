/** An evaluated block of Terraform as plain values, what other resources decide filled in. Everything read, missed or left is on record. */
import type { DeclaredBlock, UnknownValue, Value } from '@kumomori/model';

/** What a value that is not in the code is: what the API answered, what a pipeline gives. Undefined: nobody says. */
export type Resolve = (value: UnknownValue) => unknown;

export class Block {
  readonly #declared: DeclaredBlock;
  readonly #resolve: Resolve;
  readonly #missing: string[];
  readonly #read = new Set<string>();
  readonly #children = new Map<string, readonly Block[]>();

  constructor(declared: DeclaredBlock, resolve: Resolve, missing: string[] = []) {
    this.#declared = declared;
    this.#resolve = resolve;
    this.#missing = missing;
  }

  /** The type says what the API takes; what the author wrote is passed on as it is. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what the API takes
  text<T extends string = string>(name: string): T | undefined {
    const value = this.plain(name);
    return value === undefined ? undefined : (String(value) as T);
  }

  number(name: string): number | undefined {
    const value = this.plain(name);
    return value === undefined ? undefined : Number(value);
  }

  flag(name: string): boolean | undefined {
    const value = this.plain(name);
    return value === undefined ? undefined : value === true || value === 'true';
  }

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what the API takes
  texts<T extends string = string>(name: string): T[] | undefined {
    const value = this.plain(name);
    return Array.isArray(value) ? value.map((each) => String(each) as T) : undefined;
  }

  map(name: string): Record<string, string> | undefined {
    const value = this.plain(name);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, string>) : undefined;
  }

  plain(name: string): unknown {
    this.#read.add(name);
    const value = this.#declared.attributes.get(name)?.value;
    return value && this.#plain(value, name);
  }

  /** Blocks written out, and what JSON files write as attributes. Those that perhaps do not exist are left out and on record. */
  blocks(name: string): readonly Block[] {
    this.#read.add(name);
    const known = this.#children.get(name);
    if (known) return known;
    const own = this.#declared.blocks.filter(({ type }) => type === name);
    for (const { uncertain } of own) if (uncertain) this.#missing.push(`${name}: it is not known whether the block exists`);
    const written = this.#declared.attributes.get(name)?.value;
    const asValues = written?.kind === 'list' ? written.items : written ? [written] : [];
    const children = [...own.filter(({ uncertain }) => !uncertain), ...asValues.flatMap((value) => this.#asBlock(name, value))].map(
      (each) => new Block(each, this.#resolve, this.#missing),
    );
    this.#children.set(name, children);
    return children;
  }

  block(name: string): Block | undefined {
    return this.blocks(name)[0];
  }

  /** What nobody could say, by attribute. */
  missing(): readonly string[] {
    return [...new Set(this.#missing)];
  }

  /** Attributes and blocks that were never asked for. */
  unread(): readonly string[] {
    const names = [...this.#declared.attributes.keys(), ...this.#declared.blocks.map(({ type }) => type)];
    const own = [...new Set(names)].filter((name) => !this.#read.has(name));
    return [
      ...own,
      ...[...this.#children].flatMap(([name, blocks]) => blocks.flatMap((each) => each.unread().map((path) => `${name}.${path}`))),
    ];
  }

  #asBlock(type: string, value: Value): readonly DeclaredBlock[] {
    if (value.kind !== 'map') return [];
    const { range, head } = this.#declared;
    const attributes = new Map([...value.entries].map(([key, entry]) => [key, { value: entry, range }]));
    return [{ type, range, head, attributes, blocks: [], uncertain: false, via: null }];
  }

  #plain(value: Value, path: string): unknown {
    switch (value.kind) {
      case 'null':
        return undefined;
      case 'bool':
      case 'number':
      case 'string':
        return value.value;
      case 'list':
      case 'set':
        return value.items.map((item) => this.#plain(item, path)).filter((item) => item !== undefined);
      case 'map':
        return Object.fromEntries([...value.entries].map(([key, entry]) => [key, this.#plain(entry, `${path}.${key}`)]));
      case 'template': {
        let text = '';
        for (const part of value.parts) {
          const piece = typeof part === 'string' ? part : this.#plain(part, path);
          if (piece === undefined) return undefined;
          // In a JSON text what is not inside of quotes is a whole value.
          const isValue = typeof part !== 'string' && value.structure !== null && text.replaceAll('\\"', '').split('"').length % 2 === 1;
          text += isValue ? JSON.stringify(piece) : String(piece);
        }
        return text;
      }
      case 'unknown': {
        const resolved = this.#resolve(value);
        if (resolved === undefined) this.#missing.push(`${path}: ${value.reason.detail}`);
        return resolved;
      }
    }
  }
}
