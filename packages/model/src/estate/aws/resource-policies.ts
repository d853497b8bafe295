/** Policies of resources of every type that has one. Sources: the services' API references, hashicorp/aws and CloudFormation documentation, read 2026-11-22. */
import type { EntityContext, EntityReader } from '../entity.ts';
import type { AwsResourcePolicy } from '../identity.ts';
import type { Known, Texts } from '../undecided.ts';
import { Fields, oneText } from './fields.ts';
import { part } from './identity-principals.ts';

interface PolicyRow {
  readonly kind: string;
  /** Attribute that names the resource; null: the block is the resource; a template: the same for the whole account. */
  readonly resource: string | null;
  readonly policy: string;
}

/** `TYPE`: resource kind, attribute that names the resource (`-`: itself), attribute of the document. */
const TABLE = `
aws_s3_bucket s3.bucket - policy
aws_s3_bucket_policy s3.bucket bucket policy
AWS::S3::BucketPolicy s3.bucket Bucket PolicyDocument
AWS::S3Express::BucketPolicy s3.directory-bucket Bucket PolicyDocument
aws_s3_access_point s3.access-point - policy
aws_s3control_access_point_policy s3.access-point access_point_arn policy
AWS::S3::AccessPoint s3.access-point - Policy
aws_s3control_object_lambda_access_point_policy s3.object-lambda-access-point name policy
aws_s3tables_table_bucket_policy s3tables.bucket table_bucket_arn resource_policy
AWS::S3Tables::TableBucketPolicy s3tables.bucket TableBucketARN ResourcePolicy
aws_kms_key kms.key - policy
aws_kms_external_key kms.key - policy
aws_kms_replica_key kms.key - policy
aws_kms_replica_external_key kms.key - policy
aws_kms_key_policy kms.key key_id policy
AWS::KMS::Key kms.key - KeyPolicy
AWS::KMS::ReplicaKey kms.key - KeyPolicy
aws_sqs_queue sqs.queue - policy
aws_sqs_queue_policy sqs.queue queue_url policy
AWS::SQS::QueuePolicy sqs.queue Queues PolicyDocument
AWS::SQS::QueueInlinePolicy sqs.queue Queue PolicyDocument
aws_sns_topic sns.topic - policy
aws_sns_topic_policy sns.topic arn policy
AWS::SNS::TopicPolicy sns.topic Topics PolicyDocument
AWS::SNS::TopicInlinePolicy sns.topic TopicArn PolicyDocument
aws_secretsmanager_secret secretsmanager.secret - policy
aws_secretsmanager_secret_policy secretsmanager.secret secret_arn policy
AWS::SecretsManager::ResourcePolicy secretsmanager.secret SecretId ResourcePolicy
aws_ssoadmin_instance_access_control_attributes none - none
aws_ecr_repository_policy ecr.repository repository policy
AWS::ECR::Repository ecr.repository - RepositoryPolicyText
aws_ecrpublic_repository_policy ecr-public.repository repository_name policy
AWS::ECR::PublicRepository ecr-public.repository - RepositoryPolicyText
aws_ecr_registry_policy ecr.registry @ecr:repository/* policy
AWS::ECR::RegistryPolicy ecr.registry @ecr:repository/* PolicyText
aws_efs_file_system_policy efs.file-system file_system_id policy
AWS::EFS::FileSystem efs.file-system - FileSystemPolicy
aws_opensearch_domain opensearch.domain - access_policies
aws_elasticsearch_domain opensearch.domain - access_policies
aws_opensearch_domain_policy opensearch.domain domain_name access_policies
aws_elasticsearch_domain_policy opensearch.domain domain_name access_policies
AWS::OpenSearchService::Domain opensearch.domain - AccessPolicies
AWS::Elasticsearch::Domain opensearch.domain - AccessPolicies
aws_glue_resource_policy glue.catalog @glue:* policy
AWS::Glue::ResourcePolicy glue.catalog @glue:* PolicyInJson
aws_glacier_vault glacier.vault - access_policy
aws_api_gateway_rest_api apigateway.rest-api - policy
aws_api_gateway_rest_api_policy apigateway.rest-api rest_api_id policy
AWS::ApiGateway::RestApi apigateway.rest-api - Policy
aws_backup_vault_policy backup.vault backup_vault_name policy
AWS::Backup::BackupVault backup.vault - AccessPolicy
aws_cloudwatch_event_bus_policy events.bus event_bus_name policy
aws_media_store_container_policy mediastore.container container_name policy
AWS::MediaStore::Container mediastore.container - Policy
aws_ses_identity_policy ses.identity identity policy
aws_sesv2_email_identity_policy ses.identity email_identity policy
aws_vpc_endpoint ec2.vpc-endpoint - policy
aws_vpc_endpoint_policy ec2.vpc-endpoint vpc_endpoint_id policy
AWS::EC2::VPCEndpoint ec2.vpc-endpoint - PolicyDocument
aws_dynamodb_resource_policy dynamodb.table resource_arn policy
AWS::DynamoDB::Table dynamodb.table - ResourcePolicy.PolicyDocument
aws_cloudwatch_log_resource_policy logs.account @logs:* policy_document
AWS::Logs::ResourcePolicy logs.account @logs:* PolicyDocument
aws_cloudwatch_log_destination_policy logs.destination destination_name access_policy
AWS::Logs::Destination logs.destination - DestinationPolicy
aws_kinesis_resource_policy kinesis.stream resource_arn policy
AWS::Kinesis::ResourcePolicy kinesis.stream ResourceArn ResourcePolicy
aws_msk_cluster_policy msk.cluster cluster_arn policy
AWS::MSK::ClusterPolicy msk.cluster ClusterArn Policy
aws_acmpca_policy acmpca.authority resource_arn policy
AWS::ACMPCA::Permission none - none
aws_codeartifact_domain_permissions_policy codeartifact.domain domain policy_document
AWS::CodeArtifact::Domain codeartifact.domain - PermissionsPolicyDocument
aws_codeartifact_repository_permissions_policy codeartifact.repository repository policy_document
AWS::CodeArtifact::Repository codeartifact.repository - PermissionsPolicyDocument
aws_codebuild_resource_policy codebuild.resource resource_arn policy
aws_vpclattice_auth_policy vpc-lattice.resource resource_identifier policy
AWS::VpcLattice::AuthPolicy vpc-lattice.resource ResourceIdentifier Policy
aws_vpclattice_resource_policy vpc-lattice.resource resource_arn policy
aws_redshift_resource_policy redshift.resource resource_arn policy
aws_redshiftserverless_resource_policy redshift.resource resource_arn policy
aws_sagemaker_model_package_group_policy sagemaker.model-package-group model_package_group_name resource_policy
aws_schemas_registry_policy schemas.registry registry_name policy
aws_networkfirewall_resource_policy network-firewall.resource resource_arn policy
AWS::CloudTrail::ResourcePolicy cloudtrail.resource ResourceArn ResourcePolicy
aws_rekognition_project_policy rekognition.project project_arn policy
AWS::Lambda::ResourcePolicy lambda.function ResourceArn PolicyDocument
aws_ssm_resource_policy ssm.parameter resource_arn policy
AWS::SSM::ResourcePolicy ssm.parameter ResourceArn Policy
aws_organizations_resource_policy organizations.organization @organizations:* content
AWS::Organizations::ResourcePolicy organizations.organization @organizations:* Content
aws_xray_resource_policy xray.account @xray:* policy_document
AWS::XRay::ResourcePolicy xray.account @xray:* PolicyDocument
`;

