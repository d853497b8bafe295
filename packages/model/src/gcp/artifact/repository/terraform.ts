import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import { bindingsOf, iamSatellites } from '../../iam/index.ts';
import type { ArtifactRepository } from './shape.ts';

export const terraform = defineTerraform<ArtifactRepository>({
  types: ['google_artifact_registry_repository'],
  satellites: { ...iamSatellites('google_artifact_registry_repository', 'repository') },
  identity: ['repository_id', 'name', 'id'],
  lonelySatellites: 'each',
  read: (block, context) => ({
    hasCustomerKey: block.isSet('kms_key_name'),
    isDocker: format(block),
    hasImmutableTags: block.block('docker_config').boolean('immutable_tags', { default: false }),
    scanning: block.block('vulnerability_scanning_config').string('enablement_config'),
    iam: bindingsOf(context, block.place, 'google_artifact_registry_repository'),
  }),
});

function format(block: BlockReader): Leaf<boolean> {
  const leaf = block.string('format', { required: true });
  if (leaf.value === undefined) return unresolved(leaf.reason ?? { code: 'computed', detail: 'it is not known' }, leaf.place);
  return explicit(leaf.value.toUpperCase() === 'DOCKER', leaf.place);
}
