import { defineTerraform } from '../../../code/index.ts';
import type { AthenaDatabase } from './shape.ts';

export const terraform = defineTerraform<AthenaDatabase>({
  types: ['aws_athena_database'],
  identity: ['name'],
  read: (database) => ({
    encryption: database.block('encryption_configuration').string('encryption_option'),
  }),
});
