/** Terraform `import` blocks for live resources that no code has. */
import type { DeclaredResource, Value } from '@kumomori/model';

/** Where the id that the provider's import wants is found: the ARN, the end of it, or a property of the template. */
type ImportId = 'arn' | 'last' | 'property';

interface Importable {
  readonly terraform: string;
  readonly id: ImportId;
  readonly property?: string;
}

const byArn = (terraform: string): Importable => ({ terraform, id: 'arn' });
const byLast = (terraform: string): Importable => ({ terraform, id: 'last' });
const by = (terraform: string, property: string): Importable => ({ terraform, id: 'property', property });

/** Source: "Import" sections of the hashicorp/aws provider documentation, read 2026-11-22. */
const AWS: Readonly<Record<string, Importable>> = {
  'AWS::S3::Bucket': by('aws_s3_bucket', 'BucketName'),
  'AWS::S3::BucketPolicy': by('aws_s3_bucket_policy', 'Bucket'),
  'AWS::IAM::Role': by('aws_iam_role', 'RoleName'),
  'AWS::IAM::User': by('aws_iam_user', 'UserName'),
  'AWS::IAM::Group': by('aws_iam_group', 'GroupName'),
  'AWS::IAM::ManagedPolicy': byArn('aws_iam_policy'),
  'AWS::IAM::InstanceProfile': by('aws_iam_instance_profile', 'InstanceProfileName'),
  'AWS::IAM::OIDCProvider': byArn('aws_iam_openid_connect_provider'),
  'AWS::IAM::SAMLProvider': byArn('aws_iam_saml_provider'),
  'AWS::EC2::VPC': byLast('aws_vpc'),
  'AWS::EC2::Subnet': byLast('aws_subnet'),
  'AWS::EC2::SecurityGroup': byLast('aws_security_group'),
  'AWS::EC2::RouteTable': byLast('aws_route_table'),
  'AWS::EC2::NetworkAcl': byLast('aws_network_acl'),
  'AWS::EC2::InternetGateway': byLast('aws_internet_gateway'),
  'AWS::EC2::NatGateway': byLast('aws_nat_gateway'),
  'AWS::EC2::Instance': byLast('aws_instance'),
  'AWS::EC2::Volume': byLast('aws_ebs_volume'),
  'AWS::EC2::EIP': byLast('aws_eip'),
  'AWS::EC2::LaunchTemplate': byLast('aws_launch_template'),
  'AWS::EC2::FlowLog': byLast('aws_flow_log'),
  'AWS::EC2::VPCEndpoint': byLast('aws_vpc_endpoint'),
  'AWS::EC2::TransitGateway': byLast('aws_ec2_transit_gateway'),
  aws_ebs_snapshot: byLast('aws_ebs_snapshot'),
  aws_ami: byLast('aws_ami'),
  'AWS::KMS::Key': byLast('aws_kms_key'),
  'AWS::Logs::LogGroup': by('aws_cloudwatch_log_group', 'LogGroupName'),
  'AWS::CloudWatch::Alarm': by('aws_cloudwatch_metric_alarm', 'AlarmName'),
  'AWS::CloudTrail::Trail': byArn('aws_cloudtrail'),
  'AWS::SecretsManager::Secret': byArn('aws_secretsmanager_secret'),
  'AWS::SSM::Parameter': by('aws_ssm_parameter', 'Name'),
  'AWS::CertificateManager::Certificate': byArn('aws_acm_certificate'),
  'AWS::SNS::Topic': byArn('aws_sns_topic'),
  'AWS::Lambda::Function': by('aws_lambda_function', 'FunctionName'),
  'AWS::DynamoDB::Table': by('aws_dynamodb_table', 'TableName'),
  'AWS::RDS::DBInstance': by('aws_db_instance', 'DBInstanceIdentifier'),
  'AWS::RDS::DBCluster': by('aws_rds_cluster', 'DBClusterIdentifier'),
  'AWS::ECR::Repository': by('aws_ecr_repository', 'RepositoryName'),
  'AWS::ECS::Cluster': by('aws_ecs_cluster', 'ClusterName'),
  'AWS::EKS::Cluster': by('aws_eks_cluster', 'Name'),
  'AWS::EFS::FileSystem': byLast('aws_efs_file_system'),
  'AWS::ElasticLoadBalancingV2::LoadBalancer': byArn('aws_lb'),
  'AWS::ElasticLoadBalancingV2::TargetGroup': byArn('aws_lb_target_group'),
  'AWS::CloudFront::Distribution': byLast('aws_cloudfront_distribution'),
  'AWS::Route53::HostedZone': byLast('aws_route53_zone'),
  'AWS::StepFunctions::StateMachine': byArn('aws_sfn_state_machine'),
  'AWS::Kinesis::Stream': by('aws_kinesis_stream', 'Name'),
  'AWS::Backup::BackupVault': by('aws_backup_vault', 'BackupVaultName'),
  'AWS::Config::ConfigurationRecorder': by('aws_config_configuration_recorder', 'Name'),
  'AWS::GuardDuty::Detector': byLast('aws_guardduty_detector'),
  'AWS::Events::EventBus': by('aws_cloudwatch_event_bus', 'Name'),
};

