/** Whose an answer of the RDS API is: three services share it. */
import type { Json, LiveContext, LiveValue } from '../../live/index.ts';
import { textOf } from '../../live/index.ts';
import { askedTags } from '../core/answers.ts';

export type RdsService = 'rds' | 'neptune' | 'docdb';

/** By the engine of a database, cluster or snapshot. */
export function engineOf(item: Json): RdsService {
  return serviceOf(textOf(item, 'Engine'));
}

/** By the family of a parameter group: `docdb5.0`, `neptune1.3`. */
export function familyOf(item: Json): RdsService {
  return serviceOf(textOf(item, 'DBParameterGroupFamily'));
}

function serviceOf(text: string | undefined): RdsService {
  if (text?.startsWith('neptune')) return 'neptune';
  return text?.startsWith('docdb') ? 'docdb' : 'rds';
}

export function tagsOfRds(context: LiveContext, arn: string): LiveValue {
  return askedTags(context, 'rds:ListTagsForResource', { ResourceName: arn }, 'TagList');
}
