import type { FieldsOf, ListNode, ReaderContext } from '../../../code/index.ts';
import { defineCloudFormation, policyOf } from '../../../code/index.ts';
import type { BlockReader } from '../../../code/index.ts';
import type { EcrRepository } from './shape.ts';

/** Source: CloudFormation template reference, AWS::ECR::Repository and AWS::ECR::RegistryScanningConfiguration, read 2026-11-22. */
export const cloudformation = defineCloudFormation<EcrRepository>({
  types: ['AWS::ECR::Repository'],
  identity: ['RepositoryName'],
  read: (repository, context): FieldsOf<EcrRepository> => ({
    repositoryName: repository.string('RepositoryName'),
    scanOnPush: repository.block('ImageScanningConfiguration').boolean('ScanOnPush', { default: false }),
    registryScanFilters: scanFilters(repository, context),
    tagMutability: repository.string('ImageTagMutability', { default: 'MUTABLE' }),
    encryption: repository.block('EncryptionConfiguration').string('EncryptionType', { default: 'AES256' }),
    hasLifecyclePolicy: repository.block('LifecyclePolicy').isSet('LifecyclePolicyText'),
    policy: policyOf(repository, 'RepositoryPolicyText'),
    tags: context.tags(repository),
  }),
});

/** Filters of the registry in the account and Region of the stack. */
function scanFilters(repository: BlockReader, context: ReaderContext): ListNode<string> {
  const rules = context.all('AWS::ECR::RegistryScanningConfiguration').map((registry) => registry.blocks('Rules'));
  const scanning = rules.flatMap(({ readers }) => readers).filter((rule) => rule.string('ScanFrequency').value !== 'MANUAL');
  const filters = scanning.map((rule) => rule.blocks('RepositoryFilters'));
  return {
    node: 'list',
    items: filters
      .flatMap(({ readers }) => readers)
      .map((each) => ({ node: each.string('Filter', { required: true }), uncertain: each.uncertain })),
    rest: [...rules, ...filters].find(({ rest }) => rest)?.rest ?? null,
    place: repository.place,
  };
}
