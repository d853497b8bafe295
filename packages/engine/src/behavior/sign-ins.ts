/** Sign-ins by user, address and ten minutes: what guessing passwords and travelling are seen by. */
import type { EventFacts, LogEvent } from '@kumomori/model';
import type { DigestWriter } from './digest.ts';
import { isWrongPassword, lacksMfa } from './records.ts';
import type { SampleEvent } from './types.ts';

export const SIGN_IN_BUCKET = 600_000;

interface SignInNotes {
  readonly user: string | null;
  readonly address: string | null;
  readonly bucket: number;
  failures: number;
  firstFailure: number;
  successes: number;
  firstSuccess: number;
  lastSuccess: number;
  withoutMfa: number;
  failed: SampleEvent | null;
  succeeded: SampleEvent | null;
  agent: string | null;
}

/** State: the sign-ins of one object. */
export class SignIns {
  readonly #notes = new Map<string, SignInNotes>();

  add(event: LogEvent, facts: EventFacts, agent: string | null): void {
    const { time, principal: user, sourceIp: address, outcome } = facts;
    if (time === null || outcome === 'unknown') return;
    const sample = { ...facts, time };
    const bucket = Math.floor(time / SIGN_IN_BUCKET);
    const key = `${user ?? ''}\n${address ?? ''}\n${bucket}`;
    const notes = this.#notes.get(key) ?? emptyNotes(user, address, bucket);
    if (outcome === 'success') {
      notes.successes++;
      notes.firstSuccess = notes.successes === 1 ? time : Math.min(notes.firstSuccess, time);
      notes.lastSuccess = Math.max(notes.lastSuccess, time);
      notes.withoutMfa += lacksMfa(event) ? 1 : 0;
      if (isFirst(sample, notes.succeeded)) {
        notes.succeeded = sample;
        notes.agent = agent;
      }
    } else if (isWrongPassword(event, facts.error)) {
      notes.failures++;
      notes.firstFailure = notes.failures === 1 ? time : Math.min(notes.firstFailure, time);
      if (isFirst(sample, notes.failed)) notes.failed = sample;
    } else return;
    this.#notes.set(key, notes);
  }

  write(out: DigestWriter): void {
    for (const each of this.#notes.values())
      out.row('signIns', [
        ...[out.text(each.user), out.text(each.address), each.bucket, each.failures, each.firstFailure, each.successes, each.firstSuccess],
        ...[each.lastSuccess, each.withoutMfa, out.event(each.failed), out.event(each.succeeded), out.text(each.agent)],
      ]);
  }
}

function emptyNotes(user: string | null, address: string | null, bucket: number): SignInNotes {
  const none = { failures: 0, firstFailure: 0, successes: 0, firstSuccess: 0, lastSuccess: 0, withoutMfa: 0 };
  return { user, address, bucket, ...none, failed: null, succeeded: null, agent: null };
}

function isFirst(event: SampleEvent, known: SampleEvent | null): boolean {
  return known === null || event.time < known.time || (event.time === known.time && (event.eventId ?? '') < (known.eventId ?? ''));
}
