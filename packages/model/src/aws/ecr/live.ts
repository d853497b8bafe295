/** Answers of Amazon ECR, in the words of CloudFormation. Source: Amazon ECR API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, jsonAt, policyJson, tagPairs, textOf, whenKnown } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  { call: 'ecr:DescribeRepositories', items: 'repositories', types: ['AWS::ECR::Repository'], declare: repository },
  {
    call: 'ecr:GetRegistryPolicy',
    items: '',
    types: ['AWS::ECR::RegistryPolicy'],
    absent: ['RegistryPolicyNotFoundException'],
    declare: registryPolicy,
  },
];

function repository(item: Json, context: LiveContext): LiveThing | null {
  const [arn, name] = [textOf(item, 'repositoryArn'), textOf(item, 'repositoryName')];
  if (arn === undefined || name === undefined) return null;
  const ask = (operation: string, kind: string) =>
    context.answer(`ecr:${operation}`, { repositoryName: name }, [`${kind}NotFoundException`, 'RepositoryNotFoundException']);
  return {
    type: 'AWS::ECR::Repository',
    id: arn,
    name,
    names: [textOf(item, 'repositoryUri') ?? name],
    properties: {
      RepositoryName: name,
      ImageTagMutability: textOf(item, 'imageTagMutability'),
      ImageScanningConfiguration: { ScanOnPush: jsonAt(item, 'imageScanningConfiguration.scanOnPush') ?? false },
      EncryptionConfiguration: { EncryptionType: textOf(item, 'encryptionConfiguration.encryptionType') },
      RegistryScanFilters: whenKnown(context.answer('ecr:GetRegistryScanningConfiguration', {}), scanFilters),
      LifecyclePolicy: whenKnown(ask('GetLifecyclePolicy', 'LifecyclePolicy'), (json) => ({
        LifecyclePolicyText: textOf(json, 'lifecyclePolicyText'),
      })),
      RepositoryPolicyText: whenKnown(ask('GetRepositoryPolicy', 'RepositoryPolicy'), (json) => policyJson(jsonAt(json, 'policyText'))),
      Tags: whenKnown(context.answer('ecr:ListTagsForResource', { resourceArn: arn }, ['RepositoryNotFoundException']), (json) =>
        tagPairs(itemsAt(json, 'tags')),
      ),
    },
  };
}

/** Of the registry in the region of the repository; rules by hand scan nothing on their own. */
function scanFilters(answer: Json): LiveValue {
  return itemsAt(answer, 'scanningConfiguration.rules')
    .filter((rule) => textOf(rule, 'scanFrequency') !== 'MANUAL')
    .flatMap((rule) => itemsAt(rule, 'repositoryFilters').map((filter) => textOf(filter, 'filter')));
}

function registryPolicy(item: Json, { partition, region, account }: LiveContext): LiveThing | null {
  const text = textOf(item, 'policyText');
  if (text === undefined) return null;
  const id = `arn:${partition}:ecr:${region}:${account}:registry-policy`;
  return { type: 'AWS::ECR::RegistryPolicy', id, name: account, properties: { PolicyText: policyJson(text) } };
}
