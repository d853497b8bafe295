/** Parameter groups: what they set themselves, not the hundreds of parameters that the engine sets. */
import type { Json, LiveContext, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, textOf, whenKnown } from '../../live/index.ts';
import { arnOf } from '../core/answers.ts';
import { unaskedTags } from '../core/unasked-tags.ts';
import { familyOf, tagsOfRds } from './live-names.ts';

type Kind = 'DBParameterGroup' | 'DBClusterParameterGroup';

export function parameterGroup(item: Json, context: LiveContext, kind: Kind): LiveThing | null {
  const name = textOf(item, `${kind}Name`);
  if (name === undefined || familyOf(item) !== 'rds') return null;
  const id = groupArn(item, context, kind);
  return {
    type: `AWS::RDS::${kind}`,
    id,
    name,
    properties: {
      [`${kind}Name`]: name,
      Family: textOf(item, 'DBParameterGroupFamily'),
      Parameters: parametersOf(name, context, kind),
      Tags: isDefault(name) ? unaskedTags : tagsOfRds(context, id),
    },
  };
}

export function groupArn(item: Json, context: LiveContext, kind: Kind): string {
  const part = kind === 'DBParameterGroup' ? 'pg' : 'cluster-pg';
  return textOf(item, `${kind}Arn`) ?? arnOf(context, 'rds', `${part}:${textOf(item, `${kind}Name`) ?? ''}`);
}

/** Nobody can change the groups that AWS makes, so that they set nothing. */
export function isDefault(name: string): boolean {
  return name.startsWith('default.');
}

export function parametersOf(name: string, context: LiveContext, kind: Kind): LiveValue {
  if (isDefault(name)) return {};
  const operation = kind === 'DBParameterGroup' ? 'DescribeDBParameters' : 'DescribeDBClusterParameters';
  const answer = context.answer(`rds:${operation}`, { [`${kind}Name`]: name, Source: 'user' });
  return whenKnown(answer, (json) =>
    Object.fromEntries(
      itemsAt(json, 'Parameters').flatMap((each) => {
        const [key, value] = [textOf(each, 'ParameterName'), textOf(each, 'ParameterValue')];
        return key === undefined || value === undefined ? [] : [[key, value] as const];
      }),
    ),
  );
}
