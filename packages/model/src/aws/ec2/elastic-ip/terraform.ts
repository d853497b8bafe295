import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, explicit } from '../../../code/index.ts';
import type { ElasticIp } from './shape.ts';

export const terraform = defineTerraform<ElasticIp>({
  types: ['aws_eip'],
  identity: ['id'],
  read: (address, context) => ({
    isUsed: isUsed(address, context),
  }),
});

function isUsed(address: BlockReader, context: ReaderContext): Leaf<boolean> {
  const attribute = address.value('instance') ? 'instance' : 'network_interface';
  return context.isUsed(address) ? explicit(true, address.place) : address.isSet(attribute);
}
