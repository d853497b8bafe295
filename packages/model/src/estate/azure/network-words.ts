/** How the readers of Azure's networks take ids, which Resource Manager writes in any case, and choices between two vocabularies. */
import type { BlockReader } from '../../code/index.ts';
import type { AzureNetworkEntity } from '../network-azure.ts';
import type { CloudNetworkEntity } from '../network-clouds.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import { mapTexts, textAt, textsAt } from '../reading.ts';
import type { Known, Texts } from '../undecided.ts';
import { isUndecided } from '../undecided.ts';
import { azureId, azureReader } from './words.ts';

export type AzureEntity = AzureNetworkEntity | CloudNetworkEntity;

/** Of types of Terraform and of Resource Manager, separated by spaces. */
export function networkReader(
  types: string,
  read: (block: BlockReader, context: EntityContext) => AzureEntity | readonly AzureEntity[],
): EntityReader<AzureEntity> {
  return azureReader({
    types: types.split(' '),
    read: (block, context) => {
      const found = read(block, context);
      return 'kind' in found ? [found] : found;
    },
  });
}

/** An id or a name; empty text is none. */
export function idAt(block: BlockReader, paths: string): Known<string | undefined> {
  const found = textAt(block, paths);
  return typeof found === 'string' ? (found === '' ? undefined : azureId(found)) : found;
}

export function idsAt(block: BlockReader, paths: string): Texts {
  const { items, rest } = mapTexts(textsAt(block, paths), azureId);
  return { items: items.filter((each) => each !== ''), rest };
}

export function placeOf(block: BlockReader, { base }: EntityContext): EntityContext['base']['place'] {
  return block.place.range ?? base.place;
}

/** One of a closed set of words: what stands for something that nobody knows is none of them. */
export function wordAt(block: BlockReader, paths: string): Known<string | undefined> {
  const found = textAt(block, paths);
  if (typeof found !== 'string' || !/[~\uFFFC]/.test(found)) return found;
  return { undecided: { code: 'computed', detail: `${found.replace(/^~/, '')} is not known` } };
}

/** Words that mean yes. */
export function isOneOf(text: Known<string | undefined>, words: string, otherwise: boolean): Known<boolean> {
  if (text === undefined) return otherwise;
  return isUndecided(text) ? text : words.split(' ').includes(text.toLowerCase());
}

/** Names of something inside of a thing: `ID/backendaddresspools/NAME`. */
export function within({ names }: Pick<EntityContext['base'], 'names'>, kind: string, name: string): readonly string[] {
  return names.map((each) => azureId(`${each}/${kind}/${name}`));
}
