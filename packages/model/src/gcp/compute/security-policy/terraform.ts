import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, object, unresolved } from '../../../code/index.ts';
import type { SecurityPolicy, SecurityRule } from './shape.ts';

export const terraform = defineTerraform<SecurityPolicy>({
  types: ['google_compute_security_policy'],
  identity: ['name'],
  read: (block) => ({
    isForBackends: kind(block),
    rules: block.list<SecurityRule>('rule', (rule) =>
      object<SecurityRule>(
        {
          action: rule.string('action', { required: true }),
          isPreview: rule.boolean('preview', { default: false }),
          expression: rule.block('match').block('expr').text('expression'),
        },
        rule.place,
      ),
    ),
  }),
});

function kind(block: BlockReader): Leaf<boolean> {
  const type = block.string('type', { default: 'CLOUD_ARMOR' });
  if (type.value === undefined) return unresolved(type.reason ?? { code: 'computed', detail: 'its type is not known' }, type.place);
  return type.state === 'default' ? byDefault(true, type.place) : explicit(type.value === 'CLOUD_ARMOR', type.place);
}
