import type { BlockReader, ListItem, ListNode } from '../../../code/index.ts';
import { absent, defineTerraform, explicit, object, placeWithin, structureOf, textLeaf, unresolved } from '../../../code/index.ts';
import type { Value } from '../../../value.ts';
import type { Stack, StackOutput } from './shape.ts';

export const terraform = defineTerraform<Stack>({
  types: ['aws_cloudformation_stack'],
  identity: ['name'],
  read: (stack) => ({ hasTopic: hasItems(stack), outputs: outputs(stack) }),
});

function hasItems(stack: BlockReader): ReturnType<BlockReader['isSet']> {
  const topics = stack.strings('notification_arns');
  if (topics.items.length > 0) return explicit(true, topics.place);
  return topics.rest ? unresolved(topics.rest.reason ?? notKnown, topics.place) : explicit(false, topics.place);
}

const notKnown = { code: 'computed', detail: 'it is not known' } as const;

/** A template by URL is not in the code; one in YAML is text that nobody here has read. */
function outputs(stack: BlockReader): ListNode<StackOutput> {
  const value = stack.value('template_body');
  const place = stack.placeOf('template_body');
  const open = (detail: string): ListNode<StackOutput> => ({
    node: 'list',
    items: [],
    rest: unresolved({ code: 'unsupported', detail }, place),
    place,
  });
  if (!value) return open('the template is not in this code');
  const template = structureOf(value);
  if (template?.kind !== 'map') return open('the template cannot be read');
  const section = template.entries.get('Outputs');
  if (section?.kind !== 'map') return { node: 'list', items: [], rest: null, place };
  return { node: 'list', items: [...section.entries].map(([key, output]) => outputOf(key, output, stack)), rest: null, place };
}

function outputOf(key: string, output: Value, stack: BlockReader): ListItem<StackOutput> {
  const place = placeWithin(stack.placeOf('template_body'), output);
  const value = output.kind === 'map' ? output.entries.get('Value') : undefined;
  const ref = value?.kind === 'map' ? value.entries.get('Ref') : undefined;
  return {
    node: object<StackOutput>(
      {
        key: explicit(key, place),
        value: value && value.kind !== 'map' ? textLeaf(value, place) : absent(place),
        ref: ref ? textLeaf(ref, place) : absent(place),
      },
      place,
    ),
    uncertain: false,
  };
}
