import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineCloudFormation, explicit } from '../../../code/index.ts';
import type { ElasticIp } from './shape.ts';

export const cloudformation = defineCloudFormation<ElasticIp>({
  types: ['AWS::EC2::EIP'],
  read: (address, context) => ({
    isUsed: isUsed(address, context),
  }),
});

function isUsed(address: BlockReader, context: ReaderContext): Leaf<boolean> {
  return context.isUsed(address) ? explicit(true, address.place) : address.isSet('InstanceId');
}
