/** A list of vulnerabilities that a scanner of machines, images and functions found, by the resources they were found on. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { KnownVulnerability } from '@kumomori/engine';
import { isRecord } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { cells } from './people.ts';

const RESOURCE = /^(?:resource(?:[ _-]?(?:id|arn))?|instance[ _-]?id|arn|node|リソース)$/i;
const ID = /^(?:vulnerability(?:[ _-]?id)?|cve(?:[ _-]?id)?|脆弱性)$/i;
const EXPLOITED = /^(?:kev|exploited|exploit[ _-]?available|exploitAvailable|悪用)$/i;
const EPSS = /^epss(?:[ _-]?score)?$/i;

/** Findings that one file may hold; what is beyond is left out. */
const MAX_FINDINGS = 500_000;

/**
 * CSV with a header (`resource,cve,kev,epss`), JSON of the same fields, or what `aws inspector2 list-findings` answers. A vulnerability is exploited when it is
 * said to be (KEV), likely to be from an EPSS of 0.1, else possible. Keys are lower case. Throws AppError `target-unreadable` for a file that
 * cannot be read or says nothing of vulnerabilities.
 */
export function readVulnerabilities(
  file: string,
  { cwd, messages }: { readonly cwd: string; readonly messages: Messages },
): ReadonlyMap<string, readonly KnownVulnerability[]> {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new AppError('target-unreadable', { message: messages.paths.cli.peopleUnreadable(file), cause });
  }
  const found = /^\s*[[{]/.test(text) ? fromJson(text) : fromCsv(text);
  if (!found) throw new AppError('target-unreadable', { message: messages.paths.cli.noVulnerabilities(file) });
  const byResource = new Map<string, KnownVulnerability[]>();
  for (const { resources, ...vulnerability } of found.slice(0, MAX_FINDINGS)) {
    for (const name of resources.map((each) => each.toLowerCase())) {
      const known = byResource.get(name) ?? [];
      byResource.set(name, known);
      if (!known.some(({ id }) => id === vulnerability.id)) known.push(vulnerability);
    }
  }
  return byResource;
}

type Finding = KnownVulnerability & { readonly resources: readonly string[] };
type Fields = readonly (readonly [string, unknown])[];

function fromCsv(text: string): readonly Finding[] | null {
  const [header, ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(cells);
  if (!header?.some((each) => RESOURCE.test(each)) || !header.some((each) => ID.test(each))) return null;
  return rows.flatMap((row) => findingOf(header.map((name, index) => [name, row[index] ?? ''] as const)));
}

function fromJson(text: string): readonly Finding[] | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const list = isRecord(json) ? (json['findings'] ?? json['vulnerabilities']) : json;
  if (!Array.isArray(list)) return null;
  return list.filter(isRecord).flatMap((each) => ofInspector(each) ?? findingOf(Object.entries(each)));
}

function findingOf(fields: Fields): readonly Finding[] {
  const textAt = (name: RegExp): string =>
    String(fields.find(([key, value]) => name.test(key) && typeof value !== 'object')?.[1] ?? '').trim();
  const [resource, id] = [textAt(RESOURCE), textAt(ID)];
  if (resource === '' || id === '') return [];
  const isExploited = /^(?:true|yes|1|y)$/i.test(textAt(EXPLOITED));
  return [{ id, likelihood: likelihoodOf(isExploited, Number(textAt(EPSS))), resources: [resource] }];
}

/** An active finding about a package. Source: Amazon Inspector API reference, Finding, read 2026-11-22. */
function ofInspector(finding: Readonly<Record<string, unknown>>): readonly Finding[] | undefined {
  const { packageVulnerabilityDetails: details, resources, status, epss } = finding;
  if (!isRecord(details) || !Array.isArray(resources)) return undefined;
  const id = details['vulnerabilityId'];
  if (typeof id !== 'string' || (status !== undefined && status !== 'ACTIVE')) return [];
  const names = resources.filter(isRecord).flatMap((each) => (typeof each['id'] === 'string' ? [each['id']] : []));
  const score = isRecord(epss) ? Number(epss['score']) : 0;
  return [{ id, likelihood: likelihoodOf(finding['exploitAvailable'] === 'YES', score), resources: names }];
}

function likelihoodOf(isExploited: boolean, epss: number): KnownVulnerability['likelihood'] {
  return isExploited ? 'exploited' : epss >= 0.1 ? 'likely' : 'possible';
}
