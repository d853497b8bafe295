/** Every setting: what it looks like, and what holds until somebody changes it. The engine's types are the words for all of them. */
import { z } from 'zod';
import {
  defaultBusinessCalendar,
  defaultDuePolicy,
  defaultEnvironmentRules,
  defaultEscalationPolicy,
  defaultExceptionPolicy,
  defaultScoreModel,
} from '@kumomori/engine';
import type {
  BusinessCalendar,
  DuePolicy,
  EnvironmentRules,
  EscalationPolicy,
  ExceptionPolicy,
  NotificationRoute,
  OwnershipRules,
  ScoreModel,
} from '@kumomori/engine';
import * as piece from './pieces.ts';

const { severity, ruleId, pattern, patterns, departmentId, uniqueIds } = piece;
const rules = <Item extends z.ZodType<{ readonly id: string }>>(item: Item) =>
  z.array(item).max(1_000).refine(uniqueIds, 'two rules have the same id');

/** Departments and systems are rows of their own; CODEOWNERS are kept as text. */
export interface OwnershipSetting extends Pick<OwnershipRules, 'tags' | 'accounts' | 'units' | 'handles' | 'defaultDepartment'> {
  readonly repositories: readonly {
    readonly id: string;
    readonly repository: string;
    /** The file, and where it lies: the folder says whose syntax it is. */
    readonly codeOwners: { readonly path: string; readonly text: string } | null;
    readonly department: string | null;
  }[];
  /** Account → the organization units above it, from the root down. */
  readonly accountUnits: Readonly<Record<string, readonly string[]>>;
}

const ownership: z.ZodType<OwnershipSetting> = z.strictObject({
  tags: rules(z.strictObject({ id: ruleId, key: pattern, value: pattern, department: departmentId.nullable() })),
  accounts: rules(z.strictObject({ id: ruleId, account: pattern, department: departmentId })),
  units: rules(z.strictObject({ id: ruleId, unit: pattern, department: departmentId })),
  repositories: rules(
    z.strictObject({
      id: ruleId,
      repository: pattern,
      codeOwners: z.strictObject({ path: z.string().max(300), text: z.string().max(500_000) }).nullable(),
      department: departmentId.nullable(),
    }),
  ),
  handles: z.record(z.string().max(200), departmentId),
  defaultDepartment: departmentId.nullable(),
  accountUnits: z.record(z.string().max(200), z.array(z.string().max(200)).max(20)),
});

const environments: z.ZodType<EnvironmentRules> = z.strictObject({
  tagKeys: patterns,
  values: z.array(z.strictObject({ value: pattern, environment: piece.environment })).max(500),
  accounts: rules(z.strictObject({ id: ruleId, account: pattern, environment: piece.environment })),
  units: rules(z.strictObject({ id: ruleId, unit: pattern, environment: piece.environment })),
});

const closure = z.string().regex(/^(?:\d{4}-)?\d{2}-\d{2}$/);
const calendar: z.ZodType<BusinessCalendar> = z.strictObject({
  timeZone: piece.timeZone,
  holidays: z.enum(['japan', 'none']),
  weekend: z.array(z.int().min(0).max(6)).max(6),
  closures: z.array(z.strictObject({ from: closure, to: closure })).max(200),
  openings: z.array(piece.day).max(200),
  hours: z.strictObject({ from: piece.minutes, to: piece.minutes }).refine(({ from, to }) => from < to, 'ends before it begins'),
});

const due: z.ZodType<Pick<DuePolicy, 'rules'>> = z.strictObject({
  rules: rules(
    z.strictObject({
      id: ruleId,
      severities: z.array(severity).nullable(),
      exposures: z.array(piece.exposure).nullable(),
      environments: z.array(piece.anyEnvironment).nullable(),
      within: z
        .strictObject({ amount: z.int().min(1).max(3_650), unit: z.enum(['business-hours', 'business-days', 'days']) })
        .refine(({ amount, unit }) => unit === 'days' || amount <= 500, 'at most 500')
        .nullable(),
    }),
  ),
});

export interface EscalationSetting extends Omit<EscalationPolicy, 'calendar'> {
  /** Minutes since midnight on business days, when departments get their digest; null: never. */
  readonly digestAt: number | null;
}

const escalation: z.ZodType<EscalationSetting> = z.strictObject({
  steps: rules(
    z.strictObject({
      id: ruleId,
      offset: z.int().min(-100).max(100),
      to: z.enum(['owner', 'manager', 'security-lead']),
      severities: z.array(severity).nullable(),
    }),
  ),
  states: z.array(piece.state),
  digestAt: piece.minutes.nullable(),
});

const perSeverity = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ critical: item, high: item, medium: item, low: item, info: item });

