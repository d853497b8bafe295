import type { Leaf } from '../../../code/index.ts';
import { defineCloudFormation } from '../../../code/index.ts';
import { policiesOf } from '../held-policies-cloudformation.ts';
import type { IamGroup } from './shape.ts';

export const cloudformation = defineCloudFormation<IamGroup>({
  types: ['AWS::IAM::Group'],
  identity: ['GroupName'],
  read(group, context) {
    const held = policiesOf(group, context);
    return {
      policies: {
        node: 'list',
        items: held.filter((node) => node.node === 'object').map((node) => ({ node, uncertain: false })),
        rest: held.find((node): node is Leaf<never> => node.node === 'leaf' && node.state !== 'absent') ?? null,
        place: group.place,
      },
    };
  },
});
