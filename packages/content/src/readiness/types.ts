import type { LogSource } from '@kumomori/model';

/** A text in the languages of the product. */
export interface Words {
  readonly en: string;
  readonly ja: string;
}

/** One question of incident response, and which logs answer it where. */
export interface ReadinessQuestion {
  readonly id: string;
  readonly question: Words;
  /** When it is asked, and what is missing without the answer. */
  readonly why: Words;
  readonly asked: readonly ReadinessSubject[];
}

/** What the question is asked of, and the logs that would tell. */
export interface ReadinessSubject {
  /** Of each resource of these types, or once for each account of a cloud. */
  readonly of: { readonly types: readonly string[] } | { readonly accounts: 'aws' | 'azure' | 'gcp' | 'kubernetes' };
  readonly logs: readonly ReadinessLog[];
}

/** A log exists where all of its checks pass. */
export interface ReadinessLog {
  readonly name: Words;
  readonly checks: readonly string[];
  /** The checks judge the resource itself, or something in its account that covers it, like a trail. */
  readonly on: 'resource' | 'account';
  /** The logs of a lake that hold it, where their first day says since when: not where the same source also holds other logs. */
  readonly sources?: readonly LogSource[];
  /** Set where the cloud keeps the log by itself, without a check to pass. */
  readonly keptDays?: number;
  /** `part`: only some of the answer: the request but not the content, connections but not what went over them. */
  readonly tells: 'all' | 'part';
}
