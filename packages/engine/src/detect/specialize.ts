/** What is left of a predicate once some of an event's fields are known: most rules turn out to be out of the question. */
import type { Compiler } from './evaluate.ts';
import type { Predicate } from './ir.ts';

/** The one text of a field; null: it is not there; undefined: nothing is known of it. */
export type KnownText = string | null | undefined;

/** What is known of fields, and how a text is tested. */
export interface Knowledge extends Pick<Compiler, 'tester'> {
  readonly known: (field: string) => KnownText;
}

/** True and false where what is known settles it. The rest means the same as the whole for every event with these texts. */
export function specialized(predicate: Predicate, knowledge: Knowledge): Predicate | boolean {
  const { known, tester } = knowledge;
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return joined(predicate, knowledge);
    case 'not': {
      const part = specialized(predicate.part, knowledge);
      return typeof part === 'boolean' ? !part : part === predicate.part ? predicate : { kind: 'not', part };
    }
    case 'field': {
      const text = known(predicate.field);
      return text === undefined ? predicate : text !== null && tester(predicate.test)(text);
    }
    case 'absent':
    case 'present': {
      const text = known(predicate.field);
      return text === undefined ? predicate : (text === null) === (predicate.kind === 'absent');
    }
    case 'fields':
      return known(predicate.field) === null || known(predicate.other) === null ? false : predicate;
    default:
      return predicate;
  }
}

function joined({ kind, parts }: Extract<Predicate, { kind: 'and' | 'or' }>, knowledge: Knowledge): Predicate | boolean {
  // One part that is this settles the whole.
  const decides = kind === 'or';
  const left: Predicate[] = [];
  for (const part of parts) {
    const rest = specialized(part, knowledge);
    if (rest === decides) return decides;
    if (typeof rest !== 'boolean') left.push(rest);
  }
  const [only] = left;
  if (!only) return !decides;
  return left.length === 1 ? only : { kind, parts: left };
}

/** The fields a predicate asks for. */
export function fieldsIn(predicate: Predicate): readonly string[] {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return predicate.parts.flatMap((part) => fieldsIn(part));
    case 'not':
      return fieldsIn(predicate.part);
    case 'keyword':
      return [];
    default:
      return predicate.kind === 'fields' ? [predicate.field, predicate.other] : [predicate.field];
  }
}
