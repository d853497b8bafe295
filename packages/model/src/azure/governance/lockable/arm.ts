import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineArm, explicit, outside } from '../../../code/index.ts';
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
  read: (resource, context) => ({ isLocked: lock(resource, context), tags: context.tags(resource) }),
});

/** A lock extends the resource; one that extends nothing guards the whole resource group the template is deployed to. */
function lock(resource: BlockReader, context: ReaderContext): Leaf<boolean> {
  if (!resource.resource) return outside('it is not in this code', resource.place);
  const own = context.all('Microsoft.Authorization/locks').find((each) => {
    const scope = each.value('scope') ?? each.value('parent');
    return scope === undefined || context.targets(scope, types).some((target) => target.resource === resource.resource);
  });
  return own ? explicit(true, own.place) : byDefault(false, resource.place);
}
