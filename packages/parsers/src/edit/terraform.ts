/** Edits of a Terraform resource, and of the resources that go with it. */
import type { BesideEdit, EditValue, FixEdit, StatementEdit } from '@kumomori/model';
import { jsonOf } from '@kumomori/model';
import type { Block, Expression } from '../hcl/index.ts';
import { childExpressions } from '../hcl/index.ts';
import type { Texts } from './edit.ts';
import { Refused, lineEndOf, textOf } from './edit.ts';
import { isBlockEdit } from './block-edit.ts';
import { blockOf, blocksOf, editBlock, findBlock } from './hcl.ts';
import { parseEditPath } from './path.ts';
import { hclText } from './hcl-text.ts';
import { newPolicy, withStatement } from './policy.ts';
import { isTerraformJson, withJsonResource } from './terraform-json.ts';

/** The resource at fault, or one that goes with it. */
export interface TerraformPlace {
  readonly file: string;
  readonly address: string;
}

/** Texts of the module's files with the edits carried out. Throws Refused. */
export function editTerraform(texts: Texts, place: TerraformPlace, edits: readonly FixEdit[]): Texts {
  const edited = new Map(texts);
  const type = blockOf(place.file, textOf(edited, place.file), place.address).labels[0] ?? '';
  for (const edit of edits) {
    if (edit.of && !edit.of.includes(type)) continue;
    if ('beside' in edit) editBeside(edited, place, edit);
    else if ('policyOf' in edit) editPolicy(edited, place, edit);
    else if (isBlockEdit(edit)) edited.set(place.file, editBlock(place.file, textOf(edited, place.file), place.address, edit));
  }
  return edited;
}

/** Changes `texts`. */
function editBeside(texts: Map<string, string>, place: TerraformPlace, edit: BesideEdit): void {
  const main = blockOf(place.file, textOf(texts, place.file), place.address);
  const found = companions(texts, main, { edit, place });
  if (found.length === 0) {
    texts.set(place.file, withCompanion(texts, place, { main, edit }));
    return;
  }
  for (const [path, value] of Object.entries(edit.values)) {
    for (const { file, address } of found) texts.set(file, editBlock(file, textOf(texts, file), address, { set: path, value }));
  }
}

/** Changes `texts`. */
function editPolicy(texts: Map<string, string>, place: TerraformPlace, edit: StatementEdit): void {
  const main = blockOf(place.file, textOf(texts, place.file), place.address);
  const inside = main.body.attributes.find(({ name }) => name === edit.attribute);
  if (inside) throw new Refused('unsupported', `${edit.attribute} inside of the resource`, { file: place.file, start: inside.start });
  const own = `${main.labels.join('.')}`;
  const found = companions(texts, main, { edit: { beside: edit.policyOf, by: edit.by }, place });
  const [holder, ...others] = found;
  if (others.length > 0) throw new Refused('shared', edit.policyOf);
  if (!holder) {
    refuseExported(texts, main, place);
    if (isTerraformJson(place.file)) throw new Refused('unsupported', 'a policy of Terraform in JSON');
    const text = textOf(texts, place.file);
    const key = repetition(text, main)?.key ?? '';
    const policy = newPolicy(edit, `${own}${key}.arn`, lineEndOf(text));
    const written = withCompanion(texts, place, {
      main,
      edit: { beside: edit.policyOf, by: edit.by, values: {} },
      raw: [[edit.attribute, policy]],
    });
    texts.set(place.file, written);
    return;
  }
  const text = textOf(texts, holder.file);
  const by = blockOf(holder.file, text, holder.address).body.attributes.find(({ name }) => name === edit.by)?.value;
  const named = by?.kind === 'attribute' ? text.slice(by.target.start, by.target.end) : own;
  for (const [file, changed] of withStatement({ texts, place: holder, arn: `${named}.arn` }, edit)) texts.set(file, changed);
}

/** What another module is given may have its policy there. */
function refuseExported(texts: Texts, { labels }: Block, { file }: TerraformPlace): void {
  for (const [path, text] of texts) {
    if (folderOf(path) !== folderOf(file) || !isTerraform(path)) continue;
    const block = blocksOf(path, text).find(
      ({ type, body }) => (type === 'output' || type === 'module') && body.attributes.some(({ value }) => refersTo(value, { labels })),
    );
    if (block) throw new Refused('unsupported', `${block.type} ${block.labels.join(' ')}`, { file: path, start: block.start });
  }
}

interface Companionship {
  readonly edit: Pick<BesideEdit, 'beside' | 'by'>;
  readonly place: TerraformPlace;
}

/** Resources of the type whose naming attribute leads to the one at fault. */
function companions(texts: Texts, main: Block, { edit, place }: Companionship): readonly TerraformPlace[] {
  const folder = folderOf(place.file);
  return [...texts].flatMap(([file, text]) => {
    if (folderOf(file) !== folder || !isTerraform(file) || !text.includes(edit.beside)) return [];
    return blocksOf(file, text)
      .filter((each) => each.type === 'resource' && each.labels[0] === edit.beside && names(each, edit, main))
      .map(({ labels }) => ({ file, address: labels.join('.') }));
  });
}

