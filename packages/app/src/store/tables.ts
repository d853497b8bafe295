/** Rows as the queries are typed; migrations/ makes them. */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { FindingState, FindingVerdict } from '@kumomori/engine';
import type { Role } from './actor.ts';

/** Read as a Date, written as one or as ISO-8601. */
type Time = ColumnType<Date, Date | string, Date | string>;
type MaybeTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** Read as the value, written as its JSON text. */
type Json<T> = ColumnType<T, string, string>;
type MaybeJson<T> = ColumnType<T | null, string | null | undefined, string | null>;

export interface BilingualText {
  readonly en: string;
  readonly ja: string;
}

export interface DepartmentRow {
  id: string;
  name: Json<BilingualText>;
  mail: string | null;
  manager_mail: string | null;
  /** What tags and code owners may call it. */
  aliases: Generated<string[]>;
  external_id: string | null;
  created_at: Generated<Date>;
}

export interface UserRow {
  id: Generated<string>;
  email: string;
  name: string;
  role: Role;
  departments: Generated<string[]>;
  language: Generated<'en' | 'ja'>;
  origin: Generated<'local' | 'oidc' | 'scim'>;
  external_id: string | null;
  /** Issuer and subject of the identity provider. */
  oidc_subject: string | null;
  active: Generated<boolean>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  last_login_at: MaybeTime;
}

export interface CredentialRow {
  user_id: string;
  password_hash: string | null;
  totp_secret: Uint8Array | null;
  totp_last_step: string | number | null;
  recovery_hashes: Generated<string[]>;
  must_change: Generated<boolean>;
}

export interface PasskeyRow {
  id: string;
  user_id: string;
  name: string;
  public_key: Uint8Array;
  counter: string | number;
  transports: Generated<string[]>;
  created_at: Generated<Date>;
  last_used_at: MaybeTime;
}

export interface SessionRow {
  id_hash: Uint8Array;
  user_id: string;
  factors: string[];
  created_at: Time;
  last_seen_at: Time;
  expires_at: Time;
  address: string | null;
  agent: string | null;
}

export interface ApiTokenRow {
  id: Generated<string>;
  user_id: string;
  name: string;
  hash: Uint8Array;
  /** Its last characters, so that people tell tokens apart. */
  hint: string;
  scopes: string[] | null;
  created_at: Generated<Date>;
  expires_at: MaybeTime;
  last_used_at: MaybeTime;
}

