import { defineTerraform } from '../../../code/index.ts';
import type { ResourceShare } from './shape.ts';

export const terraform = defineTerraform<ResourceShare>({
  types: ['aws_ram_resource_share'],
  identity: ['name'],
  read: (share) => ({
    allowsExternal: share.boolean('allow_external_principals', { default: false }),
  }),
});
