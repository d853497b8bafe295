/** What a setting looks like, for the form: one renderer shows them all. Labels and words are texts of the same names. */

export type Words =
  | 'severity'
  | 'state'
  | 'environments'
  | 'exposures'
  | 'roles'
  | 'units'
  | 'holidays'
  | 'recipients'
  | 'kinds'
  | 'modes'
  | 'weekdays';

export type Shape =
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly step?: number; readonly orNull?: boolean }
  | { readonly kind: 'text'; readonly orNull?: boolean; readonly long?: boolean }
  /** A list of texts, one in each line. */
  | { readonly kind: 'lines' }
  | { readonly kind: 'switch' }
  /** Minutes since midnight. */
  | { readonly kind: 'time'; readonly orNull?: boolean }
  | { readonly kind: 'one'; readonly options: readonly string[]; readonly words: Words; readonly orNull?: boolean }
  /** `orNull`: null, which means any, when none is chosen. */
  | { readonly kind: 'some'; readonly options: readonly (string | number)[]; readonly words: Words; readonly orNull?: boolean }
  | { readonly kind: 'department'; readonly orNull?: boolean }
  | { readonly kind: 'channels' }
  | ObjectShape
  | { readonly kind: 'rows'; readonly item: ObjectShape; readonly fresh: Readonly<Record<string, unknown>> };

export interface ObjectShape {
  readonly kind: 'object';
  readonly fields: Readonly<Record<string, Shape>>;
  /** Left out when they are empty. */
  readonly optional?: readonly string[];
  /** What it is when it is switched on; it can be null. */
  readonly orNull?: Readonly<Record<string, unknown>>;
}

const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
const environments = ['production', 'staging', 'development', 'sandbox'] as const;
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

const id: Shape = { kind: 'text' };
const pattern: Shape = { kind: 'text' };
const department: Shape = { kind: 'department' };
const severitySome: Shape = { kind: 'some', options: severities, words: 'severity', orNull: true };
const environmentOne: Shape = { kind: 'one', options: environments, words: 'environments' };
const factor: Shape = { kind: 'number', min: 0, max: 100, step: 0.01 };
const days: Shape = { kind: 'number', min: 1, max: 36_500, orNull: true };

function object(fields: ObjectShape['fields'], more: Omit<ObjectShape, 'kind' | 'fields'> = {}): ObjectShape {
  return { kind: 'object', fields, ...more };
}

function each(names: readonly string[], shape: Shape): ObjectShape {
  return object(Object.fromEntries(names.map((name) => [name, shape])));
}

function rows(fields: ObjectShape['fields'], fresh: Readonly<Record<string, unknown>>): Shape {
  return { kind: 'rows', item: object(fields), fresh };
}

const quiet = object(
  {
    timeZone: { kind: 'text' },
    from: { kind: 'time' },
    to: { kind: 'time' },
    days: { kind: 'some', options: WEEKDAYS, words: 'weekdays' },
    exceptFrom: { kind: 'one', options: severities, words: 'severity', orNull: true },
  },
  { orNull: { timeZone: 'Asia/Tokyo', from: 1200, to: 480, days: [0, 6], exceptFrom: 'critical' } },
);

const kinds = [
  ...(['finding-new', 'finding-reopened', 'finding-verified', 'finding-requested', 'finding-escalated'] as const),
  ...(['exception-requested', 'exception-decided', 'exception-ending', 'exception-expired'] as const),
  ...(['incident', 'scan-failed', 'source-silent', 'digest'] as const),
];

