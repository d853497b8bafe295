import { defineTerraform } from '../../../code/index.ts';
import type { RegisteredDomain } from './shape.ts';

export const terraform = defineTerraform<RegisteredDomain>({
  types: ['aws_route53domains_registered_domain', 'aws_route53domains_domain'],
  identity: ['domain_name'],
  read: (domain) => ({
    hasTransferLock: domain.boolean('transfer_lock', { default: true }),
    autoRenews: domain.boolean('auto_renew', { default: true }),
    hidesRegistrant: domain.boolean('registrant_privacy', { default: true }),
  }),
});