const exceptions: z.ZodType<ExceptionPolicy> = z.strictObject({
  timeZone: piece.timeZone,
  maxDays: perSeverity(z.int().min(0).max(3_650)),
  approverRoles: perSeverity(z.array(piece.role).min(1)),
  approvals: perSeverity(z.int().min(1).max(5)),
  needsCompensatingControl: z.array(severity),
  warnDays: z.array(z.int().min(0).max(365)).max(10),
});

const notificationKinds = [
  ...(['finding-new', 'finding-reopened', 'finding-verified', 'finding-requested', 'finding-escalated'] as const),
  ...(['exception-requested', 'exception-decided', 'exception-ending', 'exception-expired'] as const),
  ...(['incident', 'scan-failed', 'source-silent', 'digest'] as const),
];

const match = z.strictObject({
  kinds: z.array(z.enum(notificationKinds)).exactOptional(),
  atLeast: severity.exactOptional(),
  departments: patterns.exactOptional(),
  checks: patterns.exactOptional(),
  accounts: patterns.exactOptional(),
  environments: patterns.exactOptional(),
  tags: z.record(z.string().max(200), pattern).exactOptional(),
});

const routing: z.ZodType<{ readonly routes: readonly NotificationRoute[] }> = z.strictObject({
  routes: rules(
    z.strictObject({
      id: ruleId,
      match,
      channels: z.array(ruleId).min(1).max(20),
      mode: z.enum(['immediate', 'digest']),
      dedupeMinutes: z.int().min(0).max(43_200),
      quiet: z
        .strictObject({
          timeZone: piece.timeZone,
          from: piece.minutes,
          to: piece.minutes,
          days: z.array(z.int().min(0).max(6)).max(6),
          exceptFrom: severity.nullable(),
        })
        .nullable(),
      isLast: z.boolean(),
    }),
  ),
});

export interface RetentionSetting {
  /** Days; null: for ever. */
  readonly runDocuments: number | null;
  readonly resourceVersions: number | null;
  readonly closedFindings: number | null;
  readonly deliveries: number | null;
}

const days = z.int().min(1).max(36_500).nullable();
const retention: z.ZodType<RetentionSetting> = z.strictObject({
  runDocuments: days,
  resourceVersions: days,
  closedFindings: days,
  deliveries: days,
});

const factor = z.number().min(0).max(100);
const score: z.ZodType<ScoreModel> = z.strictObject({
  severity: perSeverity(piece.share),
  exposure: z.strictObject({ reachable: factor, 'not-reachable': factor, unknown: factor, none: factor }),
  tier: z.strictObject({ 1: factor, 2: factor, 3: factor, 4: factor, none: factor }),
  environment: z.strictObject({ production: factor, staging: factor, development: factor, sandbox: factor, unknown: factor }),
  sensitiveData: z.strictObject({ yes: factor, no: factor, unknown: factor }),
  curve: z.number().min(0.05).max(1),
});

export interface Settings {
  readonly ownership: OwnershipSetting;
  readonly environments: EnvironmentRules;
  readonly calendar: BusinessCalendar;
  readonly due: Pick<DuePolicy, 'rules'>;
  readonly escalation: EscalationSetting;
  readonly exceptions: ExceptionPolicy;
  readonly routing: { readonly routes: readonly NotificationRoute[] };
  readonly retention: RetentionSetting;
  readonly score: ScoreModel;
}

export type SettingKey = keyof Settings;

interface Definition<Value> {
  readonly schema: z.ZodType<Value>;
  readonly usual: Value;
}

export const settingDefinitions: { readonly [Key in SettingKey]: Definition<Settings[Key]> } = {
  ownership: {
    schema: ownership,
    usual: { tags: [], accounts: [], units: [], repositories: [], handles: {}, defaultDepartment: null, accountUnits: {} },
  },
  environments: { schema: environments, usual: defaultEnvironmentRules },
  calendar: { schema: calendar, usual: defaultBusinessCalendar },
  due: { schema: due, usual: { rules: defaultDuePolicy.rules } },
  escalation: {
    schema: escalation,
    usual: { steps: defaultEscalationPolicy.steps, states: defaultEscalationPolicy.states, digestAt: 540 },
  },
  exceptions: { schema: exceptions, usual: defaultExceptionPolicy },
  routing: { schema: routing, usual: { routes: [] } },
  retention: { schema: retention, usual: { runDocuments: 400, resourceVersions: 800, closedFindings: null, deliveries: 90 } },
  score: { schema: score, usual: defaultScoreModel },
};

export const settingKeys: readonly SettingKey[] = [
  ...(['ownership', 'environments', 'calendar', 'due', 'escalation', 'exceptions', 'routing', 'retention', 'score'] as const),
];
