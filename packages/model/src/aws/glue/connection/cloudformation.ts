import { defineCloudFormation } from '../../../code/index.ts';
import { enforced } from './properties.ts';
import type { GlueConnection } from './shape.ts';

export const cloudformation = defineCloudFormation<GlueConnection>({
  types: ['AWS::Glue::Connection'],
  read: (connection) => ({
    type: connection.block('ConnectionInput').string('ConnectionType', { default: 'JDBC' }),
    enforcesTls: enforced(
      connection.block('ConnectionInput').value('ConnectionProperties'),
      connection.block('ConnectionInput').placeOf('ConnectionProperties'),
    ),
  }),
});
