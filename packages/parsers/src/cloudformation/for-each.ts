/** `Fn::ForEach::Name: [Identifier, Collection, { Key: Value }]`: the loop of the language extensions, written out before evaluation. */
import type { Value } from '@kumomori/model';
import { listValue, stringValue } from '@kumomori/model';
import type { WrittenMember } from '../documents/index.ts';
import { membersOf, writtenMap } from '../documents/index.ts';
import { toStringValue } from '../values/index.ts';
import type { Scope } from './scope.ts';

export interface ExpandedLoop {
  readonly members: readonly WrittenMember[];
  /** The collection is not known: the members stand for any number of them. */
  readonly isOpen: boolean;
}

export function isLoop(key: string): boolean {
  return key.startsWith('Fn::ForEach::');
}

/**
 * The members a loop gives, identifiers replaced in keys and values; for a collection that is not known the members as they are written.
 * Loops inside of loops are left to whoever reads the members. O(elements × text of the body), bounded by the run's steps.
 */
export function expandLoop(key: string, loop: Value, scope: Scope, evaluate: (value: Value) => Value): ExpandedLoop {
  const [identifier, collection, body] = loop.kind === 'list' ? loop.items : [];
  if (identifier?.kind !== 'string' || !collection || body?.kind !== 'map') {
    scope.run.report(loop.range, { code: 'cloudformation', message: `${key} needs an identifier, a collection and a mapping` });
    return { members: [], isOpen: false };
  }
  const elements = elementsOf(evaluate(collection));
  if (elements === null) return { members: membersOf(body), isOpen: true };
  const { elements: limit } = scope.run.limits;
  if (elements.length > limit) scope.run.report(loop.range, { code: 'limit', message: `${key} has more than ${limit} elements` });
  const members: WrittenMember[] = [];
  for (const element of elements.slice(0, limit)) {
    const replacer = new Replacer(identifier.value, element, (steps) => scope.run.spend(steps, loop.range));
    for (const member of membersOf(body)) members.push(replacer.member(member));
  }
  return { members, isOpen: false };
}

function elementsOf(collection: Value): readonly string[] | null {
  if (collection.kind !== 'list' || collection.rest !== null) return null;
  const texts = collection.items.map(toStringValue);
  return texts.every((text) => text.kind === 'string') ? texts.map((text) => text.value) : null;
}

class Replacer {
  readonly #identifier: string;
  readonly #element: string;
  readonly #spend: (steps: number) => boolean;

  constructor(identifier: string, element: string, spend: (steps: number) => boolean) {
    this.#identifier = identifier;
    this.#element = element;
    this.#spend = spend;
  }

  member({ key, keyRange, value }: WrittenMember): WrittenMember {
    return { key: this.#text(key), keyRange, value: this.#value(value) };
  }

  #value(value: Value): Value {
    if (!this.#spend(1)) return value;
    switch (value.kind) {
      case 'string':
        return value.value.includes(this.#identifier) ? { ...value, value: this.#text(value.value) } : value;
      case 'list':
        return listValue(
          value.items.map((item) => this.#value(item)),
          value.range,
        );
      case 'map': {
        if (this.#isReference(value.entries)) return stringValue(this.#element, value.range);
        return writtenMap(
          membersOf(value).map((member) => this.member(member)),
          value.range,
        );
      }
      default:
        return value;
    }
  }

  #isReference(entries: ReadonlyMap<string, Value>): boolean {
    const name = entries.size === 1 ? entries.get('Ref') : undefined;
    return name?.kind === 'string' && name.value === this.#identifier;
  }

  /** `&{X}` leaves out what a logical id may not hold. */
  #text(text: string): string {
    if (!text.includes('{')) return text;
    return text
      .replaceAll(`\${${this.#identifier}}`, () => this.#element)
      .replaceAll(`&{${this.#identifier}}`, () => this.#element.replaceAll(/[^A-Za-z0-9]/g, ''));
  }
}
