import type { BlockReader, ListItem } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import type { CacheBehavior, Distribution } from './shape.ts';

export const terraform = defineTerraform<Distribution>({
  types: ['aws_cloudfront_distribution'],
  identity: ['comment'],
  read(distribution) {
    const standard = distribution.list<CacheBehavior>('default_cache_behavior', behavior);
    const ordered = distribution.list<CacheBehavior>('ordered_cache_behavior', behavior);
    return {
      behaviors: { ...standard, items: [...standard.items, ...ordered.items], rest: standard.rest ?? ordered.rest },
      hasWebAcl: distribution.isSet('web_acl_id'),
    };
  },
});

function behavior(block: BlockReader): ListItem<CacheBehavior>['node'] {
  return object<CacheBehavior>(
    { pathPattern: block.string('path_pattern', { default: '*' }), viewerProtocolPolicy: block.string('viewer_protocol_policy') },
    block.place,
  );
}
