/** Takes a whole resource out of the code. */
import { parseHcl } from '../hcl/index.ts';
import type { WrittenNode } from './document.ts';
import { writtenDocuments } from './document.ts';
import type { Texts } from './edit.ts';
import { Refused, lineEndAt, lineStartAt, spliced, textOf } from './edit.ts';
import { blockOf } from './hcl.ts';

/** Texts of the files with the resource gone. Throws Refused: also where others refer to it. O(length of the files). */
export function withoutTerraform(texts: Texts, file: string, address: string): Texts {
  const text = textOf(texts, file);
  const block = blockOf(file, text, address);
  if (block.body.attributes.some(({ name }) => name === 'count' || name === 'for_each'))
    throw new Refused('generated', address, { file, start: block.start });
  const rest = withoutSpan(text, block);
  const name = block.labels.join('.');
  for (const [path, other] of [...texts, [file, rest] as const]) {
    if (path === file && other !== rest) continue;
    if (!/\.(?:tf|tofu)$/.test(path) || !other.includes(name)) continue;
    if (refersTo(path, other, name)) throw new Refused('expression', `${path} refers to ${name}`, { file, start: block.start });
  }
  return new Map(texts).set(file, rest);
}

/** Anywhere but in a comment. */
function refersTo(path: string, text: string, name: string): boolean {
  const { comments } = parseHcl({ path, text });
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const isWhole = !/[\w.-]/.test(text[at - 1] ?? ' ') && !/[\w-]/.test(text[at + name.length] ?? ' ');
    const inComment = comments.some(({ text: comment }) => comment.includes(name) && text.lastIndexOf(comment, at) + comment.length > at);
    if (isWhole && !inComment) return true;
  }
  return false;
}

/** Whole lines, and one of two empty lines around them. */
function withoutSpan(text: string, span: { readonly start: number; readonly end: number }): string {
  const start = lineStartAt(text, span.start);
  const end = lineEndAt(text, span.end);
  if (text.slice(start, span.start).trim() !== '' || text.slice(span.end, end).trim() !== '') return spliced(text, span, '');
  let next = text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
  const before = text.slice(0, start);
  if (before === '' || /\n\r?\n$/.test(before)) next += /^\r?\n/.exec(text.slice(next, next + 2))?.[0].length ?? 0;
  const rest = spliced(text, { start, end: next }, '');
  return next >= text.length ? rest.replace(/(\r?\n)(?:\r?\n)+$/, '$1') : rest;
}

/** A resource of a template that nothing else names, or a document of manifests. Throws Refused. */
export function withoutDocument(
  file: string,
  text: string,
  { format, address }: { readonly format: 'cloudformation' | 'kubernetes'; readonly address: string },
): string {
  const documents = writtenDocuments(text, false);
  if (/^[\s\uFEFF]*[{[]/.test(text)) throw new Refused('unsupported', 'a resource in JSON');
  return format === 'kubernetes' ? withoutManifest(text, documents, address) : withoutResource(file, text, { documents, address });
}

function withoutResource(
  file: string,
  text: string,
  { documents, address }: { readonly documents: readonly WrittenNode[]; readonly address: string },
): string {
  const resources = documents[0]?.members.find(({ key }) => key === 'Resources')?.value;
  const name = address.slice(address.lastIndexOf('/') + 1);
  const at = resources?.members.findIndex(({ key }) => key === name) ?? -1;
  const found = resources?.members[at];
  if (!resources || !found?.value || resources.members.length < 2) throw new Refused('not-found', address);
  const after = text.slice(found.value.start, found.value.end).trimEnd().length + found.value.start;
  const rest = withoutSpan(text, { start: found.keyStart, end: after });
  if (new RegExp(`\\b${name.replaceAll(/\W/g, '')}\\b`).test(rest))
    throw new Refused('expression', `the template refers to ${name}`, { file, start: found.keyStart });
  return rest;
}

function withoutManifest(text: string, documents: readonly WrittenNode[], address: string): string {
  const [kind, name] = address.split('/').slice(-2);
  const found = documents.filter((each) => {
    const metadata = each.members.find(({ key }) => key === 'metadata')?.value;
    return valueOf(each, 'kind') === kind && valueOf(metadata, 'name') === name;
  });
  const [only] = found;
  if (!only || found.length > 1) throw new Refused('not-found', address);
  const separators = [...text.matchAll(/^---[ \t]*\r?$/gm)].map(({ index }) => index);
  const next = separators.find((each) => each >= only.end - 1);
  const before = separators.findLast((each) => each < only.start);
  if (next === undefined && before === undefined) throw new Refused('unsupported', 'the only object of a file');
  return next === undefined
    ? text.slice(0, before)
    : text.slice(0, before ?? 0) + text.slice(before === undefined ? lineEndAt(text, next) + 1 : next);
}

function valueOf(map: WrittenNode | null | undefined, name: string): string | null {
  const value = map?.members.find(({ key }) => key === name)?.value;
  return value?.kind === 'scalar' ? String(value.value) : null;
}
