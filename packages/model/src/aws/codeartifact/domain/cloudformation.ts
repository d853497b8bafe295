import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { ArtifactDomain } from './shape.ts';

export const cloudformation = defineCloudFormation<ArtifactDomain>({
  types: ['AWS::CodeArtifact::Domain'],
  identity: ['DomainName'],
  read: (domain) => ({
    hasCustomerKey: customerKey(domain, 'EncryptionKey'),
  }),
});
