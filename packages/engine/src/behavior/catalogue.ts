/** Every behavior that makes matches: its id for ever, how severe it is, what it is a sign of. Titles are in the application's words. */
import type { SigmaLevel } from '@kumomori/model';

export const BEHAVIOR_IDS = [
  'volume-spike',
  'impossible-travel',
  'credentials-elsewhere',
  'dormant-wakes',
  'leaver-active',
  'password-guessing',
  'guessed-password',
  'mining-launches',
  'snapshots-shared',
  'snapshots-deleted',
  'mass-deletion',
  'discovery-burst',
  'public-for-a-moment',
  'logging-stopped',
  'risky-entity',
] as const;

export type BehaviorId = (typeof BEHAVIOR_IDS)[number];

export interface Behavior {
  readonly id: BehaviorId;
  /** The `ruleId` of its matches. */
  readonly uuid: string;
  /** Of most of its matches; a match says its own. */
  readonly level: SigmaLevel;
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
}

export const BEHAVIORS: Readonly<Record<BehaviorId, Behavior>> = byId([
  ['volume-spike', '6b1f7a52-0c3e-4c57-9d2a-51c1f0a7e101', 'high', ['collection', 'exfiltration'], ['T1530']],
  ['impossible-travel', '6b1f7a52-0c3e-4c57-9d2a-51c1f0a7e102', 'medium', ['initial-access'], ['T1078.004']],
  [
    'credentials-elsewhere',
    '6b1f7a52-0c3e-4c57-9d2a-51c1f0a7e103',
    'high',
    ['credential-access', 'lateral-movement'],
    ['T1552.005', 'T1550.001'],
  ],
  ['dormant-wakes', '6b1f7a52-0c3e-4c57-9d2a-51c1f0a7e104', 'medium', ['initial-access', 'persistence'], ['T1078.004']],
  ['leaver-active', '6b1f7a52-0c3e-4c57-9d2a-51c1f0a7e105', 'high', ['initial-access', 'persistence'], ['T1078.004']],
  ['password-guessing', '6b1f7a52-0c3e-4c57-9d2a-51c1f0a7e106', 'medium', ['credential-access'], ['T1110']],
  ['guessed-password', '6b1f7a52-0c3e-4c57-9d2a-51c1f0a7e107', 'high', ['credential-access', 'initial-access'], ['T1110', 'T1078.004']],
  ['mining-launches', '6b1f7a52-0c3e-4c57-9d2a-51c1f0a7e108', 'high', ['impact', 'defense-evasion'], ['T1496', 'T1535']],
  ['snapshots-shared', '6b1f7a52-0c3e-4c57-9d2a-51c1f0a7e109', 'high', ['exfiltration'], ['T1537']],
  ['snapshots-deleted', '6b1f7a52-0c3e-4c57-9d2a-51c1f0a7e110', 'high', ['impact'], ['T1490']],
  ['mass-deletion', '6b1f7a52-0c3e-4c57-9d2a-51c1f0a7e111', 'high', ['impact'], ['T1485']],
  ['discovery-burst', '6b1f7a52-0c3e-4c57-9d2a-51c1f0a7e112', 'medium', ['discovery'], ['T1526', 'T1580']],
  ['public-for-a-moment', '6b1f7a52-0c3e-4c57-9d2a-51c1f0a7e113', 'high', ['exfiltration', 'defense-evasion'], ['T1537', 'T1530']],
  ['logging-stopped', '6b1f7a52-0c3e-4c57-9d2a-51c1f0a7e114', 'high', ['defense-evasion'], ['T1562.008']],
  ['risky-entity', '6b1f7a52-0c3e-4c57-9d2a-51c1f0a7e115', 'medium', [], []],
]);

type Row = readonly [BehaviorId, string, SigmaLevel, readonly string[], readonly string[]];

function byId(rows: readonly Row[]): Readonly<Record<BehaviorId, Behavior>> {
  const entries = rows.map(([id, uuid, level, tactics, techniques]) => [id, { id, uuid, level, tactics, techniques }] as const);
  // Every id has a row: a test counts them.
  return Object.fromEntries(entries) as Record<BehaviorId, Behavior>;
}
