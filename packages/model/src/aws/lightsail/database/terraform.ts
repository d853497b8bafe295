import { defineTerraform } from '../../../code/index.ts';
import type { LightsailDatabase } from './shape.ts';

export const terraform = defineTerraform<LightsailDatabase>({
  types: ['aws_lightsail_database'],
  identity: ['relational_database_name'],
  read: (database) => ({
    isPublic: database.boolean('publicly_accessible', { default: false }),
    hasBackups: database.boolean('backup_retention_enabled', { default: true }),
  }),
});
