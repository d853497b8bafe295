/** Answers of a service as it should be set up and as it should not → verdicts of checks, also when one of its calls is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks } from '@kumomori/content';
import type { CatalogueEntry, ExampleCall, Status } from '@kumomori/model';

export interface LiveService {
  readonly title: string;
  /** Of one thing of each kind, so that a check has one verdict. */
  readonly calls: (isGood: boolean) => readonly ExampleCall[];
  /** Checks that pass when all is good and fail when all is bad. */
  readonly checks: readonly string[];
}

/** Verdicts of a check on everything that the calls tell of. */
export type VerdictsOf = (entry: CatalogueEntry, calls: readonly ExampleCall[]) => readonly Status[];

export function testLiveServices(services: readonly LiveService[], verdictsOf: VerdictsOf): void {
  for (const { title, calls, checks: ids } of services) {
    const entries = ids.map((id) => {
      const entry = checks.find((each) => each.id === id);
      assert.ok(entry, `there is no check ${id}`);
      return entry;
    });
    for (const isGood of [true, false]) {
      const [wanted, wrong]: readonly [Status, Status] = isGood ? ['pass', 'fail'] : ['fail', 'pass'];
      void test(`${title}: ${isGood ? 'as it should be' : 'as it should not be'}`, () => {
        const found = entries.map((entry) => [entry.id, verdictsOf(entry, calls(isGood)).join()] as const);
        assert.deepEqual(
          found,
          entries.map(({ id }) => [id, wanted]),
        );
      });
      void test(`${title}: a refused call never makes it ${isGood ? 'worse' : 'better'}`, () => {
        for (const refused of calls(isGood)) {
          const answers = calls(isGood).map((each) => (isSame(each, refused) ? without(each) : each));
          const flipped: readonly string[] = entries.filter((entry) => verdictsOf(entry, answers).includes(wrong)).map(({ id }) => id);
          assert.deepEqual(flipped, [], `${refused.call} ${JSON.stringify(refused.request)}`);
        }
      });
    }
  }
}

function isSame(one: ExampleCall, other: ExampleCall): boolean {
  return one.call === other.call && JSON.stringify(one.request) === JSON.stringify(other.request);
}

function without({ call, request = {}, region = 'global' }: ExampleCall): ExampleCall {
  return { call, request, region, error: 'AccessDeniedException' };
}
