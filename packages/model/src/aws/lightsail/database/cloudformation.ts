import { defineCloudFormation } from '../../../code/index.ts';
import type { LightsailDatabase } from './shape.ts';

export const cloudformation = defineCloudFormation<LightsailDatabase>({
  types: ['AWS::Lightsail::Database'],
  identity: ['RelationalDatabaseName'],
  read: (database) => ({
    isPublic: database.boolean('PubliclyAccessible', { default: false }),
    hasBackups: database.boolean('BackupRetention', { default: true }),
  }),
});
