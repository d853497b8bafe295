/** Answers of the OpenSearch Service API, which answers for Elasticsearch too, in the words of CloudFormation. Source: Amazon OpenSearch Service API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { Missing, jsonAt, lookUp, policyJson, textOf } from '../../live/index.ts';
import { arnOf, askedTags } from '../core/answers.ts';
import { keyName } from '../kms/key-name.ts';

const [OPENSEARCH, ELASTICSEARCH] = ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'];

export const live: readonly LiveSource[] = [
  { call: 'opensearch:ListDomainNames', items: 'DomainNames', types: [OPENSEARCH, ELASTICSEARCH], declare: domain },
];

function domain(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'DomainName');
  if (name === undefined) return null;
  const status = lookUp(context, { call: 'opensearch:DescribeDomains', items: 'DomainStatusList', key: 'DomainName' }, name);
  if (status === undefined || jsonAt(status instanceof Missing ? undefined : status, 'Deleted') === true) return null;
  const known = (path: string): LiveValue => (status instanceof Missing ? status : jsonAt(status, path));
  const id = arnOf(context, 'es', `domain/${name}`);
  return {
    type: isElasticsearch(item, status) ? ELASTICSEARCH : OPENSEARCH,
    id,
    name,
    properties: {
      DomainName: name,
      EncryptionAtRestOptions:
        status instanceof Missing
          ? status
          : {
              Enabled: jsonAt(status, 'EncryptionAtRestOptions.Enabled') ?? false,
              KmsKeyId: keyName(jsonAt(status, 'EncryptionAtRestOptions.KmsKeyId'), context),
            },
      VPCOptions: known('VPCOptions'),
      AccessPolicies: status instanceof Missing ? status : policy(textOf(status, 'AccessPolicies')),
      NodeToNodeEncryptionOptions: known('NodeToNodeEncryptionOptions'),
      DomainEndpointOptions: known('DomainEndpointOptions'),
      LogPublishingOptions: known('LogPublishingOptions'),
      AdvancedSecurityOptions: known('AdvancedSecurityOptions'),
      ClusterConfig: known('ClusterConfig'),
      SoftwareUpdateOptions: known('SoftwareUpdateOptions'),
      Tags: askedTags(context, 'opensearch:ListTags', { ARN: id }, 'TagList'),
    },
  };
}

function isElasticsearch(item: Json, status: Json | Missing): boolean {
  const version = status instanceof Missing ? undefined : textOf(status, 'EngineVersion');
  return version?.startsWith('Elasticsearch') ?? textOf(item, 'EngineType') === 'Elasticsearch';
}

/** A domain without a policy has the empty text. */
function policy(text: string | undefined): LiveValue {
  return text === '' ? undefined : policyJson(text);
}
