/** Is something encrypted with a key that the account owns and manages? */
import type { BlockReader, Leaf } from '../../code/index.ts';
import { explicit } from '../../code/index.ts';

/**
 * True when the attribute names a KMS key, also one of which the ARN is not known yet. False when it is not written, and for the keys that
 * AWS manages (`alias/aws/…`): nobody may change their policy, rotate or disable them.
 */
export function customerKey(block: BlockReader, attribute: string): Leaf<boolean> {
  const isSet = block.isSet(attribute);
  const key = isSet.value === true ? block.text(attribute).value : undefined;
  return key !== undefined && /^(?:arn:[^:]*:kms:.*:)?(?:alias\/)?aws\//.test(key) ? explicit(false, isSet.place) : isSet;
}
