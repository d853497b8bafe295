/** Is an origin a bucket? */
import type { BlockReader, Leaf } from '../../../code/index.ts';
import { explicit, toTextWithHoles, unresolved } from '../../../code/index.ts';

/** The REST address of a bucket; that of its website is `s3-website`. */
const BUCKET = /\.s3(?:[.-](?!website)[a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/;

interface OriginAttributes {
  readonly domain: string;
  readonly bucketConfig: string;
  readonly customConfig: string;
  /** Attributes of a bucket that are such an address. */
  readonly address: RegExp;
}

/** The bucket whose REST address it is; null when it is none. */
export function bucketAt(domain: string): string | null {
  return BUCKET.test(domain) ? domain.replace(BUCKET, '') : null;
}

export function isBucket(origin: BlockReader, { domain, bucketConfig, customConfig, address }: OriginAttributes): Leaf<boolean> {
  const config = origin.has(bucketConfig);
  if (config.value === true) return config;
  const value = origin.value(domain);
  const place = origin.placeOf(domain);
  if (value?.refs.some(({ attribute }) => address.test(attribute))) return explicit(true, place);
  const text = value && toTextWithHoles(value);
  if (typeof text === 'string') return explicit(BUCKET.test(text), place);
  const custom = origin.has(customConfig);
  if (custom.value === true) return explicit(false, custom.place);
  return value?.kind === 'unknown' ? unresolved(value.reason, place) : config;
}
