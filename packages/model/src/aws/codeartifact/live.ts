/** Answers of AWS CodeArtifact, in the words of CloudFormation. Source: AWS CodeArtifact API reference, read 2026-11-22. */
import type { Json, JsonObject, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, jsonAt, policyJson, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { keyName } from '../kms/key-name.ts';

const ABSENT = ['ResourceNotFoundException'];

export const live: readonly LiveSource[] = [
  { call: 'codeartifact:ListDomains', items: 'domains', types: ['AWS::CodeArtifact::Domain'], declare: domain },
  { call: 'codeartifact:ListRepositories', items: 'repositories', types: ['AWS::CodeArtifact::Repository'], declare: repository },
];

function policy(operation: string, request: JsonObject, context: LiveContext): LiveValue {
  return whenKnown(context.answer(`codeartifact:${operation}`, request, ABSENT), (json) => policyJson(jsonAt(json, 'policy.document')));
}

function tags(arn: string, context: LiveContext): LiveValue {
  return whenKnown(context.answer('codeartifact:ListTagsForResource', { resourceArn: arn }, ABSENT), (json) =>
    tagPairs(itemsAt(json, 'tags')),
  );
}

function domain(item: Json, context: LiveContext): LiveThing | null {
  const [arn, name, owner] = [textOf(item, 'arn'), textOf(item, 'name'), textOf(item, 'owner')];
  if (arn === undefined || name === undefined || owner === undefined) return null;
  return {
    type: 'AWS::CodeArtifact::Domain',
    id: arn,
    name,
    properties: {
      DomainName: name,
      EncryptionKey: keyName(jsonAt(item, 'encryptionKey'), context),
      PermissionsPolicyDocument: policy('GetDomainPermissionsPolicy', { domain: name, domainOwner: owner }, context),
      Tags: tags(arn, context),
    },
  };
}

function repository(item: Json, context: LiveContext): LiveThing | null {
  const [arn, name] = [textOf(item, 'arn'), textOf(item, 'name')];
  const [domainName, domainOwner] = [textOf(item, 'domainName'), textOf(item, 'domainOwner')];
  if (arn === undefined || name === undefined || domainName === undefined || domainOwner === undefined) return null;
  const request = { domain: domainName, domainOwner, repository: name };
  return {
    type: 'AWS::CodeArtifact::Repository',
    id: arn,
    name: `${domainName}/${name}`,
    properties: {
      RepositoryName: name,
      PermissionsPolicyDocument: policy('GetRepositoryPermissionsPolicy', request, context),
      Tags: tags(arn, context),
    },
  };
}
