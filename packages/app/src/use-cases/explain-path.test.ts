import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EDGES, QUERIES } from '@kumomori/engine';
import { pathEdges, pathEdgesJa, pathQueries, pathQueriesJa, pathTitlesJa } from '../i18n/index.ts';
import { explainId } from './explain-id.ts';

const ids = [...new Set(QUERIES.map(({ id }) => id))].toSorted();

test('every question about attack paths and every kind of step is explained in both languages', () => {
  assert.deepEqual(
    [Object.keys(pathQueries), Object.keys(pathQueriesJa), Object.keys(pathTitlesJa)].map((each) => each.toSorted()),
    [ids, ids, ids],
  );
  const edges = Object.keys(EDGES).toSorted();
  assert.deepEqual(
    [Object.keys(pathEdges), Object.keys(pathEdgesJa)].map((each) => each.toSorted()),
    [edges, edges],
  );
});

test('a question and a kind of step are explained by their ids, whatever the case', async () => {
  const options = { language: 'ja', cwd: '/', report: null } as const;
  const [query, edge] = [await explainId('ci-identity', options), await explainId('can_assume', options)];
  assert.deepEqual(
    [query.kind === 'query' && query.query.title, edge.kind === 'edge' && [edge.edge.id, edge.edge.technique]],
    ['A のビルドから B に到達できる', ['CAN_ASSUME', 'T1548.005']],
  );
});
