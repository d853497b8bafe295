/**
 * Records of the domain system, and the names of services they may point at. Sources: hashicorp/aws, azurerm and google documentation,
 * CloudFormation and Azure template references, read 2026-11-22.
 */
import type { EntityReader } from './entity.ts';
import type { DnsEntry, HeldName, MovementEntity } from './movement.ts';
import { mapTexts, textAt, textsAt } from './reading.ts';

/** A record without its own type has the one of its block. */
interface RecordRow {
  readonly types: string;
  readonly host: string;
  readonly targets: string;
  readonly type: { readonly at: string } | { readonly is: string };
}

const RECORDS: readonly RecordRow[] = [
  { types: 'aws_route53_record', host: 'name', targets: 'alias.name records', type: { at: 'type' } },
  {
    types: 'AWS::Route53::RecordSet',
    host: 'Name',
    targets: 'AliasTarget.DNSName ResourceRecords',
    type: { at: 'Type' },
  },
  { types: 'azurerm_dns_cname_record', host: 'name', targets: 'record', type: { is: 'CNAME' } },
  {
    types: 'microsoft.network/dnszones/cname',
    host: 'name',
    targets: 'properties.CNAMERecord.cname properties.cnameRecord.cname',
    type: { is: 'CNAME' },
  },
  { types: 'google_dns_record_set', host: 'name', targets: 'rrdatas', type: { at: 'type' } },
];

const HELD: readonly (readonly [service: string, types: string, label: string])[] = [
  ['aws.s3', 'aws_s3_bucket AWS::S3::Bucket', 'bucket BucketName'],
  // Addresses, as an account tells them; code does not know them.
  ['aws.ec2', 'AWS::EC2::EIP AWS::EC2::NetworkInterface', 'PublicIp'],
  ['aws.elasticbeanstalk', 'aws_elastic_beanstalk_environment AWS::ElasticBeanstalk::Environment', 'cname_prefix CNAMEPrefix'],
  [
    'azure.web',
    [
      ...['azurerm_linux_web_app', 'azurerm_windows_web_app', 'azurerm_app_service', 'azurerm_linux_function_app'],
      ...['azurerm_windows_function_app', 'azurerm_function_app', 'azurerm_function_app_flex_consumption', 'azurerm_logic_app_standard'],
      'microsoft.web/sites',
    ].join(' '),
    'name',
  ],
  [
    'azure.trafficmanager',
    'azurerm_traffic_manager_profile microsoft.network/trafficmanagerprofiles',
    'dns_config.relative_name properties.dnsConfig.relativeName',
  ],
  ['azure.public-ip', 'azurerm_public_ip microsoft.network/publicipaddresses', 'domain_name_label properties.dnsSettings.domainNameLabel'],
  ['azure.storage', 'azurerm_storage_account microsoft.storage/storageaccounts', 'name'],
  ['azure.cdn', 'azurerm_cdn_endpoint microsoft.cdn/profiles/endpoints', 'name'],
  [
    'azure.container',
    'azurerm_container_group microsoft.containerinstance/containergroups',
    'dns_name_label properties.ipAddress.dnsNameLabel',
  ],
  ['azure.api', 'azurerm_api_management microsoft.apimanagement/service', 'name'],
];

export const dnsReaders: readonly EntityReader<MovementEntity>[] = [
  ...RECORDS.map((row): EntityReader<DnsEntry> => ({
    types: row.types.split(' '),
    read: (block, { base, isLive }) => [
      {
        ...{ ...base, kind: 'dns-entry', isLive, host: textAt(block, row.host) },
        recordType: 'is' in row.type ? row.type.is : textAt(block, row.type.at),
        targets: mapTexts(textsAt(block, row.targets), (each) => each.replace(/\.$/, '')),
      },
    ],
  })),
  ...HELD.map(([service, types, label]): EntityReader<HeldName> => ({
    types: types.split(' '),
    read: (block, { base }) => [{ ...base, kind: 'held-name', service, label: textAt(block, label) }],
  })),
];
