import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { ArtifactDomain } from './shape.ts';

export const terraform = defineTerraform<ArtifactDomain>({
  types: ['aws_codeartifact_domain'],
  identity: ['domain'],
  read: (domain) => ({
    hasCustomerKey: customerKey(domain, 'encryption_key'),
  }),
});
