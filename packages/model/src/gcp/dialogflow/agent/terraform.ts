import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { DialogflowResource } from './shape.ts';

export const terraform = defineTerraform<DialogflowResource>({
  types: ['google_dialogflow_agent', 'google_dialogflow_cx_agent', 'google_dialogflow_cx_webhook'],
  identity: ['display_name'],
  read: (block) => ({
    isLogged: isLogged(block),
  }),
});

function isLogged(block: BlockReader): Leaf<boolean> {
  if (block.resource?.type === 'google_dialogflow_agent') return block.boolean('enable_logging', { default: false });
  const advanced = block.block('advanced_settings').block('logging_settings');
  return advanced.exists
    ? advanced.boolean('enable_stackdriver_logging', { default: false })
    : block.boolean('enable_stackdriver_logging', { default: false });
}