/** As an identity provider sends them (SCIM). */
export interface GroupRow {
  id: Generated<string>;
  name: string;
  external_id: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface GroupMemberRow {
  group_id: string;
  user_id: string;
}

export interface ThrottleRow {
  key: string;
  tokens: number;
  at: Time;
}

export interface ChallengeRow {
  id: string;
  kind: string;
  document: Json<unknown>;
  expires_at: Time;
}

export interface SettingRow {
  key: string;
  value: Json<unknown>;
  updated_at: Generated<Date>;
  updated_by: string;
}

export interface SystemRow {
  id: string;
  name: Json<BilingualText>;
  department_id: string | null;
  environment: string | null;
  tier: string | null;
  /** Which resources belong to it. */
  match: ColumnType<unknown, string | undefined, string>;
}

/** When a duty was last done: whoever writes a later time does it. */
export interface DutyRow {
  name: string;
  at: Time;
}

export type SourceKind = 'code' | 'snapshot' | 'aws' | 'azure' | 'gcp' | 'k8s' | 'logs';

export interface SourceRow {
  id: Generated<string>;
  kind: SourceKind;
  name: string;
  settings: Json<Readonly<Record<string, unknown>>>;
  /** Cron expression with time zone, `0 3 * * * Asia/Tokyo`. */
  schedule: string | null;
  windows: MaybeJson<unknown>;
  enabled: Generated<boolean>;
  department_id: string | null;
  created_at: Generated<Date>;
  created_by: string;
}

export type RunState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface RunRow {
  id: Generated<string>;
  source_id: string;
  kind: Generated<string>;
  state: RunState;
  requested_by: string;
  reason: string;
  worker: string | null;
  progress: MaybeJson<unknown>;
  summary: MaybeJson<unknown>;
  error: string | null;
  created_at: Generated<Date>;
  started_at: MaybeTime;
  finished_at: MaybeTime;
}

export interface RunDocumentRow {
  run_id: string;
  kind: string;
  /** JSON, gzipped. */
  document: Uint8Array;
  created_at: Generated<Date>;
}

export interface ResourceRow {
  id: Generated<string>;
  source_id: string;
  address: string;
  type: string;
  cloud_id: string | null;
  name: string | null;
  provider: string;
  account: string | null;
  region: string | null;
  tags: Json<Readonly<Record<string, string>>>;
  department_id: string | null;
  owner_reason: MaybeJson<unknown>;
  environment: string | null;
  hash: Uint8Array;
  shape: Json<unknown>;
  place: MaybeJson<unknown>;
  /** Ids and addresses that stand in the shape. */
  mentions: Generated<string[]>;
  /** Another row tells more of the same thing. */
  is_aspect: Generated<boolean>;
  first_seen: Time;
  last_seen: Time;
  gone_at: MaybeTime;
}

export interface ResourceVersionRow {
  resource_id: string;
  at: Time;
  run_id: string | null;
  hash: Uint8Array;
  shape: Json<unknown>;
}

export interface FindingRow {
  id: Generated<string>;
  source_id: string;
  fingerprint: string;
  check_id: string;
  title: Json<BilingualText>;
  message: Json<BilingualText>;
  verdict: FindingVerdict;
  severity: 'critical' | 'high' | 'medium' | 'low' | 'info';
  /** 4 critical … 0 info. */
  severity_rank: number;
  state: FindingState;
  state_since: Time;
  is_open: GeneratedAlways<boolean>;
  resource_type: string;
  resource_id: string;
  resource_name: string | null;
  provider: string;
  account: string | null;
  region: string | null;
  origin_kind: string;
  department_id: string | null;
  owner_reason: MaybeJson<unknown>;
  assignee: string | null;
  environment: string | null;
  exposed: boolean | null;
  risk: number | null;
  due_at: MaybeTime;
  exception_id: string | null;
  /** Day, of a false positive that holds for a time. */
  hold_until: ColumnType<Date | string | null, string | null | undefined, string | null>;
  first_seen: Time;
  /** When it last failed. */
  last_seen: Time;
  /** Start of the last scan that decided it. */
  judged_at: Time;
  stale_since: MaybeTime;
  reopen_count: Generated<number>;
  run_id: string | null;
  /** The finding as the scan told it (contracts.md §2). */
  document: Json<unknown>;
  /** Where words are looked for: check, resource, title. */
  search: GeneratedAlways<string>;
}

/** Sums to how many findings there are; rows of the same kind are several until they are folded. */
export interface FindingCountRow {
  /** `all`, or the column whose value it counts. */
  facet: string;
  value: string | null;
  department_id: string | null;
  severity: FindingRow['severity'];
  state: FindingState;
  count: string | number;
}

export interface FindingEventRow {
  id: GeneratedAlways<string | number>;
  finding_id: string;
  at: Time;
  actor_id: string | null;
  actor: string;
  kind: string;
  from_state: FindingState | null;
  to_state: FindingState | null;
  detail: MaybeJson<unknown>;
}

export interface CommentRow {
  id: Generated<string>;
  finding_id: string;
  author_id: string | null;
  author: string;
  at: Time;
  text: string;
  mentions: Generated<string[]>;
}

export interface AttachmentRow {
  id: Generated<string>;
  finding_id: string | null;
  /** `framework/version/control` of a manual answer. */
  control: string | null;
  name: string;
  media_type: string;
  size_bytes: number;
  sha256: Uint8Array;
  content: Uint8Array;
  at: Time;
  author: string;
}

export interface ExceptionRow {
  id: Generated<string>;
  state: 'requested' | 'approved' | 'rejected' | 'withdrawn' | 'expired';
  selector: Json<unknown>;
  severity: string;
  category: string;
  reason: string;
  compensating: string | null;
  requested_by: string | null;
  requested_name: string;
  requested_role: string;
  requested_at: Time;
  /** Id of the user who answers for it. */
  owner: string;
  approvals_needed: number;
  department_id: string | null;
  /** The last day it holds. */
  expires: ColumnType<Date | string, string, string>;
  decided_at: MaybeTime;
  closed_at: MaybeTime;
  /** Who turned it down or took it back. */
  ended: MaybeJson<unknown>;
}

export interface ExceptionDecisionRow {
  exception_id: string;
  user_id: string;
  name: string;
  decision: 'approved' | 'rejected';
  note: string | null;
  at: Time;
}

export interface SavedViewRow {
  id: Generated<string>;
  user_id: string;
  page: string;
  name: string;
  query: Json<unknown>;
  shared: Generated<boolean>;
}

export interface ControlAnswerRow {
  framework: string;
  version: string;
  control: string;
  status: 'pass' | 'fail' | 'not-applicable' | 'open';
  note: string | null;
  answered_by: string;
  answered_at: Time;
  valid_until: MaybeTime;
}

export interface IncidentRow {
  id: string;
  source_id: string | null;
  title: string;
  severity: string;
  severity_rank: number;
  state: Generated<'open' | 'acknowledged' | 'closed' | 'false-positive'>;
  principal: string | null;
  account: string | null;
  department_id: string | null;
  first_seen: Time;
  last_seen: Time;
  event_count: number;
  document: Json<unknown>;
}

export interface ScoreDayRow {
  day: ColumnType<Date | string, string, string>;
  /** `all` or `department:ID`. */
  scope: string;
  score: number;
  low: number;
  high: number;
  counts: Json<unknown>;
  contributions: Json<unknown>;
}

export interface DeliveryRow {
  id: Generated<string>;
  channel: string;
  /** A mail address instead of those of the channel. */
  recipient: string | null;
  /** What it is about: a later message goes on with the thread or ticket of the one before. */
  subject: string;
  dedup_key: string | null;
  /** The event. */
  message: Json<unknown>;
  /** `collected`: waits for the next digest of its channel. */
  state: 'waiting' | 'collected' | 'delivered' | 'dead';
  attempts: Generated<number>;
  next_at: Time;
  last_error: string | null;
  created_at: Time;
  delivered_at: MaybeTime;
  /** Of the ticket or thread that it made. */
  external_id: string | null;
  /** What the ticket said last. */
  ticket: MaybeJson<unknown>;
}

export interface AuditEntryRow {
  seq: string | number;
  at: Time;
  actor_kind: string;
  actor_id: string | null;
  actor: string;
  action: string;
  object: string | null;
  detail: Json<unknown>;
  address: string | null;
  previous: Uint8Array;
  hash: Uint8Array;
}

export interface Tables {
  departments: DepartmentRow;
  users: UserRow;
  credentials: CredentialRow;
  passkeys: PasskeyRow;
  sessions: SessionRow;
  api_tokens: ApiTokenRow;
  groups: GroupRow;
  group_members: GroupMemberRow;
  throttles: ThrottleRow;
  challenges: ChallengeRow;
  settings: SettingRow;
  systems: SystemRow;
  duties: DutyRow;
  sources: SourceRow;
  runs: RunRow;
  run_documents: RunDocumentRow;
  resources: ResourceRow;
  resource_versions: ResourceVersionRow;
  findings: FindingRow;
  finding_counts: FindingCountRow;
  finding_events: FindingEventRow;
  comments: CommentRow;
  attachments: AttachmentRow;
  exceptions: ExceptionRow;
  exception_decisions: ExceptionDecisionRow;
  saved_views: SavedViewRow;
  control_answers: ControlAnswerRow;
  incidents: IncidentRow;
  score_days: ScoreDayRow;
  deliveries: DeliveryRow;
  audit_entries: AuditEntryRow;
}
