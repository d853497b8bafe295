/** The metadata service of an instance or launch template, as a node. */
import type { BlockReader, ObjectNode, ReaderContext } from '../../code/index.ts';
import { object } from '../../code/index.ts';
import type { MetadataOptions } from './launch-template/shape.ts';
import { hopLimit, metadataOption } from './launch-settings.ts';

export function metadataOptions(block: BlockReader, context: ReaderContext): ObjectNode<MetadataOptions> {
  return object<MetadataOptions>(
    {
      httpEndpoint: metadataOption(block, 'http_endpoint', { context, fallback: 'enabled' }),
      tokenUse: metadataOption(block, 'http_tokens', { context, fallback: 'optional' }),
      hopLimit: hopLimit(block, context),
    },
    block.place,
  );
}
