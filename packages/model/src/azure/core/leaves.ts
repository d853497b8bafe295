/** What readers of Azure formats do with single values: the same setting is a boolean for azurerm and a word for Resource Manager. */
import type { BlockReader, Leaf, ListNode } from '../../code/index.ts';
import { byDefault, explicit, list, unresolved } from '../../code/index.ts';

/** The same state and place with another value. */
export function mapLeaf<A, B>(leaf: Leaf<A>, change: (value: A) => B): Leaf<B> {
  const { node, state, place, reason, sensitive } = leaf;
  return { node, state, value: leaf.value === undefined ? undefined : change(leaf.value), place, reason, sensitive };
}

/** True for one of the words, whatever their case; a text that is not written is none of them. */
export function isWord(leaf: Leaf<string | undefined>, ...words: readonly string[]): Leaf<boolean> {
  if (leaf.state === 'absent') return byDefault(false, leaf.place);
  return mapLeaf(leaf, (text) => words.some((word) => word.toLowerCase() === text?.toLowerCase()));
}

/** The word as it is documented, whatever case it is written in; another text as it is. */
export function spelled<T extends string | undefined>(leaf: Leaf<T>, ...words: readonly (T & string)[]): Leaf<T> {
  return mapLeaf(leaf, (text) => words.find((word) => word.toLowerCase() === text?.toLowerCase()) ?? text);
}

/** `'Enabled'` or `'Disabled'` of Resource Manager, and booleans where older API versions have them. Not written: `standard`. */
export function isEnabled(block: BlockReader, name: string, standard: boolean): Leaf<boolean> {
  const word = block.string(name, { default: standard ? 'Enabled' : 'Disabled' });
  return isWord(word, 'Enabled', 'true', 'SecuredByPerimeter');
}

/** The first of several names of one argument that is written; the first when none is. For arguments that azurerm 4 renamed. */
export function writtenName(block: BlockReader, ...names: readonly [string, ...string[]]): string {
  return names.find((name) => block.value(name) !== undefined) ?? names[0];
}

/** The opposite of a boolean leaf (`disableLocalAuth`). */
export function not(leaf: Leaf<boolean>): Leaf<boolean> {
  return mapLeaf(leaf, (value) => !value);
}

/** Does the resource have a managed identity? `identity { type = … }` of azurerm, `identity: { type: … }` of Resource Manager, where `None` is none. */
export function hasIdentity(block: BlockReader): Leaf<boolean> {
  const type = block.block('identity').string('type');
  if (type.state === 'absent') return byDefault(false, type.place);
  return mapLeaf(type, (text) => text !== undefined && !['', 'none'].includes(text.trim().toLowerCase()));
}

/** A text that lists words (`SMB3.0;SMB3.1.1`, `Logging, Metrics`) as a list; `standard` holds when nothing is written. */
export function splitList(leaf: Leaf<string | undefined>, separator: string, standard: readonly string[]): ListNode<string> {
  const { place } = leaf;
  if (leaf.state === 'unresolved' || leaf.state === 'outside') return { node: 'list', items: [], rest: openEnd(leaf), place };
  const words = leaf.value?.split(separator).map((word) => word.trim());
  const nodes = words?.filter((word) => word !== '').map((word) => explicit(word, place)) ?? standard.map((word) => byDefault(word, place));
  return list<string>(nodes, place);
}

/** What stands for the elements that a leaf nobody knows may add to a list. */
export function openEnd({ state, reason, place }: Leaf<unknown>): Leaf<never> {
  return { node: 'leaf', state, value: undefined, place, reason, sensitive: false };
}

/**
 * `Allow` or `Deny` of a firewall for the networks it does not name: Deny when public network access is off. A firewall for something that
 * is not in this code speaks for itself.
 */
export function defaultAction(action: Leaf<string>, isPublic: Leaf<boolean>): Leaf<string> {
  if (isPublic.value === false) return mapLeaf(isPublic, () => 'Deny');
  const word = spelled(action, 'Allow', 'Deny');
  return word.value === 'Allow' && isPublic.state === 'unresolved' ? openEnd(isPublic) : word;
}

/** Is there an element in a list, or anything in a text that lists something? */
export function hasElements(block: BlockReader, name: string): Leaf<boolean> {
  const value = block.value(name);
  if (value?.kind !== 'list' && value?.kind !== 'set') return block.isSet(name);
  const place = block.placeOf(name);
  if (value.items.length > 0) return explicit(true, place);
  return value.rest ? unresolved(value.rest.reason, place) : explicit(false, place);
}

/**
 * Is a secret written out in the code: as a literal, or as the default of a variable? What is handed in, generated or looked up is not. The
 * leaf is sensitive, so that no report shows the line.
 */
export function isWrittenOut(block: BlockReader, ...names: readonly string[]): Leaf<boolean> {
  const name = names.find((each) => block.value(each)?.kind === 'string');
  if (name === undefined || block.string(name).value === '') return block.boolean('secret', { default: false });
  return explicit(true, block.placeOf(name), true);
}