/** By the key of the setting. What is no field here (`accountUnits`, `handles`, `tags` of routes) stays as it is; JSON shows it. */
export const shapes: Readonly<Record<string, ObjectShape>> = {
  ownership: object({
    defaultDepartment: { kind: 'department', orNull: true },
    tags: rows(
      { id, key: pattern, value: pattern, department: { kind: 'department', orNull: true } },
      { key: 'owner', value: '*', department: null },
    ),
    accounts: rows({ id, account: pattern, department }, { account: '', department: '' }),
    units: rows({ id, unit: pattern, department }, { unit: '', department: '' }),
    repositories: rows(
      {
        id,
        repository: pattern,
        department: { kind: 'department', orNull: true },
        codeOwners: object(
          { path: { kind: 'text' }, text: { kind: 'text', long: true } },
          { orNull: { path: '.github/CODEOWNERS', text: '' } },
        ),
      },
      { repository: '', department: null, codeOwners: null },
    ),
  }),
  environments: object({
    tagKeys: { kind: 'lines' },
    values: rows({ value: pattern, environment: environmentOne }, { value: '', environment: 'production' }),
    accounts: rows({ id, account: pattern, environment: environmentOne }, { account: '', environment: 'production' }),
    units: rows({ id, unit: pattern, environment: environmentOne }, { unit: '', environment: 'production' }),
  }),
  due: object({
    rules: rows(
      {
        id,
        severities: severitySome,
        exposures: { kind: 'some', options: ['reachable', 'not-reachable', 'unknown', 'none'], words: 'exposures', orNull: true },
        environments: { kind: 'some', options: [...environments, 'unknown'], words: 'environments', orNull: true },
        within: object(
          {
            amount: { kind: 'number', min: 1, max: 3650 },
            unit: { kind: 'one', options: ['business-hours', 'business-days', 'days'], words: 'units' },
          },
          { orNull: { amount: 10, unit: 'business-days' } },
        ),
      },
      { severities: null, exposures: null, environments: null, within: { amount: 30, unit: 'business-days' } },
    ),
  }),
  calendar: object({
    timeZone: { kind: 'text' },
    holidays: { kind: 'one', options: ['japan', 'none'], words: 'holidays' },
    weekend: { kind: 'some', options: WEEKDAYS, words: 'weekdays' },
    hours: object({ from: { kind: 'time' }, to: { kind: 'time' } }),
    closures: rows({ from: { kind: 'text' }, to: { kind: 'text' } }, { from: '08-13', to: '08-15' }),
    openings: { kind: 'lines' },
  }),
  escalation: object({
    digestAt: { kind: 'time', orNull: true },
    steps: rows(
      {
        id,
        offset: { kind: 'number', min: -100, max: 100 },
        to: { kind: 'one', options: ['owner', 'manager', 'security-lead'], words: 'recipients' },
        severities: severitySome,
      },
      { offset: 5, to: 'manager', severities: null },
    ),
    states: {
      kind: 'some',
      options: ['new', 'open', 'requested', 'acknowledged', 'in-progress', 'fixed-unverified', 'reopened'],
      words: 'state',
    },
  }),
  exceptions: object({
    timeZone: { kind: 'text' },
    maxDays: each(severities, { kind: 'number', min: 0, max: 3650 }),
    approvals: each(severities, { kind: 'number', min: 1, max: 5 }),
    approverRoles: each(severities, { kind: 'some', options: ['admin', 'security', 'approver'], words: 'roles' }),
    needsCompensatingControl: { kind: 'some', options: severities, words: 'severity' },
  }),
  routing: object({
    routes: rows(
      {
        id,
        match: object(
          {
            kinds: { kind: 'some', options: kinds, words: 'kinds' },
            atLeast: { kind: 'one', options: severities, words: 'severity', orNull: true },
            departments: { kind: 'lines' },
            accounts: { kind: 'lines' },
            environments: { kind: 'lines' },
            checks: { kind: 'lines' },
          },
          { optional: ['kinds', 'atLeast', 'departments', 'accounts', 'environments', 'checks'] },
        ),
        channels: { kind: 'channels' },
        mode: { kind: 'one', options: ['immediate', 'digest'], words: 'modes' },
        dedupeMinutes: { kind: 'number', min: 0, max: 43_200 },
        quiet,
        isLast: { kind: 'switch' },
      },
      { match: { atLeast: 'high' }, channels: [], mode: 'immediate', dedupeMinutes: 60, quiet: null, isLast: false },
    ),
  }),
  retention: object({ runDocuments: days, resourceVersions: days, closedFindings: days, deliveries: days }),
  score: object({
    curve: { kind: 'number', min: 0.05, max: 1, step: 0.01 },
    severity: each(severities, { kind: 'number', min: 0, max: 1, step: 0.01 }),
    exposure: each(['reachable', 'not-reachable', 'unknown', 'none'], factor),
    tier: each(['1', '2', '3', '4', 'none'], factor),
    environment: each([...environments, 'unknown'], factor),
    sensitiveData: each(['yes', 'no', 'unknown'], factor),
  }),
};
