import { defineTerraform, policyOf } from '../../../code/index.ts';
import type { ResourcePolicy } from './shape.ts';

export const terraform = defineTerraform<ResourcePolicy>({
  types: [
    'aws_codeartifact_domain_permissions_policy',
    'aws_codeartifact_repository_permissions_policy',
    'aws_ecr_registry_policy',
    'aws_glue_resource_policy',
    'aws_kinesis_resource_policy',
    'aws_msk_cluster_policy',
    'aws_schemas_registry_policy',
    'aws_ses_identity_policy',
    'aws_vpclattice_auth_policy',
    'aws_vpclattice_resource_policy',
  ],
  identity: ['domain', 'repository', 'resource_arn', 'cluster_arn', 'registry_name', 'identity', 'resource_identifier'],
  read: (policy) => ({
    document: policyOf(policy, attributes[policy.resource?.type ?? ''] ?? 'policy'),
  }),
});

/** Attributes that hold the document, where it is not `policy`. */
const attributes: Readonly<Record<string, string>> = {
  aws_codeartifact_domain_permissions_policy: 'policy_document',
  aws_codeartifact_repository_permissions_policy: 'policy_document',
};
