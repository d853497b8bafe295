/** One listing of an API, page by page: asked, kept, and handed on. What was kept before is not asked again. */
import type { CallError, CallPlace, CallRecord, CoverageGap, Json, JsonObject } from '@kumomori/model';
import { isJsonObject, itemsAt } from '@kumomori/model';
import { isUnchanged, knownAnswer } from '../changes/index.ts';
import type { CollectEnvironment } from '../collecting.ts';
import { gapOf } from '../collecting.ts';
import type { RestClient } from './rest-client.ts';

export interface Question {
  readonly place: CallPlace;
  readonly bucket: string;
  readonly permission: string;
  /** As it is recorded. */
  readonly request: (page: number) => JsonObject;
  readonly url: URL;
  /** The answer is the thing itself. */
  readonly isSingle: boolean;
  /** Member that holds the address of the next page. */
  readonly next: string;
  /** Members of one thing that are not kept as they are. */
  readonly redact: readonly string[];
  readonly isAbsent: (code: string) => boolean;
}

export interface Asking {
  readonly client: RestClient;
  readonly env: CollectEnvironment;
  /** What could not be collected. */
  readonly gap: (gap: CoverageGap) => void;
}

/** Elements page by page; a failure is recorded and told as a gap, and ends it. True at the end when nothing is missing. */
export async function* ask(question: Question, { client, env, gap }: Asking): AsyncGenerator<readonly Json[], boolean> {
  const { place } = question;
  let url: URL | null = question.url;
  const seen = new Set<string>();
  for (let page = 1; ; page++) {
    const request = question.request(page);
    const kept = await knownAnswer(env, { place, request, mayReuse: isUnchanged(env, place, request) });
    const { response, error }: CallRecord = kept ?? (await made(question, { url, request, seen, client, env }));
    if (error) {
      if (page === 1 && question.isAbsent(error.code)) return true;
      gap(gapOf(place, error));
      return false;
    }
    if (question.isSingle) {
      yield response === undefined ? [] : [response];
      return true;
    }
    yield itemsAt(response, 'value');
    const link = isJsonObject(response) ? response[question.next] : undefined;
    if (typeof link !== 'string' || link === '') return true;
    url = client.next(link);
  }
}

async function made(
  question: Question,
  {
    url,
    request,
    seen,
    client,
    env,
  }: { url: URL | null; request: JsonObject; seen: Set<string>; client: RestClient; env: CollectEnvironment },
): Promise<CallRecord> {
  const { place, bucket, permission, isSingle, redact } = question;
  const operation = `${place.provider}:${place.service}:${place.operation}`;
  const answer =
    url === null || seen.has(url.href)
      ? { error: url === null ? foreign : endless }
      : await client.get({ url, bucket, operation, permission });
  if (url) seen.add(url.href);
  const at = env.now().toISOString();
  const { body } = answer;
  const isUsable = isJsonObject(body) && (isSingle || Array.isArray(body['value']));
  const paths = isSingle ? redact : redact.map((path) => `value[].${path}`);
  const record: CallRecord = answer.error
    ? { request, at, error: answer.error }
    : isUsable
      ? { request, at, response: paths.length === 0 ? body : env.redact(body, paths) }
      : { request, at, error: malformed };
  await env.sink.record(place, record);
  return record;
}

const foreign: CallError = { code: 'ForeignLink', message: 'the next page is said to be at another address' };
const endless: CallError = { code: 'EndlessPages', message: 'a page leads back to one before it' };
const malformed: CallError = { code: 'MalformedAnswer', message: 'the answer does not look as documented' };
