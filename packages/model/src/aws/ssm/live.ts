/** Answers of the Systems Manager API, in the words of CloudFormation; settings in those of Terraform. Source: API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, jsonAt, lookUpAll, Missing, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { keyName } from '../kms/key-name.ts';
import { unaskedTags } from '../core/unasked-tags.ts';

export const live: readonly LiveSource[] = [
  { call: 'ssm:DescribeParameters', items: 'Parameters', types: ['AWS::SSM::Parameter'], declare: parameter },
  { call: 'ssm:ListDocuments', items: 'DocumentIdentifiers', types: ['AWS::SSM::Document'], declare: document },
  { call: 'ssm:GetServiceSetting', items: 'ServiceSetting', types: ['aws_ssm_service_setting'], declare: setting },
  { call: 'ssm:DescribeInstanceInformation', items: 'InstanceInformationList', types: ['aws.ssm.managed-instance'], declare: instance },
];

/** Its value is not asked for, nor are the tags of each. */
function parameter(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'Name');
  if (name === undefined) return null;
  const arn = textOf(item, 'ARN') ?? `${own(context)}parameter${name.startsWith('/') ? '' : '/'}${name}`;
  return {
    type: 'AWS::SSM::Parameter',
    id: arn,
    name,
    properties: {
      Name: name,
      Type: textOf(item, 'Type'),
      KeyId: keyName(jsonAt(item, 'KeyId'), context),
      Tags: unaskedTags,
    },
  };
}

function document(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'Name');
  if (name === undefined) return null;
  const shares = context.answer('ssm:DescribeDocumentPermission', { Name: name, PermissionType: 'Share' });
  return {
    type: 'AWS::SSM::Document',
    id: `${own(context)}document/${name}`,
    name,
    properties: {
      Name: name,
      DocumentType: textOf(item, 'DocumentType'),
      Content: whenKnown(context.answer('ssm:GetDocument', { Name: name }), (json) => textOf(json, 'Content')),
      AccountIds: whenKnown(shares, (json) => itemsAt(json, 'AccountIds')),
      Tags: tagPairs(jsonAt(item, 'Tags')),
    },
  };
}

function setting(item: Json, context: LiveContext): LiveThing | null {
  const [id, value] = [textOf(item, 'SettingId'), textOf(item, 'SettingValue')];
  if (id === undefined || value === undefined) return null;
  return {
    type: 'aws_ssm_service_setting',
    id: textOf(item, 'ARN') ?? `${own(context)}servicesetting${id}`,
    name: `${id} in ${context.region}`,
    properties: { setting_id: id, setting_value: value },
  };
}

const COMPLIANCE = { call: 'ssm:ListResourceComplianceSummaries', items: 'ResourceComplianceSummaryItems', key: 'ResourceId' } as const;

/** Nothing is said of an instance that was never scanned. */
function instance(item: Json, context: LiveContext): LiveThing | null {
  const id = textOf(item, 'InstanceId');
  if (id === undefined) return null;
  const summaries = lookUpAll(context, COMPLIANCE, id);
  const status = (type: string): LiveValue => {
    const found = summaries.find((each) => each instanceof Missing || textOf(each, 'ComplianceType') === type);
    return found instanceof Missing ? found : textOf(found, 'Status');
  };
  return {
    type: 'aws.ssm.managed-instance',
    id: `arn:${context.partition}:ssm:${context.region}:${context.account}:managed-instance/${id}`,
    name: id,
    properties: {
      PingStatus: textOf(item, 'PingStatus'),
      Platform: textOf(item, 'PlatformName'),
      PatchStatus: status('Patch'),
      AssociationStatus: status('Association'),
    },
  };
}

function own({ partition, region, account }: LiveContext): string {
  return `arn:${partition}:ssm:${region}:${account}:`;
}
