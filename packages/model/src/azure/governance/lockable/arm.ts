import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineArm, explicit, outside } from '../../../code/index.ts';
import type { Value } from '../../../value.ts';
import type { Naming } from '../../core/index.ts';
import { linksOf } from '../../core/index.ts';
import type { Lockable } from './shape.ts';

const types = [
  'Microsoft.Storage/storageAccounts',
  'Microsoft.KeyVault/vaults',
  'Microsoft.Sql/servers',
  'Microsoft.Sql/servers/databases',
  'Microsoft.DBforPostgreSQL/flexibleServers',
  'Microsoft.DBforMySQL/flexibleServers',
  'Microsoft.DocumentDB/databaseAccounts',
  'Microsoft.RecoveryServices/vaults',
];

export const arm = defineArm<Lockable>({
  types,
  identity: ['name'],
  read: (resource, context) => ({ isLocked: isLockedBy(resource, context), tags: context.tags(resource) }),
});

/** A lock extends the resource; one that extends nothing guards the whole resource group the template is deployed to. */
function isLockedBy(resource: BlockReader, context: ReaderContext): Leaf<boolean> {
  if (!resource.resource) return outside('it is not in this code', resource.place);
  const locks = context.all('Microsoft.Authorization/locks');
  const namings = (each: BlockReader): readonly Naming<BlockReader>[] => [{ value: scopeOf(each), from: each }];
  const { to, elsewhere } = linksOf(locks, types, { context, namings });
  const own = to.get(resource.resource)?.[0] ?? elsewhere.find((each) => scopeOf(each) === undefined);
  return own ? explicit(true, own.place) : byDefault(false, resource.place);
}

function scopeOf(lock: BlockReader): Value | undefined {
  return lock.value('scope') ?? lock.value('parent');
}
