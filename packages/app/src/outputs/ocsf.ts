/**
 * OCSF 1.8.0 Compliance Finding events (class 2003), one for each finding, as a JSON array. Class and objects as in schema.ocsf.io,
 * `events/findings/compliance_finding.json` and `objects/{compliance,check,evidences}.json`, read 2026-11-22.
 */
import type { Evidence, Finding, Provider, Severity, Status } from '@kumomori/model';
import { fixPlace, frameworkName, isLive, jsonPieces, placeText } from './finding-view.ts';
import { fixSentence } from './live-view.ts';
import type { AnyReport, OutputContext, OutputFormat } from './output-format.ts';

export const ocsf: OutputFormat = {
  name: 'ocsf',
  render(report, context) {
    return [...pieces(report, context)].join('');
  },
  pieces,
};

/** One array: begins without a name. */
function pieces(report: AnyReport, context: OutputContext): Iterable<string> {
  const events = Iterator.from(report.findings).map((finding) => ocsfEvent(finding, report, context));
  return jsonPieces([], '', events);
}

interface Coded {
  readonly id: number;
  readonly name: string;
}

const SEVERITIES: Readonly<Record<Severity, Coded>> = {
  info: { id: 1, name: 'Informational' },
  low: { id: 2, name: 'Low' },
  medium: { id: 3, name: 'Medium' },
  high: { id: 4, name: 'High' },
  critical: { id: 5, name: 'Critical' },
};

/** `Warning` is OCSF's word for a check that gave no result because information was missing. */
const STATUSES: Readonly<Record<Status, Coded>> = {
  pass: { id: 1, name: 'Pass' },
  unknown: { id: 2, name: 'Warning' },
  fail: { id: 3, name: 'Fail' },
  'not-applicable': { id: 99, name: 'Not Applicable' },
};

const PROVIDERS = { aws: 'AWS', azure: 'Azure', gcp: 'GCP', kubernetes: 'Kubernetes', docker: 'Docker', repository: 'Other' } as const;

/** `type_id` of the account object (schema.ocsf.io, objects/account.json, read 2026-11-22); a cluster is none of them. */
const ACCOUNTS: Readonly<Partial<Record<Provider, { readonly type_id: number; readonly type: string }>>> = {
  aws: { type_id: 10, type: 'AWS Account' },
  gcp: { type_id: 11, type: 'GCP Project' },
  azure: { type_id: 13, type: 'Azure Subscription' },
};

/** One event, for those who hand findings on one by one. */
export function ocsfEvent(finding: Finding, report: AnyReport, context: OutputContext): unknown {
  const { language } = context;
  const severity = SEVERITIES[finding.severity];
  const time = Date.parse(report.finishedAt);
  return {
    activity_id: 1,
    activity_name: 'Create',
    category_uid: 2,
    category_name: 'Findings',
    class_uid: 2003,
    class_name: 'Compliance Finding',
    type_uid: 200301,
    type_name: 'Compliance Finding: Create',
    time,
    start_time: Date.parse(report.startedAt),
    end_time: time,
    severity_id: severity.id,
    severity: severity.name,
    ...(finding.suppressed === null ? { status_id: 1, status: 'New' } : { status_id: 3, status: 'Suppressed' }),
    ...(finding.suppressed?.reason ? { status_detail: finding.suppressed.reason } : {}),
    message: finding.message[language],
    metadata: {
      version: '1.8.0',
      profiles: ['cloud'],
      product: { name: report.tool.name, vendor_name: 'kumomori', version: report.tool.version, lang: language },
    },
    cloud: cloud(finding),
    finding_info: findingInfo(finding, time, context),
    compliance: compliance(finding, context),
    resources: finding.instances.map(({ address, name }, index) => resource(finding, address, index === 0 ? finding.resource.name : name)),
    remediation: remediation(finding, context),
    evidences: finding.evidence.map((piece) => (isLive(finding) ? answered(piece, context) : evidence(piece))),
  };
}

function cloud({ resource: { provider, account, region } }: Finding): unknown {
  return {
    provider: PROVIDERS[provider],
    ...(account === null ? {} : { account: { uid: account, ...ACCOUNTS[provider] } }),
    ...(region === null ? {} : { region }),
  };
}

function findingInfo(finding: Finding, time: number, { language, catalogue }: OutputContext): unknown {
  const why = catalogue.get(finding.checkId)?.check.why[language];
  return {
    uid: finding.fingerprint,
    title: finding.title[language],
    desc: why ?? finding.message[language],
    created_time: time,
    types: ['Misconfiguration'],
    analytic: { uid: finding.checkId, name: finding.title[language], type_id: 1, type: 'Rule' },
  };
}

/** `checks` since 1.5; `control`, `standards` and `requirements` for readers of earlier versions. */
function compliance(finding: Finding, context: OutputContext): unknown {
  const status = STATUSES[finding.status];
  const severity = SEVERITIES[finding.severity];
  const standards = [...new Set(finding.frameworks.map((one) => frameworkName(one, context)))];
  return {
    control: finding.checkId,
    standards,
    requirements: finding.frameworks.map((one) => `${frameworkName(one, context)}: ${one.control}`),
    status_id: status.id,
    status: status.name,
    checks: [
      {
        uid: finding.checkId,
        name: finding.title[context.language],
        standards,
        status_id: status.id,
        status: status.name,
        severity_id: severity.id,
        severity: severity.name,
      },
    ],
  };
}

function resource({ resource: { type, id, tags, region }, origin }: Finding, address: string, name: string): unknown {
  const labels = Object.entries(tags).map(([key, value]) => `${key}:${value}`);
  return {
    uid: address === origin.address ? id : address,
    name,
    type,
    ...(region === null ? {} : { region }),
    ...(labels.length > 0 ? { labels } : {}),
    data: { address, file: origin.file, start_line: origin.startLine, end_line: origin.endLine },
  };
}

function remediation(finding: Finding, context: OutputContext): unknown {
  const { catalogue } = context;
  const place = fixPlace(finding);
  const references = catalogue.get(finding.checkId)?.check.references ?? [];
  return {
    desc: fixSentence(finding, context) + (place ? ` (${placeText(place)})` : ''),
    ...(references.length > 0 ? { references } : {}),
  };
}

/** Of what really runs the call whose answer says it, in place of a file. */
function answered(piece: Evidence, { answerAt }: OutputContext): unknown {
  const { path, value, state, file, line, reason } = piece;
  const answer = file === null || line === null ? null : answerAt(file, line);
  if (!answer) return evidence(piece);
  const at = answer.call.lastIndexOf(':');
  return {
    name: path,
    api: { operation: answer.call.slice(at + 1), service: { name: answer.call.slice(0, at) } },
    data: { path, value, state, reason, answered_at: answer.at, file, line },
  };
}

function evidence({ path, value, state, file, line, reason, provenance }: Evidence): unknown {
  return {
    name: path,
    data: { path, value, state, line, reason, chain: provenance },
    ...(file === null ? {} : { file: { name: file.split('/').at(-1) ?? file, path: file, type_id: 1, type: 'Regular File' } }),
  };
}