/** The block of Resource Manager's types, whose id is the import id. Source: hashicorp/azurerm documentation, read 2026-11-22. */
const AZURE: Readonly<Record<string, string>> = {
  'microsoft.storage/storageaccounts': 'azurerm_storage_account',
  'microsoft.keyvault/vaults': 'azurerm_key_vault',
  'microsoft.network/networksecuritygroups': 'azurerm_network_security_group',
  'microsoft.network/virtualnetworks': 'azurerm_virtual_network',
  'microsoft.sql/servers': 'azurerm_mssql_server',
  'microsoft.containerregistry/registries': 'azurerm_container_registry',
  'microsoft.containerservice/managedclusters': 'azurerm_kubernetes_cluster',
  'microsoft.compute/disks': 'azurerm_managed_disk',
};

/** `import { to = … id = … }`; null for a type whose import id is not known here, or a queue whose id is its URL and was not answered. */
export function importBlock(live: DeclaredResource): string | null {
  const found = targetOf(live);
  if (!found || found.id === '') return null;
  const name = found.id.slice(Math.max(found.id.lastIndexOf('/'), found.id.lastIndexOf(':')) + 1);
  const label = name.replaceAll(/[^A-Za-z0-9_-]/g, '_').replace(/^(?![A-Za-z_])/, '_');
  return `import {\n  to = ${found.terraform}.${label}\n  id = ${quoted(found.id)}\n}`;
}

function targetOf({ type, address, names = [], block }: DeclaredResource): { readonly terraform: string; readonly id: string } | null {
  if (type === 'AWS::SQS::Queue') {
    const url = names.find((name) => /^https?:\/\//.test(name));
    return url === undefined ? null : { terraform: 'aws_sqs_queue', id: url };
  }
  const azure = AZURE[type.toLowerCase()];
  if (azure !== undefined) return { terraform: azure, id: address };
  // Google Cloud's live resources are told in Terraform's own words; most imports take the name or path.
  if (type.startsWith('google_')) return { terraform: type, id: address.replace(/^\/\/[^/]+\//, '') };
  const known = AWS[type];
  if (!known) return null;
  const { terraform, id, property = '' } = known;
  if (id === 'arn') return { terraform, id: address };
  if (id === 'property') return { terraform, id: textOf(block.attributes.get(property)?.value) };
  return { terraform, id: address.slice(Math.max(address.lastIndexOf('/'), address.lastIndexOf(':')) + 1) };
}

function textOf(value: Value | undefined): string {
  return value?.kind === 'string' ? value.value : '';
}

/** As HCL writes a text: `${` and `%{` would begin a template. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('${', '$${').replaceAll('%{', '%%{');
}
