import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { AppRunnerService } from './shape.ts';

export const terraform = defineTerraform<AppRunnerService>({
  types: ['aws_apprunner_service'],
  identity: ['service_name'],
  read: (service) => ({
    hasCustomerKey: customerKey(service.block('encryption_configuration'), 'kms_key'),
    egress: service.block('network_configuration').block('egress_configuration').string('egress_type', { default: 'DEFAULT' }),
  }),
});
