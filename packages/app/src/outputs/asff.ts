/**
 * AWS Security Finding Format for Security Hub CSPM: what `aws securityhub batch-import-findings --findings` takes. Lengths and counts
 * were compared on 2026-11-22 with the documentation in the types of @aws-sdk/client-securityhub 3.1048.0 (AwsSecurityFinding, Resource,
 * Compliance, Note, Recommendation, BatchImportFindingsRequest), with the Other object of the user guide (keys below 128, values below 1024)
 * and, for the 240 KB of a finding, with its page on resources. Not found there and general knowledge: the lengths of the id of a resource, of
 * one requirement and of a reason, and those of tags, which are the ones of AWS in general.
 */
import type { Finding, Severity, Status } from '@kumomori/model';
import { fixPlace, frameworkName, jsonPieces, placeText, toJson, whereText } from './finding-view.ts';
import { fixSentence } from './live-view.ts';
import type { AnyReport, OutputContext, OutputFormat } from './output-format.ts';

export const asff: OutputFormat = {
  name: 'asff',
  render(report, context) {
    return [...pieces(report, context)].join('');
  },
  pieces,
};

/** One array of findings; several batches of 100 where it is cut with {@link asffBatches}. */
function pieces(report: AnyReport, context: OutputContext): Iterable<string> {
  return jsonPieces([], '', all(report, context));
}

function* all(report: AnyReport, context: OutputContext): Generator {
  for (const each of report.findings) yield* asffFindings(each, report, context);
}

/** BatchImportFindings takes 1 to 100 findings. */
const AT_ONCE = 100;

/** The same findings in the groups that one call takes: the JSON of each is the value of `Findings`. */
export function* asffBatches(report: AnyReport, context: OutputContext): Generator<string> {
  let batch: unknown[] = [];
  for (const finding of all(report, context)) {
    batch.push(finding);
    if (batch.length < AT_ONCE) continue;
    yield toJson(batch);
    batch = [];
  }
  if (batch.length > 0) yield toJson(batch);
}

const SEVERITIES: Readonly<Record<Severity, string>> = {
  critical: 'CRITICAL',
  high: 'HIGH',
  medium: 'MEDIUM',
  low: 'LOW',
  info: 'INFORMATIONAL',
};
const STATUSES: Readonly<Record<Status, string>> = {
  pass: 'PASSED',
  fail: 'FAILED',
  unknown: 'WARNING',
  'not-applicable': 'NOT_AVAILABLE',
};

// Lengths in characters, counts in elements.
const ID = 512;
const TITLE = 256;
const DESCRIPTION = 1024;
const RECOMMENDATION = 512;
const REASON = 2048;
const RESOURCES = 32;
const TAGS = 50;
const TAG_KEY = 128;
const TAG_VALUE = 256;
const OTHERS = 50;
/** The format allows fewer than 1024; with 32 resources the whole would come near the 240 KB of a finding. */
const OTHER_VALUE = 512;
const PRODUCT_VALUE = 2048;
const REQUIREMENTS = 32;
const REQUIREMENT = 1024;

/** Where neither account nor region is known, as in code: both are required. Security Hub takes only findings of its own account. */
const NO_ACCOUNT = '000000000000';
const NO_REGION = 'us-east-1';

/** One for each group of 32 resources of the finding. */
function asffFindings(finding: Finding, report: AnyReport, context: OutputContext): readonly unknown[] {
  const parts = Math.max(1, Math.ceil(finding.instances.length / RESOURCES));
  return Array.from({ length: parts }, (_, part) => asffFinding(finding, part, { report, context }));
}

interface Rendering {
  readonly report: AnyReport;
  readonly context: OutputContext;
}

function asffFinding(finding: Finding, part: number, { report, context }: Rendering): unknown {
  const { language } = context;
  const account = finding.resource.account !== null && /^\d{12}$/.test(finding.resource.account) ? finding.resource.account : NO_ACCOUNT;
  const region = regionOf(finding) ?? NO_REGION;
  const partition = partitionOf(region);
  const suffix = part === 0 ? '' : `/${part + 1}`;
  return {
    SchemaVersion: '2018-10-08',
    Id: `kumomori/${finding.fingerprint}${suffix}`.slice(0, ID),
    ProductArn: `arn:${partition}:securityhub:${region}:${account}:product/${account}/default`,
    ProductName: 'Default',
    CompanyName: 'kumomori',
    GeneratorId: `kumomori/${finding.checkId}`.slice(0, ID),
    AwsAccountId: account,
    Region: region,
    Types: ['Software and Configuration Checks/Industry and Regulatory Standards'],
    FirstObservedAt: report.startedAt,
    LastObservedAt: report.finishedAt,
    CreatedAt: report.startedAt,
    UpdatedAt: report.finishedAt,
    Severity: { Label: SEVERITIES[finding.severity], Original: finding.severity },
    Title: cut(finding.title[language], TITLE),
    Description: cut(finding.message[language], DESCRIPTION),
    Remediation: { Recommendation: recommendation(finding, context) },
    ProductFields: productFields(finding, report),
    Resources: resourcesOf(finding, part),
    Compliance: compliance(finding, context),
    Workflow: { Status: workflowOf(finding) },
    RecordState: finding.status === 'not-applicable' ? 'ARCHIVED' : 'ACTIVE',
    ...(finding.suppressed === null ? {} : { Note: note(finding.suppressed, report) }),
  };
}

