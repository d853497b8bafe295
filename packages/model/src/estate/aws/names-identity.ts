/** Names of identities, policies, keys and secrets. Sources: see names.ts. */
import type { NameRow } from './name-row.ts';
import { global, regional, row } from './name-row.ts';

const role = global('iam', 'role{=path,Path|/}{name}');
const ssoInstance = 'arn:{partition}:sso:::instance/{self}';

export const identityNames: readonly NameRow[] = [
  row('aws_iam_role AWS::IAM::Role', {
    name: 'name RoleName role_name',
    arn: role,
    id: '{name}',
    more: { unique_id: '{self}.unique_id', RoleId: '{self}.unique_id' },
  }),
  row('aws_iam_user AWS::IAM::User', {
    name: 'name UserName user_name',
    arn: global('iam', 'user{=path,Path|/}{name}'),
    id: '{name}',
    more: { unique_id: '{self}.unique_id' },
  }),
  row('aws_iam_group AWS::IAM::Group', {
    name: 'name GroupName group_name',
    arn: global('iam', 'group{=path,Path|/}{name}'),
    id: '{name}',
  }),
  row('aws_iam_policy AWS::IAM::ManagedPolicy', {
    name: 'name ManagedPolicyName',
    arn: global('iam', 'policy{=path,Path|/}{name}'),
    id: global('iam', 'policy{=path,Path|/}{name}'),
    more: { PolicyArn: global('iam', 'policy{=path,Path|/}{name}') },
  }),
  row('aws_iam_instance_profile AWS::IAM::InstanceProfile', {
    name: 'name InstanceProfileName',
    arn: global('iam', 'instance-profile{=path,Path|/}{name}'),
    id: '{name}',
  }),
  row('aws_iam_service_linked_role AWS::IAM::ServiceLinkedRole', {
    name: 'name RoleName',
    arn: global('iam', 'role/aws-service-role/{=aws_service_name,AWSServiceName|~service}/{name}'),
    id: global('iam', 'role/aws-service-role/{=aws_service_name,AWSServiceName|~service}/{name}'),
    ref: '{name}',
  }),
  row('aws_iam_access_key AWS::IAM::AccessKey', {}),
  row('aws_iam_openid_connect_provider AWS::IAM::OIDCProvider', {
    arn: global('iam', 'oidc-provider/{host}'),
    id: global('iam', 'oidc-provider/{host}'),
  }),
  row('aws_iam_saml_provider AWS::IAM::SAMLProvider', {
    name: 'name Name',
    arn: global('iam', 'saml-provider/{name}'),
    id: global('iam', 'saml-provider/{name}'),
  }),
  row('aws_iam_virtual_mfa_device AWS::IAM::VirtualMFADevice', {
    name: 'virtual_mfa_device_name VirtualMfaDeviceName',
    arn: global('iam', 'mfa/{name}'),
    id: global('iam', 'mfa/{name}'),
  }),
  row('aws_iam_server_certificate AWS::IAM::ServerCertificate', {
    name: 'name ServerCertificateName',
    arn: global('iam', 'server-certificate{=path,Path|/}{name}'),
    ref: '{name}',
  }),
  row('aws_organizations_account AWS::Organizations::Account', {
    arn: 'arn:{partition}:organizations::{account}:account/~organization/{self}',
    more: { AccountId: '{self}' },
  }),
  row('aws_organizations_organizational_unit AWS::Organizations::OrganizationalUnit', {
    arn: 'arn:{partition}:organizations::{account}:ou/~organization/{self}',
    more: { Id: '{self}' },
  }),
  row('aws_organizations_policy AWS::Organizations::Policy', {
    arn: 'arn:{partition}:organizations::{account}:policy/~organization/{self}',
    more: { Id: '{self}' },
  }),
  row('aws_organizations_organization AWS::Organizations::Organization', {
    arn: 'arn:{partition}:organizations::{account}:organization/{self}',
    more: { roots: '{self}.roots', RootId: '{self}.roots' },
  }),
  row('aws_ssoadmin_permission_set AWS::SSO::PermissionSet', {
    arn: 'arn:{partition}:sso:::permissionSet/~instance/{self}',
    id: 'arn:{partition}:sso:::permissionSet/~instance/{self}',
    more: { PermissionSetArn: 'arn:{partition}:sso:::permissionSet/~instance/{self}' },
  }),
  row('aws_identitystore_group AWS::IdentityStore::Group', { more: { group_id: '{self}', GroupId: '{self}' } }),
  row('aws_identitystore_user AWS::IdentityStore::User', { more: { user_id: '{self}', UserId: '{self}' } }),
  row('aws_ssoadmin_instances', { more: { 'arns[0]': ssoInstance, 'identity_store_ids[0]': '{self}.store' } }),
  row('aws_kms_key aws_kms_replica_key aws_kms_external_key AWS::KMS::Key AWS::KMS::ReplicaKey', {
    arn: regional('kms', 'key/{self}'),
    more: { key_id: '{self}', KeyId: '{self}' },
  }),
  row('aws_kms_alias AWS::KMS::Alias', { name: 'name AliasName', arn: regional('kms', '{name}'), id: '{name}' }),
  row('aws_secretsmanager_secret AWS::SecretsManager::Secret', {
    name: 'name Name',
    arn: regional('secretsmanager', 'secret:{name}-~~~~~~'),
    id: regional('secretsmanager', 'secret:{name}-~~~~~~'),
    more: { Id: regional('secretsmanager', 'secret:{name}-~~~~~~') },
  }),
  row('aws_ssm_parameter AWS::SSM::Parameter', { name: 'name Name', arn: regional('ssm', 'parameter/{bare}'), id: '{name}' }),
  row('aws_acm_certificate AWS::CertificateManager::Certificate', {
    arn: regional('acm', 'certificate/{self}'),
    id: regional('acm', 'certificate/{self}'),
  }),
  row('aws_acmpca_certificate_authority AWS::ACMPCA::CertificateAuthority', {
    arn: regional('acm-pca', 'certificate-authority/{self}'),
    id: regional('acm-pca', 'certificate-authority/{self}'),
  }),
  row('aws_cognito_user_pool AWS::Cognito::UserPool', { arn: regional('cognito-idp', 'userpool/{self}'), more: { UserPoolId: '{self}' } }),
  row('aws_cognito_identity_pool AWS::Cognito::IdentityPool', { arn: regional('cognito-identity', 'identitypool/{self}') }),
  row('aws_cloudhsm_v2_cluster', { arn: regional('cloudhsm', 'cluster/{self}'), more: { cluster_id: '{self}' } }),
  row('aws_directory_service_directory AWS::DirectoryService::MicrosoftAD AWS::DirectoryService::SimpleAD', {
    arn: regional('ds', 'directory/{self}'),
  }),
  row('aws_ram_resource_share AWS::RAM::ResourceShare', {
    arn: regional('ram', 'resource-share/{self}'),
    id: regional('ram', 'resource-share/{self}'),
  }),
  row('aws_accessanalyzer_analyzer AWS::AccessAnalyzer::Analyzer', {
    name: 'analyzer_name AnalyzerName',
    arn: regional('access-analyzer', 'analyzer/{name}'),
    id: '{name}',
  }),
];
