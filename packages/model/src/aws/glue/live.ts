/** Answers of the Glue API, in the words of CloudFormation. Source: AWS Glue Web API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, jsonAt, textOf } from '../../live/index.ts';
import { arnOf, askedTags } from '../core/answers.ts';

export const live: readonly LiveSource[] = [
  { call: 'glue:GetConnections', items: 'ConnectionList', types: ['AWS::Glue::Connection'], declare: connection },
  {
    call: 'glue:GetDataCatalogEncryptionSettings',
    items: 'DataCatalogEncryptionSettings',
    types: ['AWS::Glue::DataCatalogEncryptionSettings'],
    declare: catalogEncryption,
  },
  {
    call: 'glue:GetSecurityConfigurations',
    items: 'SecurityConfigurations',
    types: ['AWS::Glue::SecurityConfiguration'],
    declare: securityConfiguration,
  },
  { call: 'glue:GetJobs', items: 'Jobs', types: ['AWS::Glue::Job'], declare: job },
  { call: 'glue:GetCrawlers', items: 'Crawlers', types: ['AWS::Glue::Crawler'], declare: crawler },
  { call: 'glue:GetDevEndpoints', items: 'DevEndpoints', types: ['AWS::Glue::DevEndpoint'], declare: devEndpoint },
];

/** Every region has a catalog; those that hold nothing are not judged. */
function catalogEncryption(item: Json, context: LiveContext): LiveThing | null {
  const held = [...context.list('glue:GetDatabases', 'DatabaseList'), ...context.list('glue:GetConnections', 'ConnectionList')];
  if (held.length === 0) return null;
  return {
    type: 'AWS::Glue::DataCatalogEncryptionSettings',
    id: `${arnOf(context, 'glue', 'catalog')}#encryption`,
    name: `${context.account} (${context.region})`,
    properties: { DataCatalogEncryptionSettings: item },
  };
}

function connection(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'Name');
  if (name === undefined) return null;
  return {
    type: 'AWS::Glue::Connection',
    id: arnOf(context, 'glue', `connection/${name}`),
    name,
    properties: {
      ConnectionInput: {
        Name: name,
        ConnectionType: textOf(item, 'ConnectionType'),
        ConnectionProperties: jsonAt(item, 'ConnectionProperties'),
      },
    },
  };
}

function securityConfiguration(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'Name');
  if (name === undefined) return null;
  const encryption = jsonAt(item, 'EncryptionConfiguration');
  return {
    type: 'AWS::Glue::SecurityConfiguration',
    id: configurationArn(name, context),
    name,
    properties: {
      Name: name,
      EncryptionConfiguration: {
        CloudWatchEncryption: jsonAt(encryption, 'CloudWatchEncryption'),
        JobBookmarksEncryption: jsonAt(encryption, 'JobBookmarksEncryption'),
        S3Encryptions: itemsAt(encryption, 'S3Encryption'),
      },
    },
  };
}

/** AWS gives it none; jobs of one region mean it by it. */
function configurationArn(name: string, context: LiveContext): string {
  return arnOf(context, 'glue', `security-configuration/${name}`);
}

function used(item: Json, key: string, context: LiveContext): LiveValue {
  const name = textOf(item, key);
  return name === undefined || name === '' ? undefined : configurationArn(name, context);
}

function job(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'Name');
  if (name === undefined) return null;
  const id = arnOf(context, 'glue', `job/${name}`);
  return {
    type: 'AWS::Glue::Job',
    id,
    name,
    properties: {
      Name: name,
      Role: textOf(item, 'Role'),
      SecurityConfiguration: used(item, 'SecurityConfiguration', context),
      Command: jsonAt(item, 'Command'),
      GlueVersion: textOf(item, 'GlueVersion') ?? '0.9',
      DefaultArguments: jsonAt(item, 'DefaultArguments'),
      Tags: tags(id, context),
    },
  };
}

function crawler(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'Name');
  if (name === undefined) return null;
  const id = arnOf(context, 'glue', `crawler/${name}`);
  return {
    type: 'AWS::Glue::Crawler',
    id,
    name,
    properties: {
      Name: name,
      Role: textOf(item, 'Role'),
      CrawlerSecurityConfiguration: used(item, 'CrawlerSecurityConfiguration', context),
      Tags: tags(id, context),
    },
  };
}

function devEndpoint(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'EndpointName');
  if (name === undefined) return null;
  const id = arnOf(context, 'glue', `devEndpoint/${name}`);
  return {
    type: 'AWS::Glue::DevEndpoint',
    id,
    name,
    properties: {
      EndpointName: name,
      RoleArn: textOf(item, 'RoleArn'),
      SecurityConfiguration: used(item, 'SecurityConfiguration', context),
      Tags: tags(id, context),
    },
  };
}

function tags(arn: string, context: LiveContext): LiveValue {
  return askedTags(context, 'glue:GetTags', { ResourceArn: arn });
}
