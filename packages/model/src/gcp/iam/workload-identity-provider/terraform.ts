import { defineTerraform } from '../../../code/index.ts';
import type { WorkloadIdentityProvider } from './shape.ts';

export const terraform = defineTerraform<WorkloadIdentityProvider>({
  types: ['google_iam_workload_identity_pool_provider'],
  identity: ['workload_identity_pool_provider_id'],
  read: (block) => ({
    condition: block.text('attribute_condition'),
    hasCondition: block.isSet('attribute_condition'),
    issuer: block.block('oidc').text('issuer_uri'),
  }),
});
