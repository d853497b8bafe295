/**
 * Members that some ways of delivery write as JSON text although the log itself has objects there: tables of Log Analytics, exports as CSV, rows of BigQuery. They
 * are opened once, when a record is read, so that rules and facts find what is in them. Whatever is no object or list, too long or too deep stays text.
 * Sources: Azure Monitor table reference (AzureActivity, AuditLogs, SigninLogs, AADUserRiskEvents, AKSAudit, AzureDiagnostics), Google Cloud "Schema of
 * audit logs in BigQuery", Office 365 Management Activity API schema; read 2026-11-22.
 */
import type { LogSource } from '@kumomori/model';
import { isRecord } from '@kumomori/model';
import { parsed } from './pieces.ts';
import type { LogRecord } from './types.ts';

/** Longer texts stay closed: members of real records are far smaller. */
const MAX_TEXT = 1024 * 1024;
const MAX_DEPTH = 64;

const names = (text: string): readonly string[] => text.split(' ');

const ENTRA = names(
  'properties Properties identity Identity initiatedBy InitiatedBy targetResources TargetResources additionalDetails AdditionalDetails status Status ' +
    'location LocationDetails locationDetails deviceDetail DeviceDetail conditionalAccessPolicies ConditionalAccessPolicies AuthenticationDetails ' +
    'authenticationDetails AuthenticationProcessingDetails MfaDetail mfaDetail NetworkLocationDetails networkLocationDetails Location AdditionalInfo ' +
    'additionalInfo RiskEventTypes RiskEventTypes_V2',
);

/** Members that may be closed, by log. CloudTrail's rows are opened where they are read. */
const CLOSED: Readonly<Partial<Record<LogSource, readonly string[]>>> = {
  'azure.activity': names(
    'properties Properties Properties_d authorization Authorization Authorization_d claims Claims Claims_d httpRequest HTTPRequest identity Identity',
  ),
  'azure.signin': ENTRA,
  'azure.audit': ENTRA,
  'azure.risk': ENTRA,
  'azure.diagnostic': names('properties Properties identity identity_claim_s AdditionalFields'),
  'kubernetes.audit': names(
    'user User ImpersonatedUser impersonatedUser objectRef ObjectRef requestObject RequestObject responseObject ResponseObject responseStatus ' +
      'ResponseStatus annotations Annotations sourceIPs SourceIps',
  ),
  'm365.audit': names('Parameters ExtendedProperties ModifiedProperties AppAccessContext Data'),
  'gcp.audit': names('protoPayload protopayload_auditlog resource labels'),
};

/** Members of Google's audit log itself; what BigQuery's rows call them → what the log does. */
const GOOGLE: readonly (readonly [written: string, name: string])[] = [
  ...names('metadata request response serviceData').map((name) => [name, name] as const),
  ['metadataJson', 'metadata'],
  ['requestJson', 'request'],
  ['responseJson', 'response'],
  ['servicedata_v1_iam', 'serviceData'],
];

/** The record with its closed members opened; the record itself where nothing was closed. O(texts that begin like JSON). */
export function withOpenTexts(source: LogSource, record: LogRecord): LogRecord {
  const closed = CLOSED[source];
  if (closed === undefined) return record;
  const open = withOpen(record, closed);
  return source === 'gcp.audit' ? googleWords(open) : open;
}

function withOpen(record: LogRecord, closed: readonly string[]): LogRecord {
  let copy: Record<string, unknown> | null = null;
  for (const name of closed) {
    const value = record[name];
    if (typeof value !== 'string') continue;
    const inner = opened(value);
    if (inner !== undefined) (copy ??= { ...record })[name] = inner;
  }
  return copy ?? record;
}

/** Rows of BigQuery get the log's own name for the audit log; in it, what is text is opened. */
function googleWords(record: LogRecord): LogRecord {
  const own = record['protoPayload'];
  const table = record['protopayload_auditlog'];
  const log = isRecord(own) ? own : table;
  if (!isRecord(log)) return record;
  let copy: Record<string, unknown> | null = null;
  for (const [written, name] of GOOGLE) {
    const value = log[written];
    const inner = typeof value === 'string' ? opened(value) : undefined;
    const found = inner ?? (written !== name && isRecord(value) ? value : undefined);
    if (found !== undefined && (written === name || !isRecord(log[name]))) (copy ??= { ...log })[name] = found;
  }
  if (log === own) return copy === null ? record : { ...record, protoPayload: copy };
  const { protopayload_auditlog: _table, ...rest } = record;
  return { ...rest, protoPayload: copy ?? log };
}

/** The object or list in a text; undefined where there is none. */
function opened(text: string): unknown {
  if (text.length > MAX_TEXT || !/^\s{0,8}[[{]/.test(text)) return undefined;
  const value = parsed(text);
  return (isRecord(value) || Array.isArray(value)) && isFlatEnough(value) ? value : undefined;
}

function isFlatEnough(root: unknown): boolean {
  let level: readonly unknown[] = [root];
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value).filter((each) => typeof each === 'object') : [],
    );
    if (level.length === 0) return true;
  }
  return false;
}
