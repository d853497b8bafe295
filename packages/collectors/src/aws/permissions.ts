/** The least privilege that a collection needs, from the very table that it calls by. */
import type { AwsCall, AwsService } from './service.ts';

/** IAM actions of one call. */
export function permissionsOf({ id, prefix = id }: AwsService, { operation, permissions }: AwsCall): readonly string[] {
  return permissions ?? [`${prefix}:${operation}`];
}

/** What finding accounts and regions needs. */
const OWN_ACTIONS = ['ec2:DescribeRegions', 'sts:GetCallerIdentity'];

/** Every IAM action, sorted. */
export function actionsOf(services: readonly AwsService[]): readonly string[] {
  const ofCalls = (service: AwsService, calls: readonly AwsCall[]): string[] =>
    calls.flatMap((call) => [...permissionsOf(service, call), ...ofCalls(service, call.each?.calls ?? [])]);
  return [...new Set([...OWN_ACTIONS, ...services.flatMap((service) => ofCalls(service, service.calls))])].sort();
}

export type PolicyFormat = 'json' | 'terraform' | 'cloudformation';

export interface PolicyOptions {
  readonly services: readonly AwsService[];
  readonly roleName: string;
  /** Account whose principals may take the role; null leaves a parameter. */
  readonly trustedAccount: string | null;
  readonly externalId: string | null;
  /** A managed policy holds 6,144 characters: more actions become more policies. */
  readonly charactersEach?: number;
}

interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: 'Allow';
    readonly Action: readonly string[];
    readonly Resource: '*';
  }[];
}

/** Policy documents that together allow all of it, each small enough to be a managed policy. */
export function policyDocuments({
  services,
  charactersEach = 6144,
}: Pick<PolicyOptions, 'services' | 'charactersEach'>): readonly PolicyDocument[] {
  const documents: PolicyDocument[] = [];
  let actions: string[] = [];
  const close = (): void => {
    documents.push(documentOf(actions, documents.length));
    actions = [];
  };
  for (const action of actionsOf(services)) {
    // Characters count without white space.
    if (JSON.stringify(documentOf([...actions, action], 99)).length > charactersEach) close();
    actions.push(action);
  }
  close();
  return documents;
}

function documentOf(actions: readonly string[], index: number): PolicyDocument {
  const Sid = `KumomoriReads${index + 1}`;
  return { Version: '2012-10-17', Statement: [{ Sid, Effect: 'Allow', Action: actions, Resource: '*' }] };
}

/** The policy as JSON documents, or with the role that other accounts take as Terraform or CloudFormation. */
export function printPolicy(format: PolicyFormat, options: PolicyOptions): string {
  if (format === 'terraform') return terraform(options);
  const documents = policyDocuments(options);
  if (format === 'json') return `${JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2)}\n`;
  return `${JSON.stringify(cloudFormation(options, documents), null, 2)}\n`;
}

function terraform(options: PolicyOptions): string {
  const { roleName, externalId, trustedAccount } = options;
  const documents = policyDocuments(options);
  const trust = trustedAccount === null ? '${var.kumomori_account}' : trustedAccount;
  const variable = 'variable "kumomori_account" {\n  type        = string\n  description = "Account that kumomori runs in"\n}\n\n';
  const condition =
    externalId === null
      ? ''
      : `\n    condition {\n      test     = "StringEquals"\n      variable = "sts:ExternalId"\n      values   = [${JSON.stringify(externalId)}]\n    }`;
  const role = `data "aws_iam_policy_document" "kumomori_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${trust}:root"]
    }${condition}
  }
}

resource "aws_iam_role" "kumomori" {
  name               = ${JSON.stringify(roleName)}
  assume_role_policy = data.aws_iam_policy_document.kumomori_trust.json
}
`;
  const policies = documents.map(({ Statement }, index) => {
    const actions = Statement.flatMap(({ Action }) => Action).map((action) => `      "${action}",`);
    const name = `kumomori_${index + 1}`;
    return `
data "aws_iam_policy_document" "${name}" {
  statement {
    actions = [
${actions.join('\n')}
    ]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "${name}" {
  name   = "${roleName}-${index + 1}"
  policy = data.aws_iam_policy_document.${name}.json
}

resource "aws_iam_role_policy_attachment" "${name}" {
  role       = aws_iam_role.kumomori.name
  policy_arn = aws_iam_policy.${name}.arn
}
`;
  });
  return `${trustedAccount === null ? variable : ''}${role}${policies.join('')}`;
}

function cloudFormation({ roleName, externalId, trustedAccount }: PolicyOptions, documents: readonly PolicyDocument[]): object {
  const principal =
    trustedAccount === null ? { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${KumomoriAccount}:root' } : `arn:aws:iam::${trustedAccount}:root`;
  const trust = { Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' };
  const condition = externalId === null ? {} : { Condition: { StringEquals: { 'sts:ExternalId': externalId } } };
  const policies = documents.map((PolicyDocument, index) => [
    `Policy${index + 1}`,
    { Type: 'AWS::IAM::ManagedPolicy', Properties: { ManagedPolicyName: `${roleName}-${index + 1}`, PolicyDocument } },
  ]);
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Read-only role for kumomori',
    ...(trustedAccount === null && { Parameters: { KumomoriAccount: { Type: 'String', Description: 'Account that kumomori runs in' } } }),
    Resources: {
      ...Object.fromEntries(policies),
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: roleName,
          AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ ...trust, ...condition }] },
          ManagedPolicyArns: documents.map((_, index) => ({ Ref: `Policy${index + 1}` })),
        },
      },
    },
  };
}
