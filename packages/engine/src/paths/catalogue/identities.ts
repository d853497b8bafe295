/** Principals are taken over, given rights, or freed of their boundary. See catalogue/index.ts for where the paths come from. */
import type { ConditionId } from '../conditions.ts';
import type { EscalationPath, Mechanism } from './types.ts';
import { onTarget } from './types.ts';

const grant = (through: 'user' | 'role' | 'group' | 'policy' | 'permission-set', action: string, ...flags: ConditionId[]): Mechanism => ({
  ...{ kind: 'grant', through, needs: onTarget(action), flags },
});
const become = (target: 'user' | 'role' | 'group', flags: readonly ConditionId[], ...actions: string[]): Mechanism => ({
  ...{ kind: 'become', target, needs: onTarget(...actions), flags },
});

/** Paths that end with one of these are compositions: the reasoning puts them together from the single steps. */
export const identityPaths: readonly EscalationPath[] = [
  {
    id: 'iam-001',
    title: 'Rewrite a policy that is held',
    required: ['iam:CreatePolicyVersion'],
    edge: 'CAN_GRANT_SELF',
    mechanism: grant('policy', 'iam:CreatePolicyVersion'),
  },
  {
    id: 'iam-002',
    title: 'Make a key for a user',
    required: ['iam:CreateAccessKey'],
    edge: 'CAN_CREATE_KEY',
    mechanism: become('user', ['has-free-key-slot'], 'iam:CreateAccessKey'),
  },
  {
    ...{
      id: 'iam-003',
      title: 'Replace a key of a user',
      required: ['iam:CreateAccessKey', 'iam:DeleteAccessKey'],
      edge: 'CAN_CREATE_KEY',
    },
    mechanism: become('user', ['has-no-free-key-slot'], 'iam:CreateAccessKey', 'iam:DeleteAccessKey'),
  },
  {
    id: 'iam-004',
    title: 'Give a user a password',
    required: ['iam:CreateLoginProfile'],
    edge: 'CAN_SET_PASSWORD',
    mechanism: become('user', ['has-no-password'], 'iam:CreateLoginProfile'),
  },
  {
    id: 'iam-005',
    title: 'Write a policy into a role',
    required: ['iam:PutRolePolicy'],
    edge: 'CAN_GRANT_SELF',
    mechanism: grant('role', 'iam:PutRolePolicy'),
  },
  {
    id: 'iam-006',
    title: 'Change the password of a user',
    required: ['iam:UpdateLoginProfile'],
    edge: 'CAN_SET_PASSWORD',
    mechanism: become('user', ['has-password'], 'iam:UpdateLoginProfile'),
  },
  {
    id: 'iam-007',
    title: 'Write a policy into a user',
    required: ['iam:PutUserPolicy'],
    edge: 'CAN_GRANT_SELF',
    mechanism: grant('user', 'iam:PutUserPolicy'),
  },
  {
    id: 'iam-008',
    title: 'Attach a policy to a user',
    required: ['iam:AttachUserPolicy'],
    edge: 'CAN_GRANT_SELF',
    mechanism: grant('user', 'iam:AttachUserPolicy'),
  },
  {
    id: 'iam-009',
    title: 'Attach a policy to a role',
    required: ['iam:AttachRolePolicy'],
    edge: 'CAN_GRANT_SELF',
    mechanism: grant('role', 'iam:AttachRolePolicy'),
  },
  {
    id: 'iam-010',
    title: 'Attach a policy to a group',
    required: ['iam:AttachGroupPolicy'],
    edge: 'CAN_GRANT_SELF',
    mechanism: grant('group', 'iam:AttachGroupPolicy'),
  },
  {
    id: 'iam-011',
    title: 'Write a policy into a group',
    required: ['iam:PutGroupPolicy'],
    edge: 'CAN_GRANT_SELF',
    mechanism: grant('group', 'iam:PutGroupPolicy'),
  },
  {
    id: 'iam-012',
    title: 'Rewrite the trust policy of a role',
    required: ['iam:UpdateAssumeRolePolicy'],
    edge: 'CAN_REWRITE_TRUST',
    mechanism: become('role', [], 'iam:UpdateAssumeRolePolicy'),
  },
  {
    id: 'iam-013',
    title: 'Join a group',
    required: ['iam:AddUserToGroup'],
    edge: 'MEMBER_OF',
    mechanism: become('group', [], 'iam:AddUserToGroup'),
  },
  {
    id: 'sts-001',
    title: 'Assume a role',
    required: ['sts:AssumeRole'],
    edge: 'CAN_ASSUME',
    mechanism: become('role', [], 'sts:AssumeRole'),
  },
  {
    ...{ id: 'prowler:SetDefaultPolicyVersion', title: 'Switch a policy to an older version', required: ['iam:SetDefaultPolicyVersion'] },
    ...{ edge: 'CAN_SWITCH_POLICY_VERSION', mechanism: grant('policy', 'iam:SetDefaultPolicyVersion', 'has-wider-version') },
  },
  {
    ...{
      id: 'prowler:iam:DeleteUserPermissionsBoundary',
      title: 'Remove the boundary of a user',
      required: ['iam:DeleteUserPermissionsBoundary'],
    },
    ...{ edge: 'CAN_REMOVE_BOUNDARY', mechanism: { kind: 'unbind', target: 'user', needs: onTarget('iam:DeleteUserPermissionsBoundary') } },
  },
  {
    ...{
      id: 'prowler:DeleteRolePermissionsBoundary',
      title: 'Remove the boundary of a role',
      required: ['iam:DeleteRolePermissionsBoundary'],
    },
    ...{ edge: 'CAN_REMOVE_BOUNDARY', mechanism: { kind: 'unbind', target: 'role', needs: onTarget('iam:DeleteRolePermissionsBoundary') } },
  },
  {
    ...{ id: 'prowler:SSOCreatePermissionSet+CreateAccountAssignment+AttachManagedPolicy', title: 'Make a permission set and assign it' },
    ...{
      required: ['sso:CreatePermissionSet', 'sso:AttachManagedPolicyToPermissionSet', 'sso:CreateAccountAssignment'],
      edge: 'CAN_GRANT_SELF',
    },
    mechanism: {
      kind: 'own',
      needs: ['sso:CreatePermissionSet', 'sso:AttachManagedPolicyToPermissionSet', 'sso:CreateAccountAssignment'].map((action) => ({
        actions: [[action, 'new']],
      })),
    },
  },
  {
    ...{
      id: 'prowler:sso:AttachManagedPolicyToPermissionSet',
      title: 'Attach a policy to a permission set',
      required: ['sso:AttachManagedPolicyToPermissionSet'],
    },
    ...{ edge: 'CAN_GRANT_SELF', mechanism: grant('permission-set', 'sso:AttachManagedPolicyToPermissionSet') },
  },
  {
    ...{
      id: 'prowler:sso:PutInlinePolicyToPermissionSet',
      title: 'Write a policy into a permission set',
      required: ['sso:PutInlinePolicyToPermissionSet'],
    },
    ...{ edge: 'CAN_GRANT_SELF', mechanism: grant('permission-set', 'sso:PutInlinePolicyToPermissionSet') },
  },
];

