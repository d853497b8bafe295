/** What the readers of Azure share: ids without case, identities of resources, the names that follow from code. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityBase, EntityContext, EntityReader } from '../entity.ts';
import { mapTexts, textAt, textsAt, union, valuesAt } from '../reading.ts';
import type { Texts } from '../undecided.ts';
import { isUndecided } from '../undecided.ts';
import type { NameRule } from '../naming.ts';

/** Resource Manager takes its ids in any case: here they are in lower case. Other texts stay. */
export function azureId(text: string): string {
  return /^\/(?:subscriptions|providers)\//i.test(text) ? text.toLowerCase() : text;
}

/** The reader with types also in lower case, and every id that it reads in lower case. */
export function azureReader<E extends EntityBase>(reader: EntityReader<E>): EntityReader<E> {
  return {
    types: [...new Set(reader.types.flatMap((type) => (type.startsWith('Microsoft.') ? [type, type.toLowerCase()] : [type])))],
    read: (block, context) => {
      const names = [...new Set([...context.base.names.map(azureId), ...context.base.names])];
      const base = { ...context.base, id: azureId(context.base.id), names };
      return reader.read(block, { ...context, base, arn: base.id }).map(withPlainIds);
    },
  };
}

function withPlainIds<E extends EntityBase>(entity: E): E {
  const plain = Object.entries(entity).map(([key, value]: readonly [string, unknown]) => [
    key,
    isTexts(value) ? mapTexts(value, azureId) : value,
  ]);
  // The same entity: only the case of texts in its lists changed.
  return Object.fromEntries(plain) as E;
}

function isTexts(value: unknown): value is Texts {
  return typeof value === 'object' && value !== null && 'items' in value && 'rest' in value;
}

/**
 * Managed identities of a resource: ids of those it is given, and of its own one, which is called `ID#identity`. Source: Azure documentation,
 * "Managed identities for Azure resources", read 2026-11-22.
 */
export function identitiesOf(block: BlockReader, { base }: Pick<EntityContext, 'base'>): Texts {
  const type = textAt(block, 'identity.type');
  const hasOwn = typeof type === 'string' && /SystemAssigned/i.test(type);
  const own: Texts = { items: hasOwn ? [ownIdentity(base)] : [], rest: isUndecided(type) ? type.undecided : null };
  return union([own, textsAt(block, 'identity.identity_ids identity.user_assigned_identity_id'), keysAt(block)]);
}

export function ownIdentity(base: Pick<EntityBase, 'id'>): string {
  return `${base.id}#identity`;
}

/** `userAssignedIdentities` has the ids as keys; in templates they may be expressions, of which the last literal is the name. */
function keysAt(block: BlockReader): Texts {
  const keys = valuesAt(block, 'identity.userAssignedIdentities').flatMap(({ value }) =>
    value.kind === 'map' ? [...value.entries.keys()] : [],
  );
  const items = keys.map((key) => /^\[resourceId\([^[\]]{0,300}'([^']{1,128})'\s{0,4}\)\]$/.exec(key)?.[1] ?? key);
  const hidden = items.some((each) => each.startsWith('['));
  const detail = 'the id of the identity is an expression';
  return { items: items.filter((each) => !each.startsWith('[')), rest: hidden ? { code: 'unsupported', detail } : null };
}

/** Rules for a type of Terraform and the type of Resource Manager that it makes. */
export function azureName(terraform: string, arm: string, name = 'name'): readonly (readonly [string, NameRule])[] {
  const id = (group: string): string => `/subscriptions/{account}/resourceGroups/${group}/providers/${arm}/{name}`;
  const own = { 'identity[0].principal_id': '{self}.principal', 'identity.0.principal_id': '{self}.principal' };
  return [
    ...terraform
      .split(' ')
      .filter((type) => type !== '')
      .map((type) => [type, { name: [name], attributes: { id: id('{=resource_group_name|~group}'), name: '{name}', ...own } }] as const),
    ...[arm, arm.toLowerCase()].map((type) => [type, { name: ['name'], attributes: { id: id('~group') } }] as const),
  ];
}
