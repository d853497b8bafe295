/** What the publisher of an image says about the operating system. */
import type { Leaf } from '../../code/index.ts';
import { mapLeaf } from '../core/index.ts';

/** Publishers of the marketplace whose images are all of one system; others say nothing. Source: `az vm image list`, read 2026-11-22. */
const systems: Readonly<Record<string, string>> = {
  microsoftwindowsserver: 'windows',
  microsoftwindowsdesktop: 'windows',
  microsoftsqlserver: 'windows',
  canonical: 'linux',
  debian: 'linux',
  redhat: 'linux',
  suse: 'linux',
  oracle: 'linux',
  openlogic: 'linux',
  almalinux: 'linux',
  resf: 'linux',
  microsoftcblmariner: 'linux',
};

/** `linux` or `windows`; absent when the publisher is not among the known ones. */
export function systemOf(publisher: Leaf<string | undefined>): Leaf<string | undefined> {
  const system = publisher.value === undefined ? undefined : systems[publisher.value.toLowerCase()];
  if (publisher.value !== undefined && system === undefined) return { ...publisher, state: 'absent', value: undefined };
  return mapLeaf(publisher, () => system);
}
