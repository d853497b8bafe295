/** A folder of logs or a lake → was anything altered since it was written? */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import type { PublicKeys, TamperKind, TamperProblem, TrailCheck } from '../lake/index.ts';
import { publicKeysIn, trailFolder, verifyTrail } from '../lake/index.ts';

export interface VerifyLakeOptions {
  readonly folder: string;
  /** File with the answer of ListPublicKeys; null: signatures are not checked. */
  readonly publicKeys: string | null;
  /** ISO 8601; null: as far as there is something. */
  readonly since: string | null;
  readonly until: string | null;
  readonly cwd: string;
  readonly language: Language;
}

/** contracts.md §6. */
export interface IntegrityReport {
  readonly intact: boolean;
  readonly checked: { readonly objects: number; readonly digests: number };
  readonly problems: readonly { readonly object: string; readonly kind: TamperKind; readonly message: string }[];
  readonly signatures: 'checked' | 'not-checked';
  /** What is proven, by trail, account and region. */
  readonly proven: readonly ProvenPeriod[];
  /** Log files nobody can vouch for: too new for a digest, or of a time without a reliable one. */
  readonly notProven: { readonly tooNew: readonly string[]; readonly noDigest: readonly string[] };
}

export interface ProvenPeriod {
  readonly account: string;
  readonly region: string;
  readonly from: string;
  readonly until: string;
  readonly digests: number;
  /** Digest before the first one, which is not here; null where the chain begins. */
  readonly continues: string | null;
}

/** Throws AppErrors for what the user has to correct. */
export async function verifyLake(options: VerifyLakeOptions): Promise<IntegrityReport> {
  const { folder, cwd, language } = options;
  const messages = messagesIn(language);
  const texts = messages.integrity.cli;
  const root = resolve(cwd, folder);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new AppError('target-missing', { message: texts.missing(folder) });
  const keys = options.publicKeys === null ? null : readKeys(options.publicKeys, cwd, messages);
  const period = { since: timeOf('--since', options.since, messages), until: timeOf('--until', options.until, messages) };
  const check = await verifyTrail(trailFolder(root), { keys, period });
  if (!check) throw new AppError('target-empty', { message: texts.nothing(folder) });
  return reportOf(check, keys !== null, messages);
}

function reportOf(check: TrailCheck, hasKeys: boolean, messages: Messages): IntegrityReport {
  const problems = check.problems.map((problem) => ({
    object: problem.object,
    kind: problem.kind,
    message: sentence(problem, messages),
  }));
  return {
    intact: problems.length === 0,
    checked: { objects: check.objects, digests: check.digests },
    problems,
    signatures: hasKeys ? 'checked' : 'not-checked',
    proven: check.chains
      .filter((chain) => !chain.isBackfill)
      .map(({ account, region, from, until, digests, previousOutside }) => {
        return { account, region, from: iso(from), until: iso(until), digests, continues: previousOutside };
      }),
    notProven: { tooNew: check.tooNew, noDigest: check.unproven },
  };
}

function sentence({ reason, facts }: TamperProblem, messages: Messages): string {
  return messages.integrity.reasons[reason](...facts);
}

function readKeys(file: string, cwd: string, messages: Messages): PublicKeys {
  const bad = (cause?: unknown): AppError => new AppError('target-unreadable', { message: messages.integrity.cli.badKeys(file), cause });
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8');
  } catch (cause) {
    throw bad(cause);
  }
  const keys = publicKeysIn(text);
  if (!keys) throw bad();
  return keys;
}

function timeOf(option: string, value: string | null, messages: Messages): number | null {
  if (value === null) return null;
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw new AppError('usage', { message: messages.integrity.cli.badTime(option, value) });
  return time;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
