/** Every file of packages/content/detections: complete in both languages, and its own tests hold. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Json } from '@kumomori/model';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { alerts, eventsOf, openDetection } from '../testing/detections/index.ts';

const FOLDER = fileURLToPath(new URL('../../../content/detections', import.meta.url));

const words = z.string().min(12);
const japanese = z.string().regex(/[\u3040-\u30ff\u4e00-\u9fff]/, 'has to be in Japanese');
const event = z.union([z.record(z.string(), z.unknown()), z.array(z.record(z.string(), z.unknown())).min(2)]);

const schema = z.looseObject({
  title: z.string().min(10).max(100),
  id: z.uuid(),
  name: z.string(),
  status: z.enum(['test', 'stable', 'experimental']),
  description: words,
  author: z.literal('kumomori'),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  references: z.array(z.url()).min(1),
  tags: z.array(z.string().regex(/^attack\.(?:t\d{4}(?:\.\d{3})?|[a-z-]+)$/)).min(2),
  falsepositives: z.array(words).min(1),
  level: z.enum(['informational', 'low', 'medium', 'high', 'critical']),
  kumomori: z.strictObject({
    investigation: z.array(words).min(2),
    response: words,
    ja: z.strictObject({
      title: japanese,
      description: japanese,
      falsepositives: z.array(japanese).min(1),
      investigation: z.array(japanese).min(2),
      response: japanese,
    }),
    tests: z.strictObject({ match: z.array(event).min(2), ignore: z.array(event).min(2) }),
  }),
});

const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.yml'))
  .map((entry) => join(entry.parentPath, entry.name))
  .toSorted();

const ids = new Map<string, string>();
const only = process.env['KUMOMORI_DETECTIONS'] ?? '';

for (const path of files.filter((each) => each.includes(only)))
  test(path.slice(FOLDER.length + 1), () => {
    const text = readFileSync(path, 'utf8');
    const parsed: unknown = parseAllDocuments(text, { schema: 'core' }).at(-1)?.toJS({ maxAliasCount: 1000 });
    const read = schema.safeParse(parsed);
    assert.ok(read.success, read.success ? '' : z.prettifyError(read.error));
    const { id, name, tags, kumomori } = read.data;
    assert.equal(name, path.slice(FOLDER.length + 1, -'.yml'.length).replaceAll(/[/\\]/g, '-'), 'the name is the path');
    assert.equal(ids.get(id), undefined, "the id is another rule's");
    ids.set(id, path);
    assert.ok(
      tags.some((tag) => /^attack\.t\d/.test(tag)) && tags.some((tag) => /^attack\.[a-z-]{3,}$/.test(tag)),
      'a tactic and a technique',
    );
    assert.equal(kumomori.ja.investigation.length, kumomori.investigation.length);
    assert.equal(kumomori.ja.falsepositives.length, read.data.falsepositives.length);
    const detection = openDetection(path, text);
    const runs = (each: unknown): boolean => alerts(detection, eventsOf(each as Json, detection.source));
    for (const [index, each] of kumomori.tests.match.entries()) assert.ok(runs(each), `match ${index + 1} does not`);
    for (const [index, each] of kumomori.tests.ignore.entries()) assert.ok(!runs(each), `ignore ${index + 1} matches`);
  });
