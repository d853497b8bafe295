import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import type { LakeSettings, DefaultGrant } from './shape.ts';

export const terraform = defineTerraform<LakeSettings>({
  types: ['aws_lakeformation_data_lake_settings'],
  identity: ['catalog_id'],
  read: (settings) => ({
    databaseDefaults: settings.list<DefaultGrant>('create_database_default_permissions', grant),
    tableDefaults: settings.list<DefaultGrant>('create_table_default_permissions', grant),
  }),
});

function grant(block: BlockReader): NodeOf<DefaultGrant> {
  return object<DefaultGrant>({ principal: block.string('principal') }, block.place);
}