function names(block: Block, edit: Companionship['edit'], main: Block): boolean {
  const by = block.body.attributes.find((each) => each.name === edit.by)?.value;
  if (!by) return false;
  if (refersTo(by, main)) return true;
  const own = main.body.attributes.find((each) => each.name === edit.by)?.value;
  return by.kind === 'literal' && own?.kind === 'literal' && by.value === own.value;
}

function refersTo(value: Expression, { labels }: Pick<Block, 'labels'>): boolean {
  if (value.kind === 'attribute' && value.name === labels[1] && value.target.kind === 'name' && value.target.name === labels[0])
    return true;
  return childExpressions(value).some((each) => refersTo(each, { labels }));
}

interface Companion {
  readonly main: Block;
  readonly edit: BesideEdit;
  /** Attributes as they are written. */
  readonly raw?: readonly (readonly [string, string])[];
}

/** The file's text with a new resource right behind the one at fault. */
function withCompanion(texts: Texts, place: TerraformPlace, { main, edit, raw = [] }: Companion): string {
  const text = textOf(texts, place.file);
  const eol = lineEndOf(text);
  const [type = '', label = ''] = main.labels;
  const name = freeName(texts, edit.beside, label);
  if (isTerraformJson(place.file)) return withJsonCompanion(text, place.file, { main, edit, name });
  const repeat = repetition(text, main);
  const reference = `${type}.${label}${repeat?.key ?? ''}.${edit.link ?? 'id'}`;
  const head = `resource "${edit.beside}" "${name}" {${eol}`;
  const first = repeat ? `  ${repeat.line}${eol}${eol}` : '';
  const simple = Object.entries(edit.values).filter(([path]) => parseEditPath(path).length === 1);
  const width = Math.max(edit.by.length, ...[...simple, ...raw].map(([path]) => path.length));
  const lines = [[edit.by, reference] as const, ...simple.map(([path, value]) => [path, hclText(value)] as const), ...raw];
  const body = lines.map(([key, value]) => `  ${key.padEnd(width)} = ${value}${eol}`).join('');
  const whole = `${head}${first}${body}}${eol}`;
  const nested = Object.entries(edit.values).filter(([path]) => parseEditPath(path).length > 1);
  const finished = nested.reduce(
    (made, [path, value]) => editBlock(place.file, made, `${edit.beside}.${name}`, { set: path, value }),
    whole,
  );
  const before = text.slice(0, main.end);
  const after = text.slice(main.end);
  // What stands behind the block on its last line stays there.
  const rest = /^[^\n]*\n?/.exec(after)?.[0] ?? '';
  const own = rest.endsWith('\n') ? rest : `${rest}${eol}`;
  return before + own + eol + finished + after.slice(rest.length);
}

/** In JSON: a member of its type, as many as of the resource. */
function withJsonCompanion(text: string, file: string, { main, edit, name }: Companion & { readonly name: string }): string {
  const [type = '', label = ''] = main.labels;
  const repeat = main.body.attributes.find((each) => each.name === 'count' || each.name === 'for_each');
  const key = repeat ? (repeat.name === 'count' ? '[count.index]' : '[each.key]') : '';
  const written = repeat && text.slice(repeat.value.start, repeat.value.end);
  const count = written === undefined ? undefined : jsonOf(written);
  if (repeat && typeof count !== 'string' && typeof count !== 'number') throw new Refused('unsupported', repeat.name);
  const values: (readonly [string, EditValue])[] = [
    ...(repeat && (typeof count === 'string' || typeof count === 'number') ? [[repeat.name, count] as const] : []),
    [edit.by, `\${${type}.${label}${key}.${edit.link ?? 'id'}}`],
    ...Object.entries(edit.values),
  ];
  return withJsonResource(file, text, { type: edit.beside, name, values });
}

/** As many of the companion as of the resource. */
function repetition(text: string, main: Block): { readonly line: string; readonly key: string } | null {
  const attribute = main.body.attributes.find(({ name }) => name === 'count' || name === 'for_each');
  if (!attribute) return null;
  const value = text.slice(attribute.value.start, attribute.value.end);
  if (value.includes('\n')) throw new Refused('unsupported', `${attribute.name} over several lines`);
  return { line: `${attribute.name} = ${value}`, key: attribute.name === 'count' ? '[count.index]' : '[each.key]' };
}

/** The resource's own name, unless the type has one of that name already. */
function freeName(texts: Texts, type: string, label: string): string {
  const isTaken = (name: string): boolean =>
    [...texts].some(([file, text]) => isTerraform(file) && text.includes(type) && findBlock(file, text, `${type}.${name}`) !== undefined);
  if (!/^[\w-]+$/.test(label)) throw new Refused('unsupported', label);
  for (let number = 1; ; number++) {
    const name = number === 1 ? label : `${label}_${number}`;
    if (!isTaken(name)) return name;
  }
}

function isTerraform(file: string): boolean {
  return /\.(?:tf|tofu)$/.test(file) || isTerraformJson(file);
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}
