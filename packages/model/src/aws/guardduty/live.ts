/** Answers of the GuardDuty API → detectors, in the words of CloudFormation. Source: Amazon GuardDuty API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue, Missing } from '../../live/index.ts';
import { itemsAt, jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  { call: 'guardduty:ListDetectors', items: 'DetectorIds', types: ['AWS::GuardDuty::Detector'], declare: detector },
];

/** As they were asked for: open findings of severity 7 and above. */
const HIGH = { Criterion: { severity: { GreaterThanOrEqual: 7 }, 'service.archived': { Equals: ['false'] } } };

function detector(id: Json, context: LiveContext): LiveThing | null {
  if (typeof id !== 'string') return null;
  const details = context.answer('guardduty:GetDetector', { DetectorId: id });
  const organization = context.answer('guardduty:DescribeOrganizationConfiguration', { DetectorId: id }, ['BadRequestException']);
  const findings = context.answer('guardduty:ListFindings', { DetectorId: id, FindingCriteria: HIGH });
  return {
    type: 'AWS::GuardDuty::Detector',
    id: `arn:${context.partition}:guardduty:${context.region}:${context.account}:detector/${id}`,
    name: `${id} in ${context.region}`,
    names: [id],
    properties: {
      Enable: whenKnown(details, (json) => textOf(json, 'Status') === 'ENABLED'),
      Features: features(details),
      // Nothing where somebody else administers the organization, or there is none.
      EnrollsOrganization: whenKnown(organization, enrolls),
      HighFindings: whenKnown(findings, (json) => itemsAt(json, 'FindingIds').length),
      Tags: whenKnown(details, (json) => tagPairs(jsonAt(json, 'Tags'))),
    },
  };
}

/** A live detector lists every feature that it has; one that it does not list is off. */
function features(details: Json | Missing): LiveValue {
  return whenKnown(details, (json) => {
    const listed = itemsAt(json, 'Features');
    const off = KNOWN.filter((name) => !listed.some((each) => textOf(each, 'Name') === name));
    return [...listed, ...off.map((Name) => ({ Name, Status: 'DISABLED' }))];
  });
}

const KNOWN = [
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'LAMBDA_NETWORK_LOGS',
  'RDS_LOGIN_EVENTS',
  'RUNTIME_MONITORING',
];

function enrolls(json: Json): boolean {
  const members = textOf(json, 'AutoEnableOrganizationMembers');
  return members === undefined ? jsonAt(json, 'AutoEnable') === true : members !== 'NONE';
}