/** A path of the sources that is nothing but others one after the other. */
export interface ComposedPath {
  readonly id: string;
  readonly required: readonly string[];
  readonly of: readonly string[];
}

export const composedPaths: readonly ComposedPath[] = [
  { id: 'iam-014', required: ['iam:AttachRolePolicy', 'sts:AssumeRole'], of: ['iam-009', 'sts-001'] },
  { id: 'iam-015', required: ['iam:AttachUserPolicy', 'iam:CreateAccessKey'], of: ['iam-008', 'iam-002'] },
  { id: 'iam-016', required: ['iam:CreatePolicyVersion', 'sts:AssumeRole'], of: ['iam-001', 'sts-001'] },
  { id: 'iam-017', required: ['iam:PutRolePolicy', 'sts:AssumeRole'], of: ['iam-005', 'sts-001'] },
  { id: 'iam-018', required: ['iam:PutUserPolicy', 'iam:CreateAccessKey'], of: ['iam-007', 'iam-002'] },
  { id: 'iam-019', required: ['iam:AttachRolePolicy', 'iam:UpdateAssumeRolePolicy'], of: ['iam-009', 'iam-012'] },
  { id: 'iam-020', required: ['iam:CreatePolicyVersion', 'iam:UpdateAssumeRolePolicy'], of: ['iam-001', 'iam-012'] },
  { id: 'iam-021', required: ['iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy'], of: ['iam-005', 'iam-012'] },
  { id: 'prowler:OverPermissiveIAM', required: ['iam:*'], of: ['iam-005', 'iam-007'] },
  { id: 'prowler:IAMPut', required: ['iam:Put*'], of: ['iam-005', 'iam-007', 'iam-011'] },
  { id: 'prowler:AssumeRole+UpdateAssumeRolePolicy', required: ['iam:UpdateAssumeRolePolicy', 'sts:AssumeRole'], of: ['iam-012'] },
  {
    id: 'prowler:AssumeRole+DeleteRolePermissionsBoundary',
    required: ['iam:DeleteRolePermissionsBoundary', 'sts:AssumeRole'],
    of: ['prowler:DeleteRolePermissionsBoundary', 'sts-001'],
  },
];
