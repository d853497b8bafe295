/** Our own Sigma rules → one module: each document as JSON text, without its tests, so that nothing has to be read as YAML at run time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** `files`: paths below packages/content/detections. */
export function packDetections(root: string, files: readonly string[]): readonly string[] {
  return files.map((file) => {
    const path = `packages/content/detections/${file}`;
    const documents = parseAllDocuments(readFileSync(join(root, path), 'utf8'), { merge: true, schema: 'core' }).map((document) => {
      const value: unknown = document.toJS({ maxAliasCount: 1000 });
      return JSON.stringify(withoutTests(value));
    });
    return `  { path: '${path}', documents: [${documents.map((text) => JSON.stringify(text)).join(', ')}] },`;
  });
}

function withoutTests(document: unknown): unknown {
  if (!isRecord(document) || !isRecord(document['kumomori'])) return document;
  const { tests: _tests, ...notes } = document['kumomori'];
  return { ...document, kumomori: notes };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
