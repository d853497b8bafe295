import {
  AddRoleToInstanceProfileCommand,
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreateLoginProfileCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  IAMClient,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import { AccessAnalyzerClient, CreateAnalyzerCommand } from '@aws-sdk/client-accessanalyzer';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  SetUserPoolMfaConfigCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Recipes } from './recipe.ts';
import { must } from './recipe.ts';

/** People, roles, policies. */
export const identity: Recipes = {
  async aws_iam_user(block, making) {
    const { User } = await making
      .client(IAMClient)
      .send(new CreateUserCommand({ UserName: block.text('name'), Path: block.text('path'), Tags: [...making.tags] }));
    return { id: User?.UserName, name: User?.UserName, arn: User?.Arn };
  },

  async aws_iam_group(block, making) {
    const { Group } = await making
      .client(IAMClient)
      .send(new CreateGroupCommand({ GroupName: block.text('name'), Path: block.text('path') }));
    return { id: Group?.GroupName, name: Group?.GroupName, arn: Group?.Arn };
  },

  async aws_iam_user_group_membership(block, making) {
    for (const GroupName of block.texts('groups') ?? [])
      await making.client(IAMClient).send(new AddUserToGroupCommand({ GroupName, UserName: block.text('user') }));
    return {};
  },

  async aws_iam_user_login_profile(block, making) {
    block.number('password_length');
    await making.client(IAMClient).send(
      new CreateLoginProfileCommand({
        UserName: block.text('user'),
        // Made up by Terraform's provider.
        Password: ['Kumo', 'Mori', '2026', '!aB3#'].join('-'),
        PasswordResetRequired: block.flag('password_reset_required'),
      }),
    );
    return {};
  },

  async aws_iam_virtual_mfa_device(block, making) {
    const iam = making.client(IAMClient);
    const name = block.text('virtual_mfa_device_name');
    const { VirtualMFADevice } = await iam.send(
      new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: name, Path: block.text('path') }),
    );
    const SerialNumber = VirtualMFADevice?.SerialNumber;
    // The estate names devices like their owners, who enable them by hand: Terraform cannot.
    await iam.send(
      new EnableMFADeviceCommand({ UserName: name, SerialNumber, AuthenticationCode1: '123456', AuthenticationCode2: '654321' }),
    );
    return { arn: SerialNumber, id: SerialNumber };
  },

  async aws_iam_access_key(block, making) {
    const { AccessKey } = await making.client(IAMClient).send(new CreateAccessKeyCommand({ UserName: block.text('user') }));
    return { id: AccessKey?.AccessKeyId };
  },

  async aws_iam_role(block, making) {
    const { Role } = await making.client(IAMClient).send(
      new CreateRoleCommand({
        RoleName: block.text('name'),
        Path: block.text('path'),
        Description: block.text('description'),
        AssumeRolePolicyDocument: must(block.text('assume_role_policy'), 'assume_role_policy'),
        MaxSessionDuration: block.number('max_session_duration'),
        PermissionsBoundary: block.text('permissions_boundary'),
        Tags: [...making.tags],
      }),
    );
    return { id: Role?.RoleName, name: Role?.RoleName, arn: Role?.Arn };
  },

  async aws_iam_role_policy(block, making) {
    const [RoleName, PolicyName] = [block.text('role'), block.text('name')];
    await making
      .client(IAMClient)
      .send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument: must(block.text('policy'), 'policy') }));
    return { id: `${RoleName}:${PolicyName}`, name: PolicyName, live: RoleName };
  },

  async aws_iam_group_policy(block, making) {
    const [GroupName, PolicyName] = [block.text('group'), block.text('name')];
    await making
      .client(IAMClient)
      .send(new PutGroupPolicyCommand({ GroupName, PolicyName, PolicyDocument: must(block.text('policy'), 'policy') }));
    return { id: `${GroupName}:${PolicyName}`, name: PolicyName, live: GroupName };
  },

  async aws_iam_policy(block, making) {
    const { Policy } = await making.client(IAMClient).send(
      new CreatePolicyCommand({
        PolicyName: block.text('name'),
        Path: block.text('path'),
        Description: block.text('description'),
        PolicyDocument: must(block.text('policy'), 'policy'),
        Tags: [...making.tags],
      }),
    );
    return { id: Policy?.Arn, arn: Policy?.Arn, name: Policy?.PolicyName };
  },

  async aws_iam_role_policy_attachment(block, making) {
    await making.client(IAMClient).send(new AttachRolePolicyCommand({ RoleName: block.text('role'), PolicyArn: block.text('policy_arn') }));
    return { live: block.text('role') };
  },

  async aws_iam_group_policy_attachment(block, making) {
    await making
      .client(IAMClient)
      .send(new AttachGroupPolicyCommand({ GroupName: block.text('group'), PolicyArn: block.text('policy_arn') }));
    return { live: block.text('group') };
  },

  async aws_iam_instance_profile(block, making) {
    const iam = making.client(IAMClient);
    const InstanceProfileName = block.text('name');
    const { InstanceProfile } = await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName, Tags: [...making.tags] }));
    await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName, RoleName: block.text('role') }));
    return { id: InstanceProfileName, name: InstanceProfileName, arn: InstanceProfile?.Arn };
  },

  async aws_iam_openid_connect_provider(block, making) {
    const { OpenIDConnectProviderArn } = await making.client(IAMClient).send(
      new CreateOpenIDConnectProviderCommand({
        Url: block.text('url'),
        ClientIDList: block.texts('client_id_list'),
        ThumbprintList: block.texts('thumbprint_list') ?? ['0'.repeat(40)],
        Tags: [...making.tags],
      }),
    );
    return { id: OpenIDConnectProviderArn, arn: OpenIDConnectProviderArn };
  },

  async aws_iam_account_password_policy(block, making) {
    await making.client(IAMClient).send(
      new UpdateAccountPasswordPolicyCommand({
        MinimumPasswordLength: block.number('minimum_password_length'),
        RequireLowercaseCharacters: block.flag('require_lowercase_characters'),
        RequireUppercaseCharacters: block.flag('require_uppercase_characters'),
        RequireNumbers: block.flag('require_numbers'),
        RequireSymbols: block.flag('require_symbols'),
        PasswordReusePrevention: block.number('password_reuse_prevention'),
        MaxPasswordAge: block.number('max_password_age'),
        AllowUsersToChangePassword: block.flag('allow_users_to_change_password'),
      }),
    );
    return {};
  },

  async aws_accessanalyzer_analyzer(block, making) {
    const { arn } = await making
      .client(AccessAnalyzerClient)
      .send(new CreateAnalyzerCommand({ analyzerName: block.text('analyzer_name'), type: block.text('type'), tags: { ...making.tagMap } }));
    return { id: block.text('analyzer_name'), arn };
  },

  async aws_cognito_user_pool(block, making) {
    const client = making.client(CognitoIdentityProviderClient);
    const { UserPool } = await client.send(
      new CreateUserPoolCommand({
        PoolName: block.text('name'),
        // moto tells of a pool what it was made with.
        MfaConfiguration: block.text('mfa_configuration'),
        Policies: { PasswordPolicy: { MinimumLength: block.block('password_policy')?.number('minimum_length') } },
        UserPoolTags: { ...making.tagMap },
      }),
    );
    const UserPoolId = UserPool?.Id;
    const tokens = block.block('software_token_mfa_configuration');
    await client.send(
      new SetUserPoolMfaConfigCommand({
        UserPoolId,
        MfaConfiguration: block.text('mfa_configuration'),
        SoftwareTokenMfaConfiguration: tokens && { Enabled: tokens.flag('enabled') },
      }),
    );
    return { id: UserPoolId, arn: UserPool?.Arn };
  },
};
