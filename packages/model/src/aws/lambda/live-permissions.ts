/** The resource policy of a function or layer as permissions, one for each principal of a statement. */
import type { Json, LiveThing } from '../../live/index.ts';
import { isJsonObject, itemsAt, jsonAt, Missing, policyJson, textOf } from '../../live/index.ts';

const PERMISSION = 'AWS::Lambda::Permission';

export function permissions(answer: Json | Missing, arn: string): readonly LiveThing[] {
  if (answer instanceof Missing) return [{ type: PERMISSION, id: `${arn}#policy`, properties: { FunctionName: arn }, rest: answer }];
  const policy = policyJson(jsonAt(answer, 'Policy'));
  return itemsAt(policy as Json | undefined, 'Statement').flatMap((statement, index) => {
    if (textOf(statement, 'Effect') === 'Deny') return [];
    const name = textOf(statement, 'Sid') ?? String(index);
    return principalsOf(statement).flatMap((principal, other) =>
      itemsAt(statement, 'Action').map((action, nth): LiveThing => ({
        type: PERMISSION,
        id: [`${arn}#${name}`, ...[other, nth].filter((each) => each > 0)].join('-'),
        name,
        properties: {
          FunctionName: arn,
          Action: action,
          Principal: principal,
          PrincipalOrgID: conditionOf(statement, 'aws:PrincipalOrgID'),
          SourceArn: conditionOf(statement, 'aws:SourceArn'),
          SourceAccount: conditionOf(statement, 'aws:SourceAccount'),
          FunctionUrlAuthType: conditionOf(statement, 'lambda:FunctionUrlAuthType'),
        },
      })),
    );
  });
}

/** `*`, `{ AWS: … }`, `{ Service: … }`; the root of an account is the account. */
function principalsOf(statement: Json): readonly string[] {
  const principal = jsonAt(statement, 'Principal');
  if (typeof principal === 'string') return [principal];
  const named = isJsonObject(principal) ? Object.keys(principal).flatMap((kind) => itemsAt(principal, kind)) : [];
  return named.flatMap((each) => (typeof each === 'string' ? [each.replace(/^arn:[^:]+:iam::(\d{12}):root$/, '$1')] : []));
}

/** The value of a condition key, whatever the operator; keys are the same in any case. */
function conditionOf(statement: Json, wanted: string): Json | undefined {
  const operators = jsonAt(statement, 'Condition');
  for (const [operator, keys] of isJsonObject(operators) ? Object.entries(operators) : []) {
    // What must not be is no limit, and `IfExists` limits nobody who leaves the key out.
    if (operator.includes('Not') || operator.endsWith('IfExists')) continue;
    for (const [key, value] of isJsonObject(keys) ? Object.entries(keys) : [])
      if (key.toLowerCase() === wanted.toLowerCase()) return Array.isArray(value) ? value[0] : value;
  }
  return undefined;
}
