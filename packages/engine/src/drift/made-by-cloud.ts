/** Live resources that no code has because the cloud, not somebody, made them. */
import type { DeclaredResource, Value } from '@kumomori/model';
import type { Thing } from './thing.ts';

export type MadeBy =
  | 'default-network'
  | 'service-linked'
  | 'provider-managed'
  | 'default-of-service'
  | 'service-created'
  | 'controller'
  | 'another-stack';

interface Rule {
  readonly madeBy: MadeBy;
  /** Block types; none: any. */
  readonly types?: RegExp;
  /** Property → pattern over its text. */
  readonly properties?: Readonly<Record<string, RegExp>>;
  readonly name?: RegExp;
  /** Key of a tag that AWS sets. */
  readonly tag?: RegExp;
}

/**
 * Sources: Amazon VPC User Guide ("Default VPCs"), IAM User Guide ("Service-linked roles"), AWS General Reference ("Tagging": `aws:` tags),
 * documentation of each service; Google Cloud "Default network", "Default service accounts"; read 2026-11-22.
 */
const RULES: readonly Rule[] = [
  { madeBy: 'another-stack', tag: /^aws:cloudformation:stack-name$/ },
  {
    madeBy: 'service-created',
    tag: /^aws:(?:autoscaling:groupName|elasticmapreduce:|servicecatalog:|backup:source-resource|ec2spot:|ecs:|eks:|ec2launchtemplate:id)/,
  },
  { madeBy: 'default-network', types: /^AWS::EC2::(?:VPC|Subnet)$/, properties: { IsDefault: /^true$/ } },
  { madeBy: 'default-network', types: /^AWS::EC2::Subnet$/, properties: { DefaultForAz: /^true$/ } },
  { madeBy: 'default-network', types: /^(?:AWS::EC2::SecurityGroup|aws_default_security_group)$/, properties: { GroupName: /^default$/ } },
  { madeBy: 'default-network', types: /^aws_default_(?:vpc|subnet|security_group|network_acl|route_table)$/ },
  { madeBy: 'default-network', types: /^AWS::EC2::(?:NetworkAcl|RouteTable)$/, properties: { IsDefault: /^true$/ } },
  { madeBy: 'default-network', types: /^AWS::EC2::RouteTable$/, properties: { IsMainAsMade: /^true$/ } },
  { madeBy: 'service-created', types: /^AWS::EC2::Volume$/, properties: { BelongsToInstance: /^true$/ } },
  { madeBy: 'provider-managed', types: /PrefixList$|^aws_ec2_managed_prefix_list$/, name: /^arn:[\w-]+:ec2:[\w-]*:aws:/i },
  { madeBy: 'provider-managed', types: /^AWS::KMS::Key$/, name: /^alias\/aws\// },
  { madeBy: 'service-linked', types: /^AWS::IAM::Role$/, properties: { Path: /^\/aws-service-role\// } },
  { madeBy: 'service-linked', types: /^AWS::IAM::Role$/, properties: { Path: /^\/aws-reserved\// } },
  { madeBy: 'provider-managed', types: /^AWS::IAM::ManagedPolicy$/, name: /^arn:[\w-]+:iam::aws:/ },
  { madeBy: 'provider-managed', types: /^AWS::KMS::Key$/, properties: { KeyManager: /^AWS$/ } },
  { madeBy: 'provider-managed', types: /^AWS::SSM::(?:Document|Parameter)$/, name: /^(?:AWS-|Amazon|\/aws\/)/ },
  { madeBy: 'default-of-service', types: /^AWS::Events::EventBus$/, name: /(?:^|\/)default$/ },
  { madeBy: 'default-of-service', types: /^AWS::Athena::WorkGroup$/, name: /(?:^|\/)primary$/ },
  { madeBy: 'default-of-service', types: /ParameterGroup$|OptionGroup$/, name: /(?:^|[:/])default[.:]/ },
  { madeBy: 'default-of-service', types: /^AWS::XRay::Group$/, name: /(?:^|\/)Default$/ },
  { madeBy: 'service-created', types: /Snapshot$/, name: /(?:^|:)(?:rds|awsbackup):/ },
  {
    madeBy: 'service-created',
    types: /^AWS::Logs::LogGroup$/,
    name: /(?:^|:)(?:\/aws\/(?:lambda|codebuild|rds|eks|apigateway|containerinsights)\/|API-Gateway-Execution-Logs)/,
  },
  { madeBy: 'service-created', types: /^AWS::SecretsManager::Secret$/, name: /(?:^|:)rds!/ },
  { madeBy: 'default-network', types: /^google_compute_(?:network|subnetwork)$/, name: /(?:^|\/)default$/ },
  { madeBy: 'default-network', types: /^google_compute_firewall$/, name: /(?:^|\/)default-allow-(?:icmp|internal|rdp|ssh)$/ },
  {
    madeBy: 'provider-managed',
    types: /^google_service_account$/,
    name: /(?:-compute@developer|@appspot|@cloudservices)\.gserviceaccount\.com$/,
  },
  {
    madeBy: 'service-created',
    types: /^google_storage_bucket$/,
    name: /(?:^|\/)(?:(?:staging\.|asia\.artifacts\.|artifacts\.|eu\.artifacts\.|us\.artifacts\.).+\.appspot\.com|gcf-(?:v2-)?(?:sources|uploads)-.+)$/,
  },
  { madeBy: 'service-created', types: /^google_logging_project_(?:sink|bucket_config)$/, name: /(?:^|\/)_(?:Default|Required)$/ },
  { madeBy: 'default-of-service', types: /^microsoft\.security\/(?:pricings|settings|securitycontacts)$/i },
  { madeBy: 'service-created', types: /^microsoft\.network\/networkwatchers$/i, name: /\/NetworkWatcherRG\//i },
  { madeBy: 'service-created', types: /^microsoft\./i, name: /\/resourceGroups\/MC_/i },
  { madeBy: 'default-of-service', types: /^microsoft\.operationalinsights\/workspaces$/i, name: /\/DefaultWorkspace-[^/]+$/i },
  { madeBy: 'controller', name: /^(?:Namespace\/(?:default|kube-(?:system|public|node-lease))|default\/Service\/kubernetes)$/ },
  { madeBy: 'controller', types: /^ServiceAccount$/, name: /(?:^|\/)ServiceAccount\/default$/ },
  { madeBy: 'controller', name: /^kube-(?:system|public|node-lease)\// },
  { madeBy: 'controller', name: /^(?:ClusterRole|ClusterRoleBinding|PriorityClass)\/(?:system[:-].+|kubeadm:.+)$/ },
];

/** Null for what somebody made. O(rules). */
export function madeByCloud(thing: Thing): MadeBy | null {
  const { declared, main } = thing;
  if (declared.provider === 'kubernetes' && hasController(declared)) return 'controller';
  const names = [declared.address, ...(declared.names ?? [])];
  const tags = [...Object.keys(main.tags), ...tagKeys(declared)];
  const rule = RULES.find(
    ({ types, properties, name, tag }) =>
      (!types || types.test(declared.type)) &&
      (!name || names.some((each) => name.test(each))) &&
      (!tag || tags.some((each) => tag.test(each))) &&
      Object.entries(properties ?? {}).every(([property, pattern]) => pattern.test(textOf(declared.block.attributes.get(property)?.value))),
  );
  return rule?.madeBy ?? null;
}

function textOf(value: Value | undefined): string {
  return value && 'value' in value ? String(value.value) : '';
}

function tagKeys({ block }: DeclaredResource): readonly string[] {
  const tags = block.attributes.get('Tags')?.value;
  if (tags?.kind !== 'list') return [];
  return tags.items.flatMap((item) => (item.kind === 'map' ? [textOf(item.entries.get('Key'))] : []));
}

/** Made by the controller of another object, which stands in the code or is listed itself. */
function hasController({ block }: DeclaredResource): boolean {
  const metadata = block.attributes.get('metadata')?.value;
  const owners = metadata?.kind === 'map' ? metadata.entries.get('ownerReferences') : undefined;
  return (
    owners?.kind === 'list' && owners.items.some((owner) => owner.kind === 'map' && textOf(owner.entries.get('controller')) === 'true')
  );
}
