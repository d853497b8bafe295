import { defineCloudFormation, mapLeaf } from '../../../code/index.ts';
import type { EcsService } from './shape.ts';

export const cloudformation = defineCloudFormation<EcsService>({
  types: ['AWS::ECS::Service', 'AWS::ECS::TaskSet'],
  identity: ['ServiceName'],
  read: (service) => ({
    assignsPublicIp: mapLeaf(
      service.block('NetworkConfiguration').block('AwsvpcConfiguration').string('AssignPublicIp', { default: 'DISABLED' }),
      (value) => value === 'ENABLED',
    ),
    launchType: service.string('LaunchType'),
    platformVersion: service.string('PlatformVersion', { default: 'LATEST' }),
  }),
});
