import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { ForwardingRule } from './shape.ts';

export const terraform = defineTerraform<ForwardingRule>({
  types: ['google_compute_forwarding_rule', 'google_compute_global_forwarding_rule'],
  identity: ['name'],
  read: (block, context) => ({
    scheme: block.string('load_balancing_scheme', { default: 'EXTERNAL' }),
    isToHttpProxy: toHttpProxy(block),
    redirectsToHttps: redirects(block, context),
  }),
});

const httpProxies = ['google_compute_target_http_proxy', 'google_compute_region_target_http_proxy'];

function toHttpProxy(block: BlockReader): Leaf<boolean> {
  const target = block.value('target');
  const place = block.placeOf('target');
  if (!target) return byDefault(false, place);
  if (target.refs.length > 0)
    return explicit(
      target.refs.some(({ address }) => /(^|\.)google_compute_(region_)?target_http_proxy\./.test(address)),
      place,
    );
  const text = block.text('target');
  if (text.value === undefined) return unresolved(text.reason ?? { code: 'computed', detail: 'it is not known' }, place);
  return explicit(/targetHttpProxies\//.test(text.value), place);
}

/** A listener for port 80 that sends everybody to HTTPS is how HTTPS is offered. */
function redirects(block: BlockReader, context: ReaderContext): Leaf<boolean> {
  const [proxy] = context.targets(block.value('target'), httpProxies);
  const [map] = proxy ? context.targets(proxy.value('url_map'), ['google_compute_url_map', 'google_compute_region_url_map']) : [];
  if (!map) return byDefault(false, block.place);
  return map.block('default_url_redirect').boolean('https_redirect', { default: false });
}
