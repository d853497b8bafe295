import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { SageMakerDomain } from './shape.ts';

export const terraform = defineTerraform<SageMakerDomain>({
  types: ['aws_sagemaker_domain'],
  identity: ['domain_name'],
  read: (domain) => ({
    hasCustomerKey: customerKey(domain, 'kms_key_id'),
    networkAccess: domain.string('app_network_access_type', { default: 'PublicInternetOnly' }),
  }),
});
