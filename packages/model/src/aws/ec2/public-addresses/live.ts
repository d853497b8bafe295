import { defineLive } from '../../../code/index.ts';
import type { PublicAddresses } from './shape.ts';

export const live = defineLive<PublicAddresses>({
  types: ['AWS::EC2::Instance', 'AWS::EC2::EIP'],
  read: (owner) => ({ addresses: owner.strings('PublicAddresses') }),
});
