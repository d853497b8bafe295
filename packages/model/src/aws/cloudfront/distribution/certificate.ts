/** What the viewer certificate says about TLS. */
import type { BlockReader, Leaf } from '../../../code/index.ts';
import { explicit, unresolved } from '../../../code/index.ts';

/** With the certificate of CloudFront itself the minimum is TLSv1, whatever is written. */
export function minimumTls(certificate: BlockReader, ofCloudFront: string, minimum: string): Leaf<string> {
  const isDefault = certificate.boolean(ofCloudFront, { default: false });
  if (isDefault.value === undefined)
    return unresolved(isDefault.reason ?? { code: 'computed', detail: 'it is not known' }, isDefault.place);
  return isDefault.value ? explicit('TLSv1', isDefault.place) : certificate.string(minimum, { default: 'TLSv1' });
}

/** The first of several attributes that is set. */
export function anySet(block: BlockReader, attributes: readonly [string, ...string[]]): Leaf<boolean> {
  const leaves = attributes.map((attribute) => block.isSet(attribute));
  return leaves.find(({ value }) => value === true) ?? leaves.find(({ state }) => state === 'unresolved') ?? block.isSet(attributes[0]);
}
