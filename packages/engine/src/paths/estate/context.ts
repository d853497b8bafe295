/** What the parts of the adapter share. */
import type { Estate, Known, Range } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { IamPrincipal, IamWorld } from '../../iam/index.ts';
import type { KnownVulnerability, PathEvidence } from '../inputs.ts';

export interface EstateInputOptions {
  readonly iam: IamWorld;
  /** A place as it is shown. */
  readonly shown: (range: Range) => PathEvidence;
  /** Today, `2026-11-22`: whoever left before has left. Without, every date of leaving counts. */
  readonly today?: string;
  /** People who left, by name of user, from a list of people. */
  readonly left?: ReadonlySet<string>;
  /** Accounts of the own organization or of known partners. */
  readonly knownAccounts?: ReadonlySet<string>;
  /** What a scanner found, by ARN, id or name of the workload in lower case. */
  readonly vulnerabilities?: ReadonlyMap<string, readonly KnownVulnerability[]>;
}

export interface Building extends EstateInputOptions {
  readonly estate: Estate;
}

/** The value; undefined when nobody knows. */
export function decided<T>(value: Known<T>): T | undefined {
  return isUndecided(value) ? undefined : value;
}

export function evidenceOf({ shown }: Building, ...places: readonly (Range | null)[]): readonly PathEvidence[] {
  return places.filter((each) => each !== null).map((each) => shown(each));
}

/** Roles that a text names: by ARN or name, also through an instance profile. */
export function rolesNamed({ estate, iam }: Building, text: string, near: { readonly account: string }): readonly IamPrincipal[] {
  const profiles = estate.named('aws.instance-profile', text, near);
  const names = profiles.length > 0 ? profiles.flatMap(({ roles }) => roles.items) : [text];
  return names.flatMap((name) => {
    const ids = estate.named('aws.role', name, near).map(({ id }) => id);
    return (ids.length > 0 ? ids : [name]).flatMap((id) => iam.find(id)).filter(({ kind }) => kind === 'role');
  });
}

const ENVIRONMENT = /^(environment|env|stage|環境)$/i;

export function environmentOf(tags: Readonly<Record<string, string>>): string | null {
  return Object.entries(tags).find(([key]) => ENVIRONMENT.test(key))?.[1] ?? null;
}
