import type { BlockReader, ListNode, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, explicit } from '../../../code/index.ts';
import type { EnabledServices } from './shape.ts';

export const terraform = defineTerraform<EnabledServices>({
  types: ['google_project_services'],
  identity: ['project'],
  anchor(context) {
    if (context.all('google_project_services').length > 0) return null;
    const single = context.all('google_project_service');
    return single.length >= 3 ? (single[0] ?? null) : null;
  },
  read: (block, context) => ({
    services: services(block, context),
    isComplete: explicit(block.resource?.type === 'google_project_services', block.place),
  }),
});

/** `google_project_services` listed them before version 3 of the provider; now there is a block for each. */
function services(block: BlockReader, context: ReaderContext): ListNode<string> {
  if (block.resource?.type === 'google_project_services') return block.strings('services');
  const items = context
    .all('google_project_service')
    .map((each) => ({ node: each.string('service', { required: true }), uncertain: each.uncertain }));
  return { node: 'list', items, rest: null, place: block.place };
}