/** A pass is resolved, what was accepted suppressed; customers may change it afterwards. */
function workflowOf({ status, suppressed }: Finding): string {
  if (suppressed !== null) return 'SUPPRESSED';
  return status === 'pass' ? 'RESOLVED' : 'NEW';
}

/** Regions of AWS, at most 16 characters. */
function regionOf({ resource: { provider, region } }: Finding): string | null {
  return provider === 'aws' && region !== null && /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(region) ? region : null;
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

function recommendation(finding: Finding, context: OutputContext): unknown {
  const place = fixPlace(finding);
  const url = (context.catalogue.get(finding.checkId)?.check.references ?? []).find((one) => /^https:\/\/\S+$/.test(one));
  return {
    Text: cut(fixSentence(finding, context) + (place ? ` (${placeText(place)})` : ''), RECOMMENDATION),
    ...(url === undefined ? {} : { Url: url }),
  };
}

/** Keys below our own name: those of `aws/` are Security Hub's. */
function productFields(finding: Finding, report: AnyReport): unknown {
  const fields = {
    ProviderName: 'kumomori',
    ProviderVersion: report.tool.version,
    'kumomori/fingerprint': finding.fingerprint,
    'kumomori/status': finding.status,
    'kumomori/place': whereText(finding),
    'kumomori/equivalents': finding.equivalents.join(' '),
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value === '' ? [] : [[key, cut(value, PRODUCT_VALUE)] as const])),
  );
}

function resourcesOf(finding: Finding, part: number): readonly unknown[] {
  const { resource, origin } = finding;
  const region = regionOf(finding);
  const tags = Object.entries(resource.tags)
    .slice(0, TAGS)
    .map(([key, value]) => [cut(key, TAG_KEY), cut(value, TAG_VALUE)] as const);
  const shared = {
    Type: 'Other',
    ...(resource.provider === 'aws' ? { Partition: partitionOf(region ?? NO_REGION) } : {}),
    ...(region === null ? {} : { Region: region }),
  };
  return finding.instances.slice(part * RESOURCES, (part + 1) * RESOURCES).map(({ address, name }) => ({
    ...shared,
    Id: cut(address === origin.address ? resource.id : address, ID),
    // They are those of the first one.
    ...(address === origin.address && tags.length > 0 ? { Tags: Object.fromEntries(tags) } : {}),
    Details: { Other: others({ type: resource.type, name, address, file: origin.file, line: String(origin.startLine) }) },
  }));
}

function others(given: Readonly<Record<string, string>>): unknown {
  const kept = Object.entries(given).flatMap(([key, value]) => (value === '' ? [] : [[key, cut(value, OTHER_VALUE)] as const]));
  return Object.fromEntries(kept.slice(0, OTHERS));
}

function compliance(finding: Finding, context: OutputContext): unknown {
  const requirements = finding.frameworks.map((one) => `${frameworkName(one, context)} ${one.control}`);
  return {
    Status: STATUSES[finding.status],
    ...(requirements.length === 0
      ? {}
      : { RelatedRequirements: requirements.slice(0, REQUIREMENTS).map((text) => cut(text, REQUIREMENT)) }),
    ...(finding.status === 'unknown'
      ? { StatusReasons: [{ ReasonCode: 'EVALUATION_ERROR', Description: cut(finding.message[context.language], REASON) }] }
      : {}),
  };
}

function note(suppressed: NonNullable<Finding['suppressed']>, report: AnyReport): unknown {
  const reason = suppressed.reason ?? '';
  return {
    Text: cut(reason === '' ? suppressed.by : reason, 512),
    UpdatedBy: cut(suppressed.owner ?? 'kumomori', 512),
    UpdatedAt: report.finishedAt,
  };
}

/** No control characters, no half characters; an empty text is none for Security Hub, so a dash stands for it. */
function cut(text: string, most: number): string {
  const clean = text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, ' ').trim();
  if (clean === '') return '-';
  return clean.length <= most ? clean : `${clean.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
