import { defineTerraform } from '../../../code/index.ts';
import { documentBindings } from '../../iam/index.ts';
import type { IamPolicyDocument } from './shape.ts';

export const terraform = defineTerraform<IamPolicyDocument>({
  types: ['data.google_iam_policy'],
  read: (block) => ({
    bindings: documentBindings(block),
  }),
});
