import type { BlockReader, FieldsOf, ListNode, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, policyOf } from '../../../code/index.ts';
import type { EcrRepository } from './shape.ts';

/** Source: hashicorp/aws provider documentation of the resources named below, read 2026-11-22. */
export const terraform = defineTerraform<EcrRepository>({
  types: ['aws_ecr_repository'],
  satellites: { aws_ecr_repository_policy: 'repository', aws_ecr_lifecycle_policy: 'repository' },
  single: ['aws_ecr_repository_policy'],
  identity: ['name'],
  read: (repository, context): FieldsOf<EcrRepository> => ({
    repositoryName: repository.string('name'),
    scanOnPush: repository.block('image_scanning_configuration').boolean('scan_on_push', { default: false }),
    registryScanFilters: scanFilters(repository, context),
    tagMutability: repository.string('image_tag_mutability', { default: 'MUTABLE' }),
    encryption: repository.block('encryption_configuration').string('encryption_type', { default: 'AES256' }),
    hasLifecyclePolicy: context.satellite('aws_ecr_lifecycle_policy').isSet('policy'),
    policy: policyOf(context.satellite('aws_ecr_repository_policy'), 'policy'),
    tags: context.tags(repository),
  }),
});

/** Filters of the registry in the same account and Region, which is to say under the same provider configuration. */
function scanFilters(repository: BlockReader, context: ReaderContext): ListNode<string> {
  const registries = context
    .all('aws_ecr_registry_scanning_configuration')
    .filter((each) => each.resource?.provider === repository.resource?.provider);
  const rules = registries.map((each) => each.blocks('rule'));
  const scanning = rules.flatMap(({ readers }) => readers).filter((rule) => rule.string('scan_frequency').value !== 'MANUAL');
  const filters = scanning.map((rule) => rule.blocks('repository_filter'));
  return {
    node: 'list',
    items: filters
      .flatMap(({ readers }) => readers)
      .map((each) => ({ node: each.string('filter', { required: true }), uncertain: each.uncertain })),
    rest: [...rules, ...filters].find(({ rest }) => rest)?.rest ?? null,
    place: repository.place,
  };
}
