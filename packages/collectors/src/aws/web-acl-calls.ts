/** What is asked of AWS WAF, for load balancers and APIs in a region and for CloudFront alike. */
import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import type { AwsCall } from './service.ts';

const NEXT = { NextMarker: 'NextMarker' };
/** Marks the state of a web ACL or group: any update changes it. */
const LOCK = ['LockToken'];

/** Of a listing: both its name and its id are asked for. */
function about(Scope: string): (item: Json) => JsonObject | null {
  return (item) => {
    const [Name, Id] = [textOf(item, 'Name'), textOf(item, 'Id')];
    return Name === undefined || Id === undefined ? null : { Name, Scope, Id };
  };
}

function byArn(parameter: string, more: JsonObject = {}): (item: Json) => JsonObject | null {
  return (item) => {
    const arn = textOf(item, 'ARN');
    return arn === undefined ? null : { [parameter]: arn, ...more };
  };
}

/** Stages and GraphQL APIs say themselves which web ACL they have, distributions too. */
function protectedBy(type: string, permission: string): AwsCall {
  return {
    operation: 'ListResourcesForWebACL',
    input: byArn('WebACLArn', { ResourceType: type }),
    permissions: ['wafv2:ListResourcesForWebACL', permission],
    absent: ['WAFNonexistentItemException'],
  };
}

const PROTECTED: readonly AwsCall[] = [
  protectedBy('APPLICATION_LOAD_BALANCER', 'elasticloadbalancing:DescribeWebACLAssociation'),
  protectedBy('COGNITO_USER_POOL', 'cognito-idp:ListResourcesForWebACL'),
];

export function webAclCalls(Scope: 'REGIONAL' | 'CLOUDFRONT'): readonly AwsCall[] {
  const absent = ['WAFNonexistentItemException'];
  return [
    {
      operation: 'ListWebACLs',
      input: { Scope, Limit: 100 },
      next: NEXT,
      each: {
        items: 'WebACLs',
        calls: [
          { operation: 'GetWebACL', input: about(Scope), absent, unchangedWhile: LOCK },
          { operation: 'ListTagsForResource', input: byArn('ResourceARN'), absent },
          ...(Scope === 'REGIONAL' ? PROTECTED : []),
        ],
      },
    },
    { operation: 'ListLoggingConfigurations', input: { Scope, Limit: 100 }, next: NEXT },
    {
      operation: 'ListRuleGroups',
      input: { Scope, Limit: 100 },
      next: NEXT,
      each: {
        items: 'RuleGroups',
        calls: [
          { operation: 'GetRuleGroup', input: about(Scope), absent, unchangedWhile: LOCK },
          { operation: 'ListTagsForResource', input: byArn('ResourceARN'), absent },
        ],
      },
    },
  ];
}
