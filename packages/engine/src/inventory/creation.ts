/** Who made a thing, and whether by hand, from CloudTrail records. */
import type { Json } from '@kumomori/model';
import { isJsonObject } from '@kumomori/model';
import type { Change, Named } from '../drift/index.ts';
import { changeOf, textsOf } from '../drift/index.ts';

/** A thing with the word that events of its making end in: `securitygroup`. */
export interface Made extends Named {
  readonly noun: string;
}

const MAKES = /^(?:Create|Run|Launch|Allocate|Register|Request|Import|Restore|Copy)(\w+?)(?:\d{8}(?:v\d)?)?$/;

/** Remembers the event that made each thing while records are shown to it. O(texts of the records). */
export class CreationLog {
  readonly #byName = new Map<string, Made[]>();
  readonly #made = new Map<string, Change>();

  constructor(things: readonly Made[]) {
    for (const thing of things)
      for (const name of new Set(thing.names)) {
        const known = this.#byName.get(name);
        if (known) known.push(thing);
        else this.#byName.set(name, [thing]);
      }
  }

  /** A name is taken again after its thing was deleted: the last making counts. */
  add(record: Json): void {
    if (!isJsonObject(record) || (typeof record['errorCode'] === 'string' && record['errorCode'] !== '')) return;
    const noun = MAKES.exec(typeof record['eventName'] === 'string' ? record['eventName'] : '')?.[1]?.toLowerCase();
    const change = noun === undefined ? null : changeOf(record);
    if (noun === undefined || !change) return;
    const service = change.event.slice(0, change.event.indexOf(':'));
    const account = record['recipientAccountId'];
    for (const text of new Set(textsOf([record['resources'], record['requestParameters'], record['responseElements']])))
      for (const thing of this.#byName.get(text) ?? []) {
        if (!isMakingOf(noun, thing.noun) || (thing.service !== null && thing.service !== service)) continue;
        if (thing.account !== null && typeof account === 'string' && thing.account !== account) continue;
        const known = this.#made.get(thing.key);
        if (!known || known.time < change.time) this.#made.set(thing.key, change);
      }
  }

  of(key: string): Change | null {
    return this.#made.get(key) ?? null;
  }
}

/** `RunInstances` and `CreateDBInstance` make an instance; `CreateAccessKey`, which names its user, makes no user. */
function isMakingOf(noun: string, thing: string): boolean {
  return noun.endsWith(thing) || noun.endsWith(`${thing}s`);
}

/** Sources: CloudTrail User Guide ("userIdentity", "userAgent"), read 2026-11-22. Signing in through the console is told in the session. */
export function isConsole({ via }: Change): boolean {
  return via !== null && /^console$|^(?:console|signin)\.amazonaws\.com|\[S3Console\/|AWSConsole|AWS-Console/i.test(via);
}
