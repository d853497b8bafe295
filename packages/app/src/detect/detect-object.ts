/** One object of logs → the matches in it. Runs in workers and, for short runs, in the main thread. */
import { isRecord, jsonOf } from '@kumomori/model';
import type { LogProblem } from '@kumomori/parsers';
import { sourceOfRecord, visitLogText } from '@kumomori/parsers';
import type { LogObject, ObjectFault, StoredObject } from '../logs/index.ts';
import { charactersOf, readStored } from '../logs/index.ts';
import type { DetectOnObjects, Seen } from './look.ts';
import { EventLooker } from './look.ts';

/** `sequence` of points counts within the object. */
export interface ObjectMatches extends Seen {
  readonly events: number;
  readonly bytes: number;
  readonly fault: ObjectFault | null;
  readonly problems: readonly LogProblem[];
  readonly damaged: number;
  readonly unrecognized: number;
  readonly skipped: boolean;
}

/** A function that reads objects, one at a time: the object and its events are in memory together. */
export function objectDetector(what: DetectOnObjects): (object: LogObject, stored?: StoredObject) => ObjectMatches {
  const looker = new EventLooker(what);
  const hasOwnLogs = what.set.rules.some(({ sources }) => sources.length === 0);
  return (object, stored = readStored(object)) => {
    const { characters, inflatedBytes, fault, done } = charactersOf(stored);
    const read = visitLogText(characters, { name: object.path }, (event, sequence) => looker.add(event, sequence));
    if (hasOwnLogs && read.unrecognized > 0)
      for (const [index, record] of plainRecords(characters.slice(0)).entries())
        looker.look({ source: null, record }, read.events + index, null);
    done();
    return {
      ...looker.take(),
      ...{ events: read.events, bytes: inflatedBytes, fault, problems: read.problems },
      ...{ damaged: read.damaged, unrecognized: read.unrecognized, skipped: read.skipped !== null },
    };
  };
}

/** Records of no log that is known, from JSON or JSON lines: for rules of logs that are not known either. */
function plainRecords(text: string): readonly Readonly<Record<string, unknown>>[] {
  const whole = jsonOf(text);
  const values = whole === undefined ? text.split('\n').map((line) => jsonOf(line)) : Array.isArray(whole) ? whole : [whole];
  return values.filter((value) => isRecord(value)).filter((record) => sourceOfRecord(record) === null);
}
