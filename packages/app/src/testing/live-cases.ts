/** Cases of live accounts: recorded calls of AWS → the verdict of a check. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks } from '@kumomori/content';
import type { CatalogueEntry, Example, ExampleCall, Json, JsonObject, Status, Text } from '@kumomori/model';

export type LiveCase = readonly [check: string, title: string, calls: readonly ExampleCall[], expect: Status];

const region = 'ap-northeast-1';

/** A call in the region that was answered. */
export function here(call: string, response: Json, request: JsonObject = {}): ExampleCall {
  return { call, region, request, response };
}

export function refused(call: string, request: JsonObject = {}, where = region): ExampleCall {
  return { call, region: where, request, error: 'AccessDeniedException' };
}

/** Text of a policy. */
export function statement(...statements: readonly JsonObject[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

export const everybody: JsonObject = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };

type Run = (entry: CatalogueEntry, format: 'live', example: Example) => { readonly status: Status; readonly message: Text | null };

/** One test for each. `run`: runs an example. */
export function testLiveCases(cases: readonly LiveCase[], run: Run): void {
  for (const [id, title, live, expect] of cases) {
    void test(`${id}: ${title}`, () => {
      const entry = checks.find((each) => each.id === id);
      assert.ok(entry, `there is no check ${id}`);
      const example: Example = { name: title, expect, sources: { live } };
      const { status, message } = run(entry, 'live', example);
      assert.equal(status, expect, message?.en);
    });
  }
}