const ROWS: ReadonlyMap<string, PolicyRow> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, kind]) => kind !== 'none')
    .map(([type = '', kind = '', resource = '', policy = '']) => [type, { kind, resource: resource === '-' ? null : resource, policy }]),
);

/** Keys without a policy of their own delegate to their account. Source: AWS KMS developer guide, "Default key policy", read 2026-11-22. */
const KEYS: ReadonlySet<string> = new Set(['kms.key']);

export const resourcePolicies: EntityReader<AwsResourcePolicy> = {
  types: [...ROWS.keys()],
  read(block, context) {
    const row = ROWS.get(context.declared.type);
    if (!row) return [];
    const fields = Fields.of(block, context);
    const document = fields.document(row.policy, row.policy);
    const common = { kind: 'aws.resource-policy', resourceKind: row.kind, isDefault: false } as const;
    if (row.resource === null) {
      if (document === undefined) return KEYS.has(row.kind) ? [defaultKeyPolicy(context)] : [];
      return [{ ...part(context, '#policy'), ...common, resource: context.arn, document }];
    }
    const { items, rest } = resourcesOf(row.resource, fields, context);
    const resources: readonly Known<string | undefined>[] = [...items, ...(rest === null ? [] : [{ undecided: rest }])];
    return resources.map((resource, index) => ({
      ...(index === 0 ? context.base : part(context, `#${index}`)),
      ...common,
      resource,
      document,
    }));
  },
};

function resourcesOf(attribute: string, fields: Fields, { base, partition }: EntityContext): Texts {
  if (!attribute.startsWith('@')) return fields.isTerraform ? oneText(fields.text(attribute)) : fields.list(attribute);
  const [service = '', rest = ''] = attribute.slice(1).split(':');
  return oneText(`arn:${partition}:${service}:${base.region ?? '~region'}:${base.account}:${rest}`);
}

function defaultKeyPolicy(context: EntityContext): AwsResourcePolicy {
  const { base, partition } = context;
  const statement = {
    Sid: 'Enable IAM User Permissions',
    Effect: 'Allow',
    Principal: { AWS: `arn:${partition}:iam::${base.account}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
  return {
    ...part(context, '#policy'),
    kind: 'aws.resource-policy',
    resource: context.arn,
    resourceKind: 'kms.key',
    document: { document: { Version: '2012-10-17', Statement: [statement] }, statements: [base.place], place: base.place, rest: null },
    isDefault: true,
  };
}
