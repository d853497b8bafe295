import { defineCloudFormation } from '../../../code/index.ts';
import type { BuildInfrastructure } from './shape.ts';

export const cloudformation = defineCloudFormation<BuildInfrastructure>({
  types: ['AWS::ImageBuilder::InfrastructureConfiguration'],
  identity: ['Name'],
  read: (infrastructure) => ({
    httpTokens: infrastructure.block('InstanceMetadataOptions').string('HttpTokens', { default: 'optional' }),
  }),
});
