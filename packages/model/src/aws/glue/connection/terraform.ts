import { defineTerraform } from '../../../code/index.ts';
import { enforced } from './properties.ts';
import type { GlueConnection } from './shape.ts';

export const terraform = defineTerraform<GlueConnection>({
  types: ['aws_glue_connection'],
  identity: ['name'],
  read: (connection) => ({
    type: connection.string('connection_type', { default: 'JDBC' }),
    enforcesTls: enforced(connection.value('connection_properties'), connection.placeOf('connection_properties')),
  }),
});
