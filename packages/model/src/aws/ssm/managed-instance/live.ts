import { defineLive } from '../../../code/index.ts';
import type { ManagedInstance } from './shape.ts';

export const live = defineLive<ManagedInstance>({
  types: ['aws.ssm.managed-instance'],
  read: (instance) => ({
    patchStatus: instance.string('PatchStatus'),
    associationStatus: instance.string('AssociationStatus'),
  }),
});
