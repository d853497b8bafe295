/** Example texts and recorded calls of checks → resources, without touching the disk. */
import type {
  CallPlace,
  CloudProvider,
  CodeRoot,
  ExampleCall,
  ExampleFormat,
  ExampleSource,
  ReaderName,
  RecordedCall,
  RecordedCalls,
  Resource,
} from '@kumomori/model';
import {
  cloudProviders,
  declareAzure,
  declareLive,
  EXAMPLE_TIME,
  GLOBAL_REGION,
  liveSources,
  normalizeCode,
  resourceReaders,
} from '@kumomori/model';
import { evaluateCode } from '@kumomori/parsers';

/** The file that a text of one format stands in. */
const FILE_OF: Readonly<Record<ReaderName, string>> = {
  terraform: 'main.tf',
  cloudformation: 'template.yaml',
  arm: 'azuredeploy.json',
  kubernetes: 'manifests.yaml',
  dockerfile: 'Dockerfile',
  compose: 'compose.yaml',
  text: 'deploy.sh',
};

/** Files of an example by path. A text that begins with `{` is JSON where the format has both; of recorded calls each is a line. */
export function exampleFiles(format: ExampleFormat, source: ExampleSource): Readonly<Record<string, string>> {
  if (isCalls(source)) return callFiles(source);
  if (typeof source !== 'string') return source;
  if (format === 'live') return {};
  const isJson = format === 'cloudformation' && source.trimStart().startsWith('{');
  return { [isJson ? 'template.json' : FILE_OF[format]]: source };
}

/** `type`: of the resources that the example is about; it says which cloud answered recorded calls. */
export function exampleRoots(format: ExampleFormat, source: ExampleSource, type = ''): readonly CodeRoot[] {
  return isCalls(source) ? [liveRoot(source, cloudOf(type))] : codeRoots(exampleFiles(format, source));
}

/** All resources of an example, in every root of it. */
export function exampleResources(format: ExampleFormat, source: ExampleSource, type = ''): readonly Resource[] {
  return exampleRoots(format, source, type).flatMap((root) => normalizeCode(root, resourceReaders));
}

function codeRoots(files: Readonly<Record<string, string>>): readonly CodeRoot[] {
  return evaluateCode({
    root: 'example',
    paths: Object.keys(files),
    read: (path) => (files[path] === undefined ? { kind: 'missing' } : { kind: 'text', text: files[path] }),
  }).roots;
}

/** Throws what a projection throws: no answer of an example is too strange to be read. */
function liveRoot(calls: readonly ExampleCall[], cloud: CloudProvider): CodeRoot {
  const recorded = recordedCalls(calls, cloud);
  const sources = cloud === 'aws' || cloud === 'gcp' ? liveSources[cloud] : [];
  const answers: RecordedCalls = {
    account: ACCOUNT,
    partition: 'aws',
    of: (service, operation) => recorded.get(`${service}:${operation}`) ?? [],
  };
  const failed = (_: RecordedCall, error: unknown): never => {
    throw error;
  };
  const { resources, incomplete } = cloud === 'azure' ? declareAzure(answers, failed) : declareLive(answers, sources, failed);
  return { kind: 'live', cloud, dir: `${cloud}:${ACCOUNT}`, resources, incomplete };
}

function recordedCalls(calls: readonly ExampleCall[], provider: CloudProvider): ReadonlyMap<string, readonly RecordedCall[]> {
  const recorded = new Map<string, RecordedCall[]>();
  const lines = new Map<string, number>();
  for (const { call, request = {}, response, error, region = GLOBAL_REGION, at = EXAMPLE_TIME } of calls) {
    const path = pathOf(call, region);
    const line = (lines.get(path) ?? 0) + 1;
    lines.set(path, line);
    const answer = error === undefined ? { response: response ?? null } : { error: { code: error, message: error } };
    const [service = '', operation = ''] = call.split(':');
    const place: CallPlace = { provider, account: ACCOUNT, region, service, operation };
    const range = { source: { path, text: '', firstLine: line }, start: 0, end: 0 };
    recorded.set(call, [...(recorded.get(call) ?? []), { place, record: { request, at, ...answer }, range }]);
  }
  return recorded;
}

/** As in a snapshot, but for the account, which is always the same. */
function callFiles(calls: readonly ExampleCall[]): Readonly<Record<string, string>> {
  const lines = new Map<string, string[]>();
  for (const { call, region = GLOBAL_REGION, request = {}, response, error } of calls) {
    const path = pathOf(call, region);
    const line = JSON.stringify({ request, ...(error === undefined ? { response: response ?? null } : { error: { code: error } }) });
    lines.set(path, [...(lines.get(path) ?? []), line]);
  }
  return Object.fromEntries([...lines].map(([path, texts]) => [path, texts.join('\n')]));
}

function pathOf(call: string, region: string): string {
  return `${region}/${call.replace(':', '/')}.jsonl`;
}

function cloudOf(type: string): CloudProvider {
  return cloudProviders.find((cloud) => type.startsWith(`${cloud}.`)) ?? 'aws';
}

function isCalls(source: ExampleSource): source is readonly ExampleCall[] {
  return Array.isArray(source);
}

const ACCOUNT = '123456789012';
