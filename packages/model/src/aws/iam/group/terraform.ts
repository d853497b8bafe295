import type { Leaf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { policiesOf } from '../held-policies.ts';
import type { IamGroup } from './shape.ts';

export const terraform = defineTerraform<IamGroup>({
  types: ['aws_iam_group'],
  identity: ['name'],
  read(group, context) {
    const held = policiesOf(group, 'group', context);
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
