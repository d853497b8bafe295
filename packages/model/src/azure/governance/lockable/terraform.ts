import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, outside, unresolved } from '../../../code/index.ts';
import type { Naming } from '../../core/index.ts';
import { linksOf } from '../../core/index.ts';
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
  const named = context.targets(resource.value('resource_group_name'), ['azurerm_resource_group']).flatMap((group) => group.resource ?? []);
  const namings = (each: BlockReader): readonly Naming<BlockReader>[] => [{ value: each.value('scope'), from: each }];
  const { to } = linksOf(context.all('azurerm_management_lock'), [...types, 'azurerm_resource_group'], { context, namings });
  const own = [resource.resource, ...named].flatMap((each) => to.get(each) ?? [])[0];
  if (!own) return byDefault(false, resource.place);
  return own.uncertain
    ? unresolved({ code: 'computed', detail: 'it is not known whether the lock exists' }, own.place)
    : explicit(true, own.place);
}
