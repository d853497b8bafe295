/** Permissions that are given statement by statement: functions, layers, event buses. Each becomes a policy of one statement. */
import { HOLE, structureOf } from '../../code/index.ts';
import type { SourcedDocument } from '../documents.ts';
import { documentOf } from '../documents.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import type { AwsResourcePolicy } from '../identity.ts';
import { listValue, mapValue } from '../../value.ts';
import type { Known } from '../undecided.ts';
import { isUndecided } from '../undecided.ts';
import { Fields } from './fields.ts';

const functions: EntityReader<AwsResourcePolicy> = {
  types: ['aws_lambda_permission', 'AWS::Lambda::Permission'],
  read(block, context) {
    const fields = Fields.of(block, context);
    const statement = {
      ...sid(fields.text('statement_id', 'Id')),
      Effect: 'Allow',
      Principal: principalOf(fields.text('principal', 'Principal')),
      Action: textOr(fields.text('action', 'Action'), 'lambda:InvokeFunction'),
      Resource: '*',
      ...conditionsOf([
        ['ArnLike', 'aws:SourceArn', fields.text('source_arn', 'SourceArn')],
        ['StringEquals', 'aws:SourceAccount', fields.text('source_account', 'SourceAccount')],
        ['StringEquals', 'aws:PrincipalOrgID', fields.text('principal_org_id', 'PrincipalOrgID')],
        ['StringEquals', 'lambda:FunctionUrlAuthType', fields.text('function_url_auth_type', 'FunctionUrlAuthType')],
        ['StringEquals', 'lambda:EventSourceToken', fields.text('event_source_token', 'EventSourceToken')],
      ]),
    };
    return [
      policyOf(context, { resource: withoutQualifier(fields.text('function_name', 'FunctionName')), kind: 'lambda.function', statement }),
    ];
  },
};

const layers: EntityReader<AwsResourcePolicy> = {
  types: ['aws_lambda_layer_version_permission', 'AWS::Lambda::LayerVersionPermission'],
  read(block, context) {
    const fields = Fields.of(block, context);
    const statement = {
      ...sid(fields.text('statement_id', 'Id')),
      Effect: 'Allow',
      Principal: principalOf(fields.text('principal', 'Principal')),
      Action: textOr(fields.text('action', 'Action'), 'lambda:GetLayerVersion'),
      Resource: '*',
      ...conditionsOf([['StringEquals', 'aws:PrincipalOrgID', fields.text('organization_id', 'OrganizationId')]]),
    };
    return [policyOf(context, { resource: fields.text('layer_name', 'LayerVersionArn'), kind: 'lambda.layer', statement })];
  },
};

const buses: EntityReader<AwsResourcePolicy> = {
  types: ['aws_cloudwatch_event_permission', 'AWS::Events::EventBusPolicy'],
  read(block, context) {
    const fields = Fields.of(block, context);
    const bus = fields.text('event_bus_name', 'EventBusName');
    const resource = isUndecided(bus) ? bus : (bus ?? 'default');
    const written = fields.isTerraform ? undefined : block.value('Statement');
    const structure = written && (structureOf(written) ?? written);
    if (structure) {
      const document = documentOf(mapValue(new Map([['Statement', listValue([structure], structure.range)]]), structure.range));
      return [{ ...context.base, kind: 'aws.resource-policy', resource, resourceKind: 'events.bus', document, isDefault: false }];
    }
    const condition = fields.nested('condition', 'Condition');
    const statement = {
      ...sid(fields.text('statement_id', 'StatementId')),
      Effect: 'Allow',
      Principal: principalOf(fields.text('principal', 'Principal')),
      Action: textOr(fields.text('action', 'Action'), 'events:PutEvents'),
      Resource: '*',
      ...(condition.block.exists && conditionsOf([['StringEquals', 'aws:PrincipalOrgID', condition.text('value', 'Value')]])),
    };
    return [policyOf(context, { resource, kind: 'events.bus', statement })];
  },
};

export const resourcePermissions: readonly EntityReader<AwsResourcePolicy>[] = [functions, layers, buses];

interface Permission {
  readonly resource: Known<string | undefined>;
  readonly kind: string;
  readonly statement: object;
}

function policyOf({ base }: EntityContext, { resource, kind, statement }: Permission): AwsResourcePolicy {
  const document: SourcedDocument = {
    document: { Version: '2012-10-17', Statement: [statement] },
    statements: [base.place],
    place: base.place,
    rest: null,
  };
  return { ...base, kind: 'aws.resource-policy', resource, resourceKind: kind, document, isDefault: false };
}

function sid(text: Known<string | undefined>): object {
  return typeof text === 'string' ? { Sid: text } : {};
}

function textOr(text: Known<string | undefined>, otherwise: string): string {
  return isUndecided(text) ? HOLE : (text ?? otherwise);
}

/** `*`, an account, an ARN, or a service. */
function principalOf(text: Known<string | undefined>): unknown {
  if (typeof text !== 'string') return { AWS: HOLE };
  if (text === '*' || text.startsWith('arn:') || /^\d{12}$/.test(text) || !text.includes('.')) return text === '*' ? '*' : { AWS: text };
  return { Service: text };
}

type Condition = readonly [operator: string, key: string, value: Known<string | undefined>];

/** An undecided value is a condition all the same, of which only the value is not known. */
function conditionsOf(conditions: readonly Condition[]): object {
  const written: Record<string, Record<string, string>> = {};
  for (const [operator, key, value] of conditions) {
    if (value === undefined) continue;
    written[operator] = { ...written[operator], [key]: isUndecided(value) ? HOLE : value };
  }
  return Object.keys(written).length === 0 ? {} : { Condition: written };
}

/** `arn:…:function:NAME:ALIAS` and `NAME:ALIAS` are permissions of the function as far as anybody asks here. */
function withoutQualifier(text: Known<string | undefined>): Known<string | undefined> {
  if (typeof text !== 'string') return text;
  const parts = text.split(':');
  return text.startsWith('arn:') ? parts.slice(0, 7).join(':') : (parts[0] ?? text);
}
