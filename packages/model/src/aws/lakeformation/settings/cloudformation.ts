import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineCloudFormation, object } from '../../../code/index.ts';
import type { LakeSettings, DefaultGrant } from './shape.ts';

export const cloudformation = defineCloudFormation<LakeSettings>({
  types: ['AWS::LakeFormation::DataLakeSettings'],
  read: (settings) => ({
    databaseDefaults: settings.block('CreateDatabaseDefaultPermissions').list<DefaultGrant>('CreateDatabaseDefaultPermissions', grant),
    tableDefaults: settings.block('CreateTableDefaultPermissions').list<DefaultGrant>('CreateTableDefaultPermissions', grant),
  }),
});

function grant(block: BlockReader): NodeOf<DefaultGrant> {
  return object<DefaultGrant>({ principal: block.block('Principal').string('DataLakePrincipalIdentifier') }, block.place);
}
