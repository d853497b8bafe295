/**
 * The language server of the built package, driven by a client: a folder of generated Terraform, one attribute that is edited to and fro, and
 * the time from an edit to its diagnostics. `node bench/lsp.ts [--lines 5000] [--edits 20]`. Prints milliseconds of wall.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { StreamMessageReader, StreamMessageWriter, createProtocolConnection } from 'vscode-languageserver/node';
import { writeEstate } from './generate-estate.ts';

const { values } = parseArgs({ options: { lines: { type: 'string' }, edits: { type: 'string' } } });
const PROGRAM = fileURLToPath(new URL('../dist/package/bin/kumomori.js', import.meta.url));
const EDITED = 'edited.tf';

/** Every other text has a finding more than the one before. */
const texts = ['10.0.0.0/8', '0.0.0.0/0'].map(
  (cidr) => `resource "aws_security_group" "edited" {
  description = "edited"
  ingress {
    description = "in"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["${cidr}"]
  }
}
`,
);

const folder = mkdtempSync(join(tmpdir(), 'kumomori-lsp-'));
const server = spawn(process.execPath, [PROGRAM, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
try {
  writeEstate(folder, { lines: Number(values.lines ?? 5000) });
  const uri = pathToFileURL(join(folder, EDITED)).href;
  const client = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  let told: () => void = () => {};
  client.onNotification('textDocument/publishDiagnostics', (each: PublishDiagnosticsParams) => {
    if (each.uri === uri) told();
  });
  client.listen();
  const answered = (): Promise<void> => new Promise((resolve) => (told = resolve));
  await client.sendRequest('initialize', {
    processId: null,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'estate' }],
    capabilities: {},
  });
  const started = performance.now();
  const first = answered();
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'terraform', version: 0, text: texts[0] } });
  await first;
  const opening = performance.now() - started;
  const times: number[] = [];
  for (let edit = 1; edit <= Number(values.edits ?? 20); edit++) {
    const shown = answered();
    const from = performance.now();
    const contentChanges = [{ text: texts[edit % 2] }];
    await client.sendNotification('textDocument/didChange', { textDocument: { uri, version: edit }, contentChanges });
    await shown;
    times.push(performance.now() - from);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(0);
  console.log('| lines | first | median | 95 of 100 | slowest | load |\n|---|---|---|---|---|---|');
  console.log(`| ${linesIn(folder)} | ${opening.toFixed(0)} | ${at(0.5)} | ${at(0.95)} | ${at(1)} | ${loadavg()[0]?.toFixed(1)} |`);
  client.dispose();
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

function linesIn(place: string): number {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return files.reduce((sum, each) => sum + readFileSync(join(each.parentPath, each.name), 'utf8').split('\n').length - 1, 0);
}
