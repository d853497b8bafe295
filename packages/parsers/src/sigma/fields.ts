/** Reading values of a Sigma document, with the line for what is wrong. */
import type { MapValue, SigmaData, SigmaScalar, Value } from '@kumomori/model';
import { startLine } from '@kumomori/model';
import type { WrittenMember } from '../documents/index.ts';
import { membersOf, repeatedMembers } from '../documents/index.ts';

/** Ends the reading of one document; caught in read-sigma.ts and nowhere else. */
export class SigmaError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** What is written in a mapping, in its order, with the line of each key. */
export interface Member {
  readonly key: string;
  readonly value: Value;
  readonly line: number;
}

const MAX_SHOWN = 60;

export function shown(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

export function lineOf(value: Value, otherwise: number): number {
  return value.range ? startLine(value.range) : otherwise;
}

/** Throws for a key that is written twice: one of the two would be lost. */
export function members(map: MapValue, line: number): readonly Member[] {
  const [repeated] = repeatedMembers(map);
  if (repeated) throw new SigmaError(`the key "${shown(repeated.key)}" is written twice`, lineOfMember(repeated, line));
  return membersOf(map).map((member) => ({ key: member.key, value: member.value, line: lineOfMember(member, line) }));
}

function lineOfMember({ keyRange, value }: WrittenMember, otherwise: number): number {
  return keyRange ? startLine(keyRange) : lineOf(value, otherwise);
}

/** A scalar, or null for a mapping or list. Numbers with leading zeros are names (account ids), so text. */
export function scalarOf(value: Value): { readonly scalar: SigmaScalar } | null {
  switch (value.kind) {
    case 'null':
      return { scalar: null };
    case 'bool':
    case 'string':
      return { scalar: value.value };
    case 'number': {
      const text = value.range ? value.range.source.text.slice(value.range.start, value.range.end) : '';
      return { scalar: /^0\d+$/.test(text) || !isExact(text, value.value) ? text : value.value };
    }
    default:
      return null;
  }
}

/** Whole numbers beyond 2^53 lose digits as numbers. */
function isExact(text: string, value: number): boolean {
  return !/^[-+]?\d+$/.test(text) || Number.isSafeInteger(value);
}

/** Text of a key that holds one; null where it is not written. Numbers and booleans are taken as they read. */
export function textOf(member: Member | undefined, what: string): string | null {
  if (!member || member.value.kind === 'null') return null;
  const scalar = scalarOf(member.value);
  if (!scalar) throw new SigmaError(`${what} has to be a text`, member.line);
  return String(scalar.scalar);
}

/** A list of texts, or a single text; empty where it is not written. */
export function textsOf(member: Member | undefined, what: string): readonly string[] {
  if (!member || member.value.kind === 'null') return [];
  const items = member.value.kind === 'list' ? member.value.items : [member.value];
  return items.map((item) => {
    const scalar = scalarOf(item);
    if (!scalar || scalar.scalar === null) throw new SigmaError(`${what} has to be a list of texts`, lineOf(item, member.line));
    return String(scalar.scalar);
  });
}

export function dataOf(value: Value): SigmaData {
  if (value.kind === 'map') return Object.fromEntries([...value.entries].map(([key, each]) => [key, dataOf(each)]));
  if (value.kind === 'list' || value.kind === 'set') return value.items.map((item) => dataOf(item));
  return scalarOf(value)?.scalar ?? null;
}
