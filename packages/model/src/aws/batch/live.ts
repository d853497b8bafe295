/** Answers of AWS Batch, in the words of CloudFormation. Source: AWS Batch API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, Missing } from '../../live/index.ts';
import { itemsAt, jsonAt, tagPairs, textOf } from '../../live/index.ts';
import { capitalized } from '../core/capitalized.ts';

const CALL = 'batch:DescribeJobDefinitions';

export const live: readonly LiveSource[] = [
  { call: CALL, items: 'jobDefinitions', types: ['AWS::Batch::JobDefinition'], declare: jobDefinition },
];

const newest = new WeakMap<readonly (Json | Missing)[], ReadonlyMap<string, number>>();

/** Revisions stay active until somebody deregisters them: the newest of each name is what is run. O(revisions) once. */
function newestRevisions(context: LiveContext): ReadonlyMap<string, number> {
  const all = context.list(CALL, 'jobDefinitions');
  const known = newest.get(all);
  if (known) return known;
  const revisions = new Map<string, number>();
  for (const each of all) {
    const [name, revision] = [textOf(each as Json, 'jobDefinitionName'), jsonAt(each as Json, 'revision')];
    if (name !== undefined && typeof revision === 'number') revisions.set(name, Math.max(revision, revisions.get(name) ?? 0));
  }
  newest.set(all, revisions);
  return revisions;
}

function jobDefinition(item: Json, context: LiveContext): LiveThing | null {
  const [arn, name, revision] = [textOf(item, 'jobDefinitionArn'), textOf(item, 'jobDefinitionName'), jsonAt(item, 'revision')];
  if (arn === undefined || name === undefined) return null;
  if (typeof revision === 'number' && revision < (newestRevisions(context).get(name) ?? 0)) return null;
  return {
    type: 'AWS::Batch::JobDefinition',
    id: arn,
    name,
    properties: {
      JobDefinitionName: name,
      ContainerProperties: {
        Privileged: jsonAt(item, 'containerProperties.privileged') ?? false,
        Environment: capitalized(itemsAt(item, 'containerProperties.environment')),
        Image: textOf(item, 'containerProperties.image'),
        JobRoleArn: textOf(item, 'containerProperties.jobRoleArn'),
        ExecutionRoleArn: textOf(item, 'containerProperties.executionRoleArn'),
        Secrets: capitalized(itemsAt(item, 'containerProperties.secrets')),
      },
      Tags: tagPairs(jsonAt(item, 'tags') ?? {}),
    },
  };
}
