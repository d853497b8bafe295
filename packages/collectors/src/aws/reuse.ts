/** Which answers of an earlier collection of a service in a region still stand. Reads what was recorded, asks nothing. */
import type { Json, JsonObject } from '@kumomori/model';
import { canonicalJson, jsonAt } from '@kumomori/model';
import type { Earlier } from '../changes/index.ts';
import type { Answered } from './answered.ts';
import { earlierAnswers, questionOf } from './answered.ts';
import { staleQuestions } from './stale-questions.ts';
import type { AwsCall, AwsCallScope, AwsService } from './service.ts';

export interface Reuse {
  /** `item`: what the call is about, as the listing tells of it now. */
  mayReuse(call: AwsCall, input: JsonObject, item: Json): boolean;
}

const NEVER: Reuse = { mayReuse: () => false };

/** Without events the answers themselves say what has not changed, where a service documents that they do. O(answers of the service). */
export function reuseOf(service: AwsService, scope: AwsCallScope, earlier: Earlier | undefined): Reuse {
  if (!earlier) return NEVER;
  const answers = earlierAnswers(service, scope, earlier);
  if (!earlier.changes) return unchanged(answers);
  const stale = staleQuestions(answers, earlier.changes.reaching({ account: scope.account, region: scope.region, service: service.id }));
  return { mayReuse: (call, input) => !stale.has(questionOf(call, input)) };
}

function unchanged(answers: Iterable<Answered>): Reuse {
  const versions = new Map<string, string | null>();
  for (const { call, input, about, isWhole } of answers)
    if (isWhole) versions.set(questionOf(call, input), versionOf(call, about[0] ?? null));
  return {
    mayReuse(call, input, item) {
      const version = versionOf(call, item);
      return version !== null && versions.get(questionOf(call, input)) === version;
    },
  };
}

/** Null: nothing tells whether the answer is still the same. */
function versionOf({ unchangedWhile }: AwsCall, item: Json): string | null {
  if (!unchangedWhile) return null;
  const members = unchangedWhile.map((path) => jsonAt(item, path));
  return members.includes(undefined) ? null : canonicalJson(members.map((member) => member ?? null));
}
