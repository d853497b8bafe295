import type { BlockReader, ReaderContext } from '../../../code/index.ts';
import { defineLive, unresolved } from '../../../code/index.ts';
import type { ForwardingRule } from './shape.ts';
import { terraform } from './terraform.ts';

/** What a rule leads through: without any of these it is not known whether it only redirects. */
const onTheWay = [
  'google_compute_target_http_proxy',
  'google_compute_region_target_http_proxy',
  'google_compute_url_map',
  'google_compute_region_url_map',
];

export const live = defineLive<ForwardingRule>({
  ...terraform,
  read(block, context) {
    const fields = terraform.read(block, context);
    const gap = fields.redirectsToHttps.state === 'default' ? notCollected(context) : undefined;
    if (!gap) return fields;
    const reason = gap.string('name').reason ?? { code: 'not-collected', detail: 'the proxies were not collected' };
    return { ...fields, redirectsToHttps: unresolved(reason, block.place) };
  },
});

function notCollected(context: ReaderContext): BlockReader | undefined {
  return onTheWay.flatMap((type) => context.all(type)).find((each) => each.uncertain && each.resource === null);
}
