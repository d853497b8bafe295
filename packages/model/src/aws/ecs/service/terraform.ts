import { defineTerraform } from '../../../code/index.ts';
import type { EcsService } from './shape.ts';

export const terraform = defineTerraform<EcsService>({
  types: ['aws_ecs_service', 'aws_ecs_task_set'],
  identity: ['name'],
  read: (service) => ({
    assignsPublicIp: service.block('network_configuration').boolean('assign_public_ip', { default: false }),
    launchType: service.string('launch_type'),
    platformVersion: service.string('platform_version', { default: 'LATEST' }),
  }),
});
