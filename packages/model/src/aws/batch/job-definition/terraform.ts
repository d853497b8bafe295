import type { Leaf } from '../../../code/index.ts';
import { BlockReader, byDefault, defineTerraform, structureOf, unresolved } from '../../../code/index.ts';
import type { BatchJobDefinition } from './shape.ts';

export const terraform = defineTerraform<BatchJobDefinition>({
  types: ['aws_batch_job_definition'],
  identity: ['name'],
  read: (job) => ({
    isPrivileged: privileged(job),
  }),
});

/** The container's properties are JSON text. */
function privileged(job: BlockReader): Leaf<boolean> {
  const value = job.value('container_properties');
  const place = job.placeOf('container_properties');
  if (!value) return byDefault(false, place);
  const structure = structureOf(value);
  if (!structure) return unresolved({ code: 'unsupported', detail: 'the container properties are no JSON object' }, place);
  const [container] = BlockReader.ofValue(structure, place).readers;
  if (!container) return structure.kind === 'unknown' ? unresolved(structure.reason, place) : byDefault(false, place);
  return container.boolean('privileged', { default: false });
}
