import { defineCloudFormation, hasItems, outside } from '../../../code/index.ts';
import type { Stack } from './shape.ts';

/** A nested stack. The outputs of its template are judged nowhere but in that template. */
export const cloudformation = defineCloudFormation<Stack>({
  types: ['AWS::CloudFormation::Stack'],
  read(stack) {
    const rest = outside<never>('the template is elsewhere', stack.place);
    return {
      hasRole: outside('a nested stack works with the role of its parent', stack.place),
      hasTopic: hasItems(stack, 'NotificationARNs'),
      outputCredentials: { node: 'map', entries: new Map(), rest, place: stack.place },
    };
  },
});
