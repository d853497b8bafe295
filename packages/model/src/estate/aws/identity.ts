/** Everything that says who may do what in AWS. */
import type { EntityReader } from '../entity.ts';
import type { AwsIdentityEntity } from '../identity.ts';
import { awsAuth } from './aws-auth.ts';
import { organizationReaders } from './identity-organization.ts';
import { policyReaders } from './identity-policies.ts';
import { principalReaders } from './identity-principals.ts';
import { keyAccessReaders } from './key-access.ts';
import { resourcePermissions } from './resource-permissions.ts';
import { resourcePolicies } from './resource-policies.ts';
import { s3AccessReaders } from './s3-access.ts';

export const awsIdentityReaders: readonly EntityReader<AwsIdentityEntity>[] = [
  ...principalReaders,
  ...policyReaders,
  ...organizationReaders,
  awsAuth,
  resourcePolicies,
  ...resourcePermissions,
  ...s3AccessReaders,
  ...keyAccessReaders,
];
