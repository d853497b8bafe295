import { defineCloudFormation } from '../../../code/index.ts';
import type { DatabaseProxy } from './shape.ts';

export const cloudformation = defineCloudFormation<DatabaseProxy>({
  types: ['AWS::RDS::DBProxy'],
  identity: ['DBProxyName'],
  read: (proxy) => ({
    requiresTls: proxy.boolean('RequireTLS', { default: false }),
    debugLogging: proxy.boolean('DebugLogging', { default: false }),
  }),
});
