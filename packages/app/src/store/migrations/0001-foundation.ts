/**
 * People, sources, runs, resources, findings with their history, exceptions, settings, notifications, the audit trail; and row-level security.
 *
 * Two roles of the database stand for what a request may do: `kumomori_app` reads and writes what the policies show, `kumomori_reader` (auditors) only reads.
 * Neither sees passwords, sessions or tokens: those tables belong to the process alone.
 */
import { COUNTS, FINDING_INDEXES, searching } from './finding-counts.ts';

const ROLES = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'kumomori_app') then create role kumomori_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'kumomori_reader') then create role kumomori_reader nologin; end if;
  execute format('grant kumomori_app, kumomori_reader to %I', current_user);
end $$`;

const PEOPLE = [
  `create table departments (
    id text primary key,
    name jsonb not null,
    mail text,
    manager_mail text,
    aliases text[] not null default '{}',
    external_id text unique,
    created_at timestamptz not null default now()
  )`,
  `create table users (
    id uuid primary key default gen_random_uuid(),
    email text not null,
    name text not null,
    role text not null check (role in ('admin', 'security', 'approver', 'auditor', 'member')),
    departments text[] not null default '{}',
    language text not null default 'en' check (language in ('en', 'ja')),
    origin text not null default 'local' check (origin in ('local', 'oidc', 'scim')),
    external_id text unique,
    oidc_subject text unique,
    active boolean not null default true,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    last_login_at timestamptz
  )`,
  'create unique index users_email on users (lower(email))',
  `create table credentials (
    user_id uuid primary key references users on delete cascade,
    password_hash text,
    totp_secret bytea,
    totp_last_step bigint,
    recovery_hashes text[] not null default '{}',
    must_change boolean not null default false
  )`,
  `create table passkeys (
    id text primary key,
    user_id uuid not null references users on delete cascade,
    name text not null,
    public_key bytea not null,
    counter bigint not null,
    transports text[] not null default '{}',
    created_at timestamptz not null default now(),
    last_used_at timestamptz
  )`,
  'create index passkeys_user on passkeys (user_id)',
  `create table sessions (
    id_hash bytea primary key,
    user_id uuid not null references users on delete cascade,
    factors text[] not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    address text,
    agent text
  )`,
  'create index sessions_user on sessions (user_id)',
  `create table api_tokens (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null references users on delete cascade,
    name text not null,
    hash bytea not null unique,
    hint text not null,
    scopes text[],
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    last_used_at timestamptz
  )`,
  `create table groups (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    external_id text unique,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`,
  'create unique index groups_name on groups (lower(name))',
  `create table group_members (
    group_id uuid not null references groups on delete cascade,
    user_id uuid not null references users on delete cascade,
    primary key (group_id, user_id)
  )`,
  'create index group_members_user on group_members (user_id)',
  `create table throttles (
    key text primary key,
    tokens double precision not null,
    at timestamptz not null
  )`,
  `create table challenges (
    id text primary key,
    kind text not null,
    document jsonb not null,
    expires_at timestamptz not null
  )`,
];

const WORK = [
  `create table settings (
    key text primary key,
    value jsonb not null,
    updated_at timestamptz not null default now(),
    updated_by text not null
  )`,
  `create table systems (
    id text primary key,
    name jsonb not null,
    department_id text references departments on delete set null,
    environment text,
    tier text,
    match jsonb not null default '{}'
  )`,
  `create table duties (
    name text primary key,
    at timestamptz not null
  )`,
  `create table sources (
    id uuid primary key default gen_random_uuid(),
    kind text not null check (kind in ('code', 'snapshot', 'aws', 'azure', 'gcp', 'k8s', 'logs')),
    name text not null unique,
    settings jsonb not null,
    schedule text,
    windows jsonb,
    enabled boolean not null default true,
    department_id text references departments on delete set null,
    created_at timestamptz not null default now(),
    created_by text not null
  )`,
  `create table runs (
    id uuid primary key default gen_random_uuid(),
    source_id uuid not null references sources on delete cascade,
    kind text not null default 'scan',
    state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    requested_by text not null,
    reason text not null,
    worker text,
    progress jsonb,
    summary jsonb,
    error text,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz
  )`,
  'create index runs_source on runs (source_id, created_at desc)',
  `create unique index runs_active on runs (source_id, kind) where state in ('queued', 'running')`,
  `create table run_documents (
    run_id uuid not null references runs on delete cascade,
    kind text not null,
    document bytea not null,
    created_at timestamptz not null default now(),
    primary key (run_id, kind)
  )`,
  `create table resources (
    id uuid primary key default gen_random_uuid(),
    source_id uuid not null references sources on delete cascade,
    address text not null,
    type text not null,
    cloud_id text,
    name text,
    provider text not null,
    account text,
    region text,
    tags jsonb not null default '{}',
    department_id text references departments on delete set null,
    owner_reason jsonb,
    environment text,
    hash bytea not null,
    shape jsonb not null,
    place jsonb,
    mentions text[] not null default '{}',
    is_aspect boolean not null default false,
    first_seen timestamptz not null,
    last_seen timestamptz not null,
    gone_at timestamptz,
    unique (source_id, type, address)
  )`,
  'create index resources_type on resources (type, address, id)',
  'create index resources_address on resources (address)',
  'create index resources_mentions on resources using gin (mentions)',
  'create index resources_department on resources (department_id, type)',
  'create index resources_account on resources (account, region)',
  `create table resource_versions (
    resource_id uuid not null references resources on delete cascade,
    at timestamptz not null,
    run_id uuid,
    hash bytea not null,
    shape jsonb not null,
    primary key (resource_id, at)
  )`,
];

const FINDINGS = [
  `create table findings (
    id uuid primary key default gen_random_uuid(),
    source_id uuid not null references sources on delete cascade,
    fingerprint text not null,
    check_id text not null,
    title jsonb not null,
    message jsonb not null,
    verdict text not null check (verdict in ('fail', 'unknown', 'pass', 'gone', 'absent')),
    severity text not null check (severity in ('critical', 'high', 'medium', 'low', 'info')),
    severity_rank smallint not null,
    state text not null check (state in ('new', 'open', 'acknowledged', 'requested', 'in-progress', 'fixed-unverified', 'verified',
      'exception', 'false-positive', 'reopened')),
    state_since timestamptz not null,
    is_open boolean generated always as (state not in ('verified', 'exception', 'false-positive')) stored,
    resource_type text not null,
    resource_id text not null,
    resource_name text,
    provider text not null,
    account text,
    region text,
    origin_kind text not null,
    department_id text references departments on delete set null,
    owner_reason jsonb,
    assignee uuid references users on delete set null,
    environment text,
    exposed boolean,
    risk real,
    due_at timestamptz,
    exception_id uuid,
    hold_until date,
    first_seen timestamptz not null,
    last_seen timestamptz not null,
    judged_at timestamptz not null,
    stale_since timestamptz,
    reopen_count integer not null default 0,
    run_id uuid,
    document jsonb not null,
    search text generated always as (check_id || ' ' || resource_id || ' ' || coalesce(resource_name, '') || ' ' || coalesce(title->>'en', '') || ' ' || coalesce(title->>'ja', ''))
      stored,
    unique (source_id, fingerprint)
  )`,
  ...FINDING_INDEXES,
  ...COUNTS,
  `create table finding_events (
    id bigint generated always as identity primary key,
    finding_id uuid not null references findings on delete cascade,
    at timestamptz not null,
    actor_id uuid,
    actor text not null,
    kind text not null,
    from_state text,
    to_state text,
    detail jsonb
  )`,
  'create index finding_events_finding on finding_events (finding_id, id)',
  'create index finding_events_at on finding_events (at, kind)',
  `create table comments (
    id uuid primary key default gen_random_uuid(),
    finding_id uuid not null references findings on delete cascade,
    author_id uuid,
    author text not null,
    at timestamptz not null,
    text text not null,
    mentions uuid[] not null default '{}'
  )`,
  'create index comments_finding on comments (finding_id, at)',
  `create table attachments (
    id uuid primary key default gen_random_uuid(),
    finding_id uuid references findings on delete cascade,
    control text,
    name text not null,
    media_type text not null,
    size_bytes integer not null,
    sha256 bytea not null,
    content bytea not null,
    at timestamptz not null,
    author text not null
  )`,
  'create index attachments_finding on attachments (finding_id)',
  `create table exceptions (
    id uuid primary key default gen_random_uuid(),
    state text not null check (state in ('requested', 'approved', 'rejected', 'withdrawn', 'expired')),
    selector jsonb not null,
    severity text not null,
    category text not null,
    reason text not null,
    compensating text,
    requested_by uuid,
    requested_name text not null,
    requested_role text not null,
    requested_at timestamptz not null,
    owner text not null,
    approvals_needed smallint not null,
    department_id text references departments on delete set null,
    expires date not null,
    decided_at timestamptz,
    closed_at timestamptz,
    ended jsonb
  )`,
  'create index exceptions_state on exceptions (state, expires)',
  'create index findings_exception on findings (exception_id) where exception_id is not null',
  `create table exception_decisions (
    exception_id uuid not null references exceptions on delete cascade,
    user_id uuid not null,
    name text not null,
    decision text not null check (decision in ('approved', 'rejected')),
    note text,
    at timestamptz not null,
    primary key (exception_id, user_id)
  )`,
];

const RECORDS = [
  `create table saved_views (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null references users on delete cascade,
    page text not null,
    name text not null,
    query jsonb not null,
    shared boolean not null default false,
    unique (user_id, page, name)
  )`,
  `create table control_answers (
    framework text not null,
    version text not null,
    control text not null,
    status text not null check (status in ('pass', 'fail', 'not-applicable', 'open')),
    note text,
    answered_by text not null,
    answered_at timestamptz not null,
    valid_until timestamptz,
    primary key (framework, version, control)
  )`,
  `create table incidents (
    id text primary key,
    source_id uuid references sources on delete cascade,
    title text not null,
    severity text not null,
    severity_rank smallint not null,
    state text not null default 'open' check (state in ('open', 'acknowledged', 'closed', 'false-positive')),
    principal text,
    account text,
    department_id text references departments on delete set null,
    first_seen timestamptz not null,
    last_seen timestamptz not null,
    event_count integer not null,
    document jsonb not null
  )`,
  'create index incidents_order on incidents (state, severity_rank desc, last_seen desc)',
  `create table score_days (
    day date not null,
    scope text not null,
    score real not null,
    low real not null,
    high real not null,
    counts jsonb not null,
    contributions jsonb not null,
    primary key (scope, day)
  )`,
  `create table deliveries (
    id uuid primary key default gen_random_uuid(),
    channel text not null,
    recipient text,
    subject text not null,
    dedup_key text,
    message jsonb not null,
    state text not null check (state in ('waiting', 'collected', 'delivered', 'dead')),
    attempts integer not null default 0,
    next_at timestamptz not null,
    last_error text,
    created_at timestamptz not null,
    delivered_at timestamptz,
    external_id text,
    ticket jsonb
  )`,
  `create index deliveries_waiting on deliveries (next_at) where state = 'waiting'`,
  'create index deliveries_dedup on deliveries (dedup_key, created_at)',
  'create index deliveries_subject on deliveries (channel, subject, created_at)',
  `create table audit_entries (
    seq bigint primary key,
    at timestamptz not null,
    actor_kind text not null,
    actor_id uuid,
    actor text not null,
    action text not null,
    object text,
    detail jsonb not null,
    address text,
    previous bytea not null,
    hash bytea not null
  )`,
  'create index audit_entries_at on audit_entries (at)',
  'create index audit_entries_action on audit_entries (action, seq)',
];

/** Tables whose rows belong to a department; the rest of what is granted everybody may read. */
const OWNED = ['resources', 'findings', 'finding_counts', 'incidents', 'exceptions'];
/** Rows that belong to a finding or a resource are seen with it. */
const FOLLOWING: readonly (readonly [table: string, condition: string])[] = [
  ['finding_events', 'exists (select from findings f where f.id = finding_id)'],
  ['comments', 'exists (select from findings f where f.id = finding_id)'],
  ['attachments', `(finding_id is null and ${seesEverything()}) or exists (select from findings f where f.id = finding_id)`],
  ['exception_decisions', 'exists (select from exceptions e where e.id = exception_id)'],
  ['resource_versions', 'exists (select from resources r where r.id = resource_id)'],
];
/** A member reads them not at all: they name what other departments have. */
const FOR_ALL_SEEING = ['sources', 'runs', 'run_documents', 'score_days', 'deliveries', 'audit_entries', 'control_answers'];
const FOR_EVERYBODY = ['departments', 'users', 'settings', 'systems', 'saved_views'];
/** What happened is never changed. */
const APPEND_ONLY = ['finding_events'];
/** Only the process itself writes its audit trail, only triggers count. */
const NOT_WRITTEN = ['audit_entries', 'finding_counts'];

function seesEverything(): string {
  return `current_setting('kumomori.sees_all', true) = 'yes'`;
}

function ownDepartments(): string {
  return `department_id in (select jsonb_array_elements_text(coalesce(nullif(current_setting('kumomori.departments', true), ''), '[]')::jsonb))`;
}

function guarded(table: string, condition: string): readonly string[] {
  return [`alter table ${table} enable row level security`, `create policy seen on ${table} using (${condition})`];
}

const SECURITY = [
  `grant usage on schema kumomori to kumomori_app, kumomori_reader`,
  ...[...OWNED, ...FOLLOWING.map(([table]) => table), ...FOR_ALL_SEEING, ...FOR_EVERYBODY].flatMap((table) => [
    `grant select on ${table} to kumomori_app, kumomori_reader`,
    ...(NOT_WRITTEN.includes(table)
      ? []
      : [`grant insert${APPEND_ONLY.includes(table) ? '' : ', update, delete'} on ${table} to kumomori_app`]),
  ]),
  ...OWNED.flatMap((table) => guarded(table, `${seesEverything()} or ${ownDepartments()}`)),
  ...FOLLOWING.flatMap(([table, condition]) => guarded(table, condition)),
  ...FOR_ALL_SEEING.flatMap((table) => guarded(table, seesEverything())),
  ...searching(`${seesEverything()} or ${ownDepartments()}`),
  ...guarded('saved_views', `shared or user_id::text = current_setting('kumomori.user', true)`),
];

export const script: readonly string[] = [ROLES, ...PEOPLE, ...WORK, ...FINDINGS, ...RECORDS, ...SECURITY];
