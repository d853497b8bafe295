/** How the readers of networks take attributes that Terraform and CloudFormation call differently. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import type { NetworkEntity } from '../network.ts';
import type { Known, Texts } from '../undecided.ts';
import { isUndecided, known, texts } from '../undecided.ts';

/** A block, its context, and the choice between the words of Terraform and of CloudFormation. */
export interface Reading {
  readonly block: BlockReader;
  readonly context: EntityContext;
  /** The one that this block is written in. */
  readonly at: (terraform: string, cloudformation: string) => string;
}

type Read = (reading: Reading) => NetworkEntity | readonly NetworkEntity[] | null;

/** A reader of the types of both languages. */
export function reader(types: readonly string[], read: Read): EntityReader<NetworkEntity> {
  return {
    types,
    read(block, context) {
      const isTerraform = !context.declared.type.includes('::');
      const found = read({ block, context, at: (terraform, cloudformation) => (isTerraform ? terraform : cloudformation) });
      return found === null ? [] : 'kind' in found ? [found] : found;
    },
  };
}

/** Empty text is none: state and blocks written as attributes have it for what is not set. Unknown parts are HOLEs. */
export function textAt(block: BlockReader, name: string): Known<string | undefined> {
  const value = known(block.text(name));
  return value === '' ? undefined : value;
}

export function textsAt(block: BlockReader, name: string): Texts {
  const { items, rest } = texts(block.strings(name));
  return { items: items.flatMap((each) => each.split(',').map((part) => part.trim())).filter((each) => each !== ''), rest };
}

export function flagAt(block: BlockReader, name: string, otherwise: boolean): Known<boolean> {
  const value = known(block.boolean(name));
  return value ?? otherwise;
}

export function numberAt(block: BlockReader, name: string): Known<number | undefined> {
  return known(block.number(name));
}

/** One text that may be known, as a list. */
export function asTexts(value: Known<string | undefined>): Texts {
  if (value === undefined) return NONE;
  return isUndecided(value) ? { items: [], rest: value.undecided } : { items: [value], rest: null };
}

export const NONE: Texts = { items: [], rest: null };

export function allTexts(...lists: readonly Texts[]): Texts {
  return { items: lists.flatMap(({ items }) => items), rest: lists.find(({ rest }) => rest)?.rest ?? null };
}

/** The first that is set, be it known or not. */
export function firstSet<T>(...values: readonly Known<T | undefined>[]): Known<T | undefined> {
  return values.find((each) => each !== undefined);
}

/** What is not written and not known: the attribute is set but nobody can say to what. */
export function placeOf(block: BlockReader, { base }: EntityContext): EntityContext['base']['place'] {
  return block.place.range ?? base.place;
}
