import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { SageMakerDomain } from './shape.ts';

export const cloudformation = defineCloudFormation<SageMakerDomain>({
  types: ['AWS::SageMaker::Domain'],
  identity: ['DomainName'],
  read: (domain) => ({
    hasCustomerKey: customerKey(domain, 'KmsKeyId'),
    networkAccess: domain.string('AppNetworkAccessType', { default: 'PublicInternetOnly' }),
  }),
});
