import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import type { AwsCall, AwsCallScope } from '../service.ts';
import { defineService } from '../service.ts';

/** `part`: what stands before the name in the ARN. */
function tagsOf(part: string, path: string): AwsCall {
  const input = (item: Json, { partition, region, account }: AwsCallScope): JsonObject | null => {
    const name = textOf(item, path);
    return name === undefined ? null : { ResourceArn: `arn:${partition}:glue:${region}:${account}:${part}/${name}` };
  };
  return { operation: 'GetTags', input, absent: ['EntityNotFoundException'] };
}

/** Source: AWS Glue Web API reference, read 2026-11-22. */
export const service = defineService({
  id: 'glue',
  load: async () => await import('@aws-sdk/client-glue'),
  client: 'GlueClient',
  scope: 'regional',
  calls: [
    {
      operation: 'GetConnections',
      input: { HidePassword: true },
      redact: [
        'ConnectionList[].ConnectionProperties.PASSWORD',
        'ConnectionList[].ConnectionProperties.ENCRYPTED_PASSWORD',
        'ConnectionList[].ConnectionProperties.JDBC_CONNECTION_URL',
        'ConnectionList[].ConnectionProperties.CONNECTION_URL',
        'ConnectionList[].ConnectionProperties.KAFKA_CLIENT_KEYSTORE_PASSWORD',
        'ConnectionList[].ConnectionProperties.KAFKA_CLIENT_KEY_PASSWORD',
        'ConnectionList[].ConnectionProperties.KAFKA_SASL_SCRAM_PASSWORD',
      ],
    },
    { operation: 'GetDataCatalogEncryptionSettings' },
    // Whether the catalog of the region holds anything; which databases, nobody asks.
    { operation: 'GetDatabases', input: { MaxResults: 1 }, firstPage: true },
    { operation: 'GetSecurityConfigurations' },
    {
      operation: 'GetJobs',
      // Switches of Glue itself (`--enable-…`) are no secrets; the rest is what the job is given.
      redact: ['Jobs[].DefaultArguments.!--enable-', 'Jobs[].NonOverridableArguments.!--enable-'],
      each: { items: 'Jobs', calls: [tagsOf('job', 'Name')] },
    },
    { operation: 'GetCrawlers', each: { items: 'Crawlers', calls: [tagsOf('crawler', 'Name')] } },
    {
      operation: 'GetDevEndpoints',
      redact: ['DevEndpoints[].Arguments.!--enable-'],
      each: { items: 'DevEndpoints', calls: [tagsOf('devEndpoint', 'EndpointName')] },
    },
  ],
});
