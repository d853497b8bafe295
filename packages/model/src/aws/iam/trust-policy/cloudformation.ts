import { defineCloudFormation, explicit, policyOf } from '../../../code/index.ts';
import type { TrustPolicy } from './shape.ts';

export const cloudformation = defineCloudFormation<TrustPolicy>({
  types: ['AWS::IAM::Role'],
  identity: ['RoleName'],
  read: (role) => ({ standsAlone: explicit(true, role.place), document: policyOf(role, 'AssumeRolePolicyDocument') }),
});
