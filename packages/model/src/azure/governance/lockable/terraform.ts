import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, outside, unresolved } from '../../../code/index.ts';
import type { Lockable } from './shape.ts';

const types = [
  'azurerm_storage_account',
  'azurerm_key_vault',
  'azurerm_mssql_server',
  'azurerm_mssql_database',
  'azurerm_postgresql_flexible_server',
  'azurerm_mysql_flexible_server',
  'azurerm_cosmosdb_account',
  'azurerm_recovery_services_vault',
];

export const terraform = defineTerraform<Lockable>({
  types,
  identity: ['name'],
  read: (resource, context) => ({ isLocked: lock(resource, context), tags: context.tags(resource) }),
});

/** A lock names the resource, or its resource group. */
function lock(resource: BlockReader, context: ReaderContext): Leaf<boolean> {
  if (!resource.resource) return outside('it is not in this code', resource.place);
  const groups = context.targets(resource.value('resource_group_name'), ['azurerm_resource_group']).map((group) => group.resource);
  const locks = context.all('azurerm_management_lock');
  const own = locks.find((each) =>
    context
      .targets(each.value('scope'), [...types, 'azurerm_resource_group'])
      .some((target) => target.resource === resource.resource || groups.includes(target.resource)),
  );
  if (own)
    return own.uncertain
      ? unresolved({ code: 'computed', detail: 'it is not known whether the lock exists' }, own.place)
      : explicit(true, own.place);
  return byDefault(false, resource.place);
}
