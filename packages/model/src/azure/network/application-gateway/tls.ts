/** Which TLS versions the policies of an application gateway speak. Source: "Application Gateway TLS policy overview", read 2026-11-22. */
import type { BlockReader, Leaf } from '../../../code/index.ts';
import { absent, byDefault, present } from '../../../code/index.ts';
import { mapLeaf } from '../../core/index.ts';

/** Oldest version of each predefined policy. */
const predefined: Readonly<Record<string, string>> = {
  appgwsslpolicy20150501: 'TLSv1_0',
  appgwsslpolicy20170401: 'TLSv1_1',
  appgwsslpolicy20170401s: 'TLSv1_2',
  appgwsslpolicy20220101: 'TLSv1_2',
  appgwsslpolicy20220101s: 'TLSv1_2',
};

/** The version written, else that of the policy named, else `standard`: what holds without a policy depends on the API version. Null: not documented. */
export function minTlsVersion(
  policy: BlockReader,
  names: { readonly version: string; readonly policy: string },
  standard: string | null,
): Leaf<string | undefined> {
  const version = present(policy.string(names.version));
  if (version) return version;
  const named = present(policy.string(names.policy));
  if (named) return mapLeaf(named, (text) => predefined[text.toLowerCase()] ?? text);
  return standard === null ? absent(policy.place) : byDefault(standard, policy.place);
}
