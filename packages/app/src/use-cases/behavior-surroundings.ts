/** What behavior needs beside logs: who left, where addresses are, what a snapshot says of an account, thresholds of the operator's own. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BehaviorSurroundings } from '@kumomori/engine';
import { behaviorSettings } from '@kumomori/engine';
import type { Diagnostic } from '@kumomori/model';
import { parseDocument } from 'yaml';
import { openGeoip } from '../detect/index.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { readPeople } from './people.ts';
import { usageOfSnapshot } from './snapshot-usage.ts';

export interface BehaviorOptions {
  /** Null: our own detections when no rules are given, and with `--with-own`. */
  readonly behavior?: boolean | null;
  /** YAML or JSON: behavior → threshold → number. */
  readonly behaviorSettings?: string | null;
  readonly people?: string | null;
  readonly snapshot?: string | null;
  readonly geoip?: readonly string[];
  /** `2026-11-22`: who leaves later has not left. */
  readonly today?: string;
}

const NOBODY: ReadonlyMap<string, string> = new Map();

/** Throws AppErrors for files that are not what they should be. */
export function surroundingsOf(
  { behaviorSettings: file = null, people = null, snapshot = null, geoip = [], today = '9999-12-31' }: BehaviorOptions,
  { cwd, messages, report }: { readonly cwd: string; readonly messages: Messages; readonly report: (diagnostic: Diagnostic) => void },
): BehaviorSurroundings {
  const texts = messages.behavior;
  const { placeOf, bad } = openGeoip(geoip, cwd);
  const [notOne] = bad;
  if (notOne !== undefined) throw new AppError('target-unreadable', { message: texts.badGeoip(notOne) });
  if (!placeOf) report(note('behavior-no-geoip', texts.noGeoip));
  const { settings, unknown } = behaviorSettings(file === null ? {} : readSettings(file, cwd, messages));
  if (unknown.length > 0) throw new AppError('usage', { message: texts.unknownSettings(file ?? '', unknown.slice(0, 5)) });
  const leavers = people === null ? NOBODY : readPeople(people, { cwd, messages, today }).leftOn;
  const { lastUsed, addresses } = snapshot === null ? NO_SNAPSHOT : usageOfSnapshot(snapshot, { cwd, messages, report });
  return { settings, placeOf, leavers, lastUsed, addresses };
}

const NO_SNAPSHOT: Pick<BehaviorSurroundings, 'lastUsed' | 'addresses'> = { lastUsed: new Map(), addresses: new Map() };

function readSettings(file: string, cwd: string, messages: Messages): unknown {
  const bad = (cause: unknown): AppError => new AppError('target-unreadable', { message: messages.behavior.badSettings(file), cause });
  try {
    const document = parseDocument(readFileSync(resolve(cwd, file), 'utf8'), { logLevel: 'silent' });
    if (document.errors.length > 0) throw bad(document.errors[0]);
    return document.toJS({ maxAliasCount: 10 }) ?? {};
  } catch (cause) {
    throw cause instanceof AppError ? cause : bad(cause);
  }
}

function note(code: string, message: string): Diagnostic {
  return { severity: 'info', file: '', line: null, column: null, code, message };
}
