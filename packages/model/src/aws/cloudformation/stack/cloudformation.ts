import { defineCloudFormation, explicit, mapLeaf, outside } from '../../../code/index.ts';
import type { Stack } from './shape.ts';

/** A nested stack. The outputs of its template are judged nowhere but in that template. */
export const cloudformation = defineCloudFormation<Stack>({
  types: ['AWS::CloudFormation::Stack'],
  read(stack) {
    const topics = stack.strings('NotificationARNs');
    const open = topics.rest;
    const rest = outside<never>('the template is elsewhere', stack.place);
    return {
      hasTopic: topics.items.length > 0 || !open ? explicit(topics.items.length > 0, topics.place) : mapLeaf(open, () => false),
      outputCredentials: { node: 'map', entries: new Map(), rest, place: stack.place },
    };
  },
});
