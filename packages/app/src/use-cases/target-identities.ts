/** Names of findings when several TARGETs are scanned together. */
import { dirname, join } from 'node:path';
import type { InstanceVerdict } from '../findings/index.ts';
import type { Target } from './targets.ts';

/**
 * The same folder names in two TARGETs are different code: from the second TARGET on, a clash puts the TARGET into the identity. A module
 * outside that both call is the same code, and gives one finding.
 */
export class Identities {
  readonly #taken = new Map<string, string>();

  distinguished(verdict: InstanceVerdict, target: Target): InstanceVerdict {
    const key = `${verdict.entry.id}\n${verdict.identity}`;
    const place = join(target.disk.tree.root, dirname(verdict.resource.origin.range.source.path));
    const owner = this.#taken.get(key);
    if (owner === undefined) this.#taken.set(key, place);
    return owner === undefined || owner === place ? verdict : { ...verdict, identity: `${target.path}\n${verdict.identity}` };
  }
}
