import { defineCloudFormation } from '../../../code/index.ts';
import type { ResourceShare } from './shape.ts';

export const cloudformation = defineCloudFormation<ResourceShare>({
  types: ['AWS::RAM::ResourceShare'],
  identity: ['Name'],
  read: (share) => ({
    allowsExternal: share.boolean('AllowExternalPrincipals', { default: true }),
  }),
});
